/** A region as one file, put back where it is not: the same log, nothing sent twice, and whatever was changed is named. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hex } from '../core/basics/sha256.ts'
import { auditDatabase } from '../operations/audit-database.ts'
import { keepLog, publicKeyText } from '../operations/keep-log.ts'
import { type Actor, carryOut, isRefusal } from '../operations/operation.ts'
import { renew } from '../operations/renew.ts'
import { logRoot, logSize } from '../store/log-tree.ts'
import { filesOfTar, type TarFile } from '../store/tar.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { type SmallRegion, smallRegion } from '../tests/small-region.ts'
import { answer } from './main.ts'

let region: SmallRegion
let people: (Actor & { person: string })[]
const folder = mkdtempSync(join(tmpdir(), 'back-up-'))
const file = join(folder, 'regio.tar')
const databases: OwnDatabase[] = []

async function cli(database: { readonly url: string }, ...words: string[]) {
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('DATA_FOLDER', region.folder)
  const now = Math.floor(region.setting.now().getTime() / 1000)
  const { exitCode, output } = await answer(words, { language: 'nl', colour: false, now })
  return { exitCode, output }
}

async function empty(): Promise<OwnDatabase> {
  const made = await ownDatabase({ isEmpty: true })
  databases.push(made)
  return made
}

async function count(database: { readonly store: OwnDatabase['store'] }, table: string) {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.store,
  )
  return rows[0]?.n ?? 0
}

/** Every row of every table as the database writes it, but for what belongs to one machine. */
async function contentOf(store: OwnDatabase['store']): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string }>`select relname::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(store)
  const content = new Map<string, string[]>()
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t
      order by 1`.execute(store)
    content.set(
      name,
      found.rows.map(({ row }) => row),
    )
  }
  return content
}

async function filesIn(path: string): Promise<TarFile[]> {
  const found: TarFile[] = []
  const pieces = async function* () {
    yield readFileSync(path)
  }
  for await (const each of filesOfTar(pieces())) found.push(each)
  return found
}

beforeAll(async () => {
  region = await smallRegion()
  const { setting } = region
  people = []
  for (const days of [30, 20, 10]) {
    people.push(await region.registered({ name: `Zoeker "${days}", =1+1\n\\N é` }))
    region.later(days)
  }
  await region.closedListing(people)
  await keepLog(setting, setting.logKey)
  const { store } = setting
  const at = setting.now()
  const [first] = people
  await store
    .insertInto('session')
    .values({
      ...{ region: 'parkstad', hash: Buffer.from('zitting'), human: first?.human ?? '' },
      ...{ csrf: 'formulier', begun_at: at, seen_at: at },
    })
    .execute()
  await store
    .insertInto('mandate_invite')
    .values({
      ...{ region: 'parkstad', id: setting.newId(), person: first?.person ?? '', name: 'Neef' },
      ...{ code_hash: Buffer.from('eenmalig'), may: ['read'], until_day: 30_000 as never },
      made_at: at,
    })
    .execute()
  await store
    .insertInto('job')
    .values([
      {
        ...{ region: 'parkstad', task: 'send-mail', at, fault: null },
        payload: JSON.stringify({ message: setting.newId(), token: 'eenmalige-koppeling' }),
      },
      {
        ...{ region: 'parkstad', task: 'send-mail', at, fault: null },
        payload: JSON.stringify({ message: setting.newId() }),
      },
      {
        ...{ region: 'parkstad', task: 'erase-due', at, fault: null, payload: '{}' },
      },
    ])
    .execute()
  const made = await cli(region, 'backup', file)
  expect([made.exitCode, made.output]).toEqual([0, expect.stringContaining('rijen')])
}, 60_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await region?.drop()
  for (const each of databases) await each.drop()
})

describe('a region that is put back', () => {
  let copy: OwnDatabase
  beforeAll(async () => {
    copy = await empty()
    const restored = await cli(copy, 'restore', file, '--key', publicKeyText(region.setting.logKey))
    expect([restored.exitCode, restored.output]).toEqual([
      0,
      expect.stringContaining('dezelfde wortel'),
    ])
  }, 60_000)

  test('has the same log and the same of everything else, and every decision comes out again', async () => {
    const { store } = region.setting
    const size = await logSize(copy.store, 'parkstad')
    expect(size).toBeGreaterThan(5)
    expect(hex(await logRoot(copy.store, 'parkstad', size))).toBe(
      hex(await logRoot(store, 'parkstad', size)),
    )
    const [audit] = await auditDatabase(copy.store, region.folder)
    expect([audit?.faults, audit?.decisions]).toEqual([[], 1])
    const before = await contentOf(store)
    const after = await contentOf(copy.store)
    const machine = ['session', 'mandate_invite', 'job', 'region_restore']
    const made = ['event', 'event_value', 'event_unplaced']
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [name, rows] of before) {
      if (machine.includes(name)) continue
      // That the back-up was made is written after it.
      const there = made.includes(name)
        ? rows.filter((row) => after.get(name)?.includes(row))
        : rows
      expect([name, after.get(name)]).toEqual([name, there])
    }
    expect((await contentOf(copy.store)).get('person')?.join()).toContain('=1+1')
  })

  test('revives nobody who was logged in, and no code or link that works once', async () => {
    expect(await count(copy, 'session')).toBe(0)
    expect(await count(copy, 'mandate_invite')).toBe(0)
    const secrets = (await filesIn(file)).map(({ name, bytes }) =>
      name.endsWith('.gz') ? gunzipSync(bytes).toString() : Buffer.from(bytes).toString(),
    )
    for (const secret of ['eenmalige-koppeling', Buffer.from('eenmalig').toString('hex')]) {
      expect(secrets.some((text) => text.includes(secret))).toBe(false)
    }
  })

  test('is held until it is said that it goes on here; mail that waited is then not sent again', async () => {
    expect(await count(copy, 'job')).toBeGreaterThan(1)
    const again = await cli(copy, 'restore', file)
    expect([again.exitCode, again.output]).toEqual([2, expect.stringContaining('al iets')])
    const resumed = await cli(copy, 'resume')
    expect([resumed.exitCode, resumed.output]).toEqual([0, expect.stringContaining('1 mail die')])
    const jobs = await copy.store.selectFrom('job').select('task').execute()
    expect(jobs.map(({ task }) => task)).not.toContain('send-mail')
    expect(jobs.map(({ task }) => task)).toContain('erase-due')
    expect((await cli(copy, 'resume')).exitCode).toBe(2)
    const told = await copy.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'region-restored')
      .execute()
    expect(told).toHaveLength(1)
  })

  test('goes on where it was: numbers follow, and the log grows by the same key', async () => {
    const setting = { ...region.setting, store: copy.store }
    const before = await keepLog(setting, region.setting.logKey)
    const [first] = people
    const outcome = await carryOut(setting, first as Actor, renew, { person: first?.person ?? '' })
    expect(isRefusal(outcome)).toBe(false)
    const after = await keepLog(setting, region.setting.logKey)
    expect(after.size).toBe(before.size + 1)
    const [audit] = await auditDatabase(copy.store, region.folder)
    expect(audit?.faults).toEqual([])
  })
})

describe('what is not as it was made', () => {
  const changed = join(folder, 'veranderd.tar')
  const check = () => cli(region, 'restore', changed, '--check')

  test('one byte that differs is named with the file it is in, wherever it is', async () => {
    const bytes = readFileSync(file)
    let at = 0
    for (const [number, { name, bytes: content }] of (await filesIn(file)).entries()) {
      const begins = at + 512
      const where = begins + Math.floor(content.length / 2)
      bytes[where] = (bytes[where] ?? 0) ^ 1
      writeFileSync(changed, bytes)
      const { exitCode, output } = await check()
      expect([name, exitCode, output.includes(name)]).toEqual([name, 1, true])
      bytes[where] = (bytes[where] ?? 0) ^ 1
      if (number % 10 === 0) {
        // In what stands before a file.
        bytes[at + 130] = (bytes[at + 130] ?? 0) ^ 1
        writeFileSync(changed, bytes)
        const head = await check()
        const place = `byte ${at.toLocaleString('nl')}`
        expect([name, head.exitCode, head.output.includes(place)]).toEqual([name, 1, true])
        bytes[at + 130] = (bytes[at + 130] ?? 0) ^ 1
      }
      at = begins + Math.ceil(content.length / 512) * 512
    }
  })

  test('a file that ends too soon, lost its signature, or is none, is refused; and nothing came in', async () => {
    const bytes = readFileSync(file)
    writeFileSync(changed, bytes.subarray(0, bytes.length - 700))
    expect((await check()).exitCode).toBe(1)
    const other = await empty()
    expect((await cli(other, 'restore', changed)).exitCode).toBe(1)
    writeFileSync(changed, 'iets anders')
    expect((await check()).output).toContain('geen archief')
    expect((await cli(other, 'restore', join(folder, 'weg.tar'))).exitCode).toBe(2)
    expect((await contentOf(other.store)).size).toBe(0)
  })

  test('another key than the one that is trusted is said', async () => {
    const stranger = `verdeelsleutel/parkstad+00000000+${Buffer.alloc(33, 1).toString('base64')}`
    const { exitCode, output } = await cli(region, 'restore', file, '--check', '--key', stranger)
    expect([exitCode, output]).toEqual([1, expect.stringContaining('niet van de sleutel')])
  })
})

test('a back-up that is older than a checkpoint that was published says so, and the log owns up to it', async () => {
  const { setting } = region
  const [, second] = people
  const earlier = await setting.store
    .selectFrom('checkpoint')
    .select('note')
    .orderBy('size')
    .executeTakeFirstOrThrow()
  const kept = join(folder, 'ijkpunt.txt')
  writeFileSync(kept, earlier.note)
  const within = await cli(region, 'restore', file, '--check', '--checkpoint', kept)
  expect([within.exitCode, within.output]).toEqual([0, expect.stringContaining('begint met de')])

  await carryOut(setting, second as Actor, renew, { person: second?.person ?? '' })
  const later = await keepLog(setting, setting.logKey)
  writeFileSync(kept, later.note)
  const copy = await empty()
  const refused = await cli(copy, 'restore', file, '--checkpoint', kept)
  expect([refused.exitCode, refused.output]).toEqual([1, expect.stringContaining('ouder dan')])
  expect((await contentOf(copy.store)).size).toBe(0)
  expect((await cli(copy, 'restore', file, '--checkpoint', kept, '--older')).exitCode).toBe(0)
  expect((await cli(copy, 'resume')).output).toContain('later ijkpunt')
  const told = await copy.store
    .selectFrom('event')
    .select('body')
    .where('kind', '=', 'region-restored')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(told.body).later).toEqual({ events: later.size, root: hex(later.root) })
}, 30_000)

test('a back-up is never written over, and there is none of nothing', async () => {
  expect((await cli(region, 'backup', file)).exitCode).toBe(2)
  const none = await cli(await empty(), 'backup', join(folder, 'niets.tar'))
  expect([none.exitCode, none.output]).toEqual([2, expect.stringContaining('geen regio')])
})
