/** Being reached, as a browser without script sees it: mail settings, links in mail, saved searches, the post. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mail } from '../operations/operation.ts'
import { doDueJobs } from '../operations/tasks.ts'
import { tell } from '../store/messages.ts'
import { asRead } from '../tests/as-read.ts'
import { homeFacts } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { makeApp } from './app.ts'

let region: PortalRegion
const sent: Mail[] = []

beforeAll(async () => {
  region = await portalRegion('2026-06-01T08:00:00Z')
  const mailer = {
    isExample: true,
    async send(mail: Mail) {
      sent.push(mail)
      return { accepted: true } as const
    },
  }
  Object.assign(region.setting, { mailer })
})
afterAll(async () => region?.database.drop())

const linkIn = (mail: Mail | undefined, part: string) =>
  mail?.lines.find(({ path }) => path?.startsWith(part))?.path ?? ''

async function confirmed(name: string) {
  const seeker = await region.seeker({ name })
  const browser = await region.browser(seeker)
  const page = await browser.get('/mijn/berichten/instellen')
  const [, email = ''] = /name="email" value="([^"]*)"/.exec(page.text) ?? []
  await browser.post('/mijn/berichten/instellen', {
    ...{ email, wants: 'everything', taal: 'nl', telefoon: '', postadres: '', opnieuw: 'ja' },
  })
  await doDueJobs(region.setting)
  const visitor = await region.browser()
  await visitor.post(linkIn(sent.at(-1), '/mail/bevestigen/'))
  return { seeker, browser, email }
}

describe('how somebody is reached', () => {
  test('an address is confirmed by a button, in any browser, and not by looking', async () => {
    const { browser, email } = await confirmed('Bevestig Voorbeeld')
    const path = linkIn(
      sent.findLast(({ to }) => to === email),
      '/mail/bevestigen/',
    )
    const settled = await browser.get('/mijn/berichten/instellen')
    expect(settled.text).toContain(`Mail gaat naar ${email}`)
    const again = await (await region.browser()).get(path)
    expect(again.status).toBe(404)
    expect(again.text).toContain('Deze link werkt niet meer')
    expect(again.text).not.toContain(email)
  })

  test('looking at a link confirms nothing, and names nobody', async () => {
    const seeker = await region.seeker({ name: 'Kijkt Voorbeeld' })
    const own = await region.browser(seeker)
    const before = await own.get('/mijn/berichten/instellen')
    const [, email = ''] = /name="email" value="([^"]*)"/.exec(before.text) ?? []
    region.goTo(new Date(region.now().getTime() + 120_000))
    await own.post('/mijn/berichten/instellen', {
      ...{ email, wants: 'everything', taal: 'nl', telefoon: '', postadres: '', opnieuw: 'ja' },
    })
    await doDueJobs(region.setting)
    const path = linkIn(sent.at(-1), '/mail/bevestigen/')
    const page = await (await region.browser()).get(path)
    expect(page.text).toContain('Ja, dit adres is van mij')
    expect(page.text).not.toContain(email)
    expect((await own.get('/mijn/berichten/instellen')).text).toContain('Wij stuurden een link')
    const twice = await own.post('/mijn/berichten/instellen', {
      ...{ email, wants: 'everything', taal: 'nl', telefoon: '', postadres: '', opnieuw: 'ja' },
    })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('Wacht een minuut')
  })

  test('what is not right is told at its field, and nothing is lost', async () => {
    const browser = await region.browser(await region.seeker({ name: 'Fout Voorbeeld' }))
    const wrong = { wants: 'important', taal: 'en', postadres: 'Voorbeeldstraat 1, Heerlen' }
    const sentForm = await browser.post('/mijn/berichten/instellen', {
      ...{ ...wrong, email: 'geen adres', telefoon: '12' },
    })
    expect(sentForm.status).toBe(422)
    expect(sentForm.text).toContain('<a href="#email">')
    expect(sentForm.text).toContain('value="Voorbeeldstraat 1, Heerlen"')
    const phone = await browser.post('/mijn/berichten/instellen', {
      ...{ ...wrong, email: '', telefoon: '12' },
    })
    expect(phone.text).toContain('<a href="#telefoon">')
    const right = await browser.post('/mijn/berichten/instellen', {
      ...{ ...wrong, email: '', telefoon: '045 123 45 67' },
    })
    expect(right.location).toBe('/mijn/berichten/instellen?opgeslagen=ja')
    const saved = await browser.get('/mijn/berichten/instellen')
    expect(saved.text).toContain('Wij sturen u geen mail')
    expect(saved.text).toContain('value="045 123 45 67"')
  })
})

describe('a saved search', () => {
  test('brings one message a day with what is new, none when there is nothing, and stops by its link', async () => {
    const { seeker, browser, email } = await confirmed('Zoekt Voorbeeld')
    const old = await region.listing(7, { ...homeFacts, rent: 60_000 })
    const list = await browser.get('/woningen?gemeente=heerlen&huur=700')
    const [, path = ''] = /href="(\/mijn\/wensen\/zoekopdrachten\?[^"]*)"/.exec(list.text) ?? []
    const asked = path.replaceAll('&amp;', '&')
    const nameless = await browser.post(asked, { naam: ' ', doe: 'bewaren' })
    expect(nameless.status).toBe(422)
    expect(nameless.text).toContain('in Heerlen, tot €\u00a0700,00')
    const saved = await browser.post(asked, { naam: 'Dicht bij moeder', doe: 'bewaren' })
    expect(saved.location).toBe('/mijn/wensen/zoekopdrachten?gedaan=bewaard')
    const shown = await browser.get('/mijn/wensen/zoekopdrachten')
    expect(shown.text).toContain('Dicht bij moeder')

    await doDueJobs(region.setting)
    sent.length = 0
    region.goTo('2026-06-01T15:00:01Z')
    await doDueJobs(region.setting)
    expect(sent).toEqual([])

    region.goTo('2026-06-02T09:00:00Z')
    const fits = await region.listing(7, { ...homeFacts, rent: 65_000 })
    await region.listing(7, { ...homeFacts, rent: 90_000 })
    region.goTo('2026-06-02T15:00:01Z')
    await doDueJobs(region.setting)
    await doDueJobs(region.setting)
    const mails = sent.filter(({ to }) => to === email)
    expect(mails).toHaveLength(1)
    const paths = mails[0]?.lines.flatMap(({ path: each }) => each ?? []) ?? []
    expect(paths).toContain(`/woningen/${fits}`)
    expect(paths).not.toContain(`/woningen/${old}`)
    const said = JSON.stringify(mails[0])
    expect(said).not.toContain('moeder')

    region.goTo('2026-06-03T15:00:01Z')
    await doDueJobs(region.setting)
    expect(sent.filter(({ to }) => to === email)).toHaveLength(1)

    const stop = linkIn(mails[0], '/mail/stoppen/')
    expect(mails[0]?.stopPath).toBe(stop)
    const visitor = await region.browser()
    const page = await visitor.get(stop)
    for (const secret of [email, 'moeder', 'Zoekt']) expect(page.text).not.toContain(secret)
    expect((await visitor.post(stop)).text).toContain('Dat is gestopt')
    expect((await visitor.post(stop)).text).toContain('Dat is gestopt')
    const unknown = await visitor.get(`${stop.slice(0, -4)}xxxx`)
    expect(unknown.status).toBe(404)
    await region.listing(7, { ...homeFacts, rent: 61_000 })
    region.goTo('2026-06-04T15:00:01Z')
    await doDueJobs(region.setting)
    expect(sent.filter(({ to }) => to === email)).toHaveLength(1)
    const later = await region.browser(seeker)
    expect((await later.get('/mijn/wensen/zoekopdrachten')).text).toContain('staat stil')
  })

  test('is not to be seen or changed by anybody else', async () => {
    const one = await confirmed('Eigen Voorbeeld')
    await one.browser.post('/mijn/wensen/zoekopdrachten?nieuw=ja', {
      naam: 'Van mij',
      doe: 'bewaren',
    })
    const { id } = await region.store
      .selectFrom('saved_search')
      .select('id')
      .where('person', '=', one.seeker.person)
      .executeTakeFirstOrThrow()
    const other = await region.browser(await region.seeker({ name: 'Ander Voorbeeld' }))
    const tried = await other.post('/mijn/wensen/zoekopdrachten', {
      ...{ zoekopdracht: id, doe: 'verwijderen' },
    })
    expect(tried.status).toBe(404)
    const removed = await one.browser.post('/mijn/wensen/zoekopdrachten', {
      ...{ zoekopdracht: id, doe: 'verwijderen' },
    })
    expect(removed.status).toBe(303)
  })
})

describe('is this message ours?', () => {
  test('knows a pasted message by its reference, and never says whose it is', async () => {
    const { seeker, email } = await confirmed('Echt Voorbeeld')
    await region.store.transaction().execute((transaction) =>
      tell(transaction, region.region, [seeker.person], {
        ...{ code: 'offer-made', facts: {}, at: region.now() },
      }),
    )
    await doDueJobs(region.setting)
    const mail = sent.findLast(({ to }) => to === email)
    const visitor = await region.browser()
    const whole = mail?.lines.map(({ text }) => text).join('\n') ?? ''
    const real = await visitor.post('/is-dit-bericht-van-ons', { kenmerk: whole })
    expect(real.text).toContain('Ja, dit bericht is van ons')
    expect(real.text).not.toContain('Echt')
    expect(real.text).not.toContain(email)
    const forged = await visitor.post('/is-dit-bericht-van-ons', {
      kenmerk: 'Betaal nu 25 euro. Kenmerk: dead-beef-0001',
    })
    expect(forged.text).toContain('Nee, dit kenmerk kennen wij niet')
    expect(forged.text).toContain('betaal niets')
    const without = await visitor.post('/is-dit-bericht-van-ons', { kenmerk: 'Betaal nu 25 euro' })
    expect(without.text).toContain('Hier staat geen kenmerk van ons in')
  })
})

describe('letters and calls', () => {
  test('a letter is printed with its reference, said to be sent, and gone from the list', async () => {
    const seeker = await region.seeker({ name: 'Papier Voorbeeld', email: undefined })
    await region.store
      .updateTable('person')
      .set({ email: null })
      .where('id', '=', seeker.person)
      .execute()
    region.goTo('2027-04-20T08:00:00Z')
    await doDueJobs(region.setting)
    const landlord =
      ['anderwonen', 'voorbeeldwonen'][Number.parseInt(seeker.person.slice(0, 8), 16) % 2] ?? ''
    const officer = await region.browser(await region.worker('letting-officer', landlord))
    const elsewhere = landlord === 'anderwonen' ? 'voorbeeldwonen' : 'anderwonen'
    const other = await region.browser(await region.worker('letting-officer', elsewhere))
    const list = await officer.get('/werk/post')
    const [, path = ''] = /href="(\/werk\/post\/[0-9a-f-]+)">Papier Voorbeeld/.exec(list.text) ?? []
    expect(path).not.toBe('')
    expect((await other.get(path)).status).toBe(404)
    const page = await officer.get(path)
    expect(page.text).toContain('Verleng uw inschrijving')
    expect(page.text).toMatch(/Kenmerk: [0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/)
    expect(page.text).toContain('Wij kennen geen postadres')
    expect(page.text).toContain('geen adres waarheen')
    const more = { origin: 'https://wonen.example', returnAddress: 'Postbus 1, 6400 AA Heerlen' }
    const printed = await makeApp({ ...region.setting, isExample: false, ...more }).request(path, {
      headers: { cookie: `sessie=${officer.cookies.get('sessie')}` },
    })
    const letter = asRead(await printed.text())
    expect(letter).toMatch(/Afzender: \w+, Postbus 1, 6400 AA Heerlen/)
    expect(letter).toContain('wonen.example')
    const said = await officer.post(path, { doe: 'sent' })
    expect(said.location).toBe('/werk/post?gedaan=ja')
    expect((await officer.get('/werk/post')).text).not.toContain('Papier Voorbeeld')
    const log = await (await region.browser(seeker)).get('/mijn/inzage')
    expect(log.text).toContain('Brief verstuurd')
    expect(log.text).toContain('brief of telefoon aan u')
  })
})
