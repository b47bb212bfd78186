/**
 * Candidates whose lives are followed day by day (gevolgde kandidaten): what happens is told as it happens,
 * and the values the rules read are remembered for as long as they hold. It gathers exactly what `gather`
 * gathers from a whole history, for whoever asks about the same people again and again.
 */
import { addDays, type CalendarDate, earliestOf } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { RecordMaker } from '../policy/compile.ts'
import { nextDue } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always, homeFactsOf, isUnattached, steadyUntil } from '../policy/steady.ts'
import {
  follow,
  nextTick,
  proceed,
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
  readonly facts: Record<string, Value>
  readonly history: { readonly spells: readonly Spell[]; readonly events: Event[] }
  timeline: Timeline
  /** The day the timeline was brought up to, its ticks included. */
  livedUntil: CalendarDate
  /** The last day on which nothing has changed by time alone since then. */
  quietUntil: CalendarDate
  /** What was read before of the values that depend on no home, by the position of their name. */
  readonly remembered: Remembered<Value | undefined>[]
  /** The record of these values, as long as all of them hold. */
  record: Remembered<Facts> | undefined
  /** What was read of the values that do depend on a home, by the number of what they depend on. */
  readonly here: Remembered<Value | undefined>[]
  /** Whole records for homes that are alike, by the number of what makes them so. */
  readonly records: Remembered<Facts>[]
}

type Remembered<What> = { readonly value: What; readonly until: CalendarDate }

/** Begins to follow somebody, with what is known of them until a day. */
export function followCandidate(rules: Resolved, person: Candidate, until: CalendarDate): Followed {
  const history = { spells: person.history.spells, events: [...person.history.events] }
  const facts = givenOf(person.facts)
  const candidate: Candidate = { ...person, facts, history }
  const timeline = follow(candidate, { rules }, until)
  const followed: Followed = {
    candidate,
    facts,
    history,
    timeline,
    livedUntil: until,
    quietUntil: until,
    remembered: [],
    record: undefined,
    here: [],
    records: [],
  }
  followed.quietUntil = quietFrom(followed, until)
  return followed
}

/** Tells what happened to somebody; days never go back. */
export function happens(followed: Followed, event: Event): void {
  const { history, timeline } = followed
  const { on, event: name, attributes } = event
  history.events.push(event)
  forget(followed)
  // A reversal changes what came before it, and what a day ends with comes after all that happens on it.
  const mustFollowAnew =
    event.event === 'reversed' || hasOthers(timeline) || hasTicked(followed, on)
  if (mustFollowAnew) followAnew(followed, on)
  else {
    passTicks(followed, addDays(on, -1))
    proceed(timeline, on, { on, name, attributes })
  }
  followed.livedUntil = mustFollowAnew ? on : addDays(on, -1)
  followed.quietUntil = quietFrom(followed, on)
}

/** Changes a given fact that is about one listing only, such as the minute somebody responded. */
export function give(followed: Followed, name: 'responded-at', value: Value): void {
  followed.facts[name] = value
}

function forget(followed: Followed): void {
  followed.remembered.length = 0
  followed.record = undefined
  followed.here.length = 0
  followed.records.length = 0
}

/**
 * One record per person, all with the same names in the same order, on one day; what this home does not ask
 * may be left open. What depends on no home is read once for all of them, and homes that are alike to the
 * rules share one record.
 */
export function gatherFollowed(
  bound: Bound,
  people: readonly Followed[],
  on: CalendarDate,
): Facts[] {
  const { prepared } = bound
  const plans = plansOf(prepared)
  const record = prepared.records(plans.names)
  const asked = {
    unattached: askedHere(bound, plans.unattached, plans.numbers),
    anybody: askedHere(bound, plans.anybody, plans.numbers),
  }
  return people.map((followed) => {
    if (on > followed.quietUntil) passTime(followed, on)
    const asking = asked[isUnattached(followed.timeline) ? 'unattached' : 'anybody']
    const alike = followed.records[asking.number]
    const shared = alike !== undefined && on <= alike.until ? alike : shareRecord(followed, asking)
    return asking.own.length === 0 ? shared.value : withOwn(bound, followed, asking, shared, on)
  })

  function shareRecord(followed: Followed, { plan, number, values }: Asked): Remembered<Facts> {
    if (followed.record === undefined || on > followed.record.until) {
      followed.record = recordOf(bound, followed, plans.names, plan, record, on)
    }
    let { until } = followed.record
    const all: Record<string, Value | undefined> = { ...followed.record.value }
    for (const { name, slot } of values) {
      const read = valueHere(bound, followed, name, slot, on)
      all[name] = read.value
      if (read.until < until) until = read.until
    }
    const made = { value: all, until }
    followed.records[number] = made
    return made
  }
}

/** What is asked at one home beside what depends on none. */
type Asked = {
  readonly plan: Plan
  /** Names the homes that are alike to all of these values. */
  readonly number: number
  readonly values: readonly { readonly name: string; readonly slot: number }[]
  /** About this one listing, such as the moment of a response: it serves no other. */
  readonly own: readonly string[]
}

function askedHere({ home, names }: Bound, plan: Plan, numbers: Map<string, number>): Asked {
  const own: string[] = []
  const values: { name: string; slot: number }[] = []
  let all = ''
  for (const [name, facts] of plan) {
    if (!names.includes(name)) continue
    if (facts.includes('listing')) {
      own.push(name)
      continue
    }
    let key = name
    for (const fact of facts) key += ` ${home[fact]}`
    values.push({ name, slot: numberOf(numbers, key) })
    all += `${key}|`
  }
  return { plan, number: numberOf(numbers, all), values, own }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size
  numbers.set(key, number)
  return number
}

function withOwn(
  { surroundings }: Bound,
  { timeline, facts }: Followed,
  { own }: Asked,
  { value }: Remembered<Facts>,
  on: CalendarDate,
): Facts {
  const here: Timeline = { ...timeline, surroundings }
  const values: Record<string, Value | undefined> = { ...value }
  for (const name of own) values[name] = facts[name] ?? valueAt(here, name, on)
  return values
}

function valueHere(
  { surroundings }: Bound,
  { timeline, facts, here }: Followed,
  name: string,
  slot: number,
  on: CalendarDate,
): Remembered<Value | undefined> {
  const known = here[slot]
  if (known !== undefined && on <= known.until) return known
  const given = facts[name]
  const reading: Timeline = { ...timeline, surroundings }
  const read =
    given === undefined
      ? { value: valueAt(reading, name, on), until: steadyUntil(reading, name, on) }
      : { value: given, until: always }
  here[slot] = read
  return read
}

function recordOf(
  { surroundings }: Bound,
  { facts, remembered, timeline }: Followed,
  names: readonly string[],
  depends: Plan,
  record: RecordMaker,
  on: CalendarDate,
): Remembered<Facts> {
  const here: Timeline = { ...timeline, surroundings }
  let until = always
  const value = record(facts, (position) => {
    const name = names[position] ?? ''
    if (depends.has(name)) return undefined
    let known = remembered[position]
    if (known === undefined || on > known.until) {
      known = { value: valueAt(here, name, on), until: steadyUntil(here, name, on) }
      remembered[position] = known
    }
    if (known.until < until) until = known.until
    return known.value
  })
  return { value, until }
}

/** The value of one name for one person on a day, where no home is asked about. */
export function valueOn(followed: Followed, name: string, on: CalendarDate): Value | undefined {
  if (on > followed.quietUntil) passTime(followed, on)
  return valueAt(followed.timeline, name, on)
}

function passTime(followed: Followed, on: CalendarDate): void {
  forget(followed)
  if (hasOthers(followed.timeline)) followAnew(followed, on)
  else {
    passTicks(followed, on)
    proceed(followed.timeline, on)
  }
  followed.livedUntil = on
  followed.quietUntil = quietFrom(followed, on)
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

function quietFrom({ timeline, livedUntil }: Followed, on: CalendarDate): CalendarDate {
  if (hasOthers(timeline)) return on
  const due = nextDue(timeline)?.day
  const tick = nextTick(timeline.surroundings.rules, livedUntil)
  const turns = [due, tick].filter((day) => day !== undefined).map((day) => addDays(day, -1))
  return earliestOf(always, ...turns)
}

/** The values that depend on a home, and on which facts of it. */
type Plan = ReadonlyMap<string, readonly string[]>

type Plans = {
  readonly names: readonly string[]
  /** For somebody to whom nothing is attached, and for anybody. */
  readonly unattached: Plan
  readonly anybody: Plan
  /** Small numbers for what values depend on, given as they come by. */
  readonly numbers: Map<string, number>
}

const kept = new WeakMap<Prepared, Plans>()

function plansOf(prepared: Prepared): Plans {
  const known = kept.get(prepared)
  if (known) return known
  const names = namesReadAnywhere(prepared)
  const planFor = (whose: 'unattached' | 'anybody'): Plan =>
    new Map(
      names
        .map((name) => [name, [...homeFactsOf(prepared.rules, name, whose)].sort()] as const)
        .filter(([, facts]) => facts.length > 0),
    )
  const plans = {
    names,
    unattached: planFor('unattached'),
    anybody: planFor('anybody'),
    numbers: new Map<string, number>(),
  }
  kept.set(prepared, plans)
  return plans
}

function givenOf(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
