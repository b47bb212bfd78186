/**
 * A person's life under the rules (tijdlijn): one fold over dated events. Lives begin, rest and end,
 * sanctions count and block, in the order in which things happened; measures and accounts are read
 * from the result. Nothing here knows today: every question names its date.
 *
 * Within a day: terms that ended the day before are over first, then registration events, other
 * events in order of recording, and last the ticks of the day.
 */
import {
  addDays,
  addDuration,
  type CalendarDate,
  dateOf,
  earliestOf,
  partsOf,
  yearsBetween,
} from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { keptByName, keptFor } from '../basics/kept-for.ts'
import type { Listing } from '../homes/listing.ts'
import type { Member } from '../seekers/candidate.ts'
import {
  type Event,
  events as eventCatalogue,
  type History,
  noHistory,
  type Tick,
  ticks,
} from '../seekers/history.ts'
import { factOf } from './catalogue.ts'
import { and, type Condition, no, or, type Reading, type Truth, truthOf, yes } from './condition.ts'
import { accountValue } from './kinds/account.ts'
import type { Definition } from './kinds/definition.ts'
import { followLives, type LifePart, lifeValue, nextDue, passDue, type Run } from './kinds/life.ts'
import { measureValue } from './kinds/measure.ts'
import { parameterValue } from './kinds/parameter.ts'
import { type Block, type Demotion, followSanctions, reachesListing } from './kinds/sanction.ts'
import { type Occurrence, Occurrences } from './occurrences.ts'
import { municipalitiesOf, type Resolved } from './resolve.ts'
import type { Rule } from './rule-book.ts'

/** Whose life it is: an applicant, or a member of the household. */
export type Subject = {
  readonly facts: Facts
  readonly history: History
  readonly members: readonly Member[]
}

/** One line of a ledger: what happened to a life, an account or a sanction, when and by what. */
export type Line = {
  readonly on: CalendarDate
  readonly code: string
  readonly amount?: number
  readonly cause?: string
  readonly entry?: number
}

export type Surroundings = {
  readonly rules: Resolved
  readonly listing?: Listing
  /** Answers of people about this person, by judgement, and the day they were given. */
  readonly answers?: Readonly<
    Record<string, { readonly answer: Value; readonly on?: CalendarDate }>
  >
}

export type Timeline = {
  readonly subject: Subject
  readonly surroundings: Surroundings
  readonly occurrences: Occurrences
  readonly runs: Map<string, Run[]>
  readonly blocks: Block[]
  readonly demotions: Demotion[]
  readonly sanctionLines: Map<string, Line[]>
  readonly memberTimelines: Timeline[]
  /** Set while the fold is under way: what happens because of what happened. */
  happen(occurrence: Occurrence): void
}

/** Follows one person until a date; what was only known later, or is reversed by then, does not count. */
export function follow(
  subject: Subject,
  surroundings: Surroundings,
  until: CalendarDate,
): Timeline {
  const timeline = start(subject, surroundings, until)
  for (const occurrence of happenings(subject.history, surroundings.rules, until)) {
    proceed(timeline, occurrence.on, occurrence)
  }
  proceed(timeline, until)
  return timeline
}

/**
 * Lets time pass on one timeline until a day, and then something happen: what `follow` does at once, one
 * step at a time, for whoever lives day by day. Days never go back, and a reversal cannot be lived this way.
 */
export function proceed(timeline: Timeline, until: CalendarDate, occurrence?: Occurrence): void {
  for (let due = nextDue(timeline); due !== undefined && due <= until; due = nextDue(timeline)) {
    passDue(timeline, due)
  }
  if (occurrence) timeline.happen(occurrence)
}

function start(subject: Subject, surroundings: Surroundings, until: CalendarDate): Timeline {
  const timeline: Timeline = {
    subject,
    surroundings,
    occurrences: new Occurrences(),
    runs: new Map(),
    blocks: [],
    demotions: [],
    sanctionLines: new Map(),
    memberTimelines: subject.members.map((member) =>
      follow({ ...member, members: [] }, surroundings, until),
    ),
    happen(occurrence) {
      timeline.occurrences.add(occurrence)
      followLives(timeline, occurrence)
      followSanctions(timeline, occurrence)
    },
  }
  return timeline
}

/** The same life seen elsewhere, or as somebody else's; a spread would copy it name by name. */
export function seenIn(
  timeline: Timeline,
  surroundings: Surroundings,
  subject: Subject = timeline.subject,
): Timeline {
  const { occurrences, runs, blocks, demotions, sanctionLines, memberTimelines, happen } = timeline
  return {
    subject,
    surroundings,
    occurrences,
    runs,
    blocks,
    demotions,
    sanctionLines,
    memberTimelines,
    happen,
  }
}

/** Facts alone, for someone (or an assignment) whose history is not asked: nothing to follow. */
export function still(facts: Facts, surroundings: Surroundings): Timeline {
  return {
    subject: { facts, history: noHistory, members: nobody },
    surroundings,
    occurrences: noOccurrences,
    runs: noRuns,
    blocks: nothing,
    demotions: nothing,
    sanctionLines: noLines,
    memberTimelines: nothing,
    happen: () => {},
  }
}

const nobody: readonly Member[] = []
const nothing: never[] = []
const noOccurrences = new Occurrences()
const noRuns = new Map<string, Run[]>()
const noLines = new Map<string, Line[]>()

/** The value called `name` on a date: a fact, or what a rule of the book makes of the history. */
export function valueAt(timeline: Timeline, name: string, at: CalendarDate): Value | undefined {
  const { subject, surroundings } = timeline
  const given = name === 'age' ? ageAt(subject.facts, at) : subject.facts[name]
  if (given !== undefined) return given
  const standing = surroundings.rules.byId.get(name)
  if (standing) return ruleValue(timeline, standing.rule, at)
  return stateValue(timeline, name, at) ?? derivedValue(timeline, name, at) ?? missing(name)
}

/** Reads a condition about the person on a date. */
export function personAt(timeline: Timeline, at: CalendarDate): Reading {
  const read = (name: string) => valueAt(timeline, name, at)
  return { read, refer: read }
}

/** Reads a condition about an event or spell: its own facts on the left, the person's by `$name`. */
export function eventAt(timeline: Timeline, attributes: Facts, at: CalendarDate): Reading {
  return {
    read: (name) => attributeOf(timeline, attributes, name, at),
    refer: (name) => valueAt(timeline, name, at),
  }
}

/** A condition that may be absent holds. */
export function holds(condition: Condition | undefined, reading: Reading): boolean {
  return condition === undefined || truthOf(condition, reading) === yes
}

function ruleValue(timeline: Timeline, rule: Rule, at: CalendarDate): Value | undefined {
  switch (rule.kind) {
    case 'parameter':
      return parameterValue(rule, at, (when) => truthOf(when, personAt(timeline, at)))
    case 'definition':
      return answerOf(truthOfDefinition(timeline, rule, at))
    case 'judgement':
      return timeline.surroundings.answers?.[rule.id]?.answer
    case 'measure':
      return measureValue(timeline, rule, at)
    case 'account':
      return accountValue(timeline, rule, at)
    case 'life':
      return lifeValue(timeline, rule, 'state', at)
    default:
      return undefined
  }
}

function truthOfDefinition(timeline: Timeline, rule: Definition, at: CalendarDate): Truth {
  const own = () => truthOf(rule.when, personAt(timeline, at))
  const meant = rule.of ?? 'applicant'
  if (meant === 'applicant') return own()
  const others = timeline.memberTimelines
    .filter(({ subject }, index) => {
      const role = timeline.subject.members[index]?.role
      return (
        meant.endsWith('member') || role === 'co-applicant' || subject.facts.role === 'co-applicant'
      )
    })
    .map((other) => truthOf(rule.when, personAt(other, at)))
  return meant.startsWith('some') ? or([own(), ...others]) : and([own(), ...others])
}

type State = { readonly id?: string; readonly part?: LifePart }

/** The life and the part of it that a name such as `urgency-since` is about; each name is taken apart once. */
export const stateOf = keptByName((name): State => {
  const [, id, part] = /^(.+)-(since|ends|phase)$/.exec(name) ?? []
  // @NOTE the pattern has these three only.
  return id === undefined ? {} : { id, part: part as LifePart }
})

// `urgency-since`, `urgency-ends`, `urgency-phase`; `interest-since` is the day a judgement was given.
function stateValue(timeline: Timeline, name: string, at: CalendarDate): Value | undefined {
  const { id, part } = stateOf(name)
  if (id === undefined) return undefined
  const rule = timeline.surroundings.rules.byId.get(id)?.rule
  if (rule?.kind === 'judgement') {
    return part === 'since' ? timeline.surroundings.answers?.[id]?.on : undefined
  }
  if (rule?.kind !== 'life') return undefined
  return part && lifeValue(timeline, rule, part, at)
}

function derivedValue(timeline: Timeline, name: string, at: CalendarDate): Value | undefined {
  const { subject, surroundings } = timeline
  const { listing, rules } = surroundings
  switch (name) {
    case 'registered-on':
      return registeredOn(timeline, at)
    case 'role':
      return 'applicant'
    case 'blocked':
      return blockAt(timeline, 'responses', at) !== undefined
    case 'blocked-by':
      return blockAt(timeline, 'responses', at)?.by
    case 'blocked-until':
      return blockAt(timeline, 'responses', at)?.until
    case 'held':
      return blockAt(timeline, 'offers', at) !== undefined
    case 'held-by':
      return blockAt(timeline, 'offers', at)?.by
    case 'held-until':
      return blockAt(timeline, 'offers', at)?.until
    case 'demoted-to':
      return demotionAt(timeline, at)?.to
    case 'demoted-by':
      return demotionAt(timeline, at)?.by
    case 'responded-at':
      return timeline.occurrences
        .named('responded')
        .find(({ attributes }) => attributes.listing === listing?.id)?.on
    case 'floor-area-per-person': {
      const area = listing?.facts['floor-area']
      const size = subject.facts['household-size']
      return typeof area === 'number' && typeof size === 'number' ? area / size : undefined
    }
    case 'area':
      return listing && areasOf(listing.facts, rules)
    case 'listing':
      return listing?.id
    default:
      return listing?.facts[name]
  }
}

/** What keeps somebody from responding to the listing on a date, or from getting it offered. */
function blockAt(timeline: Timeline, of: Block['of'], at: CalendarDate): Block | undefined {
  const home = timeline.surroundings.listing?.facts
  return timeline.blocks.find((block) => block.of === of && reachesListing(block, home, at))
}

function demotionAt({ demotions }: Timeline, at: CalendarDate): Demotion | undefined {
  return demotions.findLast(({ from, until }) => from <= at && (until === undefined || at <= until))
}

function registeredOn(timeline: Timeline, at: CalendarDate): Value | undefined {
  const registration = timeline.surroundings.rules.byId.get('registration')?.rule
  if (registration?.kind === 'life') return lifeValue(timeline, registration, 'since', at)
  return timeline.occurrences.named('registered').findLast(({ on }) => on <= at)?.on
}

function ageAt(facts: Facts, at: CalendarDate): Value | undefined {
  const { born, age } = facts
  // @NOTE `born` is a date in the catalogue, and dates are whole days.
  return typeof born === 'number' ? yearsBetween(born as CalendarDate, at) : age
}

function missing(name: string): Value | undefined {
  return factOf(name)?.ifMissing === 'no' ? false : undefined
}

function answerOf(truth: Truth): boolean | undefined {
  return truth === yes ? true : truth === no ? false : undefined
}

function attributeOf(
  timeline: Timeline,
  attributes: Facts,
  name: string,
  at: CalendarDate,
): Value | undefined {
  if (name === 'area') return areasOf(attributes, timeline.surroundings.rules)
  if (name === 'address') return addressOf(timeline, attributes, at)
  return attributes[name] ?? missing(name)
}

/** Areas by name, and `region` where the municipality is one of the region's. */
export function areasOf(facts: Facts, rules: Resolved): Value | undefined {
  const { municipality } = facts
  if (typeof municipality !== 'string') return facts.area
  const inside = municipalitiesOf(rules).includes(municipality)
  if (facts.area === undefined) return inside ? onlyRegion : noAreas
  const all = [facts.area, inside ? 'region' : undefined].flat()
  return all.filter((each) => typeof each === 'string')
}

const onlyRegion: Value = ['region']
const noAreas: Value = []

// `address: current` is the address somebody lives at on the day asked.
function addressOf({ subject }: Timeline, { address }: Facts, at: CalendarDate): Value | undefined {
  if (typeof address !== 'string') return address
  const current = subject.history.spells.findLast(
    ({ spell, from, to }) => spell === 'resident' && from <= at && (to === undefined || at <= to),
  )
  return current?.attributes.address === address ? [address, 'current'] : address
}

function happenings(history: History, rules: Resolved, until: CalendarDate): Occurrence[] {
  const events = effectiveEvents(history, until)
  const occurrences = events.map(({ event, on, attributes }) => ({ name: event, on, attributes }))
  const listened = listenedTicks(rules)
  const ticking =
    listened.length > 0 ? ticksBetween(firstDay(events, history, until), until, listened) : []
  return [...occurrences, ...ticking].toSorted(
    (a, b) => a.on - b.on || Number(isSearch(a.name)) - Number(isSearch(b.name)),
  )
}

function firstDay(
  events: readonly Event[],
  { spells }: History,
  until: CalendarDate,
): CalendarDate {
  return earliestOf(...events.map(({ on }) => on), ...spells.map(({ from }) => from), until)
}

const registrationEvents: ReadonlySet<string> = new Set(eventCatalogue.registration)

function isSearch(name: string): boolean {
  return !registrationEvents.has(name)
}

/** Whether something that is told after the others of its day comes before one of them. */
export function comesBeforeOthers({ event, on }: Event, told: readonly Event[]): boolean {
  if (isSearch(event)) return false
  for (let at = told.length - 1; at >= 0; at -= 1) {
    const other = told[at]
    if (other === undefined || other.on < on) return false
    if (isSearch(other.event)) return true
  }
  return false
}

/** Without what is reversed by then: a reversal refolds, and erases nothing. */
function effectiveEvents({ events }: History, until: CalendarDate): readonly Event[] {
  const sofar = events.filter(({ on }) => on <= until)
  const reversals = sofar.filter(({ event }) => event === 'reversed')
  if (reversals.length === 0) return sofar
  const reversed = new Set(reversals.map(({ attributes }) => attributes.reverses))
  return sofar.filter(({ id }) => id === undefined || !reversed.has(id))
}

/** The ticks after one day up to another that some rule listens to, each at the end of its day. */
export function ticksAfter(
  rules: Resolved,
  day: CalendarDate,
  until: CalendarDate,
): readonly Occurrence[] {
  const listened = listenedTicks(rules)
  if (listened.length === 0) return noTicks
  return ticksBetween(addDays(day, 1), until, listened).toSorted((a, b) => a.on - b.on)
}

/** The first day after this one on which something ticks that a rule listens to. */
export function nextTick(rules: Resolved, day: CalendarDate): CalendarDate | undefined {
  const listened = listenedTicks(rules)
  if (listened.length === 0) return undefined
  return earliestOf(...listened.map((tick) => tickFrom(tick, addDays(day, 1))))
}

const noTicks: readonly Occurrence[] = []

/** The ticks some rule listens to; most books need none. */
const listenedTicks = keptFor(({ rules }: Resolved): readonly Tick[] => {
  const listened = new Set(rules.flatMap(({ rule }) => triggersOf(rule)))
  return ticks.filter((tick) => listened.has(tick))
})

/** Names of everything a rule listens to. */
export function triggersOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'account':
      return rule.entries.flatMap((entry) =>
        ('best_of' in entry ? entry.best_of : [entry]).flatMap(({ on, lost }) => [
          ...(on ?? []),
          ...(lost?.on ?? []),
        ]),
      )
    case 'life':
      return [rule.begins, ...(rule.ends ?? [])].flatMap(({ on }) => on)
    case 'sanction':
      return rule.on
    default:
      return []
  }
}

function ticksBetween(
  first: CalendarDate,
  last: CalendarDate,
  names: readonly Tick[],
): Occurrence[] {
  return names.flatMap((name) => {
    const occurrences: Occurrence[] = []
    for (let on = tickFrom(name, first); on <= last; on = tickFrom(name, addDays(on, 1))) {
      occurrences.push({ name, on, attributes: {} })
    }
    return occurrences
  })
}

// A fortnight is counted from Monday 5 January 1970, so that it ends on the same days for everyone.
function tickFrom(tick: Tick, day: CalendarDate): CalendarDate {
  const { year, month } = partsOf(day)
  switch (tick) {
    case 'day-ended':
      return day
    case 'fortnight-ended':
      return addDays(day, 13 - ((((day - 4) % 14) + 14) % 14))
    case 'month-ended':
      return addDays(addDuration(dateOf(year, month, 1), { count: 1, unit: 'month' }), -1)
    case 'year-ended':
      return dateOf(year, 12, 31)
  }
}
