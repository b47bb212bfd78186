/**
 * Commitment of a lottery (vastlegging van een loting), scheme `wrv-loting-v1`: what is published
 * before the random value exists, so that afterwards nobody can add, leave out or move anyone.
 */
import { assert } from '../basics/assert.ts'
import { compareText } from '../basics/bytewise.ts'
import { canonicalJson } from '../basics/canonical-json.ts'
import { inclusionProof, merkleRoot, merkleTree, verifyInclusion } from '../basics/merkle.ts'
import type { NoFacts, Problem } from '../basics/problem.ts'
import { bytesOfHex, hex, sha256 } from '../basics/sha256.ts'
import {
  type BeaconChain,
  checkSources,
  type Instant,
  type RandomnessProblem,
  type RandomSource,
  timeOf,
} from './settle-randomness.ts'

export const scheme = 'wrv-loting-v1'

/** Between the commitment and the named round lies at least an hour, in which everybody can see it. */
export const marginSecondsLeast = 3600

/** Priority class (voorrangsklasse): a name, or a whole number. */
export type PriorityClass = string | number

/** A lot (lot): a text that names nobody, in the class that its holder stands in. */
export type Lot = { readonly lot: string; readonly class: PriorityClass }

/** Hashes are 32 bytes in lower-case hexadecimal. */
export type Commitment = {
  readonly scheme: string
  readonly lottery: string
  readonly committedAt: Instant
  readonly marginSeconds: number
  /** Names the rules by which the lots were admitted and classed. */
  readonly rulesHash: string
  /** The class that is served first, first. */
  readonly classes: readonly PriorityClass[]
  /** n: how many lots there are. */
  readonly lotCount: number
  /** R: the Merkle root over the lots, in the order of their bytes. */
  readonly lotsRoot: string
  /** C: SHA-256 of the canonical JSON of [[lot, class], …] in that order. */
  readonly listHash: string
  readonly chain: BeaconChain
  /** The named round, and then its fallbacks in order. */
  readonly sources: readonly RandomSource[]
}

/** What is settled about a lottery apart from its list. */
export type LotteryPlan = Omit<Commitment, 'scheme' | 'lotCount' | 'lotsRoot' | 'listHash'>

/** Shows that a lot is on the list without showing the other lots (bewijs van opname). */
export type LotProof = { readonly index: number; readonly path: readonly string[] }

/** Why a lottery cannot be committed, or a list is not the one that was committed. */
export type CommitmentProblem =
  | RandomnessProblem
  | Problem<{
      'unknown-scheme': { readonly scheme: string }
      'margin-too-short': { readonly marginSeconds: number; readonly least: number }
      'committed-too-late': { readonly committedAt: Instant; readonly latest: Instant }
      'duplicate-class': { readonly class: PriorityClass }
      'no-lots': NoFacts
      'lot-unreadable': { readonly lot: string }
      'duplicate-lot': { readonly lot: string }
      'unknown-class': { readonly lot: string; readonly class: PriorityClass }
      'count-mismatch': { readonly committed: number; readonly found: number }
      'lots-changed': { readonly committed: string; readonly found: string }
      'classes-changed': { readonly committed: string; readonly found: string }
      'not-included': { readonly lot: string }
    }>

/** Binds a lottery to its list of lots, which may come in any order. */
export function commitLottery(
  plan: LotteryPlan,
  lots: readonly Lot[],
):
  | { readonly committed: true; readonly commitment: Commitment }
  | { readonly committed: false; readonly problems: readonly CommitmentProblem[] } {
  const list = inByteOrder(lots)
  const problems = [...checkPlan(plan), ...checkList(list, plan.classes)]
  if (problems.length > 0) return { committed: false, problems }
  return { committed: true, commitment: { scheme, ...plan, ...fingerprintOf(list) } }
}

/** Whether a commitment keeps the rules of the scheme, whoever made it. */
export function checkCommitment(commitment: Commitment): CommitmentProblem[] {
  const problems = checkPlan(commitment)
  if (commitment.scheme === scheme) return problems
  return [{ code: 'unknown-scheme', facts: { scheme: commitment.scheme } }, ...problems]
}

/** Whether these are the lots and classes that were committed. */
export function checkLots(commitment: Commitment, lots: readonly Lot[]): CommitmentProblem[] {
  const list = inByteOrder(lots)
  const { lotCount, lotsRoot, listHash } = fingerprintOf(list)
  const problems = checkList(list, commitment.classes)
  if (lotCount !== commitment.lotCount) {
    const facts = { committed: commitment.lotCount, found: lotCount }
    return [...problems, { code: 'count-mismatch', facts }]
  }
  if (lotsRoot !== commitment.lotsRoot) {
    const facts = { committed: commitment.lotsRoot, found: lotsRoot }
    return [...problems, { code: 'lots-changed', facts }]
  }
  if (listHash !== commitment.listHash) {
    const facts = { committed: commitment.listHash, found: listHash }
    return [...problems, { code: 'classes-changed', facts }]
  }
  return problems
}

/** A commitment in one line, for the log, witnesses and paper: SHA-256 of its canonical JSON. */
export function hashCommitment(commitment: Commitment): string {
  return hex(sha256(canonicalJson(commitment)))
}

/** For each lot the proof that it is on the list. */
export function proveInclusion(lots: readonly Lot[]): ReadonlyMap<string, LotProof> {
  const list = inByteOrder(lots)
  const tree = merkleTree(list.map(({ lot }) => lot))
  return new Map(
    list.map(({ lot }, index) => [lot, { index, path: inclusionProof(tree, index).map(hex) }]),
  )
}

/** The holder's own check, which needs no other lot: was mine on the list that was committed? */
export function checkInclusion(
  { lotsRoot, lotCount }: Commitment,
  lot: string,
  { index, path }: LotProof,
): CommitmentProblem[] {
  const proof = path.map((hash) => bytesOfHex(hash) ?? new Uint8Array())
  const included = verifyInclusion({
    root: rootOf(lotsRoot),
    count: lotCount,
    index,
    entry: lot,
    proof,
  })
  return included ? [] : [{ code: 'not-included', facts: { lot } }]
}

/** The order of the list: by the bytes of the lot. */
export function inByteOrder<L extends Lot>(lots: readonly L[]): L[] {
  return lots.toSorted((a, b) => compareText(a.lot, b.lot))
}

export function rootOf(lotsRoot: string): Uint8Array {
  const root = bytesOfHex(lotsRoot)
  assert(root !== undefined, 'a root is written in hexadecimal')
  return root
}

function checkPlan(plan: LotteryPlan): CommitmentProblem[] {
  const { committedAt, marginSeconds, classes, chain, sources } = plan
  const problems: CommitmentProblem[] = checkSources(chain, sources)
  const [named] = sources
  const latest = named === undefined ? undefined : timeOf(named, chain) - marginSeconds
  if (!Number.isSafeInteger(marginSeconds) || marginSeconds < marginSecondsLeast) {
    const facts = { marginSeconds, least: marginSecondsLeast }
    problems.push({ code: 'margin-too-short', facts })
  }
  if (latest !== undefined && committedAt > latest) {
    problems.push({ code: 'committed-too-late', facts: { committedAt, latest } })
  }
  const repeated = classes.filter((name, index) => classes.indexOf(name) !== index)
  for (const name of repeated) problems.push({ code: 'duplicate-class', facts: { class: name } })
  return problems
}

function checkList(list: readonly Lot[], classes: readonly PriorityClass[]): CommitmentProblem[] {
  if (list.length === 0) return [{ code: 'no-lots', facts: {} }]
  const known = new Set(classes)
  return list.flatMap((entry, index): CommitmentProblem[] => {
    const { lot } = entry
    if (lot === '' || !lot.isWellFormed()) return [{ code: 'lot-unreadable', facts: { lot } }]
    if (list[index - 1]?.lot === lot) return [{ code: 'duplicate-lot', facts: { lot } }]
    if (!known.has(entry.class))
      return [{ code: 'unknown-class', facts: { lot, class: entry.class } }]
    return []
  })
}

function fingerprintOf(
  list: readonly Lot[],
): Pick<Commitment, 'lotCount' | 'lotsRoot' | 'listHash'> {
  const pairs = list.map((entry) => [entry.lot, entry.class])
  return {
    lotCount: list.length,
    lotsRoot: hex(merkleRoot(merkleTree(list.map(({ lot }) => lot)))),
    listHash: hex(sha256(canonicalJson(pairs))),
  }
}
