/**
 * Candidates whose lives are followed day by day (gevolgde kandidaten): what happens is told as it happens,
 * and the values the rules read are remembered for as long as they hold. It gathers exactly what `gather`
 * gathers from a whole history, for whoever asks about the same people again and again.
 */
import { addDays, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { nextDue } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always, blockNames, homeFactsOf, steadyUntil } from '../policy/steady.ts'
import { follow, listenedTicks, proceed, type Timeline, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import type { Bound } from './bind.ts'

export type Followed = {
  readonly candidate: Candidate
  readonly facts: Record<string, Value>
  readonly history: { readonly spells: readonly Spell[]; readonly events: Event[] }
  timeline: Timeline
  /** The last day on which nothing has changed by time alone since the timeline was brought up to date. */
  quietUntil: CalendarDate
  /** What was read before, by slot: a name, and the facts of the home it depends on. */
  readonly remembered: Remembered<Value | undefined>[]
  /** Whole records of values, by the slots they were made of. */
  readonly records: Map<Slots, Remembered<Facts>>
}

type Remembered<What> = { readonly value: What; readonly until: CalendarDate }

/** Where the values of one kind of home are remembered, a slot for each name in order. */
type Slots = readonly number[]

/** Begins to follow somebody, with what is known of them until a day. */
export function followCandidate(rules: Resolved, person: Candidate, until: CalendarDate): Followed {
  const history = { spells: person.history.spells, events: [...person.history.events] }
  const facts = givenOf(person.facts)
  const candidate: Candidate = { ...person, facts, history }
  const timeline = follow(candidate, { rules }, until)
  const quietUntil = quietFrom(timeline, until)
  return { candidate, facts, history, timeline, quietUntil, remembered: [], records: new Map() }
}

/** Tells what happened to somebody; days never go back. */
export function happens(followed: Followed, event: Event): void {
  const { history, timeline, candidate } = followed
  history.events.push(event)
  forget(followed)
  if (mustFollowAnew(timeline, event)) {
    followed.timeline = follow(candidate, timeline.surroundings, event.on)
  } else {
    proceed(timeline, event.on, { on: event.on, name: event.event, attributes: event.attributes })
  }
  followed.quietUntil = quietFrom(followed.timeline, event.on)
}

/** Changes a given fact, such as the minute somebody responded. */
export function give(followed: Followed, name: string, value: Value): void {
  followed.facts[name] = value
  forget(followed)
}

function forget({ remembered, records }: Followed): void {
  remembered.length = 0
  records.clear()
}

/** One record per person, all with the same names in the same order, on one day. */
export function gatherFollowed(
  bound: Bound,
  people: readonly Followed[],
  on: CalendarDate,
): Facts[] {
  const { blocked, free } = slotsOf(bound)
  return people.map((followed) => {
    if (on > followed.quietUntil) passTime(followed, on)
    const { blocks, demotions } = followed.timeline
    const slots = blocks.length + demotions.length > 0 ? blocked : free
    const known = followed.records.get(slots)
    if (known !== undefined && on <= known.until) return known.value
    const made = recordOf(bound, followed, slots, on)
    followed.records.set(slots, made)
    return made.value
  })
}

function recordOf(
  bound: Bound,
  { facts, remembered, timeline }: Followed,
  slots: Slots,
  on: CalendarDate,
): Remembered<Facts> {
  const { names, prepared, surroundings } = bound
  const here: Timeline = { ...timeline, surroundings }
  let until = always
  const value = prepared.records(names)(facts, (position) => {
    const slot = slots[position] ?? 0
    let known = remembered[slot]
    if (known === undefined || on > known.until) {
      const name = names[position] ?? ''
      known = { value: valueAt(here, name, on), until: steadyUntil(here, name, on) }
      remembered[slot] = known
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
  const { timeline, candidate } = followed
  forget(followed)
  if (mustFollowAnew(timeline)) followed.timeline = follow(candidate, timeline.surroundings, on)
  else proceed(timeline, on)
  followed.quietUntil = quietFrom(followed.timeline, on)
}

// A reversal changes what came before it; ticks and the lives of others come between.
function mustFollowAnew({ surroundings, memberTimelines }: Timeline, event?: Event): boolean {
  return (
    event?.event === 'reversed' ||
    memberTimelines.length > 0 ||
    listenedTicks(surroundings.rules).length > 0
  )
}

function quietFrom(timeline: Timeline, on: CalendarDate): CalendarDate {
  if (mustFollowAnew(timeline)) return on
  const due = nextDue(timeline)
  return due ? addDays(due.day, -1) : always
}

type SlotsOfHome = {
  /** For somebody whom a sanction keeps from some homes. */
  readonly blocked: Slots
  /** For everybody else: a sanction they do not have depends on no home. */
  readonly free: Slots
}

type Memory = {
  readonly slots: Map<string, number>
  readonly homes: Map<string, SlotsOfHome>
  readonly dependence: Map<string, readonly string[]>
}

const memories = new WeakMap<Resolved, Memory>()

function slotsOf({ names, home, surroundings: { rules } }: Bound): SlotsOfHome {
  const memory = memories.get(rules) ?? {
    slots: new Map(),
    homes: new Map(),
    dependence: new Map(),
  }
  memories.set(rules, memory)
  const keys = names.map((name) => keyOf(name, homeFacts(rules, memory, name), home))
  const key = keys.join('|')
  const known = memory.homes.get(key)
  if (known) return known
  const slots: SlotsOfHome = {
    blocked: keys.map((each) => slotOf(memory, each)),
    free: names.map((name, at) =>
      slotOf(memory, blockNames.includes(name) ? name : (keys[at] ?? name)),
    ),
  }
  const alike = [...memory.homes.values()].find(({ free }) => isSame(free, slots.free))
  const kept = alike ? { ...slots, free: alike.free } : slots
  memory.homes.set(key, kept)
  return kept
}

function isSame(one: Slots, other: Slots): boolean {
  return one.length === other.length && one.every((slot, at) => slot === other[at])
}

// One slot per name, apart for each set of facts of the home that the value depends on.
function keyOf(name: string, facts: readonly string[], home: Facts): string {
  return facts.length === 0 ? name : `${name} ${facts.map((fact) => home[fact]).join(' ')}`
}

function slotOf({ slots }: Memory, key: string): number {
  const slot = slots.get(key) ?? slots.size
  slots.set(key, slot)
  return slot
}

function homeFacts(rules: Resolved, { dependence }: Memory, name: string): readonly string[] {
  const facts = dependence.get(name) ?? [...homeFactsOf(rules, name)].sort()
  dependence.set(name, facts)
  return facts
}

function givenOf(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
