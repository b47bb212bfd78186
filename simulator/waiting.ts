/** People on the list whose search has yet to begin (slapende inschrijvingen): a few numbers each until then. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { longer } from '../core/basics/longer.ts'
import type { Person } from './population.ts'
import type { Stream } from './region.ts'

const numbersOfOne = 4

export class Waiting {
  #numbers = new Int32Array(1024 * numbersOfOne)
  readonly #streams: Stream[] = []
  readonly #free: number[] = []
  #end = 0

  /** Keeps somebody until their search begins; the number they are kept under. */
  keep({ id, stream, registeredOn, leavesOn }: Person): number {
    const number = this.#free.pop() ?? this.#end
    if (number === this.#end) this.#end += 1
    if (this.#end * numbersOfOne > this.#numbers.length) {
      this.#numbers = longer(this.#numbers, new Int32Array(2 * this.#numbers.length))
    }
    const known = this.#streams.indexOf(stream)
    const place = known < 0 ? this.#streams.push(stream) - 1 : known
    const at = number * numbersOfOne
    this.#numbers[at] = id
    this.#numbers[at + 1] = place
    this.#numbers[at + 2] = registeredOn
    this.#numbers[at + 3] = leavesOn
    return number
  }

  /** Whoever was kept, whose search begins on a day, and is kept no longer. */
  take(number: number, searchesFrom: CalendarDate): Person | undefined {
    const at = number * numbersOfOne
    const id = this.#numbers[at] as number
    const stream = this.#streams[this.#numbers[at + 1] as number]
    this.#free.push(number)
    // @NOTE the last two numbers are days.
    const days = {
      registeredOn: this.#numbers[at + 2] as CalendarDate,
      leavesOn: this.#numbers[at + 3] as CalendarDate,
    }
    return stream && { id, stream, searchesFrom, ...days }
  }

  copy(streams: ReadonlyMap<Stream, Stream>): Waiting {
    const copy = new Waiting()
    copy.#numbers = this.#numbers.slice()
    copy.#streams.push(...this.#streams.map((stream) => streams.get(stream) ?? stream))
    copy.#free.push(...this.#free)
    copy.#end = this.#end
    return copy
  }
}

/** How many let go of a registration that they never searched with: a number for each day. */
export class LettingGo {
  readonly #from: CalendarDate
  #counts = new Int32Array(1024)

  constructor(from: CalendarDate) {
    this.#from = from
  }

  plan(day: CalendarDate): void {
    const at = day - this.#from
    if (at >= this.#counts.length) this.#counts = longer(this.#counts, new Int32Array(2 * at))
    this.#counts[at] = (this.#counts[at] as number) + 1
  }

  on(day: CalendarDate): number {
    return this.#counts[day - this.#from] ?? 0
  }

  copy(): LettingGo {
    const copy = new LettingGo(this.#from)
    copy.#counts = this.#counts.slice()
    return copy
  }
}
