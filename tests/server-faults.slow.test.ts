/** Real servers, and what is done to them: the database is taken away, a power cut in a job, two at one listing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { auditDatabase } from '../operations/audit-database.ts'
import { beginSession } from '../operations/sessions.ts'
import { openStore } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { databaseGate } from './database-gate.ts'
import { type LettingRegion, lettingRegion, type Seeker } from './letting-region.ts'
import { Running, type Server, startServers } from './load/processes.ts'
import { ownDatabase } from './own-database.ts'

// Servers start several times in each: on a busy machine that takes long.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let region: LettingRegion
let folder: string
const servers: Server[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-faults-'))
  region = await lettingRegion(new Date(Date.now() - 60_000).toISOString(), 'told')
  region.goTo(new Date())
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ process }) => process.stop()))
  await region?.database.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(count = 1, url = region.database.url): Promise<Server[]> {
  const started = await startServers(url, folder, count)
  servers.push(...started)
  return started
}

async function oneServer(url?: string): Promise<Server> {
  const [server] = await serve(1, url)
  if (!server) throw new Error('a server was started')
  return server
}

async function seekers(count: number): Promise<Seeker[]> {
  const made: Seeker[] = []
  for (let nth = 0; nth < count; nth += 1) made.push(await region.seeker())
  return made
}

/** A listing that closes in so many seconds, with its job. */
async function closingIn(seconds: number): Promise<number> {
  const listing = await region.listing(1)
  const at = new Date(Date.now() + seconds * 1_000)
  const { store } = region
  await store.updateTable('listing').set({ closes_at: at }).where('id', '=', listing).execute()
  await store
    .insertInto('job')
    .values({
      ...{ region: region.region, task: 'close-listing', at, fault: null },
      payload: JSON.stringify({ listing }),
    })
    .execute()
  return listing
}

const eventsOf = async (kind: string) =>
  (
    await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', kind)
      .orderBy('number')
      .execute()
  ).map(({ body }) => body)

const closings = async () =>
  (await eventsOf('listing-closed')).map((body) => Number(JSON.parse(body).listing)).toSorted()

/** Somebody at a form: what is sent again carries the same key. */
async function browserOf(
  { human, person }: Seeker,
  listing: number,
): Promise<{ person: string; send(site: string): Promise<Response> }> {
  const token = await beginSession(region.store, region.region, human, new Date())
  const { csrf } = await region.store
    .selectFrom('session')
    .select('csrf')
    .where('human', '=', human)
    .executeTakeFirstOrThrow()
  return {
    person,
    send: (site) =>
      fetch(`${site}/woningen/${listing}/reageren`, {
        ...{ method: 'POST', redirect: 'manual', headers: { cookie: `sessie=${token}` } },
        body: new URLSearchParams({ csrf, key: `form of ${person}` }),
      }),
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 800; attempt += 1) {
    if (await isSo()) return
    await wait(50)
  }
  throw new Error(`It did not come to be: ${what}`)
}

const isSleeping = async () =>
  (
    await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`.execute(region.store)
  ).rows.length > 0

async function auditFaults() {
  const audits = await auditDatabase(region.store, folder)
  return audits.flatMap(({ faults }) => faults)
}

test('a database that is away: a clear page, nothing lost, nothing twice, and the server goes on by itself', async () => {
  const gate = await databaseGate(region.database.url)
  const { origin } = await oneServer(gate.url)
  const listing = await region.listing(7)
  const people = await Promise.all((await seekers(24)).map((each) => browserOf(each, listing)))
  const due = await closingIn(2)

  const confirmed: string[] = []
  const away: Response[] = []
  const cut: { done?: Promise<void> } = {}
  await Promise.all(
    people.map(async ({ person, send }, nth) => {
      await wait(nth * 10)
      const answer = await send(origin)
      if (answer.status !== 303) away.push(answer)
      else if (confirmed.push(person) === 6) cut.done = gate.shut()
    }),
  )
  await cut.done
  expect(away.length).toBeGreaterThan(0)
  for (const each of away) {
    expect([each.status, each.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await each.text()).toContain('<h1 class="utrecht-heading-1">Dit werkt even niet</h1>')
  }
  const [first] = people
  const page = await fetch(`${origin}/woningen`, { headers: { cookie: 'taal=en; sessie=abc' } })
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('you lose nothing by it')
  expect((await fetch(`${origin}/healthz`)).status).toBe(503)
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain('process_uptime_seconds')
  const asked = await fetch(`${origin}/api/v1/woningen`)
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await asked.json()).toMatchObject({ code: 'away', status: 503 })
  await wait(2_000)
  expect(await closings()).toEqual([])

  await gate.open()
  const again = await Promise.all(people.map(({ send }) => send(origin)))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([303]))
  const there = await region.store
    .selectFrom('response')
    .select('person')
    .where('listing', '=', listing)
    .execute()
  expect(there.map(({ person }) => person).toSorted()).toEqual(
    people.map(({ person }) => person).toSorted(),
  )
  expect(await eventsOf('responded')).toHaveLength(people.length)
  expect(first && confirmed.length).toBeGreaterThanOrEqual(6)
  await until('the listing is closed', async () => (await closings()).length > 0)
  expect(await closings()).toEqual([due])
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})

test('a power cut between event and effect of a job leaves it as it was; the next server does it, once, and the log holds', async () => {
  const people = await seekers(5)
  const listing = await closingIn(2)
  await region.responded(listing, people)
  await sql`create function linger() returns trigger language plpgsql as
    $$ begin perform pg_sleep(1.5); return new; end $$`.execute(region.store)
  await sql`create trigger linger after insert on event for each row when (new.kind = 'listing-closed') execute function linger()`.execute(
    region.store,
  )
  const first = await oneServer()
  await until('the event is written and the effect is not', isSleeping)
  first.process.kill()
  const { state } = await region.store
    .selectFrom('listing')
    .select('state')
    .where('id', '=', listing)
    .executeTakeFirstOrThrow()
  expect([state, await closings()]).toEqual(['open', []])
  await sql`drop trigger linger on event`.execute(region.store)
  await oneServer()
  await until('the listing is closed', async () => (await closings()).length > 0)
  expect(await closings()).toEqual([listing])
  const { done } = await region.store
    .selectFrom('job_done')
    .select(({ fn }) => fn.countAll<number>().as('done'))
    .where('task', '=', 'close-listing')
    .executeTakeFirstOrThrow()
  expect(done).toBe(1)
  expect(await auditFaults()).toEqual([])
})

test('two servers at the same listings close each of them once, with one list', async () => {
  const people = await seekers(3)
  const both = await serve(2)
  const due: number[] = []
  for (let nth = 0; nth < 8; nth += 1) due.push(await closingIn(3))
  for (const each of due.slice(0, 3)) await region.responded(each, people)
  await until('all are closed', async () => (await closings()).length >= due.length)
  await wait(1_500)
  expect(await closings()).toEqual(due.toSorted())
  const said = both.map(({ process }) => process.said.split('"job":"close-listing"').length - 1)
  expect(said.reduce((all, each) => all + each, 0)).toBe(due.length)
  // They all registered today: a lot decides.
  const lots = await region.store
    .selectFrom('lot')
    .select('listing')
    .where('listing', 'in', due)
    .execute()
  expect(lots).toHaveLength(3 * people.length)
  expect(await auditFaults()).toEqual([])
})

test('servers that are killed while people respond, one after the other: all that was confirmed is there, and the log holds', async () => {
  const listing = await region.listing(7)
  const people = await Promise.all((await seekers(30)).map((each) => browserOf(each, listing)))
  const confirmed = new Set<string>()
  for (const most of [8, 16, people.length]) {
    const server = await oneServer()
    await Promise.all(
      people
        .filter(({ person }) => !confirmed.has(person))
        .map(async ({ person, send }) => {
          const answer = await send(server.origin).catch(() => undefined)
          if (answer?.status === 303) confirmed.add(person)
          if (confirmed.size >= most && most < people.length) server.process.kill()
        }),
    )
  }
  const there = await region.store
    .selectFrom('response')
    .select('person')
    .where('listing', '=', listing)
    .execute()
  expect(there.map(({ person }) => person).toSorted()).toEqual([...confirmed].toSorted())
  expect(confirmed.size).toBe(people.length)
  expect(await eventsOf('responded')).toHaveLength(people.length)
  expect(await auditFaults()).toEqual([])
})

test.each([1, 9])(
  'a power cut while the tables are made, after %i of the steps: the next start makes them whole',
  async (after) => {
    const [whole, cut] = [await ownDatabase(), await ownDatabase({ isEmpty: true })]
    try {
      await sql
        .raw(`create function linger() returns event_trigger language plpgsql as
        $$ begin if (select count(*) from migration) = ${after} then perform pg_sleep(2); end if; end $$`)
        .execute(cut.store)
      await sql`create event trigger linger on ddl_command_end execute function linger()`.execute(
        cut.store,
      )
      const environment = { DATABASE_URL: cut.url, DATA_FOLDER: folder, PORT: '0' }
      const first = new Running('server/start.ts', environment)
      await until('a step is halfway', async () => {
        const { rows } = await sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event = 'PgSleep'`.execute(cut.store)
        return rows.length > 0
      })
      first.kill()
      await sql`drop event trigger linger`.execute(cut.store)
      await sql`drop function linger`.execute(cut.store)
      const { rows } = await sql<{ name: string }>`select name from migration`.execute(cut.store)
      expect(rows).toHaveLength(after)
      const next = openStore(cut.url, 2)
      const carriedOut = await migrate(next)
      await next.destroy()
      expect(carriedOut.length).toBeGreaterThan(0)
      expect(await tablesOf(cut.store)).toEqual(await tablesOf(whole.store))
    } finally {
      await whole.drop()
      await cut.drop()
    }
  },
)

async function tablesOf(store: LettingRegion['store']) {
  const { rows } = await sql`select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public'
    order by table_name, column_name`.execute(store)
  const { rows: indexes } = await sql`select indexdef from pg_indexes
    where schemaname = 'public' order by indexdef`.execute(store)
  return [...rows, ...indexes]
}
