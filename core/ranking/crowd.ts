/**
 * Many people whose lives are followed at once (gevolgde mensen), in columns: of each is remembered to whom
 * they are alike, and the few numbers that order people who are. A home then ranks kinds of people instead
 * of people, with the same rules and the same outcome. Everybody has a seat in the columns, given by whoever
 * follows them.
 * Complexity of a ranking: a few numbers per person, and the rules once per kind of people among them.
 */
import { assert } from '../basics/assert.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { isProofAgainstEvents } from '../policy/steady.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event } from '../seekers/history.ts'
import { type Likeness, likenessUnder } from './alike.ts'
import type { Bound } from './bind.ts'
import {
  type Asked,
  type AskedAt,
  askAt,
  dependsOnHome,
  type Followed,
  followCandidate,
  happens,
  hereAt,
  ownHolds,
  ownRecordAt,
  recordAt,
} from './follow-candidates.ts'
import { numberOf } from './order-candidates.ts'
import type { Prepared } from './prepare.ts'
import type { Kinds } from './rank-listing.ts'

/** What is known of somebody on the day they are first asked for. */
export type WhoIs = (seat: number, on: CalendarDate) => Candidate

/** For homes that ask the same of people, what each is like there. */
type Column = {
  /** What depends on the home, and until when. */
  here: Int32Array
  until: Int32Array
  /** To whom somebody is alike, all together, and of which of their own it was made. */
  kind: Int32Array
  madeOf: Int32Array
  /** Nothing that happens changes what depends on the home. */
  readonly isProof: boolean
  /** Numbers that order people and depend on the home. */
  readonly numbers: Map<string, Float64Array>
}

/** What a listing alone knows of each person, such as the moment of a response, in the order of the seats. */
export type GivenHere = ReadonlyMap<string, Float64Array>

const never = -1

/** More kinds than this are forgotten and told apart anew. */
const kindsMaxUnlessSaid = 200_000

/** Room in one number for whatever somebody can be like at homes, beside their own. */
const kindsOfOneMax = 2 ** 21

export class Crowd {
  readonly #prepared: Prepared
  readonly #whoIs: WhoIs
  readonly #kindsMax: number
  readonly #likeness: Likeness
  readonly #lives: (Followed | undefined)[] = []
  readonly #columns = new Map<number, Column>()
  #size = 1024
  /** What depends on no home, and until when. Who has something attached is looked at anew each time. */
  #own = new Int32Array(this.#size)
  #ownUntil = new Int32Array(this.#size).fill(never)
  #attached = new Uint8Array(this.#size)
  readonly #numbers: Map<string, Float64Array>
  readonly #names = { own: new Map<string, number>(), here: new Map<string, number>() }
  #kinds = new Map<number, number>()
  #examples: Facts[] = []
  /** For the ranking under way, the position of each kind among its examples, from `#used` on. */
  #positions = new Int32Array(256)
  #used = 1

  constructor(prepared: Prepared, whoIs: WhoIs, kindsMax = kindsMaxUnlessSaid) {
    this.#prepared = prepared
    this.#whoIs = whoIs
    this.#kindsMax = kindsMax
    this.#likeness = likenessUnder(prepared)
    const ordering = this.#likeness.ordering.filter((name) => !dependsOnHome(prepared, name))
    this.#numbers = new Map(ordering.map((name) => [name, new Float64Array(this.#size)]))
  }

  /** The life of whoever has a seat; followed from the day they are first asked for. */
  lifeOf(seat: number, on: CalendarDate): Followed {
    const known = this.#lives[seat]
    if (known) return known
    const begun = followCandidate(this.#prepared.rules, this.#whoIs(seat, on), on)
    this.#lives[seat] = begun
    return begun
  }

  /** Tells what happened to somebody, where their life is followed already. */
  happens(seat: number, event: Event): void {
    const followed = this.#lives[seat]
    if (!followed) return
    happens(followed, event)
    this.#ownUntil[seat] = never
    for (const { until, isProof } of this.#columns.values()) if (!isProof) until[seat] = never
  }

  /** Somebody left; their seat is free for another. */
  leave(seat: number): void {
    this.#lives[seat] = undefined
    this.#ownUntil[seat] = never
    for (const { until } of this.#columns.values()) until[seat] = never
  }

  /**
   * The people on these seats, in the order of their ids, told apart as far as the rules do on a home: to be
   * ranked by `rankAlike`.
   *
   * @throws where something only this listing knows is not given, or decides more than an order.
   */
  tellApart(
    bound: Bound,
    seats: ArrayLike<number>,
    on: CalendarDate,
    given: GivenHere = new Map(),
  ): Kinds {
    const asked = askAt(bound)
    for (const name of asked.unattached.own) {
      const isKnown = given.has(name) && !this.#likeness.reads(name)
      assert(isKnown, `${name} is given for this listing, and only orders people`)
    }
    if (this.#examples.length > this.#kindsMax) this.#tellApartAnew()
    const column = this.#columnFor(asked.unattached)
    const of = new Uint32Array(seats.length)
    const examples: Facts[] = []
    const candidates: Candidate[] = []
    const first = this.#used
    for (let each = 0; each < seats.length; each += 1) {
      const seat = seats[each] as number
      this.#makeRoom(seat)
      const kind = this.#kindAt(asked, column, seat, on)
      let position = (this.#positions[kind] ?? never) - first
      if (position < 0) {
        position = examples.length
        examples.push(this.#examples[kind] ?? {})
        this.#setPosition(kind, first + position)
      }
      of[each] = position
      candidates.push(this.lifeOf(seat, on).candidate)
    }
    this.#used += examples.length
    const numbers = (name: string) => {
      const all = this.#numbers.get(name) ?? column.numbers.get(name)
      return all ? numbersAt(all, seats) : given.get(name)
    }
    return { candidates, of, examples, numbers }
  }

  /** Somebody's own values for a home. */
  valuesOf(bound: Bound, seat: number, on: CalendarDate): Facts {
    return { ...recordAt(askAt(bound), this.lifeOf(seat, on), on) }
  }

  #kindAt(asked: AskedAt, column: Column, seat: number, on: CalendarDate): number {
    if (on > (this.#ownUntil[seat] as number)) this.#lookAt(asked, seat, on)
    if (this.#attached[seat] === 1) return this.#kindOfAttached(asked, column, seat, on)
    if (on > (column.until[seat] as number)) this.#lookHere(asked, column, seat, on)
    const own = this.#own[seat] as number
    if (column.madeOf[seat] !== own) {
      const values = () => recordAt(asked, this.lifeOf(seat, on), on)
      column.kind[seat] = this.#kindOf(own, column.here[seat] as number, values)
      column.madeOf[seat] = own
    }
    return column.kind[seat] as number
  }

  /** What somebody is like on any home. */
  #lookAt(asked: AskedAt, seat: number, on: CalendarDate): void {
    const followed = this.lifeOf(seat, on)
    const values = ownRecordAt(asked, followed, on)
    this.#attached[seat] = followed.isUnattached ? 0 : 1
    this.#ownUntil[seat] = followed.isUnattached ? ownHolds(followed) : never
    this.#own[seat] = numberIn(this.#names.own, this.#likeness.own(values))
    setNumbers(this.#numbers, seat, values)
  }

  /** What somebody is like on homes that ask the same. */
  #lookHere(asked: AskedAt, column: Column, seat: number, on: CalendarDate): void {
    const { value, until } = hereAt(asked, this.lifeOf(seat, on), on)
    column.until[seat] = until
    column.here[seat] = numberIn(this.#names.here, this.#likeness.here(value))
    column.madeOf[seat] = never
    setNumbers(column.numbers, seat, value)
  }

  #kindOfAttached(asked: AskedAt, column: Column, seat: number, on: CalendarDate): number {
    const values = recordAt(asked, this.lifeOf(seat, on), on)
    const own = numberIn(this.#names.own, this.#likeness.own(values))
    const here = numberIn(this.#names.here, this.#likeness.here(values))
    setNumbers(this.#numbers, seat, values)
    setNumbers(column.numbers, seat, values)
    column.until[seat] = never
    return this.#kindOf(own, here, () => values)
  }

  #kindOf(own: number, here: number, values: () => Facts): number {
    const key = own * kindsOfOneMax + here
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    const kind = this.#examples.length
    this.#kinds.set(key, kind)
    this.#examples.push({ ...values() })
    return kind
  }

  #columnFor({ number, values }: Asked): Column {
    const known = this.#columns.get(number)
    if (known) return known
    const names = this.#likeness.ordering.filter((name) =>
      values.some((each) => each.name === name),
    )
    const column = {
      here: new Int32Array(this.#size),
      until: new Int32Array(this.#size).fill(never),
      kind: new Int32Array(this.#size),
      madeOf: new Int32Array(this.#size).fill(never),
      isProof: values.every(({ name }) => isProofAgainstEvents(this.#prepared.rules, name)),
      numbers: new Map(names.map((name) => [name, new Float64Array(this.#size)])),
    }
    this.#columns.set(number, column)
    return column
  }

  #setPosition(kind: number, position: number): void {
    if (kind >= this.#positions.length) {
      this.#positions = longer(this.#positions, new Int32Array(2 * kind))
    }
    this.#positions[kind] = position
  }

  #tellApartAnew(): void {
    this.#kinds = new Map()
    this.#examples = []
    for (const { madeOf } of this.#columns.values()) madeOf.fill(never)
  }

  #makeRoom(seat: number): void {
    if (seat < this.#size) return
    const size = 2 * seat
    this.#size = size
    this.#own = longer(this.#own, new Int32Array(size))
    this.#ownUntil = longer(this.#ownUntil, new Int32Array(size).fill(never))
    this.#attached = longer(this.#attached, new Uint8Array(size))
    lengthen(this.#numbers, size)
    for (const column of this.#columns.values()) {
      column.here = longer(column.here, new Int32Array(size))
      column.until = longer(column.until, new Int32Array(size).fill(never))
      column.kind = longer(column.kind, new Int32Array(size))
      column.madeOf = longer(column.madeOf, new Int32Array(size).fill(never))
      lengthen(column.numbers, size)
    }
  }
}

function numberIn(names: Map<string, number>, name: string): number {
  const number = names.get(name) ?? names.size
  names.set(name, number)
  return number
}

function setNumbers(columns: Map<string, Float64Array>, seat: number, values: Facts): void {
  for (const [name, numbers] of columns) numbers[seat] = numberOf(values[name]) ?? Number.NaN
}

function numbersAt(numbers: Float64Array, seats: ArrayLike<number>): Float64Array {
  const here = new Float64Array(seats.length)
  for (let each = 0; each < seats.length; each += 1) {
    here[each] = numbers[seats[each] as number] as number
  }
  return here
}

function lengthen(columns: Map<string, Float64Array>, size: number): void {
  for (const [name, numbers] of columns) columns.set(name, longer(numbers, new Float64Array(size)))
}

function longer<Numbers extends Int32Array | Uint8Array | Float64Array>(
  short: Numbers,
  long: Numbers,
): Numbers {
  long.set(short)
  return long
}
