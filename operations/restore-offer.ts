/**
 * An offer comes back (herstel) to who was passed over wrongly, when the committee judged so with binding force
 * and the home is not let yet. Who accepted it from a place behind waits for their answer.
 */
import type { StoredComplaint } from '../store/complaints.ts'
import { listingOf } from '../store/listings.ts'
import { tell } from '../store/messages.ts'
import { offersOfListing, oneAtATime, setOffer } from '../store/offers.ts'
import { removeSkip } from '../store/passed-over.ts'
import type { Doing } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { endOf, termsFor } from './terms.ts'

/** After a complaint about being skipped was founded: the offer comes back, as long as the home is not let. */
export async function restoreOffer(
  doing: Doing,
  { kind, listing: id, person }: StoredComplaint,
): Promise<void> {
  const { transaction, region, at, today } = doing
  if (kind !== 'skipped' || id === undefined) return
  await oneAtATime(transaction, region)
  const listing = await listingOf(transaction, region, id, 'lock')
  const ranking = listing && (await rankingOf(transaction, region, id))
  if (listing?.state !== 'closed' || !ranking) return
  const offers = await offersOfListing(transaction, region, id)
  const own = offers.find((each) => each.person === person && each.state === 'skipped')
  if (!own) return
  const { answerWithin } = termsFor(ranking.bound.prepared, listing.facts)
  const answerBy = endOf(answerWithin, today)
  await doing.write({
    kind: 'offer-restored',
    open: { listing: id, answerBy: answerBy.toISOString() },
    personal: { person, offer: own.id },
    person,
  })
  await setOffer(transaction, region, own.id, { state: 'open', answerBy })
  await removeSkip(transaction, region, { listing: id, person })
  await doing.later('expire-offer', { offer: own.id }, answerBy)
  const facts = { listing: id, offer: own.id, answerBy: answerBy.toISOString() }
  await tell(transaction, region, [person], { code: 'offer-made', facts, at })
  for (const other of offers) {
    if (other.state !== 'accepted' || other.place < own.place) continue
    await setOffer(transaction, region, other.id, { state: 'waiting' })
    const waits = { listing: id, offer: other.id }
    await tell(transaction, region, [other.person], { code: 'offer-waiting', facts: waits, at })
  }
}
