/** Papers, from the question to the check: only what is asked, only what is taken, and gone when it is over. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileBytesMax } from '../operations/accepted-file.ts'
import { answerOffer } from '../operations/answer-offer.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { type Actor, carryOut } from '../operations/operation.ts'
import { done } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { pdf, photo, picture } from '../tests/sent-files.ts'

let region: PortalRegion
let officer: Actor
let works: Browser
beforeAll(async () => {
  region = await portalRegion()
  officer = await region.worker('letting-officer')
  works = await region.browser(officer)
})
afterAll(async () => region?.database.drop())

/** Somebody who said yes to a home, in a browser. */
async function accepted(count = 1) {
  const { listing, seekers } = await region.closedListing(count)
  const { offers } = done(await carryOut(region.setting, officer, makeOffer, { listing, count }))
  const [seeker, other] = seekers
  const [offer = { id: '' }, second = { id: '' }] = offers
  if (!seeker) throw new Error('nobody')
  const yes = { offer: offer.id, answer: 'accept' } as const
  done(await carryOut(region.setting, seeker, answerOffer, yes))
  // Later than the browsers of before were last used.
  const own = await region.browser(seeker)
  works = await region.browser(officer)
  return { seeker, own, offer: offer.id, other, second: second.id, listing }
}

const named = (bytes: Buffer, name = 'papier.pdf', type = 'application/pdf') =>
  new File([new Uint8Array(bytes)], name, { type })

type Paper = {
  readonly file?: File
  readonly kind?: string
  readonly more?: Record<string, string>
}

async function send(browser: Browser, offer: string, paper: Paper = {}) {
  const { file, kind = 'income', more = { bsn: 'ja' } } = paper
  const page = await browser.get('/mijn/documenten')
  const hidden = [
    ...page.text.matchAll(/<input type="hidden" name="(csrf|namens|key)" value="([^"]*)"/g),
  ]
  const form = new FormData()
  for (const [, name = '', value = ''] of hidden) form.set(name, value)
  form.set('aanbod', offer)
  form.set('soort', kind)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  if (file) form.set('papier', file)
  return { sent: await browser.send('/mijn/documenten', form), form }
}

async function kept() {
  return region.store
    .selectFrom('document')
    .select(['id', 'kind', 'media', 'size', 'content', 'offer', 'event'])
    .orderBy('given_at')
    .orderBy('id')
    .execute()
}

const keptFor = async (offer: string) => (await kept()).filter((each) => each.offer === offer)

describe('papers are asked', () => {
  test('of nobody who did not say yes to a home', async () => {
    const seeker = await region.seeker()
    const page = await (await region.browser(seeker)).get('/mijn/documenten')
    expect(page.text).toContain('Er worden nu geen papieren van u gevraagd')
    expect(page.text).not.toContain('type="file"')
  })

  test('of who said yes, by kind, until it was seen; showing them is as good', async () => {
    const { own, offer } = await accepted()
    const page = (await own.get('/mijn/documenten')).text
    expect(page.match(/type="file"/g)).toHaveLength(3)
    expect(page).toContain('Liever niet sturen?')
    expect((await own.get('/mijn')).text).toContain('Geef uw papieren voor')
    const seen = {
      'bron-income': 'payslips',
      'datum-income': '2-3-2026',
      'waarde-income': '21.000',
    }
    await works.post(`/werk/controle/${offer}`, { doe: 'income', 'jaar-income': '2025', ...seen })
    const after = (await own.get('/mijn/documenten')).text
    expect(after.match(/type="file"/g)).toHaveLength(2)
    expect(after).toContain('getoond en teruggegeven')
    expect(after).toContain('€\u00a021.000,00')
    expect(after).toContain('<dd>2025</dd>')
    const { sent } = await send(own, offer, { file: named(pdf()) })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Dit is al gezien')
    expect(await keptFor(offer)).toEqual([])
  })
})

describe('giving a paper', () => {
  test('keeps it by its content, whatever it is called, and gives a receipt', async () => {
    const { own, offer } = await accepted()
    const file = named(photo(), '../../../etc/passwd\0.svg', 'image/svg+xml')
    const { sent } = await send(own, offer, { file })
    expect(sent.status).toBe(303)
    const page = await own.get(sent.location ?? '')
    expect(page.text).toContain('Wij hebben uw papier')
    expect(page.text).toMatch(/class="hash">[0-9a-f]{64}/)
    const [document] = await keptFor(offer)
    expect(document).toMatchObject({ kind: 'income', media: 'image/jpeg' })
    expect(document?.content.toString('latin1')).not.toContain('GPS')
    expect(JSON.stringify(await kept())).not.toContain('passwd')
    const { body } = await region.store
      .selectFrom('event')
      .select('body')
      .where('number', '=', document?.event ?? 0)
      .executeTakeFirstOrThrow()
    expect(body).not.toContain(offer)
    expect(JSON.parse(body)).toMatchObject({ kind: 'document-given', media: 'image/jpeg' })
    expect((await own.get('/mijn/inzage')).text).toContain('Papier gegeven')
  })

  const refused: readonly (readonly [string, Paper, string, string])[] = [
    ['no file', {}, 'Kies eerst een bestand', 'papier'],
    ['an empty file', { file: named(Buffer.alloc(0)) }, 'Kies eerst een bestand', 'papier'],
    ['a web page called PDF', { file: named(Buffer.from('<html><script>')) }, 'geen PDF', 'papier'],
    [
      'an SVG called PNG',
      { file: named(Buffer.from('<svg/>'), 'foto.png', 'image/png') },
      'geen PDF',
      'papier',
    ],
    [
      'a PDF that runs a script',
      { file: named(pdf({ more: '/AA << /JS (x) >>' })) },
      'een programma kan starten',
      'papier',
    ],
    ['a number that can be read', { file: named(pdf()), more: {} }, 'Zet een vinkje', 'bsn'],
    [
      'a number that is found',
      { file: named(pdf({ drawn: '(111222333) Tj' })) },
      'op een burgerservicenummer lijkt',
      'geen-bsn',
    ],
    [
      'more than 10 MB',
      { file: named(Buffer.concat([photo(), Buffer.alloc(fileBytesMax)])) },
      'groter dan 10 MB',
      'papier',
    ],
  ]
  let once: Awaited<ReturnType<typeof accepted>> | undefined
  test.each(refused)(
    '%s is refused, at its field, and nothing is kept',
    async (_, paper, words, field) => {
      once ??= await accepted()
      const { own, offer } = once
      const { sent } = await send(own, offer, paper)
      expect(sent.status).toBe(422)
      expect(sent.text).toContain(words)
      expect(sent.text).toContain(`href="#${field}-income-${offer}"`)
      expect(sent.text).toContain(`id="${field}-income-${offer}"`)
      expect(await keptFor(offer)).toEqual([])
    },
  )

  test('a number that is something else is taken once the person says so', async () => {
    const { own, offer } = await accepted()
    const file = named(pdf({ drawn: '(111222333) Tj' }))
    const { sent } = await send(own, offer, { file, more: { bsn: 'ja', 'geen-bsn': 'ja' } })
    expect(sent.status).toBe(303)
  })

  test('far too much is stopped before it is read, with words', async () => {
    const { own, offer } = await accepted()
    const file = named(Buffer.alloc(13_000_000))
    const { sent } = await send(own, offer, { file })
    expect(sent.status).toBe(413)
    expect(sent.text).toContain('Er is niets opgeslagen')
  })

  test('a name without end, a form that is none, and a form in pieces do no harm', async () => {
    const { own, offer } = await accepted()
    const long = await send(own, offer, { file: named(pdf(), `${'n'.repeat(100_000)}.exe`) })
    expect(long.sent.status).toBe(303)
    const torn = await own.sendRaw('/mijn/documenten', '--x\r\nContent-Disp', {
      'content-type': 'multipart/form-data; boundary=x',
    })
    expect(torn.status).toBe(403)
    const unbound = await own.sendRaw('/mijn/documenten', 'x', {
      'content-type': 'multipart/form-data',
    })
    expect(unbound.status).toBe(403)
    expect(await keptFor(offer)).toHaveLength(1)
  })

  test('twice under one key, and twice the same paper, is once', async () => {
    const { own, offer } = await accepted()
    const { sent, form } = await send(own, offer, { file: named(pdf()) })
    const again = await Promise.all([
      own.send('/mijn/documenten', form),
      own.send('/mijn/documenten', form),
      send(own, offer, { file: named(pdf(), 'anders.pdf') }).then((each) => each.sent),
    ])
    for (const each of again) expect(each.location).toBe(sent.location)
    expect(await keptFor(offer)).toHaveLength(1)
  })

  test('two at once are both kept, up to ten for a home', async () => {
    const { own, offer } = await accepted()
    const each = (number: number) =>
      send(own, offer, { file: named(pdf({ drawn: `(blad ${number}) Tj` })) })
    const both = await Promise.all([each(1), each(2)])
    expect(both.map(({ sent }) => sent.status)).toEqual([303, 303])
    for (let number = 3; number <= 10; number += 1)
      expect((await each(number)).sent.status).toBe(303)
    const eleventh = await each(11)
    expect(eleventh.sent.text).toContain('U gaf al 10 papieren')
    expect(await keptFor(offer)).toHaveLength(10)
  })

  test('a full disk is said, and nothing is half kept', async () => {
    const { own, offer } = await accepted()
    await sql`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(
      region.store,
    )
    await sql`create trigger full_disk before insert on document for each row execute function full_disk()`.execute(
      region.store,
    )
    const before = await region.store.selectFrom('event').select('number').execute()
    const { sent } = await send(own, offer, { file: named(pdf()) })
    await sql`drop trigger full_disk on document`.execute(region.store)
    expect(sent.status).toBe(507)
    expect(sent.text).toContain('Er is niets bewaard')
    expect(await keptFor(offer)).toEqual([])
    const given = await region.store
      .selectFrom('event')
      .select('number')
      .where('kind', '=', 'document-given')
      .where('number', '>', Math.max(...before.map(({ number }) => number)))
      .execute()
    expect(given).toEqual([])
    expect((await send(own, offer, { file: named(pdf()) })).sent.status).toBe(303)
  })

  test('whoever is not logged in, or gives for another, gives nothing', async () => {
    const { own, offer } = await accepted()
    const nobody = await region.browser()
    expect((await send(nobody, offer, { file: named(pdf()) })).sent.location).toContain('/inloggen')
    const other = await region.browser(await region.seeker())
    expect((await send(other, offer, { file: named(pdf()) })).sent.status).toBe(404)
    expect((await send(own, 'no-offer', { file: named(pdf()) })).sent.status).toBe(404)
    expect(await keptFor(offer)).toEqual([])
  })

  test('once the home went to another or was refused, nothing is taken any more', async () => {
    const { own, offer, seeker } = await accepted()
    const no = { offer, answer: 'refuse', ground: 'too-small' } as const
    done(await carryOut(region.setting, seeker, answerOffer, no))
    const { sent } = await send(own, offer, { file: named(pdf()) })
    expect(sent.text).toContain('Dit papier wordt nu niet meer gevraagd')
    expect(await keptFor(offer)).toEqual([])
  })
})

describe('opening a paper', () => {
  test('only as a download without powers, by the landlord of the offer, and the person sees it', async () => {
    const { own, offer } = await accepted()
    await send(own, offer, { file: named(picture(), 'x.png', 'image/png') })
    const [document = { id: '' }] = await keptFor(offer)
    const check = await works.get(`/werk/controle/${offer}`)
    expect(check.text).toContain('Papieren die de kandidaat gaf')
    const address = `/werk/documenten/${document.id}/bestand`
    expect(check.text).toContain(address)
    const answer = await works.get(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="inkomen-2026-\d\d-\d\d\.png"$/,
    )
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await own.get('/mijn/inzage')).text).toContain('Papier bekeken')

    const elsewhere = await region.browser(await region.worker('letting-officer', 'anderwonen'))
    const reviewer = await region.browser(await region.worker('reviewer'))
    const auditor = await region.browser(await region.worker('auditor', ''))
    const other = await region.browser(await region.seeker())
    for (const browser of [elsewhere, reviewer, auditor, other]) {
      for (const path of [address, `/mijn/documenten/${document.id}/bestand`]) {
        expect((await browser.get(path)).status).toBe(404)
      }
    }
  })

  test('the landlord no longer can when the offer is over', async () => {
    const { own, offer, seeker } = await accepted()
    await send(own, offer, { file: named(pdf()) })
    const [document = { id: '' }] = await keptFor(offer)
    const no = { offer, answer: 'refuse', ground: 'too-small' } as const
    done(await carryOut(region.setting, seeker, answerOffer, no))
    expect((await works.get(`/werk/documenten/${document.id}/bestand`)).status).toBe(404)
    expect((await own.get(`/mijn/documenten/${document.id}/bestand`)).status).toBe(200)
  })

  test('a helper only where the mandate says papers', async () => {
    const { own, offer, seeker } = await accepted()
    await send(own, offer, { file: named(pdf()) })
    const [document = { id: '' }] = await keptFor(offer)
    const helper = await region.newHuman('Helper Voorbeeld')
    const mandate = (may: string[]) =>
      region.store
        .insertInto('mandate')
        .values({
          ...{ region: 'parkstad', person: seeker.person, helper: helper.human, may },
          // @NOTE a calendar date is a number of days since 1970.
          until_day: 30_000 as never,
        })
        .onConflict((on) => on.columns(['region', 'person', 'helper']).doUpdateSet({ may }))
        .execute()
    const browser = await region.browser(helper)
    await mandate(['read'])
    expect((await browser.get('/mijn/documenten')).status).toBe(403)
    expect((await browser.get('/mijn')).text).not.toContain('/mijn/documenten')
    expect((await browser.get(`/mijn/documenten/${document.id}/bestand`)).status).toBe(404)
    expect((await send(browser, offer, { file: named(photo()) })).sent.status).toBe(403)
    await mandate(['read', 'papers'])
    expect((await browser.get('/mijn')).text).toContain('"/mijn/documenten"')
    expect((await browser.get('/mijn/documenten')).status).toBe(200)
    expect((await browser.get(`/mijn/documenten/${document.id}/bestand`)).status).toBe(200)
    expect((await send(browser, offer, { file: named(photo()) })).sent.status).toBe(303)
    expect((await own.get('/mijn/inzage')).text).toContain('Helper Voorbeeld, namens u')
  })
})

test('a paper that is taken back is gone, and the log says so', async () => {
  const { own, offer } = await accepted()
  await send(own, offer, { file: named(pdf()) })
  const [document = { id: '' }] = await keptFor(offer)
  const other = await region.browser(await region.seeker())
  const forged = await other.post('/mijn/documenten/wissen', { document: document.id }, '/mijn')
  expect(forged.status).toBe(404)
  const wiped = await own.post(
    '/mijn/documenten/wissen',
    { document: document.id },
    '/mijn/documenten',
  )
  expect(wiped.location).toContain('gewist=ja')
  expect(await keptFor(offer)).toEqual([])
  expect((await own.get(`/mijn/documenten/${document.id}/bestand`)).status).toBe(404)
  expect((await own.get('/mijn/inzage')).text).toContain('Papier gewist')
})

test('at the workplace every condition that papers touch is told, as said and as shown', async () => {
  const { own, offer } = await accepted()
  await send(own, offer, { file: named(pdf()) })
  const check = `/werk/controle/${offer}`
  expect((await works.get(check)).text).toContain('nog niet gezien')
  const seen = {
    ...{ doe: 'income', 'bron-income': 'tax-statement', 'datum-income': '2-3-2026' },
    ...{ 'gezien-income': 'given', 'jaar-income': '2024', 'waarde-income': '90.000' },
  }
  expect((await works.post(check, { ...seen, 'jaar-income': '1999' })).text).toContain(
    'Vul het jaar in',
  )
  expect((await works.post(check, seen)).status).toBe(303)
  const page = (await works.get(check)).text
  expect(page).toContain('Voorwaarden die van papieren afhangen')
  expect(page).toContain('voldoet niet')
  expect(page).toContain('€\u00a090.000,00 (2024)')
  expect(page).toContain('Joris de Werker')
  const household = {
    ...{ doe: 'household', 'bron-household': 'population-register', 'datum-household': '2-3-2026' },
    ...{ 'gezien-household': 'given', 'waarde-household': '1' },
  }
  expect((await works.post(check, household)).text).toContain('gaf hiervan geen papier')
})
