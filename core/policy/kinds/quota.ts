import type { CalendarDate } from '../../basics/calendar-date.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

export const periods = [
  'calendar-month',
  'calendar-quarter',
  'calendar-half-year',
  'calendar-year',
  'two-calendar-years',
  'whole-term',
] as const
export type Period = (typeof periods)[number]

/**
 * Quota (aandeel): of assignments in `among`, those in `counts` stay at most, at least or exactly so
 * many, or so many of so many. It switches rules before sorting and never reshuffles a sorted list.
 * One more is allowed when (used + 1) x of <= limit x (base + 1). Legal source: Huisvestingswet art. 14
 * lid 2, 3, 5; Woningwet art. 46, 48.
 */
export type Quota = RuleHead & {
  readonly kind: 'quota'
  /** Conditions on the assignment: facts of listing and seeker, `priorities-applied`, `set-aside`. */
  readonly counts: Condition
  readonly among?: Condition
  readonly unit?: 'assignments' | 'listings'
  readonly limit: Limit
  readonly split?: { readonly by: string; readonly shares: Readonly<Record<string, number>> }
  /** Counted apart for each value of these facts. */
  readonly each?: readonly string[]
  readonly per: Period
  /** The room left over (or overdrawn) goes along to the next period, once. */
  readonly carry?: '1 period'
  /** Every assignment counted here counts there too, and never goes beyond it. */
  readonly inside?: string
  readonly at_limit: 'priority-off' | 'not-placed' | 'first' | 'warn'
  readonly review?: CalendarDate
}

export type Limit = {
  readonly at_most?: number
  readonly at_least?: number
  readonly exactly?: number
  /** Out of so many; a plain number of assignments when absent. */
  readonly of?: number
}
