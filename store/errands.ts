/**
 * What humans do to reach somebody (post en telefoon): letters, calls, and deciding about time that would lapse;
 * and which reminders were given.
 */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import type { ErrandKind } from './tables.ts'
import { isUuid } from './uuid.ts'

export type Errand = {
  readonly id: string
  readonly kind: ErrandKind
  readonly landlord: string
  readonly person: string
  readonly name: string
  readonly language: string
  readonly phone: string | undefined
  readonly postalAddress: string | undefined
  readonly message: string
  readonly code: string
  readonly facts: Facts
  readonly askedAt: Date
  readonly doneAt: Date | undefined
  readonly outcome: string | undefined
}

export async function addErrand(
  transaction: InTransaction,
  region: string,
  errand: {
    readonly id: string
    readonly message: string
    readonly person: string
    readonly landlord: string
    readonly kind: ErrandKind
    readonly at: Date
  },
): Promise<void> {
  const { at, ...rest } = errand
  await transaction
    .insertInto('errand')
    .values({
      ...{ region, ...rest, asked_at: at, done_at: null, done_by: null },
      ...{ outcome: null, event: null },
    })
    .execute()
}

function errands(store: Store | InTransaction, region: string) {
  return (
    store
      .selectFrom('errand')
      .innerJoin('message', (join) =>
        join
          .onRef('message.region', '=', 'errand.region')
          .onRef('message.id', '=', 'errand.message'),
      )
      .innerJoin('person', (join) =>
        join.onRef('person.region', '=', 'errand.region').onRef('person.id', '=', 'errand.person'),
      )
      .leftJoin('human', (join) =>
        join.onRef('human.region', '=', 'person.region').onRef('human.id', '=', 'person.human'),
      )
      .leftJoin('contact', (join) =>
        join
          .onRef('contact.region', '=', 'errand.region')
          .onRef('contact.person', '=', 'errand.person'),
      )
      .leftJoin('old_address', (join) =>
        join
          .onRef('old_address.region', '=', 'errand.region')
          .onRef('old_address.message', '=', 'errand.message'),
      )
      .select(['errand.id', 'errand.kind', 'errand.landlord', 'errand.person', 'errand.message'])
      .select(['errand.asked_at', 'errand.done_at', 'errand.outcome', 'person.name'])
      .select(['human.language', 'contact.phone', 'contact.postal_address'])
      // A letter that goes to where somebody was before.
      .select('old_address.postal_address as old_postal_address')
      .select(['message.code', 'message.facts'])
      .where('errand.region', '=', region)
  )
}

type ErrandRow = Awaited<ReturnType<ReturnType<typeof errands>['executeTakeFirstOrThrow']>>

function errandOfRow(row: ErrandRow): Errand {
  const { asked_at, done_at, outcome, language, phone, postal_address, ...more } = row
  const { old_postal_address, ...rest } = more
  return {
    ...rest,
    language: language ?? 'nl',
    phone: phone ?? undefined,
    postalAddress: old_postal_address ?? postal_address ?? undefined,
    askedAt: asked_at,
    doneAt: done_at ?? undefined,
    outcome: outcome ?? undefined,
  }
}

// Nobody is written or called about an offer that was answered or lapsed meanwhile.
const stillMatters = sql<boolean>`not (
  message.code in ('offer-made', 'offer-lapses-soon') and exists (
    select from offer where offer.region = message.region
      and offer.id::text = message.facts ->> 'offer' and offer.state <> 'open'))`

/** What waits at landlords, longest first. */
export async function waitingErrands(
  store: Store,
  region: string,
  landlords: readonly string[],
  most: number,
): Promise<Errand[]> {
  if (landlords.length === 0) return []
  const rows = await errands(store, region)
    .where('errand.done_at', 'is', null)
    .where('errand.landlord', 'in', landlords)
    .where(stillMatters)
    .orderBy('errand.asked_at')
    .orderBy('errand.id')
    .limit(most)
    .execute()
  return rows.map(errandOfRow)
}

export async function errandOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<Errand | undefined> {
  if (!isUuid(id)) return undefined
  const asked = errands(store, region).where('errand.id', '=', id)
  const row = await (lock ? asked.forUpdate(['errand']) : asked).executeTakeFirst()
  return row && errandOfRow(row)
}

export async function endErrand(
  transaction: InTransaction,
  region: string,
  id: string,
  done: {
    readonly at: Date
    readonly by: string
    readonly outcome: string
    readonly event: number
  },
): Promise<void> {
  const { at, by, outcome, event } = done
  await transaction
    .updateTable('errand')
    .set({ done_at: at, done_by: by, outcome, event })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Takes away what has no reason any more, such as a letter to who renewed in the meantime. */
export async function dropErrands(
  transaction: InTransaction,
  region: string,
  person: string,
  codes: readonly string[],
): Promise<void> {
  const about = transaction
    .selectFrom('message')
    .select('id')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('code', 'in', codes)
  await transaction
    .deleteFrom('errand')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('done_at', 'is', null)
    .where('message', 'in', about)
    .execute()
}

/** By which ways somebody was really reached about such messages, since an instant. */
export async function waysTaken(
  store: Store | InTransaction,
  region: string,
  person: string,
  { codes, since }: { readonly codes: readonly string[]; readonly since: Date },
): Promise<{ readonly channel: string; readonly at: Date }[]> {
  const mailed = await store
    .selectFrom('delivery')
    .innerJoin('message', (join) =>
      join
        .onRef('message.region', '=', 'delivery.region')
        .onRef('message.id', '=', 'delivery.message'),
    )
    .select(['delivery.channel', 'delivery.at'])
    .where('delivery.region', '=', region)
    .where('message.person', '=', person)
    .where('message.code', 'in', codes)
    .where('delivery.state', '=', 'accepted')
    .where('delivery.at', '>=', since)
    .execute()
  const byHand = await store
    .selectFrom('errand')
    .innerJoin('message', (join) =>
      join.onRef('message.region', '=', 'errand.region').onRef('message.id', '=', 'errand.message'),
    )
    .select(['errand.kind', 'errand.done_at'])
    .where('errand.region', '=', region)
    .where('errand.person', '=', person)
    .where('message.code', 'in', codes)
    .where('errand.outcome', 'in', ['sent', 'reached', 'not-reached'])
    .where('errand.done_at', '>=', since)
    .execute()
  return [
    ...mailed,
    ...byHand.flatMap(({ kind, done_at }) =>
      done_at === null ? [] : [{ channel: kind, at: done_at }],
    ),
  ]
}

/** Whether a letter about this term was asked for or sent already. */
export async function hasErrand(
  transaction: InTransaction,
  region: string,
  person: string,
  { codes, since, kind }: { readonly codes: readonly string[]; since: Date; kind: ErrandKind },
): Promise<boolean> {
  const found = await transaction
    .selectFrom('errand')
    .innerJoin('message', (join) =>
      join.onRef('message.region', '=', 'errand.region').onRef('message.id', '=', 'errand.message'),
    )
    .select('errand.id')
    .where('errand.region', '=', region)
    .where('errand.person', '=', person)
    .where('errand.kind', '=', kind)
    .where('message.code', 'in', codes)
    .where('errand.asked_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Remembers that a reminder was given; false where it was before. */
export async function rememberReminder(
  transaction: InTransaction,
  region: string,
  reminder: { person: string; lastDay: CalendarDate; step: string; at: Date },
): Promise<boolean> {
  const { person, lastDay, step, at } = reminder
  const added = await transaction
    .insertInto('reminder')
    .values({ region, person, last_day: lastDay, step, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .executeTakeFirst()
  return added !== undefined
}

/** Has a reminder given once more. */
export async function forgetReminder(
  transaction: InTransaction,
  region: string,
  person: string,
  lastDay: CalendarDate,
  step: string,
): Promise<void> {
  await transaction
    .deleteFrom('reminder')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('last_day', '=', lastDay)
    .where('step', '=', step)
    .execute()
}

/** Landlords in order of their name in the register. */
export async function landlordIds(store: Store | InTransaction, region: string): Promise<string[]> {
  const rows = await store
    .selectFrom('landlord')
    .select('id')
    .where('region', '=', region)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
