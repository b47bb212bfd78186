/** What is counted of searches and lettings, place by place (kansen): read in bulk at night, looked up by day. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import { listings } from './homes.ts'
import type { ChanceLevel } from './tables.ts'

export type LettingRow = {
  readonly person: string
  readonly municipality: string
  readonly neighbourhood: string
  readonly at: Date
  readonly facts: Facts
  readonly counted: Facts
  /** Nobody counted them where no list was made. */
  readonly responses: number | null
}

/** Lettings since a day, each with what the listing said and what it counted for. */
export async function lettingsSince(
  store: Store,
  region: string,
  since: CalendarDate,
): Promise<LettingRow[]> {
  return listings(store, region)
    .innerJoin('letting', (join) =>
      join
        .onRef('letting.region', '=', 'listing.region')
        .onRef('letting.listing', '=', 'listing.id'),
    )
    .innerJoin('event', (join) =>
      join.onRef('event.region', '=', 'letting.region').onRef('event.number', '=', 'letting.event'),
    )
    .leftJoin('ranking', (join) =>
      join
        .onRef('ranking.region', '=', 'listing.region')
        .onRef('ranking.listing', '=', 'listing.id'),
    )
    .select([
      'letting.person',
      'complex.municipality',
      'complex.neighbourhood',
      'event.at',
      'listing.facts',
      'letting.facts as counted',
      'ranking.candidates as responses',
    ])
    .where('listing.closes_on', '>=', since)
    .execute()
}

export type FirstResponseRow = {
  readonly person: string
  readonly municipality: string
  readonly neighbourhood: string
  readonly type: string
  readonly first: Date
  readonly last: Date
}

/** When each person first and last responded to a home of a type in a neighbourhood. */
export async function firstResponses(store: Store, region: string): Promise<FirstResponseRow[]> {
  const type = sql<string>`listing.facts ->> 'dwelling-type'`
  return listings(store, region)
    .innerJoin('response', (join) =>
      join
        .onRef('response.region', '=', 'listing.region')
        .onRef('response.listing', '=', 'listing.id'),
    )
    .select(({ fn }) => [
      'response.person',
      'complex.municipality',
      'complex.neighbourhood',
      type.as('type'),
      fn.min('response.at').as('first'),
      fn.max('response.at').as('last'),
    ])
    .groupBy(['response.person', 'complex.municipality', 'complex.neighbourhood', type])
    .execute()
}

/** On which day people left of their own accord, the last time they did. */
export async function leavers(store: Store, region: string): Promise<Map<string, CalendarDate>> {
  const rows = await store
    .selectFrom('history')
    .select(({ fn }) => ['person', fn.max('on_day').as('on')])
    .where('region', '=', region)
    .where('name', '=', 'deregistered')
    .groupBy('person')
    .execute()
  return new Map(rows.map(({ person, on }) => [person, on]))
}

/** What people said of their household, as far as groups are made of it; erased files are not among them. */
export async function householdsOf(
  store: Store,
  region: string,
): Promise<Map<string, { readonly situation: string; readonly size: number }>> {
  const rows = await store
    .selectFrom('person')
    .select([
      'id',
      sql<string | null>`facts ->> 'housing-situation'`.as('situation'),
      sql<string | null>`facts ->> 'household-size'`.as('size'),
    ])
    .where('region', '=', region)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, situation, size }) =>
      situation === null || size === null ? [] : [[id, { situation, size: Number(size) }]],
    ),
  )
}

export type ChanceKey = {
  readonly level: ChanceLevel
  readonly place: string
  readonly kind: string
}

export type ChanceRow = ChanceKey & { readonly on: CalendarDate; readonly figures: object }

/** Whether nobody else counts; until the transaction ends, nobody else does. */
export async function holdChances(transaction: InTransaction, region: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${`${region} chances`})) as held`.execute(transaction)
  return rows[0]?.held === true
}

/** One of the rows, which are all made at once: of which day and shape they are. */
export async function someChance(
  store: Store,
  region: string,
): Promise<Pick<ChanceRow, 'on' | 'figures'> | undefined> {
  return store
    .selectFrom('chance')
    .select(['on_day as on', 'figures'])
    .where('region', '=', region)
    .limit(1)
    .executeTakeFirst()
}

const rowsAtOnce = 1000

/** Puts new figures in the place of all earlier ones. */
export async function replaceChances(
  transaction: InTransaction,
  region: string,
  rows: readonly ChanceRow[],
): Promise<void> {
  await transaction.deleteFrom('chance').where('region', '=', region).execute()
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await transaction
      .insertInto('chance')
      .values(
        rows.slice(from, from + rowsAtOnce).map(({ level, place, kind, on, figures }) => ({
          ...{ region, level, place, kind, on_day: on, figures: JSON.stringify(figures) },
        })),
      )
      .execute()
  }
}

export async function chanceOf(
  store: Store,
  region: string,
  { level, place, kind }: ChanceKey,
): Promise<ChanceRow | undefined> {
  const row = await store
    .selectFrom('chance')
    .select(['level', 'place', 'kind', 'on_day as on', 'figures'])
    .where('region', '=', region)
    .where('level', '=', level)
    .where('place', '=', place)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row
}

/** The places there are figures of. */
export async function chancePlaces(
  store: Store,
  region: string,
): Promise<{ readonly level: ChanceLevel; readonly place: string; readonly kind: string }[]> {
  return store
    .selectFrom('chance')
    .select(['level', 'place', 'kind'])
    .where('region', '=', region)
    .orderBy('level')
    .orderBy('place')
    .orderBy('kind')
    .execute()
}
