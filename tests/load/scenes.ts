/** What is measured: each part gives what it came to beside the limit that was set. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beginSession } from '../../operations/sessions.ts'
import { regionId } from '../../server/region.ts'
import { type Arrivals, type Ask, arrive, type Met } from './arrivals.ts'
import { humanId, personId } from './big-region.ts'
import type { Prepared } from './prepare.ts'
import { Running, type Server, type Spent, spending, startServers, watched } from './processes.ts'

export type Result = {
  readonly what: string
  readonly limit: string
  readonly measured: string
  readonly isMet: boolean
  readonly more?: string
}

export type Part = (
  prepared: Prepared,
  how: { readonly isQuick: boolean },
) => Promise<readonly Result[]>

export const loadParts = { pages, respond, close, crowd } as const satisfies Record<string, Part>

const pagesPerSecond = 100
const pagesAsked = 2_000
const searchLimit = 60
const placeLimit = 40
const pageMemory = 300

/** The search page and one's own place, each asked for by different people about different homes. */
async function pages(
  { url, folder, store }: Prepared,
  { isQuick }: { readonly isQuick: boolean },
): Promise<readonly Result[]> {
  const count = isQuick ? pagesAsked / 2 : pagesAsked
  const own = await placesOf(store, count * 2)
  const people = await loggedIn(store, [...new Set(own.map(({ person }) => person))])
  return withServers({ url, folder, count: 1 }, async (servers) => {
    const origin = servers[0]?.origin ?? ''
    const filters = [
      '',
      '?gemeente=heerlen',
      '?gemeente=kerkrade&kamers=2',
      '?huur=600',
      '?model=ranked',
    ]
    const search = (nth: number): Ask => ({
      origin,
      path: `/woningen${filters[nth % filters.length]}`,
      // One in four is somebody who is logged in, and sees of each home whether it is for them.
      ...(nth % 4 === 0 && { cookie: people.get(own[nth]?.person ?? '')?.cookie ?? '' }),
    })
    const place = (nth: number): Ask => ({
      origin,
      path: `/mijn/reacties/${own[nth]?.listing}`,
      cookie: people.get(own[nth]?.person ?? '')?.cookie ?? '',
    })
    const page = { perSecond: pagesPerSecond, count, isGood: isPage }
    const asking = (arrivals: Arrivals) => spending(servers, folder, () => arrive(arrivals))
    const { outcome, megabytes } = await watched(servers, async () => ({
      coldSearch: await asking({ ...page, count: pagesPerSecond * 5, ask: search }),
      search: await asking({ ...page, ask: search }),
      coldPlace: await asking({ ...page, ask: place }),
      place: await asking({ ...page, ask: (nth) => place(nth + count) }),
    }))
    return [
      timed('search page, just started', searchLimit, outcome.coldSearch),
      timed('search page', searchLimit, outcome.search),
      timed('my place, first time anybody looks', placeLimit, outcome.coldPlace),
      timed('my place, other people and homes', placeLimit, outcome.place),
      memory('server under pages', pageMemory, megabytes),
    ]
  })
}

const respondPerSecond = 500
const respondSeconds = 15

/** Responses sent as a browser sends them, to two server processes beside one database. */
async function respond(
  { url, folder, store }: Prepared,
  { isQuick }: { readonly isQuick: boolean },
): Promise<readonly Result[]> {
  // Somewhat more than is asked, so that what is kept up is seen.
  const perSecond = respondPerSecond * 1.2
  const count = perSecond * (isQuick ? respondSeconds / 2 : respondSeconds)
  const wanted = await responsesToMake(store, count)
  const people = await loggedIn(store, [...new Set(wanted.map(({ person }) => person))])
  return withServers({ url, folder, count: 2 }, async (servers) => {
    const {
      outcome: { outcome, spent },
      megabytes,
    } = await watched(servers, () =>
      spending(servers, folder, () =>
        arrive({
          ...{ perSecond, count: wanted.length },
          ask(nth) {
            const { person = '', listing = 0 } = wanted[nth] ?? {}
            const { cookie = '', csrf = '' } = people.get(person) ?? {}
            const origin = servers[nth % servers.length]?.origin ?? ''
            const form = String(new URLSearchParams({ csrf, key: randomUUID() }))
            return { origin, path: `/woningen/${listing}/reageren`, cookie, form }
          },
          isGood: (status) => status === 303,
        }),
      ),
    )
    const listings = [...new Set(wanted.map(({ listing }) => listing))]
    const kept = await countResponses(store, listings, wanted)
    const { perSecond: reached, faults, p99 } = outcome
    const isKept = kept === wanted.length - sumOf(faults)
    return [
      {
        ...{
          what: 'responses a second, each durable, two processes',
          limit: `${respondPerSecond}/s`,
        },
        measured: `${reached}/s`,
        isMet: reached >= respondPerSecond && isKept && sumOf(faults) === 0,
        more: `${kept} of ${wanted.length} in the database; p99 ${p99} ms; ${spentTold(spent, wanted.length)}${faultsTold(outcome)}`,
      },
      memory('server under responses', pageMemory, megabytes),
    ]
  })
}

const closeLimits = [
  { responses: 5_000, seconds: 1.5 },
  { responses: 60_000, seconds: 5 },
] as const
const closeMemory = 600

/** Listings close, their lots are drawn an hour later; the list is then there with its receipt. */
async function close({ url, folder, store }: Prepared): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const { responses, seconds } of closeLimits) {
    const listing = (await listingToClose(store, responses)) ?? (await takenBack(store, responses))
    if (listing === undefined) {
      results.push({
        ...{ what: `closing ${responses} responses`, limit: `${seconds} s`, isMet: false },
        measured: 'all such listings of this database are closed: make it again',
      })
      continue
    }
    await closeNow(store, listing)
    const closed = await jobsDone(url, folder, 0, listing)
    const drawn = await jobsDone(url, folder, 2, listing)
    const { placed } = await placedOn(store, listing)
    for (const [what, job] of [
      ['closing', closed],
      ['drawing and keeping the list of', drawn],
    ] as const) {
      if (!job) continue
      results.push({
        ...{ what: `${what} ${responses} responses`, limit: `${seconds} s` },
        measured: `${job.milliseconds / 1_000} s`,
        isMet: job.milliseconds <= seconds * 1_000 && placed > 0,
        more: `${placed} placed${job.toldIn > 0 ? `; everybody told ${job.toldIn / 1_000} s later` : ''}`,
      })
      results.push(memory(`${what} ${responses} responses`, closeMemory, job.megabytes))
    }
  }
  return results
}

const crowdPeople = 10_000
const crowdSeconds = 60

/** Everybody on one list opens their result within a minute of hearing of it. */
async function crowd({ url, folder, store }: Prepared): Promise<readonly Result[]> {
  const listing = await crowdListing(store, url, folder)
  if (listing === undefined) {
    return [
      {
        ...{ what: '10,000 people open their result in a minute', limit: 'no error', isMet: false },
        measured: 'the list is not there: make the database again',
      },
    ]
  }
  const rows = await store
    .selectFrom('standing')
    .select('person')
    .where('listing', '=', listing)
    .limit(crowdPeople)
    .execute()
  const people = await loggedIn(
    store,
    rows.map(({ person }) => person),
  )
  return withServers({ url, folder, count: 1 }, async (servers) => {
    const {
      outcome: { outcome, spent },
      megabytes,
    } = await watched(servers, () =>
      spending(servers, folder, () =>
        arrive({
          ...{ perSecond: crowdPeople / crowdSeconds, count: rows.length, isGood: isPage },
          ask: (nth) => ({
            origin: servers[0]?.origin ?? '',
            path: `/mijn/reacties/${listing}`,
            cookie: people.get(rows[nth]?.person ?? '')?.cookie ?? '',
          }),
        }),
      ),
    )
    return [
      {
        ...{ what: '10,000 people open their result in a minute', limit: 'no error' },
        measured: `${sumOf(outcome.faults)} errors`,
        isMet: rows.length >= crowdPeople && sumOf(outcome.faults) === 0,
        more: `p99 ${outcome.p99} ms, worst ${outcome.worst} ms; ${spentTold(spent, rows.length)}${faultsTold(outcome)}`,
      },
      memory('server under a crowd', pageMemory, megabytes),
    ]
  })
}

// --- What is asked of the database beside

type Store = Prepared['store']

async function placesOf(store: Store, count: number) {
  const { rows } = await sql<{ person: string; listing: number }>`
    select person, listing from standing tablesample system (2)
    where place is not null and part is not null order by md5(person::text || listing) limit ${count}
  `.execute(store)
  if (rows.length < count) throw new Error('there are too few places in the database')
  return rows
}

/** People without a response yet to a home they can respond to. */
async function responsesToMake(store: Store, count: number) {
  const { rows } = await sql<{ person: string; listing: number }>`
    with free as (
      select person.id, row_number() over (order by md5(person.id::text || now()::text)) as nth
      from person where (
        select count(*) from response join listing on listing.region = response.region
          and listing.id = response.listing and listing.state = 'open'
        where response.region = person.region and response.person = person.id
          and response.withdrawn_at is null
      ) < 2 limit ${count * 2}
    ), open as (
      select id, row_number() over (order by id) - 1 as nth, count(*) over () as of from listing
      where state = 'open' and closes_at > now() and responses < 1000
    )
    select free.id as person, open.id as listing from free join open on open.nth = free.nth % open.of
    where not exists (
      select from response where response.person = free.id and response.listing = open.id
    ) limit ${count}`.execute(store)
  return rows
}

async function countResponses(
  store: Store,
  listings: readonly number[],
  wanted: readonly { readonly person: string; readonly listing: number }[],
): Promise<number> {
  const rows = await store
    .selectFrom('response')
    .select(['person', 'listing'])
    .where('listing', 'in', listings)
    .execute()
  const there = new Set(rows.map(({ person, listing }) => `${person} ${listing}`))
  return wanted.filter(({ person, listing }) => there.has(`${person} ${listing}`)).length
}

/** A session for each of these people: the cookie, and what their forms carry. */
async function loggedIn(store: Store, people: readonly string[]) {
  const tokens = new Map<string, string>()
  const now = new Date()
  await store.transaction().execute(async (transaction) => {
    // Sessions of an earlier run would make the page that lists them long.
    await transaction.deleteFrom('session').execute()
    for (const person of people) {
      const human = humanOf(person)
      tokens.set(human, await beginSession(transaction, regionId, human, now))
    }
  })
  // Where logins come one by one the database knows by itself how many there are.
  await sql`analyze session`.execute(store)
  const sessions = await store.selectFrom('session').select(['human', 'csrf']).execute()
  const csrfOf = new Map(sessions.map(({ human, csrf }) => [human, csrf]))
  return new Map(
    people.map((person) => {
      const human = humanOf(person)
      const cookie = `sessie=${tokens.get(human) ?? ''}`
      return [person, { cookie, csrf: csrfOf.get(human) ?? '' }]
    }),
  )
}

function humanOf(person: string): string {
  return humanId(Number.parseInt(person.slice(personId(0).length - 12), 16))
}

async function listingToClose(store: Store, responses: number): Promise<number | undefined> {
  const found = await store
    .selectFrom('listing')
    .select('id')
    .where('state', '=', 'open')
    .where('responses', '=', responses)
    .orderBy('id')
    .executeTakeFirst()
  return found?.id
}

/** Of a list that an earlier run made: everything but what the log says goes, so that it can be made again. */
async function takenBack(store: Store, responses: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from listing where state in ('closed', 'drawing') and responses = ${responses}
    order by id limit 1`.execute(store)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  for (const table of ['standing', 'ranking', 'lot', 'draw'] as const) {
    await store.deleteFrom(table).where('listing', '=', id).execute()
  }
  await store.updateTable('listing').set({ state: 'open' }).where('id', '=', id).execute()
  return id
}

// Its minute has come; the day stays, so that the rules of that day decide.
async function closeNow(store: Store, listing: number): Promise<void> {
  const at = new Date(Date.now() - 1_000)
  await store.updateTable('listing').set({ closes_at: at }).where('id', '=', listing).execute()
  await store
    .insertInto('job')
    .values({
      ...{ region: regionId, task: 'close-listing', payload: JSON.stringify({ listing }), at },
      fault: null,
    })
    .execute()
}

type Job = {
  readonly milliseconds: number
  readonly megabytes: number
  /** How long it took after that until everybody was told. */
  readonly toldIn: number
}

/** Does what is due, with a clock so many hours ahead; gives what it took for one listing. */
async function jobsDone(
  url: string,
  folder: string,
  hours: number,
  listing: number,
): Promise<Job | undefined> {
  const closer = new Running('tests/load/closer.ts', {
    ...{ DATABASE_URL: url, DATA_FOLDER: folder, HOURS_AHEAD: String(hours) },
  })
  try {
    await closer.says(/"over":true/, 120_000)
    const lines = closer.said.split('\n').filter((line) => line.startsWith('{"task"'))
    const [job, ...telling]: Job[] = lines
      .map((line) => JSON.parse(line))
      .filter(({ outcome }) => outcome?.listing === listing)
    const toldIn = telling.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    return job && { ...job, toldIn }
  } finally {
    await closer.stop()
  }
}

async function placedOn(store: Store, listing: number): Promise<{ readonly placed: number }> {
  const found = await store
    .selectFrom('ranking')
    .select('placed')
    .where('listing', '=', listing)
    .executeTakeFirst()
  return { placed: found?.placed ?? 0 }
}

/** A list with as many people on it; made now where it is not there. */
async function crowdListing(store: Store, url: string, folder: string) {
  const find = () =>
    store
      .selectFrom('ranking')
      .select('listing')
      .where('candidates', '=', crowdPeople)
      .executeTakeFirst()
  const there = await find()
  if (there) return there.listing
  const open = await listingToClose(store, crowdPeople)
  if (open === undefined) return undefined
  await closeNow(store, open)
  await jobsDone(url, folder, 0, open)
  await jobsDone(url, folder, 2, open)
  return (await find())?.listing
}

// --- How it is told

async function withServers<What>(
  { url, folder, count }: { readonly url: string; readonly folder: string; readonly count: number },
  work: (servers: readonly Server[]) => Promise<What>,
): Promise<What> {
  const servers = await startServers(url, folder, count)
  try {
    return await work(servers)
  } finally {
    for (const { process } of servers) await process.stop()
  }
}

function isPage(status: number, body: string): boolean {
  return status === 200 && body.includes('</html>')
}

type Asked = { readonly outcome: Met; readonly spent: Spent }

function spentTold({ servers, database }: Spent, count: number): string {
  const each = (milliseconds: number) => Math.round((milliseconds / count) * 10) / 10
  return `processor ${each(servers)} ms server and ${each(database)} ms database each`
}

function timed(what: string, limit: number, { outcome: met, spent }: Asked): Result {
  return {
    ...{ what: `${what}, p99`, limit: `${limit} ms`, measured: `${met.p99} ms` },
    isMet: met.p99 <= limit && sumOf(met.faults) === 0,
    more: `p50 ${met.p50}, p95 ${met.p95}, worst ${met.worst} ms at ${met.perSecond}/s, ${met.kilobytes} kB; ${spentTold(spent, met.asked)}${faultsTold(met)}`,
  }
}

function memory(what: string, limit: number, megabytes: number): Result {
  const told = { what: `memory, ${what}`, limit: `${limit} MB`, measured: `${megabytes} MB` }
  return { ...told, isMet: megabytes <= limit }
}

function sumOf(faults: Met['faults']): number {
  return Object.values(faults).reduce((sum, each) => sum + each, 0)
}

function faultsTold({ faults }: Met): string {
  const told = Object.entries(faults).map(([fault, count]) => `${count} x ${fault}`)
  return told.length === 0 ? '' : `; not good: ${told.join(', ')}`
}
