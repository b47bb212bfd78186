/**
 * Messages to seekers (berichten): a code and facts, put in words where they are read. Whoever sends them on
 * by mail marks them as mailed.
 */
import { sql } from 'kysely'
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'

export type Message = {
  readonly id: string
  readonly code: string
  readonly facts: Facts
  readonly at: Date
  readonly readAt: Date | undefined
}

export async function addMessage(
  transaction: InTransaction,
  region: string,
  message: {
    readonly id: string
    readonly person: string
    readonly code: string
    readonly facts: Facts
    readonly at: Date
  },
): Promise<void> {
  await transaction
    .insertInto('message')
    .values({
      ...{ region, ...message, facts: JSON.stringify(message.facts) },
      ...{ read_at: null, mailed_at: null },
    })
    .execute()
}

/** Tells everybody on a list, and everybody kept off it, that there is a result: in one statement. */
export async function tellResult(
  transaction: InTransaction,
  region: string,
  listing: number,
  at: Date,
): Promise<void> {
  await sql`
    insert into message (region, id, person, code, facts, at)
    select region, gen_random_uuid(), person, 'result', ${JSON.stringify({ listing })}::jsonb, ${at}
    from standing where region = ${region} and listing = ${listing}`.execute(transaction)
}

/**
 * Tells who responded to a listing that runs on under a version that is replaced, from which day others have
 * other rules.
 */
export async function tellRulesReplaced(
  transaction: InTransaction,
  region: string,
  { hash, from, day, at }: { hash: string; from: Date; day: number; at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into message (region, id, person, code, facts, at)
    select listing.region, gen_random_uuid(), response.person, 'rules-replaced',
      jsonb_build_object('listing', listing.id, 'from', ${day}::integer), ${at}
    from listing join response on response.region = listing.region and response.listing = listing.id
    where listing.region = ${region} and listing.state in ('open', 'drawing')
      and listing.opens_at < ${from} and listing.closes_at > ${from}
      and ${Buffer.from(hash, 'hex')} = any(listing.rule_books)
      and response.withdrawn_at is null`.execute(transaction)
  return Number(numAffectedRows ?? 0)
}

/** The latest messages of somebody, newest first. */
export async function messagesOf(
  store: Store,
  region: string,
  person: string,
  most: number,
): Promise<Message[]> {
  const rows = await store
    .selectFrom('message')
    .select(['id', 'code', 'facts', 'at', 'read_at as readAt'])
    .where('region', '=', region)
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, readAt: row.readAt ?? undefined }))
}

/** The messages of some kinds that somebody got, oldest first. */
export async function messagesWith(
  store: Store | InTransaction,
  region: string,
  person: string,
  codes: readonly string[],
): Promise<Pick<Message, 'code' | 'facts' | 'at'>[]> {
  return store
    .selectFrom('message')
    .select(['code', 'facts', 'at'])
    .where('region', '=', region)
    .where('person', '=', person)
    .where('code', 'in', codes)
    .orderBy('at')
    .execute()
}

export async function unreadOf(store: Store, region: string, person: string): Promise<number> {
  const { count } = await store
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function markRead(
  store: Store | InTransaction,
  region: string,
  person: string,
  at: Date,
): Promise<void> {
  await store
    .updateTable('message')
    .set({ read_at: at })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .execute()
}

const halves = /^([0-9a-f]{8})([0-9a-f]{4})$/

/** When a message was sent, by the twelve characters of its reference; nothing of whom it was to. */
export async function messageByReference(
  store: Store,
  region: string,
  reference: string,
): Promise<{ readonly code: string; readonly at: Date } | undefined> {
  const [, first, second] = halves.exec(reference) ?? []
  if (first === undefined || second === undefined) return undefined
  return store
    .selectFrom('message')
    .select(['code', 'at'])
    .where('region', '=', region)
    .where('id', '>=', `${first}-${second}-0000-0000-000000000000`)
    .where('id', '<=', `${first}-${second}-ffff-ffff-ffffffffffff`)
    .executeTakeFirst()
}
