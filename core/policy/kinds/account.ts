import type { CalendarDate, Duration } from '../../basics/calendar-date.ts'
import type { Condition, Reference } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/**
 * Account (rekening): a ledger in points, or in time. In time its value is a date: `starts` moved
 * back by the balance (corrected or fictitious registration date). Every booking keeps its rule,
 * entry, cause and date, so the ledger explains itself.
 */
export type Account = RuleHead & {
  readonly kind: 'account'
  readonly unit: 'points' | 'date'
  /** For a date: from which date it counts back; first case that fits. */
  readonly starts?: readonly { readonly who: Condition; readonly from: string }[]
  /** Empty once this life ends; the life `registration` when absent and the book has it. */
  readonly inside?: string
  readonly limits?: Limits
  /** Counts only on these listings. */
  readonly where?: Condition
  readonly entries: readonly (Entry | BestOf)[]
  readonly lapses?: CalendarDate
}

export type Amount = number | Duration | Reference
export type Limits = { readonly at_least?: number; readonly at_most?: number | Duration }

/** Only the entry that gives most counts (not cumulative). */
export type BestOf = { readonly best_of: readonly Entry[] }

/**
 * Books by a trigger (`on`), at a rate (`per` unit of the spell or life `of`), or stands while `who`
 * holds. `set` replaces the balance of the whole account.
 */
export type Entry = {
  readonly add?: Amount
  readonly set?: number
  readonly on?: readonly string[]
  readonly where?: Condition
  readonly when?: Condition
  readonly times?: number
  readonly who?: Condition
  readonly per?: Duration
  readonly of?: string
  /** `daily` counts parts of a unit by the day (a year is 365 days); else whole units only. */
  readonly booked?: 'whole' | 'daily'
  /** Counts only on these listings. */
  readonly here?: Condition
  /** Building stops after this day. */
  readonly until?: CalendarDate
  /** From this day what was built is gone. */
  readonly lapses?: CalendarDate
  /** A booking expires after this time. */
  readonly keep?: Duration
  /** What removes the bookings made before it. */
  readonly lost?: {
    readonly on: readonly string[]
    readonly where?: Condition
    readonly until?: CalendarDate
  }
  readonly limits?: Limits
}
