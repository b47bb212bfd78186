/** Other rules that differ from a rule in one place: what a test changes to see whether anybody notices. */
import type { Rule, RuleBook } from '../core/policy/rule-book.ts'

/** What a rule says to people, or is called: changing it may not change a decision. */
const words = [
  'kind',
  'id',
  'label',
  'basis',
  'gap',
  'invented',
  'justification',
  'latitude',
  'source',
  'question',
  'protocol',
  'name',
  'unit',
]

/** Every rule made from this one by changing one number, word or list, or by leaving out one key. */
export function variantsOf(rule: Rule): Rule[] {
  // @NOTE one parameter changed: what is no rule any more, the engine may refuse.
  return changed(rule) as Rule[]
}

/** The same books with one rule of one of them replaced, or (without `by`) left out. */
export function withRule(
  books: readonly RuleBook[],
  place: { readonly book: string; readonly rule: string },
  by?: Rule,
): RuleBook[] {
  return books.map((book) => {
    if (book.book !== place.book) return book
    const articles = book.articles.map((article) => ({
      ...article,
      rules: article.rules.flatMap((rule) => (rule.id !== place.rule ? [rule] : by ? [by] : [])),
    }))
    return { ...book, articles }
  })
}

/** The same books with one key of the header of one of them changed, in every way. */
export function headerVariants(
  books: readonly RuleBook[],
  id: string,
  key: keyof RuleBook,
): RuleBook[][] {
  const book = books.find((each) => each.book === id)
  return changed(book?.[key]).map((value) =>
    books.map((each) => (each.book === id ? { ...each, [key]: value } : each)),
  )
}

function changed(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, value * 2, value + 400, 0]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return [opposites[value] ?? `${value}-else`]
  if (Array.isArray(value)) return changedList(value)
  return typeof value === 'object' && value !== null ? changedRecord(value) : []
}

const opposites: Readonly<Record<string, string>> = {
  earliest: 'latest',
  latest: 'earliest',
  highest: 'lowest',
  lowest: 'highest',
}

function changedList(list: readonly unknown[]): unknown[] {
  const shorter = list.map((_, at) => list.toSpliced(at, 1))
  const other = list.flatMap((each, at) => changed(each).map((variant) => list.with(at, variant)))
  return [...(list.length > 1 ? [list.toReversed()] : []), ...shorter, ...other]
}

function changedRecord(record: object): unknown[] {
  return Object.entries(record)
    .filter(([key]) => !words.includes(key))
    .flatMap(([key, value]) => {
      const without = Object.entries(record).filter(([each]) => each !== key)
      return [
        Object.fromEntries(without),
        ...changed(value).map((variant) => ({ ...record, [key]: variant })),
      ]
    })
}
