/**
 * A listing is taken back (intrekken) before anybody accepted the home, on a ground from a list; who
 * responded is told, and what they used for it comes back to them.
 */
import { listingOf, setListingState } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import { offersOfListing, setOffer } from '../store/offers.ts'
import { respondentsOf } from '../store/responses.ts'
import { setVacancy } from '../store/vacancies.ts'
import { aboutListing } from './make-listing.ts'
import { dayOf, type Operation, refuse } from './operation.ts'
import { isRunning } from './running-offer.ts'

export const withdrawalGrounds = [
  'listing-was-wrong',
  'home-not-free',
  'home-not-fit',
  'needed-for-emergency',
  'nobody-took-it',
] as const
export type WithdrawalGround = (typeof withdrawalGrounds)[number]

export type Withdrawal = { readonly listing: number; readonly ground: WithdrawalGround }

export const withdrawListing: Operation<Withdrawal, { readonly event: number }> = {
  action: 'make-listing',
  about: (doing, { listing }) => aboutListing(doing, listing),
  async perform(doing, { listing: id, ground }) {
    const { transaction, region, at, today } = doing
    const listing = await listingOf(transaction, region, id, 'lock')
    if (!listing) return refuse('not-found')
    if (!withdrawalGrounds.includes(ground)) return refuse('ground-missing')
    if (!['draft', 'checked', 'open', 'closed'].includes(listing.state)) {
      return refuse('not-to-withdraw', { state: listing.state })
    }
    const offers = await offersOfListing(transaction, region, id)
    if (offers.some(({ state }) => state === 'accepted' || state === 'waiting')) {
      return refuse('already-accepted')
    }
    const inVain = ground === 'nobody-took-it'
    if (inVain && (listing.state !== 'closed' || offers.some(isRunning))) {
      return refuse('still-open')
    }
    const event = await doing.write({
      kind: 'listing-withdrawn',
      open: { listing: id, ground, vacancy: listing.vacancy },
    })
    for (const { id: offer, state } of offers) {
      if (state === 'open')
        await setOffer(transaction, region, offer, { state: 'withdrawn', ground })
    }
    await setListingState(transaction, region, id, inVain ? 'in-vain' : 'withdrawn')
    // From the first day it was offered: that is what rules count from. Huisvestingswet art. 17.
    if (inVain && listing.inVainSince === undefined) {
      const inVainSince = listing.opensAt ? dayOf(listing.opensAt) : today
      await setVacancy(transaction, region, listing.vacancy, { inVainSince })
    }
    const people = await respondentsOf(transaction, region, id)
    const facts = { listing: id, ground }
    await tell(transaction, region, people, { code: 'listing-withdrawn', facts, at })
    return { event }
  },
}
