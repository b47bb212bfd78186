/** The connection to PostgreSQL, and how its values become ours: whole numbers stay numbers, days stay days. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>
export type InTransaction = Transaction<Tables>

const int8 = 20

/** Connects to the database at an address; nothing is asked of it yet. */
export function openStore(url: string, connections = 10): Store {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: url, max: connections })
  // A connection that is lost while nobody uses it is simply replaced by the next.
  pool.on('error', () => {})
  // One that is lost in the middle of a transaction fails whatever is asked of it next, and nothing else.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Whether the database answers. */
export async function isReachable(store: Store): Promise<boolean> {
  try {
    await sql`select 1`.execute(store)
    return true
  } catch {
    return false
  }
}
