/** What is kept too long (bewaren): how much of it there is, and erasing it, by kind. */
import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'

/** What is erased by its age alone; files of people are not among it, for rules say when they end. */
export type Aged =
  | 'papers-of-others'
  | 'papers-of-tenants'
  | 'checks-of-others'
  | 'checks-of-tenants'
  | 'messages'
  | 'mandates'
  | 'invitations'
  | 'drafts'
  | 'sessions'
  | 'logins'
  | 'keys'
  | 'jobs-done'

/** Before this moment, and before this day. */
export type Before = { readonly moment: Date; readonly day: CalendarDate }

const isOver = sql`offer.state in ('refused', 'expired', 'withdrawn', 'skipped')`

/** The rows of a kind that are due, as the places where they stand. */
function due(kind: Aged, region: string, { moment, day }: Before): RawBuilder<unknown> {
  switch (kind) {
    case 'papers-of-others':
      return sql`from document row join offer on offer.region = row.region and offer.id = row.offer
        where row.region = ${region} and ${isOver}`
    case 'papers-of-tenants':
      return sql`from document row join offer on offer.region = row.region and offer.id = row.offer
        join letting on letting.region = offer.region and letting.listing = offer.listing
        where row.region = ${region} and offer.state = 'let' and letting.starts_on < ${day}`
    case 'checks-of-others':
      return sql`from evidence row join offer on offer.region = row.region and offer.id = row.offer
        where row.region = ${region} and ${isOver} and row.seen_at < ${moment}`
    case 'checks-of-tenants':
      return sql`from evidence row join offer on offer.region = row.region and offer.id = row.offer
        join letting on letting.region = offer.region and letting.listing = offer.listing
        where row.region = ${region} and offer.state = 'let' and letting.starts_on < ${day}`
    case 'messages':
      // What somebody still has to do by hand about a message is done first.
      return sql`from message row where row.region = ${region} and row.at < ${moment}
        and not exists (select from errand where errand.region = row.region
          and errand.message = row.id and errand.done_at is null)`
    case 'mandates':
      return sql`from mandate row where row.region = ${region} and row.until_day < ${day}`
    case 'invitations':
      return sql`from mandate_invite row where row.region = ${region} and row.made_at < ${moment}`
    case 'drafts':
      return sql`from draft row where row.region = ${region} and row.at < ${moment}`
    case 'sessions':
      return sql`from session row where row.region = ${region} and row.begun_at < ${moment}`
    case 'logins':
      return sql`from login_attempt row where row.region = ${region} and row.at < ${moment}`
    case 'keys':
      return sql`from performed row where row.region = ${region} and row.at < ${moment}`
    case 'jobs-done':
      return sql`from job_done row where row.region = ${region} and row.done_at < ${moment}`
  }
}

const tables = {
  'papers-of-others': 'document',
  'papers-of-tenants': 'document',
  'checks-of-others': 'evidence',
  'checks-of-tenants': 'evidence',
  messages: 'message',
  mandates: 'mandate',
  invitations: 'mandate_invite',
  drafts: 'draft',
  sessions: 'session',
  logins: 'login_attempt',
  keys: 'performed',
  'jobs-done': 'job_done',
} as const satisfies Readonly<Record<Aged, string>>

/** How much of a kind is older than its term. */
export async function countDue(
  store: Store | InTransaction,
  region: string,
  kind: Aged,
  before: Before,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${due(kind, region, before)}`.execute(store)
  return rows[0]?.count ?? 0
}

/** Erases so many at most of what is due; gives how many. Of a check also what the log can open of it. */
export async function eraseAged(
  transaction: InTransaction,
  region: string,
  kind: Aged,
  { before, most }: { readonly before: Before; readonly most: number },
): Promise<number> {
  const places = sql`select row.ctid ${due(kind, region, before)} limit ${most}`
  const table = tables[kind]
  if (table === 'evidence') {
    await sql`
      delete from event_value using evidence
      where event_value.region = ${region} and event_value.event = evidence.event
        and event_value.name in ('source', 'on', 'ofYear', 'outcome', 'value')
        and evidence.region = ${region} and evidence.ctid in (${places})`.execute(transaction)
  }
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ctid in (${places})`.execute(transaction)
  return Number(numAffectedRows)
}

/**
 * Files to which nothing happened since a day, and about which nobody has to do anything: their registration may be
 * over for long.
 */
export async function quietFiles(
  store: Store | InTransaction,
  region: string,
  {
    before,
    after,
    most,
  }: {
    readonly before: CalendarDate
    readonly after: string | undefined
    readonly most: number
  },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from person
    where person.region = ${region} and person.erased_at is null
      and ${after === undefined ? sql`true` : sql`person.id > ${after}`}
      and not exists (
        select from history where history.region = person.region and history.person = person.id
          and history.on_day >= ${before})
      and not exists (
        select from complaint where complaint.region = person.region
          and complaint.person = person.id and complaint.state not in ('decided', 'withdrawn'))
      and not exists (
        select from errand where errand.region = person.region and errand.person = person.id
          and errand.done_at is null)
    order by person.id limit ${most}`.execute(store)
  return rows.map(({ id }) => id)
}

export type RetentionRun = {
  readonly at: Date
  readonly event: number
  readonly erased: Readonly<Record<string, number>>
}

export async function addRetentionRun(
  transaction: InTransaction,
  region: string,
  { at, event, erased }: RetentionRun,
): Promise<void> {
  await transaction
    .insertInto('retention_run')
    .values({ region, event, at, erased: JSON.stringify(erased) })
    .execute()
}

/** The latest runs, the last first. */
export async function retentionRuns(
  store: Store,
  region: string,
  most: number,
): Promise<RetentionRun[]> {
  return store
    .selectFrom('retention_run')
    .select(['at', 'event', 'erased'])
    .where('region', '=', region)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
}
