/**
 * Fills the example region in a process of its own, whose memory goes with it. It tells how far it is, and ends
 * when whoever started it does: what was not finished is then as if it had not begun.
 */
import { randomUUID } from 'node:crypto'
import { proposeExample } from '../operations/example/proposal.ts'
import { fillRegion } from '../operations/fill-region.ts'
import { openStore } from '../store/database.ts'
import { engineVersion, firstBooks, proposedText, regionId } from './region.ts'

const url = process.env.FILL_DATABASE_URL
if (url === undefined || !process.send) throw new Error('This is started by the server')
const alone = () => process.exit(1)
process.on('disconnect', alone)
const tell = (told: object) => process.send?.(told)
const store = openStore(url, 1)
const setting = {
  store,
  region: regionId,
  engine: engineVersion(),
  now: () => new Date(),
  newId: randomUUID,
}
const filled = await fillRegion(setting, {
  ...{ url, books: firstBooks() },
  seed: 1,
  onProgress: (step, part) => tell({ step, part }),
})
if (filled) await proposeExample(setting, proposedText())
await store.destroy()
tell(filled ?? {})
process.off('disconnect', alone)
process.disconnect()
