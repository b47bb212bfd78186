/**
 * How people choose (gedrag): who responds to what, and who takes what is offered. All of it follows from
 * the parameters of the region's file; another behaviour is another file, or another value of one of these.
 */
import type { Home } from './housing.ts'
import type { Behaviour, Region } from './region.ts'
import type { Group } from './searchers.ts'

/**
 * How far the municipalities of a region are from each other, in units of the distance over which the wish
 * to respond falls to a third; an endless one makes every place near.
 */
export function distancesBetween({ places, behaviour }: Region): number[][] {
  return places.map((one) =>
    places.map(
      (other) => Math.hypot(one.xKm - other.xKm, one.yKm - other.yKm) / behaviour.distanceKm,
    ),
  )
}

/** The groups with any chance to speak of to respond to homes that are the same to them. */
export type Interested = {
  /** So many of all groups were asked. */
  asked: number
  readonly groups: number[]
  readonly chances: number[]
}

/** What a choice about one home depends on, beside the home and the group. */
export type Choosing = {
  readonly behaviour: Behaviour
  readonly distances: readonly (readonly number[])[]
  /** The part of the wish to respond that each distance leaves. */
  readonly nearness: readonly (readonly number[])[]
  /** Who looks at homes, by what they look at in a home. */
  readonly interested: Map<string, Interested>
  /** Whether the rent of the home is beyond the cap for a low income and such a household. */
  rentIsHigh(home: Home, bedroomsNeeded: number): boolean
}

/**
 * The chance that a usually keen member of a group responds to a home: each thing that does not suit keeps
 * only a part of it.
 */
export function responseChance(choosing: Choosing, group: Group, home: Home): number {
  const { behaviour } = choosing
  const { response, tooSmall, tooLarge, rentTooHigh, wrongLabel } = behaviour
  const missing = Math.max(0, group.bedroomsNeeded - home.bedrooms)
  const spare = Math.max(0, home.bedrooms - group.bedroomsNeeded - 1)
  const isDear = group.incomeClass === 0 && choosing.rentIsHigh(home, group.bedroomsNeeded)
  return (
    response *
    (choosing.nearness[group.looksFrom]?.[home.place] ?? 1) *
    (missing === 0 ? 1 : tooSmall ** missing) *
    (spare === 0 ? 1 : tooLarge ** spare) *
    (isDear ? rentTooHigh : 1) *
    (suitsLabel(group, home) ? 1 : wrongLabel)
  )
}

/** Whether a home is a suitable offer (passend aanbod): room enough, a rent that fits, and no label for others. */
export function isSuitable(choosing: Choosing, group: Group, home: Home): boolean {
  const { bedroomsNeeded, incomeClass } = group
  const isDear = incomeClass === 0 && choosing.rentIsHigh(home, bedroomsNeeded)
  return home.bedrooms >= bedroomsNeeded && !isDear && suitsLabel(group, home)
}

function suitsLabel({ isSenior, indication }: Group, { label }: Home): boolean {
  if (label === 'none' || label === indication) return true
  return label === 'senior' && isSenior
}

/** How well a home suits a group (match): the same things, added up; 0 is a home like any other. */
export function matchValue(choosing: Choosing, group: Group, home: Home): number {
  const missing = Math.max(0, group.bedroomsNeeded - home.bedrooms)
  const spare = Math.max(0, home.bedrooms - group.bedroomsNeeded - 1)
  const isDear = group.incomeClass === 0 && choosing.rentIsHigh(home, group.bedroomsNeeded)
  return (
    home.attraction -
    (choosing.distances[group.looksFrom]?.[home.place] ?? 0) -
    missing -
    spare / 2 -
    (isDear ? 1 : 0) -
    (suitsLabel(group, home) ? 0 : 1)
  )
}

/**
 * The chance that somebody takes a home that is offered. A usual home is taken with the chance `acceptance`;
 * what it is worth to them, the years they have searched and what refusing would cost move that chance.
 */
export function acceptanceChance(
  { acceptance, pickiness, desperationPerYear, penaltyFear }: Behaviour,
  { value, years, refusingCosts }: { value: number; years: number; refusingCosts: boolean },
): number {
  if (acceptance <= 0 || acceptance >= 1 || pickiness === 0) return acceptance
  const asked = value + desperationPerYear * years + (refusingCosts ? penaltyFear : 0)
  const odds = (acceptance / (1 - acceptance)) * Math.exp(pickiness * asked)
  return odds / (1 + odds)
}

/**
 * The part of the wish to respond that is left when others lately needed longer than somebody has waited
 * (verwachte kans): all of it where their own time is enough.
 */
export function chanceKept({ chanceMatters }: Behaviour, own: number, needed: number): number {
  return needed <= own || needed <= 0 ? 1 : 1 - chanceMatters * (1 - own / needed)
}
