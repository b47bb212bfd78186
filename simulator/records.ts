/** What is written down of lettings and searches (verantwoording), as oversight counts them. */
import { addDays, type CalendarDate, yearsBetween } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import type { CountedSeeker } from '../core/oversight/groups.ts'
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
  const { home, priorities, displaced } = letting
  const { person } = searcher
  const { facts, landlord, complex, label, rentCents } = home
  const stream = world.region.streams.indexOf(person.stream)
  world.tally.housedSince[stream] = (world.tally.housedSince[stream] ?? 0) + 1
  const leaseStart = addDays(today, letting.offers * world.region.behaviour.answerDays)
  const municipality = String(facts.municipality)
  const counted = countedAs(world, searcher, municipality)
  const { ground, targetGroup, indication } = counted
  const { size, incomeCents, age, situation, from } = counted.household
  const { fit, inTargetGroup } = fitOf(world, searcher, home, leaseStart)
  // Every record has the same members in the same order, which is what makes it fast to write.
  world.lettings.push({
    listing: letting.listing,
    channel: letting.channel,
    model: letting.model,
    responses: letting.responses,
    offers: letting.offers,
    refusals: letting.refusals,
    vacantDays: letting.vacantDays,
    matchValue: letting.matchValue,
    on: today,
    leaseStart,
    municipality,
    landlord,
    complex,
    label: label === 'none' ? [] : [label],
    ground,
    targetGroup,
    indication,
    priorities: Array.isArray(priorities) ? priorities.map(String) : [],
    registeredOn: person.registeredOn,
    firstResponse: firstResponseOf(world, searcher) ?? searcher.since,
    household: { size, incomeCents, age, situation, from, leavesHome: searcher.home !== undefined },
    rentCents,
    fit,
    inTargetGroup,
    displaced: displaced && groupsOf(world, displaced),
    groups: world.groupsOf(counted),
  })
}

function fitOf(
  { rules }: World,
  { traits }: Searcher,
  { rentCents }: Home,
  leaseStart: CalendarDate,
): { fit: LettingRecord['fit']; inTargetGroup: boolean | undefined } {
  const { size, incomeCents, facts } = traits
  const household = { size, incomeCents, aowAge: facts['aow-age'] === true }
  const limits = rules.limitsFor(size, household.aowAge, leaseStart)
  if (!limits) return { fit: 'not-applicable', inTargetGroup: undefined }
  const home = { rentCents, allowance: rentCents <= limits.socialRentCents }
  return {
    fit: checkRentFit(household, home, limits).fit,
    inTargetGroup: isInTargetGroup(household, home, limits),
  }
}

/** The groups somebody is counted in. */
export function groupsOf(world: World, searcher: Searcher): readonly GroupId[] {
  return world.groupsOf(countedAs(world, searcher, undefined))
}

// Ground, target group and Wmo indication as they are now, for an urgency that lapsed is none; and the municipality
// of the home once there is one.
function countedAs(
  world: World,
  searcher: Searcher,
  municipality: string | undefined,
): CountedSeeker {
  const { region, today } = world
  const { person, traits } = searcher
  const { ground, targetGroup, indication } = person.stream
  const { size, incomeCents, situation, lives, born } = traits
  return {
    ground: isUrgent(world, searcher) ? (ground === 'none' ? 'local-emergency' : ground) : 'none',
    targetGroup,
    indication: indication === 'none' ? undefined : indication,
    household: {
      size,
      incomeCents,
      age: yearsBetween(born, today),
      situation,
      from: region.places[lives]?.id ?? 'elsewhere',
    },
    yearsRegistered: yearsBetween(person.registeredOn, today),
    municipality,
  }
}
