/**
 * Puts a region back from its archive (terugzetten): in a database where it is not, all of it or nothing. The
 * archive was checked before; the database reads the text of each table as it was written.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { emptyTree, grow, rootOf } from '../core/basics/merkle.ts'
import { type ArchiveAbout, type ArchiveTable, partOf } from '../core/oversight/archive-format.ts'
import { textSettings } from './archive.ts'
import { type InTransaction, onConnection, type Store } from './database.ts'
import { migrationNames } from './migrate.ts'
import { withoutReferences } from './references.ts'
import { filesOfTar, type TarFile } from './tar.ts'

/** Why an archive cannot be put in a database. */
export type CannotLoad =
  | { readonly why: 'newer-program'; readonly name: string }
  | { readonly why: 'not-empty'; readonly name: string }
  | { readonly why: 'newer-tables'; readonly name: string }

/**
 * Whether an archive fits this program and a database: the steps by which its tables were made are known here, and
 * the database has none of others, and nothing of the region.
 */
export async function whyNotLoaded(
  store: Store,
  { migrations, region, tables }: ArchiveAbout,
): Promise<CannotLoad | undefined> {
  const known = migrationNames()
  const unknown = migrations.find((name) => !known.includes(name))
  if (unknown !== undefined) return { why: 'newer-program', name: unknown }
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('migration') is not null as there`.execute(store)
  if (rows[0]?.there !== true) return undefined
  const made = await sql<{ name: string }>`select name from migration`.execute(store)
  for (const { name } of tables) {
    const found = await sql<{ there: boolean }>`
      select to_regclass(${name}) is not null as there`.execute(store)
    if (found.rows[0]?.there !== true) continue
    const some = await sql<{ found: boolean }>`select exists
      (select from ${sql.table(name)} where region = ${region}) as found`.execute(store)
    if (some.rows[0]?.found === true) return { why: 'not-empty', name }
  }
  const more = made.rows.find(({ name }) => !migrations.includes(name))
  return more && { why: 'newer-tables', name: more.name }
}

/**
 * Loads the tables of an archive; gives how many rows came in. `finish` is the last that happens in the same
 * transaction.
 *
 * @throws where the database does not take something, or `finish` does not want it; then nothing was done.
 */
export async function loadArchive(
  url: string,
  { tables }: ArchiveAbout,
  pieces: AsyncIterable<Uint8Array>,
  finish: (client: pg.Client) => Promise<void>,
): Promise<number> {
  return onConnection(url, async (client) => {
    try {
      await client.query('begin')
      await client.query("set local maintenance_work_mem = '256MB'")
      for (const each of textSettings) await client.query(each)
      const names = tables.map(({ name }) => quoted(name))
      // What the database does by itself when something is written, stands in the archive already.
      for (const each of names) await client.query(`alter table ${each} disable trigger user`)
      const references = await withoutReferences(client, names)
      const indexes = await withoutIndexes(client, names)
      const rows = await copyTables(client, tables, pieces)
      for (const statement of [...indexes, ...references]) await client.query(statement)
      for (const each of names) await client.query(`alter table ${each} enable trigger user`)
      await countOn(client, names)
      await client.query(`analyze ${names.join(', ')}`)
      await finish(client)
      await client.query('commit')
      return rows
    } catch (fault) {
      await client.query('rollback').catch(() => {})
      throw fault
    }
  })
}

async function copyTables(
  client: pg.Client,
  tables: readonly ArchiveTable[],
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  let rows = 0
  const files = filesOfTar(pieces)
  let next = await files.next()
  while (!next.done) {
    const table = tableOf(next.value, tables)
    if (!table) {
      next = await files.next()
      continue
    }
    const columns = table.columns.map(quoted).join(', ')
    const copy = client.query(
      copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin (format csv, header)`),
    )
    const parts = async function* () {
      while (!next.done && partOf(next.value.name)?.table === table.name) {
        yield* Readable.from([next.value.bytes]).pipe(createGunzip())
        next = await files.next()
      }
    }
    await pipeline(parts, copy)
    rows += copy.rowCount ?? 0
  }
  return rows
}

function tableOf({ name }: TarFile, tables: readonly ArchiveTable[]): ArchiveTable | undefined {
  const part = partOf(name)
  return part && tables.find((each) => each.name === part.table)
}

// Writing every index row by row would take longer than all the rest.
async function withoutIndexes(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = any($1::regclass[]) and not indisunique`,
    [names],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

// New rows go on numbering where those that were put back end.
async function countOn(client: pg.Client, names: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ relation: string; name: string }>(
    `select attrelid::regclass::text as relation, attname::text as name from pg_attribute
    where attrelid = any($1::regclass[]) and attidentity <> ''`,
    [names],
  )
  for (const { relation, name } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max(${quoted(name)})) from ${relation}`,
      [relation, name],
    )
  }
}

function quoted(name: string): string {
  return `"${name}"`
}

/** What the events of a region, in their order, come to. */
export type LogGrown = {
  readonly size: number
  readonly root: Uint8Array
  /** The root when there were as many as was asked. */
  readonly rootThen: Uint8Array | undefined
}

/** Grows the tree over a log anew from its events; tells its root, and that of the first `then` of them. */
export async function growLog(
  client: pg.Client,
  region: string,
  then: number | undefined,
): Promise<LogGrown> {
  await client.query(
    `declare leaves no scroll cursor for select event.hash from log_leaf
    join event on event.region = log_leaf.region and event.number = log_leaf.event
    where log_leaf.region = $1 order by log_leaf.position`,
    [region],
  )
  let tree = emptyTree
  let rootThen = then === 0 ? rootOf(tree) : undefined
  for (;;) {
    const { rows } = await client.query<{ hash: Buffer }>('fetch 10000 from leaves')
    for (const { hash } of rows) {
      tree = grow(tree, hash)
      if (tree.size === then) rootThen = rootOf(tree)
    }
    if (rows.length === 0) break
  }
  await client.query('close leaves')
  return { size: tree.size, root: rootOf(tree), rootThen }
}

export type Restored = {
  readonly restoredAt: Date
  readonly madeAt: Date
  readonly archive: Buffer
  readonly logSize: number
  readonly logRoot: Buffer
  readonly later: string | undefined
}

/** That a region was put back and nobody said yet that it goes on here; undefined where it goes on. */
export async function heldRestore(
  store: Store | InTransaction,
  region: string,
): Promise<Restored | undefined> {
  const row = await store
    .selectFrom('region_restore')
    .selectAll()
    .where('region', '=', region)
    .where('resumed_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      ...{ restoredAt: row.restored_at, madeAt: row.made_at, archive: row.archive },
      ...{ logSize: row.log_size, logRoot: row.log_root, later: row.later ?? undefined },
    }
  )
}

/** Holds a region that was put back. */
export async function holdRestore(
  client: pg.Client,
  region: string,
  { restoredAt, madeAt, archive, logSize, logRoot, later }: Restored,
): Promise<void> {
  await client.query(
    `insert into region_restore (region, restored_at, made_at, archive, log_size, log_root, later)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [region, restoredAt, madeAt, archive, logSize, logRoot, later ?? null],
  )
}

/** Lets a region that was put back go on: until then it does nothing by itself. */
export async function endHold(transaction: InTransaction, region: string, at: Date): Promise<void> {
  await transaction
    .updateTable('region_restore')
    .set({ resumed_at: at })
    .where('region', '=', region)
    .execute()
}
