/** What was done under which key, so that doing it twice does it once (idempotentie). */
import type { InTransaction } from './database.ts'

type Where = { readonly transaction: InTransaction; readonly region: string; readonly at: Date }

/** The outcome of what this human did under a key; waits for what they are doing at this moment. */
export async function performedBefore(
  { transaction, region }: Where,
  human: string,
  key: string,
): Promise<object | undefined> {
  await transaction
    .selectFrom('human')
    .select('id')
    .where('region', '=', region)
    .where('id', '=', human)
    .forUpdate()
    .executeTakeFirst()
  const found = await transaction
    .selectFrom('performed')
    .select('outcome')
    .where('region', '=', region)
    .where('human', '=', human)
    .where('key', '=', key)
    .executeTakeFirst()
  return found?.outcome
}

export async function rememberPerformed(
  { transaction, region, at }: Where,
  human: string,
  key: string,
  { operation, outcome }: { operation: string; outcome: object },
): Promise<void> {
  await transaction
    .insertInto('performed')
    .values({ region, human, key, operation, outcome: JSON.stringify(outcome), at })
    .execute()
}
