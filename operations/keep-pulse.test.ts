/** An outage takes nobody's chance away. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { done, type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { keepPulse } from './keep-pulse.ts'
import { carryOut } from './operation.ts'
import { respond } from './respond.ts'
import { doDueJobs } from './tasks.ts'

let region: LettingRegion
const dropped: LettingRegion[] = []

beforeEach(async () => {
  region = await lettingRegion()
  dropped.push(region)
  await keepPulse(region.setting)
})
afterAll(async () => {
  for (const each of dropped) await each.database.drop()
})

const minutes = (count: number) => region.later(count / 1_440)

async function closing(listing: number): Promise<number> {
  const { closes_at } = await region.store
    .selectFrom('listing')
    .select('closes_at')
    .where('id', '=', listing)
    .executeTakeFirstOrThrow()
  return ((closes_at?.getTime() ?? 0) - region.now().getTime()) / 60_000
}

/** A listing that closes in so many minutes, with its job. */
async function closingIn(count: number): Promise<number> {
  const id = await region.listing(1)
  const at = new Date(region.now().getTime() + count * 60_000)
  await region.store.updateTable('listing').set({ closes_at: at }).where('id', '=', id).execute()
  await region.store
    .insertInto('job')
    .values({
      region: region.region,
      task: 'close-listing',
      payload: `{"listing":${id}}`,
      at,
      fault: null,
    })
    .execute()
  return id
}

describe('after being away', () => {
  test.each([
    ['a quarter of an hour', 15, 10, undefined],
    ['a minute more', 16, 10, 60],
    ['three hours', 180, 10, 180],
    ['a week', 10_080, 10, 1_440],
    ['an hour, for what closes just after', 60, 100, 60],
    ['an hour, for what closes much later', 60, 200, undefined],
  ])('for %s', async (_, away, closes, openFor) => {
    const listing = await closingIn(closes)
    minutes(away)
    const outage = await keepPulse(region.setting)
    expect(outage?.extended ?? []).toEqual(openFor === undefined ? [] : [listing])
    expect(Math.round(await closing(listing))).toBe(openFor ?? closes - away)
  })

  test('somebody who came in vain responds after all, and the listing closes once, later', async () => {
    const seeker = await region.seeker()
    const listing = await closingIn(10)
    minutes(30)
    await keepPulse(region.setting)
    const late = { listing, person: seeker.person, via: 'self' as const }
    done(await carryOut(region.setting, seeker, respond, late))
    expect(await doDueJobs(region.setting)).toMatchObject([{ outcome: { refused: 'still-open' } }])
    minutes(61)
    expect(await doDueJobs(region.setting)).toMatchObject([{ outcome: { candidates: 1 } }])
    expect(await doDueJobs(region.setting)).toEqual([])
  })

  test('of two processes that come back at once, one makes it good', async () => {
    const listing = await closingIn(10)
    minutes(30)
    const outages = await Promise.all([keepPulse(region.setting), keepPulse(region.setting)])
    expect(outages.flatMap((each) => each?.extended ?? [])).toEqual([listing])
    const events = await region.store
      .selectFrom('event')
      .select('kind')
      .where('kind', '=', 'closing-extended')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('a second outage is added, and the page goes on telling the first promise', async () => {
    const listing = await closingIn(10)
    const first = new Date(region.now().getTime() + 10 * 60_000)
    minutes(30)
    await keepPulse(region.setting)
    minutes(50)
    await keepPulse(region.setting)
    const { extended_from } = await region.store
      .selectFrom('listing')
      .select('extended_from')
      .where('id', '=', listing)
      .executeTakeFirstOrThrow()
    expect(extended_from).toEqual(first)
    expect(Math.round(await closing(listing))).toBe(60)
  })
})
