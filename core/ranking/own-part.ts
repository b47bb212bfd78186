/**
 * What a list holds about one person (eigen deel): where they stand, what put others ahead of them, and the
 * values that counted. Everything that is told to somebody about their place is told from this, whether it comes
 * from a list that was just made, or from what was kept of it for them.
 */
import type { Facts } from '../basics/facts.ts'
import type { Bound } from './bind.ts'
import { type Unmet, unmetAt } from './check-eligibility.ts'
import { type Ahead, explainPlace, type PlaceReasons, reasonsOfAll } from './explain-place.ts'
import { placedIds, type Ranking } from './rank-listing.ts'

export type OwnPart = {
  readonly bound: Bound
  readonly outcome: 'placed' | 'undecided' | 'excluded'
  /** The values the rules read, as they were gathered. */
  readonly seeker: Facts
  /** Undefined for who was not placed. */
  readonly placed: OwnPlace | undefined
  /** How many were placed. */
  readonly total: number
}

export type OwnPlace = {
  readonly place: number
  /** The group, as a position among those of the bound rules. */
  readonly tier: number
  /** What put others ahead; together they are place - 1. */
  readonly ahead: readonly Ahead[]
  /** Among which places a lot still decides: from the first up to and with the last. */
  readonly tie: readonly [from: number, to: number] | undefined
}

/** The part of one candidate; undefined for who is not among them. */
export function ownPart(ranking: Ranking, id: string): OwnPart | undefined {
  const position = ranking.candidates.findIndex((each) => each.id === id)
  if (position < 0) return undefined
  const place = placedIds(ranking).indexOf(id) + 1
  const found = place > 0 ? explainPlace(ranking.order, place) : undefined
  return partAt(ranking, position, ranking.undecided.includes(position), found)
}

/** The parts of all candidates, in the order in which they are kept. */
export function* ownParts(
  ranking: Ranking,
): Generator<{ readonly id: string; readonly part: OwnPart }> {
  const { candidates, admitted, order } = ranking
  const places: PlaceReasons[] = []
  for (const each of reasonsOfAll(order)) {
    places[admitted[order.sorted[each.place - 1] ?? 0] ?? 0] = each
  }
  const undecided = new Set(ranking.undecided)
  for (const [position, { id }] of candidates.entries()) {
    yield { id, part: partAt(ranking, position, undecided.has(position), places[position]) }
  }
}

function partAt(
  { bound, values, order, undrawn }: Ranking,
  position: number,
  isUndecided: boolean,
  found: PlaceReasons | undefined,
): OwnPart {
  const total = order.sorted.length
  const seeker = values[position] ?? {}
  if (!found) {
    const outcome = isUndecided ? 'undecided' : 'excluded'
    return { bound, outcome, seeker, placed: undefined, total }
  }
  const { place, ahead } = found
  const tier = order.tiers[order.sorted[place - 1] ?? 0] ?? 0
  const placed = { place, tier, ahead, tie: tieAround(undrawn, place) }
  return { bound, outcome: 'placed', seeker, placed, total }
}

/** The tie around a place whose lots were not drawn. */
export function tieAround(
  undrawn: Ranking['undrawn'],
  place: number,
): readonly [from: number, to: number] | undefined {
  const tie = undrawn.find(([from, to]) => from < place && place <= to)
  return tie && [tie[0] + 1, tie[1]]
}

/** Every requirement that keeps somebody out. */
export function whyNotPlaced({ bound, seeker }: Pick<OwnPart, 'bound' | 'seeker'>): Unmet[] {
  return unmetAt(bound, 'respond', seeker)
}
