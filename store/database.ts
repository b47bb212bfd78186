/** The connection to PostgreSQL, and how its values become ours: whole numbers stay numbers, days stay days. */
import { Kysely, PostgresDialect, type PostgresPoolClient, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { RowStream } from './row-stream.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>
export type InTransaction = Transaction<Tables>

const int8 = 20

/** So long does whoever asks wait for a connection, in milliseconds: then it is said that it does not go now. */
const longestWait = 15_000

/** A connection that nobody used so long is closed: a new one has to learn everything anew. */
const longestIdle = 10 * 60_000

/** Connects to the database at an address; nothing is asked of it yet. */
export function openStore(url: string, connections = 10): Store {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, keepAlive: true },
    ...{ connectionTimeoutMillis: longestWait, idleTimeoutMillis: longestIdle },
  })
  // A connection that is lost while nobody uses it is simply replaced by the next.
  pool.on('error', () => {})
  // One that is lost in the middle of a transaction fails whatever is asked of it next, and nothing else.
  pool.on('connect', (client) => void client.on('error', () => {}))
  const asked = { connect: async () => preparing(await pool.connect()), end: () => pool.end() }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asked, cursor: RowStream }) })
}

/** A connection of its own for who loads much at once, closed when the work is done. */
export async function onConnection<What>(
  url: string,
  work: (client: pg.Client) => Promise<What>,
): Promise<What> {
  const client = new pg.Client({ connectionString: url })
  // One that is lost fails whatever is asked of it next.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()

/**
 * A connection that prepares what it is asked again and again (voorbereide opdracht), so that the database reads
 * and plans it once for that connection: planning takes longer than most questions do.
 */
function preparing(client: pg.PoolClient): PostgresPoolClient {
  const known = clients.get(client)
  if (known) return known
  const state = { isStale: false }
  const ask = async (text: string, values: unknown[]) => {
    const name = values.length === 0 ? undefined : nameOf(text)
    if (name === undefined) return client.query(text, values)
    try {
      return await client.query({ name, text, values })
    } catch (fault) {
      // Its tables changed under it, or it is not there: no question is asked of this connection after this.
      const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
      state.isStale ||= code === changedResult || code === unknownStatement
      throw fault
    }
  }
  const query = (asked: string | pg.Submittable, values: unknown[]) =>
    typeof asked === 'string' ? ask(asked, values) : client.query(asked)
  const made = {
    // @NOTE rows are what whoever asks says they are, as without this.
    query: query as unknown as PostgresPoolClient['query'],
    release: (isDiscarded?: boolean) => client.release(isDiscarded || state.isStale),
  }
  clients.set(client, made)
  return made
}

const changedResult = '0A000'
const unknownStatement = '26000'

/** How often each text was asked by this process. */
const timesAsked = new Map<string, number>()
const names = new Map<string, string>()
const timesBeforeName = 3
const namesMost = 400
const textsMost = 500
/** Longer texts hold lists of which every other has another length. */
const lettersMost = 5_000

/** The name a text is prepared under; undefined for what is seldom asked, or differs each time. */
function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= namesMost || text.length > lettersMost) return name
  const times = (timesAsked.get(text) ?? 0) + 1
  if (timesAsked.size >= textsMost) timesAsked.clear()
  timesAsked.set(text, times)
  if (times < timesBeforeName) return undefined
  timesAsked.delete(text)
  const given = `asked-${names.size + 1}`
  names.set(text, given)
  return given
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
