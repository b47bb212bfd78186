import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { compile, seekerNames } from './compile.ts'
import type { Condition, Operand, Part, Test } from './condition.ts'
import { namesIn, truthOf } from './condition.ts'
import type { Definition } from './kinds/definition.ts'
import type { Parameter } from './kinds/parameter.ts'
import { resolve } from './resolve.ts'
import type { Rule, RuleBook } from './rule-book.ts'
import { personAt, still } from './timeline.ts'

const on = date('2026-06-01')

const seekerFacts = [
  'age',
  'household-size',
  'household-income',
  'lives-in',
  'in-shelter',
  'indication',
]
const homeFacts = ['rent', 'rooms', 'municipality', 'label', 'new-build']
const bookNames = ['is-old', 'is-local', 'limit', 'list']

const number = fc.integer({ min: 0, max: 9 })
const word = fc.constantFrom('a', 'b', 'c')
const reference = fc
  .constantFrom('limit', 'rent', 'municipality', 'age', 'list')
  .map((ref) => ({ ref }))
const operand: fc.Arbitrary<Operand> = fc.oneof(number, word, fc.boolean(), reference)
const limit: fc.Arbitrary<Operand> = fc.oneof(number, reference)

const anyTest: fc.Arbitrary<Test> = fc.oneof(
  fc.array(operand, { minLength: 1, maxLength: 3 }).map((is) => ({ is })),
  fc.array(operand, { minLength: 1, maxLength: 3 }).map((not) => ({ not })),
  limit.map((at_least) => ({ at_least })),
  fc.tuple(limit, limit).map(([above, at_most]) => ({ above, at_most })),
  limit.map((below) => ({ below })),
  fc.boolean().map((known) => ({ known })),
)

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; part: Part }>(
  (tie) => ({
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
  }),
).condition

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

const anyBook = fc
  .tuple(anyParameter, ofFacts, ofFacts)
  .map(([parameter, old, local]): RuleBook => {
    const definitions: Definition[] = [
      { kind: 'definition', id: 'is-old', when: old },
      {
        kind: 'definition',
        id: 'is-local',
        when: [{ name: 'is-old', test: { is: [true] } }, ...local],
      },
    ]
    return bookOf([parameter, list, ...definitions])
  })

const anyNumber = fc.option(number, { nil: undefined })
const anyWord = fc.option(word, { nil: undefined })
const anyYes = fc.option(fc.boolean(), { nil: undefined })
const anyList = fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined })

const anySeeker = fc.record({
  age: anyNumber,
  'household-size': anyNumber,
  'household-income': anyNumber,
  'lives-in': anyWord,
  'in-shelter': anyYes,
  indication: anyList,
})
const anyHome = fc.record({
  rent: anyNumber,
  rooms: anyNumber,
  municipality: anyWord,
  label: anyList,
  'new-build': anyYes,
})

test('a condition compiled is as true, untrue or unknown as the same condition read leaf by leaf', () => {
  fc.assert(
    fc.property(anyBook, anyCondition, anySeeker, anyHome, (book, condition, seeker, home) => {
      const rules = resolve([book], { on })
      const compiled = compile(rules, new Map([['it', condition]])).get('it')
      const read = truthOf(condition, personAt(still({ ...home, ...seeker }, { rules }), on))
      expect(compiled?.(seeker, home)).toBe(read)
    }),
    { numRuns: 2000 },
  )
})

test('only the values named are read: leaving out the others changes nothing', () => {
  fc.assert(
    fc.property(anyBook, anyCondition, anySeeker, anyHome, (book, condition, seeker, home) => {
      const rules = resolve([book], { on })
      const needed = seekerNames(rules, namesIn(condition))
      const compiled = compile(rules, new Map([['it', condition]])).get('it')
      expect(compiled?.(pick(seeker, needed), home)).toBe(compiled?.(seeker, home))
    }),
  )
})

test('a name or word of a rule book is never more than a name or word in the compiled form', () => {
  const hostile = '"];globalThis.broken=true;//\u2028\\'
  const rules = resolve([bookOf([])], { on })
  const condition: Condition = [{ name: hostile, test: { is: [hostile] } }]
  const compiled = compile(rules, new Map([[hostile, condition]])).get(hostile)
  expect(compiled?.({ [hostile]: hostile }, {})).toBe(2)
  expect('broken' in globalThis).toBe(false)
})

function pick(facts: Facts, names: ReadonlySet<string>): Facts {
  const kept: Record<string, Value | undefined> = {}
  for (const name of names) kept[name] = facts[name]
  return kept
}

function bookOf(rules: Rule[]): RuleBook {
  return {
    book: 'random',
    title: 'Random',
    authority: { level: 'region', name: 'Random' },
    valid: { from: date('2026-01-01'), until: date('2026-12-31') },
    published: 'missing',
    law: 'hvw-2024',
    builds_on: [],
    articles: [{ number: '1', text: 'Random', rules }],
  }
}
