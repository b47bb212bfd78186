/** Homes that were let (verhuringen): to whom, from when, and as quotas count it. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'

export type StoredLetting = {
  readonly listing: number
  readonly person: string
  readonly startsOn: CalendarDate
  readonly facts: Facts
}

/** Writes that a home is let; the database refuses a second letting of one listing. */
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

/** At which place of the list the new tenant stood, once the home is let. */
export async function placeOfTaker(
  store: Store,
  region: string,
  listing: number,
): Promise<{ readonly place: number | undefined } | undefined> {
  const found = await store
    .selectFrom('letting')
    .leftJoin('standing', (join) =>
      join
        .onRef('standing.region', '=', 'letting.region')
        .onRef('standing.listing', '=', 'letting.listing')
        .onRef('standing.person', '=', 'letting.person'),
    )
    .select('standing.place')
    .where('letting.region', '=', region)
    .where('letting.listing', '=', listing)
    .executeTakeFirst()
  return found && { place: found.place ?? undefined }
}

/** What earlier lettings count for quotas: their days and facts, oldest first. */
export async function assignmentsSince(
  store: Store | InTransaction,
  region: string,
  day: CalendarDate,
): Promise<{ readonly on: CalendarDate; readonly facts: Facts }[]> {
  const rows = await store
    .selectFrom('letting')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.region', '=', 'letting.region')
        .onRef('listing.id', '=', 'letting.listing'),
    )
    .select(['listing.closes_on as on', 'letting.facts'])
    .where('letting.region', '=', region)
    .where('listing.closes_on', '>=', day)
    .orderBy('listing.closes_on')
    .execute()
  return rows.flatMap(({ on, facts }) => (on === null ? [] : [{ on, facts }]))
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
