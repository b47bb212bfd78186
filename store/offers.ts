/** Offers of a home (aanbiedingen): who has one, what they said, and what came of it. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
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

/** Who of these took another home since they responded to this one. */
export async function housedSinceResponse(
  store: Store | InTransaction,
  region: string,
  listing: number,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await store
    .selectFrom('letting')
    .innerJoin('response', (join) =>
      join
        .onRef('response.region', '=', 'letting.region')
        .onRef('response.person', '=', 'letting.person'),
    )
    .select('letting.person')
    .where('letting.region', '=', region)
    .where('letting.person', 'in', people)
    .where('response.listing', '=', listing)
    .whereRef('letting.event', '>', 'response.event')
    .execute()
  return new Set(rows.map(({ person }) => person))
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

export type Passed = {
  readonly listing: number
  readonly person: string
  readonly place: number
  readonly code: string
  readonly at: Date
}

/** What kept people from an offer on this listing, as they were told. */
export async function passedOver(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<Passed[]> {
  return store
    .selectFrom('passed_over')
    .select(['listing', 'person', 'place', 'code', 'at'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .orderBy('place')
    .execute()
}

export async function addPassedOver(
  transaction: InTransaction,
  region: string,
  passed: Passed & { readonly event: number },
): Promise<void> {
  await transaction
    .insertInto('passed_over')
    .values({ region, ...passed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Skip = {
  readonly listing: number
  readonly person: string
  readonly place: number
  readonly ground: string
  readonly proof: object
  readonly at: Date
}

export async function skipsOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<Skip[]> {
  return store
    .selectFrom('skip')
    .select(['listing', 'person', 'place', 'ground', 'proof', 'at'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .orderBy('place')
    .execute()
}

/** The same of one person on several listings. */
export async function skipsOfPerson(
  store: Store | InTransaction,
  region: string,
  person: string,
  listings: readonly number[],
): Promise<Skip[]> {
  if (listings.length === 0) return []
  return store
    .selectFrom('skip')
    .select(['listing', 'person', 'place', 'ground', 'proof', 'at'])
    .where('region', '=', region)
    .where('person', '=', person)
    .where('listing', 'in', listings)
    .execute()
}

export async function addSkip(
  transaction: InTransaction,
  region: string,
  { proof, by, ...skip }: Skip & { readonly by: string; readonly event: number },
): Promise<void> {
  await transaction
    .insertInto('skip')
    .values({ region, ...skip, by_human: by, proof: JSON.stringify(proof) })
    .execute()
}

/** Takes back that somebody was passed over; the log keeps both. */
export async function removeSkip(
  transaction: InTransaction,
  region: string,
  { listing, person }: { readonly listing: number; readonly person: string },
): Promise<void> {
  await transaction
    .deleteFrom('skip')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', '=', person)
    .execute()
}

export type Evidence = {
  readonly kind: string
  /** Where it was seen: at the source itself, or on a paper the person showed. */
  readonly source: string
  readonly on: CalendarDate
  readonly outcome: string
  readonly value: Facts
  readonly seenAt: Date
  /** Shown and handed back, or given here. */
  readonly seenAs: string
  /** Of which year it tells, where it tells of a year. */
  readonly ofYear: number | null
  /** Who looked. */
  readonly seenBy: string
}

export async function evidenceOf(
  store: Store | InTransaction,
  region: string,
  offer: string,
): Promise<Evidence[]> {
  return evidenceOfOffers(store, region, [offer])
}

/** The same of several offers, each with which one it is of. */
export async function evidenceOfOffers(
  store: Store | InTransaction,
  region: string,
  offers: readonly string[],
): Promise<(Evidence & { readonly offer: string })[]> {
  if (offers.length === 0) return []
  const rows = await store
    .selectFrom('evidence')
    .leftJoin('human', (join) =>
      join.onRef('human.region', '=', 'evidence.region').onRef('human.id', '=', 'evidence.seen_by'),
    )
    .select([
      'evidence.offer',
      'evidence.kind',
      'evidence.source',
      'evidence.dated_on as on',
      'evidence.outcome',
      'evidence.value',
      'evidence.seen_at as seenAt',
      'evidence.seen_as as seenAs',
      'evidence.of_year as ofYear',
      'human.name as seenBy',
    ])
    .where('evidence.region', '=', region)
    .where('evidence.offer', 'in', offers)
    .orderBy('evidence.kind')
    .execute()
  return rows.map(({ seenBy, ...row }) => ({ ...row, seenBy: seenBy ?? '' }))
}

/** Adds evidence, or replaces what was seen of its kind before; the log keeps both. */
export async function addEvidence(
  transaction: InTransaction,
  region: string,
  evidence: Omit<Evidence, 'seenAt' | 'seenBy'> & {
    readonly offer: string
    readonly at: Date
    readonly by: string
    readonly event: number
  },
): Promise<void> {
  const { offer, kind, source, on, outcome, value, at, by, event, seenAs, ofYear } = evidence
  const seen = {
    ...{ source, dated_on: on, outcome, value: JSON.stringify(value) },
    ...{ seen_at: at, seen_by: by, event, seen_as: seenAs, of_year: ofYear },
  }
  await transaction
    .insertInto('evidence')
    .values({ region, offer, kind, ...seen })
    .onConflict((conflict) => conflict.columns(['region', 'offer', 'kind']).doUpdateSet(seen))
    .execute()
}

export async function addLetting(
  transaction: InTransaction,
  region: string,
  letting: {
    readonly listing: number
    readonly person: string
    readonly startsOn: CalendarDate
    readonly event: number
    /** As quotas count it, and with how the rent fits. */
    readonly facts: Facts
  },
): Promise<void> {
  const { listing, person, startsOn, event, facts } = letting
  await transaction
    .insertInto('letting')
    .values({
      ...{ region, listing, person, starts_on: startsOn, event },
      facts: JSON.stringify(facts),
    })
    .execute()
}

export type StoredLetting = {
  readonly listing: number
  readonly person: string
  readonly startsOn: CalendarDate
  readonly facts: Facts
}

export async function lettingOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<StoredLetting | undefined> {
  return store
    .selectFrom('letting')
    .select(['listing', 'person', 'starts_on as startsOn', 'facts'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
}

/** Lettings of a landlord whose lease starts in a period, both days included. */
export async function lettingsOfLandlord(
  store: Store | InTransaction,
  region: string,
  landlord: string,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<StoredLetting[]> {
  return store
    .selectFrom('letting')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.region', '=', 'letting.region')
        .onRef('listing.id', '=', 'letting.listing'),
    )
    .select(['letting.listing', 'letting.person', 'letting.starts_on as startsOn', 'letting.facts'])
    .where('letting.region', '=', region)
    .where('listing.landlord', '=', landlord)
    .where('letting.starts_on', '>=', from)
    .where('letting.starts_on', '<=', until)
    .execute()
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

/** Who people are: only for whoever may know, from the offer on. */
export async function identitiesOf(
  store: Store | InTransaction,
  region: string,
  people: readonly string[],
): Promise<Map<string, { readonly name: string; readonly email: string | undefined }>> {
  if (people.length === 0) return new Map()
  const rows = await store
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('region', '=', region)
    .where('id', 'in', people)
    .execute()
  return new Map(rows.map(({ id, name, email }) => [id, { name, email: email ?? undefined }]))
}

/** Kinds of evidence that were seen, per offer. */
export async function evidenceKindsOf(
  store: Store,
  region: string,
  offers: readonly string[],
): Promise<Map<string, string[]>> {
  if (offers.length === 0) return new Map()
  const rows = await store
    .selectFrom('evidence')
    .select(['offer', 'kind'])
    .where('region', '=', region)
    .where('offer', 'in', offers)
    .execute()
  const found = new Map<string, string[]>()
  for (const { offer, kind } of rows) found.set(offer, [...(found.get(offer) ?? []), kind])
  return found
}
