/**
 * Candidates whose lives are followed day by day (gevolgde kandidaten): what happens is told as it happens,
 * and the values the rules read are remembered for as long as they hold. It gathers exactly what `gather`
 * gathers from a whole history, for whoever asks about the same people again and again.
 */
import { addDays, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { nextDue } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always, homeFactsOf, steadyUntil } from '../policy/steady.ts'
import { follow, listenedTicks, proceed, type Timeline, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import type { Bound } from './bind.ts'

export type Followed = {
  readonly candidate: Candidate
  /** Given facts; those that no other value follows from may be changed between two questions. */
  readonly facts: Record<string, Value>
  readonly history: { readonly spells: readonly Spell[]; readonly events: Event[] }
  timeline: Timeline
  /** The last day on which nothing has changed by time alone since the timeline was brought up to date. */
  quietUntil: CalendarDate
  /** What was read before, by slot: a name, and the facts of the home it depends on. */
  readonly remembered: Remembered[]
}

type Remembered = { readonly value: Value | undefined; readonly until: CalendarDate }

/** Begins to follow somebody, with what is known of them until a day. */
export function followCandidate(rules: Resolved, person: Candidate, until: CalendarDate): Followed {
  const history = { spells: person.history.spells, events: [...person.history.events] }
  const facts = givenOf(person.facts)
  const candidate: Candidate = { ...person, facts, history }
  const timeline = follow(candidate, { rules }, until)
  const quietUntil = quietFrom(timeline, until)
  return { candidate, facts, history, timeline, quietUntil, remembered: [] }
}

/** Tells what happened to somebody; days never go back. */
export function happens(followed: Followed, event: Event): void {
  const { history, timeline, candidate, remembered } = followed
  history.events.push(event)
  remembered.length = 0
  if (mustFollowAnew(timeline, event)) {
    followed.timeline = follow(candidate, timeline.surroundings, event.on)
  } else {
    proceed(timeline, event.on, { on: event.on, name: event.event, attributes: event.attributes })
  }
  followed.quietUntil = quietFrom(followed.timeline, event.on)
}

/** One record per person, all with the same names in the same order, on one day. */
export function gatherFollowed(
  bound: Bound,
  people: readonly Followed[],
  on: CalendarDate,
): Facts[] {
  const { names, prepared } = bound
  const slots = slotsOf(bound)
  const record = prepared.records(names)
  return people.map((followed) => {
    passTime(followed, on)
    const { remembered } = followed
    let here: Timeline | undefined
    return record(followed.facts, (position) => {
      const slot = slots[position] ?? 0
      const known = remembered[slot]
      if (known !== undefined && on <= known.until) return known.value
      here ??= { ...followed.timeline, surroundings: bound.surroundings }
      const name = names[position] ?? ''
      const value = valueAt(here, name, on)
      remembered[slot] = { value, until: steadyUntil(here, name, on) }
      return value
    })
  })
}

/** The value of one name for one person on a day, where no home is asked about. */
export function valueOn(followed: Followed, name: string, on: CalendarDate): Value | undefined {
  passTime(followed, on)
  return valueAt(followed.timeline, name, on)
}

function passTime(followed: Followed, on: CalendarDate): void {
  if (on <= followed.quietUntil) return
  const { timeline, candidate, remembered } = followed
  remembered.length = 0
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

// One slot per name, apart for each set of facts of the home that the value depends on.
const slots = new WeakMap<Resolved, Map<string, number>>()
const dependence = new WeakMap<Resolved, Map<string, readonly string[]>>()

function slotsOf({ names, home, surroundings: { rules } }: Bound): number[] {
  const known = slots.get(rules) ?? new Map<string, number>()
  slots.set(rules, known)
  return names.map((name) => {
    const facts = homeFacts(rules, name)
    const key = facts.length === 0 ? name : `${name} ${facts.map((fact) => home[fact]).join(' ')}`
    const slot = known.get(key) ?? known.size
    known.set(key, slot)
    return slot
  })
}

function homeFacts(rules: Resolved, name: string): readonly string[] {
  const known = dependence.get(rules) ?? new Map<string, readonly string[]>()
  dependence.set(rules, known)
  const facts = known.get(name) ?? [...homeFactsOf(rules, name)].sort()
  known.set(name, facts)
  return facts
}

function givenOf(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
