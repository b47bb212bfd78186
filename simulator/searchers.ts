/**
 * Everybody who searches (actief woningzoekenden). What is read for every home stands in columns, by the seat
 * somebody has while they search; and those who look alike at homes are kept together, so that for one home
 * a whole group is looked at with one chance.
 */
import { assert } from '../core/basics/assert.ts'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { longer } from '../core/basics/longer.ts'
import type { Event } from '../core/seekers/history.ts'
import { mix } from './chance.ts'
import type { Person, Traits } from './population.ts'
import type { Stream } from './region.ts'

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

/** What stands where in the row of a seat: half a line of what a processor reads at once. */
export const rowLength = 8
export const rowOf = {
  /** Who sits there, by number; less than 0 for whose seat it was, and who would still respond if not. */
  id: 0,
  openResponses: 1,
  firstResponse: 2,
  responses: 3,
  responsesInPeriod: 4,
  /** 1 for who asked for an urgency. */
  isUrgent: 5,
  registeredOn: 6,
  /** How keen they are on a home, in parts of `keennessUnit`; `unasked` for who does not respond to adverts. */
  keenness: 7,
} as const

/** There are fewer numbers of bedrooms, and classes of income. */
const few = 100

/** Usually keen. */
export const keennessUnit = 2 ** 20

/** No day: they have not responded yet. */
export const notYet = 0

/** Of who does not respond to adverts, how keen they would be is not known. */
const unasked = -1

export class Searchers {
  /** By their indication, and by the number of what else they have in common. */
  readonly #groups = new Map<string, Map<number, Group>>()
  readonly #seated: (Searcher | undefined)[] = []
  readonly #free: number[] = []
  #size = 1024
  /** Of every seat its numbers side by side, for whoever responds is asked for several of them at once. */
  rows = new Int32Array(this.#size * rowLength)
  #groupOf = new Int32Array(this.#size)
  /** How many respond to adverts. */
  count = 0

  /** Every group there ever was, in the order in which they came. */
  readonly groups: Group[] = []
  readonly members = new Members(this)

  groupFor(traits: GroupTraits): Group {
    const { looksFrom, bedroomsNeeded, incomeClass, isSenior, indication } = traits
    const alike = this.#groups.get(indication) ?? new Map<number, Group>()
    const number = ((looksFrom * few + bedroomsNeeded) * few + incomeClass) * few + Number(isSenior)
    const known = alike.get(number)
    if (known) return known
    const group: Group = {
      looksFrom,
      bedroomsNeeded,
      incomeClass,
      isSenior,
      indication,
      number: this.groups.length,
    }
    this.#groups.set(indication, alike.set(number, group))
    this.groups.push(group)
    const name = `${looksFrom} ${bedroomsNeeded} ${incomeClass} ${isSenior} ${indication}`
    this.members.begin(keyOf(name))
    return group
  }

  /** Gives somebody a seat. */
  seat(searcher: Searcher): void {
    const seat = this.#free.pop() ?? this.#seated.length
    if (seat >= this.#size) this.#grow()
    searcher.seat = seat
    this.#seated[seat] = searcher
    this.#groupOf[seat] = searcher.group.number
    const row = seat * rowLength
    this.rows.fill(0, row, row + rowLength)
    this.rows[row + rowOf.keenness] = unasked
    this.rows[row + rowOf.id] = searcher.person.id
    this.rows[row + rowOf.registeredOn] = searcher.person.registeredOn
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
  join({ group, seat }: Searcher, keen: number): void {
    this.rows[seat * rowLength + rowOf.keenness] = Math.round(keen * keennessUnit)
    this.members.join(group.number, seat)
    this.count += 1
  }

  /**
   * Somebody found a home or gave up. Whoever responded to adverts keeps the seat, and the place in the group, until
   * the day on which they would have given up: so the next home strikes the same others, whoever got this one.
   */
  leave({ seat, person }: Searcher): void {
    this.#seated[seat] = undefined
    this.rows[seat * rowLength + rowOf.id] = -1 - person.id
    if (this.of(seat, 'keenness') === unasked) this.#free.push(seat)
    else this.count -= 1
  }

  /** Frees the seat of who left, if they kept it. */
  clear(token: Token): void {
    const seat = seatIn(token)
    const id = -1 - this.of(seat, 'id')
    if (this.of(seat, 'keenness') === unasked || id * seatsMax + seat !== token) return
    this.members.part(this.#groupOf[seat] as number, seat)
    this.rows[seat * rowLength + rowOf.keenness] = unasked
    this.#free.push(seat)
  }

  *[Symbol.iterator](): Iterator<Searcher> {
    for (const searcher of this.#seated) if (searcher) yield searcher
  }

  /** The same people, of whom what happens from now on is nothing to these. */
  copy(streams: ReadonlyMap<Stream, Stream>): Searchers {
    const copy = new Searchers()
    for (const [indication, alike] of this.#groups) {
      copy.#groups.set(indication, new Map(alike))
    }
    copy.groups.push(...this.groups)
    for (const searcher of this.#seated) copy.#seated.push(searcher && copied(searcher, streams))
    copy.#free.push(...this.#free)
    copy.#size = this.#size
    copy.rows = this.rows.slice()
    copy.#groupOf = this.#groupOf.slice()
    copy.count = this.count
    copy.members.take(this.members)
    return copy
  }

  #grow(): void {
    const size = this.#size * 2
    this.#size = size
    this.rows = longer(this.rows, new Int32Array(size * rowLength))
    this.#groupOf = longer(this.#groupOf, new Int32Array(size))
  }
}

/** Who waits for a panel or a tailored choice, longest waiting first. */
export class Pool {
  /** The rows of all, side by side. */
  #rows = new Int32Array(64 * waitingLength)
  #end = 0

  get size(): number {
    return this.#end / waitingLength
  }

  copy(): Pool {
    const copy = new Pool()
    copy.#rows = this.#rows.slice()
    copy.#end = this.#end
    return copy
  }

  join({ seat, group }: Waiting, today: CalendarDate): void {
    const row = this.#end
    if (row === this.#rows.length) this.#rows = longer(this.#rows, new Int32Array(2 * row))
    this.#rows[row + waitingOf.seat] = seat
    this.#rows[row + waitingOf.group] = group.number
    this.#rows[row + waitingOf.passedUntil] = today
    this.#end += waitingLength
  }

  leave(searcher: Seated): void {
    const row = this.#rowOf(searcher)
    this.#rows.copyWithin(row, row + waitingLength, this.#end)
    this.#end -= waitingLength
  }

  passOver(searcher: Seated, until: CalendarDate): void {
    this.#rows[this.#rowOf(searcher) + waitingOf.passedUntil] = until
  }

  #rowOf({ seat }: Seated): number {
    let row = 0
    while (row < this.#end && this.#rows[row + waitingOf.seat] !== seat) row += waitingLength
    assert(row < this.#end, 'whoever is taken from those who wait is one of them')
    return row
  }

  /** The seats of the first in groups that fit, of whom a panel may look at. */
  first(most: number, today: CalendarDate, fits: (group: number) => boolean): number[] {
    const found: number[] = []
    for (let row = 0; row < this.#end && found.length < most; row += waitingLength) {
      if ((this.#rows[row + waitingOf.passedUntil] as number) > today) continue
      if (!fits(this.#rows[row + waitingOf.group] as number)) continue
      found.push(this.#rows[row + waitingOf.seat] as number)
    }
    return found
  }
}

/** What stands where in the row of whoever waits. */
const waitingLength = 3
const waitingOf = {
  seat: 0,
  /** The number of their group. */
  group: 1,
  /** Before this day a panel does not look at them again. */
  passedUntil: 2,
} as const

type Seated = Pick<Searcher, 'seat'>
type Waiting = Seated & { readonly group: Pick<Group, 'number'> }

const roomOfGroup = 16

/**
 * The members of all groups by seat, one group after the other and in each the keenest first, so that whoever looks
 * for who responds reads what lies side by side. A group that grows out of its room moves to the end.
 */
export class Members {
  readonly #people: Pick<Searchers, 'rows'>
  seats = new Int32Array(1024)
  /** How keen they are, side by side as well, for whoever looks for a place among them. */
  #keenness = new Int32Array(1024)
  /** Of each group: the key of its luck, where it begins, how many are in it, and how keen the keenest is. */
  keys = new Int32Array(64)
  keenest = new Int32Array(64)
  starts = new Int32Array(64)
  counts = new Int32Array(64)
  #rooms = new Int32Array(64)
  #groups = 0
  #end = 0

  constructor(people: Pick<Searchers, 'rows'>) {
    this.#people = people
  }

  /** Makes room for the next group. */
  begin(key: number): void {
    const group = this.#groups
    if (group === this.starts.length) {
      this.keys = longer(this.keys, new Int32Array(2 * group))
      this.keenest = longer(this.keenest, new Int32Array(2 * group))
      this.starts = longer(this.starts, new Int32Array(2 * group))
      this.counts = longer(this.counts, new Int32Array(2 * group))
      this.#rooms = longer(this.#rooms, new Int32Array(2 * group))
    }
    this.#groups += 1
    this.keys[group] = key
    this.#move(group, roomOfGroup)
  }

  /** Takes over all that others are. */
  take(others: Members): void {
    this.seats = others.seats.slice()
    this.#keenness = others.#keenness.slice()
    this.keys = others.keys.slice()
    this.keenest = others.keenest.slice()
    this.starts = others.starts.slice()
    this.counts = others.counts.slice()
    this.#rooms = others.#rooms.slice()
    this.#groups = others.#groups
    this.#end = others.#end
  }

  /** Adds somebody to a group, behind all who are as keen. */
  join(group: number, seat: number): void {
    const count = this.counts[group] as number
    if (count === (this.#rooms[group] as number)) this.#move(group, 2 * count)
    const keenness = this.#keennessOf(seat)
    const at = this.#firstAfter(group, keenness)
    this.#shift(at + 1, at, this.#endOf(group))
    this.seats[at] = seat
    this.#keenness[at] = keenness
    this.counts[group] = count + 1
    this.#noteKeenest(group)
  }

  /** Takes somebody's place out of a group. */
  part(group: number, seat: number): void {
    let at = this.#firstAfter(group, this.#keennessOf(seat)) - 1
    while (this.seats[at] !== seat) at -= 1
    this.#shift(at, at + 1, this.#endOf(group))
    this.counts[group] = (this.counts[group] as number) - 1
    this.#noteKeenest(group)
  }

  #shift(to: number, from: number, until: number): void {
    this.seats.copyWithin(to, from, until)
    this.#keenness.copyWithin(to, from, until)
  }

  #keennessOf(seat: number): number {
    return this.#people.rows[seat * rowLength + rowOf.keenness] as number
  }

  #noteKeenest(group: number): void {
    const first = this.#keenness[this.starts[group] as number] as number
    this.keenest[group] = this.counts[group] === 0 ? 0 : first
  }

  /** Where the first stands who is less keen. */
  #firstAfter(group: number, keenness: number): number {
    let from = this.starts[group] as number
    let until = this.#endOf(group)
    while (from < until) {
      const half = (from + until) >> 1
      if ((this.#keenness[half] as number) >= keenness) from = half + 1
      else until = half
    }
    return from
  }

  #endOf(group: number): number {
    return (this.starts[group] as number) + (this.counts[group] as number)
  }

  #move(group: number, room: number): void {
    if (this.#end + room > this.seats.length) this.#close(room)
    this.#shift(this.#end, this.starts[group] as number, this.#endOf(group))
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
    const seats = new Int32Array(size)
    const keenness = new Int32Array(size)
    const begin = new Int32Array(starts.length)
    for (let group = 0; group < this.#groups; group += 1) {
      if (group > 0) begin[group] = (begin[group - 1] as number) + (rooms[group - 1] as number)
      const [from, until] = [starts[group] as number, this.#endOf(group)]
      seats.set(this.seats.subarray(from, until), begin[group] as number)
      keenness.set(this.#keenness.subarray(from, until), begin[group] as number)
    }
    this.seats = seats
    this.#keenness = keenness
    this.starts = begin
    this.#rooms = rooms
    this.#end = needed
  }
}

function copied(searcher: Searcher, streams: ReadonlyMap<Stream, Stream>): Searcher {
  const { person, events } = searcher
  const stream = streams.get(person.stream) ?? person.stream
  return { ...searcher, person: { ...person, stream }, events: [...events] }
}

function keyOf(name: string): number {
  let key = 0
  for (const character of name) key = mix(key, character.codePointAt(0) ?? 0)
  return key
}
