import { describe, expect, test } from 'vitest'
import { fewestDays, mostDays } from './lengths.ts'
import { greatestShare, isMoreThan, sum } from './shares.ts'

describe('shares', () => {
  test.each([
    ['at most', { at_most: 3, of: 10 }, { share: 3, of: 10 }],
    ['exactly', { exactly: 3, of: 10 }, { share: 3, of: 10 }],
    ['a floor is none', { at_least: 3, of: 10 }, undefined],
    ['a plain number is none', { at_most: 3 }, undefined],
  ])('the most a quota lets through: %s', (_, limit, expected) => {
    expect(greatestShare(limit)).toEqual(expected)
  })
  test('are compared without fractions', () => {
    const third = { share: 1, of: 3 }
    expect(isMoreThan({ share: 34, of: 100 }, third)).toBe(true)
    expect(isMoreThan({ share: 33, of: 100 }, third)).toBe(false)
    expect(isMoreThan({ share: 2, of: 6 }, third)).toBe(false)
  })
  test.each([
    [
      'of the same whole',
      [
        { share: 30, of: 100 },
        { share: 20, of: 100 },
      ],
      { share: 50, of: 100 },
    ],
    [
      'of different wholes',
      [
        { share: 30, of: 100 },
        { share: 1, of: 4 },
      ],
      { share: 55, of: 100 },
    ],
    [
      'of wholes that do not fit',
      [
        { share: 1, of: 4 },
        { share: 1, of: 6 },
      ],
      { share: 5, of: 12 },
    ],
    ['none', [], { share: 0, of: 1 }],
  ])('are added: %s', (_, shares, expected) => {
    expect(sum(shares)).toEqual(expected)
  })
})

describe('how many days a length of time takes', () => {
  test.each([
    ['thirteen weeks', { count: 13, unit: 'week' }, 91, 91],
    ['three months', { count: 3, unit: 'month' }, 89, 92],
    ['a year', { count: 1, unit: 'year' }, 365, 366],
    ['two fortnights', { count: 2, unit: 'fortnight' }, 28, 28],
  ] as const)('%s', (_, length, fewest, most) => {
    expect([fewestDays(length), mostDays(length)]).toEqual([fewest, most])
  })
  test('working days take at least as many days', () => {
    expect(fewestDays({ count: 3, unit: 'working-day' })).toBe(3)
    expect(mostDays({ count: 3, unit: 'working-day' })).toBeGreaterThan(5)
  })
})
