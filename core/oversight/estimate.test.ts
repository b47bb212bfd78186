import { describe, expect, test } from 'vitest'
import { differencesOf, estimateOf, estimatesOf, student95 } from './estimate.ts'

test.each([
  [1, 12.7062],
  [4, 2.7764],
  [10, 2.2281],
  [11, 2.20099],
  [20, 2.086],
  [30, 2.0423],
  [100, 1.984],
])('Student with %d degrees of freedom: %f', (degrees, expected) => {
  expect(student95(degrees)).toBeCloseTo(expected, 4)
})

test('the mean of 1, 2, 3, 4 and 5, with its interval', () => {
  // Standard deviation sqrt(2.5), over sqrt(5), times 2.7764.
  expect(estimateOf([1, 2, 3, 4, 5])).toEqual({
    mean: 3,
    low: expect.closeTo(3 - 1.96324, 4),
    high: expect.closeTo(3 + 1.96324, 4),
    replications: 5,
  })
})

describe('runs without a figure', () => {
  test('are left out', () => {
    expect(estimateOf([1, null, undefined, 3])).toMatchObject({ mean: 2, replications: 2 })
  })
  test('one run alone says nothing about chance', () => {
    expect(estimateOf([1, null])).toBeNull()
    expect(estimatesOf([{ lettings: { all: 3 } }])).toEqual({ lettings: { all: null } })
  })
})

test('every measure and group that a run has', () => {
  const found = estimatesOf([{ lettings: { all: 1 } }, { lettings: { all: 3, urgent: 2 } }])
  expect(found).toMatchObject({ lettings: { all: { mean: 2 }, urgent: null } })
})

describe('differences are paired', () => {
  const runs = (values: readonly (number | null)[]) =>
    values.map((all) => ({ 'success-chance': { all } }))

  test('luck that both share falls away', () => {
    const found = differencesOf(runs([10, 20, 30]), runs([11, 21, 31]))
    expect(found).toEqual({
      'success-chance': { all: { mean: 1, low: 1, high: 1, replications: 3 } },
    })
  })
  test('a pair counts when both have a figure', () => {
    const found = differencesOf(runs([10, null, 30, 0]), runs([11, 21, null, 3]))
    expect(found).toMatchObject({ 'success-chance': { all: { mean: 2, replications: 2 } } })
  })
  test('as many runs on both sides', () => {
    expect(() => differencesOf(runs([1]), runs([1, 2]))).toThrow('pairs')
  })
})
