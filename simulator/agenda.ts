/** What is going to happen on which day (agenda), in the order in which it was written down. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { longer } from '../core/basics/longer.ts'

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

/** No plan has this number. */
const none = 0

/**
 * Kept in numbers, those of a day each with the number of the next: a hundred thousand functions that wait would be
 * walked over whenever memory is cleaned up, and could not be copied for another life of the same region.
 */
export class Agenda {
  readonly #from: CalendarDate
  #plans = new Uint8Array(1024)
  #whom = new Float64Array(1024)
  #next = new Int32Array(1024)
  /** Of each day the first and the last that was planned for it. */
  #first = new Int32Array(1024)
  #last = new Int32Array(1024)
  #end = 1
  /** What was done leaves its number to another. */
  #free = none

  constructor(from: CalendarDate) {
    this.#from = from
  }

  plan(day: CalendarDate, plan: Plan, whom: number): void {
    const at = day - this.#from
    const number = this.#take()
    if (at >= this.#first.length) this.#reach(2 * at)
    this.#plans[number] = numberOf[plan] ?? 0
    this.#whom[number] = whom
    this.#next[number] = none
    const last = this.#last[at] as number
    if (last === none) this.#first[at] = number
    else this.#next[last] = number
    this.#last[at] = number
  }

  /** Does all of a day, what is added for the same day while doing it included. */
  live(day: CalendarDate, doing: Doing): void {
    const at = day - this.#from
    const first = this.#first[at] ?? none
    if (first === none) return
    for (let number = first; number !== none; number = this.#next[number] as number) {
      const plan = plans[this.#plans[number] as number]
      if (plan) doing[plan](this.#whom[number] as number)
    }
    this.#next[this.#last[at] as number] = this.#free
    this.#free = first
    this.#first[at] = none
    this.#last[at] = none
  }

  copy(): Agenda {
    const copy = new Agenda(this.#from)
    copy.#plans = this.#plans.slice()
    copy.#whom = this.#whom.slice()
    copy.#next = this.#next.slice()
    copy.#first = this.#first.slice()
    copy.#last = this.#last.slice()
    copy.#end = this.#end
    copy.#free = this.#free
    return copy
  }

  #take(): number {
    const number = this.#free === none ? this.#end : this.#free
    if (number === this.#end) this.#end += 1
    else this.#free = this.#next[number] as number
    if (number >= this.#plans.length) {
      this.#plans = longer(this.#plans, new Uint8Array(2 * number))
      this.#whom = longer(this.#whom, new Float64Array(2 * number))
      this.#next = longer(this.#next, new Int32Array(2 * number))
    }
    return number
  }

  #reach(days: number): void {
    this.#first = longer(this.#first, new Int32Array(days))
    this.#last = longer(this.#last, new Int32Array(days))
  }
}
