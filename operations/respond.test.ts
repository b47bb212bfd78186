/** From registering to a place on the list, on a real database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { sha256 } from '../core/basics/sha256.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { putInForce } from '../tests/released-books.ts'
import { closeListing } from './close-listing.ts'
import { type Actor, carryOut, dayOf, inTransaction, isRefusal, type Setting } from './operation.ts'
import { type Registration, register } from './register.ts'
import { respond } from './respond.ts'
import { booksFor } from './rules-for-listing.ts'

const region = 'parkstad'
let database: OwnDatabase
let now = new Date('2026-06-01T10:00:00Z')
let setting: Setting

beforeAll(async () => {
  database = await ownDatabase()
  await putInForce(database.store, region)
  setting = {
    ...{ store: database.store, region, engine: 'test 1' },
    now: () => now,
    newId: () => randomUUID(),
  }
})
afterAll(async () => database?.drop())

const somebody: Registration = {
  ...{ name: 'Fatima', email: undefined, born: date('1990-02-01'), householdSize: 1, children: 0 },
  ...{ incomeCents: 2_200_000, housingSituation: 'starter', municipality: 'heerlen' },
  ...{ livesThereSince: date('2010-01-01'), wishes: {} },
}

async function newHuman(): Promise<Actor> {
  const human = randomUUID()
  await database.store
    .insertInto('human')
    .values({ region, id: human, name: 'Fatima', email: 'fatima@example.org' })
    .execute()
  return { human, roles: [], mandates: [] }
}

async function registered(input: Partial<Registration> = {}): Promise<Actor & { person: string }> {
  const actor = await newHuman()
  const outcome = await carryOut(setting, actor, register, { ...somebody, ...input })
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return { ...actor, person: outcome.person }
}

const home = {
  ...{ municipality: 'heerlen', segment: 'social', model: 'ranked', landlord: 'voorbeeldwonen' },
  ...{ 'dwelling-type': 'apartment', bedrooms: 1, rent: 65_000, label: ['none'] },
}

async function openListing(days: number): Promise<number> {
  const { store } = database
  await store
    .insertInto('landlord')
    .values({ region, id: 'voorbeeldwonen', name: 'Voorbeeldwonen' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const complex = randomUUID()
  await store
    .insertInto('complex')
    .values({
      ...{ region, id: complex, landlord: 'voorbeeldwonen', name: 'Voorbeeldhof' },
      ...{ municipality: 'heerlen', neighbourhood: 'centrum' },
    })
    .execute()
  const dwelling = await store
    .insertInto('dwelling')
    .values({ region, complex, address: 'Voorbeeldstraat 1', facts: JSON.stringify(home) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const today = dayOf(now)
  const vacancy = await store
    .insertInto('vacancy')
    .values({
      ...{ region, dwelling: dwelling.id, landlord: 'voorbeeldwonen', free_from: today },
      ...{ reported_at: now, in_vain_since: null, let_at: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await store
    .insertInto('listing')
    .values({
      ...{ region, vacancy: vacancy.id, landlord: 'voorbeeldwonen', facts: JSON.stringify(home) },
      ...{ words: '{}', opens_at: now, closes_at: new Date(now.getTime() + days * 86_400_000) },
      ...{ closes_on: addDays(today, days), state: 'open' as const },
      rule_books: (await booksFor(setting, home, today)).map(({ hash }) =>
        Buffer.from(hash, 'hex'),
      ),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}

describe('registering', () => {
  test('gives a file whose day is that of the event, and nothing personal in the log', async () => {
    const { person } = await registered()
    const history = await database.store
      .selectFrom('history')
      .innerJoin('event', 'event.number', 'history.event')
      .select(['history.name', 'history.on_day', 'event.body', 'event.hash'])
      .where('history.person', '=', person)
      .executeTakeFirstOrThrow()
    expect(history.name).toBe('registered')
    expect(history.on_day).toBe(dayOf(now))
    expect(history.body).not.toContain(person)
    expect(history.body).not.toContain('Fatima')
    expect(history.hash).toEqual(Buffer.from(sha256(Uint8Array.of(0), history.body)))
  })

  test('happens once for a human, also by a double click', async () => {
    const actor = await newHuman()
    const both = await Promise.all([
      carryOut(setting, actor, register, somebody, 'click'),
      carryOut(setting, actor, register, somebody, 'click'),
    ])
    expect(both[0]).toEqual(both[1])
    expect(isRefusal(both[0])).toBe(false)
  })

  test('the log is only ever added to', async () => {
    const change = database.store.updateTable('event').set({ kind: 'changed' }).execute()
    await expect(change).rejects.toThrow('only ever added to')
    await expect(database.store.deleteFrom('event').execute()).rejects.toThrow('only ever added to')
  })
})

describe('responding, and the list that is made of it', () => {
  test('who registered first stands first, and each knows their place', async () => {
    const first = await registered()
    later(30)
    const second = await registered()
    const tooRich = await registered({ incomeCents: 9_000_000 })
    const listing = await openListing(7)
    for (const { person, ...actor } of [second, first, tooRich]) {
      const outcome = await carryOut(setting, { ...actor, person }, respond, {
        ...{ listing, person, via: 'self' as const },
      })
      expect(isRefusal(outcome)).toBe(false)
    }
    expect(
      await inTransaction(setting, undefined, (doing) => closeListing(doing, listing)),
    ).toEqual({ refused: 'still-open', facts: {} })
    later(8)
    const closed = await inTransaction(setting, undefined, (doing) => closeListing(doing, listing))
    expect(closed).toEqual({ listing, candidates: 3, placed: 2 })
    const standings = await database.store
      .selectFrom('standing')
      .select(['person', 'place', 'code'])
      .where('listing', '=', listing)
      .orderBy('place')
      .execute()
    expect(standings).toEqual([
      { person: first.person, place: 1, code: null },
      { person: second.person, place: 2, code: null },
      { person: tooRich.person, place: null, code: 'income-above-limit' },
    ])
  })

  test('after the close nobody comes in, and nobody closes it again', async () => {
    const late = await registered()
    const listing = await openListing(1)
    later(2)
    const refused = await carryOut(setting, late, respond, {
      ...{ listing, person: late.person, via: 'self' as const },
    })
    expect(refused).toMatchObject({ refused: 'listing-closed' })
    const twice = await Promise.all([
      inTransaction(setting, undefined, (doing) => closeListing(doing, listing)),
      inTransaction(setting, undefined, (doing) => closeListing(doing, listing)),
    ])
    expect(twice.filter(isRefusal)).toEqual([{ refused: 'already-closed', facts: {} }])
  })

  test('nobody responds for somebody else', async () => {
    const one = await registered()
    const other = await registered()
    const listing = await openListing(7)
    const outcome = await carryOut(setting, one, respond, {
      ...{ listing, person: other.person, via: 'self' as const },
    })
    expect(outcome).toEqual({ refused: 'not-found', facts: {} })
  })
})
