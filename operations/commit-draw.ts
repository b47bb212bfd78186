/**
 * Before lots are drawn (vastlegging van een loting): who holds which lot is bound, and which public round
 * will draw them, at least an hour later. Nobody can add, leave out or choose after that.
 */
import { hex, sha256 } from '../core/basics/sha256.ts'
import { commitLottery, marginSecondsLeast } from '../core/ranking/commit-lottery.ts'
import { lotsFor } from '../core/ranking/order-holders.ts'
import { type Ranking, weightOf } from '../core/ranking/rank-listing.ts'
import { firstRoundFrom, timeOfRound, usualSources } from '../core/ranking/settle-randomness.ts'
import { addDraw, type HeldLot } from '../store/draws.ts'
import type { KeptReceipt } from '../store/kept-receipt.ts'
import { setListingState } from '../store/listings.ts'
import type { Closed } from './close-listing.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'
import { tellList } from './tell-list.ts'

export type Undrawn = {
  readonly ranking: Ranking
  /** The list with its ties open. */
  readonly receipt: KeptReceipt
  readonly closed: Closed
  /** Hashes of the rule books. */
  readonly rules: readonly string[]
}

/** The lottery's name, for everybody who checks it. */
function lotteryName(region: string, listing: number): string {
  return `${region}/${listing}`
}

const millisecondsInSecond = 1000

/** Fixes the lots and the round that will draw them, before that round exists; the list follows when it is there. */
export async function commitDraw(
  doing: Doing,
  { ranking, receipt, closed, rules }: Undrawn,
): Promise<Closed | Refusal> {
  const { transaction, region, at, setting } = doing
  const { beacon } = setting
  if (!beacon) return refuse('no-beacon')
  const lots = lotsOfTies(ranking, () => setting.newId())
  if (!lots) return refuse('weights-unknown')
  const committedAt = Math.floor(at.getTime() / millisecondsInSecond)
  const round = firstRoundFrom(beacon.chain, committedAt + marginSecondsLeast)
  const plan = {
    ...{ lottery: lotteryName(region, closed.listing), committedAt },
    ...{ marginSeconds: marginSecondsLeast, rulesHash: hex(sha256(rules.join(' '))) },
    ...{ classes: ranking.undrawn.map(([from]) => from + 1), chain: beacon.chain },
    sources: usualSources(beacon.chain, round),
  }
  const made = commitLottery(plan, lots)
  if (!made.committed) return refuse('not-committed', { code: made.problems[0]?.code })
  const { commitment } = made
  const event = await doing.write({
    kind: 'listing-closed',
    open: {
      ...{ listing: closed.listing, candidates: closed.candidates, placed: closed.placed, rules },
      undrawn: hex(receipt.hash),
      commitment: {
        ...commitment,
        classes: [...commitment.classes],
        sources: commitment.sources.map((each) => ({ ...each })),
      },
    },
  })
  const drawnFrom = new Date(timeOfRound(beacon.chain, round) * millisecondsInSecond)
  const { listing } = closed
  await addDraw(transaction, region, {
    listing,
    event,
    commitment,
    undrawn: receipt.zipped,
    drawnFrom,
    lots,
  })
  await doing.later('settle-draw', { listing }, drawnFrom)
  await setListingState(transaction, region, listing, 'drawing')
  await tellList(doing, { listing, code: 'lots-given', drawnFrom: drawnFrom.toISOString() })
  return { ...closed, drawnFrom }
}

// A lot names nobody, and is given in the class of its tie: a lot never moves anybody out of that.
function lotsOfTies(ranking: Ranking, newLot: () => string): HeldLot[] | undefined {
  const { order, admitted, candidates, values, bound, case: decided } = ranking
  const lots: HeldLot[] = []
  for (const [from, to] of ranking.undrawn) {
    for (const entry of order.sorted.subarray(from, to)) {
      const position = admitted[entry] ?? -1
      const key = bound.tiers[order.tiers[entry] ?? 0]?.keys.find(({ by }) => by === 'lot')
      const weight =
        key?.by === 'lot'
          ? weightOf(key, bound.home, values[position], bound.prepared, decided.on)
          : undefined
      const person = candidates[position]?.id
      if (weight === undefined || person === undefined) return undefined
      for (const lot of lotsFor(newLot(), weight)) lots.push({ lot, person, class: from + 1 })
    }
  }
  return lots
}
