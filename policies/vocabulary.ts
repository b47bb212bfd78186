/** The words a rule book can use: what each value name means, and which events, lives and rules exist. */
import { parseDate } from '../core/basics/calendar-date.ts'
import type { Fact } from '../core/policy/catalogue.ts'
import { factOf, facts } from '../core/policy/catalogue.ts'
import { namesIn } from '../core/policy/condition.ts'
import type { Expected, Named, Problem } from '../core/policy/issue.ts'
import type { Rule, RuleKind } from '../core/policy/rule-book.ts'
import { attributes, eventNames, spells, ticks } from '../core/seekers/history.ts'
import { shown } from './condition-schema.ts'
import { nearestWord } from './nearest-word.ts'

/** What a value can be; `home` when it depends on nothing but the home. */
export type Meaning = {
  readonly type: Fact['type'] | 'any'
  readonly values?: readonly string[]
  readonly home: boolean
}
export type Meanings = ReadonlyMap<string, Meaning>

/** What a reference outside a condition can name. */
export type Slot = Exclude<
  Named,
  | 'spell'
  | 'attribute'
  | 'book'
  | 'seeker'
  | 'listing'
  | 'fact'
  | 'place'
  | 'dwelling-type'
  | 'setting'
  | 'measure'
  | 'group'
>

export type Things = Readonly<Record<Slot, ReadonlySet<string>>>
export type Vocabulary = { readonly values: Meanings; readonly things: Things }

/** The vocabulary of rules together; where two rules share an id, the last one counts. */
export function vocabularyOf(rules: readonly Rule[]): Vocabulary {
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
    if (meaning && readsHomesOnly(rule, rules, [])) values.set(rule.id, { ...meaning, home: true })
  }
  return values
}

export function meaningOfFact(fact: Fact): Meaning {
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
    const other = rules.findLast((each) => each.id === name)
    if (other) return readsHomesOnly(other, rules, [...seen, rule.id])
    return factOf(name)?.of === 'listing'
  }
  if (rule.kind === 'definition') return namesIn(rule.when).every(isHome)
  if (rule.kind === 'judgement') return rule.about === 'listing'
  if (rule.kind !== 'parameter') return false
  return rule.values.flatMap(({ rows }) => rows).every(({ when }) => namesIn(when).every(isHome))
}

/** What an attribute of an event or spell can be. */
export function meaningOfAttribute(name: string): Meaning | undefined {
  const found = Object.entries(attributes).find(([each]) => each === name)
  return found && { type: found[1], home: false }
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

/** A name that names nothing, with the one that was probably meant. */
export function unknownName(found: string, what: Named, allowed: Iterable<string>): Problem {
  const near = nearestWord(found, allowed)
  return { code: 'unknown-name', facts: { found, what, ...(near ? { near } : {}) } }
}
