/**
 * What happened to somebody, in its order (gebeurtenissen), found by what it is called: of whoever responds every week
 * a rule asks about a few things among hundreds, and asks again for every month there was.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'

/** Something that happened: an event, a tick, or what a rule made of them (`urgency-ended`). */
export type Occurrence = {
  readonly on: CalendarDate
  readonly name: string
  readonly attributes: Facts
}

export class Occurrences {
  readonly #all: Occurrence[] = []
  readonly #named = new Map<string, Occurrence[]>()
  /** So many of all are to be found by their names: nobody looks for most of them. */
  #sorted = 0

  add(occurrence: Occurrence): void {
    this.#all.push(occurrence)
  }

  /** All that are called so. */
  named(name: string): readonly Occurrence[] {
    for (; this.#sorted < this.#all.length; this.#sorted += 1) {
      const occurrence = this.#all[this.#sorted]
      if (!occurrence) continue
      const alike = this.#named.get(occurrence.name)
      if (alike) alike.push(occurrence)
      else this.#named.set(occurrence.name, [occurrence])
    }
    return this.#named.get(name) ?? none
  }

  /** All that are called one of these. */
  namedAny(names: readonly string[]): readonly Occurrence[] {
    const [only = ''] = names
    if (names.length < 2) return this.named(only)
    return this.#all.filter(({ name }) => names.includes(name))
  }
}

const none: readonly Occurrence[] = []
