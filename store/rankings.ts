/** Lists that were made (ranglijsten): the receipt of each, everybody's place, and what is kept to explain it. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { KeptPart, ListHead, ListRow } from '../core/ranking/kept-list.ts'
import { inBatches } from './batches.ts'
import type { InTransaction, Store } from './database.ts'

export type StoredRanking = {
  readonly listing: number
  readonly event: number
  readonly on: CalendarDate
  readonly hash: Uint8Array
  /** Zipped. */
  readonly receipt: Promise<Buffer>
  readonly head: ListHead
  readonly candidates: number
  readonly placed: number
  /** Made as they are written. */
  readonly rows: Iterable<ListRow>
}

/** Keeps a list: one row with the receipt, and a row for everybody on it or kept off it. */
export async function saveRanking(
  transaction: InTransaction,
  region: string,
  ranking: StoredRanking,
): Promise<void> {
  const { listing, rows } = ranking
  await transaction
    .insertInto('ranking')
    .values(rankingRow(region, ranking, await ranking.receipt))
    .execute()
  await inBatches(rows, (some) =>
    sql`
      insert into standing (region, listing, person, place, tier, code, part)
      select ${region}, ${listing}, * from unnest(
        ${some.map(({ person }) => person)}::uuid[],
        ${some.map(({ place }) => place ?? null)}::integer[],
        ${some.map(({ tier }) => tier ?? null)}::text[],
        ${some.map(({ code }) => code ?? null)}::text[],
        ${some.map(({ kept }) => JSON.stringify(kept))}::json[]
      )`.execute(transaction),
  )
}

/** A list as its table holds it; its receipt is given zipped. */
export function rankingRow(
  region: string,
  { listing, event, on, hash, head, candidates, placed }: Omit<StoredRanking, 'receipt' | 'rows'>,
  receipt: Buffer,
) {
  return {
    ...{ region, listing, event, on_day: on, hash: Buffer.from(hash), receipt },
    ...{ candidates, placed },
    head: JSON.stringify(head),
  }
}

/** A place on a list as its table holds it. */
export function standingRow(
  region: string,
  listing: number,
  { person, place, tier, code, kept }: ListRow,
) {
  return {
    ...{ region, listing, person, place: place ?? null, tier: tier ?? null, code: code ?? null },
    part: JSON.stringify(kept),
  }
}

/** A receipt as it is kept. */
export function zipped(receipt: string): Buffer {
  return gzipSync(receipt, { level: 1 })
}

/** The receipt of a list, as it was written. */
export async function receiptOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<string | undefined> {
  const found = await store
    .selectFrom('ranking')
    .select('receipt')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  return found && gunzipSync(found.receipt).toString('utf8')
}

/** What was kept of a list for who looks up their place in it; undefined for a list of before it was kept. */
export async function listHeadOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<ListHead | undefined> {
  const found = await store
    .selectFrom('ranking')
    .select('head')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  return found?.head ?? undefined
}

/** One's own row of a list. */
export type OwnRow = Omit<ListRow, 'person' | 'kept'> & { readonly kept: KeptPart | undefined }

/** Where somebody stands on a list; undefined for who is not on it. */
export async function ownRowOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
  person: string,
): Promise<OwnRow | undefined> {
  const found = await store
    .selectFrom('standing')
    .select(['place', 'tier', 'code', 'part'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', '=', person)
    .executeTakeFirst()
  return (
    found && {
      place: found.place ?? undefined,
      tier: found.tier ?? undefined,
      code: found.code ?? undefined,
      kept: found.part ?? undefined,
    }
  )
}

/** What may be said of a list without opening its receipt. */
export type RankingHead = {
  readonly listing: number
  readonly event: number
  readonly on: CalendarDate
  readonly hash: string
  readonly candidates: number
  readonly placed: number
  /** How many were kept out by each reason. */
  readonly codes: readonly { readonly code: string; readonly count: number }[]
}

/** The same without the reasons. */
export type RankingFigures = Omit<RankingHead, 'codes'>

export async function rankingFiguresOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<RankingFigures | undefined> {
  const found = await store
    .selectFrom('ranking')
    .select(['listing', 'event', 'on_day', 'hash', 'candidates', 'placed'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  if (!found) return undefined
  const { on_day: on, hash, ...figures } = found
  return { ...figures, on, hash: hash.toString('hex') }
}

export async function rankingHeadOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<RankingHead | undefined> {
  const figures = await rankingFiguresOf(store, region, listing)
  if (!figures) return undefined
  const codes = await store
    .selectFrom('standing')
    .select(['code', ({ fn }) => fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('place', 'is', null)
    .groupBy('code')
    .orderBy('count', 'desc')
    .execute()
  return {
    ...figures,
    codes: codes.flatMap(({ code, count }) => (code === null ? [] : [{ code, count }])),
  }
}

/** Which part of a list is meant: so many after somebody. */
export type FromList = {
  readonly listing: number
  readonly after: string | undefined
  readonly most: number
}

/** So many of everybody on a list and kept off it, in the order of their ids after one of them. */
export async function listedAfter(
  transaction: InTransaction,
  region: string,
  { listing, after, most }: FromList,
): Promise<string[]> {
  let asked = transaction
    .selectFrom('standing')
    .select('person')
    .where('region', '=', region)
    .where('listing', '=', listing)
  if (after !== undefined) asked = asked.where('person', '>', after)
  const rows = await asked.orderBy('person').limit(most).execute()
  return rows.map(({ person }) => person)
}

/** A list as it was kept. */
export type KeptRanking = {
  readonly listing: number
  readonly event: number
  readonly on: CalendarDate
  readonly hash: Uint8Array
  readonly receipt: string
}

const keptRanking = (store: Store | InTransaction, region: string) =>
  store
    .selectFrom('ranking')
    .select(['listing', 'event', 'on_day', 'hash', 'receipt'])
    .where('region', '=', region)

type RankingRow = {
  listing: number
  event: number
  on_day: CalendarDate
  hash: Buffer
  receipt: Buffer
}

function kept({ on_day, receipt, ...rest }: RankingRow): KeptRanking {
  return { ...rest, on: on_day, receipt: gunzipSync(receipt).toString('utf8') }
}

/** The list of a listing. */
export async function rankingOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<KeptRanking | undefined> {
  const row = await keptRanking(store, region).where('listing', '=', listing).executeTakeFirst()
  return row && kept(row)
}

/** Which of these events made a list. */
export async function rankingEvents(
  store: Store | InTransaction,
  region: string,
  events: readonly number[],
): Promise<Set<number>> {
  if (events.length === 0) return new Set()
  const rows = await store
    .selectFrom('ranking')
    .select('event')
    .where('region', '=', region)
    .where('event', 'in', events)
    .execute()
  return new Set(rows.map(({ event }) => event))
}

/** The lists that were made by events with these numbers. */
export async function rankingsByEvent(
  store: Store | InTransaction,
  region: string,
  events: readonly number[],
): Promise<KeptRanking[]> {
  if (events.length === 0) return []
  const rows = await keptRanking(store, region).where('event', 'in', events).execute()
  return rows.map(kept)
}

/** Which lists were made in a period, oldest first, after one that is known. */
export async function rankingsIn(
  store: Store | InTransaction,
  region: string,
  {
    from,
    until,
    after = 0,
    most,
  }: {
    readonly from: CalendarDate
    readonly until: CalendarDate
    readonly after?: number
    readonly most: number
  },
): Promise<{ readonly listing: number; readonly on: CalendarDate }[]> {
  return store
    .selectFrom('ranking')
    .select(['listing', 'on_day as on'])
    .where('region', '=', region)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .where('listing', '>', after)
    .orderBy('listing')
    .limit(most)
    .execute()
}

/** How many lists were made in a period. */
export async function rankingCount(
  store: Store | InTransaction,
  region: string,
  from: CalendarDate,
  until: CalendarDate,
): Promise<number> {
  const { count } = await store
    .selectFrom('ranking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .executeTakeFirstOrThrow()
  return count
}

/** The listing whose list has a receipt with this hash. */
export async function listingOfReceipt(
  store: Store | InTransaction,
  region: string,
  hash: Uint8Array,
): Promise<{ readonly listing: number; readonly event: number } | undefined> {
  return store
    .selectFrom('ranking')
    .select(['listing', 'event'])
    .where('region', '=', region)
    .where('hash', '=', Buffer.from(hash))
    .executeTakeFirst()
}

/** What people were told of a list: their places in order, behind them who has none, and what explains it. */
export type Told = {
  readonly head: ListHead | undefined
  readonly standings: readonly {
    readonly person: string
    readonly place: number | null
    /** Nothing for a list of before it was kept, or whose file was erased. */
    readonly part: KeptPart | null
  }[]
}

export async function toldOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<Told> {
  const standings = await store
    .selectFrom('standing')
    .select(['person', 'place', 'part'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .orderBy('place')
    .execute()
  return { head: await listHeadOf(store, region, listing), standings }
}
