/**
 * What a condition leans on (waar een voorwaarde op rust): the tests in it, followed through the
 * definitions it uses, and how it turns out for an imagined person or home.
 */
import type { Facts, Value } from '../../basics/facts.ts'
import {
  type Condition,
  no,
  type Operand,
  type Test,
  type Truth,
  truthOf,
  yes,
} from '../condition.ts'
import { isKnown, rowsAt } from '../kinds/parameter.ts'
import type { Path } from '../resolve.ts'
import type { Subject } from './subject.ts'

export type Leaf = {
  readonly name: string
  readonly test: Test
  /** Under `none`, or under a definition that must not hold. */
  readonly negated: boolean
  /** Where it stands in the condition asked about; inside a definition, where that is used. */
  readonly path: Path
}

type Known = Pick<Subject, 'byId' | 'on'>

export function leavesOf(condition: Condition | undefined, known: Known): Leaf[] {
  return walk(condition ?? [], { negated: false, path: [], through: [] }, known)
}

type Step = { readonly negated: boolean; readonly path: Path; readonly through: readonly string[] }

function walk(condition: Condition, step: Step, known: Known): Leaf[] {
  return condition.flatMap((part): Leaf[] => {
    if ('name' in part) return leafWithin(part.name, part.test, step, known)
    const [key, branches, negated] =
      'any' in part
        ? (['any', part.any, step.negated] as const)
        : 'all' in part
          ? (['all', part.all, step.negated] as const)
          : (['none', part.none, !step.negated] as const)
    return branches.flatMap((branch, at) =>
      walk(branch, { ...step, negated, path: [...step.path, key, at] }, known),
    )
  })
}

function leafWithin(name: string, test: Test, step: Step, known: Known): Leaf[] {
  const path = [...step.path, name]
  const leaf: Leaf = { name, test, negated: step.negated, path }
  const definition = definitionOf(name, known)
  if (!definition || step.through.includes(name)) return [leaf]
  const negated = step.negated !== asksFalse(test)
  const inside = walk(definition, { negated, path, through: [...step.through, name] }, known)
  return [leaf, ...inside.map((each) => ({ ...each, path }))]
}

function asksFalse({ is, not }: Test): boolean {
  return is?.includes(false) === true || not?.includes(true) === true
}

function definitionOf(name: string, { byId }: Known): Condition | undefined {
  const rule = byId.get(name)?.rule
  return rule?.kind === 'definition' ? rule.when : undefined
}

/** Whether a condition reads this name, itself or through a definition. */
export function leansOn(condition: Condition | undefined, name: string, known: Known): boolean {
  return leavesOf(condition, known).some((leaf) => leaf.name === name)
}

/** Names of the values on the right-hand side: `$fit-income-limit`. */
export function referencesOf({ is, not, at_least, at_most, above, below }: Test): string[] {
  const operands: (Operand | undefined)[] = [
    ...(is ?? []),
    ...(not ?? []),
    at_least,
    at_most,
    above,
    below,
  ]
  return operands.flatMap((operand) => (typeof operand === 'object' ? [operand.ref] : []))
}

/** How a condition turns out when only these facts are known; definitions follow from them. */
export function truthFor(condition: Condition | undefined, facts: Facts, known: Known): Truth {
  return truthThrough(condition ?? [], facts, known, [])
}

function truthThrough(
  condition: Condition,
  facts: Facts,
  known: Known,
  through: readonly string[],
): Truth {
  const read = (name: string): Value | undefined => {
    const definition = definitionOf(name, known)
    if (name in facts || !definition || through.includes(name)) return facts[name]
    const truth = truthThrough(definition, facts, known, [...through, name])
    return truth === yes ? true : truth === no ? false : undefined
  }
  return truthOf(condition, { read, refer: (name) => facts[name] ?? plainAmount(name, known) })
}

// Only an amount without conditions is the same for everyone.
function plainAmount(name: string, { byId, on }: Known): Value | undefined {
  const rule = byId.get(name)?.rule
  const [row, ...more] = rule?.kind === 'parameter' ? rowsAt(rule, on) : []
  if (!row || more.length > 0 || row.when.length > 0) return undefined
  return isKnown(row.value) ? row.value : undefined
}
