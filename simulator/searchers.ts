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
  /** Its place among the groups. */
  readonly number: number
}

/** What one group has in common. */
export type GroupTraits = Omit<Group, 'number'>

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

const nobody = -1

/** What stands where in the row of a seat: half a line of what a processor reads at once. */
export const rowLength = 8
export const rowOf = {
  /** Who sits there, by number; nobody's is -1. */
  id: 0,
  openResponses: 1,
  firstResponse: 2,
  responses: 3,
  responsesInPeriod: 4,
  /** 1 for who asked for an urgency. */
  isUrgent: 5,
  registeredOn: 6,
} as const

/** No day: they have not responded yet. */
export const notYet = 0

export class Searchers {
  readonly #groups = new Map<string, Group>()
  readonly #seated: (Searcher | undefined)[] = []
  readonly #free: number[] = []
  #size = 1024
  /** Of every seat its numbers side by side, for whoever responds is asked for several of them at once. */
  rows = new Int32Array(this.#size * rowLength)
  /** How keen: 1 is usual. */
  keenness = new Float32Array(this.#size)
  count = 0

  /** Every group there ever was, in the order in which they came, and who is in each. */
  readonly groups: Group[] = []
  readonly members = new Members()

  groupFor(traits: GroupTraits): Group {
    const { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication } = traits
    const key = `${looksFrom} ${bedroomsNeeded} ${incomeClass} ${isSenior} ${indication}`
    const known = this.#groups.get(key)
    if (known) return known
    const shared = { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication }
    const group: Group = { ...shared, number: this.groups.length }
    this.#groups.set(key, group)
    this.groups.push(group)
    this.members.begin()
    return group
  }

  /** Gives somebody a seat. */
  seat(searcher: Searcher, keenness: number): void {
    const seat = this.#free.pop() ?? this.#seated.length
    if (seat >= this.#size) this.#grow()
    searcher.seat = seat
    this.#seated[seat] = searcher
    this.keenness[seat] = keenness
    const row = seat * rowLength
    this.rows.fill(0, row, row + rowLength)
    this.rows[row + rowOf.id] = searcher.person.id
    this.rows[row + rowOf.registeredOn] = searcher.person.registeredOn
  }

  /** One number of whoever has a seat. */
  of(seat: number, what: keyof typeof rowOf): number {
    return this.rows[seat * rowLength + rowOf[what]] as number
  }

  /** Takes somebody's seat away. */
  unseat({ seat }: Searcher): void {
    this.#seated[seat] = undefined
    this.rows[seat * rowLength + rowOf.id] = nobody
    this.#free.push(seat)
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
  join(searcher: Searcher): void {
    const { group, seat, person } = searcher
    searcher.at = this.members.join(group.number, {
      seat,
      key: mix(person.id, 0),
      keenness: this.keenness[seat] ?? 0,
      registeredOn: person.registeredOn,
    })
    this.count += 1
  }

  /** The last of the group takes the place of who goes. */
  part({ group, at }: Searcher): void {
    const moved = this.on(this.members.part(group.number, at))
    if (moved) moved.at = at
    this.count -= 1
  }

  *[Symbol.iterator](): Iterator<Searcher> {
    for (const searcher of this.#seated) if (searcher) yield searcher
  }

  #grow(): void {
    const size = this.#size * 2
    this.#size = size
    this.rows = grown(this.rows, new Int32Array(size * rowLength))
    this.keenness = grown(this.keenness, new Float32Array(size))
  }
}

type Member = {
  readonly seat: number
  /** The key of their luck. */
  readonly key: number
  readonly keenness: number
  readonly registeredOn: CalendarDate
}

const roomOfGroup = 16

/**
 * The members of all groups, one group after the other, so that whoever goes over everybody reads what lies side
 * by side. A group that grows out of its room moves to the end.
 */
export class Members {
  seats = new Int32Array(1024)
  keys = new Int32Array(1024)
  keens = new Float32Array(1024)
  registeredOn = new Int32Array(1024)
  /** Of each group: where it begins, how many are in it, and how keen the keenest is who ever was. */
  starts = new Int32Array(64)
  counts = new Int32Array(64)
  keenest = new Float64Array(64)
  #rooms = new Int32Array(64)
  #groups = 0
  #end = 0

  /** Makes room for the next group. */
  begin(): void {
    const group = this.#groups
    if (group === this.starts.length) {
      this.starts = grown(this.starts, new Int32Array(2 * group))
      this.counts = grown(this.counts, new Int32Array(2 * group))
      this.keenest = grown(this.keenest, new Float64Array(2 * group))
      this.#rooms = grown(this.#rooms, new Int32Array(2 * group))
    }
    this.#groups += 1
    this.#move(group, roomOfGroup)
  }

  /** Adds somebody to a group, and gives their position in it. */
  join(group: number, { seat, key, keenness, registeredOn }: Member): number {
    const position = this.counts[group] as number
    const room = this.#rooms[group] as number
    if (position === room) this.#move(group, 2 * room)
    const at = (this.starts[group] as number) + position
    this.seats[at] = seat
    this.keys[at] = key
    this.keens[at] = keenness
    this.registeredOn[at] = registeredOn
    this.keenest[group] = Math.max(this.keenest[group] as number, keenness)
    this.counts[group] = position + 1
    return position
  }

  /** Takes somebody out of a group; the last takes their place, whose seat is given. */
  part(group: number, position: number): number {
    const count = (this.counts[group] as number) - 1
    const start = this.starts[group] as number
    const at = start + position
    const last = start + count
    this.seats[at] = this.seats[last] as number
    this.keys[at] = this.keys[last] as number
    this.keens[at] = this.keens[last] as number
    this.registeredOn[at] = this.registeredOn[last] as number
    this.counts[group] = count
    return this.seats[at] as number
  }

  #move(group: number, room: number): void {
    if (this.#end + room > this.seats.length) this.#close(room)
    const from = this.starts[group] as number
    const until = from + (this.counts[group] as number)
    for (const column of [this.seats, this.keys, this.keens, this.registeredOn]) {
      column.copyWithin(this.#end, from, until)
    }
    this.starts[group] = this.#end
    this.#rooms[group] = room
    this.#end += room
  }

  /** Closes the gaps that groups left when they moved, with room for each to grow and so much beside. */
  #close(room: number): void {
    const { starts, counts } = this
    const rooms = this.#rooms.map((_, group) => Math.ceil(1.25 * (counts[group] as number)) + 4)
    const needed = rooms.subarray(0, this.#groups).reduce((sum, each) => sum + each, 0)
    const size = Math.max(this.seats.length, Math.ceil(1.25 * (needed + room)))
    const begin = new Int32Array(starts.length)
    for (let group = 1; group < this.#groups; group += 1) {
      begin[group] = (begin[group - 1] as number) + (rooms[group - 1] as number)
    }
    const moved = <Numbers extends Int32Array | Float32Array>(old: Numbers, young: Numbers) => {
      for (let group = 0; group < this.#groups; group += 1) {
        const from = starts[group] as number
        young.set(old.subarray(from, from + (counts[group] as number)), begin[group])
      }
      return young
    }
    this.seats = moved(this.seats, new Int32Array(size))
    this.keys = moved(this.keys, new Int32Array(size))
    this.keens = moved(this.keens, new Float32Array(size))
    this.registeredOn = moved(this.registeredOn, new Int32Array(size))
    this.starts = begin
    this.#rooms = rooms
    this.#end = needed
  }
}

function grown<Numbers extends Int32Array | Float32Array | Float64Array | Uint8Array>(
  old: Numbers,
  young: Numbers,
): Numbers {
  young.set(old)
  return young
}
