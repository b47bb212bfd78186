import { describe, expect, test } from 'vitest'
import { opened, search } from '../../tests/example-records.ts'
import { seededRandom } from '../basics/seeded-random.ts'
import type { SearchRecord } from './record.ts'
import {
  cumulativeIncidence,
  housedWithin,
  kaplanMeier,
  lengthsOf,
  medianWaitDays,
  riskTableOf,
} from './survival.ts'

type Ended = readonly [days: number, end: SearchRecord['end']]

function table(...searches: readonly Ended[]) {
  return riskTableOf(
    lengthsOf(
      searches.map(([days, end]) => search(days, end)),
      opened,
    ),
  )
}

// Six searches: on day 100 of 6 one is housed; on 200 one leaves; on 300 of 4 two are housed; two go on.
const six = table(
  [300, 'housed'],
  [100, 'housed'],
  [200, 'left'],
  [300, 'housed'],
  [300, 'still-searching'],
  [400, 'still-searching'],
)

test('who is seen until a day still searched on that day', () => {
  expect(six).toEqual({
    days: Float64Array.of(100, 200, 300),
    atRisk: Float64Array.of(6, 5, 4),
    housed: Float64Array.of(1, 0, 2),
    left: Float64Array.of(0, 1, 0),
    searches: 6,
    daysMax: 400,
  })
})

test('Kaplan-Meier: 5/6, then 5/6 x 2/4', () => {
  const { share, low, high } = kaplanMeier(six)
  expect([...share]).toEqual([5 / 6, 5 / 6, 5 / 12].map((each) => expect.closeTo(each, 12)))
  // Greenwood on the log-log scale, by hand: variance 1/30, width 1.96 x sqrt(1/30) / ln(6/5).
  const width = (1.959964 * Math.sqrt(1 / 30)) / Math.log(6 / 5)
  expect(low[0]).toBeCloseTo((5 / 6) ** Math.exp(width), 6)
  expect(high[0]).toBeCloseTo((5 / 6) ** Math.exp(-width), 6)
})

test('Aalen-Johansen: who left is not housed later, so fewer are housed than Kaplan-Meier suggests', () => {
  const { housed, left } = cumulativeIncidence(six)
  // 1/6; then one of five leaves 5/6 x 1/5; then 4/6 x 2/4.
  expect([...housed]).toEqual([1 / 6, 1 / 6, 1 / 2].map((each) => expect.closeTo(each, 12)))
  expect([...left]).toEqual([0, 1 / 6, 1 / 6].map((each) => expect.closeTo(each, 12)))
  expect(housed.at(-1)).toBeLessThan(1 - (kaplanMeier(six).share.at(-1) ?? 0))
})

describe('read off the curves', () => {
  test.each<[string, number, number | undefined]>([
    ['the day before anybody is housed', 99, 0],
    ['the day itself', 100, 1 / 6],
    ['between two days', 299, 1 / 6],
    ['as far as anybody was followed', 400, 1 / 2],
    ['further than that nobody knows', 401, undefined],
  ])('housed within: %s', (_, days, share) => {
    const found = housedWithin(six, days)
    if (share === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(share, 12)
  })
  test('when all have ended it is known for ever', () => {
    expect(housedWithin(table([10, 'housed'], [20, 'left']), 9999)).toBeCloseTo(1 / 2, 12)
  })
  test('nobody searches: nothing is known', () => {
    expect(housedWithin(table(), 0)).toBeUndefined()
    expect(medianWaitDays(table())).toBeUndefined()
  })
  test('half of who goes on searching has a home after 300 days', () => {
    expect(medianWaitDays(six)).toBe(300)
  })
  test('exactly half counts, and less than half is not known', () => {
    expect(medianWaitDays(table([10, 'housed'], [20, 'still-searching']))).toBe(10)
    expect(medianWaitDays(table([10, 'left'], [20, 'still-searching']))).toBeUndefined()
  })
})

test('a search that was going on when the window opened has no known length', () => {
  const seen = lengthsOf([search(50, 'housed', { after: 0 }), search(60, 'housed')], opened)
  expect(riskTableOf(seen)).toMatchObject({ searches: 1, daysMax: 60 })
})

test('with constant rates the curves are the known ones, whoever is cut off by the end of the window', () => {
  const random = seededRandom(7)
  const years = (rate: number) => (-Math.log(1 - random.next()) / rate) * 365.25
  const searches = Array.from({ length: 20_000 }, () => {
    const [toHome, toLeaving] = [years(0.2), years(0.1)]
    const days = Math.min(toHome, toLeaving, 1500)
    const end = days === 1500 ? 'still-searching' : days === toHome ? 'housed' : 'left'
    return [Math.round(days), end] as const
  })
  const found = table(...searches)
  // Of those who end, 0.2 / 0.3 are housed; without leaving the half-time would be ln 2 / 0.2.
  expect(housedWithin(found, 365.25 * 2)).toBeCloseTo((2 / 3) * (1 - Math.exp(-0.6)), 2)
  expect((medianWaitDays(found) ?? 0) / 365.25).toBeCloseTo(Math.LN2 / 0.2, 1)
})
