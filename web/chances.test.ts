/** The pages about chances: counted at night, looked up by day, and honest about what is not known. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepChances } from '../operations/count-chances.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

test('before anything was counted it says so', async () => {
  const page = await (await region.browser()).get('/kansen')
  expect(page.status).toBe(200)
  expect(page.text).toContain('nog niets geteld')
})

test('counts once a day, tells which clock, and names nobody', async () => {
  const seeker = await region.seeker({ name: 'Geheim Voorbeeld' })
  const listing = await region.listing(7)
  await region.responded(listing, [seeker])
  expect(await keepChances(region.setting)).toBeGreaterThan(0)
  expect(await keepChances(region.setting)).toBeUndefined()
  const anybody = await region.browser()
  expect((await anybody.get('/')).text).toMatch(
    /In een jaar kregen \d+ woningen een nieuwe huurder\. Sinds \d+ \w+ \d{4} reageerde/,
  )
  const page = await anybody.get('/kansen?gemeente=heerlen&wijk=Centrum&soort=apartment')
  expect(page.text).toContain('Kansen in Centrum')
  expect(page.text).toContain('De klok loopt vanaf de eerste reactie')
  expect(page.text).toContain('te weinig op inschrijftijd verhuurd om iets eerlijks')
  expect(page.text).toContain('registration-time-p25')
  expect(page.text).toContain('minder dan 10')
  expect(page.text).not.toContain('Geheim')
  expect((await anybody.get('/kansen?gemeente=heerlen&soort=house')).text).toContain(
    'een ruimer gebied',
  )
  const odd = await anybody.get('/kansen?gemeente=zzz')
  expect(odd.status).toBe(422)
  expect(odd.text).toContain('<a href="#gemeente">Deze gemeente hoort niet bij de regio')
  expect(odd.text).not.toMatch(/zzz/i)
  const street = await anybody.get('/kansen?gemeente=heerlen&wijk=zzz')
  expect(street.text).toContain('Kansen in Heerlen')
  expect(street.text).toContain('Van deze wijk is niets geteld')
  expect((await anybody.get('/kansen?wijk=zzz')).text).not.toContain('zzz')
  const own = await (await region.browser(seeker)).get('/mijn/kans')
  expect(own.text).toContain('nog geen eigen woning, alleen')
  expect(own.text).toContain('geen voorspelling over u')
  region.later(1)
  expect(await keepChances(region.setting)).toBeGreaterThan(0)
})

test('figures of an earlier shape are no error: they are not shown, and counted anew the same day', async () => {
  const { store, region: id } = region.setting
  await store
    .updateTable('chance')
    .set({ figures: '{"lettings":3}' })
    .where('region', '=', id)
    .execute()
  const anybody = await region.browser()
  const page = await anybody.get('/kansen')
  expect(page.status).toBe(200)
  expect(page.text).toContain('nog niets geteld')
  expect(await keepChances(region.setting)).toBeGreaterThan(0)
  expect((await anybody.get('/kansen')).text).toContain('Wie kreeg deze woningen?')
})
