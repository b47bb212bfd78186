/** From an empty home to a listing that is open: what is looked at, by whom, and under which rules. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
} from '../tests/letting-region.ts'
import { instantOf } from './dutch-time.ts'
import { makeListing, type NewListing } from './make-listing.ts'
import { type Actor, carryOut, dayOf } from './operation.ts'
import { publishListing } from './publish-listing.ts'
import { reportVacancy } from './report-vacancy.ts'
import { reviewListing } from './review-listing.ts'
import { booksFor } from './rules-for-listing.ts'
import { doDueJobs } from './tasks.ts'
import { withdrawListing } from './withdraw-listing.ts'

let region: LettingRegion
let officer: Actor
let reviewer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  reviewer = await region.worker('reviewer')
  await region.seeker()
  await region.seeker()
})
afterAll(async () => region?.database.drop())

async function vacant(facts: Facts = homeFacts): Promise<number> {
  const dwelling = await region.dwelling(facts)
  const freeFrom = dayOf(region.now())
  const { setting } = region
  return done(await carryOut(setting, officer, reportVacancy, { dwelling, freeFrom })).vacancy
}

const made = async (vacancy: number, more: Partial<NewListing> = {}) =>
  carryOut(region.setting, officer, makeListing, {
    ...{ vacancy, title: 'Appartement in het centrum', description: '', own: {}, grounds: {} },
    ...more,
  })

const publish = (listing: number, opensOn = dayOf(region.now())) =>
  carryOut(region.setting, officer, publishListing, { listing, opensOn })

const motivation = 'De badkamer is verbouwd en dat heb ik gezien.'

describe('reporting a vacancy', () => {
  test('happens once, also when two report it in the same moment', async () => {
    const dwelling = await region.dwelling()
    const report = () =>
      carryOut(region.setting, officer, reportVacancy, { dwelling, freeFrom: dayOf(region.now()) })
    const both = await Promise.all([report(), report()])
    expect(both.map(refusedOf).toSorted()).toEqual(['already-vacant', undefined])
  })

  test('of the home of another landlord is as if there were no such home', async () => {
    const dwelling = await region.dwelling(homeFacts, 'anderwonen')
    const freeFrom = dayOf(region.now())
    const outcome = await carryOut(region.setting, officer, reportVacancy, { dwelling, freeFrom })
    expect(outcome).toEqual({ refused: 'not-found', facts: {} })
  })
})

describe('a listing', () => {
  test('as the stock says is checked at once, and opens under the rules of that day', async () => {
    const vacancy = await vacant()
    const { listing, state, remarks } = done(await made(vacancy))
    expect(state).toBe('checked')
    expect(remarks.filter(({ severity }) => severity === 'breach')).toEqual([])
    done(await publish(listing))
    const stored = await region.store
      .selectFrom('listing')
      .selectAll()
      .where('id', '=', listing)
      .executeTakeFirstOrThrow()
    expect(stored.state).toBe('open')
    expect(stored.closes_on).toBe(addDays(dayOf(region.now()), 7))
    expect(stored.closes_at?.toISOString()).toMatch(/T(18|19):00:00/)
    const books = await booksFor(region.setting, homeFacts, dayOf(region.now()))
    expect(stored.rule_books.map((hash) => hash.toString('hex'))).toEqual(
      books.map(({ hash }) => hash),
    )
    expect(refusedOf(await publish(listing))).toBe('not-checked')
  })

  test('that says who should live there, or asks money, waits for a second person and says why', async () => {
    const vacancy = await vacant()
    const unfair = { title: 'Voor een alleenstaande vrouw', description: 'Borg vooraf' }
    const first = done(await made(vacancy, unfair))
    expect(first.state).toBe('draft')
    const words = first.remarks.filter(({ code }) => code.startsWith('words-'))
    expect(words.map(({ facts }) => facts.word)).toEqual(['alleenstaande', 'Borg'])
    expect(refusedOf(await publish(first.listing))).toBe('not-checked')
    const fair = done(await made(vacancy, { title: 'Met balkon', description: '83 m²' }))
    expect(fair.state).toBe('checked')
    done(await publish(fair.listing))
  })

  test('without a title, or without rules for it, cannot be made known', async () => {
    const vacancy = await vacant()
    const { listing, state, remarks } = done(await made(vacancy, { title: ' ' }))
    expect(state).toBe('draft')
    expect(remarks.map(({ code }) => code)).toContain('title-missing')
    expect(refusedOf(await publish(listing))).toBe('not-checked')
    const swap = done(await made(vacancy, { own: { model: 'swap' } }))
    expect(swap.remarks.map(({ code }) => code)).toContain('no-ranking')
  })

  test('that differs from the stock needs a ground, and a second person who did not make it', async () => {
    const vacancy = await vacant()
    const bare = done(await made(vacancy, { own: { rent: 70_000 } }))
    expect(bare.remarks.map(({ code }) => code)).toContain('ground-missing')
    const grounded = done(
      await made(vacancy, { own: { rent: 70_000 }, grounds: { rent: 'renovated' } }),
    )
    expect(grounded.state).toBe('draft')
    const { listing } = grounded
    expect(refusedOf(await publish(listing))).toBe('not-checked')
    const review = { listing, agrees: true, motivation }
    const both: Actor = { ...officer, roles: [...officer.roles, ...reviewer.roles] }
    expect(refusedOf(await carryOut(region.setting, officer, reviewListing, review))).toBe(
      'not-found',
    )
    expect(refusedOf(await carryOut(region.setting, both, reviewListing, review))).toBe(
      'own-proposal',
    )
    const short = { ...review, motivation: 'goed' }
    expect(refusedOf(await carryOut(region.setting, reviewer, reviewListing, short))).toBe(
      'motivation-missing',
    )
    done(await carryOut(region.setting, reviewer, reviewListing, review))
    done(await publish(listing))
  })

  test('a change after the review asks for a new one', async () => {
    const vacancy = await vacant()
    const change = { own: { rent: 70_000 }, grounds: { rent: 'renovated' } }
    const { listing } = done(await made(vacancy, change))
    done(
      await carryOut(region.setting, reviewer, reviewListing, {
        listing,
        agrees: true,
        motivation,
      }),
    )
    done(await made(vacancy, { ...change, own: { rent: 71_000 } }))
    expect(refusedOf(await publish(listing))).toBe('not-checked')
  })

  test('that fits one registered person only is seen', async () => {
    const user = await region.seeker()
    await region.store
      .updateTable('person')
      .set({
        facts: JSON.stringify({
          ...(await region.store
            .selectFrom('person')
            .select('facts')
            .where('id', '=', user.person)
            .executeTakeFirstOrThrow()
            .then(({ facts }) => facts)),
          indication: ['wheelchair'],
        }),
      })
      .where('id', '=', user.person)
      .execute()
    const vacancy = await vacant()
    const tailored = done(
      await made(vacancy, {
        own: { label: ['wheelchair'] },
        grounds: { label: 'stock-was-wrong' },
      }),
    )
    expect(tailored.remarks.map(({ code }) => code)).toContain('fits-one-person')
    expect(tailored.state).toBe('draft')
    const walker = done(
      await made(vacancy, { own: { label: ['walker'] }, grounds: { label: 'stock-was-wrong' } }),
    )
    expect(walker.remarks.map(({ code }) => code)).toContain('first-is-one-person')
  })

  test('keeps the rules it was made known under, whatever comes in force while it runs', async () => {
    const vacancy = await vacant()
    const { listing } = done(await made(vacancy))
    done(await publish(listing))
    const rules = async () =>
      (
        await region.store
          .selectFrom('listing')
          .select('rule_books')
          .where('id', '=', listing)
          .executeTakeFirstOrThrow()
      ).rule_books.map((hash) => hash.toString('hex'))
    expect(await rules()).not.toEqual([])
    expect(await rules()).toEqual(
      (await booksFor(region.setting, homeFacts, date('2026-03-01'))).map(({ hash }) => hash),
    )
  })

  test('is taken back on a ground, and who responded is told', async () => {
    const seeker = await region.seeker()
    const listing = await region.listing(7)
    await region.responded(listing, [seeker])
    const withdraw = { listing, ground: 'home-not-fit' as const }
    done(await carryOut(region.setting, officer, withdrawListing, withdraw))
    const told = await region.store
      .selectFrom('message')
      .select('code')
      .where('person', '=', seeker.person)
      .execute()
    expect(told.map(({ code }) => code)).toContain('listing-withdrawn')
    expect(refusedOf(await carryOut(region.setting, officer, withdrawListing, withdraw))).toBe(
      'not-to-withdraw',
    )
  })

  test('is not made known to close after its rules end, and never left without a list unseen', async () => {
    const lastDay = date('2029-12-31')
    region.goTo('2029-12-20T12:00:00Z')
    const { listing } = done(await made(await vacant()))
    const late = await publish(listing, date('2029-12-28'))
    expect(late).toEqual({ refused: 'rules-end-before', facts: { until: lastDay } })
    done(await publish(listing, date('2029-12-24')))

    // Planned by hand to close later all the same.
    const closesAt = instantOf(date('2030-01-04'), '20:00')
    const moved = { closes_on: date('2030-01-04'), closes_at: closesAt }
    await region.store.updateTable('listing').set(moved).where('id', '=', listing).execute()
    region.goTo(closesAt)
    const task = 'close-listing'
    expect(await doDueJobs(region.setting)).toContainEqual({ task, fault: 'Undone NO_RANKING' })
    const { faults } = await region.store
      .selectFrom('job')
      .select(({ fn }) => fn.sum<string>('attempts').as('faults'))
      .where('task', '=', task)
      .where('fault', '=', 'Undone NO_RANKING')
      .executeTakeFirstOrThrow()
    expect(Number(faults)).toBe(1)
  })
})
