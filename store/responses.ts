/** Responses of one person (reacties), and what came of them. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import type { ListingState, OfferState, ResponseChannel } from './tables.ts'

export type StoredResponse = {
  readonly listing: number
  readonly event: number
  readonly at: Date
  readonly via: ResponseChannel
  readonly withdrawnAt: Date | null
  readonly state: ListingState
  readonly closesOn: CalendarDate | null
  readonly closesAt: Date | null
  readonly place: number | null
  readonly code: string | null
  readonly candidates: number | null
  readonly placed: number | null
  readonly offer: string | null
  readonly offerState: OfferState | null
}

/** Responses of somebody, newest first; with a listing, only that one. */
export async function responsesOf(
  store: Store | InTransaction,
  region: string,
  person: string,
  listing?: number,
): Promise<StoredResponse[]> {
  const asked = store
    .selectFrom('response')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.region', '=', 'response.region')
        .onRef('listing.id', '=', 'response.listing'),
    )
    .leftJoin('ranking', (join) =>
      join
        .onRef('ranking.region', '=', 'response.region')
        .onRef('ranking.listing', '=', 'response.listing'),
    )
    .leftJoin('standing', (join) =>
      join
        .onRef('standing.region', '=', 'response.region')
        .onRef('standing.listing', '=', 'response.listing')
        .onRef('standing.person', '=', 'response.person'),
    )
    .leftJoin('offer', (join) =>
      join
        .onRef('offer.region', '=', 'response.region')
        .onRef('offer.listing', '=', 'response.listing')
        .onRef('offer.person', '=', 'response.person'),
    )
    .select([
      'response.listing',
      'response.event',
      'response.at',
      'response.via',
      'response.withdrawn_at as withdrawnAt',
      'listing.state',
      'listing.closes_on as closesOn',
      'listing.closes_at as closesAt',
      'standing.place',
      'standing.code',
      'ranking.candidates',
      'ranking.placed',
      'offer.id as offer',
      'offer.state as offerState',
    ])
    .where('response.region', '=', region)
    .where('response.person', '=', person)
  const rows = listing === undefined ? asked : asked.where('response.listing', '=', listing)
  return rows.orderBy('response.at', 'desc').limit(mostShown).execute()
}

const mostShown = 200

/** The open listings somebody has a response to that counts. */
export async function openResponses(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<Set<number>> {
  const rows = await store
    .selectFrom('response')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.region', '=', 'response.region')
        .onRef('listing.id', '=', 'response.listing'),
    )
    .select('response.listing')
    .where('response.region', '=', region)
    .where('response.person', '=', person)
    .where('response.withdrawn_at', 'is', null)
    .where('listing.state', '=', 'open')
    .execute()
  return new Set(rows.map(({ listing }) => listing))
}

/** A response that no longer counts; it stays in the file. */
export async function withdrawResponse(
  transaction: InTransaction,
  region: string,
  listing: number,
  person: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('response')
    .set({ withdrawn_at: at })
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', '=', person)
    .execute()
}
