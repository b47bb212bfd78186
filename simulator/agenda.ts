import type { CalendarDate } from '../core/basics/calendar-date.ts'

/** What is going to happen on which day, in the order in which it was written down. */
export class Agenda {
  readonly #tasks = new Map<CalendarDate, (() => void)[]>()

  on(day: CalendarDate, task: () => void): void {
    const tasks = this.#tasks.get(day)
    if (tasks) tasks.push(task)
    else this.#tasks.set(day, [task])
  }

  /** Does all of a day, what is added for the same day while doing it included. */
  live(day: CalendarDate): void {
    const tasks = this.#tasks.get(day) ?? []
    for (const task of tasks) task()
    this.#tasks.delete(day)
  }
}
