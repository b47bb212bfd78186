import type { Duration } from '../../basics/calendar-date.ts'
import type { EventName, SpellName } from '../../seekers/history.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/**
 * Measure (telling): a number from the history. Events and household members are counted; spells
 * are joined where they touch or overlap (one day's gap breaks) and their length is taken, in whole
 * units. Legal source for the residence test: Huisvestingswet art. 14 lid 4.
 */
export type Measure = RuleHead & {
  readonly kind: 'measure'
  readonly of: EventName | SpellName
  /** Tests on the event or spell itself and the listing it is about. */
  readonly where?: Condition
  /** Count an event on the day its listing closed rather than on its own day. */
  readonly dated_by?: 'listing-closed'
  /** `current` is the unbroken spell that lasts until now. */
  readonly take: 'number' | 'total' | 'longest' | 'current'
  readonly unit?: 'days' | 'months' | 'years'
  /** A rolling window, a calendar period, or the current run of a life. */
  readonly within?:
    | Duration
    | { readonly period: 'calendar-month' | 'calendar-year' }
    | { readonly life: string }
}
