/** Having us respond to every home that fits (automatische reactie): like any response, and never too many. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../core/basics/facts.ts'
import { responsesOf } from '../store/responses.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { makeListing } from './make-listing.ts'
import { type Actor, carryOut, dayOf, inTransaction } from './operation.ts'
import { publishListing } from './publish-listing.ts'
import { reportVacancy } from './report-vacancy.ts'
import { respond } from './respond.ts'
import { beginStanding, endStanding, respondForAll } from './standing-response.ts'
import { doDueJobs } from './tasks.ts'
import { withdrawResponse } from './withdraw-response.ts'

let region: LettingRegion
let officer: Actor
beforeAll(async () => {
  region = await lettingRegion()
  officer = await region.worker('letting-officer')
  // A home that only one person fits is not made known before a second person looked at it.
  await region.seeker()
  await region.seeker()
})
afterAll(async () => region?.database.drop())

const begin = (seeker: Seeker, most = 3) =>
  carryOut(region.setting, seeker, beginStanding, { person: seeker.person, most })
const end = (seeker: Seeker) =>
  carryOut(region.setting, seeker, endStanding, { person: seeker.person })
const forAll = (listing: number) =>
  inTransaction(region.setting, undefined, (doing) =>
    respondForAll(doing, { listing, after: undefined }),
  )

/** By the whole road, so that the job is the one the operation writes. */
async function published(opensIn = 0): Promise<number> {
  const { setting } = region
  const today = dayOf(region.now())
  const dwelling = await region.dwelling()
  const { vacancy } = done(
    await carryOut(setting, officer, reportVacancy, { dwelling, freeFrom: today }),
  )
  const { listing } = done(
    await carryOut(setting, officer, makeListing, {
      ...{ vacancy, title: 'Appartement in het centrum', description: '', own: {}, grounds: {} },
    }),
  )
  const opensOn = dayOf(new Date(region.now().getTime() + opensIn * 86_400_000))
  done(await carryOut(setting, officer, publishListing, { listing, opensOn }))
  return listing
}

async function openOf(seeker: Seeker) {
  const all = await responsesOf(region.store, region.region, seeker.person, { count: 100 })
  return all.filter(({ withdrawnAt }) => withdrawnAt === null)
}

const elsewhere: Facts = { ...homeFacts, municipality: 'kerkrade' }

describe('a standing response', () => {
  test('responds on the day a home is made known, with an event and a message of its own', async () => {
    const seeker = await region.seeker()
    done(await begin(seeker))
    const listing = await published(2)
    await doDueJobs(region.setting)
    expect(await openOf(seeker)).toEqual([])
    region.later(3)
    await doDueJobs(region.setting)
    await doDueJobs(region.setting)
    const [response, ...more] = await openOf(seeker)
    expect(more).toEqual([])
    expect(response).toMatchObject({ listing, via: 'standing' })
    const event = await region.store
      .selectFrom('event')
      .selectAll()
      .where('number', '=', response?.event ?? 0)
      .executeTakeFirstOrThrow()
    expect([event.kind, event.actor]).toEqual(['responded', null])
    const messages = await region.store
      .selectFrom('message')
      .select('code')
      .where('person', '=', seeker.person)
      .execute()
    expect(messages.map(({ code }) => code)).toContain('responded-standing')
    done(await end(seeker))
  })

  test('responds at once to what is open, and only to what fits rules and wishes', async () => {
    const fits = await region.listing(7)
    await region.listing(7, elsewhere)
    await region.listing(7, { ...homeFacts, model: 'first-come' })
    const seeker = await region.seeker({ wishes: { municipalities: ['heerlen'] } })
    const tooRich = await region.seeker({ incomeCents: 9_000_000 })
    const begun = done(await begin(seeker))
    expect(begun.responded).toContain(fits)
    for (const each of await openOf(seeker)) {
      const { facts } = await region.store
        .selectFrom('listing')
        .select('facts')
        .where('id', '=', each.listing)
        .executeTakeFirstOrThrow()
      expect(facts).toMatchObject({ municipality: 'heerlen', model: 'ranked' })
    }
    expect(done(await begin(tooRich)).responded).toEqual([])
    done(await end(seeker))
    done(await end(tooRich))
  })

  test('makes no more at once than was said, own responses included, and goes on when one is free', async () => {
    const seeker = await region.seeker({ wishes: { municipalities: ['kerkrade'] } })
    const [own, first, second] = [
      await region.listing(7, elsewhere),
      await region.listing(7, elsewhere),
      await region.listing(7, elsewhere),
    ]
    await region.responded(own, [seeker])
    done(await begin(seeker, 2))
    expect(await openOf(seeker)).toHaveLength(2)
    const responded = (await openOf(seeker)).map(({ listing }) => listing)
    await forAll(first)
    await forAll(second)
    expect((await openOf(seeker)).map(({ listing }) => listing)).toEqual(responded)
    done(
      await carryOut(region.setting, seeker, withdrawResponse, {
        ...{ person: seeker.person, listing: own },
      }),
    )
    const waiting = [first, second].find((each) => !responded.includes(each)) ?? 0
    await forAll(waiting)
    expect((await openOf(seeker)).map(({ listing }) => listing)).toContain(waiting)
    done(await end(seeker))
  })

  test('asks no more than the rules allow, and only for oneself', async () => {
    const seeker = await region.seeker()
    expect(refusedOf(await begin(seeker, 4))).toBe('wrong-most')
    expect(refusedOf(await begin(seeker, 0))).toBe('wrong-most')
    const other = await region.seeker()
    const forOther = { person: other.person, most: 1 }
    expect(refusedOf(await carryOut(region.setting, seeker, beginStanding, forOther))).toBe(
      'not-found',
    )
    expect(refusedOf(await end(seeker))).toBe('nothing-to-stop')
  })

  test('stops at any time, and what was stopped responds no more', async () => {
    const seeker = await region.seeker({ wishes: { municipalities: ['landgraaf'] } })
    done(await begin(seeker))
    done(await end(seeker))
    const listing = await region.listing(7, { ...homeFacts, municipality: 'landgraaf' })
    await forAll(listing)
    expect(await openOf(seeker)).toEqual([])
  })

  test('does not come back when somebody withdrew, unless they respond themselves', async () => {
    const seeker = await region.seeker({ wishes: { municipalities: ['brunssum'] } })
    const listing = await region.listing(7, { ...homeFacts, municipality: 'brunssum' })
    done(await begin(seeker))
    const { person } = seeker
    done(await carryOut(region.setting, seeker, withdrawResponse, { person, listing }))
    await forAll(listing)
    expect(await openOf(seeker)).toEqual([])
    done(await carryOut(region.setting, seeker, respond, { person, listing, via: 'self' }))
    expect(await openOf(seeker)).toHaveLength(1)
  })

  test('and a response by hand in the same moment make one response', async () => {
    const place = { ...homeFacts, municipality: 'voerendaal' }
    const seeker = await region.seeker({ wishes: { municipalities: ['voerendaal'] } })
    done(await begin(seeker))
    const listing = await region.listing(7, place)
    const { person } = seeker
    await Promise.all([
      forAll(listing),
      carryOut(region.setting, seeker, respond, { person, listing, via: 'self' }),
      forAll(listing),
    ])
    const responded = await region.store
      .selectFrom('event_value')
      .innerJoin('event', 'event.number', 'event_value.event')
      .select('event.number')
      .where('event_value.person', '=', person)
      .where('event.kind', '=', 'responded')
      .execute()
    expect(responded).toHaveLength(1)
  })
})
