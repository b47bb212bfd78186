/** What would change a place: computed with the rules of the list, rounded, and only true options. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { inTransaction } from '../operations/operation.ts'
import { bandOf } from '../operations/what-if.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

test('says what longer registration and another place would have done, and invites no lie', async () => {
  const seekers: Seeker[] = []
  for (let each = 0; each < 12; each += 1) {
    seekers.push(await region.seeker({ wishes: { municipalities: ['heerlen'] } }))
    region.later(3)
  }
  const last = seekers.at(-1)
  const listing = await region.listing(1)
  await region.responded(listing, seekers)
  const before = await (await region.browser(last)).get(`/mijn/reacties/${listing}/wat-als`)
  expect(before.text).toContain('De lijst is er nog niet')
  region.later(2)
  done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
  await region.listing(7, { ...homeFacts, municipality: 'kerkrade' })
  const browser = await region.browser(last)
  expect((await browser.get(`/mijn/reacties/${listing}`)).text).toContain('/wat-als')
  const page = await browser.get(`/mijn/reacties/${listing}/wat-als`)
  expect(page.text).toContain('U stond op plaats 12')
  // A year more puts them before everybody, and is told as one of the first three.
  expect(page.text).toContain('Eén jaar langer: ergens van plaats 1 tot en met 3')
  expect(page.text).toContain('Ook in Kerkrade: 1 woning erbij')
  expect(page.text).not.toMatch(/lager inkomen|minder verdien/)
  for (const { person } of seekers) expect(page.text).not.toContain(person)
  const first = await (await region.browser(seekers[0])).get(`/mijn/reacties/${listing}/wat-als`)
  expect(first.text).toContain('U stond bovenaan')
  const outside = await region.browser(await region.seeker())
  expect((await outside.get(`/mijn/reacties/${listing}/wat-als`)).status).toBe(404)
})

test('every place lies in its band, and a band never holds one place alone', () => {
  for (const place of [1, 3, 4, 14, 99, 4000]) {
    const { from, until } = bandOf(place)
    expect(place).toBeGreaterThanOrEqual(from)
    expect(place).toBeLessThanOrEqual(until)
    expect(until - from).toBeGreaterThanOrEqual(2)
  }
})
