/** Many at once in one transaction: each has an outcome, an event and a receipt of their own, and nobody's fault is another's. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { holdPerson } from '../store/people.ts'
import { done, type LettingRegion, lettingRegion, type Seeker } from '../tests/letting-region.ts'
import { carryOut, isRefusal, type Operation, refuse } from './operation.ts'
import { respond } from './respond.ts'

let region: LettingRegion
let seekers: Seeker[]

function seeker(nth: number): Seeker {
  const found = seekers[nth]
  if (!found) throw new Error('there are not so many')
  return found
}

beforeAll(async () => {
  region = await lettingRegion()
  seekers = []
  for (let nth = 0; nth < 24; nth += 1) seekers.push(await region.seeker())
})
afterAll(async () => region?.database.drop())
// Only so many may wait at once: what was there before is taken back.
beforeEach(async () => {
  await region.store.updateTable('response').set({ withdrawn_at: region.now() }).execute()
})

const say = (who: Seeker, listing: number, key?: string) =>
  carryOut(region.setting, who, respond, { listing, person: who.person, via: 'self' }, key)

type Said = {
  readonly number: number
  readonly person: string
  readonly actor: string
  readonly transaction: string
}

/** The events of responses to a listing, with whose they are by what was committed to, and how often it stands elsewhere. */
async function eventsOf(listing: number): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select event.number, event.actor, event.xmin::text as transaction, who.value #>> '{}' as person
    from event
    join event_value who on who.event = event.number and who.name = 'person'
    join event_value doer on doer.event = event.number and doer.name = 'actor'
      and doer.value #>> '{}' = event.actor::text
    join response on response.event = event.number and response.person = who.person
    join history on history.event = event.number and history.person = who.person
    where response.listing = ${listing} and event.kind = 'responded'
      and (event.body::jsonb ->> 'listing')::bigint = ${listing}
    order by event.number`.execute(region.store)
  return rows
}

test('each of many has an event, a place in the history and a message of their own', async () => {
  const listings = [await region.listing(7), await region.listing(7)]
  const outcomes = await Promise.all(
    seekers.map((each, nth) => say(each, listings[nth % 2] ?? 0, `key ${nth}`)),
  )
  const numbers = outcomes.map((each) => done(each).event)
  expect(new Set(numbers).size).toBe(seekers.length)
  const said = [await eventsOf(listings[0] ?? 0), await eventsOf(listings[1] ?? 0)].flat()
  for (const [nth, { person, human }] of seekers.entries()) {
    expect(said.find(({ number }) => number === numbers[nth])).toMatchObject({
      person,
      actor: human,
    })
    expect(await say(seeker(nth), listings[nth % 2] ?? 0, `key ${nth}`)).toEqual({
      event: numbers[nth],
    })
  }
  const told = await region.store
    .selectFrom('message')
    .select('person')
    .where('code', '=', 'responded')
    .execute()
  expect(told.map(({ person }) => person).toSorted()).toEqual(
    seekers.map(({ person }) => person).toSorted(),
  )
  expect(new Set(said.map(({ transaction }) => transaction)).size).toBeLessThan(seekers.length / 2)
})

test('who is refused is refused alone', async () => {
  const [open, over] = [await region.listing(7), await region.listing(7)]
  await region.store
    .updateTable('listing')
    .set({ closes_at: region.now() })
    .where('id', '=', over)
    .execute()
  const first = seeker(0)
  done(await say(first, open))
  const [again, late, nowhere, ...others] = await Promise.all([
    say(first, open),
    say(seeker(1), over),
    say(seeker(2), 999_999),
    ...seekers.slice(3).map((each) => say(each, open)),
  ])
  expect(again).toMatchObject({ refused: 'already-responded' })
  expect(late).toMatchObject({ refused: 'listing-closed' })
  expect(nowhere).toMatchObject({ refused: 'not-found' })
  expect(others.filter(isRefusal)).toEqual([])
  expect(await eventsOf(open)).toHaveLength(others.length + 1)
})

test('a fault takes along nobody else, and nothing of it is kept', async () => {
  const listing = await region.listing(7)
  const unlucky = seeker(5)
  const faulty: typeof respond = {
    ...respond,
    async perform(doing, input) {
      const outcome = await respond.perform(doing, input)
      if (input.person === unlucky.person) throw new Error('out of luck')
      return outcome
    },
  }
  const ended = await Promise.allSettled(
    seekers.map((each) =>
      carryOut(region.setting, each, faulty, { listing, person: each.person, via: 'self' }),
    ),
  )
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([
    { status: 'rejected', reason: new Error('out of luck') },
  ])
  const people = (await eventsOf(listing)).map(({ person }) => person)
  expect(people.toSorted()).toEqual(
    seekers
      .map(({ person }) => person)
      .filter((each) => each !== unlucky.person)
      .toSorted(),
  )
})

test('who is held by something else waits, and the others do not', async () => {
  const [open, closing] = [await region.listing(7), await region.listing(7)]
  const held = seeker(7)
  const late = seeker(8)
  const ended = new Set<string>()
  const all = { said: Promise.resolve<unknown>(undefined) }
  await region.store.transaction().execute(async (transaction) => {
    await holdPerson(transaction, region.region, held.person)
    await sql`select from listing where id = ${closing} for update`.execute(transaction)
    const said = seekers.map(async (each) => {
      const outcome = await say(each, each === late ? closing : open)
      ended.add(each.person)
      return outcome
    })
    all.said = Promise.all(said)
    const others = said.filter((_, nth) => seekers[nth] !== held && seekers[nth] !== late)
    for (const each of others) done(await each)
    expect(ended).not.toContain(held.person)
    expect(ended).not.toContain(late.person)
  })
  await all.said
  expect(await eventsOf(open)).toHaveLength(seekers.length - 1)
  expect((await eventsOf(closing)).map(({ person }) => person)).toEqual([late.person])
})

test('two acts of one person in one moment are one after the other', async () => {
  const listing = await region.listing(7)
  const me = seeker(3)
  const going = { now: 0, most: 0 }
  const counted: Operation<Parameters<typeof respond.perform>[1], { readonly event: number }> = {
    ...respond,
    async perform(doing, input) {
      if (input.person !== me.person) return refuse('not-found')
      going.now += 1
      going.most = Math.max(going.most, going.now)
      const outcome = await respond.perform(doing, input)
      going.now -= 1
      return outcome
    },
  }
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () =>
      carryOut(region.setting, me, counted, { listing, person: me.person, via: 'self' }),
    ),
  )
  expect(outcomes.filter((each) => !isRefusal(each))).toHaveLength(1)
  expect(going.most).toBe(1)
})
