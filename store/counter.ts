/** Whom somebody serves at the counter (balie): found by what they say, kept as an event in the log. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'

/** The reference of a file, as it stands on what is printed: `3f2a-91bc-07de` (kenmerk). */
const reference = /^([0-9a-f]{8})([0-9a-f]{4})$/

/** The file of who says this of themselves; only one, and only when all of it is so. */
export async function fileBy(
  store: Store | InTransaction,
  region: string,
  { known, born }: { readonly known: string; readonly born: CalendarDate },
): Promise<string | undefined> {
  const [, first, second] = reference.exec(known.toLowerCase().replace(/[^0-9a-z@.]/g, '')) ?? []
  const asked = store
    .selectFrom('person')
    .select(['id', 'facts'])
    .where('region', '=', region)
    .where('erased_at', 'is', null)
  const rows = await (first === undefined
    ? asked.where(({ fn }) => fn('lower', ['email']), '=', known.toLowerCase())
    : asked
        .where('id', '>=', `${first}-${second}-0000-0000-000000000000`)
        .where('id', '<=', `${first}-${second}-ffff-ffff-ffffffffffff`)
  ).execute()
  const found = rows.filter(({ facts }) => facts.born === born)
  return found.length === 1 ? found[0]?.id : undefined
}

/** What was opened at a counter by an event: whose file, by whom and when. */
export async function openedBy(
  store: Store | InTransaction,
  region: string,
  event: number,
): Promise<
  | {
      readonly person: string
      readonly name: string
      readonly actor: string | undefined
      readonly at: Date
      readonly landlord: string
    }
  | undefined
> {
  const found = await store
    .selectFrom('event')
    .innerJoin('event_value', (join) =>
      join
        .onRef('event_value.region', '=', 'event.region')
        .onRef('event_value.event', '=', 'event.number')
        .on('event_value.name', '=', 'person'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.region', '=', 'event_value.region')
        .onRef('person.id', '=', 'event_value.person'),
    )
    .select(['person.id as person', 'person.name', 'event.actor', 'event.at', 'event.body'])
    .where('event.region', '=', region)
    .where('event.number', '=', event)
    .where('event.kind', '=', sql.lit('counter-opened'))
    .executeTakeFirst()
  if (!found) return undefined
  const { body, actor, ...rest } = found
  return { ...rest, actor: actor ?? undefined, landlord: String(JSON.parse(body).landlord) }
}
