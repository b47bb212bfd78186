import { describe, expect, test } from 'vitest'
import { Luck, mix, passedOver, pickShare, shareOf, waitingOf } from './chance.ts'

const many = 200_000
const luck = new Luck(7, 0)
const draws = (draw: (index: number) => number) =>
  Array.from({ length: many }, (_, index) => draw(index))
const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / values.length

describe('luck by name', () => {
  test('is the same for whoever draws several of one thing', () => {
    const person = luck.about('person', 12)
    expect(shareOf(person, 34)).toBe(luck.share('person', 12, 34))
    expect(waitingOf(person, 34)).toBe(luck.waiting('person', 12, 34))
  })

  test('the same for the same seed, replication and name, and for nothing else', () => {
    const one = luck.share('response', 12, 34)
    expect(new Luck(7, 0).share('response', 12, 34)).toBe(one)
    for (const other of [
      new Luck(8, 0).share('response', 12, 34),
      new Luck(7, 1).share('response', 12, 34),
      luck.share('taste', 12, 34),
      luck.share('response', 13, 34),
      luck.share('response', 12, 35),
      luck.share('response', 34, 12),
    ]) {
      expect(other).not.toBe(one)
    }
  })

  test.each<[string, (index: number) => number, number]>([
    ['shares have mean a half', (index) => luck.share('person', index), 0.5],
    ['also over the second name', (index) => luck.share('person', 5, index), 0.5],
    ['waiting has mean one', (index) => luck.waiting('person', index), 1],
    ['the bell has mean nought', (index) => luck.bell('person', index), 0],
    ['the bell has spread one', (index) => luck.bell('person', index) ** 2, 1],
    ['counts have the mean asked', (index) => luck.count(2.5, 'arrivals', index), 2.5],
    ['and the spread of Poisson', (index) => (luck.count(2.5, 'arrivals', index) - 2.5) ** 2, 2.5],
  ])('%s', (_, draw, expected) => {
    expect(Math.abs(mean(draws(draw)) - expected)).toBeLessThan(0.02)
  })

  test('neighbours have nothing to do with each other', () => {
    const product = draws(
      (index) => (luck.share('response', index) - 0.5) * (luck.share('response', index + 1) - 0.5),
    )
    expect(Math.abs(mean(product))).toBeLessThan(0.001)
  })

  test('every bit of a mix is as often one as nought', () => {
    for (let bit = 0; bit < 32; bit += 1) {
      const ones = mean(draws((index) => (mix(42, index) >>> bit) & 1))
      expect(Math.abs(ones - 0.5)).toBeLessThan(0.01)
    }
  })
})

describe('what strikes each of many with one chance', () => {
  const struckBy = (key: number, chance: number, count: number) => {
    const struck: number[] = []
    const next = (from: number) =>
      from + passedOver(count - from, { key, times: struck.length, chance })
    for (let at = next(0); at < count; at = next(at + 1)) struck.push(at)
    return struck
  }

  test.each([0.002, 0.1, 0.7])('strikes as many as that, wherever they stand: %f', (chance) => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const at of struckBy(42, chance, many)) {
      tenths[Math.floor((10 * at) / many)] = (tenths[Math.floor((10 * at) / many)] ?? 0) + 1
    }
    for (const count of tenths) {
      const expected = (chance * many) / 10
      expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected))
    }
  })

  test('neighbours as often both as two that stand apart', () => {
    const struck = new Set(struckBy(7, 0.2, many))
    const both = (apart: number) => [...struck].filter((at) => struck.has(at + apart)).length
    for (const apart of [1, 2, 5]) expect(Math.abs(both(apart) / many - 0.04)).toBeLessThan(0.002)
  })

  test('always is everybody, and never nobody', () => {
    expect(struckBy(1, 1, 5)).toEqual([0, 1, 2, 3, 4])
    expect(struckBy(1, 2, 3)).toEqual([0, 1, 2])
    expect(struckBy(1, 0, 1000)).toEqual([])
  })

  test('other luck for another matter, and the same for fewer', () => {
    expect(struckBy(1, 0.3, 100)).not.toEqual(struckBy(2, 0.3, 100))
    expect(struckBy(1, 0.3, 100).filter((at) => at < 40)).toEqual(struckBy(1, 0.3, 40))
  })
})

describe('a share is picked by luck', () => {
  test.each([
    [0, 'a'],
    [0.29, 'a'],
    [0.3, 'b'],
    [0.99, 'b'],
  ])('%f is %s', (at, expected) => {
    expect(
      pickShare(
        [
          ['a', 0.3],
          ['b', 0.7],
        ],
        at,
      ),
    ).toBe(expected)
  })

  test('of nothing, nothing', () => expect(pickShare([], 0.5)).toBeUndefined())
})
