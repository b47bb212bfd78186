/**
 * People who share a life with others (gedeelde levensloop), by seat: their own facts and where they live stand
 * beside it. Their values are read as those of anybody, and hold until the day on which the rules can say
 * something else of them, which may be long after the value itself is another one.
 */
import { assert } from '../basics/assert.ts'
import { type CalendarDate, earliestOf } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { longer } from '../basics/longer.ts'
import { facts as catalogue, factOf } from '../policy/catalogue.ts'
import { anyGiven, type Otherwise, type RecordMaker, recordMaker } from '../policy/compile.ts'
import { namesIn } from '../policy/condition.ts'
import { type Resolved, rulesOf } from '../policy/resolve.ts'
import { always, isProofWhile, steadyUntil } from '../policy/steady.ts'
import {
  eventAt,
  holds,
  type Surroundings,
  seenIn,
  type Timeline,
  valueAt,
} from '../policy/timeline.ts'
import type { Event, Spell, SpellName } from '../seekers/history.ts'
import type { Likeness } from './alike.ts'
import type { Bound } from './bind.ts'
import { type CohortHistory, type SharedLife, SharedLives } from './cohort-life.ts'
import { type AskedAt, type Followed, plansOf, type Remembered } from './follow-candidates.ts'
import type { Prepared } from './prepare.ts'
import {
  ageGrowth,
  type GrowingMeasure,
  type Growth,
  growingMeasure,
  grownTo,
  type TurningPoints,
  turnsAfter,
} from './turning-points.ts'

/** Who shares lives, for whoever follows many people of whom little happens. */
export type Sharing = CohortHistory & {
  /** The cohort of whoever has a seat; undefined for who is followed on their own. */
  cohortOf(seat: number): number | undefined
  factsOf(seat: number): Facts
  spellsOf(seat: number): readonly Spell[]
  /** What happened to them beside what happened to all of their cohort. */
  ownEventsOf(seat: number): readonly Event[]
}

/** How the value of one name is found for somebody who shares a life. */
export type Way =
  | { readonly by: 'life' }
  | { readonly by: 'age'; readonly points: TurningPoints }
  | { readonly by: 'spell'; readonly growing: GrowingMeasure; readonly points: TurningPoints }
  | { readonly by: 'rules'; readonly isProof: boolean }
  /** Nothing makes it where there is no home: it is given, or it is this. */
  | { readonly by: 'given'; readonly otherwise: Value | undefined }

/** Which spells count on homes that ask the same, by the number of what they say of themselves. */
export type Fitting = (boolean | undefined)[]

/** A value that is asked of many: how it is found, and which spells count for it. */
type AskedOfMany = {
  readonly name: string
  readonly way: Way | undefined
  readonly fitting: Fitting
}

/** No spell that lasts, or others beside it. */
const notPlain = -1

export class SharingPeople {
  readonly #sharing: Sharing
  readonly #lives: SharedLives
  /** What depends on no home is read where there is none. */
  readonly #nowhere: Surroundings
  readonly #ways: ReadonlyMap<string, Way>
  /** What depends on no home, by the position of its name. */
  readonly #own: readonly (AskedOfMany | undefined)[]
  /** What depends on a home, by the number of what it depends on. */
  readonly #here: AskedOfMany[] = []
  /** Makes the record of what depends on no home. */
  readonly #recordOwn: RecordMaker
  readonly #givesAny: (facts: Facts) => boolean
  /** Of each seat where somebody lives, or what else of theirs lasts: what it says of itself by number, and since when. */
  #lasting: Int32Array = new Int32Array(2 * 1024)
  readonly #spells = new Map<SpellName, Map<Facts, number>>()
  readonly #spellNames: SpellName[] = []

  constructor(prepared: Prepared, likeness: Likeness, sharing: Sharing) {
    const { names, unattached, usual } = plansOf(prepared)
    const { rules } = prepared
    this.#sharing = sharing
    // An urgency is asked for where there is no home, and read in the same lives.
    const askedAtGates = prepared.gateRules.flatMap(({ met }) => namesIn(met))
    this.#lives = new SharedLives(rules, [...new Set([...names, ...askedAtGates])], sharing)
    this.#nowhere = { rules }
    const watched = this.#lives.names
    const ways = names.map((name, position) => {
      const usually = unattached.has(name) || watched.has(name) ? undefined : usual[position]
      const given: Way | undefined = usually && { by: 'given', otherwise: usually.value }
      return [name, given ?? wayTo(rules, name, likeness, watched)] as const
    })
    this.#ways = new Map(ways)
    const measured = rulesOf(rules, 'measure').map(({ rule }) => rule.id)
    this.#givesAny = anyGiven([...ofHomes, ...measured])
    this.#own = names.map((name) => (unattached.has(name) ? undefined : this.askedOfMany(name)))
    this.#recordOwn = recordMaker(names, (name) =>
      unattached.has(name) ? nothing : otherwiseBy(this.#ways.get(name)),
    )
  }

  /** A value that will be asked of many, where what it depends on is the same. */
  askedOfMany(name: string): AskedOfMany {
    return { name, way: this.#ways.get(name), fitting: [] }
  }

  /** The life somebody shares on a day; undefined for who must be followed on their own. */
  lifeOf(seat: number, on: CalendarDate): SharedLife | undefined {
    const cohort = this.#sharing.cohortOf(seat)
    return cohort === undefined ? undefined : this.#lives.on(cohort, on)
  }

  /**
   * What `hereAt` gives, also of whoever has a life of their own, where it follows from how long they live somewhere
   * and from nothing that happens; undefined where it does not.
   */
  grownAt(
    { way, fitting }: Pick<AskedOfMany, 'way' | 'fitting'>,
    seat: number,
    on: CalendarDate,
    reading: () => Timeline,
  ): Remembered<number> | undefined {
    const number = this.#lasting[2 * seat] as number
    // @NOTE the column holds dates.
    const from = this.#lasting[2 * seat + 1] as CalendarDate
    if (way?.by !== 'spell' || number === notPlain || from > on) return undefined
    const { growing, points } = way
    fitting[number] ??= this.#sharing
      .spellsOf(seat)
      .every((only) => isFitting(reading(), growing, only, on))
    return fitting[number] ? grown(growing, points, from, on) : noTime
  }

  /**
   * The last day on which the rules say the same of what depends on no home, of whoever has a life of their own and
   * was read last on a day. It may be long after a birthday.
   */
  holdsAlone(
    seat: number,
    { timeline, remembered, quietUntil }: Followed,
    on: CalendarDate,
  ): CalendarDate {
    let until = quietUntil
    for (let position = 0; position < remembered.length; position += 1) {
      const known = remembered[position]
      if (known === undefined || known.until >= until) continue
      until = earliestOf(until, this.#turnAlone(position, seat, timeline, on) ?? known.until)
    }
    return until
  }

  /** When the rules can say something else of a value that only grows with time. */
  #turnAlone(
    position: number,
    seat: number,
    timeline: Timeline,
    on: CalendarDate,
  ): CalendarDate | undefined {
    const asked = this.#own[position]
    const { born } = timeline.subject.facts
    if (asked?.way?.by === 'age' && typeof born === 'number') {
      // @NOTE `born` is a date in the catalogue, and dates are whole days.
      return turnsAfter(ageGrowth, asked.way.points, born as CalendarDate, on)
    }
    return asked && this.grownAt(asked, seat, on, () => timeline)?.until
  }

  /** What happens next to the cohort of whoever has a seat, after a day. */
  nextOf(seat: number, after: CalendarDate): Event | undefined {
    const cohort = this.#sharing.cohortOf(seat)
    return cohort === undefined ? undefined : this.#sharing.next(cohort, after)
  }

  /** Whether nothing about somebody keeps them from sharing the life of their cohort. */
  canShare(seat: number, life: SharedLife): boolean {
    if (this.#isGiven(seat)) return false
    for (const { event } of this.#sharing.ownEventsOf(seat)) {
      if (!this.#lives.isNothing(event, life)) return false
    }
    this.#note(seat, true)
    return true
  }

  // What is given of somebody wins over what a home or a history says.
  #isGiven(seat: number): boolean {
    return this.#givesAny(this.#sharing.factsOf(seat))
  }

  /** Notes where somebody lives and since when, for whoever asks how long. */
  noteSpell(seat: number): void {
    this.#note(seat, !this.#isGiven(seat))
  }

  #note(seat: number, follows: boolean): void {
    if (2 * seat >= this.#lasting.length) {
      this.#lasting = longer(this.#lasting, new Int32Array(4 * seat))
    }
    const [only, other] = this.#sharing.spellsOf(seat)
    const isAlone = only !== undefined && other === undefined && only.to === undefined
    this.#lasting[2 * seat] = follows && isAlone ? this.#numberOf(only) : notPlain
    this.#lasting[2 * seat + 1] = only?.from ?? 0
  }

  #numberOf({ spell, attributes }: Spell): number {
    const known = this.#spells.get(spell) ?? new Map<Facts, number>()
    this.#spells.set(spell, known)
    // Whoever gives everybody attributes of their own is asked about them anew.
    const number = known.get(attributes) ?? this.#spellNames.length
    if (number === this.#spellNames.length) {
      if (number === spellsMax) return notPlain
      known.set(attributes, number)
      this.#spellNames.push(spell)
    }
    return number
  }

  /** Until when nothing happens in a life, by its number, and how often its values became others. */
  get quiet(): Int32Array {
    return this.#lives.quiet
  }

  get versions(): Int32Array {
    return this.#lives.versions
  }

  /** Whether all that came of an event is that what runs was renewed, which is then done. */
  renews(followed: Followed, event: Event): boolean {
    return this.#lives.renews(followed, event)
  }

  isNothing(event: string, life: SharedLife): boolean {
    return this.#lives.isNothing(event, life)
  }

  /** What depends on no home, and the last day on which the rules say the same about it. */
  ownAt(seat: number, life: SharedLife, on: CalendarDate): Remembered<Facts> {
    let until = always
    const ask = (position: number): Value | undefined => {
      const read = this.#ownAsked(position, seat, life, on)
      if (read.until < until) until = read.until
      return read.value
    }
    const value = this.#recordOwn(this.#sharing.factsOf(seat), ask, life.values)
    return { value, until }
  }

  #ownAsked(
    position: number,
    seat: number,
    life: SharedLife,
    on: CalendarDate,
  ): Remembered<Value | undefined> {
    const asked = this.#own[position]
    if (!asked?.way) return nothingEver
    const { name, way } = asked
    if (way.by === 'age') {
      const age = ageOf(this.#sharing.factsOf(seat), way.points, on)
      if (age) return age
    }
    const view = () => this.timelineOf(seat, life)
    return this.grownAt(asked, seat, on, view) ?? this.#valueOf(view(), life, name, way, on)
  }

  /**
   * A value that depends on a home, and the last day on which the rules say the same about it, of somebody whose
   * life is known to be shared on that day.
   */
  hereAt(
    asked: AskedOfMany,
    { surroundings }: Bound,
    seat: number,
    on: CalendarDate,
  ): Remembered<Value | undefined> {
    const view = (life: SharedLife) => this.#viewOf(seat, life, surroundings)
    const grownHere = this.grownAt(asked, seat, on, () => {
      const life = this.lifeOf(seat, on)
      assert(life !== undefined, 'somebody who shares a life is asked about')
      return view(life)
    })
    if (grownHere) return grownHere
    const { name, way } = asked
    const life = this.lifeOf(seat, on)
    if (!way || !life) return nothingEver
    return this.#valueOf(view(life), life, name, way, on)
  }

  /** All of their values for a home. */
  recordAt(
    { bound, unattached }: AskedAt,
    seat: number,
    life: SharedLife,
    on: CalendarDate,
  ): Facts {
    const view = () => this.#viewOf(seat, life, bound.surroundings)
    const record: Record<string, Value | undefined> = this.ownAt(seat, life, on).value
    for (const { name, slot } of unattached.values) {
      const here = this.#here[slot] ?? this.askedOfMany(name)
      this.#here[slot] = here
      const grownHere = this.grownAt(here, seat, on, view)
      record[name] = grownHere ? grownHere.value : valueAt(view(), name, on)
    }
    for (const name of unattached.own) record[name] = valueAt(view(), name, on)
    return record
  }

  /** Their own life where there is no home, as it is read in the life they share. */
  timelineOf(seat: number, life: SharedLife): Timeline {
    return this.#viewOf(seat, life, this.#nowhere)
  }

  #viewOf(seat: number, { followed }: SharedLife, surroundings: Surroundings): Timeline {
    const { timeline, history } = followed
    const spells = this.#sharing.spellsOf(seat)
    const facts = this.#sharing.factsOf(seat)
    const subject = { facts, history: { spells, events: history.events }, members: [] }
    return seenIn(timeline, surroundings, subject)
  }

  #valueOf(
    view: Timeline,
    life: SharedLife,
    name: string,
    way: Way,
    on: CalendarDate,
  ): Remembered<Value | undefined> {
    const { facts, history } = view.subject
    const age = way.by === 'age' ? ageOf(facts, way.points, on) : undefined
    if (age) return age
    const given = facts[name]
    if (given !== undefined) return { value: given, until: always }
    if (way.by === 'life') return { value: life.values[name], until: always }
    if (way.by === 'spell') {
      const { growing, points } = way
      const [spell, other] = history.spells
      const isPlain = spell !== undefined && other === undefined && spell.to === undefined
      if (isPlain && spell.from <= on) {
        return isFitting(view, growing, spell, on) ? grown(growing, points, spell.from, on) : noTime
      }
    }
    const value = valueAt(view, name, on)
    const until = steadyUntil(view, name, on, this.#lives.names)
    const isProof = way.by === 'rules' && way.isProof
    return { value, until: isProof ? until : earliestOf(until, life.quietUntil) }
  }
}

const ofHomes = Object.keys(catalogue).filter((name) => factOf(name)?.of === 'listing')

/** So many different things that spells can say of themselves are told apart. */
const spellsMax = 10_000

const nothingEver: Remembered<undefined> = { value: undefined, until: always }
const noTime: Remembered<number> = { value: 0, until: always }

function isFitting(
  view: Timeline,
  { measure }: GrowingMeasure,
  { spell, attributes }: Spell,
  on: CalendarDate,
): boolean {
  return spell === measure.of && holds(measure.where, eventAt(view, attributes, on))
}

/** How old somebody is whose birthday is known. */
function ageOf(
  { born }: Facts,
  points: TurningPoints,
  on: CalendarDate,
): Remembered<number> | undefined {
  // @NOTE `born` is a date in the catalogue, and dates are whole days.
  return typeof born === 'number' ? grown(ageGrowth, points, born as CalendarDate, on) : undefined
}

function grown(
  growth: Growth,
  points: TurningPoints,
  from: CalendarDate,
  on: CalendarDate,
): Remembered<number> {
  const value = grownTo(growth, from, on)
  return { value, until: turnsAfter(growth, points, from, on, value) }
}

function wayTo(
  rules: Resolved,
  name: string,
  { turning }: Likeness,
  watched: ReadonlySet<string>,
): Way {
  if (watched.has(name)) return { by: 'life' }
  const points = turning.get(name) ?? []
  if (name === 'age') return { by: 'age', points }
  const rule = rules.byId.get(name)?.rule
  const growing = rule?.kind === 'measure' ? growingMeasure(rule) : undefined
  if (growing) return { by: 'spell', growing, points }
  return { by: 'rules', isProof: isProofWhile(rules, name, watched) }
}

/** How a value that is not given comes about in a record of what depends on no home. */
function otherwiseBy(way: Way | undefined): Otherwise {
  if (way?.by === 'life') return 'common'
  return way?.by === 'given' ? { value: way.otherwise } : 'asked'
}

const nothing: Otherwise = { value: undefined }
