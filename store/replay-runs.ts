/** Replaying a whole period (naspelen), a few decisions at a time, with how far it is. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type ReplayRun = {
  readonly id: string
  readonly human: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly begunAt: Date
  readonly endedAt: Date | undefined
  readonly total: number
  readonly done: number
  /** The last listing that was replayed. */
  readonly after: number
  /** What came out otherwise: listings with their faults. */
  readonly wrong: readonly object[]
}

export async function addReplayRun(
  transaction: InTransaction,
  region: string,
  run: Pick<ReplayRun, 'id' | 'human' | 'from' | 'until' | 'begunAt' | 'total'>,
): Promise<void> {
  const { id, human, from, until, begunAt, total } = run
  await transaction
    .insertInto('replay_run')
    .values({
      ...{ region, id, human, from_day: from, until_day: until, begun_at: begunAt, total },
      ended_at: null,
    })
    .execute()
}

export async function replayRunOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<ReplayRun | undefined> {
  if (!isUuid(id)) return undefined
  const asked = runsIn(store, region).where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && runFrom(row)
}

/** The newest runs. */
export async function replayRuns(
  store: Store | InTransaction,
  region: string,
  most: number,
): Promise<ReplayRun[]> {
  const rows = await runsIn(store, region).orderBy('begun_at', 'desc').limit(most).execute()
  return rows.map(runFrom)
}

export async function setReplayRun(
  transaction: InTransaction,
  region: string,
  id: string,
  change: Partial<Pick<ReplayRun, 'done' | 'after' | 'wrong' | 'endedAt'>>,
): Promise<void> {
  const { done, after, wrong, endedAt } = change
  await transaction
    .updateTable('replay_run')
    .set({
      ...(done !== undefined && { done }),
      ...(after !== undefined && { after_listing: after }),
      ...(wrong && { wrong: JSON.stringify(wrong) }),
      ...(endedAt && { ended_at: endedAt }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

function runsIn(store: Store | InTransaction, region: string) {
  return store.selectFrom('replay_run').selectAll().where('region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof runsIn>['executeTakeFirstOrThrow']>>

function runFrom(row: Row): ReplayRun {
  return {
    ...{ id: row.id, human: row.human, from: row.from_day, until: row.until_day },
    ...{ begunAt: row.begun_at, endedAt: row.ended_at ?? undefined, total: row.total },
    ...{ done: row.done, after: row.after_listing, wrong: row.wrong },
  }
}
