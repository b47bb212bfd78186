/** A seeker's pages, as a browser without script sees them, on a real database. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { closeListing } from '../operations/close-listing.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut, inTransaction, isRefusal } from '../operations/operation.ts'
import { type Registration, register } from '../operations/register.ts'
import { exportFile } from '../operations/view-own-file.ts'
import { bandsOf, hidden } from '../operations/view-result.ts'
import { done, homeFacts } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { nounOf } from '../words/catalogue.ts'
import { fieldWords } from '../words/own-data.ts'

let region: PortalRegion

beforeAll(async () => {
  region = await portalRegion('2026-06-01T10:00:00Z')
})
afterAll(async () => region?.database.drop())

const anew: Registration = {
  ...{ name: 'Weggaand Voorbeeld', email: undefined, born: date('1990-02-01'), wishes: {} },
  ...{ householdSize: 1, children: 0, incomeCents: 2_200_000, housingSituation: 'starter' },
  ...{ municipality: 'heerlen', livesThereSince: date('2010-01-01') },
}

const answers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['naam', { name: 'Omar Voorbeeld', email: '' }],
  ['geboren', { 'born-day': '1', 'born-month': '3', 'born-year': '1985' }],
  ['verblijf', { residence: 'dutch' }],
  ['huishouden', { size: '3', children: '1' }],
  ['woonsituatie', { situation: 'starter' }],
  [
    'woonplaats',
    { municipality: 'kerkrade', 'since-day': '1', 'since-month': '6', 'since-year': '2012' },
  ],
  ['beroep', { profession: 'care' }],
  ['inkomen', { income: '24.500' }],
  ['wensen', { 'wish-places': 'kerkrade', 'wish-bedrooms': '2', 'wish-rent': '' }],
]

/** What the form of my data always sends, as it stood. */
const household = {
  ...{ size: '3', children: '1', situation: 'starter', profession: 'care', income: '24.500' },
  email: '',
}

describe('registering in steps', () => {
  test('leads from the first question to a receipt, and keeps what was typed', async () => {
    const human = await region.newHuman('Omar Voorbeeld')
    const browser = await region.browser(human)
    for (const [page, form] of answers) {
      const sent = await browser.post(`/inschrijven/${page}`, form)
      expect(sent.status, page).toBe(303)
    }
    const check = await browser.get('/inschrijven/controle')
    expect(check.text).toContain('€\u00a024.500,00')
    expect(check.text).toContain('3 personen, van wie 1 kind')
    const sent = await browser.post('/inschrijven/controle')
    expect(sent.location).toMatch(/^\/inschrijven\/klaar\?bewijs=\d+$/)
    const done = await browser.get(sent.location ?? '')
    expect(done.text).toContain('Uw inschrijftijd telt vanaf maandag 1 juni 2026')
    expect(done.text).toMatch(/<dd class="hash">[0-9a-f]{64}<\/dd>/)
    expect(done.text).toContain('Geef een e-mailadres, telefoonnummer of postadres')
    const messages = await browser.get('/mijn/berichten')
    expect(messages.text).toContain('U bent ingeschreven')
  })

  test('asks who moved where they lived before, and those years count for who can take part', async () => {
    const listing = await region.listing(7)
    const human = await region.newHuman('Verhuisd Voorbeeld')
    const browser = await region.browser(human)
    const recent = { municipality: 'heerlen', 'since-day': '1', 'since-month': '5' }
    for (const [page, form] of answers) {
      const given = page === 'woonplaats' ? { ...recent, 'since-year': '2024' } : form
      const sent = await browser.post(`/inschrijven/${page}`, given)
      if (page === 'woonplaats') expect(sent.location).toBe('/inschrijven/daarvoor')
    }
    const before = {
      'before-1': 'kerkrade',
      'before-1-since-day': '1',
      'before-1-since-month': '6',
    }
    const late = await browser.post('/inschrijven/daarvoor', {
      ...before,
      'before-1-since-year': '2025',
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('<a href="#before-1-since-day">Deze dag moet liggen vóór')
    await browser.post('/inschrijven/daarvoor', { ...before, 'before-1-since-year': '2012' })
    const check = await browser.get('/inschrijven/controle')
    expect(check.text).toContain('Kerkrade, vanaf 1 juni 2012')
    await browser.post('/inschrijven/controle')
    expect((await browser.get(`/woningen/${listing}`)).text).toContain('Ja, u kunt meedoen')
    // Who had forgotten it says so afterwards, and is in at once; and can take it back.
    await browser.post('/mijn/gegevens/veranderen', { ...household, 'before-1': '' })
    expect((await browser.get(`/woningen/${listing}`)).text).toContain('geen binding')
    const form = { ...household, ...before, 'before-1-since-year': '2012' }
    expect((await browser.post('/mijn/gegevens/veranderen', form)).status).toBe(303)
    expect((await browser.get('/mijn/gegevens')).text).toContain('Kerkrade, vanaf 1 juni 2012')
    expect((await browser.get(`/woningen/${listing}`)).text).toContain('Ja, u kunt meedoen')
    const again = await browser.get('/mijn/gegevens/veranderen')
    expect(again.text).toContain('<option value="kerkrade" selected>')
    const same = await browser.post('/mijn/gegevens/veranderen', form)
    expect(same.text).toContain('U heeft niets veranderd')
  })

  test('does not ask who has always lived here, and lets who got a permit say so', async () => {
    const browser = await region.browser(await region.newHuman('Blijvend Voorbeeld'))
    for (const [page, form] of answers) {
      const given = page === 'verblijf' ? { residence: 'none' } : form
      const sent = await browser.post(`/inschrijven/${page}`, given)
      if (page === 'woonplaats') expect(sent.location).toBe('/inschrijven/beroep')
    }
    await browser.post('/inschrijven/controle')
    const listing = await region.listing(7)
    expect((await browser.get(`/woningen/${listing}`)).text).toContain('kunt u niet meedoen')
    await browser.post('/mijn/gegevens/veranderen', { ...household, residence: 'permit-holder' })
    expect((await browser.get('/mijn/gegevens')).text).toContain('statushouder')
    expect((await browser.get(`/woningen/${listing}`)).text).toContain('Ja, u kunt meedoen')
  })

  test('a wrong answer is told at its field and in the summary, and nothing is lost', async () => {
    const browser = await region.browser(await region.newHuman('Iemand Voorbeeld'))
    const sent = await browser.post('/inschrijven/geboren', {
      ...{ 'born-day': '31', 'born-month': '2', 'born-year': '1985' },
    })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('<a href="#born-day">Vul een geboortedatum in die bestaat')
    expect(sent.text).toContain('name="born-day" inputmode="numeric" value="31"')
    const later = await browser.get('/inschrijven/geboren')
    expect(later.text).toContain('value="1985"')
    const young = await browser.post('/inschrijven/geboren', {
      ...{ 'born-day': '2', 'born-month': '6', 'born-year': '2008' },
    })
    expect(young.text).toContain('U kunt zich inschrijven vanaf uw 18e verjaardag')
  })

  test('who is not logged in is led to the login and back', async () => {
    const browser = await region.browser()
    expect((await browser.get('/inschrijven/naam')).location).toBe(
      '/inloggen?naar=%2Finschrijven%2Fnaam',
    )
    expect((await browser.get('/mijn')).status).toBe(303)
  })
})

describe('a home', () => {
  test('says who can take part, and to somebody who cannot: the fact, the article, what helps', async () => {
    const listing = await region.listing(7)
    const rich = await region.seeker({ incomeCents: 9_000_000 })
    const browser = await region.browser(rich)
    const page = await browser.get(`/woningen/${listing}`)
    expect(page.text).toContain('Nee, zoals het er nu voor staat kunt u niet meedoen')
    expect(page.text).toContain('€\u00a090.000,00')
    expect(page.text).toContain('artikel 3')
    expect(page.text).toContain('Dit staat in artikel 3 en 13 van: Voorbeeldverordening')
    const list = await browser.get('/woningen')
    expect(list.text).toContain('U kunt niet meedoen')
    const fitting = await browser.get('/woningen?past=ja')
    expect(fitting.text).toContain('Er is nu geen woning die bij u past')
    const [before = '', nearest = ''] = fitting.text.split('<h2')
    expect(before).not.toContain(`/woningen/${listing}"`)
    expect(nearest).toContain(`/woningen/${listing}"`)
  })

  test('leads who has no tie to the region to their data, and to who decides on one', async () => {
    const listing = await region.listing(7)
    const browser = await region.browser(
      await region.seeker({ municipality: 'elsewhere', livesThereSince: date('2025-01-01') }),
    )
    const { text } = await browser.get(`/woningen/${listing}`)
    expect(text).toContain('geen binding')
    expect(text).toContain('<a href="/mijn/gegevens">Kijk uw gegevens na</a>')
    expect(text).toContain('<a href="/hulp#besluit">')
    expect((await browser.get('/hulp')).text).toContain('id="besluit"')
  })

  test('is responded to after a question, with a receipt, and withdrawn without consequences', async () => {
    const listing = await region.listing(7)
    const browser = await region.browser(await region.seeker())
    const shown = (await browser.get(`/woningen/${listing}`)).text
    expect(shown).toContain('Ja, u kunt meedoen')
    expect(shown).toMatch(
      /Voor uw huishouden van 1 persoon is die grens €.[\d.,]+ sinds 1 januari 2026/,
    )
    expect(shown).not.toContain('hoog voor uw inkomen')
    const dear = await region.listing(7, { ...homeFacts, rent: 90_000 })
    expect((await browser.get(`/woningen/${dear}`)).text).toContain('hoog voor uw inkomen')
    const anybody = (await (await region.browser()).get(`/woningen/${listing}`)).text
    expect(anybody).toContain('Btiv 16 lid 1')
    const sent = await browser.post(`/woningen/${listing}/reageren`)
    expect(sent.status).toBe(303)
    expect((await browser.get(sent.location ?? '')).text).toMatch(/class="hash">[0-9a-f]{64}/)
    // From a page that was open already: whoever asks for it now, is told so at once.
    expect((await browser.get(`/woningen/${listing}/reageren`)).location).toBe(
      `/woningen/${listing}`,
    )
    const open = `/woningen/${dear}/reageren`
    const twice = await browser.post(`/woningen/${listing}/reageren`, {}, open)
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('U heeft al op deze woning gereageerd')
    expect(twice.text).toContain('Wij hebben uw reactie op')
    expect(twice.text).not.toContain('Ja, ik reageer')
    const own = `/mijn/reacties/${listing}`
    const wayBack = `href="/woningen/${listing}/intrekken"`
    for (const page of [`/woningen/${listing}`, own]) {
      expect((await browser.get(page)).text).toContain(wayBack)
    }
    const gone = await browser.post(`/woningen/${listing}/intrekken`)
    expect(gone.location).toContain('/ingetrokken?bewijs=')
    expect((await browser.get('/mijn/reacties')).text).toContain('Ingetrokken')
    expect((await browser.get(own)).text).not.toContain(wayBack)
    expect((await browser.post(`/woningen/${listing}/reageren`)).status).toBe(303)
  })

  test('a form that is not ours is refused, and says how to go on', async () => {
    const listing = await region.listing(7)
    const browser = await region.browser(await region.seeker())
    const sent = await browser.post(`/woningen/${listing}/reageren`, { csrf: 'forged' })
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('Dit formulier is niet verstuurd')
    expect(sent.text).toContain('Er is niets veranderd')
  })
})

describe('my data', () => {
  test('change with a receipt, and stand in the log under who did it', async () => {
    const seeker = await region.seeker()
    const browser = await region.browser(seeker)
    const form = {
      ...{ size: '2', children: '', situation: 'starter', profession: 'other' },
      ...{ income: '30000', email: 'nieuw@example.org' },
    }
    const sent = await browser.post('/mijn/gegevens/veranderen', form)
    expect(sent.location).toMatch(/bewijs=\d+/)
    const page = await browser.get('/mijn/gegevens')
    expect(page.text).toContain('€\u00a030.000,00 per jaar')
    expect((await browser.get('/mijn/inzage')).text).toContain('Gegevens veranderd')
    const wrong = await browser.post('/mijn/gegevens/veranderen', { ...form, income: 'veel' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="veel"')
    const json = await exportFile(region.setting, seeker, seeker.person)
    expect(isRefusal(json)).toBe(false)
    expect(JSON.stringify(json)).toContain('nieuw@example.org')
  })
})

test('all of somebody can be read in words, and the file for machines describes the same by the same names', async () => {
  const listing = await region.listing(7)
  const seeker = await region.seeker()
  const own = await region.browser(seeker)
  await own.post(`/woningen/${listing}/reageren`, {})
  expect((await own.get('/mijn/inzage')).text).toContain('href="/mijn/inzage/gegevens"')
  const page = await own.get('/mijn/inzage/gegevens')
  expect(page.text).toMatch(/<dt>Uw geboortedatum<\/dt><dd>\d+ \w+ \d{4}<\/dd>/)
  expect(page.text).toContain('Wat er gebeurde')
  expect((await own.get('/mijn/inzage/gegevens?taal=en')).text).toContain(
    '<dt>Your date of birth</dt>',
  )
  const { explanation, ...data } = JSON.parse((await own.get('/mijn/inzage/gegevens.json')).text)
  expect(data.file.facts.born).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(data.responses).toHaveLength(1)
  expect(explanation.language).toBe('en')
  const described: readonly { field: string; name: string }[] = explanation.fields
  expect(described.map(({ field }) => field)).toContain('file.facts.born')
  // No field goes by a name that only a programmer knows.
  const unnamed = described.filter(({ field }) => {
    const key = field.split('.').at(-1)?.replaceAll('[]', '') ?? ''
    return !Object.hasOwn(fieldWords, key) && nounOf(key, 'nl') === undefined
  })
  expect(unnamed).toEqual([])
})

describe('erasing', () => {
  test('asks first, ends with a receipt, and leaves nothing that was typed', async () => {
    const seeker = await region.seeker({ name: 'Weg Voorbeeld' })
    const browser = await region.browser(seeker)
    await browser.post('/inschrijven/naam', { name: 'Weg Voorbeeld', email: '' })
    expect((await browser.post('/mijn/inzage/wissen')).status).toBe(422)
    const done = await browser.post('/mijn/inzage/wissen', { zeker: 'ja' })
    expect(done.text).toContain('Uw gegevens zijn gewist')
    expect(done.text).toMatch(/class="hash">[0-9a-f]{64}/)
    expect((await browser.get('/mijn')).location).toContain('/inloggen')
    const { store } = region.database
    const drafts = await store.selectFrom('draft').where('human', '=', seeker.human).selectAll()
    expect(await drafts.execute()).toEqual([])
  })
})

describe('a helper', () => {
  test('acts under a mandate, is marked, and cannot do what only the person may', async () => {
    const seeker = await region.seeker({ name: 'Oma Voorbeeld' })
    const helper = await region.newHuman('Kleinzoon Voorbeeld')
    await region.database.store
      .insertInto('mandate')
      .values({
        ...{ region: 'parkstad', person: seeker.person, helper: helper.human },
        until_day: date('2040-01-01'),
      })
      .execute()
    const browser = await region.browser(helper)
    expect((await browser.get('/mijn')).text).toContain('U handelt namens Oma Voorbeeld')
    const listing = await region.listing(7)
    expect((await browser.post(`/woningen/${listing}/reageren`)).status).toBe(303)
    const registration = await browser.get('/mijn/inschrijving')
    expect(registration.text).not.toContain('/mijn/inschrijving/uitschrijven')
    expect((await browser.get('/mijn/inschrijving/uitschrijven')).status).toBe(404)
    const own = await region.browser(seeker)
    const log = await own.get('/mijn/inzage')
    expect(log.text).toContain('Kleinzoon Voorbeeld')
    expect(log.text).toContain('Dossier bekeken')
    expect((await own.get(`/mijn/reacties/${listing}`)).text).toContain(
      'Gereageerd door een helper',
    )
  })
})

describe('pages for everybody', () => {
  test.each([
    ['/', 'Een huurwoning in Parkstad'],
    ['/regels', 'Binding aan Parkstad'],
    ['/hulp', 'klachtencommissie'],
    ['/is-dit-bericht-van-ons?kenmerk=0000-0000-0000', 'Nee, dit kenmerk kennen wij niet'],
    ['/passende-huur?personen=1&inkomen=20.000&aow=nee', 'past bij u'],
    ['/passende-huur?personen=1&inkomen=200.000&aow=nee', 'te hoog'],
  ])('%s', async (path, words) => {
    const page = await (await region.browser()).get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain(words)
    expect(page.text.match(/<h1/g)).toHaveLength(1)
    const english = await (await region.browser()).get(
      `${path}${path.includes('?') ? '&' : '?'}taal=en`,
    )
    expect(english.text).toContain('<html lang="en">')
  })

  test('a message of ours is known by its reference, and nothing of whom it was to', async () => {
    const seeker = await region.seeker({ name: 'Geheim Voorbeeld' })
    const own = await (await region.browser(seeker)).get('/mijn/berichten')
    const [, reference] = /Kenmerk ([0-9a-f-]{14})/.exec(own.text) ?? []
    const page = await (await region.browser()).get(`/is-dit-bericht-van-ons?kenmerk=${reference}`)
    expect(page.text).toContain('Ja, dit bericht is van ons')
    expect(page.text).not.toContain('Geheim')
  })
})

describe('what is published', () => {
  test('one small count takes another with it, so that it does not come back by subtraction', () => {
    const rows = [20, 3, 8].map((count) => ({ count }))
    expect(hidden(rows)).toEqual([{ count: 20 }, { count: undefined }, { count: undefined }])
    expect(hidden([20, 8].map((count) => ({ count })))).toEqual([{ count: 20 }, { count: 8 }])
  })

  test('bands of years hold at least ten people', () => {
    const years: [number, number][] = [
      [2010, 4],
      [2012, 7],
      [2015, 12],
      [2020, 1],
    ]
    expect(bandsOf(years)).toEqual([
      { from: 2010, until: 2012, count: 11 },
      { from: 2015, until: 2020, count: 13 },
    ])
    expect(
      bandsOf([
        [2010, 1],
        [2011, 1],
      ]),
    ).toEqual([])
  })
})

describe('my place', () => {
  test('adds up to place - 1, and the result for everybody tells of no one', async () => {
    const seekers = []
    for (let each = 0; each < 14; each += 1) {
      seekers.push(await region.seeker({ name: `Mens ${each}` }))
      region.later(10)
    }
    const listing = await region.listing(7)
    await region.responded(listing, seekers)
    region.later(8)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    const last = seekers.at(-1)
    const browser = await region.browser(last)
    const page = await browser.get(`/mijn/reacties/${listing}`)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/plaats is \d+ van \d+|doet niet mee/)
    const result = await (await region.browser()).get(`/woningen/${listing}/uitslag`)
    expect(result.text).toContain('14 mensen')
    for (const { person } of seekers) expect(result.text).not.toContain(person)
    expect(result.text).not.toContain('Mens 1')
  })

  test('nobody sees the response of somebody else', async () => {
    const listing = await region.listing(7)
    const one = await region.seeker()
    await region.responded(listing, [one])
    const other = await region.browser(await region.seeker())
    expect((await other.get(`/mijn/reacties/${listing}`)).status).toBe(404)
  })
})

describe('an offer', () => {
  test('shows what a no costs before it is said, is answered with a receipt, and has a calendar file', async () => {
    const { listing, seekers } = await region.closedListing(3)
    const officer = await region.worker('letting-officer')
    const viewingAt = new Date(region.now().getTime() + 2 * 86_400_000)
    const { offers } = done(
      await carryOut(region.setting, officer, makeOffer, { listing, count: 2, viewingAt }),
    )
    const [first, second] = seekers
    const browser = await region.browser(first)
    expect((await browser.get('/mijn')).text).toContain('U heeft een aanbod')
    const path = `/mijn/aanbod/${offers[0]?.id}`
    const page = await browser.get(path)
    expect(page.text).toContain('Dat kost u niets')
    expect((await browser.get(`${path}/bezichtiging.ics`)).text).toContain('BEGIN:VEVENT')
    expect((await browser.post(`${path}/weigeren`)).status).toBe(422)
    const no = await browser.post(`${path}/weigeren`, { grond: 'too-small' })
    expect((await browser.get(no.location ?? '')).text).toContain('U zei nee tegen')
    // No longer a place to wait at.
    expect((await browser.get('/mijn')).text).toContain('U zei nee op het aanbod.')
    const other = await region.browser(second)
    expect((await other.get(path)).status).toBe(404)
    const own = `/mijn/aanbod/${offers[1]?.id}`
    const yes = await other.post(`${own}/accepteren`, {}, own)
    expect((await other.get(yes.location ?? '')).text).toContain('U zei ja tegen')
    expect((await other.get('/mijn/berichten')).text).toContain('Wij hebben uw ja')
  })
})

describe('my registration', () => {
  test('is renewed, and restored within the grace year with all its time', async () => {
    const seeker = await region.seeker()
    const browser = await region.browser(seeker)
    const renewed = await browser.post('/mijn/inschrijving/verlengen', {}, '/mijn/inschrijving')
    expect(renewed.status).toBe(303)
    const again = await browser.post('/mijn/inschrijving/verlengen', {}, '/mijn/inschrijving')
    expect(again.text).toContain('Verlengen is nu niet nodig')
    region.later(760)
    const lapsed = await region.browser(seeker)
    const page = await lapsed.get('/mijn/inschrijving')
    expect(page.text).toContain('Uw inschrijving is geëindigd')
    expect(page.text).toContain('Mijn inschrijving herstellen')
    await lapsed.post('/mijn/inschrijving/verlengen', {}, '/mijn/inschrijving')
    expect((await lapsed.get('/mijn/inschrijving')).text).toContain('Uw inschrijftijd loopt sinds')
  })

  test('ends only after it is said that time is lost, and begins anew in the same file', async () => {
    const seeker = await region.seeker({ name: 'Weggaand Voorbeeld' })
    const browser = await region.browser(seeker)
    const page = await browser.get('/mijn/inschrijving/uitschrijven')
    expect(page.text).toContain('Dan bent u uw inschrijftijd kwijt')
    expect((await browser.post('/mijn/inschrijving/uitschrijven')).status).toBe(422)
    const left = await browser.post('/mijn/inschrijving/uitschrijven', { zeker: 'ja' })
    expect(left.status).toBe(303)
    const after = (await browser.get('/mijn/inschrijving')).text
    expect(after).toContain('Opnieuw inschrijven')
    expect(after).toContain('Maak mijn uitschrijving ongedaan')
    expect((await browser.get('/inschrijven')).text).toContain('nog ongedaan maken')
    region.later(3)
    const { person } = done(await carryOut(region.setting, seeker, register, anew))
    expect(person).toBe(seeker.person)
  })
})

describe('a deregistration', () => {
  test('is taken back within thirty days, by themselves, and not a day is lost', async () => {
    const seeker = await region.seeker({ name: 'Spijt Voorbeeld' })
    let browser = await region.browser(seeker)
    const before = (await browser.get('/mijn/inschrijving')).text
    const since = /Uw inschrijftijd loopt sinds ([^<]+)/.exec(before)?.[1] ?? 'unknown'
    const nothing = await browser.post('/mijn/inschrijving/ongedaan', {}, '/mijn/inschrijving')
    expect(nothing.status).toBe(409)
    expect(nothing.text).toContain('alleen als u zich zelf uitschreef')
    await browser.post('/mijn/inschrijving/uitschrijven', { zeker: 'ja' })
    region.later(29)
    browser = await region.browser(seeker)
    const back = await browser.post('/mijn/inschrijving/ongedaan', {}, '/mijn/inschrijving')
    expect(back.status).toBe(303)
    expect((await browser.get(back.location ?? '')).text).toContain('U bent weer ingeschreven')
    const again = (await browser.get('/mijn/inschrijving')).text
    expect(again).toContain(`Uw inschrijftijd loopt sinds ${since}`)
    expect((await browser.get('/mijn/inzage')).text).toContain('Uitschrijving ongedaan gemaakt')
    expect((await browser.get('/mijn/berichten')).text).toContain('U bent weer ingeschreven')
    await browser.post('/mijn/inschrijving/uitschrijven', { zeker: 'ja' })
    region.later(31)
    browser = await region.browser(seeker)
    expect((await browser.get('/mijn/inschrijving')).text).not.toContain('ongedaan')
    expect(
      (await browser.post('/mijn/inschrijving/ongedaan', {}, '/mijn/inschrijving')).status,
    ).toBe(409)
  })
})

describe('being logged in elsewhere', () => {
  test('is told, and ended from here without logging out here', async () => {
    const human = await region.newHuman('Ans Voorbeeld')
    const here = await region.browser(human)
    expect((await here.get('/inloggen/sessies')).text).toContain('alleen hier ingelogd')
    const library = await region.browser(human)
    const stranger = await region.browser(await region.newHuman('Iemand anders'))
    expect((await here.get('/inloggen/sessies')).text).toContain('In een andere browser')
    expect((await here.post('/inloggen/sessies')).status).toBe(303)
    expect((await here.get('/inloggen/sessies')).status).toBe(200)
    expect((await library.get('/inloggen/sessies')).status).toBe(303)
    expect((await stranger.get('/inloggen/sessies')).status).toBe(200)
  })
})

describe('a name that is code', () => {
  test('is shown as it was typed, and does nothing', async () => {
    const name = '<script src=//elsewhere.example></script>"\'&{}'
    const browser = await region.browser(await region.seeker({ name }))
    for (const path of ['/mijn', '/mijn/gegevens', '/mijn/gegevens/veranderen', '/mijn/inzage']) {
      const { status, text } = await browser.get(path)
      expect(status).toBe(200)
      expect(text).not.toContain('<script src=//')
    }
    expect((await browser.get('/mijn/gegevens')).text).toContain('&lt;script src=//elsewhere')
  })
})
