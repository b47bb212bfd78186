/**
 * Somebody who was offered a home is told that their time to answer ends (herinneren): by the ways of the rule
 * book, and by phone where they gave a number. Nobody loses a home by one mail that did not arrive.
 */
import type { Reminder } from '../core/policy/kinds/reminder.ts'
import { reminderDay } from '../core/policy/kinds/reminder.ts'
import { contactOf } from '../store/contacts.ts'
import { addErrand } from '../store/errands.ts'
import { addMessage } from '../store/messages.ts'
import { offerOf } from '../store/offers.ts'
import { hourOf, instantOf } from './dutch-time.ts'
import { type Doing, dayOf, type Refusal, refuse } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { termsFor } from './terms.ts'

/** When to remind of an offer that was made now: at the hour at which its term ends, on an earlier day. */
export function momentsToRemind(
  reminders: readonly Reminder[],
  { at, answerBy }: { readonly at: Date; readonly answerBy: Date },
): Date[] {
  const last = dayOf(new Date(answerBy.getTime() - 1))
  return reminders.flatMap((each) => {
    const on = reminderDay(each, last)
    const when = on === undefined ? undefined : instantOf(on, reminderHour(answerBy))
    return when !== undefined && when > at && when < answerBy ? [when] : []
  })
}

// Nobody is called at night.
function reminderHour(answerBy: Date): string {
  const hour = hourOf(answerBy)
  return hour >= '09:00' && hour <= '18:00' ? hour : '12:00'
}

export async function remindOffer(
  doing: Doing,
  id: string,
): Promise<{ readonly offer: string } | Refusal> {
  const { transaction, region, at, setting } = doing
  const offer = await offerOf(transaction, region, id)
  if (!offer) return refuse('not-found')
  if (offer.state !== 'open') return refuse('already-answered', { state: offer.state })
  if (at >= offer.answerBy) return refuse('offer-lapsed')
  const { person, listing, landlord, answerBy } = offer
  const message = setting.newId()
  await doing.write({ kind: 'reminded', open: { listing }, personal: { person, message }, person })
  await addMessage(transaction, region, {
    ...{ id: message, person, code: 'offer-lapses-soon', at },
    facts: { listing, offer: id, answerBy: answerBy.toISOString() },
  })
  const ranking = await rankingOf(transaction, region, listing)
  const ways = ranking && termsFor(ranking.bound.prepared, ranking.case.listing.facts).remind
  const isCalled = ways?.some((each) => each.ways.includes('phone')) ?? false
  const { phone } = await contactOf(transaction, region, person)
  if (isCalled && phone !== undefined) {
    const errand = { id: setting.newId(), message, person, landlord, kind: 'phone', at } as const
    await addErrand(transaction, region, errand)
  }
  return { offer: id }
}
