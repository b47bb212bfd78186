/** Makes the large region, once, in a process of its own; the log gets its positions too. */
import { randomUUID } from 'node:crypto'
import { keepLog, logNameOf, readLogKey } from '../../operations/keep-log.ts'
import { engineVersion, firstBooks, regionId } from '../../server/region.ts'
import { openStore } from '../../store/database.ts'
import { fullSize, loadBigRegion } from './big-region.ts'

const { DATABASE_URL: url = '', DATA_FOLDER: folder = '', LOAD_PART: part = '1' } = process.env
const share = Number(part)
const size =
  share === 1
    ? fullSize
    : {
        ...fullSize,
        people: Math.round(fullSize.people * share),
        closed: Math.round(fullSize.closed * share),
        toClose: fullSize.toClose.map((each) => Math.round(each * share)),
      }
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
