/**
 * Whether every name a rule book uses exists, and every literal fits what it is compared with: facts
 * of the closed catalogue, events and spells, and the ids of this book and of the books it builds on.
 */
import { formatDate, parseDate } from '../core/basics/calendar-date.ts'
import type { Fact } from '../core/policy/catalogue.ts'
import { factOf, facts } from '../core/policy/catalogue.ts'
import { namesIn } from '../core/policy/condition.ts'
import type { Expected, Issue, Named, Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { Rule, RuleBook, RuleKind } from '../core/policy/rule-book.ts'
import { attributes, eventNames, spells, ticks } from '../core/seekers/history.ts'
import { boundKeys, branchKeys, isMap, shown } from './condition-schema.ts'
import { nearestWord } from './nearest-word.ts'
import type { Document } from './read-document.ts'
import { valueAt } from './shape-issues.ts'

type Meaning = { type: Fact['type'] | 'any'; values?: readonly string[]; home: boolean }
type Meanings = ReadonlyMap<string, Meaning>

/** What the names in a condition may speak of: homes, the event at hand, or anything known. */
type About = 'home' | 'event' | 'member' | 'anything'

export function nameIssues(
  document: Document,
  book: RuleBook,
  upper: readonly RuleBook[],
): Issue[] {
  const rules = [book, ...upper].flatMap((each) => each.articles).flatMap((each) => each.rules)
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

// Vocabulary

type Things = Readonly<Record<Slot, ReadonlySet<string>>>

function vocabularyOf(rules: readonly Rule[]): { values: Meanings; things: Things } {
  const idsOf = (...kinds: RuleKind[]) =>
    rules.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const lives = idsOf('life')
  const values = valuesOf(rules)
  const priorities = idsOf('priority')
  values.set('priorities-applied', { type: 'choices', values: priorities, home: false })
  values.set('set-aside', { type: 'choices', values: idsOf('judgement'), home: false })
  const happenings = [...eventNames, ...ticks, 'phase-ended', ...idsOf('sanction')]
  const things: Things = {
    value: new Set(values.keys()),
    event: new Set([...happenings, ...lives.map((life) => `${life}-ended`)]),
    history: new Set([...spells, ...lives]),
    life: new Set(lives),
    priority: new Set([...priorities, 'none']),
    quota: new Set(idsOf('quota')),
    requirement: new Set([...idsOf('requirement'), 'any']),
    judgement: new Set(idsOf('judgement')),
  }
  return { values, things }
}

function valuesOf(rules: readonly Rule[]): Map<string, Meaning> {
  const values = new Map<string, Meaning>()
  for (const [name, fact] of Object.entries(facts)) values.set(name, meaningOfFact(fact))
  for (const rule of rules) {
    for (const [name, meaning] of meaningsOfRule(rule)) values.set(name, meaning)
  }
  for (const rule of rules) {
    const meaning = values.get(rule.id)
    if (meaning && readsHomesOnly(rule, rules, [])) meaning.home = true
  }
  return values
}

function meaningOfFact(fact: Fact): Meaning {
  const home = fact.of === 'listing'
  return fact.values ? { type: fact.type, values: fact.values, home } : { type: fact.type, home }
}

const lifeStates = ['none', 'active', 'suspended', 'ended']

function meaningsOfRule(rule: Rule): [string, Meaning][] {
  const day: Meaning = { type: 'date', home: false }
  switch (rule.kind) {
    case 'parameter':
      return [[rule.id, { type: 'any', home: false }]]
    case 'definition':
      return [[rule.id, { type: 'yes-no', home: false }]]
    case 'measure':
      return [[rule.id, { type: 'number', home: false }]]
    case 'account':
      return [[rule.id, { type: rule.unit === 'date' ? 'date' : 'number', home: false }]]
    case 'judgement':
      return [
        [rule.id, meaningOfAnswer(rule.answer)],
        [`${rule.id}-since`, day],
      ]
    case 'life':
      return [
        [rule.id, { type: 'choice', values: lifeStates, home: false }],
        [`${rule.id}-since`, day],
        [`${rule.id}-ends`, day],
        [`${rule.id}-phase`, phasesOf(rule.phases)],
      ]
    default:
      return []
  }
}

function phasesOf(phases: readonly { id: string }[] = []): Meaning {
  return { type: 'choice', values: phases.map(({ id }) => id), home: false }
}

function meaningOfAnswer(answer: Extract<Rule, { kind: 'judgement' }>['answer']): Meaning {
  if (answer === 'yes-no' || answer === 'date') return { type: answer, home: false }
  if (answer === 'seekers') return { type: 'any', home: false }
  if ('score' in answer) return { type: 'number', home: false }
  return { type: 'choice', values: answer, home: false }
}

// A definition or table that reads nothing but facts of the home is a fact of the home itself.
function readsHomesOnly(rule: Rule, rules: readonly Rule[], seen: readonly string[]): boolean {
  if (seen.includes(rule.id)) return false
  const isHome = (name: string) => {
    const other = rules.find((each) => each.id === name)
    if (other) return readsHomesOnly(other, rules, [...seen, rule.id])
    return factOf(name)?.of === 'listing'
  }
  if (rule.kind === 'definition') return namesIn(rule.when).every(isHome)
  if (rule.kind === 'judgement') return rule.about === 'listing'
  if (rule.kind !== 'parameter') return false
  return rule.values.flatMap(({ rows }) => rows).every(({ when }) => namesIn(when).every(isHome))
}

// References outside conditions: where they stand in a rule of each kind (`*` is each item of a list,
// `#` each key of a map), and what they must name.

type Slot = Exclude<Named, 'spell' | 'attribute' | 'book' | 'seeker' | 'listing' | 'fact'>

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
  const attribute = about === 'home' ? undefined : attributeOf(name)
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

function attributeOf(name: string): Meaning | undefined {
  const found = Object.entries(attributes).find(([each]) => each === name)
  return found && { type: found[1], home: false }
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
    const isBound = boundKeys.some((each) => each === key)
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

const formOf: Readonly<Record<Meaning['type'], Expected>> = {
  'yes-no': 'yes-no',
  number: 'number',
  cents: 'cents',
  date: 'date',
  choice: 'word',
  choices: 'word',
  any: 'value',
}

/** Whether a literal as written can be a value of that fact; the problem when it cannot. */
export function wrongLiteral(
  name: string,
  { type, values }: Pick<Meaning, 'type' | 'values'>,
  raw: unknown,
): Problem | undefined {
  if (fits(type, raw) && (!values || values.some((each) => each === raw))) return undefined
  const allowed = values ?? []
  const found = shown(raw)
  const near = typeof raw === 'string' ? nearestWord(raw, allowed) : undefined
  const facts = { name, found, expected: [formOf[type]], allowed, ...(near ? { near } : {}) }
  return { code: 'wrong-value', facts }
}

function fits(type: Meaning['type'], raw: unknown): boolean {
  switch (type) {
    case 'yes-no':
      return typeof raw === 'boolean'
    case 'number':
      return typeof raw === 'number'
    case 'cents':
      return Number.isInteger(raw)
    case 'date':
      return typeof raw === 'string' && parseDate(raw) !== undefined
    case 'choice':
    case 'choices':
      return typeof raw === 'string'
    case 'any':
      return true
  }
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

function unknownName(found: string, what: Named, allowed: Iterable<string>): Problem {
  const near = nearestWord(found, allowed)
  return { code: 'unknown-name', facts: { found, what, ...(near ? { near } : {}) } }
}
