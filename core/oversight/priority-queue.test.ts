import { describe, expect, test } from 'vitest'
import { seededRandom } from '../basics/seeded-random.ts'
import { busyPart, type Desk, priorityWaits, sharedWait } from './priority-queue.ts'

const desk: Desk = { arrivals: [0.3, 0.5], serviceTime: 1 }

test('two classes: 0.8 / 0.7 and 0.8 / (0.7 x 0.2)', () => {
  const [first, second] = priorityWaits(desk)
  expect(first).toBeCloseTo(1.1429, 4)
  expect(second).toBeCloseTo(5.7143, 4)
})

test('conservation: what one class gains the others pay, weighed by their work', () => {
  for (const arrivals of [
    [0.3, 0.5],
    [0.5, 0.3],
    [0.1, 0.2, 0.4],
  ]) {
    const waits = priorityWaits({ arrivals, serviceTime: 1 })
    const work = arrivals.reduce((sum, each, index) => sum + each * (waits[index] ?? 0), 0)
    const all = { arrivals, serviceTime: 1 }
    expect(work).toBeCloseTo(busyPart(all) * sharedWait(all), 9)
  }
})

describe('at the edge', () => {
  test('a desk with too much work still serves the first class', () => {
    const waits = priorityWaits({ arrivals: [0.5, 0.7], serviceTime: 1 })
    expect(waits).toEqual([2, Number.POSITIVE_INFINITY])
    expect(sharedWait({ arrivals: [0.5, 0.7], serviceTime: 1 })).toBe(Number.POSITIVE_INFINITY)
  })
  test('no work, no wait', () => {
    expect(priorityWaits({ arrivals: [0, 0], serviceTime: 1 })).toEqual([0, 0])
  })
  test('the unit of time is that of the desk', () => {
    const [first] = priorityWaits({ arrivals: [0.3 / 7, 0.5 / 7], serviceTime: 7 })
    expect(first).toBeCloseTo(7 * 1.142857, 5)
  })
})

test('a desk that is lived through gives the same waits', () => {
  const found = liveThrough(desk, 300_000, 5)
  priorityWaits(desk).forEach((wait, index) => {
    expect(Math.abs((found[index] ?? 0) / wait - 1)).toBeLessThan(0.04)
  })
})

/** Mean waits of so many cases, each taken up in order of class and then of arrival. */
function liveThrough({ arrivals, serviceTime }: Desk, cases: number, seed: number): number[] {
  const random = seededRandom(seed)
  const draw = (mean: number) => -Math.log(1 - random.next()) * mean
  const next = arrivals.map((each) => draw(1 / each))
  const waiting: number[][] = arrivals.map(() => [])
  const heads = arrivals.map(() => 0)
  const sums = arrivals.map(() => ({ wait: 0, count: 0 }))
  let now = 0
  const arriveUntil = (time: number) =>
    next.forEach((_, index) => {
      for (let at = next[index] ?? 0; at <= time; at = next[index] ?? 0) {
        waiting[index]?.push(at)
        next[index] = at + draw(1 / (arrivals[index] ?? 1))
      }
    })
  for (let served = 0; served < cases; served += 1) {
    arriveUntil(now)
    if (waiting.every((list, index) => (heads[index] ?? 0) >= list.length)) {
      now = Math.min(...next)
      arriveUntil(now)
    }
    const turn = waiting.findIndex((list, index) => (heads[index] ?? 0) < list.length)
    const sum = sums[turn]
    if (sum) {
      sum.wait += now - (waiting[turn]?.[heads[turn] ?? 0] ?? now)
      sum.count += 1
    }
    heads[turn] = (heads[turn] ?? 0) + 1
    now += draw(serviceTime)
  }
  return sums.map(({ wait, count }) => wait / count)
}
