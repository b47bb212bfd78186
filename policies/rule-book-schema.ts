/**
 * Rule books as written (YAML or JSON), parsed into the types of `core/policy`: one closed schema per
 * rule kind, chosen by `kind`. A schema's own message is never words: it is the form expected there, or
 * the keys allowed, which `shape-issues.ts` turns into an issue.
 */
import * as z from 'zod'
import type { Duration } from '../core/basics/calendar-date.ts'
import { parseDate, parseDuration } from '../core/basics/calendar-date.ts'
import type { Moment } from '../core/policy/catalogue.ts'
import { allocationModels, roles } from '../core/policy/catalogue.ts'
import type { Reference } from '../core/policy/condition.ts'
import type { Expected, Problem } from '../core/policy/issue.ts'
import type { Account, BestOf, Entry } from '../core/policy/kinds/account.ts'
import type { Definition } from '../core/policy/kinds/definition.ts'
import { meant } from '../core/policy/kinds/definition.ts'
import type { Judgement } from '../core/policy/kinds/judgement.ts'
import type { Life } from '../core/policy/kinds/life.ts'
import type { Measure } from '../core/policy/kinds/measure.ts'
import type { DatedValue, Parameter, Row } from '../core/policy/kinds/parameter.ts'
import type { Priority } from '../core/policy/kinds/priority.ts'
import { grounds } from '../core/policy/kinds/priority.ts'
import type { Procedure, Term } from '../core/policy/kinds/procedure.ts'
import type { Quota } from '../core/policy/kinds/quota.ts'
import { periods } from '../core/policy/kinds/quota.ts'
import type { Key, Ranking } from '../core/policy/kinds/ranking.ts'
import type { Reminder } from '../core/policy/kinds/reminder.ts'
import { reminderChannels } from '../core/policy/kinds/reminder.ts'
import type { Requirement } from '../core/policy/kinds/requirement.ts'
import { gates } from '../core/policy/kinds/requirement.ts'
import type { Sanction } from '../core/policy/kinds/sanction.ts'
import { exclusionCodes, lifeCodes } from '../core/policy/reason-code.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { Rule, RuleBook } from '../core/policy/rule-book.ts'
import { levels, regimes } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { events, spells } from '../core/seekers/history.ts'
import type { Refuse } from './condition-schema.ts'
import {
  condition,
  isMap,
  parseCondition,
  parseValue,
  refuseIn,
  wrongType,
} from './condition-schema.ts'

/** A text of a certain form, read into a value. */
export function form<T>(expected: Expected, read: (text: string) => T | undefined) {
  return z.string({ error: expected }).transform((text, context): T => {
    const found = read(text)
    if (found !== undefined) return found
    refuseIn(context)(wrongType(text, expected), [])
    return z.NEVER
  })
}

/** A closed object; its message lists the keys that are allowed. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = Object.keys(shape).join(' ')
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? allowed : 'map'),
  })
}

/** One, or a list of them; always read as a list. */
export function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([schema, z.array(schema, { error: 'list' }).min(1)])
    .transform((read): z.output<Schema>[] => (Array.isArray(read) ? read : [read]))
}

const idText = /^[a-z0-9]+(-[a-z0-9]+)*$/
const optional = z.exactOptional

export const text = z.string({ error: 'text' }).min(1)
export const yesNo = z.boolean({ error: 'yes-no' })
export const id = form('id', (written) => (idText.test(written) ? written : undefined)).meta({
  id: 'id',
  pattern: idText.source,
})
export const count = z.int({ error: 'whole-number' }).min(1)
export const number = z.number({ error: 'number' })

export const date = z
  .string({ error: 'date' })
  .transform((written, context) => {
    const found = parseDate(written)
    if (found !== undefined) return found
    const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(written)
    const problem: Problem = looksRight
      ? { code: 'impossible-date', facts: { found: written } }
      : wrongType(written, 'date')
    refuseIn(context)(problem, [])
    return z.NEVER
  })
  .meta({ id: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const duration = form('duration', parseDuration).meta({
  id: 'duration',
  pattern: '^\\d+ (day|working day|fortnight|week|month|year)s?$',
})

/** `year` or `6 months`: the unit in which an account books. */
const rate = form('duration', (written) => parseDuration(written) ?? parseDuration(`1 ${written}`))

const reference = form('reference', (written): Reference | undefined => {
  const ref = /^\$([a-z][a-z0-9-]*)$/.exec(written)?.[1]
  return ref ? { ref } : undefined
}).meta({ id: 'reference', pattern: '^\\$[a-z][a-z0-9-]*$' })

const amount = z.union([
  number,
  form('amount', (written): Duration | Reference | undefined => {
    const ref = /^\$([a-z][a-z0-9-]*)$/.exec(written)?.[1]
    return ref ? { ref } : parseDuration(written)
  }),
])

const term = form('term', (written): Term | undefined => {
  const [length = '', at, ...more] = written.split(' at ')
  const lasts = parseDuration(length)
  if (!lasts || more.length > 0) return undefined
  if (at === undefined) return { lasts }
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? { lasts, at } : undefined
}) satisfies z.ZodType<Term>

export const moments = [
  'listing-closed',
  'ranking-made',
  'offer-made',
  'lease-start',
] as const satisfies readonly Moment[]
const moment = z.enum(moments)

const model = z.enum(allocationModels)
export const role = z.enum(roles)

// Justification of a rule

const evidence = closed({
  source: text,
  date: z.union([z.literal('unknown'), date]),
  nature: z.enum(['measured', 'reasoned']),
})
const check = closed({ text, evidence: z.array(evidence, { error: 'list' }) }).meta({ id: 'check' })
const justification = closed({
  interest: text,
  owner: text,
  competent_body: text,
  needed: check,
  serious: check,
  no_lighter_means: check,
  alternatives: z.array(text, { error: 'list' }),
  cost: text,
}).meta({ id: 'justification' })

const head = {
  id,
  from: optional(date),
  until: optional(date),
  basis: optional(text),
  label: optional(text),
  gap: optional(text),
  invented: optional(z.union([yesNo, text])),
  experiment: optional(closed({ question: text, evaluate_by: date })),
  replaces: optional(id),
  open_to: optional(oneOrMore(z.enum(levels))),
  latitude: optional(z.enum(['law', 'range', 'own'])),
  justification: optional(justification),
}

// Words

const datedValues = z
  .unknown()
  .transform((raw, context) => parseDatedValues(raw, refuseIn(context)))
  .meta({ id: 'dated-values' }) satisfies z.ZodType<readonly DatedValue[]>

function parseDatedValues(raw: unknown, refuse: Refuse): DatedValue[] {
  if (!isMap(raw)) {
    refuse(wrongType(raw, 'map'), [])
    return []
  }
  if (Object.keys(raw).length === 0) refuse({ code: 'empty', facts: {} }, [])
  const dated = Object.entries(raw).flatMap(([written, value]): DatedValue[] => {
    const from = date.safeParse(written)
    if (from.success) return [{ from: from.data, rows: parseRows(value, [written], refuse) }]
    refuse(wrongType(written, 'date'), [written])
    return []
  })
  return dated.sort((a, b) => b.from - a.from)
}

function parseRows(raw: unknown, path: Path, refuse: Refuse): Row[] {
  if (!Array.isArray(raw) || !raw.some(isMap)) {
    return [{ when: [], value: parseValue(raw, path, refuse) }]
  }
  return raw.map((row: unknown, at): Row => {
    const here = [...path, at]
    if (!isMap(row)) refuse(wrongType(row, 'map'), here)
    const { value, ...when } = isMap(row) ? row : { value: false }
    if (value === undefined) refuse({ code: 'missing-key', facts: { key: 'value' } }, here)
    return {
      when: parseCondition(when, here, refuse),
      value: value === undefined ? 'missing' : parseValue(value, [...here, 'value'], refuse),
    }
  })
}

const parameter = closed({
  kind: z.literal('parameter'),
  ...head,
  unit: optional(text),
  source: optional(text),
  range: optional(closed({ at_least: optional(number), at_most: optional(number) })),
  values: datedValues,
}) satisfies z.ZodType<Parameter>

const definition = closed({
  kind: z.literal('definition'),
  ...head,
  of: optional(z.enum(meant)),
  when: condition,
}) satisfies z.ZodType<Definition>

const judgement = closed({
  kind: z.literal('judgement'),
  ...head,
  question: text,
  about: optional(z.enum(['seeker', 'listing'])),
  answer: z.union([
    z.enum(['yes-no', 'date', 'seekers']),
    z.array(text, { error: 'list' }).min(1),
    closed({ score: z.tuple([number, number]) }),
  ]),
  decided_by: role,
  second: optional(yesNo),
  protocol: optional(text),
  valid: optional(duration),
  sets_aside: optional(z.union([z.literal('any'), oneOrMore(id)])),
  publish: optional(yesNo),
}) satisfies z.ZodType<Judgement>

// Measures

const within = form('duration', (written): Measure['within'] => {
  const length = parseDuration(written)
  if (length) return length
  if (written === 'calendar-month' || written === 'calendar-year') return { period: written }
  return idText.test(written) ? { life: written } : undefined
})

const measure = closed({
  kind: z.literal('measure'),
  ...head,
  of: z.enum([...events.registration, ...events.search, ...events.decisions, ...spells]),
  where: optional(condition),
  dated_by: optional(z.literal('listing-closed')),
  take: z.enum(['number', 'total', 'longest', 'current']),
  unit: optional(z.enum(['days', 'months', 'years'])),
  within: optional(within),
}) satisfies z.ZodType<Measure>

const limits = closed({
  at_least: optional(number),
  at_most: optional(z.union([number, form('amount', (written) => parseDuration(written))])),
}).meta({ id: 'limits' })

const happenings = oneOrMore(text)

const entry = closed({
  add: optional(amount),
  set: optional(number),
  on: optional(happenings),
  where: optional(condition),
  when: optional(condition),
  times: optional(count),
  who: optional(condition),
  per: optional(rate),
  of: optional(id),
  booked: optional(z.enum(['whole', 'daily'])),
  here: optional(condition),
  until: optional(date),
  lapses: optional(date),
  keep: optional(duration),
  lost: optional(closed({ on: happenings, where: optional(condition), until: optional(date) })),
  limits: optional(limits),
})
  .check((context) => {
    const found = Object.keys(context.value).filter((key) => key === 'add' || key === 'set')
    const refuse = refuseIn(context)
    if (found.length !== 1) {
      refuse({ code: 'exactly-one-key', facts: { found, allowed: ['add', 'set'] } }, [])
    }
    const { per, of } = context.value
    if (per && of === undefined) {
      refuse({ code: 'needs-key', facts: { key: 'per', needs: 'of' } }, [])
    }
  })
  .meta({ id: 'entry' }) satisfies z.ZodType<Entry>

const bestOf = closed({
  best_of: z.array(entry, { error: 'list' }).min(1),
}) satisfies z.ZodType<BestOf>

const starts = z.union([
  id.transform((from) => [{ who: [], from }]),
  z
    .array(
      closed({ who: optional(condition), from: id }).transform(({ who, from }) => ({
        who: who ?? [],
        from,
      })),
      { error: 'list' },
    )
    .min(1),
])

const account = closed({
  kind: z.literal('account'),
  ...head,
  unit: z.enum(['points', 'date']),
  starts: optional(starts),
  inside: optional(id),
  limits: optional(limits),
  where: optional(condition),
  entries: z.array(z.union([entry, bestOf]), { error: 'list' }),
  lapses: optional(date),
}) satisfies z.ZodType<Account>

// Admission and order

const requirement = closed({
  kind: z.literal('requirement'),
  ...head,
  to: z.enum(gates),
  where: optional(condition),
  who: optional(condition),
  must: condition,
  unless: optional(condition),
  code: z.enum(exclusionCodes),
  in_vain: optional(duration),
}) satisfies z.ZodType<Requirement>

const priority = closed({
  kind: z.literal('priority'),
  ...head,
  ground: z.enum(grounds),
  level: optional(z.enum(['region', 'municipality', 'settlement'])),
  where: optional(condition),
  who: condition,
  not_against: optional(condition),
  in_vain: optional(duration),
  inside: optional(id),
}) satisfies z.ZodType<Priority>

const valueList = z
  .unknown()
  .transform((raw, context) => {
    const refuse = refuseIn(context)
    if (!Array.isArray(raw)) refuse(wrongType(raw, 'list'), [])
    else if (raw.length === 0) refuse({ code: 'empty', facts: {} }, [])
    return Array.isArray(raw) ? raw.map((each, at) => parseValue(each, [at], refuse)) : []
  })
  .meta({ id: 'value-list' })

const key = closed({
  earliest: optional(id),
  latest: optional(id),
  highest: optional(id),
  lowest: optional(id),
  in_order: optional(z.record(z.string(), valueList, { error: 'map' })),
  lot: optional(z.union([z.literal('equal'), reference])),
  chosen: optional(id),
})
  .transform((written, context): Key => {
    const refuse = refuseIn(context)
    const { in_order, lot, chosen } = written
    const found = Object.keys(written)
    if (found.length !== 1) {
      refuse({ code: 'exactly-one-key', facts: { found, allowed: keyWords } }, [])
    }
    for (const by of ['earliest', 'latest', 'highest', 'lowest'] as const) {
      const of = written[by]
      if (of !== undefined) return { by, of }
    }
    if (lot !== undefined) return { by: 'lot', weights: lot }
    if (chosen !== undefined) return { by: 'chosen', of: chosen }
    const [of, values] = Object.entries(in_order ?? {})[0] ?? ['', []]
    const names = Object.keys(in_order ?? {})
    if (names.length > 1) {
      refuse({ code: 'exactly-one-key', facts: { found: names, allowed: names } }, ['in_order'])
    }
    if (in_order && names.length === 0) refuse({ code: 'empty', facts: {} }, ['in_order'])
    return { by: 'in-order', of, values }
  })
  .meta({ id: 'key' }) satisfies z.ZodType<Key>

const keyWords = ['earliest', 'latest', 'highest', 'lowest', 'in_order', 'lot', 'chosen']

const keys = z.array(key, { error: 'list' })

const tier = closed({
  priority: z.union([z.literal('none'), oneOrMore(id)]),
  by: optional(keys),
}).transform(({ priority: group, by }) => ({ priority: group, by: by ?? [] }))

const ranking = closed({
  kind: z.literal('ranking'),
  ...head,
  model,
  where: optional(condition),
  tiers: z.array(tier, { error: 'list' }).default([]),
  finally: keys.min(1),
}) satisfies z.ZodType<Ranking>

// Balance

const share = z.int({ error: 'whole-number' }).min(0)

const quota = closed({
  kind: z.literal('quota'),
  ...head,
  counts: condition,
  among: optional(condition),
  unit: optional(z.enum(['assignments', 'listings'])),
  limit: closed({
    at_most: optional(share),
    at_least: optional(share),
    exactly: optional(share),
    of: optional(count),
  }).check((context) => {
    const allowed = ['at_most', 'at_least', 'exactly']
    const found = Object.keys(context.value).filter((each) => allowed.includes(each))
    if (found.length !== 1) {
      refuseIn(context)({ code: 'exactly-one-key', facts: { found, allowed } }, [])
    }
  }),
  split: optional(closed({ by: id, shares: z.record(z.string(), share, { error: 'map' }) })),
  each: optional(oneOrMore(id)),
  per: z.enum(periods),
  carry: optional(z.literal('1 period')),
  inside: optional(id),
  at_limit: z.enum(['priority-off', 'not-placed', 'first', 'warn']),
  review: optional(date),
}) satisfies z.ZodType<Quota>

// Lives and process

const trigger = {
  on: happenings,
  where: optional(condition),
  when: optional(condition),
  times: optional(count),
  within: optional(duration),
  counted: optional(z.enum(['rolling', 'from-first'])),
  until: optional(date),
}

const reminders = z.array(
  closed({
    before: optional(duration),
    after: optional(duration),
    ways: oneOrMore(z.enum(reminderChannels)),
  }) satisfies z.ZodType<Reminder>,
  { error: 'list' },
)

const life = closed({
  kind: z.literal('life'),
  ...head,
  each: optional(id),
  inside: optional(id),
  begins: closed(trigger) satisfies z.ZodType<Trigger>,
  lasts: optional(duration),
  phases: optional(z.array(closed({ id, lasts: duration }), { error: 'list' }).min(1)),
  renew: optional(
    closed({
      on: happenings,
      lasts: duration,
      times: optional(count),
      not_before: optional(duration),
    }),
  ),
  restore: optional(
    closed({
      on: happenings,
      within: duration,
      fee: optional(reference.transform(({ ref }) => ref)),
      closes: optional(happenings),
    }),
  ),
  remind: optional(reminders),
  merge: optional(z.literal('oldest')),
  pause: optional(closed({ from: text, to: text })),
  while: optional(condition),
  ends: optional(
    z.array(
      closed({
        ...trigger,
        code: z.enum(lifeCodes),
        hear: optional(yesNo),
        keeps: optional(oneOrMore(id)),
      }),
      { error: 'list' },
    ),
  ),
  again: optional(closed({ after: duration, same: optional(id) })),
  grounds: optional(oneOrMore(text)),
  not_grounds: optional(oneOrMore(text)),
}) satisfies z.ZodType<Life>

const { times: _times, ...listening } = trigger

const sanction = closed({
  kind: z.literal('sanction'),
  ...head,
  ...listening,
  steps: z
    .array(
      closed({
        times: optional(count),
        effect: z.enum(['warn', 'block', 'demote', 'penalty']),
        lasts: optional(duration),
        until: optional(z.enum(['cleared', 'contact'])),
        scope: optional(z.enum(['landlord', 'region'])),
        models: optional(oneOrMore(model)),
        of: optional(z.enum(['responses', 'offers'])),
        to: optional(z.enum(['tier', 'list'])),
      }),
      { error: 'list' },
    )
    .min(1),
  each_next: optional(yesNo),
  objection: optional(duration),
}) satisfies z.ZodType<Sanction>

const factsAt = z.union([
  moment.transform((each) => ({ default: each, facts: {} })),
  z
    .record(z.string(), moment, { error: 'map' })
    .transform(({ default: usual, ...facts }) => ({ default: usual ?? 'listing-closed', facts })),
])

const procedure = closed({
  kind: z.literal('procedure'),
  ...head,
  where: optional(condition),
  listing_open: optional(duration),
  open_responses: optional(count),
  offers_at_once: optional(count),
  provisional_place: optional(z.enum(['exact', 'none'])),
  confirm_within: optional(term),
  answer_within: optional(term),
  papers_within: optional(term),
  remind: optional(reminders),
  facts_at: optional(factsAt),
}) satisfies z.ZodType<Procedure>

export const ruleKinds = {
  parameter,
  definition,
  judgement,
  measure,
  account,
  requirement,
  priority,
  ranking,
  quota,
  life,
  sanction,
  procedure,
} satisfies { [Kind in Rule['kind']]: z.ZodType<Extract<Rule, { kind: Kind }>> }

const rule = z.discriminatedUnion(
  'kind',
  [
    parameter,
    definition,
    judgement,
    measure,
    account,
    requirement,
    priority,
    ranking,
    quota,
    life,
    sanction,
    procedure,
  ],
  { error: 'map' },
) satisfies z.ZodType<Rule>

const article = closed({
  number: text,
  text,
  paraphrase: optional(yesNo),
  url: optional(text),
  basis: optional(text),
  gap: optional(text),
  drops: optional(oneOrMore(id)),
  rules: z.array(rule, { error: 'list' }).default([]),
})

/** A rule book (verdeelregels) as written. */
export const ruleBook = closed({
  book: id,
  title: text,
  authority: closed({
    level: z.enum(levels),
    name: text,
    municipalities: optional(z.array(text, { error: 'list' })),
    scope: optional(
      z.record(z.string(), z.union([text, z.array(text, { error: 'list' })]), { error: 'map' }),
    ),
  }),
  valid: closed({ from: date, until: date }),
  published: z.union([z.literal('missing'), date]),
  works_back_to: optional(date),
  law: z.enum(regimes),
  builds_on: z.array(text, { error: 'list' }).default([]),
  justifications: optional(z.literal('missing')),
  gap: optional(text),
  invented: optional(text),
  articles: z.array(article, { error: 'list' }),
}) satisfies z.ZodType<RuleBook>
