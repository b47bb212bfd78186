/** A list that a lot decided is audited as any other: by the rules of its close, and the receipt after the draw. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLogKey } from '../store/log-key.ts'
import {
  homeFacts,
  type LettingRegion,
  lettingRegion,
  type Seeker,
} from '../tests/letting-region.ts'
import { auditDatabase } from './audit-database.ts'
import { closeListing } from './close-listing.ts'
import { keepLog, logNameOf } from './keep-log.ts'
import { inTransaction } from './operation.ts'
import { settleDraw } from './settle-draw.ts'

let region: LettingRegion
const folder = mkdtempSync(join(tmpdir(), 'audit-draw-'))
beforeAll(async () => {
  region = await lettingRegion()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

test('before the draw it waits, and after the draw it is decided again', async () => {
  const { setting, store } = region
  const seekers: Seeker[] = []
  for (let each = 0; each < 4; each += 1) seekers.push(await region.seeker())
  const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
  await region.responded(listing, seekers)
  region.later(1)
  const audit = async () => {
    await keepLog(setting, readLogKey(folder, logNameOf(setting.region)))
    const [found] = await auditDatabase(store, folder)
    return found
  }
  await inTransaction(setting, undefined, (doing) => closeListing(doing, listing))
  expect(await audit()).toMatchObject({ faults: [], decisions: 0, withoutReceipt: 1 })
  region.later(1 / 12)
  await inTransaction(setting, undefined, (doing) => settleDraw(doing, listing))
  expect(await audit()).toMatchObject({ faults: [], decisions: 1, withoutReceipt: 0 })
})
