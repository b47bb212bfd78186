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
  /** What the register holds of them, from the first time anybody asks. */
  readonly events: Event[]
  /** Their row in the columns. */
  seat: number
  /** Their position in the group. */
  at: number
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
  count: number
  /** The seat of each member, and the key of their luck. */
  seats: Int32Array
  keys: Int32Array
  /** How keen the keenest is who was ever among them. */
  keenest: number
}

/** What one group has in common. */
export type GroupTraits = Omit<Group, 'count' | 'seats' | 'keys' | 'keenest'>

/** Somebody on their seat, as long as it is theirs; in the order of people's numbers. */
export type Token = number

export const seatsMax = 2 ** 21

export function tokenOf(id: number, seat: number): Token {
  return id * seatsMax + seat
}

const nobody = -1

/** No day: they have not responded yet. */
export const notYet = 0

export class Searchers {
  readonly #groups = new Map<string, Group>()
  readonly #seated: (Searcher | undefined)[] = []
  readonly #free: number[] = []
  #size = 1024
  /** Who sits there, by number; nobody's is -1. */
  id = new Int32Array(this.#size)
  /** How keen: 1 is usual. */
  keenness = new Float32Array(this.#size)
  registeredOn = new Int32Array(this.#size)
  firstResponse = new Int32Array(this.#size)
  responses = new Int32Array(this.#size)
  responsesInPeriod = new Int32Array(this.#size)
  openResponses = new Int32Array(this.#size)
  /** 1 for who asked for an urgency. */
  isUrgent = new Uint8Array(this.#size)
  count = 0

  groups(): Iterable<Group> {
    return this.#groups.values()
  }

  groupFor(traits: GroupTraits): Group {
    const { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication } = traits
    const key = `${looksFrom} ${bedroomsNeeded} ${incomeClass} ${isSenior} ${indication}`
    const known = this.#groups.get(key)
    if (known) return known
    const room = 16
    const shared = { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication }
    const group: Group = {
      ...shared,
      count: 0,
      seats: new Int32Array(room),
      keys: new Int32Array(room),
      keenest: 0,
    }
    this.#groups.set(key, group)
    return group
  }

  /** Gives somebody a seat. */
  seat(searcher: Searcher, keenness: number): void {
    const seat = this.#free.pop() ?? this.#seated.length
    if (seat >= this.#size) this.#grow()
    searcher.seat = seat
    this.#seated[seat] = searcher
    this.id[seat] = searcher.person.id
    this.keenness[seat] = keenness
    this.registeredOn[seat] = searcher.person.registeredOn
    this.firstResponse[seat] = notYet
    this.responses[seat] = 0
    this.responsesInPeriod[seat] = 0
    this.openResponses[seat] = 0
    this.isUrgent[seat] = 0
  }

  /** Takes somebody's seat away. */
  unseat({ seat }: Searcher): void {
    this.#seated[seat] = undefined
    this.id[seat] = nobody
    this.#free.push(seat)
  }

  on(seat: number): Searcher | undefined {
    return this.#seated[seat]
  }

  /** The seat a token is for; undefined when they left. */
  seatOf(token: Token): number | undefined {
    const seat = token % seatsMax
    return this.id[seat] === (token - seat) / seatsMax ? seat : undefined
  }

  /** Among those who respond to adverts. */
  join(searcher: Searcher): void {
    const { group, seat, person } = searcher
    const at = group.count
    if (at === group.seats.length) {
      group.seats = grown(group.seats, new Int32Array(at * 2))
      group.keys = grown(group.keys, new Int32Array(at * 2))
    }
    searcher.at = at
    group.seats[at] = seat
    group.keys[at] = mix(person.id, 0)
    group.keenest = Math.max(group.keenest, this.keenness[seat] ?? 0)
    group.count += 1
    this.count += 1
  }

  /** The last of the group takes the place of who goes. */
  part({ group, at }: Searcher): void {
    const { seats, keys } = group
    const last = group.count - 1
    seats[at] = seats[last] ?? 0
    keys[at] = keys[last] ?? 0
    const moved = this.on(seats[at] ?? 0)
    if (moved) moved.at = at
    group.count = last
    this.count -= 1
  }

  *[Symbol.iterator](): Iterator<Searcher> {
    for (const searcher of this.#seated) if (searcher) yield searcher
  }

  #grow(): void {
    const size = this.#size * 2
    this.#size = size
    this.id = grown(this.id, new Int32Array(size))
    this.keenness = grown(this.keenness, new Float32Array(size))
    this.registeredOn = grown(this.registeredOn, new Int32Array(size))
    this.firstResponse = grown(this.firstResponse, new Int32Array(size))
    this.responses = grown(this.responses, new Int32Array(size))
    this.responsesInPeriod = grown(this.responsesInPeriod, new Int32Array(size))
    this.openResponses = grown(this.openResponses, new Int32Array(size))
    this.isUrgent = grown(this.isUrgent, new Uint8Array(size))
  }
}

function grown<Numbers extends Int32Array | Float32Array | Uint8Array>(
  old: Numbers,
  young: Numbers,
): Numbers {
  young.set(old)
  return young
}
