/**
 * Who is offered a home (aanbieding), one after the other in the order of the list: whoever the rules let
 * pass at the offer. Nobody is passed over but for a reason the rules give.
 */
import { type Unmet, unmetAt } from '../ranking/check-eligibility.ts'
import { type Ranking, settleTieAt } from '../ranking/rank-listing.ts'
import type { Candidate } from '../seekers/candidate.ts'

export type Turn = {
  /** Place on the list, counted from 1. */
  readonly place: number
  /** Position among the candidates of the ranking. */
  readonly position: number
  readonly candidate: Candidate
  /** What stops the offer; it is made when there is nothing. */
  readonly unmet: readonly Unmet[]
}

/** Everybody on the list in turn, from a place on; each is looked at only when it comes to them. */
export function* offerRound(ranking: Ranking, from = 1): Generator<Turn> {
  const { order, admitted, candidates, values, bound } = ranking
  for (let index = from - 1; index < order.sorted.length; index += 1) {
    settleTieAt(ranking, index)
    const position = admitted[order.sorted[index] ?? 0] ?? 0
    const candidate = candidates[position]
    const seeker = values[position]
    if (!candidate || !seeker) continue
    yield { place: index + 1, position, candidate, unmet: unmetAt(bound, 'be-offered', seeker) }
  }
}
