/**
 * Whoever looks at a file is seen: every page of staff that names somebody leaves a reading in the log, an
 * emergency is told and judged, and what stands out is found.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, date, formatDate } from '../core/basics/calendar-date.ts'
import { answerOffer } from '../operations/answer-offer.ts'
import { breakGlass } from '../operations/break-glass.ts'
import { complain } from '../operations/complain.ts'
import { findDeviations } from '../operations/find-deviations.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { type Actor, carryOut, dayOf, inTransaction } from '../operations/operation.ts'
import { proposeCorrection } from '../operations/propose-correction.ts'
import { readAccessLog } from '../operations/read-access-log.ts'
import { noteReading, noteReadings, readFile } from '../operations/read-file.ts'
import { listBreaksBehind, reviewBreakGlass } from '../operations/review-break-glass.ts'
import { serveAtCounter } from '../operations/serve-at-counter.ts'
import { takeComplaint } from '../operations/take-complaint.ts'
import { done, landlord, type Seeker } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
let auditor: Actor
let reviewer: Actor
beforeAll(async () => {
  region = await portalRegion()
  auditor = await region.worker('auditor', '')
  reviewer = await region.worker('reviewer')
}, 30_000)
afterAll(async () => region?.database.drop())

async function readingsOf({ person }: Seeker, by: Actor) {
  const rows = await region.store
    .selectFrom('event_value')
    .innerJoin('event', 'event.number', 'event_value.event')
    .select(['event.kind', 'event.body'])
    .where('event_value.person', '=', person)
    .where('event.actor', '=', by.human)
    .where('event.kind', 'in', [
      'file-read',
      'document-read',
      'counter-opened',
      'break-glass-opened',
    ])
    .execute()
  return rows.map(({ kind, body }) => JSON.parse(body).reason ?? kind)
}

describe('a page that names somebody', () => {
  let seeker: Seeker
  const shown: { name: string; path: string; by: Actor; reason: string }[] = []
  beforeAll(async () => {
    const officer = await region.worker('letting-officer')
    const member = await region.worker('complaints-committee', '')
    const { listing, seekers } = await region.closedListing(1)
    const [first] = seekers
    if (!first) throw new Error('nobody')
    seeker = first
    const { setting } = region
    const { person } = seeker
    const { offers } = done(await carryOut(setting, officer, makeOffer, { listing, count: 1 }))
    const offer = offers[0]?.id ?? ''
    done(await carryOut(setting, seeker, answerOffer, { offer, answer: 'accept' }))
    const words = 'Ik vind dat mijn plaats niet klopt met mijn datum.'
    const decision = `lijst-${listing}`
    const { complaint } = done(
      await carryOut(setting, seeker, complain, { person, decision, words }),
    )
    done(await carryOut(setting, member, takeComplaint, { complaint }))
    const { correction } = done(
      await carryOut(setting, officer, proposeCorrection, {
        ...{ person, landlord, registeredOn: date('2015-01-01') },
        ...{ ground: 'older-registration-shown', source: 'confirmation-of-registration' },
      }),
    )
    const email = `${seeker.human}@example.org`
    const born = date('1990-02-01')
    const { visit } = done(
      await carryOut(setting, officer, serveAtCounter, { landlord, known: email, born }),
    )
    const { vacancy } = await region.store
      .selectFrom('listing')
      .select('vacancy')
      .where('id', '=', listing)
      .executeTakeFirstOrThrow()
    const { dwelling } = await region.store
      .selectFrom('vacancy')
      .select('dwelling')
      .where('id', '=', vacancy)
      .executeTakeFirstOrThrow()
    const candidates = `/werk/woningen/${dwelling}/kandidaten`
    shown.push(
      { name: 'candidates', path: candidates, by: officer, reason: 'list' },
      { name: 'candidates, reviewer', path: candidates, by: reviewer, reason: 'list' },
      { name: 'offer', path: `/werk/aanbiedingen/${offer}`, by: officer, reason: 'offer' },
      { name: 'check', path: `/werk/controle/${offer}`, by: officer, reason: 'offer' },
      { name: 'counter', path: `/werk/balie/${visit}`, by: officer, reason: 'counter-opened' },
      {
        name: 'correction',
        path: `/werk/correctie/${correction}`,
        by: reviewer,
        reason: 'correction',
      },
      { name: 'case', path: `/klachten/${complaint}`, by: member, reason: 'case' },
      { name: 'case, landlord', path: `/klachten/${complaint}`, by: officer, reason: 'complaint' },
      { name: 'case, auditor', path: `/klachten/${complaint}`, by: auditor, reason: 'oversight' },
    )
  }, 60_000)

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('leaves a reading in the log (%i)', async (at) => {
    const page = shown[at]
    if (!page) throw new Error('no such page')
    const answer = await (await region.browser(page.by)).get(page.path)
    expect(answer.status, page.name).toBe(200)
    expect(await readingsOf(seeker, page.by), page.name).toContain(page.reason)
  })

  test('and each of them is with a case, and seen by the person', async () => {
    const today = dayOf(region.now())
    const question = { from: today, until: today, withoutCase: false, most: 200 }
    const { readings } = done(await carryOut(region.setting, auditor, readAccessLog, question))
    const about = readings.filter(({ person }) => person === seeker.person)
    expect(about.length).toBeGreaterThanOrEqual(7)
    expect(about.every(({ hasCase }) => hasCase)).toBe(true)
    const own = await (await region.browser(seeker)).get('/mijn/inzage')
    expect(own.text).toContain('behandeling van een klacht of bezwaar')
  })

  test('pages without persons leave none', async () => {
    const other = await region.worker('letting-officer')
    const browser = await region.browser(other)
    for (const path of ['/werk/woningen', '/klachten']) await browser.get(path)
    expect(await readingsOf(seeker, other)).toEqual([])
  })
})

describe('a reading without a case', () => {
  test('is told apart from one with a case', async () => {
    const seeker = await region.seeker({ name: 'Zonder Zaak' })
    await readFile(region.setting, auditor, seeker.person, async () => ({}))
    const today = dayOf(region.now())
    const question = { from: today, until: today, withoutCase: true, most: 200 }
    const { readings, counts } = done(
      await carryOut(region.setting, auditor, readAccessLog, question),
    )
    expect(readings.map(({ person }) => person)).toContain(seeker.person)
    expect(counts.find(({ human }) => human === auditor.human)?.withoutCase).toBeGreaterThan(0)
    const page = await (await region.browser(auditor)).get('/toezicht/inzage?zonder=ja')
    expect(page.text).toContain('geen zaak')
    expect(page.text).not.toContain('Zonder Zaak')
  })

  test('more than a page holds is read to the end, each reading once', async () => {
    const officer = await region.worker('letting-officer')
    const people: string[] = []
    for (let each = 0; each < 53; each += 1) people.push((await region.seeker({})).person)
    await inTransaction(region.setting, officer, (doing) =>
      noteReadings(doing, people, { reason: 'list', landlord }),
    )
    const own = await region.browser(auditor)
    const filesOn = (text: string) =>
      [...text.matchAll(/class="hash whole">([0-9a-f]+)</g)].map(([, file]) => file)
    const first = await own.get(`/toezicht/inzage?wie=${officer.human}&grond=list`)
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
    const second = await own.get(next ?? '')
    expect(filesOn(first.text)).toHaveLength(50)
    expect(second.text).not.toContain('rel="next"')
    expect(second.text).toContain('Nieuwste inzagen')
    const seen = [...filesOn(first.text), ...filesOn(second.text)]
    expect(seen.toSorted()).toEqual(people.map((person) => person.slice(0, 8)).toSorted())
  })

  test('a ground is not believed: an offer of another landlord is no case', async () => {
    const seeker = await region.seeker({ name: 'Andere Verhuurder' })
    const officer = await region.worker('letting-officer')
    await inTransaction(region.setting, officer, (doing) =>
      noteReading(doing, { person: seeker.person, reason: 'offer', landlord }),
    )
    const today = dayOf(region.now())
    const question = {
      from: today,
      until: today,
      withoutCase: true,
      human: officer.human,
      most: 50,
    }
    const { readings } = done(await carryOut(region.setting, auditor, readAccessLog, question))
    expect(readings.map(({ person }) => person)).toEqual([seeker.person])
  })
})

describe('an emergency', () => {
  const form = {
    ...{ naam: 'Noor Nood', 'geboren-day': '1', 'geboren-month': '2', 'geboren-year': '1990' },
    reden: 'Er staat iemand aan de deur die haar bedreigt.',
  }

  test('finds somebody by their name as anybody may type it, with its accents', async () => {
    await region.seeker({ name: 'Zosia Ökçün-Şen' })
    const browser = await region.browser(await region.worker('reviewer'))
    const opened = await browser.post('/noodinzage', { ...form, naam: ' zosia  ÖKÇÜN-şen ' })
    expect(opened.location).toMatch(/^\/noodinzage\//)
  })

  test('opens a file for half an hour, and the person is told who and why', async () => {
    const seeker = await region.seeker({ name: 'Noor Nood' })
    const browser = await region.browser(reviewer)
    const short = await browser.post('/noodinzage', { ...form, reden: 'Nood' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('href="#reden"')
    const wrong = await browser.post('/noodinzage', { ...form, naam: 'Noor' })
    expect(wrong.text).toContain('niet precies één dossier')
    const opened = await browser.post('/noodinzage', form)
    const address = opened.location ?? ''
    expect(address).toMatch(/^\/noodinzage\/[0-9a-f-]{36}$/)
    expect((await browser.get(address)).text).toContain(`${seeker.human}@example.org`)
    expect(await readingsOf(seeker, reviewer)).toEqual(
      expect.arrayContaining(['break-glass', 'break-glass-opened']),
    )
    // To open is no reading of its own: who looked once is counted once.
    const today = dayOf(region.now())
    const question = {
      from: today,
      until: today,
      withoutCase: false,
      human: reviewer.human,
      most: 9,
    }
    const looked = done(await carryOut(region.setting, auditor, readAccessLog, question))
    expect(looked.readings.filter(({ person }) => person === seeker.person)).toHaveLength(1)
    const other = await region.browser(await region.worker('reviewer'))
    expect((await other.get(address)).status).toBe(404)
    // Who opened it finds it again where they would look, and nobody else does.
    const places = ['/noodinzage', '/werk', '/klachten']
    expect((await browser.get('/werk')).text).not.toContain('er wacht niets op u')
    for (const place of places) {
      const { text } = await browser.get(place)
      expect(text).toContain(`href="${address}"`)
      expect(text).not.toContain('Noor Nood')
      expect((await other.get(place)).text).not.toContain(address)
    }
    const own = await region.browser(seeker)
    expect((await own.get('/mijn/berichten')).text).toContain('met spoed geopend')
    const log = await own.get('/mijn/inzage')
    expect(log.text).toContain('Er staat iemand aan de deur')
    expect(log.text).toContain('Toetser')

    // Half an hour later it is closed, and says so.
    region.later(31 / (24 * 60))
    const closed = await (await region.browser(reviewer)).get(address)
    expect(closed.status).toBe(404)
    expect(closed.text).toContain('Deze noodinzage is voorbij')
    expect(closed.text).not.toContain('example.org')
    for (const place of places) {
      expect((await (await region.browser(reviewer)).get(place)).text).not.toContain(address)
    }

    const watch = await region.browser(auditor)
    const { id } = await region.store
      .selectFrom('break_glass')
      .select('id')
      .where('person', '=', seeker.person)
      .executeTakeFirstOrThrow()
    const missing = await watch.post('/toezicht/noodinzage', { id })
    expect(missing.status).toBe(422)
    const verdict = 'De politie was al gebeld; dit kon echt niet wachten.'
    const judged = { id, [`mocht-${id}`]: 'ja', [`oordeel-${id}`]: verdict }
    expect((await watch.post('/toezicht/noodinzage', judged)).status).toBe(303)
    const later = await region.browser(seeker)
    expect((await later.get('/mijn/inzage')).text).toContain(verdict)
    const twice = await watch.post('/toezicht/noodinzage', judged)
    expect(twice.text).toContain('al beoordeeld')
  })

  test('is for few roles, never for one’s own file, and no more than three a day', async () => {
    const officer = await region.browser(await region.worker('letting-officer'))
    expect((await officer.get('/noodinzage')).status).toBe(404)
    const seeker = await region.seeker({ name: 'Eigen Dossier' })
    const own = await region.browser(seeker)
    expect((await own.get('/noodinzage')).status).toBe(404)
    const by: Actor = {
      ...seeker,
      roles: [{ role: 'reviewer', organisation: landlord }],
    }
    const input = { name: 'Eigen Dossier', born: date('1990-02-01'), reason: form.reden }
    expect(await carryOut(region.setting, by, breakGlass, input)).toMatchObject({
      refused: 'own-file',
    })
    const often = await region.worker('reviewer')
    const again = () => carryOut(region.setting, often, breakGlass, input)
    for (const _ of [1, 2, 3]) done(await again())
    expect(await again()).toMatchObject({ refused: 'too-many' })
  })

  test('who opened a file does not judge it', async () => {
    await region.seeker({ name: 'Zelf Beoordeeld' })
    const both: Actor = {
      ...auditor,
      roles: [...auditor.roles, { role: 'reviewer', organisation: landlord }],
    }
    const input = { name: 'Zelf Beoordeeld', born: date('1990-02-01'), reason: form.reden }
    const { id } = done(await carryOut(region.setting, both, breakGlass, input))
    const verdict = { id, justified: true, verdict: 'Dit was volgens mij heel erg nodig.' }
    expect(await carryOut(region.setting, both, reviewBreakGlass, verdict)).toMatchObject({
      refused: 'own-proposal',
    })
  })
})

describe('what stands out', () => {
  const find = async (by: Actor) => {
    const today = dayOf(region.now())
    const period = { from: addDays(today, -60), until: addDays(today, 60) }
    const { found, showsLists } = done(await carryOut(region.setting, by, findDeviations, period))
    return { showsLists, of: (name: string) => found.find(({ detector }) => detector === name) }
  }

  test('a list with one candidate, a quick offer and a namesake are found', async () => {
    const before = await find(auditor)
    const { listing, seekers } = await region.closedListing(1)
    const officer = await region.worker('letting-officer')
    const { setting } = region
    const [seeker] = seekers
    if (!seeker) throw new Error('nobody')
    // The clock of the test jumps over the close: the offer is put right after it.
    const { offers } = done(await carryOut(setting, officer, makeOffer, { listing, count: 1 }))
    await region.store
      .updateTable('listing')
      .set({ closes_at: new Date(region.now().getTime() - 20_000) })
      .where('id', '=', listing)
      .execute()
    const id = offers[0]?.id ?? ''
    done(await carryOut(setting, seeker, answerOffer, { offer: id, answer: 'accept' }))
    await region.store
      .updateTable('person')
      .set({ name: 'Anna de Werker' })
      .where('id', '=', seeker.person)
      .execute()
    const event = await region.store
      .selectFrom('offer')
      .select('event')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await region.store
      .insertInto('letting')
      .values({
        ...{ region: region.region, listing, person: seeker.person, facts: '{}' },
        ...{ starts_on: dayOf(region.now()), event: event.event ?? 0 },
      })
      .execute()
    const after = await find(auditor)
    const listed = (name: string) => after.of(name)?.rows?.shown.map((row) => row.listing) ?? []
    for (const name of ['single-candidate', 'quick-offers', 'family-names']) {
      expect(listed(name), name).toContain(listing)
      expect(before.of(name)?.rows?.shown.map((row) => row.listing) ?? [], name).not.toContain(
        listing,
      )
    }
    expect(after.of('corrections')?.rows?.shown[0]).toMatchObject({
      staff: 'Joris de Werker',
      count: 1,
    })
  })

  test('lists are only for the auditor; others see counts, and seekers nothing', async () => {
    const monitor = await region.worker('regional-monitor', '')
    const counts = await find(monitor)
    expect(counts.showsLists).toBe(false)
    expect(counts.of('single-candidate')?.count).toBeGreaterThan(0)
    expect(counts.of('single-candidate')?.rows).toBeUndefined()
    const page = await (await region.browser(monitor)).get('/toezicht/afwijkingen')
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<details>')
    const all = await (await region.browser(auditor)).get('/toezicht/afwijkingen')
    expect(all.text).toContain('<details>')
    const wrong = await (await region.browser(auditor)).get('/toezicht/afwijkingen?van=gisteren')
    expect([wrong.status, wrong.text.includes('href="#van"')]).toEqual([422, true])
    const seeker = await region.browser(await region.seeker())
    expect((await seeker.get('/toezicht/afwijkingen')).status).toBe(404)
  })

  test('a long list is read a page at a time, each line on one of them', async () => {
    const known = (await find(auditor)).of('single-candidate')?.count ?? 0
    const count = 30 - known
    for (let each = 0; each < count; each += 1) await region.closedListing(1)
    const today = dayOf(region.now())
    const range = { from: addDays(today, -400), until: addDays(today, 60) }
    const lines = async (page: number) => {
      const list = { detector: 'single-candidate' as const, page }
      const asked = { ...range, list }
      const { found } = done(await carryOut(region.setting, auditor, findDeviations, asked))
      expect(found.map(({ detector }) => detector)).toEqual(['single-candidate'])
      expect(found[0]?.count).toBe(30)
      return found[0]?.rows
    }
    const pages = [await lines(1), await lines(2)]
    expect(pages.map((each) => each?.shown.length)).toEqual([25, 5])
    const listings = pages.flatMap((each) => each?.shown.map(({ listing }) => listing) ?? [])
    expect(new Set(listings).size).toBe(30)
    expect(listings).toEqual(listings.toSorted((a = 0, b = 0) => a - b))
    expect(await lines(99)).toEqual(pages[1])

    const watcher = await region.browser(auditor)
    const shown = `van=${formatDate(range.from)}&tot=${formatDate(range.until)}`
    const all = await watcher.get(`/toezicht/afwijkingen?${shown}`)
    const whole = /href="([^"]*lijst=single-candidate)"/.exec(all.text)?.[1]
    const first = await watcher.get(whole?.replaceAll('&amp;', '&') ?? '')
    expect(first.text.match(/href="\/woningen\/\d+\/uitslag"/g)).toHaveLength(25)
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
    const second = await watcher.get(next ?? '')
    expect(second.text).toContain(`href="/woningen/${listings[25]}/uitslag"`)
    // Who sees counts only sees no list by its address either.
    const monitor = await region.browser(await region.worker('regional-monitor', ''))
    const counts = await monitor.get(`/toezicht/afwijkingen?${shown}&lijst=single-candidate`)
    expect(counts.status).toBe(200)
    expect(counts.text).not.toContain('/uitslag"')
  })

  test('groups are told in steps, and small ones not at all', async () => {
    const { of } = await find(auditor)
    const rows = of('refusals-by-group')?.rows?.shown ?? []
    for (const row of rows) {
      expect((row.count ?? 0) % 5).toBe(0)
      expect(row.of ?? 0).toBeGreaterThanOrEqual(10)
    }
  })
})

test('many emergencies come in pages, those to be judged first, and to programs the newest first', async () => {
  const { store, region: name } = region.setting
  const seeker = await region.seeker({})
  const { number: event } = await store
    .selectFrom('event')
    .select('number')
    .where('region', '=', name)
    .orderBy('number')
    .executeTakeFirstOrThrow()
  // Two of each moment: these must not fall between two pages.
  const moment = (each: number) => new Date(region.now().getTime() - Math.floor(each / 2) * 60_000)
  const rows = Array.from({ length: 60 }, (_, each) => ({
    ...{ region: name, id: crypto.randomUUID(), person: seeker.person, human: reviewer.human },
    ...{ role: 'reviewer', reason: `Reden ${each}`, opened_at: moment(each), until: moment(each) },
    ...{ event, verdict: null, justified: each === 59 ? null : true },
    ...{ reviewed_by: null, reviewed_at: each === 59 ? null : region.now() },
  }))
  await store.insertInto('break_glass').values(rows).execute()
  const watch = await region.browser(auditor)
  const told: (string | undefined)[] = []
  let next: string | undefined = '/toezicht/noodinzage'
  while (next !== undefined) {
    const { text } = await watch.get(next)
    told.push(...[...text.matchAll(/Reden (\d+)</g)].map(([, each]) => each))
    next = /rel="next" href="([^"]+)"/.exec(text)?.[1]
  }
  expect(told[0]).toBe('59')
  expect(told.toSorted()).toEqual(rows.map((_, each) => String(each)).toSorted())

  const seen: string[] = []
  for (;;) {
    const last = rows.find(({ id }) => id === seen.at(-1))
    const behind = last && { openedAt: last.opened_at, id: last.id }
    const page = await listBreaksBehind(region.setting, auditor, { behind, count: 7 })
    if (!page || page.length === 0) break
    seen.push(...page.flatMap(({ id, person }) => (person === seeker.person ? id : [])))
    if (page.length < 7) break
  }
  const newest = rows.toSorted(
    (a, b) => b.opened_at.getTime() - a.opened_at.getTime() || (a.id < b.id ? -1 : 1),
  )
  expect(seen).toEqual(newest.map(({ id }) => id))
  expect(await listBreaksBehind(region.setting, reviewer, { behind: undefined, count: 7 })).toBe(
    undefined,
  )
})
