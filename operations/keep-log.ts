/**
 * Keeps the log provable (logboek bijhouden): gives positions to new events and signs a checkpoint over them.
 * The clock does it, in every process; it hurts nobody that several do.
 */

import { readCheckpoint, readKeyText } from '../core/basics/checkpoint.ts'
import type { NamedKey } from '../core/basics/key-change.ts'
import { hex } from '../core/basics/sha256.ts'
import type { Store } from '../store/database.ts'
import { announcedKeys, keyAt } from '../store/key-changes.ts'
import {
  announcedKey,
  findLogKey,
  isSignedBy,
  type LogKey,
  publicKeyText,
  readLogKey,
} from '../store/log-key.ts'
import {
  consistencyInLog,
  latestCheckpoint,
  logSize,
  placeEvents,
  type StoredCheckpoint,
  signCheckpoint,
} from '../store/log-tree.ts'

export {
  announcedKey,
  findLogKey,
  isSignedBy,
  type LogKey,
  publicKeyText,
  readLogKey,
  type StoredCheckpoint,
}

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

type OfLog = { readonly store: Store; readonly region: string; readonly logKey?: LogKey }

/** The public key with which so many events are signed, in one line; undefined where nothing is signed here. */
export async function keyInUse(
  { store, region, logKey }: OfLog,
  size: number,
): Promise<string | undefined> {
  if (!logKey) return undefined
  const publicKey = keyAt(logKey.publicKey, await announcedKeys(store, region, logKey), size)
  return publicKeyText({ name: logKey.name, publicKey })
}

/** Whether the key with which the log would be signed next is here. */
export async function signingKeyIsHere({ store, region, logKey }: OfLog): Promise<boolean> {
  const last = await latestCheckpoint(store, region)
  if (!logKey) return last === undefined
  const announced = await announcedKeys(store, region, logKey)
  const next = logKey.other(announced.at(-1)?.publicKey ?? logKey.publicKey)
  const read = last && readCheckpoint(last.note)
  const before = keyAt(logKey.publicKey, announced, last?.size ?? 0)
  const isOurs = !read || isSignedBy(read, { name: logKey.name, publicKey: before })
  return next !== undefined && isOurs
}

/** The announcements of other keys that a checkpoint counts (sleutelwissels), in order, each signed by both keys. */
export async function keyChanges({ store, region, logKey }: OfLog): Promise<string[]> {
  const last = await latestCheckpoint(store, region)
  if (!logKey || !last) return []
  const announced = await announcedKeys(store, region, logKey)
  return announced.flatMap(({ position, note }) =>
    position !== null && position < last.size ? [note] : [],
  )
}

/** The keys that follow on one that is known, by such announcements: itself first, the newest last. */
export function keysAfter(known: string, notes: readonly string[]): NamedKey[] {
  const first = readKeyText(known)
  const keys = first ? [first] : []
  for (const note of notes) {
    const before = keys.at(-1)
    const next = before && announcedKey(note, before)
    if (next) keys.push(next)
  }
  return keys
}
