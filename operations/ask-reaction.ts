/** The committee asks the landlord for its side of a case (wederhoor), with a term in working days. */
import { addDays, addDuration, type CalendarDate } from '../core/basics/calendar-date.ts'
import { setComplaint } from '../store/complaints.ts'
import { instantOf } from './dutch-time.ts'
import { aboutComplaint, holdComplaint } from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'

export const reactionDaysMost = 10

export const askReaction: Operation<
  { readonly complaint: number; readonly workingDays: number },
  { readonly until: CalendarDate }
> = {
  action: 'ask-reaction',
  about: aboutComplaint,
  async perform(doing, { complaint: id, workingDays }) {
    const { transaction, region, today } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint) return refuse('not-found')
    const { person, landlord, state } = complaint
    if (landlord === undefined) return refuse('no-landlord')
    if (state !== 'received') return refuse('wrong-order', { state })
    if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > reactionDaysMost) {
      return refuse('wrong-days', { most: reactionDaysMost })
    }
    const until = addDuration(today, { count: workingDays, unit: 'working-day' })
    await doing.write({
      kind: 'reaction-asked',
      open: { complaint: id, landlord, until },
      personal: { person },
      person,
    })
    await setComplaint(transaction, region, id, { state: 'with-landlord', reactBy: until })
    await doing.later('remind-complaint', { complaint: id }, instantOf(addDays(until, 1), '00:00'))
    return { until }
  },
}
