/**
 * A database of its own for a test file: real PostgreSQL, one server for all of a run, and nothing shared
 * between files.
 */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openStore, type Store } from '../store/database.ts'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { migrate } from '../store/migrate.ts'

export type OwnDatabase = { readonly store: Store; readonly url: string; drop(): Promise<void> }

/** Kept between runs, for making it takes longer than most tests. */
const folder = join(tmpdir(), 'verdeelsleutel-tests')

export async function ownDatabase(): Promise<OwnDatabase> {
  const { url: shared } = await startEmbeddedPostgres(process.env.TEST_DATABASE ?? folder)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = openStore(shared, 1)
  await sql.raw(`create database ${name}`).execute(server)
  const url = shared.replace(/[^/]+$/, name)
  const store = openStore(url)
  await migrate(store)
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
