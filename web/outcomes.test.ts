/** The page with the results of all homes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { dayOf } from '../operations/operation.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { type App, makeApp } from './app.ts'

let region: LettingRegion
let app: App
let few: number
let many: number

beforeAll(async () => {
  region = await lettingRegion()
  app = makeApp({ ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false })
  few = (await region.closedListing(2)).listing
  many = (await region.closedListing(11)).listing
})
afterAll(async () => region?.database.drop())

async function rowsOf(address: string): Promise<string[]> {
  const text = await (await app.request(address)).text()
  return text.split('<tr>').slice(2)
}

test('what closed last stands first, and fewer than ten responses are not counted out', async () => {
  const rows = await rowsOf('/uitkomsten')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain(`/woningen/${many}/uitslag`)
  expect(rows[0]).toContain('<td class="number" data-label="Reacties">11</td>')
  expect(rows[1]).toContain(`/woningen/${few}/uitslag`)
  expect(rows[1]).toContain('<td class="number" data-label="Reacties">minder dan 10</td>')
})

test('older results begin after a home, and one municipality shows its own', async () => {
  expect(await rowsOf(`/uitkomsten?voor=${many}`)).toHaveLength(1)
  expect(await rowsOf('/uitkomsten?gemeente=heerlen')).toHaveLength(2)
  expect(await rowsOf('/uitkomsten?gemeente=kerkrade')).toHaveLength(0)
  expect(await rowsOf('/uitkomsten?voor=niets')).toHaveLength(2)
})

test('a home that was made known first and closed last stands first, also on a page behind another', async () => {
  await region.database.store
    .updateTable('ranking')
    .set({ on_day: addDays(dayOf(region.now()), 1) })
    .where('listing', '=', few)
    .execute()
  const rows = await rowsOf('/uitkomsten')
  expect(rows[0]).toContain(`/woningen/${few}/uitslag`)
  expect(rows[1]).toContain(`/woningen/${many}/uitslag`)
  expect(await rowsOf(`/uitkomsten?voor=${few}`)).toHaveLength(1)
  expect(await rowsOf(`/uitkomsten?voor=${many}`)).toHaveLength(0)
})
