/**
 * A "no" of the interface (foutmelding), as `application/problem+json`: what went wrong, in Dutch or English,
 * with a code a program can go by. Source: RFC 9457; NL API Design Rules 2.1.
 */
import { type CalendarDate, formatDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Language } from '../words/language.ts'
import { problemDetail, problemTitle } from '../words/problems.ts'

export const problemType = 'application/problem+json'

/** Where in a request something is wrong. */
export type Fault = {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** A JSON pointer in what was sent, or the name of a parameter. */
  readonly location: { readonly pointer: string } | { readonly name: string }
  readonly code: string
  readonly detail: string
}

export const problemStatuses = {
  'invalid-input': 400,
  'not-json': 400,
  'key-used': 400,
  'no-token': 401,
  'wrong-token': 401,
  'unknown-account': 401,
  'insufficient-scope': 403,
  'not-found': 404,
  refused: 409,
  'too-large': 413,
  'wrong-type': 415,
  'too-often': 429,
  fault: 500,
  away: 503,
  full: 507,
} as const
export type ProblemCode = keyof typeof problemStatuses

export type Problem = {
  readonly code: ProblemCode
  readonly language: Language
  /** What happened in particular, where more can be said than the code says. */
  readonly detail?: string
  /** The code of the operation that refused, with its facts. */
  readonly refused?: { readonly code: string; readonly facts: Facts }
  readonly errors?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Facts of a refusal that are days; all other numbers are counts. */
const days = ['closed', 'from', 'until', 'since']

function shownFacts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      // @NOTE refusals name their days so, and a day is a number of days.
      typeof value === 'number' && days.includes(name) ? formatDate(value as CalendarDate) : value,
    ]),
  )
}

/** Answers with a problem. */
export function problemAnswer({ code, language, detail, refused, errors, headers }: Problem) {
  const status = problemStatuses[code]
  const body = {
    type: 'about:blank',
    title: problemTitle(status, language),
    status,
    detail: detail ?? problemDetail(code, language),
    code: refused?.code ?? code,
    ...(refused && Object.keys(refused.facts).length > 0 && { facts: shownFacts(refused.facts) }),
    ...(errors && { errors }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': problemType, 'content-language': language, ...headers },
  })
}
