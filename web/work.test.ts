/** The workplace through its pages: from an empty home to a lease, and nothing of another landlord. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../core/basics/calendar-date.ts'
import { answerOffer } from '../operations/answer-offer.ts'
import { checkDocuments } from '../operations/check-documents.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { type Actor, carryOut, dayOf } from '../operations/operation.ts'
import { beginSession } from '../operations/sessions.ts'
import { doDueJobs } from '../operations/tasks.ts'
import { asRead } from '../tests/as-read.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  landlord,
  lettingRegion,
  type Seeker,
} from '../tests/letting-region.ts'
import { formatDay, formatWeekday } from '../words/language.ts'
import { type App, makeApp } from './app.ts'
import { dayTyped } from './work-frame.ts'

let region: LettingRegion
let app: App
let atWork: Actor
let officer: Browser
let reviewer: Browser
let stranger: Browser

type Browser = Awaited<ReturnType<typeof browse>>

beforeAll(async () => {
  region = await lettingRegion()
  const setting = { ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false }
  app = makeApp(setting)
  atWork = await region.worker('letting-officer')
  officer = await browse(atWork)
  reviewer = await browse(await region.worker('reviewer'))
  stranger = await browse(await region.worker('letting-officer', 'anderwonen'))
})
afterAll(async () => region?.database.drop())

/** Somebody who is logged in, and reads and sends forms as a browser without script does. */
async function browse(actor: Actor) {
  const enter = async () =>
    `sessie=${await beginSession(region.store, region.region, actor.human, region.now())}`
  const get = async (address: string) => {
    const answer = await app.request(address, { headers: { cookie: await enter() } })
    return { status: answer.status, text: asRead(await answer.text()) }
  }
  const post = async (address: string, fields: Readonly<Record<string, string>>) => {
    const cookie = await enter()
    const page = asRead(await (await app.request(address, { headers: { cookie } })).text())
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    const body = new URLSearchParams({ csrf: hidden('csrf'), key: hidden('key'), ...fields })
    const answer = await app.request(address, { method: 'POST', headers: { cookie }, body })
    return {
      status: answer.status,
      text: asRead(await answer.text()),
      to: answer.headers.get('location') ?? '',
    }
  }
  return { actor, get, post }
}

const days = (count: number) => dayTyped(addDays(dayOf(region.now()), count))

async function people(count: number): Promise<Seeker[]> {
  const seekers: Seeker[] = []
  for (let each = 0; each < count; each += 1) {
    seekers.push(await region.seeker({ name: `Zoeker ${each + 1}` }))
    region.later(1)
  }
  return seekers
}

describe('the workplace', () => {
  test('goes from an empty home to a lease, page after page', async () => {
    const seekers = await people(3)
    const dwelling = await region.dwelling()
    const home = `/werk/woningen/${dwelling}`
    const reported = await officer.post(home, { vrij: days(0) })
    expect(reported).toMatchObject({ status: 303, to: `${home}/advertentie` })
    expect((await officer.get('/werk')).text).toContain('Advertentie maken')

    const bare = await officer.post(`${home}/advertentie`, { doe: 'opslaan', huur: '650', kop: '' })
    expect(bare.status).toBe(303)
    expect((await officer.get(`${home}/advertentie`)).text).toContain('nog geen kop')
    await officer.post(`${home}/advertentie`, {
      ...{ doe: 'opslaan', kop: 'Appartement met balkon', huur: '650', label: 'none' },
      verdeling: 'ranked',
    })
    expect((await officer.get(`${home}/advertentie`)).text).toContain('Er is niets gevonden')
    const published = await officer.post(`${home}/advertentie`, {
      doe: 'publiceren',
      open: days(0),
    })
    expect(published).toMatchObject({ status: 303, to: `${home}/kandidaten` })
    expect((await officer.get(`${home}/kandidaten`)).text).toContain('Nog geen lijst')

    const { id } = await region.store
      .selectFrom('listing')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await region.responded(id, seekers)
    region.later(9)
    await doDueJobs(region.setting)
    const list = (await officer.get(`${home}/kandidaten`)).text
    expect(list).toContain('3 mensen staan op de lijst')
    expect(list).not.toContain('Zoeker 1')
    const offered = await officer.post(`${home}/kandidaten`, { aantal: '2', dag: '', uur: '' })
    expect(offered.status).toBe(303)
    const after = (await officer.get(`${home}/kandidaten`)).text
    expect(after).toContain('Zoeker 1')
    expect(after).toContain('Zoeker 2')
    expect(after).not.toContain('Zoeker 3')

    const offer = /aanbiedingen\/([0-9a-f-]{36})/.exec(after)?.[1] ?? ''
    expect((await officer.get(`/werk/aanbiedingen/${offer}`)).text).toContain('Aanbod aan Zoeker 1')
    const closed = (await officer.get(home)).text
    expect(closed.indexOf('/kandidaten">')).toBeLessThan(closed.indexOf('/advertentie">'))
    const [first] = seekers
    if (!first) throw new Error('nobody')
    const own = await browse(first)
    /** What a response says of the offer, wherever it stands. */
    const told = async (words: string) => {
      const link = `<a href="/mijn/aanbod/${offer}">${words}</a>`
      for (const page of ['/mijn/reacties', `/mijn/reacties/${id}`]) {
        expect((await own.get(page)).text).toContain(link)
      }
    }
    await told('U heeft een aanbod. Bekijk het en antwoord')
    expect((await own.get(`/mijn/aanbod/${offer}`)).text).toContain(
      'De verhuurder is Voorbeeldwonen',
    )
    done(await carryOut(region.setting, first, answerOffer, { offer, answer: 'accept' }))
    expect((await officer.get('/werk')).text).toContain('Papieren controleren')
    await told('U nam het aanbod aan.')

    const check = `/werk/controle/${offer}`
    const early = await officer.post(check, { doe: 'verhuren', begin: days(10) })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Nog niet alles is gezien')
    const seen = (kind: string, source: string, more: Readonly<Record<string, string>> = {}) =>
      officer.post(check, {
        ...{ doe: kind, [`bron-${kind}`]: source, [`datum-${kind}`]: days(-3) },
        ...more,
      })
    expect((await seen('identity', 'passport')).status).toBe(303)
    expect((await seen('income', 'tax-statement', { 'waarde-income': '22.000' })).status).toBe(303)
    const household = await seen('household', 'population-register', { 'waarde-household': '1' })
    expect(household.status).toBe(303)
    const ready = (await officer.get(check)).text
    expect(ready).toContain('Passend: de huur is niet hoger dan')
    expect(ready).toContain('€\u00a022.000,00')
    expect((await officer.post(check, { doe: 'verhuren', begin: days(10) })).status).toBe(303)
    expect((await officer.get(check)).text).toContain('De woning is verhuurd')
    expect((await officer.get(check)).text).toContain('1 van 1')
    expect((await officer.get(home)).text).toContain('Komt deze woning vrij?')
    await told('U kreeg deze woning.')
    expect((await own.get('/mijn')).text).toContain(`<a href="/mijn/aanbod/${offer}"><strong>`)
    expect((await own.get('/mijn')).text).not.toContain('De woning is verhuurd.')
    const begins = `De huur begint op ${formatWeekday(addDays(dayOf(region.now()), 10), 'nl')}.`
    expect((await own.get(`/mijn/aanbod/${offer}`)).text).toContain(begins)
    const messages = (await own.get('/mijn/berichten')).text
    expect(messages).toContain(begins)
    expect(messages).toContain('wat uw huishouden verdient. Dat klopt met wat u opgaf.')
    expect((await own.get('/mijn/reacties')).text).not.toContain('De woning is verhuurd.')
  })

  test('what differs from the stock waits for a second person', async () => {
    const dwelling = await region.dwelling()
    const home = `/werk/woningen/${dwelling}`
    await officer.post(home, { vrij: days(0) })
    const draft = { doe: 'opslaan', kop: 'Verbouwd', huur: '700', label: 'none' }
    await officer.post(`${home}/advertentie`, draft)
    expect((await officer.get(`${home}/advertentie`)).text).toContain('Kies een grond')
    await officer.post(`${home}/advertentie`, { ...draft, 'grond-huur': 'renovated' })
    const own = (await officer.get(`${home}/advertentie`)).text
    expect(own).toContain('Wie hem maakte, mag hem niet toetsen')
    expect(own).not.toContain('value="akkoord"')
    const motivering = 'De keuken is nieuw, ik was er zelf.'
    const agreed = await reviewer.post(`${home}/advertentie`, { doe: 'akkoord', motivering })
    expect(agreed.status).toBe(303)
    // Whoever had the page open reads that it changed, and is sent to no field that is gone.
    const late = await reviewer.post(`${home}/advertentie`, { doe: 'niet-akkoord', motivering })
    expect(late.status).toBe(409)
    expect(late.text).toContain('de advertentie is intussen veranderd')
    expect(late.text).not.toContain('href="#motivering"')
    expect((await officer.get(`${home}/advertentie`)).text).toContain('value="publiceren"')
  })

  test('the counter opens a file by what somebody says, and a correction needs another', async () => {
    const [seeker] = await people(1)
    const listing = await region.listing()
    const wrong = { verhuurder: landlord, email: 'x@example.org', geboren: '1-2-1990' }
    const refused = await officer.post('/werk/balie', wrong)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('vinden wij niemand')
    expect(refused.text).toContain('x@example.org')
    const email = `${seeker?.human}@example.org`
    const opened = await officer.post('/werk/balie', { ...wrong, email })
    expect(opened.to).toMatch(/^\/werk\/balie\/\d+$/)
    expect((await officer.get(opened.to)).text).toContain('U helpt Zoeker 1')
    expect((await reviewer.get(opened.to)).status).toBe(404)
    const responded = await officer.post(opened.to, { woning: String(listing) })
    expect(responded.status).toBe(303)
    expect((await officer.get(opened.to)).text).toContain('Heeft gereageerd')
    const proposal = {
      doe: 'corrigeren',
      dag: '1-3-2015',
      grond: 'entered-wrongly',
      bewijs: 'paper-form',
    }
    expect((await officer.post(opened.to, proposal)).status).toBe(303)
    const waiting = (await reviewer.get('/werk')).text
    const correction = /\/werk\/correctie\/[0-9a-f-]{36}/.exec(waiting)?.[0] ?? ''
    expect((await officer.get(correction)).status).toBe(404)
    const motivering = 'Het formulier op papier heb ik gezien.'
    expect((await reviewer.post(correction, { doe: 'akkoord', motivering })).status).toBe(303)
    expect((await reviewer.get(correction)).text).toContain('Akkoord')
  })
})

describe('an offer to somebody who was passed over', () => {
  async function offered(names: number) {
    const { listing, seekers } = await region.closedListing(names)
    const { offers } = done(
      await carryOut(region.setting, atWork, makeOffer, { listing, count: 1 }),
    )
    const [seeker] = seekers
    const offer = offers[0]?.id ?? ''
    if (!seeker) throw new Error('nobody')
    done(await carryOut(region.setting, seeker, answerOffer, { offer, answer: 'accept' }))
    return { offer, page: `/werk/aanbiedingen/${offer}` }
  }

  test('shows on which ground, with what proof, when and by whom', async () => {
    const { page } = await offered(2)
    expect((await officer.get(page)).text).not.toContain('Waarom is overgeslagen')
    const today = dayTyped(dayOf(region.now()))
    const ways = { 'weg-1': 'phone', 'dag-1': today, 'weg-2': 'letter', 'dag-2': today }
    expect((await officer.post(page, { grond: 'not-reached', ...ways })).status).toBe(303)
    const { text } = await officer.get(page)
    const part = text.slice(text.indexOf('Waarom is overgeslagen'))
    const on = formatDay(dayOf(region.now()), 'nl')
    expect(part).toContain('Niet bereikt, op twee manieren geprobeerd')
    expect(part).toContain(`Telefoon, ${on}`)
    expect(part).toContain(`Brief, ${on}`)
    expect(part).toContain('Joris de Werker, ')
    expect(part).not.toContain('name="grond"')
    expect((await stranger.get(page)).status).toBe(404)
    expect((await officer.get(`${page}?taal=en`)).text).toContain('Why they were passed over')
  })

  test('names the paper that says something else, where that is the ground', async () => {
    const { offer, page } = await offered(2)
    done(
      await carryOut(region.setting, atWork, checkDocuments, {
        ...{ offer, kind: 'income', on: dayOf(region.now()), source: 'tax-statement' },
        ...{ outcome: 'differs', incomeCents: 9_000_000 },
      }),
    )
    await officer.post(page, { grond: 'papers-differ' })
    const { text } = await officer.get(page)
    const part = text.slice(text.indexOf('Waarom is overgeslagen'))
    expect(part).toContain('Papieren zeggen iets anders dan is opgegeven')
    expect(part).toMatch(/<li>Inkomen van het huishouden: [^<]+, \d+ \w+ 2026<\/li>/)
  })
})

describe('the stock', () => {
  test('grows by a complex and a home, and what was wrong comes back as typed', async () => {
    const complex = { van: 'voorbeeldwonen', naam: 'Pagina hof', buurt: 'Centrum' }
    const added = await officer.post('/werk/complexen', { ...complex, 'in-gemeente': 'heerlen' })
    expect(added.status).toBe(303)
    const typed = { adres: 'Paginastraat 7', soort: 'apartment', segment: 'social', label: 'none' }
    const wrong = await officer.post(added.to, { ...typed, huur: 'veel', slaapkamers: '2' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="Paginastraat 7"')
    expect(wrong.text).toContain('href="#huur"')
    const right = await officer.post(added.to, { ...typed, huur: '650,50', slaapkamers: '2' })
    expect(right.status).toBe(303)
    const page = (await officer.get(added.to)).text
    const [, id = ''] = /\/werk\/woningen\/(\d+)">Paginastraat 7/.exec(page) ?? []
    const change = `/werk/woningen/${id}/voorraad`
    expect((await officer.get(change)).text).toContain('value="650,50"')
    const changed = { ...typed, huur: '700', slaapkamers: '2' }
    expect((await officer.post(change, changed)).to).toBe(`/werk/woningen/${id}`)
    expect((await officer.get(`/werk/woningen/${id}`)).text).toContain('700,00')
    expect((await reviewer.get(change)).status).toBe(404)
    expect((await stranger.get(added.to)).status).toBe(404)
    expect((await reviewer.get('/werk/complexen')).text).toContain('Pagina hof')
    const found = (await officer.get('/werk/complexen?zoek=pagina+h')).text
    expect(found).toContain('Pagina hof')
    expect(found).toContain('1 complex, 1 woning')
    expect((await officer.get('/werk/complexen?zoek=nergens')).text).toContain('Geen complex past')
    expect((await stranger.get('/werk/complexen')).text).not.toContain('Pagina hof')
  })

  test('goes over pages where there are many complexes', async () => {
    const complex = { van: 'voorbeeldwonen', buurt: 'Veelhof', 'in-gemeente': 'heerlen' }
    for (let number = 1; number <= 26; number += 1) {
      await officer.post('/werk/complexen', { ...complex, naam: `Veel ${number}` })
    }
    const first = await officer.get('/werk/complexen?zoek=Veelhof')
    expect(first.status).toBe(200)
    expect(first.text).toContain('Pagina 1 van 2')
    const last = await officer.get('/werk/complexen?zoek=Veelhof&pagina=2')
    expect(last.status).toBe(200)
    expect(last.text.match(/<tr><td/g)).toHaveLength(1)
  })

  test('shows who works there and until when, and nobody of another landlord', async () => {
    const own = (await officer.get('/werk/medewerkers')).text
    expect(own).toContain('Verhuurconsulent')
    expect(own).toContain('1 januari 2030')
    expect(own.match(/<tr><td/g)).toHaveLength(2)
  })
})

describe('nobody sees what is of another landlord', () => {
  test('every address is as if it were not there', async () => {
    const { listing } = await region.closedListing(1)
    const { dwelling } = await region.store
      .selectFrom('listing')
      .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
      .select('vacancy.dwelling')
      .where('listing.id', '=', listing)
      .executeTakeFirstOrThrow()
    await officer.post(`/werk/woningen/${dwelling}/kandidaten`, { aantal: '1', dag: '', uur: '' })
    const { id } = await region.store
      .selectFrom('offer')
      .select('id')
      .where('listing', '=', listing)
      .executeTakeFirstOrThrow()
    const addresses = [
      `/werk/woningen/${dwelling}`,
      `/werk/woningen/${dwelling}/advertentie`,
      `/werk/woningen/${dwelling}/kandidaten`,
      `/werk/aanbiedingen/${id}`,
      `/werk/controle/${id}`,
    ]
    for (const address of addresses) {
      expect((await officer.get(address)).status).toBe(200)
      expect((await stranger.get(address)).status).toBe(404)
      expect((await stranger.post(address, { doe: 'verhuren' })).status).not.toBe(303)
    }
    expect((await stranger.get('/werk/woningen')).text).not.toContain('Voorbeeldstraat')
    expect((await stranger.get('/werk')).text).toContain('Er staat niets leeg')
  })

  test('a listing of another home is not shown under an own home', async () => {
    const one = await region.closedListing(1)
    const dwelling = await region.dwelling()
    const answer = await officer.get(
      `/werk/woningen/${dwelling}/kandidaten?advertentie=${one.listing}`,
    )
    expect(answer.status).toBe(404)
  })

  test('a seeker finds no workplace, and nobody is asked to log in', async () => {
    const [seeker] = await people(1)
    if (!seeker) throw new Error('nobody')
    const browser = await browse(seeker)
    expect((await browser.get('/werk')).status).toBe(404)
    const answer = await app.request('/werk')
    expect(answer.headers.get('location')).toBe('/inloggen?naar=%2Fwerk')
  })
})

test('a home that is lived in for some days yet does not count as empty', async () => {
  const worker = await browse(await region.worker('letting-officer', 'anderwonen'))
  const of = async (freeFrom: number) =>
    worker.post(`/werk/woningen/${await region.dwelling(homeFacts, 'anderwonen')}`, {
      vrij: days(freeFrom),
    })
  await of(5)
  expect((await worker.get('/werk')).text).toContain('Er staat niets leeg. 1 woning komt vrij.')
  await of(-3)
  expect((await worker.get('/werk')).text).toContain(
    '1 woning staat leeg, 3 dagen tot vandaag. 1 woning komt vrij.',
  )
})

test('what waits comes in pages of fifty, in any order, each home once', async () => {
  const own: number[] = []
  for (let each = 0; each < 53; each += 1) {
    const { dwelling } = await region.store
      .selectFrom('vacancy')
      .innerJoin('listing', 'listing.vacancy', 'vacancy.id')
      .select('vacancy.dwelling')
      .where('listing.id', '=', await region.listing(7))
      .executeTakeFirstOrThrow()
    own.push(dwelling)
  }
  const homesOn = ({ text }: { text: string }) =>
    [...text.matchAll(/<a href="\/werk\/woningen\/(\d+)">/g)].map(([, id]) => Number(id))
  for (const order of ['stap', 'dagen']) {
    const first = await officer.get(`/werk?volgorde=${order}`)
    const second = await officer.get(`/werk?volgorde=${order}&pagina=2`)
    expect(first.text).toContain(`rel="next" href="/werk?volgorde=${order}&amp;pagina=2"`)
    expect(homesOn(first)).toHaveLength(50)
    const all = [...homesOn(first), ...homesOn(second)]
    expect(new Set(all).size).toBe(all.length)
    expect(all).toEqual(expect.arrayContaining(own))
  }
})
