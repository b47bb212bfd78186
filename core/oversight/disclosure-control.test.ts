/** An attacker who knows the rules and every total cannot pin a count. */
import { describe, expect, test } from 'vitest'
import { bandsWithin, publishedBand } from './disclosure-control.ts'

/** Every count that would have led to the same publication. */
function possible(count: number, total: number): number[] {
  const published = JSON.stringify(publishedBand(count, total) ?? null)
  return Array.from({ length: total + 1 }, (_, each) => each).filter(
    (each) => JSON.stringify(publishedBand(each, total) ?? null) === published,
  )
}

describe('a count within a known total', () => {
  test('leaves five possibilities at least, also at both ends', () => {
    for (let total = 10; total <= 120; total += 1) {
      for (let count = 0; count <= total; count += 1) {
        const found = possible(count, total)
        expect(found).toContain(count)
        expect(Math.max(...found) - Math.min(...found)).toBeGreaterThanOrEqual(4)
      }
    }
  })

  test('is not told where the total is below ten', () => {
    for (let total = 0; total < 10; total += 1) {
      for (let count = 0; count <= total; count += 1) {
        expect(publishedBand(count, total)).toBeUndefined()
      }
    }
  })

  test('the rest of the total is no narrower than the count itself', () => {
    for (let total = 10; total <= 60; total += 1) {
      for (const { from, until } of bandsWithin(total)) {
        expect(total - from - (total - until)).toBeGreaterThanOrEqual(4)
      }
    }
  })

  test('two quarters, subtracted from their half year, tell no more than each', () => {
    // Totals are exact and add up; of the counts no sum is published, so nothing is left to subtract.
    for (const [first, second] of [
      [3, 7],
      [0, 10],
      [12, 1],
    ] as const) {
      const [a, b] = [possible(first, 20), possible(second, 20)]
      const sums = a.flatMap((one) => b.map((other) => one + other))
      expect(Math.max(...sums) - Math.min(...sums)).toBeGreaterThanOrEqual(8)
    }
  })
})
