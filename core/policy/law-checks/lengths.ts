/** How many days a length of time takes, whatever the day it begins on. */
import { addDays, addDuration, type Duration, dateOf } from '../../basics/calendar-date.ts'

const leapCycleDays = 1461
const someDay = dateOf(2024, 1, 1)

/** `3 months` is 92 days at most. */
export function mostDays(length: Duration): number {
  return Math.max(...everyLength(length))
}

/** `3 months` is 89 days at least, over a February of 28 days. */
export function fewestDays(length: Duration): number {
  return Math.min(...everyLength(length))
}

function everyLength(length: Duration): number[] {
  return Array.from({ length: leapCycleDays }, (_, index) => {
    const from = addDays(someDay, index)
    return addDuration(from, length) - from
  })
}
