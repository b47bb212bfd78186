/**
 * A database of its own for a test file: real PostgreSQL, one server for all of a run, and nothing shared
 * between files.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openStore, type Store } from '../store/database.ts'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { migrate } from '../store/migrate.ts'

export type OwnDatabase = { readonly store: Store; readonly url: string; drop(): Promise<void> }

/** With all tables, or with nothing in it yet; or one that is there and stays, at an address. */
export async function ownDatabase({
  isEmpty = false,
  at,
}: {
  readonly isEmpty?: boolean
  readonly at?: string | undefined
} = {}): Promise<OwnDatabase> {
  if (at !== undefined) {
    const store = openStore(at)
    await migrate(store)
    return { store, url: at, drop: () => store.destroy() }
  }
  const folder = process.env.TEST_SERVER_FOLDER
  if (folder === undefined) throw new Error('the run has a server: see tests/one-server.ts')
  const { url: shared } = await startEmbeddedPostgres(folder)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = openStore(shared, 1)
  await sql.raw(`create database ${name}`).execute(server)
  const url = shared.replace(/[^/]+$/, name)
  const store = openStore(url)
  if (!isEmpty) await migrate(store)
  return {
    store,
    url,
    async drop() {
      await store.destroy()
      await sql.raw(`drop database ${name} with (force)`).execute(server)
      await server.destroy()
    },
  }
}
