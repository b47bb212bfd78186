/** The day on which somebody is reminded that a term ends, or has ended. */
import { describe, expect, test } from 'vitest'
import { cases, fc } from '../../../tests/properties.ts'
import {
  addDays,
  addDuration,
  type CalendarDate,
  type Duration,
  date,
} from '../../basics/calendar-date.ts'
import { type Reminder, reminderDay } from './reminder.ts'

const ways = ['mail', 'letter'] as const
const dayOf = (reminder: Omit<Reminder, 'ways'>, lastDay: CalendarDate) =>
  reminderDay({ ...reminder, ways }, lastDay)

describe('the day of a reminder', () => {
  test.each<[string, Omit<Reminder, 'ways'>, string, string]>([
    ['two weeks before', { before: { count: 2, unit: 'week' } }, '2026-06-30', '2026-06-16'],
    ['the last day itself', { before: { count: 0, unit: 'day' } }, '2026-06-30', '2026-06-30'],
    ['a month before', { before: { count: 1, unit: 'month' } }, '2026-07-15', '2026-06-15'],
    // From the 28th of January up to the 31st a month goes on to the last day of February: the latest of them.
    [
      'a month before the end of a short one',
      { before: { count: 1, unit: 'month' } },
      '2026-02-28',
      '2026-01-31',
    ],
    [
      'a year before a leap day',
      { before: { count: 1, unit: 'year' } },
      '2028-02-29',
      '2027-02-28',
    ],
    // From Sunday two working days go on to Tuesday.
    [
      'working days before',
      { before: { count: 2, unit: 'working-day' } },
      '2026-06-09',
      '2026-06-07',
    ],
    ['a week after', { after: { count: 1, unit: 'week' } }, '2026-06-30', '2026-07-07'],
    ['a month after', { after: { count: 1, unit: 'month' } }, '2026-01-31', '2026-02-28'],
  ])('%s', (_, reminder, lastDay, expected) => {
    expect(dayOf(reminder, date(lastDay))).toBe(date(expected))
  })

  test('is none where nothing says when', () => {
    expect(dayOf({}, date('2026-06-30'))).toBeUndefined()
  })

  test('leaves the whole time that was promised, and a day later would not', () => {
    const anyDay = fc
      .integer({ min: 0, max: 2000 })
      .map((days) => addDays(date('2024-01-01'), days))
    const anyTime: fc.Arbitrary<Duration> = fc.record({
      count: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('day', 'week', 'fortnight', 'month', 'working-day'),
    })
    fc.assert(
      fc.property(anyTime, anyDay, (before, lastDay) => {
        const day = dayOf({ before }, lastDay)
        if (day === undefined) throw new Error('there is a day')
        expect(addDuration(day, before)).toBeLessThanOrEqual(lastDay)
        expect(addDuration(addDays(day, 1), before)).toBeGreaterThan(lastDay)
      }),
      cases(100),
    )
  })
})
