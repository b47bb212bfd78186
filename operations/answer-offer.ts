/**
 * Somebody answers an offer (aanbod accepteren of weigeren), themselves, within its term. One home has one
 * acceptance: who says yes while somebody before them can still answer, waits.
 */

import { tell } from '../store/messages.ts'
import { offerOf, setOffer } from '../store/offers.ts'
import { addHistory } from '../store/people.ts'
import { type Doing, type Operation, refuse } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import {
  asksAboveTaker,
  before,
  giveTurn,
  type Held,
  hold,
  papersTerm,
  rememberRefusal,
} from './running-offer.ts'

/** Why somebody says no; that the listing was wrong never counts against them. */
export const refusalGrounds = [
  'listing-was-wrong',
  'too-expensive',
  'too-small',
  'too-large',
  'not-reachable',
  'neighbourhood',
  'state-of-home',
  'found-another',
  'situation-changed',
  'other',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export type Answer =
  | { readonly offer: string; readonly answer: 'accept' }
  | { readonly offer: string; readonly answer: 'refuse'; readonly ground: RefusalGround }

export type Answered = {
  readonly event: number
  /** Waiting: somebody before them can still answer. */
  readonly state: 'accepted' | 'waiting' | 'refused'
}

export const answerOffer: Operation<Answer, Answered> = {
  action: 'answer-offer',
  about: async ({ transaction, region }, { offer }) => {
    const found = await offerOf(transaction, region, offer)
    return found && { person: found.person }
  },
  async perform(doing, input) {
    const held = await hold(doing, input.offer)
    if (!held) return refuse('not-found')
    const { state, answerBy } = held.offer
    if (state === 'expired' || (state === 'open' && doing.at >= answerBy)) {
      return refuse('offer-expired', { until: answerBy.toISOString() })
    }
    if (input.answer === 'accept') {
      return state === 'open' ? accept(doing, held) : refuse('already-answered', { state })
    }
    if (!refusalGrounds.includes(input.ground)) return refuse('ground-missing')
    // Who said yes can still say no, until there is a lease.
    const mayRefuse = state === 'open' || state === 'waiting' || state === 'accepted'
    return mayRefuse ? decline(doing, held, input.ground) : refuse('already-answered', { state })
  },
}

async function accept(doing: Doing, { offer, listing }: Held): Promise<Answered> {
  const { transaction, region, at, today } = doing
  const { person, id } = offer
  const state = (await before(doing, offer)).length > 0 ? 'waiting' : 'accepted'
  const event = await doing.write({
    kind: 'offer-accepted',
    open: { listing: listing.id, state },
    personal: { person, offer: id },
    person,
  })
  const papersBy = state === 'accepted' ? await papersTerm(doing, listing) : undefined
  await setOffer(transaction, region, id, { state, answeredAt: at, ...(papersBy && { papersBy }) })
  await addHistory(transaction, region, {
    ...{ person, event, name: 'offer-accepted', on: today },
    attributes: { ...listing.facts, listing: String(listing.id) },
  })
  const facts = {
    ...{ listing: listing.id, offer: id },
    ...(papersBy && { papersBy: papersBy.toISOString() }),
  }
  const code = state === 'accepted' ? 'offer-accepted' : 'offer-waiting'
  await tell(transaction, region, [person], { code, facts, at })
  return { event, state }
}

async function decline(doing: Doing, held: Held, ground: RefusalGround): Promise<Answered> {
  const { transaction, region, at } = doing
  const { offer, listing } = held
  const { person, id } = offer
  const event = await doing.write({
    kind: 'offer-refused',
    open: { listing: listing.id, counts: ground !== 'listing-was-wrong' },
    personal: { person, offer: id, ground },
    person,
  })
  await setOffer(transaction, region, id, { state: 'refused', answeredAt: at, ground })
  const ranking = await rankingOf(transaction, region, listing.id)
  const waits = ranking !== undefined && asksAboveTaker(ranking.bound.prepared)
  if (ground !== 'listing-was-wrong' && !waits) {
    const refused = { ...held, offer: { ...offer, ground } }
    await rememberRefusal(doing, refused, { event, name: 'offer-refused' })
  }
  const facts = { listing: listing.id, offer: id, ground }
  await tell(transaction, region, [person], { code: 'offer-refused', facts, at })
  await giveTurn(doing, listing)
  return { event, state: 'refused' }
}
