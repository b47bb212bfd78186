/** What the stock says of a home (woninggegevens), as it is typed; what a listing needs is never left out. */
import type { Facts } from '../core/basics/facts.ts'

export const dwellingTypes = ['apartment', 'ground-floor', 'house', 'studio'] as const
export const segments = ['social', 'mid-rent', 'free'] as const
export const dwellingLabels = ['none', 'walker', 'single-floor', 'wheelchair', 'senior'] as const

/** The fields of a home in the stock; money in whole cents, area in m². */
export type DwellingFacts = {
  readonly type: (typeof dwellingTypes)[number]
  readonly segment: (typeof segments)[number]
  readonly rentCents: number
  readonly bedrooms: number
  readonly area?: number
  readonly label: (typeof dwellingLabels)[number]
}

/** No rent, room or area of a real home is more; a slip of a key is. */
const most = { rentCents: 500_000, bedrooms: 12, area: 500 } as const

/** Which fields cannot be right; empty when all can. */
export function dwellingFaults({ rentCents, bedrooms, area }: DwellingFacts): string[] {
  const isCount = (value: number, least: number, limit: number) =>
    Number.isInteger(value) && value >= least && value <= limit
  return [
    ...(isCount(rentCents, 1, most.rentCents) ? [] : ['rent']),
    ...(isCount(bedrooms, 0, most.bedrooms) ? [] : ['bedrooms']),
    ...(area === undefined || isCount(area, 1, most.area) ? [] : ['floor-area']),
  ]
}

/** As rules read them. What the form does not ask stays as it was; an area that is emptied goes. */
export function factsFrom(
  { type, segment, rentCents, bedrooms, area, label }: DwellingFacts,
  before: Facts = {},
): Facts {
  const { 'floor-area': _area, label: _label, ...others } = before
  return {
    ...others,
    ...{ 'dwelling-type': type, segment, rent: rentCents, bedrooms, rooms: bedrooms + 1 },
    ...(area !== undefined && { 'floor-area': area }),
    ...(label !== 'none' && { label: [label] }),
  }
}
