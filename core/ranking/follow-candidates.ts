/**
 * Candidates whose lives are followed day by day (gevolgde kandidaten): what happens is told as it happens,
 * and the values the rules read are remembered for as long as they hold. It gathers exactly what `gather`
 * gathers from a whole history, for whoever asks about the same people again and again.
 */
import { addDays, type CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { RecordMaker } from '../policy/compile.ts'
import { nextDue } from '../policy/kinds/life.ts'
import type { Resolved } from '../policy/resolve.ts'
import { always, homeFactsOf, isUnattached, steadyUntil } from '../policy/steady.ts'
import { follow, listenedTicks, proceed, type Timeline, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, Spell } from '../seekers/history.ts'
import { type Bound, namesReadAnywhere } from './bind.ts'
import type { Prepared } from './prepare.ts'

export type Followed = {
  readonly candidate: Candidate
  readonly facts: Record<string, Value>
  readonly history: { readonly spells: readonly Spell[]; readonly events: Event[] }
  timeline: Timeline
  /** The last day on which nothing has changed by time alone since the timeline was brought up to date. */
  quietUntil: CalendarDate
  /** What was read before of the values that depend on no home, by the position of their name. */
  readonly remembered: Remembered<Value | undefined>[]
  /** Whole records of values, by the facts of the home that the others depend on. */
  readonly records: Map<string, Remembered<Facts>>
}

type Remembered<What> = { readonly value: What; readonly until: CalendarDate }

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

/** Changes a given fact that is about one listing only, such as the minute somebody responded. */
export function give(followed: Followed, name: 'responded-at', value: Value): void {
  followed.facts[name] = value
}

function forget({ remembered, records }: Followed): void {
  remembered.length = 0
  records.clear()
}

/**
 * One record per person, all with the same names in the same order, on one day: every value the rules can
 * read on any home, so that one record serves all homes that are alike to them.
 */
export function gatherFollowed(
  bound: Bound,
  people: readonly Followed[],
  on: CalendarDate,
): Facts[] {
  const plans = plansOf(bound.prepared)
  const keys = {
    unattached: keyOf(plans.unattached, bound.home),
    anybody: keyOf(plans.anybody, bound.home),
  }
  const record = bound.prepared.records(plans.anybody.names)
  const own = bound.names.filter((name) => isOfOneListing(bound, name))
  return people.map((followed) => {
    if (on > followed.quietUntil) passTime(followed, on)
    const shared = sharedRecord(followed)
    return own.length === 0 ? shared : { ...shared, ...valuesHere(bound, followed, own, on) }
  })

  function sharedRecord(followed: Followed): Facts {
    const kind = isUnattached(followed.timeline) ? 'unattached' : 'anybody'
    const known = followed.records.get(keys[kind])
    if (known !== undefined && on <= known.until) return known.value
    const made = recordOf(bound, followed, plans[kind], record, on)
    followed.records.set(keys[kind], made)
    return made.value
  }
}

// What is about this one listing, such as the moment of a response, serves no other.
function isOfOneListing({ prepared }: Pick<Bound, 'prepared'>, name: string): boolean {
  return homeFactsOf(prepared.rules, name, 'anybody').has('listing')
}

function valuesHere(
  { surroundings }: Bound,
  { timeline }: Followed,
  names: readonly string[],
  on: CalendarDate,
): Facts {
  const here: Timeline = { ...timeline, surroundings }
  return Object.fromEntries(names.map((name) => [name, valueAt(here, name, on)]))
}

function recordOf(
  { surroundings }: Bound,
  followed: Followed,
  { names, depends }: Plan,
  record: RecordMaker,
  on: CalendarDate,
): Remembered<Facts> {
  const { facts, remembered } = followed
  const here: Timeline = { ...followed.timeline, surroundings }
  let until = always
  const value = record(facts, (position) => {
    const known = remembered[position]
    if (known !== undefined && on <= known.until) {
      if (known.until < until) until = known.until
      return known.value
    }
    const name = names[position] ?? ''
    const read = { value: valueAt(here, name, on), until: steadyUntil(here, name, on) }
    if (!depends[position]) remembered[position] = read
    if (read.until < until) until = read.until
    return read.value
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

/** What is read of everybody, and which of it depends on which facts of the home. */
type Plan = {
  readonly names: readonly string[]
  readonly depends: readonly boolean[]
  readonly homeFacts: readonly string[]
}

type Plans = { readonly unattached: Plan; readonly anybody: Plan }

const kept = new WeakMap<Prepared, Plans>()

function plansOf(prepared: Prepared): Plans {
  const known = kept.get(prepared)
  if (known) return known
  const names = namesReadAnywhere(prepared).filter((name) => !isOfOneListing({ prepared }, name))
  const planFor = (whose: keyof Plans): Plan => {
    const facts = names.map((name) => [...homeFactsOf(prepared.rules, name, whose)])
    return {
      names,
      depends: facts.map(({ length }) => length > 0),
      homeFacts: [...new Set(facts.flat())].sort(),
    }
  }
  const plans = { unattached: planFor('unattached'), anybody: planFor('anybody') }
  kept.set(prepared, plans)
  return plans
}

function keyOf({ homeFacts }: Plan, home: Facts): string {
  let key = ''
  for (const fact of homeFacts) key += `${fact} ${home[fact]}|`
  return key
}

function givenOf(facts: Facts): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
