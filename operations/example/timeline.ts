/** What happened, told in the order in which it happened, also what follows from what was just told. */

import type { CalendarDate } from '../../core/basics/calendar-date.ts'
import { instantOf } from '../dutch-time.ts'

const noons = new Map<CalendarDate, number>()

/** The instant of a time by day, for whoever asks for as many as a region's past has. */
export function instantAt(day: CalendarDate, hour: number, minute = 0): Date {
  const noon = noons.get(day) ?? instantOf(day, '12:00').getTime()
  noons.set(day, noon)
  return new Date(noon + ((hour - 12) * 60 + minute) * 60_000)
}

type Happening = { readonly at: number; readonly happen: () => void }

export class Timeline {
  readonly #known: Happening[] = []
  /** What was added while telling: few at a time, kept in order. */
  readonly #added: Happening[] = []
  #isTelling = false

  on(at: Date, happen: () => void): void {
    const happening = { at: at.getTime(), happen }
    if (!this.#isTelling) {
      this.#known.push(happening)
      return
    }
    const before = this.#added.findLastIndex((each) => each.at <= happening.at)
    this.#added.splice(before + 1, 0, happening)
  }

  /** Tells everything up to a moment, with a pause after so many for whoever wants to send it on. */
  async tell(until: Date, pause: (part: number) => Promise<void>): Promise<void> {
    this.#isTelling = true
    this.#known.sort((one, other) => one.at - other.at)
    let told = 0
    for (const each of this.#known) {
      if (each.at > until.getTime()) break
      this.#tellAdded(each.at)
      each.happen()
      told += 1
      if (told % perPause === 0) await pause(told / this.#known.length)
    }
    this.#tellAdded(until.getTime())
  }

  #tellAdded(until: number): void {
    for (let first = this.#added[0]; first && first.at <= until; first = this.#added[0]) {
      this.#added.shift()
      first.happen()
    }
  }
}

const perPause = 2_000
