/** Two registrations become one (samenvoegen): by both, undone by either, and never under a running offer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { runningOffersOf } from '../store/offers.ts'
import { candidatesOf } from '../store/people.ts'
import { receiptOf } from '../store/rankings.ts'
import { responseOf } from '../store/responses.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { mandateScopes } from './access-table.ts'
import { answerOffer } from './answer-offer.ts'
import { closeListing } from './close-listing.ts'
import { decideAgain } from './decide-again.ts'
import { erasePerson } from './erase-person.ts'
import { makeOffer } from './make-offer.ts'
import { agreeMerge, askMerge, undoDays, undoMerge } from './merge-registrations.ts'
import { type Actor, carryOut, dayOf, inTransaction } from './operation.ts'
import { registrationState } from './registration-life.ts'
import { deregister } from './renew.ts'
import { respond } from './respond.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion('2026-01-05T10:00:00Z')
})
afterAll(async () => region?.database.drop())

const together = { householdSize: 2, children: 0, incomeCents: 3_000_000 }

const ask = (keeper: Seeker) =>
  carryOut(region.setting, keeper, askMerge, { person: keeper.person, ...together })
const agree = (joined: Seeker, code: string) =>
  carryOut(region.setting, joined, agreeMerge, { person: joined.person, code })
const undo = (by: Seeker) => carryOut(region.setting, by, undoMerge, { person: by.person })
const close = async (listing: number) =>
  done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))

async function stateOf({ person }: Seeker) {
  const [candidate] = await candidatesOf(region.store, region.region, [person])
  if (!candidate) throw new Error('no file')
  return registrationState(region.setting, candidate, dayOf(region.now()))
}

async function sinceOf(seeker: Seeker): Promise<CalendarDate | undefined> {
  const { state, since } = await stateOf(seeker)
  return state === 'ended' ? undefined : since
}

/** Somebody who registered five days before somebody else. */
async function couple(): Promise<{ older: Seeker; younger: Seeker }> {
  const older = await region.seeker({ name: 'Eerder Ingeschreven' })
  region.later(5)
  return { older, younger: await region.seeker({ name: 'Later Ingeschreven' }) }
}

async function merged(keeper: Seeker, joined: Seeker): Promise<void> {
  const { code } = done(await ask(keeper))
  done(await agree(joined, code))
}

async function placesOn(listing: number) {
  const rows = await region.store
    .selectFrom('standing')
    .select(['person', 'place', 'code'])
    .where('listing', '=', listing)
    .execute()
  return new Map(rows.map(({ person, place, code }) => [person, place ?? code]))
}

describe('merging', () => {
  test('lets the oldest date count, in one file, and ends the other registration', async () => {
    const { older, younger } = await couple()
    const since = await sinceOf(older)
    await merged(younger, older)
    expect(await sinceOf(younger)).toBe(since)
    expect(await sinceOf(older)).toBeUndefined()
    const [keeper] = await candidatesOf(region.store, region.region, [younger.person])
    expect(keeper?.facts).toMatchObject({ 'household-size': 2, 'household-income': 3_000_000 })
  })

  test('makes nobody younger', async () => {
    const { older, younger } = await couple()
    const since = await sinceOf(older)
    await merged(older, younger)
    expect(await sinceOf(older)).toBe(since)
  })

  test('is not done by one of two: not with one’s own code, a guess, for another, or too late', async () => {
    const { older, younger } = await couple()
    const { code } = done(await ask(younger))
    expect(refusedOf(await agree(younger, code))).toBe('own-code')
    expect(refusedOf(await agree(older, '0000-0000-0000'))).toBe('code-unknown')
    const forOther = { person: older.person, code }
    expect(refusedOf(await carryOut(region.setting, younger, agreeMerge, forOther))).toBe(
      'not-found',
    )
    const helper: Actor = {
      human: younger.human,
      roles: [],
      mandates: [{ person: older.person, may: mandateScopes }],
    }
    expect(refusedOf(await carryOut(region.setting, helper, agreeMerge, forOther))).toBe(
      'not-found',
    )
    expect(refusedOf(await ask(younger))).toBe('already-asked')
    region.later(8)
    expect(refusedOf(await agree(older, code))).toBe('code-unknown')
    expect(await sinceOf(older)).toBeDefined()
    done(await ask(younger))
    done(await undo(younger))
    expect(refusedOf(await undo(younger))).toBe('nothing-to-undo')
  })

  test('happens once, also when both send the code at the same moment', async () => {
    const { older, younger } = await couple()
    const { code } = done(await ask(younger))
    const both = await Promise.all([agree(older, code), agree(older, code)])
    expect(both.map(refusedOf).filter(Boolean)).toEqual(['code-unknown'])
    // Crosswise: each keeps their own file and joins the other's, which cannot both be.
    const one = await region.seeker()
    const other = await region.seeker()
    const [mine, theirs] = [done(await ask(one)), done(await ask(other))]
    const crosswise = await Promise.all([agree(one, theirs.code), agree(other, mine.code)])
    expect(crosswise.map(refusedOf).filter(Boolean)).toEqual(['not-registered-now'])
  })

  test('takes a registration that runs', async () => {
    const { older, younger } = await couple()
    const { code } = done(await ask(younger))
    done(await carryOut(region.setting, older, deregister, { person: older.person }))
    expect(refusedOf(await agree(older, code))).toBe('not-registered-now')
    expect(refusedOf(await ask(older))).toBe('not-registered-now')
  })

  test('leaves one place on a list, by the older date, and the list replays', async () => {
    const { older, younger } = await couple()
    region.later(1)
    const between = await region.seeker({ name: 'Tussenin' })
    const listing = await region.listing(7)
    await region.responded(listing, [older, younger, between])
    await merged(younger, older)
    region.later(8)
    await close(listing)
    const places = await placesOn(listing)
    expect(places.get(younger.person)).toBe(1)
    expect(places.get(between.person)).toBe(2)
    expect(places.has(older.person)).toBe(false)
    const receipt = (await receiptOf(region.store, region.region, listing)) ?? ''
    expect(decideAgain(receipt).faults).toEqual([])
  })

  test('lets places on lists that were made lapse with the registration they were reached by', async () => {
    const { older, younger } = await couple()
    const listing = await region.listing(1)
    await region.responded(listing, [older])
    region.later(2)
    await close(listing)
    await merged(younger, older)
    const officer = await region.worker('letting-officer')
    const offered = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
    expect(offered).toEqual({ offers: [], passed: [{ place: 1, code: 'withdrew' }] })
  })
})

describe('undoing a merge', () => {
  test('gives each their own date, household and responses back, within thirty days', async () => {
    const { older, younger } = await couple()
    const [oldest, youngest] = [await sinceOf(older), await sinceOf(younger)]
    const listing = await region.listing(20)
    await region.responded(listing, [older])
    await merged(younger, older)
    const before = await responseOf(region.store, region.region, older.person, listing)
    expect(before?.withdrawnAt).not.toBeNull()
    region.later(10)
    done(await undo(older))
    expect([await sinceOf(older), await sinceOf(younger)]).toEqual([oldest, youngest])
    const [keeper] = await candidatesOf(region.store, region.region, [younger.person])
    expect(keeper?.facts).toMatchObject({ 'household-size': 1, 'household-income': 2_200_000 })
    const after = await responseOf(region.store, region.region, older.person, listing)
    expect(after?.withdrawnAt).toBeNull()
  })

  test('leaves what somebody changed themselves since', async () => {
    const { older, younger } = await couple()
    await merged(younger, older)
    await region.store
      .updateTable('person')
      .set({ facts: JSON.stringify({ 'household-size': 3, 'household-income': 3_000_000 }) })
      .where('id', '=', younger.person)
      .execute()
    done(await undo(younger))
    const [keeper] = await candidatesOf(region.store, region.region, [younger.person])
    expect(keeper?.facts).toMatchObject({ 'household-size': 3, 'household-income': 2_200_000 })
  })

  test('does not leave a place that was reached with the years of the other', async () => {
    const { older, younger } = await couple()
    await merged(younger, older)
    const listing = await region.listing(1)
    await region.responded(listing, [younger])
    region.later(2)
    await close(listing)
    done(await undo(older))
    const response = await responseOf(region.store, region.region, younger.person, listing)
    expect(response?.withdrawnAt).not.toBeNull()
  })

  test('is possible on the last day and not after', async () => {
    const { older, younger } = await couple()
    await merged(younger, older)
    region.later(undoDays)
    done(await undo(younger))
    await merged(younger, older)
    region.later(undoDays + 1)
    expect(refusedOf(await undo(older))).toBe('undo-too-late')
    expect(await sinceOf(younger)).toBeDefined()
  })

  test('is not for somebody outside, and not after one of the two had their file erased', async () => {
    const { older, younger } = await couple()
    await merged(younger, older)
    expect(refusedOf(await undo(await region.seeker()))).toBe('nothing-to-undo')
    done(await carryOut(region.setting, older, erasePerson, { person: older.person }))
    expect(refusedOf(await undo(younger))).toBe('nothing-to-undo')
    expect(await sinceOf(younger)).toBeDefined()
  })
})

describe('a merge while an offer is open', () => {
  async function offered() {
    const { older, younger } = await couple()
    const listing = await region.listing(1, homeFacts)
    await region.responded(listing, [older])
    region.later(2)
    await close(listing)
    return { older, younger, listing, officer: await region.worker('letting-officer') }
  }

  test('waits until the offer was answered, on whichever side it is', async () => {
    const { older, younger, listing, officer } = await offered()
    const { code } = done(await ask(younger))
    const other = await ask(older)
    const made = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
    expect(refusedOf(await agree(older, code))).toBe('merge-offer-open')
    expect(refusedOf(await agree(younger, done(other).code))).toBe('merge-offer-open')
    const offer = made.offers[0]?.id ?? ''
    done(
      await carryOut(region.setting, older, answerOffer, {
        ...{ offer, answer: 'refuse' as const, ground: 'too-small' as const },
      }),
    )
    done(await agree(older, code))
  })

  test('and the offer in the same moment: one of the two comes first, and nothing is half done', async () => {
    for (let time = 0; time < 6; time += 1) {
      const { older, younger, listing, officer } = await offered()
      const { code } = done(await ask(younger))
      const [agreed, made] = await Promise.all([
        agree(older, code),
        carryOut(region.setting, officer, makeOffer, { listing, count: 1 }),
      ])
      const running = await runningOffersOf(region.store, region.region, older.person)
      if (refusedOf(agreed) === undefined) {
        expect(running).toEqual([])
        expect(done(made).passed).toEqual([{ place: 1, code: 'withdrew' }])
        expect(await sinceOf(older)).toBeUndefined()
      } else {
        expect(refusedOf(agreed)).toBe('merge-offer-open')
        expect(running).toHaveLength(1)
        expect(await sinceOf(older)).toBeDefined()
      }
    }
  })

  test('a response of the other in the same moment stands on no list', async () => {
    const { older, younger } = await couple()
    const listing = await region.listing(1)
    const { code } = done(await ask(younger))
    const response = { listing, person: older.person, via: 'self' as const }
    await Promise.all([agree(older, code), carryOut(region.setting, older, respond, response)])
    await region.responded(listing, [younger])
    region.later(2)
    await close(listing)
    const places = await placesOn(listing)
    expect(places.get(younger.person)).toBe(1)
    expect([undefined, 'not-registered']).toContain(places.get(older.person))
  })
})

test('dates are those of the log: every event of a merge is in it, without a name or a day', async () => {
  const { older, younger } = await couple()
  await merged(younger, older)
  done(await undo(older))
  const rows = await region.store
    .selectFrom('history')
    .innerJoin('event', 'event.number', 'history.event')
    .select(['history.name', 'event.kind', 'event.body'])
    .where('history.person', 'in', [older.person, younger.person])
    .where('history.name', '!=', 'registered')
    .orderBy('event.number')
    .execute()
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['merged', 'registrations-merged'],
    ['deregistered', 'registration-joined'],
    ['reversed', 'merge-undone'],
    ['reversed', 'merge-undone'],
  ])
  for (const { body } of rows) {
    for (const secret of [older.person, younger.person, String(dayOf(region.now()))]) {
      expect(body).not.toContain(secret)
    }
  }
})
