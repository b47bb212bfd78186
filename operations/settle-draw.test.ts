/** Where only a lot can tell people apart: committed at the close, drawn by a public round after it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../core/basics/sha256.ts'
import { checkDraw } from '../core/ranking/check-draw.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import { readReceipt } from '../policies/load-receipt.ts'
import { drawOf, lotsOf } from '../store/draws.ts'
import { receiptOf } from '../store/rankings.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { closeListing } from './close-listing.ts'
import { makeOffer } from './make-offer.ts'
import { carryOut, inTransaction } from './operation.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { settleDraw } from './settle-draw.ts'
import { doDueJobs } from './tasks.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion()
})
afterAll(async () => region?.database.drop())

const close = (id: number) =>
  inTransaction(region.setting, undefined, (doing) => closeListing(doing, id))
const settle = (id: number, setting = region.setting) =>
  inTransaction(setting, undefined, (doing) => settleDraw(doing, id))

async function committed(model: 'ranked' | 'lottery', people: number) {
  const seekers: Seeker[] = []
  for (let each = 0; each < people; each += 1) seekers.push(await region.seeker())
  const id = await region.listing(1, { ...homeFacts, model })
  await region.responded(id, seekers)
  region.later(1)
  const closed = done(await close(id))
  return { listing: id, seekers, closed }
}

describe('a listing on which a lot decides', () => {
  test('binds the lots at the close, and names a round at least an hour later', async () => {
    const { listing, closed } = await committed('lottery', 4)
    const draw = await drawOf(region.store, region.region, listing)
    expect(draw?.commitment).toMatchObject({ lotCount: 4, classes: [1], chain: { practice: true } })
    expect((closed.drawnFrom?.getTime() ?? 0) - region.now().getTime()).toBeGreaterThanOrEqual(
      3_600_000,
    )
    expect(await receiptOf(region.store, region.region, listing)).toBeUndefined()
    const officer = await region.worker('letting-officer')
    const early = await carryOut(region.setting, officer, makeOffer, { listing, count: 1 })
    expect(refusedOf(early)).toBe('not-closed')
  })

  test('waits for its round, is drawn once by whoever comes first, and holds to a check', async () => {
    const { listing } = await committed('lottery', 5)
    expect(refusedOf(await settle(listing))).toBe('waiting-for-source')
    region.later(1 / 12)
    const twice = await Promise.all([settle(listing), settle(listing)])
    expect(twice.map(refusedOf).toSorted()).toEqual(['already-drawn', undefined])
    const draw = await drawOf(region.store, region.region, listing)
    if (!draw?.result || !region.setting.beacon) throw new Error('nothing drawn')
    const { holds } = region.setting.beacon
    expect(checkDraw(draw.result, holds)).toEqual([])

    const lots = await lotsOf(region.store, region.region, listing)
    const placeOf = new Map(draw.result.lots.map(({ lot, place }) => [lot, place]))
    const standings = await region.store
      .selectFrom('standing')
      .select(['person', 'place'])
      .where('listing', '=', listing)
      .execute()
    for (const { lot, person } of lots) {
      expect(standings.find((each) => each.person === person)?.place).toBe(placeOf.get(lot))
    }
  })

  test('comes to the same bytes when it is decided again', async () => {
    const { listing } = await committed('lottery', 3)
    region.later(1)
    done(await settle(listing))
    const receipt = (await receiptOf(region.store, region.region, listing)) ?? ''
    const ranking = await rankingOf(region.store, region.region, listing)
    const read = readReceipt(receipt, 'receipt')
    if (!ranking || !('origin' in read)) throw new Error('no list')
    expect(sha256([...receiptText(ranking, read.origin)].join(''))).toEqual(sha256(receipt))
  })

  test('draws only within ties where the list is by registration time', async () => {
    const first = await region.seeker()
    region.later(1)
    const tied = [await region.seeker(), await region.seeker()]
    region.later(1)
    const last = await region.seeker()
    const listing = await region.listing(1)
    await region.responded(listing, [last, ...tied, first])
    region.later(1)
    done(await close(listing))
    const draw = await drawOf(region.store, region.region, listing)
    expect(draw?.commitment).toMatchObject({ classes: [2], lotCount: 2 })
    region.later(1)
    done(await settle(listing))
    const places = await region.store
      .selectFrom('standing')
      .select(['person', 'place'])
      .where('listing', '=', listing)
      .orderBy('place')
      .execute()
    expect(places.map(({ person }) => person)).toEqual([
      first.person,
      ...places.slice(1, 3).map(({ person }) => person),
      last.person,
    ])
  })

  test('does not take a round of another beacon, nor a signature that does not hold', async () => {
    const { listing } = await committed('lottery', 2)
    region.later(1 / 12)
    const { beacon } = region.setting
    if (!beacon) throw new Error('no beacon')
    const forged = { ...beacon, signatureOf: async () => '00'.repeat(48) }
    expect(refusedOf(await settle(listing, { ...region.setting, beacon: forged }))).toBeDefined()
    expect(refusedOf(await settle(listing))).toBeUndefined()
  })

  test('without a beacon it stays open, and nothing is lost', async () => {
    const seekers = [await region.seeker(), await region.seeker()]
    const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
    await region.responded(listing, seekers)
    region.later(1)
    const { beacon: _, ...without } = region.setting
    const refused = await inTransaction(without, undefined, (doing) => closeListing(doing, listing))
    expect(refusedOf(refused)).toBe('no-beacon')
    await inTransaction(without, undefined, async ({ later, at }) => {
      await later('close-listing', { listing }, at)
      return {}
    })
    const outcomes = await doDueJobs(without)
    expect(outcomes).toContainEqual({ task: 'close-listing', fault: 'Undone NO_BEACON' })
    done(await close(listing))
  })
})
