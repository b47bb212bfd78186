/**
 * Homes of the example region find their tenant (verhuren): invented people answer their offers, and what nobody at
 * a landlord did for a day is done by an invented worker, so that homes do not pile up and visitors still have work.
 */
import { addDays, type CalendarDate } from '../../core/basics/calendar-date.ts'
import { mix } from '../../simulator/chance.ts'
import { candidatesOf, personFile } from '../../store/people.ts'
import { answerOffer } from '../answer-offer.ts'
import { checkDocuments, type Seen } from '../check-documents.ts'
import { instantOf } from '../dutch-time.ts'
import { letHome } from '../let-home.ts'
import { makeOffer } from '../make-offer.ts'
import { type Actor, isRefusal, type Setting } from '../operation.ts'
import { type OfferAtWork, workList } from '../view-work.ts'
import { withdrawListing } from '../withdraw-listing.ts'
import { asClock, perform } from './invented.ts'

/** So much is done on one day at most: the first start leaves what was lived, and no day takes minutes. */
const homesADay = 60
const daysUntilLease = 14
const dayInMilliseconds = 86_400_000
const hourOfViewing = '11:00'
/** Of so many who are offered a home, one takes it. */
const oneTakesIn = 2

/** Gives how many homes were let. */
export async function letHomes(
  setting: Setting,
  worker: Actor,
  today: CalendarDate,
): Promise<number> {
  const { vacancies } = await workList(setting, worker)
  const long = setting.now().getTime() - dayInMilliseconds
  let lettings = 0
  let seen = 0
  for (const { step, listing, offer } of vacancies) {
    if (seen === homesADay) break
    if (!listing?.closesAt || listing.closesAt.getTime() > long) continue
    seen += 1
    if (step === 'make-offers') await offerNext(setting, worker, listing.id, today)
    if (step === 'wait-for-answer' && offer && offer.madeAt.getTime() <= long) {
      await answer(setting, offer)
    }
    const isTaken = step === 'check-documents' || step === 'let'
    if (isTaken && offer && (offer.answeredAt?.getTime() ?? long) <= long) {
      lettings += await letTo(setting, worker, offer, today)
    }
  }
  return lettings
}

async function offerNext(
  setting: Setting,
  worker: Actor,
  listing: number,
  today: CalendarDate,
): Promise<void> {
  const viewingAt = instantOf(addDays(today, 1), hourOfViewing)
  const made = await perform(setting, worker, makeOffer, { listing, count: 1, viewingAt })
  if (isRefusal(made) && made.refused === 'nobody-left') {
    await perform(setting, worker, withdrawListing, { listing, ground: 'nobody-took-it' })
  }
}

/** Who has an account answers for themselves. */
async function answer(setting: Setting, { id, person, listing, place }: OfferAtWork) {
  const file = await personFile(setting.store, setting.region, person)
  if (!file || file.human !== undefined) return
  const takes = (mix(listing, place) >>> 0) % oneTakesIn === 0
  await asClock(setting, (doing) =>
    answerOffer.perform(
      doing,
      takes
        ? { offer: id, answer: 'accept' }
        : { offer: id, answer: 'refuse', ground: 'situation-changed' },
    ),
  )
}

async function letTo(
  setting: Setting,
  worker: Actor,
  { id: offer, person }: OfferAtWork,
  today: CalendarDate,
): Promise<number> {
  const file = await personFile(setting.store, setting.region, person)
  const [candidate] = await candidatesOf(setting.store, setting.region, [person])
  // Papers of somebody with an account are theirs to show.
  if (!candidate || !file || file.human !== undefined) return 0
  const { facts } = candidate
  const as = { offer, on: today, outcome: 'as-said' } as const
  const papers: readonly Seen[] = [
    { ...as, kind: 'identity', source: 'identity-card' },
    {
      ...{ ...as, kind: 'income', source: 'tax-statement' },
      incomeCents: Number(facts['household-income'] ?? 0),
    },
    {
      ...{ ...as, kind: 'household', source: 'population-register' },
      householdSize: Number(facts['household-size'] ?? 1),
    },
  ]
  for (const paper of papers) await perform(setting, worker, checkDocuments, paper)
  const lease = { offer, startsOn: addDays(today, daysUntilLease) }
  return isRefusal(await perform(setting, worker, letHome, lease)) ? 0 : 1
}
