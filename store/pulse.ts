/** The pulse of a region (hartslag): when its jobs were last at work, whichever process did them. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'

export async function pulseOf(store: Store, region: string): Promise<Date | undefined> {
  const found = await store
    .selectFrom('pulse')
    .select('at')
    .where('region', '=', region)
    .executeTakeFirst()
  return found?.at
}

/** Moves the pulse on, and gives where it was; whoever comes second finds it moved. */
export async function movePulse(
  transaction: InTransaction,
  region: string,
  at: Date,
): Promise<Date | undefined> {
  const before = await transaction
    .selectFrom('pulse')
    .select('at')
    .where('region', '=', region)
    .forUpdate()
    .executeTakeFirst()
  await transaction
    .insertInto('pulse')
    .values({ region, at })
    .onConflict((conflict) => conflict.column('region').doUpdateSet({ at }))
    .execute()
  return before?.at
}

export type Closing = { readonly id: number; readonly closesAt: Date }

/** Open listings that close within a time, and nobody closes them meanwhile. */
export async function listingsClosing(
  transaction: InTransaction,
  region: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<Closing[]> {
  const found = await transaction
    .selectFrom('listing')
    .select(['id', 'closes_at'])
    .where('region', '=', region)
    .where('state', '=', 'open')
    .where('closes_at', '>', from)
    .where('closes_at', '<=', until)
    .orderBy('id')
    .forUpdate()
    .execute()
  return found.flatMap(({ id, closes_at: closesAt }) => (closesAt ? [{ id, closesAt }] : []))
}

/** Lets a listing close later, and remembers when it would have. */
export async function extendClosing(
  transaction: InTransaction,
  region: string,
  { id, closesAt }: Closing,
  to: { readonly at: Date; readonly on: CalendarDate },
): Promise<void> {
  await transaction
    .updateTable('listing')
    .set(({ fn, val }) => ({
      ...{ closes_at: to.at, closes_on: to.on },
      // What was once promised first is what people remember.
      extended_from: fn.coalesce('extended_from', val(closesAt)),
    }))
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
