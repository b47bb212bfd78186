/**
 * Somebody's own affairs and the work of a landlord, over the interface alone: a home lives its path here from
 * vacancy to letting.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { date } from '../core/basics/calendar-date.ts'
import type { Actor } from '../operations/operation.ts'
import { type ApiAnswer, type ApiRegion, apiRegion } from '../tests/api-region.ts'
import type { Seeker } from '../tests/letting-region.ts'
import { landlordBooks } from '../tests/released-books.ts'
import { complaintRoutes } from './complaints.ts'
import { homeRoutes } from './homes.ts'
import { landlordRoutes } from './landlords.ts'
import { seekerRoutes } from './seekers.ts'

let region: ApiRegion
let ask: ApiRegion['ask']

beforeAll(async () => {
  region = await apiRegion(undefined, { books: landlordBooks })
  ask = region.ask
})
afterAll(async () => region?.database.drop())

function idsIn({ body }: ApiAnswer): number[] {
  return z
    .array(z.object({ id: z.number() }))
    .parse(body.resultaten)
    .map(({ id }) => id)
}

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
    const gone = await ask('GET', `${own}/inschrijving`, { as: human })
    expect(gone.body).toMatchObject({ uitschrijvingOngedaanTotEnMet: expect.any(String) })
    const back = await ask('POST', `${own}/inschrijving/terugdraaiingen`, { as: human })
    expect(back.body).toMatchObject({ soort: 'deregistration-undone' })
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

  test('of a long past every list comes a page at a time, each row once, newest first', async () => {
    const seeker = await region.seeker({})
    const listings: number[] = []
    for (let each = 0; each < 7; each += 1) {
      if (each % 3 === 0) region.later(0.01)
      const listing = await region.listing(7)
      await region.responded(listing, [seeker])
      listings.push(listing)
      // Long over: it would not stand on the page that says what is next.
      await region.store
        .updateTable('listing')
        .set({ state: 'let', closes_on: date('2020-01-01') })
        .where('id', '=', listing)
        .execute()
    }
    await region.store
      .insertInto('offer')
      .values(
        listings.slice(0, 3).map((listing) => ({
          ...{ region: region.region, id: crypto.randomUUID(), listing, person: seeker.person },
          ...{
            place: 2,
            made_at: region.now(),
            answer_by: region.now(),
            state: 'expired' as const,
          },
        })),
      )
      .execute()
    const own = '/woningzoekenden/ik'
    const all = async (list: string, name: string) => {
      const rows: unknown[] = []
      let next: unknown = `${own}/${list}?limiet=2`
      while (typeof next === 'string') {
        const { status, body } = await ask('GET', next, { as: seeker })
        expect(status).toBe(200)
        const page = z.array(z.record(z.string(), z.unknown())).parse(body.resultaten)
        expect(page.length).toBeLessThanOrEqual(2)
        rows.push(...page.map((row) => row[name]))
        next = body.volgende
      }
      return rows
    }
    const responded = await all('reacties', 'woning')
    // Of one moment the first comes first.
    const [a, b, c, d, e, f, g] = listings
    expect(responded).toEqual([g, d, e, f, a, b, c])
    expect(await all('aanbiedingen', 'woning')).toEqual([a, b, c])
    const messages = await all('berichten', 'kenmerk')
    expect(new Set(messages).size).toBe(messages.length)
    expect(messages.length).toBeGreaterThanOrEqual(7)
    const events = await all('inzage', 'nummer')
    expect(events).toEqual(events.toSorted((one, other) => Number(other) - Number(one)))
    expect(new Set(events).size).toBe(events.length)
    expect(events.length).toBeGreaterThanOrEqual(8)
    // What is a cursor, but none of this list, begins at the first page.
    for (const odd of [
      ['x', 'y'],
      [1e300, 1.5],
      [-1, 'x'],
      [-8e15, 1.5],
    ]) {
      const cursor = Buffer.from(JSON.stringify(odd)).toString('base64url')
      for (const list of ['reacties', 'aanbiedingen', 'berichten', 'inzage']) {
        const page = await ask('GET', `${own}/${list}?cursor=${cursor}`, { as: seeker })
        expect([list, odd, page.status]).toEqual([list, odd, 200])
      }
    }
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

    const open = await ask('GET', `/woningzoekenden/ik/reacties/${listing}`, { as: second })
    expect(open.body).toMatchObject({
      ...{ plaats: null, uitleg: null },
      voorlopigePlaats: {
        ...{ stand: 'op-een-plaats', plaatsVan: 2, plaatsTotEnMet: 2, opDeLijst: null },
        standVan: expect.any(String),
        tekst: ['Uw voorlopige plaats: 2', expect.stringContaining('kan dit nog veranderen')],
      },
    })
    await region.close(listing)
    const explained = await ask('GET', `/woningzoekenden/ik/reacties/${listing}`, { as: second })
    expect(explained.body).toMatchObject({
      ...{ plaats: 2, geplaatst: 2, uitleg: { klopt: true, waarom: expect.any(Array) } },
      bon: { soort: 'responded' },
      voorlopigePlaats: null,
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
    const fits = await ask('GET', `/aanbiedingen/${offer}/passendheid`, { as: officer })
    expect(fits.body).toMatchObject({ botstMet: null, voorwaarden: expect.any(Array) })
    const strange = await ask('GET', `/aanbiedingen/${offer}/passendheid`, { as: stranger })
    expect(strange.status).toBe(404)
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
    const responses = await ask('GET', '/woningzoekenden/ik/reacties', { as: second })
    expect(responses.body.resultaten).toMatchObject([{ woning: listing, plaats: 2 }])
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
    expect((await ask('GET', `/woningen/${listing}`)).body).toMatchObject({ status: 'verhuurd' })
    expect((await ask('GET', '/woningen')).status).toBe(200)
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

test('every route of these parts was answered well, and every answer as the document says', () => {
  const parts = [...homeRoutes, ...seekerRoutes, ...complaintRoutes, ...landlordRoutes]
  // No rule of Parkstad lets a registration rest: they are refused, as the test above says.
  expect(region.unanswered(parts)).toEqual(['pauzeren', 'hervatten'])
  expect(region.undocumented()).toEqual([])
})
