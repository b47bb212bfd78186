/**
 * The records of every group, counted once (turven): sums, times in ascending order and how searches went.
 * Measures read these tallies and nothing else.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import {
  type Counter,
  groupsIn,
  type Membership,
  membershipOf,
  partsPerGroup,
  sortedPerGroup,
  sumsPerGroup,
} from './count-by-group.ts'
import { movedBetween } from './displacement.ts'
import type { Part, Realised } from './fair-share.ts'
import type { GroupId, LettingRecord, SearchRecord } from './record.ts'
import { isRegular } from './regular.ts'
import { isSeenFromStart, lengthKey, type RiskTable, riskTableOf } from './survival.ts'
import { stepsOf, type WorkRates } from './workload.ts'

/** Both days included. */
export type Period = { readonly from: CalendarDate; readonly until: CalendarDate }

/** What there is beside the records. What is absent leaves the measures that need it without a figure. */
export type OversightContext = {
  /** The window of observation: first and last day on which lettings and ends of searches were seen. */
  readonly observed: Period
  /** The period that responses in a period are counted over, for the success chance; else the window. */
  readonly period?: Period
  /**
   * The groups to count; else every group that a record names. Name them when runs are compared: a group that
   * nobody happens to be in then counts as one without lettings, and not as one that was not looked at.
   */
  readonly groups?: readonly GroupId[]
  readonly municipalities?: readonly Part[]
  readonly landlords?: readonly Part[]
  readonly work?: WorkRates
  /** Nobody worked out who would have got the homes; a register alone does not tell. */
  readonly displacedUnknown?: true
}

/** What is added up per letting; 0 or 1 where it is a count. */
const lettingCounts = {
  lettings: () => 1,
  advertised: ({ channel }) => count(channel === 'advertised'),
  mediated: ({ channel }) => count(channel === 'mediated'),
  tailored: ({ channel }) => count(channel === 'tailored'),
  responsesToAdverts: ({ channel, responses }) => (channel === 'advertised' ? responses : 0),
  responses: (letting) => stepsOf(letting).responses,
  offers: (letting) => stepsOf(letting).offers,
  checks: (letting) => stepsOf(letting).checks,
  letters: (letting) => stepsOf(letting).letters,
  mediations: (letting) => stepsOf(letting).mediations,
  refusals: ({ refusals }) => refusals,
  vacantDays: ({ vacantDays }) => vacantDays,
  regularD1: (letting) => count(isRegular('d1', letting)),
  regularD2: (letting) => count(isRegular('d2', letting)),
  regularD3: (letting) => count(isRegular('d3', letting)),
  regularD4: (letting) => count(isRegular('d4', letting)),
  fittingRents: ({ fit }) => count(fit === 'fits'),
  rentsAboveCap: ({ fit }) => count(fit === 'does-not-fit'),
  social: ({ inTargetGroup }) => count(inTargetGroup !== undefined),
  inTargetGroup: ({ inTargetGroup }) => count(inTargetGroup === true),
  homesFreed: ({ household }) => count(household.leavesHome),
  displacing: ({ displaced }) => count(displaced !== undefined),
  matched: ({ matchValue }) => count(matchValue !== undefined),
  matchValue: ({ matchValue = 0 }) => matchValue,
  unlabelled: ({ label }) => count(label.length === 0),
  oneLabel: ({ label }) => count(label.length === 1),
  moreLabels: ({ label }) => count(label.length > 1),
} as const satisfies Readonly<Record<string, (letting: LettingRecord) => number>>

/** What is added up per search. */
const searchCounts = {
  searches: () => 1,
  responded: ({ responsesInPeriod }) => count(responsesInPeriod > 0),
  housed: (search, period) => count(isHousedIn(search, period)),
  active: (search, period) => count(search.responsesInPeriod > 0 || isHousedIn(search, period)),
  waiting: ({ end }) => count(end === 'still-searching'),
} as const satisfies Readonly<Record<string, (search: SearchRecord, period: Period) => number>>

export type LettingSums = Readonly<Record<keyof typeof lettingCounts, number>>
export type SearchSums = Readonly<Record<keyof typeof searchCounts, number>>

export type GroupTally = {
  readonly group: GroupId
  readonly lettings: LettingSums
  readonly searches: SearchSums
  /** Days, in ascending order, from registration to letting. */
  readonly registrationDays: Float64Array
  /** Days, in ascending order, from first response to letting, of who responded. */
  readonly searchDays: Float64Array
  /** Of the searches whose first response was seen. */
  readonly risk: RiskTable
  /** Lettings that priorities brought to the group and took from it. */
  readonly gained: number
  readonly lost: number
  readonly inMunicipality: Realised
  readonly ofLandlord: Realised
  /** Lettings of all groups together, to be a share of. */
  readonly allLettings: number
}

/** The tally of every group asked for, or of all there are in the records, in the order asked. */
export function tallyGroups(
  lettings: readonly LettingRecord[],
  searches: readonly SearchRecord[],
  context: OversightContext,
): readonly GroupTally[] {
  const groups = [...new Set(context.groups ?? groupsIn(lettings, searches))]
  const index = new Map(groups.map((group, at) => [group, at]))
  const ofLettings = tallyLettings(lettings, membershipOf(lettings, index))
  const ofSearches = tallySearches(searches, membershipOf(searches, index), context)
  const { gained, lost } = tallyMoved(lettings)
  return groups.map((group, at) => ({
    group,
    lettings: named(lettingNames, ofLettings.sums[at]),
    searches: named(searchNames, ofSearches.sums[at]),
    registrationDays: ofLettings.registrationDays[at] ?? none,
    searchDays: ofLettings.searchDays[at] ?? none,
    risk: ofSearches.risk[at] ?? riskTableOf(none),
    gained: gained.get(group) ?? 0,
    lost: lost.get(group) ?? 0,
    inMunicipality: ofLettings.inMunicipality[at] ?? {},
    ofLandlord: ofLettings.ofLandlord[at] ?? {},
    allLettings: lettings.length,
  }))
}

const none = new Float64Array()

function tallyLettings(lettings: readonly LettingRecord[], membership: Membership) {
  return {
    sums: sumsPerGroup(lettings, membership, lettingCounters),
    registrationDays: sortedPerGroup(
      Float64Array.from(lettings, ({ on, registeredOn }) => on - registeredOn),
      membership,
    ),
    searchDays: sortedPerGroup(
      Float64Array.from(lettings, ({ on, firstResponse = Number.NaN }) => on - firstResponse),
      membership,
    ),
    inMunicipality: partsPerGroup(lettings, membership, ({ municipality }) => municipality),
    ofLandlord: partsPerGroup(lettings, membership, ({ landlord }) => landlord),
  }
}

function tallySearches(
  searches: readonly SearchRecord[],
  membership: Membership,
  { observed, period = observed }: OversightContext,
) {
  const lengths = Float64Array.from(searches, (each) =>
    isSeenFromStart(each, observed.from) ? lengthKey(each) : Number.NaN,
  )
  return {
    sums: sumsPerGroup(searches, membership, searchCounters(period)),
    risk: sortedPerGroup(lengths, membership).map(riskTableOf),
  }
}

function tallyMoved(lettings: readonly LettingRecord[]) {
  const gained = new Map<GroupId, number>()
  const lost = new Map<GroupId, number>()
  const add = (counts: Map<GroupId, number>, group: GroupId) =>
    counts.set(group, (counts.get(group) ?? 0) + 1)
  for (const moved of lettings.filter(({ displaced }) => displaced).map(movedBetween)) {
    for (const group of moved.gained) add(gained, group)
    for (const group of moved.lost) add(lost, group)
  }
  return { gained, lost }
}

const lettingNames = namesOf(lettingCounts)
const searchNames = namesOf(searchCounts)
const lettingCounters = lettingNames.map((name): Counter<LettingRecord> => lettingCounts[name])

function searchCounters(period: Period): readonly Counter<SearchRecord>[] {
  return searchNames.map((name) => {
    const counter: (search: SearchRecord, period: Period) => number = searchCounts[name]
    return (search) => counter(search, period)
  })
}

function namesOf<Name extends string>(counts: Readonly<Record<Name, unknown>>): readonly Name[] {
  // @NOTE the tables above are closed, so their keys are the names.
  return Object.keys(counts) as Name[]
}

function named<Name extends string>(
  names: readonly Name[],
  row: Float64Array | undefined,
): Readonly<Record<Name, number>> {
  const entries = names.map((name, column) => [name, row?.[column] ?? 0] as const)
  // @NOTE there is an entry for every name.
  return Object.fromEntries(entries) as Readonly<Record<Name, number>>
}

function count(holds: boolean): 0 | 1 {
  return holds ? 1 : 0
}

function isHousedIn({ end, until }: SearchRecord, period: Period): boolean {
  return end === 'housed' && until >= period.from && until <= period.until
}
