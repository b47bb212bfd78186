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
    // Reading every reference and writing every index row by row would take longer than all the rest.
    const rebuild = await withoutReferences(client)
    const copy = new Copy(client)
    await work(await pastOf(client, copy, region, seed))
    await copy.flush(0)
    for (const statement of rebuild) await client.query(statement)
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

/** Takes references and plain indexes away; gives the statements that bring them back. */
async function withoutReferences(client: pg.Client): Promise<string[]> {
  const references = await client.query<{ relation: string; name: string; definition: string }>(
    `select conrelid::regclass::text as relation, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
    [[...loaded, ...follow]],
  )
  for (const { relation, name } of references.rows) {
    await client.query(`alter table ${relation} drop constraint ${name}`)
  }
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = any($1::regclass[]) and not indisunique`,
    [[...loaded, ...follow]],
  )
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  return [
    ...indexes.rows.map(({ definition }) => definition),
    ...references.rows.map(
      ({ relation, name, definition }) =>
        `alter table ${relation} add constraint ${name} ${definition}`,
    ),
  ]
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
  #sending: Promise<void> = Promise.resolve()
  /** Characters that are gathered and not yet sent. */
  #waiting = 0
  readonly #texts = new Map<
    string,
    { readonly columns: readonly string[]; lines: string[]; size: number }
  >()

  constructor(client: pg.Client) {
    this.#client = client
  }

  add(table: string, row: Readonly<Record<string, unknown>>): void {
    const known = this.#texts.get(table)
    const text = known ?? { columns: Object.keys(row), lines: [], size: 0 }
    if (!known) this.#texts.set(table, text)
    const { columns } = text
    const names = Object.keys(row)
    if (names.length !== columns.length || names.some((name, at) => name !== columns[at])) {
      throw new Error(`broken promise: every row of ${table} has the same columns in one order`)
    }
    let line = textOf(row[columns[0] ?? ''])
    for (let at = 1; at < columns.length; at += 1) line += `\t${textOf(row[columns[at] ?? ''])}`
    text.lines.push(`${line}\n`)
    text.size += line.length
  }

  /** Sends what is more than so much; what follows is gathered while the database still reads. */
  async flush(more: number): Promise<void> {
    for (const [table, text] of this.#texts) {
      if (text.size <= more) continue
      const { columns, lines, size } = text
      text.lines = []
      text.size = 0
      this.#waiting += size
      this.#sending = this.#sending
        .then(() => this.#send(`copy ${table} (${columns.join(', ')}) from stdin`, lines))
        .then(() => {
          this.#waiting -= size
        })
      // Whoever waits for it hears of a fault.
      this.#sending.catch(() => {})
      if (this.#waiting > mostWaiting) await this.#sending
    }
    if (more === 0) await this.#sending
  }

  async #send(copy: string, lines: readonly string[]): Promise<void> {
    await pipeline(Readable.from([lines.join('')]), this.#client.query(copyFrom(copy)))
  }
}

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
