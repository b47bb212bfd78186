/** What somebody looks for, kept by name (zoekopdrachten). */
import type { InTransaction, Store } from './database.ts'
import type { HomeFilter } from './tables.ts'

export type SavedSearch = {
  readonly id: string
  readonly name: string
  readonly filter: HomeFilter
  /** Only homes they could take part in, and wished for. */
  readonly fitsOnly: boolean
  readonly toldUntil: Date
  readonly pausedAt: Date | undefined
}

export async function savedSearchesOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<SavedSearch[]> {
  const rows = await store
    .selectFrom('saved_search')
    .select(['id', 'name', 'filter', 'fits_only', 'told_until', 'paused_at'])
    .where('region', '=', region)
    .where('person', '=', person)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(({ fits_only, told_until, paused_at, ...row }) => ({
    ...row,
    fitsOnly: fits_only,
    toldUntil: told_until,
    pausedAt: paused_at ?? undefined,
  }))
}

export async function addSavedSearch(
  transaction: InTransaction,
  region: string,
  search: {
    readonly id: string
    readonly person: string
    readonly name: string
    readonly filter: HomeFilter
    readonly fitsOnly: boolean
    readonly at: Date
  },
): Promise<void> {
  const { id, person, name, filter, fitsOnly, at } = search
  await transaction
    .insertInto('saved_search')
    .values({
      ...{ region, id, person, name, filter: JSON.stringify(filter), fits_only: fitsOnly },
      ...{ made_at: at, told_until: at, paused_at: null },
    })
    .execute()
}

export async function removeSavedSearch(
  transaction: InTransaction,
  region: string,
  person: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('saved_search')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Pauses one search or all of somebody; or lets them go on, from now. */
export async function pauseSavedSearch(
  transaction: InTransaction,
  region: string,
  person: string,
  { id, pausedAt, at }: { readonly id?: string; readonly pausedAt: Date | null; readonly at: Date },
): Promise<number> {
  let asked = transaction
    .updateTable('saved_search')
    .set({ paused_at: pausedAt, ...(pausedAt === null && { told_until: at }) })
    .where('region', '=', region)
    .where('person', '=', person)
  if (id !== undefined) asked = asked.where('id', '=', id)
  const { numUpdatedRows } = await asked.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Remembers until when homes were told of. */
export async function toldUntil(
  transaction: InTransaction,
  region: string,
  person: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('saved_search')
    .set({ told_until: at })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('paused_at', 'is', null)
    .execute()
}
