/**
 * Every page that can be looked at, once, on the smallest phone: in Dutch, with script, as somebody who sees it.
 * Every other way to look at it is looked at by `npm run test:all`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sightsOf, unseenOf } from './addresses.ts'
import { hasBrowser, openSite, pagesSeen } from './looking.ts'
import { type Stock, type StockedRegion, stockedRegion } from './stocked-region.ts'

describe.skipIf(!hasBrowser)('every page on a small phone', () => {
  let region: StockedRegion
  let stock: Stock
  let site: Awaited<ReturnType<typeof openSite>>
  beforeAll(async () => {
    region = await stockedRegion()
    stock = await region.everyState()
    site = await openSite(region, region.app)
  }, 240_000)
  afterAll(async () => {
    await site?.close()
    await region?.database.drop()
  })

  test('is whole, reads well and is light', { timeout: 600_000 }, async () => {
    const { sights } = sightsOf(region.app, stock.samples)
    const { pages, others } = await pagesSeen(region, region.app, stock, sights)
    const wrong: string[] = []
    const waiting = pages.values()
    // Two windows take the pages in turn: a browser and a server each keep a core busy.
    const lookAtNext = async () => {
      const looker = await site.looker()
      for (const { path, by, status, state } of waiting) {
        await looker.as(stock.visitors.get(by))
        const faults = [
          ...(await looker.go(path, status)),
          ...(await looker.loadFaults()),
          ...(await looker.shownFaults()),
        ]
        wrong.push(...faults.map((fault) => `${path} (${state}) as ${by}: ${fault}`))
      }
    }
    await Promise.all([lookAtNext(), lookAtNext()])
    expect(unseenOf(sights, new Set([...pages.map(({ path }) => path), ...others]))).toEqual([])
    expect(wrong).toEqual([])
  })
})
