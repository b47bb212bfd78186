/** What a run comes to (uitkomst): the figures of the dictionary, and those only a whole region has. */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { meanOf, quantileOf } from '../core/oversight/distribution.ts'
import {
  type FairShareKey,
  fairShare,
  fairShareKeys,
  type Part,
  realisedBy,
} from '../core/oversight/fair-share.ts'
import type { Figures, GroupFigures } from '../core/oversight/figures.ts'
import { figuresOf } from '../core/oversight/figures-of.ts'
import { ageBands, incomeBands, registeredBands, sizeBands } from '../core/oversight/groups.ts'
import { type GroupId, type LettingRecord, situations } from '../core/oversight/record.ts'
import { isRegular, usualDefinition } from '../core/oversight/regular.ts'
import { daysPerYear } from '../core/oversight/survival.ts'
import { reaches } from '../core/policy/resolve.ts'
import type { Authority } from '../core/policy/rule-book.ts'
import type { Region } from './region.ts'
import type { World } from './world.ts'

const daysInYear = 365

/** Every group the region can have, so that one nobody is in counts as empty and not as unseen. */
export function groupsOfRegion({ streams, places }: Region): GroupId[] {
  const grounds = streams.map(({ ground }) => ground).filter((each) => each !== 'none')
  const targets = streams.map(({ targetGroup }) => targetGroup).filter((each) => each !== 'none')
  return [
    'all',
    'regular',
    'urgent',
    ...unique(grounds).map((each) => `urgent:${each}`),
    ...unique(targets).map((each) => `target:${each}`),
    'local',
    'not-local',
    ...Object.keys(registeredBands).map((each) => `registered:${each}`),
    ...Object.keys(ageBands).map((each) => `age:${each}`),
    ...Object.keys(sizeBands).map((each) => `size:${each}`),
    ...incomeBands.map((each) => `income:${each}`),
    ...situations,
    ...places.map(({ id }) => `from:${id}`),
    'from:elsewhere',
  ]
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

/** The last day of the period that responses are counted over for the chance of success: a year. */
export function periodStart(end: CalendarDate): CalendarDate {
  return addDays(end, -daysInYear + 1)
}

/** Of homes that some variant has a rule of its own for, also who came to live there. */
export function figuresOfRun(world: World, areas: readonly Authority[] = []): Figures {
  const { region, lettings, searches, today, countsFrom } = world
  const inMunicipality: PartOf = ({ municipality }) => municipality
  const ofLandlord: PartOf = ({ landlord }) => landlord
  const municipalities = partsOf(
    world,
    region.places.map(({ id }) => id),
    inMunicipality,
  )
  const landlords = partsOf(
    world,
    region.landlords.map(({ id }) => id),
    ofLandlord,
  )
  const figures = figuresOf(lettings, searches, {
    observed: { from: countsFrom, until: today },
    period: { from: periodStart(today), until: today },
    groups: groupsOfRegion(region),
    municipalities,
    landlords,
    work: region.work,
  })
  return {
    ...figures,
    ...fairShares(world, [
      [municipalities, inMunicipality],
      [landlords, ofLandlord],
    ]),
    'lettings-per-new-home': {
      all: chainLength(world) ?? figures['lettings-per-new-home']?.all ?? null,
    },
    'quota-use': quotaUse(world),
    inflow: inflow(world),
    'share-of-stream': shareOfStreams(world),
    'time-at-advertised': timeAtAdvertised(world),
    'searching-number': { all: searchingNumber(world) },
    'registered-number': { all: world.tally.registered },
    ...(areas.length === 0 ? {} : inAreas(world, areas)),
  }
}

function partsOf({ homes, lettings, region }: World, ids: readonly string[], of: PartOf): Part[] {
  const stock = new Map<string, number>()
  const weight = new Map<string, number>()
  const weights = new Map(region.places.map((each) => [each.id, each.publicAreaWeight]))
  for (const { facts, landlord } of homes) {
    const municipality = String(facts.municipality)
    const id = of({ municipality, landlord })
    stock.set(id, (stock.get(id) ?? 0) + 1)
    weight.set(id, (weight.get(id) ?? 0) + (weights.get(municipality) ?? 1))
  }
  return ids.map((id) => ({
    id,
    stock: stock.get(id) ?? 0,
    vacancies: lettings.filter((letting) => of(letting) === id).length,
    // Whose homes stand in several municipalities has the mean of their weights.
    publicAreaWeight: (weight.get(id) ?? 0) / (stock.get(id) ?? 1),
  }))
}

type PartOf = (letting: Pick<LettingRecord, 'municipality' | 'landlord'>) => string

/** Who is to be spread fairly, over municipalities and over landlords, is everybody who is not regular. */
function fairShares(
  { lettings }: World,
  families: readonly (readonly [parts: readonly Part[], of: PartOf])[],
): Figures {
  const shared = lettings.filter((letting) => !isRegular(usualDefinition, letting))
  if (lettings.length === 0) return {}
  const ratiosBy = (key: FairShareKey) =>
    families.flatMap(([parts, of]) =>
      fairShare(
        parts.filter(({ stock }) => stock > 0),
        realisedBy(shared, of),
        key,
      ).map(({ id, ratio }) => [id, ratio] as const),
    )
  return Object.fromEntries(
    fairShareKeys.map((key) => [`fair-share-${key}`, Object.fromEntries(ratiosBy(key))]),
  )
}

function inAreas({ region, homes, lettings }: World, areas: readonly Authority[]): Figures {
  const isThere = (facts: Facts) => areas.some((each) => reaches(each, facts))
  const there = homes.filter(({ facts }) => isThere(facts))
  const counts = new Map(groupsOfRegion(region).map((group) => [group, 0]))
  for (const { complex, municipality, landlord, groups } of lettings) {
    if (!isThere({ complex, municipality, landlord })) continue
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return {
    'lettings-in-area': Object.fromEntries(counts),
    'size-of-area': {
      homes: there.length,
      complexes: new Set(there.map(({ complex }) => complex)).size,
    },
  }
}

// Counted along the chains themselves where homes were built.
function chainLength({ tally }: World): number | undefined {
  return tally.newHomes > 0 ? tally.lettingsFromNew / tally.newHomes : undefined
}

/** Per year who registered by each stream, and the homes that were let (instroom): the luck of this run. */
function inflow(world: World): GroupFigures {
  const { region, tally, lettings } = world
  const years = yearsCounted(world)
  const perYear = (counts: readonly number[]) =>
    Object.fromEntries(region.streams.map(({ id }, at) => [id, (counts[at] ?? 0) / years]))
  return { ...perYear(tally.arrived), homes: lettings.length / years }
}

/** Of all lettings the share of each stream: the mix that a table of lettings shows. */
function shareOfStreams({ region, tally, lettings }: World): GroupFigures {
  return Object.fromEntries(
    region.streams.map(({ id }, at) => [id, (tally.housedSince[at] ?? 0) / lettings.length]),
  )
}

/** Years of registration of who got an advertised home by registration time and without an urgency. */
function timeAtAdvertised({ lettings }: World): GroupFigures {
  const byTime = lettings.filter(
    ({ channel, model, ground }) =>
      channel === 'advertised' && model === 'ranked' && ground === 'none',
  )
  if (byTime.length === 0) return {}
  const years = Float64Array.from(byTime, (each) => (each.on - each.registeredOn) / daysPerYear)
  years.sort()
  const quantiles = [10, 25, 50, 75, 90].map((part) => [`p${part}`, quantileOf(years, part / 100)])
  return { ...Object.fromEntries(quantiles), mean: meanOf(years) }
}

function yearsCounted({ today, countsFrom }: World): number {
  return (today - countsFrom + 1) / daysPerYear
}

/** How many search on a usual day, also who responded to nothing yet (actief woningzoekenden). */
function searchingNumber({ tally, today, countsFrom }: World): number {
  return tally.searchingDays / (today - countsFrom + 1)
}

/** Of each quota and key the share used on the last day, as a part; plain counts as they are. */
function quotaUse({ rules, today }: World): GroupFigures {
  const { prepared, quotas } = rules.base
  const uses = quotas.on(today)
  return Object.fromEntries(
    prepared.quotas.flatMap(({ rule }) =>
      Object.entries(uses[rule.id] ?? {}).map(([key, { used, base }]) => [
        key === 'all' ? rule.id : `${rule.id} ${key}`,
        rule.limit.of === undefined ? used : base === 0 ? null : used / base,
      ]),
    ),
  )
}
