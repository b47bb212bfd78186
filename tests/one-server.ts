/**
 * One PostgreSQL server for a run of the tests, in a folder of its own: started by the first test that asks for
 * a database, and gone with its folder when the run ends.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'

export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-tests-'))
  process.env.TEST_SERVER_FOLDER = folder
  return async () => {
    if (existsSync(join(folder, 'data', 'postmaster.pid'))) {
      const { stop } = await startEmbeddedPostgres(folder)
      await stop()
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
