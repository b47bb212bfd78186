import { describe, expect, test } from 'vitest'
import { cases, fc } from '../../tests/properties.ts'
import { anyCondition, anySeeker } from '../../tests/random-books.ts'
import type { Facts, Value } from '../basics/facts.ts'
import {
  and,
  type Condition,
  namesIn,
  negate,
  no,
  or,
  referencesOf,
  type Test,
  type Truth,
  truthOf,
  unknown,
  unmetLeaves,
  yes,
} from './condition.ts'

const truths = [no, unknown, yes] as const

describe('truth has three values (Kleene)', () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    [no, no, no, no],
    [no, unknown, no, unknown],
    [no, yes, no, yes],
    [unknown, no, no, unknown],
    [unknown, unknown, unknown, unknown],
    [unknown, yes, unknown, yes],
    [yes, no, no, yes],
    [yes, unknown, unknown, yes],
    [yes, yes, yes, yes],
  ])('%i, %i: and is %i, or is %i', (a, b, both, either) => {
    expect(and([a, b])).toBe(both)
    expect(or([a, b])).toBe(either)
  })

  test('not turns yes and no around, and leaves unknown', () => {
    expect(truths.map(negate)).toEqual([yes, unknown, no])
  })

  test('all of nothing is yes, any of nothing is no', () => {
    expect(and([])).toBe(yes)
    expect(or([])).toBe(no)
  })
})

describe('one test on one value', () => {
  test.each<[string, Test, Value | undefined, Truth]>([
    ['equal', { is: ['heerlen'] }, 'heerlen', yes],
    ['another word', { is: ['heerlen'] }, 'kerkrade', no],
    ['not known', { is: ['heerlen'] }, undefined, unknown],
    ['one of', { is: ['heerlen', 'kerkrade'] }, 'kerkrade', yes],
    ['one of nothing', { is: [] }, 'kerkrade', no],
    ['one of nothing, not known', { is: [] }, undefined, no],
    ['true', { is: [true] }, true, yes],
    ['false is not true', { is: [true] }, false, no],
    ['a number is not the text of it', { is: ['1'] }, 1, no],
    ['a list contains it', { is: ['walker'] }, ['walker', 'wheelchair'], yes],
    ['a list does not contain it', { is: ['walker'] }, ['wheelchair'], no],
    ['a list contains one of them', { is: ['walker', 'none'] }, ['none'], yes],
    ['an empty list contains nothing', { is: ['walker'] }, [], no],

    ['none of', { not: ['heerlen', 'kerkrade'] }, 'landgraaf', yes],
    ['none of, but it is', { not: ['heerlen', 'kerkrade'] }, 'kerkrade', no],
    ['none of, not known', { not: ['heerlen'] }, undefined, unknown],
    ['none of nothing', { not: [] }, 'kerkrade', yes],
    ['a list with none of them', { not: ['walker'] }, ['wheelchair'], yes],
    ['a list with one of them', { not: ['walker'] }, ['walker', 'wheelchair'], no],

    ['at least, below it', { at_least: 18 }, 17, no],
    ['at least, on it', { at_least: 18 }, 18, yes],
    ['at most, on it', { at_most: 18 }, 18, yes],
    ['at most, above it', { at_most: 18 }, 19, no],
    ['above, on it', { above: 18 }, 18, no],
    ['above, above it', { above: 18 }, 19, yes],
    ['below, on it', { below: 18 }, 18, no],
    ['below, below it', { below: 18 }, 17, yes],
    ['at least, not known', { at_least: 18 }, undefined, unknown],
    ['at most, not a number', { at_most: 18 }, 'eighteen', unknown],
    ['two bounds, between', { at_least: 18, below: 23 }, 22, yes],
    ['two bounds, past the second', { at_least: 18, below: 23 }, 23, no],
    ['two bounds, before the first', { at_least: 18, below: 23 }, 17, no],

    ['is known', { known: true }, 0, yes],
    ['is known, but is not', { known: true }, undefined, no],
    ['is not known', { known: false }, undefined, yes],
    ['is not known, but is', { known: false }, false, no],
    ['known and equal', { known: true, is: [3] }, 3, yes],
    ['known and equal, not known', { known: true, is: [3] }, undefined, no],
    ['no test at all', {}, undefined, yes],
  ])('%s', (_, test, found, truth) => {
    expect(truthOf([{ name: 'it', test }], reading({ it: found }))).toBe(truth)
  })
})

describe('a test against another value', () => {
  test.each<[string, Test, Facts, Truth]>([
    ['as large', { at_least: { ref: 'limit' } }, { it: 3, limit: 3 }, yes],
    ['smaller', { at_least: { ref: 'limit' } }, { it: 2, limit: 3 }, no],
    ['against what is not known', { at_least: { ref: 'limit' } }, { it: 2 }, unknown],
    ['against a word', { at_most: { ref: 'limit' } }, { it: 2, limit: 'three' }, unknown],
    ['the same', { is: [{ ref: 'limit' }] }, { it: 'a', limit: 'a' }, yes],
    ['in a list', { is: [{ ref: 'limit' }] }, { it: 'a', limit: ['a', 'b'] }, yes],
    ['not in a list', { is: [{ ref: 'limit' }] }, { it: 'c', limit: ['a', 'b'] }, no],
    [
      'two lists with something in common',
      { is: [{ ref: 'limit' }] },
      { it: ['c', 'b'], limit: ['a', 'b'] },
      yes,
    ],
    ['equal to what is not known', { is: [{ ref: 'limit' }] }, { it: 'a' }, unknown],
    ['one of them known and equal', { is: [{ ref: 'limit' }, 'a'] }, { it: 'a' }, yes],
    ['unlike what is not known', { not: [{ ref: 'limit' }] }, { it: 'a' }, unknown],
  ])('%s', (_, test, facts, truth) => {
    expect(truthOf([{ name: 'it', test }], reading(facts))).toBe(truth)
  })

  test('names on the left and values on the right may be read in different places', () => {
    const condition: Condition = [{ name: 'address', test: { is: [{ ref: 'address' }] } }]
    const event: Facts = { address: 'here' }
    const reader = (facts: Facts) => (name: string) => facts[name]
    expect(truthOf(condition, { read: reader(event), refer: reader({ address: 'here' }) })).toBe(
      yes,
    )
    expect(truthOf(condition, { read: reader(event), refer: reader({ address: 'gone' }) })).toBe(no)
  })
})

describe('parts of a condition', () => {
  const a: Condition = [{ name: 'a', test: { is: [true] } }]
  const b: Condition = [{ name: 'b', test: { is: [true] } }]

  test.each<[string, Condition, Facts, Truth]>([
    ['nothing asked', [], {}, yes],
    ['both', [...a, ...b], { a: true, b: true }, yes],
    ['both, one unknown', [...a, ...b], { a: true }, unknown],
    ['both, one not, one unknown', [...a, ...b], { a: false }, no],
    ['any', [{ any: [a, b] }], { a: false, b: true }, yes],
    ['any, none of them', [{ any: [a, b] }], { a: false, b: false }, no],
    ['any, one unknown', [{ any: [a, b] }], { a: false }, unknown],
    ['any of no conditions', [{ any: [] }], {}, no],
    ['all', [{ all: [a, b] }], { a: true, b: true }, yes],
    ['all, one not', [{ all: [a, b] }], { a: true, b: false }, no],
    ['all, one unknown', [{ all: [a, b] }], { a: true }, unknown],
    ['all of no conditions', [{ all: [] }], {}, yes],
    ['none', [{ none: [a, b] }], { a: false, b: false }, yes],
    ['none, one of them', [{ none: [a, b] }], { a: false, b: true }, no],
    ['none, one unknown', [{ none: [a, b] }], { a: false }, unknown],
    ['none of no conditions', [{ none: [] }], {}, yes],
    ['none of none', [{ none: [[{ none: [a] }]] }], { a: true }, yes],
  ])('%s', (_, condition, facts, truth) => {
    expect(truthOf(condition, reading(facts))).toBe(truth)
  })
})

describe('what keeps a condition from being met', () => {
  const is = (name: string, value: Value): Condition => [
    { name, test: { is: typeof value === 'object' ? value : [value] } },
  ]

  test.each<[string, Condition, Facts, string[]]>([
    ['nothing, when it holds', is('a', 1), { a: 1 }, []],
    ['the test that fails', [...is('a', 1), ...is('b', 1)], { a: 1, b: 2 }, ['b 0']],
    ['every test that fails', [...is('a', 1), ...is('b', 1)], { a: 2, b: 2 }, ['a 0', 'b 0']],
    ['what is not known as well', [...is('a', 1), ...is('b', 1)], { a: 2 }, ['a 0', 'b 1']],
    ['every way that is not open', [{ any: [is('a', 1), is('b', 1)] }], { a: 2 }, ['a 0', 'b 1']],
    ['no way, when one is open', [{ any: [is('a', 1), is('b', 1)] }], { b: 1 }, []],
    ['what fails of all', [{ all: [is('a', 1), is('b', 1)] }], { a: 1, b: 2 }, ['b 0']],
    [
      'what stands in the way of none',
      [{ none: [is('a', 1), is('b', 1)] }],
      { a: 1, b: 2 },
      ['a 2'],
    ],
    ['what may stand in the way of none', [{ none: [is('a', 1)] }], {}, ['a 1']],
    [
      'only the whole that stands in the way',
      [{ none: [[...is('a', 1), ...is('b', 1)]] }],
      { a: 1, b: 1 },
      ['a 2', 'b 2'],
    ],
    [
      'no part of a whole that does not',
      [{ none: [[...is('a', 1), ...is('b', 1)], is('c', 1)] }],
      { a: 1, b: 2, c: 1 },
      ['c 2'],
    ],
    [
      'the way that is open under none',
      [{ none: [[{ any: [is('a', 1), is('b', 1)] }]] }],
      { a: 1, b: 2 },
      ['a 2'],
    ],
    [
      'all that is met under none',
      [{ none: [[{ all: [is('a', 1), is('b', 1)] }]] }],
      { a: 1, b: 1 },
      ['a 2', 'b 2'],
    ],
    ['what fails under none of none', [{ none: [[{ none: [is('a', 1)] }]] }], { a: 2 }, ['a 0']],
  ])('%s', (_, condition, facts, leaves) => {
    expect(
      unmetLeaves(condition, reading(facts)).map(({ name, truth }) => `${name} ${truth}`),
    ).toEqual(leaves)
  })

  test('a leaf tells what was asked and what was found', () => {
    expect(unmetLeaves([{ name: 'age', test: { at_least: 18 } }], reading({ age: 17 }))).toEqual([
      { role: 'needed', name: 'age', test: { at_least: 18 }, found: 17, truth: no, missing: [] },
    ])
  })

  test.each<[string, Condition, string[]]>([
    ['needed', [is('a', 1), is('b', 1)].flat(), ['a needed', 'b needed']],
    ['each enough', [{ any: [is('a', 1), is('b', 1)] }], ['a alternative', 'b alternative']],
    [
      'enough only with another',
      [{ any: [[...is('a', 1), ...is('b', 1)], is('c', 1)] }],
      ['a alternative', 'b beside', 'c alternative'],
    ],
    [
      'enough only with another, though something stands in the way as well',
      [{ any: [[{ none: [is('a', 2)] }, ...is('b', 1)], is('c', 1)] }],
      ['a against', 'b alternative', 'c alternative'],
    ],
    ['needed where there is no choice', [{ any: [is('a', 1)] }], ['a needed']],
    [
      'needed with another where there is no choice',
      [{ any: [[...is('a', 1), ...is('b', 1)]] }],
      ['a needed', 'b needed'],
    ],
    ['in the way', [{ none: [is('a', 2), is('b', 1)] }], ['a against']],
    [
      'in the way of one of several',
      [{ any: [is('b', 1), [{ none: [is('a', 2)] }]] }],
      ['b alternative', 'a against'],
    ],
  ])('a leaf is %s', (_, condition, roles) => {
    const leaves = unmetLeaves(condition, reading({ a: 2, b: 2, c: 2 }))
    expect(leaves.map(({ name, role }) => `${name} ${role}`)).toEqual(roles)
  })

  test.each<[string, Test, Facts, string[]]>([
    ['nothing, where it is simply not so', { is: ['a'] }, { it: 'b' }, []],
    ['the value itself', { is: ['a'] }, {}, ['it']],
    ['the value itself, whatever it is compared with', { is: [{ ref: 'x' }] }, {}, ['it']],
    ['what it must equal', { is: [{ ref: 'x' }, { ref: 'y' }] }, { it: 'b', y: 'c' }, ['x']],
    ['what it may not equal', { not: [{ ref: 'x' }] }, { it: 'b' }, ['x']],
    ['its bounds', { above: { ref: 'x' }, below: { ref: 'y' } }, { it: 1 }, ['x', 'y']],
    ['one of its bounds', { above: { ref: 'x' }, below: { ref: 'y' } }, { it: 1, x: 0 }, ['y']],
    ['nothing, where a bound fails', { above: { ref: 'x' }, below: 1 }, { it: 1 }, []],
    ['nothing, where it is no number', { at_least: 1 }, { it: 'b' }, []],
  ])('what is not known in it is %s', (_, test, facts, missing) => {
    const [leaf] = unmetLeaves([{ name: 'it', test }], reading(facts))
    expect(leaf?.missing).toEqual(missing)
  })

  test('nothing is named when the condition holds', () => {
    fc.assert(
      fc.property(anyCondition, anySeeker, (condition, seeker) => {
        const leaves = unmetLeaves(condition, reading(seeker))
        if (truthOf(condition, reading(seeker)) === yes) expect(leaves).toEqual([])
      }),
      cases(500),
    )
  })

  test('a condition that is only unknown always names something unknown', () => {
    fc.assert(
      fc.property(anyCondition, anySeeker, (condition, seeker) => {
        fc.pre(truthOf(condition, reading(seeker)) === unknown)
        const leaves = unmetLeaves(condition, reading(seeker))
        expect(leaves.some(({ truth }) => truth === unknown)).toBe(true)
      }),
      cases(500),
    )
  })
})

test('learning an unknown value never turns yes into no, nor no into yes', () => {
  fc.assert(
    fc.property(
      anyCondition,
      anySeeker,
      fc.constantFrom('age', 'limit', 'rent'),
      (condition, seeker, name) => {
        const facts: Facts = { ...seeker, [name]: undefined }
        const before = truthOf(condition, reading(facts))
        fc.pre(before !== unknown && !namesAsked(condition).has(name))
        for (const value of [0, 4, 9, 'a', true]) {
          expect(truthOf(condition, reading({ ...facts, [name]: value }))).toBe(before)
        }
      },
    ),
    cases(500),
  )
})

test('every name a condition reads is found, on both sides and at every depth', () => {
  const condition: Condition = [
    { name: 'a', test: { is: ['x', { ref: 'b' }], not: [{ ref: 'c' }] } },
    { any: [[{ name: 'd', test: { at_least: { ref: 'e' } } }]] },
    { none: [[{ all: [[{ name: 'f', test: { at_most: { ref: 'g' } } }]] }]] },
    { name: 'h', test: { above: { ref: 'i' }, below: { ref: 'j' }, known: true } },
  ]
  expect(namesIn(condition).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])
  expect(referencesOf(condition).sort()).toEqual(['b', 'c', 'e', 'g', 'i', 'j'])
})

// Names that a condition asks whether they are known: there, to learn is to answer.
function namesAsked(condition: Condition): Set<string> {
  return new Set(
    condition.flatMap((part) => {
      if ('name' in part) return part.test.known === undefined ? [] : [part.name]
      const branches = 'any' in part ? part.any : 'all' in part ? part.all : part.none
      return branches.flatMap((branch) => [...namesAsked(branch)])
    }),
  )
}

function reading(facts: Facts) {
  const read = (name: string) => facts[name]
  return { read, refer: read }
}
