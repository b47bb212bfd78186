/**
 * Who is alike to the rules (gelijk voor de regels): two people of whom every condition says the same on any
 * home. A condition about the person alone counts by its outcome, so that incomes that differ are alike as
 * long as they are on the same side of every limit; what meets a fact of the home counts as it is. What
 * depends on no home is told apart from what does, for it is asked once and not for every home.
 */
import { type Facts, textOf, type Value } from '../basics/facts.ts'
import { numberIn } from '../basics/number-in.ts'
import { factOf } from '../policy/catalogue.ts'
import { compileTogether, seekerNames, truthsTogetherMost } from '../policy/compile.ts'
import { type Condition, namesIn } from '../policy/condition.ts'
import { rowsAt } from '../policy/kinds/parameter.ts'
import type { Resolved } from '../policy/resolve.ts'
import { readingOf } from './bind.ts'
import { dependsOnHome } from './follow-candidates.ts'
import type { Prepared } from './prepare.ts'
import { type TurningPoints, turningPoints } from './turning-points.ts'

/** People with the same two numbers are alike on a home, but for the numbers that order them. */
export type Likeness = {
  /** From the values that depend on no home; numbers from 0 on, as people who differ come by. */
  own(values: Facts): number
  /** From the values that do. */
  here(values: Facts): number
  /** Names of numbers that only order people: by these, people who are alike may differ. */
  readonly ordering: readonly string[]
  /** Whether a condition reads a value, beside what only orders. */
  reads(name: string): boolean
  /** What all of these say of one value: two values of which they say the same are alike. */
  said(name: string, value: Value | undefined): string
  /** Where what is said about a number can turn, of every name that is read. */
  readonly turning: ReadonlyMap<string, TurningPoints>
}

export function likenessUnder(prepared: Prepared): Likeness {
  const { rules } = prepared
  const { conditions, keys, others } = readingOf(prepared)
  const natureOf = natures(prepared)
  const parts = partsOf(rules, conditions, natureOf)
  const ordering = [...new Set(keys)].filter((name) => !conditionsBehind(rules, name))
  const written = keys.filter((name) => !ordering.includes(name))
  for (const name of seekerNames(rules, [...written, ...others])) parts.values.add(name)
  const numbered = (alone: Alone, nature: Nature) =>
    numbering(
      rules,
      [...alone.values()],
      [...parts.values].filter((name) => natureOf(name) === nature),
    )
  const pure = [...parts.own.values(), ...parts.here.values()]
  const read = seekerNames(
    rules,
    pure.flatMap((condition) => namesIn(condition)),
  )
  const turning = new Map(turningPoints(rules, pure))
  for (const name of [...ordering, ...parts.values]) turning.set(name, 'any')
  const reads = (name: string) => parts.values.has(name) || read.has(name)
  return {
    said(name, value) {
      if (!reads(name)) return ''
      const points = turning.get(name)
      if (typeof value !== 'number' || points === undefined || points === 'any') {
        return textOf(value)
      }
      let passed = 0
      while (passed < points.length && (points[passed] ?? 0) <= value) passed += 1
      return `from ${passed}`
    },
    turning,
    own: numbered(parts.own, own),
    here: numbered(parts.here, here),
    ordering,
    reads,
  }
}

/** What a value or condition depends on: bits for the person alone, for the two together, and for the home. */
type Nature = number
const own = 1
const here = 2
const ofHome = 4

function natures(prepared: Prepared): (name: string) => Nature {
  const { rules } = prepared
  const known = new Map<string, Nature>()
  return function natureOf(name): Nature {
    const found = known.get(name)
    if (found !== undefined) return found
    const inside = conditionsBehind(rules, name)
    const nature = inside
      ? inside.flatMap(namesIn).reduce((bits, each) => bits | natureOf(each), 0)
      : factOf(name)?.of === 'listing'
        ? ofHome
        : dependsOnHome(prepared, name)
          ? here
          : own
    known.set(name, nature)
    return nature
  }
}

const noHome: Facts = {}

/**
 * Numbers whoever these conditions and values are the same of, from 0 on as they come by: one answer after the other,
 * each with the number of all before it, so that no text need be made of anybody.
 */
function numbering(
  rules: Resolved,
  conditions: readonly Condition[],
  names: readonly string[],
): (values: Facts) => number {
  const truths = inParts(conditions, truthsTogetherMost).map((part) => ({
    say: compileTogether(rules, part),
    numbers: new Map<number, number>(),
    together: new PairNumbers(),
  }))
  const written = names.map((name) => ({
    name,
    numbers: new ValueNumbers(),
    together: new PairNumbers(),
  }))
  return (values) => {
    let so = 0
    for (const { say, numbers, together } of truths) {
      so = together.of(so, numberIn(numbers, say(values, noHome)))
    }
    for (const { name, numbers, together } of written) {
      so = together.of(so, numbers.of(values[name]))
    }
    return so
  }
}

function inParts<Each>(all: readonly Each[], most: number): Each[][] {
  const count = Math.ceil(all.length / most)
  return Array.from({ length: count }, (_, part) => all.slice(part * most, (part + 1) * most))
}

/** Numbers pairs of numbers as they come by. */
class PairNumbers {
  readonly #rows: (number[] | undefined)[] = []
  #count = 0

  of(one: number, other: number): number {
    const row = this.#rows[one] ?? []
    this.#rows[one] = row
    const known = row[other]
    if (known !== undefined) return known
    row[other] = this.#count
    this.#count += 1
    return this.#count - 1
  }
}

/** Numbers values as they come by; lists that say the same have the same number. */
class ValueNumbers {
  readonly #plain = new Map<Value | undefined, number>()
  readonly #lists = new Map<string, number>()
  #last: Value | undefined
  #numberOfLast: number | undefined

  of(value: Value | undefined): number {
    // Many follow each other of whom it is the same, and of a list it takes long to see.
    if (value === this.#last && this.#numberOfLast !== undefined) return this.#numberOfLast
    this.#last = value
    this.#numberOfLast =
      typeof value === 'object'
        ? this.#numberIn(this.#lists, textOf(value))
        : this.#numberIn(this.#plain, value)
    return this.#numberOfLast
  }

  #numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = this.#plain.size + this.#lists.size
    numbers.set(key, number)
    return number
  }
}

/** Conditions by a name of their own. */
type Alone = Map<string, Condition>

type Parts = {
  /** Conditions about the person alone, and those about what a person has at a home alone. */
  readonly own: Alone
  readonly here: Alone
  /** Values that some condition reads beside others. */
  readonly values: Set<string>
}

function partsOf(
  rules: Resolved,
  conditions: readonly Condition[],
  natureOf: (name: string) => Nature,
): Parts {
  const parts: Parts = { own: new Map(), here: new Map(), values: new Set() }
  const seen = new Set<string>()
  const isPure = (condition: Condition): boolean => {
    const nature = namesIn(condition).reduce((bits, name) => bits | natureOf(name), 0)
    if (nature !== own && nature !== here) return false
    const alone = nature === own ? parts.own : parts.here
    alone.set(JSON.stringify(condition), condition)
    return true
  }
  const split = (condition: Condition): void => {
    if (isPure(condition)) return
    for (const part of condition) {
      if ('any' in part) part.any.forEach(split)
      else if ('all' in part) part.all.forEach(split)
      else if ('none' in part) part.none.forEach(split)
      else if (!isPure([part])) namesIn([part]).forEach(take)
    }
  }
  const take = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const inside = conditionsBehind(rules, name)
    if (inside) inside.forEach(split)
    else if (natureOf(name) !== ofHome) parts.values.add(name)
  }
  conditions.forEach(split)
  return parts
}

/** The conditions that decide a value which is written out where it is read; undefined for any other. */
function conditionsBehind(rules: Resolved, name: string): readonly Condition[] | undefined {
  const rule = rules.byId.get(name)?.rule
  if (rule?.kind === 'parameter') return rowsAt(rule, rules.on).map(({ when }) => when)
  const isOwn = rule?.kind === 'definition' && (rule.of ?? 'applicant') === 'applicant'
  return isOwn ? [rule.when] : undefined
}
