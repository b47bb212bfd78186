/** The connection to PostgreSQL, and how its values become ours: whole numbers stay numbers, days stay days. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { RowStream } from './row-stream.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>
export type InTransaction = Transaction<Tables>

const int8 = 20

/** So long does whoever asks wait for a connection, in milliseconds: then it is said that it does not go now. */
const longestWait = 15_000

/** Connects to the database at an address; nothing is asked of it yet. */
export function openStore(url: string, connections = 10): Store {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, keepAlive: true },
    connectionTimeoutMillis: longestWait,
  })
  // A connection that is lost while nobody uses it is simply replaced by the next.
  pool.on('error', () => {})
  // One that is lost in the middle of a transaction fails whatever is asked of it next, and nothing else.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: RowStream }) })
}

/** No connection, or one that was lost: codes of the network, and classes and codes of PostgreSQL. */
const lost =
  /^(E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|08...|53...|57P0[1-4])$/
const lostWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/**
 * Whether something failed because the database is away or has no room for now (database weg), and not because of
 * what was asked: the same goes well later. What was asked may have been done, where the answer was lost.
 */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault ? String(fault.code) : ''
  return lost.test(code) || lostWords.test(fault.message)
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
