/**
 * The interface as programs meet it: what everybody gets, how they are refused, and that every route answers as
 * the document says.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keepLog, type LogKey, logNameOf, readLogKey } from '../operations/keep-log.ts'
import { inTransaction } from '../operations/operation.ts'
import { settleDraw } from '../operations/settle-draw.ts'
import { type ApiAnswer, type ApiRegion, apiRegion } from '../tests/api-region.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { makeApi } from './app.ts'
import { oversightRoutes } from './oversight.ts'
import { ruleRoutes } from './rules.ts'
import { verificationRoutes } from './verification.ts'

let region: ApiRegion
let ask: ApiRegion['ask']
beforeAll(async () => {
  region = await apiRegion()
  ask = region.ask
})
afterAll(async () => region?.database.drop())

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

  test('has a token that is for what it was given for, and for nothing else', async () => {
    const seeker = await region.seeker()
    const scopes = ['woningzoekenden:lezen']
    const read = await ask('GET', '/woningzoekenden/ik', { as: seeker, scopes })
    expect(read.status).toBe(200)
    const renewing = '/woningzoekenden/ik/inschrijving/verlengingen'
    const refused = await ask('POST', renewing, { as: seeker, scopes })
    expect(refused.body).toMatchObject({
      ...{ status: 403, code: 'insufficient-scope' },
      detail: expect.stringContaining('woningzoekenden:schrijven'),
    })
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_scope", scope="woningzoekenden:schrijven"',
    )
    // Without a scope nobody learns whether they could: not even of what they may not.
    const other = { as: seeker, scopes: ['openid'] }
    expect((await ask('GET', '/gebeurtenissen', other)).status).toBe(403)
    expect((await ask('GET', '/woningen', other)).status).toBe(200)
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

describe('draws and the log', () => {
  test('a draw is there for everybody, before and after, without a name', async () => {
    const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
    expect((await ask('GET', `/woningen/${listing}/loting`)).body).toMatchObject({
      status: 'nog-open',
    })
    const seekers = [await region.seeker({ name: 'Loter Een' }), await region.seeker()]
    await region.responded(listing, seekers)
    await region.close(listing)
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
    const { status, headers } = answer
    region.note({ name: 'logboek-meenemen' }, { status, headers, body: JSON.parse(lines[1] ?? '') })
  })
})

// A log has one key.
const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function keyOf({ region: name }: ApiRegion): LogKey {
  return readLogKey(folder, logNameOf(name))
}

test('every route of these parts was answered well, and every answer as the document says', () => {
  const parts = [...ruleRoutes, ...verificationRoutes, ...oversightRoutes]
  // These two are asked along the path of a home, in letting.test.ts.
  const elsewhere = ['lijst-narekenen', 'bericht-controleren']
  expect(region.unanswered(parts)).toEqual(elsewhere)
  expect(region.undocumented()).toEqual([])
})
