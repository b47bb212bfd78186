/**
 * A registration goes on, rests or ends (verlengen, pauzeren, uitschrijven). Each is one event of the register,
 * refused where the rules would do nothing with it, so that nobody thinks something happened that did not.
 */
import type { EventName } from '../core/seekers/history.ts'
import { addMessage } from '../store/messages.ts'
import { addHistory, candidatesOf, personFile } from '../store/people.ts'
import type { MessageCode } from '../words/messages.ts'
import type { Action } from './access-table.ts'
import { type Doing, type Operation, refuse } from './operation.ts'
import { type RegistrationState, registrationState } from './registration-life.ts'
import { planReminders } from './remind-registration.ts'

export type ForPerson = { readonly person: string }
export type Done = { readonly event: number }

/** The last day moves a term on; within the grace the time that was built up comes back. */
export const renew = changing('renew', 'renewed', 'renewed', ({ can }) => can.renew || can.restore)
export const pause = changing('pause', 'paused', 'paused', ({ can }) => can.pause)
export const resume = changing('pause', 'resumed', 'resumed', ({ can }) => can.resume)
export const deregister = changing(
  'deregister',
  'deregistered',
  'deregistered',
  ({ can }) => can.leave,
)

function changing(
  action: Action,
  name: EventName,
  code: MessageCode,
  may: (state: RegistrationState) => boolean,
): Operation<ForPerson, Done> {
  return {
    action,
    about: async (_, { person }) => ({ person }),
    async perform(doing, { person }) {
      const { transaction, region, today, setting, at } = doing
      if (!(await personFile(transaction, region, person, 'lock'))) return refuse('not-found')
      const before = await stateOf(doing, person)
      if (!may(before)) return refuse(`not-${name}`, { until: before.lastDay })
      const event = await doing.write({
        kind: name,
        open: {},
        personal: { person, on: today },
        person,
      })
      await addHistory(transaction, region, { person, event, name, on: today })
      const { lastDay } = await stateOf(doing, person)
      await addMessage(transaction, region, {
        ...{ id: setting.newId(), person, code, at },
        facts: { ...(lastDay !== undefined && { until: lastDay }) },
      })
      await planReminders(doing, person)
      return { event }
    },
  }
}

async function stateOf(doing: Doing, person: string): Promise<RegistrationState> {
  const { transaction, region, today } = doing
  const [candidate] = await candidatesOf(transaction, region, [person])
  if (!candidate) throw new Error('broken promise: a file that was locked is there')
  return registrationState(doing, candidate, today)
}
