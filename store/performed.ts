/** What was done under which key, so that doing it twice does it once (idempotentie). */
import { sql } from 'kysely'
import type { InTransaction } from './database.ts'
import { gathered, HeldElsewhere, isShared } from './gathered.ts'

type Where = { readonly transaction: InTransaction; readonly region: string; readonly at: Date }

/** What was done under a key: the operation, its outcome, and the hash of what was asked where that was kept. */
export type Performed = {
  readonly operation: string
  readonly outcome: object
  readonly request: Buffer | null
}

type Asked = { readonly human: string; readonly key: string }

/** What this human did under a key; waits for what they are doing at this moment. */
export async function performedBefore(
  { transaction, region }: Where,
  human: string,
  key: string,
): Promise<Performed | undefined> {
  const before = await gatheredBefore(transaction, region, { human, key })
  if (before === 'held') throw new HeldElsewhere()
  return before
}

const gatheredBefore = gathered<Asked, Performed | 'held' | undefined>(
  async (transaction, region, asked) => {
    const humans = asked.map(({ human }) => human)
    // A lock of their own, and not of their row: that would be written, and written to the disk, for every act.
    const lock = sql`hashtextextended(${region} || ' ' || human, ${lockSpace})`
    const { rows: held } = await (isShared(transaction)
      ? sql<{ held: boolean }>`
        select pg_try_advisory_xact_lock(${lock}) as held
        from unnest(${humans}::text[]) with ordinality as asked(human, nth) order by nth`
      : sql<{ held: boolean }>`
        select pg_advisory_xact_lock(${lock}) is not null as held
        from unnest(${humans}::text[]) as asked(human)`
    ).execute(transaction)
    // Asked after the lock, and not with it: what was done while we waited counts.
    const { rows } = await sql<Performed & { nth: number }>`
      select asked.nth, operation, outcome, request
      from unnest(${humans}::uuid[], ${asked.map(({ key }) => key)}::text[])
        with ordinality as asked(human, key, nth)
      join performed on performed.region = ${region} and performed.human = asked.human
        and performed.key = asked.key`.execute(transaction)
    return asked.map((_, at) =>
      held[at]?.held ? rows.find(({ nth }) => nth === at + 1) : ('held' as const),
    )
  },
)

const lockSpace = 4_702_116

type Done = { readonly operation: string; readonly outcome: object; readonly request?: Uint8Array }

/** Keeps what an operation answered under a key, so that asking again gives the same and does nothing. */
export async function rememberPerformed(
  { transaction, region, at }: Where,
  human: string,
  key: string,
  done: Done,
): Promise<void> {
  await gatheredDone(transaction, region, { human, key, at, ...done })
}

const gatheredDone = gathered<Asked & Done & { readonly at: Date }, void>(
  async (transaction, region, done) => {
    await sql`
      insert into performed (region, human, key, operation, outcome, at, request)
      select ${region}, * from unnest(
        ${done.map(({ human }) => human)}::uuid[], ${done.map(({ key }) => key)}::text[],
        ${done.map(({ operation }) => operation)}::text[],
        ${done.map(({ outcome }) => JSON.stringify(outcome))}::jsonb[],
        ${done.map(({ at }) => at)}::timestamptz[],
        ${done.map(({ request }) => (request ? Buffer.from(request) : null))}::bytea[]
      )`.execute(transaction)
    return done.map(() => undefined)
  },
)
