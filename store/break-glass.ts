/** Files that were opened without a right to them, because it could not wait (noodinzage). */
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type StoredBreak = {
  readonly id: string
  readonly person: string
  readonly human: string
  /** Who opened it, by name. */
  readonly name: string
  readonly role: string
  /** Nothing once the file is erased. */
  readonly reason: string | undefined
  readonly openedAt: Date
  readonly until: Date
  readonly reviewedAt: Date | undefined
  readonly justified: boolean | undefined
  readonly verdict: string | undefined
}

export async function addBreak(
  transaction: InTransaction,
  region: string,
  opened: Omit<StoredBreak, 'name' | 'reviewedAt' | 'justified' | 'verdict'> & {
    readonly event: number
  },
): Promise<void> {
  const { id, person, human, role, reason, openedAt, until, event } = opened
  await transaction
    .insertInto('break_glass')
    .values({
      ...{ region, id, person, human, role, reason: reason ?? null, event },
      ...{ opened_at: openedAt, until, reviewed_by: null, reviewed_at: null },
      ...{ justified: null, verdict: null },
    })
    .execute()
}

/** How often somebody did this since a moment. */
export async function breaksSince(
  store: Store | InTransaction,
  region: string,
  human: string,
  since: Date,
): Promise<number> {
  const { count } = await store
    .selectFrom('break_glass')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('human', '=', human)
    .where('opened_at', '>=', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function breakOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<StoredBreak | undefined> {
  if (!isUuid(id)) return undefined
  const asked = breaksIn(store, region).where('break_glass.id', '=', id)
  const row = await (lock ? asked.forUpdate('break_glass') : asked).executeTakeFirst()
  return row && breakFrom(row)
}

/** Those that nobody looked at yet on top, then the newest. */
export async function allBreaks(
  store: Store | InTransaction,
  region: string,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<StoredBreak[]> {
  const rows = await breaksIn(store, region)
    .orderBy((order) => order.case().when('reviewed_at', 'is', null).then(0).else(1).end())
    .orderBy('opened_at', 'desc')
    .orderBy('break_glass.id')
    .limit(count)
    .offset(from)
    .execute()
  return rows.map(breakFrom)
}

/** The same with the newest first, behind one of them. */
export async function breaksBehind(
  store: Store | InTransaction,
  region: string,
  {
    behind,
    count,
  }: {
    readonly behind: Pick<StoredBreak, 'openedAt' | 'id'> | undefined
    readonly count: number
  },
): Promise<StoredBreak[]> {
  const all = breaksIn(store, region)
  const asked =
    behind === undefined
      ? all
      : all.where(({ or, and, eb }) =>
          or([
            eb('opened_at', '<', behind.openedAt),
            and([eb('opened_at', '=', behind.openedAt), eb('break_glass.id', '>', behind.id)]),
          ]),
        )
  const rows = await asked
    .orderBy('opened_at', 'desc')
    .orderBy('break_glass.id')
    .limit(count)
    .execute()
  return rows.map(breakFrom)
}

export async function countBreaks(store: Store | InTransaction, region: string): Promise<number> {
  const { count } = await breaksIn(store, region)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function breaksOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StoredBreak[]> {
  const rows = await breaksIn(store, region)
    .where('break_glass.person', '=', person)
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map(breakFrom)
}

/** What somebody opened and is still open, the last first. */
export async function openBreaksBy(
  store: Store,
  region: string,
  human: string,
  at: Date,
): Promise<StoredBreak[]> {
  const rows = await breaksIn(store, region)
    .where('break_glass.human', '=', human)
    .where('until', '>', at)
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map(breakFrom)
}

export async function setBreakReviewed(
  transaction: InTransaction,
  region: string,
  id: string,
  review: {
    readonly by: string
    readonly at: Date
    readonly justified: boolean
    readonly verdict: string
  },
): Promise<void> {
  const { by, at, justified, verdict } = review
  await transaction
    .updateTable('break_glass')
    .set({ reviewed_by: by, reviewed_at: at, justified, verdict })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

function breaksIn(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('break_glass')
    .innerJoin('human', (join) =>
      join
        .onRef('human.region', '=', 'break_glass.region')
        .onRef('human.id', '=', 'break_glass.human'),
    )
    .selectAll('break_glass')
    .select('human.name')
    .where('break_glass.region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof breaksIn>['executeTakeFirstOrThrow']>>

function breakFrom(row: Row): StoredBreak {
  return {
    ...{ id: row.id, person: row.person, human: row.human, name: row.name, role: row.role },
    ...{ reason: row.reason ?? undefined, openedAt: row.opened_at, until: row.until },
    ...{ reviewedAt: row.reviewed_at ?? undefined, justified: row.justified ?? undefined },
    verdict: row.verdict ?? undefined,
  }
}
