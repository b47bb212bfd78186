import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bind } from '../../core/ranking/bind.ts'
import { gather } from '../../core/ranking/gather.ts'
import { prepare } from '../../core/ranking/prepare.ts'
import { auditDatabase } from '../../operations/audit-database.ts'
import { closeListing } from '../../operations/close-listing.ts'
import { keepLog, logNameOf, readLogKey } from '../../operations/keep-log.ts'
import { inTransaction, type Setting } from '../../operations/operation.ts'
import { readReceipt } from '../../policies/load-receipt.ts'
import { openPracticeSeed, practiceBeacon, signatureCheckFor } from '../../server/beacon.ts'
import { drawOf } from '../../store/draws.ts'
import { candidatesOf } from '../../store/people.ts'
import { receiptOf } from '../../store/rankings.ts'
import { type OwnDatabase, ownDatabase } from '../own-database.ts'
import { exampleBooks } from '../released-books.ts'
import { fullSize, loadBigRegion, respondent, responsesOf } from './big-region.ts'

const practice = practiceBeacon(openPracticeSeed)
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

test('a list is closed on what whole histories give, in the order of the ids', async () => {
  const { store } = database
  const { id } = await store
    .selectFrom('listing')
    .select('id')
    .where('responses', '=', 30)
    .executeTakeFirstOrThrow()
  const later = {
    ...setting,
    now: () => new Date('2026-12-04T09:00:00Z'),
    beacon: {
      chain: practice.chain,
      holds: signatureCheckFor(practice.chain),
      signatureOf: async () => undefined,
    },
  }
  const closed = await inTransaction(later, undefined, (doing) => closeListing(doing, id))
  expect(closed).toMatchObject({ candidates: 30 })
  const undrawn = (await drawOf(store, 'parkstad', id))?.undrawn
  const receipt = undrawn ?? (await receiptOf(store, 'parkstad', id)) ?? ''
  const read = readReceipt(receipt, 'receipt')
  if (!('decided' in read)) throw new Error('a receipt that we wrote cannot be read')
  const ids = read.decided.candidates.map((each) => each.id)
  expect(ids).toEqual(ids.toSorted())
  const bound = bind(prepare(read.rules), read.decided)
  if (!bound) throw new Error('the rules have a ranking for this home')
  const whole = await candidatesOf(store, 'parkstad', ids)
  // Of what happened most is responding, and no rule here asks that.
  expect(whole.every(({ history }) => history.events.length > 2)).toBe(true)
  const sorted = whole.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(read.values).toEqual(gather(bound, sorted, read.decided))
})
