/** Makes the large region, once, in a process of its own; the log gets its positions too. */
import { randomUUID } from 'node:crypto'
import { keepLog, logNameOf, readLogKey } from '../../operations/keep-log.ts'
import { engineVersion, firstBooks, regionId } from '../../server/region.ts'
import { openStore } from '../../store/database.ts'
import { fullSize, loadBigRegion, type Size } from './big-region.ts'

const { DATABASE_URL: url = '', DATA_FOLDER: folder = '', LOAD_SIZE: asked } = process.env
const size: Size = asked === undefined ? fullSize : JSON.parse(asked)
const store = openStore(url, 2)
const setting = {
  ...{ store, region: regionId, engine: engineVersion() },
  now: () => new Date(),
  newId: randomUUID,
}
const told = { line: '' }
await loadBigRegion(setting, {
  ...{ url, books: firstBooks(), size },
  onProgress(step, done) {
    const line = `  ${step} ${Math.floor(done * 10) * 10}%`
    if (line !== told.line) process.stdout.write(`${line}\n`)
    told.line = line
  },
})
process.stdout.write('  proving the log\n')
await keepLog(setting, readLogKey(folder, logNameOf(regionId)))
await store.destroy()
process.stdout.write('  made\n')
