import { addDuration, type CalendarDate, type Duration } from '../../basics/calendar-date.ts'
import type { Moment } from '../catalogue.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'
import type { Reminder } from './reminder.ts'

/** Procedure (werkwijze): terms of the process, and the instant at which each fact counts (peilmoment). */
export type Procedure = RuleHead & {
  readonly kind: 'procedure'
  readonly where?: Condition
  readonly listing_open?: Duration
  readonly open_responses?: number
  readonly offers_at_once?: number
  /** Whether people see their place while the listing is open (voorlopige plaats); where none says so, they do not. */
  readonly provisional_place?: 'exact' | 'none'
  /** Confirm interest within, accept within, bring papers within. */
  readonly confirm_within?: Term
  readonly answer_within?: Term
  readonly papers_within?: Term
  /** When people are told that their term to answer ends; only before it. */
  readonly remind?: readonly Reminder[]
  readonly facts_at?: { readonly default: Moment; readonly facts: Readonly<Record<string, Moment>> }
}

/** `1 working day at 17:00`: a length of time and, where given, the hour at which the last day ends. */
export type Term = { readonly lasts: Duration; readonly at?: string }

/** The last day of a term that starts on `from` (not counted itself), and the hour at which it ends. */
export function deadline(term: Term, from: CalendarDate): { on: CalendarDate; at?: string } {
  return { on: addDuration(from, term.lasts), ...(term.at !== undefined && { at: term.at }) }
}
