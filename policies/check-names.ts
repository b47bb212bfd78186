/**
 * Whether every name a rule book uses exists, and every literal fits what it is compared with: facts
 * of the closed catalogue, events and spells, and the ids of this book and of the books it builds on.
 */
import { formatDate } from '../core/basics/calendar-date.ts'
import { facts } from '../core/policy/catalogue.ts'
import { bounds } from '../core/policy/condition.ts'
import type { Issue, Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { Rule, RuleBook, RuleKind } from '../core/policy/rule-book.ts'
import { attributes, eventNames, spells, ticks } from '../core/seekers/history.ts'
import { branchKeys, isMap } from './condition-schema.ts'
import type { Document } from './read-document.ts'
import { valueAt } from './shape-issues.ts'
import type { Meaning, Meanings, Slot, Things } from './vocabulary.ts'
import { meaningOfAttribute, unknownName, vocabularyOf, wrongLiteral } from './vocabulary.ts'

/** What the names in a condition may speak of: homes, the event at hand, or anything known. */
type About = 'home' | 'event' | 'member' | 'anything'

export function nameIssues(
  document: Document,
  book: RuleBook,
  upper: readonly RuleBook[],
): Issue[] {
  const rules = [...upper.toReversed(), book]
    .flatMap((each) => each.articles)
    .flatMap((each) => each.rules)
  const names = vocabularyOf(rules)
  return [
    ...idIssues(document, book),
    ...eachRule(book).flatMap(({ rule, path }) => {
      const raw = valueAt(document.value, path)
      const found: Found[] = [
        ...wrongReferences(rule.kind, raw, names.things),
        ...wrongConditions(raw, [], ruleWhere(rule), names.values),
        ...wrongAmounts(rule),
      ]
      return found.map((each) =>
        document.issue(each.problem, [...path, ...each.path], each.key ? 'key' : 'value'),
      )
    }),
  ]
}

type Found = { readonly problem: Problem; readonly path: Path; readonly key?: true }

export function eachRule(book: RuleBook): { rule: Rule; path: Path }[] {
  return book.articles.flatMap((article, a) =>
    article.rules.map((rule, r) => ({ rule, path: ['articles', a, 'rules', r] })),
  )
}

// Ids

const catalogueWords = new Set([
  ...Object.keys(facts),
  ...spells,
  ...eventNames,
  ...ticks,
  ...branchKeys,
  'none',
  'value',
])

function idIssues(document: Document, book: RuleBook): Issue[] {
  const first = new Map<string, number>()
  return eachRule(book).flatMap(({ rule: { id }, path }) => {
    const here = [...path, 'id']
    if (catalogueWords.has(id)) {
      return [document.issue({ code: 'catalogue-word-as-id', facts: { id } }, here)]
    }
    const firstLine = first.get(id)
    if (firstLine !== undefined) {
      return [document.issue({ code: 'duplicate-id', facts: { id, firstLine } }, here)]
    }
    first.set(id, document.locate(here).line)
    return []
  })
}

// References outside conditions: where they stand in a rule of each kind (`*` is each item of a list,
// `#` each key of a map), and what they must name.

const trigger = (at: string): readonly (readonly [string, Slot])[] => [[`${at}on`, 'event']]

const references: Readonly<Record<RuleKind, readonly (readonly [string, Slot])[]>> = {
  parameter: [],
  definition: [],
  requirement: [],
  judgement: [['sets_aside', 'requirement']],
  measure: [['within', 'life']],
  account: [
    ['starts', 'value'],
    ['starts.*.from', 'value'],
    ['inside', 'life'],
    ...['entries.*.', 'entries.*.best_of.*.'].flatMap((at): (readonly [string, Slot])[] => [
      ...trigger(at),
      ...trigger(`${at}lost.`),
      [`${at}of`, 'history'],
      [`${at}add`, 'value'],
    ]),
  ],
  priority: [['inside', 'priority']],
  ranking: [
    ['tiers.*.priority', 'priority'],
    ...['tiers.*.by.*.', 'finally.*.'].flatMap((at): (readonly [string, Slot])[] => [
      [`${at}earliest`, 'value'],
      [`${at}latest`, 'value'],
      [`${at}highest`, 'value'],
      [`${at}lowest`, 'value'],
      [`${at}in_order.#`, 'value'],
      [`${at}lot`, 'value'],
      [`${at}chosen`, 'judgement'],
    ]),
  ],
  quota: [
    ['split.by', 'value'],
    ['each', 'value'],
    ['inside', 'quota'],
  ],
  life: [
    ['each', 'value'],
    ['inside', 'life'],
    ...trigger('begins.'),
    ...trigger('renew.'),
    ...trigger('restore.'),
    ['restore.fee', 'value'],
    ['restore.closes', 'event'],
    ['pause.from', 'event'],
    ['pause.to', 'event'],
    ...trigger('ends.*.'),
    ['ends.*.keeps', 'life'],
    ['again.same', 'value'],
  ],
  sanction: trigger(''),
  procedure: [['facts_at.#', 'value']],
}

function wrongReferences(kind: RuleKind, raw: unknown, things: Things): Found[] {
  return references[kind].flatMap(([pattern, what]) =>
    leavesAt(raw, pattern.split('.'), []).flatMap(({ written, path, key }): Found[] => {
      const name = referredTo(written, what, pattern)
      if (name === undefined || things[what].has(name)) return []
      return [{ problem: unknownName(name, what, things[what]), path, ...(key ? { key } : {}) }]
    }),
  )
}

// What stands in such a place without being a reference: amounts, terms, calendar periods, `equal`.
function referredTo(written: unknown, what: Slot, pattern: string): string | undefined {
  if (typeof written !== 'string') return undefined
  if (written.startsWith('$')) return written.slice(1)
  if (/\.(add|lot)$/.test(pattern)) return undefined
  if (pattern === 'facts_at.#' && written === 'default') return undefined
  const isTerm = / /.test(written) || written.startsWith('calendar-')
  return what === 'life' && isTerm ? undefined : written
}

type RawLeaf = { readonly written: unknown; readonly path: Path; readonly key?: true }

function leavesAt(raw: unknown, pattern: readonly string[], path: Path): RawLeaf[] {
  const [step, ...rest] = pattern
  if (raw === undefined) return []
  if (step === undefined) {
    if (!Array.isArray(raw)) return [{ written: raw, path }]
    return raw.map((written: unknown, at) => ({ written, path: [...path, at] }))
  }
  if (step === '#') {
    if (!isMap(raw)) return []
    return Object.keys(raw).map((written) => ({ written, path: [...path, written], key: true }))
  }
  if (step !== '*') return isMap(raw) ? leavesAt(raw[step], rest, [...path, step]) : []
  return Array.isArray(raw) ? raw.flatMap((each, at) => leavesAt(each, rest, [...path, at])) : []
}

// Conditions

const conditionKeys = ['who', 'must', 'unless', 'when', 'while', 'not_against', 'counts', 'among']

// `where` at the head of these rules is about homes; everywhere else about the event or spell at hand.
function ruleWhere(rule: Rule): About {
  if (rule.kind === 'sanction') return 'event'
  if (rule.kind === 'measure') return rule.of === 'member' ? 'member' : 'event'
  return 'home'
}

function wrongConditions(raw: unknown, path: Path, where: About, values: Meanings): Found[] {
  if (Array.isArray(raw)) {
    return raw.flatMap((each, at) => wrongConditions(each, [...path, at], where, values))
  }
  if (!isMap(raw)) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const here = [...path, key]
    if (key === 'where') return wrongNames(value, here, where, values)
    if (key === 'here') return wrongNames(value, here, 'home', values)
    if (conditionKeys.includes(key)) return wrongNames(value, here, 'anything', values)
    if (key === 'values' && raw.kind === 'parameter') return wrongRows(value, here, values)
    return wrongConditions(value, here, 'event', values)
  })
}

function wrongRows(dated: unknown, path: Path, values: Meanings): Found[] {
  return Object.entries(isMap(dated) ? dated : {}).flatMap(([from, rows]) => {
    if (!Array.isArray(rows)) return []
    return rows
      .filter(isMap)
      .flatMap(({ value: _value, ...when }, at) =>
        wrongNames(when, [...path, from, at], 'anything', values),
      )
  })
}

function wrongNames(condition: unknown, path: Path, about: About, values: Meanings): Found[] {
  if (!isMap(condition)) return []
  return Object.entries(condition).flatMap(([name, test]): Found[] => {
    const here = [...path, name]
    if (branchKeys.some((each) => each === name)) {
      if (!Array.isArray(test)) return []
      return test.flatMap((each, at) => wrongNames(each, [...here, at], about, values))
    }
    const meaning = meaningHere(name, about, values)
    if ('code' in meaning) return [{ problem: meaning, path: here, key: true }]
    return wrongTest(name, meaning, test, here, values)
  })
}

function meaningHere(name: string, about: About, values: Meanings): Meaning | Problem {
  const known = values.get(name)
  if (about === 'anything' || (about === 'member' && known)) {
    return known ?? unknownName(name, 'value', values.keys())
  }
  const attribute = about === 'home' ? undefined : meaningOfAttribute(name)
  if (attribute) return attribute
  if (known?.home) return known
  if (known) {
    return {
      code: 'person-fact-in-where',
      facts: { name, about: about === 'home' ? 'home' : 'event' },
    }
  }
  const homes = [...values].filter(([, meaning]) => meaning.home).map(([each]) => each)
  const allowed = about === 'home' ? homes : [...Object.keys(attributes), ...homes]
  return unknownName(name, about === 'home' ? 'value' : 'attribute', allowed)
}

function wrongTest(
  name: string,
  meaning: Meaning,
  test: unknown,
  path: Path,
  values: Meanings,
): Found[] {
  const equal = (raw: unknown, at: Path) => wrongLiterals(name, meaning, raw, at, values)
  if (!isMap(test)) return equal(test, path)
  return Object.entries(test).flatMap(([key, raw]): Found[] => {
    const here = [...path, key]
    if (key === 'known') return []
    const isBound = bounds.some((each) => each === key)
    if (isBound && !isOrdered(meaning)) {
      return [{ problem: { code: 'not-comparable', facts: { name } }, path: here, key: true }]
    }
    return equal(raw, here)
  })
}

function isOrdered({ type }: Meaning): boolean {
  return type === 'number' || type === 'cents' || type === 'date' || type === 'any'
}

function wrongLiterals(
  name: string,
  meaning: Meaning,
  raw: unknown,
  path: Path,
  values: Meanings,
): Found[] {
  if (Array.isArray(raw)) {
    return raw.flatMap((each, at) => wrongLiterals(name, meaning, each, [...path, at], values))
  }
  if (typeof raw === 'string' && raw.startsWith('$')) {
    const ref = raw.slice(1)
    if (values.has(ref)) return []
    return [{ problem: unknownName(ref, 'value', values.keys()), path }]
  }
  const problem = wrongLiteral(name, meaning, raw)
  return problem ? [{ problem, path }] : []
}

// An amount in cents with a fraction is an amount in euros.
function wrongAmounts(rule: Rule): Found[] {
  if (rule.kind !== 'parameter' || rule.unit !== 'cents') return []
  return rule.values.flatMap(({ from, rows }) =>
    rows.flatMap(({ when, value }, at): Found[] => {
      const problem = wrongLiteral(rule.id, { type: 'cents' }, value)
      if (!problem || value === 'missing' || value === 'open') return []
      const path = ['values', formatDate(from)]
      return [{ problem, path: rows.length > 1 || when.length > 0 ? [...path, at, 'value'] : path }]
    }),
  )
}
