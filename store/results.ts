/** Results of homes, as everybody may see them: what was made known, and how many responded. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Store } from './database.ts'
import { listings } from './homes.ts'
import type { ListingState } from './tables.ts'

export type ResultRow = {
  readonly listing: number
  readonly address: string
  readonly neighbourhood: string
  readonly landlordName: string
  readonly facts: Facts
  readonly state: ListingState
  readonly on: CalendarDate
  readonly candidates: number
}

/** Lists that were made, the newest first; from one on, and of one municipality, where that is asked. */
export async function resultsBefore(
  store: Store,
  region: string,
  asked: { readonly municipality?: string; readonly before?: number; readonly most: number },
): Promise<ResultRow[]> {
  const { municipality, before, most } = asked
  let rows = listings(store, region)
    .innerJoin('ranking', (join) =>
      join
        .onRef('ranking.region', '=', 'listing.region')
        .onRef('ranking.listing', '=', 'listing.id'),
    )
    .select([
      'ranking.listing',
      'dwelling.address',
      'complex.neighbourhood',
      'landlord.name as landlordName',
      'listing.facts',
      'listing.state',
      'ranking.on_day as on',
      'ranking.candidates',
    ])
  if (municipality !== undefined) rows = rows.where('complex.municipality', '=', municipality)
  if (before !== undefined) rows = rows.where('ranking.listing', '<', before)
  return rows.orderBy('ranking.listing', 'desc').limit(most).execute()
}
