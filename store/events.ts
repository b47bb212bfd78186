/** Events as they are read back: the receipt of one, and what the log holds about somebody. */
import { sql } from 'kysely'
import type { Json } from '../core/basics/canonical-json.ts'
import type { InTransaction, Store } from './database.ts'

export type EventReceipt = {
  readonly number: number
  readonly kind: string
  readonly at: Date
  readonly hash: string
}

export async function receiptOfEvent(
  store: Store | InTransaction,
  region: string,
  number: number,
): Promise<EventReceipt | undefined> {
  const found = await store
    .selectFrom('event')
    .select(['number', 'kind', 'at', 'hash'])
    .where('region', '=', region)
    .where('number', '=', number)
    .executeTakeFirst()
  return found && { ...found, hash: found.hash.toString('hex') }
}

export type EventAbout = EventReceipt & {
  /** Who did it; nobody where the clock did. */
  readonly actor: { readonly human: string; readonly name: string } | undefined
  readonly values: Readonly<Record<string, Json>>
  readonly hands: Hands | undefined
  /** Of the invented history of an example region: nobody did it. */
  readonly isInvented: boolean
  /** On which ground, where somebody looked. */
  readonly reason: string | undefined
}

function isInvented(body: string): boolean {
  return JSON.parse(body).synthetic === true
}

function reasonOf(body: string): string | undefined {
  const { reason } = JSON.parse(body)
  return typeof reason === 'string' ? reason : undefined
}

/** Through whose hands something went: of a helper, or of a landlord's counter (balie). */
export type Hands =
  | { readonly via: 'helper' }
  | { readonly via: 'counter'; readonly landlord: string }

function handsOf(body: string): Hands | undefined {
  const { via, landlord } = JSON.parse(body)
  if (via === 'helper') return { via }
  return via === 'counter' && typeof landlord === 'string' ? { via, landlord } : undefined
}

/** Personal values of events, beside the events they are of. */
const values = (store: Store | InTransaction, region: string) =>
  store
    .selectFrom('event_value')
    .innerJoin('event', (join) =>
      join
        .onRef('event.region', '=', 'event_value.region')
        .onRef('event.number', '=', 'event_value.event'),
    )
    .where('event_value.region', '=', region)

/** By whom something was done for somebody, of what happened in their file at certain moments. */
export async function handsAt(
  store: Store,
  region: string,
  person: string,
  moments: readonly Date[],
): Promise<ReadonlyMap<number, Hands & { readonly name: string }>> {
  if (moments.length === 0) return new Map()
  const rows = await values(store, region)
    .leftJoin('human', (join) =>
      join.onRef('human.region', '=', 'event.region').onRef('human.id', '=', 'event.actor'),
    )
    .select(['event.at', 'event.body', 'human.name'])
    .distinct()
    .where('event_value.person', '=', person)
    .where('event.at', 'in', moments)
    .execute()
  return new Map(
    rows.flatMap(({ at, body, name }) => {
      const hands = handsOf(body)
      return hands ? [[at.getTime(), { ...hands, name: name ?? '' }] as const] : []
    }),
  )
}

/** A page of the events with values of somebody in them, newest first; only those below one, where that is given. */
export async function eventsAbout(
  store: Store,
  region: string,
  person: string,
  {
    below,
    from = 0,
    count,
  }: { readonly below?: number | undefined; readonly from?: number; readonly count: number },
): Promise<EventAbout[]> {
  // An event can hold several values of somebody: a page is of events.
  const numbers = store
    .selectFrom('event_value')
    .select('event')
    .distinct()
    .where('region', '=', region)
    .where('person', '=', person)
    .$if(below !== undefined, (all) => all.where('event', '<', below ?? 0))
    .orderBy('event', 'desc')
    .limit(count)
    .offset(from)
  const rows = await values(store, region)
    .leftJoin('human', (join) =>
      join.onRef('human.region', '=', 'event.region').onRef('human.id', '=', 'event.actor'),
    )
    .select([
      'event.number',
      'event.kind',
      'event.at',
      'event.hash',
      'event.actor',
      'event.body',
      'human.name as actorName',
      'event_value.name',
      'event_value.value',
    ])
    .where('event_value.person', '=', person)
    .where('event_value.event', 'in', numbers)
    .orderBy('event.number', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { number, kind, at, hash, actor, actorName, body } = first
    return [
      {
        ...{ number, kind, at, hash: hash.toString('hex') },
        actor: actor === null ? undefined : { human: actor, name: actorName ?? '' },
        ...{ hands: handsOf(body), isInvented: isInvented(body), reason: reasonOf(body) },
        // @NOTE what was written as JSON is read as JSON.
        values: Object.fromEntries(same.map(({ name, value }) => [name, value as Json])),
      },
    ]
  })
}

/** How many events have values of somebody in them, and what a page of them must tell of all. */
export async function countEventsAbout(
  store: Store,
  region: string,
  person: string,
): Promise<{ readonly count: number; readonly wasRead: boolean; readonly isInvented: boolean }> {
  const found = await values(store, region)
    .select(({ fn }) => [
      fn.count<number>('event.number').distinct().as('count'),
      sql<boolean | null>`bool_or(event.kind = 'file-read')`.as('wasRead'),
      sql<boolean | null>`bool_or(event.body::jsonb ->> 'synthetic' = 'true')`.as('isInvented'),
    ])
    .where('event_value.person', '=', person)
    .executeTakeFirstOrThrow()
  return {
    count: found.count,
    wasRead: found.wasRead ?? false,
    isInvented: found.isInvented ?? false,
  }
}

/** Whose files, of these, somebody looked at on one ground since a moment. */
export async function readSince(
  store: Store | InTransaction,
  region: string,
  {
    actor,
    reason,
    people,
  }: {
    readonly actor: string
    readonly reason: string
    readonly people: readonly string[]
  },
  since: Date,
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await values(store, region)
    .select('event_value.person')
    .where('event_value.person', 'in', people)
    .where('event.kind', '=', sql.lit('file-read'))
    .where('event.actor', '=', actor)
    .where('event.at', '>=', since)
    .where((where) => where(sql<string>`event.body::jsonb ->> 'reason'`, '=', reason))
    .execute()
  return new Set(rows.flatMap(({ person }) => person ?? []))
}

/** When the first event with values of somebody happened. */
export async function firstEventOf(
  store: Store,
  region: string,
  person: string,
): Promise<Date | undefined> {
  const row = await values(store, region)
    .select('event.at')
    .where('event_value.person', '=', person)
    .orderBy('event.number')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}
