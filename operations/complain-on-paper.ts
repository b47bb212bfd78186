/**
 * Somebody without an account does not agree with a decision (klacht of bezwaar op papier): they wrote it down, signed
 * it and handed it in. It is the same case at the same committee, and its terms count from the day on which the paper
 * was received: whoever was in time stays in time, however long it lay. Source: Awb 6:9 and 9:8. Whoever has an account
 * does it there, and nobody does it for them.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { personFile } from '../store/people.ts'
import { beginCase, type Complained, type NewComplaint } from './complain.ts'
import { type Operation, refuse } from './operation.ts'

export type PaperComplaint = NewComplaint & {
  /** The day that was stamped on the paper when it came in. */
  readonly receivedOn: CalendarDate
  /** They wrote it themselves, or had it written, and signed it. */
  readonly isSigned: boolean
}

export const complainOnPaper: Operation<PaperComplaint, Complained> = {
  action: 'complain',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { receivedOn, isSigned, ...given }) {
    const { transaction, region, today } = doing
    const file = await personFile(transaction, region, given.person, 'lock')
    if (!file) return refuse('not-found')
    if (file.human !== undefined) return refuse('complains-themselves')
    if (receivedOn > today) return refuse('received-in-future')
    if (!isSigned) return refuse('complaint-not-signed')
    return beginCase(doing, given, receivedOn)
  },
}
