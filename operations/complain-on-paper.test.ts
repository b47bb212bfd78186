/** A complaint or an objection on signed paper: the same case at the same committee, its terms from the day it came in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addDuration,
  addMonths,
  type CalendarDate,
  date,
} from '../core/basics/calendar-date.ts'
import { complaintsOf } from '../store/complaints.ts'
import { addHistory, giveAccount } from '../store/people.ts'
import {
  done,
  type LettingRegion,
  landlord,
  lettingRegion,
  refusedOf,
} from '../tests/letting-region.ts'
import type { PaperComplaint } from './complain-on-paper.ts'
import { confirmJudgement } from './confirm-judgement.ts'
import { decisionsAbout } from './decisions-about.ts'
import { judgeComplaint } from './judge-complaint.ts'
import { type Actor, carryOut, dayOf, inTransaction } from './operation.ts'
import { referenceOfFile, registerOnPaper } from './register-on-paper.ts'
import {
  complainAtCounter,
  respondAtCounter,
  serveAtCounter,
  withdrawComplaintAtCounter,
} from './serve-at-counter.ts'
import { takeComplaint } from './take-complaint.ts'
import { viewCase } from './view-cases.ts'
import { decisionsInVisit, viewVisit } from './view-counter.ts'

let region: LettingRegion
let officer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
})
afterAll(async () => region?.database.drop())

const born = date('1950-04-03')
const words = 'Ik stond al veel langer ingeschreven dan hier staat.'
const today = () => dayOf(region.now())

async function onPaper(name: string): Promise<string> {
  const { person } = done(
    await carryOut(region.setting, officer, registerOnPaper, {
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
  return done(await carryOut(region.setting, by, serveAtCounter, { landlord, known, born })).visit
}

/** Somebody without an account who stood on a list that was made today. */
async function listed(name: string) {
  const person = await onPaper(name)
  const listing = await region.listing(1)
  const input = (who: string) => ({ listing, person: who, via: 'counter' as const })
  const visit = await visitOf(person)
  done(await carryOut(region.setting, officer, respondAtCounter, { visit, input }))
  await region.close(listing, 2)
  const [decision] = await decided(person)
  if (!decision) throw new Error('nothing was decided')
  return { person, listing, decision: decision.key, on: decision.on }
}

async function decided(person: string) {
  const { store, setting } = region
  return decisionsAbout({ store, region: region.region, setting, today: today() }, person)
}

async function complained(
  person: string,
  decision: string,
  given: Partial<PaperComplaint> = {},
  by = officer,
) {
  const visit = await visitOf(person, by)
  const input = (who: string): PaperComplaint => ({
    ...{ person: who, decision, words, receivedOn: today(), isSigned: true, ...given },
  })
  return carryOut(region.setting, by, complainAtCounter, { visit, input })
}

describe('a complaint on paper', () => {
  test('goes the whole way: two judge, and at the counter they hear what was judged', async () => {
    const { person, decision, listing } = await listed('Opa Klaagt')
    region.later(3)
    const receivedOn = addDays(today(), -2)
    const { complaint } = done(await complained(person, decision, { receivedOn }))
    const first = await region.worker('complaints-committee', '')
    const second = await region.worker('complaints-committee', '')
    for (const each of [first, second]) {
      done(await carryOut(region.setting, each, takeComplaint, { complaint }))
    }
    const seen = await viewCase(region.setting, first, complaint)
    expect(seen?.complaint).toMatchObject({
      ...{ route: 'complaint', committee: '', words, listing, receivedOn },
      decideBy: addDuration(receivedOn, { count: 6, unit: 'week' }),
    })
    expect(seen?.again?.faults).toEqual([])
    const motivation = 'De lijst volgt uit de regels van die dag.'
    const judgement = { complaint, outcome: 'not-admissible', motivation } as const
    done(await carryOut(region.setting, first, judgeComplaint, judgement))
    const confirmation = { complaint, agrees: true, why: '' }
    done(await carryOut(region.setting, second, confirmJudgement, confirmation))
    const view = await viewVisit(region.setting, officer, await visitOf(person))
    if (!view) throw new Error('their own visit')
    expect(await decisionsInVisit(region.setting, view)).toMatchObject([
      { landlordName: 'Voorbeeldwonen', complaint: { state: 'decided', motivation } },
    ])
    const told = await region.store
      .selectFrom('message')
      .select(['code', 'facts'])
      .where('person', '=', person)
      .execute()
    expect(told.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['complaint-received', 'complaint-decided']),
    )
    expect(told).toContainEqual({ code: 'acted-for-you', facts: { action: 'complain' } })
    const { body } = await region.store
      .selectFrom('event')
      .innerJoin('event_value', 'event_value.event', 'event.number')
      .select('event.body')
      .where('event.kind', '=', 'complaint-received')
      .where('event_value.person', '=', person)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(body)).toMatchObject({ via: 'counter', landlord })
    expect(body).not.toContain('ingeschreven dan')
  })

  test('who typed it over does not answer for the landlord, nor judge', async () => {
    const { person, decision } = await listed('Niet Zelf')
    const { complaint } = done(await complained(person, decision))
    const roles = [{ role: 'complaints-committee' as const, organisation: '' }]
    const both: Actor = { ...officer, roles: [...officer.roles, ...roles] }
    const take = await carryOut(region.setting, both, takeComplaint, { complaint })
    expect(refusedOf(take)).toBe('own-file')
  })

  test('counts from the day it came in, however long it lay; and no other day is taken', async () => {
    const { person, decision, on } = await listed('Op Tijd')
    const until = addMonths(on, 12)
    const at = (receivedOn: CalendarDate) => complained(person, decision, { receivedOn })
    expect(refusedOf(await at(addDays(today(), 1)))).toBe('received-in-future')
    expect(refusedOf(await at(addDays(on, -1)))).toBe('received-too-early')
    region.later(368)
    expect(refusedOf(await at(addDays(until, 1)))).toBe('term-over')
    const { complaint } = done(await at(until))
    const [kept] = await complaintsOf(region.store, region.region, person)
    expect(kept).toMatchObject({ id: complaint, receivedOn: until })
  })

  test('is not typed over by who came to help this person meanwhile', async () => {
    const { person, decision } = await listed('Van De Buurvrouw')
    const visit = await visitOf(person)
    const input = (who: string): PaperComplaint => ({
      ...{ person: who, decision, words, receivedOn: today(), isSigned: true },
    })
    const helps: Actor = { ...officer, mandates: [{ person, may: ['read'] }] }
    const outcome = await carryOut(region.setting, helps, complainAtCounter, { visit, input })
    expect(refusedOf(outcome)).toBe('own-file')
  })

  test('needs a signature, words and a decision about them', async () => {
    const { person, decision } = await listed('Niet Getekend')
    const other = await listed('Iemand Anders')
    const codes = [
      await complained(person, decision, { isSigned: false }),
      await complained(person, decision, { words: 'Nee.' }),
      await complained(person, other.decision),
    ].map(refusedOf)
    expect(codes).toEqual(['complaint-not-signed', 'words-missing', 'not-found'])
    expect(await complaintsOf(region.store, region.region, person)).toEqual([])
  })

  test('at two counters at once is one case', async () => {
    const { person, decision } = await listed('Twee Balies')
    const colleague = await region.worker('letting-officer')
    const both = await Promise.all([
      complained(person, decision),
      complained(person, decision, {}, colleague),
    ])
    expect(both.map(refusedOf).toSorted()).toEqual(['already-complained', undefined])
    expect(await complaintsOf(region.store, region.region, person)).toHaveLength(1)
  })

  test('is taken back on paper too, and only their own', async () => {
    const { person, decision } = await listed('Bedenkt Zich')
    const other = await listed('Een Ander')
    const { complaint } = done(await complained(person, decision))
    const back = async (who: string, isSigned: boolean) => {
      const input = (each: string) => ({ person: each, complaint, isSigned })
      const visit = await visitOf(who)
      return carryOut(region.setting, officer, withdrawComplaintAtCounter, { visit, input })
    }
    expect(refusedOf(await back(person, false))).toBe('withdrawal-not-signed')
    expect(refusedOf(await back(other.person, true))).toBe('not-found')
    done(await back(person, true))
    expect(refusedOf(await back(person, true))).toBe('wrong-order')
  })

  test('is not for who has an account, also when that came meanwhile', async () => {
    const { person, decision } = await listed('Nu Digitaal')
    const human = await region.human('Nu Digitaal')
    await region.store
      .transaction()
      .execute((transaction) => giveAccount(transaction, region.region, person, human))
    expect(refusedOf(await complained(person, decision))).toBe('complains-themselves')
  })
})

test('an objection on paper goes to the committee of the municipality, in its own term', async () => {
  const person = await onPaper('Maakt Bezwaar')
  await inTransaction(region.setting, undefined, async (doing) => {
    const { transaction, write } = doing
    const event = await write({ kind: 'no-show', open: {}, personal: { person }, person })
    const happened = { person, event, name: 'no-show', on: doing.today } as const
    await addHistory(transaction, region.region, happened)
  })
  await region.worker('complaints-committee', 'heerlen')
  const found = (await decided(person)).find(({ kind }) => kind === 'sanction')
  if (!found) throw new Error('the rules of Parkstad know this sanction')
  expect(found.remedy).toBe('objection')
  region.later(60)
  const late = { receivedOn: addDays(found.until, 1) }
  expect(refusedOf(await complained(person, found.key, late))).toBe('term-over')
  done(await complained(person, found.key, { receivedOn: found.until }))
  const [kept] = await complaintsOf(region.store, region.region, person)
  expect(kept).toMatchObject({
    ...{ route: 'objection', committee: 'heerlen' },
    decideBy: addDuration(found.until, { count: 12, unit: 'week' }),
  })
})
