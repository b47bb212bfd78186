/**
 * Provisional place (voorlopige plaats): where somebody would stand if the listing closed now, with who responded so
 * far. People see it only where the rules say so. What is decided after the close has no outcome before it: among
 * whom only a lot tells apart it is a stretch of places, and where all waits for a lot or a human it is no place.
 */
import type { Facts } from '../basics/facts.ts'
import { orderKnown } from '../policy/order-known.ts'
import { type Prepared, procedureSays } from './prepare.ts'
import type { Ranking } from './rank-listing.ts'

export type ProvisionalPlace =
  /** The same place twice, unless a lot still decides among these. */
  | { readonly stands: 'placed'; readonly from: number; readonly to: number }
  /** On the list as it is now, in an order that does not exist before the draw, or before humans judged. */
  | { readonly stands: 'after-draw' | 'after-judgement' }
  | { readonly stands: 'excluded' | 'undecided' }

/** Whether people see their place while a listing of this home is open: not where no rule says so. */
export function showsPlace(prepared: Prepared, home: Facts): boolean {
  return procedureSays(prepared, home, 'provisional_place') === 'exact'
}

/** The provisional place of each candidate, by id, from a list whose lots were not drawn. */
export function provisionalPlaces(ranking: Ranking): ReadonlyMap<string, ProvisionalPlace> {
  const { bound, candidates, admitted, order, excluded, undecided, undrawn } = ranking
  const { tiers, prepared } = bound
  const known = tiers.map(({ keys }) => orderKnown(keys, prepared.rules))
  const places = new Map<string, ProvisionalPlace>()
  const tell = (position: number | undefined, place: ProvisionalPlace) => {
    const candidate = candidates[position ?? -1]
    if (candidate) places.set(candidate.id, place)
  }
  for (const position of excluded) tell(position, { stands: 'excluded' })
  for (const position of undecided) tell(position, { stands: 'undecided' })
  // Ties come in the order of their places, so each is looked at once.
  let next = 0
  for (const [index, entry] of order.sorted.entries()) {
    while (index >= (undrawn[next]?.[1] ?? order.sorted.length)) next += 1
    const tie = undrawn[next]
    const [from, to] = tie && tie[0] <= index ? tie : [index, index + 1]
    const when = known[order.tiers[entry] ?? 0] ?? 'after-draw'
    tell(
      admitted[entry],
      when === 'while-open' ? { stands: 'placed', from: from + 1, to } : { stands: when },
    )
  }
  return places
}
