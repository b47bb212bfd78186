/** The homes of landlords (voorraad): their complexes and dwellings, and whether they stand empty. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import { grantsOf } from './roles.ts'

export type StoredDwelling = {
  readonly id: number
  readonly landlord: string
  readonly address: string
  readonly complexName: string
  readonly neighbourhood: string
  readonly municipality: string
  readonly facts: Facts
  /** The vacancy that is open, if it stands empty. */
  readonly vacancy: number | undefined
}

function dwellingsIn(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('dwelling')
    .innerJoin('complex', (join) =>
      join
        .onRef('complex.region', '=', 'dwelling.region')
        .onRef('complex.id', '=', 'dwelling.complex'),
    )
    .leftJoin('vacancy', (join) =>
      join
        .onRef('vacancy.region', '=', 'dwelling.region')
        .onRef('vacancy.dwelling', '=', 'dwelling.id')
        .on('vacancy.let_at', 'is', null),
    )
    .where('dwelling.region', '=', region)
}

const columns = [
  'dwelling.id',
  'complex.landlord',
  'dwelling.address',
  'complex.name as complexName',
  'complex.neighbourhood',
  'complex.municipality',
  'dwelling.facts',
  'vacancy.id as vacancy',
] as const

/** A dwelling; with `lock` nobody else reports it free until the transaction ends. */
export async function dwellingOf(
  store: Store | InTransaction,
  region: string,
  id: number,
  lock?: 'lock',
): Promise<StoredDwelling | undefined> {
  const asked = dwellingsIn(store, region).select(columns).where('dwelling.id', '=', id)
  const row = await (lock ? asked.forUpdate(['dwelling']) : asked).executeTakeFirst()
  return row && { ...row, vacancy: row.vacancy ?? undefined }
}

export type StockFilter = {
  /** Part of an address, a complex or a neighbourhood. */
  readonly text?: string
  readonly municipality?: string
  readonly onlyEmpty?: boolean
}

/** What a list of homes can be sorted by. */
export const stockOrders = ['address', 'complex', 'rent', 'bedrooms'] as const
export type StockOrder = (typeof stockOrders)[number]

/** How many homes landlords have that fit. */
export async function countStock(
  store: Store,
  region: string,
  landlords: readonly string[],
  filter: StockFilter,
): Promise<number> {
  if (landlords.length === 0) return 0
  const { total } = await stockFiltered(store, region, landlords, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** A page of what landlords have, in an order. */
export async function stockOf(
  store: Store,
  region: string,
  landlords: readonly string[],
  asked: StockFilter & {
    readonly order: StockOrder
    readonly from: number
    readonly count: number
  },
): Promise<StoredDwelling[]> {
  if (landlords.length === 0) return []
  const { order, from, count } = asked
  const by = {
    address: sql`dwelling.address collate by_number`,
    complex: sql`complex.name collate by_number`,
    rent: sql`(dwelling.facts->>'rent')::bigint`,
    bedrooms: sql`(dwelling.facts->>'bedrooms')::int`,
  }[order]
  const rows = await stockFiltered(store, region, landlords, asked)
    .select(columns)
    .orderBy(by)
    .orderBy('dwelling.id')
    .limit(count)
    .offset(from)
    .execute()
  return rows.map((row) => ({ ...row, vacancy: row.vacancy ?? undefined }))
}

function stockFiltered(
  store: Store,
  region: string,
  landlords: readonly string[],
  { text, municipality, onlyEmpty }: StockFilter,
) {
  let found = dwellingsIn(store, region).where('complex.landlord', 'in', landlords)
  if (municipality !== undefined) found = found.where('complex.municipality', '=', municipality)
  if (onlyEmpty) found = found.where('vacancy.id', 'is not', null)
  if (text !== undefined && text !== '') {
    const part = anywhere(text)
    found = found.where((each) =>
      each.or([
        each('dwelling.address', 'ilike', part),
        each('complex.name', 'ilike', part),
        each('complex.neighbourhood', 'ilike', part),
      ]),
    )
  }
  return found
}

/** The same in the order in which homes were written down, behind one of them. */
export async function stockBehind(
  store: Store,
  region: string,
  landlords: readonly string[],
  { after, count, ...filter }: StockFilter & { readonly after: number; readonly count: number },
): Promise<StoredDwelling[]> {
  if (landlords.length === 0) return []
  const rows = await stockFiltered(store, region, landlords, filter)
    .select(columns)
    .where('dwelling.id', '>', after)
    .orderBy('dwelling.id')
    .limit(count)
    .execute()
  return rows.map((row) => ({ ...row, vacancy: row.vacancy ?? undefined }))
}

export type Complex = {
  readonly id: string
  readonly landlord: string
  readonly name: string
  readonly municipality: string
  readonly neighbourhood: string
}

export type ComplexWithCounts = Complex & { readonly dwellings: number; readonly empty: number }

export type ComplexCounts = {
  readonly complexes: number
  readonly dwellings: number
  readonly empty: number
}

type ComplexFilter = Omit<StockFilter, 'onlyEmpty'>

/** How many complexes landlords have that fit, with how many homes, of which so many stand empty. */
export async function countComplexes(
  store: Store | InTransaction,
  region: string,
  landlords: readonly string[],
  filter: ComplexFilter,
): Promise<ComplexCounts> {
  if (landlords.length === 0) return { complexes: 0, dwellings: 0, empty: 0 }
  const found = complexesFiltered(store, region, landlords, filter)
  const {
    complexes: all,
    dwellings,
    empty,
  } = await store
    .selectFrom(found.as('found'))
    .select(({ fn }) => [
      fn.countAll<number>().as('complexes'),
      fn.sum<string | null>('found.dwellings').as('dwellings'),
      fn.sum<string | null>('found.empty').as('empty'),
    ])
    .executeTakeFirstOrThrow()
  return { complexes: all, dwellings: Number(dwellings), empty: Number(empty) }
}

/** Complexes of landlords by name, each with how many homes it has and how many stand empty. */
export async function complexesOf(
  store: Store | InTransaction,
  region: string,
  landlords: readonly string[],
  asked: ComplexFilter & { readonly from: number; readonly count: number },
): Promise<ComplexWithCounts[]> {
  if (landlords.length === 0) return []
  return complexesFiltered(store, region, landlords, asked)
    .orderBy(sql`complex.name collate by_number`)
    .orderBy('complex.id')
    .limit(asked.count)
    .offset(asked.from)
    .execute()
}

function complexesFiltered(
  store: Store | InTransaction,
  region: string,
  landlords: readonly string[],
  { text, municipality }: ComplexFilter,
) {
  let found = complexes(store, region).where('complex.landlord', 'in', landlords)
  if (municipality !== undefined) found = found.where('complex.municipality', '=', municipality)
  if (text === undefined || text === '') return found
  const part = anywhere(text)
  return found.where((each) =>
    each.or([each('complex.name', 'ilike', part), each('complex.neighbourhood', 'ilike', part)]),
  )
}

/** Every complex of a landlord. */
export async function complexesOfLandlord(
  store: Store | InTransaction,
  region: string,
  landlord: string,
): Promise<Complex[]> {
  return store
    .selectFrom('complex')
    .select(['id', 'landlord', 'name', 'municipality', 'neighbourhood'])
    .where('region', '=', region)
    .where('landlord', '=', landlord)
    .orderBy('id')
    .execute()
}

/**
 * A pattern for a text wherever it stands, letter for letter. What is copied from a page can have a space in it at
 * which no line ends.
 */
function anywhere(text: string): string {
  return `%${text.replace(/\s+/g, ' ').replace(/[\\%_]/g, '\\$&')}%`
}

export async function complexOf(
  store: Store | InTransaction,
  region: string,
  id: string,
): Promise<ComplexWithCounts | undefined> {
  return complexes(store, region).where('complex.id', '=', id).executeTakeFirst()
}

function complexes(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('complex')
    .leftJoin('dwelling', (join) =>
      join
        .onRef('dwelling.region', '=', 'complex.region')
        .onRef('dwelling.complex', '=', 'complex.id'),
    )
    .leftJoin('vacancy', (join) =>
      join
        .onRef('vacancy.region', '=', 'dwelling.region')
        .onRef('vacancy.dwelling', '=', 'dwelling.id')
        .on('vacancy.let_at', 'is', null),
    )
    .select(({ fn }) => [
      'complex.id',
      'complex.landlord',
      'complex.name',
      'complex.municipality',
      'complex.neighbourhood',
      fn.count<number>('dwelling.id').as('dwellings'),
      fn.count<number>('vacancy.id').as('empty'),
    ])
    .where('complex.region', '=', region)
    .groupBy([
      'complex.id',
      'complex.landlord',
      'complex.name',
      'complex.municipality',
      'complex.neighbourhood',
    ])
}

/** Homes of a complex, in the order in which they came. */
export async function dwellingsOfComplex(
  store: Store,
  region: string,
  complex: string,
): Promise<StoredDwelling[]> {
  const rows = await dwellingsIn(store, region)
    .select(columns)
    .where('dwelling.complex', '=', complex)
    .orderBy('dwelling.id')
    .execute()
  return rows.map((row) => ({ ...row, vacancy: row.vacancy ?? undefined }))
}

export async function addComplex(
  transaction: InTransaction,
  region: string,
  complex: Complex,
): Promise<void> {
  await transaction
    .insertInto('complex')
    .values({ region, ...complex })
    .execute()
}

/** Adds a home to a complex; undefined where it has that address already. */
export async function addDwelling(
  transaction: InTransaction,
  region: string,
  { complex, address, facts }: NewDwelling,
): Promise<number | undefined> {
  // Who adds the same address at the same moment waits here.
  await transaction
    .selectFrom('complex')
    .select('id')
    .where('region', '=', region)
    .where('id', '=', complex)
    .forUpdate()
    .execute()
  const there = await transaction
    .selectFrom('dwelling')
    .select('id')
    .where('region', '=', region)
    .where('complex', '=', complex)
    .where('address', '=', address)
    .executeTakeFirst()
  if (there) return undefined
  const { id } = await transaction
    .insertInto('dwelling')
    .values({ region, complex, address, facts: JSON.stringify(facts) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Adds many homes at once. `told` is called for each before any is there, with the number it will have.
 */
export async function addDwellings(
  transaction: InTransaction,
  region: string,
  dwellings: readonly NewDwelling[],
  told: (id: number, dwelling: NewDwelling) => Promise<void>,
): Promise<void> {
  if (dwellings.length === 0) return
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('dwelling', 'id')) as id
    from generate_series(1, ${dwellings.length}::integer)`.execute(transaction)
  const numbered = dwellings.flatMap((dwelling, at) => {
    const id = rows[at]?.id
    return id === undefined ? [] : [{ id, ...dwelling }]
  })
  for (const { id, ...dwelling } of numbered) await told(id, dwelling)
  const atOnce = 1_000
  for (let from = 0; from < numbered.length; from += atOnce) {
    await transaction
      .insertInto('dwelling')
      .values(
        numbered.slice(from, from + atOnce).map(({ facts, ...each }) => ({
          ...{ region, ...each, facts: JSON.stringify(facts) },
        })),
      )
      .execute()
  }
}

/** All homes of a landlord; with `lock` nobody changes one or adds one to its complexes meanwhile. */
export async function stockOfLandlord(
  store: Store | InTransaction,
  region: string,
  landlord: string,
  lock?: 'lock',
): Promise<StoredDwelling[]> {
  if (lock) {
    await store
      .selectFrom('complex')
      .select('id')
      .where('region', '=', region)
      .where('landlord', '=', landlord)
      .orderBy('id')
      .forUpdate()
      .execute()
  }
  const asked = dwellingsIn(store, region)
    .select(columns)
    .where('complex.landlord', '=', landlord)
    .orderBy('dwelling.id')
  const rows = await (lock ? asked.forUpdate(['dwelling']) : asked).execute()
  return rows.map((row) => ({ ...row, vacancy: row.vacancy ?? undefined }))
}

export type NewDwelling = {
  readonly complex: string
  readonly address: string
  readonly facts: Facts
}

export async function setDwellingFacts(
  transaction: InTransaction,
  region: string,
  id: number,
  facts: Facts,
): Promise<void> {
  await transaction
    .updateTable('dwelling')
    .set({ facts: JSON.stringify(facts) })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Who works at landlords (medewerkers) on a day, by name, with each role and until when. */
export async function workersOf(
  store: Store,
  region: string,
  landlords: readonly string[],
  today: CalendarDate,
): Promise<StoredWorker[]> {
  if (landlords.length === 0) return []
  return grantsOf(store, region)
    .select(['human.name', 'role_grant.role', 'role_grant.until_day as until'])
    .where('role_grant.organisation', 'in', landlords)
    .where('role_grant.from_day', '<=', today)
    .where('role_grant.until_day', '>=', today)
    .orderBy('human.name')
    .orderBy('role_grant.role')
    .execute()
}

export type StoredWorker = {
  readonly name: string
  readonly role: string
  readonly until: CalendarDate
}

/** The names of landlords by their ids. */
export async function landlordNames(
  store: Store | InTransaction,
  region: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await store
    .selectFrom('landlord')
    .select(['id', 'name'])
    .where('region', '=', region)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Municipalities in which landlords have homes. */
export async function municipalitiesOf(
  store: Store,
  region: string,
  landlords: readonly string[],
): Promise<string[]> {
  if (landlords.length === 0) return []
  const rows = await store
    .selectFrom('complex')
    .select('municipality')
    .distinct()
    .where('region', '=', region)
    .where('landlord', 'in', landlords)
    .orderBy('municipality')
    .execute()
  return rows.map(({ municipality }) => municipality)
}
