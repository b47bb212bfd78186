/** The counter, from a form on paper to the overview that goes along: everything marked, and nothing for who is not there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut, inTransaction, isRefusal } from '../operations/operation.ts'
import { referenceOfFile } from '../operations/register-on-paper.ts'
import { deregister } from '../operations/renew.ts'
import { atCounter, paper } from '../tests/at-the-counter.ts'
import { done } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
let officer: Browser
beforeAll(async () => {
  region = await portalRegion()
  officer = await region.browser(await region.worker('letting-officer'))
})
afterAll(async () => region?.database.drop())

const { enter, open } = atCounter(() => officer)

describe('registering on paper', () => {
  test('the form to print asks the same questions, of everybody', async () => {
    const page = await (await region.browser()).get('/inschrijven/papier')
    expect(page.text).toContain('Wat is het inkomen van uw huishouden?')
    expect(page.text).toContain('Schrijf geen burgerservicenummer op')
    expect(page.text.match(/<h1/g)).toHaveLength(1)
  })

  test('is a registration of today, marked as done at the counter, and found by its reference', async () => {
    const entered = await enter()
    expect(entered.status).toBe(303)
    const visit = await officer.get(entered.location ?? '')
    expect(visit.text).toContain('Opa Papier is ingeschreven')
    const { id, human } = await region.store
      .selectFrom('person')
      .select(['id', 'human'])
      .where('name', '=', 'Opa Papier')
      .executeTakeFirstOrThrow()
    expect(human).toBeNull()
    const reference = referenceOfFile(id)
    expect(visit.text).toContain(reference)
    const events = await region.store
      .selectFrom('event_value')
      .innerJoin('event', 'event.number', 'event_value.event')
      .select('event.body')
      .where('event_value.person', '=', id)
      .where('event.kind', '=', 'registered')
      .execute()
    expect(JSON.parse(events[0]?.body ?? '{}')).toMatchObject({
      via: 'counter',
      landlord: 'voorbeeldwonen',
    })
    expect((await open(reference, '4-4-1950')).status).toBe(422)
    expect((await open(reference, '3-4-1950')).status).toBe(303)
    const contact = await region.store
      .selectFrom('contact')
      .select('postal_address')
      .where('person', '=', id)
      .executeTakeFirst()
    expect(contact?.postal_address).toBe('Dorpsstraat 1, Heerlen')
  })

  test('who later logs in takes that file by its reference, once, with all its time', async () => {
    await enter({ name: 'Later Digitaal' })
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Later Digitaal')
      .executeTakeFirstOrThrow()
    const form = { kenmerk: referenceOfFile(id), ...{ 'born-day': '3', 'born-month': '4' } }
    const human = await region.newHuman('Later Digitaal')
    const own = await region.browser(human)
    const wrong = await own.post('/inschrijven/koppelen', { ...form, 'born-year': '1951' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Schrijf u niet opnieuw in')
    const right = { ...form, 'born-year': '1950' }
    const thief = await region.browser(await region.newHuman('Ook Iemand'))
    const both = await Promise.all([
      own.post('/inschrijven/koppelen', right),
      thief.post('/inschrijven/koppelen', right),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const mine = both[0].status === 303 ? own : thief
    expect((await mine.get('/mijn/inschrijving')).text).toContain('1 maart 2026')
    expect((await mine.get('/mijn/inzage')).text).toContain('Dossier op naam gezet')
    const withFile = await region.browser(await region.seeker())
    expect((await withFile.get('/inschrijven/koppelen')).status).toBe(303)
  })

  test('asks about somebody of the same name and birthday before time is lost', async () => {
    await enter({ name: 'Twee Dezelfde' })
    const again = await enter({ name: 'twee dezelfde' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Zoek eerst dat dossier op')
    expect(again.text).toContain('href="#ander"')
    expect(again.text).toContain('value="twee dezelfde"')
    expect((await enter({ name: 'twee dezelfde', ander: 'ja' })).status).toBe(303)
  })

  test.each([
    ['no signature', { getekend: '' }, 'getekend'],
    ['no way to reach them', { post: '' }, 'post'],
    ['no name', { name: '' }, 'name'],
    ['too young', { 'born-year': '2015' }, 'born-day'],
    ['no income', { income: '' }, 'income'],
  ])('%s: says where, and keeps what was typed', async (_, form, field) => {
    const page = await enter({ name: 'Iets Vergeten', ...form })
    expect(page.status).toBe(422)
    expect(page.text).toContain(`href="#${field}"`)
    expect(page.text).toContain('value="1980"')
    const rows = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Iets Vergeten')
      .execute()
    expect(rows).toEqual([])
  })

  test('sent twice is once, and only by who works there, for their own landlord', async () => {
    const page = await officer.get('/werk/balie/inschrijven')
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const form = { ...hidden, ...paper, name: 'Dubbel Verstuurd' }
    await Promise.all([
      officer.post('/werk/balie/inschrijven', form, '/hulp'),
      officer.post('/werk/balie/inschrijven', form, '/hulp'),
    ])
    const rows = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Dubbel Verstuurd')
      .execute()
    expect(rows).toHaveLength(1)
    const other = await enter({ name: 'Elders', verhuurder: 'anderwonen' })
    expect(other.status).toBe(404)
  })
})

describe('an open file', () => {
  async function visited() {
    const seeker = await region.seeker({ name: 'Balie Bezoeker' })
    const actor = await region.worker('letting-officer')
    officer = await region.browser(actor)
    const opened = await open(`${seeker.human}@example.org`, '1-2-1990')
    expect(opened.status).toBe(303)
    const own = await region.browser(seeker)
    return { seeker, own, actor, visit: opened.location ?? '' }
  }

  test('can be renewed, and within the grace restored, and says through whose hands it went', async () => {
    const { seeker, visit, own } = await visited()
    region.later(200)
    const later = await region.browser(await region.worker('letting-officer'))
    expect((await later.get(visit)).status).toBe(404)
    officer = later
    const again = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
    const done = await officer.post(again, { doe: 'verlengen' })
    expect(done).toMatchObject({ status: 303, location: `${again}?gedaan=ja` })
    region.later(650)
    officer = await region.browser(await region.worker('letting-officer'))
    const lapsed = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
    expect((await officer.get(lapsed)).text).toContain('Herstellen')
    await officer.post(lapsed, { doe: 'verlengen' })
    expect((await officer.get(lapsed)).text).toContain('Loopt, sinds')
    const messages = await (await region.browser(seeker)).get('/mijn/berichten')
    expect(messages.text).toContain(
      'Gedaan aan de balie van Voorbeeldwonen, door een verhuurconsulent.',
    )
    expect((await (await region.browser(seeker)).get('/mijn/inzage')).text).toContain(
      'verhuurconsulent aan de balie van Voorbeeldwonen',
    )
    expect(own.cookies.size).toBeGreaterThan(0)
    region.later(-850)
  })

  test('a response is given and taken back', async () => {
    const { seeker, visit } = await visited()
    const listing = await region.listing(7)
    const woning = String(listing)
    await officer.post(visit, { woning })
    expect((await officer.get(visit)).text).toContain('Reactie intrekken')
    await officer.post(visit, { woning, doe: 'intrekken' })
    const row = await region.store
      .selectFrom('response')
      .select(['via', 'withdrawn_at'])
      .where('person', '=', seeker.person)
      .executeTakeFirstOrThrow()
    expect(row.via).toBe('counter')
    expect(row.withdrawn_at).not.toBeNull()
  })

  test('homes are read a page at a time, and a response on the second page leads back there', async () => {
    const { visit } = await visited()
    const known = (await officer.get(visit)).text.match(/name="woning" value="/g)?.length ?? 0
    for (let each = known; each < 30; each += 1) await region.listing(7)
    const homesOn = ({ text }: { readonly text: string }) =>
      [...text.matchAll(/name="woning" value="(\d+)"/g)].map(([, id = '']) => id)
    const first = await officer.get(visit)
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toBe(`${visit}?pagina=2#woningen`)
    const second = await officer.get(next.replace(/#.*/, ''))
    expect([homesOn(first).length, homesOn(second).length]).toEqual([25, 5])
    expect(new Set([...homesOn(first), ...homesOn(second)]).size).toBe(30)
    const woning = homesOn(second)[0] ?? ''
    const done = await officer.post(`${visit}?pagina=2`, { woning })
    expect(done.location).toBe(`${visit}?gedaan=ja&pagina=2#woningen`)
    const after = await officer.get(`${visit}?gedaan=ja&pagina=2`)
    expect(after.text).toContain('Reactie intrekken')
    expect(after.text).toContain(`rel="prev" href="${visit}#woningen"`)
  })

  test('data and wishes change as they were told, and what is wrong is said at its field', async () => {
    const { seeker, visit } = await visited()
    const page = `${visit}/gegevens`
    const data = {
      size: '2',
      children: '1',
      situation: 'starter',
      profession: 'care',
      income: '23.000',
    }
    const wrong = await officer.post(page, { doe: 'gegevens', ...data, income: 'veel' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#income"')
    expect((await officer.post(page, { doe: 'gegevens', ...data })).status).toBe(303)
    expect((await officer.post(page, { doe: 'wensen', 'wish-rent': '700' })).status).toBe(303)
    const { facts, wishes, email } = await region.store
      .selectFrom('person')
      .select(['facts', 'wishes', 'email'])
      .where('id', '=', seeker.person)
      .executeTakeFirstOrThrow()
    expect(facts).toMatchObject({ 'household-size': 2, 'household-income': 2_300_000 })
    expect(wishes).toEqual({ rentMaxCents: 70_000 })
    expect(email).toBe(`${seeker.human}@example.org`)
  })

  test('the overview goes along on paper: registration with its proof, places, messages with their reference', async () => {
    const { seeker, visit } = await visited()
    await officer.post(visit, { woning: String(await region.listing(7)) })
    const page = await officer.get(`${visit}/afdruk`)
    expect(page.text).toContain('Overzicht voor Balie Bezoeker')
    expect(page.text).toContain(referenceOfFile(seeker.person))
    expect(page.text).toMatch(/class="hash">[0-9a-f]{64}/)
    expect(page.text).toContain('nog geen lijst')
    expect(page.text).toContain('U bent ingeschreven')
  })

  test('nothing that is for the person alone, and nothing for a colleague or after the hour', async () => {
    const { visit, seeker, actor } = await visited()
    const text = (await officer.get(visit)).text
    expect(text).not.toContain('uitschrijven')
    const colleague = await region.browser(await region.worker('letting-officer'))
    for (const page of [visit, `${visit}/gegevens`, `${visit}/afdruk`]) {
      expect((await colleague.get(page)).status).toBe(404)
    }
    const worker = await region.worker('letting-officer')
    const left = await carryOut(region.setting, worker, deregister, { person: seeker.person })
    expect(isRefusal(left)).toBe(true)
    region.later(1 / 20)
    const after = await (await region.browser(actor)).post(visit, { doe: 'verlengen' }, '/hulp')
    expect(after.status).toBe(404)
  })
})

describe('an offer', () => {
  beforeAll(async () => {
    officer = await region.browser(await region.worker('letting-officer'))
  })

  async function visitOf(name: string, born: string) {
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    const opened = await open(referenceOfFile(id), born)
    return { person: id, visit: opened.location ?? '' }
  }

  /** They responded, the list was made, and the home was offered to who stands first. */
  async function offered(listing: number): Promise<string> {
    region.later(2)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    const worker = await region.worker('letting-officer')
    officer = await region.browser(worker)
    const input = { listing, count: 1 }
    const made = done(await carryOut(region.setting, worker, makeOffer, input))
    return made.offers[0]?.id ?? ''
  }

  test('is answered on signed paper by who has no account, after what a no costs, and says so', async () => {
    await enter({ name: 'Tante Aanbod' })
    const listing = await region.listing(1)
    const before = await visitOf('Tante Aanbod', '3-4-1950')
    expect((await officer.post(before.visit, { woning: String(listing) })).status).toBe(303)
    const offer = await offered(listing)
    const { visit } = await visitOf('Tante Aanbod', '3-4-1950')
    expect((await officer.get(visit)).text).toContain('Een nee kost niets')
    const form = { doe: 'antwoord', aanbod: offer, [`antwoord-${offer}`]: 'nee' }
    const why = await officer.post(visit, form)
    expect(why.status).toBe(422)
    expect(why.text).toContain(`href="#grond-${offer}"`)
    const yes = { ...form, [`antwoord-${offer}`]: 'ja' }
    const unsigned = await officer.post(visit, yes)
    expect(unsigned.text).toContain(`href="#getekend-${offer}"`)
    expect(await stateOf(offer)).toBe('open')
    expect((await officer.post(visit, { ...yes, [`getekend-${offer}`]: 'ja' })).status).toBe(303)
    expect(await stateOf(offer)).toBe('accepted')
    const { body } = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'offer-accepted')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(body)).toMatchObject({ via: 'counter', landlord: 'voorbeeldwonen' })
  })

  test('is never answered here for who has an account, nor for another than who stands there', async () => {
    const seeker = await region.seeker({ name: 'Zelf Aanbod' })
    const listing = await region.listing(1)
    await region.responded(listing, [seeker])
    const offer = await offered(listing)
    const { visit } = await visitOf('Zelf Aanbod', '1-2-1990')
    expect((await officer.get(visit)).text).toContain('Zelf Aanbod heeft een account')
    const yes = {
      ...{ doe: 'antwoord', aanbod: offer, [`antwoord-${offer}`]: 'ja' },
      [`getekend-${offer}`]: 'ja',
    }
    const refused = await officer.post(visit, yes)
    expect(refused.text).toContain('Wie een account heeft, antwoordt zelf.')
    await enter({ name: 'Iemand Anders' })
    const other = await visitOf('Iemand Anders', '3-4-1950')
    expect((await officer.post(other.visit, yes)).status).toBe(422)
    expect(await stateOf(offer)).toBe('open')
  })

  async function stateOf(offer: string) {
    const { state } = await region.store
      .selectFrom('offer')
      .select('state')
      .where('id', '=', offer)
      .executeTakeFirstOrThrow()
    return state
  }
})
