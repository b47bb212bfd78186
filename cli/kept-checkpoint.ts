/** A signed checkpoint of the log (ijkpunt) that somebody kept, to hold a later log to. */
import { readFileSync } from 'node:fs'
import { readCheckpoint, type SignedCheckpoint } from '../core/basics/checkpoint.ts'

/** Undefined where the file cannot be read, or holds no checkpoint. */
export function checkpointIn(file: string): SignedCheckpoint | undefined {
  try {
    return readCheckpoint(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
