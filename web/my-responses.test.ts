/** What stands on the pages about one's own responses and file, where there is less to tell than usual. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../operations/operation.ts'
import { homeFacts } from '../tests/letting-region.ts'
import { type Answer, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { landlordBooks } from '../tests/released-books.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion(undefined, { books: landlordBooks })
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

test('a place that is provisional stands wherever the response does, and says that it can change', async () => {
  const [one, other] = [await region.seeker({ name: 'Adriaan Eerst' }), await later()]
  const listing = await region.listing(7)
  await region.responded(listing, [one])
  const own = await region.browser(other)
  const done = await own.post(`/woningen/${listing}/reageren`)
  const home = `/woningen/${listing}`
  const receipt = await counted(() => own.get(done.location ?? ''))
  const pages = [...[receipt, await own.get(home), await own.get(`/mijn/reacties/${listing}`)]]
  for (const { text } of pages) {
    expect(text).toContain('Uw voorlopige plaats: 2<')
    expect(text).toContain('Dit is de stand van')
    expect(text).toContain(`/regels?woning=${listing}`)
    expect(text).not.toContain('Adriaan')
  }
  expect((await own.get('/mijn/reacties')).text).toContain('Voorlopige plaats 2<')
  expect((await own.get(`/mijn/reacties/${listing}?taal=en`)).text).toContain(
    'Your provisional place: 2<',
  )

  const anybody = await region.browser()
  expect((await anybody.get(home)).text).not.toContain('oorlopige plaats')
  await own.get('/woningen?taal=nl')
  await own.post(`/woningen/${listing}/intrekken`)
  for (const path of [home, '/mijn/reacties', `/mijn/reacties/${listing}`]) {
    expect((await own.get(path)).text).not.toContain('oorlopige plaats')
  }
})

test('where there is no place before the close, the page says why', async () => {
  const seeker = await region.seeker({ incomeCents: 9_000_000 })
  const lucky = await region.seeker()
  const [ranked, drawn] = [
    await region.listing(7),
    await region.listing(7, { ...homeFacts, model: 'lottery' }),
  ]
  await region.responded(ranked, [seeker])
  await region.responded(drawn, [lucky])
  const pageOf = async (who: typeof seeker, listing: number) => {
    const own = await region.browser(who)
    return counted(() => own.get(`/mijn/reacties/${listing}`))
  }
  expect((await pageOf(seeker, ranked)).text).toContain('Zoals het nu is, komt u niet op de lijst')
  const { text } = await pageOf(lucky, drawn)
  expect(text).toContain('Nog geen plaats: er wordt geloot')
  expect(text).toContain('Tot de trekking heeft niemand die loot een plaats')
})

test('whoever has us respond reads whether places are seen here', async () => {
  const text = async (of: PortalRegion) => {
    const own = await of.browser(await of.seeker({}))
    return (await own.get('/mijn/wensen/automatisch')).text
  }
  expect(await text(region)).toContain('ziet u een voorlopige plaats')
  const { store } = region
  await store.deleteFrom('rule_release').where('line', 'like', '%voorbeeldwonen%').execute()
  expect(await text(region)).toContain('Een voorlopige plaats tonen wij niet')
})

/** Somebody who registered a day after the others. */
async function later() {
  region.later(1)
  return region.seeker({ name: 'Later Twee' })
}

/** A page on which the place is there: on a machine that is busy it may first be worked out. */
async function counted(look: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const page = await look()
    if (!page.text.includes('Wij rekenen uw voorlopige plaats uit')) return page
  }
}
