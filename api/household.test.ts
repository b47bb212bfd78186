/**
 * What goes around somebody's registration, over the interface alone: who helps, who merges, what is looked for,
 * which papers are given, and what was counted of homes that went.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileBytesMax } from '../operations/accepted-file.ts'
import { answerOffer } from '../operations/answer-offer.ts'
import { closeListing } from '../operations/close-listing.ts'
import { keepChances } from '../operations/count-chances.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut, inTransaction } from '../operations/operation.ts'
import { settleDraw } from '../operations/settle-draw.ts'
import { type ApiRegion, apiRegion } from '../tests/api-region.ts'
import { done, homeFacts, type Seeker } from '../tests/letting-region.ts'
import { pdf } from '../tests/sent-files.ts'
import { chanceRoutes } from './chances.ts'
import { householdRoutes } from './household.ts'
import { paperRoutes } from './papers.ts'

let region: ApiRegion
let ask: ApiRegion['ask']
const own = '/woningzoekenden/ik'

beforeAll(async () => {
  region = await apiRegion()
  ask = region.ask
})
afterAll(async () => region?.database.drop())

describe('a helper', () => {
  test('comes with a code that is told once, acts in the file, and can be sent away', async () => {
    const seeker = await region.seeker({ name: 'Mevrouw Smit' })
    const helper = { human: await region.human('Buurman'), roles: [], mandates: [] }
    const body = { naam: 'De buurman', mag: ['reageren'], maanden: 3 }
    const headers = { 'idempotency-key': randomUUID() }
    const give = () => ask('POST', `${own}/machtigingen`, { as: seeker, body, headers })
    const [given, again] = [await give(), await give()]
    expect(given.body).toMatchObject({ code: expect.any(String), bon: { soort: 'mandate-given' } })
    // Of the code only a hash is kept.
    expect(again.body).toMatchObject({ uitnodiging: given.body.uitnodiging, code: null })
    const wrong = await ask('POST', '/machtigingen', { as: helper, body: { code: 'onzin' } })
    expect(wrong.body).toMatchObject({ status: 409, code: 'code-unknown' })
    const { code } = given.body
    const taken = await ask('POST', '/machtigingen', { as: helper, body: { code } })
    expect(taken.body).toMatchObject({ woningzoekende: seeker.person })
    const me = await ask('GET', '/gebruikers/ik', { as: helper })
    expect(me.body.helpt).toMatchObject([{ naam: 'Mevrouw Smit', mag: ['lezen', 'reageren'] }])

    const file = `/woningzoekenden/${seeker.person}`
    const woning = await region.listing()
    const theirs = { as: helper, body: { woning } }
    expect((await ask('POST', `${file}/reacties`, theirs)).status).toBe(201)
    // What the mandate does not allow is not there.
    const telefoon = { as: helper, body: { telefoon: '045 123 45 67' } }
    expect((await ask('PATCH', `${file}/bereikbaarheid`, telefoon)).status).toBe(404)
    expect((await ask('POST', `${file}/machtigingen`, { as: helper, body })).status).toBe(404)

    const list = await ask('GET', `${own}/machtigingen`, { as: seeker })
    expect(list.body.resultaten).toMatchObject([{ helper: helper.human, isUitgenodigd: false }])
    const stop = { helper: 'ik' }
    const back = await ask('POST', `${file}/machtigingen/intrekkingen`, { as: helper, body: stop })
    expect(back.body).toMatchObject({ soort: 'mandate-withdrawn' })
    expect((await ask('GET', `${file}/reacties`, { as: helper })).status).toBe(404)
  })
})

describe('two registrations', () => {
  test('become one by a code, and two again', async () => {
    const [keeper, other] = [await region.seeker({ name: 'Houder' }), await region.seeker()]
    const body = { huishoudgrootte: 2, kinderen: 0, inkomenCenten: 4_000_000 }
    const asked = await ask('POST', `${own}/samenvoeging/aanvragen`, { as: keeper, body })
    const { code } = asked.body
    expect((await ask('GET', `${own}/samenvoeging`, { as: keeper })).body).toMatchObject({
      ...{ status: 'gevraagd', code, kanVolgensRegels: true },
    })
    const shown = await ask('POST', `${own}/samenvoeging/voorbeelden`, {
      as: other,
      body: { code },
    })
    expect(shown.body).toMatchObject({ naam: 'Houder', huishoudgrootte: 2, vervallen: [] })
    const mine = { as: keeper, body: { code } }
    expect((await ask('POST', `${own}/samenvoeging/akkoorden`, mine)).body.code).toBe('own-code')
    const agreed = await ask('POST', `${own}/samenvoeging/akkoorden`, { as: other, body: { code } })
    expect(agreed.body).toMatchObject({ soort: 'registration-joined' })
    const merged = await ask('GET', `${own}/samenvoeging`, { as: other })
    expect(merged.body).toMatchObject({ status: 'samengevoegd', houdtDossier: false })
    const undone = await ask('POST', `${own}/samenvoeging/terugdraaiingen`, { as: other })
    expect(undone.status).toBe(200)
    expect((await ask('GET', `${own}/samenvoeging`, { as: other })).body.status).toBe('geen')
  })
})

describe('what is looked for, and how somebody is reached', () => {
  test('is kept by name, rests, runs and goes', async () => {
    const as = await region.seeker()
    const filter = { gemeente: 'heerlen', slaapkamersMinimaal: 2, huurMaximaalCenten: 70_000 }
    const body = { naam: 'Groter', filter, alleenPassend: true }
    const saved = await ask('POST', `${own}/zoekopdrachten`, { as, body })
    const change = (wat: string) =>
      ask('POST', `${own}/zoekopdrachten/${saved.body.id}/wijzigingen`, { as, body: { wat } })
    const list = async () => (await ask('GET', `${own}/zoekopdrachten`, { as })).body.resultaten
    expect(await list()).toMatchObject([{ naam: 'Groter', filter, rustSinds: null }])
    await change('laten-rusten')
    expect(await list()).toMatchObject([{ rustSinds: expect.any(String) }])
    expect((await change('wissen')).status).toBe(200)
    expect(await list()).toEqual([])
    expect((await change('wissen')).status).toBe(404)
  })

  test('changes only what is sent', async () => {
    const as = await region.seeker()
    const path = `${own}/bereikbaarheid`
    const before = (await ask('GET', path, { as })).body
    await ask('PATCH', path, { as, body: { telefoon: '045 123 45 67', taal: 'en' } })
    const after = (await ask('GET', path, { as })).body
    expect(after).toEqual({ ...before, telefoon: '045 123 45 67', taal: 'en' })
    const odd = await ask('PATCH', path, { as, body: { telefoon: 'geen' } })
    expect(odd.body).toMatchObject({ status: 409, code: 'phone-odd' })
  })
})

describe('a file', () => {
  test('is erased only when that is confirmed, and by nobody else', async () => {
    const [as, other] = [await region.seeker(), await region.seeker()]
    const path = `/woningzoekenden/${as.person}/wissingen`
    const body = { bevestiging: true }
    expect((await ask('POST', path, { as, body: { bevestiging: false } })).status).toBe(400)
    expect((await ask('POST', path, { as: other, body })).status).toBe(404)
    expect((await ask('POST', path, { as, body })).body.gewisteWaarden).toBeGreaterThan(0)
    expect((await ask('GET', own, { as })).status).toBe(404)
  })
})

describe('papers', () => {
  let seeker: Seeker
  let offer = ''

  beforeAll(async () => {
    const { listing, seekers } = await region.closedListing(1)
    const [first] = seekers
    if (!first) throw new Error('one seeker')
    seeker = first
    const officer = await region.worker('letting-officer')
    const made = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
    offer = made.offers[0]?.id ?? ''
    done(await carryOut(region.setting, seeker, answerOffer, { offer, answer: 'accept' }))
  })

  const give = (content: Buffer, more = {}, as: Seeker = seeker) =>
    ask('POST', `${own}/documenten`, {
      as,
      body: {
        ...{ aanbieding: offer, soort: 'inkomen', inhoud: content.toString('base64') },
        ...{ isBsnOnleesbaar: true, ...more },
      },
    })

  test('are looked at by their content, and come out as an attachment alone', async () => {
    const asked = await ask('GET', `${own}/documenten`, { as: seeker })
    expect(asked.body.resultaten).toMatchObject([
      { aanbieding: offer, gevraagd: ['identiteit', 'inkomen', 'huishouden'], gegeven: [] },
    ])
    expect((await give(Buffer.from('<script>alert(1)</script>'))).body).toMatchObject({
      ...{ status: 409, detail: expect.stringMatching(/PDF/i) },
    })
    const content = pdf({})
    expect((await give(content, { isBsnOnleesbaar: false })).body.code).toBe('not-blacked-out')
    expect((await give(content, {}, await region.seeker())).status).toBe(404)
    expect((await give(Buffer.alloc(10), { inhoud: 'geen base64!' })).status).toBe(400)
    const given = await give(content)
    expect(given.status).toBe(201)
    const path = String(given.headers.get('location'))
    const officer = await region.worker('letting-officer')
    const opened = await ask('GET', path, { as: officer })
    expect(opened.headers.get('content-type')).toBe('application/pdf')
    expect(opened.headers.get('content-disposition')).toBe('attachment; filename="inkomen.pdf"')
    expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await ask('GET', path, { as: await region.seeker() })).status).toBe(404)
    // Whose it is sees that somebody looked.
    const log = await ask('GET', `${own}/inzage`, { as: seeker })
    expect(JSON.stringify(log.body.resultaten)).toContain('document-read')
    const erased = await ask('POST', `${path}/wissingen`, { as: seeker })
    expect(erased.body).toMatchObject({ soort: 'document-erased' })
    expect((await ask('GET', path, { as: seeker })).status).toBe(404)
  })

  test('that are too large are not read, and of who may not give any nothing is', async () => {
    const large = Buffer.alloc(fileBytesMax + 100_000, 1)
    expect((await give(large)).status).toBe(413)
    const body = JSON.stringify({ inhoud: 'A'.repeat(200_000) })
    expect((await ask('POST', `${own}/documenten`, { body })).status).toBe(401)
    const scopes = ['woningzoekenden:lezen']
    expect((await ask('POST', `${own}/documenten`, { as: seeker, body, scopes })).status).toBe(403)
  })
})

describe('what was counted', () => {
  test('is told of areas and of people alike, and few are not counted out', async () => {
    const as = await region.seeker()
    await region.responded(await region.listing(7), [as])
    await keepChances(region.setting)
    const chance = await ask('GET', '/kansen?gemeente=heerlen')
    expect(chance.body).toMatchObject({ niveau: 'gemeente', verhuringen: null, metLoting: null })
    expect((await ask('GET', '/kansen?gemeente=nergens')).status).toBe(404)
    expect((await ask('GET', '/schaarste')).body).toMatchObject({ zoekers: expect.any(Number) })
    const places = await ask('GET', '/kansgebieden')
    expect(JSON.stringify(places.body)).toContain('"code":"heerlen"')
    const mine = await ask('GET', `${own}/kansen`, { as })
    expect(mine.body).toMatchObject({ huishoudgrootte: 1, kansen: expect.any(Array) })
    const home = await region.listing()
    const alike = await ask('GET', `/woningen/${home}/vergelijkbare-uitkomsten`)
    expect(alike.body).toMatchObject({ uitkomsten: expect.any(Array), loting: null })
    expect((await ask('GET', '/kwartaalcijfers/2025/4')).body).toEqual({ resultaten: [] })
    // Figures that still move are no account.
    expect((await ask('GET', '/kwartaalcijfers/2199/4')).status).toBe(404)
  })

  test('is told of what would have been, and of one’s own lot to oneself alone', async () => {
    const { listing, seekers } = await region.closedListing(2)
    const [, second] = seekers
    const whatIf = await ask('GET', `${own}/reacties/${listing}/wat-als`, { as: second })
    expect(whatIf.body).toMatchObject({ plaats: 2, elders: [] })
    const drawn = await region.listing(1, { ...homeFacts, model: 'lottery' })
    const [one, other] = [await region.seeker(), await region.seeker()]
    await region.responded(drawn, [one, other])
    region.later(2)
    const byClock = <What extends object>(work: Parameters<typeof inTransaction<What>>[2]) =>
      inTransaction(region.setting, undefined, work)
    await byClock((doing) => closeListing(doing, drawn))
    region.later(1)
    await byClock((doing) => settleDraw(doing, drawn))
    const path = `/woningzoekenden/${one.person}/reacties/${drawn}/loten`
    const lots = await ask('GET', path, { as: one })
    expect(lots.body.loten).toMatchObject([{ isOpgenomen: true, plaats: expect.any(Number) }])
    expect((await ask('GET', path, { as: other })).status).toBe(404)
  })
})

test('every route of these parts was answered well, and every answer as the document says', () => {
  // Taking over a file from paper is part of the counter.
  expect(region.unanswered([...householdRoutes, ...paperRoutes, ...chanceRoutes])).toEqual([
    'dossier-koppelen',
  ])
  expect(region.undocumented()).toEqual([])
})
