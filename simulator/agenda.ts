import type { CalendarDate } from '../core/basics/calendar-date.ts'

/** What people do on a day of their own, planned for each by a number. */
export const plans = ['search', 'give-up', 'ask-label'] as const
export type Plan = (typeof plans)[number]

/** What is done when the day comes, for whom it was planned. */
export type Doing = Readonly<Record<Plan, (whom: number) => void>>

/**
 * What is going to happen on which day, in the order in which it was written down. What everybody does is kept in
 * numbers, two for each: a hundred thousand functions that wait would be walked over whenever memory is cleaned up.
 */
export class Agenda {
  readonly #days = new Map<CalendarDate, number[]>()
  readonly #tasks = new Map<number, () => void>()
  #next = 0

  on(day: CalendarDate, task: () => void): void {
    this.#tasks.set(this.#next, task)
    this.#write(day, ofTask, this.#next)
    this.#next += 1
  }

  plan(day: CalendarDate, plan: Plan, whom: number): void {
    this.#write(day, plans.indexOf(plan), whom)
  }

  /** Does all of a day, what is added for the same day while doing it included. */
  live(day: CalendarDate, doing: Doing): void {
    const written = this.#days.get(day) ?? []
    for (let at = 0; at < written.length; at += 2) {
      const whom = written[at + 1] as number
      const plan = plans[written[at] as number]
      if (plan) doing[plan](whom)
      else this.#do(whom)
    }
    this.#days.delete(day)
  }

  #do(number: number): void {
    const task = this.#tasks.get(number)
    this.#tasks.delete(number)
    task?.()
  }

  #write(day: CalendarDate, what: number, whom: number): void {
    const written = this.#days.get(day)
    if (written) written.push(what, whom)
    else this.#days.set(day, [what, whom])
  }
}

const ofTask = plans.length
