/** Responses of one person (reacties), and what came of them. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import { gathered, HeldElsewhere, isShared } from './gathered.ts'
import type { StoredListing } from './listings.ts'
import { type NewMessage, sending } from './messages.ts'
import { runningStates } from './offers.ts'
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

/** Responses of somebody, each beside what came of it. */
function responsesWithOutcome(store: Store | InTransaction, region: string, person: string) {
  return store
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
    .where('response.region', '=', region)
    .where('response.person', '=', person)
}

const columns = [
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
] as const

/** The response of somebody to one listing. */
export async function responseOf(
  store: Store | InTransaction,
  region: string,
  person: string,
  listing: number,
): Promise<StoredResponse | undefined> {
  return responsesWithOutcome(store, region, person)
    .select(columns)
    .where('response.listing', '=', listing)
    .executeTakeFirst()
}

/**
 * A response runs while an offer on it does; and, until one was made, while its listing is open, its list is not
 * there yet, or they stand on a list of which the home is not let. Any other is over.
 */
const runs = sql<boolean>`(coalesce(offer.state = any(${runningStates}), false)
  or (response.withdrawn_at is null and offer.id is null and standing.code is null
    and listing.state in ('open', 'drawing', 'closed')))`

/** Which responses of somebody are asked for, beside how many. */
export type ResponsesAsked = {
  /** Current is what runs, and what closed on a day or later. */
  readonly part?: 'running' | 'over' | { readonly closedSince: CalendarDate }
  readonly isOffered?: true
  /** Only those behind this one. */
  readonly behind?: Pick<StoredResponse, 'at' | 'listing'> | undefined
}

function responsesIn(
  store: Store | InTransaction,
  region: string,
  person: string,
  { part, isOffered, behind }: ResponsesAsked,
) {
  let found = responsesWithOutcome(store, region, person)
  if (part === 'running') found = found.where(runs)
  if (part === 'over') found = found.where(sql<boolean>`not ${runs}`)
  if (typeof part === 'object') {
    found = found.where(({ or, eb }) => or([runs, eb('listing.closes_on', '>=', part.closedSince)]))
  }
  if (isOffered) found = found.where('offer.id', 'is not', null)
  if (behind === undefined) return found
  const { at, listing } = behind
  return found.where(({ or, and, eb }) =>
    or([
      eb('response.at', '<', at),
      and([eb('response.at', '=', at), eb('response.listing', '>', listing)]),
    ]),
  )
}

/** A page of the responses of somebody, newest first. */
export async function responsesOf(
  store: Store | InTransaction,
  region: string,
  person: string,
  asked: ResponsesAsked & { readonly from?: number; readonly count: number },
): Promise<StoredResponse[]> {
  return responsesIn(store, region, person, asked)
    .select(columns)
    .orderBy('response.at', 'desc')
    .orderBy('response.listing')
    .limit(asked.count)
    .offset(asked.from ?? 0)
    .execute()
}

/** How many these are. */
export async function countResponses(
  store: Store,
  region: string,
  person: string,
  asked: ResponsesAsked,
): Promise<number> {
  const { count } = await responsesIn(store, region, person, asked)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Responses of somebody that they did not take back, beside their listings. */
export function runningResponses(store: Store | InTransaction, region: string, person: string) {
  return store
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
}

/** The open listings somebody has a response to that counts. */
export async function openResponses(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<Set<number>> {
  const rows = await runningResponses(store, region, person)
    .where('listing.state', '=', 'open')
    .execute()
  return new Set(rows.map(({ listing }) => listing))
}

/** Whether somebody has a response that counts. */
export async function hasResponded(
  store: Store | InTransaction,
  region: string,
  listing: number,
  person: string,
): Promise<boolean> {
  const found = await store
    .selectFrom('response')
    .select('person')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', '=', person)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Ids of everybody whose response counts. */
export async function respondentsOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<string[]> {
  const rows = await store
    .selectFrom('response')
    .select('person')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ person }) => person)
}

/** Who of these took their response back. */
export async function withdrawnFrom(
  store: Store | InTransaction,
  region: string,
  listing: number,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await store
    .selectFrom('response')
    .select('person')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', 'in', people)
    .where('withdrawn_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ person }) => person))
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

type Responding = { readonly listing: number; readonly person: string }

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
  const held = await gatheredHold(transaction, region, { listing, person })
  // Not there, or of somebody else at this moment: who is by themselves waits, and learns which.
  if (isShared(transaction) && !(held.listing && held.hasFile)) throw new HeldElsewhere()
  return held
}

const gatheredHold = gathered<
  Responding,
  { readonly listing: HeldListing | undefined; readonly hasFile: boolean }
>(async (transaction, region, asked) => {
  const listings = [...new Set(asked.map(({ listing }) => listing))]
  const people = asked.map(({ person }) => person)
  const others = isShared(transaction) ? sql`skip locked` : sql``
  const { rows } = await sql<{
    homes: readonly Home[] | null
    people: readonly string[] | null
  }>`
    with home as materialized (
      select id, facts, rule_books, opens_at, closes_at, closes_on, state from listing
      where region = ${region} and id = any(${listings}::bigint[]) for share ${others}
    ), file as materialized (
      select id from person where region = ${region} and id = any(${people}::uuid[])
        and erased_at is null for no key update ${others}
    )
    select (select json_agg(home) from home) as homes, (select json_agg(id) from file) as people
  `.execute(transaction)
  const homes = new Map(rows[0]?.homes?.map((home) => [home.id, heldListing(home)]))
  const files = new Set(rows[0]?.people)
  return asked.map(({ listing, person }) => ({
    listing: homes.get(listing),
    hasFile: files.has(person),
  }))
})

type Home = {
  readonly id: number
  readonly facts: Facts
  readonly rule_books: readonly string[]
  readonly opens_at: string | null
  readonly closes_at: string | null
  readonly closes_on: CalendarDate | null
  readonly state: ListingState
}

function heldListing(home: Home): HeldListing {
  return {
    ...{ facts: home.facts, state: home.state },
    ruleBooks: home.rule_books.map((hash) => hash.slice('\\x'.length)),
    opensAt: home.opens_at === null ? undefined : new Date(home.opens_at),
    closesAt: home.closes_at === null ? undefined : new Date(home.closes_at),
    closesOn: home.closes_on ?? undefined,
  }
}

type Standing = { readonly hasResponded: boolean; readonly waiting: number }

/** Whether somebody has a response to a listing that counts, and how many of theirs wait for a close. */
export async function responsesNow(
  transaction: InTransaction,
  region: string,
  listing: number,
  person: string,
): Promise<Standing> {
  return gatheredNow(transaction, region, { listing, person })
}

const gatheredNow = gathered<Responding, Standing>(async (transaction, region, asked) => {
  const { rows } = await sql<{ nth: number; responded: boolean; waiting: number }>`
    select asked.nth, bool_or(response.listing = asked.listing) as responded,
      count(*) filter (where listing.state = 'open') as waiting
    from unnest(
      ${asked.map(({ listing }) => listing)}::bigint[], ${asked.map(({ person }) => person)}::uuid[]
    ) with ordinality as asked(listing, person, nth)
    join response on response.region = ${region} and response.person = asked.person
      and response.withdrawn_at is null
    join listing on listing.region = response.region and listing.id = response.listing
    where listing.state = 'open' or listing.id = asked.listing
    group by asked.nth`.execute(transaction)
  return asked.map((_, at) => {
    const row = rows.find(({ nth }) => nth === at + 1)
    return { hasResponded: row?.responded ?? false, waiting: row?.waiting ?? 0 }
  })
})

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
  response: NewResponse,
): Promise<void> {
  await gatheredResponses(transaction, region, response)
}

const gatheredResponses = gathered<NewResponse, void>(async (transaction, region, all) => {
  const people = all.map(({ person }) => person)
  const events = all.map(({ event }) => event)
  await sql`
    with kept as (
      insert into response (region, listing, person, event, at, via)
      select ${region}, * from unnest(
        ${all.map(({ listing }) => listing)}::bigint[], ${people}::uuid[], ${events}::bigint[],
        ${all.map(({ at }) => at)}::timestamptz[], ${all.map(({ via }) => via)}::text[]
      )
      on conflict (region, listing, person) do update
        set event = excluded.event, at = excluded.at, via = excluded.via, withdrawn_at = null
    ), remembered as (
      insert into history (region, person, event, name, on_day, attributes)
      select ${region}, person, event, 'responded', on_day, attributes from unnest(
        ${people}::uuid[], ${events}::bigint[], ${all.map(({ on }) => on)}::integer[],
        ${all.map(({ attributes }) => JSON.stringify(attributes))}::jsonb[]
      ) as happened(person, event, on_day, attributes)
    ), ${sending(
      region,
      all.map(({ person, message }) => ({ ...message, person })),
    )}
    select`.execute(transaction)
  return all.map(() => undefined)
})
