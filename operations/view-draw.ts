/**
 * A draw of lots as everybody may see it (loting): what was committed before, what the public round said, and
 * all lots with their places, without a name. Done again for whoever looks.
 */
import { inclusionProof, merkleTree } from '../core/basics/merkle.ts'
import { hex } from '../core/basics/sha256.ts'
import { checkDraw, type DrawProblem } from '../core/ranking/check-draw.ts'
import {
  type Commitment,
  checkInclusion,
  hashCommitment,
  inByteOrder,
  type LotProof,
} from '../core/ranking/commit-lottery.ts'
import type { Draw, DrawnLot } from '../core/ranking/draw-lots.ts'
import { timeOf } from '../core/ranking/settle-randomness.ts'
import { type DrawHead, drawHeadOf, drawResultOf, lotsHeldBy, lotsOf } from '../store/draws.ts'
import { receiptOfEvent } from '../store/events.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { type Actor, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'

export type { Commitment, Draw, DrawnLot, DrawProblem, LotProof }

export type ShownDraw = {
  readonly home: ShownHome
  /** Not closed, waiting for the round, the round is late, or done. */
  readonly state: 'open' | 'waiting' | 'late' | 'done'
  readonly committed: ShownCommitment | undefined
  readonly done: (DoneAgain & { readonly settledAt: Date }) | undefined
}

export type ShownCommitment = {
  readonly commitment: Commitment
  readonly hash: string
  /** Hash of the event in the log, by which `/controle` finds it. */
  readonly logged: string | undefined
  readonly drawnFrom: Date
  /** When the first fallback would speak. */
  readonly fallbackFrom: Date | undefined
}

export type DoneAgain = {
  readonly draw: Draw
  /** Nothing when it holds. */
  readonly problems: readonly DrawProblem[]
}

const millisecondsInSecond = 1000
/** A round comes within seconds; after this long it is late, and people are told so. */
const lateAfter = 5 * 60_000

/** Undefined where there is no listing on which a lot decides, or that everybody may see. */
export async function viewDraw(setting: Setting, listing: number): Promise<ShownDraw | undefined> {
  const { store, region } = setting
  const now = setting.now()
  const [home, head] = await Promise.all([
    homeOf(store, region, listing),
    drawHeadOf(store, region, listing),
  ])
  if (!home?.opensAt || home.opensAt > now) return undefined
  if (!head) {
    const isComing = home.facts.model === 'lottery' && home.state === 'open'
    return isComing ? { home, state: 'open', committed: undefined, done: undefined } : undefined
  }
  const { commitment, drawnFrom, settledAt, event } = head
  const [, second] = commitment.sources
  const done = settledAt && (await doneAgain(setting, listing, commitment))
  const isLate = now.getTime() > drawnFrom.getTime() + lateAfter
  return {
    home,
    state: done ? 'done' : isLate ? 'late' : 'waiting',
    committed: {
      ...{ commitment, drawnFrom, hash: hashCommitment(commitment) },
      logged: (await receiptOfEvent(store, region, event))?.hash,
      fallbackFrom: second && new Date(timeOf(second, commitment.chain) * millisecondsInSecond),
    },
    done: done && settledAt ? { ...done, settledAt } : undefined,
  }
}

// A draw never changes: whoever comes second need not wait for the same sum.
const keptDraws = new WeakMap<Setting['store'], Map<number, Promise<DoneAgain | undefined>>>()
const keptMax = 8

function keptUnder<What>(kept: Map<number, What>, listing: number, make: () => What): What {
  const known = kept.get(listing)
  if (known) return known
  const [oldest] = kept.keys()
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
  const made = make()
  kept.set(listing, made)
  return made
}

async function doneAgain(
  { store, region, beacon }: Setting,
  listing: number,
  before: Commitment,
): Promise<DoneAgain | undefined> {
  const kept = keptDraws.get(store) ?? new Map<number, Promise<DoneAgain | undefined>>()
  keptDraws.set(store, kept)
  return keptUnder(kept, listing, async () => {
    const draw = await drawResultOf(store, region, listing)
    if (!draw) kept.delete(listing)
    return (
      draw && { draw, problems: checkDraw(draw, (said) => beacon?.holds(said) ?? false, before) }
    )
  })
}

export type LotAnswer = {
  readonly lot: string
  /** Whether it stands on the list that was committed. */
  readonly isIncluded: boolean
  /** With which anybody can see that, without the other lots. */
  readonly proof: LotProof | undefined
  readonly drawn: DrawnLot | undefined
}

/** One lot in a draw; the answer holds nothing about whose it is. Undefined where there is no draw. */
export async function findLot(
  setting: Setting,
  listing: number,
  lot: string,
): Promise<LotAnswer | undefined> {
  const head = await drawHeadOf(setting.store, setting.region, listing)
  return head && answerAbout(setting, head, lot)
}

async function answerAbout(setting: Setting, head: DrawHead, lot: string): Promise<LotAnswer> {
  const { commitment, listing } = head
  const proof = await proofOf(setting, listing, lot)
  const done = head.settledAt && (await doneAgain(setting, listing, commitment))
  return {
    ...{ lot, proof },
    isIncluded: proof !== undefined && checkInclusion(commitment, lot, proof).length === 0,
    drawn: done ? done.draw.lots.find((each) => each.lot === lot) : undefined,
  }
}

type Committed = { readonly names: readonly string[]; readonly tree: ReturnType<typeof merkleTree> }
const keptTrees = new WeakMap<Setting['store'], Map<number, Promise<Committed>>>()

async function proofOf(
  { store, region }: Setting,
  listing: number,
  lot: string,
): Promise<LotProof | undefined> {
  const kept = keptTrees.get(store) ?? new Map<number, Promise<Committed>>()
  keptTrees.set(store, kept)
  const { names, tree } = await keptUnder(kept, listing, async () => {
    const list = inByteOrder(await lotsOf(store, region, listing))
    const listed = list.map((each) => each.lot)
    return { names: listed, tree: merkleTree(listed) }
  })
  const index = names.indexOf(lot)
  return index < 0 ? undefined : { index, path: inclusionProof(tree, index).map(hex) }
}

export type OwnLots = { readonly home: ShownHome; readonly lots: readonly LotAnswer[] }

/** The lots of somebody in a draw, each with its proof. */
export async function viewOwnLots(
  setting: Setting,
  actor: Actor,
  person: string,
  listing: number,
): Promise<OwnLots | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [home, head, held] = await Promise.all([
      homeOf(store, region, listing),
      drawHeadOf(store, region, listing),
      lotsHeldBy(store, region, listing, person),
    ])
    if (!home || !head || held.length === 0) return refuse('not-found')
    const lots = await Promise.all(held.map((lot) => answerAbout(setting, head, lot)))
    return { home, lots }
  })
}
