/** What stands on the pages about one's own responses and file, where there is less to tell than usual. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../operations/operation.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

test('a home that is let and of which no list was kept promises no list', async () => {
  const seeker = await region.seeker({})
  const listing = await region.listing(7)
  await region.responded(listing, [seeker])
  const own = await region.browser(seeker)
  const asOf = async (state: 'closed' | 'let' | 'withdrawn') => {
    const { store } = region.setting
    await store.updateTable('listing').set({ state }).where('id', '=', listing).execute()
    return [await own.get('/mijn/reacties'), await own.get(`/mijn/reacties/${listing}`)]
  }
  for (const { text } of await asOf('closed')) expect(text).toContain('De lijst wordt gemaakt')
  for (const { text } of await asOf('let')) {
    expect(text).not.toContain('De lijst wordt gemaakt')
    expect(text).toContain('Van deze woning is hier geen lijst')
  }
  for (const { text } of await asOf('withdrawn')) expect(text).toContain('Er komt geen lijst')
})

test('who looks at their own log sees what is invented, and that nobody did it', async () => {
  const seeker = await region.seeker({})
  const own = await region.browser(seeker)
  const entry = { kind: 'renewed', personal: { person: seeker.person ?? '' } }
  expect((await own.get('/mijn/inzage')).text).not.toContain('bedacht verleden')
  await inTransaction(region.setting, undefined, async ({ write }) => {
    await write({ ...entry, open: { synthetic: true }, person: seeker.person ?? '' })
    return {}
  })
  const { text } = await own.get('/mijn/inzage')
  expect(text).toContain('Niemand: verzonnen')
  expect(text).toContain('bedacht verleden')
})
