/** The homes of a region (woningvoorraad), complex by complex, and who lives where as far as it matters. */
import type { Facts } from '../core/basics/facts.ts'
import { keptByName } from '../core/basics/kept-for.ts'
import { type Luck, pickShare } from './chance.ts'
import type { NewHomes, Region } from './region.ts'

export type Home = {
  readonly index: number
  /** Position of its municipality among the region's places. */
  readonly place: number
  readonly attraction: number
  readonly bedrooms: number
  readonly rentCents: number
  readonly label: string
  readonly landlord: string
  readonly complex: string
  /** Facts of the home as rules read them, without the model it is let by. */
  readonly facts: Facts
  /** The searcher who rents it now, if its tenant is one. */
  tenant: number | undefined
  /** Empty, or promised to somebody who has yet to leave. */
  isFree: boolean
}

/** The highest rent of a social home (DAEB-huurgrens); homes above it are in the free segment. */
export type RentLimit = number | undefined

export function buildHomes(region: Region, luck: Luck, limit: RentLimit): Home[] {
  const { count, homesPerComplex, types } = region.homes
  return Array.from(
    { length: Math.ceil(count / homesPerComplex) },
    (_, complex) => complex,
  ).flatMap((complex) => {
    const own = (field: number) => luck.share('home', -1 - complex, field)
    const type = pickShare(
      types.map((each) => [each, each.share]),
      own(0),
    )
    const place = pickShare(
      region.places.map(({ homesShare }, index) => [index, homesShare]),
      own(1),
    )
    if (!type || place === undefined) return []
    const from = complex * homesPerComplex
    const size = Math.min(homesPerComplex, count - from)
    const label = pickShare(Object.entries(type.labels), own(2)) ?? 'none'
    return Array.from({ length: size }, (_, inside) => {
      const index = from + inside
      const bedrooms = pickShare(Object.entries(type.bedrooms), luck.share('home', index, 1))
      const shape = { type: type.type, bedrooms: Number(bedrooms ?? 1), label, isNew: false }
      return homeOf(region, luck, limit, { ...shape, index, place, complex, own })
    })
  })
}

type Shape = {
  readonly index: number
  readonly place: number
  readonly complex: number
  readonly type: string
  readonly bedrooms: number
  readonly label: string
  readonly isNew: boolean
  own(field: number): number
}

function homeOf(region: Region, luck: Luck, limit: RentLimit, shape: Shape): Home {
  const { index, place: at, complex, type, bedrooms, label, isNew, own } = shape
  const place = region.places[at]
  const neighbourhood = pickShare(
    (place?.neighbourhoods ?? []).map((each) => [each, each.share]),
    own(3),
  )
  const municipality = place?.id ?? 'none'
  const landlord =
    pickShare(
      region.landlords.map(({ id, shareIn }) => [id, shareIn[municipality] ?? 0]),
      own(4),
    ) ?? 'none'
  const usual = region.homes.rentCents[bedrooms] ?? region.homes.rentCents['1'] ?? 0
  const spread = 1 + region.homes.rentSpread * (2 * luck.share('home', index, 2) - 1)
  const rentCents = Math.round(usual * spread)
  const name = `${municipality}-${complex}`
  // All have the same facts in the same order, known or not, which is what makes reading them fast.
  const facts: Facts = {
    segment: limit !== undefined && rentCents > limit ? 'free' : 'social',
    municipality,
    neighbourhood: neighbourhood?.id,
    landlord,
    complex: name,
    'dwelling-type': type,
    bedrooms,
    rooms: bedrooms + 1,
    rent: rentCents,
    'self-contained': true,
    'lease-kind': 'regular',
    label: label === 'none' ? undefined : listOf(label),
    'new-build': isNew || undefined,
  }
  return {
    index,
    place: at,
    attraction: neighbourhood?.attraction ?? 0,
    bedrooms,
    rentCents,
    label,
    landlord,
    complex: name,
    facts,
    tenant: undefined,
    isFree: false,
  }
}

// One list for all homes with a label.
const listOf = keptByName((label): readonly string[] => [label])

/** A new home, delivered in its place or, where none is given, in that of luck. */
export function newHome(
  region: Region,
  luck: Luck,
  limit: RentLimit,
  { place, type, bedrooms, label }: NewHomes,
  index: number,
): Home {
  const own = (field: number) => luck.share('home', -1 - index, field)
  const given = region.places.findIndex(({ id }) => id === place)
  const drawn = pickShare(
    region.places.map(({ homesShare }, at) => [at, homesShare]),
    own(1),
  )
  const at = given < 0 ? (drawn ?? 0) : given
  const home = homeOf(region, luck, limit, {
    index,
    place: at,
    complex: index,
    type,
    bedrooms,
    label,
    isNew: true,
    own,
  })
  return { ...home, isFree: true }
}

const byPlace = new WeakMap<readonly Home[], { readonly places: Home[][]; known: number }>()

/** The homes in a place, in their order, also those that were added since. */
export function homesIn(homes: readonly Home[], place: number): readonly Home[] {
  const found = byPlace.get(homes) ?? { places: [], known: 0 }
  byPlace.set(homes, found)
  for (; found.known < homes.length; found.known += 1) {
    const home = homes[found.known]
    if (!home) continue
    const there = found.places[home.place] ?? []
    found.places[home.place] = there
    there.push(home)
  }
  return found.places[place] ?? []
}

/** The nearest home after a point of luck that fits, so that one home more or less moves no other. */
export function homeAfter(
  homes: readonly Home[],
  luck: number,
  fits: (home: Home) => boolean,
): Home | undefined {
  const from = Math.floor(luck * homes.length)
  for (let step = 0; step < homes.length; step += 1) {
    const home = homes[(from + step) % homes.length]
    if (home && fits(home)) return home
  }
  return undefined
}
