import { describe, expect, test } from 'vitest'
import { meanOf, quantileOf, shareInterval } from './distribution.ts'

describe('quantiles are read between two numbers', () => {
  test.each([
    ['the first', [1, 2, 3, 4], 0, 1],
    ['a quarter', [1, 2, 3, 4], 1 / 4, 1.75],
    ['the middle', [1, 2, 3, 4], 1 / 2, 2.5],
    ['the last', [1, 2, 3, 4], 1, 4],
    ['of one number', [7], 1 / 4, 7],
    ['of nothing', [], 1 / 2, Number.NaN],
  ])('%s', (_, sorted, part, expected) => {
    expect(quantileOf(sorted, part)).toBe(expected)
  })
})

test.each([
  ['two', [1, 4], 2.5],
  ['none', [], Number.NaN],
])('the mean of %s', (_, values, expected) => {
  expect(meanOf(values)).toBe(expected)
})

test.each([
  ['none of ten', 0, 10, 0, 0.2775],
  ['five of ten', 5, 10, 0.2366, 0.7634],
  ['ten of ten', 10, 10, 0.7225, 1],
])('the interval of %s', (_, taken, of, low, high) => {
  const found = shareInterval({ taken, of })
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})
