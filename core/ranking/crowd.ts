/**
 * Many people whose lives are followed at once (gevolgde mensen), in columns: of each is remembered to whom
 * they are alike, and the few numbers that order people who are. A home then ranks kinds of people instead
 * of people, with the same rules and the same outcome. Everybody has a seat in the columns, given by whoever
 * follows them.
 * Complexity of a ranking: a few numbers per person, and the rules once per kind of people among them.
 */
import { assert } from '../basics/assert.ts'
import { addDays, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { KeptByValues } from '../basics/kept-by-values.ts'
import { keptFor } from '../basics/kept-for.ts'
import { longer } from '../basics/longer.ts'
import { numberIn } from '../basics/number-in.ts'
import { always, isProofAgainstEvents, never } from '../policy/steady.ts'
import { seenIn, type Timeline } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event } from '../seekers/history.ts'
import { type Likeness, likenessUnder } from './alike.ts'
import { type Bound, homeNamesReadAnywhere } from './bind.ts'
import type { SharedLife } from './cohort-life.ts'
import {
  type Asked,
  AskedAt,
  dependsOnHome,
  type Followed,
  followCandidate,
  happens,
  hereAt,
  ownHolds,
  ownRecordAt,
  type Remembered,
  recordAt,
} from './follow-candidates.ts'
import { numberOf } from './order-candidates.ts'
import type { Prepared } from './prepare.ts'
import { type Kinds, noStandings, type Standings } from './rank-kinds.ts'
import { type Fitting, type Sharing, SharingPeople, type Way } from './sharing-people.ts'

/** What is known of somebody on the day they are first asked for. */
export type WhoIs = (seat: number, on: CalendarDate) => Candidate

/** One value that depends on a home, for homes that are alike to it: what the rules say of it for each. */
type Slot = {
  readonly name: string
  readonly number: number
  readonly way: Way | undefined
  readonly fitting: Fitting
  /** Of each seat, until when and the number of what is said. */
  said: Int32Array
  /** Nothing that happens changes it. */
  readonly isProof: boolean
  readonly numbers: Map<string, number>
  /** The same for small numbers, such as years. */
  readonly ofSmall: (number | undefined)[]
  /** A value of which each is said. */
  readonly values: (Value | undefined)[]
  /** Whether a condition reads it: only then does it tell people apart. */
  readonly isRead: boolean
  /** The value itself, where it orders people. */
  ordering: Float64Array | undefined
}

/** Homes that ask the same values of people. */
type Column = {
  readonly slots: readonly Slot[]
  readonly place: Place
}

/** Homes that ask the same of people as far as it tells them apart. */
type Place = {
  readonly slots: readonly Slot[]
  /** Numbers of what is said of several values together, and what somebody of whom it is said is like there. */
  readonly together: Map<number, number>
  readonly here: (number | undefined)[]
  /** Of each seat, until when and of which kind somebody is there. */
  kinds: Int32Array
}

/** Of each seat a number that only orders people, and depends on no home. */
type Numbers = { readonly name: string; of: Float64Array }

/** What a listing alone knows of each person, such as the moment of a response, in the order of the seats. */
export type GivenHere = ReadonlyMap<string, Float64Array>

/** More kinds than this are forgotten and told apart anew. */
const kindsMaxUnlessSaid = 200_000

/** What stands where in the row of a seat, which is read in one go. */
const rowLength = 8
const rowOf = {
  /** Until when and to whom they are alike in what depends on no home. Who has something attached is looked at anew each time. */
  ownUntil: 0,
  own: 1,
  /** 1 for who has something attached. */
  attached: 2,
  standing: 3,
  /** Of who has a life of their own: the day on which the next thing happens that happens to their cohort. */
  nextOn: 4,
  /** Of who shares a life: what of it their own was read from, and until when that says the same. */
  life: 5,
  readAt: 6,
  readUntil: 7,
} as const

/** Whether somebody shares a life: not asked yet, as in an empty row, yes, or no. */
const unasked = never
const shares = 1
const alone = 2

/** Numbers below this are looked up by themselves. */
const smallMax = 1000

/** Room in one number for what can be said of one value, beside others. */
const saidMax = 2 ** 26

export type CrowdOptions = {
  readonly kindsMax?: number
  /** Given where many people share lives. */
  readonly sharing?: Sharing
}

export class Crowd {
  readonly #prepared: Prepared
  readonly #whoIs: WhoIs
  readonly #kindsMax: number
  readonly #likeness: Likeness
  readonly #lives: (Followed | undefined)[] = []
  readonly #columns = new Map<number, Column>()
  readonly #slots = new Map<number, Slot>()
  readonly #places = new Map<string, Place>()
  /** The same in a row, for whoever goes over all of them. */
  readonly #slotList: Slot[] = []
  readonly #placeList: Place[] = []
  /** The slots of which something that happens changes what is said. */
  readonly #changing: Slot[] = []
  #size = 1024
  #rows = new Int32Array(rowLength * this.#size).fill(never)
  readonly #numbers: readonly Numbers[]
  /** By what somebody is like on any home, and then by what they are like here. */
  #kinds: (number[] | undefined)[] = []
  #examples: Facts[] = []
  /** What was decided of each kind, for a binding of the rules and a home that is alike to them. */
  #standings = new WeakMap<Bound['gateRules'], KeptByValues<Standings>>()

  #askedLast: AskedAt | undefined

  readonly #sharing: SharingPeople | undefined

  constructor(
    prepared: Prepared,
    whoIs: WhoIs,
    { kindsMax = kindsMaxUnlessSaid, sharing }: CrowdOptions = {},
  ) {
    this.#prepared = prepared
    this.#whoIs = whoIs
    this.#kindsMax = kindsMax
    this.#likeness = likenessUnder(prepared)
    const ordering = this.#likeness.ordering.filter((name) => !dependsOnHome(prepared, name))
    this.#numbers = ordering.map((name) => ({ name, of: new Float64Array(this.#size) }))
    this.#sharing = sharing && new SharingPeople(prepared, this.#likeness, sharing)
  }

  /** The life of whoever has a seat; followed from the day they are first asked for. */
  lifeOf(seat: number, on: CalendarDate): Followed {
    const row = seat * rowLength
    const known = this.#lives[seat]
    if (known && on < (this.#rows[row + rowOf.nextOn] as number)) return known
    if (known) this.#catchUp(seat, known, on)
    return known ?? this.#beginLife(seat, on)
  }

  /** What can be read of whoever has a seat where there is no home: in the life they share, as long as they do. */
  timelineOf(seat: number, on: CalendarDate): Timeline {
    this.#makeRoom(seat)
    const shared = this.#sharedBy(seat, on)
    return (shared && this.#sharing?.timelineOf(seat, shared)) ?? this.lifeOf(seat, on).timeline
  }

  #beginLife(seat: number, on: CalendarDate): Followed {
    const row = seat * rowLength
    this.#makeRoom(seat)
    const begun = followCandidate(this.#prepared.rules, this.#whoIs(seat, on), on)
    this.#lives[seat] = begun
    this.#sharing?.noteSpell(seat)
    this.#forget(seat)
    this.#rows[row + rowOf.standing] = alone
    this.#rows[row + rowOf.nextOn] = this.#sharing?.nextOf(seat, on)?.on ?? always
    return begun
  }

  // What happens to a whole cohort happens to whoever has a life of their own as well, and nobody need tell.
  #catchUp(seat: number, followed: Followed, on: CalendarDate): void {
    const row = seat * rowLength
    // @NOTE the column holds dates.
    for (let day = this.#rows[row + rowOf.nextOn] as CalendarDate; day <= on; ) {
      const next = this.#sharing?.nextOf(seat, addDays(day, -1))
      if (next && !this.#sharing?.renews(followed, next)) happens(followed, next)
      day = this.#sharing?.nextOf(seat, day)?.on ?? always
      this.#rows[row + rowOf.nextOn] = day
    }
    this.#rows[row + rowOf.ownUntil] = never
    this.#forgetHere(seat)
  }

  /** Looks at whoever takes a seat while all about them is at hand, where their life is one of many. */
  arrive(seat: number, on: CalendarDate): void {
    this.#makeRoom(seat)
    const shared = this.#sharedBy(seat, on)
    if (shared) this.#lookAtSharing(seat, shared, on)
  }

  /** Tells what happened to somebody alone, who is known with it from then on. */
  happens(seat: number, event: Event): void {
    const row = seat * rowLength
    if (this.#lives[seat]) {
      happens(this.lifeOf(seat, event.on), event)
      this.#rows[row + rowOf.ownUntil] = never
      this.#forgetKinds(seat)
      this.#forgetHere(seat)
    } else if (this.#rows[row + rowOf.standing] === shares) {
      const life = this.#sharing?.lifeOf(seat, event.on)
      if (!life || !this.#sharing?.isNothing(event.event, life)) this.#forget(seat)
    }
  }

  /** Somebody left; their seat is free for another. */
  leave(seat: number): void {
    this.#lives[seat] = undefined
    this.#forget(seat)
  }

  #forgetKinds(seat: number): void {
    for (const { kinds } of this.#placeList) kinds[2 * seat] = never
  }

  #forgetHere(seat: number): void {
    for (const { said } of this.#changing) said[2 * seat] = never
  }

  #forget(seat: number): void {
    const row = seat * rowLength
    this.#rows[row + rowOf.standing] = unasked
    this.#rows[row + rowOf.readUntil] = never
    this.#rows[row + rowOf.ownUntil] = never
    this.#forgetKinds(seat)
    for (const { said } of this.#slotList) said[2 * seat] = never
  }

  /** The life somebody shares with others, if they do. */
  #sharedBy(seat: number, on: CalendarDate): SharedLife | undefined {
    const row = seat * rowLength
    const standing = this.#rows[row + rowOf.standing]
    if (!this.#sharing || standing === alone) return undefined
    const life = this.#sharing.lifeOf(seat, on)
    const isShared = life && (standing === shares || this.#sharing.canShare(seat, life))
    if (isShared) this.#rows[row + rowOf.standing] = shares
    else if (standing === shares) this.#forget(seat)
    if (!isShared) this.#rows[row + rowOf.standing] = alone
    return isShared ? life : undefined
  }

  /**
   * The people on these seats, in the order of their ids, told apart as far as the rules do on a home: to be
   * put in order by `KindOrder`.
   *
   * @throws where something only this listing knows is not given, or decides more than an order.
   */
  tellApart(
    bound: Bound,
    seats: ArrayLike<number>,
    on: CalendarDate,
    given: GivenHere = new Map(),
  ): Kinds {
    const asked = this.#askedAt(bound)
    for (const name of asked.unattached.own) {
      const isKnown = given.has(name) && !this.#likeness.reads(name)
      assert(isKnown, `${name} is given for this listing, and only orders people`)
    }
    if (this.#examples.length > this.#kindsMax) this.#tellApartAnew()
    const column = this.#columnFor(asked.unattached)
    const of: number[] = new Array(seats.length)
    for (let each = 0; each < seats.length; each += 1) {
      const seat = seats[each] as number
      this.#makeRoom(seat)
      const { kinds } = column.place
      const isKnown = on <= (kinds[2 * seat] as number)
      of[each] = isKnown ? (kinds[2 * seat + 1] as number) : this.#kindAt(asked, column, seat, on)
    }
    return {
      of,
      candidateAt: (position) => this.#whoSits(seats[position] as number, on),
      exampleOf: (kind) => this.#examples[kind] ?? {},
      numbers: (name) => {
        const here = given.get(name)
        if (here) return (position) => here[position] as number
        const own = this.#numbers.find((each) => each.name === name)?.of
        if (own) return (position) => own[seats[position] as number] as number
        const slot = column.slots.find((each) => each.name === name)
        return (
          slot?.ordering &&
          ((position) => this.#orderAt(asked, slot, seats[position] as number, on))
        )
      },
      standingsFor: (under) => this.#standingsFor(under),
    }
  }

  // What only orders people is looked up of whoever may come first, and of nobody else.
  #orderAt(asked: AskedAt, slot: Slot, seat: number, on: CalendarDate): number {
    if (on > (slot.said[2 * seat] as number)) this.#lookHere(asked, slot, seat, on)
    return slot.ordering?.[seat] ?? Number.NaN
  }

  #whoSits(seat: number, on: CalendarDate): Candidate {
    return this.#lives[seat]?.candidate ?? this.#whoIs(seat, on)
  }

  #standingsFor({ gateRules, home, prepared }: Bound): Standings {
    let known = this.#standings.get(gateRules)
    if (!known) {
      known = new KeptByValues(homeNamesOf(prepared))
      this.#standings.set(gateRules, known)
    }
    return known.of(home, () => noStandings(this.#examples.length))
  }

  // Who gets a home is asked after all who may have it.
  #askedAt(bound: Bound): AskedAt {
    if (this.#askedLast?.bound !== bound) this.#askedLast = new AskedAt(bound)
    return this.#askedLast
  }

  /** Somebody's own values for a home. */
  valuesOf(bound: Bound, seat: number, on: CalendarDate): Facts {
    const asked = this.#askedAt(bound)
    const shared = this.#sharedBy(seat, on)
    return shared && this.#sharing
      ? this.#sharing.recordAt(asked, seat, shared, on)
      : { ...recordAt(asked, this.lifeOf(seat, on), on) }
  }

  #kindAt(asked: AskedAt, column: Column, seat: number, on: CalendarDate): number {
    const row = seat * rowLength
    if (on > (this.#rows[row + rowOf.ownUntil] as number)) {
      this.#lookAt(asked, seat, on)
      if (this.#rows[row + rowOf.attached] === 1)
        return this.#kindOfAttached(asked, column, seat, on)
    }
    const { slots, kinds, here, together } = column.place
    let until = this.#rows[row + rowOf.ownUntil] as number
    let said = 0
    for (let each = 0; each < slots.length; each += 1) {
      const slot = slots[each]
      if (!slot) continue
      if (on > (slot.said[2 * seat] as number)) this.#lookHere(asked, slot, seat, on)
      until = Math.min(until, slot.said[2 * seat] as number)
      const one = slot.said[2 * seat + 1] as number
      said = each === 0 ? one : numberIn(together, said * saidMax + one)
    }
    const own = this.#rows[row + rowOf.own] as number
    const place = here[said] ?? this.#hereOf(column.place, said, seat)
    const kind =
      this.#kinds[own]?.[place] ?? this.#newKind(own, place, this.valuesOf(asked.bound, seat, on))
    kinds[2 * seat] = until
    kinds[2 * seat + 1] = kind
    return kind
  }

  // What is said of each value, of whomever it was said first.
  #hereOf({ slots, here }: Place, said: number, seat: number): number {
    const values = slots.map((slot) => [slot.name, slot.values[slot.said[2 * seat + 1] ?? 0]])
    const number = this.#likeness.here(Object.fromEntries(values))
    here[said] = number
    return number
  }

  /** What somebody is like on any home. */
  #lookAt(asked: AskedAt, seat: number, on: CalendarDate): void {
    const row = seat * rowLength
    if (this.#isUnchanged(seat, on)) return
    const shared = this.#sharedBy(seat, on)
    if (shared) {
      this.#lookAtSharing(seat, shared, on)
      return
    }
    const followed = this.lifeOf(seat, on)
    const values = ownRecordAt(asked, followed, on)
    this.#rows[row + rowOf.attached] = followed.isUnattached ? 0 : 1
    const holds = this.#sharing?.holdsAlone(seat, followed, on) ?? ownHolds(followed)
    this.#rows[row + rowOf.ownUntil] = followed.isUnattached ? this.#untilNext(seat, holds) : never
    this.#rows[row + rowOf.own] = this.#likeness.own(values)
    setNumbers(this.#numbers, seat, values)
  }

  // Nothing happened in the life somebody shares but what happens every year.
  #isUnchanged(seat: number, on: CalendarDate): boolean {
    const row = seat * rowLength
    if (!this.#sharing || this.#rows[row + rowOf.standing] !== shares) return false
    const number = this.#rows[row + rowOf.life] as number
    const { quiet, versions } = this.#sharing
    const until = Math.min(this.#rows[row + rowOf.readUntil] as number, quiet[number] as number)
    if (on > until || this.#rows[row + rowOf.readAt] !== versions[number]) return false
    this.#rows[row + rowOf.ownUntil] = until
    return true
  }

  // Another day of the same life says nothing new of anybody.
  #lookAtSharing(seat: number, life: SharedLife, on: CalendarDate): void {
    const row = seat * rowLength
    const isKnown =
      this.#rows[row + rowOf.readAt] === life.version &&
      on <= (this.#rows[row + rowOf.readUntil] as number)
    if (!isKnown && this.#sharing) {
      // What it was read from is no more: nor is what may have been made of it, if anything was.
      const isOther = this.#rows[row + rowOf.readAt] !== life.version
      if (isOther && this.#rows[row + rowOf.readUntil] !== never) this.#forgetHere(seat)
      const { value, until } = this.#sharing.ownAt(seat, life, on)
      this.#rows[row + rowOf.attached] = 0
      this.#rows[row + rowOf.readAt] = life.version
      this.#rows[row + rowOf.readUntil] = until
      this.#rows[row + rowOf.own] = this.#likeness.own(value)
      setNumbers(this.#numbers, seat, value)
    }
    this.#rows[row + rowOf.life] = life.number
    this.#rows[row + rowOf.ownUntil] = Math.min(
      this.#rows[row + rowOf.readUntil] as number,
      life.quietUntil,
    )
  }

  /** What the rules say of a value that depends on the home. */
  #lookHere(asked: AskedAt, slot: Slot, seat: number, on: CalendarDate): void {
    const row = seat * rowLength
    const { bound } = asked
    const isShared = this.#rows[row + rowOf.standing] === shares
    const { value, until } =
      isShared && this.#sharing
        ? this.#sharing.hereAt(slot, bound, seat, on)
        : this.#hereAlone(slot, bound, this.lifeOf(seat, on), seat, on)
    slot.said[2 * seat] = isShared || slot.isProof ? until : this.#untilNext(seat, until)
    slot.said[2 * seat + 1] = this.#saidOf(slot, value)
    if (slot.ordering) slot.ordering[seat] = numberOf(value) ?? Number.NaN
  }

  #hereAlone(
    slot: Slot,
    bound: Bound,
    followed: Followed,
    seat: number,
    on: CalendarDate,
  ): Remembered<Value | undefined> {
    const { surroundings } = bound
    const reading = () => seenIn(followed.timeline, surroundings)
    return this.#sharing?.grownAt(slot, seat, on, reading) ?? hereAt(bound, slot.name, followed, on)
  }

  #untilNext(seat: number, until: CalendarDate): number {
    const row = seat * rowLength
    return Math.min(until, (this.#rows[row + rowOf.nextOn] as number) - 1)
  }

  #saidOf(slot: Slot, value: Value | undefined): number {
    const isSmall = typeof value === 'number' && value >= 0 && value < smallMax
    const known = isSmall ? slot.ofSmall[value] : undefined
    if (known !== undefined) return known
    const number = numberIn(slot.numbers, this.#likeness.said(slot.name, value))
    slot.values[number] ??= value
    if (isSmall) slot.ofSmall[value] = number
    return number
  }

  #kindOfAttached(asked: AskedAt, column: Column, seat: number, on: CalendarDate): number {
    const values = recordAt(asked, this.lifeOf(seat, on), on)
    const own = this.#likeness.own(values)
    const here = this.#likeness.here(values)
    setNumbers(this.#numbers, seat, values)
    for (const { said } of column.slots) said[2 * seat] = never
    return this.#kinds[own]?.[here] ?? this.#newKind(own, here, { ...values })
  }

  #newKind(own: number, here: number, example: Facts): number {
    const ofOwn = this.#kinds[own] ?? []
    this.#kinds[own] = ofOwn
    const kind = this.#examples.length
    ofOwn[here] = kind
    this.#examples.push(example)
    return kind
  }

  #columnFor({ number, values }: Asked): Column {
    const known = this.#columns.get(number)
    if (known) return known
    const slots = values.map(({ name, slot }) => this.#slotFor(name, slot))
    const column = { slots, place: this.#placeFor(slots.filter(({ isRead }) => isRead)) }
    this.#columns.set(number, column)
    return column
  }

  #placeFor(slots: readonly Slot[]): Place {
    const name = slots.map(({ number }) => number).join()
    const known = this.#places.get(name)
    if (known) return known
    const kinds = new Int32Array(2 * this.#size).fill(never)
    const place: Place = { slots, together: new Map(), here: [], kinds }
    this.#places.set(name, place)
    this.#placeList.push(place)
    return place
  }

  #slotFor(name: string, number: number): Slot {
    const known = this.#slots.get(number)
    if (known) return known
    const orders = this.#likeness.ordering.includes(name)
    const slot: Slot = {
      name,
      number,
      isRead: this.#likeness.reads(name),
      way: this.#sharing?.askedOfMany(name).way,
      fitting: [],
      said: new Int32Array(2 * this.#size).fill(never),
      isProof: isProofAgainstEvents(this.#prepared.rules, name),
      numbers: new Map(),
      ofSmall: [],
      values: [],
      ordering: orders ? new Float64Array(this.#size) : undefined,
    }
    this.#slots.set(number, slot)
    this.#slotList.push(slot)
    if (!slot.isProof) this.#changing.push(slot)
    return slot
  }

  #tellApartAnew(): void {
    this.#kinds = []
    this.#examples = []
    for (const { kinds } of this.#placeList) kinds.fill(never)
    this.#standings = new WeakMap()
  }

  #makeRoom(seat: number): void {
    if (seat < this.#size) return
    const size = 2 * seat
    this.#size = size
    this.#rows = longer(this.#rows, new Int32Array(rowLength * size).fill(never))
    for (const own of this.#numbers) own.of = longer(own.of, new Float64Array(size))
    for (const place of this.#placeList) {
      place.kinds = longer(place.kinds, new Int32Array(2 * size).fill(never))
    }
    for (const slot of this.#slotList) {
      slot.said = longer(slot.said, new Int32Array(2 * size).fill(never))
      slot.ordering &&= longer(slot.ordering, new Float64Array(size))
    }
  }
}

const homeNamesOf = keptFor(homeNamesReadAnywhere)

function setNumbers(columns: readonly Numbers[], seat: number, values: Facts): void {
  for (const { name, of } of columns) of[seat] = numberOf(values[name]) ?? Number.NaN
}
