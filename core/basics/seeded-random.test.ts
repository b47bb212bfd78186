import { describe, expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import { seededRandom } from './seeded-random.ts'

describe('chance that can be repeated', () => {
  // Recomputed with a second implementation in another language.
  test('is the same on every machine', () => {
    const random = seededRandom(42)
    expect(Array.from({ length: 5 }, () => Math.floor(random.next() * 2 ** 32))).toEqual([
      182880509, 3008686201, 3775342264, 1518397874, 271658881,
    ])
  })

  test('one seed, one row of numbers; another seed, another row', () => {
    const row = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 20 }, () => random.next())
    }
    expect(row(7)).toEqual(row(7))
    expect(row(7)).not.toEqual(row(8))
    expect(new Set(row(7)).size).toBe(20)
  })

  test('next is from 0 up to, not including, 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { next } = seededRandom(seed)
        for (let count = 0; count < 50; count += 1) {
          const number = next()
          expect(number >= 0 && number < 1).toBe(true)
        }
      }),
    )
  })

  test('a whole number is never outside its ends, and reaches both', () => {
    const random = seededRandom(3)
    const drawn = new Set(Array.from({ length: 200 }, () => random.whole(-2, 3)))
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
  })

  test('every choice comes about as often', () => {
    const random = seededRandom(1)
    const picked = Array.from({ length: 4000 }, () => random.pick(['a', 'b', 'c', 'd']))
    const times = Map.groupBy(picked, (each) => each)
    expect(times.size).toBe(4)
    // With p = 1/4 and n = 4000 five standard deviations are 137.
    for (const { length } of times.values()) expect(Math.abs(length - 1000)).toBeLessThan(137)
  })
})
