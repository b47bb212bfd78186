/** What happens at the edge of a day, a second or a place: nothing is lost, nothing is double, and the day decides. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMonths, date } from '../core/basics/calendar-date.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  refusedOf,
  type Seeker,
} from '../tests/letting-region.ts'
import { answerOffer } from './answer-offer.ts'
import { closeListing } from './close-listing.ts'
import { hourOf } from './dutch-time.ts'
import { erasePerson } from './erase-person.ts'
import { makeListing } from './make-listing.ts'
import { makeOffer } from './make-offer.ts'
import { carryOut, dayOf, inTransaction } from './operation.ts'
import { publishListing } from './publish-listing.ts'
import { reportVacancy } from './report-vacancy.ts'
import { respond } from './respond.ts'
import { closingHour, endOf } from './terms.ts'
import { withdrawResponse } from './withdraw-response.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion('2026-10-20T10:00:00Z')
})
afterAll(async () => region?.database.drop())

const second = 1 / 86_400
const to = ({ person }: Seeker, listing: number) => ({ person, listing, via: 'self' as const })
const close = (listing: number) =>
  inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing))

async function placesOn(listing: number): Promise<Map<string, number | string | null>> {
  const rows = await region.store
    .selectFrom('standing')
    .select(['person', 'place', 'code'])
    .where('listing', '=', listing)
    .execute()
  return new Map(rows.map(({ person, place, code }) => [person, place ?? code]))
}

describe('the night the clock changes', () => {
  test('a listing that is open over it closes at the same hour of the wall clock as any other', async () => {
    await region.seeker()
    await region.seeker()
    const officer = await region.worker('letting-officer')
    const { setting } = region
    const night = date('2026-10-25')
    const closes: Date[] = []
    // One is open over the night, the other begins after it.
    for (const opensOn of [dayOf(region.now()), addDays(night, 1)]) {
      const freeFrom = dayOf(region.now())
      const dwelling = await region.dwelling()
      const { vacancy } = done(
        await carryOut(setting, officer, reportVacancy, { dwelling, freeFrom }),
      )
      const { listing } = done(
        await carryOut(setting, officer, makeListing, {
          ...{ vacancy, title: 'Appartement', description: '', own: {}, grounds: {} },
        }),
      )
      const published = await carryOut(setting, officer, publishListing, { listing, opensOn })
      closes.push(done(published).closesAt)
    }
    expect(closes.map(hourOf)).toEqual([closingHour, closingHour])
  })

  test('the hour that comes twice is two hours in the log, in the order in which things happened', async () => {
    const seeker = await region.seeker()
    const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((each) => new Date(each))
    expect(twice.map(hourOf)).toEqual(['02:30', '02:30'])
    expect(twice.map(dayOf)).toEqual([date('2026-10-25'), date('2026-10-25')])
    const listing = await region.listing(60)
    const events: number[] = []
    for (const at of twice) {
      const then = { ...region.setting, now: () => at }
      await region.store
        .updateTable('listing')
        .set({ opens_at: new Date('2026-10-01') })
        .where('id', '=', listing)
        .execute()
      events.push(done(await carryOut(then, seeker, respond, to(seeker, listing))).event)
      const { person } = seeker
      done(await carryOut(then, seeker, withdrawResponse, { person, listing }))
    }
    const rows = await region.store
      .selectFrom('event')
      .select(['number', 'at'])
      .where('number', 'in', events)
      .orderBy('number')
      .execute()
    expect(rows.map(({ at }) => at.toISOString())).toEqual(twice.map((at) => at.toISOString()))
  })

  test.each([
    [
      'an hour of a working day, before the night of autumn',
      '2026-10-20',
      2,
      '17:00',
      '2026-10-22T15:00',
    ],
    ['an hour of a working day, over it', '2026-10-23', 2, '17:00', '2026-10-27T16:00'],
    [
      'an hour of a working day, before the night of spring',
      '2026-03-24',
      2,
      '17:00',
      '2026-03-26T16:00',
    ],
    ['an hour of a working day, over it', '2026-03-27', 2, '17:00', '2026-03-31T15:00'],
    [
      'the end of the last day, over the night of autumn',
      '2026-10-19',
      5,
      undefined,
      '2026-10-26T23:00',
    ],
    [
      'the end of the last day, over the night of spring',
      '2026-03-24',
      5,
      undefined,
      '2026-03-31T22:00',
    ],
  ] as const)(
    'a term until %s is over when the clock on the wall says so',
    (_, from, count, at, over) => {
      const term = { lasts: { count, unit: 'working-day' as const }, ...(at && { at }) }
      expect(endOf(term, date(from)).toISOString()).toBe(`${over}:00.000Z`)
    },
  )

  test('an offer of the evening before it can be answered until Tuesday five o’clock, to the second', async () => {
    const officer = await region.worker('letting-officer')
    const yes = (seeker: Seeker, offer: string) =>
      carryOut(region.setting, seeker, answerOffer, { offer, answer: 'accept' })
    const outcomes: (string | undefined)[] = []
    for (const answered of ['2026-10-27T15:59:59Z', '2026-10-27T16:00:00Z']) {
      region.goTo('2026-10-20T10:00:00Z')
      const { listing, seekers } = await region.closedListing(1)
      region.goTo('2026-10-24T16:00:00Z')
      const { offers } = done(
        await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }),
      )
      const [seeker] = seekers
      region.goTo(answered)
      if (seeker) outcomes.push(refusedOf(await yes(seeker, offers[0]?.id ?? '')))
    }
    expect(outcomes).toEqual([undefined, 'offer-expired'])
  })
})

describe('ten responses of one person in the closing second', () => {
  test('as many count as the rules allow, each once, and none after the close', async () => {
    const seeker = await region.seeker()
    const listings: number[] = []
    for (let each = 0; each < 10; each += 1) listings.push(await region.listing(1))
    region.later(1 - second)
    const all = await Promise.all(
      listings.map((each) => carryOut(region.setting, seeker, respond, to(seeker, each))),
    )
    const refused = all.map(refusedOf)
    expect(refused.filter((each) => each === undefined)).toHaveLength(3)
    expect(refused.filter((each) => each === 'too-many-responses')).toHaveLength(7)
    region.later(second)
    const late = await carryOut(region.setting, seeker, respond, to(seeker, listings[0] ?? 0))
    expect(refusedOf(late)).toBe('listing-closed')
    const closed = await Promise.all(listings.map(close))
    expect(closed.map((each) => done(each).candidates).reduce((a, b) => a + b, 0)).toBe(3)
  })

  test('ten times to one home is one response', async () => {
    const seeker = await region.seeker()
    const listing = await region.listing(1)
    region.later(1 - second)
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        carryOut(region.setting, seeker, respond, to(seeker, listing)),
      ),
    )
    expect(all.map(refusedOf).filter((each) => each === undefined)).toHaveLength(1)
  })

  test('a response and the close at one moment: it is on the list, or it was refused', async () => {
    const listing = await region.listing(1)
    const seeker = await region.seeker()
    region.later(1)
    const [responded] = await Promise.all([
      carryOut(region.setting, seeker, respond, to(seeker, listing)),
      close(listing),
    ])
    const isOn = (await placesOn(listing)).has(seeker.person)
    expect(isOn).toBe(refusedOf(responded) === undefined)
  })
})

describe('a birthday on the closing day', () => {
  test('counts: who turns 55 that day is a senior for that home, who does a day later is not', async () => {
    const closesOn = addDays(dayOf(region.now()), 7)
    const birth = addMonths(closesOn, -12 * 55)
    const later = await region.seeker({ born: addDays(birth, 1) })
    region.later(1)
    const today = await region.seeker({ born: birth })
    const listing = await region.listing(6, { ...homeFacts, label: ['senior'] })
    await region.responded(listing, [later, today])
    region.later(7)
    done(await close(listing))
    const places = await placesOn(listing)
    expect([places.get(today.person), places.get(later.person)]).toEqual([1, 2])
  })
})

describe('number 1', () => {
  test('who withdraws in the second of the close is off the list, or still on it and told so', async () => {
    for (let time = 0; time < 4; time += 1) {
      const [first, next] = [await region.seeker(), await region.seeker()]
      const listing = await region.listing(1)
      await region.responded(listing, [first, next])
      region.later(1 - second)
      const withdrawing = carryOut(region.setting, first, withdrawResponse, {
        ...{ person: first.person, listing },
      })
      const after = { ...region.setting, now: () => new Date(region.now().getTime() + 1000) }
      const [withdrew] = await Promise.all([
        withdrawing,
        inTransaction(after, undefined, (doing) => closeListing(doing, listing)),
      ])
      region.later(1)
      await close(listing)
      const isOff = refusedOf(withdrew) === undefined
      const undrawn = await region.store
        .selectFrom('lot')
        .select('person')
        .where('listing', '=', listing)
        .execute()
      const onList = new Set([
        ...(await placesOn(listing)).keys(),
        ...undrawn.map(({ person }) => person),
      ])
      expect(onList.has(first.person)).toBe(!isOff)
      expect(onList.has(next.person)).toBe(true)
    }
  })

  test('who is gone when the home is offered is passed over, and the next has the offer', async () => {
    const first = await region.seeker()
    region.later(1)
    const next = await region.seeker()
    const listing = await region.listing(1)
    await region.responded(listing, [first, next])
    region.later(2)
    done(await close(listing))
    done(await carryOut(region.setting, first, erasePerson, { person: first.person }))
    const officer = await region.worker('letting-officer')
    const made = done(await carryOut(region.setting, officer, makeOffer, { listing, count: 1 }))
    expect(made.passed).toEqual([{ place: 1, code: 'erased' }])
    expect(made.offers.map(({ place }) => place)).toEqual([2])
  })
})
