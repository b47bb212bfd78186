/** The clock on the wall in the Netherlands (wandklok): when a day and an hour there are. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

const minuteInMilliseconds = 60_000
/** A day of 24 hours, as most are. */
export const dayInMilliseconds = 86_400_000

/**
 * The instant at which it is `17:00` on a day. In the night the clock goes back, the first of two; an hour
 * that is left out in spring is the hour after it.
 */
export function instantOf(day: CalendarDate, hour: string): Date {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const wanted = day * dayInMilliseconds + (hours * 60 + minutes) * minuteInMilliseconds
  // Two hours ahead of Greenwich in summer, one in winter: the earliest that shows what is wanted.
  const found = [2, 1].map((ahead) => wanted - ahead * 60 * minuteInMilliseconds)
  return new Date(
    found.find((each) => wallOf(each) === wanted) ?? wanted - 60 * minuteInMilliseconds,
  )
}

/** `17:00`: what the clock on the wall shows. */
export function hourOf(at: Date): string {
  const { hour, minute } = shown(at.getTime())
  return `${hour}:${minute}`
}

function wallOf(at: number): number {
  const { year, month, day, hour, minute } = shown(at)
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
}

function shown(at: number) {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day = '', hour = '', minute = '' } = found
  return { year, month, day, hour, minute }
}
