/**
 * Brings a database up to the tables this version needs (migreren): numbered files, each once, each whole or
 * not at all. Several processes that start at once wait for each other.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Store } from './database.ts'

const folder = join(import.meta.dirname, 'migrations')

/** Any number that nobody else locks by. */
const lock = 4_702_113

/** The steps that this version knows, in order. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/** Names of the migrations that were carried out now, in order; of some of them, or of all there are. */
export async function migrate(
  store: Store,
  names: readonly string[] = migrationNames(),
): Promise<string[]> {
  return store.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lock})`.execute(connection)
    try {
      await sql`create table if not exists migration (name text primary key)`.execute(connection)
      const { rows } = await sql<{ name: string }>`select name from migration`.execute(connection)
      const done = new Set(rows.map(({ name }) => name))
      const due = names.filter((name) => !done.has(name))
      for (const name of due) {
        await connection.transaction().execute(async (transaction) => {
          await sql.raw(readFileSync(join(folder, name), 'utf8')).execute(transaction)
          await sql`insert into migration values (${name})`.execute(transaction)
        })
      }
      return due
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection)
    }
  })
}

/** Whether a database has all tables that this version needs. */
export async function isMigrated(store: Store): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('migration') is not null as there`.execute(store)
  if (rows[0]?.there !== true) return false
  const done = await sql<{ name: string }>`select name from migration`.execute(store)
  const names = new Set(done.rows.map(({ name }) => name))
  return migrationNames().every((name) => names.has(name))
}
