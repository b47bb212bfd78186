/** The clock on the wall in the Netherlands (Nederlandse tijd), summer and winter. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { dayOf } from './operation.ts'

const hourInMilliseconds = 3_600_000
const dayInMilliseconds = 24 * hourInMilliseconds
const known = new Map<CalendarDate, number>()

/** The instant at which the clock shows a time on a day. */
export function instantAt(day: CalendarDate, hour: number, minute = 0): Date {
  const offset = known.get(day) ?? offsetOn(day)
  known.set(day, offset)
  return new Date(day * dayInMilliseconds - offset + hour * hourInMilliseconds + minute * 60_000)
}

// By midday the clock shows the time of all the day's hours at which anybody does anything.
function offsetOn(day: CalendarDate): number {
  const summer = 2 * hourInMilliseconds
  const endOfDay = new Date((day + 1) * dayInMilliseconds - summer)
  return dayOf(endOfDay) === addDays(day, 1) ? summer : hourInMilliseconds
}
