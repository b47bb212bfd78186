/**
 * The secret of the practice beacon (oefenbaken) of one installation, made on first use and kept in a file that
 * only its owner reads: who does not have it cannot know a round before its time.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the secret from a folder, or makes it there; processes that start at once get the same one. */
export function readPracticeSeed(folder: string): string {
  const file = join(folder, 'practice-seed')
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    // A link to a finished file appears whole, and only for whoever comes first.
    linkSync(draft, file)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8')
}
