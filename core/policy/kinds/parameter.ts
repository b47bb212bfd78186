import type { CalendarDate } from '../../basics/calendar-date.ts'
import type { Value } from '../../basics/facts.ts'
import { type Condition, type Truth, unknown, yes } from '../condition.ts'
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

/** The rows that hold on a date; none before the first date. */
export function rowsAt({ values }: Parameter, on: CalendarDate): readonly Row[] {
  return values.find(({ from }) => from <= on)?.rows ?? []
}

/**
 * The amount for one person, home and date. The first row that fits gives it; a row that may or may
 * not fit makes it unknown, as does `missing` or an `open` that no lower book filled.
 */
export function parameterValue(
  parameter: Parameter,
  on: CalendarDate,
  truth: (when: Condition) => Truth,
): Value | undefined {
  for (const row of rowsAt(parameter, on)) {
    const fits = truth(row.when)
    if (fits === unknown) return undefined
    if (fits === yes) return isKnown(row.value) ? row.value : undefined
  }
  return undefined
}

export function isKnown(value: Row['value']): value is Value {
  return value !== 'missing' && value !== 'open'
}
