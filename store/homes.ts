/** Homes that can be responded to now, as the public sees them. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { HomeFilter, ListingState, ListingWords } from './tables.ts'

export type { HomeFilter }

export type OpenHome = ShownHome & {
  readonly closesOn: CalendarDate
  readonly closesAt: Date
}

/** A home as whoever looks at its listing sees it, also when it is no longer open. */
export type ShownHome = {
  readonly id: number
  readonly landlord: string
  readonly landlordName: string
  readonly neighbourhood: string
  readonly complexName: string
  readonly address: string
  readonly facts: Facts
  readonly words: ListingWords
  readonly state: ListingState
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly closesOn: CalendarDate | null
  /** When it would have closed, had there been no outage. */
  readonly extendedFrom: Date | null
  readonly ruleBooks: readonly string[]
  readonly inVainSince: CalendarDate | null
}

/** Open listings that fit a filter, soonest to close first. */
export async function openHomes(
  store: Store | InTransaction,
  region: string,
  at: Date,
  filter: HomeFilter,
): Promise<OpenHome[]> {
  const { municipality, neighbourhood } = filter
  let asked = openAt(homes(store, region), at)
  if (municipality !== undefined) {
    asked = asked.where('complex.municipality', '=', municipality)
  }
  if (neighbourhood !== undefined) {
    asked = asked.where('complex.neighbourhood', '=', neighbourhood)
  }
  const rows = await asked.orderBy('listing.closes_at').orderBy('listing.id').execute()
  return rows.flatMap((row) => {
    const home = openHomeOf(row)
    return home && fitsFilter(home, filter) ? [home] : []
  })
}

/** A part of the homes that can be responded to, the first to close first. */
export async function openHomesPart(
  store: Store,
  region: string,
  at: Date,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<OpenHome[]> {
  const rows = await openAt(homes(store, region), at)
    .orderBy('listing.closes_at')
    .orderBy('listing.id')
    .limit(count)
    .offset(from)
    .execute()
  return rows.flatMap((row) => openHomeOf(row) ?? [])
}

/** How many homes can be responded to. */
export async function countOpenHomes(store: Store, region: string, at: Date): Promise<number> {
  const { count } = await openAt(homes(store, region), at)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function openAt(asked: ReturnType<typeof homes>, at: Date) {
  return asked
    .where('listing.state', '=', 'open')
    .where('listing.opens_at', '<=', at)
    .where('listing.closes_at', '>', at)
}

type HomeRow = Awaited<ReturnType<ReturnType<typeof homes>['executeTakeFirstOrThrow']>>

function openHomeOf(row: HomeRow): OpenHome | undefined {
  if (row.closesOn === null || row.closesAt === null) return undefined
  return { ...shown(row), closesOn: row.closesOn, closesAt: row.closesAt }
}

/** Whether a home is what somebody looks for. */
export function fitsFilter(
  { facts, neighbourhood }: Pick<ShownHome, 'facts' | 'neighbourhood'>,
  filter: HomeFilter,
): boolean {
  const { bedroomsMin, rentMaxCents, label } = filter
  return (
    (filter.municipality === undefined || facts.municipality === filter.municipality) &&
    (filter.neighbourhood === undefined || neighbourhood === filter.neighbourhood) &&
    (bedroomsMin === undefined || Number(facts.bedrooms) >= bedroomsMin) &&
    (rentMaxCents === undefined || Number(facts.rent) <= rentMaxCents) &&
    (filter.model === undefined || facts.model === filter.model) &&
    (filter.dwellingType === undefined || facts['dwelling-type'] === filter.dwellingType) &&
    (label === undefined || [facts.label].flat().includes(label))
  )
}

/** A home whose listing was ever made known; a draft is not there yet. */
export async function homeOf(
  store: Store | InTransaction,
  region: string,
  id: number,
): Promise<ShownHome | undefined> {
  const row = await homes(store, region)
    .where('listing.id', '=', id)
    .where('listing.state', '!=', 'draft')
    .executeTakeFirst()
  return row && shown(row)
}

/** The same for several homes at once. */
export async function homesOf(
  store: Store | InTransaction,
  region: string,
  ids: readonly number[],
): Promise<ShownHome[]> {
  if (ids.length === 0) return []
  const rows = await homes(store, region).where('listing.id', 'in', ids).execute()
  return rows.map(shown)
}

/** Every listing of a region beside its vacancy, home, complex and landlord. */
export function listings(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('listing')
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
    .innerJoin('complex', (join) =>
      join
        .onRef('complex.region', '=', 'dwelling.region')
        .onRef('complex.id', '=', 'dwelling.complex'),
    )
    .innerJoin('landlord', (join) =>
      join
        .onRef('landlord.region', '=', 'listing.region')
        .onRef('landlord.id', '=', 'listing.landlord'),
    )
    .where('listing.region', '=', region)
}

function homes(store: Store | InTransaction, region: string) {
  return listings(store, region).select([
    'listing.id',
    'listing.landlord',
    'landlord.name as landlordName',
    'complex.neighbourhood',
    'complex.name as complexName',
    'dwelling.address',
    'listing.facts',
    'listing.words',
    sql<string>`listing.rule_books::text`.as('rule_books'),
    'vacancy.in_vain_since as inVainSince',
    'listing.state',
    'listing.opens_at as opensAt',
    'listing.closes_on as closesOn',
    'listing.closes_at as closesAt',
    'listing.extended_from as extendedFrom',
  ])
}

function shown<Row extends { readonly rule_books: string }>({
  rule_books,
  ...row
}: Row): Omit<Row, 'rule_books'> & { readonly ruleBooks: readonly string[] } {
  return { ...row, ruleBooks: hashesIn(rule_books) }
}

const hashesRead = new Map<string, readonly string[]>()
const hashesMost = 100

// Nearly all homes of a page were made known under the same rules: an array is read once.
function hashesIn(written: string): readonly string[] {
  const known = hashesRead.get(written)
  if (known) return known
  const hashes = written.match(/[0-9a-f]{64}/g) ?? []
  if (hashesRead.size >= hashesMost) hashesRead.clear()
  hashesRead.set(written, hashes)
  return hashes
}
