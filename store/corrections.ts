/**
 * Corrections (correcties) of a registration date, or of a name and a date of birth: proposed by one human, decided by
 * another.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

/** What was said until now, and what it becomes. */
export type Change<Value> = { readonly from: Value; readonly to: Value }

export type DateCorrected = { readonly about: 'registered-on' } & Change<CalendarDate>

/** Who somebody is; only what changes of it, and nothing once their file is erased. */
export type IdentityCorrected = {
  readonly about: 'identity'
  readonly name?: Change<string>
  readonly born?: Change<CalendarDate>
  /** The day that stands on the paper that was seen. */
  readonly paperOn?: CalendarDate
}

export type StoredCorrection = {
  readonly id: string
  readonly person: string
  readonly landlord: string
  readonly ofEvent: number
  readonly change: DateCorrected | IdentityCorrected
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

/** Undefined when one about the same is waiting already. */
export async function addCorrection(
  transaction: InTransaction,
  region: string,
  correction: Omit<StoredCorrection, 'reviewedAt' | 'agreed'>,
): Promise<string | undefined> {
  const { id, person, landlord, ofEvent, change, ground, source, ...proposed } = correction
  const added = await transaction
    .insertInto('correction')
    .values({
      ...{ region, id, person, landlord, of_event: ofEvent, ...columnsOf(change) },
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

/** Corrections in somebody's file, the oldest first. */
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
    change: changeFrom(row),
    ground: row.ground,
    source: row.source,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    reviewedAt: row.reviewed_at ?? undefined,
    agreed: row.agreed ?? undefined,
  }
}

function columnsOf(change: StoredCorrection['change']) {
  const isDate = change.about === 'registered-on'
  const { name, born, paperOn } = isDate ? noIdentity : change
  return {
    about: change.about,
    ...{ from_day: isDate ? change.from : null, to_day: isDate ? change.to : null },
    ...{ from_name: name?.from ?? null, to_name: name?.to ?? null },
    ...{ from_born: born?.from ?? null, to_born: born?.to ?? null, paper_on: paperOn ?? null },
  }
}

const noIdentity: IdentityCorrected = { about: 'identity' }

function changeFrom(row: Row): StoredCorrection['change'] {
  const { about, from_day, to_day, from_name, to_name, from_born, to_born, paper_on } = row
  if (about === 'registered-on') {
    if (from_day === null || to_day === null) throw new Error('broken promise: a date without days')
    return { about, from: from_day, to: to_day }
  }
  return {
    about,
    ...(from_name !== null && to_name !== null && { name: { from: from_name, to: to_name } }),
    ...(from_born !== null && to_born !== null && { born: { from: from_born, to: to_born } }),
    ...(paper_on !== null && { paperOn: paper_on }),
  }
}
