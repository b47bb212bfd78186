/**
 * Loads the past of a whole region at once (in bulk laden): the one way by which events come into the log with
 * the day on which they happened. All of it is one transaction, so that a region is there whole or not at all.
 */
import { createCipheriv, createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Insertable } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { onConnection } from './database.ts'
import { type Entry, seal } from './log.ts'
import { withoutReferences } from './references.ts'
import type { Tables } from './tables.ts'

/** Tables that a past consists of. */
const loaded = [
  'event',
  'event_value',
  'human',
  'login',
  'role_grant',
  'person',
  'history',
  'mandate',
  'landlord',
  'complex',
  'dwelling',
  'vacancy',
  'rule_book',
  'rule_release',
  'listing',
  'response',
  'ranking',
  'standing',
  'offer',
  'letting',
  'message',
  'contact',
  'job',
] as const satisfies readonly (keyof Tables)[]
export type LoadedTable = (typeof loaded)[number]

/** Tables that the database itself fills when these are. */
const follow = ['event_unplaced']

/** Tables whose rows are numbered, by the column of the number. */
const numbered = {
  event: 'number',
  dwelling: 'id',
  vacancy: 'id',
  listing: 'id',
  job: 'id',
} as const satisfies Partial<Record<LoadedTable, string>>
export type NumberedTable = keyof typeof numbered

export type Past = {
  /** The next number of a table. */
  next(table: NumberedTable): number
  add<Name extends LoadedTable>(table: Name, row: Insertable<Tables[Name]>): void
  /** Writes an event in the log; gives its number. Events are told in the order in which they happened. */
  tell(entry: Entry): number
  /** Sends what was gathered, once it is much; to be called now and then. */
  flush(): Promise<void>
}

export type LoadOptions = {
  readonly url: string
  readonly region: string
  /** Salts follow from it, so that the same seed gives the same log. */
  readonly seed: string
}

/** Any number that nobody else locks by. */
const lock = 4_702_114

/**
 * Loads a region that is empty; false where it was not, and then nothing is done. Who starts at the same time
 * waits, and finds the region filled.
 */
export async function loadHistory(
  { url, region, seed }: LoadOptions,
  work: (past: Past) => Promise<void>,
): Promise<boolean> {
  return onConnection(url, async (client) => {
    await client.query('begin')
    await client.query("set local maintenance_work_mem = '256MB'")
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    if (!(await isEmpty(client, region))) return false
    const references = await withoutReferences(client, [...loaded, ...follow])
    const copy = new Copy(client)
    await work(await pastOf(client, copy, region, seed))
    await copy.flush(0)
    for (const statement of references) await client.query(statement)
    for (const [table, column] of Object.entries(numbered)) {
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) from ${table}`,
      )
    }
    await client.query(`analyze ${loaded.join(', ')}`)
    await client.query('commit')
    return true
  })
}

/** Whether a region has nothing yet. */
export async function isEmptyRegion(url: string, region: string): Promise<boolean> {
  return onConnection(url, (client) => isEmpty(client, region))
}

async function isEmpty(client: pg.Client, region: string): Promise<boolean> {
  const { rows } = await client.query(
    'select not exists (select from landlord where region = $1) and not exists (select from event where region = $1) as empty',
    [region],
  )
  return rows[0]?.empty === true
}

async function pastOf(client: pg.Client, copy: Copy, region: string, seed: string): Promise<Past> {
  const last = new Map<string, number>()
  for (const [table, column] of Object.entries(numbered)) {
    const { rows } = await client.query(`select coalesce(max(${column}), 0) as last from ${table}`)
    last.set(table, Number(rows[0]?.last))
  }
  const newSalt = saltsFrom(seed)
  const next = (table: NumberedTable) => {
    const number = (last.get(table) ?? 0) + 1
    last.set(table, number)
    return number
  }
  return {
    next,
    add: (table, row) => copy.add(table, row),
    tell(entry) {
      const { kind, at, actor, person } = entry
      const number = next('event')
      const { body, hash, values } = seal(entry, newSalt)
      copy.add('event', { region, number, at, kind, actor: actor ?? null, body, hash })
      for (const { name, value, salt } of values) {
        copy.add('event_value', {
          ...{ region, event: number, name, person: person ?? null, salt },
          value: JSON.stringify(value),
        })
      }
      return number
    },
    async flush() {
      // What was done meanwhile is told of only to who lets go for a moment.
      await setImmediate()
      await copy.flush(muchText)
    },
  }
}

const muchText = 4_000_000
/** So much may wait for a database that is slower for a while. */
const mostWaiting = 10 * muchText

// A stream of bytes that nobody can tell from chance, and that is the same for the same seed.
function saltsFrom(seed: string): () => Buffer {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16)
  const stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16))
  const zeros = Buffer.alloc(65_536)
  let bytes = stream.update(zeros)
  let at = 0
  return () => {
    if (at === bytes.length) {
      bytes = stream.update(zeros)
      at = 0
    }
    at += 16
    return bytes.subarray(at - 16, at)
  }
}

/** Rows in the text that COPY reads, table by table. */
class Copy {
  readonly #client: pg.Client
  readonly #pieces = new Pieces()
  /** What is sent and what waits for that, the first to be sent first. */
  readonly #sending: Promise<void>[] = []
  /** Bytes that are gathered and not yet sent. */
  #waiting = 0
  readonly #tables = new Map<
    string,
    { readonly columns: readonly string[]; readonly lines: Lines }
  >()

  constructor(client: pg.Client) {
    this.#client = client
  }

  add(table: string, row: Readonly<Record<string, unknown>>): void {
    const names = Object.keys(row)
    const known = this.#tables.get(table)
    const { columns, lines } = known ?? { columns: names, lines: new Lines(this.#pieces) }
    if (!known) this.#tables.set(table, { columns, lines })
    let line = ''
    for (const [at, name] of names.entries()) {
      if (name !== columns[at]) throw new Error(`broken promise: ${table} has ${name} in its place`)
      line += at === 0 ? textOf(row[name]) : `\t${textOf(row[name])}`
    }
    if (names.length !== columns.length)
      throw new Error(`broken promise: ${table} has more columns`)
    lines.add(`${line}\n`)
  }

  /** Sends what is more than so much; what follows is gathered while the database still reads. */
  async flush(more: number): Promise<void> {
    for (const [table, { columns, lines }] of this.#tables) {
      if (lines.size <= more) continue
      const { size } = lines
      const taken = lines.take()
      this.#waiting += size
      const before = this.#sending.at(-1) ?? Promise.resolve()
      const sent = before
        .then(() => this.#send(`copy ${table} (${columns.join(', ')}) from stdin`, taken))
        .then(() => {
          this.#waiting -= size
          this.#sending.shift()
        })
      // Whoever waits for it hears of a fault.
      sent.catch(() => {})
      this.#sending.push(sent)
      while (this.#waiting > mostWaiting) await this.#sending[0]
    }
    if (more === 0) await this.#sending.at(-1)
  }

  async #send(copy: string, written: readonly Written[]): Promise<void> {
    const bytes = written.map(({ piece, used }) => piece.subarray(0, used))
    await pipeline(Readable.from(bytes), this.#client.query(copyFrom(copy)))
    for (const { piece } of written) this.#pieces.giveBack(piece)
  }
}

/** A piece of memory, and how much of it is written. */
type Written = { readonly piece: Buffer; used: number }

/** Pieces of memory that are used again: memory beside the heap is swept for far sooner than what is in it. */
class Pieces {
  readonly #free: Buffer[] = []

  take(least: number): Buffer {
    const free = least > pieceSize ? undefined : this.#free.pop()
    return free ?? Buffer.allocUnsafeSlow(Math.max(least, pieceSize))
  }

  giveBack(piece: Buffer): void {
    if (piece.length === pieceSize) this.#free.push(piece)
  }
}

/** Lines as bytes: a line is written out at once, for millions that wait as text are most of what is swept. */
class Lines {
  size = 0
  readonly #pieces: Pieces
  #written: Written[] = []

  constructor(pieces: Pieces) {
    this.#pieces = pieces
  }

  add(line: string): void {
    const most = line.length * bytesOfUnit
    let last = this.#written.at(-1)
    if (!last || last.used + most > last.piece.length) {
      last = { piece: this.#pieces.take(most), used: 0 }
      this.#written.push(last)
    }
    const bytes = last.piece.write(line, last.used)
    last.used += bytes
    this.size += bytes
  }

  take(): readonly Written[] {
    const written = this.#written
    this.#written = []
    this.size = 0
    return written
  }
}

const pieceSize = 262_144
/** A unit of text takes so many bytes at most. */
const bytesOfUnit = 3

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (Array.isArray(value)) {
    return escaped(
      `{${value.map((each) => `"\\\\x${Buffer.from(each).toString('hex')}"`).join(',')}}`,
    )
  }
  throw new Error('broken promise: a value can be written as text')
}

const special = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

function escaped(text: string): string {
  return text.replace(special, (each) => escapes[each] ?? each)
}
