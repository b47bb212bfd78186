import { describe, expect, test } from 'vitest'
import { addDays, date } from '../../core/basics/calendar-date.ts'
import { seededRandom } from '../../core/basics/seeded-random.ts'
import type { SearchRecord } from '../../core/oversight/record.ts'
import { letting, times } from '../../tests/example-records.ts'
import { coverageOf, heldForecasts, type Lived, yearsAfter } from './coverage.ts'
import { survivalOf } from './sensitivity.ts'

const from = date('2030-01-01')
const until = yearsAfter(from, 14)
const groups = ['all', 'regular', 'from:heerlen', 'size:1']

/** People who begin to search all the time; homes come after `years` on average, giving up after three. */
function lived(years: (begins: number) => number): Lived {
  const random = seededRandom(5)
  const searches = times(6000, (): SearchRecord => {
    const begins = Math.floor(random.next() * (until - from - 1)) + 1
    const home = -Math.log(1 - random.next()) * years(begins / 365.25) * 365.25
    const leaving = -Math.log(1 - random.next()) * 3 * 365.25
    const days = Math.round(Math.min(home, leaving, until - from - begins))
    const isSeen = from + begins + days < until
    return {
      registeredOn: from,
      from: addDays(from, begins),
      until: addDays(from, begins + days),
      end: isSeen ? (home < leaving ? 'housed' : 'left') : 'still-searching',
      responses: 1,
      responsesInPeriod: 1,
      groups,
    }
  })
  const lettings = times(200, (index) => letting({ on: addDays(from, index * 20), groups }))
  return { lettings, searches, from, until }
}

describe('a forecast is held to who begins to search later', () => {
  const covered = (years: (begins: number) => number) =>
    coverageOf(heldForecasts(lived(years), yearsAfter(from, 6), ['heerlen']))

  test('while nothing changes, about 80 of 100 are within it', () => {
    expect(covered(() => 1.5)).toBeGreaterThan(0.75)
    expect(covered(() => 1.5)).toBeLessThan(0.85)
  })
  test('when homes become scarce afterwards, fewer are', () => {
    expect(covered((begins) => (begins < 6 ? 1 : 4))).toBeLessThan(0.75)
  })
  test('of whom nothing was seen nothing is known', () => {
    const held = heldForecasts(
      lived(() => 1.5),
      yearsAfter(from, 6),
      ['kerkrade'],
    )
    expect(held.every(({ by }) => by === undefined)).toBe(true)
  })
})

describe('a conclusion under other behaviour', () => {
  const estimate = (low: number, high: number) => ({
    mean: (low + high) / 2,
    low,
    high,
    replications: 3,
  })
  test.each([
    ['survives', estimate(1, 2), estimate(0.1, 3)],
    ['changes nothing', estimate(1, 2), estimate(1, 2)],
    ['flips', estimate(1, 2), estimate(-2, -1)],
    ['fades', estimate(1, 2), estimate(-1, 2)],
    ['fades', estimate(-2, -1), null],
    ['appears', estimate(-1, 1), estimate(1, 2)],
    ['stays uncertain', null, estimate(-1, 2)],
  ])('%s', (survival, usual, found) => {
    expect(survivalOf(usual, found)).toBe(survival)
  })
})
