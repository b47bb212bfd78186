/** Who has no account is helped and reached all the same: a mandate on signed paper, and what is said at the counter. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { contactOf } from '../store/contacts.ts'
import { mandatesBy } from '../store/mandates.ts'
import { giveAccount, personFile } from '../store/people.ts'
import {
  done,
  type LettingRegion,
  landlord,
  lettingRegion,
  refusedOf,
} from '../tests/letting-region.ts'
import { acceptMandate } from './accept-mandate.ts'
import { mandateCode } from './give-mandate.ts'
import type { PaperMandate } from './mandate-on-paper.ts'
import { type Actor, carryOut, dayOf, type Mailer, type Setting } from './operation.ts'
import { referenceOfFile, registerOnPaper } from './register-on-paper.ts'
import { respond } from './respond.ts'
import {
  giveMandateAtCounter,
  reachAtCounter,
  serveAtCounter,
  withdrawMandateAtCounter,
} from './serve-at-counter.ts'
import type { Reach } from './tell-how-reached.ts'
import { mandatesInVisit, viewVisit } from './view-counter.ts'

let region: LettingRegion
let officer: Actor
let setting: Setting
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  const mailer: Mailer = { isExample: true, send: async () => ({ accepted: true }) }
  setting = { ...region.setting, mailer }
})
afterAll(async () => region?.database.drop())

const born = date('1950-04-03')

async function onPaper(name: string): Promise<string> {
  const { person } = done(
    await carryOut(setting, officer, registerOnPaper, {
      ...{ landlord, postalAddress: 'Dorpsstraat 1', isSigned: true, isSomebodyElse: true },
      registration: {
        ...{ name, email: undefined, born, householdSize: 1, children: 0, wishes: {} },
        ...{ incomeCents: 2_200_000, housingSituation: 'starter', municipality: 'heerlen' },
        livesThereSince: date('2010-01-01'),
      },
    }),
  )
  return person
}

async function visitOf(person: string, by = officer): Promise<number> {
  const known = referenceOfFile(person)
  return done(await carryOut(setting, by, serveAtCounter, { landlord, known, born })).visit
}

async function given(person: string, change: Partial<PaperMandate> = {}, by = officer) {
  const input = (who: string): PaperMandate => ({
    ...{ person: who, name: 'Mijn dochter', may: ['respond'], months: 6, isSigned: true },
    ...{ code: mandateCode(person), ...change },
  })
  return carryOut(setting, by, giveMandateAtCounter, { visit: await visitOf(person, by), input })
}

const accepted = (by: Actor, person: string) =>
  carryOut(setting, by, acceptMandate, { code: mandateCode(person) })

async function account(person: string, name: string): Promise<void> {
  const human = await region.human(name)
  await region.store
    .transaction()
    .execute((transaction) => giveAccount(transaction, region.region, person, human))
}

async function newHelper(): Promise<Actor> {
  return { human: await region.human('Leyla Dochter'), roles: [], mandates: [] }
}

describe('a mandate on signed paper', () => {
  test('is taken up by the code, allows what the paper says, and is stopped at the counter', async () => {
    const person = await onPaper('Opa Zonder')
    done(await given(person))
    const helper = await newHelper()
    done(await accepted(helper, person))
    const listing = await region.listing()
    const acting: Actor = { ...helper, mandates: [{ person, may: ['read', 'respond'] }] }
    done(await carryOut(setting, acting, respond, { listing, person, via: 'helper' }))
    const view = await viewVisit(setting, officer, await visitOf(person))
    if (!view) throw new Error('their own visit')
    const { running } = await mandatesInVisit(setting, view)
    expect(running).toMatchObject([{ name: 'Leyla Dochter', may: ['read', 'respond'] }])
    const stopping = async () => ({
      visit: await visitOf(person),
      input: (who: string) => ({ person: who, helper: helper.human }),
    })
    done(await carryOut(setting, officer, withdrawMandateAtCounter, await stopping()))
    expect(await mandatesBy(region.store, region.region, person, dayOf(region.now()))).toEqual([])
    const again = await carryOut(setting, officer, withdrawMandateAtCounter, await stopping())
    expect(refusedOf(again)).toBe('mandate-over')
    const told = await region.store
      .selectFrom('message')
      .select(['code', 'facts'])
      .where('person', '=', person)
      .execute()
    expect(told).toContainEqual({ code: 'acted-for-you', facts: { action: 'give-mandate' } })
    expect(told.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['mandate-accepted', 'mandate-withdrawn']),
    )
  })

  test('is never taken up by who put it on record, but by nobody else less', async () => {
    const person = await onPaper('Oma Zonder')
    done(await given(person))
    expect(refusedOf(await accepted(officer, person))).toBe('gave-it')
    const both = await Promise.all([
      accepted(await newHelper(), person),
      accepted(await newHelper(), person),
    ])
    expect(both.map(refusedOf).toSorted()).toEqual(['code-unknown', undefined])
  })

  test('needs a signature, a name and a term; and is not for who has an account', async () => {
    const person = await onPaper('Tante Zonder')
    expect(refusedOf(await given(person, { isSigned: false }))).toBe('mandate-not-signed')
    expect(refusedOf(await given(person, { name: ' ' }))).toBe('name-missing')
    expect(refusedOf(await given(person, { months: 7 }))).toBe('term-missing')
    await account(person, 'Tante Met')
    expect(refusedOf(await given(person))).toBe('mandates-themselves')
  })

  test('of a stranger is not given or stopped in the visit of a colleague', async () => {
    const person = await onPaper('Oom Zonder')
    const visit = await visitOf(person)
    const colleague = await region.worker('letting-officer')
    const input = (who: string): PaperMandate => ({
      ...{ person: who, name: 'Ik', may: [], months: 6, isSigned: true, code: 'ABCD-ABCD-ABCD' },
    })
    const outcome = await carryOut(setting, colleague, giveMandateAtCounter, { visit, input })
    expect(refusedOf(outcome)).toBe('not-found')
  })
})

describe('how somebody is reached', () => {
  const reach = async (person: string, change: Omit<Reach, 'person'>) =>
    carryOut(setting, officer, reachAtCounter, {
      visit: await visitOf(person),
      input: (who: string) => ({ person: who, ...change }),
    })

  test('is completed at the counter; mail only after a link was followed', async () => {
    const person = await onPaper('Opa Bereikbaar')
    done(await reach(person, { phone: '045 123 45 67' }))
    done(await reach(person, { email: 'opa@example.org' }))
    const contact = await contactOf(region.store, region.region, person)
    expect(contact).toMatchObject({
      ...{ phone: '045 123 45 67', postalAddress: 'Dorpsstraat 1', askedEmail: 'opa@example.org' },
      verifiedEmail: undefined,
    })
    const mails = await region.store
      .selectFrom('job')
      .select('payload')
      .where('task', '=', 'send-mail')
      .execute()
    expect(mails.filter(({ payload }) => payload.token !== undefined)).toHaveLength(1)
    expect((await personFile(region.store, region.region, person))?.email).toBe('opa@example.org')
  })

  test('nobody is left without any way, or with one that cannot be', async () => {
    const person = await onPaper('Oma Bereikbaar')
    const codes = [
      await reach(person, { postalAddress: '' }),
      await reach(person, { phone: 'bel mij' }),
      await reach(person, { email: 'oma' }),
      await reach(person, { postalAddress: 'Dorpsstraat 1' }),
    ].map(refusedOf)
    expect(codes).toEqual(['address-missing', 'phone-odd', 'mail-odd', 'reach-is-the-same'])
  })

  test('who has an account keeps their mail address, and gets a phone number', async () => {
    const person = await onPaper('Tante Bereikbaar')
    await account(person, 'Tante Bereikbaar')
    expect(refusedOf(await reach(person, { email: 'dief@example.org' }))).toBe('mail-themselves')
    done(await reach(person, { phone: '045 123 45 67', postalAddress: '' }))
  })
})
