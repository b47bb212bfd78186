/** The command `verdeelsleutel`: reads the question, lets one command answer, and says how it went. */
import { parseArgs } from 'node:util'
import { nearestWord } from '../policies/nearest-word.ts'
import { sayCommand } from '../words/command-texts.ts'
import { type CommandName, commandNames, helpText } from '../words/help.ts'
import { type Language, languages } from '../words/language.ts'
import { audit } from './audit.ts'
import { backup, restore, resume } from './back-up.ts'
import { calibrate } from './calibrate.ts'
import { check } from './check.ts'
import {
  type Command,
  type Done,
  done,
  NotWritten,
  type Question,
  type Setting,
} from './command.ts'
import { draw } from './draw-command.ts'
import { engineVersion } from './engine-version.ts'
import { explain } from './explain.ts'
import { rank } from './rank.ts'
import { replay } from './replay.ts'
import { diff, rules } from './rules.ts'
import { simulate, sweep } from './simulate.ts'
import { test } from './test.ts'
import { witness } from './witness.ts'

type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: true }>
>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const texts = { type: 'string', multiple: true } as const
const shared: Options = { lang: text, help: flag, version: flag }
const aboutRuns: Options = {
  seekers: text,
  homes: text,
  lettings: text,
  set: texts,
  years: text,
  replications: text,
  part: text,
  seed: text,
  threads: text,
  keep: text,
  json: text,
  report: text,
  'even-if-unlawful': flag,
}
const aboutCase: Options = { rules: text, listing: text, seekers: text, on: text, seed: text }

/** Per command: who answers, its options, and how many words it needs at least. */
const commands: Readonly<
  Record<
    CommandName,
    { readonly answer: Command; readonly options: Options; readonly least: number }
  >
> = {
  check: { answer: check, options: {}, least: 1 },
  test: { answer: test, options: {}, least: 0 },
  rank: { answer: rank, options: { ...aboutCase, json: flag, receipt: text }, least: 0 },
  explain: { answer: explain, options: { ...aboutCase, seeker: text, full: flag }, least: 0 },
  replay: { answer: replay, options: {}, least: 1 },
  audit: { answer: audit, options: { key: text, checkpoint: text }, least: 0 },
  backup: { answer: backup, options: {}, least: 1 },
  restore: {
    answer: restore,
    options: { key: text, checkpoint: text, check: flag, older: flag, unsigned: flag },
    least: 1,
  },
  resume: { answer: resume, options: { mail: flag }, least: 0 },
  witness: {
    answer: witness,
    options: { 'key-file': text, new: text, key: text },
    least: 0,
  },
  draw: {
    answer: draw,
    options: {
      id: text,
      lots: text,
      'rules-hash': text,
      'draw-at': text,
      chain: text,
      classes: text,
      parties: text,
      margin: text,
      commitment: text,
      values: text,
      folder: text,
      lot: text,
      'practice-seed': text,
    },
    least: 1,
  },
  rules: { answer: rules, options: { date: text, known: text }, least: 1 },
  diff: { answer: diff, options: {}, least: 2 },
  simulate: {
    answer: simulate,
    options: { ...aboutRuns, region: text, rules: texts, against: texts, plan: text },
    least: 0,
  },
  sweep: { answer: sweep, options: aboutRuns, least: 0 },
  calibrate: { answer: calibrate, options: { threads: text }, least: 1 },
}

/** Answers one question; never throws. */
export async function answer(args: readonly string[], setting: Setting): Promise<Done> {
  const language = languageIn(args) ?? setting.language
  const heard = { ...setting, language }
  const [first, ...rest] = args
  try {
    if (first === undefined || first.startsWith('-')) return about(args, heard)
    const name = commandNames.find((each) => each === first)
    if (!name) return unknown('unknown-command', first, commandNames, '', heard)
    return await asked(name, rest, heard)
  } catch (error) {
    return failed(error, heard)
  }
}

function about(args: readonly string[], setting: Setting): Done {
  const known = ['--help', '-h', '--version', '--lang']
  for (const [at, arg] of args.entries()) {
    const named = arg.startsWith('--lang=') ? arg.slice('--lang='.length) : undefined
    const found = args[at - 1] === '--lang' ? arg : named
    if (found !== undefined && !isLanguage(found)) {
      return wrongQuestion('no-language', { found }, '', setting)
    }
    if (found === undefined && !known.includes(arg)) {
      return unknown('unknown-option', arg, known, '', setting)
    }
  }
  if (args.includes('--version')) return done(0, engineVersion)
  return { exitCode: 0, output: helpText(undefined, setting.language) }
}

function asked(name: CommandName, args: readonly string[], setting: Setting): Done | Promise<Done> {
  const { answer: reply, options, least } = commands[name]
  const allowed = { ...shared, ...options }
  if (args.includes('--help') || args.includes('-h')) {
    return { exitCode: 0, output: helpText(name, setting.language) }
  }
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options: allowed,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = allowed[token.name]
    const names = Object.keys(allowed).map((each) => `--${each}`)
    if (!option) return unknown('unknown-option', token.rawName, names, name, setting)
    if (option.type === 'string' && isNoValue(token)) {
      return wrongQuestion('needs-value', { found: token.rawName }, name, setting)
    }
    if (token.name === 'lang' && !isLanguage(token.value)) {
      return wrongQuestion('no-language', { found: token.value ?? '' }, name, setting)
    }
  }
  if (positionals.length < least) {
    const usage = helpText(name, setting.language).split('\n')[0] ?? ''
    return done(2, usage, sayCommand(setting.language)('see-help', { command: name }))
  }
  // @NOTE an option is declared as text, texts or flag, so every value is one of these.
  return reply({ words: positionals, values: values as Question['values'] }, setting)
}

type Token = { readonly value: string | undefined; readonly inlineValue: boolean | undefined }

// Of `--report --json x` the first has no value; nor has `--rules "$BOOK"` where the shell knows no such name.
function isNoValue({ value, inlineValue }: Token): boolean {
  return value === undefined || value === '' || (inlineValue !== true && value.startsWith('--'))
}

function wrongQuestion(
  text: 'unknown-command' | 'unknown-option' | 'needs-value' | 'no-language',
  facts: { readonly found: string },
  command: string,
  { language }: Setting,
): Done {
  const say = sayCommand(language)
  return done(2, say(text, facts), say('see-help', { command }).replace('  ', ' '))
}

function unknown(
  text: 'unknown-command' | 'unknown-option',
  found: string,
  allowed: readonly string[],
  command: string,
  setting: Setting,
): Done {
  const { exitCode, output } = wrongQuestion(text, { found }, command, setting)
  const near = nearestWord(found, allowed)
  const hint = near ? `${sayCommand(setting.language)('did-you-mean', { near })}\n` : ''
  return { exitCode, output: `${hint}${output}` }
}

// A promise of our own that broke, or a file that cannot be written: said in one line, without a trace.
function failed(error: unknown, { language }: Setting): Done {
  const say = sayCommand(language)
  if (error instanceof NotWritten) {
    return done(2, say('cannot-write', { file: error.file, reason: error.reason }))
  }
  return done(
    2,
    say('unexpected', { cause: error instanceof Error ? error.message : String(error) }),
  )
}

function languageIn(args: readonly string[]): Language | undefined {
  const asked =
    args.find((each) => each.startsWith('--lang='))?.slice('--lang='.length) ??
    args[args.indexOf('--lang') + (args.includes('--lang') ? 1 : args.length)]
  return languages.find((each) => each === asked)
}

function isLanguage(text: string | undefined): boolean {
  return languages.some((each) => each === text)
}

/** Answers the question on the command line. */
export async function run(): Promise<void> {
  const args = process.argv.slice(2)
  const reply = await answer(args, {
    language: 'nl',
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    now: Math.floor(Date.now() / 1000),
    watch: {
      isTerminal: process.stderr.isTTY === true,
      // Some terminals say that they have no columns at all.
      columns: process.stderr.columns || 80,
      write: (line) => void process.stderr.write(line),
      seconds: () => performance.now() / 1000,
    },
    onInterrupt: untilLetGo,
  })
  const fault = await writeTo(reply.exitCode === 2 ? process.stderr : process.stdout, reply.output)
  process.exitCode = reply.exitCode
  // A reader that had enough (`| head`) is no fault; a disk that is full is.
  if (fault === undefined || fault === 'EPIPE') return
  const say = sayCommand(languageIn(args) ?? 'nl')
  await writeTo(process.stderr, `${say('cannot-show', { reason: fault })}\n`)
  process.exitCode = 2
}

// Who presses Ctrl-C a second time means it: then the program ends as any other.
function untilLetGo(stop: () => void): () => void {
  process.once('SIGINT', stop)
  return () => void process.off('SIGINT', stop)
}

/** Writes everything, or gives the code of what went wrong. */
function writeTo(stream: NodeJS.WriteStream, text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const ended = (error?: Error | null) =>
      resolve(error ? ('code' in error ? String(error.code) : error.message) : undefined)
    stream.once('error', ended)
    stream.write(text, ended)
  })
}

if (import.meta.main) await run()
