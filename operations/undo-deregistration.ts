/**
 * Somebody takes back that they deregistered (uitschrijving ongedaan maken): years are not lost by one click. Nothing
 * is taken out of the log: an event that points to the first reverses it, and time counts as if nobody had left.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { lastMergeOf } from '../store/merges.ts'
import { addMessage } from '../store/messages.ts'
import { addHistory, candidatesOf, personFile } from '../store/people.ts'
import { type Operation, refuse } from './operation.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'
import { planReminders } from './remind-registration.ts'
import type { Done, ForPerson } from './renew.ts'

/** How long it can be taken back, in days: as long as two registrations that became one can be parted again. */
export const undoLeavingDays = 30

export type Leaving = {
  /** What is reversed. */
  readonly event: number
  /** The last day on which it can be. */
  readonly until: CalendarDate
}

/** How somebody left who can still take it back; who left because two registrations became one undoes that. */
export async function leavingToUndo(
  store: Store | InTransaction,
  region: string,
  {
    candidate,
    registration,
  }: { readonly candidate: Candidate; readonly registration: RegistrationState },
  today: CalendarDate,
): Promise<Leaving | undefined> {
  if (registration.ended?.code !== 'deregistered') return undefined
  const left = candidate.history.events.findLast(({ event }) => event === 'deregistered')
  if (left?.id === undefined) return undefined
  const until = addDays(left.on, undoLeavingDays)
  if (today > until) return undefined
  const merge = await lastMergeOf(store, region, candidate.id)
  if (merge?.joinedEvent === Number(left.id)) return undefined
  return { event: Number(left.id), until }
}

export const undoDeregistration: Operation<ForPerson, Done> = {
  action: 'deregister',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person }) {
    const { transaction, region, today, at, setting } = doing
    if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
    const [candidate] = await candidatesOf(transaction, region, [person])
    if (!candidate) return refuse('not-found')
    const registration = await registrationState(doing, candidate, today)
    const leaving = await leavingToUndo(transaction, region, { candidate, registration }, today)
    if (!leaving) return refuse('leaving-not-undone', { days: undoLeavingDays })
    const event = await doing.write({
      kind: 'deregistration-undone',
      open: { of: leaving.event },
      personal: { person, on: today },
      person,
    })
    await addHistory(transaction, region, {
      ...{ person, event, name: 'reversed', on: today },
      attributes: { reverses: String(leaving.event) },
    })
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'deregistration-undone', facts: {}, at },
    })
    await planReminders(doing, person)
    return { event }
  },
}
