/**
 * Random rule books, people and homes for properties. Small ranges of numbers and words, so that values
 * often meet, and everything may be unknown.
 */
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Condition, Operand, Part, Test } from '../core/policy/condition.ts'
import type { Definition } from '../core/policy/kinds/definition.ts'
import type { Parameter } from '../core/policy/kinds/parameter.ts'
import type { Priority } from '../core/policy/kinds/priority.ts'
import type { Key, Ranking, Tier } from '../core/policy/kinds/ranking.ts'
import type { Requirement } from '../core/policy/kinds/requirement.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Case } from '../core/ranking/case.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { bookOf, caseOn, person } from './example-book.ts'
import { fc } from './properties.ts'

export const randomDay = '2026-06-01'

const seekerFacts = [
  'age',
  'household-size',
  'household-income',
  'lives-in',
  'in-shelter',
  'indication',
] as const
const homeFacts = ['rent', 'rooms', 'municipality', 'label', 'new-build'] as const
const bookNames = ['is-old', 'is-local', 'limit', 'list']

const number = fc.integer({ min: 0, max: 9 })
const word = fc.constantFrom('a', 'b', 'c')
const reference = fc
  .constantFrom('limit', 'rent', 'municipality', 'age', 'list')
  .map((ref) => ({ ref }))
const operand: fc.Arbitrary<Operand> = fc.oneof(number, word, fc.boolean(), reference)
const limit: fc.Arbitrary<Operand> = fc.oneof(number, reference)

const anyTest: fc.Arbitrary<Test> = fc.oneof(
  fc.array(operand, { maxLength: 3 }).map((is) => ({ is })),
  fc.array(operand, { maxLength: 3 }).map((not) => ({ not })),
  limit.map((at_least) => ({ at_least })),
  fc.tuple(limit, limit).map(([above, at_most]) => ({ above, at_most })),
  limit.map((below) => ({ below })),
  fc.boolean().map((known) => ({ known })),
)

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{
  condition: Condition
  part: Part
}>((tie) => ({
  condition: fc.array(tie('part'), { maxLength: 3 }),
  part: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      name: fc.constantFrom(...seekerFacts, ...homeFacts, ...bookNames),
      test: anyTest,
    }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ none: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 2 }) }),
  ),
})).condition

const ofFacts = fc.array(
  fc.record({
    name: fc.constantFrom(...seekerFacts, ...homeFacts, 'is-odd'),
    test: fc.oneof(
      number.map((at_least) => ({ at_least })),
      word.map((each) => ({ is: [each] })),
    ),
  }),
  { maxLength: 2 },
)

const anyParameter: fc.Arbitrary<Parameter> = fc
  .array(fc.record({ when: ofFacts, value: fc.oneof(number, fc.constant('missing' as const)) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((rows) => ({ kind: 'parameter', id: 'limit', values: [{ from: date('2020-01-01'), rows }] }))

const list: Parameter = {
  kind: 'parameter',
  id: 'list',
  values: [{ from: date('2020-01-01'), rows: [{ when: [], value: ['a', 'b'] }] }],
}

/** Definitions and tables that conditions can name. */
const anyWords: fc.Arbitrary<Rule[]> = fc
  .tuple(anyParameter, ofFacts, ofFacts)
  .map(([parameter, old, local]) => {
    const definitions: Definition[] = [
      { kind: 'definition', id: 'is-old', when: old },
      {
        kind: 'definition',
        id: 'is-local',
        when: [{ name: 'is-old', test: { is: [true] } }, ...local],
      },
    ]
    return [parameter, list, ...definitions]
  })

export const anyBook = anyWords.map((rules) => bookOf(rules))

const anyNumber = fc.option(number, { nil: undefined })
const anyWord = fc.option(word, { nil: undefined })
const anyYes = fc.option(fc.boolean(), { nil: undefined })
const anyList = fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined })

export const anySeeker = fc.record({
  age: anyNumber,
  'household-size': anyNumber,
  'household-income': anyNumber,
  'lives-in': anyWord,
  'in-shelter': anyYes,
  indication: anyList,
})
export const anyHome = fc.record({
  rent: anyNumber,
  rooms: anyNumber,
  municipality: anyWord,
  label: anyList,
  'new-build': anyYes,
})

// Rankings

/** Something that is so of some people and not of others: a condition drawn at random is mostly the same of all. */
const anyOfSome: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({
      name: fc.constantFrom('age', 'household-size', 'household-income'),
      test: fc.oneof<fc.Arbitrary<Test>[]>(
        number.map((at_least) => ({ at_least })),
        number.map((below) => ({ below })),
      ),
    }),
    fc.record({
      name: fc.constantFrom('lives-in', 'indication'),
      test: fc.subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 2 }).map((is) => ({ is })),
    }),
    fc.record({ name: fc.constant('in-shelter'), test: fc.boolean().map((is) => ({ is: [is] })) }),
  )
  .map((part) => [part])

const anyAbout = fc.oneof(anyCondition, { weight: 2, arbitrary: anyOfSome })

/** Absent half the time, for what makes a rule concern fewer people and homes. */
const seldom = { nil: undefined, freq: 2 } as const

const anyRequirement: fc.Arbitrary<Requirement> = fc
  .record({
    to: fc.constantFrom('respond', 'be-offered'),
    where: fc.oneof(anyCondition, fc.constant<Condition>([])),
    must: anyAbout,
    who: fc.option(anyCondition, seldom),
    unless: fc.option(anyCondition, seldom),
  })
  .map(({ to, where, must, who, unless }) => ({
    kind: 'requirement',
    id: 'requirement',
    to,
    where,
    must,
    ...(who && { who }),
    ...(unless && { unless }),
    code: 'composition-not-fitting',
  }))

const anyPriority: fc.Arbitrary<Priority> = fc
  .record({
    where: fc.option(anyCondition, seldom),
    who: anyAbout,
    not_against: fc.option(anyAbout, seldom),
    inside: fc.option(fc.constantFrom('priority-0', 'priority-1', 'priority-2'), seldom),
  })
  .map(({ where, who, not_against, inside }) => ({
    kind: 'priority',
    id: 'priority',
    ground: 'socio-economic',
    who,
    ...(where && { where }),
    ...(not_against && { not_against }),
    ...(inside !== undefined && { inside }),
  }))

const measured = fc.constantFrom('age', 'household-size', 'household-income', 'limit', 'is-old')
const anyKey: fc.Arbitrary<Key> = fc.oneof(
  measured.map((of): Key => ({ by: 'lowest', of })),
  measured.map((of): Key => ({ by: 'highest', of })),
  fc.constant<Key>({ by: 'earliest', of: 'registered-on' }),
  fc.constant<Key>({ by: 'latest', of: 'registered-on' }),
  fc
    .shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })
    .map((values): Key => ({ by: 'in-order', of: 'lives-in', values })),
)

const anyTier: fc.Arbitrary<Tier> = fc.record({
  priority: fc.subarray(['priority-0', 'priority-1', 'priority-2'], { minLength: 1 }),
  by: fc.array(anyKey, { maxLength: 2 }),
})

/** The keys of everybody, before the lot that comes last. */
const anyKeys = fc.array(anyKey, { maxLength: 2 })

const anyOrder: fc.Arbitrary<Ranking> = fc
  .record({
    tiers: fc.array(anyTier, { maxLength: 3 }),
    others: fc.option(fc.array(anyKey, { maxLength: 1 }), { nil: undefined }),
    keys: anyKeys,
  })
  .map(({ tiers, others, keys }) => ({
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: others ? [...tiers, { priority: 'none', by: others }] : tiers,
    finally: [...keys, { by: 'lot', weights: 'equal' }],
  }))

function numbered<R extends Rule>(rules: readonly R[]): R[] {
  return rules.map((rule, index) => ({ ...rule, id: `${rule.kind}-${index}` }))
}

/** A book that can rank: words, requirements, priorities (some inside others) and one order. */
export const anyRules: fc.Arbitrary<Rule[]> = fc
  .tuple(
    anyWords,
    fc.array(anyRequirement, { maxLength: 2 }),
    fc.array(anyPriority, { maxLength: 3 }),
    anyOrder,
  )
  .map(([words, requirements, priorities, order]) => [
    ...words,
    ...numbered(requirements),
    ...numbered(priorities),
    order,
  ])

/** Anybody who may respond, registered on one of a few days or on a day not known. */
export const anyCandidateFacts: fc.Arbitrary<Facts> = fc
  .tuple(anySeeker, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }))
  .map(([facts, weeks]) => ({
    ...facts,
    'registered-on': weeks === undefined ? undefined : addDays(date(randomDay), -7 * weeks),
  }))

export const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 })

const anyCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(anyCandidateFacts, { maxLength: 8 })
  .map((all) => all.map((facts, index) => person(`seeker-${index}`, { facts })))

export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(anyCandidates, anyHome, anySeed)
  .map(([candidates, home, seed]) => caseOn(randomDay, candidates, { home, seed }))
