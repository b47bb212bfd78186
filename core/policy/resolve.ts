/**
 * Which rules are in force: the books of one authority and the books they build on, for a date X as
 * known on a date Y, laid over each other into one flat list.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Article, Rule, RuleBook } from './rule-book.ts'

/** A rule with where it stands; `path` finds its line in the file of its book. */
export type Standing<R extends Rule = Rule> = {
  readonly rule: R
  readonly article: Article
  readonly book: RuleBook
  readonly path: Path
}

export type Path = readonly (string | number)[]

/** What is wrong with books or with how they fit together. The words stand in `words/`. */
export type Finding = {
  readonly code: string
  readonly severity: 'breach' | 'warning' | 'notice'
  readonly book: string
  readonly path: Path
  readonly rule?: string
  /** The text it is measured against: `hvw-2024`, article `14 lid 2`; absent for consistency. */
  readonly law?: { readonly regime: string; readonly article: string; readonly verified: boolean }
  /** What was found, and what would put it right. */
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

/** The rules in force together (geldende regels). */
export type Resolved = {
  /** Lowest book first; all it builds on after it. */
  readonly books: readonly RuleBook[]
  readonly on: CalendarDate
  readonly rules: readonly Standing[]
  readonly byId: ReadonlyMap<string, Standing>
}
