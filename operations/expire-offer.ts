/** An offer lapses (vervallen) when its term is over and nobody answered; whoever comes first does it once. */

import { tell } from '../store/messages.ts'
import { setOffer } from '../store/offers.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { asksAboveTaker, giveTurn, hold, rememberRefusal } from './running-offer.ts'

export type Expired = { readonly offer: string; readonly listing: number; readonly event: number }

/** Lets an offer lapse whose time has come; a refusal says why there was nothing to do. */
export async function expireOffer(doing: Doing, id: string): Promise<Expired | Refusal> {
  const { transaction, region, at } = doing
  const held = await hold(doing, id)
  if (!held) return refuse('not-found')
  const { offer, listing } = held
  if (offer.state !== 'open') return refuse('already-answered', { state: offer.state })
  if (at < offer.answerBy) return refuse('still-open', { until: offer.answerBy.toISOString() })
  const { person } = offer
  const event = await doing.write({
    kind: 'offer-expired',
    open: { listing: listing.id },
    personal: { person, offer: id },
    person,
  })
  await setOffer(transaction, region, id, { state: 'expired' })
  const ranking = await rankingOf(transaction, region, listing.id)
  if (ranking && !asksAboveTaker(ranking.bound.prepared)) {
    await rememberRefusal(doing, held, { event, name: 'offer-unanswered' })
  }
  const facts = { listing: listing.id, offer: id }
  await tell(transaction, region, [person], { code: 'offer-expired', facts, at })
  await giveTurn(doing, listing)
  return { offer: id, listing: listing.id, event }
}
