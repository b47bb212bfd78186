/** Searching a home when nothing fits, on the map, and what is told of homes like it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { inTransaction } from '../operations/operation.ts'
import { settleDraw } from '../operations/settle-draw.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

test.each([
  '/woningen/99999999999999999999',
  '/loting/99999999999999999999',
  '/loting/99999999999999999999/uitslag.json',
  '/regels?woning=99999999999999999999',
])('%s is not there, and no fault of ours', async (address) => {
  const { status, text } = await (await region.browser()).get(address)
  expect(status).toBe(404)
  expect(text).toContain('Deze bladzijde is er niet')
})

describe('when nothing fits', () => {
  test('a rent that is no amount is said at its field, kept as it was typed, and hides no home', async () => {
    await region.listing(7)
    const anybody = await region.browser()
    const page = await anybody.get('/woningen?huur=weinig')
    expect(page.status).toBe(422)
    expect(page.text).toContain('<a href="#huur">Vul een bedrag in zoals 700')
    expect(page.text).toContain('name="huur" value="weinig"')
    expect(page.text).toContain('class="card"')
  })

  test('says which choice keeps homes out, with a way to drop just that one', async () => {
    await region.listing(7)
    const anybody = await region.browser()
    const page = await anybody.get('/woningen?gemeente=heerlen&huur=100')
    expect(page.text).toContain('geen met deze keuzes')
    expect(page.text).toContain('zonder hoogste huur')
    expect(page.text).not.toContain('zonder gemeente')
    const [, link = ''] = /href="([^"]+)">zonder hoogste huur/.exec(page.text) ?? []
    expect((await anybody.get(link.replaceAll('&amp;', '&'))).text).toContain('Voorbeeldstraat 1')
  })

  test('names to somebody the homes that come nearest, and why each does not fit', async () => {
    await region.listing(7, { ...homeFacts, municipality: 'kerkrade', rent: 70_000 })
    const wishes = { municipalities: ['simpelveld'], bedroomsMin: 2, rentMaxCents: 66_000 }
    const picky = await region.browser(await region.seeker({ wishes }))
    const page = await picky.get('/woningen?past=ja')
    expect(page.text).toContain('die het dichtst bij u')
    expect(page.text).toContain('Zij staat niet in een gemeente die u koos')
    expect(page.text).toContain('Zij heeft 1 slaapkamer; u zoekt er ten minste 2')
    expect(page.text).toContain('€\u00a040,00 hoger')
    // Of both, the one that fails one wish less comes first.
    expect(page.text.indexOf('€\u00a0650,00')).toBeLessThan(page.text.indexOf('€\u00a0700,00'))
    const rich = await region.browser(await region.seeker({ incomeCents: 9_000_000 }))
    expect((await rich.get('/woningen?past=ja')).text).toContain('Volgens de regels:')
  })
})

test('the map goes from the region to the neighbourhoods of one municipality, each with its table', async () => {
  await region.listing(7)
  const anybody = await region.browser()
  const whole = await anybody.get('/woningen')
  expect(whole.text).toContain('<svg class="places"')
  expect(whole.text).toContain('href="/woningen?gemeente=heerlen"')
  const one = await anybody.get('/woningen?gemeente=heerlen')
  expect(one.text).toContain('Open woningen per wijk in Heerlen')
  expect(one.text).toContain('wijk=Centrum')
  const there = await anybody.get('/woningen?gemeente=heerlen&wijk=Nergens')
  expect(there.text).toContain('zonder wijk')
})

describe('before a lottery', () => {
  const drawn = async (people: readonly Seeker[]) => {
    const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
    await region.responded(listing, people)
    region.later(1.01)
    const { setting } = region
    done(await inTransaction(setting, undefined, (doing) => closeListing(doing, listing)))
    region.later(0.1)
    done(await inTransaction(setting, undefined, (doing) => settleDraw(doing, listing)))
  }

  test('says what a lot was worth in earlier ones, and nothing where there were too few', async () => {
    const listing = await region.listing(30, { ...homeFacts, model: 'lottery' })
    const anybody = await region.browser()
    expect((await anybody.get(`/woningen/${listing}`)).text).toContain('te weinig lotingen')
    const people: Seeker[] = []
    for (let each = 0; each < 12; each += 1) people.push(await region.seeker())
    for (let each = 0; each < 3; each += 1) await drawn(people)
    const page = await anybody.get(`/woningen/${listing}`)
    expect(page.text).toContain('uw kans 1 op 12')
    // 1 - (11/12)^10 = 0.58
    expect(page.text).toContain('ongeveer 58 op 100')
    expect(page.text).toContain('Hoe het eerder ging')
  })
})

test('filters stand folded until something is chosen in them, with how many were chosen', async () => {
  await region.listing(7)
  const anybody = await region.browser()
  const parts = async (address: string) => {
    const { text } = await anybody.get(address)
    const [, before = '', folded = ''] =
      /<form class="filters"(.*?)<details[^>]*>(.*?)<\/details>/s.exec(text) ?? []
    const namesOf = (part: string) => [...part.matchAll(/name="(\w+)"/g)].map(([, name]) => name)
    return { text, shown: namesOf(before), folded: namesOf(folded) }
  }
  const all = await parts('/woningen')
  expect(all.shown).toEqual(['gemeente'])
  expect(all.folded).toEqual(expect.arrayContaining(['soort', 'slaapkamers', 'huur', 'verdeling']))
  expect(all.text).not.toContain('Alle filters weg')
  const some = await parts('/woningen?huur=700&verdeling=ranked')
  expect(some.shown).toEqual(['gemeente', 'huur', 'verdeling'])
  expect(some.folded).not.toContain('huur')
  expect(some.text).toMatch(/2 filters gekozen · <a href="\/woningen">Alle filters weg/)
  expect((await parts('/woningen?huur=weinig')).shown).toEqual(['gemeente', 'huur'])
})
