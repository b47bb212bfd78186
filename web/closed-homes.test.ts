/** A home to which nobody can respond any more says what became of it, and leads only to what is there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { closeListing } from '../operations/close-listing.ts'
import { expireOffer } from '../operations/expire-offer.ts'
import { makeListing } from '../operations/make-listing.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut, dayOf, inTransaction } from '../operations/operation.ts'
import { publishListing } from '../operations/publish-listing.ts'
import { reportVacancy } from '../operations/report-vacancy.ts'
import { withdrawListing } from '../operations/withdraw-listing.ts'
import { done, homeFacts } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

const close = (listing: number) =>
  inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing))

/** Every way on from a home is there. */
async function waysFrom(browser: Browser, listing: number): Promise<string[]> {
  const { text } = await browser.get(`/woningen/${listing}`)
  const [, panel = ''] = /<section class="panel">(.*?)<\/section>/s.exec(text) ?? []
  const ways = [...panel.matchAll(/href="([^"]+)"/g)].map(([, way = '']) => way)
  for (const way of ways) expect((await browser.get(way)).status, way).toBe(200)
  return ways
}

test('what is taken back, waits for a lot, is offered or was let without a list', async () => {
  const officer = await region.worker('letting-officer')
  const [one, two] = [await region.seeker(), await region.seeker()]
  const browser = await region.browser(one)
  const shown = async (listing: number) => (await browser.get(`/woningen/${listing}`)).text
  const back = await region.listing(7)
  await carryOut(region.setting, officer, withdrawListing, {
    ...{ listing: back, ground: 'listing-was-wrong' },
  })
  expect(await shown(back)).toContain('De verhuurder nam deze woning terug')
  expect(await waysFrom(browser, back)).toEqual(['/woningen'])

  const lots = await region.listing(1, { ...homeFacts, model: 'lottery' })
  await region.responded(lots, [one, two])
  const ranked = await region.listing(1)
  const unlisted = await region.listing(1)
  region.later(1)
  await close(lots)
  await close(ranked)
  const own = await region.browser(one)
  expect(await waysFrom(own, lots)).toEqual([
    ...[`/loting/${lots}`, `/mijn/reacties/${lots}`, '/woningen'],
  ])
  expect(await waysFrom(own, ranked)).toEqual([`/woningen/${ranked}/uitslag`, '/woningen'])
  const { store } = region.setting
  await store.updateTable('listing').set({ state: 'let' }).where('id', '=', unlisted).execute()
  expect((await own.get(`/woningen/${unlisted}`)).text).toContain('De woning is verhuurd')
  expect(await waysFrom(own, unlisted)).toEqual(['/woningen'])
  for (const page of ['reageren', 'intrekken', 'gereageerd', 'ingetrokken']) {
    const answer = await own.get(`/woningen/${ranked}/${page}`)
    expect(answer.location, page).toBe(`/woningen/${ranked}`)
  }
})

test('nobody is told that they responded, or asked to take back, who did not', async () => {
  const browser = await region.browser(await region.seeker())
  const listing = await region.listing(7)
  for (const page of ['intrekken', 'gereageerd', 'ingetrokken']) {
    const answer = await browser.get(`/woningen/${listing}/${page}`)
    expect(answer.location, page).toBe(`/woningen/${listing}`)
  }
})

test('an offer that lapsed cannot be refused any more, and says what comes of it', async () => {
  const { listing, seekers } = await region.closedListing(1)
  const officer = await region.worker('letting-officer')
  const { offers } = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
  const id = offers[0]?.id ?? ''
  region.later(14)
  done(await inTransaction(region.setting, undefined, (doing) => expireOffer(doing, id)))
  const browser = await region.browser(seekers[0])
  expect((await browser.get(`/mijn/aanbod/${id}/weigeren`)).location).toBe(`/mijn/aanbod/${id}`)
  const { text } = await browser.get(`/mijn/aanbod/${id}`)
  expect(text).toContain('De woning gaat naar wie na u staat')
  expect((await browser.get(`/mijn/reacties/${listing}`)).status).toBe(200)
})

test('who lets a home sees that it is not open yet, and is not asked to offer it to nobody', async () => {
  const officer = await region.worker('letting-officer')
  const browser = await region.browser(officer)
  const today = dayOf(region.now())
  const dwelling = await region.dwelling()
  const act = region.setting
  const { vacancy } = done(
    await carryOut(act, officer, reportVacancy, { dwelling, freeFrom: today }),
  )
  const made = { title: 'Rustig wonen', description: 'Met balkon.', own: {}, grounds: {} }
  const { listing } = done(await carryOut(act, officer, makeListing, { vacancy, ...made }))
  done(await carryOut(act, officer, publishListing, { listing, opensOn: addDays(today, 5) }))
  expect((await browser.get(`/woningen/${listing}`)).status).toBe(404)
  expect((await browser.get(`/werk/woningen/${dwelling}`)).text).toContain('Gaat open: ')
  const page = `/werk/woningen/${dwelling}/kandidaten`
  expect((await browser.get(page)).text).toContain('de advertentie gaat open op')
  region.later(60)
  await close(listing)
  const { text } = await (await region.browser(officer)).get(page)
  expect(text).toContain('Er is niemand om de woning aan te bieden')
  expect(text).not.toContain('name="aantal"')
})
