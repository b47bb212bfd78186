import { expect, test } from 'vitest'
import { date, type Unit } from '../../basics/calendar-date.ts'
import { deadline, type Term } from './procedure.ts'

const within = (count: number, unit: Unit, at?: string): Term => ({
  lasts: { count, unit },
  ...(at !== undefined && { at }),
})

test.each<[string, Term, string, ReturnType<typeof deadline>]>([
  ['days after the first', within(3, 'day'), '2026-06-01', { on: date('2026-06-04') }],
  ['over a month’s end', within(1, 'month'), '2026-01-31', { on: date('2026-02-28') }],
  [
    'working days, to the hour',
    within(1, 'working-day', '17:00'),
    '2026-06-05',
    { on: date('2026-06-08'), at: '17:00' },
  ],
])('a term ends %s', (_, term, from, ends) => {
  expect(deadline(term, date(from))).toStrictEqual(ends)
})
