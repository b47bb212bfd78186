/** The place people see while a home is open, where the rules say so, and that nobody else sees it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bookOfText, type LoadedBook, sourceOf } from '../policies/load-rule-book.ts'
import {
  done,
  homeFacts,
  type LettingRegion,
  lettingRegion,
  type Seeker,
} from '../tests/letting-region.ts'
import { landlordBooks } from '../tests/released-books.ts'
import { closeListing } from './close-listing.ts'
import { explainResponse } from './explain-response.ts'
import { type Actor, carryOut, dayOf, inTransaction, isRefusal } from './operation.ts'
import { type Provisional, viewProvisionalPlace } from './provisional-place.ts'
import { withdrawResponse } from './withdraw-response.ts'

let region: LettingRegion
/** Who registered a day apart, the longest first. */
let seekers: Seeker[]

beforeAll(async () => {
  const books = [datedBook(), ...landlordBooks]
  region = await lettingRegion('2026-03-01T10:00:00Z', 'silent', { books })
  seekers = await registered(region, 12)
})
afterAll(async () => region?.database.drop())
// Nobody may wait for more than three homes at once.
afterEach(async () => {
  const { store } = region
  await store
    .updateTable('listing')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'open')
    .execute()
})

/** The same rule at another landlord, for two days in June. */
function datedBook(): LoadedBook {
  const [own] = landlordBooks
  const text = own ? sourceOf(own) : ''
  const shown = '        provisional_place: exact\n'
  expect(text).toContain(shown)
  const dates = '        from: 2026-06-10\n        until: 2026-06-11\n'
  const read = bookOfText(
    text
      .replace(shown, `${shown}${dates}`)
      .replaceAll('voorbeeldwonen', 'anderwonen')
      .replace('id: place-while-open', 'id: place-in-june'),
  )
  if (Array.isArray(read)) throw new Error('the book can be read')
  return read
}

async function registered({ seeker, later }: LettingRegion, count: number): Promise<Seeker[]> {
  const all: Seeker[] = []
  for (let each = 0; each < count; each += 1) {
    all.push(await seeker({ name: `Zoeker ${each + 1}` }))
    later(1)
  }
  return all
}

/** What somebody sees, once it is counted: on a machine that is busy a page may be too early. */
async function seen(who: Seeker, listing: number): Promise<Provisional | undefined> {
  for (;;) {
    const shown = await viewProvisionalPlace(region.setting, who, who.person, listing)
    if (shown !== undefined && isRefusal(shown)) throw new Error(shown.refused)
    if (shown === undefined || shown.counted) return shown
    await new Promise((again) => setTimeout(again, 50))
  }
}

async function placeOf(who: Seeker, listing: number) {
  return (await seen(who, listing))?.counted?.place
}

const at = (from: number, to = from) => ({ stands: 'placed', from, to })
const minute = 60_000
const wait = (milliseconds: number) => {
  region.goTo(new Date(region.now().getTime() + milliseconds))
}

/** By number, the longest registered is 1. */
function who(number: number): Seeker {
  const found = seekers[number - 1]
  if (!found) throw new Error(`there is no seeker ${number}`)
  return found
}

describe('the provisional place', () => {
  test('is the place among who responded so far, and after the close the real one is there', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [who(3), who(1), who(2)])
    expect(await Promise.all([1, 2, 3].map((each) => placeOf(who(each), listing)))).toEqual([
      ...[at(1), at(2), at(3)],
    ])
    region.later(8)
    expect(await placeOf(who(1), listing)).toBeUndefined()
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    for (const each of [1, 2, 3]) {
      const { person } = who(each)
      const told = done(await explainResponse(region.setting, who(each), person, listing))
      expect([told.response.place, told.provisional]).toEqual([each, undefined])
    }
  })

  test('is there as soon as somebody responds; others see the new list within a minute', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [who(2), who(3)])
    const first = await seen(who(3), listing)
    expect(first?.counted).toEqual({ place: at(2), asOf: region.now(), listed: undefined })
    wait(minute / 2)
    await region.responded(listing, [who(1)])
    expect(await placeOf(who(1), listing)).toEqual(at(1))
    expect(await placeOf(who(3), listing)).toEqual(at(3))
    wait(minute / 2)
    await region.responded(listing, [who(4)])
    expect(await seen(who(3), listing)).toMatchObject({ counted: { place: at(3) } })
    wait(minute)
    expect(await seen(who(3), listing)).toMatchObject({ counted: { asOf: region.now() } })
  })

  test('moves up when somebody withdraws, who then has none', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [who(1), who(2)])
    expect(await placeOf(who(2), listing)).toEqual(at(2))
    const { person } = who(1)
    done(await carryOut(region.setting, who(1), withdrawResponse, { listing, person }))
    expect(await seen(who(1), listing)).toBeUndefined()
    wait(minute)
    expect(await placeOf(who(2), listing)).toEqual(at(1))
    await region.responded(listing, [who(1)])
    expect(await placeOf(who(1), listing)).toEqual(at(1))
  })

  test('is a stretch of places for who registered on the same day: a lot decides later', async () => {
    const [one, other] = [await region.seeker(), await region.seeker()]
    const listing = await region.listing(7)
    await region.responded(listing, [one, other, who(1)])
    expect(await placeOf(one, listing)).toEqual(at(2, 3))
    expect(await placeOf(other, listing)).toEqual(at(2, 3))
  })

  test('is none for who does not come on the list as things stand', async () => {
    const rich = await region.seeker({ incomeCents: 9_000_000 })
    const listing = await region.listing(7)
    await region.responded(listing, [rich, who(1)])
    expect(await placeOf(rich, listing)).toEqual({ stands: 'excluded' })
  })

  test('does not exist before a draw, nor before people judged', async () => {
    for (const [model, stands] of [
      ['lottery', 'after-draw'],
      ['motivation', 'after-judgement'],
    ]) {
      const listing = await region.listing(7, { ...homeFacts, model })
      await region.responded(listing, [who(1), who(2)])
      expect(await placeOf(who(1), listing)).toEqual({ stands })
    }
  })

  test('keeps to the quotas as they are used now', async () => {
    const elsewhere = await region.seeker({ municipality: 'kerkrade' })
    region.later(1)
    const bound = await region.seeker({})
    const listing = await region.listing(7)
    await region.responded(listing, [elsewhere, bound])
    const places = async () => [await placeOf(bound, listing), await placeOf(elsewhere, listing)]
    // Of nothing let yet, more than half would go to who is bound to the municipality.
    expect(await places()).toEqual([at(2), at(1)])
    const { store } = region
    const before = await region.listing(0)
    await store
      .insertInto('letting')
      .values({
        ...{ region: region.region, listing: before, person: who(9).person, event: 1 },
        starts_on: dayOf(region.now()),
        facts: JSON.stringify({ ...homeFacts, 'priorities-applied': [] }),
      })
      .execute()
    wait(minute)
    expect(await places()).toEqual([at(1), at(2)])
  })

  test('says how many are on the list only from ten', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, seekers.slice(0, 9))
    expect(await seen(who(9), listing)).toMatchObject({
      counted: { place: at(9), listed: undefined },
    })
    await region.responded(listing, [who(10)])
    expect(await seen(who(10), listing)).toMatchObject({ counted: { place: at(10), listed: 10 } })
  })

  test('is counted once for a crowd that looks at one moment', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, seekers.slice(0, 5))
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, each) => seen(who(1 + (each % 5)), listing)),
    )
    // One moment, and not only the same time: each count makes its own.
    expect(new Set(all.map((shown) => shown?.counted?.asOf)).size).toBe(1)
  })
})

describe('nobody sees one', () => {
  test('at a home of whom no rule book says so', async () => {
    const listing = await region.listing(7, { ...homeFacts, landlord: 'schetswonen' })
    await region.responded(listing, [who(1)])
    expect(await seen(who(1), listing)).toBeUndefined()
  })

  test('without a response', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [who(1)])
    expect(await seen(who(2), listing)).toBeUndefined()
  })

  test('of somebody else; a helper does who may read, and that is in the log', async () => {
    const listing = await region.listing(7)
    await region.responded(listing, [who(1)])
    const { person } = who(1)
    const helping = async (may: 'read' | 'papers'): Promise<Actor> => ({
      human: await region.human('Helper'),
      ...{ roles: [], mandates: [{ person, may: [may] }] },
    })
    const ask = (actor: Actor) => viewProvisionalPlace(region.setting, actor, person, listing)
    for (const other of [who(2), await region.worker('letting-officer'), await helping('papers')]) {
      expect(await ask(other)).toEqual({ refused: 'not-found', facts: {} })
    }
    const helper = await helping('read')
    expect(await ask(helper)).toMatchObject({ closesAt: expect.any(Date) })
    const read = await region.store
      .selectFrom('event')
      .select('kind')
      .where('actor', '=', helper.human)
      .execute()
    expect(read).toEqual([{ kind: 'file-read' }])
  })

  test('before the first day of the rule, nor after its last', async () => {
    region.goTo('2026-06-09T10:00:00Z')
    const listing = await region.listing(7, { ...homeFacts, landlord: 'anderwonen' })
    await region.responded(listing, [who(1)])
    const found: unknown[] = []
    for (const day of ['09', '10', '11', '12']) {
      region.goTo(`2026-06-${day}T12:00:00Z`)
      found.push(await placeOf(who(1), listing))
    }
    expect(found).toEqual([undefined, at(1), at(1), undefined])
  })
})
