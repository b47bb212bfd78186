/** The terms that the rule books set for a listing (termijnen), and when they are over. */
import {
  addDays,
  addDuration,
  type CalendarDate,
  type Duration,
} from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { deadline, type Procedure, type Term } from '../core/policy/kinds/procedure.ts'
import type { Reminder } from '../core/policy/kinds/reminder.ts'
import { type Prepared, procedureSays } from '../core/ranking/prepare.ts'
import { instantOf } from './dutch-time.ts'

/** Terms that hold where no rule book sets one: nobody is hurried. */
const unsaid = {
  listingOpen: { count: 7, unit: 'day' },
  answerWithin: { lasts: { count: 2, unit: 'working-day' }, at: '17:00' },
  papersWithin: { lasts: { count: 5, unit: 'working-day' } },
  remind: [{ before: { count: 1, unit: 'working-day' }, ways: ['mail', 'phone'] }],
} as const satisfies Record<string, Duration | Term | readonly Reminder[]>

export type Terms = {
  readonly listingOpen: Duration
  readonly answerWithin: Term
  readonly papersWithin: Term
  /** When people are told that their time to answer ends. */
  readonly remind: readonly Reminder[]
}

/** What the nearest rule book says of each term, for this home. */
export function termsFor(prepared: Prepared, home: Facts): Terms {
  const said = <Key extends keyof Procedure>(key: Key) => procedureSays(prepared, home, key)
  return {
    listingOpen: said('listing_open') ?? unsaid.listingOpen,
    answerWithin: said('answer_within') ?? unsaid.answerWithin,
    papersWithin: said('papers_within') ?? unsaid.papersWithin,
    remind: said('remind') ?? unsaid.remind,
  }
}

/** The instant at which a term that begins on a day is over: at its hour, or when its last day ends. */
export function endOf(term: Term, from: CalendarDate): Date {
  const { on, at } = deadline(term, from)
  return at === undefined ? instantOf(addDays(on, 1), '00:00') : instantOf(on, at)
}

/** The hour at which every listing closes: after work, so that nobody needs to be early. */
export const closingHour = '20:00'
export const openingHour = '09:00'

/** The last day on which people can respond to a listing that opens on a day. */
export function closingDay({ listingOpen }: Terms, opens: CalendarDate): CalendarDate {
  return addDuration(opens, listingOpen)
}
