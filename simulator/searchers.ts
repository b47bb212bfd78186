/**
 * Everybody who searches (actief woningzoekenden). What is read for every home stands in columns, by the seat
 * somebody has while they search; and those who look alike at homes are kept together, so that for one home
 * a whole group is looked at with one chance.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Event } from '../core/seekers/history.ts'
import { mix } from './chance.ts'
import type { Person, Traits } from './population.ts'

export type Searcher = {
  readonly person: Person
  traits: Traits
  readonly name: string
  /** First day of the search. */
  readonly since: CalendarDate
  /** Responds for the points alone. */
  clicks: boolean
  readonly group: Group
  /** What happened to them beside the registration and its yearly renewal. */
  readonly events: Event[]
  /** Their row in the columns. */
  seat: number
  home: number | undefined
  urgentSince: CalendarDate | undefined
  /** A panel does not look at them again before this day. */
  passedUntil: CalendarDate
  gone: boolean
}

/** Searchers who look from the same place, need as many bedrooms, and have an income and age alike. */
export type Group = {
  readonly looksFrom: number
  readonly bedroomsNeeded: number
  /** Income: 0 low (passend toewijzen), 1 within the target group, 2 above it. */
  readonly incomeClass: number
  readonly isSenior: boolean
  readonly indication: string
  /** Its place among the groups, and the key of its luck. */
  readonly number: number
  readonly key: number
  /** Seats of who responds to adverts, and of who would still have if they had not found a home. */
  readonly seats: number[]
  /** How keen the keenest is who ever was in it. */
  keenest: number
}

/** What one group has in common. */
export type GroupTraits = Pick<
  Group,
  'looksFrom' | 'bedroomsNeeded' | 'incomeClass' | 'isSenior' | 'indication'
>

/** Somebody on their seat, as long as it is theirs; in the order of people's numbers. */
export type Token = number

export const seatsMax = 2 ** 21

export function tokenOf(id: number, seat: number): Token {
  return id * seatsMax + seat
}

export function tokenFor({ person, seat }: Searcher): Token {
  return tokenOf(person.id, seat)
}

/** The seat a token was given for. */
export function seatIn(token: Token): number {
  return token - Math.floor(token / seatsMax) * seatsMax
}

/** What stands where in the row of a seat: half a line of what a processor reads at once. */
export const rowLength = 8
export const rowOf = {
  /** Who sits there, by number; less than 0 for whose seat it was. */
  id: 0,
  openResponses: 1,
  firstResponse: 2,
  responses: 3,
  responsesInPeriod: 4,
  /** 1 for who asked for an urgency. */
  isUrgent: 5,
  registeredOn: 6,
  /** How keen, in parts of `keennessUnit`. */
  keenness: 7,
} as const

/** Usually keen. */
export const keennessUnit = 2 ** 20

/** No day: they have not responded yet. */
export const notYet = 0

const noPlace = -1

export class Searchers {
  readonly #groups = new Map<string, Group>()
  readonly #seated: (Searcher | undefined)[] = []
  readonly #free: number[] = []
  #size = 1024
  /** Of every seat its numbers side by side, for whoever responds is asked for several of them at once. */
  rows = new Int32Array(this.#size * rowLength)
  /** Of every seat its group, and its place there. */
  #groupOf = new Int32Array(this.#size)
  #placeOf = new Int32Array(this.#size)
  /** How many respond to adverts. */
  count = 0

  /** Every group there ever was, in the order in which they came. */
  readonly groups: Group[] = []

  groupFor(traits: GroupTraits): Group {
    const { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication } = traits
    const name = `${looksFrom} ${bedroomsNeeded} ${incomeClass} ${isSenior} ${indication}`
    const known = this.#groups.get(name)
    if (known) return known
    const group: Group = {
      looksFrom,
      bedroomsNeeded,
      incomeClass,
      isSenior,
      indication,
      number: this.groups.length,
      key: keyOf(name),
      seats: [],
      keenest: 0,
    }
    this.#groups.set(name, group)
    this.groups.push(group)
    return group
  }

  /** Gives somebody a seat. */
  seat(searcher: Searcher, keenness: number): void {
    const seat = this.#free.pop() ?? this.#seated.length
    if (seat >= this.#size) this.#grow()
    searcher.seat = seat
    this.#seated[seat] = searcher
    this.#groupOf[seat] = searcher.group.number
    this.#placeOf[seat] = noPlace
    const row = seat * rowLength
    this.rows.fill(0, row, row + rowLength)
    this.rows[row + rowOf.id] = searcher.person.id
    this.rows[row + rowOf.registeredOn] = searcher.person.registeredOn
    this.rows[row + rowOf.keenness] = Math.round(keenness * keennessUnit)
  }

  /** One number of whoever has a seat. */
  of(seat: number, what: keyof typeof rowOf): number {
    return this.rows[seat * rowLength + rowOf[what]] as number
  }

  on(seat: number): Searcher | undefined {
    return this.#seated[seat]
  }

  /** The seat a token is for; undefined when they left. */
  seatOf(token: Token): number | undefined {
    const seat = seatIn(token)
    const id = this.rows[seat * rowLength + rowOf.id] as number
    return id * seatsMax + seat === token ? seat : undefined
  }

  /** Among those who respond to adverts. */
  join({ group, seat }: Searcher): void {
    this.#placeOf[seat] = group.seats.push(seat) - 1
    group.keenest = Math.max(group.keenest, this.of(seat, 'keenness') / keennessUnit)
    this.count += 1
  }

  /**
   * Somebody found a home or gave up. Whoever responded to adverts keeps the seat, and the place in the group, until
   * the day on which they would have given up: so the next home strikes the same others, whoever got this one.
   */
  leave({ seat, person }: Searcher): void {
    this.#seated[seat] = undefined
    this.rows[seat * rowLength + rowOf.id] = -1 - person.id
    if (this.#placeOf[seat] === noPlace) this.#free.push(seat)
    else this.count -= 1
  }

  /** Frees the seat of who left, if they kept it. */
  clear(token: Token): void {
    const seat = seatIn(token)
    const id = -1 - (this.rows[seat * rowLength + rowOf.id] as number)
    if (this.#placeOf[seat] === noPlace || id * seatsMax + seat !== token) return
    const place = this.#placeOf[seat] as number
    const seats = this.groups[this.#groupOf[seat] as number]?.seats
    const last = seats?.pop()
    if (seats && last !== undefined && last !== seat) {
      seats[place] = last
      this.#placeOf[last] = place
    }
    this.#placeOf[seat] = noPlace
    this.#free.push(seat)
  }

  *[Symbol.iterator](): Iterator<Searcher> {
    for (const searcher of this.#seated) if (searcher) yield searcher
  }

  #grow(): void {
    const size = this.#size * 2
    this.#size = size
    this.rows = longer(this.rows, size * rowLength)
    this.#groupOf = longer(this.#groupOf, size)
    this.#placeOf = longer(this.#placeOf, size)
  }
}

function keyOf(name: string): number {
  let key = 0
  for (const character of name) key = mix(key, character.codePointAt(0) ?? 0)
  return key
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(length)
  long.set(numbers)
  return long
}
