import { describe, expect, test } from 'vitest'
import { bookOf } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { anyBook, anyCondition, anyHome, anySeeker, randomDay } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { anyGiven, compile, compileTogether, recordMaker, seekerNames } from './compile.ts'
import {
  type Condition,
  namesIn,
  no,
  type Test,
  type Truth,
  truthOf,
  unknown,
  yes,
} from './condition.ts'
import type { Parameter } from './kinds/parameter.ts'
import { resolve } from './resolve.ts'
import type { Rule } from './rule-book.ts'
import { personAt, still } from './timeline.ts'

const on = date(randomDay)

test('a condition compiled is as true, untrue or unknown as the same condition read leaf by leaf', () => {
  fc.assert(
    fc.property(anyBook, anyCondition, anySeeker, anyHome, (book, condition, seeker, home) => {
      const rules = resolve([book], { on })
      const compiled = compile(rules, new Map([['it', condition]])).get('it')
      const read = truthOf(condition, personAt(still({ ...home, ...seeker }, { rules }), on))
      expect(compiled?.(seeker, home)).toBe(read)
    }),
    cases(2000),
  )
})

test('conditions compiled together have one number for one set of truths, and no other', () => {
  fc.assert(
    fc.property(
      anyBook,
      fc.array(anyCondition, { maxLength: 4 }),
      anySeeker,
      anyHome,
      (book, conditions, seeker, home) => {
        const rules = resolve([book], { on })
        const apart = conditions.map((condition, at) => [`${at}`, condition] as const)
        const truths = [...compile(rules, new Map(apart)).values()].map((say) => say(seeker, home))
        const inThrees = truths.reduce<number>((before, truth) => 3 * before + truth, 0)
        expect(compileTogether(rules, conditions)(seeker, home)).toBe(inThrees)
      },
    ),
  )
})

describe('a name that stands for something else', () => {
  const amount = (
    id: string,
    from: string,
    ...rows: Parameter['values'][number]['rows']
  ): Parameter => ({
    kind: 'parameter',
    id,
    values: [{ from: date(from), rows }],
  })
  const rules: Rule[] = [
    { kind: 'definition', id: 'is-old', when: [{ name: 'age', test: { at_least: 65 } }] },
    { kind: 'definition', id: 'they', of: 'every-member', when: [] },
    amount('list', '2020-01-01', { when: [], value: ['a', 'b'] }),
    amount('later', '2030-01-01', { when: [], value: 1 }),
    amount(
      'limit',
      '2020-01-01',
      { when: [{ name: 'rooms', test: { at_least: 3 } }], value: 70 },
      { when: [], value: 60 },
    ),
    {
      kind: 'judgement',
      id: 'ties',
      question: 'Waarmee?',
      answer: ['a', 'b'],
      decided_by: 'landlord',
    },
  ]
  const inForce = resolve([bookOf(rules)], { on })

  test.each<[string, string, Test, Facts, Truth]>([
    ['a definition that holds', 'is-old', { is: [true] }, { age: 65 }, yes],
    ['one that does not', 'is-old', { is: [true] }, { age: 64 }, no],
    ['one that is not known', 'is-old', { is: [true] }, {}, unknown],
    ['one that must not hold, and does', 'is-old', { is: [false] }, { age: 65 }, no],
    ['one that must not hold, and does not', 'is-old', { is: [false] }, { age: 64 }, yes],
    ['one that must not hold, not known', 'is-old', { is: [false] }, {}, unknown],
    ['a definition is no word', 'is-old', { is: ['yes'] }, { age: 65 }, no],
    ['it is one or the other', 'is-old', { is: [true, false] }, { age: 64 }, yes],
    ['it holds, and must be known', 'is-old', { is: [true], known: true }, {}, no],
    ['it holds, and may not', 'is-old', { is: [true], not: [true] }, { age: 65 }, no],
    ['a definition about others is a value', 'they', { is: [true] }, { they: false }, no],
    ['a list of words', 'list', { is: ['b'] }, {}, yes],
    ['a list without it', 'list', { is: ['c'] }, {}, no],
    ['an answer of several', 'ties', { is: ['b'] }, { ties: ['a', 'b'] }, yes],
    ['an answer of one', 'ties', { is: ['b'] }, { ties: 'b' }, yes],
    ['an amount that has not begun', 'age', { at_least: { ref: 'later' } }, { age: 1 }, unknown],
    ['an amount by a table', 'age', { at_least: { ref: 'limit' } }, { age: 65, rooms: 2 }, yes],
    ['another row of it', 'age', { at_least: { ref: 'limit' } }, { age: 65, rooms: 3 }, no],
    ['a row not known', 'age', { at_least: { ref: 'limit' } }, { age: 99 }, unknown],
  ])('%s', (_, name, asked, { rooms, ...seeker }, truth) => {
    const condition: Condition = [{ name, test: asked }]
    const home = { rooms }
    const compiled = compile(inForce, new Map([['it', condition]])).get('it')
    expect(compiled?.(seeker, home)).toBe(truth)
    expect(
      truthOf(condition, personAt(still({ ...home, ...seeker }, { rules: inForce }), on)),
    ).toBe(truth)
  })

  test('asks of a seeker what it is made of, and nothing of the home', () => {
    const names = seekerNames(inForce, ['is-old', 'limit', 'rent', 'they', 'ties', 'lives-in'])
    expect([...names].sort()).toEqual(['age', 'lives-in', 'they', 'ties'])
  })
})

describe('a record of values', () => {
  const record = (given: Facts) => recordMaker(['age', 'lives-in', '__proto__'])(given, (at) => at)

  test('has what is given, and asks for the rest by position', () => {
    expect(record({ age: 18, 'lives-in': 'heerlen' })).toMatchObject({
      age: 18,
      'lives-in': 'heerlen',
    })
    expect(record({ age: 18 })).toMatchObject({ age: 18, 'lives-in': 1 })
  })

  test('asks for the age of somebody whose birthday is known, whatever age was given', () => {
    expect(record({ age: 18, born: date('1990-01-01') })).toMatchObject({ age: 0 })
  })

  test('has every name as a name, whatever that means elsewhere', () => {
    expect(Object.entries(record({ age: 1, 'lives-in': 'a', ['__proto__']: 'b' }))).toEqual([
      ['age', 1],
      ['lives-in', 'a'],
      ['__proto__', 'b'],
    ])
  })

  test('has what many have in common, or one thing for all, where that is not given', () => {
    const names = ['urgency', 'in-shelter', 'age']
    const record = recordMaker(names, (name) =>
      name === 'age' ? 'asked' : name === 'urgency' ? 'common' : { value: false },
    )
    const common = { urgency: 'none', 'in-shelter': true }
    expect(record({}, () => 30, common)).toEqual({ urgency: 'none', 'in-shelter': false, age: 30 })
    expect(record({ urgency: 'active', 'in-shelter': true }, () => 30, common)).toEqual({
      urgency: 'active',
      'in-shelter': true,
      age: 30,
    })
  })

  test('gives none of several names, or one of them, whatever it is', () => {
    expect(anyGiven(['rent', 'rooms'])({ age: 18, rent: undefined })).toBe(false)
    expect(anyGiven(['rent', 'rooms'])({ age: 18, rooms: 0 })).toBe(true)
    expect(anyGiven([])({ age: 18 })).toBe(false)
  })
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
