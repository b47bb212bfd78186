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

test('what runs stands first and whole, and what is over in pages behind it, each once', async () => {
  const seeker = await region.seeker({})
  const { store } = region.setting
  const reacted = async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [seeker])
    return listing
  }
  const over: number[] = []
  const running = [await reacted()]
  for (let each = 0; each < 27; each += 1) {
    // Also some of one moment: these must not fall between two pages.
    if (each % 3 === 0) region.later(0.01)
    const listing = await reacted()
    over.push(listing)
    await store.updateTable('listing').set({ state: 'let' }).where('id', '=', listing).execute()
  }
  running.push(await reacted())
  const linksIn = ({ text }: Answer) =>
    [...text.matchAll(/href="\/mijn\/reacties\/(\d+)"/g)].map(([, id]) => Number(id))

  const own = await region.browser(seeker)
  const first = await own.get('/mijn/reacties')
  expect(first.text).toContain('U reageerde op 29 woningen')
  expect(first.text).toContain('27 eerdere reacties')
  expect(linksIn(first).slice(0, 2).toSorted()).toEqual(running.toSorted())
  const seen = linksIn(first).slice(2)
  expect(seen.length).toBeLessThan(over.length)
  let page = first
  for (const _ of over) {
    const next = /rel="next" href="([^"]+)"/.exec(page.text)?.[1]
    if (next === undefined) break
    page = await own.get(next)
    expect(page.text).toContain('2 reacties lopen nog')
    seen.push(...linksIn(page))
  }
  expect(seen).toHaveLength(over.length)
  expect(seen.toSorted()).toEqual(over.toSorted())
  // The newest first: what was sent last is among the first three.
  expect(seen.slice(0, 3)).toContain(over.at(-1))

  const last = /rel="prev"/.test(page.text) ? page.text : ''
  expect((await own.get('/mijn/reacties?pagina=99')).text).toBe(last)
  for (const odd of ['0', '-1', 'x', '1.5', '']) {
    expect(linksIn(await own.get(`/mijn/reacties?pagina=${odd}`))).toEqual(linksIn(first))
  }
})

test('a list on which one stands runs until the home is let; one that leaves somebody out is over', async () => {
  const [placed, out] = [await region.seeker({}), await region.seeker({ incomeCents: 9_000_000 })]
  const listing = await region.listing(7)
  await region.responded(listing, [placed, out])
  await region.close(listing)
  const pageOf = async (who: typeof placed) =>
    (await (await region.browser(who)).get('/mijn/reacties')).text
  expect(await pageOf(placed)).toContain('De woning is nog niet verhuurd')
  expect(await pageOf(placed)).not.toContain('eerdere reactie')
  expect(await pageOf(out)).toContain('1 eerdere reactie')
  expect(await pageOf(out)).toContain('U heeft nu geen reactie die nog loopt')
  const { store } = region.setting
  await store.updateTable('listing').set({ state: 'let' }).where('id', '=', listing).execute()
  expect(await pageOf(placed)).toContain('1 eerdere reactie')
})

test('messages that stand on another page stay unread, and so do they in the count', async () => {
  const seeker = await region.seeker({})
  const own = await region.browser(seeker)
  const listing = await region.listing(7)
  await region.responded(listing, [seeker])
  const { store, region: name } = region.setting
  await store
    .insertInto('message')
    .values(
      Array.from({ length: 40 }, (_, each) => ({
        ...{ region: name, id: crypto.randomUUID(), person: seeker.person ?? '' },
        ...{ code: 'responded', facts: JSON.stringify({ listing }) },
        at: new Date(region.now().getTime() - each * 60_000),
      })),
    )
    .execute()
  const unread = async () => /(\d+) (?:nieuwe? )?bericht/.exec((await own.get('/mijn')).text)?.[1]
  const before = Number(await unread())
  expect(before).toBeGreaterThan(40)
  const first = await own.get('/mijn/berichten')
  expect(first.text.match(/class="message"/g)).toHaveLength(25)
  expect(Number(await unread())).toBe(before - 25)
  await own.get('/mijn/berichten?pagina=2')
  expect(await unread()).toBeUndefined()
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
