/** Counts chances in a process of its own: a year of responses takes memory and time that pages need. */
import { keepChances } from '../operations/count-chances.ts'
import { openStore } from '../store/database.ts'
import { regionId } from './region.ts'

const url = process.env.COUNT_DATABASE_URL
if (url === undefined || !process.send) throw new Error('This is started by the server')
process.on('disconnect', () => process.exit(1))
const store = openStore(url, 4)
await keepChances({ store, region: regionId, now: () => new Date() })
await store.destroy()
process.exit(0)
