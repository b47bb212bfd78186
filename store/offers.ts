/** Offers of a home (aanbiedingen): who has one, and what they said. */
import { sql } from 'kysely'
import type { InTransaction, Store } from './database.ts'
import type { OfferState } from './tables.ts'
import { isUuid } from './uuid.ts'

export type StoredOffer = {
  readonly id: string
  readonly listing: number
  readonly landlord: string
  readonly person: string
  readonly place: number
  readonly madeAt: Date
  /** Until when the person can answer; not at this instant itself. */
  readonly answerBy: Date
  readonly viewingAt: Date | undefined
  readonly papersBy: Date | undefined
  readonly state: OfferState
  readonly answeredAt: Date | undefined
  readonly ground: string | undefined
  /** The event by which it was made. */
  readonly event: number | undefined
}

function offersIn(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('offer')
    .innerJoin('listing', (join) =>
      join.onRef('listing.region', '=', 'offer.region').onRef('listing.id', '=', 'offer.listing'),
    )
    .select([
      'offer.id',
      'offer.listing',
      'listing.landlord',
      'offer.person',
      'offer.place',
      'offer.made_at',
      'offer.answer_by',
      'offer.viewing_at',
      'offer.papers_by',
      'offer.state',
      'offer.answered_at',
      'offer.ground',
      'offer.event',
    ])
    .where('offer.region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof offersIn>['executeTakeFirstOrThrow']>>

function offerFrom(row: Row): StoredOffer {
  return {
    id: row.id,
    listing: row.listing,
    landlord: row.landlord,
    person: row.person,
    place: row.place,
    madeAt: row.made_at,
    answerBy: row.answer_by,
    viewingAt: row.viewing_at ?? undefined,
    papersBy: row.papers_by ?? undefined,
    state: row.state,
    answeredAt: row.answered_at ?? undefined,
    ground: row.ground ?? undefined,
    event: row.event ?? undefined,
  }
}

/** States in which an offer still keeps the home from those after it: it can come to a letting. */
export const runningStates: readonly OfferState[] = ['open', 'waiting', 'accepted']

/** An offer by its id; undefined for anything that is no id of one. */
export async function offerOf(
  store: Store | InTransaction,
  region: string,
  id: string,
): Promise<StoredOffer | undefined> {
  if (!isUuid(id)) return undefined
  const row = await offersIn(store, region).where('offer.id', '=', id).executeTakeFirst()
  return row && offerFrom(row)
}

/** All offers of a listing, in order of place. */
export async function offersOfListing(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<StoredOffer[]> {
  const rows = await offersIn(store, region)
    .where('offer.listing', '=', listing)
    .orderBy('offer.place')
    .execute()
  return rows.map(offerFrom)
}

/** Every offer somebody got, the latest first. */
export async function offersOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StoredOffer[]> {
  const rows = await offersIn(store, region)
    .where('offer.person', '=', person)
    .orderBy('offer.made_at', 'desc')
    .execute()
  return rows.map(offerFrom)
}

/** Offers of somebody that are still running. */
export async function runningOffersOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StoredOffer[]> {
  const rows = await offersIn(store, region)
    .where('offer.person', '=', person)
    .where('offer.state', 'in', runningStates)
    .orderBy('offer.made_at')
    .execute()
  return rows.map(offerFrom)
}

/** Whether somebody has a home on offer, or accepted one that is not let yet. */
export async function hasOpenOffer(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<boolean> {
  const found = await store
    .selectFrom('offer')
    .select('id')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('state', 'in', runningStates)
    .executeTakeFirst()
  return found !== undefined
}

/** How many offers of each of these people are still running. */
export async function runningOffersByPerson(
  store: Store | InTransaction,
  region: string,
  people: readonly string[],
): Promise<Map<string, number>> {
  if (people.length === 0) return new Map()
  const rows = await store
    .selectFrom('offer')
    .select(({ fn }) => ['person', fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('person', 'in', people)
    .where('state', 'in', runningStates)
    .groupBy('person')
    .execute()
  return new Map(rows.map(({ person, count }) => [person, count]))
}

export async function addOffer(
  transaction: InTransaction,
  region: string,
  offer: {
    readonly id: string
    readonly listing: number
    readonly person: string
    readonly place: number
    readonly event: number
    readonly at: Date
    readonly answerBy: Date
    readonly viewingAt: Date | undefined
    readonly state?: OfferState
    readonly ground?: string
  },
): Promise<void> {
  const { id, listing, person, place, event, at, answerBy, viewingAt } = offer
  await transaction
    .insertInto('offer')
    .values({
      ...{ region, id, listing, person, place, event, made_at: at, answer_by: answerBy },
      ...{ viewing_at: viewingAt ?? null, state: offer.state ?? 'open' },
      ...{ answered_at: null, ground: offer.ground ?? null, papers_by: null },
    })
    .execute()
}

/** Writes a new state of an offer, and what came with it. */
export async function setOffer(
  transaction: InTransaction,
  region: string,
  id: string,
  change: {
    readonly state: OfferState
    readonly answeredAt?: Date
    readonly ground?: string
    readonly papersBy?: Date
    readonly answerBy?: Date
  },
): Promise<void> {
  await transaction
    .updateTable('offer')
    .set({
      state: change.state,
      ...(change.answeredAt && { answered_at: change.answeredAt }),
      ...(change.ground !== undefined && { ground: change.ground }),
      ...(change.papersBy && { papers_by: change.papersBy }),
      ...(change.answerBy && { answer_by: change.answerBy }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/**
 * Lets nobody else in the region make offers or let homes until the transaction ends: two landlords never
 * offer the same person a home in the same moment, each unaware of the other.
 */
export async function oneAtATime(transaction: InTransaction, region: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`offers ${region}`}, 0))`.execute(
    transaction,
  )
}

export type OfferAtWork = StoredOffer & {
  readonly dwelling: number
  readonly address: string
  readonly name: string
}

/** Running offers of landlords, with the home and who it is offered to, first to lapse first. */
export async function offersAtWork(
  store: Store,
  region: string,
  landlords: readonly string[],
): Promise<OfferAtWork[]> {
  if (landlords.length === 0) return []
  const rows = await offersIn(store, region)
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
    .innerJoin('person', (join) =>
      join.onRef('person.region', '=', 'offer.region').onRef('person.id', '=', 'offer.person'),
    )
    .select(['dwelling.id as dwelling', 'dwelling.address', 'person.name'])
    .where('listing.landlord', 'in', landlords)
    .where('offer.state', 'in', runningStates)
    .orderBy('offer.answer_by')
    .execute()
  return rows.map((row) => ({
    ...offerFrom(row),
    dwelling: row.dwelling,
    address: row.address,
    name: row.name,
  }))
}
