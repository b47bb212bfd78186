/** A region with a few people and homes on a database of its own, whose days pass when a test says so. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { closeListing } from '../operations/close-listing.ts'
import { logNameOf } from '../operations/keep-log.ts'
import {
  type Actor,
  carryOut,
  dayOf,
  inTransaction,
  isRefusal,
  type Setting,
} from '../operations/operation.ts'
import { type Registration, register } from '../operations/register.ts'
import { respond } from '../operations/respond.ts'
import { booksFor } from '../operations/rules-for-listing.ts'
import { type LogKey, readLogKey } from '../store/log-key.ts'
import { ownDatabase } from './own-database.ts'
import { putInForce } from './released-books.ts'

export type SmallRegion = {
  readonly setting: Setting & { readonly logKey: LogKey }
  readonly url: string
  /** Where the key of the log is kept. */
  readonly folder: string
  later(days: number): void
  newHuman(roles?: Actor['roles']): Promise<Actor>
  registered(input?: Partial<Registration>): Promise<Actor & { person: string }>
  /** A home that can be responded to for so many days. */
  openListing(days: number): Promise<number>
  /** Opens a listing, lets everybody respond, and closes it. */
  closedListing(people: readonly (Actor & { person: string })[]): Promise<number>
  drop(): Promise<void>
}

const region = 'parkstad'

const somebody: Registration = {
  ...{ name: 'Fatima', email: 'fatima@example.org', born: date('1990-02-01'), householdSize: 1 },
  ...{ children: 0, incomeCents: 2_200_000, housingSituation: 'starter', municipality: 'heerlen' },
  ...{ livesThereSince: date('2010-01-01'), wishes: {} },
}

const home = {
  ...{ municipality: 'heerlen', segment: 'social', model: 'ranked', landlord: 'voorbeeldwonen' },
  ...{ 'dwelling-type': 'apartment', bedrooms: 1, rent: 65_000, label: ['none'] },
}

export async function smallRegion(): Promise<SmallRegion> {
  const { store, url, drop } = await ownDatabase()
  await putInForce(store, region)
  const folder = mkdtempSync(join(tmpdir(), 'small-region-'))
  let now = new Date('2026-06-01T10:00:00Z')
  const setting = {
    ...{ store, region, engine: 'test 1', now: () => now, newId: () => randomUUID() },
    logKey: readLogKey(folder, logNameOf(region)),
  }
  const later = (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000)
  }

  async function newHuman(roles: Actor['roles'] = []): Promise<Actor> {
    const human = randomUUID()
    const values = { region, id: human, name: 'Fatima', email: 'fatima@example.org' }
    await store.insertInto('human').values(values).execute()
    return { human, roles, mandates: [] }
  }

  async function registered(input: Partial<Registration> = {}) {
    const actor = await newHuman()
    const outcome = await carryOut(setting, actor, register, { ...somebody, ...input })
    if (isRefusal(outcome)) throw new Error(outcome.refused)
    return { ...actor, person: outcome.person }
  }

  async function openListing(days: number): Promise<number> {
    const landlord = { region, id: 'voorbeeldwonen', name: 'Voorbeeldwonen' }
    await store
      .insertInto('landlord')
      .values(landlord)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const complex = randomUUID()
    await store
      .insertInto('complex')
      .values({
        ...{ region, id: complex, landlord: landlord.id, name: 'Voorbeeldhof' },
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
        ...{ region, dwelling: dwelling.id, landlord: landlord.id, free_from: today },
        ...{ reported_at: now, in_vain_since: null, let_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await store
      .insertInto('listing')
      .values({
        ...{ region, vacancy: vacancy.id, landlord: landlord.id, facts: JSON.stringify(home) },
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

  async function closedListing(people: readonly (Actor & { person: string })[]): Promise<number> {
    const listing = await openListing(7)
    for (const { person, ...actor } of people) {
      const outcome = await carryOut(setting, { ...actor, person }, respond, {
        ...{ listing, person, via: 'self' as const },
      })
      if (isRefusal(outcome)) throw new Error(outcome.refused)
    }
    later(8)
    const closed = await inTransaction(setting, undefined, (doing) => closeListing(doing, listing))
    if (isRefusal(closed)) throw new Error(closed.refused)
    return listing
  }

  return {
    ...{ setting, url, folder, later, newHuman, registered, openListing, closedListing },
    async drop() {
      await drop()
      rmSync(folder, { recursive: true })
    },
  }
}
