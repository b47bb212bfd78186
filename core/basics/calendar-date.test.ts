import { describe, expect, test } from 'vitest'
import { cases, fc } from '../../tests/properties.ts'
import {
  addDays,
  addDuration,
  addMonths,
  type CalendarDate,
  date,
  dateOf,
  earliestOf,
  formatDate,
  formatDuration,
  isWorkingDay,
  lastDay,
  latestOf,
  monthsBetween,
  parseDate,
  parseDuration,
  partsOf,
  subtractDuration,
  weekday,
  yearsBetween,
} from './calendar-date.ts'

const millisecondsInDay = 86_400_000

/** Any day from 1600 up to and including 2400: two whole cycles of leap years. */
function anyDay(): fc.Arbitrary<CalendarDate> {
  const first = date('1600-01-01')
  return fc.integer({ min: 0, max: date('2400-12-31') - first }).map((days) => addDays(first, days))
}

describe('a date in words', () => {
  test.each([
    ['2024-02-29', 'a leap year'],
    ['2000-02-29', 'a century that is a leap year'],
    ['2026-01-31', 'the last of a long month'],
    ['2026-04-30', 'the last of a short month'],
    ['0001-01-01', 'the first day of the calendar'],
  ])('%s exists: %s', (text) => {
    expect(formatDate(date(text))).toBe(text)
  })

  test.each([
    ['2023-02-29', 'no leap year'],
    ['1900-02-29', 'a century that is none'],
    ['2100-02-29', 'the next one'],
    ['2026-04-31', 'a month of thirty days'],
    ['2026-06-31', 'another'],
    ['2026-09-31', 'another'],
    ['2026-11-31', 'another'],
    ['2026-01-32', 'more days than any month has'],
    ['2026-00-10', 'no month nought'],
    ['2026-13-01', 'no thirteenth month'],
    ['2026-01-00', 'no day nought'],
    ['2026-1-1', 'without noughts in front'],
    ['26-01-01', 'a year of two digits'],
    ['2026-01-01 ', 'something after it'],
    [' 2026-01-01', 'something before it'],
    ['morgen', 'no date at all'],
  ])('%s does not: %s', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  test('written out and read again is the same day', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        expect(parseDate(formatDate(day))).toBe(day)
      }),
    )
  })

  test('a literal that is no date is a broken promise', () => {
    expect(() => date('2026-02-30')).toThrow('broken promise: 2026-02-30 is a date')
  })
})

describe('a date in numbers', () => {
  test('day 0 is 1 January 1970', () => {
    expect(dateOf(1970, 1, 1)).toBe(0)
    expect(dateOf(1969, 12, 31)).toBe(-1)
  })

  test('year, month and day are those of the calendar, and lead back to the day', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        const { year, month, day: ofMonth } = partsOf(day)
        const calendar = new Date(day * millisecondsInDay)
        expect([year, month, ofMonth]).toEqual([
          calendar.getUTCFullYear(),
          calendar.getUTCMonth() + 1,
          calendar.getUTCDate(),
        ])
        expect(dateOf(year, month, ofMonth)).toBe(day)
      }),
      cases(1000),
    )
  })

  test.each([
    ['1600-02-29', '1600-03-01'],
    ['1700-02-28', '1700-03-01'],
    ['1999-12-31', '2000-01-01'],
    ['2000-02-29', '2000-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2400-02-29', '2400-03-01'],
  ])('the day after %s is %s', (day, next) => {
    expect(formatDate(addDays(date(day), 1))).toBe(next)
  })
})

describe('lengths of time', () => {
  test.each([
    ['1 day', 1, 'day'],
    ['3 months', 3, 'month'],
    ['1 year', 1, 'year'],
    ['2 weeks', 2, 'week'],
    ['1 fortnight', 1, 'fortnight'],
    ['5 working days', 5, 'working-day'],
  ] as const)('%s', (text, count, unit) => {
    expect(parseDuration(text)).toEqual({ count, unit })
    expect(formatDuration({ count, unit })).toBe(text)
  })

  test.each([
    '1',
    'a year',
    '1 jaar',
    '-1 days',
    '1.5 years',
    '1  year',
    'over 1 year',
    '1 yearss',
  ])('%s is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  test.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-01-31', '1 month', '2024-02-29'],
    ['2026-03-31', '1 month', '2026-04-30'],
    ['2026-01-30', '1 month', '2026-02-28'],
    ['2026-01-28', '1 month', '2026-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2024-02-29', '4 years', '2028-02-29'],
    ['2026-11-30', '3 months', '2027-02-28'],
    ['2026-12-15', '1 month', '2027-01-15'],
    ['2026-05-20', '12 months', '2027-05-20'],
    ['2026-05-20', '0 months', '2026-05-20'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-05-01', '2 weeks', '2026-05-15'],
    ['2026-05-01', '2 fortnights', '2026-05-29'],
  ])('from %s, %s later it is %s', (from, length, to) => {
    const duration = parseDuration(length)
    expect(duration && formatDate(addDuration(date(from), duration))).toBe(to)
  })

  test.each([
    ['2026-03-31', '1 month', '2026-02-28'],
    ['2026-01-15', '1 month', '2025-12-15'],
    ['2028-02-29', '1 year', '2027-02-28'],
    ['2026-05-20', '10 years', '2016-05-20'],
    ['2026-05-20', '2 weeks', '2026-05-06'],
    ['2026-05-20', '3 days', '2026-05-17'],
    ['2026-05-20', '1 fortnight', '2026-05-06'],
  ])('from %s, %s earlier it is %s', (from, length, to) => {
    const duration = parseDuration(length)
    expect(duration && formatDate(subtractDuration(date(from), duration))).toBe(to)
  })

  test('months never leave the day of the month but to clamp to its end', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -600, max: 600 }), (from, months) => {
        const there = addMonths(from, months)
        const [before, after] = [partsOf(from), partsOf(there)]
        expect(after.year * 12 + after.month - (before.year * 12 + before.month)).toBe(months)
        const isLastOfMonth = partsOf(addDays(there, 1)).day === 1
        expect(after.day === before.day || (isLastOfMonth && after.day < before.day)).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-08-01', '1 year', '2027-07-31'],
    ['2026-09-10', '3 months', '2026-12-09'],
    ['2026-03-01', '1 day', '2026-03-01'],
    ['2024-03-01', '1 year', '2025-02-28'],
    ['2023-03-01', '1 year', '2024-02-29'],
  ])('a term that begins on %s and lasts %s ends on %s', (from, length, to) => {
    const duration = parseDuration(length)
    expect(duration && formatDate(lastDay(date(from), duration))).toBe(to)
  })
})

describe('complete months and years between two days', () => {
  test.each([
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-15', '2027-01-14', 11],
    ['2026-01-15', '2027-01-15', 12],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-02-28', '2026-03-28', 1],
    ['2026-05-05', '2026-05-05', 0],
    ['2026-02-15', '2026-01-16', 0],
    ['2026-02-15', '2026-01-15', -1],
    ['2027-01-15', '2026-01-16', -11],
    ['2027-01-15', '2026-01-15', -12],
    ['2026-03-31', '2026-02-28', -1],
  ])('from %s to %s: %i months', (from, to, months) => {
    expect(monthsBetween(date(from), date(to))).toBe(months)
  })

  test.each([
    ['2000-06-15', '2018-06-14', 17],
    ['2000-06-15', '2018-06-15', 18],
    ['2004-02-29', '2022-02-28', 18],
    ['2004-02-29', '2022-02-27', 17],
    ['2018-06-15', '2000-06-16', -17],
    ['2018-06-15', '2000-06-15', -18],
  ])('from %s to %s: %i years', (from, to, years) => {
    expect(yearsBetween(date(from), date(to))).toBe(years)
  })

  test('as many months as were added, either way', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -600, max: 600 }), (from, months) => {
        // Minus nought is nought here.
        expect(monthsBetween(from, addMonths(from, months)) + 0).toBe(months)
      }),
    )
  })

  test('never more than there are: that many months later is not past the day', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (from, to) => {
        const there = addMonths(from, monthsBetween(from, to))
        const beyond = addMonths(from, monthsBetween(from, to) + Math.sign(to - from))
        expect(to >= from ? there <= to : there >= to).toBe(true)
        expect(to === from || (to > from ? beyond > to : beyond < to)).toBe(true)
      }),
    )
  })
})

describe('the earliest and the latest', () => {
  test('of some days', () => {
    const days = [date('2026-05-05'), date('2024-01-01'), date('2025-12-31')] as const
    expect(earliestOf(...days)).toBe(days[1])
    expect(latestOf(...days)).toBe(days[0])
  })
})

describe('days of the week', () => {
  test.each([
    ['1970-01-01', 4],
    ['1969-12-29', 1],
    ['1969-12-31', 3],
    ['2026-10-19', 1],
    ['2026-10-24', 6],
    ['2026-10-25', 7],
    ['1600-01-01', 6],
  ])('%s is day %i', (day, number) => {
    expect(weekday(date(day))).toBe(number)
  })
})

describe('working days (Algemene termijnenwet art. 3)', () => {
  test.each([
    ['2026-01-01', 'nieuwjaarsdag'],
    ['2026-04-03', 'Goede Vrijdag'],
    ['2026-04-06', 'tweede paasdag'],
    ['2026-04-27', 'koningsdag'],
    ['2026-05-05', 'bevrijdingsdag'],
    ['2026-05-14', 'hemelvaartsdag'],
    ['2026-05-25', 'tweede pinksterdag'],
    ['2026-12-25', 'eerste kerstdag'],
    ['2024-12-26', 'tweede kerstdag'],
    ['2024-04-01', 'tweede paasdag, early'],
    ['2038-04-26', 'tweede paasdag, as late as it can be'],
    ['2019-04-22', 'tweede paasdag'],
    ['2025-04-26', 'koningsdag, a day earlier because the 27th is a Sunday'],
    ['2026-10-24', 'Saturday'],
    ['2026-10-25', 'Sunday'],
  ])('%s is none: %s', (day) => {
    expect(isWorkingDay(date(day))).toBe(false)
  })

  test.each([
    ['2026-01-02', 'the day after nieuwjaarsdag'],
    ['2026-04-02', 'witte donderdag'],
    ['2026-04-07', 'the day after paasmaandag'],
    ['2025-04-28', 'the Monday after a Sunday the 27th'],
    ['2026-05-04', 'dodenherdenking'],
    ['2026-05-15', 'the day after hemelvaartsdag'],
    ['2026-05-26', 'the day after pinkstermaandag'],
    ['2026-12-24', 'kerstavond'],
    ['2026-12-31', 'oudjaarsdag'],
    ['2026-02-16', 'carnaval'],
  ])('%s is one: %s', (day) => {
    expect(isWorkingDay(date(day))).toBe(true)
  })

  test.each([
    ['2026-10-23', 1, '2026-10-26'],
    ['2026-10-22', 2, '2026-10-26'],
    ['2026-10-24', 1, '2026-10-26'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 2, '2026-12-29'],
    ['2026-10-22', 0, '2026-10-22'],
    ['2026-10-26', -1, '2026-10-23'],
  ])('%s and %i working days make %s', (from, count, to) => {
    expect(formatDate(addDuration(date(from), { count, unit: 'working-day' }))).toBe(to)
  })

  test('no window looks back over working days', () => {
    expect(() => subtractDuration(date('2026-10-22'), { count: 1, unit: 'working-day' })).toThrow(
      'broken promise: windows are not counted in working days',
    )
  })
})
