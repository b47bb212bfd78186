/** What every check looks at: one book, the books it builds on, and the law it is judged by. */
import type { CalendarDate } from '../../basics/calendar-date.ts'
import { type Finding, type FindingCode, type FindingFacts, severityOf } from '../finding.ts'
import {
  type Citation,
  type Law,
  type Provided,
  type ProvisionName,
  provisionsOf,
  type Regime,
  regimeNamed,
} from '../regime.ts'
import { type Path, resolve, type Standing, standingIn } from '../resolve.ts'
import type { RuleBook } from '../rule-book.ts'

export type Subject = {
  readonly book: RuleBook
  /** The book, then all it builds on. */
  readonly books: readonly RuleBook[]
  /** The day on which the book begins: it is judged by the law of that day. */
  readonly on: CalendarDate
  /** All rules that hold under the book, those that begin or end later included. */
  readonly rules: readonly Standing[]
  readonly byId: ReadonlyMap<string, Standing>
  readonly law: Law
  readonly regime: Regime | undefined
}

export type Check = (subject: Subject) => Finding[]

export function subjectOf(books: readonly RuleBook[], book: RuleBook, law: Law): Subject {
  const on = book.valid.from
  const inForce = resolve(books, { on }).rules
  const upper = inForce.filter((standing) => standing.book !== book)
  const ours = inForce.filter((standing) => standing.book === book)
  const merged = new Map(ours.map((standing) => [standing.rule.id, standing]))
  const own = standingIn(book).map((standing) => merged.get(standing.rule.id) ?? standing)
  const rules = [...upper, ...own]
  const byId = new Map(rules.map((standing) => [standing.rule.id, standing]))
  return { book, books, on, rules, byId, law, regime: regimeNamed(law, book.law) }
}

/** What the regime of the book says under a name; empty when it says nothing. */
export function provided<Name extends ProvisionName>(
  { regime, on }: Subject,
  name: Name,
): Provided<Name>[] {
  return provisionsOf(regime, name, on)
}

/** Rules by a council: what the Huisvestingswet calls an ordinance (huisvestingsverordening). */
export function isOrdinance({ authority }: RuleBook): boolean {
  return ['region', 'municipality', 'settlement'].includes(authority.level)
}

/** A finding about a rule; `path` goes on from the rule. */
export function aboutRule<Code extends FindingCode>(
  code: Code,
  { rule, book, path }: Standing,
  facts: FindingFacts[Code],
  { at = [], law }: { at?: Path; law?: Citation } = {},
): Finding {
  return made(code, facts, { book: book.book, path: [...path, ...at], rule: rule.id }, law)
}

/** A finding about a book as a whole, or a place in it outside the rules. */
export function aboutBook<Code extends FindingCode>(
  code: Code,
  { book }: RuleBook,
  facts: FindingFacts[Code],
  { at = [], law }: { at?: Path; law?: Citation } = {},
): Finding {
  return made(code, facts, { book, path: at }, law)
}

function made<Code extends FindingCode>(
  code: Code,
  facts: FindingFacts[Code],
  place: Pick<Finding, 'book' | 'path' | 'rule'>,
  law: Citation | undefined,
): Finding {
  const finding = { code, facts, severity: severityOf[code], ...place, ...(law ? { law } : {}) }
  // @NOTE the code and its facts belong together by the signature; the compiler loses the pair.
  return finding as Finding
}
