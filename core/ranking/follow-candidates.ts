/**
 * Candidates whose lives are followed day by day (gevolgde kandidaten): what happens is told as it happens,
 * and the values the rules read are remembered for as long as they hold. It gathers exactly what `gather`
 * gathers from a whole history, for whoever asks about the same people again and again.
 */
import { addDays, type CalendarDate, earliestOf } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { KeptByValues } from '../basics/kept-by-values.ts'
import { numberIn } from '../basics/number-in.ts'
import type { RecordMaker } from '../policy/compile.ts'
import { type Life, type LifePart, lifeValue, nextDue } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import {
  always,
  blockNames,
  homeFactsOf,
  isProofAgainstEvents,
  isUnattached,
  ruleBehind,
  steadyUntil,
} from '../policy/steady.ts'
import {
  comesBeforeOthers,
  follow,
  nextTick,
  proceed,
  type Surroundings,
  seenIn,
  stateOf,
  still,
  type Timeline,
  ticksAfter,
  valueAt,
} from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import { type Bound, namesReadAnywhere } from './bind.ts'
import type { Prepared } from './prepare.ts'

export type Followed = {
  readonly candidate: Candidate
  readonly facts: Facts
  readonly history: { readonly spells: readonly Spell[]; readonly events: Event[] }
  timeline: Timeline
  /** The day the timeline was brought up to, its ticks included. */
  livedUntil: CalendarDate
  /** The last day on which nothing has changed by time alone since then. */
  quietUntil: CalendarDate
  isUnattached: boolean
  /** What was read before of the values that depend on no home, by the position of their name. */
  readonly remembered: (RememberedOwn | undefined)[]
  /** What was read of the values that do depend on a home, by the number of what they depend on. */
  readonly here: Remembered<Value | undefined>[]
  /** All of these values, those of the home that was asked about last among them. */
  record: Record<string, Value | undefined> | undefined
  /** The last day on which the values in the record that depend on no home are what they are. */
  recordUntil: CalendarDate
  /** What the record was made for, and the positions of the names in it that are neither given nor the usual. */
  recordPlan: Plan | undefined
  recordAsked: readonly number[]
  /** The number of what the home of the record has in common with others, and until when it holds. */
  recordOf: number
  recordHereUntil: CalendarDate
}

/** No home has this number. */
const nowhere = -1

type RememberedOwn = Remembered<Value | undefined> & { readonly changedBy: ChangedBy }

/** What can change a value beside time: anything that happens, a sanction that keeps somebody out, or nothing. */
type ChangedBy = 'events' | 'blocks' | 'nothing'

export type Remembered<What> = { readonly value: What; readonly until: CalendarDate }

/** Begins to follow somebody, with what is known of them until a day. */
export function followCandidate(rules: Resolved, person: Candidate, until: CalendarDate): Followed {
  const { id, facts, members, lots } = person
  const { spells, events } = person.history
  const history = { spells, events: [...events] }
  const candidate = { id, facts, members, history, ...(lots && { lots }) }
  return followAs(rules, candidate, facts, until)
}

/** Follows a candidate as they are: their own history grows with what happens. */
export function followAs(
  rules: Resolved,
  candidate: Candidate & { readonly history: Followed['history'] },
  facts: Followed['facts'],
  until: CalendarDate,
): Followed {
  const { history } = candidate
  const timeline = follow(candidate, { rules }, until)
  const followed: Followed = {
    candidate,
    facts,
    history,
    timeline,
    livedUntil: until,
    quietUntil: until,
    isUnattached: true,
    remembered: [],
    here: [],
    record: undefined,
    recordUntil: until,
    recordPlan: undefined,
    recordAsked: [],
    recordOf: nowhere,
    recordHereUntil: until,
  }
  settle(followed, until, until)
  return followed
}

/** Tells what happened to somebody; days never go back. */
export function happens(followed: Followed, event: Event): void {
  const { history, timeline } = followed
  const { on, event: name, attributes } = event
  // A reversal changes what came before it; ticks, and some events, come after others of their day.
  const mustFollowAnew =
    name === 'reversed' ||
    hasOthers(timeline) ||
    hasTicked(followed, on) ||
    comesBeforeOthers(event, history.events)
  history.events.push(event)
  const wasUnblocked = isUnblocked(timeline)
  if (mustFollowAnew) followAnew(followed, on)
  else {
    // Nothing ticks and nothing is due while it is quiet.
    if (on > followed.quietUntil) {
      passTicks(followed, addDays(on, -1))
      proceed(timeline, on)
    }
    timeline.happen({ on, name, attributes })
  }
  forget(followed, wasUnblocked, on)
  settle(followed, mustFollowAnew ? on : addDays(on, -1), on)
}

// What nothing that happened can have changed is remembered as long as time lets it.
function forget(followed: Followed, wasUnblocked: boolean, on: CalendarDate): void {
  const { remembered } = followed
  const neverBlocked = wasUnblocked && isUnblocked(followed.timeline)
  for (let position = 0; position < remembered.length; position += 1) {
    const changedBy = remembered[position]?.changedBy
    const isKept = changedBy === 'nothing' || (changedBy === 'blocks' && neverBlocked)
    if (!isKept) remembered[position] = undefined
  }
  if (followed.here.length > 0) followed.here.length = 0
  if (neverBlocked) followed.recordUntil = addDays(on, -1)
  else followed.record = undefined
}

function isUnblocked({ blocks, demotions }: Timeline): boolean {
  return blocks.length + demotions.length === 0
}

/**
 * One record per person, all with the same names in the same order, on one day; what this home does not ask
 * is left open. Everybody has one record, written over when they are gathered for another home.
 */
export function gatherFollowed(
  bound: Bound,
  people: readonly Followed[],
  on: CalendarDate,
): Facts[] {
  const asked = new AskedAt(bound)
  return people.map((followed) => recordAt(asked, followed, on))
}

/** What one home asks of people: of those to whom nothing is attached, and of anybody. */
export class AskedAt {
  readonly bound: Bound
  readonly unattached: Asked
  #anybody: Asked | undefined

  constructor(bound: Bound) {
    const { unattached, numbers } = plansOf(bound.prepared)
    this.bound = bound
    this.unattached = askedHere(bound, unattached, numbers)
  }

  /** Of most homes nobody asks this. */
  get anybody(): Asked {
    if (this.#anybody) return this.#anybody
    const { anybody, numbers } = plansOf(this.bound.prepared)
    this.#anybody = askedHere(this.bound, anybody, numbers)
    return this.#anybody
  }
}

/** The record of one person for a home. */
export function recordAt(asked: AskedAt, followed: Followed, on: CalendarDate): Facts {
  const { bound } = asked
  const record = ownRecordAt(asked, followed, on)
  const asking = followed.isUnattached ? asked.unattached : asked.anybody
  if (followed.recordOf !== asking.number || on > followed.recordHereUntil) {
    writeHere(bound, followed, asking, on)
  }
  if (asking.own.length > 0) writeOwn(bound, followed, asking, on)
  return record
}

/** The same, of which only what depends on no home is to be relied on, until `ownHolds`. */
export function ownRecordAt(asked: AskedAt, followed: Followed, on: CalendarDate): Facts {
  liveUntil(followed, on)
  const { plan } = followed.isUnattached ? asked.unattached : asked.anybody
  if (followed.record === undefined || on > followed.recordUntil) {
    writeRecord(asked.bound, followed, plan, on)
  }
  return followed.record ?? {}
}

/** The last day on which what depends on no home holds, if nothing happens. */
export function ownHolds({ quietUntil, recordUntil }: Followed): CalendarDate {
  return earliestOf(quietUntil, recordUntil)
}

/** A value that depends on a home, for somebody to whom nothing is attached, and until when it holds. */
export function hereAt(
  { surroundings }: Bound,
  name: string,
  { timeline }: Followed,
  on: CalendarDate,
): Remembered<Value | undefined> {
  const reading = seenIn(timeline, surroundings)
  return { value: valueAt(reading, name, on), until: steadyUntil(reading, name, on) }
}

/** Whether the value called `name` depends on a home for somebody to whom nothing is attached. */
export function dependsOnHome(prepared: Prepared, name: string): boolean {
  return plansOf(prepared).unattached.has(name)
}

/** What is asked at one home beside what depends on none. */
export type Asked = {
  readonly plan: Plan
  /** Names the homes that are alike to all of these values. */
  readonly number: number
  readonly values: readonly { readonly name: string; readonly slot: number }[]
  /** About this one listing, such as the moment of a response: it serves no other. */
  readonly own: readonly string[]
}

// Homes that are alike in what the values depend on ask the same.
function askedHere({ home, names }: Bound, plan: Plan, numbers: Map<string, number>): Asked {
  const { asked, known } = askedOf(plan, names)
  return known.of(home, () => {
    const own: string[] = []
    const values: { name: string; slot: number }[] = []
    let all = ''
    for (const [name, facts] of asked) {
      if (isOfListing(facts)) {
        own.push(name)
        continue
      }
      let key = name
      for (const fact of facts) key += ` ${home[fact]}`
      values.push({ name, slot: numberIn(numbers, key) })
      all += `${key}|`
    }
    return { plan, number: numberIn(numbers, all), values, own }
  })
}

function isOfListing(facts: readonly string[]): boolean {
  return facts.includes('listing')
}

type AskedNames = {
  readonly asked: readonly (readonly [name: string, facts: readonly string[]])[]
  readonly known: KeptByValues<Asked>
}

const askedNames = new WeakMap<Plan, WeakMap<Bound['names'], AskedNames>>()

// The names of a binding are the same list for all homes it is for.
function askedOf(plan: Plan, names: Bound['names']): AskedNames {
  const ofPlan = askedNames.get(plan) ?? new WeakMap<Bound['names'], AskedNames>()
  askedNames.set(plan, ofPlan)
  const known = ofPlan.get(names)
  if (known) return known
  const asked = [...plan].filter(([name]) => names.includes(name))
  const facts = asked.flatMap(([, each]) => (isOfListing(each) ? [] : each))
  const found = { asked, known: new KeptByValues<Asked>([...new Set(facts)]) }
  ofPlan.set(names, found)
  return found
}

// In a record that is there, only what is neither given nor the usual can be another value.
function writeRecord(
  { surroundings, prepared }: Bound,
  followed: Followed,
  plan: Plan,
  on: CalendarDate,
): void {
  const plans = plansOf(prepared)
  const { facts, timeline, record } = followed
  followed.recordUntil = always
  followed.recordOf = nowhere
  if (record && followed.recordPlan === plan) {
    for (const position of followed.recordAsked) {
      record[plans.names[position] ?? ''] = ownValue(plans, followed, surroundings, position, on)
    }
    return
  }
  const isOwn = plans.own.get(plan)
  const isFree = isUnblocked(timeline)
  const asked: number[] = []
  followed.record = plans.record(facts, (position) => {
    if (!isOwn?.[position]) return undefined
    const usually = plans.usual[position]
    if (usually && (isFree || plans.changedBy[position] === 'nothing')) return usually.value
    asked.push(position)
    return ownValue(plans, followed, surroundings, position, on)
  })
  followed.recordPlan = plan
  followed.recordAsked = asked
}

/** The value of a name that depends on no home and is not given; the record holds no longer than it does. */
function ownValue(
  plans: Plans,
  followed: Followed,
  surroundings: Surroundings,
  position: number,
  on: CalendarDate,
): Value | undefined {
  const { remembered } = followed
  let known = remembered[position]
  if (known === undefined || on > known.until) {
    known = readOwn(plans, followed, surroundings, position, on)
    remembered[position] = known
  }
  if (known.until < followed.recordUntil) followed.recordUntil = known.until
  return known.value
}

function readOwn(
  { names, changedBy: changes, lives }: Plans,
  { timeline, quietUntil }: Followed,
  surroundings: Surroundings,
  position: number,
  on: CalendarDate,
): RememberedOwn {
  const changedBy = changes[position] ?? 'events'
  const life = lives[position]
  if (life) {
    const value = lifeValue(timeline, life.rule, life.part, on) ?? life.otherwise
    return { value, until: quietUntil, changedBy }
  }
  const here = seenIn(timeline, surroundings)
  const name = names[position] ?? ''
  return { value: valueAt(here, name, on), until: steadyUntil(here, name, on), changedBy }
}

// A value that another home asked for and this one does not, is taken out again.
function writeHere(bound: Bound, followed: Followed, asking: Asked, on: CalendarDate): void {
  const { record } = followed
  if (record === undefined) return
  for (const name of asking.plan.keys()) record[name] = undefined
  let until = always
  for (const { name, slot } of asking.values) {
    const read = valueHere(bound, followed, name, slot, on)
    record[name] = read.value
    if (read.until < until) until = read.until
  }
  followed.recordOf = asking.number
  followed.recordHereUntil = until
}

function writeOwn(
  { surroundings }: Bound,
  { timeline, record }: Followed,
  { own }: Asked,
  on: CalendarDate,
): void {
  if (record === undefined) return
  const here = seenIn(timeline, surroundings)
  for (const name of own) record[name] = valueAt(here, name, on)
}

function valueHere(
  { surroundings }: Bound,
  { timeline, here }: Followed,
  name: string,
  slot: number,
  on: CalendarDate,
): Remembered<Value | undefined> {
  const known = here[slot]
  if (known !== undefined && on <= known.until) return known
  const reading = seenIn(timeline, surroundings)
  const read = { value: valueAt(reading, name, on), until: steadyUntil(reading, name, on) }
  here[slot] = read
  return read
}

/** The value of one name for one person on a day, where no home is asked about. */
export function valueOn(followed: Followed, name: string, on: CalendarDate): Value | undefined {
  liveUntil(followed, on)
  return valueAt(followed.timeline, name, on)
}

/** Lets time pass, where it brings anything; days never go back. */
export function liveUntil(followed: Followed, on: CalendarDate): void {
  if (on > followed.quietUntil) passTime(followed, on)
}

function passTime(followed: Followed, on: CalendarDate): void {
  const wasUnblocked = isUnblocked(followed.timeline)
  if (hasOthers(followed.timeline)) followAnew(followed, on)
  else {
    passTicks(followed, on)
    proceed(followed.timeline, on)
  }
  forget(followed, wasUnblocked, on)
  settle(followed, on, on)
}

function settle(followed: Followed, livedUntil: CalendarDate, on: CalendarDate): void {
  followed.livedUntil = livedUntil
  followed.quietUntil = quietFrom(followed, on)
  followed.isUnattached = isUnattached(followed.timeline)
}

function passTicks({ timeline, livedUntil }: Followed, until: CalendarDate): void {
  for (const tick of ticksAfter(timeline.surroundings.rules, livedUntil, until)) {
    proceed(timeline, tick.on, tick)
  }
}

function followAnew(followed: Followed, until: CalendarDate): void {
  followed.timeline = follow(followed.candidate, followed.timeline.surroundings, until)
}

// The lives of others in the household run beside this one.
function hasOthers({ memberTimelines }: Timeline): boolean {
  return memberTimelines.length > 0
}

function hasTicked({ timeline, livedUntil }: Followed, on: CalendarDate): boolean {
  return livedUntil >= on && nextTick(timeline.surroundings.rules, addDays(on, -1)) === on
}

/** The last day on which time alone changes nothing, from a day on. */
export function quietFrom({ timeline, livedUntil }: Followed, on: CalendarDate): CalendarDate {
  if (hasOthers(timeline)) return on
  const due = nextDue(timeline)
  const tick = nextTick(timeline.surroundings.rules, livedUntil)
  return earliestOf(dayBefore(due), dayBefore(tick))
}

function dayBefore(day: CalendarDate | undefined): CalendarDate {
  return day === undefined ? always : addDays(day, -1)
}

/** The values that depend on a home, and on which facts of it. */
type Plan = ReadonlyMap<string, readonly string[]>

type LifeRead = {
  readonly rule: Life
  readonly part: LifePart
  readonly otherwise: Value | undefined
}

export type Plans = {
  readonly names: readonly string[]
  readonly changedBy: readonly ChangedBy[]
  /** What is read of whoever it is not given of, and no sanction keeps out; undefined where that is not all. */
  readonly usual: readonly ({ readonly value: Value | undefined } | undefined)[]
  /** What of a life each name says, where only what happens and what is due in it makes that another. */
  readonly lives: readonly (LifeRead | undefined)[]
  readonly record: RecordMaker
  /** For somebody to whom nothing is attached, and for anybody. */
  readonly unattached: Plan
  readonly anybody: Plan
  /** For either, whether the value of each name depends on no home. */
  readonly own: ReadonlyMap<Plan, readonly boolean[]>
  /** Small numbers for what values depend on, given as they come by. */
  readonly numbers: Map<string, number>
}

const kept = new WeakMap<Prepared, Plans>()

/** What these rules read of people on any home. */
export function plansOf(prepared: Prepared): Plans {
  const known = kept.get(prepared)
  if (known) return known
  const names = namesReadAnywhere(prepared)
  const planFor = (whose: 'unattached' | 'anybody'): Plan =>
    new Map(
      names
        .map((name) => [name, [...homeFactsOf(prepared.rules, name, whose)].sort()] as const)
        .filter(([, facts]) => facts.length > 0),
    )
  const unattached = planFor('unattached')
  const anybody = planFor('anybody')
  const isOwnIn = (plan: Plan) => [plan, names.map((name) => !plan.has(name))] as const
  const plans = {
    names,
    changedBy: names.map((name) => whatChanges(prepared.rules, name)),
    usual: names.map((name) => usually(prepared.rules, name)),
    lives: names.map((name) => lifeRead(prepared.rules, name)),
    record: prepared.records(names),
    unattached,
    anybody,
    own: new Map([isOwnIn(unattached), isOwnIn(anybody)]),
    numbers: new Map<string, number>(),
  }
  kept.set(prepared, plans)
  return plans
}

function whatChanges(rules: Resolved, name: string): ChangedBy {
  if (isProofAgainstEvents(rules, name)) return 'nothing'
  return blockNames.includes(name) && !rules.byId.has(name) ? 'blocks' : 'events'
}

function lifeRead(rules: Resolved, name: string): LifeRead | undefined {
  const rule = ruleBehind(rules, name)
  if (rule?.kind !== 'life' || rule.while || rule.pause || rule.each !== undefined) return undefined
  const part = rule.id === name ? 'state' : name === 'registered-on' ? 'since' : stateOf(name).part
  return part && { rule, part, otherwise: valueAt(still({}, { rules }), name, rules.on) }
}

// A fact is given or not, and nobody answers a judgement about somebody who is followed.
function usually(rules: Resolved, name: string): Plans['usual'][number] {
  if (name === 'age' || whatChanges(rules, name) === 'events') return undefined
  const rule = ruleBehind(rules, name)
  if (rule && (rule.kind !== 'judgement' || rule.id !== name)) return undefined
  return { value: valueAt(still({}, { rules }), name, rules.on) }
}
