/** A small region on a database of its own, for tests of operations and pages: homes, people, a clock. */
import { randomUUID } from 'node:crypto'
import { addDays, type CalendarDate, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { closeListing } from '../operations/close-listing.ts'
import { type Actor, carryOut, dayOf, inTransaction, isRefusal } from '../operations/operation.ts'
import { type Registration, register } from '../operations/register.ts'
import { respond } from '../operations/respond.ts'
import { booksFor } from '../operations/rules-for-listing.ts'
import { beginSession } from '../operations/sessions.ts'
import { loadBooks } from '../policies/load-books.ts'
import { type App, makeApp } from '../web/app.ts'
import type { WebSetting } from '../web/visitor.ts'
import { type OwnDatabase, ownDatabase } from './own-database.ts'

export type Seeker = Actor & { readonly person: string }

export type OwnRegion = {
  readonly database: OwnDatabase
  readonly setting: WebSetting
  readonly app: App
  /** Lets days pass. */
  later(days: number): void
  newHuman(name?: string): Promise<Actor>
  registered(input?: Partial<Registration>, human?: Actor): Promise<Seeker>
  openListing(days: number, facts?: Facts, address?: string): Promise<number>
  respondTo(listing: number, seeker: Seeker): Promise<void>
  close(listing: number): Promise<void>
  /** A browser in which somebody is logged in, or nobody. */
  browser(actor?: Actor): Promise<Browser>
}

export type Answer = {
  readonly status: number
  readonly text: string
  readonly location: string | null
}

export type Browser = {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answer>
  /** Sends a form as the page that holds it would: with what the page hides in it. */
  post(path: string, form?: Readonly<Record<string, string>>, page?: string): Promise<Answer>
}

export const somebody: Registration = {
  ...{ name: 'Fatima Voorbeeld', email: 'fatima@example.org', born: date('1990-02-01') },
  ...{ householdSize: 1, children: 0, incomeCents: 2_200_000, housingSituation: 'starter' },
  ...{ municipality: 'heerlen', livesThereSince: date('2010-01-01'), wishes: {} },
}

export const plainHome = {
  ...{ municipality: 'heerlen', segment: 'social', model: 'ranked', landlord: 'voorbeeldwonen' },
  ...{ 'dwelling-type': 'apartment', bedrooms: 1, rent: 65_000, 'floor-area': 54 },
  label: ['none'],
} as const satisfies Facts

const region = 'parkstad'

export async function ownRegion(start = '2026-06-01T10:00:00Z'): Promise<OwnRegion> {
  const database = await ownDatabase()
  const { store } = database
  let now = new Date(start)
  const setting: WebSetting = {
    ...{ store, region, engine: 'test 1' },
    books: loadBooks('parkstad-2026').flatMap((each) => ('book' in each ? [each] : [])),
    now: () => now,
    newId: () => randomUUID(),
    ...{ regionName: 'Parkstad', isExample: true, isSecure: false },
  }
  const app = makeApp(setting)
  await store
    .insertInto('landlord')
    .values({ region, id: 'voorbeeldwonen', name: 'Voorbeeldwonen' })
    .execute()

  const newHuman = async (name = 'Fatima Voorbeeld'): Promise<Actor> => {
    const human = randomUUID()
    const email = `${human}@example.org`
    await store.insertInto('human').values({ region, id: human, name, email }).execute()
    return { human, roles: [], mandates: [] }
  }

  return {
    ...{ database, setting, app, newHuman },
    later(days) {
      now = new Date(now.getTime() + days * 86_400_000)
    },
    async registered(input = {}, human) {
      const registration = { ...somebody, ...input }
      const actor = human ?? (await newHuman(registration.name))
      const outcome = await carryOut(setting, actor, register, registration)
      if (isRefusal(outcome)) throw new Error(outcome.refused)
      return { ...actor, person: outcome.person }
    },
    async openListing(days, facts = {}, address = 'Voorbeeldstraat 1') {
      const home: Facts = { ...plainHome, ...facts }
      return insertListing(database, setting, home, { days, address })
    },
    async respondTo(listing, seeker) {
      const input = { listing, person: seeker.person, via: 'self' as const }
      const outcome = await carryOut(setting, seeker, respond, input)
      if (isRefusal(outcome)) throw new Error(outcome.refused)
    },
    async close(listing) {
      const closed = await inTransaction(setting, undefined, (doing) =>
        closeListing(doing, listing),
      )
      if (isRefusal(closed)) throw new Error(closed.refused)
    },
    async browser(actor) {
      const cookies = new Map<string, string>()
      if (actor) cookies.set('sessie', await beginSession(store, region, actor.human, now))
      return browserOf(app, cookies)
    },
  }
}

async function insertListing(
  { store }: OwnDatabase,
  setting: WebSetting,
  home: Facts,
  { days, address }: { readonly days: number; readonly address: string },
): Promise<number> {
  const now = setting.now()
  const today: CalendarDate = dayOf(now)
  const complex = randomUUID()
  await store
    .insertInto('complex')
    .values({
      ...{ region, id: complex, landlord: 'voorbeeldwonen', name: 'Voorbeeldhof' },
      ...{ municipality: String(home.municipality), neighbourhood: 'Centrum' },
    })
    .execute()
  const dwelling = await store
    .insertInto('dwelling')
    .values({ region, complex, address, facts: JSON.stringify(home) })
    .returning('id')
    .executeTakeFirstOrThrow()
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
      rule_books: booksFor(setting, home, today).map(({ hash }) => Buffer.from(hash, 'hex')),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function browserOf(app: App, cookies: Map<string, string>): Browser {
  const request = async (path: string, form?: URLSearchParams): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(path, {
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const { status, headers } = answer
    return { status, text: await answer.text(), location: headers.get('location') }
  }
  return {
    cookies,
    get: (path) => request(path),
    async post(path, form = {}, page = path) {
      const { text } = await request(page)
      const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
      return request(path, new URLSearchParams({ ...fields, ...form }))
    },
  }
}
