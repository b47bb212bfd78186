/** The database that load is put on: made the first time, found again after. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areChancesCounted, keepChances } from '../../operations/count-chances.ts'
import { isEmptyRegion } from '../../operations/fill-region.ts'
import { regionId } from '../../server/region.ts'
import { openStore, type Store } from '../../store/database.ts'
import { startEmbeddedPostgres } from '../../store/embedded-postgres.ts'
import { migrate } from '../../store/migrate.ts'
import { Running } from './processes.ts'

export type Prepared = {
  readonly url: string
  readonly folder: string
  readonly store: Store
  close(): Promise<void>
}

/** Nobody waits longer for a database to be made. */
const longest = 30 * 60_000

/** `LOAD_FOLDER` says where it stands; a place for temporary files where that is not set. */
export async function prepare(write: (text: string) => void): Promise<Prepared> {
  const folder = process.env.LOAD_FOLDER ?? join(tmpdir(), 'verdeelsleutel-load')
  const { url, stop } = await startEmbeddedPostgres(folder)
  const store = openStore(url, 12)
  await migrate(store)
  if (await isEmptyRegion(url, regionId)) {
    write(
      `Making 200,000 seekers and 1,000,000 responses in ${folder}, once. This takes minutes.\n`,
    )
    const making = new Running('tests/load/fill.ts', { DATABASE_URL: url, DATA_FOLDER: folder })
    const telling = setInterval(
      () => write(`${making.said.trimEnd().split('\n').at(-1)}\n`),
      15_000,
    )
    try {
      await making.says(/ {2}made\n/, longest)
    } finally {
      clearInterval(telling)
      await making.stop()
    }
  }
  // Nobody lived this past, so that what was to happen in it waits all at once: not while something is measured.
  const later = new Date(Date.now() + 30 * 86_400_000)
  await store
    .updateTable('job')
    .set({ at: later })
    .where('region', '=', regionId)
    .where('task', '=', 'remind-registration')
    .where('at', '<', new Date(Date.now() + 86_400_000))
    .execute()
  // As every night: no server counts them while it is measured.
  const setting = { store, region: regionId, now: () => new Date() }
  if (!(await areChancesCounted(setting))) {
    write('Counting chances, as every night.\n')
    await keepChances(setting)
  }
  return {
    ...{ url, folder, store },
    async close() {
      await store.destroy()
      await stop()
    },
  }
}
