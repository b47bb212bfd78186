/**
 * What changes from one rule book to another (vergelijking): rule by rule on their ids, article by
 * article, and the header. Only what is written is compared; who gains or loses by it, deciding tells.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { canonicalJson, type Json } from '../basics/canonical-json.ts'
import type { Parameter, Row } from './kinds/parameter.ts'
import { laidOver, type Standing } from './resolve.ts'
import type { Article, Rule, RuleBook } from './rule-book.ts'

export type BookComparison = {
  readonly before: RuleBook
  readonly after: RuleBook
  /** Keys of the header that differ, in the order of the header. */
  readonly header: readonly HeaderKey[]
  readonly articles: readonly ArticleChange[]
  readonly rules: readonly RuleChange[]
}

export const headerKeys = [
  'book',
  'title',
  'authority',
  'valid',
  'works_back_to',
  'published',
  'law',
  'builds_on',
  'justifications',
  'gap',
  'invented',
] as const satisfies readonly (keyof RuleBook)[]
export type HeaderKey = (typeof headerKeys)[number]

export type ArticleChange =
  | { readonly change: 'added'; readonly after: Article }
  | { readonly change: 'dropped'; readonly before: Article }
  | {
      readonly change: 'changed'
      readonly before: Article
      readonly after: Article
      readonly keys: readonly string[]
    }

export type RuleChange =
  | { readonly change: 'added'; readonly after: Standing }
  | { readonly change: 'dropped'; readonly before: Standing }
  | ChangedRule

export type ChangedRule = {
  readonly change: 'changed'
  readonly before: Standing
  readonly after: Standing
  /** Keys of the rule that differ, `basis` also where the article gives it; empty when it only moved. */
  readonly keys: readonly string[]
  /** Stands in another article. */
  readonly moved: boolean
  /** For two parameters: the dates from which the amount or table differs, earliest first. */
  readonly values: readonly ValueChange[]
}

/** The rows from a date, before and after; absent where that date was not or is no longer written. */
export type ValueChange = {
  readonly from: CalendarDate
  readonly before?: readonly Row[]
  readonly after?: readonly Row[]
}

/**
 * Compares two books, each first in a list with the books it builds on: what an overlay leaves alone has
 * not changed, wherever it is written.
 */
export function compareBooks(
  [before, ...basisBefore]: readonly [RuleBook, ...RuleBook[]],
  [after, ...basisAfter]: readonly [RuleBook, ...RuleBook[]],
): BookComparison {
  const old = [before, ...basisBefore]
  const now = [after, ...basisAfter]
  return {
    before,
    after,
    header: headerKeys.filter((key) => !isSame(before[key], after[key])),
    articles: compareArticles(articlesOnlyIn(old, now), articlesOnlyIn(now, old)),
    rules: compareRules(laidOver(old), laidOver(now)),
  }
}

function articlesOnlyIn(books: readonly RuleBook[], others: readonly RuleBook[]): Article[] {
  const own = books.filter((book) => !others.some((other) => isSame(book, other)))
  return own.flatMap(({ articles }) => articles)
}

/** Compares rules that stand together, such as those in force on two dates; new and changed ones first. */
function compareRules(
  before: readonly Standing[],
  after: readonly Standing[],
): readonly RuleChange[] {
  const earlier = new Map(before.map((standing) => [standing.rule.id, standing]))
  const later = new Set(after.map(({ rule }) => rule.id))
  return [
    ...after.flatMap((standing): RuleChange[] => {
      const old = earlier.get(standing.rule.id)
      return old ? changedRule(old, standing) : [{ change: 'added', after: standing }]
    }),
    ...before
      .filter(({ rule }) => !later.has(rule.id))
      .map((standing): RuleChange => ({ change: 'dropped', before: standing })),
  ]
}

function changedRule(before: Standing, after: Standing): ChangedRule[] {
  const keys = differingKeys(effective(before), effective(after))
  const moved = isMoved(before, after)
  if (keys.length === 0 && !moved) return []
  const values = compareValues(before.rule, after.rule)
  return [{ change: 'changed', before, after, keys, moved, values }]
}

// A rule without a basis of its own has that of its article.
function effective({ rule, article }: Standing): Rule {
  const basis = rule.basis ?? article.basis
  return basis === undefined ? rule : { ...rule, basis }
}

// Between two articles without a known number a rule moved when one of them stands in both books;
// else the text of the one article was edited.
function isMoved(before: Standing, after: Standing): boolean {
  const old = nameOf(before.article)
  const now = nameOf(after.article)
  if (old === now) return false
  if (before.article.number !== after.article.number) return true
  return (
    after.book.articles.map(nameOf).includes(old) || before.book.articles.map(nameOf).includes(now)
  )
}

function compareValues(before: Rule, after: Rule): ValueChange[] {
  if (before.kind !== 'parameter' || after.kind !== 'parameter') return []
  const dates = new Set([...before.values, ...after.values].map(({ from }) => from))
  return [...dates]
    .toSorted((a, b) => a - b)
    .flatMap((from) => {
      const old = rowsFrom(before, from)
      const now = rowsFrom(after, from)
      if (isSame(old, now)) return []
      return [{ from, ...(old && { before: old }), ...(now && { after: now }) }]
    })
}

function rowsFrom({ values }: Parameter, date: CalendarDate): readonly Row[] | undefined {
  return values.find(({ from }) => from === date)?.rows
}

function compareArticles(before: readonly Article[], after: readonly Article[]): ArticleChange[] {
  const pairs = pairsOf(before, after)
  const paired = new Set(pairs.map(([old]) => old))
  return [
    ...pairs.flatMap(([old, now]): ArticleChange[] => {
      if (!old) return [{ change: 'added', after: now }]
      const keys = differingKeys(old, now, 'rules')
      return keys.length === 0 ? [] : [{ change: 'changed', before: old, after: now, keys }]
    }),
    ...before
      .filter((article) => !paired.has(article))
      .map((article): ArticleChange => ({ change: 'dropped', before: article })),
  ]
}

// Each article with the one it was before. Without a known number: the one with its text, else the
// one that held one of its rules.
function pairsOf(before: readonly Article[], after: readonly Article[]) {
  const kept = new Set(after.map(nameOf))
  const edited = before.filter((each) => each.number === 'unknown' && !kept.has(nameOf(each)))
  return after.map((now): readonly [Article | undefined, Article] => {
    const same = before.find((old) => nameOf(old) === nameOf(now))
    if (same || now.number !== 'unknown') return [same, now]
    const index = edited.findIndex((old) => shareRule(old, now))
    return [index < 0 ? undefined : edited.splice(index, 1)[0], now]
  })
}

function shareRule(one: Article, other: Article): boolean {
  return one.rules.some(({ id }) => other.rules.some((rule) => rule.id === id))
}

// An article whose number was not seen is known by its text.
function nameOf({ number, text }: Article): string {
  return number === 'unknown' ? `unknown ${text}` : number
}

function differingKeys(before: object, after: object, apart?: string): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].filter((key) => key !== apart && !isSame(old.get(key), now.get(key)))
}

// Order of keys does not matter; what is absent equals only what is absent.
function isSame(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after
  // @NOTE rule books are read from YAML or JSON: everything in them can be written as JSON.
  return canonicalJson(before as Json) === canonicalJson(after as Json)
}
