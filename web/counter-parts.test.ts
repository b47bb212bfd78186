/** What is done at the counter on papers: who somebody is, what they disagree with, who helps them and how they are reached. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date, formatDate } from '../core/basics/calendar-date.ts'
import { closeListing } from '../operations/close-listing.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut, dayOf, inTransaction } from '../operations/operation.ts'
import { referenceOfFile } from '../operations/register-on-paper.ts'
import { atCounter } from '../tests/at-the-counter.ts'
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

describe('a wrong name or date of birth', () => {
  const form = {
    ...{ naam: 'Fatma Yılmaz', geboren: '1-2-1990', grond: 'entered-wrongly', bewijs: 'passport' },
    ...{ bewijsdag: '2-5-2024', gezien: 'ja' },
  }

  async function visited(name: string) {
    const seeker = await region.seeker({ name })
    officer = await region.browser(await region.worker('letting-officer'))
    const visit = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
    return { own: await region.browser(seeker), visit, page: `${visit}/persoon` }
  }

  test('is put forward at the counter, decided by another, and stands with their own data', async () => {
    const { own, visit, page } = await visited('Fatima Ylmas')
    expect((await own.get('/mijn/gegevens')).text).toContain('Ga met een geldig bewijs')
    const empty = await officer.get(page)
    expect((await officer.get(visit)).text).toContain(`href="${page}"`)
    expect(empty.text).toContain('value="Fatima Ylmas"')
    expect(empty.text).toContain('value="1-2-1990"')
    const sent = await officer.post(page, form)
    expect(sent).toMatchObject({ status: 303, location: `${page}?gedaan=ja` })
    expect((await officer.get(`${page}?gedaan=ja`)).text).toContain('Een collega beslist')
    expect((await own.get('/mijn/gegevens')).text).toContain(
      'Naam: van Fatima Ylmas naar Fatma Yılmaz.',
    )
    const reviewer = await region.browser(await region.worker('reviewer'))
    const list = (await reviewer.get('/werk')).text
    expect(list).toContain('Naam, voorgesteld op')
    expect(list).not.toContain('Fatma')
    const address = /\/werk\/correctie\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
    expect((await officer.get(address)).status).toBe(404)
    const shown = await reviewer.get(address)
    expect(shown.text).toContain('Paspoort, van 2 mei 2024')
    const hasty = await reviewer.post(address, { doe: 'akkoord', motivering: 'ok' })
    expect(hasty.status).toBe(422)
    const motivering = 'Ik heb het bij mijn collega nagevraagd.'
    expect((await reviewer.post(address, { doe: 'akkoord', motivering })).status).toBe(303)
    expect((await own.get('/mijn/gegevens')).text).toContain('<dd>Fatma Yılmaz</dd>')
    expect((await own.get('/mijn/beslissingen')).text).toContain('Uw gegevens zijn verbeterd')
    expect((await own.get('/mijn/inzage')).text).toContain('Naam of geboortedatum verbeterd')
    expect((await own.get('/mijn/berichten')).text).toContain('Uw gegevens zijn verbeterd')
    expect((await own.get('/mijn/inzage/gegevens.json')).text).toContain('Fatima Ylmas')
  })

  test.each([
    ['no ground', { grond: '' }, 'grond'],
    ['no paper', { bewijs: '' }, 'bewijs'],
    ['no day of the paper', { bewijsdag: 'gisteren' }, 'bewijsdag'],
    ['not seen', { gezien: '' }, 'gezien'],
    ['a number for a name', { naam: '123456782' }, 'naam'],
    ['nothing changed', { naam: 'Fatima Ylmaz' }, 'naam'],
    ['too young', { geboren: '1-2-2015' }, 'geboren'],
    ['no day', { geboren: '31-2-1990' }, 'geboren'],
  ])('%s: says where, and keeps what was typed', async (_, wrong, field) => {
    const { page } = await visited('Fatima Ylmaz')
    const sent = await officer.post(page, { ...form, ...wrong })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(`href="#${field}"`)
    expect(sent.text).toContain(`id="${field}"`)
    const [typed] = Object.values(wrong)
    if (['naam', 'geboren', 'bewijsdag'].includes(field)) {
      expect(sent.text).toContain(`value="${typed}"`)
    }
  })

  test('the second is warned of another human being, and of one who is registered twice', async () => {
    await region.seeker({ name: 'Staat Er Al', born: date('1977-07-07') })
    const { page } = await visited('Wordt Een Ander')
    await officer.post(page, { ...form, naam: 'Staat er al', geboren: '7-7-1977' })
    const reviewer = await region.browser(await region.worker('reviewer'))
    const list = (await reviewer.get('/werk')).text
    expect(list).toContain('Naam en geboortedatum, voorgesteld op')
    const address = list.match(/\/werk\/correctie\/[0-9a-f-]{36}/g)?.at(-1) ?? ''
    const { text } = await reviewer.get(address)
    expect(text).toContain('Gaat het wel om hetzelfde mens?')
    expect(text).toContain('Er staat al iemand ingeschreven')
  })
})

describe('what they disagree with, on paper', () => {
  async function listed(name: string) {
    await enter({ name })
    const listing = await region.listing(1)
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    const visit = (await open(referenceOfFile(id), '3-4-1950')).location ?? ''
    await officer.post(visit, { woning: String(listing) })
    region.later(2)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    officer = await region.browser(await region.worker('letting-officer'))
    const again = (await open(referenceOfFile(id), '3-4-1950')).location ?? ''
    return { visit: again, page: `${again}/klacht`, decision: `lijst-${listing}` }
  }

  test('is put on record with its number, can be printed, and taken back', async () => {
    const { visit, page, decision } = await listed('Oma Klaagt')
    expect((await officer.get(visit)).text).toContain(`href="${page}"`)
    const form = {
      ...{ doe: 'indienen', beslissing: decision, woorden: 'Ik sta al langer ingeschreven.' },
      ...{ ontvangen: '3-3-2026', getekend: 'ja' },
    }
    const unsigned = await officer.post(page, { ...form, getekend: '' })
    expect(unsigned.status).toBe(422)
    expect(unsigned.text).toContain('href="#getekend"')
    expect(unsigned.text).toContain('Ik sta al langer ingeschreven.')
    expect(unsigned.text).toContain(`value="${decision}" selected`)
    const future = await officer.post(page, { ...form, ontvangen: '1-1-2031' })
    expect(future.text).toContain('href="#ontvangen"')
    const sent = await officer.post(page, form)
    expect(sent.status).toBe(303)
    const made = await officer.get(sent.location ?? '')
    expect(made.text).toMatch(/K-\d+ is vastgelegd/)
    expect(made.text).toContain('waarover nog geen zaak loopt')
    const printed = (await officer.get(`${visit}/afdruk`)).text
    expect(printed).toContain('Klachten en bezwaren')
    // Who has no page of their own reads on paper who looked.
    expect(printed).toContain('Dossier geopend aan de balie')
    expect(printed).toContain('aan de balie van Voorbeeldwonen')
    const zaak = /zaak=(\d+)/.exec(sent.location ?? '')?.[1] ?? ''
    const back = { doe: 'intrekken', zaak }
    const first = await officer.post(page, back)
    expect(first.text).toContain(`href="#intrekken-${zaak}"`)
    const taken = await officer.post(page, { ...back, [`intrekken-${zaak}`]: 'ja' })
    expect(taken.location).toBe(`${page}?gedaan=ja`)
    expect((await officer.get(page)).text).toContain('Ingetrokken')
  })

  test('many decisions are read a page at a time, the newest first, and any can be chosen', async () => {
    officer = await region.browser(await region.worker('letting-officer'))
    const visit = ((await enter({ name: 'Opa Veel' })).location ?? '').split('?')[0] ?? ''
    const { id: person } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Opa Veel')
      .executeTakeFirstOrThrow()
    for (let each = 0; each < 28; each += 1) {
      const on = dayOf(region.now()) - each
      await region.store
        .insertInto('message')
        .values({
          ...{ region: region.region, id: region.setting.newId(), person, code: 'time-lapsed' },
          ...{ facts: '{}', at: new Date(on * 86_400_000) },
        })
        .execute()
    }
    const page = `${visit}/klacht`
    const keysOn = ({ text }: { readonly text: string }) =>
      [...text.matchAll(/<option value="(vervallen-\d+)"/g)].map(([, key = '']) => key)
    const first = await officer.get(page)
    const second = await officer.get(`${page}?pagina=2`)
    expect([keysOn(first).length, keysOn(second).length]).toEqual([25, 3])
    expect(new Set([...keysOn(first), ...keysOn(second)]).size).toBe(28)
    const made = await officer.post(`${page}?pagina=2`, {
      ...{ beslissing: keysOn(second)[2] ?? '', woorden: 'Dit had niet mogen vervallen.' },
      ...{ ontvangen: formatDate(dayOf(region.now())), getekend: 'ja', doe: 'indienen' },
    })
    expect((await officer.get(made.location ?? '')).text).toMatch(/K-\d+ is vastgelegd/)
  })

  test('says so where nothing was decided, and to who has an account', async () => {
    await enter({ name: 'Nog Niets' })
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Nog Niets')
      .executeTakeFirstOrThrow()
    const visit = (await open(referenceOfFile(id), '3-4-1950')).location ?? ''
    expect((await officer.get(`${visit}/klacht`)).text).toContain('Er is niets over Nog Niets')
    const seeker = await region.seeker({ name: 'Met Account' })
    const own = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
    const page = await officer.get(`${own}/klacht`)
    expect(page.text).toContain('Met Account heeft een account')
    expect(page.text).not.toContain('name="woorden"')
  })
})

describe('who helps somebody, and how they are reached', () => {
  async function visited(name: string) {
    await enter({ name })
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return (await open(referenceOfFile(id), '3-4-1950')).location ?? ''
  }

  test('a mandate on signed paper gives a code, shown once, by which a helper logs in', async () => {
    const visit = await visited('Opa Gemachtigd')
    const page = `${visit}/machtiging`
    expect((await officer.get(page)).text).toContain('heeft nu niemand gemachtigd')
    const form = { naam: 'Mijn dochter', mag: 'respond', duur: '6', getekend: 'ja' }
    const unsigned = await officer.post(page, { ...form, getekend: '' })
    expect(unsigned.status).toBe(422)
    expect(unsigned.text).toContain('href="#getekend"')
    expect(unsigned.text).toContain('value="Mijn dochter"')
    const sent = await officer.post(page, form)
    expect(sent).toMatchObject({ status: 303, location: `${page}/code` })
    const shown = await officer.get(`${page}/code`)
    const code = /class="code">([0-9A-Z-]{14})</.exec(shown.text)?.[1] ?? ''
    expect((await officer.get(`${page}/code`)).text).not.toContain(code)
    expect((await officer.get(page)).text).toContain('Uitgenodigd, nog niet aangenomen')
    const own = await officer.post('/mijn/namens/code', { code }, '/mijn/namens')
    expect(own.text).toContain('nooit voor u')
    const helper = await region.browser(await region.newHuman('Leyla Dochter'))
    const taken = await helper.post('/mijn/namens/code', { code }, '/mijn/namens')
    expect(taken.status).toBe(303)
    const running = (await officer.get(page)).text
    expect(running).toContain('Leyla Dochter')
    const human = /name="helper" value="([^"]+)"/.exec(running)?.[1] ?? ''
    const stopped = await officer.post(`${page}/stoppen`, { helper: human }, page)
    expect(stopped.location).toBe(`${page}?gestopt=ja`)
    expect((await officer.get(page)).text).not.toContain('Leyla Dochter')
  })

  test('a phone number and an address are added, and what is wrong is said at its field', async () => {
    const visit = await visited('Opa Bereikbaar')
    const page = `${visit}/bereikbaar`
    expect((await officer.get(page)).text).toContain('value="Dorpsstraat 1, Heerlen"')
    const form = { post: 'Dorpsstraat 2, Heerlen', telefoon: '045 123 45 67', email: '' }
    for (const [wrong, field] of [
      [{ telefoon: 'bel mij' }, 'telefoon'],
      [{ email: 'opa' }, 'email'],
      [{ post: '' }, 'post'],
    ] as const) {
      const refused = await officer.post(page, { ...form, ...wrong })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(`href="#${field}"`)
    }
    expect((await officer.post(page, form)).status).toBe(303)
    expect((await officer.get(page)).text).toContain('value="045 123 45 67"')
  })

  test('who has an account does it there', async () => {
    const seeker = await region.seeker({ name: 'Zelf Digitaal' })
    const visit = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
    const mandates = await officer.get(`${visit}/machtiging`)
    expect(mandates.text).toContain('machtigt zelf iemand')
    expect(mandates.text).not.toContain('name="naam"')
    const reach = await officer.get(`${visit}/bereikbaar`)
    expect(reach.text).toContain('verandert Zelf Digitaal daar zelf')
    expect(reach.text).not.toContain('name="email"')
    const phone = { post: '', telefoon: '045 123 45 67' }
    expect((await officer.post(`${visit}/bereikbaar`, phone)).status).toBe(303)
  })
})

describe('who has no account', () => {
  const ticked = { gezegd: 'ja', getekend: 'ja' }

  /** Registered on paper, and helped at the counter. */
  async function onPaper(name: string) {
    officer = await region.browser(await region.worker('letting-officer'))
    const entered = (await enter({ name })).location ?? ''
    const visit = entered.split('?')[0] ?? ''
    const { id } = await region.store
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return { visit, person: id }
  }

  async function codesTo(person: string, of: 'message' | 'errand') {
    const rows = await (of === 'message'
      ? region.store.selectFrom('message').select('code').where('person', '=', person)
      : region.store
          .selectFrom('errand')
          .innerJoin('message', 'message.id', 'errand.message')
          .select('message.code')
          .where('errand.person', '=', person)
    ).execute()
    return rows.map(({ code }) => code)
  }

  test('leaves on signed paper once it was said what that costs, gets a letter, and can take it back', async () => {
    const { visit, person } = await onPaper('Opa Vertrekt')
    const page = `${visit}/uitschrijven`
    expect((await officer.get(visit)).text).toContain(`href="${page}"`)
    const asked = await officer.get(page)
    expect(asked.text).toContain('raakt de inschrijftijd kwijt')
    const untold = await officer.post(page, { getekend: 'ja' })
    expect(untold.status).toBe(422)
    expect(untold.text).toContain('href="#gezegd"')
    const unsigned = await officer.post(page, { gezegd: 'ja' })
    expect(unsigned.text).toContain('href="#getekend"')
    expect(await codesTo(person, 'message')).not.toContain('deregistered')

    const left = await officer.post(page, ticked)
    expect(left.status).toBe(303)
    const after = await officer.get(left.location ?? '')
    expect(after.text).toContain('Opa Vertrekt is uitgeschreven')
    expect(after.text).toContain('class="hash"')
    expect(await codesTo(person, 'message')).toEqual(
      expect.arrayContaining(['deregistered', 'acted-for-you']),
    )
    expect(await codesTo(person, 'errand')).toEqual(['deregistered'])
    const { body } = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'deregistered')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(body)).toMatchObject({ via: 'counter', landlord: 'voorbeeldwonen' })

    const back = await officer.post(page, { doe: 'ongedaan' })
    expect((await officer.get(back.location ?? '')).text).toContain('is weer ingeschreven')
    expect(await codesTo(person, 'errand')).toEqual(['deregistered', 'deregistration-undone'])
    expect((await officer.get(visit)).text).toContain('Ingeschreven')
  })

  test('cannot take it back after thirty days', async () => {
    const { visit, person } = await onPaper('Opa Te Laat')
    await officer.post(`${visit}/uitschrijven`, ticked)
    region.later(31)
    officer = await region.browser(await region.worker('letting-officer'))
    const later = (await open(referenceOfFile(person), '3-4-1950')).location ?? ''
    const page = await officer.get(`${later}/uitschrijven`)
    expect(page.text).not.toContain('value="ongedaan"')
    expect(page.text).toContain('heeft geen inschrijving die loopt')
    const forced = await officer.post(`${later}/uitschrijven`, { doe: 'ongedaan' }, '/werk/balie')
    expect(forced.status).toBe(422)
    expect(forced.text).toContain('binnen 30 dagen')
  })

  test('has their file erased on signed paper, with a receipt that names nobody, and nothing after it', async () => {
    const { visit, person } = await onPaper('Opa Gewist')
    const page = `${visit}/wissen`
    expect((await officer.get(page)).text).toContain('niet terug te halen')
    const unsigned = await officer.post(page, { gezegd: 'ja' })
    expect(unsigned.status).toBe(422)
    expect(unsigned.text).toContain('href="#getekend"')
    const erased = await officer.post(page, ticked)
    expect(erased.location).toMatch(/^\/werk\/balie\?gewist=\d+$/)
    const receipt = await officer.get(erased.location ?? '')
    expect(receipt.text).toContain('De gegevens zijn gewist')
    expect(receipt.text).toContain('class="hash"')
    expect(receipt.text).not.toContain('Opa Gewist')
    expect((await officer.get(visit)).status).toBe(404)
    expect(await codesTo(person, 'message')).toEqual([])
    const { name, erased_at } = await region.store
      .selectFrom('person')
      .select(['name', 'erased_at'])
      .where('id', '=', person)
      .executeTakeFirstOrThrow()
    expect([name, erased_at]).toEqual(['', region.now()])
  })

  test('answers an offer before the file is erased, as online', async () => {
    const { visit, person } = await onPaper('Opa Aanbod')
    const listing = await region.listing(1)
    await officer.post(visit, { woning: String(listing) })
    await region.close(listing, 2)
    const actor = await region.worker('letting-officer')
    done(await carryOut(region.setting, actor, makeOffer, { listing, count: 1 }))
    officer = await region.browser(actor)
    const later = (await open(referenceOfFile(person), '3-4-1950')).location ?? ''
    const refused = await officer.post(`${later}/wissen`, ticked)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Er loopt nog een aanbod')
    expect((await officer.get(later)).status).toBe(200)
  })
})

test('who has an account leaves and is erased by nobody but themselves', async () => {
  const seeker = await region.seeker({ name: 'Zelf Weg' })
  officer = await region.browser(await region.worker('letting-officer'))
  const visit = (await open(`${seeker.human}@example.org`, '1-2-1990')).location ?? ''
  expect((await officer.get(visit)).text).not.toContain('uitschrijven')
  for (const part of ['uitschrijven', 'wissen']) {
    const page = `${visit}/${part}`
    const { text } = await officer.get(page)
    expect(text).toContain('heeft een account')
    expect(text).not.toContain('name="getekend"')
    const form = { gezegd: 'ja', getekend: 'ja' }
    expect((await officer.post(page, form, '/werk/balie')).text).toContain(
      'Wie een account heeft, doet dit zelf',
    )
    const colleague = await region.browser(await region.worker('letting-officer'))
    expect((await colleague.get(page)).status).toBe(404)
    expect((await colleague.post(page, form, '/werk/balie')).status).toBe(404)
  }
})
