/**
 * Files that a command is to write (te schrijven bestanden), looked at before work that takes long begins:
 * whether they can be written at all, and whether they would go over each other or over what is read.
 */
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sayCommand } from '../words/command-texts.ts'
import { formatList } from '../words/language.ts'
import { type Done, done, NotWritten, type Question, type Setting, textOption } from './command.ts'

type Written = { readonly option: string; readonly file: string; readonly place: string }

/** What is wrong with the files these options name; throws `NotWritten` where one cannot be written. */
export function faultInWritten(
  question: Question,
  { options, read }: { readonly options: readonly string[]; readonly read: readonly string[] },
  { language }: Setting,
): Done | undefined {
  const say = sayCommand(language)
  const written = options.flatMap((name): Written[] => {
    const file = textOption(question, name)
    return file === undefined ? [] : [{ option: `--${name}`, file, place: placeOf(file) }]
  })
  const places = new Set(read.map(placeOf))
  for (const { option, file, place } of written) {
    if (places.has(place)) return done(2, say('writes-over-input', { option, file }))
    const same = written.filter((each) => each.place === place && !isDevice(place))
    if (same.length > 1) {
      const both = same.map((each) => each.option)
      return done(2, say('same-file', { options: formatList(both, language), file }))
    }
    mustBeWritable(file)
  }
  return undefined
}

// Two names of one file are one file, also where it is not there yet.
function placeOf(file: string): string {
  const whole = resolve(file)
  try {
    return realpathSync(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(placeOf(above), basename(whole))
  }
}

function isDevice(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile()
}

function mustBeWritable(file: string): void {
  try {
    const folder = dirname(resolve(file))
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' })
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(file), { code: 'ENOTDIR' })
    accessSync(found && !found.isFile() ? file : folder, constants.W_OK)
  } catch (error) {
    throw new NotWritten(file, error)
  }
}
