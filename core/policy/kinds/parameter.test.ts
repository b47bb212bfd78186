import { describe, expect, test } from 'vitest'
import { bookOf, rulesOn } from '../../../tests/example-book.ts'
import { date } from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import { resolve } from '../resolve.ts'
import { still, valueAt } from '../timeline.ts'
import { isKnown, type Parameter, type Row, rowsAt } from './parameter.ts'

function parameter(values: Readonly<Record<string, readonly Row[]>>): Parameter {
  const dated = Object.entries(values).map(([from, rows]) => ({ from: date(from), rows }))
  return { kind: 'parameter', id: 'limit', values: dated.toSorted((a, b) => b.from - a.from) }
}

const always = (value: Row['value']): Row[] => [{ when: [], value }]

function valueOn(day: string, limit: Parameter, facts: Facts = {}): Value | undefined {
  const rules = resolve([bookOf([limit])], { on: date(day) })
  return valueAt(still(facts, { rules }), 'limit', date(day))
}

describe('a dated amount', () => {
  const yearly = parameter({
    '2024-01-01': always(100),
    '2025-01-01': always('missing'),
    '2026-01-01': always(120),
    '2027-01-01': always('open'),
  })

  test.each<[string, Value | undefined, string]>([
    ['2023-12-31', undefined, 'before the first date there is none'],
    ['2024-01-01', 100, 'from its first day'],
    ['2024-12-31', 100, 'until the next'],
    ['2025-06-01', undefined, 'declared unknown'],
    ['2026-06-01', 120, 'the latest that has begun'],
    ['2027-01-01', undefined, 'left open, and nobody filled it'],
  ])('on %s: %s, %s', (day, value, _) => {
    expect(valueOn(day, yearly)).toBe(value)
  })

  test('has no rows before its first date', () => {
    expect(rowsAt(yearly, date('2023-12-31'))).toEqual([])
  })
})

describe('a table: the first row that fits', () => {
  const size = (at_most: number): Row['when'] => [{ name: 'household-size', test: { at_most } }]
  const table = parameter({
    '2026-01-01': [
      { when: size(1), value: 100 },
      { when: [...size(3), { name: 'aow-age', test: { is: [true] } }], value: 200 },
      { when: size(3), value: 300 },
      { when: [], value: 'missing' },
    ],
  })

  test.each<[string, Facts, Value | undefined]>([
    ['the first', { 'household-size': 1, 'aow-age': true }, 100],
    ['the second', { 'household-size': 2, 'aow-age': true }, 200],
    ['the third', { 'household-size': 2, 'aow-age': false }, 300],
    ['the last, which is declared unknown', { 'household-size': 4, 'aow-age': false }, undefined],
    ['a row that may or may not fit makes it unknown', { 'household-size': 2 }, undefined],
    ['but not when an earlier row fits', { 'household-size': 1 }, 100],
    ['nor when it cannot fit anyway', { 'aow-age': false }, undefined],
    ['nothing known', {}, undefined],
  ])('%s', (_, facts, value) => {
    expect(valueOn('2026-06-01', table, facts)).toBe(value)
  })

  test('no row fits: no value', () => {
    const short = parameter({ '2026-01-01': [{ when: size(1), value: 100 }] })
    expect(valueOn('2026-06-01', short, { 'household-size': 2 })).toBeUndefined()
  })

  test('a row may ask for what the book defines', () => {
    const rules = rulesOn('2026-06-01', [
      {
        kind: 'definition',
        id: 'large',
        when: [{ name: 'household-size', test: { at_least: 5 } }],
      },
      parameter({
        '2026-01-01': [{ when: [{ name: 'large', test: { is: [true] } }], value: 5 }, ...always(2)],
      }),
    ])
    const value = (facts: Facts) => valueAt(still(facts, { rules }), 'limit', date('2026-06-01'))
    expect([value({ 'household-size': 5 }), value({ 'household-size': 4 })]).toEqual([5, 2])
  })
})

test.each<[Row['value'], boolean]>([
  ['missing', false],
  ['open', false],
  ['heerlen', true],
  [0, true],
  [false, true],
  [['a'], true],
])('%j is known: %s', (value, known) => {
  expect(isKnown(value)).toBe(known)
})
