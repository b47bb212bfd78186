/** Homes made known (advertenties). */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { ListingState } from './tables.ts'

export type StoredListing = {
  readonly id: number
  readonly vacancy: number
  readonly landlord: string
  readonly facts: Facts
  /** Hashes of the rule books that were in force when it was made known: these decide. */
  readonly ruleBooks: readonly string[]
  readonly opensAt: Date | undefined
  readonly closesAt: Date | undefined
  readonly closesOn: CalendarDate | undefined
  readonly inVainSince: CalendarDate | undefined
  readonly state: ListingState
}

/** A listing; with `lock` nobody else changes it until the transaction ends, with `share` nobody may. */
export async function listingOf(
  store: Store | InTransaction,
  region: string,
  id: number,
  lock?: 'lock' | 'share',
): Promise<StoredListing | undefined> {
  const asked = store
    .selectFrom('listing')
    .innerJoin('vacancy', (join) =>
      join
        .onRef('vacancy.region', '=', 'listing.region')
        .onRef('vacancy.id', '=', 'listing.vacancy'),
    )
    .select([
      'listing.id',
      'listing.vacancy',
      'listing.landlord',
      'listing.facts',
      'listing.rule_books',
      'listing.opens_at',
      'listing.closes_at',
      'listing.closes_on',
      'listing.state',
      'vacancy.in_vain_since',
    ])
    .where('listing.region', '=', region)
    .where('listing.id', '=', id)
  const locked =
    lock === 'lock'
      ? asked.forUpdate(['listing'])
      : lock === 'share'
        ? asked.forShare(['listing'])
        : asked
  const row = await locked.executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    vacancy: row.vacancy,
    landlord: row.landlord,
    facts: row.facts,
    ruleBooks: row.rule_books.map((hash) => hash.toString('hex')),
    opensAt: row.opens_at ?? undefined,
    closesAt: row.closes_at ?? undefined,
    closesOn: row.closes_on ?? undefined,
    inVainSince: row.in_vain_since ?? undefined,
    state: row.state,
  }
}

/** Listings that were planned and open at an instant or after it; nobody else changes them meanwhile. */
export async function plannedFrom(
  transaction: InTransaction,
  region: string,
  from: Date,
): Promise<number[]> {
  const rows = await transaction
    .selectFrom('listing')
    .select('id')
    .where('region', '=', region)
    .where('state', '=', 'open')
    .where('opens_at', '>=', from)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function setListingState(
  transaction: InTransaction,
  region: string,
  id: number,
  state: ListingState,
): Promise<void> {
  await transaction
    .updateTable('listing')
    .set({ state })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
