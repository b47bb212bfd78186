/**
 * The one small condition of the rule language: names mapped to tests, joined by *and*, with `any`,
 * `none` and `all` for the rest. There is no arithmetic and nothing that calls: a condition is data.
 *
 * Truth has three values (Kleene): a comparison with an unknown fact is unknown, *and* takes the
 * least of no < unknown < yes, *or* the greatest. What unknown leads to is fixed per rule kind.
 */

import type { Value } from '../basics/facts.ts'

export const no = 0
export const unknown = 1
export const yes = 2
export type Truth = typeof no | typeof unknown | typeof yes

/** `$name` in a rule book: the value called so. */
export type Reference = { readonly ref: string }
export type Operand = boolean | number | string | Reference

export type Test = {
  /** Equal to one of these; a list-valued fact must contain one of them. */
  readonly is?: readonly Operand[]
  /** Equal to none of these. */
  readonly not?: readonly Operand[]
  readonly at_least?: Operand
  readonly at_most?: Operand
  readonly above?: Operand
  readonly below?: Operand
  readonly known?: boolean
}

export type Part =
  | { readonly name: string; readonly test: Test }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | { readonly all: readonly Condition[] }

/** Every part must hold; an empty condition is yes. */
export type Condition = readonly Part[]

export type Lookup = (name: string) => Value | undefined

/** Where names are read, and where `$names` are: apart for events, whose own facts stand on the left. */
export type Reading = { readonly read: Lookup; readonly refer: Lookup }

/**
 * What a leaf is to somebody who is kept out: needed; one of several that would each be enough; needed
 * beside that one; or what stands in the way.
 */
export type LeafRole = 'needed' | 'alternative' | 'beside' | 'against'

/** How a condition came to its truth, leaf by leaf: what an explanation is made of. */
export type Leaf = {
  readonly role: LeafRole
  readonly name: string
  readonly test: Test
  readonly found: Value | undefined
  readonly truth: Truth
  /** What is not known, where the truth is not: the fact itself, or an amount it is compared with. */
  readonly missing: readonly string[]
}

/** How a test compares a number or a date. */
export const bounds = ['at_least', 'at_most', 'above', 'below'] as const
type Bound = (typeof bounds)[number]

/** Whether a condition holds; unknown where an open fact decides. Asked up to the first part that does not hold. */
export function truthOf(condition: Condition, reading: Reading): Truth {
  let least: Truth = yes
  for (const part of condition) {
    const truth = truthOfPart(part, reading)
    if (truth === no) return no
    if (truth === unknown) least = unknown
  }
  return least
}

// Asked up to the first that holds.
function truthOfAny(branches: readonly Condition[], reading: Reading): Truth {
  let greatest: Truth = no
  for (const each of branches) {
    const truth = truthOf(each, reading)
    if (truth === yes) return yes
    if (truth === unknown) greatest = unknown
  }
  return greatest
}

/** The least of all; nothing at all is yes. */
export function and(truths: readonly Truth[]): Truth {
  return truths.includes(no) ? no : truths.includes(unknown) ? unknown : yes
}

/** The greatest of all; nothing at all is no. */
export function or(truths: readonly Truth[]): Truth {
  return truths.includes(yes) ? yes : truths.includes(unknown) ? unknown : no
}

export function negate(truth: Truth): Truth {
  return truth === yes ? no : truth === no ? yes : unknown
}

function truthOfPart(part: Part, reading: Reading): Truth {
  if ('name' in part) return truthOfTest(part.test, reading.read(part.name), reading.refer)
  if ('any' in part) return truthOfAny(part.any, reading)
  if ('none' in part) return negate(truthOfAny(part.none, reading))
  return and(part.all.map((each) => truthOf(each, reading)))
}

function truthOfTest(test: Test, found: Value | undefined, refer: Lookup): Truth {
  const { known, is, not, at_least, at_most, above, below } = test
  if (known !== undefined && known !== (found !== undefined)) return no
  let least: Truth = yes
  if (is) least = lesser(least, isOneOf(is, found, refer))
  if (not) least = lesser(least, negate(isOneOf(not, found, refer)))
  if (at_least !== undefined)
    least = lesser(least, compare('at_least', found, operandValue(at_least, refer)))
  if (at_most !== undefined)
    least = lesser(least, compare('at_most', found, operandValue(at_most, refer)))
  if (above !== undefined)
    least = lesser(least, compare('above', found, operandValue(above, refer)))
  if (below !== undefined)
    least = lesser(least, compare('below', found, operandValue(below, refer)))
  return least
}

function lesser(one: Truth, other: Truth): Truth {
  return one < other ? one : other
}

function isOneOf(operands: readonly Operand[], found: Value | undefined, refer: Lookup): Truth {
  let greatest: Truth = no
  for (const operand of operands) {
    const truth = same(found, operandValue(operand, refer))
    if (truth > greatest) greatest = truth
  }
  return greatest
}

/** Equal; a list on either side means "have something in common": `label: senior`, `in: $areas`. */
export function same(found: Value | undefined, wanted: Value | undefined): Truth {
  if (found === undefined || wanted === undefined) return unknown
  if (typeof found !== 'object' && typeof wanted !== 'object') return found === wanted ? yes : no
  const theirs = listOf(found)
  return listOf(wanted).some((each) => theirs.includes(each)) ? yes : no
}

function compare(bound: Bound, found: Value | undefined, limit: Value | undefined): Truth {
  if (typeof found !== 'number' || typeof limit !== 'number') return unknown
  switch (bound) {
    case 'at_least':
      return found >= limit ? yes : no
    case 'at_most':
      return found <= limit ? yes : no
    case 'above':
      return found > limit ? yes : no
    case 'below':
      return found < limit ? yes : no
  }
}

function listOf(value: Value): readonly (boolean | number | string)[] {
  return typeof value === 'object' ? value : [value]
}

/** The value a test compares with: as written, or what `$name` stands for, undefined where that is open. */
export function operandValue(operand: Operand, refer: Lookup): Value | undefined {
  return typeof operand === 'object' ? refer(operand.ref) : operand
}

/** The leaves that keep a condition from being yes; under `none`, the leaves that stand in the way. */
export function unmetLeaves(condition: Condition, reading: Reading): Leaf[] {
  return condition.flatMap((part) => {
    if (truthOfPart(part, reading) === yes) return []
    if ('name' in part) return [leafOf(part.name, part.test, reading)]
    if ('any' in part) return alternatives(part.any, reading)
    if ('all' in part) return part.all.flatMap((each) => unmetLeaves(each, reading))
    return part.none.flatMap((each) => leavesInTheWay(each, reading))
  })
}

function alternatives(branches: readonly Condition[], reading: Reading): Leaf[] {
  const role = branches.length > 1 ? 'alternative' : 'needed'
  return branches.flatMap((each) => inRole(role, unmetLeaves(each, reading)))
}

/** Leaves that together come to something in this role: the first has it, the others go beside it. */
export function inRole(role: LeafRole, leaves: readonly Leaf[]): Leaf[] {
  if (role === 'needed') return [...leaves]
  const first = leaves.findIndex((leaf) => leaf.role === 'needed')
  return leaves.map((leaf, at) => {
    if (leaf.role !== 'needed') return leaf
    return { ...leaf, role: at === first ? role : 'beside' }
  })
}

function leavesInTheWay(condition: Condition, reading: Reading): Leaf[] {
  if (truthOf(condition, reading) === no) return []
  return condition.flatMap((part) => {
    if ('name' in part) return [leafOf(part.name, part.test, reading, 'against')]
    if ('any' in part) return part.any.flatMap((each) => leavesInTheWay(each, reading))
    if ('all' in part) return part.all.flatMap((each) => leavesInTheWay(each, reading))
    return part.none.flatMap((each) => unmetLeaves(each, reading))
  })
}

function leafOf(
  name: string,
  test: Test,
  { read, refer }: Reading,
  role: LeafRole = 'needed',
): Leaf {
  const found = read(name)
  const truth = truthOfTest(test, found, refer)
  return {
    role,
    name,
    test,
    found,
    truth,
    missing: truth === unknown ? missingIn(name, test, found, refer) : [],
  }
}

function missingIn(name: string, test: Test, found: Value | undefined, refer: Lookup): string[] {
  if (found === undefined) return [name]
  return referencesIn(test).filter((each) => refer(each) === undefined)
}

/** Every name a condition reads, references included. */
export function namesIn(condition: Condition): string[] {
  return condition.flatMap((part) => {
    if ('name' in part) return [part.name, ...referencesIn(part.test)]
    const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
    return branches.flatMap(namesIn)
  })
}

/** The names a condition refers to by `$name`, and not those it tests. */
export function referencesOf(condition: Condition): string[] {
  return condition.flatMap((part) => {
    if ('name' in part) return referencesIn(part.test)
    const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
    return branches.flatMap(referencesOf)
  })
}

function referencesIn(test: Test): string[] {
  const operands = [...(test.is ?? []), ...(test.not ?? []), ...bounds.map((bound) => test[bound])]
  return operands.flatMap((operand) => (typeof operand === 'object' ? [operand.ref] : []))
}
