/**
 * The shape of scenario and case files. Facts of people, homes and events stand beside the fixed keys
 * and pass through as written; `read-case.ts` reads them by the vocabulary of the rule books.
 */
import * as z from 'zod'
import { bytesOfHex } from '../core/basics/sha256.ts'
import { gates } from '../core/policy/kinds/requirement.ts'
import {
  exclusionCodes,
  ledgerCodes,
  lifeCodes,
  remarkCodes,
  sanctionCodes,
} from '../core/policy/reason-code.ts'
import { events, spells } from '../core/seekers/history.ts'
import { parseValue, refuseIn } from './condition-schema.ts'
import { closed, date, form, moments, oneOrMore, role, text } from './rule-book-schema.ts'
import { type Expectation, unplacedYet } from './scenario.ts'

const optional = z.exactOptional
const list = { error: 'list' } as const
const map = { error: 'map' } as const

function perName<Schema extends z.ZodType>(schema: Schema) {
  return z.record(z.string(), schema, map)
}

const value = z
  .unknown()
  .transform((raw, context) => parseValue(raw, [], refuseIn(context)))
  .meta({ id: 'value' })

// People, homes and what happened

/** An object with fixed keys, and facts beside them. */
function withFacts<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape, map)
}

const happening = withFacts({
  on: date,
  event: z.enum([...events.registration, ...events.search, ...events.decisions]),
  id: optional(text),
  known_on: optional(date),
  listing: optional(text),
}).meta({ id: 'event' })

const spell = withFacts({
  from: date,
  to: optional(date),
  spell: z.enum(spells),
  known_on: optional(date),
}).meta({ id: 'spell' })

const history = z.array(z.union([happening, spell]), list)

const member = withFacts({
  role: z.enum(['applicant', 'co-applicant', 'member', 'child']),
  history: optional(history),
}).meta({ id: 'member' })

const seeker = withFacts({
  history: optional(history),
  members: optional(z.array(member, list)),
  lots: optional(oneOrMore(text)),
}).meta({ id: 'seeker' })

const listing = withFacts({
  id: text,
  closes: date,
  opens: optional(date),
  in_vain_since: optional(date),
}).meta({ id: 'listing' })

const earlierListing = withFacts({
  closes: optional(date),
  closed: optional(closed({ order: z.array(text, list).min(1), taken_by: text })),
}).meta({ id: 'earlier-listing' })

const assignment = withFacts({ on: date }).meta({ id: 'assignment' })

const whole = z.int({ error: 'whole-number' })
const count = whole.min(0)

const quotaUse = closed({
  used: count,
  base: count,
  split: optional(perName(count)),
  carried: optional(whole),
})

const judged = closed({
  answer: z.unknown().refine((answer) => answer !== undefined),
  by: role,
  second: optional(text),
  on: optional(date),
})

const seedBytes = 32
const seed = form('seed', (written) => {
  const bytes = bytesOfHex(written)
  return bytes?.length === seedBytes ? bytes : undefined
}).meta({ id: 'seed', pattern: '^[0-9a-fA-F]{64}$' })

// What is expected

const someone = text
const people = z.array(someone, list)
const codesOf = <Code extends string>(codes: readonly Code[]) => z.array(z.enum(codes), list)

const expectation = closed({
  order: optional(people),
  excluded: optional(perName(codesOf(exclusionCodes))),
  undecided: optional(perName(z.array(text, list))),
  tier: optional(perName(text)),
  provisional: optional(
    perName(z.union([count, z.array(count, list).length(2), z.enum(unplacedYet)])),
  ),
  reasons: optional(perName(perName(count))),
  remarks: optional(perName(codesOf(remarkCodes))),
  values: optional(perName(perName(value))),
  ledger: optional(perName(perName(codesOf([...lifeCodes, ...ledgerCodes, ...sanctionCodes])))),
  blocked: optional(
    perName(
      closed({
        by: text,
        until: optional(z.union([z.enum(['cleared', 'contact']), date])),
        scope: optional(text),
      }),
    ),
  ),
  quota: optional(perName(perName(closed({ used: count, base: count })))),
  changes: optional(
    perName(
      z.array(closed({ on: optional(date), choose: optional(text), by: optional(text) }), list),
    ),
  ),
  priorities_off: optional(z.array(text, list)),
  offers: optional(people),
  terms: optional(perName(text)),
  findings: optional(z.array(text, list)),
  at_gate: optional(z.partialRecord(z.enum(gates), perName(codesOf(exclusionCodes)), map)),
}).meta({ id: 'expectation' }) satisfies z.ZodType<Expectation>

// Files

const caseShape = {
  rules: optional(oneOrMore(text)),
  on: optional(date),
  known_on: optional(date),
  listing: optional(listing),
  listings: optional(perName(earlierListing)),
  seekers: perName(seeker).default({}),
  moments: optional(z.partialRecord(z.enum(moments), date, map)),
  quotas: optional(perName(perName(quotaUse))),
  judgements: optional(perName(perName(judged))),
  assignments: optional(z.array(assignment, list)),
  seed: optional(seed),
}

const scenario = closed({
  name: text,
  source: optional(text),
  ...caseShape,
  expect: optional(expectation),
  expect_on: optional(perName(expectation)),
})

/** A scenario file; `rules` at its head hold for every scenario that names none. */
export const scenarioFile = closed({
  rules: optional(oneOrMore(text)),
  scenarios: z.array(scenario, list).min(1),
})

/** A case file: one scenario without expectations. */
export const caseFile = closed({
  name: optional(text),
  source: optional(text),
  ...caseShape,
})

export type WrittenScenario = z.output<typeof scenario>
export type WrittenCase = z.output<typeof caseFile>
export type WrittenSeeker = z.output<typeof seeker>
export type WrittenHistory = z.output<typeof history>
