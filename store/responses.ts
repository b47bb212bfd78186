/** Responses of one person (reacties), and what came of them. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { StoredListing } from './listings.ts'
import { type NewMessage, sending } from './messages.ts'
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

export type HeldListing = Pick<
  StoredListing,
  'facts' | 'ruleBooks' | 'opensAt' | 'closesAt' | 'closesOn' | 'state'
>

/**
 * A listing and the file of who responds to it. Until the transaction ends nobody closes the one, and nobody
 * else does anything for the other that counts what they have.
 */
export async function holdForResponse(
  transaction: InTransaction,
  region: string,
  listing: number,
  person: string,
): Promise<{ readonly listing: HeldListing | undefined; readonly hasFile: boolean }> {
  const { rows } = await sql<{
    facts: Facts | null
    rule_books: Buffer[]
    opens_at: Date | null
    closes_at: Date | null
    closes_on: CalendarDate | null
    state: ListingState
    has_file: boolean
  }>`
    with home as materialized (
      select facts, rule_books, opens_at, closes_at, closes_on, state from listing
      where region = ${region} and id = ${listing} for share
    ), file as materialized (
      select id from person where region = ${region} and id = ${person} and erased_at is null
      for no key update
    )
    select home.*, file.id is not null as has_file from home left join file on true`.execute(
    transaction,
  )
  const [row] = rows
  if (!row?.facts) return { listing: undefined, hasFile: false }
  return {
    hasFile: row.has_file,
    listing: {
      ...{ facts: row.facts, state: row.state },
      ruleBooks: row.rule_books.map((hash) => hash.toString('hex')),
      opensAt: row.opens_at ?? undefined,
      closesAt: row.closes_at ?? undefined,
      closesOn: row.closes_on ?? undefined,
    },
  }
}

/** Whether somebody has a response to a listing that counts, and how many of theirs wait for a close. */
export async function responsesNow(
  transaction: InTransaction,
  region: string,
  listing: number,
  person: string,
): Promise<{ readonly hasResponded: boolean; readonly waiting: number }> {
  const { rows } = await sql<{ responded: boolean | null; waiting: number }>`
    select bool_or(response.listing = ${listing}) as responded,
      count(*) filter (where listing.state = 'open') as waiting
    from response join listing on listing.region = response.region and listing.id = response.listing
    where response.region = ${region} and response.person = ${person}
      and response.withdrawn_at is null and (response.listing = ${listing} or listing.state = 'open')
  `.execute(transaction)
  return { hasResponded: rows[0]?.responded ?? false, waiting: rows[0]?.waiting ?? 0 }
}

export type NewResponse = {
  readonly listing: number
  readonly person: string
  readonly event: number
  readonly at: Date
  readonly via: ResponseChannel
  /** What rules read of it later: the day, and the home as it was. */
  readonly on: CalendarDate
  readonly attributes: Facts
  readonly message: NewMessage & { readonly id: string }
}

/**
 * All that follows from a response, in one statement: it counts, also one that was withdrawn, from now; it stands
 * in the history of the person; and they are told.
 */
export async function addResponse(
  transaction: InTransaction,
  region: string,
  { listing, person, event, at, via, on, attributes, message }: NewResponse,
): Promise<void> {
  await sql`
    with kept as (
      insert into response (region, listing, person, event, at, via, withdrawn_at)
      values (${region}, ${listing}, ${person}, ${event}, ${at}, ${via}, null)
      on conflict (region, listing, person) do update
        set event = excluded.event, at = excluded.at, via = excluded.via, withdrawn_at = null
    ), remembered as (
      insert into history (region, person, event, name, on_day, attributes)
      values (${region}, ${person}, ${event}, 'responded', ${on}, ${JSON.stringify(attributes)})
    ), ${sending(region, person, message)}
    select`.execute(transaction)
}
