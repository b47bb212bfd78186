import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ownDatabase } from '../tests/own-database.ts'
import { openStore, type Store } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

async function wayTo(store: Store): Promise<string> {
  const { rows } = await sql<{ at: string | null }>`select host(inet_server_addr()) as at`.execute(
    store,
  )
  return rows[0]?.at ?? 'socket'
}

test.skipIf(process.platform === 'win32')(
  'the database is reached by a socket in its folder, which nobody but its owner may use',
  async () => {
    const { url, store, drop } = await ownDatabase({ isEmpty: true })
    expect(await wayTo(store)).toBe('socket')
    const { port, searchParams } = new URL(url)
    const socket = statSync(join(searchParams.get('host') ?? '', `.s.PGSQL.${port}`))
    expect(socket.isSocket()).toBe(true)
    expect((socket.mode & 0o777).toString(8)).toBe('700')
    await drop()
  },
)

test('in a folder whose name is too long for a socket it is reached by the loopback address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-'))
  chmodSync(folder, 0o755)
  const long = join(folder, 'a-name-that-is-long'.repeat(6))
  const { url, stop } = await startEmbeddedPostgres(long)
  const store = openStore(url, 1)
  expect(await wayTo(store)).toBe('127.0.0.1')
  await store.destroy()
  await stop()
  rmSync(folder, { recursive: true, force: true })
})
