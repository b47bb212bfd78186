/**
 * Forms that are sent twice at the same moment, and once more after that: one effect, and three times the same
 * answer. One effect is what the same form has where it is sent once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, date, formatDate } from '../core/basics/calendar-date.ts'
import { answerLogKey } from '../operations/change-log-key.ts'
import { keepLog, logNameOf, readLogKey } from '../operations/keep-log.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { type Actor, carryOut, dayOf } from '../operations/operation.ts'
import { proposeCorrection } from '../operations/propose-correction.ts'
import { registerOnPaper } from '../operations/register-on-paper.ts'
import { pause } from '../operations/renew.ts'
import { beginReplay } from '../operations/replay-run.ts'
import { reportVacancy } from '../operations/report-vacancy.ts'
import { beginSession } from '../operations/sessions.ts'
import { beginStanding } from '../operations/standing-response.ts'
import { bookOfText } from '../policies/load-rule-book.ts'
import { type App, makeApp } from '../web/app.ts'
import { dayTyped } from '../web/work-frame.ts'
import { counted, formsTwice } from './double-click.ts'
import { done, type LettingRegion, landlord, lettingRegion } from './letting-region.ts'
import { exampleBooks } from './released-books.ts'
import { regionalText } from './rules-region.ts'

let region: LettingRegion
let app: App
const folder = mkdtempSync(join(tmpdir(), 'double-click-'))
const people: Partial<Record<'officer' | 'reviewer' | 'auditor' | 'keeper' | 'other', Actor>> = {}

// The book of the region lets nobody rest; here it does, so that there are such forms.
const books = exampleBooks.map((each) => {
  if (each.book.authority.level !== 'region') return each
  const renewed = 'renew: { on: renewed, lasts: 1 year }'
  const resting = `${renewed}\n        pause: { from: paused, to: resumed }`
  const book = bookOfText(regionalText(renewed, resting))
  if (!('book' in book)) throw new Error(JSON.stringify(book))
  return book
})

beforeAll(async () => {
  region = await lettingRegion('2026-03-01T10:00:00Z', 'silent', { books })
  const logKey = readLogKey(folder, logNameOf(region.region))
  const web = { regionName: 'Parkstad', isExample: true, isSecure: false, logKey }
  app = makeApp({ ...region.setting, ...web })
  people.officer = await region.worker('letting-officer')
  people.reviewer = await region.worker('reviewer')
  people.auditor = await region.worker('auditor', '')
  people.keeper = await region.worker('technical-admin', '')
  people.other = await region.worker('technical-admin', '')
  const { store } = region
  await store
    .updateTable('human')
    .set({ email: 'tom@example.org' })
    .where('id', '=', people.other.human)
    .execute()
  await region.closedListing(2)
  await keepLog(region.setting, logKey)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

function worker(who: keyof typeof people): Actor {
  const found = people[who]
  if (!found) throw new Error('everybody who works here is made first')
  return found
}

/** Somebody at a form, as they would send it. */
type Click = {
  readonly by: Actor
  /** Where the form stands; it is sent to the same address where none is named. */
  readonly page: string
  readonly to?: string
  readonly filled?: Readonly<Record<string, string>>
}

const officerAt = (page: string, filled: Click['filled'] = {}): Click => ({
  ...{ by: worker('officer'), page, filled },
})
const days = (count: number) => dayTyped(addDays(dayOf(region.now()), count))
const homeTyped = { soort: 'apartment', segment: 'social', huur: '650', slaapkamers: '2' }

async function vacantHome(): Promise<number> {
  const dwelling = await region.dwelling()
  const report = { dwelling, freeFrom: dayOf(region.now()) }
  done(await carryOut(region.setting, worker('officer'), reportVacancy, report))
  return dwelling
}

async function closedHome(): Promise<{ readonly listing: number; readonly dwelling: number }> {
  const { listing } = await region.closedListing(2)
  const { dwelling } = await region.store
    .selectFrom('listing')
    .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
    .select('vacancy.dwelling')
    .where('listing.id', '=', listing)
    .executeTakeFirstOrThrow()
  return { listing, dwelling }
}

async function complexOf(dwelling: number): Promise<string> {
  const { complex } = await region.store
    .selectFrom('dwelling')
    .select('complex')
    .where('id', '=', dwelling)
    .executeTakeFirstOrThrow()
  return complex
}

async function replayBegun(): Promise<string> {
  const until = dayOf(region.now())
  const period = { from: addDays(until, -100), until }
  return done(await carryOut(region.setting, worker('auditor'), beginReplay, period)).run
}

/** Each form with somebody who has not sent it yet; what is there before is made anew every time. */
const forms: Readonly<Record<string, () => Promise<Click>>> = {
  '/beheer/sleutels': async () => {
    const { store, setting } = region
    const asked = await store.selectFrom('log_key_change').select('id').execute()
    for (const { id: request } of asked) {
      await carryOut(setting, worker('other'), answerLogKey, { request, agrees: false })
    }
    const filled = { doe: 'vragen', waarom: 'Elk jaar' }
    return { by: worker('keeper'), page: '/beheer/sleutels', filled }
  },
  '/inschrijven/koppelen': async () => {
    const born = { 'born-day': '1', 'born-month': '2', 'born-year': '1990' }
    const name = `Op Papier ${region.now().getTime()}`
    const { person } = done(
      await carryOut(region.setting, worker('officer'), registerOnPaper, {
        registration: {
          ...{ name, email: undefined, born: date('1990-02-01') },
          ...{ householdSize: 1, children: 0, incomeCents: 2_200_000, housingSituation: 'starter' },
          ...{ municipality: 'heerlen', livesThereSince: date('2010-01-01'), wishes: {} },
        },
        ...{ landlord, postalAddress: 'Straat 1', isSigned: true, isSomebodyElse: true },
      }),
    )
    const human = await region.human(name)
    const kenmerk = (person.replaceAll('-', '').slice(0, 12).match(/.{4}/g) ?? []).join('-')
    const by = { human, roles: [], mandates: [] }
    return { by, page: '/inschrijven/koppelen', filled: { kenmerk, ...born } }
  },
  '/mijn/inschrijving/stilzetten': async () => ({
    ...{ by: await region.seeker(), page: '/mijn/inschrijving' },
    to: '/mijn/inschrijving/stilzetten',
  }),
  '/mijn/inschrijving/hervatten': async () => {
    const by = await region.seeker()
    done(await carryOut(region.setting, by, pause, { person: by.person }))
    return { by, page: '/mijn/inschrijving', to: '/mijn/inschrijving/hervatten' }
  },
  '/mijn/wensen/automatisch': async () => ({
    ...{ by: await region.seeker(), page: '/mijn/wensen/automatisch', filled: { aantal: '2' } },
  }),
  '/mijn/wensen/automatisch/stoppen': async () => {
    const by = await region.seeker()
    done(await carryOut(region.setting, by, beginStanding, { person: by.person, most: 2 }))
    const page = '/mijn/wensen/automatisch'
    return { by, page, to: `${page}/stoppen` }
  },
  '/toezicht/naspelen': async () => {
    const until = dayOf(region.now())
    const filled = { van: formatDate(addDays(until, -100)), tot: formatDate(until) }
    const page = `/toezicht/naspelen?van=${filled.van}&tot=${filled.tot}`
    return { by: worker('auditor'), page, to: '/toezicht/naspelen', filled }
  },
  '/toezicht/naspelen/:run': async () => ({
    ...{ by: worker('auditor'), page: `/toezicht/naspelen/${await replayBegun()}` },
  }),
  '/werk/aanbiedingen/:id': async () => {
    const { listing } = await closedHome()
    const input = { listing, count: 1 }
    const { offers } = done(await carryOut(region.setting, worker('officer'), makeOffer, input))
    const filled = { grond: 'took-it-back', 'weg-1': 'phone', 'dag-1': days(0) }
    return officerAt(`/werk/aanbiedingen/${offers[0]?.id}`, filled)
  },
  '/werk/complexen': async () =>
    officerAt('/werk/complexen', { naam: 'Hof', buurt: 'Centrum', 'in-gemeente': 'heerlen' }),
  '/werk/complexen/:complex{[0-9a-z-]+}': async () => {
    const filled = { adres: 'Nieuwstraat 7', ...homeTyped, label: 'none' }
    return officerAt(`/werk/complexen/${await complexOf(await region.dwelling())}`, filled)
  },
  '/werk/correctie/:id': async () => {
    const { person } = await region.seeker()
    const { correction } = done(
      await carryOut(region.setting, worker('officer'), proposeCorrection, {
        ...{ person, landlord, registeredOn: date('2019-05-01') },
        ...{ ground: 'older-registration-shown', source: 'confirmation-of-registration' },
      }),
    )
    const filled = { doe: 'akkoord', motivering: 'Het bewijs heb ik gezien.' }
    return { by: worker('reviewer'), page: `/werk/correctie/${correction}`, filled }
  },
  '/werk/woningen/:id{[0-9]+}': async () =>
    officerAt(`/werk/woningen/${await region.dwelling()}`, { vrij: days(0) }),
  '/werk/woningen/:id{[0-9]+}/advertentie': async () => {
    const filled = { doe: 'opslaan', kop: 'Met balkon', huur: '650', label: 'none' }
    return officerAt(`/werk/woningen/${await vacantHome()}/advertentie`, filled)
  },
  '/werk/woningen/:id{[0-9]+}/kandidaten': async () => {
    const { dwelling } = await closedHome()
    return officerAt(`/werk/woningen/${dwelling}/kandidaten`, { aantal: '1', dag: '', uur: '' })
  },
  '/werk/woningen/:id{[0-9]+}/voorraad': async () => {
    const filled = { ...homeTyped, huur: '700', label: 'none' }
    return officerAt(`/werk/woningen/${await region.dwelling()}/voorraad`, filled)
  },
}

/** The form as the page holds it, ready to be sent again and again as it is. */
async function standingBefore({ by, page, to = page, filled }: Click) {
  const token = await beginSession(region.store, region.region, by.human, region.now())
  const headers = { cookie: `sessie=${token}` }
  const shown = await app.request(page, { headers })
  const text = await shown.text()
  const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
  expect([shown.status, fields.key], page).toEqual([200, expect.stringMatching(/./)])
  const body = String(new URLSearchParams({ ...fields, ...filled }))
  const follow = async (answer: string) => {
    await app.request(answer.replace(/^303 /, ''), { headers })
  }
  const send = async () => {
    const sent = await app.request(to, {
      ...{ method: 'POST', body },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
    return `${sent.status} ${sent.headers.get('location')}`
  }
  return { send, follow }
}

/** What something adds to everything there is. */
async function addedBy(work: () => Promise<void>): Promise<Readonly<Record<string, number>>> {
  const before = await counted(region)
  await work()
  const after = await counted(region)
  return Object.fromEntries(
    Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]),
  )
}

// A browser goes where the answer sends it, and what is read there can be in the log.
test.each(Object.entries(forms))('%s: twice at once and once more is once', async (_, filledIn) => {
  const single = await standingBefore(await filledIn())
  const one = await addedBy(async () => {
    const answer = await single.send()
    expect(answer).toMatch(/^303 /)
    await single.follow(answer)
  })
  expect(one).toMatchObject({ performed: 1 })
  const { send, follow } = await standingBefore(await filledIn())
  const many = await addedBy(async () => {
    const [first, second] = await Promise.all([send(), send()])
    expect(first).toMatch(/^303 /)
    expect([second, await send()]).toEqual([first, first])
    await follow(first)
  })
  expect(many).toEqual(one)
})

test('every form that is said to be sent so, is', () => {
  const said = [...formsTwice()].flatMap(([form, { how }]) => (how === 'together' ? [form] : []))
  expect(Object.keys(forms).toSorted()).toEqual(said.toSorted())
})
