import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditDatabase } from '../../operations/audit-database.ts'
import { keepLog, logNameOf, readLogKey } from '../../operations/keep-log.ts'
import type { Setting } from '../../operations/operation.ts'
import { type OwnDatabase, ownDatabase } from '../own-database.ts'
import { exampleBooks } from '../released-books.ts'
import { fullSize, loadBigRegion, respondent, responsesOf } from './big-region.ts'

let database: OwnDatabase
let setting: Setting
beforeAll(async () => {
  database = await ownDatabase()
  setting = {
    ...{ store: database.store, region: 'parkstad', engine: 'test 1' },
    now: () => new Date('2026-11-26T09:00:00Z'),
    newId: () => randomUUID(),
  }
})
afterAll(async () => database?.drop())

test('the full size is what was asked, and nobody responds to a home twice', () => {
  expect(responsesOf(fullSize)).toBeGreaterThanOrEqual(1_000_000 - 1_000)
  for (const listing of [1, 2, 3, 40, 1_777]) {
    const who = Array.from({ length: 60_000 }, (_, nth) => respondent(listing, nth, 200_000))
    expect(new Set(who).size).toBe(60_000)
  }
})

test('what is loaded is a region whose log and lists hold', async () => {
  const size = {
    people: 400,
    ...{ closed: 6, responsesClosed: 40, open: 4, responsesOpen: 5, toClose: [30] },
  }
  const big = { url: database.url, books: exampleBooks, size, onProgress: () => {} }
  expect(await loadBigRegion(setting, big)).toBe(true)
  expect(await loadBigRegion(setting, big)).toBe(false)
  const keys = mkdtempSync(join(tmpdir(), 'verdeelsleutel-big-'))
  try {
    await keepLog(setting, readLogKey(keys, logNameOf('parkstad')))
    const [audited] = await auditDatabase(database.store, keys)
    expect(audited).toMatchObject({ faults: [], decisions: 6 })
  } finally {
    rmSync(keys, { recursive: true })
  }
  const placed = await database.store
    .selectFrom('standing')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('place', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(placed.count).toBeGreaterThan(50)
})
