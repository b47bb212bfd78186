import type { CalendarDate } from '../../basics/calendar-date.ts'
import type { Value } from '../../basics/facts.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/**
 * Parameter (bedrag of tabel): a dated amount, number, list or table. The value of the latest date
 * not after the moment holds. `missing` is declared unknown, `open` must be filled by a lower book.
 */
export type Parameter = RuleHead & {
  readonly kind: 'parameter'
  readonly unit?: string
  readonly source?: string
  /** What the law leaves free, for a parameter with latitude `range`. */
  readonly range?: { readonly at_least?: number; readonly at_most?: number }
  /** Latest first. */
  readonly values: readonly DatedValue[]
}

export type DatedValue = { readonly from: CalendarDate; readonly rows: readonly Row[] }

/** First row that fits; a plain amount is one row without condition. */
export type Row = { readonly when: Condition; readonly value: Value | 'missing' | 'open' }
