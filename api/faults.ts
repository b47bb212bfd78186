/** What is wrong with what was sent (invoerfouten): everything at once, each where it stands, in plain words. */
import type { z } from 'zod'
import type { Language } from '../words/language.ts'
import { faultText } from '../words/problems.ts'
import type { Fault } from './problem.ts'

type Issue = z.core.$ZodIssue

/** What Zod found, as faults of one part of a request. */
export function faultsFrom(
  part: Fault['in'],
  { issues }: z.ZodError,
  language: Language,
): readonly Fault[] {
  return issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map((key) => faultOf(part, issue, key, language))
  })
}

function faultOf(
  part: Fault['in'],
  issue: Issue,
  key: string | undefined,
  language: Language,
): Fault {
  const path = [...issue.path, ...(key === undefined ? [] : [key])]
  const location =
    part === 'body' ? { pointer: pointerTo(path) } : { name: path.map(String).join('.') }
  return { in: part, location, ...faultText(aboutIssue(issue), language) }
}

/** A JSON pointer as a fragment: `#/contacten/0/op`. */
function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((each) => String(each).replaceAll('~', '~0').replaceAll('/', '~1'))
  return `#${parts.map((each) => `/${each}`).join('')}`
}

function aboutIssue(issue: Issue): Parameters<typeof faultText>[0] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'missing' }
        : { code: 'wrong-type', expected: issue.expected }
    case 'unrecognized_keys':
      return { code: 'unknown-field' }
    case 'invalid_value':
      return { code: 'choose', choices: issue.values.map(String) }
    case 'too_small':
      return {
        code: issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small',
        limit: Number(issue.minimum) + (issue.inclusive ? 0 : 1),
      }
    case 'too_big':
      return {
        code: issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large',
        limit: Number(issue.maximum) - (issue.inclusive ? 0 : 1),
      }
    case 'invalid_format':
      return { code: 'wrong-form', form: issue.format }
    case 'custom':
      return { code: 'wrong-form', form: String(issue.params?.form ?? '') }
    default:
      return { code: 'wrong-form', form: '' }
  }
}
