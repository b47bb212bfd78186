/** Who stands on the list and does not search: kept in numbers, and given back as they were. */
import { expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { LettingGo } from './waiting.ts'

const start = date('2026-01-01')

test('so many let go on a day as planned to, however far away it is, and none in a copy that planned to later', () => {
  const lettingGo = new LettingGo(start)
  const longAfter = addDays(start, 30_000)
  for (const day of [addDays(start, 1), longAfter, longAfter]) lettingGo.plan(day)
  const copy = lettingGo.copy()
  lettingGo.plan(longAfter)
  expect([1, 2, 30_000].map((after) => lettingGo.on(addDays(start, after)))).toEqual([1, 0, 3])
  expect(copy.on(longAfter)).toBe(2)
  expect(lettingGo.on(addDays(start, 1_000_000))).toBe(0)
})
