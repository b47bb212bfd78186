/** The past of the example region, small: two years that can be decided again, and chances that can be told. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { firstBooks, regionId } from '../server/region.ts'
import { readLogKey } from '../store/log-key.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { auditDatabase } from './audit-database.ts'
import { keepChances } from './count-chances.ts'
import { eraseDue } from './erase-due.ts'
import { fillRegion } from './fill-region.ts'
import { keepLog, logNameOf } from './keep-log.ts'
import { dayOf, inTransaction } from './operation.ts'
import { replayed } from './replay-decision.ts'
import { viewChance, viewScarcity } from './view-chances.ts'

/** It takes seconds, and more where many work on the machine. */
const longestFilling = 240_000

const folder = mkdtempSync(join(tmpdir(), 'fill-region-'))
let database: OwnDatabase
let now = new Date('2026-11-26T10:00:00Z')
let filled: Awaited<ReturnType<typeof fillRegion>>

const settingOf = ({ store }: OwnDatabase) => ({
  ...{ store, region: regionId, engine: 'test 1', now: () => now, newId: () => randomUUID() },
  logKey: readLogKey(folder, logNameOf(regionId)),
})

beforeAll(async () => {
  database = await ownDatabase()
  filled = await fillRegion(settingOf(database), {
    ...{ url: database.url, seed: 1, books: firstBooks(), part: 1 / 120, onProgress: () => {} },
  })
}, longestFilling)
afterAll(async () => {
  await database?.drop()
  rmSync(folder, { recursive: true })
})

async function audit() {
  const setting = settingOf(database)
  await keepLog(setting, setting.logKey)
  const [found] = await auditDatabase(database.store, folder)
  return found
}

test('every list of two years is decided again, and comes out as it was lived', async () => {
  expect(filled?.withoutRanking).toBe(0)
  const found = await audit()
  expect(found).toMatchObject({ faults: [], moreFaults: 0, waiting: 0, withoutReceipt: 0 })
  expect(found?.decisions).toBe(filled?.rankings)
  const closed = await database.store
    .selectFrom('listing')
    .select('id')
    .where('opens_at', 'is not', null)
    .where('closes_at', '<', now)
    .execute()
  expect(found?.decisions).toBe(closed.length)
})

test('a list of more than a year ago is decided by the rules of then', async () => {
  const lists = await database.store
    .selectFrom('ranking')
    .innerJoin('listing', 'listing.id', 'ranking.listing')
    .select(['listing', 'rule_books'])
    .where('on_day', '<', addDays(dayOf(now), -365))
    .where('candidates', '>', 2)
    .execute()
  expect(lists.length).toBeGreaterThan(5)
  const then = firstBooks().find(({ book }) => book.book === 'parkstad-2024')
  for (const { listing, rule_books } of lists.slice(0, 5)) {
    expect(rule_books.map((hash) => hash.toString('hex'))).toContain(then?.hash)
    const again = await inTransaction(settingOf(database), undefined, (doing) =>
      replayed(doing, listing),
    )
    expect(again).toMatchObject({ faults: [] })
  }
})

test('chances are told of a year and a half: how many were housed, and how soon the fast ones', async () => {
  const setting = settingOf(database)
  expect(await keepChances(setting)).toBeGreaterThan(10)
  const chance = await viewChance(setting, {})
  expect(chance?.figures).toMatchObject({ taken: { known: true, level: 'region' } })
  expect(chance?.figures.housedInOne).toBeGreaterThan(0.05)
  expect(chance?.figures.housedInOne).toBeLessThan(0.5)
  const { forecast } = chance?.figures ?? {}
  // Who began is followed for a year and a half: too many still search to know when the last have a home.
  expect(forecast).toMatchObject({ known: false, why: 'not-followed-long-enough' })
  expect(forecast).toMatchObject({ soFar: { level: 'region', fromYears: expect.any(Number) } })
  expect(await viewScarcity(setting)).toMatchObject({ since: addDays(dayOf(now), -365) })
})

test('the first night erases the files of who left long ago, and everything can still be decided again', async () => {
  now = new Date('2026-11-27T02:30:00Z')
  const { erased } = await inTransaction(settingOf(database), undefined, eraseDue)
  expect(erased.files).toBeGreaterThan(10)
  const found = await audit()
  expect(found).toMatchObject({ faults: [], moreFaults: 0, decisions: filled?.rankings })
  expect(found?.closedValues).toBeGreaterThan(100)
})
