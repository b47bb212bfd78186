/** Counting chances: what is counted where, who is followed, and that a wider area answers for a small one. */
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, date } from '../core/basics/calendar-date.ts'
import type { FirstResponseRow, LettingRow } from '../store/chances.ts'
import { type ChanceFigures, countChances, likeKind } from './count-chances.ts'

const today = date('2026-11-01')
const opens = date('2025-01-01')
const dayLong = 86_400_000
const noon = (on: CalendarDate) => new Date(on * dayLong + dayLong / 2)
const there = { municipality: 'heerlen', neighbourhood: 'centrum' }

const responded = (
  person: string,
  first: CalendarDate,
  more: Partial<FirstResponseRow> = {},
): FirstResponseRow => ({
  ...{ person, ...there, type: 'apartment', first: noon(first), last: noon(first) },
  ...more,
})

const let_ = (
  person: string,
  on: CalendarDate,
  more: {
    readonly counted?: LettingRow['counted']
    readonly model?: string
    readonly neighbourhood?: string
  } = {},
): LettingRow => ({
  ...{ person, ...there, at: noon(on), responses: 40 },
  ...(more.neighbourhood !== undefined && { neighbourhood: more.neighbourhood }),
  facts: { 'dwelling-type': 'apartment', model: more.model ?? 'ranked' },
  counted: { 'registered-on': addDays(on, -3653), urgency: 'none', ...more.counted },
})

function count(given: {
  readonly lettings: readonly LettingRow[]
  readonly responses: readonly FirstResponseRow[]
  readonly left?: ReadonlyMap<string, CalendarDate>
  readonly households?: ReadonlyMap<string, { situation: string; size: number }>
}) {
  const rows = countChances({
    ...{ region: 'parkstad', today, left: new Map(), households: new Map() },
    ...given,
  })
  return (level: string, place: string, kind = 'all') => {
    const row = rows.find(
      (each) => each.level === level && each.place === place && each.kind === kind,
    )
    // @NOTE what is counted gives these figures.
    return row?.figures as ChanceFigures | undefined
  }
}

const times = <What>(length: number, make: (at: number) => What) =>
  Array.from({ length }, (_, at) => make(at))

/** Opens the window; of itself long ago. */
const opener = responded('opener', opens)
/** The first day on which a first response is followed. */
const followed = addDays(opens, 200)

describe('who got it', () => {
  test('looks back at lettings by time, without urgency and without lots', () => {
    const lettings = [
      ...times(10, (at) => let_(`time ${at}`, addDays(today, -at - 1))),
      ...times(5, (at) =>
        let_(`urgent ${at}`, addDays(today, -at - 1), {
          counted: { 'registered-on': today, urgency: 'active' },
        }),
      ),
      ...times(4, (at) =>
        let_(`lot ${at}`, addDays(today, -at - 1), {
          model: 'lottery',
          counted: { 'registered-on': today },
        }),
      ),
    ]
    const figures = count({ lettings, responses: [opener] })('region', 'parkstad')
    expect(figures).toMatchObject({ lettings: 19, byUrgency: 5, byLottery: 4, responses: 40 })
    expect(figures?.taken).toMatchObject({ known: true, lettings: 10 })
    expect(figures?.taken).toMatchObject({
      fromYears: expect.closeTo(10, 1),
      toYears: expect.closeTo(10, 1),
    })
  })

  test('with fewer than ten the next bigger area answers, and says so', () => {
    const lettings = [
      ...times(9, (at) => let_(`few ${at}`, addDays(today, -at - 1))),
      ...times(10, (at) => let_(`more ${at}`, addDays(today, -at - 1), { neighbourhood: 'noord' })),
    ]
    const at = count({ lettings, responses: [opener] })
    expect(at('neighbourhood', 'heerlen/centrum')?.taken).toMatchObject({
      known: true,
      level: 'municipality',
      lettings: 19,
    })
    expect(at('neighbourhood', 'heerlen/noord')?.taken).toMatchObject({
      level: 'neighbourhood',
      lettings: 10,
    })
    const few = count({ lettings: lettings.slice(0, 9), responses: [opener] })
    expect(few('region', 'parkstad')?.taken).toEqual({ known: false, why: 'too-few-lettings' })
  })
})

describe('how long searching took', () => {
  const people = times(60, (at) => `person ${at}`)
  const lettings = people
    .slice(0, 40)
    .map((each, at) => let_(each, addDays(followed, 100 + 8 * at)))

  test('runs from the first response, and follows who stopped and who still searches', () => {
    const responses = [
      opener,
      ...people.map((each) => responded(each, followed, { last: noon(addDays(today, -10)) })),
    ]
    const left = new Map(people.slice(40, 58).map((each) => [each, addDays(today, -5)] as const))
    const figures = count({ lettings, responses, left })('region', 'parkstad')
    expect(figures?.searches).toBe(60)
    const found = figures?.forecast
    if (!found?.known) throw new Error('not known')
    expect(found.housed).toBeCloseTo(40 / 60, 2)
    expect(found.left).toBeCloseTo(18 / 60, 2)
    expect(found.fromYears).toBeGreaterThan(100 / 366)
    expect(figures?.housedInOne).toBeCloseTo(34 / 60, 2)
  })

  test('without those who stopped it would look better than it is', () => {
    const all = [
      opener,
      ...people.map((each) => responded(each, followed, { last: noon(addDays(today, -10)) })),
    ]
    const winners = count({ lettings, responses: all.slice(0, 41) })('region', 'parkstad')
    const everybody = count({ lettings, responses: all })('region', 'parkstad')
    expect(winners?.housedInOne).toBeCloseTo(34 / 40, 2)
    expect(everybody?.housedInOne).toBeCloseTo(34 / 60, 2)
    expect(everybody?.housedInTwo).toBeNull()
  })

  test('does not follow who was searching when the window opened, and takes a silent year for the end', () => {
    const early = people.map((each) => responded(each, addDays(opens, 30)))
    expect(count({ lettings, responses: [opener, ...early] })('region', 'parkstad')?.searches).toBe(
      0,
    )
    const silent = people.map((each) => responded(each, followed))
    const found = count({ lettings, responses: [opener, ...silent] })(
      'region',
      'parkstad',
    )?.forecast
    expect(found).toMatchObject({ known: true, left: expect.closeTo(20 / 60, 2) })
  })

  test('does not say what nobody was followed for', () => {
    const late = people.map((each) => responded(each, addDays(today, -30), { last: noon(today) }))
    const figures = count({
      lettings: times(12, (at) => let_(`other ${at}`, today)),
      responses: [opener, ...late],
    })
    expect(figures('region', 'parkstad')).toMatchObject({
      forecast: { known: false, why: 'not-followed-long-enough' },
      housedInOne: null,
    })
  })
})

test('of the last year it is counted how many homes were let and how many people responded, each once', () => {
  const inYear = addDays(today, -364)
  const before = addDays(today, -365)
  const figures = count({
    lettings: [let_('a', today), let_('b', inYear), let_('c', before)],
    responses: [
      responded('once', before, { last: noon(inYear) }),
      responded('often', today),
      responded('often', inYear, { type: 'house' }),
      responded('stopped', before),
    ],
  })('region', 'parkstad')
  expect(figures).toMatchObject({ lettingsInYear: 2, respondersInYear: 2 })
})

test('people alike are counted together, and types of home apart', () => {
  const households = new Map([
    ['a', { situation: 'starter', size: 1 }],
    ['b', { situation: 'starter', size: 1 }],
    ['c', { situation: 'starter', size: 5 }],
  ])
  const responses = ['a', 'b', 'c'].map((each) => responded(each, followed))
  const at = count({ lettings: [], responses: [opener, ...responses], households })
  expect(at('region', 'parkstad', likeKind({ situation: 'starter', size: 1 }))?.searches).toBe(2)
  expect(at('region', 'parkstad', likeKind({ situation: 'starter', size: 3 }))?.searches).toBe(1)
  expect(at('municipality', 'heerlen', 'apartment')?.searches).toBe(3)
  expect(at('municipality', 'heerlen', 'house')).toBeUndefined()
})
