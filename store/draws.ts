/** Draws of lots (lotingen): what was committed before, who holds which lot, and what came out. */

import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Commitment, Lot } from '../core/ranking/commit-lottery.ts'
import type { Draw } from '../core/ranking/draw-lots.ts'
import { inBatches } from './batches.ts'
import type { InTransaction, Store } from './database.ts'
import type { FromList } from './rankings.ts'

export type HeldLot = { readonly lot: string; readonly person: string; readonly class: number }

export type StoredDraw = {
  readonly listing: number
  /** The event that committed it. */
  readonly event: number
  readonly commitment: Commitment
  /** The list with its ties open, as it was decided at the close. */
  readonly undrawn: string
  readonly drawnFrom: Date
  readonly settledAt: Date | undefined
  readonly result: Draw | undefined
}

export async function addDraw(
  transaction: InTransaction,
  region: string,
  draw: {
    readonly listing: number
    readonly event: number
    readonly commitment: Commitment
    /** The list with its ties open, zipped. */
    readonly undrawn: Promise<Buffer>
    readonly drawnFrom: Date
    readonly lots: readonly HeldLot[]
  },
): Promise<void> {
  const { listing, event, commitment, undrawn, drawnFrom, lots } = draw
  await transaction
    .insertInto('draw')
    .values({
      ...{ region, listing, event, commitment: JSON.stringify(commitment) },
      ...{ undrawn: await undrawn, drawn_from: drawnFrom },
      ...{ settled_at: null, result: null },
    })
    .execute()
  await inBatches(lots, (some) =>
    sql`
      insert into lot (region, listing, lot, person, class)
      select ${region}, ${listing}, * from unnest(
        ${some.map(({ lot }) => lot)}::text[],
        ${some.map(({ person }) => person)}::uuid[],
        ${some.map((each) => each.class)}::integer[]
      )`.execute(transaction),
  )
}

export async function drawOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<StoredDraw | undefined> {
  const row = await store
    .selectFrom('draw')
    .select(['listing', 'event', 'commitment', 'undrawn', 'drawn_from', 'settled_at', 'result'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...{ listing: row.listing, event: row.event },
    // @NOTE written above from a commitment, and never changed.
    commitment: row.commitment as Commitment,
    undrawn: gunzipSync(row.undrawn).toString('utf8'),
    drawnFrom: row.drawn_from,
    settledAt: row.settled_at ?? undefined,
    // @NOTE written below from a draw, and never changed.
    result: (row.result as Draw | null) ?? undefined,
  }
}

/** What was committed, without the lists themselves, which can be long. */
export type DrawHead = Omit<StoredDraw, 'undrawn' | 'result'>

export async function drawHeadOf(
  store: Store,
  region: string,
  listing: number,
): Promise<DrawHead | undefined> {
  const row = await store
    .selectFrom('draw')
    .select(['listing', 'event', 'commitment', 'drawn_from', 'settled_at'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  if (!row) return undefined
  const { commitment, drawn_from: drawnFrom, settled_at: settledAt, ...head } = row
  return {
    ...{ ...head, drawnFrom, settledAt: settledAt ?? undefined },
    // @NOTE written above from a commitment, and never changed.
    commitment: commitment as Commitment,
  }
}

/** What came out of a draw; undefined while it was not drawn. */
export async function drawResultOf(
  store: Store,
  region: string,
  listing: number,
): Promise<Draw | undefined> {
  const row = await store
    .selectFrom('draw')
    .select('result')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .executeTakeFirst()
  // @NOTE written below from a draw, and never changed.
  return (row?.result as Draw | null | undefined) ?? undefined
}

/** The names of the lots that somebody holds. */
export async function lotsHeldBy(
  store: Store,
  region: string,
  listing: number,
  person: string,
): Promise<string[]> {
  const rows = await store
    .selectFrom('lot')
    .select('lot')
    .where('region', '=', region)
    .where('listing', '=', listing)
    .where('person', '=', person)
    .orderBy('lot')
    .execute()
  return rows.map(({ lot }) => lot)
}

/** So many of who holds a lot, in the order of their ids after one of them. */
export async function lotHoldersAfter(
  transaction: InTransaction,
  region: string,
  { listing, after, most }: FromList,
): Promise<string[]> {
  let asked = transaction
    .selectFrom('lot')
    .select('person')
    .distinct()
    .where('region', '=', region)
    .where('listing', '=', listing)
  if (after !== undefined) asked = asked.where('person', '>', after)
  const rows = await asked.orderBy('person').limit(most).execute()
  return rows.map(({ person }) => person)
}

export async function lotsOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<(Lot & HeldLot)[]> {
  return store
    .selectFrom('lot')
    .select(['lot', 'person', 'class'])
    .where('region', '=', region)
    .where('listing', '=', listing)
    .orderBy('lot')
    .execute()
}

/** Since when draws were committed to by a beacon with this key, and when the last was drawn by it. */
export async function drawnWith(
  store: Store,
  region: string,
  publicKey: string,
): Promise<{ readonly since: Date | undefined; readonly last: Date | undefined }> {
  const found = await store
    .selectFrom('draw')
    .innerJoin('event', (join) =>
      join.onRef('event.region', '=', 'draw.region').onRef('event.number', '=', 'draw.event'),
    )
    .select(({ fn }) => [fn.min('event.at').as('since'), fn.max('draw.settled_at').as('last')])
    .where('draw.region', '=', region)
    .where(sql`draw.commitment -> 'chain' ->> 'publicKey'`, '=', publicKey)
    .executeTakeFirst()
  return { since: found?.since ?? undefined, last: found?.last ?? undefined }
}

export async function setDrawn(
  transaction: InTransaction,
  region: string,
  listing: number,
  { result, at }: { readonly result: Draw; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('draw')
    .set({ result: JSON.stringify(result), settled_at: at })
    .where('region', '=', region)
    .where('listing', '=', listing)
    .execute()
}
