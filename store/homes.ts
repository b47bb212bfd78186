/** Homes that can be responded to now, as the public sees them. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Store } from './database.ts'

export type OpenHome = {
  readonly id: number
  readonly landlord: string
  readonly landlordName: string
  readonly neighbourhood: string
  readonly complexName: string
  readonly address: string
  readonly facts: Facts
  readonly closesOn: CalendarDate
  readonly closesAt: Date
}

export type HomeFilter = {
  readonly municipality?: string
  readonly bedroomsMin?: number
  readonly rentMaxCents?: number
  readonly model?: string
}

/** Open listings that fit a filter, soonest to close first. */
export async function openHomes(
  store: Store,
  region: string,
  at: Date,
  { municipality, bedroomsMin, rentMaxCents, model }: HomeFilter,
): Promise<OpenHome[]> {
  let asked = store
    .selectFrom('listing')
    .innerJoin('vacancy', (join) =>
      join
        .onRef('vacancy.region', '=', 'listing.region')
        .onRef('vacancy.id', '=', 'listing.vacancy'),
    )
    .innerJoin('dwelling', (join) =>
      join
        .onRef('dwelling.region', '=', 'vacancy.region')
        .onRef('dwelling.id', '=', 'vacancy.dwelling'),
    )
    .innerJoin('complex', (join) =>
      join
        .onRef('complex.region', '=', 'dwelling.region')
        .onRef('complex.id', '=', 'dwelling.complex'),
    )
    .innerJoin('landlord', (join) =>
      join
        .onRef('landlord.region', '=', 'listing.region')
        .onRef('landlord.id', '=', 'listing.landlord'),
    )
    .select([
      'listing.id',
      'listing.landlord',
      'landlord.name as landlordName',
      'complex.neighbourhood',
      'complex.name as complexName',
      'dwelling.address',
      'listing.facts',
      'listing.closes_on as closesOn',
      'listing.closes_at as closesAt',
    ])
    .where('listing.region', '=', region)
    .where('listing.state', '=', 'open')
    .where('listing.opens_at', '<=', at)
    .where('listing.closes_at', '>', at)
  if (municipality !== undefined) {
    asked = asked.where('complex.municipality', '=', municipality)
  }
  const rows = await asked.orderBy('listing.closes_at').orderBy('listing.id').execute()
  return rows.flatMap((row) => {
    const { bedrooms, rent, model: how } = row.facts
    if (row.closesOn === null || row.closesAt === null) return []
    if (bedroomsMin !== undefined && !(Number(bedrooms) >= bedroomsMin)) return []
    if (rentMaxCents !== undefined && !(Number(rent) <= rentMaxCents)) return []
    if (model !== undefined && how !== model) return []
    return [{ ...row, closesOn: row.closesOn, closesAt: row.closesAt }]
  })
}
