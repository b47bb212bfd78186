/** Merging registrations as two people live it at the kitchen table, on two phones without script. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { mandateScopes } from '../operations/access-table.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

test('one asks, the other reads what it comes to and agrees, and either undoes it', async () => {
  const older = await region.seeker({ name: 'Nadia Voorbeeld' })
  region.later(30)
  const younger = await region.seeker({ name: 'Tom Voorbeeld' })
  const listing = await region.listing(7)
  await region.responded(listing, [older])
  const [toms, nadias] = [await region.browser(younger), await region.browser(older)]
  const path = '/mijn/samenvoegen'

  const wrong = await toms.post(`${path}/vragen`, { size: 'twee', income: '' }, path)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="twee"')
  const asked = await toms.post(
    `${path}/vragen`,
    { size: '2', children: '0', income: '31.000' },
    path,
  )
  expect([asked.status, asked.location]).toEqual([303, path])
  const [code = ''] = /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec((await toms.get(path)).text) ?? []

  expect((await nadias.post(`${path}/code`, { code: '' }, path)).status).toBe(422)
  expect((await nadias.post(`${path}/code`, { code: 'geen code' }, path)).text).toContain(
    'Deze code kennen wij niet',
  )
  const terms = await nadias.post(`${path}/code`, { code }, path)
  expect(terms.text).toContain('Samenvoegen met Tom Voorbeeld')
  expect(terms.text).toContain('1 maart 2026')
  expect(terms.text).toContain('€\u00a031.000,00')
  expect(terms.text).toContain('Voorbeeldstraat 1')
  const agreed = await nadias.post(`${path}/akkoord`, { code }, path)
  expect((await nadias.get(agreed.location ?? '')).text).toContain('zijn samengevoegd')
  expect((await toms.get('/mijn/inschrijving')).text).toContain('1 maart 2026')
  expect((await toms.get('/mijn/berichten')).text).toContain('U staat samen ingeschreven')
  expect((await nadias.get('/mijn/berichten')).text).toContain('Uw eigen inschrijving is gestopt')

  const undone = await nadias.post(`${path}/ongedaan`, {}, path)
  expect((await nadias.get(undone.location ?? '')).text).toContain('ongedaan gemaakt')
  expect((await toms.get('/mijn/inschrijving')).text).toContain('31 maart 2026')
  const english = await nadias.get(`${path}?taal=en`)
  expect(english.text).toContain('Merge two registrations')
})

test('a helper reads that only the person can do it', async () => {
  const person = await region.seeker()
  const helper = await region.newHuman('Hulp Voorbeeld')
  await region.store
    .insertInto('mandate')
    .values({
      region: region.region,
      person: person.person,
      helper: helper.human,
      until_day: date('2030-01-01'),
      may: [...mandateScopes],
    })
    .execute()
  const browser = await region.browser({
    ...helper,
    mandates: [{ person: person.person, may: mandateScopes }],
  })
  expect((await browser.get('/mijn/samenvoegen')).text).toContain('niet een helper')
})
