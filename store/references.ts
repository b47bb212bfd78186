/** References between tables (verwijzingen), held all at once where much is loaded. */
import type pg from 'pg'

/**
 * Takes the references of tables away; gives the statements that bring them back, and hold every row to them.
 * Holding row by row would take longer than all the rest of a load.
 */
export async function withoutReferences(
  client: pg.Client,
  tables: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ relation: string; name: string; definition: string }>(
    `select conrelid::regclass::text as relation, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
    [tables],
  )
  for (const { relation, name } of rows) {
    await client.query(`alter table ${relation} drop constraint ${name}`)
  }
  return rows.map(
    ({ relation, name, definition }) =>
      `alter table ${relation} add constraint ${name} ${definition}`,
  )
}
