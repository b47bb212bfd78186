/**
 * Who was passed over when offers were made: kept from one by the rules, or skipped (overgeslagen) by the landlord
 * with a ground and proof.
 */
import type { InTransaction, Store } from './database.ts'

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

/** That somebody was skipped on a listing, with who did it by name. */
export async function skipOf(
  store: Store | InTransaction,
  region: string,
  { listing, person }: { readonly listing: number; readonly person: string },
): Promise<(Skip & { readonly byName: string }) | undefined> {
  return store
    .selectFrom('skip')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'skip.region').onRef('human.id', '=', 'skip.by_human'),
    )
    .select(['skip.listing', 'skip.person', 'skip.place', 'skip.ground', 'skip.proof', 'skip.at'])
    .select('human.name as byName')
    .where('skip.region', '=', region)
    .where('skip.listing', '=', listing)
    .where('skip.person', '=', person)
    .executeTakeFirst()
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
