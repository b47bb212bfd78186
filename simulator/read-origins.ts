/**
 * Numbers with where they come from (herkomst). In a region's file a number is written as
 * `{ value: 36000, source: "..." }`, or stands in a map that says so once for all numbers in it. The nearest
 * `source` or `synthetic` counts; what was chosen on the basis of a source says both.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import type { Issue, Problem } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { isMap, shown, unknownKey, wrongType } from '../policies/condition-schema.ts'
import { type Document, pathText } from '../policies/read-document.ts'
import type { Provenance } from './region.ts'

export type WithOrigins = {
  /** The same document with plain numbers. */
  readonly plain: Document
  readonly provenance: readonly Provenance[]
  readonly issues: readonly Issue[]
}

type Origin = Pick<Provenance, 'source' | 'synthetic'>
type Written = { readonly [key: string]: Json }

const numberKeys = ['value', 'source', 'synthetic', 'range', 'calibrated']

/** Takes the origins out of a document; `needsRange` says which numbers must have a plausible range. */
export function readOrigins(
  document: Document,
  needsRange: (path: Path) => boolean = () => false,
): WithOrigins {
  const provenance: Provenance[] = []
  const issues: Issue[] = []
  const refuse = (problem: Problem, path: Path, part?: 'key') => {
    issues.push(document.issue(problem, path, part))
  }

  function plain(value: Json, path: Path, origin: Origin): Json {
    if (typeof value === 'number') return plainNumber(value, path, origin, {})
    if (isList(value)) return value.map((each, at) => plain(each, [...path, at], origin))
    if (!isWritten(value)) return value
    const { source, synthetic, ...rest } = value
    const own = originOf(value, path) ?? origin
    if (rest.value !== undefined) return readNumber(value, rest.value, path, own)
    return Object.fromEntries(
      Object.entries(rest).map(([key, each]) => [key, plain(each, [...path, key], own)]),
    )
  }

  function originOf({ source, synthetic }: Written, path: Path): Origin | undefined {
    if (source === undefined && synthetic === undefined) return undefined
    if (source !== undefined && (typeof source !== 'string' || source === '')) {
      refuse(wrongType(source, 'text'), [...path, 'source'])
    }
    if (synthetic !== undefined && synthetic !== true) {
      const facts = { found: shown(synthetic), allowed: ['true'], or: [] }
      refuse({ code: 'not-one-of', facts }, [...path, 'synthetic'])
    }
    return {
      ...(source !== undefined && { source: String(source) }),
      ...(synthetic !== undefined && { synthetic: true }),
    }
  }

  function readNumber(written: Written, value: Json, path: Path, origin: Origin): Json {
    for (const key of Object.keys(written).filter((each) => !numberKeys.includes(each))) {
      refuse(unknownKey(key, numberKeys), [...path, key], 'key')
    }
    if (typeof value === 'number') return plainNumber(value, path, origin, written)
    refuse(wrongType(value, 'number'), [...path, 'value'])
    return value
  }

  function plainNumber(value: number, path: Path, origin: Origin, written: Written): number {
    const { calibrated } = written
    if (Object.keys(origin).length === 0) refuse({ code: 'number-without-source', facts: {} }, path)
    if (calibrated !== undefined && calibrated !== true) {
      refuse(wrongType(calibrated, 'yes-no'), [...path, 'calibrated'])
    }
    const range = rangeOf(value, path, written.range)
    provenance.push({
      path: pathText(path),
      ...origin,
      ...(range && { range }),
      ...(calibrated === true && { calibrated: true }),
    })
    return value
  }

  function rangeOf(value: number, path: Path, range: Json | undefined): Provenance['range'] {
    if (range === undefined) {
      if (needsRange(path)) {
        refuse({ code: 'needs-key', facts: { key: String(path.at(-1)), needs: 'range' } }, path)
      }
      return undefined
    }
    const [least, most, ...more] = isList(range) ? range : []
    if (typeof least !== 'number' || typeof most !== 'number' || more.length > 0 || least > most) {
      refuse({ code: 'not-a-range', facts: { found: shown(range) } }, [...path, 'range'])
      return undefined
    }
    if (value < least || value > most) {
      const facts = { found: String(value), atLeast: least, atMost: most }
      refuse({ code: 'out-of-range', facts }, path)
    }
    return [least, most]
  }

  const value = plain(document.value, [], {})
  return { plain: { ...document, value }, provenance, issues }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isWritten(value: Json): value is Written {
  return isMap(value)
}
