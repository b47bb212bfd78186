/**
 * The interface as programs meet it: what they get, how they are refused, and that every route answers as the
 * document says. A home lives its path here from vacancy to letting, over HTTP alone.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { closeListing } from '../operations/close-listing.ts'
import { keepLog, type LogKey, logNameOf, readLogKey } from '../operations/keep-log.ts'
import { type Actor, inTransaction } from '../operations/operation.ts'
import { settleDraw } from '../operations/settle-draw.ts'
import { type ApiAnswer, type ApiRegion, apiRegion } from '../tests/api-region.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { makeApi } from './app.ts'
import { documentOf } from './document.ts'
import { routes } from './routes.ts'

let region: ApiRegion
let ask: ApiRegion['ask']
/** Every answer of these tests, to be held to the document at the end. */
const answered = new Map<string, ApiAnswer[]>()

beforeAll(async () => {
  region = await apiRegion()
  ask = async (method, path, options) => {
    const answer = await region.ask(method, path, options)
    const served = routes.find(
      (each) => each.method === method.toLowerCase() && matches(each.at, path.split('?')[0] ?? ''),
    )
    const key = served ? `${served.method} ${served.at}` : path
    answered.set(key, [...(answered.get(key) ?? []), answer])
    return answer
  }
})
afterAll(async () => region?.database.drop())

function matches(at: string, path: string): boolean {
  const pattern = at.replaceAll(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^(/api/v1)?${pattern}$`).test(path)
}

async function close(listing: number): Promise<void> {
  region.later(8)
  done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
}

describe('what is public', () => {
  test('homes come in pages that nothing moves, with the next one in body and header', async () => {
    const first = await region.listing(3)
    const second = await region.listing(4)
    const third = await region.listing(5)
    const page = await ask('GET', '/woningen?limiet=2')
    expect(idsIn(page)).toEqual([first, second])
    const next = String(page.body.volgende)
    expect(page.headers.get('link')).toBe(`<${next}>; rel="next"`)
    // What closes sooner comes in meanwhile: whoever goes on sees neither something twice nor a gap.
    await region.listing(1)
    const rest = await ask('GET', next)
    expect(idsIn(rest)).toEqual([third])
    expect(rest.body.volgende).toBeNull()
    expect(rest.headers.get('link')).toBeNull()
  })

  test('filters, and tells a home in Dutch with codes', async () => {
    const id = await region.listing(3, { ...homeFacts, bedrooms: 4, rent: 61_234 })
    const found = await ask('GET', '/woningen?slaapkamersMinimaal=4&huurMaximaalCenten=61234')
    expect(idsIn(found)).toEqual([id])
    expect(found.body.resultaten).toMatchObject([
      {
        huurCenten: 61_234,
        slaapkamers: 4,
        woningtype: { code: 'apartment', naam: expect.stringMatching(/appartement/i) },
        gemeente: { code: 'heerlen', naam: 'Heerlen' },
        status: 'open',
        sluitOp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
    ])
    expect((await ask('GET', `/woningen/${id}`)).body).toMatchObject({ id, slaapkamers: 4 })
    expect((await ask('GET', '/woningen/999999')).status).toBe(404)
  })

  test('rule books, facts and a fitting rent can be read', async () => {
    const books = await ask('GET', '/regelboeken?limiet=100')
    expect(books.body.resultaten).toContainEqual(
      expect.objectContaining({ code: 'parkstad-2026', isVanKracht: true }),
    )
    const book = await ask('GET', '/regelboeken/parkstad-2026')
    expect(book.body).toMatchObject({ isVanKracht: true, artikelen: expect.any(Array) })
    expect((await ask('GET', '/regelboeken/nergens')).status).toBe(404)
    const facts = await ask('GET', '/kenmerken?over=woning&limiet=100')
    expect(facts.body.resultaten).toContainEqual(
      expect.objectContaining({ code: 'rent', soort: 'bedrag-in-centen' }),
    )
    const rent = await ask('POST', '/huurberekeningen', {
      body: { huishoudgrootte: 1, inkomenCenten: 2_000_000, heeftAowLeeftijd: false },
    })
    expect(rent.body).toMatchObject({ heeftHuurgrens: true, isDoelgroep: true, ontbreekt: [] })
  })

  test('the document is there without a token, for every site, in two languages', async () => {
    const dutch = await ask('GET', '/openapi.json', {
      headers: { origin: 'https://elders.example' },
    })
    expect(dutch.status).toBe(200)
    expect(dutch.headers.get('access-control-allow-origin')).toBe('*')
    expect(dutch.headers.get('access-control-allow-credentials')).toBeNull()
    const english = await ask('GET', '/openapi.json', { headers: { 'accept-language': 'en-GB' } })
    expect(dutch.body.info).not.toEqual(english.body.info)
  })
})

function idsIn({ body }: ApiAnswer): number[] {
  return z
    .array(z.object({ id: z.number() }))
    .parse(body.resultaten)
    .map(({ id }) => id)
}

describe('every answer', () => {
  test('says its version and lets nobody frame, sniff or keep it', async () => {
    for (const path of ['/woningen', '/nergens', '/woningzoekenden/ik', '/openapi.json']) {
      const { headers } = await ask('GET', path)
      expect(headers.get('api-version')).toMatch(/^1\.\d+\.\d+$/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('strict-transport-security')).toMatch(/max-age/)
    }
  })

  test('comes with a tag, by which a second time costs nothing', async () => {
    const first = await ask('GET', '/kenmerken')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('GET', '/kenmerken', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(again.body).toEqual({ text: '' })
  })

  test('has no address with a slash at its end', async () => {
    expect((await ask('GET', '/woningen/')).status).toBe(404)
  })
})

describe('what is sent wrong', () => {
  test('is told all at once, each where it stands, in plain words', async () => {
    const answer = await ask('POST', '/huurberekeningen', {
      body: { huishoudgrootte: 0, inkomenCenten: 'veel', iets: 1 },
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({
      title: expect.any(String),
      status: 400,
      detail: expect.any(String),
    })
    expect(answer.body.errors).toEqual([
      fault('#/huishoudgrootte', 'too-small', 'Vul 1 of meer in.'),
      fault('#/inkomenCenten', 'wrong-type', 'Vul hier een getal in.'),
      fault('#/heeftAowLeeftijd', 'missing', 'Vul dit in.'),
      fault('#/iets', 'unknown-field', expect.stringContaining('kennen wij niet')),
    ])
  })

  test('in address, question and content together', async () => {
    const seeker = await region.seeker()
    const answer = await ask('POST', '/woningzoekenden/geen-nummer/reacties?x=1', {
      as: seeker,
      body: {},
    })
    expect(answer.body.errors).toMatchObject([
      { in: 'path', location: { name: 'woningzoekendeId' } },
      { in: 'query', location: { name: 'x' }, code: 'unknown-field' },
      { in: 'body', location: { pointer: '#/woning' }, code: 'missing' },
    ])
  })

  test.each([
    ['a cursor that we never gave', 'GET', '/woningen?cursor=verzonnen', undefined, 400],
    ['more than a page can hold', 'GET', '/woningen?limiet=101', undefined, 400],
    [
      'a day that does not exist',
      'GET',
      '/naspelingen?van=2026-02-30&totEnMet=2026-03-01',
      undefined,
      400,
    ],
    ['what is no JSON', 'POST', '/huurberekeningen', '{', 400],
    ['nothing at all', 'POST', '/huurberekeningen', undefined, 400],
  ] as const)('%s is refused', async (_, method, path, body, status) => {
    const as = await region.worker('auditor', '')
    const answer = await ask(method, path, { as, ...(body !== undefined && { body }) })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a form is not read, nor is what is too large', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('POST', '/huurberekeningen', { body: 'a=1', headers: form })).status).toBe(
      415,
    )
    const large = JSON.stringify({ x: 'x'.repeat(70_000) })
    expect((await ask('POST', '/huurberekeningen', { body: large })).status).toBe(413)
  })

  test('is told in English to who asks for that', async () => {
    const headers = { 'accept-language': 'en' }
    const answer = await ask('POST', '/huurberekeningen', { body: {}, headers })
    expect(answer.body.title).toBe('The request is not right')
    expect(answer.headers.get('content-language')).toBe('en')
  })
})

function fault(pointer: string, code: string, detail: unknown) {
  return { in: 'body', location: { pointer }, code, detail }
}

describe('who asks', () => {
  test('is nobody without a token, and never by a cookie', async () => {
    const seeker = await region.seeker()
    const headers = { cookie: `sessie=${seeker.human}; __Host-sessie=${seeker.human}` }
    const answer = await ask('GET', '/gebruikers/ik', { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('is refused with a token that does not hold, also where everybody may', async () => {
    const headers = { authorization: 'Bearer wrong' }
    const answer = await ask('GET', '/woningen', { headers })
    expect(answer.status).toBe(401)
    expect(answer.body.code).toBe('wrong-token')
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token')
    const unknown = await ask('GET', '/woningen', { headers: { authorization: 'Bearer nobody' } })
    expect(unknown.body.code).toBe('unknown-account')
  })

  test('reaches their own file and nobody else’s, not even that it is there', async () => {
    const [one, other] = [await region.seeker(), await region.seeker()]
    const own = await ask('GET', '/woningzoekenden/ik', { as: one })
    expect(own.body).toMatchObject({ id: one.person, woongemeente: { code: 'heerlen' } })
    expect((await ask('GET', `/woningzoekenden/${one.person}`, { as: one })).body).toEqual(own.body)
    for (const path of ['', '/reacties', '/berichten', '/uitvoer', '/inschrijving', '/inzage']) {
      const theirs = await ask('GET', `/woningzoekenden/${other.person}${path}`, { as: one })
      const nobodys = await ask('GET', `/woningzoekenden/${randomUUID()}${path}`, { as: one })
      expect(theirs.status).toBe(404)
      expect(theirs.body).toEqual(nobodys.body)
    }
  })
})

describe('a key', () => {
  let seeker: Seeker
  beforeEach(async () => {
    seeker = await region.seeker()
  })

  test('makes doing something twice do it once, and gives the same answer', async () => {
    const woning = await region.listing()
    const headers = { 'idempotency-key': randomUUID() }
    const send = () =>
      ask('POST', '/woningzoekenden/ik/reacties', { as: seeker, body: { woning }, headers })
    const [first, second] = await Promise.all([send(), send()])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(first.headers.get('location')).toBe(`/api/v1/woningzoekenden/ik/reacties/${woning}`)
    const without = await ask('POST', '/woningzoekenden/ik/reacties', {
      as: seeker,
      body: { woning },
    })
    expect(without.status).toBe(409)
    expect(without.body).toMatchObject({
      code: 'already-responded',
      detail: expect.stringContaining('al'),
    })
  })

  test('is good for one question: another under it is refused and changes nothing', async () => {
    const [one, other] = [await region.listing(), await region.listing()]
    const headers = { 'idempotency-key': randomUUID() }
    const send = (woning: number) =>
      ask('POST', '/woningzoekenden/ik/reacties', { as: seeker, body: { woning }, headers })
    expect((await send(one)).status).toBe(201)
    const refused = await send(other)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: 'key-used',
      errors: [{ in: 'header', location: { name: 'Idempotency-Key' } }],
    })
    const responses = await ask('GET', '/woningzoekenden/ik/reacties', { as: seeker })
    expect(responses.body.resultaten).toMatchObject([{ woning: one }])
  })

  test('of one human is not that of another', async () => {
    const woning = await region.listing()
    const headers = { 'idempotency-key': 'dezelfde' }
    const neighbour = await region.seeker()
    for (const as of [seeker, neighbour]) {
      const path = '/woningzoekenden/ik/reacties'
      expect((await ask('POST', path, { as, body: { woning }, headers })).status).toBe(201)
    }
  })
})

describe('how often', () => {
  test('is counted per human, and never by the address they share', async () => {
    const address = '192.0.2.10'
    const woning = await region.listing()
    const library: Seeker[] = []
    for (let each = 0; each < 10; each += 1) library.push(await region.seeker())
    // Somebody without a login asks at the same address until they are stopped.
    let last = await ask('GET', '/woningen/999999/uitslag', { address })
    for (let each = 0; each < 40 && last.status === 404; each += 1) {
      last = await ask('GET', '/woningen/999999/uitslag', { address })
    }
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last.body).toMatchObject({ status: 429, title: 'Te veel verzoeken' })
    const answers = await Promise.all(
      library.map((as) =>
        ask('POST', '/woningzoekenden/ik/reacties', { as, body: { woning }, address }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(library.map(() => 201))
  })

  test('is told in headers, and comes back with time', async () => {
    const seeker = await region.seeker()
    const path = '/woningzoekenden/ik/inschrijving/pauzes'
    let last = await ask('POST', path, { as: seeker })
    expect(last.headers.get('ratelimit-policy')).toBe('"send";q=60;w=60')
    expect(last.headers.get('ratelimit')).toBe('"send";r=59;t=1')
    for (let each = 0; each < 60; each += 1) last = await region.ask('POST', path, { as: seeker })
    expect(last.status).toBe(429)
    region.goTo(new Date(region.now().getTime() + 2_000))
    expect((await ask('POST', path, { as: seeker })).status).not.toBe(429)
  })
})

describe('somebody’s own affairs', () => {
  test('can all be done, and each act has its receipt in the log', async () => {
    const human = { human: await region.human('Nieuw Hier'), roles: [], mandates: [] }
    const body = {
      ...{ naam: 'Nieuw Hier', geboren: '1988-05-01', huishoudgrootte: 2, kinderen: 1 },
      ...{ inkomenCenten: 2_500_000, woonsituatie: 'starter', woongemeente: 'heerlen' },
      ...{ woontDaarSinds: '2015-01-01', wensen: { gemeenten: ['heerlen'] } },
    }
    expect((await ask('GET', '/woningzoekenden/ik', { as: human })).status).toBe(404)
    const young = { ...body, geboren: '2015-05-01' }
    const refused = await ask('POST', '/woningzoekenden', { as: human, body: young })
    expect(refused.body).toMatchObject({ status: 409, code: 'under-age', facts: { age: 18 } })
    const made = await ask('POST', '/woningzoekenden', { as: human, body })
    expect(made.status).toBe(201)
    const at = String(made.headers.get('location'))
    expect((await ask('GET', at, { as: human })).body).toMatchObject({ huishoudgrootte: 2 })

    const changed = await ask('PATCH', '/woningzoekenden/ik', {
      as: human,
      body: {
        kinderen: 0,
        huishoudgrootte: 1,
        verhuisd: { gemeente: 'kerkrade', op: '2026-02-01' },
      },
    })
    expect(changed.body).toMatchObject({ soort: 'file-changed' })
    expect((await ask('GET', at, { as: human })).body).toMatchObject({
      ...{ kinderen: 0, woongemeente: { code: 'kerkrade' }, inkomenCenten: 2_500_000 },
    })
    expect((await ask('PATCH', '/woningzoekenden/ik', { as: human, body: {} })).status).toBe(409)

    const own = '/woningzoekenden/ik'
    const before = await ask('GET', `${own}/inschrijving`, { as: human })
    expect(before.body).toMatchObject({ status: 'actief', mogelijk: { uitschrijven: true } })
    // A day later a year from now is a day more.
    region.later(1)
    for (const [act, may] of [
      ['pauzes', 'pauzeren'],
      ['hervattingen', 'hervatten'],
      ['verlengingen', 'verlengen'],
    ] as const) {
      const { mogelijk } = (await ask('GET', `${own}/inschrijving`, { as: human })).body
      const can = z.record(z.string(), z.boolean()).parse(mogelijk)[may]
      const did = await ask('POST', `${own}/inschrijving/${act}`, { as: human })
      // The rules of Parkstad know no pause.
      expect([act, did.status]).toEqual([act, can ? 200 : 409])
      expect(can).toBe(act === 'verlengingen')
    }
    const messages = await ask('GET', `${own}/berichten`, { as: human })
    const [message] = z
      .array(z.object({ kenmerk: z.string(), gelezenOp: z.null() }))
      .parse(messages.body.resultaten)
    const ours = await ask('GET', `/berichtcontroles/${message?.kenmerk}`)
    expect(ours.body).toMatchObject({ kenmerk: message?.kenmerk, onderwerp: expect.any(String) })
    expect(JSON.stringify(ours.body)).not.toContain('Nieuw')
    const log = await ask('GET', `${own}/inzage?limiet=100`, { as: human })
    expect(log.body.resultaten).toContainEqual(
      expect.objectContaining({ soort: 'file-changed', door: 'Nieuw Hier' }),
    )
    expect((await ask('GET', `${own}/uitvoer`, { as: human })).body).toHaveProperty('file')
    const left = await ask('POST', `${own}/inschrijving/uitschrijvingen`, { as: human })
    expect(left.body).toMatchObject({ soort: 'deregistered' })
    const who = await ask('GET', '/gebruikers/ik', { as: human })
    expect(who.body).toMatchObject({ naam: 'Nieuw Hier', rollen: [], helpt: [] })
  })

  test('a decision tells what can be done against it', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const [first] = seekers
    const decisions = await ask('GET', '/woningzoekenden/ik/beslissingen', { as: first })
    expect(decisions.body.resultaten).toMatchObject([
      { soort: 'geplaatst', woning: listing, plaats: 1, rechtsmiddel: 'klacht' },
    ])
    const [decision] = z.array(z.object({ sleutel: z.string() })).parse(decisions.body.resultaten)
    const klachten = '/woningzoekenden/ik/klachten'
    const short = { beslissing: decision?.sleutel, tekst: 'Nee.' }
    const refused = await ask('POST', klachten, { as: first, body: short })
    expect(refused.body.errors).toMatchObject([{ location: { pointer: '#/tekst' } }])
    const body = { ...short, tekst: 'Mijn inschrijftijd is volgens mij te kort geteld.' }
    const made = await ask('POST', klachten, { as: first, body })
    expect(made.body).toMatchObject({ bon: { soort: 'complaint-received' } })
    const twice = await ask('POST', klachten, { as: first, body })
    expect(twice.body).toMatchObject({ status: 409, code: 'already-complained' })
    const cases = await ask('GET', klachten, { as: first })
    expect(cases.body.resultaten).toMatchObject([
      { id: made.body.id, status: 'ontvangen', rechtsmiddel: 'klacht', uitkomst: null },
    ])
    const back = `${klachten}/${made.body.id}/intrekkingen`
    expect((await ask('POST', back, { as: seekers[1] })).status).toBe(404)
    expect((await ask('POST', back, { as: first })).status).toBe(200)
  })

  test('responding can be left to us, and stops at any time', async () => {
    const seeker = await region.seeker()
    const path = '/woningzoekenden/ik/automatische-reacties'
    expect((await ask('GET', path, { as: seeker })).body).toMatchObject({ isActief: false })
    const begun = await ask('POST', path, { as: seeker, body: { tegelijk: 1 } })
    expect(begun.body).toMatchObject({ bon: { soort: 'standing-response-set' } })
    expect((await ask('GET', path, { as: seeker })).body).toMatchObject({
      isActief: true,
      tegelijk: 1,
    })
    expect((await ask('POST', `${path}/stopzettingen`, { as: seeker })).status).toBe(200)
    expect((await ask('POST', `${path}/stopzettingen`, { as: seeker })).status).toBe(409)
    const mandates = await ask('GET', '/woningzoekenden/ik/machtigingen', { as: seeker })
    expect(mandates.body).toMatchObject({ resultaten: [] })
  })
})

describe('draws and the log', () => {
  test('a draw is there for everybody, before and after, without a name', async () => {
    const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
    expect((await ask('GET', `/woningen/${listing}/loting`)).body).toMatchObject({
      status: 'nog-open',
    })
    const seekers = [await region.seeker({ name: 'Loter Een' }), await region.seeker()]
    await region.responded(listing, seekers)
    await close(listing)
    const before = await ask('GET', `/woningen/${listing}/loting`)
    expect(before.body).toMatchObject({
      status: 'vastgelegd',
      vastlegging: { lotCount: 2 },
      uitslag: null,
    })
    region.later(1)
    done(await inTransaction(region.setting, undefined, (doing) => settleDraw(doing, listing)))
    const after = await ask('GET', `/woningen/${listing}/loting`)
    expect(after.body).toMatchObject({ status: 'geloot', klopt: true, verschillen: [] })
    expect(after.body.vastlegging).toEqual(before.body.vastlegging)
    expect(JSON.stringify(after.body)).not.toContain('Loter')
    const { lots } = z
      .object({ lots: z.array(z.object({ lot: z.string(), place: z.number() })) })
      .parse(after.body.uitslag)
    const lot = await ask('GET', `/woningen/${listing}/loten/${lots[1]?.lot}`)
    expect(lot.body).toMatchObject({
      isOpgenomen: true,
      plaats: lots[1]?.place,
      bewijs: { pad: [expect.any(String)] },
    })
    expect((await ask('GET', `/woningen/${listing}/loten/verzonnen`)).body).toMatchObject({
      isOpgenomen: false,
    })
  })

  test('an auditor reads and replays, takes the log along, and nobody else does', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const auditor = await region.worker('auditor', '')
    const key = keyOf(region)
    const unsigned = await ask('POST', '/logboekuitvoeren', {
      as: auditor,
      body: { inhoud: 'openbaar' },
    })
    expect(unsigned.body).toMatchObject({ status: 409, code: 'not-signed-yet' })
    await keepLog(region.setting, key)
    const events = await ask('GET', '/gebeurtenissen?limiet=2', { as: auditor })
    const [newest] = z
      .array(z.object({ hash: z.string(), inhoud: z.string() }))
      .parse(events.body.resultaten)
    const older = await ask('GET', String(events.body.volgende), { as: auditor })
    expect(older.body.resultaten).toHaveLength(2)
    const today = region.now().toISOString().slice(0, 10)
    const period = `van=2026-01-01&totEnMet=${today}`
    const replayed = await ask('GET', `/naspelingen?${period}`, { as: auditor })
    expect(replayed.body.resultaten).toContainEqual(
      expect.objectContaining({ woning: listing, klopt: true }),
    )
    const one = await ask('GET', `/naspelingen/${listing}`, { as: auditor })
    expect(one.body).toMatchObject({ woning: listing, klopt: true, kandidaten: 2 })
    for (const path of ['/gebeurtenissen', `/naspelingen?${period}`, `/naspelingen/${listing}`]) {
      expect((await ask('GET', path, { as: seekers[0] })).status).toBe(404)
    }

    const point = await ask('GET', '/logboek/controlepunt')
    expect(point.body).toMatchObject({ grootte: expect.any(Number), tekst: expect.any(String) })
    for (const bewijs of [newest?.hash, newest?.inhoud]) {
      const found = await ask('POST', '/controles', { body: { bewijs } })
      expect(found.body).toMatchObject({
        gevonden: { hash: newest?.hash, bewijs: expect.any(Object) },
      })
    }
    expect((await ask('POST', '/controles', { body: { bewijs: 'iets' } })).body).toMatchObject({
      ...{ soort: 'onbekend', gevonden: null },
    })
  })

  test('what an auditor takes along is checked elsewhere and holds', async () => {
    const key = keyOf(region)
    await keepLog(region.setting, key)
    const setting = { ...region.setting, logKey: key }
    const auditor = await region.worker('auditor', '')
    const signed = makeApi(setting)
    await region.ask('GET', '/gebruikers/ik', { as: auditor })
    const answer = await signed.request('/api/v1/logboekuitvoeren', {
      method: 'POST',
      headers: { authorization: `Bearer ${auditor.human}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inhoud: 'alles' }),
    })
    expect(answer.headers.get('content-type')).toMatch('application/jsonl')
    const lines = (await answer.text()).trim().split('\n')
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('head')
    expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('end')
    answered.set('post /logboekuitvoeren', [
      { status: answer.status, headers: answer.headers, body: JSON.parse(lines[1] ?? '') },
    ])
  })
})

// A log has one key.
const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function keyOf({ region: name }: ApiRegion): LogKey {
  return readLogKey(folder, logNameOf(name))
}

describe('the path of a home, over the interface alone', () => {
  test('from vacancy to letting, with what everybody can recompute', async () => {
    const officer = await region.worker('letting-officer')
    const stranger = await region.worker('letting-officer', 'anderwonen')
    const seekers: Seeker[] = []
    for (let each = 0; each < 3; each += 1) {
      seekers.push(await region.seeker({ name: `Zoeker ${each + 1}` }))
      region.later(1)
    }
    const [first, second] = seekers
    if (!first || !second) throw new Error('three seekers')
    const dwelling = await region.dwelling()

    const stock = await ask('GET', '/verhuureenheden?alleenLeeg=false&limiet=100', { as: officer })
    expect(idsIn(stock)).toContain(dwelling)
    expect(idsIn(await ask('GET', '/verhuureenheden', { as: stranger }))).toEqual([])
    expect((await ask('GET', '/verhuureenheden', { as: first })).status).toBe(404)
    expect((await ask('GET', `/verhuureenheden/${dwelling}`, { as: officer })).status).toBe(200)
    expect((await ask('GET', `/verhuureenheden/${dwelling}`, { as: stranger })).status).toBe(404)

    const day = region.now().toISOString().slice(0, 10)
    const vacancy = { verhuureenheid: dwelling, vrijVanaf: day }
    expect((await ask('POST', '/leegmeldingen', { as: stranger, body: vacancy })).status).toBe(404)
    const reported = await ask('POST', '/leegmeldingen', { as: officer, body: vacancy })
    expect(reported.body).toMatchObject({ verhuureenheid: dwelling, vrijVanaf: day })
    const list = await ask('GET', '/leegmeldingen?limiet=100', { as: officer })
    expect(list.body.resultaten).toContainEqual(
      expect.objectContaining({ id: reported.body.id, volgendeStap: 'advertentie-maken' }),
    )

    const made = await ask('POST', '/advertenties', {
      as: officer,
      body: {
        ...{ leegmelding: reported.body.id, titel: 'Ruime woning', omschrijving: 'Met een tuin.' },
        ...{ huurCenten: 64_000, redenHuur: 'opgeknapt' },
      },
    })
    expect(made.body).toMatchObject({ status: 'concept' })
    expect(made.body.bevindingen).toContainEqual(
      expect.objectContaining({ code: 'differs-from-stock', ernst: 'let-op' }),
    )
    const at = String(made.headers.get('location'))
    const listing = Number(made.body.id)
    expect((await ask('GET', at, { as: officer })).body).toMatchObject({ id: listing })
    expect((await ask('GET', at, { as: stranger })).status).toBe(404)
    const review = { akkoord: true, toelichting: 'Nagekeken: de keuken is echt vernieuwd.' }
    const reviewed = (as: Actor) => ask('POST', `${at}/beoordelingen`, { as, body: review })
    expect((await reviewed(officer)).status).toBe(404)
    expect((await reviewed(await region.worker('reviewer'))).status).toBe(200)
    const opens = await ask('POST', `${at}/publicaties`, { as: officer, body: { opentOp: day } })
    expect(opens.status).toBe(200)

    for (const as of seekers) {
      const path = '/woningzoekenden/ik/reacties'
      region.goTo(
        new Date(Math.max(region.now().getTime(), Date.parse(String(opens.body.opentOp)))),
      )
      expect((await ask('POST', path, { as, body: { woning: listing } })).status).toBe(201)
    }
    const fit = await ask('GET', `/woningzoekenden/ik/geschiktheid/${listing}`, { as: first })
    expect(fit.body).toMatchObject({ oordeel: 'voldoet', heeftGereageerd: true })
    const third = seekers[2]
    const back = await ask('POST', `/woningzoekenden/ik/reacties/${listing}/intrekkingen`, {
      as: third,
    })
    expect(back.body).toMatchObject({ soort: 'withdrew-response', hash: expect.any(String) })

    await close(listing)
    const explained = await ask('GET', `/woningzoekenden/ik/reacties/${listing}`, { as: second })
    expect(explained.body).toMatchObject({
      ...{ plaats: 2, geplaatst: 2, uitleg: { klopt: true, waarom: expect.any(Array) } },
      bon: { soort: 'responded' },
    })
    const candidates = await ask('GET', `${at}/kandidaten?limiet=1`, { as: officer })
    expect(candidates.body.resultaten).toMatchObject([{ plaats: 1, naam: null }])
    const rest = await ask('GET', String(candidates.body.volgende), { as: officer })
    expect(rest.body).toMatchObject({ resultaten: [{ plaats: 2 }], volgende: null })
    expect((await ask('GET', `${at}/kandidaten`, { as: stranger })).status).toBe(404)

    const offers = await ask('POST', `${at}/aanbiedingen`, { as: officer, body: { aantal: 1 } })
    const { id: offer } =
      z.array(z.object({ id: z.string() })).parse(offers.body.aanbiedingen)[0] ?? {}
    const seen = await ask('GET', `/woningzoekenden/ik/aanbiedingen/${offer}`, { as: first })
    expect(seen.body).toMatchObject({ status: 'open', magAntwoorden: true, plaats: 1 })
    expect(
      (await ask('GET', `/woningzoekenden/ik/aanbiedingen/${offer}`, { as: second })).status,
    ).toBe(404)
    const wrong = await ask('POST', `/woningzoekenden/ik/aanbiedingen/${offer}/antwoorden`, {
      as: first,
      body: { antwoord: 'weigeren', reden: 'zomaar' },
    })
    expect(wrong.body.errors).toMatchObject([{ location: { pointer: '#/reden' }, code: 'choose' }])
    const yes = await ask('POST', `/woningzoekenden/ik/aanbiedingen/${offer}/antwoorden`, {
      as: first,
      body: { antwoord: 'accepteren' },
    })
    expect(yes.body).toMatchObject({ antwoord: 'accepteren', status: 'geaccepteerd' })
    expect(
      (await ask('GET', '/woningzoekenden/ik/aanbiedingen', { as: first })).body.resultaten,
    ).toMatchObject([{ id: offer, status: 'geaccepteerd' }])

    expect((await ask('GET', `/aanbiedingen/${offer}`, { as: officer })).body).toMatchObject({
      naam: 'Zoeker 1',
    })
    const early = await ask('POST', `/aanbiedingen/${offer}/toewijzingen`, {
      as: officer,
      body: { ingangsdatum: region.now().toISOString().slice(0, 10) },
    })
    expect(early.body).toMatchObject({ status: 409, code: 'documents-missing' })
    const now = region.now().toISOString().slice(0, 10)
    for (const paper of [
      { soort: 'identiteit', bron: 'passport' },
      { soort: 'inkomen', bron: 'tax-statement', inkomenCenten: 2_200_000 },
      { soort: 'huishouden', bron: 'population-register', huishoudgrootte: 1 },
    ]) {
      const body = { ...paper, datum: now, uitkomst: 'klopt' }
      const path = `/aanbiedingen/${offer}/documentcontroles`
      expect((await ask('POST', path, { as: officer, body })).status).toBe(200)
    }
    const let_ = await ask('POST', `/aanbiedingen/${offer}/toewijzingen`, {
      as: officer,
      body: { ingangsdatum: now },
    })
    expect(let_.body).toMatchObject({ woning: listing, ingangsdatum: now })

    // Whoever doubts makes the list again, without an account.
    const result = await ask('GET', `/woningen/${listing}/uitslag`)
    expect(result.body).toMatchObject({ reacties: null, plaatsVanHuurder: 'eerste' })
    const again = await ask('GET', `/woningen/${listing}/narekening`)
    expect(again.body).toMatchObject({ nagerekend: { klopt: true, geplaatst: 2, verschillen: [] } })
    const outcomes = await ask('GET', '/uitkomsten?limiet=1')
    expect(outcomes.body.resultaten).toMatchObject([{ woning: listing, status: 'verhuurd' }])
    expect(JSON.stringify([result.body, again.body, outcomes.body])).not.toMatch(/Zoeker/)
  })
})

describe('what a landlord takes back or passes over', () => {
  test('a listing, on a ground from the list', async () => {
    const officer = await region.worker('letting-officer')
    const listing = await region.listing()
    const path = `/advertenties/${listing}/intrekkingen`
    const body = { reden: 'woning-niet-geschikt' }
    expect((await ask('POST', path, { as: officer, body: { reden: 'zomaar' } })).status).toBe(400)
    const withdrawn = await ask('POST', path, { as: officer, body })
    expect(withdrawn.body).toMatchObject({ soort: 'listing-withdrawn' })
    const late = await ask('POST', '/woningzoekenden/ik/reacties', {
      as: await region.seeker(),
      body: { woning: listing },
    })
    expect(late.body).toMatchObject({
      ...{ status: 409, code: 'listing-closed' },
      facts: { closed: expect.stringMatching(/^2026-\d\d-\d\d$/) },
    })
    expect((await ask('POST', path, { as: officer, body })).body).toMatchObject({ status: 409 })
  })

  test('a candidate, with what proves it, and they are told', async () => {
    const officer = await region.worker('letting-officer')
    const { listing, seekers } = await region.closedListing(2)
    const path = `/advertenties/${listing}/aanbiedingen`
    const offers = await ask('POST', path, { as: officer, body: { aantal: 1 } })
    const [{ id: offer } = {}] = z
      .array(z.object({ id: z.string() }))
      .parse(offers.body.aanbiedingen)
    const skip = (contacten: readonly object[]) =>
      ask('POST', `/aanbiedingen/${offer}/overslagen`, {
        as: officer,
        body: { reden: 'trok-zich-terug', contacten },
      })
    expect((await skip([])).body).toMatchObject({ status: 409, code: 'contact-needed' })
    const op = region.now().toISOString().slice(0, 10)
    expect((await skip([{ manier: 'telefoon', op }])).status).toBe(200)
    const decisions = await ask('GET', '/woningzoekenden/ik/beslissingen', { as: seekers[0] })
    expect(decisions.body.resultaten).toContainEqual(
      expect.objectContaining({ soort: 'overgeslagen', code: 'took-it-back' }),
    )
  })
})

describe('the document is true', () => {
  const shape = z.record(z.string(), z.unknown())
  const documented = () =>
    z
      .object({
        paths: z.record(
          z.string(),
          z.record(
            z.string(),
            z.object({ responses: z.record(z.string(), z.object({ content: shape })) }),
          ),
        ),
        components: z.object({ schemas: shape }),
      })
      .parse(documentOf(routes, region.setting, 'nl'))

  test('every route was answered well somewhere in these tests', () => {
    const well = (method: string, at: string) =>
      (answered.get(`${method} ${at}`) ?? []).some(({ status }) => status < 300)
    const never = routes
      .filter(({ method, at }) => !well(method, at))
      .map(({ method, at }) => `${method} ${at}`)
    // No rule of Parkstad lets a registration rest: they are refused, as the test above says.
    const resting = '/woningzoekenden/{woningzoekendeId}/inschrijving'
    expect(never).toEqual([`post ${resting}/pauzes`, `post ${resting}/hervattingen`])
  })

  test('every answer that was given has a status and a form that stand in it', () => {
    const { paths, components } = documented()
    const wrong: string[] = []
    for (const { method, at } of routes) {
      const { responses } = paths[at]?.[method] ?? { responses: {} }
      for (const { status, body, headers } of answered.get(`${method} ${at}`) ?? []) {
        if (status === 304) continue
        const content = responses[String(status)]?.content
        const type = headers.get('content-type')?.split(';')[0] ?? ''
        const { schema } = z.object({ schema: shape }).safeParse(content?.[type]).data ?? {}
        if (!schema) {
          wrong.push(`${method} ${at} ${status} ${type}`)
          continue
        }
        const asSchema = JSON.parse(
          JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
            '#/components/schemas/',
            '#/$defs/',
          ),
        )
        const parsed = z.fromJSONSchema(asSchema).safeParse(body)
        if (!parsed.success)
          wrong.push(`${method} ${at} ${status} ${z.prettifyError(parsed.error)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
