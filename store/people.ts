/** Files of seekers (dossiers), and the history that rules read. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, EventName, Spell } from '../core/seekers/history.ts'
import type { InTransaction, Store } from './database.ts'
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
  if (ids.length === 0) return []
  const people = await store
    .selectFrom('person')
    .select(['id', 'facts', 'spells', 'members'])
    .where('region', '=', region)
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  const happened = await store
    .selectFrom('history')
    .select(['person', 'event', 'name', 'on_day', 'attributes'])
    .where('region', '=', region)
    .where('person', 'in', ids)
    .orderBy('event')
    .execute()
  const events = Map.groupBy(happened, ({ person }) => person)
  return people.map(({ id, facts, spells, members }) => ({
    id,
    facts,
    members,
    history: { spells, events: (events.get(id) ?? []).map(eventOf) },
  }))
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
