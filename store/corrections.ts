/** Corrections of registration dates (correcties): proposed by one human, decided by another. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type StoredCorrection = {
  readonly id: string
  readonly person: string
  readonly landlord: string
  readonly ofEvent: number
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly ground: string
  readonly source: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly reviewedAt: Date | undefined
  readonly agreed: boolean | undefined
}

/** The event by which somebody's registration began, and its day; the last, where they began anew. */
export async function registrationOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<{ readonly event: number; readonly on: CalendarDate } | undefined> {
  return store
    .selectFrom('history')
    .select(['event', 'on_day as on'])
    .where('region', '=', region)
    .where('person', '=', person)
    .where('name', '=', 'registered')
    .orderBy('event', 'desc')
    .executeTakeFirst()
}

/** Undefined when one is waiting already. */
export async function addCorrection(
  transaction: InTransaction,
  region: string,
  correction: Omit<StoredCorrection, 'reviewedAt' | 'agreed'>,
): Promise<string | undefined> {
  const { id, person, landlord, ofEvent, from, to, ground, source, ...proposed } = correction
  const added = await transaction
    .insertInto('correction')
    .values({
      ...{ region, id, person, landlord, of_event: ofEvent, from_day: from, to_day: to },
      ...{ ground, source, proposed_by: proposed.proposedBy, proposed_at: proposed.proposedAt },
      ...{ reviewed_by: null, reviewed_at: null, agreed: null, motivation: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function correctionOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<StoredCorrection | undefined> {
  if (!isUuid(id)) return undefined
  const asked = correctionsIn(store, region).where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && correctionFrom(row)
}

/** Corrections of these landlords that wait for a second person. */
export async function openCorrections(
  store: Store,
  region: string,
  landlords: readonly string[],
): Promise<StoredCorrection[]> {
  if (landlords.length === 0) return []
  const rows = await correctionsIn(store, region)
    .where('landlord', 'in', landlords)
    .where('reviewed_at', 'is', null)
    .orderBy('proposed_at')
    .execute()
  return rows.map(correctionFrom)
}

/** Corrections of somebody's date, the oldest first. */
export async function correctionsOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StoredCorrection[]> {
  const rows = await correctionsIn(store, region)
    .where('person', '=', person)
    .orderBy('proposed_at')
    .execute()
  return rows.map(correctionFrom)
}

export async function setReviewed(
  transaction: InTransaction,
  region: string,
  id: string,
  review: {
    readonly by: string
    readonly at: Date
    readonly agreed: boolean
    readonly motivation: string
  },
): Promise<void> {
  const { by, at, agreed, motivation } = review
  await transaction
    .updateTable('correction')
    .set({ reviewed_by: by, reviewed_at: at, agreed, motivation })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

function correctionsIn(store: Store | InTransaction, region: string) {
  return store.selectFrom('correction').selectAll().where('region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof correctionsIn>['executeTakeFirstOrThrow']>>

function correctionFrom(row: Row): StoredCorrection {
  return {
    id: row.id,
    person: row.person,
    landlord: row.landlord,
    ofEvent: row.of_event,
    from: row.from_day,
    to: row.to_day,
    ground: row.ground,
    source: row.source,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    reviewedAt: row.reviewed_at ?? undefined,
    agreed: row.agreed ?? undefined,
  }
}
