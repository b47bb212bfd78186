/**
 * The region at work, on a real database with a region of its own that is made in half a minute: how long an
 * operation, a page or an audit takes by itself, with nobody else at work. `npm run load` asks the rest.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditLog } from '../../operations/audit-log.ts'
import { closeListing } from '../../operations/close-listing.ts'
import { decideAgain } from '../../operations/decide-again.ts'
import { exportLines } from '../../operations/export-log.ts'
import { keepLog, logNameOf, readLogKey } from '../../operations/keep-log.ts'
import { carryOut, type Doing, inTransaction, isRefusal } from '../../operations/operation.ts'
import { respond } from '../../operations/respond.ts'
import { beginSession } from '../../operations/sessions.ts'
import { settleDraw } from '../../operations/settle-draw.ts'
import { openPracticeSeed, practiceBeacon, signatureCheckFor } from '../../server/beacon.ts'
import { engineVersion, regionId, regionName } from '../../server/region.ts'
import { openStore, type Store } from '../../store/database.ts'
import { startEmbeddedPostgres } from '../../store/embedded-postgres.ts'
import { publicKeyText } from '../../store/log-key.ts'
import { logSize } from '../../store/log-tree.ts'
import { migrate } from '../../store/migrate.ts'
import { receiptOf } from '../../store/rankings.ts'
import { makeApp } from '../../web/app.ts'
import type { WebSetting } from '../../web/visitor.ts'
import { humanId, personId, respondent, type Size } from '../load/big-region.ts'
import { Running } from '../load/processes.ts'
import { type Measured, measureWork } from './measure.ts'

const size: Size = {
  people: 64_000,
  ...{ closed: 40, responsesClosed: 470 },
  ...{ open: 10, responsesOpen: 100 },
  toClose: [5_000, 60_000],
}

export async function benchRegion(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-bench-'))
  const { url, stop } = await startEmbeddedPostgres(folder)
  const store = openStore(url, 12)
  try {
    await migrate(store)
    const setting = settingAt(store)
    await fill(url, folder)
    const measured = [
      ...(await pages(setting)),
      ...(await closings(store)),
      ...(await responses(setting)),
    ]
    const key = readLogKey(folder, logNameOf(regionId))
    await keepLog(setting, key)
    return [...measured, ...(await audits(store, publicKeyText(key)))]
  } finally {
    await store.destroy()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

// By another process, so that what it takes is not counted here.
async function fill(url: string, folder: string): Promise<void> {
  const LOAD_SIZE = JSON.stringify(size)
  const filling = new Running('tests/load/fill.ts', {
    ...{ DATABASE_URL: url, DATA_FOLDER: folder, LOAD_SIZE },
  })
  await filling.says(/ {2}made\n/, 5 * 60_000)
  await filling.stop()
}

const hour = 3_600_000
const practice = practiceBeacon(openPracticeSeed)

function settingAt(store: Store, hoursAhead = 0): WebSetting {
  return {
    ...{ store, region: regionId, engine: engineVersion() },
    ...{ regionName, isExample: true, isSecure: false },
    beacon: {
      chain: practice.chain,
      holds: signatureCheckFor(practice.chain),
      signatureOf: async (round, now) => practice.sign(round, Math.floor(now.getTime() / 1_000)),
    },
    now: () => new Date(Date.now() + hoursAhead * hour),
    newId: randomUUID,
  }
}

/** Rendered through the app, as a server does, without the network between. */
async function pages(setting: WebSetting): Promise<Measured[]> {
  const app = makeApp(setting)
  const listing = 1
  const nobody = respondent(listing, 0, size.people)
  const look = async (path: string, cookie = '') => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} gives ${answer.status}`)
    return answer.text()
  }
  const token = await setting.store
    .transaction()
    .execute((transaction) => beginSession(transaction, regionId, humanId(nobody), setting.now()))
  const place = () => look(`/mijn/reacties/${listing}`, `sessie=${token}`)
  return [
    await measureWork('page: search for homes', 300, () => look('/woningen')),
    await measureWork('page: my place', 300, place),
  ]
}

/** From what was kept of everybody who responded to a list with its receipt in the database. */
async function closings(store: Store): Promise<Measured[]> {
  const measured: Measured[] = []
  const closesIn = 8 * 24
  for (const [nth, responses] of size.toClose.entries()) {
    const listing = size.closed + nth + 1
    const once = async (
      name: string,
      hours: number,
      work: (doing: Doing, listing: number) => Promise<object>,
    ) => {
      const result = await measureWork(
        `${name}, receipt kept`,
        responses,
        async () => {
          const outcome = await inTransaction(settingAt(store, hours), undefined, (doing) =>
            work(doing, listing),
          )
          if (isRefusal(outcome)) throw new Error(outcome.refused)
        },
        { times: 1 },
      )
      measured.push(result)
    }
    await once('closing', closesIn, closeListing)
    await once('drawing', closesIn + 2, settleDraw)
  }
  return measured
}

async function responses(setting: WebSetting): Promise<Measured[]> {
  const listing = size.closed + size.toClose.length + 1
  const there = new Set(
    Array.from({ length: size.responsesOpen }, (_, nth) => respondent(listing, nth, size.people)),
  )
  let next = 0
  const one = async () => {
    do next += 1
    while (there.has(next))
    const [person, human] = [personId(next), humanId(next)]
    const actor = { human, person, roles: [], mandates: [] }
    const input = { listing, person, via: 'self' } as const
    const outcome = await carryOut(setting, actor, respond, input, randomUUID())
    if (isRefusal(outcome)) throw new Error(outcome.refused)
  }
  return [
    await measureWork('responding, one after another', 400, one),
    await measureWork('responding, eight side by side', 1_600, one, { sideBySide: 8 }),
  ]
}

/** Of the log the hashes, the tree and its checkpoints; and of lists the decision, from their receipts. */
async function audits(store: Store, key: string): Promise<Measured[]> {
  const events = await logSize(store, regionId)
  const lines = exportLines({ store, region: regionId, key }, { size: events, holds: 'open' })
  const verified = await measureWork(
    'verifying the log, an event',
    events,
    async () => {
      const { faults } = await auditLog(withoutEnds(lines), { key })
      if (faults.length > 0) throw new Error(`the log has faults: ${JSON.stringify(faults[0])}`)
    },
    { times: 1 },
  )
  let listing = 0
  const replayed = await measureWork(
    `replaying a decision about ${size.responsesClosed}`,
    size.closed - 1,
    async () => {
      listing = (listing % size.closed) + 1
      const { faults } = decideAgain((await receiptOf(store, regionId, listing)) ?? '')
      if (faults.length > 0) throw new Error('a decision comes out otherwise')
    },
  )
  return [verified, replayed]
}

async function* withoutEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.slice(0, -1)
}
