/**
 * The clock of a registration, months at a time: time is never lost silently. Nobody here renews by themselves; what
 * saves them is what the rules say must be done before anything is lost.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addDuration,
  type CalendarDate,
  date,
  formatDate,
} from '../core/basics/calendar-date.ts'
import { reminderDay } from '../core/policy/kinds/reminder.ts'
import { contactOf } from '../store/contacts.ts'
import { candidatesOf } from '../store/people.ts'
import {
  done,
  type LettingRegion,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { confirmAddress } from './confirm-address.ts'
import { decideLapse } from './decide-lapse.ts'
import { doErrand } from './do-errand.ts'
import { instantOf } from './dutch-time.ts'
import { type Actor, carryOut, dayOf, inTransaction, type Mail } from './operation.ts'
import { registrationState } from './registration-life.ts'
import { planReminders } from './remind-registration.ts'
import { renew } from './renew.ts'
import { doDueJobs } from './tasks.ts'
import { listErrands, viewErrand } from './view-errands.ts'

let region: LettingRegion
let officers: Actor[]
let reviewers: Actor[]
const begin = '2026-03-02T09:00:00Z'
const sent: Mail[] = []
/** Addresses from which mail comes back. */
const bouncing = new Set<string>()

beforeAll(async () => {
  region = await lettingRegion(begin)
  Object.assign(region.setting, {
    mailer: {
      isExample: true,
      async send(mail: Mail) {
        if (bouncing.has(mail.to)) return { refused: 550 }
        sent.push(mail)
        return { accepted: true }
      },
    },
  })
  const landlords = ['voorbeeldwonen', 'anderwonen']
  officers = await Promise.all(landlords.map((each) => region.worker('letting-officer', each)))
  reviewers = await Promise.all(landlords.map((each) => region.worker('reviewer', each)))
})
afterAll(async () => region?.database.drop())

/** Somebody whose address was confirmed. */
async function withMail(name: string): Promise<Seeker & { readonly email: string }> {
  const seeker = await region.seeker({ name })
  await doDueJobs(region.setting)
  const mail = sent.at(-1)
  const path = mail?.lines.find(({ path }) => path?.startsWith('/mail/bevestigen/'))?.path ?? ''
  const token = path.slice('/mail/bevestigen/'.length)
  await inTransaction(region.setting, undefined, async (doing) =>
    done(await confirmAddress(doing, token)),
  )
  await doDueJobs(region.setting)
  return { ...seeker, email: mail?.to ?? '' }
}

async function stateOf({ person }: { readonly person: string }) {
  const [candidate] = await candidatesOf(region.store, region.region, [person])
  if (!candidate) throw new Error('there is a file')
  return await registrationState(region.setting, candidate, dayOf(region.now()))
}

/** Lives until a day, doing what is due when it is due. */
async function liveUntil(until: CalendarDate): Promise<void> {
  const last = instantOf(until, '10:00')
  for (;;) {
    const next = await region.store
      .selectFrom('job')
      .select(({ fn }) => fn.min('at').as('at'))
      .executeTakeFirst()
    if (!next?.at || next.at > last) break
    if (next.at > region.now()) region.goTo(next.at)
    await doDueJobs(region.setting)
  }
  region.goTo(last)
}

const sendLetters = async ({ id, kind }: { id: string; kind: string }, actor: Actor) => {
  const outcome = kind === 'letter' ? 'sent' : 'reached'
  done(await carryOut(region.setting, actor, doErrand, { errand: id, outcome }))
}

async function told({ person }: { readonly person: string }): Promise<string[]> {
  const rows = await region.store
    .selectFrom('message')
    .select(['code', 'at'])
    .where('person', '=', person)
    .where('code', 'like', 'registration-%')
    .orderBy('at')
    .execute()
  return rows.map(({ code, at }) => `${formatDate(dayOf(at))} ${code}`)
}

describe('the day of a reminder', () => {
  test.each([
    [{ before: { count: 2, unit: 'month' } }, '2027-03-01', '2027-01-01'],
    [{ before: { count: 1, unit: 'month' } }, '2027-03-31', '2027-02-28'],
    [{ before: { count: 1, unit: 'working-day' } }, '2026-06-08', '2026-06-07'],
    [{ after: { count: 6, unit: 'month' } }, '2027-03-01', '2027-09-01'],
  ] as const)('%j of a term until %s', (length, lastDay, on) => {
    const found = reminderDay({ ...length, ways: ['mail'] }, date(lastDay))
    expect(found === undefined ? found : formatDate(found)).toBe(on)
  })
})

test('eighteen months with bounced mail: nobody loses time, and everybody gets it back with one click', async () => {
  const reached = await withMail('Bereikt Voorbeeld')
  const bounced = await withMail('Geketst Voorbeeld')
  const without = await region.seeker({ name: 'Zonder Voorbeeld', email: undefined })
  await region.store
    .updateTable('person')
    .set({ email: null })
    .where('id', '=', without.person)
    .execute()
  bouncing.add(bounced.email)
  const everybody = [reached, bounced, without]
  const registered = dayOf(region.now())

  await liveUntil(addDuration(registered, { count: 18, unit: 'month' }))

  const bouncedContact = await contactOf(region.store, region.region, bounced.person)
  expect(bouncedContact.bouncedAt).toBeInstanceOf(Date)
  for (const each of everybody) {
    expect(await told(each)).toEqual([
      '2027-01-01 registration-ends-soon',
      '2027-02-01 registration-ends-soon',
      '2027-02-22 registration-ends-soon',
      '2027-03-02 registration-over',
      '2027-09-01 registration-over',
    ])
  }
  const mailed = sent.filter(({ to }) => to === reached.email)
  expect(mailed.filter(({ subject }) => subject.includes('op u wacht')).length).toBe(5)

  const waiting = (
    await Promise.all(officers.map((each) => listErrands(region.setting, each)))
  ).flatMap(({ letters }) => letters)
  const lettersTo = ({ person }: Seeker) => waiting.filter((each) => each.person === person).length
  expect(lettersTo(reached)).toBe(2)
  expect(lettersTo(bounced)).toBeGreaterThan(2)
  expect(lettersTo(without)).toBeGreaterThan(2)

  for (const each of everybody) {
    const before = await stateOf(each)
    expect(before).toMatchObject({ state: 'ended', can: { restore: true } })
    done(await carryOut(region.setting, each, renew, { person: each.person }))
    const after = await stateOf(each)
    expect(after).toMatchObject({ state: 'active', since: registered })
  }
  // What had a reason yesterday has none today.
  const left = await Promise.all(officers.map((each) => listErrands(region.setting, each)))
  expect(left.flatMap(({ letters }) => letters)).toEqual([])
}, 60_000)

test('after the year of grace time goes only by a human, after two ways and a letter, and not before', async () => {
  region.goTo(begin)
  const kept = await withMail('Bewaard Voorbeeld')
  const lost = await withMail('Verloren Voorbeeld')
  const registered = dayOf(region.now())
  const graceOver = addDuration(registered, { count: 2, unit: 'year' })
  await liveUntil(addDays(graceOver, -3))
  expect(await decisions()).toEqual([])
  await liveUntil(addDays(graceOver, 90))

  const waiting = await decisions()
  const about = waiting.map(({ person }) => person)
  for (const { person } of [kept, lost]) expect(about).toContain(person)
  const decide = (each: { readonly person: string }, lapses: boolean, by = reviewerOf(each)) =>
    carryOut(region.setting, by, decideLapse, {
      ...{ errand: waiting.find(({ person }) => person === each.person)?.id ?? '', lapses },
      motivation: 'Twee wegen geprobeerd, geen antwoord gekregen',
    })
  // Letters were asked for, but nobody says that they were sent.
  expect(refusedOf(await decide(lost, true))).toBe('not-reached-enough')
  expect(refusedOf(await decide(lost, true, officerOf(lost)))).toBe('not-found')
  for (const each of [lost, kept]) expect((await stateOf(each)).can.restore).toBe(true)
  const officer = officerOf(lost)
  for (const errand of (await listErrands(region.setting, officer)).letters) {
    await sendLetters(errand, officer)
  }
  const own = waiting.find(({ person }) => person === lost.person)
  expect(await viewErrand(region.setting, reviewerOf(lost), own?.id ?? '')).toMatchObject({
    isReachedEnough: true,
  })

  done(await decide(kept, false))
  done(await decide(lost, true))
  expect(await stateOf(lost)).toMatchObject({ state: 'ended', can: { restore: false } })
  expect(refusedOf(await carryOut(region.setting, lost, renew, { person: lost.person }))).toBe(
    'not-renewed',
  )
  done(await carryOut(region.setting, kept, renew, { person: kept.person }))
  expect(await stateOf(kept)).toMatchObject({ state: 'active', since: registered })
}, 60_000)

test('a letter is said to be sent by who works there, once, and the person sees it in their log', async () => {
  region.goTo(begin)
  const seeker = await region.seeker({ name: 'Brief Voorbeeld', email: undefined })
  await region.store
    .updateTable('person')
    .set({ email: null })
    .where('id', '=', seeker.person)
    .execute()
  await liveUntil(addDuration(dayOf(region.now()), { count: 11, unit: 'month' }))
  const officer = officerOf(seeker)
  const { letters } = await listErrands(region.setting, officer)
  const letter = letters.find(({ person }) => person === seeker.person)
  const errand = letter?.id ?? ''
  const other = officers.find((each) => each !== officer)
  expect(other && (await viewErrand(region.setting, other, errand))).toBeUndefined()
  const outcome = 'sent' as const
  expect(
    other && refusedOf(await carryOut(region.setting, other, doErrand, { errand, outcome })),
  ).toBe('not-found')
  const both = await Promise.all([
    carryOut(region.setting, officer, doErrand, { errand, outcome }),
    carryOut(region.setting, officer, doErrand, { errand, outcome }),
  ])
  expect(both.map(refusedOf).toSorted()).toEqual(['errand-done', undefined])
  const events = await region.store
    .selectFrom('event')
    .innerJoin('event_value', 'event_value.event', 'event.number')
    .select('event.kind')
    .where('event_value.person', '=', seeker.person)
    .where('event.kind', 'in', ['reminded', 'letter-sent'])
    .groupBy('event.kind')
    .execute()
  expect(events.map(({ kind }) => kind).toSorted()).toEqual(['letter-sent', 'reminded'])
})

test('where no rules are in force for a while, nobody is forgotten', async () => {
  region.goTo('2029-11-01T09:00:00Z')
  const { person } = await region.seeker({ name: 'Tussen Twee Boeken' })
  region.goTo('2030-01-05T09:00:00Z')
  await inTransaction(region.setting, undefined, async (doing) => {
    await planReminders(doing, person)
    return {}
  })
  const { at } = await region.store
    .selectFrom('job')
    .select('at')
    .where('task', '=', 'remind-registration')
    .where(sql`payload->>'person'`, '=', person)
    .executeTakeFirstOrThrow()
  expect(dayOf(at)).toBe(date('2030-01-06'))
})

async function decisions() {
  const lists = await Promise.all(reviewers.map((each) => listErrands(region.setting, each)))
  return lists.flatMap((list) => list.decisions)
}

function landlordOf({ person }: { readonly person: string }): string {
  const number = Number.parseInt(person.slice(0, 8), 16)
  return ['anderwonen', 'voorbeeldwonen'][number % 2] ?? ''
}

const at = (workers: readonly Actor[], landlord: string): Actor => {
  const found = workers.find(({ roles }) => roles[0]?.organisation === landlord)
  if (!found) throw new Error('somebody works there')
  return found
}
const officerOf = (each: { readonly person: string }) => at(officers, landlordOf(each))
const reviewerOf = (each: { readonly person: string }) => at(reviewers, landlordOf(each))
