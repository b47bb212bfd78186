import type { Duration } from '../../basics/calendar-date.ts'
import type { Moment } from '../catalogue.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/** Procedure (werkwijze): terms of the process, and the instant at which each fact counts (peilmoment). */
export type Procedure = RuleHead & {
  readonly kind: 'procedure'
  readonly where?: Condition
  readonly listing_open?: Duration
  readonly open_responses?: number
  readonly offers_at_once?: number
  /** Confirm interest within, accept within, bring papers within. */
  readonly confirm_within?: Term
  readonly answer_within?: Term
  readonly papers_within?: Term
  readonly facts_at?: { readonly default: Moment; readonly facts: Readonly<Record<string, Moment>> }
}

/** `1 working day at 17:00`: a length of time and, where given, the hour at which the last day ends. */
export type Term = { readonly lasts: Duration; readonly at?: string }
