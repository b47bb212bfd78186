/** Forms somebody is filling in (concepten). */
import type { InTransaction, Store } from './database.ts'
import type { Answers } from './tables.ts'

/** What was typed so far; nothing when nothing was. */
export async function draftOf(
  store: Store | InTransaction,
  region: string,
  human: string,
  form: string,
): Promise<Answers> {
  const found = await store
    .selectFrom('draft')
    .select('answers')
    .where('region', '=', region)
    .where('human', '=', human)
    .where('form', '=', form)
    .executeTakeFirst()
  return found?.answers ?? {}
}

export async function keepDraft(
  store: Store | InTransaction,
  region: string,
  draft: { readonly human: string; readonly form: string; readonly answers: Answers },
  at: Date,
): Promise<void> {
  const answers = JSON.stringify(draft.answers)
  await store
    .insertInto('draft')
    .values({ region, ...draft, answers, at })
    .onConflict((conflict) =>
      conflict.columns(['region', 'human', 'form']).doUpdateSet({ answers, at }),
    )
    .execute()
}

export async function dropDraft(
  store: Store | InTransaction,
  region: string,
  human: string,
  form: string,
): Promise<void> {
  await store
    .deleteFrom('draft')
    .where('region', '=', region)
    .where('human', '=', human)
    .where('form', '=', form)
    .execute()
}
