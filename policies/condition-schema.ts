/**
 * Conditions as written: a map from a name to a literal, a list, or a map of tests, with `any`, `none`
 * and `all` for the rest. Dates in them become whole days, `$name` becomes a reference.
 */
import * as z from 'zod'
import { parseDate } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import {
  bounds,
  type Condition,
  type Operand,
  type Part,
  type Test,
} from '../core/policy/condition.ts'
import type { Expected, Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { nearestWord } from './nearest-word.ts'

/** Reports a problem at a path below the value at hand. */
export type Refuse = (problem: Problem, path: Path) => void

export const branchKeys = ['any', 'none', 'all'] as const
const testKeys = [...bounds, 'not', 'in', 'known'] as const

const dateLike = /^\d{4}-\d{2}-\d{2}$/
const referenceText = /^\$([a-z][a-z0-9-]*)$/

export const condition = z
  .unknown()
  .transform((raw, context) => parseCondition(raw, [], refuseIn(context)))
  .meta({ id: 'condition' }) satisfies z.ZodType<Condition>

/** Lets a hand-written parser report its problems through a schema. */
export function refuseIn(context: Pick<z.core.ParsePayload, 'issues' | 'value'>): Refuse {
  return (problem, path) => {
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: [...path],
      params: { problem },
    })
  }
}

export function parseCondition(raw: unknown, path: Path, refuse: Refuse): Condition {
  if (!isMap(raw)) return refused(wrongType(raw, 'condition'), path, refuse, [])
  return Object.entries(raw).map(([name, value]): Part => {
    const here = [...path, name]
    if (name === 'any') return { any: branches(value, here, refuse) }
    if (name === 'none') return { none: branches(value, here, refuse) }
    if (name === 'all') return { all: branches(value, here, refuse) }
    return { name, test: parseTest(value, here, refuse) }
  })
}

function branches(raw: unknown, path: Path, refuse: Refuse): Condition[] {
  if (!Array.isArray(raw)) return refused(wrongType(raw, 'list'), path, refuse, [])
  if (raw.length === 0) return refused({ code: 'empty', facts: {} }, path, refuse, [])
  return raw.map((branch, at) => parseCondition(branch, [...path, at], refuse))
}

function parseTest(raw: unknown, path: Path, refuse: Refuse): Test {
  if (!isMap(raw)) return { is: operands(raw, path, refuse, 'test') }
  const keys = Object.keys(raw)
  if (keys.length === 0) return refused({ code: 'empty', facts: {} }, path, refuse, {})
  for (const key of keys.filter((each) => !isTestKey(each))) {
    refuse(unknownKey(key, testKeys), [...path, key])
  }
  return {
    ...(raw.in === undefined ? {} : { is: operands(raw.in, [...path, 'in'], refuse) }),
    ...(raw.not === undefined ? {} : { not: operands(raw.not, [...path, 'not'], refuse) }),
    ...Object.fromEntries(
      bounds
        .filter((key) => raw[key] !== undefined)
        .map((key) => [key, bound(raw[key], [...path, key], refuse)]),
    ),
    ...(raw.known === undefined ? {} : { known: yesNo(raw.known, [...path, 'known'], refuse) }),
  }
}

function isTestKey(key: string): boolean {
  return testKeys.some((each) => each === key)
}

function operands(raw: unknown, path: Path, refuse: Refuse, expected: Expected = 'operand') {
  if (!Array.isArray(raw)) return [operand(raw, path, refuse, expected)]
  if (raw.length === 0) refuse({ code: 'empty', facts: {} }, path)
  return raw.map((each, at) => operand(each, [...path, at], refuse, 'operand'))
}

function operand(raw: unknown, path: Path, refuse: Refuse, expected: Expected): Operand {
  if (typeof raw === 'boolean' || typeof raw === 'number') return raw
  if (typeof raw !== 'string') return refused(wrongType(raw, expected), path, refuse, false)
  if (!raw.startsWith('$')) return scalarValue(raw, path, refuse)
  const ref = referenceText.exec(raw)?.[1]
  return ref ? { ref } : refused(wrongType(raw, 'reference'), path, refuse, false)
}

function bound(raw: unknown, path: Path, refuse: Refuse): Operand {
  const isDate = typeof raw === 'string' && dateLike.test(raw)
  const isReference = typeof raw === 'string' && raw.startsWith('$')
  if (typeof raw === 'number' || isDate || isReference) return operand(raw, path, refuse, 'bound')
  return refused(wrongType(raw, 'bound'), path, refuse, 0)
}

function yesNo(raw: unknown, path: Path, refuse: Refuse): boolean {
  return typeof raw === 'boolean' ? raw : refused(wrongType(raw, 'yes-no'), path, refuse, false)
}

/** A date text becomes whole days; every other text stays itself. */
function scalarValue(raw: string, path: Path, refuse: Refuse): string | number {
  if (!dateLike.test(raw)) return raw
  const found = parseDate(raw)
  return found ?? refused({ code: 'impossible-date', facts: { found: raw } }, path, refuse, raw)
}

/** A literal value, or a list of them, as facts and parameters hold it. */
export function parseValue(raw: unknown, path: Path, refuse: Refuse): Value {
  if (typeof raw === 'boolean' || typeof raw === 'number') return raw
  if (typeof raw === 'string') return scalarValue(raw, path, refuse)
  if (!Array.isArray(raw)) return refused(wrongType(raw, 'value'), path, refuse, false)
  return raw.map((each, at) => {
    const here = [...path, at]
    if (typeof each === 'string') return scalarValue(each, here, refuse)
    return typeof each === 'number' ? each : refused(wrongType(each, 'value'), here, refuse, 0)
  })
}

export function wrongType(raw: unknown, ...expected: Expected[]): Problem {
  return { code: 'wrong-type', facts: { found: shown(raw), expected } }
}

export function unknownKey(key: string, allowed: readonly string[], split = false): Problem {
  const near = split ? undefined : nearestWord(key, allowed)
  return { code: 'unknown-key', facts: { key, allowed, split, ...(near ? { near } : {}) } }
}

const shownMax = 60

/** A value as it was written, cut short. */
export function shown(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? '')
  return text.length > shownMax ? `${text.slice(0, shownMax - 1)}…` : text
}

export function isMap(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

function refused<T>(problem: Problem, path: Path, refuse: Refuse, instead: T): T {
  refuse(problem, path)
  return instead
}
