/**
 * Writes a whole region as one file (archief): every table as it was at one moment, in an open form, without ever
 * holding more than a piece of it. What gives somebody entrance is not in it: sessions, logins that were begun, codes
 * and links that work once.
 */
import { gzip } from 'node:zlib'
import { sql } from 'kysely'
import { hex, sha256 } from '../core/basics/sha256.ts'
import {
  type ArchiveAbout,
  type ArchiveTable,
  archiveFiles,
  archiveFormat,
  archiveText,
  partName,
  sumsText,
  type Watermark,
  writeAbout,
} from '../core/oversight/archive-format.ts'
import type { InTransaction, Store } from './database.ts'
import { announcedKeys, keyAt } from './key-changes.ts'
import { type LogKey, publicKeyText, signedNote } from './log-key.ts'
import { latestCheckpoint, logRoot, logSize } from './log-tree.ts'
import type { Tables } from './tables.ts'
import { tarEnd, tarFile } from './tar.ts'

/** Rows that do not come along, by the rows that do: nothing of a table that says `false`. */
const rowsKept: Partial<Record<keyof Tables, string>> = {
  session: 'false',
  login_attempt: 'false',
  mandate_invite: 'false',
  region_export_part: 'false',
  region_restore: 'false',
  // A code that waits for the other of two.
  registration_merge: 'merged_at is not null or ended_at is not null',
  // The mail with the link that shows an address to be somebody's.
  job: "not payload ? 'token'",
}

/** Values that do not come along. */
const emptied: Partial<Record<keyof Tables, readonly string[]>> = {
  contact: ['token_hash', 'asked_email', 'asked_at'],
}

/** Rows of these can be very large, and are read one at a time. */
const heavy: readonly string[] = ['document', 'ranking', 'rule_book'] satisfies (keyof Tables)[]
const rowsAtOnce = 500
/** So much text becomes a piece. */
const pieceSize = 1 << 19

/** How values are written as text, whatever the database is set to; and read again by `load-archive.ts`. */
export const textSettings = [
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  'set local extra_float_digits = 1',
  "set local bytea_output = 'hex'",
] as const

export type ArchiveAsked = {
  readonly region: string
  readonly engine: string
  readonly at: Date
  readonly watermark: Watermark
  /** What somebody reads who opens it, said in words; given the moment and the log. */
  readonly readMe: (about: ArchiveAbout) => string
  /** Signs the list of hashes; without it, nobody sees whether all of it was written anew. */
  readonly logKey?: LogKey
  /** Called after each piece with how many rows were written. */
  readonly watch?: (rows: number) => Promise<void>
}

/** How many rows an archive will have, about. */
export async function rowsToWrite(store: Store | InTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(greatest(reltuples, 0)), 0)::bigint as count from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(store)
  return rows[0]?.count ?? 0
}

export type ArchiveMade = {
  readonly about: ArchiveAbout
  readonly rows: number
  /** Of the list of hashes. */
  readonly sha256: Uint8Array
}

/**
 * The bytes of an archive, piece by piece; in the end what was made.
 *
 * @throws where the key that signs now is not here.
 */
export async function* writeArchive(
  store: Store,
  asked: ArchiveAsked,
): AsyncGenerator<Buffer, ArchiveMade> {
  const transaction = await store
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    for (const each of textSettings) await sql.raw(each).execute(transaction)
    const about = await aboutNow(transaction, asked)
    return yield* piecesOf(transaction, about, asked)
  } finally {
    await transaction.rollback().execute()
  }
}

async function* piecesOf(
  transaction: InTransaction,
  about: ArchiveAbout,
  { region, readMe, logKey, watch }: ArchiveAsked,
): AsyncGenerator<Buffer, ArchiveMade> {
  const seconds = Math.floor(Date.parse(about.at) / 1_000)
  const sums: [string, string][] = []
  const file = (name: string, bytes: Uint8Array) => {
    sums.push([name, hex(sha256(bytes))])
    return tarFile({ name, bytes }, seconds)
  }
  yield file(archiveFiles.about, Buffer.from(writeAbout(about)))
  yield file(archiveFiles.readMe, Buffer.from(readMe(about)))
  let rows = 0
  for (const table of about.tables) {
    let part = 0
    for await (const piece of csvOf(transaction, region, table)) {
      part += 1
      rows += piece.rows
      yield file(partName(table.name, part), await zip(piece.text))
      await watch?.(rows)
    }
  }
  const list = Buffer.from(sumsText(sums))
  const hash = sha256(list)
  yield tarFile({ name: archiveFiles.sums, bytes: list }, seconds)
  if (logKey) {
    const announced = await announcedKeys(transaction, region, logKey)
    const key = logKey.other(keyAt(logKey.publicKey, announced, about.log.size))
    if (!key) throw new KeyAway()
    const note = signedNote(archiveText(region, hex(hash)), [key])
    yield tarFile({ name: archiveFiles.signed, bytes: Buffer.from(note) }, seconds)
  }
  yield tarEnd
  return { about, rows, sha256: hash }
}

/** The key that signs now is not among those in the folder. */
export class KeyAway extends Error {
  override readonly name = 'KeyAway'
}

async function aboutNow(
  transaction: InTransaction,
  { region, engine, at, watermark, logKey }: ArchiveAsked,
): Promise<ArchiveAbout> {
  const size = await logSize(transaction, region)
  const announced = logKey ? await announcedKeys(transaction, region, logKey) : []
  const migrations = await sql<{ name: string }>`select name from migration order by name`.execute(
    transaction,
  )
  return {
    ...{ format: archiveFormat, region, engine, watermark },
    at: at.toISOString(),
    log: {
      ...{ size, root: hex(await logRoot(transaction, region, size)) },
      checkpoint: (await latestCheckpoint(transaction, region))?.note ?? '',
      key: logKey ? publicKeyText(logKey) : '',
      keyChanges: announced.map(({ note }) => note),
    },
    migrations: migrations.rows.map(({ name }) => name),
    tables: await tablesOf(transaction),
  }
}

// Beside the loop that answers people, and not in it.
function zip(text: string): Promise<Buffer> {
  return new Promise((done, failed) => {
    gzip(text, (fault, bytes) => (fault ? failed(fault) : done(bytes)))
  })
}

/** The tables of a region, each behind those it refers to. */
async function tablesOf(store: Store | InTransaction): Promise<ArchiveTable[]> {
  const { rows } = await sql<ArchiveTable & { refers: string[] }>`
    select relname::text as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      array(select confrelid::regclass::text from pg_constraint
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as refers
    from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'region')
    order by relname`.execute(store)
  const placed: ArchiveTable[] = []
  const waiting = new Map(rows.map((row) => [row.name, row]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ refers }) => !refers.some((each) => waiting.has(each)),
    )
    if (ready.length === 0) throw new Error('broken promise: tables refer to each other in one way')
    for (const { name, columns } of ready) {
      placed.push({ name, columns })
      waiting.delete(name)
    }
  }
  return placed
}

type Piece = { readonly text: string; readonly rows: number }

async function* csvOf(
  transaction: InTransaction,
  region: string,
  { name, columns }: ArchiveTable,
): AsyncGenerator<Piece> {
  // @NOTE a name that is not among ours has nothing in these.
  const table = name as keyof Tables
  const values = columns.map((column, at) => {
    const value = emptied[table]?.includes(column) ? sql`null::text` : sql`${sql.ref(column)}::text`
    return sql`${value} as ${sql.ref(`c${at}`)}`
  })
  const kept = rowsKept[table] ?? 'true'
  await sql`declare rows_of_table no scroll cursor for select ${sql.join(values)}
    from ${sql.table(name)} where region = ${region} and (${sql.raw(kept)})`.execute(transaction)
  const count = heavy.includes(name) ? 1 : rowsAtOnce
  let lines = [columns.join(',')]
  let size = 0
  let told = 0
  for (;;) {
    const { rows } = await sql<Readonly<Record<string, string | null>>>`
      fetch ${sql.raw(String(count))} from rows_of_table`.execute(transaction)
    for (const row of rows) {
      const line = Object.values(row).map(csvValue).join(',')
      lines.push(line)
      size += line.length
    }
    told += rows.length
    if (size < pieceSize && rows.length > 0) continue
    if (lines.length > 0) yield { text: `${lines.join('\n')}\n`, rows: told }
    if (rows.length === 0) break
    lines = []
    size = 0
    told = 0
  }
  await sql`close rows_of_table`.execute(transaction)
}

// No value and an empty text are two things: the second has quotes.
function csvValue(value: string | null): string {
  if (value === null) return ''
  return value === '' || /[",\n\r\\]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
