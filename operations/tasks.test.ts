import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPracticeSeed, practiceBeacon, signatureCheckFor } from '../server/beacon.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { exampleBooks } from '../tests/released-books.ts'
import { fillRegion } from './fill-region.ts'
import { inTransaction, type Setting } from './operation.ts'
import { countJobs, doDueJob, doDueJobs } from './tasks.ts'

let database: OwnDatabase
let setting: Setting
let now = new Date('2026-06-01T10:00:00Z')
const day = 86_400_000
const practice = practiceBeacon(openPracticeSeed)
const filling = { seed: 1, books: exampleBooks, part: 1 / 80, onProgress: () => {} }

beforeAll(async () => {
  database = await ownDatabase()
  setting = {
    ...{ store: database.store, region: 'parkstad', engine: 'test 1' },
    beacon: {
      chain: practice.chain,
      holds: signatureCheckFor(practice.chain),
      signatureOf: async (round, at) => practice.sign(round, Math.floor(at.getTime() / 1000)),
    },
    now: () => now,
    newId: () => randomUUID(),
  }
})
afterAll(async () => database?.drop())

const waiting = async () => (await countJobs(setting.store, setting.region)).waiting

describe('what is to happen later', () => {
  beforeEach(async () => {
    await database.store.deleteFrom('job').execute()
  })

  test('is not there when what caused it did not happen', async () => {
    const failing = inTransaction(setting, undefined, async (doing) => {
      await doing.later('close-listing', { listing: 1 }, now)
      throw new Error('the cause did not come about')
    })
    await expect(failing).rejects.toThrow('the cause')
    expect(await waiting()).toBe(0)
  })

  test('happens at its time and not before', async () => {
    await inTransaction(setting, undefined, (doing) =>
      doing.later('close-listing', { listing: 1 }, new Date(now.getTime() + day)),
    )
    expect(await doDueJob(setting)).toBeUndefined()
    now = new Date(now.getTime() + day)
    expect(await doDueJob(setting)).toMatchObject({ task: 'close-listing' })
    expect(await waiting()).toBe(0)
  })

  test('that fails is tried again later, and holds nobody else up', async () => {
    await inTransaction(setting, undefined, async (doing) => {
      await doing.later('close-listing', { listing: 1e300 }, now)
      await doing.later('close-listing', { listing: 2 }, now)
    })
    const outcomes = await doDueJobs(setting)
    expect(outcomes.filter((each) => 'fault' in each)).toHaveLength(1)
    expect(outcomes.filter((each) => 'outcome' in each)).toHaveLength(1)
    expect(await countJobs(setting.store, setting.region)).toEqual({ waiting: 1, failed: 1 })
    now = new Date(now.getTime() + 5_000)
    expect(await doDueJob(setting)).toHaveProperty('fault')
  })
})

describe('the example region, small', () => {
  test('lives a month in seconds: every listing closes once, with several at work', async () => {
    await database.store.deleteFrom('job').execute()
    now = new Date('2026-11-20T09:00:00Z')
    const asked = { ...filling, url: database.url }
    const both = await Promise.all([fillRegion(setting, asked), fillRegion(setting, asked)])
    const [filled] = both.filter((each) => each !== undefined)
    expect(both.filter((each) => each !== undefined)).toHaveLength(1)
    expect(filled?.people).toBeGreaterThan(500)
    expect(filled?.rankings).toBeGreaterThan(0)

    const open = await listingsIn('open')
    expect(open.length).toBeGreaterThan(0)
    await database.store.deleteFrom('job').where('task', '=', 'live-day').execute()
    for (let passed = 0; passed < 31; passed += 1) {
      now = new Date(now.getTime() + day)
      const outcomes = await Promise.all([doDueJobs(setting), doDueJobs(setting)])
      expect(outcomes.flat().filter((each) => 'fault' in each)).toEqual([])
    }
    expect(await listingsIn('open')).toEqual([])
    const lists = await database.store
      .selectFrom('ranking')
      .select('listing')
      .where('listing', 'in', open)
      .execute()
    expect(lists).toHaveLength(open.length)
    const closings = await database.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'listing-closed')
      .execute()
    const told = await database.store
      .selectFrom('message')
      .innerJoin('person', 'person.id', 'message.person')
      .select('message.code')
      .where('person.human', 'is not', null)
      .execute()
    expect(new Set(told.map(({ code }) => code))).toContain('registered')
    // Norms of landlords are counted of the past as of what is let today.
    const lettings = await database.store.selectFrom('letting').select('facts').execute()
    const fits = lettings.filter(({ facts }) => facts['rent-fit'] !== undefined)
    expect(lettings.length).toBeGreaterThan(0)
    expect(fits).toHaveLength(lettings.length)
    expect(fits.some(({ facts }) => facts['rent-fit'] === 'fits')).toBe(true)
    const closed = closings.map(({ body }) => Number(JSON.parse(body).listing))
    expect(closed.filter((each) => open.includes(each)).toSorted()).toEqual(open.toSorted())
  })

  test('lives on: homes are advertised that nobody planned, and invented people respond', async () => {
    await inTransaction(setting, undefined, (doing) => doing.later('live-day', {}, now))
    for (let passed = 0; passed < 3; passed += 1) {
      expect((await doDueJobs(setting)).filter((each) => 'fault' in each)).toEqual([])
      now = new Date(now.getTime() + day)
    }
    const open = await listingsIn('open')
    expect(open.length).toBeGreaterThan(0)
    const answered = await database.store
      .selectFrom('response')
      .innerJoin('event', 'event.number', 'response.event')
      .innerJoin('person', 'person.id', 'response.person')
      .select(['event.body', 'person.human'])
      .where('response.listing', 'in', open)
      .execute()
    expect(answered.length).toBeGreaterThan(0)
    for (const { body, human } of answered) {
      expect(body).toContain('"synthetic":true')
      expect(human).toBeNull()
    }
  })

  test('lives on: what nobody at a landlord does for a day is done, and homes find a tenant', async () => {
    // The days of the test before: what was closed by then was offered, answered, checked and let.
    const since = new Date(now.getTime() - 3 * day)
    const told = await database.store
      .selectFrom('event')
      .select(['kind', 'body'])
      .where('at', '>=', since)
      .where('kind', 'in', ['offer-made', 'offer-refused', 'documents-checked', 'home-let'])
      .execute()
    const kinds = new Set(told.map(({ kind }) => kind))
    for (const kind of ['offer-made', 'documents-checked', 'home-let']) {
      expect(kinds).toContain(kind)
    }
    expect(told.filter(({ body }) => !body.includes('"synthetic":true'))).toEqual([])
  })

  test('has a past that the log tells in order, on the days on which it happened', async () => {
    const events = await database.store
      .selectFrom('event')
      .select(['number', 'at', 'kind', 'body'])
      .where('at', '<=', new Date('2026-11-20T09:00:00Z'))
      .orderBy('number')
      .execute()
    const isLater = events.filter(({ at }, index) => at < (events[index - 1]?.at ?? at))
    expect(isLater).toEqual([])
    expect(events.filter(({ body }) => !body.includes('"synthetic":true'))).toEqual([])
    const registered = await database.store
      .selectFrom('history')
      .innerJoin('event', (join) =>
        join
          .onRef('event.region', '=', 'history.region')
          .onRef('event.number', '=', 'history.event'),
      )
      .select(['history.on_day', 'event.at'])
      .where('history.name', '=', 'registered')
      .execute()
    const onOtherDay = registered.filter(
      ({ on_day, at }) => Math.floor(at.getTime() / day) !== on_day,
    )
    expect(onOtherDay).toEqual([])
  })

  test('is the same for the same seed and day', async () => {
    const other = await ownDatabase()
    try {
      const before = { ...setting, store: other.store, now: () => new Date('2026-11-20T09:00:00Z') }
      await fillRegion(before, { ...filling, url: other.url })
      const hashes = async ({ store }: OwnDatabase, most: number) =>
        (
          await store
            .selectFrom('event')
            .select('hash')
            .where('at', '<=', before.now())
            .orderBy('number')
            .limit(most)
            .execute()
        ).map(({ hash }) => hash.toString('hex'))
      const made = await hashes(other, 100_000)
      expect(made.length).toBeGreaterThan(500)
      expect(await hashes(database, made.length)).toEqual(made)
    } finally {
      await other.drop()
    }
  })
})

async function listingsIn(state: 'open'): Promise<number[]> {
  const found = await database.store
    .selectFrom('listing')
    .select('id')
    .where('state', '=', state)
    .where('facts', 'is not', null)
    .orderBy('id')
    .execute()
  return found.map(({ id }) => id)
}
