/** What must be survived: everything at once at the last second, the same form twice, and a server that is killed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApi } from '../api/app.ts'
import { acceptMandate } from '../operations/accept-mandate.ts'
import { closeListing } from '../operations/close-listing.ts'
import { giveMandate } from '../operations/give-mandate.ts'
import { carryOut, inTransaction, isRefusal } from '../operations/operation.ts'
import { respond } from '../operations/respond.ts'
import { beginSession } from '../operations/sessions.ts'
import { withdrawMandate } from '../operations/withdraw-mandate.ts'
import { isAway, openStore } from '../store/database.ts'
import { makeApp } from '../web/app.ts'
import { formsTwice } from './double-click.ts'
import { done, type LettingRegion, lettingRegion, type Seeker } from './letting-region.ts'
import { startServers } from './load/processes.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion(new Date().toISOString())
})
afterAll(async () => region?.database.drop())

const responsesTo = (listing: number) =>
  region.store
    .selectFrom('response')
    .innerJoin('event', 'event.number', 'response.event')
    .select(['response.person', 'event.kind'])
    .where('response.listing', '=', listing)
    .execute()

const say = ({ person, ...actor }: Seeker, listing: number, key?: string) =>
  carryOut(region.setting, { ...actor, person }, respond, { listing, person, via: 'self' }, key)

test('ten responses of one person in the second of the close: one counts or none, and the list has it', async () => {
  const listing = await region.listing(1)
  const me = await region.seeker()
  region.later(1 - 1 / 86_400)
  const closing = () =>
    inTransaction(
      { ...region.setting, now: () => new Date(region.now().getTime() + 1_000) },
      undefined,
      (doing) => closeListing(doing, listing),
    )
  const [closed, ...said] = await Promise.all([
    closing(),
    ...Array.from({ length: 10 }, (_, nth) => say(me, listing, `key ${nth}`)),
  ])
  const taken = said.filter((each) => !isRefusal(each)).length
  const there = await responsesTo(listing)
  expect(taken).toBeLessThanOrEqual(1)
  expect(there).toHaveLength(taken)
  expect(closed).toMatchObject({ candidates: taken })
})

test('the same form sent ten times at once has one effect, and the same answer each time', async () => {
  const listing = await region.listing(7)
  const me = await region.seeker()
  const said = await Promise.all(Array.from({ length: 10 }, () => say(me, listing, 'one key')))
  expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(await responsesTo(listing)).toHaveLength(1)
})

test('a server that is killed while people respond has kept everything it confirmed', async () => {
  region.goTo(new Date())
  const listing = await region.listing(7)
  const seekers: Seeker[] = []
  for (let nth = 0; nth < 40; nth += 1) seekers.push(await region.seeker())
  const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-faults-'))
  const [server] = await startServers(region.database.url, folder, 1)
  if (!server) throw new Error('a server was started')
  try {
    const confirmed: string[] = []
    const sending = seekers.map(async ({ human, person }, nth) => {
      const token = await beginSession(region.store, region.region, human, new Date())
      const { csrf } = await region.store
        .selectFrom('session')
        .select('csrf')
        .where('human', '=', human)
        .executeTakeFirstOrThrow()
      const sent = fetch(`${server.origin}/woningen/${listing}/reageren`, {
        ...{ method: 'POST', redirect: 'manual' },
        headers: { cookie: `sessie=${token}` },
        body: new URLSearchParams({ csrf, key: `key ${nth}` }),
      })
      const answer = await sent.catch(() => undefined)
      if (answer?.status !== 303) return
      confirmed.push(person)
      if (confirmed.length === 10) server.process.kill()
    })
    await Promise.all(sending)
    expect(confirmed.length).toBeGreaterThanOrEqual(10)
    const there = await responsesTo(listing)
    const people = new Set(there.map(({ person }) => person))
    expect(confirmed.filter((person) => !people.has(person))).toEqual([])
    expect(there.filter(({ kind }) => kind !== 'responded')).toEqual([])
  } finally {
    await server.process.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('who asks while the database is away reads so, also who is logged in, and programs are told when to ask again', async () => {
  // Nothing listens there.
  const away = openStore('postgres://nobody@127.0.0.1:1/nothing', 1)
  const setting = { ...region.setting, store: away, regionName: 'Parkstad', isExample: true }
  const app = makeApp({ ...setting, isSecure: false })
  const api = makeApi({
    ...{ ...setting, origin: 'http://localhost', issuer: 'http://localhost' },
    accountOf: async () => undefined,
  })
  try {
    const page = await app.request('/mijn', { headers: { cookie: 'sessie=abc; taal=en' } })
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await page.text()).toContain('This does not work for a moment')
    const told = await api.request('/api/v1/woningen')
    expect([told.status, told.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await told.json()).toMatchObject({ code: 'away', status: 503 })
  } finally {
    await away.destroy()
  }
})

test('a fault of the database itself is no absence', async () => {
  const wrong = await sql`select 1 / 0`.execute(region.store).catch((fault: unknown) => fault)
  expect(wrong).toBeInstanceOf(Error)
  expect(isAway(wrong)).toBe(false)
})

test('who took away their own right is told the same twice under one key, and another key or human nothing', async () => {
  const me = await region.seeker()
  const helper = await region.human('Helper Proef')
  const code = 'bcdf-ghjk-mnpq'
  done(
    await carryOut(region.setting, me, giveMandate, {
      ...{ person: me.person, name: 'Hulp', may: ['read', 'respond'], months: 3, code },
    }),
  )
  const plain = { human: helper, roles: [], mandates: [] }
  done(await carryOut(region.setting, plain, acceptMandate, { code }))
  const helping = {
    ...plain,
    mandates: [{ person: me.person, may: ['read' as const, 'respond' as const] }],
  }
  const back = { person: me.person, helper }
  const first = done(await carryOut(region.setting, helping, withdrawMandate, back, 'back'))
  const again = (actor: typeof plain, key: string) =>
    carryOut(region.setting, actor, withdrawMandate, back, key)
  expect(await again(plain, 'back')).toEqual(first)
  expect(await again(plain, 'another')).toMatchObject({ refused: 'not-found' })
  const other = { ...plain, human: await region.human('Ander Proef') }
  expect(await again(other, 'back')).toMatchObject({ refused: 'not-found' })
})

test('of every form it is known what a double click does', () => {
  const app = makeApp({
    ...region.setting,
    regionName: 'Parkstad',
    isExample: true,
    isSecure: false,
  })
  const forms = app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path)
  const known = formsTwice()
  expect([...known.keys()].toSorted()).toEqual([...new Set(forms)].toSorted())
  for (const [form, { how, why }] of known) {
    expect(['sent', 'together', 'again'], form).toContain(how)
    expect(why !== '', form).toBe(how === 'again')
  }
})
