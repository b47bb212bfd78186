import type * as z from 'zod'
import type { Expected, FileKind, Issue, Problem } from '../core/policy/issue.ts'
import { expectedForms } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { isMap, shown, unknownKey, wrongType } from './condition-schema.ts'
import { nearestWord } from './nearest-word.ts'
import type { Document } from './read-document.ts'

type Fault = z.core.$ZodIssue

/** Nobody reads more at once, and a hostile file can hold a hundred thousand wrong keys. */
const issuesMax = 50

/**
 * Reads a document by a schema; what does not fit comes back as issues with their place. A file of
 * another kind than the one wanted is told as such, not key by key.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  document: Document,
  wanted?: FileKind,
): { read: z.output<Schema> } | Issue[] {
  const result = schema.safeParse(document.value)
  if (result.success) return { read: result.data }
  const found = kindOf(document.value)
  if (wanted && found && found !== wanted) {
    return [document.issue({ code: 'other-file', facts: { found, wanted } }, [])]
  }
  return result.error.issues.slice(0, issuesMax).flatMap((fault) => issuesOf(fault, [], document))
}

function kindOf(value: unknown): FileKind | undefined {
  if (!isMap(value)) return undefined
  if ('book' in value || 'articles' in value) return 'rule-book'
  if ('scenarios' in value) return 'scenarios'
  if ('plan' in value) return 'plan'
  if ('forms' in value) return 'forms'
  if ('places' in value || 'streams' in value) return 'region'
  return 'seekers' in value || 'listing' in value ? 'case' : undefined
}

function issuesOf(fault: Fault, above: Path, document: Document): Issue[] {
  const path = [
    ...above,
    ...fault.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ]
  const found = valueAt(document.value, path)
  switch (fault.code) {
    case 'custom':
      // Hand-written readers see a key that is absent as a value of the wrong type.
      if (found === undefined && path.length > 0) return [missing(path, document)]
      // @NOTE only `refuseIn` makes custom faults, and it always adds the problem.
      return [document.issue(fault.params?.problem as Problem, path)]
    case 'unrecognized_keys':
      return fault.keys
        .slice(0, issuesMax)
        .map((key) => strangeKey(key, fault.message.split(' '), path, document))
    case 'invalid_union':
      return fault.discriminator === undefined
        ? bestBranch(fault, path, document)
        : [
            wordIssue(
              found,
              ('options' in fault ? (fault.options ?? []) : []).map(String),
              path,
              document,
            ),
          ]
    case 'invalid_value':
      return [wordIssue(found, fault.values.map(String), path, document)]
    case 'too_small':
      return [tooSmall(fault, found, path, document)]
    case 'too_big':
      return [
        document.issue(
          { code: 'out-of-range', facts: { found: shown(found), atMost: Number(fault.maximum) } },
          path,
        ),
      ]
    default:
      if (found === undefined) return [missing(path, document)]
      return [document.issue(wrongType(found, expectedOf(fault)), path)]
  }
}

function strangeKey(
  key: string,
  allowed: readonly string[],
  path: Path,
  document: Document,
): Issue {
  const here = [...path, key]
  return document.issue(unknownKey(key, allowed, document.isBareKey(here)), here, 'key')
}

function wordIssue(
  found: unknown,
  allowed: readonly string[],
  path: Path,
  document: Document,
  or: readonly Expected[] = [],
): Issue {
  if (found === undefined) return missing(path, document)
  const text = shown(found)
  const near = nearestWord(text, allowed)
  const facts = { found: text, allowed, or, ...(near === undefined ? {} : { near }) }
  return document.issue({ code: 'not-one-of', facts }, path)
}

function missing(path: Path, document: Document): Issue {
  const key = String(path.at(-1) ?? '')
  return document.issue({ code: 'missing-key', facts: { key } }, path.slice(0, -1))
}

function tooSmall(
  fault: Extract<Fault, { code: 'too_small' }>,
  found: unknown,
  path: Path,
  document: Document,
): Issue {
  if (fault.origin !== 'number' && fault.origin !== 'int') {
    return document.issue({ code: 'empty', facts: {} }, path)
  }
  const facts = { found: shown(found), atLeast: Number(fault.minimum) }
  return document.issue({ code: 'out-of-range', facts }, path)
}

// Of several forms, the one that came furthest is the one that was meant; when none of them took the
// value at all, each form is named.
function bestBranch(
  fault: Extract<Fault, { code: 'invalid_union' }>,
  path: Path,
  document: Document,
): Issue[] {
  const found = valueAt(document.value, path)
  if (found === undefined) return [missing(path, document)]
  const branches = fault.errors.map((errors) =>
    errors.flatMap((each) => issuesOf(each, path, document)),
  )
  const tried = branches.filter(
    (issues) => !issues.some((issue) => isOtherForm(issue, path, document)),
  )
  const [best] = tried.toSorted((a, b) => a.length - b.length)
  if (best) return best
  const issues = branches.flat()
  const expected = issues.flatMap((each) => (each.code === 'wrong-type' ? each.facts.expected : []))
  const allowed = issues.flatMap((each) => (each.code === 'not-one-of' ? each.facts.allowed : []))
  const forms = [...new Set(expected)]
  if (allowed.length > 0) return [wordIssue(found, allowed, path, document, forms)]
  return [document.issue(wrongType(found, ...forms), path)]
}

function isOtherForm(issue: Issue, path: Path, document: Document): boolean {
  const whole = document.issue({ code: 'empty', facts: {} }, path).path
  return issue.path === whole && (issue.code === 'wrong-type' || issue.code === 'not-one-of')
}

function expectedOf(fault: Fault): Expected {
  return expectedForms.find((each) => each === fault.message) ?? 'value'
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return isMap(inner) && Object.hasOwn(inner, step) ? inner[String(step)] : undefined
  }, value)
}
