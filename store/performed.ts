/** What was done under which key, so that doing it twice does it once (idempotentie). */
import { sql } from 'kysely'
import type { InTransaction } from './database.ts'

type Where = { readonly transaction: InTransaction; readonly region: string; readonly at: Date }

/** What was done under a key: the operation, its outcome, and the hash of what was asked where that was kept. */
export type Performed = {
  readonly operation: string
  readonly outcome: object
  readonly request: Buffer | null
}

/** What this human did under a key; waits for what they are doing at this moment. */
export async function performedBefore(
  { transaction, region }: Where,
  human: string,
  key: string,
): Promise<Performed | undefined> {
  // A lock of their own, and not of their row: that would be written, and written to the disk, for every act.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${region} ${human}`}, ${lockSpace}))`.execute(
    transaction,
  )
  return transaction
    .selectFrom('performed')
    .select(['operation', 'outcome', 'request'])
    .where('region', '=', region)
    .where('human', '=', human)
    .where('key', '=', key)
    .executeTakeFirst()
}

const lockSpace = 4_702_116

export async function rememberPerformed(
  { transaction, region, at }: Where,
  human: string,
  key: string,
  { operation, outcome, request }: { operation: string; outcome: object; request?: Uint8Array },
): Promise<void> {
  await transaction
    .insertInto('performed')
    .values({
      ...{ region, human, key, operation, outcome: JSON.stringify(outcome), at },
      request: request ? Buffer.from(request) : null,
    })
    .execute()
}
