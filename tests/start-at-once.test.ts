/** The embedded database as several processes meet it that start at the same moment. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'

test('who start at once on a new folder find one server with one database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-at-once-'))
  const started = await Promise.all(Array.from({ length: 6 }, () => startEmbeddedPostgres(folder)))
  expect(new Set(started.map(({ url }) => url)).size).toBe(1)
  await started[0]?.stop()
  rmSync(folder, { recursive: true, force: true })
})
