/**
 * Somebody opens a file they have no right to, because it cannot wait (noodinzage): with why, in words, and for
 * half an hour. The person is told at once, and whoever watches over privacy must judge it afterwards.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { addBreak, breaksSince } from '../store/break-glass.ts'
import { tell } from '../store/messages.ts'
import { filesNamed } from '../store/people.ts'
import { accessTable } from './access-table.ts'
import { sentenceIn, sentenceLeast } from './hold-complaint.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'

export type Emergency = {
  readonly name: string
  readonly born: CalendarDate
  /** Why it cannot wait. */
  readonly reason: string
}

const breakMinutes = 30
/** More than so many in a day is no emergency. */
const breaksMost = 3
const minute = 60_000
const dayLong = 24 * 60 * minute

export const breakGlass: Operation<Emergency, { readonly id: string; readonly until: string }> = {
  action: 'break-glass',
  about: async () => ({}),
  async perform(doing, { name, born, reason }) {
    const { transaction, region, at, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const words = sentenceIn(reason)
    if (words === undefined) return refuse('reason-missing', { least: sentenceLeast })
    const since = new Date(at.getTime() - dayLong)
    if ((await breaksSince(transaction, region, actor.human, since)) >= breaksMost) {
      return refuse('too-many', { most: breaksMost })
    }
    const [person, ...others] = await filesNamed(transaction, region, { name, born })
    if (person === undefined || others.length > 0) return refuse('nobody-found')
    if (isOwnFile(actor, person)) return refuse('own-file')
    const role =
      actor.roles.find((each) =>
        accessTable['break-glass'].some((right) => right.role === each.role),
      )?.role ?? ''
    const until = new Date(at.getTime() + breakMinutes * minute)
    const event = await doing.write({
      kind: 'break-glass-opened',
      open: { role, until: until.toISOString() },
      personal: { person, words },
      person,
    })
    const id = setting.newId()
    await addBreak(transaction, region, {
      ...{ id, person, human: actor.human, role, reason: words, openedAt: at, until, event },
    })
    await tell(transaction, region, [person], { code: 'break-glass', facts: {}, at })
    return { id, until: until.toISOString() }
  },
}
