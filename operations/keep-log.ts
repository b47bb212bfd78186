/**
 * Keeps the log provable (logboek bijhouden): gives positions to new events and signs a checkpoint over them.
 * The clock does it, in every process; it hurts nobody that several do.
 */
import { hex } from '../core/basics/sha256.ts'
import type { Store } from '../store/database.ts'
import { isSignedBy, type LogKey, publicKeyText, readLogKey } from '../store/log-key.ts'
import {
  consistencyInLog,
  latestCheckpoint,
  logSize,
  placeEvents,
  type StoredCheckpoint,
  signCheckpoint,
} from '../store/log-tree.ts'

export { isSignedBy, type LogKey, publicKeyText, readLogKey, type StoredCheckpoint }

/** What a log is called in its checkpoints, where nobody gave it another name. */
export function logNameOf(region: string): string {
  return `verdeelsleutel/${region}`
}

/** @throws where the log does not continue what was signed before; then nothing is signed. */
export async function keepLog(
  { store, region, now }: { store: Store; region: string; now(): Date },
  key: LogKey,
): Promise<StoredCheckpoint> {
  await placeEvents(store, region)
  return signCheckpoint(store, region, key, now())
}

/** The hashes that show that the log only grew from one number of events to another (bewijs van aangroei). */
export async function growthOf(
  { store, region }: { readonly store: Store; readonly region: string },
  first: number,
  second: number,
): Promise<string[] | undefined> {
  if (first < 1 || first > second || second > (await logSize(store, region))) return undefined
  return (await consistencyInLog(store, region, first, second)).map(hex)
}

/** The last checkpoint that was signed. */
export async function lastCheckpoint({
  store,
  region,
}: {
  readonly store: Store
  readonly region: string
}): Promise<StoredCheckpoint | undefined> {
  return latestCheckpoint(store, region)
}
