/**
 * Which rules are in force: the books of one authority and the books they build on, for a date X as
 * known on a date Y, laid over each other into one flat list.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { keptFor } from '../basics/kept-for.ts'
import { same, yes } from './condition.ts'
import type { Parameter } from './kinds/parameter.ts'
import type { Article, Authority, Rule, RuleBook, RuleKind, RuleOf } from './rule-book.ts'

/** A rule with where it stands; `path` finds its line in the file of its book. */
export type Standing<R extends Rule = Rule> = {
  readonly rule: R
  readonly article: Article
  readonly book: RuleBook
  readonly path: Path
}

export type Path = readonly (string | number)[]

/** The rules in force together (geldende regels). */
export type Resolved = {
  /** Lowest book first; all it builds on after it. */
  readonly books: readonly RuleBook[]
  readonly on: CalendarDate
  readonly rules: readonly Standing[]
  readonly byId: ReadonlyMap<string, Standing>
}

/**
 * Of several versions of one book, the one that answers for `on` as known on `knownOn`: in force then
 * (retroactive effect included), published by then, and of several the latest published. A version
 * whose publication was not seen answers only when `knownOn` is not asked.
 */
export function versionAt(
  versions: readonly RuleBook[],
  { on, knownOn }: { on: CalendarDate; knownOn?: CalendarDate },
): RuleBook | undefined {
  return versions
    .filter((book) => (book.works_back_to ?? book.valid.from) <= on && on <= book.valid.until)
    .filter(
      ({ published }) => knownOn === undefined || (published !== 'missing' && published <= knownOn),
    )
    .toSorted((a, b) => publishedDay(b) - publishedDay(a) || b.valid.from - a.valid.from)
    .at(0)
}

/**
 * Of books given in several versions (same authority, same reach), the one that answers for the date;
 * the books keep their order. A book given once stays, unless it was published after what was known.
 */
export function versionsAt(
  books: readonly RuleBook[],
  moment: { on: CalendarDate; knownOn?: CalendarDate },
): RuleBook[] {
  const series = Map.groupBy(books, lineOf)
  const chosen = new Set(
    [...series.values()].flatMap((versions) =>
      versions.length === 1
        ? versions.filter((book) => !isPublishedLater(book, moment))
        : (versionAt(versions, moment) ?? []),
    ),
  )
  return books.filter((book) => chosen.has(book))
}

/** What versions of one book have in common (reeks): of one authority with one reach, one is in force. */
export function lineOf({ authority: { level, name, scope } }: RuleBook): string {
  return JSON.stringify([level, name, scope ?? {}])
}

function isPublishedLater({ published }: RuleBook, { knownOn }: { knownOn?: CalendarDate }) {
  return knownOn !== undefined && published !== 'missing' && published > knownOn
}

function publishedDay({ published, valid }: RuleBook): number {
  return published === 'missing' ? valid.from : published
}

/**
 * Lays `books` (lowest first) over each other for a date, and for a listing where one is given: a lower
 * book whose scope does not reach the listing stays out. Whether a book may replace or drop what it
 * does is for `check-against-law`; here the lowest word counts.
 */
export function resolve(
  books: readonly RuleBook[],
  { on, listing }: { on: CalendarDate; listing?: Facts },
): Resolved {
  const reaching = books.filter((book) => listing === undefined || reaches(book.authority, listing))
  const inForce = laidOver(reaching, on)
  return {
    books: reaching,
    on,
    rules: inForce,
    byId: new Map(inForce.map((standing) => [standing.rule.id, standing])),
  }
}

/**
 * The rules of `books` (lowest first) laid over each other: on a date only those in force then, so that
 * what is replaced holds until its replacement begins and again after it ends; else whatever their dates.
 */
export function laidOver(books: readonly RuleBook[], on?: CalendarDate): Standing[] {
  const rules: Standing[] = []
  for (const book of books.toReversed()) layOver(rules, book, on)
  return rules
}

/** Every rule of one kind, in the order of the books. */
export function rulesOf<Kind extends RuleKind>(
  { rules }: Pick<Resolved, 'rules'>,
  kind: Kind,
): readonly Standing<RuleOf<Kind>>[] {
  // @NOTE grouped by the kind that is asked.
  return (byKind(rules).get(kind) ?? none) as readonly Standing<RuleOf<Kind>>[]
}

// Asked at everything that happens in everybody's life, so rules in force are sorted out once.
const byKind = keptFor(
  (rules: readonly Standing[]): ReadonlyMap<RuleKind, readonly Standing[]> =>
    Map.groupBy(rules, ({ rule }) => rule.kind),
)
const none: readonly Standing[] = []

/** The municipalities of the region the books are about; a home in one of them is in area `region`. */
export function municipalitiesOf({ books }: Pick<Resolved, 'books'>): readonly string[] {
  return books.find(({ authority }) => authority.level === 'region')?.authority.municipalities ?? []
}

/** Whether a book is about a home: it lies within the scope of the authority, or there is no scope. */
export function reaches({ scope }: Authority, listing: Facts): boolean {
  return Object.entries(scope ?? {}).every(([name, wanted]) => same(listing[name], wanted) === yes)
}

/** Every rule of a book with the place where it stands. */
export function standingIn(book: RuleBook): Standing[] {
  return book.articles.flatMap((article, articleIndex) =>
    article.rules.map((rule, ruleIndex) => ({
      rule,
      article,
      book,
      path: ['articles', articleIndex, 'rules', ruleIndex],
    })),
  )
}

function layOver(rules: Standing[], book: RuleBook, on: CalendarDate | undefined): void {
  const holds = (term: Term) => on === undefined || isInForce(term, book, on)
  const dropped = new Set(holds({}) ? book.articles.flatMap(({ drops }) => drops ?? []) : [])
  const kept = rules.filter(({ rule }) => !dropped.has(rule.id))
  rules.splice(0, rules.length, ...kept)
  for (const standing of standingIn(book).filter(({ rule }) => holds(rule))) {
    const replaced = standing.rule.replaces ?? standing.rule.id
    const index = kept.findIndex(({ rule }) => rule.id === replaced)
    const upper = kept[index]
    if (upper === undefined) rules.push(standing)
    else rules[index] = filled(upper, standing)
  }
}

type Term = Pick<Rule, 'from' | 'until'>

// A lower parameter that fills an upper `open` one keeps the upper values for other dates.
function filled(upper: Standing, lower: Standing): Standing {
  if (upper.rule.kind !== 'parameter' || lower.rule.kind !== 'parameter') return lower
  const own = new Set(lower.rule.values.map(({ from }) => from))
  const values = [...lower.rule.values, ...upper.rule.values.filter(({ from }) => !own.has(from))]
  const rule: Parameter = { ...lower.rule, values: values.toSorted((a, b) => b.from - a.from) }
  return { ...lower, rule }
}

function isInForce({ from, until }: Term, book: RuleBook, on: CalendarDate): boolean {
  const begins = from ?? book.works_back_to ?? book.valid.from
  return begins <= on && on <= (until ?? book.valid.until)
}
