import { describe, expect, test } from 'vitest'
import { letting, opened, search, times } from '../../tests/example-records.ts'
import { addDays, addMonths, date } from '../basics/calendar-date.ts'
import { seededRandom } from '../basics/seeded-random.ts'
import { type Cell, forecast, whoGotIt } from './forecast.ts'
import type { SearchRecord } from './record.ts'

const on = date('2028-12-31')
const year = 365.25

function cell(
  level: Cell['level'],
  lettings: number,
  searches: readonly SearchRecord[] = [],
): Cell {
  return { level, lettings: times(lettings, () => letting({ on })), searches }
}

// One housed every ten days from day 10 up to day 1000.
const hundred = times(100, (index) => search((index + 1) * 10, 'housed'))
const region = cell('region', 10, hundred)
const ask = (...cells: readonly [Cell, ...Cell[]]) => forecast(cells, { on, windowOpens: opened })

describe('people like you', () => {
  test('from the tenth to the ninetieth of a hundred', () => {
    expect(ask(region)).toEqual({
      known: true,
      level: 'region',
      fromYears: expect.closeTo(100 / year, 9),
      middleYears: expect.closeTo(500 / year, 9),
      toYears: expect.closeTo(900 / year, 9),
      housed: expect.closeTo(1, 9),
      left: 0,
      searches: 100,
    })
  })
  test('who leaves makes the chance smaller and not the range', () => {
    const leaving = times(100, (index) => search((index + 1) * 10, 'left'))
    expect(ask(cell('region', 10, [...hundred, ...leaving]))).toMatchObject({
      known: true,
      housed: expect.closeTo(0.5, 1),
      left: expect.closeTo(0.5, 1),
    })
  })
  test('ten lettings are enough, nine are not: then a wider area answers', () => {
    const wide = [cell('municipality', 9), region] as const
    expect(ask(cell('neighbourhood', 9), ...wide)).toMatchObject({ level: 'region' })
    expect(ask(cell('neighbourhood', 10, hundred), ...wide)).toMatchObject({
      level: 'neighbourhood',
    })
    expect(ask(cell('region', 9, hundred))).toEqual({ known: false, why: 'too-few-lettings' })
  })
  test('lettings of more than 24 months ago do not count', () => {
    const at = (day: typeof on) => ({ ...region, lettings: times(10, () => letting({ on: day })) })
    expect(ask(at(addMonths(on, -24)))).toMatchObject({ known: false })
    expect(ask(at(addDays(addMonths(on, -24), 1)))).toMatchObject({ known: true })
    expect(ask(at(addDays(on, 1)))).toMatchObject({ known: false })
  })
  test('while more than one in ten is still searching, the slow end is not known', () => {
    const going = (count: number) => times(count, () => search(1001, 'still-searching'))
    const found = ask(cell('region', 10, [...hundred, ...going(12)]))
    expect(found).toMatchObject({ known: false, why: 'not-followed-long-enough' })
    expect(found).not.toHaveProperty('toYears')
    expect(ask(cell('region', 10, [...hundred, ...going(11)]))).toMatchObject({
      known: true,
      toYears: expect.closeTo(1000 / year, 9),
    })
  })
  test('the fast end is told as far as it was seen, and the slow one never with it', () => {
    const going = (count: number) => times(count, () => search(1001, 'still-searching'))
    expect(ask(cell('region', 10, [...hundred, ...going(50)]))).toEqual({
      ...{ known: false, why: 'not-followed-long-enough' },
      soFar: {
        ...{ level: 'region', left: 0, housed: expect.closeTo(100 / 150, 9) },
        fromYears: expect.closeTo(150 / year, 9),
        middleYears: expect.closeTo(750 / year, 9),
      },
    })
    const found = ask(cell('region', 10, [...hundred, ...going(150)]))
    expect(found).toMatchObject({ soFar: { fromYears: expect.closeTo(250 / year, 9) } })
    expect(found).not.toMatchObject({ soFar: { middleYears: expect.anything() } })
  })
  test('a range is never narrower than six months, and never begins before the beginning', () => {
    const close = (from: number) => times(100, (index) => search(from + index, 'housed'))
    const width = (from: number) => {
      const found = ask(cell('region', 10, close(from)))
      return found.known ? [found.fromYears, found.toYears] : []
    }
    expect(width(1000)).toEqual([
      expect.closeTo((1049 - 91.3125) / year, 2),
      expect.closeTo((1049 + 91.3125) / year, 2),
    ])
    expect(width(1)).toEqual([0, 0.5])
  })
  test('over ten years is not knowing', () => {
    const slow = times(10, (index) => search((index + 1) * 460, 'housed'))
    expect(ask(cell('region', 10, slow))).toMatchObject({ known: false, why: 'too-wide' })
    const faster = times(10, (index) => search((index + 1) * 450, 'housed'))
    expect(ask(cell('region', 10, faster))).toMatchObject({ known: true })
  })
  test('nobody was housed: nobody knows', () => {
    expect(ask(cell('region', 10, [search(10, 'left')]))).toMatchObject({
      known: false,
      why: 'not-followed-long-enough',
    })
  })
})

test('of people who searched later, about 80 of 100 are housed within the range', () => {
  const random = seededRandom(11)
  const some = (count: number) =>
    times(count, () => {
      const home = -Math.log(1 - random.next()) * 900
      const leaving = -Math.log(1 - random.next()) * 1500
      const days = Math.round(Math.min(home, leaving, 2600))
      const end = days === 2600 ? 'still-searching' : home < leaving ? 'housed' : 'left'
      return search(days, end)
    })
  const found = ask(cell('region', 10, some(1000)))
  const range = found.known ? [found.fromYears, found.toYears] : [0, 0]
  const later = some(5000).filter(({ end }) => end === 'housed')
  const within = later.filter(({ from, until }) => {
    const years = (until - from) / year
    return years >= (range[0] ?? 0) && years <= (range[1] ?? 0)
  })
  expect(within.length / later.length).toBeGreaterThan(0.75)
  expect(within.length / later.length).toBeLessThan(0.85)
})

describe('who got it', () => {
  const registered = (days: number, change = {}) =>
    letting({ on, registeredOn: addDays(on, -days), ...change })
  const eleven = times(11, (index) => registered(1000 + index * 100))
  const among = (more: readonly ReturnType<typeof letting>[]) =>
    whoGotIt([{ level: 'region', lettings: [...eleven, ...more], searches: [] }], { on })

  test('the middle half of the registration times', () => {
    expect(among([])).toEqual({
      known: true,
      level: 'region',
      fromYears: expect.closeTo(1250 / year, 9),
      toYears: expect.closeTo(1750 / year, 9),
      lettings: 11,
    })
  })
  test.each([
    ['a lottery', { model: 'lottery' }],
    ['mediation', { channel: 'mediated' }],
    ['an urgency', { ground: '12-3-b' }],
  ])('%s is not registration time', (_, change) => {
    expect(among(times(20, () => registered(1, change)))).toEqual(among([]))
  })
  test('too few everywhere', () => {
    const few: Cell = { level: 'region', lettings: eleven.slice(0, 9), searches: [] }
    expect(whoGotIt([few], { on })).toEqual({ known: false, why: 'too-few-lettings' })
  })
})
