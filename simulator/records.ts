/** What is written down of lettings and searches (verantwoording), as oversight counts them. */
import { addDays, type CalendarDate, yearsBetween } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import type { Channel, GroupId, LettingRecord, SearchRecord } from '../core/oversight/record.ts'
import type { AllocationModel } from '../core/policy/catalogue.ts'
import { checkRentFit, isInTargetGroup } from '../core/ranking/rent-fit.ts'
import type { Home } from './housing.ts'
import { isUrgent } from './lives.ts'
import { notYet, type Searcher } from './searchers.ts'
import type { World } from './world.ts'

/** Somebody found a home, gave up, or still searches on the last day. */
export function recordSearch(world: World, searcher: Searcher, end: SearchRecord['end']): void {
  const { countsFrom, today, searches, searchers } = world
  if (today < countsFrom) return
  const { seat, since } = searcher
  const first = firstResponseOf(world, searcher) ?? (end === 'housed' ? since : undefined)
  if (first === undefined) return
  searches.push({
    registeredOn: searcher.person.registeredOn,
    from: first > countsFrom ? first : countsFrom,
    until: today,
    end,
    responses: searchers.of(seat, 'responses'),
    responsesInPeriod: searchers.of(seat, 'responsesInPeriod'),
    groups: groupsOf(world, searcher),
  })
}

function firstResponseOf({ searchers }: World, { seat }: Searcher): CalendarDate | undefined {
  const first = searchers.of(seat, 'firstResponse')
  // @NOTE the column holds dates.
  return first === notYet ? undefined : (first as CalendarDate)
}

export type Let = {
  readonly home: Home
  readonly listing: string
  readonly channel: Channel
  readonly model: AllocationModel
  /** The priorities that were used. */
  readonly priorities: Value | undefined
  readonly responses: number
  readonly offers: number
  readonly refusals: number
  readonly vacantDays: number
  readonly matchValue: number
  readonly displaced: Searcher | undefined
}

/** Somebody took a home. */
export function recordLetting(world: World, searcher: Searcher, letting: Let): void {
  const { today, countsFrom } = world
  if (today < countsFrom) return
  const { home, priorities, displaced, ...counted } = letting
  const { person } = searcher
  const stream = world.region.streams.indexOf(person.stream)
  world.tally.housedSince[stream] = (world.tally.housedSince[stream] ?? 0) + 1
  const leaseStart = addDays(today, letting.offers * world.region.behaviour.answerDays)
  world.lettings.push({
    ...counted,
    on: today,
    leaseStart,
    municipality: String(home.facts.municipality),
    landlord: home.landlord,
    complex: home.complex,
    label: home.label === 'none' ? [] : [home.label],
    ...standingOf(world, searcher),
    priorities: Array.isArray(priorities) ? priorities.map(String) : [],
    registeredOn: person.registeredOn,
    firstResponse: firstResponseOf(world, searcher) ?? searcher.since,
    household: { ...householdOf(world, searcher), leavesHome: searcher.home !== undefined },
    rentCents: home.rentCents,
    ...fitOf(world, searcher, home, leaseStart),
    ...(displaced && { displaced: groupsOf(world, displaced) }),
    groups: groupsOf(world, searcher, String(home.facts.municipality)),
  })
}

function fitOf(
  { rules }: World,
  { traits }: Searcher,
  { rentCents }: Home,
  leaseStart: CalendarDate,
): Pick<LettingRecord, 'fit' | 'inTargetGroup'> {
  const { size, incomeCents, facts } = traits
  const household = { size, incomeCents, aowAge: facts['aow-age'] === true }
  const limits = rules.limitsFor(size, household.aowAge, leaseStart)
  if (!limits) return { fit: 'not-applicable' }
  const home = { rentCents, allowance: rentCents <= limits.socialRentCents }
  const inTargetGroup = isInTargetGroup(household, home, limits)
  return {
    fit: checkRentFit(household, home, limits).fit,
    ...(inTargetGroup !== undefined && { inTargetGroup }),
  }
}

/** Ground, target group and Wmo indication as they are now: an urgency that lapsed is none. */
export function standingOf(world: World, searcher: Searcher) {
  const { ground, targetGroup, indication } = searcher.person.stream
  return {
    ground: isUrgent(world, searcher) ? (ground === 'none' ? 'local-emergency' : ground) : 'none',
    targetGroup,
    ...(indication !== 'none' && { indication }),
  }
}

function householdOf({ region, today }: World, { traits }: Searcher) {
  const { size, incomeCents, situation, lives, born } = traits
  const from = region.places[lives]?.id ?? 'elsewhere'
  return { size, incomeCents, age: yearsBetween(born, today), situation, from }
}

/** The groups somebody is counted in, with the municipality of the home once there is one. */
export function groupsOf(
  world: World,
  searcher: Searcher,
  municipality?: string,
): readonly GroupId[] {
  return world.groupsOf({
    ...standingOf(world, searcher),
    household: householdOf(world, searcher),
    yearsRegistered: yearsBetween(searcher.person.registeredOn, world.today),
    ...(municipality !== undefined && { municipality }),
  })
}
