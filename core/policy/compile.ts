/**
 * Conditions as fast as if written by hand: the same tree that `condition.ts` reads leaf by leaf to
 * explain, written out once as JavaScript. The text is made of names in JSON quotes, JSON literals
 * and the fixed phrases below, and nothing else of a rule book can reach it. A property test holds
 * both forms to the same truth on random books.
 */
import type { Facts, Value } from '../basics/facts.ts'
import { factOf } from './catalogue.ts'
import { type Condition, namesIn, type Operand, same, type Test, type Truth } from './condition.ts'
import { isKnown, type Parameter, rowsAt } from './kinds/parameter.ts'
import type { Resolved } from './resolve.ts'

/** Decides one seeker (values gathered beforehand) on one home. */
export type Predicate = (seeker: Facts, home: Facts) => Truth

/**
 * The values of a seeker that a condition reads under the rules in force, through definitions and
 * tables, so that only these are gathered and kept.
 */
export function seekerNames(
  rules: Pick<Resolved, 'byId' | 'on'>,
  names: readonly string[],
): Set<string> {
  return namesBehind(rules, names).ofSeeker
}

/** The facts of a home that a condition reads in the same way. */
export function homeNames(rules: Resolved, names: readonly string[]): string[] {
  return [...namesBehind(rules, names).ofHome].sort()
}

function namesBehind(rules: Pick<Resolved, 'byId' | 'on'>, names: readonly string[]) {
  const ofSeeker = new Set<string>()
  const ofHome = new Set<string>()
  const visit = (name: string): void => {
    const rule = rules.byId.get(name)?.rule
    if (rule?.kind === 'definition' && (rule.of ?? 'applicant') === 'applicant') {
      namesIn(rule.when).forEach(visit)
    } else if (rule?.kind === 'parameter') {
      for (const { when } of rowsAt(rule, rules.on)) namesIn(when).forEach(visit)
    } else if (factOf(name)?.of === 'listing') ofHome.add(name)
    else ofSeeker.add(name)
  }
  names.forEach(visit)
  return { ofSeeker, ofHome }
}

/** Compiles named conditions under the rules in force; definitions and tables are written once. */
export function compile(
  rules: Resolved,
  conditions: ReadonlyMap<string, Condition>,
): ReadonlyMap<string, Predicate> {
  const text: Text = { rules, functions: [], written: new Map() }
  const entries = [...conditions].map(
    ([name, condition]) => `[${JSON.stringify(name)},${conditionFunction(text, condition)}]`,
  )
  // @NOTE the text makes a function of each condition, by its name.
  return link(text, `new Map([${entries.join(',')}])`) as ReadonlyMap<string, Predicate>
}

/** What several conditions say of a seeker on a home. */
export type TruthsTogether = (seeker: Facts, home: Facts) => number

/** More truths than these do not fit in a whole number of 32 bits, by which things are found fastest. */
export const truthsTogetherMost = 19

/** Compiles several conditions into one function: of its numbers, no two stand for the same truths. */
export function compileTogether(rules: Resolved, conditions: readonly Condition[]): TruthsTogether {
  const text: Text = { rules, functions: [], written: new Map() }
  const together = conditions
    .map((condition) => `${conditionFunction(text, condition)}(s,h)`)
    .reduce((before, each) => `(${before})*3+${each}`, '0')
  // @NOTE the text makes one function that counts in threes.
  return link(text, `(s,h)=>${together}`) as TruthsTogether
}

function link({ functions }: Text, made: string): unknown {
  const source = `'use strict';${functions.join('')}return ${made}`
  const known = linked.get(source)
  if (known !== undefined) return known
  const linkedNow: unknown = new Function('same', source)(same)
  if (linked.size >= linkedMost) linked.clear()
  linked.set(source, linkedNow)
  return linkedNow
}

// The same rules say the same on the next day: what was written out for one day is not made again, and what the
// machine learned of it stays of use.
const linked = new Map<string, unknown>()
const linkedMost = 200

/** Makes one record of values, from those that are given, those that many have in common, and what is asked. */
export type RecordMaker = (
  given: Facts,
  ask: (position: number) => Value | undefined,
  common?: Facts,
) => Facts

/** A value that is not given: asked for by the position of its name, one that many have in common, or this one. */
export type Otherwise = 'asked' | 'common' | { readonly value: Value | undefined }

/** All records it makes have the same names in the same order, which is what makes reading them fast. */
export function recordMaker(
  names: readonly string[],
  otherwise: (name: string) => Otherwise = () => 'asked',
): RecordMaker {
  const members = names.map((name, position) => {
    const key = JSON.stringify(name)
    // Somebody's age follows from their birthday, on whatever day it is asked.
    const given = name === 'age' ? 'g["born"]===undefined?g["age"]:undefined' : `g[${key}]`
    // Only in brackets would `__proto__` be a plain name; brackets make every other name slow.
    const member = name === '__proto__' ? `[${key}]` : key
    return `${member}:(${given})??${otherwiseExpression(otherwise(name), key, position)}`
  })
  // @NOTE the text above is a function from given values to a record.
  return new Function('g', 'ask', 'c', `'use strict';return {${members.join(',')}}`) as RecordMaker
}

function otherwiseExpression(otherwise: Otherwise, key: string, position: number): string {
  if (otherwise === 'asked') return `ask(${position})`
  if (otherwise === 'common') return `c[${key}]`
  return otherwise.value === undefined ? 'undefined' : JSON.stringify(otherwise.value)
}

/** Whether any of these is given; written out, it looks up no name. */
export function anyGiven(names: readonly string[]): (facts: Facts) => boolean {
  const given = names.map((name) => `g[${JSON.stringify(name)}]!==undefined`)
  // @NOTE the text above is a function from given values to a truth.
  return new Function('g', `'use strict';return ${given.join('||') || 'false'}`) as ReturnType<
    typeof anyGiven
  >
}

/** Reads these values of a record, in this order; written out, it looks up no name. */
export function cellReader(names: readonly string[]): (record: Facts) => (Value | null)[] {
  const cells = names.map((name) => `r[${JSON.stringify(name)}]??null`)
  // @NOTE the text above is a function from a record to its values.
  return new Function('r', `'use strict';return [${cells.join(',')}]`) as ReturnType<
    typeof cellReader
  >
}

type Text = {
  readonly rules: Resolved
  readonly functions: string[]
  /** Names of the functions written for definitions and parameters. */
  readonly written: Map<string, string>
}

// Every function is (s, h): seeker and home. Truths are 0 no, 1 unknown, 2 yes.
function conditionFunction(text: Text, condition: Condition): string {
  const parts = condition.map((part) => {
    if ('name' in part) return testStatements(text, part.name, part.test)
    if ('any' in part) return `${greatest(text, part.any)}${narrow('t')}`
    if ('none' in part) return `${greatest(text, part.none)}${narrow('2-t')}`
    return part.all.map((each) => narrow(`${conditionFunction(text, each)}(s,h)`)).join('')
  })
  return define(text, `let r=2,t,u,v;${parts.join('')}return r`)
}

// The least of what came before and this: and.
function narrow(expression: string): string {
  return `u=${expression};if(u===0)return 0;if(u<r)r=u;`
}

function greatest(text: Text, conditions: readonly Condition[]): string {
  const steps = conditions.map(
    (each) => `if(t!==2){u=${conditionFunction(text, each)}(s,h);if(u>t)t=u}`,
  )
  return `t=0;${steps.join('')}`
}

function testStatements(text: Text, name: string, test: Test): string {
  const truth = plainTruth(text, name, test)
  if (truth) return narrow(truth)
  const statements = [`v=${valueExpression(text, name)};`]
  if (test.known !== undefined) statements.push(narrow(`(v!==undefined)===${test.known}?2:0`))
  if (test.is) statements.push(oneOf(text, name, test.is), narrow('t'))
  if (test.not) statements.push(oneOf(text, name, test.not), narrow('2-t'))
  for (const [bound, operator] of operators) {
    const limit = test[bound]
    if (limit !== undefined) statements.push(narrow(comparison(text, operator, limit)))
  }
  return statements.join('')
}

const operators = [
  ['at_least', '>='],
  ['at_most', '<='],
  ['above', '>'],
  ['below', '<'],
] as const

function comparison(text: Text, operator: string, limit: Operand): string {
  if (typeof limit === 'number') return `typeof v!=="number"?1:v${operator}${limit}?2:0`
  const other = operandExpression(text, limit)
  return `(t=${other},typeof v!=="number"||typeof t!=="number"?1:v${operator}t?2:0)`
}

function oneOf(text: Text, name: string, operands: readonly Operand[]): string {
  const plain = operands
    .filter((each) => typeof each !== 'object')
    .map((each) => JSON.stringify(each))
  if (operands.length === 0) return 't=0;'
  if (plain.length < operands.length) {
    const steps = operands.map((each) => `u=same(v,${operandExpression(text, each)});if(u>t)t=u;`)
    return `t=0;${steps.join('')}`
  }
  const equals = plain.map((each) => `v===${each}`).join('||')
  const contains = plain.map((each) => `v.includes(${each})`).join('||')
  const is = mayBeList(text, name) ? `(Array.isArray(v)?${contains}:${equals})` : `(${equals})`
  return `t=v===undefined?1:${is}?2:0;`
}

function mayBeList({ rules }: Text, name: string): boolean {
  const kind = rules.byId.get(name)?.rule.kind
  return kind === 'parameter' || kind === 'judgement' || factOf(name)?.type === 'choices'
}

function operandExpression(text: Text, operand: Operand): string {
  return typeof operand === 'object' ? valueExpression(text, operand.ref) : JSON.stringify(operand)
}

function valueExpression(text: Text, name: string): string {
  const rule = text.rules.byId.get(name)?.rule
  if (rule?.kind === 'parameter') return parameterExpression(text, rule)
  const definition = definitionFunction(text, name)
  if (definition) return `[false,undefined,true][${definition}(s,h)]`
  const fact = factOf(name)
  const place = fact?.of === 'listing' ? 'h' : 's'
  const read = `${place}[${JSON.stringify(name)}]`
  return fact?.ifMissing === 'no' ? `(${read}??false)` : read
}

// `bound-to-region: true` is the truth of the definition itself; any other test goes by its value.
function plainTruth(text: Text, name: string, { is, ...others }: Test): string | undefined {
  if (is?.length !== 1 || typeof is[0] !== 'boolean' || Object.keys(others).length > 0)
    return undefined
  const definition = definitionFunction(text, name)
  return definition && `${is[0] ? '' : '2-'}${definition}(s,h)`
}

// A definition about other people than the applicant is gathered with the seeker's values.
function definitionFunction(text: Text, name: string): string | undefined {
  const rule = text.rules.byId.get(name)?.rule
  if (rule?.kind !== 'definition' || (rule.of ?? 'applicant') !== 'applicant') return undefined
  return once(text, name, () => conditionFunction(text, rule.when))
}

function parameterExpression(text: Text, parameter: Parameter): string {
  const rows = rowsAt(parameter, text.rules.on)
  const [only] = rows
  if (only?.when.length === 0) return literal(only.value)
  const table = once(text, parameter.id, () => {
    const steps = rows.map(({ when, value }) => {
      const fits = `u=${conditionFunction(text, when)}(s,h);`
      return `${fits}if(u===1)return undefined;if(u===2)return ${literal(value)};`
    })
    return define(text, `let u;${steps.join('')}return undefined`)
  })
  return `${table}(s,h)`
}

function literal(value: Value | 'missing' | 'open'): string {
  return isKnown(value) ? JSON.stringify(value) : 'undefined'
}

function once(text: Text, name: string, write: () => string): string {
  const found = text.written.get(name)
  if (found) return found
  const written = write()
  text.written.set(name, written)
  return written
}

function define(text: Text, body: string): string {
  const name = `f${text.functions.length}`
  text.functions.push(`function ${name}(s,h){${body}}`)
  return name
}
