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

/** Names of the migrations that were carried out now, in order. */
export async function migrate(store: Store): Promise<string[]> {
  return store.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lock})`.execute(connection)
    try {
      await sql`create table if not exists migration (name text primary key)`.execute(connection)
      const { rows } = await sql<{ name: string }>`select name from migration`.execute(connection)
      const done = new Set(rows.map(({ name }) => name))
      const due = readdirSync(folder)
        .filter((name) => name.endsWith('.sql') && !done.has(name))
        .sort()
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
