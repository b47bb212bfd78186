/** Registrations of one household made one (samengevoegde inschrijvingen): asked, agreed, perhaps undone. */
import type { Facts } from '../core/basics/facts.ts'
import type { InTransaction, Store } from './database.ts'
import { runningResponses } from './responses.ts'

export type StoredMerge = {
  readonly id: string
  /** Whose file stays, and whose registration joins it. */
  readonly keeper: string
  readonly joined: string | undefined
  /** Given to the other by who asks; gone once it is used. */
  readonly code: string | undefined
  readonly household: Facts
  readonly before: Facts
  readonly listings: readonly number[]
  readonly askedAt: Date
  readonly until: Date
  readonly mergedAt: Date | undefined
  readonly keeperEvent: number | undefined
  readonly joinedEvent: number | undefined
  readonly endedAt: Date | undefined
}

/** Undefined when one that they asked is waiting already. */
export async function addMerge(
  transaction: InTransaction,
  region: string,
  merge: Pick<StoredMerge, 'id' | 'keeper' | 'household' | 'askedAt' | 'until'> & {
    readonly code: string
  },
): Promise<string | undefined> {
  const { id, keeper, code, household, askedAt, until } = merge
  const added = await transaction
    .insertInto('registration_merge')
    .values({
      ...{ region, id, keeper, code, household: JSON.stringify(household) },
      ...{ asked_at: askedAt, until, joined: null, merged_at: null },
      ...{ keeper_event: null, joined_event: null, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** A merge that was asked, by the code that was given for it. */
export async function mergeByCode(
  store: Store | InTransaction,
  region: string,
  code: string,
  lock?: 'lock',
): Promise<StoredMerge | undefined> {
  const asked = mergesIn(store, region)
    .where('code', '=', code)
    .where('merged_at', 'is', null)
    .where('ended_at', 'is', null)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && mergeFrom(row)
}

/** The last merge that somebody asked or joined; whoever looks with `lock` changes it alone. */
export async function lastMergeOf(
  store: Store | InTransaction,
  region: string,
  person: string,
  lock?: 'lock',
): Promise<StoredMerge | undefined> {
  const asked = mergesIn(store, region)
    .where((where) => where.or([where('keeper', '=', person), where('joined', '=', person)]))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(1)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && mergeFrom(row)
}

/** Writes that both agreed, with what is needed to undo it: the facts and responses from before. */
export async function setMerged(
  transaction: InTransaction,
  region: string,
  id: string,
  merged: {
    readonly joined: string
    readonly at: Date
    readonly before: Facts
    readonly listings: readonly number[]
    readonly keeperEvent: number
    readonly joinedEvent: number
  },
): Promise<void> {
  const { joined, at, before, listings, keeperEvent, joinedEvent } = merged
  await transaction
    .updateTable('registration_merge')
    .set({
      ...{ joined, code: null, merged_at: at, before: JSON.stringify(before) },
      ...{ listings: JSON.stringify(listings), keeper_event: keeperEvent },
      joined_event: joinedEvent,
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Taken back before it was agreed, or undone after. */
export async function endMerge(
  transaction: InTransaction,
  region: string,
  id: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('registration_merge')
    .set({ ended_at: at, code: null })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Responses of somebody that still can come to an offer: on listings that are open, or not let yet. */
export async function responsesThatCount(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<number[]> {
  const rows = await runningResponses(store, region, person)
    .where('listing.state', 'in', ['open', 'drawing', 'closed'])
    .orderBy('response.listing')
    .execute()
  return rows.map(({ listing }) => listing)
}

/** Lists that were made since a moment, on which somebody stands and the home is not let yet. */
export async function rankedSince(
  store: Store | InTransaction,
  region: string,
  person: string,
  at: Date,
): Promise<number[]> {
  const rows = await runningResponses(store, region, person)
    .where('listing.state', 'in', ['drawing', 'closed'])
    .where('listing.closes_at', '>=', at)
    .orderBy('response.listing')
    .execute()
  return rows.map(({ listing }) => listing)
}

/**
 * Lets responses count again that a merge had stopped: where they can still be ranked, or were. On a listing
 * that closed in between they were not, and stay out.
 */
export async function letCountAgain(
  transaction: InTransaction,
  region: string,
  person: string,
  listings: readonly number[],
): Promise<void> {
  if (listings.length === 0) return
  await transaction
    .updateTable('response')
    .set({ withdrawn_at: null })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('listing', 'in', listings)
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('listing')
            .select('listing.id')
            .whereRef('listing.region', '=', 'response.region')
            .whereRef('listing.id', '=', 'response.listing')
            .where('listing.state', '=', 'open'),
        ),
        exists(
          selectFrom('standing')
            .select('standing.person')
            .whereRef('standing.region', '=', 'response.region')
            .whereRef('standing.listing', '=', 'response.listing')
            .whereRef('standing.person', '=', 'response.person'),
        ),
        exists(
          selectFrom('lot')
            .select('lot.lot')
            .whereRef('lot.region', '=', 'response.region')
            .whereRef('lot.listing', '=', 'response.listing')
            .whereRef('lot.person', '=', 'response.person'),
        ),
      ]),
    )
    .execute()
}

function mergesIn(store: Store | InTransaction, region: string) {
  return store.selectFrom('registration_merge').selectAll().where('region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof mergesIn>['executeTakeFirstOrThrow']>>

function mergeFrom(row: Row): StoredMerge {
  return {
    id: row.id,
    keeper: row.keeper,
    joined: row.joined ?? undefined,
    code: row.code ?? undefined,
    household: row.household,
    before: row.before,
    listings: row.listings,
    askedAt: row.asked_at,
    until: row.until,
    mergedAt: row.merged_at ?? undefined,
    keeperEvent: row.keeper_event ?? undefined,
    joinedEvent: row.joined_event ?? undefined,
    endedAt: row.ended_at ?? undefined,
  }
}
