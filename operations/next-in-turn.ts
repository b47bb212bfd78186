/** Whose turn it is on a list (wie is er aan de beurt), with what is known of them now. */

import { offerRound, type Turn } from '../core/allocation/offer-round.ts'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { gather } from '../core/ranking/gather.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { housedSinceResponse } from '../store/lettings.ts'
import { offersOfListing, runningOffersByPerson } from '../store/offers.ts'
import { candidatesOf } from '../store/people.ts'
import { withdrawnFrom } from '../store/responses.ts'

export type NextTurn = {
  readonly person: string
  readonly place: number
  /** Why no offer can be made to them now: a rule, or that they are not there any more. */
  readonly stop: string | undefined
}

type Where = {
  readonly store: Store | InTransaction
  readonly region: string
  readonly today: CalendarDate
}

/** So many are looked up at once. */
const stretch = 25

/**
 * Everybody who has had no offer yet, in order of place. The order is that of the list; whether an offer can
 * be made is looked at today.
 */
export async function* nextInTurn(
  { store, region, today }: Where,
  listing: number,
  ranking: Ranking,
): AsyncGenerator<NextTurn> {
  const offers = await offersOfListing(store, region, listing)
  const asked = new Set(offers.map(({ person }) => person))
  const { length } = ranking.order.sorted
  for (let from = 1; from <= length; from += stretch) {
    const ids = idsFrom(ranking, from).filter((id) => !asked.has(id))
    const [housed, withdrawn, now] = [
      await housedSinceResponse(store, region, listing, ids),
      await withdrawnFrom(store, region, listing, ids),
      await valuesNow({ store, region, today }, ranking, ids),
    ]
    for (const turn of turnsIn(ranking, from, now)) {
      const { id } = turn.candidate
      if (asked.has(id)) continue
      const stop = withdrawn.has(id)
        ? 'withdrew'
        : housed.has(id)
          ? 'took-another-home'
          : now.has(id)
            ? turn.unmet[0]?.code
            : 'erased'
      yield { person: id, place: turn.place, stop }
    }
  }
}

function* turnsIn(
  ranking: Ranking,
  from: number,
  now: ReadonlyMap<string, Facts>,
): Generator<Turn> {
  const values = ranking.values.slice()
  for (const [position, { id }] of ranking.candidates.entries()) {
    const known = now.get(id)
    if (known) values[position] = known
  }
  for (const turn of offerRound({ ...ranking, values }, from)) {
    if (turn.place >= from + stretch) return
    yield turn
  }
}

function idsFrom({ order, admitted, candidates }: Ranking, from: number): string[] {
  return [...order.sorted.subarray(from - 1, from - 1 + stretch)].flatMap(
    (entry) => candidates[admitted[entry] ?? -1]?.id ?? [],
  )
}

/** What the rules read of these people today, among the rules of the list. */
async function valuesNow(
  { store, region, today }: Where,
  { bound, case: decided }: Ranking,
  ids: readonly string[],
): Promise<Map<string, Facts>> {
  const candidates = await candidatesOf(store, region, ids)
  const offers = await runningOffersByPerson(store, region, ids)
  const counted = candidates.map((each) => ({
    ...each,
    facts: { ...each.facts, 'open-offers': offers.get(each.id) ?? 0 },
  }))
  const moments = { ...decided.moments, 'offer-made': today }
  const instants = { on: today, moments, judgements: decided.judgements }
  const values = gather(bound, counted, instants)
  return new Map(counted.flatMap(({ id }, at) => (values[at] ? [[id, values[at]]] : [])))
}
