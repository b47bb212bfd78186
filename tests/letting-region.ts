/** A small region in a database of its own: a landlord with a home, people who seek, and who works there. */

import { randomUUID } from 'node:crypto'
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Role } from '../operations/access-table.ts'
import { beginRules } from '../operations/begin-rules.ts'
import { closeListing } from '../operations/close-listing.ts'
import {
  type Actor,
  carryOut,
  dayOf,
  inTransaction,
  isRefusal,
  type Refusal,
  type Setting,
} from '../operations/operation.ts'
import { type Registration, register } from '../operations/register.ts'
import { respond } from '../operations/respond.ts'
import { booksFor } from '../operations/rules-for-listing.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { openPracticeSeed, practiceBeacon, signatureCheckFor } from '../server/beacon.ts'
import { type OwnDatabase, ownDatabase } from './own-database.ts'
import { exampleBooks, putInForce } from './released-books.ts'

export const landlord = 'voorbeeldwonen'

export const homeFacts: Facts = {
  ...{ municipality: 'heerlen', segment: 'social', model: 'ranked', landlord },
  ...{ 'dwelling-type': 'apartment', bedrooms: 1, rent: 65_000, label: ['none'] },
}

const somebody: Registration = {
  ...{ name: 'Fatima Yilmaz', email: undefined, born: date('1990-02-01') },
  ...{ householdSize: 1, children: 0, incomeCents: 2_200_000, housingSituation: 'starter' },
  ...{ municipality: 'heerlen', livesThereSince: date('2010-01-01'), wishes: {} },
}

export type Seeker = Actor & { readonly person: string }

export type LettingRegion = Awaited<ReturnType<typeof lettingRegion>>

export type RegionOptions = {
  readonly books?: readonly LoadedBook[]
  /** The address of a database that is there. */
  readonly at?: string
}

/** The rules are there without a word in the log, or told as they are when a region begins. */
export async function lettingRegion(
  begin = '2026-03-01T10:00:00Z',
  rules: 'silent' | 'told' = 'silent',
  { books = exampleBooks, at }: RegionOptions = {},
) {
  const database: OwnDatabase = await ownDatabase({ at })
  const { store } = database
  const region = 'parkstad'
  let now = new Date(begin)
  const practice = practiceBeacon(openPracticeSeed)
  const setting: Setting = {
    ...{ store, region, engine: 'test 1' },
    beacon: {
      chain: practice.chain,
      holds: signatureCheckFor(practice.chain),
      signatureOf: async (round, at) => practice.sign(round, Math.floor(at.getTime() / 1000)),
    },
    now: () => now,
    newId: () => randomUUID(),
  }
  if (rules === 'told') await beginRules(setting, books)
  else await putInForce(store, region, books)
  await store
    .insertInto('landlord')
    .values([
      { region, id: landlord, name: 'Voorbeeldwonen' },
      { region, id: 'anderwonen', name: 'Anderwonen' },
    ])
    .execute()

  async function human(name: string): Promise<string> {
    const id = randomUUID()
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
    await store.insertInto('human').values({ region, id, name, email }).execute()
    return id
  }

  async function worker(role: Role, organisation = landlord): Promise<Actor> {
    const id = await human('Joris de Werker')
    await store
      .insertInto('role_grant')
      .values({
        ...{ region, human: id, role, organisation },
        ...{ from_day: date('2020-01-01'), until_day: date('2030-01-01') },
      })
      .execute()
    return { human: id, roles: [{ role, organisation }], mandates: [] }
  }

  async function seeker(input: Partial<Registration> = {}): Promise<Seeker> {
    const id = await human(input.name ?? somebody.name)
    const actor: Actor = { human: id, roles: [], mandates: [] }
    const { person } = done(
      await carryOut(setting, actor, register, {
        ...somebody,
        email: `${id}@example.org`,
        ...input,
      }),
    )
    return { ...actor, person }
  }

  async function dwelling(facts: Facts = homeFacts, of = landlord): Promise<number> {
    const complex = randomUUID()
    await store
      .insertInto('complex')
      .values({
        ...{ region, id: complex, landlord: of, name: 'Voorbeeldhof' },
        ...{ municipality: String(facts.municipality), neighbourhood: 'Centrum' },
      })
      .execute()
    const { id } = await store
      .insertInto('dwelling')
      .values({ region, complex, address: 'Voorbeeldstraat 1', facts: JSON.stringify(facts) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  /** A listing that is open for so many days, without the work before it. */
  async function listing(days = 7, facts: Facts = homeFacts): Promise<number> {
    const vacancy = await store
      .insertInto('vacancy')
      .values({
        ...{ region, dwelling: await dwelling(facts), landlord, free_from: dayOf(now) },
        ...{ reported_at: now, in_vain_since: null, let_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await store
      .insertInto('listing')
      .values({
        ...{ region, vacancy: vacancy.id, landlord, facts: JSON.stringify(facts), words: '{}' },
        ...{ opens_at: now, closes_at: new Date(now.getTime() + days * 86_400_000) },
        ...{ closes_on: addDays(dayOf(now), days), state: 'open' },
        rule_books: (await booksFor(setting, facts, dayOf(now))).map(({ hash }) =>
          Buffer.from(hash, 'hex'),
        ),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async function responded(id: number, seekers: readonly Seeker[]): Promise<void> {
    for (const each of seekers) {
      const response = { listing: id, person: each.person, via: 'self' as const }
      done(await carryOut(setting, each, respond, response))
    }
  }

  /** So many people who registered a day apart, and a listing on which they stand in that order. */
  async function closedListing(count: number) {
    const seekers: Seeker[] = []
    for (let each = 0; each < count; each += 1) {
      seekers.push(await seeker({ name: `Zoeker ${each + 1}` }))
      later(1)
    }
    const id = await listing(1)
    await responded(id, seekers)
    await close(id, 2)
    return { listing: id, seekers }
  }

  /** The list of a listing is made, so many days from now. */
  async function close(id: number, days = 8): Promise<void> {
    later(days)
    done(await inTransaction(setting, undefined, (doing) => closeListing(doing, id)))
  }

  function later(days: number): void {
    now = new Date(now.getTime() + days * 86_400_000)
  }

  return {
    ...{ database, store, region, setting, worker, seeker, human, dwelling, listing },
    ...{ responded, closedListing, close, later },
    goTo: (instant: string | Date) => {
      now = new Date(instant)
    },
    now: () => now,
  }
}

/** The outcome, where it must not be a refusal. */
export function done<Outcome extends object>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.facts)}`)
  return outcome
}

/** Why it was refused; undefined where it was not. */
export function refusedOf(outcome: object): string | undefined {
  return isRefusal(outcome) ? outcome.refused : undefined
}
