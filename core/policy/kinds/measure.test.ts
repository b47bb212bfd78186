import { describe, expect, test } from 'vitest'
import { followUntil, happened, lasted } from '../../../tests/example-book.ts'
import { fc } from '../../../tests/properties.ts'
import { addDays, type CalendarDate, date } from '../../basics/calendar-date.ts'
import type { Facts, Value } from '../../basics/facts.ts'
import type { Candidate } from '../../seekers/candidate.ts'
import type { Event, Spell } from '../../seekers/history.ts'
import { valueAt } from '../timeline.ts'
import type { Life } from './life.ts'
import { joined, type Measure, measureValue } from './measure.ts'

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  ends: [{ on: ['lease-started'], code: 'housed' }],
}
const halfYear = { count: 6, unit: 'month' } as const
const tenYears = { count: 10, unit: 'year' } as const

function measure(more: Partial<Measure>): Measure {
  return { kind: 'measure', id: 'it', of: 'responded', take: 'number', ...more }
}

function valueOn(
  day: string,
  asked: Measure,
  known: Partial<Omit<Candidate, 'id'>>,
): Value | undefined {
  return valueAt(followUntil(day, [registration, asked], known), 'it', date(day))
}

describe('events are counted', () => {
  const events = ['2026-01-10', '2026-03-31', '2026-04-01', '2026-07-01', '2026-07-01'].map((day) =>
    happened(day, 'responded', { student: day === '2026-04-01', closes: date(day) + 10 }),
  )
  const history = {
    history: { spells: [], events: [happened('2026-02-01', 'registered'), ...events] },
  }

  test.each<[string, Partial<Measure>, string, Value | undefined]>([
    ['all there are', {}, '2026-12-31', 5],
    ['up to the day asked', {}, '2026-06-30', 3],
    ['on the day asked', {}, '2026-07-01', 5],
    ['in half a year that looks back', { within: halfYear }, '2026-07-10', 4],
    ['half a year to the day is out', { within: halfYear }, '2026-10-01', 2],
    ['a day less is in', { within: halfYear }, '2026-09-30', 4],
    ['in this month', { within: { period: 'calendar-month' } }, '2026-07-31', 2],
    [
      'in a month in which nothing happened',
      { within: { period: 'calendar-month' } },
      '2026-06-30',
      0,
    ],
    ['in this year', { within: { period: 'calendar-year' } }, '2026-12-31', 5],
    ['in the next', { within: { period: 'calendar-year' } }, '2027-01-01', 0],
    ['since the registration began', { within: { life: 'registration' } }, '2026-12-31', 4],
    [
      'since a life that has not begun: not known',
      { within: { life: 'registration' } },
      '2026-01-31',
      undefined,
    ],
    [
      'since a life the book does not have: not known',
      { within: { life: 'urgency' } },
      '2026-12-31',
      undefined,
    ],
    ['of this kind only', { where: [{ name: 'student', test: { is: [false] } }] }, '2026-12-31', 4],
    ['of another kind', { of: 'no-show' }, '2026-12-31', 0],
    ['on the day their listings closed', { dated_by: 'listing-closed' }, '2026-07-10', 3],
    ['on that day itself', { dated_by: 'listing-closed' }, '2026-07-11', 5],
  ])('%s', (_, more, day, value) => {
    expect(valueOn(day, measure(more), history)).toBe(value)
  })

  test('one whose listing has no known day of closing does not count by it', () => {
    const unknown = { history: { spells: [], events: [happened('2026-01-10', 'responded')] } }
    expect(valueOn('2026-12-31', measure({ dated_by: 'listing-closed' }), unknown)).toBe(0)
  })

  test('since a registration whose day is given as a fact', () => {
    const facts = { 'registered-on': date('2026-04-01') }
    const known = { ...history, facts, history: { spells: [], events } }
    expect(valueOn('2026-12-31', measure({ within: { life: 'registration' } }), known)).toBe(3)
  })
})

describe('members of the household are counted', () => {
  const member = (role: 'child' | 'member', born: string | undefined) => ({
    role,
    facts: born === undefined ? {} : { born: date(born) },
    history: { spells: [], events: [] },
  })
  const known = {
    members: [
      member('child', '2010-06-01'),
      member('child', '2020-06-01'),
      member('member', undefined),
    ],
  }

  test.each<[string, Partial<Measure>, string, number]>([
    ['all of them', {}, '2026-01-01', 3],
    ['below an age', { where: [{ name: 'age', test: { below: 18 } }] }, '2026-01-01', 2],
    ['as old as they are then', { where: [{ name: 'age', test: { below: 18 } }] }, '2028-06-01', 1],
    [
      'of an age not known: unknown does not count',
      { where: [{ name: 'age', test: { at_least: 0 } }] },
      '2026-01-01',
      2,
    ],
  ])('%s', (_, more, day, value) => {
    expect(valueOn(day, measure({ of: 'member', ...more }), known)).toBe(value)
  })
})

describe('spells are measured', () => {
  const resident = (from: string, to?: string, municipality = 'heerlen') =>
    lasted('resident', from, to, { municipality })
  const known = (...spells: Spell[]) => ({ history: { spells, events: [] } })
  const moving = known(
    resident('2000-01-01', '2009-12-31'),
    resident('2010-01-01', '2013-06-30', 'utrecht'),
    resident('2013-07-01', '2015-12-31'),
    resident('2016-01-02'),
  )
  const inHeerlen = [{ name: 'municipality', test: { is: ['heerlen'] } }]
  const years = { of: 'resident', unit: 'years', where: inHeerlen } as const

  test.each<[string, Partial<Measure>, string, number]>([
    ['the longest', { ...years, take: 'longest' }, '2020-01-02', 10],
    ['the current one, broken by one day', { ...years, take: 'current' }, '2020-01-02', 4],
    [
      'the current one, a day before it is complete',
      { ...years, take: 'current' },
      '2020-01-01',
      3,
    ],
    ['all together', { ...years, take: 'total' }, '2020-01-02', 16],
    ['how many', { ...years, take: 'number' }, '2020-01-02', 3],
    ['in months', { ...years, unit: 'months', take: 'current' }, '2016-04-02', 3],
    ['in days, when nothing is said', { of: 'resident', take: 'current' }, '2016-01-12', 10],
    [
      'the longest in the last ten years',
      { ...years, take: 'longest', within: tenYears },
      '2019-07-01',
      3,
    ],
    [
      'the total in the last ten years',
      { ...years, take: 'total', within: tenYears },
      '2019-07-01',
      6,
    ],
    [
      'the total in ten years that leave the first out',
      { ...years, take: 'total', within: tenYears },
      '2025-01-02',
      9,
    ],
    [
      'how many in ten years that begin a day after the first ended',
      { ...years, take: 'number', within: tenYears },
      '2020-01-01',
      2,
    ],
    [
      'how many in ten years that begin on the last day of the first',
      { ...years, take: 'number', within: tenYears },
      '2019-12-31',
      3,
    ],
    ['not current: elsewhere', { ...years, take: 'current' }, '2012-01-01', 0],
    ['wherever it was', { of: 'resident', unit: 'years', take: 'longest' }, '2020-01-02', 16],
    ['on its first day', { ...years, take: 'longest' }, '2000-01-01', 0],
    ['none of that kind', { of: 'working', take: 'total' }, '2020-01-02', 0],
    ['none of that kind, the longest', { of: 'working', take: 'longest' }, '2020-01-02', 0],
  ])('%s', (_, more, day, value) => {
    expect(valueOn(day, measure(more), moving)).toBe(value)
  })

  test('a whole window lived through is as long as the window', () => {
    const asked = measure({ ...years, take: 'longest', within: tenYears })
    expect(valueOn('2020-06-15', asked, known(resident('2000-01-01')))).toBe(10)
  })

  test('spells that touch are one, and so are spells that overlap', () => {
    const asked = measure({ ...years, take: 'longest' })
    const touching = known(
      resident('2000-01-01', '2004-12-31'),
      resident('2005-01-01', '2009-12-31'),
    )
    const overlapping = known(
      resident('2000-01-01', '2006-12-31'),
      resident('2005-01-01', '2009-12-31'),
    )
    const within = known(resident('2000-01-01', '2009-12-31'), resident('2003-01-01', '2004-12-31'))
    for (const each of [touching, overlapping, within]) {
      expect(valueOn('2020-01-01', asked, each)).toBe(10)
    }
  })

  test.each([
    ['2019-12-31', 9],
    ['2020-01-01', 0],
    ['2020-01-02', 0],
  ])('what ended on the last day of 2019 is on %s current for %i years', (day, value) => {
    const ended = known(resident('2010-01-01', '2019-12-31'))
    expect(valueOn(day, measure({ ...years, take: 'current' }), ended)).toBe(value)
  })

  test('moving house on the first of the year keeps it current', () => {
    const moved = known(resident('2010-01-01', '2019-12-31'), resident('2020-01-01'))
    expect(valueOn('2020-01-01', measure({ ...years, take: 'current' }), moved)).toBe(10)
  })

  test('what began today is current, and nought long', () => {
    const begun = known(resident('2020-01-01'))
    expect(valueOn('2020-01-01', measure({ ...years, take: 'current' }), begun)).toBe(0)
  })

  test('parts of years of several spells add up', () => {
    const parts = known(resident('2010-01-01', '2010-06-30'), resident('2011-07-01', '2011-12-31'))
    expect(valueOn('2020-01-01', measure({ ...years, take: 'total' }), parts)).toBe(1)
  })
})

describe('intervals joined', () => {
  const spans = (list: readonly (readonly [number, number])[]) =>
    list.map(([from, length]) => {
      const first = addDays(date('2020-01-01'), from)
      return { from: first, to: addDays(first, length) }
    })
  const anySpans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })), { maxLength: 8 })
  const daysOf = (intervals: readonly { from: CalendarDate; to: CalendarDate }[]) =>
    new Set(
      intervals.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, day) => from + day),
      ),
    )

  test('hold the same days, none twice, with a gap between them', () => {
    fc.assert(
      fc.property(anySpans, (list) => {
        const all = spans(list)
        const found = joined(all)
        expect([...daysOf(found)].sort()).toEqual([...daysOf(all)].sort())
        found.slice(1).forEach(({ from }, index) => {
          expect(from > (found[index]?.to ?? from)).toBe(true)
        })
      }),
    )
  })

  test('do not depend on the order in which they were recorded', () => {
    fc.assert(
      fc.property(anySpans, (list) => {
        expect(joined(spans(list.toReversed()))).toEqual(joined(spans(list)))
      }),
    )
  })
})

test('a measure reads only the history until the day asked', () => {
  const events: Event[] = [happened('2026-01-10', 'responded'), happened('2026-02-10', 'responded')]
  const timeline = followUntil('2026-12-31', [], { history: { spells: [], events } })
  expect(measureValue(timeline, measure({}), date('2026-02-09'))).toBe(1)
})

test('its condition may compare with the person', () => {
  const spells = [
    lasted('resident', '2010-01-01', '2014-12-31', { municipality: 'kerkrade' }),
    lasted('resident', '2015-01-01', undefined, { municipality: 'heerlen' }),
  ]
  const facts: Facts = { 'lives-in': 'heerlen' }
  const asked = measure({
    of: 'resident',
    take: 'total',
    unit: 'years',
    where: [{ name: 'municipality', test: { is: [{ ref: 'lives-in' }] } }],
  })
  expect(valueOn('2020-01-01', asked, { facts, history: { spells, events: [] } })).toBe(5)
})
