import {
  addDuration,
  type CalendarDate,
  type Duration,
  subtractDuration,
} from '../basics/calendar-date.ts'
import type { Condition } from './condition.ts'
import type { Occurrence } from './occurrences.ts'
import { eventAt, holds, personAt, type Timeline } from './timeline.ts'

/**
 * The one trigger of lives, accounts and sanctions: these events, where the event is like this, when
 * the person is like that, for the how-manieth time within a window.
 */
export type Trigger = {
  readonly on: readonly string[]
  readonly where?: Condition
  readonly when?: Condition
  readonly times?: number
  readonly within?: Duration
  /** A rolling window looks back from each event; `from-first` opens at the first one. */
  readonly counted?: 'rolling' | 'from-first'
  readonly until?: CalendarDate
}

/**
 * Whether an occurrence pulls the trigger: it is one of the events, fits, and is the how-manieth in the
 * window. `since` is where counting starts. Unknown never pulls: unknown does not punish or end.
 */
export function pulls(
  trigger: Trigger,
  timeline: Timeline,
  occurrence: Occurrence,
  since?: CalendarDate,
): boolean {
  if (!fits(trigger, timeline, occurrence)) return false
  const times = trigger.times ?? 1
  return times === 1 || countedIn(trigger, fittingDays(trigger, timeline, since)) >= times
}

/** One event of the kind meant, whatever came before it. */
export function fits(
  { on, where, when, until }: Trigger,
  timeline: Timeline,
  occurrence: Occurrence,
): boolean {
  const { name, attributes, on: day } = occurrence
  if (!on.includes(name) || (until !== undefined && day > until)) return false
  return holds(where, eventAt(timeline, attributes, day)) && holds(when, personAt(timeline, day))
}

/** The days of everything so far that fits, from the day on which counting starts. */
export function fittingDays(
  trigger: Trigger,
  timeline: Timeline,
  since: CalendarDate | undefined,
): CalendarDate[] {
  return timeline.occurrences
    .namedAny(trigger.on)
    .filter((each) => each.on >= (since ?? each.on) && fits(trigger, timeline, each))
    .map(({ on }) => on)
}

/**
 * How-manieth in its window the last of these days is: a window that looks back from it, or one that
 * an earlier day opened. After `most` counting starts anew.
 */
export function countedIn(
  { within, counted }: Pick<Trigger, 'within' | 'counted'>,
  days: readonly CalendarDate[],
  most = Number.POSITIVE_INFINITY,
): number {
  let window: CalendarDate[] = []
  for (const day of days) {
    const [first = day] = window
    const isInWindow = (earlier: CalendarDate) => {
      if (!within) return true
      if (counted === 'from-first') return day < addDuration(first, within)
      return earlier > subtractDuration(day, within)
    }
    window = window.length >= most ? [day] : [...window.filter(isInWindow), day]
  }
  return window.length
}
