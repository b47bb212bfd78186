/**
 * Anybody asks whether what they hold stands in the log (zelf controleren): the hash of an event, the body of
 * one, or a receipt. They get the position, the proof, and the checkpoint it leads to; nothing is kept of it.
 */

import type { TileAt } from '../core/basics/merkle-tiles.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import { listingOf } from '../store/listings.ts'
import { eventByHash, eventByNumber, leafHash, type PlacedEvent } from '../store/log.ts'
import {
  inclusionInLog,
  latestCheckpoint,
  type StoredCheckpoint,
  tileOfLog,
} from '../store/log-tree.ts'
import { listingOfReceipt, rankingOf } from '../store/rankings.ts'
import { checkDecision, type DecidedAgain, decideAgain } from './decide-again.ts'
import type { Setting } from './operation.ts'

/** What somebody holds is no larger; the receipt of a long list is some millions of characters. */
export const heldBytesMost = 8 * 1024 * 1024

export type Found = {
  readonly event: Omit<PlacedEvent, 'position'>
  /** Undefined while it waits for a position. */
  readonly position: number | undefined
  /** The listing whose list the receipt is of. */
  readonly listing?: number
  /** Undefined until the first checkpoint over it. */
  readonly proof?: {
    readonly checkpoint: StoredCheckpoint
    readonly hashes: readonly string[]
  }
}

export type Looked = {
  /** What was held: a hash, a body of an event, a receipt, or something else. */
  readonly held: 'hash' | 'event' | 'receipt' | 'unknown'
  readonly hash?: string
  readonly found?: Found
  /** For a receipt: what deciding again came to. */
  readonly again?: DecidedAgain
}

/** Looks for what somebody pasted. */
export async function findInLog(setting: Setting, pasted: string): Promise<Looked> {
  const text = pasted.trim()
  const digits = text.toLowerCase().replaceAll(/\s/g, '')
  if (/^[0-9a-f]{64}$/.test(digits)) {
    const found = await foundBy(setting, Buffer.from(digits, 'hex'))
    return { held: 'hash', hash: digits, ...(found && { found }) }
  }
  const json = kindOfJson(text)
  if (json === 'receipt') {
    const hash = sha256(text)
    const found = await foundBy(setting, hash)
    return { held: json, hash: hex(hash), ...(found && { found }), again: decideAgain(text) }
  }
  if (json === 'event') {
    const hash = leafHash(text)
    const found = await foundBy(setting, hash)
    return { held: json, hash: hex(hash), ...(found && { found }) }
  }
  return { held: 'unknown' }
}

function kindOfJson(text: string): 'receipt' | 'event' | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return undefined
    if ('scheme' in read) return 'receipt'
    return 'kind' in read ? 'event' : undefined
  } catch {
    return undefined
  }
}

async function foundBy(setting: Setting, hash: Uint8Array): Promise<Found | undefined> {
  const { store, region } = setting
  const own = await eventByHash(store, region, hash)
  const list = own ? undefined : await listingOfReceipt(store, region, hash)
  const row = own ?? (list && (await eventByNumber(store, region, list.event)))
  if (!row) return undefined
  const { position, ...event } = row
  const checkpoint = await latestCheckpoint(store, region)
  const about = { event, ...(list && { listing: list.listing }) }
  if (position === null || !checkpoint || checkpoint.size <= position) {
    return { ...about, position: position ?? undefined }
  }
  const hashes = await inclusionInLog(store, region, position, checkpoint.size)
  return { ...about, position, proof: { checkpoint, hashes: hashes.map(hex) } }
}

/** Looks for the list of a listing, and decides it again as it is kept; undefined where none was made. */
export async function findDecision(setting: Setting, listing: number): Promise<Looked | undefined> {
  const { store, region } = setting
  const kept = await rankingOf(store, region, listing)
  const event = kept && (await eventByNumber(store, region, kept.event))
  if (!kept || !event) return undefined
  const found = await foundBy(setting, event.hash)
  const about = await listingOf(store, region, listing)
  const key = [region, listing, hex(sha256(kept.receipt)), event.body].join(' ')
  const again =
    decided.get(key) ??
    checkDecision(kept.receipt, event, String(listing), about?.ruleBooks.toSorted())
  // Whatever is asked for again and again by everybody is decided once.
  if (decided.size >= decidedMax) decided.clear()
  decided.set(key, again)
  return {
    ...{ held: 'receipt', hash: hex(kept.hash), again },
    ...(found && { found: { ...found, listing } }),
  }
}

const decided = new Map<string, DecidedAgain>()
const decidedMax = 200

/** A tile of the tree, for who keeps a copy of it; nothing of it is secret. */
export async function tileForAll({ store, region }: Setting, at: TileAt) {
  return tileOfLog(store, region, at)
}
