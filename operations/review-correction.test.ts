/** A registration date is corrected by two humans, and at the counter everything is marked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, date } from '../core/basics/calendar-date.ts'
import { resolve } from '../core/policy/resolve.ts'
import { follow, valueAt } from '../core/policy/timeline.ts'
import { candidatesOf } from '../store/people.ts'
import {
  done,
  type LettingRegion,
  landlord,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { exampleBooks } from '../tests/released-books.ts'
import { type Actor, carryOut, dayOf } from './operation.ts'
import { proposeCorrection } from './propose-correction.ts'
import { reviewCorrection } from './review-correction.ts'
import { respondAtCounter, serveAtCounter } from './serve-at-counter.ts'

let region: LettingRegion
let officer: Actor
let reviewer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  reviewer = await region.worker('reviewer')
})
afterAll(async () => region?.database.drop())

const propose = ({ person }: Seeker, registeredOn: CalendarDate, by = officer) =>
  carryOut(region.setting, by, proposeCorrection, {
    ...{ person, landlord, registeredOn, ground: 'older-registration-shown' },
    source: 'confirmation-of-registration',
  })

const review = (correction: string, by = reviewer, agrees = true) =>
  carryOut(region.setting, by, reviewCorrection, {
    ...{ correction, agrees, motivation: 'Ik heb de bevestiging zelf gezien.' },
  })

async function registeredSince({ person }: Seeker) {
  const today = dayOf(region.now())
  const [candidate] = await candidatesOf(region.store, region.region, [person])
  if (!candidate) throw new Error('nobody')
  const rules = resolve(
    exampleBooks.map(({ book }) => book),
    { on: today },
  )
  const timeline = follow(candidate, { rules }, today)
  return {
    since: valueAt(timeline, 'registered-on', today),
    state: valueAt(timeline, 'registration', today),
  }
}

describe('a correction', () => {
  test.each([
    ['an older date', -1200],
    ['a later date', 20],
  ])('to %s counts only after another human agreed, and the old event stays', async (_, days) => {
    const seeker = await region.seeker()
    const before = dayOf(region.now())
    region.later(30)
    const to = addDays(before, days)
    const { correction } = done(await propose(seeker, to))
    expect(await registeredSince(seeker)).toEqual({ since: before, state: 'active' })
    expect(refusedOf(await review(correction, officer))).toBe('not-found')
    const both: Actor = { ...officer, roles: [...officer.roles, ...reviewer.roles] }
    expect(refusedOf(await review(correction, both))).toBe('own-proposal')
    done(await review(correction))
    expect(await registeredSince(seeker)).toEqual({ since: to, state: 'active' })
    const history = await region.store
      .selectFrom('history')
      .select(['name', 'on_day'])
      .where('person', '=', seeker.person)
      .orderBy('event')
      .execute()
    expect(history[0]).toEqual({ name: 'registered', on_day: before })
    const told = await region.store
      .selectFrom('message')
      .select('code')
      .where('person', '=', seeker.person)
      .execute()
    expect(told.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['correction-proposed', 'correction-made']),
    )
    expect(refusedOf(await review(correction))).toBe('already-decided')
  })

  test('that is refused changes nothing', async () => {
    const seeker = await region.seeker()
    const { correction } = done(await propose(seeker, date('2015-01-01')))
    done(await review(correction, reviewer, false))
    expect((await registeredSince(seeker)).since).toBe(dayOf(region.now()))
  })

  test('one waits at a time, and nobody corrects their own', async () => {
    const seeker = await region.seeker()
    const both = await Promise.all([
      propose(seeker, date('2015-01-01')),
      propose(seeker, date('2016-01-01')),
    ])
    expect(both.map(refusedOf).toSorted()).toEqual(['already-proposed', undefined])
    const own: Actor = { ...officer, person: seeker.person }
    expect(refusedOf(await propose(seeker, date('2015-01-01'), own))).toBe('own-file')
  })
})

describe('at the counter', () => {
  test('somebody is found by all they say, and what is done for them is marked', async () => {
    const seeker = await region.seeker()
    const email = `${seeker.human}@example.org`
    const serve = (born: string) =>
      carryOut(region.setting, officer, serveAtCounter, {
        landlord,
        known: email,
        born: date(born),
      })
    expect(refusedOf(await serve('1990-02-02'))).toBe('nobody-found')
    const { visit } = done(await serve('1990-02-01'))
    const listing = await region.listing()
    const colleague = await region.worker('letting-officer')
    const response = {
      visit,
      input: (person: string) => ({ listing, person, via: 'counter' as const }),
    }
    expect(refusedOf(await carryOut(region.setting, colleague, respondAtCounter, response))).toBe(
      'not-found',
    )
    done(await carryOut(region.setting, officer, respondAtCounter, response))
    const stored = await region.store
      .selectFrom('response')
      .select(['person', 'via'])
      .where('listing', '=', listing)
      .execute()
    expect(stored).toEqual([{ person: seeker.person, via: 'counter' }])
    const second = await region.listing()
    region.later(1 / 20)
    const late = {
      visit,
      input: (person: string) => ({ listing: second, person, via: 'counter' as const }),
    }
    expect(refusedOf(await carryOut(region.setting, officer, respondAtCounter, late))).toBe(
      'not-found',
    )
  })
})
