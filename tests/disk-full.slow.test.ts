/**
 * A disk that is really full: the whole data folder on a file system of a few megabytes, a server that people use,
 * and papers until nothing fits. Only where file systems may be mounted, as by root in a container that may.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answerOffer } from '../operations/answer-offer.ts'
import { auditDatabase } from '../operations/audit-database.ts'
import { makeOffer } from '../operations/make-offer.ts'
import { carryOut } from '../operations/operation.ts'
import { beginSession } from '../operations/sessions.ts'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { done, type LettingRegion, lettingRegion } from './letting-region.ts'
import { Running } from './load/processes.ts'
import { photo } from './sent-files.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const megabytes = 200
const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-disk-'))
const size = `size=${megabytes}m,mode=0755`
// Where it may not, the tests are skipped, and `docs/testing.md` says so.
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0

let region: LettingRegion
let stopDatabase = async () => {}
let server: Running | undefined
let site = ''

beforeAll(async () => {
  if (!mounted) return
  const { url, stop } = await startEmbeddedPostgres(folder)
  stopDatabase = stop
  const begin = new Date(Date.now() - 10 * 86_400_000)
  region = await lettingRegion(begin.toISOString(), 'told', { at: url })
  for (let nth = 0; nth < 4; nth += 1) givers.push(await giver())
  region.goTo(new Date())
  server = new Running('server/start.ts', { DATA_FOLDER: folder, PORT: '0' })
  site = await server.says(/(http:\/\/127\.0\.0\.1:\d+)/)
})
afterAll(async () => {
  await server?.stop()
  await region?.database.drop()
  await stopDatabase()
  if (mounted) spawnSync('umount', ['--lazy', folder])
  rmSync(folder, { recursive: true, force: true })
})

const ballast = join(folder, 'ballast')

/** Something else takes all that is left of the disk. */
function fillDisk(): void {
  const file = openSync(ballast, 'w')
  try {
    for (const piece of [Buffer.alloc(1_000_000), Buffer.alloc(4_096)]) writeUntilFull(file, piece)
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault
  }
}

const makeRoom = () => rmSync(ballast)

/** Somebody who said yes to a home, at the form for their papers. */
async function giver() {
  const { setting, store } = region
  const officer = await region.worker('letting-officer')
  const { listing, seekers } = await region.closedListing(1)
  const { offers } = done(await carryOut(setting, officer, makeOffer, { listing, count: 1 }))
  const [seeker] = seekers
  const offer = offers[0]?.id ?? ''
  if (!seeker) throw new Error('somebody stands on the list')
  done(await carryOut(setting, seeker, answerOffer, { offer, answer: 'accept' }))
  const token = await beginSession(store, region.region, seeker.human, new Date())
  const { csrf } = await store
    .selectFrom('session')
    .select('csrf')
    .where('human', '=', seeker.human)
    .executeTakeFirstOrThrow()
  const headers = { cookie: `sessie=${token}` }
  return {
    /** Gives a paper of some two megabytes, under a key of its own. */
    async give(site: string, key: string) {
      const form = new FormData()
      const fields = { csrf, key, aanbod: offer, soort: 'income', bsn: 'ja' }
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('papier', new File([largePhoto()], 'papier.jpg', { type: 'image/jpeg' }))
      const answer = await fetch(`${site}/mijn/documenten`, {
        ...{ method: 'POST', redirect: 'manual', headers, body: form },
      })
      return { status: answer.status, text: await answer.text() }
    },
  }
}

const paperBytes = 2_000_000

/** A photo that cannot be packed: what it shows is noise. */
function largePhoto(): Uint8Array<ArrayBuffer> {
  const whole = photo()
  const noise = randomBytes(paperBytes).map((each) => Math.min(each, 0xfe))
  return new Uint8Array(Buffer.concat([whole.subarray(0, -2), noise, whole.subarray(-2)]))
}

const confirmed = new Set<string>()
const givers: Awaited<ReturnType<typeof giver>>[] = []

/** Somebody gives a paper, under a key that is remembered when they were told it is kept. */
async function given(nth: number): Promise<{ readonly status: number; readonly text: string }> {
  const key = `paper ${nth}`
  const answer = await givers[nth % givers.length]?.give(site, key)
  if (!answer) throw new Error('somebody gives')
  if (answer.status === 303) confirmed.add(key)
  return answer
}

/** What was confirmed is there, whole, and nothing else is. */
async function expectNothingLost(): Promise<void> {
  const { store } = region
  const papers = await store.selectFrom('document').select(['size', 'content']).execute()
  expect(papers).toHaveLength(confirmed.size)
  for (const { size, content } of papers) expect(content).toHaveLength(size)
  const { events } = await store
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .where('kind', '=', 'document-given')
    .executeTakeFirstOrThrow()
  expect(events).toBe(confirmed.size)
  const audits = await auditDatabase(store, folder)
  expect(audits.flatMap(({ faults }) => faults)).toEqual([])
}

async function healthBecomes(status: number): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    if ((await fetch(`${site}/healthz`)).status === status) return
    await wait(500)
  }
  throw new Error(`the server did not become ${status}`)
}

test.skipIf(!mounted)(
  'no room for papers: each is refused in words and nothing of it is kept; with room the next is taken',
  async () => {
    expect(await given(1)).toMatchObject({ status: 303 })
    fillDisk()
    for (let nth = 2; nth < 10; nth += 1) {
      const { status, text } = await given(nth)
      expect(status).toBe(507)
      expect(text).toContain('Er is niets bewaard')
    }
    expect((await fetch(`${site}/woningen`)).status).toBe(200)
    makeRoom()
    expect(await given(10)).toMatchObject({ status: 303 })
    await expectNothingLost()
  },
)

test.skipIf(!mounted)(
  'no room for the journal of the database, which then ends: every page says so, and with room it is started again',
  async () => {
    fillDisk()
    // Every segment of the journal that is there is used up, as busy days do.
    for (let segment = 0; segment < 100 && (await isUp()); segment += 1) {
      await sql`select pg_switch_wal() from (select txid_current()) as used`
        .execute(region.store)
        .catch(() => undefined)
      const { status } = await given(20 + segment)
      expect([503, 507]).toContain(status)
    }
    await healthBecomes(503)
    const page = await fetch(`${site}/woningen`)
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await page.text()).toContain('Dit werkt even niet')
    makeRoom()
    await healthBecomes(200)
    expect(await given(10)).toMatchObject({ status: 303 })
    expect(await given(200)).toMatchObject({ status: 303 })
    await expectNothingLost()
  },
)

const isUp = async () => (await fetch(`${site}/healthz`)).status === 200
