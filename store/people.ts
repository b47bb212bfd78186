/** Files of seekers (dossiers), and the history that rules read. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, EventName, Spell } from '../core/seekers/history.ts'
import { eraseComplaints } from './complaints.ts'
import type { InTransaction, Store } from './database.ts'
import { eraseValues } from './log.ts'
import { inParts } from './row-stream.ts'
import type { Wishes } from './tables.ts'

export type NewPerson = {
  readonly id: string
  readonly human?: string
  readonly name: string
  readonly email?: string
  readonly facts: Facts
  readonly spells: readonly Spell[]
  readonly wishes?: Wishes
}

export async function addPerson(
  transaction: InTransaction,
  region: string,
  { id, human, name, email, facts, spells, wishes = {} }: NewPerson,
): Promise<void> {
  await transaction
    .insertInto('person')
    .values({
      ...{ region, id, name, human: human ?? null, email: email ?? null },
      facts: JSON.stringify(facts),
      spells: JSON.stringify(spells),
      members: '[]',
      wishes: JSON.stringify(wishes),
      erased_at: null,
    })
    .execute()
}

/** Ids of people with a file, so many after an id: for whoever looks at all of them in turn. */
export async function registeredAfter(
  store: Store | InTransaction,
  region: string,
  after: string | undefined,
  count: number,
): Promise<string[]> {
  let asked = store
    .selectFrom('person')
    .select('id')
    .where('region', '=', region)
    .where('erased_at', 'is', null)
  if (after !== undefined) asked = asked.where('id', '>', after)
  const rows = await asked.orderBy('id').limit(count).execute()
  return rows.map(({ id }) => id)
}

/** Adds to somebody's history what the log says under a number. */
export async function addHistory(
  transaction: InTransaction,
  region: string,
  happened: {
    readonly person: string
    readonly event: number
    readonly name: EventName
    readonly on: CalendarDate
    readonly attributes?: Facts
  },
): Promise<void> {
  const { person, event, name, on, attributes = {} } = happened
  await transaction
    .insertInto('history')
    .values({ region, person, event, name, on_day: on, attributes: JSON.stringify(attributes) })
    .execute()
}

/** People as the rules see them, by their ids; whoever was erased is not among them. */
export async function candidatesOf(
  store: Store | InTransaction,
  region: string,
  ids: readonly string[],
): Promise<Candidate[]> {
  return candidatesBefore(store, region, ids)
}

/** The same with what had been written when an event was, and nothing of later. */
export async function candidatesBefore(
  store: Store | InTransaction,
  region: string,
  ids: readonly string[],
  event?: number,
): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const people = await store
    .selectFrom('person')
    .select(['id', 'facts', 'spells', 'members'])
    .where('region', '=', region)
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  const asked = store
    .selectFrom('history')
    .select(['person', 'event', 'name', 'on_day', 'attributes'])
    .where('region', '=', region)
    .where('person', 'in', ids)
    .orderBy('event')
  const happened = await (event === undefined ? asked : asked.where('event', '<', event)).execute()
  const events = Map.groupBy(happened, ({ person }) => person)
  return people.map(({ id, facts, spells, members }) => ({
    id,
    facts,
    members,
    history: { spells, events: (events.get(id) ?? []).map(eventOf) },
  }))
}

/** Of people, those whose file was not erased. */
export async function keptAmong(
  store: Store | InTransaction,
  region: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await store
    .selectFrom('person')
    .select('id')
    .where('region', '=', region)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('erased_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

const rowsAtOnce = 2000

/**
 * Everybody whose response to a listing counts, as the rules see them, some at a time in the order of their ids.
 * Of what happened to them only these events are read, where it is given; whoever was erased is not among them.
 */
export async function* respondingCandidates(
  transaction: InTransaction,
  region: string,
  listing: number,
  events?: readonly EventName[],
): AsyncGenerator<Candidate[]> {
  const responses = transaction
    .selectFrom('response')
    .where('response.region', '=', region)
    .where('response.listing', '=', listing)
    .where('response.withdrawn_at', 'is', null)
  const asked = responses.innerJoin('history', (join) =>
    join
      .onRef('history.region', '=', 'response.region')
      .onRef('history.person', '=', 'response.person'),
  )
  const read = events ? asked.where('name', 'in', events) : asked
  // A row for each person: a row for each thing that happened would take longer to read than to make into one.
  const happened = read
    .select(['history.person', eventsAtOnce.as('events')])
    .groupBy('history.person')
    .as('happened')
  const people = responses
    .innerJoin('person', (join) =>
      join
        .onRef('person.region', '=', 'response.region')
        .onRef('person.id', '=', 'response.person'),
    )
    .leftJoin(happened, 'happened.person', 'person.id')
    .where('erased_at', 'is', null)
    .select(['id', 'facts', 'spells', 'members', 'happened.events'])
    .orderBy('id')
  for await (const rows of inParts(transaction, people, rowsAtOnce)) {
    yield rows.map(({ id, facts, spells, members, events: own }) => ({
      ...{ id, facts, members },
      history: { spells, events: (own ?? []).map(eventIn) },
    }))
  }
}

type HappenedRow = readonly [event: number, name: EventName, on: CalendarDate, attributes: Facts]

const eventsAtOnce = sql<HappenedRow[]>`json_agg(
  json_build_array(history.event, history.name, history.on_day, history.attributes)
  order by history.event
)`

function eventIn([event, name, on_day, attributes]: HappenedRow): Event {
  return eventOf({ event, name, on_day, attributes })
}

function eventOf(row: {
  event: number
  name: EventName
  on_day: CalendarDate
  attributes: Facts
}): Event {
  return { id: String(row.event), event: row.name, on: row.on_day, attributes: row.attributes }
}

/** The file of a human, if they have one. */
export async function personOfHuman(
  store: Store | InTransaction,
  region: string,
  human: string,
): Promise<string | undefined> {
  const found = await store
    .selectFrom('person')
    .select('id')
    .where('region', '=', region)
    .where('human', '=', human)
    .executeTakeFirst()
  return found?.id
}

/** Who people are: only for whoever may know, from the offer on. */
export async function identitiesOf(
  store: Store | InTransaction,
  region: string,
  people: readonly string[],
): Promise<Map<string, { readonly name: string; readonly email: string | undefined }>> {
  if (people.length === 0) return new Map()
  const rows = await store
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('region', '=', region)
    .where('id', 'in', people)
    .execute()
  return new Map(rows.map(({ id, name, email }) => [id, { name, email: email ?? undefined }]))
}

/**
 * Whether there is a file that was not erased; until the transaction ends, nobody else does anything for this
 * person that counts what they have, so that two acts in one moment never both find room for one.
 */
export async function holdPerson(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<boolean> {
  return (await kept(transaction, region, id).forNoKeyUpdate().executeTakeFirst()) !== undefined
}

/** The files of people of this name who were born on this day, however the name was typed. */
export async function filesNamed(
  store: Store | InTransaction,
  region: string,
  { name, born }: { readonly name: string; readonly born: CalendarDate },
): Promise<string[]> {
  const rows = await store
    .selectFrom('person')
    .select(['id', 'name'])
    .where('region', '=', region)
    .where('erased_at', 'is', null)
    .where(sql<string>`facts->>'born'`, '=', String(born))
    .execute()
  return rows.flatMap((each) => (asTyped(each.name) === asTyped(name) ? [each.id] : []))
}

// Not in the database: in some of its locales only letters without accents have a small form.
function asTyped(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ')
}

/** Whether there is a file that was not erased; nobody else erases it until the transaction ends. */
export async function keepsFile(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<boolean> {
  return (await kept(transaction, region, id).forUpdate().executeTakeFirst()) !== undefined
}

const kept = (transaction: InTransaction, region: string, id: string) =>
  transaction
    .selectFrom('person')
    .select('id')
    .where('region', '=', region)
    .where('id', '=', id)
    .where('erased_at', 'is', null)

/**
 * Erases a file: what the register holds of somebody, what was written to them, and the values behind the
 * commitments in the log. The row stays, empty, so that lists that were made keep their length. Gives how many
 * values of the log were erased.
 */
export async function erasePerson(
  transaction: InTransaction,
  region: string,
  id: string,
  at: Date,
): Promise<number> {
  const person = await transaction
    .selectFrom('person')
    .select('human')
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const human = person.human ?? undefined
  const values = await eraseValues(transaction, region, id, human)
  await eraseComplaints(transaction, region, id)
  await transaction
    .deleteFrom('registration_merge')
    .where('region', '=', region)
    .where((where) => where.or([where('keeper', '=', id), where('joined', '=', id)]))
    .execute()
  for (const table of [
    'history',
    'message',
    'mandate',
    'mandate_invite',
    'standing_response',
    'document',
    'contact',
    'reminder',
    'saved_search',
  ] as const) {
    await transaction
      .deleteFrom(table)
      .where('region', '=', region)
      .where('person', '=', id)
      .execute()
  }
  await transaction
    .updateTable('offer')
    .set({ ground: null })
    .where('region', '=', region)
    .where('person', '=', id)
    .execute()
  const offers = transaction
    .selectFrom('offer')
    .select('id')
    .where('region', '=', region)
    .where('person', '=', id)
  await transaction
    .deleteFrom('evidence')
    .where('region', '=', region)
    .where('offer', 'in', offers)
    .execute()
  await transaction
    .updateTable('standing')
    .set({ part: null })
    .where('region', '=', region)
    .where('person', '=', id)
    .execute()
  await transaction
    .updateTable('skip')
    .set({ proof: '{}' })
    .where('region', '=', region)
    .where('person', '=', id)
    .execute()
  await transaction
    .updateTable('correction')
    .set(({ fn, ref, val }) => ({
      ...{ ground: '', source: '', motivation: null, paper_on: null },
      ...{ from_name: null, to_name: null, from_born: null, to_born: null },
      // Nobody is left to decide about.
      reviewed_at: fn.coalesce(ref('reviewed_at'), val(at)),
      agreed: fn.coalesce(ref('agreed'), val(false)),
    }))
    .where('region', '=', region)
    .where('person', '=', id)
    .execute()
  await transaction
    .updateTable('person')
    .set({
      ...{ human: null, name: '', email: null, facts: '{}', spells: '[]', members: '[]' },
      ...{ wishes: '{}', erased_at: at },
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
  if (human !== undefined) await eraseHuman(transaction, region, human)
  return values
}

// Who also works here, or helps somebody, stays known as such.
async function eraseHuman(transaction: InTransaction, region: string, id: string): Promise<void> {
  for (const table of ['performed', 'draft'] as const) {
    await transaction
      .deleteFrom(table)
      .where('region', '=', region)
      .where('human', '=', id)
      .execute()
  }
  const role = await transaction
    .selectFrom('role_grant')
    .select('role')
    .where('region', '=', region)
    .where('human', '=', id)
    .executeTakeFirst()
  const mandate = await transaction
    .selectFrom('mandate')
    .select('person')
    .where('region', '=', region)
    .where('helper', '=', id)
    .executeTakeFirst()
  if (role || mandate) return
  for (const table of ['session', 'login'] as const) {
    await transaction
      .deleteFrom(table)
      .where('region', '=', region)
      .where('human', '=', id)
      .execute()
  }
  await transaction
    .updateTable('human')
    .set({ name: '', email: '' })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Puts a file that had no account under one. */
export async function giveAccount(
  transaction: InTransaction,
  region: string,
  id: string,
  human: string,
): Promise<void> {
  await transaction
    .updateTable('person')
    .set({ human })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('human', 'is', null)
    .execute()
}

/** What a file holds, for who may read it. */
export type PersonFile = {
  readonly id: string
  readonly human: string | undefined
  readonly name: string
  readonly email: string | undefined
  readonly facts: Facts
  readonly spells: readonly Spell[]
  readonly wishes: Wishes
}

/** The language in which somebody is written to; Dutch where they never said. */
export async function languageOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<string> {
  const found = await store
    .selectFrom('person')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'person.region').onRef('human.id', '=', 'person.human'),
    )
    .select('human.language')
    .where('person.region', '=', region)
    .where('person.id', '=', person)
    .executeTakeFirst()
  return found?.language ?? 'nl'
}

/** A file that was not erased; with `lock` nobody else changes it until the transaction ends. */
export async function personFile(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<PersonFile | undefined> {
  const asked = store
    .selectFrom('person')
    .select(['id', 'human', 'name', 'email', 'facts', 'spells', 'wishes'])
    .where('region', '=', region)
    .where('id', '=', id)
    .where('erased_at', 'is', null)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && { ...row, human: row.human ?? undefined, email: row.email ?? undefined }
}

/** Writes what changed in a file. */
export async function changePerson(
  transaction: InTransaction,
  region: string,
  id: string,
  changed: {
    readonly facts?: Facts
    readonly spells?: readonly Spell[]
    readonly wishes?: Wishes
    readonly email?: string | null
    readonly name?: string
  },
): Promise<void> {
  const { facts, spells, wishes, email, name } = changed
  await transaction
    .updateTable('person')
    .set({
      ...(facts && { facts: JSON.stringify(facts) }),
      ...(spells && { spells: JSON.stringify(spells) }),
      ...(wishes && { wishes: JSON.stringify(wishes) }),
      ...(email !== undefined && { email }),
      ...(name !== undefined && { name }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
