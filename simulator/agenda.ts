/** What is going to happen on which day (agenda), in the order in which it was written down. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'

/** What is planned for a person, a home or a vacancy, by its number. */
const plans = [
  'search',
  'give-up',
  'ask-label',
  'ask-urgency',
  'extend-urgency',
  'be-heard',
  'fall-free',
  'advertise',
  'close',
] as const
export type Plan = (typeof plans)[number]

const numberOf = Object.fromEntries(plans.map((plan, number) => [plan, number]))

/** What is done when the day comes, for whom it was planned. */
export type Doing = Readonly<Record<Plan, (whom: number) => void>>

/**
 * Kept in numbers, two for each plan: a hundred thousand functions that wait would be walked over whenever memory is
 * cleaned up, and could not be copied for another life of the same region.
 */
export class Agenda {
  readonly #days = new Map<CalendarDate, number[]>()

  plan(day: CalendarDate, plan: Plan, whom: number): void {
    const written = this.#days.get(day)
    const number = numberOf[plan] ?? 0
    if (written) written.push(number, whom)
    else this.#days.set(day, [number, whom])
  }

  /** Does all of a day, what is added for the same day while doing it included. */
  live(day: CalendarDate, doing: Doing): void {
    const written = this.#days.get(day) ?? []
    for (let at = 0; at < written.length; at += 2) {
      const plan = plans[written[at] as number]
      if (plan) doing[plan](written[at + 1] as number)
    }
    this.#days.delete(day)
  }

  copy(): Agenda {
    const copy = new Agenda()
    for (const [day, written] of this.#days) copy.#days.set(day, [...written])
    return copy
  }
}
