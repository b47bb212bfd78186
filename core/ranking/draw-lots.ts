/**
 * Lottery (loting) that anyone can recompute, scheme `wrv-loting-v1`. The list of lots is bound before
 * the chance exists (commit-lottery). Then a public random value gives every lot a key of its own, and
 * the lots stand in the order of their keys. That order follows from the commitment and the value alone:
 * a lottery has one outcome, and there is no second draw. Recipe in docs/guides/verify-a-draw.md.
 */
import { assert } from '../basics/assert.ts'
import { u64be } from '../basics/bytewise.ts'
import { bytesOfHex, hex, hmacUnder, sha256 } from '../basics/sha256.ts'
import {
  type Commitment,
  type CommitmentProblem,
  checkCommitment,
  checkLots,
  inByteOrder,
  type Lot,
  type PriorityClass,
  rootOf,
  scheme,
} from './commit-lottery.ts'
import {
  type Evidence,
  type Instant,
  type SignatureCheck,
  settleRandomness,
} from './settle-randomness.ts'

/** A published draw (uitslag): all that is needed to do it again, and no names. */
export type Draw = {
  readonly commitment: Commitment
  readonly drawnAt: Instant
  /** What the source of chance said, and when that was received. */
  readonly evidence: readonly Evidence[]
  /** Parties of the last fallback who kept their secret to themselves. */
  readonly silent: readonly string[]
  /** b: the random value. */
  readonly value: string
  /** S: the seed. */
  readonly seed: string
  /** In the order of the list, each with its place in the order of the draw. */
  readonly lots: readonly DrawnLot[]
}

export type DrawnLot = Lot & { readonly key: string; readonly place: number }

/** Orders the lots of a committed lottery by what its sources of chance said. */
export function drawLots(input: {
  readonly commitment: Commitment
  readonly lots: readonly Lot[]
  readonly evidence: readonly Evidence[]
  readonly now: Instant
  readonly signatureHolds: SignatureCheck
}):
  | { readonly drawn: true; readonly draw: Draw }
  | { readonly drawn: false; readonly problems: readonly CommitmentProblem[] } {
  const { commitment, evidence, now, signatureHolds } = input
  // What stands in order already is put in order again in no time.
  const lots = inByteOrder(input.lots)
  const { chain, sources, classes } = commitment
  const settlement = settleRandomness({ chain, sources, evidence, now, signatureHolds })
  const problems = [...checkCommitment(commitment), ...checkLots(commitment, lots)]
  if (!settlement.settled) problems.push(...settlement.problems)
  if (!settlement.settled || problems.length > 0) return { drawn: false, problems }

  const seed = seedOf(commitment, settlement.value)
  const draw = {
    commitment,
    drawnAt: now,
    evidence: settlement.evidence,
    silent: settlement.silent,
    value: hex(settlement.value),
    seed: hex(seed),
    lots: placeLots(lots, classes, seed),
  }
  return { drawn: true, draw }
}

/** S: follows from the lottery's id, the number of lots, their Merkle root and the random value. */
export function seedOf(
  { lottery, lotCount, lotsRoot }: Pick<Commitment, 'lottery' | 'lotCount' | 'lotsRoot'>,
  value: Uint8Array,
): Uint8Array {
  const id = new TextEncoder().encode(lottery)
  return sha256(`${scheme}\0`, u64be(id.length), id, u64be(lotCount), rootOf(lotsRoot), value)
}

/** A lot's key: 32 bytes in hexadecimal, which as text have the order that they have as bytes. */
export type LotKey = string

/** HMAC-SHA256 of the lot under the seed: everyone can compute their own without any other lot. */
export function lotKey(seed: Uint8Array, lot: string): LotKey {
  return lotKeyUnder(seed)(lot)
}

/** The same for many lots under one seed. */
export function lotKeyUnder(seed: Uint8Array): (lot: string) => LotKey {
  return hmacUnder(seed)
}

/** The lowest key comes first. */
export function compareLotKeys(a: LotKey, b: LotKey): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The positions of these keys, the lowest key first. What a key begins with fits in one number with its
 * position, and numbers sort many times faster than texts.
 */
export function orderOfKeys(keys: readonly LotKey[]): Uint32Array {
  const count = keys.length
  const packed = new Float64Array(count)
  for (let at = 0; at < count; at += 1) packed[at] = beginningOf(keys[at] ?? '') * count + at
  packed.sort()
  const order = new Uint32Array(count)
  let last = -1
  for (let place = 0; place < count; place += 1) {
    const position = (packed[place] ?? 0) % count
    const beginning = ((packed[place] ?? 0) - position) / count
    order[place] = position
    if (beginning === last) moveUp(order, place, keys)
    last = beginning
  }
  return order
}

/** In 53 bits they leave room for the positions of 33 million keys. */
const digitsPacked = 7

function beginningOf(key: LotKey): number {
  return Number.parseInt(key.slice(0, digitsPacked), 16)
}

// Of the few keys that begin alike, a lower one moves before the higher ones.
function moveUp(order: Uint32Array, place: number, keys: readonly LotKey[]): void {
  const position = order[place] ?? 0
  let at = place
  for (; at > 0; at -= 1) {
    const before = order[at - 1] ?? 0
    if (compareLotKeys(keys[before] ?? '', keys[position] ?? '') <= 0) break
    order[at] = before
  }
  order[at] = position
}

/** Class after class, and within a class by key; equal keys, which never occur, by lot. */
function placeLots(
  lots: readonly Lot[],
  classes: readonly PriorityClass[],
  seed: Uint8Array,
): DrawnLot[] {
  const list = inByteOrder(lots)
  const keys = list.map(({ lot }) => lot).map(lotKeyUnder(seed))
  const next = firstPlaces(list, classes)
  const places = new Uint32Array(list.length)
  // A list has thousands of classes where thousands of ties are drawn: each lot is looked at once, and no class.
  for (const position of orderOfKeys(keys)) {
    const served = list[position]?.class ?? ''
    const place = next.get(served) ?? 0
    places[position] = place
    next.set(served, place + 1)
  }
  // Field by field: whatever else a caller keeps with its lots, such as names, is not published.
  return list.map((entry, position) => ({
    ...{ lot: entry.lot, class: entry.class },
    ...{ key: keys[position] ?? '', place: places[position] ?? 0 },
  }))
}

/** At which place each class begins. */
function firstPlaces(
  list: readonly Lot[],
  classes: readonly PriorityClass[],
): Map<PriorityClass, number> {
  const counts = new Map<PriorityClass, number>()
  for (const entry of list) counts.set(entry.class, (counts.get(entry.class) ?? 0) + 1)
  let place = 1
  return new Map(
    classes.map((served) => {
      const first = place
      place += counts.get(served) ?? 0
      return [served, first]
    }),
  )
}

/**
 * The place of somebody who was wrongly left out, exactly as it would have been: the others keep their
 * order, so nothing is drawn again. Only for a lot that was given and logged before the random value
 * existed. Undefined for a class that the lottery does not have.
 */
export function placeIfIncluded(draw: Draw, left: Lot): number | undefined {
  const rank = draw.commitment.classes.indexOf(left.class)
  if (rank === -1) return undefined
  const servedBefore = new Set(draw.commitment.classes.slice(0, rank))
  const seed = bytesOfHex(draw.seed)
  assert(seed !== undefined, 'a seed is written in hexadecimal')
  const key = lotKey(seed, left.lot)
  const ahead = draw.lots.filter(
    (other) => servedBefore.has(other.class) || (other.class === left.class && other.key < key),
  )
  return ahead.length + 1
}
