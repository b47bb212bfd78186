/** Results of homes, as everybody may see them: what was made known, and how many responded. */
import { sql } from 'kysely'
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

/** Lists that were made, what closed last first; behind one, and of one municipality, where that is asked. */
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
  if (before !== undefined) {
    rows = rows.where(
      sql<boolean>`(ranking.on_day, ranking.listing) < (
        select on_day, listing from ranking where region = ${region} and listing = ${before}
      )`,
    )
  }
  return rows
    .orderBy('ranking.on_day', 'desc')
    .orderBy('ranking.listing', 'desc')
    .limit(most)
    .execute()
}

export type LettingCounts = {
  readonly municipality: string
  readonly lettings: number
  readonly lottery: number
  readonly urgent: number
}

/** Lettings between two instants, counted per municipality. */
export async function lettingsBetween(
  store: Store,
  region: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<LettingCounts[]> {
  return (
    listings(store, region)
      .innerJoin('letting', (join) =>
        join
          .onRef('letting.region', '=', 'listing.region')
          .onRef('letting.listing', '=', 'listing.id'),
      )
      .innerJoin('event', (join) =>
        join
          .onRef('event.region', '=', 'letting.region')
          .onRef('event.number', '=', 'letting.event'),
      )
      .select([
        'complex.municipality',
        sql<number>`count(*)::int`.as('lettings'),
        sql<number>`count(*) filter (where listing.facts ->> 'model' = 'lottery')::int`.as(
          'lottery',
        ),
        sql<number>`count(*) filter (where letting.facts ->> 'urgency' = 'active')::int`.as(
          'urgent',
        ),
      ])
      // By its kind and moment a letting is found in an index; by its moment alone every event of the quarter is read.
      .where('event.kind', '=', sql.lit('home-let'))
      .where('event.at', '>=', from)
      .where('event.at', '<', until)
      .groupBy('complex.municipality')
      .orderBy('complex.municipality')
      .execute()
  )
}

export type OwnResult = ResultRow & {
  readonly municipality: string
  /** When the lease starts, where the home was let. */
  readonly startsOn: CalendarDate | undefined
}

/** The same for who takes part: of one landlord or municipality, in the order of their numbers, behind one. */
export async function resultsAfter(
  store: Store,
  region: string,
  asked: ({ readonly landlord: string } | { readonly municipality: string }) & {
    readonly after: number
    readonly most: number
  },
): Promise<OwnResult[]> {
  const found = listings(store, region)
    .innerJoin('ranking', (join) =>
      join
        .onRef('ranking.region', '=', 'listing.region')
        .onRef('ranking.listing', '=', 'listing.id'),
    )
    .leftJoin('letting', (join) =>
      join
        .onRef('letting.region', '=', 'listing.region')
        .onRef('letting.listing', '=', 'listing.id'),
    )
    .select([
      'ranking.listing',
      'dwelling.address',
      'complex.neighbourhood',
      'complex.municipality',
      'landlord.name as landlordName',
      'listing.facts',
      'listing.state',
      'ranking.on_day as on',
      'ranking.candidates',
      'letting.starts_on as startsOn',
    ])
    .where('ranking.listing', '>', asked.after)
  const rows = await ('landlord' in asked
    ? found.where('listing.landlord', '=', asked.landlord)
    : found.where('complex.municipality', '=', asked.municipality)
  )
    .orderBy('ranking.listing')
    .limit(asked.most)
    .execute()
  return rows.map((row) => ({ ...row, startsOn: row.startsOn ?? undefined }))
}
