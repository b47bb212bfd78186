/** An export of everything: two humans, one file with their names in it, an alarm, and nothing for anybody else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkArchive } from '../operations/check-archive.ts'
import { exportBytes, makeExport } from '../operations/export-region.ts'
import { findDeviations } from '../operations/find-deviations.ts'
import { keepLog, logNameOf, publicKeyText, readLogKey } from '../operations/keep-log.ts'
import { type Actor, carryOut, dayOf, inTransaction, type Mail } from '../operations/operation.ts'
import { readAccessLog } from '../operations/read-access-log.ts'
import { doDueJobs } from '../operations/tasks.ts'
import { filesOfTar } from '../store/tar.ts'
import { done, type Seeker } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { makeApp } from './app.ts'

const path = '/beheer/in-en-uitvoer'
const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
const mails: Mail[] = []
let region: PortalRegion
let seeker: Seeker
let auditor: Actor
let kasia: Browser
let tom: Browser
let watcher: Browser
let admins: [Actor, Actor]
const logKey = () => readLogKey(folder, logNameOf(region.region))

async function named(actor: Actor, name: string): Promise<Actor> {
  const email = `${name.toLowerCase()}@example.org`
  const changed = region.store.updateTable('human').set({ name, email, email_verified: true })
  await changed.where('id', '=', actor.human).execute()
  return actor
}

beforeAll(async () => {
  region = await portalRegion()
  Object.assign(region.setting, {
    logKey: logKey(),
    mailer: {
      isExample: true,
      send: async (mail: Mail) => {
        mails.push(mail)
        return { accepted: true }
      },
    },
  })
  Object.assign(region.app, makeApp(region.setting))
  seeker = await region.seeker({ name: 'Fatima Yilmaz' })
  auditor = await named(await region.worker('auditor', ''), 'Ada')
  admins = [
    await named(await region.worker('technical-admin', ''), 'Kasia'),
    await named(await region.worker('technical-admin', ''), 'Tom'),
  ]
  await logIn()
  await keepLog(region.setting, logKey())
}, 30_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

/** Nobody stays logged in for a day. */
async function logIn(): Promise<void> {
  const [first, second] = admins
  kasia = await region.browser(first)
  tom = await region.browser(second)
  watcher = await region.browser(auditor)
}

const reason = 'Verhuizing naar een andere leverancier'
const ask = () => kasia.post(path, { doe: 'vragen', waarvoor: reason })

async function latest(): Promise<string> {
  const { id } = await region.store
    .selectFrom('region_export')
    .select('id')
    .orderBy('asked_at', 'desc')
    .orderBy('asked_event', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

async function kinds(): Promise<string[]> {
  const rows = await region.store
    .selectFrom('event')
    .select('kind')
    .where('kind', 'like', 'region-export%')
    .orderBy('number')
    .execute()
  return rows.map(({ kind }) => kind)
}

const parts = async () =>
  region.store.selectFrom('region_export_part').select('number').orderBy('number').execute()

test('what it is for must be said, and what was typed is kept; only who keeps the system may ask', async () => {
  const short = await kasia.post(path, { doe: 'vragen', waarvoor: 'zomaar' })
  expect([short.status, short.text.includes('href="#waarvoor"')]).toEqual([422, true])
  expect(short.text).toContain('zomaar</textarea>')
  expect((await watcher.get(path)).text).not.toContain('Vraag een uitvoer')
  const officer = await region.browser(await region.worker('letting-officer'))
  const own = await officer.get(path)
  expect([own.status, own.text.includes('Vraag een uitvoer')]).toEqual([200, false])
  const member = await region.browser(await region.worker('tenants-organisation'))
  expect((await member.get(path)).status).toBe(404)
})

describe('an export of everything', () => {
  test('waits for a second human, who is not the same one by another account', async () => {
    expect((await ask()).status).toBe(303)
    expect((await kasia.get(path)).text).not.toContain('Stem in')
    const id = await latest()
    expect((await kasia.post(path, { doe: 'instemmen', uitvoer: id })).status).toBe(422)
    const double = await region.browser(
      await named(await region.worker('technical-admin', ''), 'Kasia'),
    )
    expect((await double.post(path, { doe: 'instemmen', uitvoer: id })).text).toContain(
      'U vroeg dit zelf',
    )
    expect((await watcher.post(path, { doe: 'instemmen', uitvoer: id })).status).toBe(404)
    expect(await parts()).toEqual([])
    const shown = await tom.get(path)
    expect(shown.text).toContain(reason)
    expect(shown.text).toContain('Kasia kan het 24 uur lang ophalen')
    expect((await tom.post(path, { doe: 'instemmen', uitvoer: id })).status).toBe(303)
    expect((await ask()).status).toBe(422)
  })

  test('is made by a job, whole and signed, with in it who asked, who agreed and what for', async () => {
    await doDueJobs(region.setting)
    const id = await latest()
    expect((await parts()).length).toBeGreaterThan(0)
    const checked = await checkArchive(exportBytes(region.setting, id), publicKeyText(logKey()))
    expect(checked.faults).toEqual([])
    expect(checked.about?.watermark).toMatchObject({
      ...{ for: 'export', askedBy: 'Kasia', agreedBy: 'Tom', reason, export: id },
    })
    const page = await kasia.get(path)
    expect(page.text).toContain(checked.hash)
    const texts = new Map<string, string>()
    for await (const { name, bytes } of filesOfTar(exportBytes(region.setting, id))) {
      const plain = name.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)
      texts.set(name, plain.toString())
    }
    expect(texts.get('tables/person/00001.csv.gz')).toContain('Fatima Yilmaz')
    expect(texts.get('leesmij.txt')).toContain(`Waarvoor: ${reason}`)
    // Another name in it breaks it, however the hashes are written.
    const bytes: Buffer[] = []
    for await (const part of exportBytes(region.setting, id)) bytes.push(part)
    const other = Buffer.from(
      Buffer.concat(bytes).toString('latin1').replace('"askedBy":"Kasia"', '"askedBy":"Ander"'),
      'latin1',
    )
    const again = await checkArchive(
      (async function* () {
        yield other
      })(),
    )
    expect(again.faults).toEqual([{ code: 'file-differs', name: 'about.json' }])
  })

  test('is for who asked alone, a few times, for a day; then it is gone', async () => {
    const id = await latest()
    const file = `${path}/${id}/bestand`
    for (const other of [tom, watcher]) {
      expect((await other.get(path)).text).not.toContain('Haal het bestand op')
      expect((await other.post(file, {}, path)).status).toBe(404)
    }
    for (const time of [1, 2, 3]) {
      const answer = await kasia.post(file, {}, path)
      expect([time, answer.status, answer.headers.get('content-type')]).toEqual([
        ...[time, 200, 'application/x-tar'],
      ])
      expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(10_000)
    }
    expect((await kasia.post(file, {}, path)).text).toContain('al 3 keer')
    region.later(1)
    await logIn()
    await doDueJobs(region.setting)
    expect(await parts()).toEqual([])
    const gone = await kasia.post(file, {}, path)
    expect([gone.status, gone.text.includes('er niet meer')]).toEqual([422, true])
    expect((await kasia.get(path)).text).toContain('3 keer opgehaald')
    expect(await kinds()).toEqual([
      ...['region-export-asked', 'region-export-agreed', 'region-exported'],
      ...['region-export-fetched', 'region-export-fetched', 'region-export-fetched'],
      'region-export-over',
    ])
  })

  test('rings: who watches is mailed at each step, sees it stand out, and it is among the readings', async () => {
    const told = mails.filter(({ to }) => to === 'ada@example.org')
    expect(told).toHaveLength(3)
    expect(told.map(({ lines }) => lines[1]?.text)).toEqual([
      expect.stringContaining('gevraagd'),
      expect.stringContaining('tweede persoon stemde in'),
      expect.stringContaining('opgehaald'),
    ])
    expect(JSON.stringify(told)).not.toMatch(/Kasia|Tom|leverancier/)
    const today = dayOf(region.now())
    const period = { from: dayOf(new Date('2026-02-01')), until: today }
    const { found } = done(await carryOut(region.setting, auditor, findDeviations, period))
    expect(found.find(({ detector }) => detector === 'region-exports')).toMatchObject({
      ...{ count: 1, rows: { shown: [{ staff: 'Kasia', second: 'Tom', count: 3 }] } },
    })
    const log = done(
      await carryOut(region.setting, auditor, readAccessLog, {
        ...period,
        withoutCase: false,
        most: 50,
      }),
    )
    expect(log.exports.map(({ name, agreedByName }) => [name, agreedByName])).toEqual(
      Array.from({ length: 3 }, () => ['Kasia', 'Tom']),
    )
    expect((await watcher.get('/toezicht/inzage')).text).toContain('opgehaald door Kasia')
    const own = await (await region.browser(seeker)).get('/mijn/inzage')
    expect(own.text).toContain('opgehaald door Kasia, met instemming van Tom')
  })
})

test('who came after it was fetched is told nothing of it', async () => {
  region.later(1)
  await logIn()
  const later = await region.browser(await region.seeker({ name: 'Nieuw Mens' }))
  expect((await later.get('/mijn/inzage')).text).not.toContain('Kasia')
})

test('who watches can stop it: also while it is made nothing stays of it', async () => {
  await ask()
  const id = await latest()
  await tom.post(path, { doe: 'instemmen', uitvoer: id })
  expect((await watcher.get(path)).text).toContain('Stop ermee')
  // In the middle of making it, somebody stops it.
  const making = inTransaction(region.setting, undefined, (doing) => makeExport(doing, id))
  expect((await watcher.post(path, { doe: 'stoppen', uitvoer: id })).status).toBe(303)
  expect(await making).toMatchObject({ refused: expect.stringMatching(/stopped|already-ended/) })
  await doDueJobs(region.setting)
  expect(await parts()).toEqual([])
  expect((await kasia.get(path)).text).toContain('gestopt')
  expect((await ask()).status).toBe(303)
  expect((await kasia.post(path, { doe: 'afwijzen', uitvoer: await latest() })).status).toBe(303)
  expect((await kasia.get(path)).text).toContain('teruggenomen')
})

test('an attempt that was broken off begins anew, and leaves one file', async () => {
  await ask()
  const id = await latest()
  await tom.post(path, { doe: 'instemmen', uitvoer: id })
  const half = Buffer.from('half')
  await region.store
    .insertInto('region_export_part')
    .values([1, 2, 99].map((number) => ({ region: region.region, id, number, bytes: half })))
    .execute()
  await doDueJobs(region.setting)
  expect((await checkArchive(exportBytes(region.setting, id))).faults).toEqual([])
  expect((await parts()).map(({ number }) => number)).not.toContain(99)
})
