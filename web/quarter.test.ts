/** The page of a quarter: only when it is over, and without a count in which somebody is found. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { inTransaction, isRefusal } from '../operations/operation.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion('2026-07-02T10:00:00Z')
})
afterAll(async () => region?.database.drop())

async function let_(count: number, urgent: number): Promise<void> {
  const { person } = await region.seeker()
  const event = await inTransaction(region.setting, undefined, async ({ write }) => ({
    number: await write({ kind: 'home-let', open: {}, personal: { person }, person }),
  }))
  if (isRefusal(event)) throw new Error('an event is written')
  for (let each = 0; each < count; each += 1) {
    const listing = await region.listing(1)
    await region.store
      .insertInto('letting')
      .values({
        ...{ region: region.region, listing, person, event: event.number },
        starts_on: date('2026-07-03'),
        facts: JSON.stringify({ urgency: each < urgent ? 'active' : 'none' }),
      })
      .execute()
  }
}

test('tells a quarter that is over, in bands, and none that runs', async () => {
  const anybody = await region.browser()
  expect((await anybody.get('/uitkomsten/2026-k2')).text).toContain('niets via de lijst verhuurd')
  await let_(12, 3)
  expect((await anybody.get('/uitkomsten/2026-k3')).status).toBe(404)
  expect((await anybody.get('/uitkomsten/2026-k5')).status).toBe(404)
  region.later(100)
  const page = await anybody.get('/uitkomsten/2026-k3')
  expect(page.text).toMatch(/<td class="number" data-label="[^"]+">12<\/td>/)
  expect(page.text).toContain('0 tot en met 4')
  expect((await anybody.get('/uitkomsten')).text).toContain('/uitkomsten/2026-k3')
})
