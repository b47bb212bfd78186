/** What happened, told in the order in which it happened, also what follows from what was just told. */

import type { CalendarDate } from '../../core/basics/calendar-date.ts'
import { instantOf } from '../dutch-time.ts'
import { dayOf } from '../operation.ts'

const noons = new Map<CalendarDate, number>()

/** The instant of a time by day, for whoever asks for as many as a region's past has. */
export function instantAt(day: CalendarDate, hour: number, minute = 0): Date {
  const noon = noons.get(day) ?? instantOf(day, '12:00').getTime()
  noons.set(day, noon)
  return new Date(noon + ((hour - 12) * 60 + minute) * 60_000)
}

const days = new Map<number, CalendarDate>()

/** The day of an instant, for who asks of as many: within an hour it is the same. */
export function dayAt(at: Date): CalendarDate {
  const hour = Math.floor(at.getTime() / hourLong)
  const day = days.get(hour) ?? dayOf(at)
  days.set(hour, day)
  return day
}

const hourLong = 3_600_000

type Happening = { readonly at: number; readonly happen: () => void }

const dayLong = 86_400_000

/**
 * Days of what is to happen, each put in order when it comes: of a past of years only what is known already is kept,
 * and what was told is let go.
 */
export class Timeline {
  readonly #days = new Map<number, Happening[]>()
  /** The day that is told now, the last to happen first. */
  #today: Happening[] = []
  #day = Number.NEGATIVE_INFINITY

  /** What is on for a moment that was told already happens next. */
  on(at: Date, happen: () => void): void {
    const happening = { at: at.getTime(), happen }
    const day = Math.floor(happening.at / dayLong)
    if (day <= this.#day) {
      const after = this.#today.findLastIndex((each) => each.at > happening.at)
      this.#today.splice(after + 1, 0, happening)
      return
    }
    const known = this.#days.get(day)
    if (known) known.push(happening)
    else this.#days.set(day, [happening])
  }

  /** Tells everything up to a moment, with a pause after so many for whoever wants to send it on. */
  async tell(until: Date, pause: (part: number) => Promise<void>): Promise<void> {
    const last = Math.floor(until.getTime() / dayLong)
    const first = [...this.#days.keys()].reduce((least, day) => Math.min(least, day), last)
    let told = 0
    for (let day = first; day <= last; day += 1) {
      const known = this.#days.get(day)
      if (!known) continue
      this.#days.delete(day)
      // What was on first for a moment happens first.
      this.#today = known.toSorted((one, other) => one.at - other.at).reverse()
      this.#day = day
      for (let each = this.#today.at(-1); each; each = this.#today.at(-1)) {
        if (each.at > until.getTime()) return
        this.#today.pop()
        each.happen()
        told += 1
        if (told % perPause === 0) await pause((day - first) / (last - first + 1))
      }
    }
  }
}

/** Few: only in a pause is the database told what was gathered, and it should never have to wait. */
const perPause = 200
