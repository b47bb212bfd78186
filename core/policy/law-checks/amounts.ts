/**
 * Amounts and words (parameters, begrippen): known when used, within what the law leaves free, the same as
 * the national ones, used at all, and not defined in circles.
 */
import { type CalendarDate, formatDate } from '../../basics/calendar-date.ts'
import { namesIn } from '../condition.ts'
import type { Finding } from '../finding.ts'
import { isKnown, type Parameter, type Row, rowsAt } from '../kinds/parameter.ts'
import { rulesOf, type Standing, standingIn } from '../resolve.ts'
import type { Rule } from '../rule-book.ts'
import { agreedMunicipalities } from './balance.ts'
import { aboutBook, aboutRule, type Subject } from './subject.ts'

export function checkAmounts(subject: Subject): Finding[] {
  const own = standingIn(subject.book).filter(isParameter)
  return [
    ...own.flatMap((standing) => [
      ...outOfRange(standing),
      ...differsFromNational(standing, subject),
      ...unused(standing, subject),
    ]),
    ...missingWhereUsed(subject),
    ...notFilled(subject),
    ...circles(subject),
  ]
}

function isParameter(standing: Standing): standing is Standing<Parameter> {
  return standing.rule.kind === 'parameter'
}

function outOfRange(standing: Standing<Parameter>): Finding[] {
  const { values, range } = standing.rule
  const { at_least: atLeast, at_most: atMost } = range ?? {}
  return values.flatMap(({ from, rows }) =>
    rows.flatMap(({ value }) => {
      if (typeof value !== 'number') return []
      if (value >= (atLeast ?? value) && value <= (atMost ?? value)) return []
      const facts = {
        value,
        from,
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      }
      const at = ['values', formatDate(from)]
      return [aboutRule('parameter-out-of-range', standing, facts, { at })]
    }),
  )
}

function differsFromNational(standing: Standing<Parameter>, { books }: Subject): Finding[] {
  const { rule, book } = standing
  if (book.authority.level === 'national') return []
  const national = books
    .filter(({ authority }) => authority.level === 'national')
    .flatMap(standingIn)
    .filter(isParameter)
    .find((each) => each.rule.id === rule.id)?.rule
  if (!national) return []
  return rule.values.flatMap(({ from, rows }) => {
    const upper = rowsAt(national, from)
    const isFixed = upper.length > 0 && upper.every(({ value }) => isKnown(value))
    if (!isFixed || JSON.stringify(upper) === JSON.stringify(rows)) return []
    const at = ['values', formatDate(from)]
    return [aboutRule('amount-differs-from-national', standing, { from }, { at })]
  })
}

function unused(standing: Standing<Parameter>, { rules, book }: Subject): Finding[] {
  const { id, open_to: openTo } = standing.rule
  const isReadElsewhere =
    book.authority.level === 'national' || openTo || id === agreedMunicipalities
  const isUsed = rules.some(({ rule }) => rule.id !== id && wordsIn(rule).has(id))
  return isReadElsewhere || isUsed ? [] : [aboutRule('unused-parameter', standing, {})]
}

// Every text in a rule: a parameter is used where its name stands, in whatever key.
function wordsIn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set([value])
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap((each) => [...wordsIn(each)]))
}

// Only amounts that rules of this book read: what others leave open is their business.
function missingWhereUsed(subject: Subject): Finding[] {
  const own = standingIn(subject.book)
  return rulesOf(subject, 'parameter').flatMap(({ rule }) => {
    const user = own.find((each) => each.rule.id !== rule.id && wordsIn(each.rule).has(rule.id))
    if (!user) return []
    const until = subject.book.valid.until
    const now = hasMissing(rowsAt(rule, subject.on))
    const from = now ? subject.on : firstMissing(rule, subject.on, until)
    if (from === undefined) return []
    const code = now ? 'missing-parameter-used' : 'parameter-missing-later'
    return [aboutRule(code, user, { parameter: rule.id, from })]
  })
}

function hasMissing(rows: readonly Row[]): boolean {
  return rows.length === 0 || rows.some(({ value }) => value === 'missing')
}

function firstMissing(
  { values }: Parameter,
  after: CalendarDate,
  until: CalendarDate,
): CalendarDate | undefined {
  return values.findLast(({ from, rows }) => from > after && from <= until && hasMissing(rows))
    ?.from
}

function notFilled(subject: Subject): Finding[] {
  const { book, on } = subject
  return rulesOf(subject, 'parameter').flatMap(({ rule, book: upper }) => {
    const isOpen = rowsAt(rule, on).some(({ value }) => value === 'open')
    const isOurs = rule.open_to?.includes(book.authority.level) ?? true
    if (!isOpen || !isOurs || upper === book) return []
    const facts = { parameter: rule.id, upper: upper.book }
    return [aboutBook('open-parameter-not-filled', book, facts, { at: ['builds_on'] })]
  })
}

function circles({ rules, byId }: Subject): Finding[] {
  const found = new Map<string, Finding>()
  for (const standing of rules) {
    const chain = circleFrom(standing.rule.id, [], byId)
    if (!chain) continue
    const key = chain.toSorted().join(' ')
    if (!found.has(key)) {
      found.set(
        key,
        aboutRule('circular-definition', standing, { chain: [...chain, chain[0] ?? ''] }),
      )
    }
  }
  return [...found.values()]
}

function circleFrom(
  id: string,
  chain: readonly string[],
  byId: Subject['byId'],
): readonly string[] | undefined {
  if (chain[0] === id) return chain
  const rule = byId.get(id)?.rule
  if (!rule || chain.includes(id)) return undefined
  for (const next of definedBy(rule)) {
    const circle = circleFrom(next, [...chain, id], byId)
    if (circle) return circle
  }
  return undefined
}

// Lives and accounts look back in time, so they may mention each other.
function definedBy(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'definition':
      return namesIn(rule.when)
    case 'parameter':
      return rule.values.flatMap(({ rows }) => rows.flatMap(({ when }) => namesIn(when)))
    case 'measure':
      return namesIn(rule.where ?? [])
    default:
      return []
  }
}
