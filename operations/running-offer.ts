/** An offer that somebody is about to change, held until they are done, and what follows when it ends. */
import type { Facts } from '../core/basics/facts.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import { listingOf, type StoredListing } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import {
  offerOf,
  offersOfListing,
  runningStates,
  type StoredOffer,
  setOffer,
} from '../store/offers.ts'
import { addHistory } from '../store/people.ts'
import type { Doing } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { endOf, termsFor } from './terms.ts'

export type Held = { readonly offer: StoredOffer; readonly listing: StoredListing }

/** The offer as it is once everybody before us is done with its listing. */
export async function hold({ transaction, region }: Doing, id: string): Promise<Held | undefined> {
  const seen = await offerOf(transaction, region, id)
  const listing = seen && (await listingOf(transaction, region, seen.listing, 'lock'))
  const offer = listing && (await offerOf(transaction, region, id))
  return offer && { offer, listing }
}

/** Whether an offer still keeps the home from those after it. */
export function isRunning({ state }: StoredOffer): boolean {
  return runningStates.includes(state)
}

/** Offers to people before this one that can still come to a letting. */
export async function before(
  { transaction, region }: Doing,
  { listing, place }: StoredOffer,
): Promise<StoredOffer[]> {
  const offers = await offersOfListing(transaction, region, listing)
  return offers.filter((each) => each.place < place && isRunning(each))
}

/** Gives the home to who says yes first in order of place, when nobody before them can still answer. */
export async function giveTurn(doing: Doing, listing: StoredListing): Promise<void> {
  const { transaction, region, at } = doing
  const offers = await offersOfListing(transaction, region, listing.id)
  const first = offers.find(isRunning)
  if (first?.state !== 'waiting') return
  const papersBy = await papersTerm(doing, listing)
  await doing.write({
    kind: 'offer-in-turn',
    open: { listing: listing.id },
    personal: { person: first.person, offer: first.id },
    person: first.person,
  })
  await setOffer(transaction, region, first.id, { state: 'accepted', papersBy })
  const facts = { listing: listing.id, offer: first.id, papersBy: papersBy.toISOString() }
  await tell(transaction, region, [first.person], { code: 'offer-in-turn', facts, at })
}

/** Until when papers can be brought, by the rules of the list. */
export async function papersTerm(
  { transaction, region, today }: Doing,
  listing: StoredListing,
): Promise<Date> {
  const ranking = await rankingOf(transaction, region, listing.id)
  if (!ranking) throw new Error(`listing ${listing.id} has offers and no list`)
  return endOf(termsFor(ranking.bound.prepared, listing.facts).papersWithin, today)
}

/**
 * Puts in somebody's history that they refused or did not answer. Rules that ask whether somebody stood above
 * who took the home can be answered only when it is taken: then it waits for the letting.
 */
export async function rememberRefusal(
  { transaction, region, today }: Doing,
  { offer, listing }: Held,
  refusal: { readonly event: number; readonly name: RefusalEvent; readonly aboveTaker?: boolean },
): Promise<void> {
  const { event, name, aboveTaker } = refusal
  const attributes: Facts = {
    ...listing.facts,
    listing: String(listing.id),
    suitable: true,
    ...(offer.ground !== undefined && { reason: offer.ground }),
    ...(aboveTaker !== undefined && { 'above-taker': aboveTaker }),
  }
  await addHistory(transaction, region, {
    ...{ person: offer.person, event, name, on: today, attributes },
  })
}

export type RefusalEvent = 'offer-refused' | 'offer-unanswered'

/** Whether some rule asks if who refused stood above who took the home. */
export function asksAboveTaker({ rules }: Prepared): boolean {
  return rules.rules.some(
    ({ rule }) =>
      (rule.kind === 'account' || rule.kind === 'sanction' || rule.kind === 'life') &&
      JSON.stringify(rule).includes('"above-taker"'),
  )
}
