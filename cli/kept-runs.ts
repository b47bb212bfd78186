/** Finished replications in a folder (bewaarde runs): one file each, under the name of their run. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Kept } from '../simulator/compare.ts'
import { NotWritten, writeWhole } from './command.ts'

export const usualFolder = join('.verdeelsleutel', 'runs')

const file = z.object({
  run: z.string(),
  replication: z.int(),
  figures: z.record(z.string(), z.record(z.string(), z.number().nullable())),
})

/** The folder is made at once: that it cannot be is told before anything was lived. */
export function keptIn(folder: string): Kept {
  makeFolder(folder)
  const fileOf = (run: string, replication: number) => join(folder, run, `${replication}.json`)
  return {
    read: (run, replication) => {
      const found = readKept(fileOf(run, replication))
      return found?.run === run && found.replication === replication ? found.figures : undefined
    },
    keep: (run, replication, figures) => {
      makeFolder(join(folder, run))
      writeWhole(fileOf(run, replication), [`${JSON.stringify({ run, replication, figures })}\n`])
    },
  }
}

// A file that is not there or not whole is a replication still to be lived.
function readKept(path: string): z.output<typeof file> | undefined {
  try {
    return file.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

function makeFolder(folder: string): void {
  try {
    makeWithin(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new NotWritten(folder, error)
  }
}

// @NOTE one folder after the other: where the last that exists takes none, `recursive` of Node never ends.
function makeWithin(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeWithin(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}
