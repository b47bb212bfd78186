import {
  addDays,
  addDuration,
  type CalendarDate,
  type Duration,
} from '../../basics/calendar-date.ts'

/** Ways by which somebody is reached (kanalen); a message on their own page there always is. */
export const reminderChannels = ['mail', 'phone', 'letter'] as const
export type ReminderChannel = (typeof reminderChannels)[number]

/**
 * Reminder (herinnering): so long before a term is over, or after it, somebody is told by these ways. Who cannot
 * be reached by any of them gets a letter, once a term.
 */
export type Reminder = {
  readonly before?: Duration
  readonly after?: Duration
  readonly ways: readonly ReminderChannel[]
}

/** The day of a reminder about a term with this last day; undefined where it says no day. */
export function reminderDay(
  { before, after }: Reminder,
  lastDay: CalendarDate,
): CalendarDate | undefined {
  if (after) return addDuration(lastDay, after)
  if (!before) return undefined
  // The latest day from which there is so much time left: months and working days do not go back as they go on.
  let day = lastDay
  while (addDuration(day, before) > lastDay) day = addDays(day, -1)
  return day
}
