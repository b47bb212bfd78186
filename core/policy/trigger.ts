import type { CalendarDate, Duration } from '../basics/calendar-date.ts'
import type { Condition } from './condition.ts'

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
