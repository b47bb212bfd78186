/**
 * A home is offered (aanbieden) to whoever is next on the list, or to a group of so many in order of place.
 * Who is in turn and cannot have an offer is told why. Source: Huisvestingswet art. 9-14 and the rule book.
 */
import { latestOf } from '../core/basics/calendar-date.ts'
import { listingOf } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import { addOffer, offersOfListing, oneAtATime } from '../store/offers.ts'
import { addPassedOver } from '../store/passed-over.ts'
import { addHistory } from '../store/people.ts'
import { nextInTurn } from './next-in-turn.ts'
import { dayOf, type Operation, refuse } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { momentsToRemind } from './remind-offer.ts'
import { endOf, termsFor } from './terms.ts'

export type NewOffers = {
  readonly listing: number
  /** To so many at once; only the first who says yes gets the home. */
  readonly count: number
  readonly viewingAt?: Date
}

export type OffersMade = {
  readonly offers: readonly { readonly id: string; readonly place: number }[]
  /** Who was in turn, and what stopped the offer. */
  readonly passed: readonly { readonly place: number; readonly code: string }[]
}

export const groupMax = 20

export const makeOffer: Operation<NewOffers, OffersMade> = {
  action: 'make-offer',
  about: async ({ transaction, region }, { listing }) => {
    const found = await listingOf(transaction, region, listing)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { listing: id, count, viewingAt }) {
    const { transaction, region, at, today, setting } = doing
    if (!Number.isInteger(count) || count < 1 || count > groupMax) {
      return refuse('wrong-count', { most: groupMax })
    }
    if (viewingAt && viewingAt <= at) return refuse('viewing-in-past')
    await oneAtATime(transaction, region)
    const listing = await listingOf(transaction, region, id, 'lock')
    if (!listing) return refuse('not-found')
    if (listing.state !== 'closed') return refuse('not-closed', { state: listing.state })
    const earlier = await offersOfListing(transaction, region, id)
    if (earlier.some(({ state }) => state === 'accepted')) return refuse('already-accepted')
    const ranking = await rankingOf(transaction, region, id)
    if (!ranking) return refuse('not-closed', { state: listing.state })
    const { answerWithin, remind } = termsFor(ranking.bound.prepared, listing.facts)
    // Nobody has to answer before they could see the home.
    const from = viewingAt ? latestOf(today, dayOf(viewingAt)) : today
    const answerBy = endOf(answerWithin, from)
    const offers: { id: string; place: number }[] = []
    const passed: { place: number; code: string }[] = []
    for await (const turn of nextInTurn({ store: transaction, region, today }, id, ranking)) {
      const { person, place, stop } = turn
      if (stop !== undefined) {
        passed.push({ place, code: stop })
        const event = await doing.write({
          kind: 'passed-over',
          open: { listing: id, code: stop },
          personal: { person, place },
          person,
        })
        const told = { listing: id, person, place, code: stop, at }
        await addPassedOver(transaction, region, { ...told, event })
        if (stop !== 'erased') {
          const facts = { listing: id, place, code: stop }
          await tell(transaction, region, [person], { code: 'passed-over', facts, at })
        }
        continue
      }
      const offer = setting.newId()
      const event = await doing.write({
        kind: 'offer-made',
        open: { listing: id, answerBy: answerBy.toISOString() },
        personal: { person, place, offer },
        person,
      })
      await addOffer(transaction, region, {
        ...{ id: offer, listing: id, person, place, event, at, answerBy, viewingAt },
      })
      await doing.later('expire-offer', { offer }, answerBy)
      for (const when of momentsToRemind(remind, { at, answerBy })) {
        await doing.later('remind-offer', { offer }, when)
      }
      await addHistory(transaction, region, {
        ...{ person, event, name: 'offer-made', on: today },
        attributes: { ...listing.facts, listing: String(id) },
      })
      const facts = { listing: id, offer, answerBy: answerBy.toISOString() }
      await tell(transaction, region, [person], { code: 'offer-made', facts, at })
      offers.push({ id: offer, place })
      if (offers.length === count) break
    }
    // Nothing is kept of a round that found nobody: it is told who was in turn.
    if (offers.length === 0 && passed.length === 0) return refuse('nobody-left')
    return { offers, passed }
  },
}
