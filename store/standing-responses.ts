/** Who has us respond for them (automatische reacties). */
import type { InTransaction, Store } from './database.ts'

export type StandingResponse = {
  readonly person: string
  readonly event: number
  readonly since: Date
  /** So many wait for a close at once. */
  readonly most: number
}

export async function standingOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StandingResponse | undefined> {
  return store
    .selectFrom('standing_response')
    .select(['person', 'event', 'since', 'most'])
    .where('region', '=', region)
    .where('person', '=', person)
    .executeTakeFirst()
}

/** Begins it, or changes how many at once. */
export async function setStanding(
  transaction: InTransaction,
  region: string,
  { person, event, since, most }: StandingResponse,
): Promise<void> {
  await transaction
    .insertInto('standing_response')
    .values({ region, person, event, since, most })
    .onConflict((conflict) => conflict.columns(['region', 'person']).doUpdateSet({ event, most }))
    .execute()
}

/** Gives whether there was one. */
export async function stopStanding(
  transaction: InTransaction,
  region: string,
  person: string,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('standing_response')
    .where('region', '=', region)
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Everybody who asked it, so many after a person: for whoever goes through all of them in turn. */
export async function standingAfter(
  store: Store | InTransaction,
  region: string,
  after: string | undefined,
  count: number,
): Promise<StandingResponse[]> {
  let asked = store
    .selectFrom('standing_response')
    .select(['person', 'event', 'since', 'most'])
    .where('region', '=', region)
  if (after !== undefined) asked = asked.where('person', '>', after)
  return asked.orderBy('person').limit(count).execute()
}
