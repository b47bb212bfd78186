/** Who has no account and no mail is written what matters, and called where a home waits; nobody else is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { changeContact } from '../store/contacts.ts'
import { letterCodes } from '../store/messages.ts'
import { changePerson } from '../store/people.ts'
import { atCounter, paper } from '../tests/at-the-counter.ts'
import { done, landlord } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { messageCodes } from '../words/messages.ts'
import { changeContact as changeHow } from './change-contact.ts'
import { doErrand } from './do-errand.ts'
import { erasePerson } from './erase-person.ts'
import { makeOffer } from './make-offer.ts'
import { type Actor, carryOut } from './operation.ts'
import { proposeIdentity } from './propose-identity.ts'
import { referenceOfFile } from './register-on-paper.ts'
import {
  answerAtCounter,
  reachAtCounter,
  respondAtCounter,
  serveAtCounter,
} from './serve-at-counter.ts'
import { listErrands } from './view-errands.ts'

let region: PortalRegion
let officer: Actor
let elsewhere: Actor
let browser: Browser
beforeAll(async () => {
  region = await portalRegion()
  officer = await region.worker('letting-officer')
  elsewhere = await region.worker('letting-officer', 'anderwonen')
  browser = await region.browser(officer)
})
afterAll(async () => region?.database.drop())

const { enter } = atCounter(() => browser)

async function onPaper(name: string): Promise<string> {
  // Days go by between one and the next: a session does not last that long.
  browser = await region.browser(officer)
  await enter({ name })
  const { id } = await region.store
    .selectFrom('person')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

async function visitOf(person: string): Promise<number> {
  const known = referenceOfFile(person)
  const asked = { landlord, known, born: date('1950-04-03') }
  return done(await carryOut(region.setting, officer, serveAtCounter, asked)).visit
}

/** They responded at the counter, and the home is offered to them. */
async function offered(person: string): Promise<string> {
  const listing = await region.listing(1)
  const input = (who: string) => ({ listing, person: who, via: 'counter' as const })
  const response = { visit: await visitOf(person), input }
  done(await carryOut(region.setting, officer, respondAtCounter, response))
  await region.close(listing, 2)
  browser = await region.browser(officer)
  const { offers } = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
  return offers[0]?.id ?? ''
}

const reached = (person: string, change: Parameters<typeof changeContact>[3]) =>
  region.store
    .transaction()
    .execute((transaction) => changeContact(transaction, region.region, person, change))

async function waiting(person: string): Promise<readonly string[]> {
  const { letters, calls } = await listErrands(region.setting, officer)
  return [...letters, ...calls]
    .filter((each) => each.person === person)
    .map(({ kind, code }) => `${kind} ${code}`)
}

test('every letter is of a message that there is', () => {
  expect(letterCodes.filter((code) => !messageCodes.some((each) => each === code))).toEqual([])
})

describe('an offer', () => {
  test('is written and called about, with until when, and no longer once it was answered', async () => {
    const person = await onPaper('Opa Brief')
    await reached(person, { phone: '045 123 45 67' })
    const offer = await offered(person)
    expect(await waiting(person)).toEqual(['letter offer-made', 'phone offer-made'])
    const { letters } = await listErrands(region.setting, officer)
    const errand = letters.find((each) => each.person === person)
    expect(errand?.landlord).toBe(landlord)
    const page = await browser.get(`/werk/post/${errand?.id}`)
    expect(page.text).toContain('Voorbeeldstraat 1')
    expect(page.text).toContain('Antwoord geven kan tot')
    expect(page.text).toContain(paper.post.split(',')[0])
    const answer = { offer, answer: 'accept' } as const
    const input = (who: string) => ({ person: who, answer, isSigned: true })
    const answering = { visit: await visitOf(person), input }
    done(await carryOut(region.setting, officer, answerAtCounter, answering))
    expect(await waiting(person)).toEqual([])
  })

  test('goes by mail alone to whom mail reaches, and is on the site for who has an account', async () => {
    const person = await onPaper('Opa Mail')
    const email = 'opa.mail@example.org'
    await region.store
      .transaction()
      .execute((transaction) => changePerson(transaction, region.region, person, { email }))
    await reached(person, { verified: { email, by: 'link', at: region.now() } })
    await offered(person)
    expect(await waiting(person)).toEqual([])
    const seeker = await region.seeker({ name: 'Met Account' })
    await reached(seeker.person, { phone: '045 123 45 67', postalAddress: 'Straat 1' })
    const listing = await region.listing(1)
    await region.responded(listing, [seeker])
    await region.close(listing, 2)
    done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
    expect(await waiting(seeker.person)).toEqual([])
  })
})

test('that somebody wants to correct their name is written to where they live, wherever it was done', async () => {
  const person = await onPaper('Opa Verbeterd')
  done(
    await carryOut(region.setting, officer, proposeIdentity, {
      ...{ visit: await visitOf(person), name: 'Opa Anders', born: date('1950-04-03') },
      ...{ ground: 'entered-wrongly', paper: 'passport', paperOn: date('2024-05-02') },
      isSeen: true,
    }),
  )
  const { kind, landlord: writer } = await region.store
    .selectFrom('errand')
    .select(['kind', 'landlord'])
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  expect(kind).toBe('letter')
  const landlords = ['anderwonen', 'voorbeeldwonen']
  const number = Number.parseInt(person.slice(0, 8), 16)
  expect(writer).toBe(landlords[number % 2])
})

describe('where somebody is written', () => {
  const change = async (person: string, told: { postalAddress?: string; email?: string }) => {
    const visit = await visitOf(person)
    const input = (who: string) => ({ person: who, ...told })
    return carryOut(region.setting, officer, reachAtCounter, { visit, input })
  }
  /** What waits at whichever landlord writes to them. */
  async function lettersTo(person: string) {
    for (const by of [officer, elsewhere]) {
      const { letters } = await listErrands(region.setting, by)
      const found = letters.filter((each) => each.person === person)
      if (found.length > 0) return { by, found, codes: found.map(({ code }) => code) }
    }
    return { by: officer, found: [], codes: [] }
  }
  const oldAddresses = async () => region.store.selectFrom('old_address').selectAll().execute()

  test('is told to be another where they were written until now, and only there', async () => {
    const person = await onPaper('Opa Verhuisd')
    done(await change(person, { postalAddress: 'Kerkplein 9, Kerkrade' }))
    const { by, found, codes } = await lettersTo(person)
    expect(codes).toEqual(['contact-changed'])
    const [errand] = found
    const writer = await region.browser(by)
    const { text } = await writer.get(`/werk/post/${errand?.id}`)
    expect(text).toContain(paper.post.split(',')[0])
    expect(text).toContain('Veranderd is: uw postadres.')
    expect(text).not.toContain('Kerkplein')
    const sent = { errand: errand?.id ?? '', outcome: 'sent' } as const
    done(await carryOut(region.setting, by, doErrand, sent))
    expect(await oldAddresses()).toEqual([])
    // The next letter goes to the new address.
    await offered(person)
    const offers = (await listErrands(region.setting, officer)).letters
    const next = offers.find((each) => each.person === person)
    expect((await browser.get(`/werk/post/${next?.id}`)).text).toContain('Kerkplein 9')
  })

  test('hears by letter that a mail address came, and nothing where nothing was there', async () => {
    const person = await onPaper('Opa Digitaal')
    done(await change(person, { email: 'neef@example.org' }))
    expect((await lettersTo(person)).codes).toEqual(['contact-changed'])
    const seeker = await region.seeker({ name: 'Eerste Adres' })
    const nothing = { person: seeker.person, wants: 'everything', language: 'nl' } as const
    const email = `${seeker.human}@example.org`
    const first = { ...nothing, email, phone: '', postalAddress: 'Straat 1, Heerlen' }
    done(await carryOut(region.setting, seeker, changeHow, first))
    expect((await lettersTo(seeker.person)).codes).toEqual([])
    // Saved once more as it was, nothing is told.
    done(await carryOut(region.setting, seeker, changeHow, first))
    const { count } = await region.store
      .selectFrom('message')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person', '=', seeker.person)
      .where('code', '=', 'contact-changed')
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  test('is forgotten with their file', async () => {
    const seeker = await region.seeker({ name: 'Oud Adres' })
    await reached(seeker.person, { postalAddress: 'Oude straat 1' })
    const to = { person: seeker.person, wants: 'everything', language: 'nl' } as const
    const changed = { ...to, email: '', phone: '', postalAddress: 'Nieuwe straat 1' }
    done(await carryOut(region.setting, seeker, changeHow, changed))
    const before = await oldAddresses()
    expect(before.map(({ postal_address }) => postal_address)).toContain('Oude straat 1')
    done(await carryOut(region.setting, seeker, erasePerson, { person: seeker.person }))
    const after = (await oldAddresses()).map(({ postal_address }) => postal_address)
    expect(after).not.toContain('Oude straat 1')
  })
})
