import { describe, expect, test } from 'vitest'
import { Luck, mix, pickShare } from './chance.ts'

const many = 200_000
const luck = new Luck(7, 0)
const draws = (draw: (index: number) => number) =>
  Array.from({ length: many }, (_, index) => draw(index))
const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / values.length

describe('luck by name', () => {
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
