import { describe, expect, test } from 'vitest'
import { date } from '../../basics/calendar-date.ts'
import { no, type Truth, unknown, yes } from '../condition.ts'
import { leansOn, leavesOf, referencesOf, truthFor } from './leaning.ts'
import { subjectOf } from './subject.ts'
import { definition, parameter, smallLaw, validBook, when } from './valid-book.ts'

const book = validBook({
  rules: [
    definition('young', { age: { below: 23 } }),
    definition('old', { young: false }),
    definition('circle', { any: [{ circle: true }, { nominated: true }] }),
    parameter('limit', { '2025-01-01': 100 }),
    definition('elder', { young: { not: true } }),
    {
      kind: 'parameter',
      id: 'table',
      values: [
        {
          from: date('2025-01-01'),
          rows: [
            { when: when({ 'household-size': 1 }), value: 100 },
            { when: [], value: 100 },
          ],
        },
      ],
    },
    {
      kind: 'parameter',
      id: 'single',
      values: [
        {
          from: date('2025-01-01'),
          rows: [{ when: when({ 'household-size': 1 }), value: 100 }],
        },
      ],
    },
    parameter('gap', { '2025-01-01': 'missing' }),
  ],
})
const known = subjectOf([book], book, smallLaw)

describe('the tests in a condition', () => {
  const found = (written: Parameters<typeof when>[0]) =>
    leavesOf(when(written), known).map(({ name, negated, path }) => [name, negated, path.join('.')])

  test.each<[string, Parameters<typeof when>[0], [string, boolean, string][]]>([
    [
      'where they stand',
      { age: 18, children: 1 },
      [
        ['age', false, 'age'],
        ['children', false, 'children'],
      ],
    ],
    [
      'in branches',
      { any: [{ age: 18 }], all: [{ children: 1 }] },
      [
        ['age', false, 'any.0.age'],
        ['children', false, 'all.0.children'],
      ],
    ],
    ['turned round under none', { none: [{ age: 18 }] }, [['age', true, 'none.0.age']]],
    [
      'turned round twice',
      { none: [{ none: [{ age: 18 }] }] },
      [['age', false, 'none.0.none.0.age']],
    ],
    [
      'through a word, at the place where it is used',
      { young: true },
      [
        ['young', false, 'young'],
        ['age', false, 'young'],
      ],
    ],
    [
      'turned round by a word that must not hold',
      { old: true },
      [
        ['old', false, 'old'],
        ['young', false, 'old'],
        ['age', true, 'old'],
      ],
    ],
    [
      'turned round by a word that may not be so',
      { elder: true },
      [
        ['elder', false, 'elder'],
        ['young', false, 'elder'],
        ['age', true, 'elder'],
      ],
    ],
    [
      'through a word of which something else is asked',
      { young: { known: true } },
      [
        ['young', false, 'young'],
        ['age', false, 'young'],
      ],
    ],
    [
      'and back again',
      { none: [{ old: true }] },
      [
        ['old', true, 'none.0.old'],
        ['young', true, 'none.0.old'],
        ['age', false, 'none.0.old'],
      ],
    ],
    [
      'once round a circle',
      { circle: true },
      [
        ['circle', false, 'circle'],
        ['circle', false, 'circle'],
        ['nominated', false, 'circle'],
      ],
    ],
  ])('%s', (_, written, expected) => {
    expect(found(written)).toEqual(expected)
  })

  test('whether it leans on a fact', () => {
    expect(leansOn(when({ old: true }), 'age', known)).toBe(true)
    expect(leansOn(when({ old: true }), 'children', known)).toBe(false)
    expect(leansOn(undefined, 'age', known)).toBe(false)
  })
  test('the names it compares with', () => {
    const test = { is: [{ ref: 'a' }, 1], not: [{ ref: 'b' }], at_least: { ref: 'c' }, below: 5 }
    expect(referencesOf(test)).toEqual(['a', 'b', 'c'])
    const bounds = { at_most: { ref: 'd' }, above: { ref: 'e' }, below: { ref: 'f' } }
    expect(referencesOf(bounds)).toEqual(['d', 'e', 'f'])
  })
})

describe('how a condition turns out for an imagined person', () => {
  test.each<[string, Parameters<typeof when>[0], Record<string, number | boolean>, Truth]>([
    ['what is known decides', { age: { at_least: 18 } }, { age: 18 }, yes],
    ['what is not known does not', { age: { at_least: 18 } }, {}, unknown],
    ['words follow from facts', { young: true }, { age: 23 }, no],
    ['words of words as well', { old: true }, { age: 23 }, yes],
    ['a word that follows from nothing known', { old: true }, {}, unknown],
    ['a word given as a fact is taken at that', { young: true }, { age: 99, young: true }, yes],
    ['a circle says nothing', { circle: true }, {}, unknown],
    ['a circle with a way out', { circle: true }, { nominated: true }, yes],
    ['an amount that is the same for all', { rent: { at_most: '$limit' } }, { rent: 100 }, yes],
    ['an amount by a table', { rent: { at_most: '$table' } }, { rent: 100 }, unknown],
    ['an amount for some', { rent: { at_most: '$single' } }, { rent: 100 }, unknown],
    ['an amount that is missing', { rent: { at_most: '$gap' } }, { rent: 100 }, unknown],
    ['an amount nobody knows', { rent: { at_most: '$other' } }, { rent: 100 }, unknown],
    ['nothing asked is met', {}, {}, yes],
  ])('%s', (_, written, facts, truth) => {
    expect(truthFor(when(written), facts, known)).toBe(truth)
  })
})
