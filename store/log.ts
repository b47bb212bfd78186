/**
 * The log (logboek): every event is written before its effect, in the same transaction. What is personal
 * stands in it as a salted commitment only; the value and its salt can be erased, and the proofs still hold.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson, type Json } from '../core/basics/canonical-json.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { InTransaction, Store } from './database.ts'
import { gathered } from './gathered.ts'

export type Entry = {
  readonly kind: string
  /** Who did it: a human, or nobody where the clock or the engine did. */
  readonly actor: string | undefined
  readonly at: Date
  /** What may be read by everybody, for ever. */
  readonly open: Readonly<Record<string, Json>>
  /** What is about a person: erased with their file. */
  readonly personal?: Readonly<Record<string, Json>>
  /** Whose file the personal values belong to. */
  readonly person?: string
}

/** Writes one event; gives its number, which orders nothing before it stands in the tree. */
export async function writeEvent(
  transaction: InTransaction,
  region: string,
  entry: Entry,
): Promise<number> {
  return gatheredEvents(transaction, region, entry)
}

const gatheredEvents = gathered<Entry, number>(async (transaction, region, entries) => {
  const sealed = entries.map((entry) => ({ entry, ...seal(entry, () => randomBytes(16)) }))
  const told = sealed.flatMap(({ entry, hash, values }) =>
    values.map(({ name, value, salt }) => ({
      ...{ hash, name, salt, value: JSON.stringify(value) },
      person: name === actorName ? null : (entry.person ?? null),
    })),
  )
  // Salts make no two events alike, and what stands beside one finds it by its hash.
  const { rows } = await sql<{ number: number; hash: Buffer }>`
    with written as (
      insert into event (region, at, kind, actor, body, hash)
      select ${region}, * from unnest(
        ${entries.map(({ at }) => at)}::timestamptz[], ${entries.map(({ kind }) => kind)}::text[],
        ${entries.map(({ actor }) => actor ?? null)}::uuid[],
        ${sealed.map(({ body }) => body)}::text[], ${sealed.map(({ hash }) => hash)}::bytea[]
      )
      returning number, hash
    ), beside as (
      insert into event_value (region, event, name, salt, person, value)
      select ${region}, written.number, told.name, told.salt, told.person, told.value
      from unnest(
        ${told.map(({ hash }) => hash)}::bytea[], ${told.map(({ name }) => name)}::text[],
        ${told.map(({ salt }) => salt)}::bytea[], ${told.map(({ person }) => person)}::uuid[],
        ${told.map(({ value }) => value)}::jsonb[]
      ) as told(hash, name, salt, person, value)
      join written on written.hash = told.hash
    )
    select number, hash from written`.execute(transaction)
  // Those that hold no values can be alike to the letter: then each has one of their numbers.
  const numbers = Map.groupBy(rows, ({ hash }) => hash.toString('hex'))
  return sealed.map(({ hash }) => {
    const row = numbers.get(hash.toString('hex'))?.pop()
    if (!row) throw new Error('broken promise: what is written has a number')
    return row.number
  })
})

export type Sealed = {
  readonly body: string
  readonly hash: Buffer
  readonly values: readonly { readonly name: string; readonly value: Json; readonly salt: Buffer }[]
}

/** What of an event goes into the log for ever, and beside it the values that can be erased, with their salts. */
export function seal(entry: Entry, newSalt: () => Buffer): Sealed {
  const { kind, actor, at, open, personal = {} } = entry
  const taken = ['at', 'kind', 'commitments'].find((name) => Object.hasOwn(open, name))
  if (taken !== undefined)
    throw new Error(`broken promise: an event says itself what its ${taken} is`)
  // Who did it can be shown, and is not told: it is committed to as well.
  const told = { ...personal, ...(actor !== undefined && { [actorName]: actor }) }
  const values = Object.entries(told).map(([name, value]) => ({ name, value, salt: newSalt() }))
  const commitments = Object.fromEntries(
    values.map(({ name, value, salt }) => [name, commitmentTo(value, salt)]),
  )
  const body = canonicalJson({ at: at.toISOString(), kind, ...open, commitments })
  return { body, hash: Buffer.from(leafHash(body)), values }
}

/** Under this name an event commits to who did it. */
const actorName = 'actor'

/** The commitment to a value: who has the value and the salt can show that it stood there. */
export function commitmentTo(value: Json, salt: Uint8Array): string {
  return hex(sha256(salt, canonicalJson(value)))
}

/** The hash of an event as a leaf of the tree (RFC 6962). */
export function leafHash(body: string): Uint8Array {
  return sha256(Uint8Array.of(0), body)
}

/** An event that has its place in the log. */
export type PlacedEvent = {
  readonly position: number
  readonly number: number
  readonly at: Date
  readonly kind: string
  readonly body: string
  readonly hash: Uint8Array
}

const placedColumns = [
  'log_leaf.position',
  'event.number',
  'event.at',
  'event.kind',
  'event.body',
  'event.hash',
] as const

const placed = (store: Store | InTransaction, region: string) =>
  store
    .selectFrom('log_leaf')
    .innerJoin('event', (join) =>
      join
        .onRef('event.region', '=', 'log_leaf.region')
        .onRef('event.number', '=', 'log_leaf.event'),
    )
    .select(placedColumns)
    .where('log_leaf.region', '=', region)

/** Events with a position below another, the newest first; of one kind, or of all. */
export async function eventsBelow(
  store: Store | InTransaction,
  region: string,
  { below, kind, most }: { readonly below: number; readonly kind?: string; readonly most: number },
): Promise<PlacedEvent[]> {
  const asked = placed(store, region).where('log_leaf.position', '<', below)
  // Some kinds are most of the log and some hardly occur: the database plans for this one.
  return (kind === undefined ? asked : asked.where('event.kind', '=', sql.lit(kind)))
    .orderBy('log_leaf.position', 'desc')
    .limit(most)
    .execute()
}

/** Events from one position up to, and not with, another, the oldest first. */
export async function eventsFrom(
  store: Store | InTransaction,
  region: string,
  from: number,
  to: number,
): Promise<PlacedEvent[]> {
  return placed(store, region)
    .where('log_leaf.position', '>=', from)
    .where('log_leaf.position', '<', to)
    .orderBy('log_leaf.position')
    .execute()
}

/** The kinds of events that occur, with how many there are of each. */
export async function eventKinds(
  store: Store | InTransaction,
  region: string,
): Promise<{ readonly kind: string; readonly count: number }[]> {
  return store
    .selectFrom('event')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
}

/**
 * How many events say something else in their columns than in their body, which alone is hashed, or name
 * another doer than they committed to.
 */
export async function contradictingEvents(store: Store, region: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from event
    left join event_value doer on doer.region = event.region and doer.event = event.number
      and doer.name = ${actorName}
    where event.region = ${region} and case when event.body is json then
      event.body::jsonb ->> 'kind' is distinct from event.kind
      or (event.body::jsonb ->> 'at')::timestamptz is distinct from event.at
      or doer.value #>> '{}' <> event.actor::text
    else true end`.execute(store)
  return rows[0]?.count ?? 0
}

/** An event by its hash, also while it waits for a position. */
export async function eventByHash(
  store: Store | InTransaction,
  region: string,
  hash: Uint8Array,
): Promise<(Omit<PlacedEvent, 'position'> & { readonly position: number | null }) | undefined> {
  return eventWhere(store, region, 'hash', Buffer.from(hash))
}

/** An event by its number, also while it waits for a position. */
export async function eventByNumber(store: Store | InTransaction, region: string, number: number) {
  return eventWhere(store, region, 'number', number)
}

async function eventWhere(
  store: Store | InTransaction,
  region: string,
  ...[column, value]: ['hash', Buffer] | ['number', number]
) {
  return store
    .selectFrom('event')
    .leftJoin('log_leaf', (join) =>
      join
        .onRef('log_leaf.region', '=', 'event.region')
        .onRef('log_leaf.event', '=', 'event.number'),
    )
    .select(placedColumns)
    .where('event.region', '=', region)
    .where(`event.${column}`, '=', value)
    .executeTakeFirst()
}

/** A personal value with the salt of its commitment, for who may see it. */
export type OpenedValue = {
  readonly event: number
  readonly name: string
  readonly value: Json
  readonly salt: Uint8Array
}

/** What is still kept of the personal values of events. */
export async function valuesOf(
  store: Store | InTransaction,
  region: string,
  events: readonly number[],
): Promise<OpenedValue[]> {
  if (events.length === 0) return []
  const rows = await store
    .selectFrom('event_value')
    .select(['event', 'name', 'value', 'salt'])
    .where('region', '=', region)
    .where('event', 'in', events)
    .orderBy('event')
    .orderBy('name')
    .execute()
  // @NOTE whatever was written as JSON is read back as JSON.
  return rows.map((row) => ({ ...row, value: row.value as Json }))
}

/**
 * Erases every personal value of a person with its salt, and that they did something themselves; what stays
 * are commitments that nobody can open. Gives how many values there were.
 */
export async function eraseValues(
  transaction: InTransaction,
  region: string,
  person: string,
  human: string | undefined,
): Promise<number> {
  const events = transaction
    .selectFrom('event_value')
    .select('event')
    .where('region', '=', region)
    .where('person', '=', person)
  const byThemselves = transaction
    .selectFrom('event')
    .select('number')
    .where('region', '=', region)
    .where('number', 'in', events)
    .where('actor', '=', human ?? null)
  const own = await transaction
    .deleteFrom('event_value')
    .where('region', '=', region)
    .where('name', '=', actorName)
    .where('event', 'in', byThemselves)
    .executeTakeFirst()
  const values = await transaction
    .deleteFrom('event_value')
    .where('region', '=', region)
    .where('person', '=', person)
    .executeTakeFirst()
  return Number(own.numDeletedRows + values.numDeletedRows)
}
