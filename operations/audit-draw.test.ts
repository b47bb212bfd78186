/** A list that a lot decided is audited as any other: by the rules of its close, and the receipt after the draw. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  isKnownChain,
  openPracticeSeed,
  practiceBeacon,
  signatureCheckFor,
} from '../server/beacon.ts'
import { readLogKey } from '../store/log-key.ts'
import {
  homeFacts,
  type LettingRegion,
  lettingRegion,
  type Seeker,
} from '../tests/letting-region.ts'
import { auditDatabase } from './audit-database.ts'
import { DrawAudit } from './audit-draws.ts'
import { closeListing } from './close-listing.ts'
import { keepLog, logNameOf } from './keep-log.ts'
import { inTransaction } from './operation.ts'
import { settleDraw } from './settle-draw.ts'

let region: LettingRegion
const folder = mkdtempSync(join(tmpdir(), 'audit-draw-'))
beforeAll(async () => {
  region = await lettingRegion()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

const beacon = { checkFor: signatureCheckFor, isKnown: isKnownChain }

test('before the draw it waits, and after the draw it is decided again', async () => {
  const { setting, store } = region
  const seekers: Seeker[] = []
  for (let each = 0; each < 4; each += 1) seekers.push(await region.seeker())
  const listing = await region.listing(1, { ...homeFacts, model: 'lottery' })
  await region.responded(listing, seekers)
  region.later(1)
  const audit = async () => {
    await keepLog(setting, readLogKey(folder, logNameOf(setting.region)))
    const [found] = await auditDatabase(store, folder, { beacon })
    return found
  }
  await inTransaction(setting, undefined, (doing) => closeListing(doing, listing))
  expect(await audit()).toMatchObject({ faults: [], decisions: 0, withoutReceipt: 1 })
  region.later(1 / 12)
  await inTransaction(setting, undefined, (doing) => settleDraw(doing, listing))
  expect(await audit()).toMatchObject({ faults: [], decisions: 1, withoutReceipt: 0 })
  const [checked] = await auditDatabase(store, folder, { beacon })
  expect(checked?.draws).toEqual({ checked: 1, practice: 1, unchecked: 0 })
  const [unchecked] = await auditDatabase(store, folder)
  expect(unchecked?.draws).toEqual({ checked: 0, practice: 0, unchecked: 1 })
})

describe('what is wrong with a draw is named', () => {
  const bodies = async () => {
    const rows = await region.store
      .selectFrom('event')
      .select(['kind', 'body'])
      .where('kind', 'in', ['listing-closed', 'draw-settled'])
      .orderBy('number')
      .execute()
    return rows.map(({ kind, body }, position) => ({ kind, body, position, listing: '1' }))
  }
  const changed = (body: string, change: (settled: Settled) => object) =>
    JSON.stringify({ ...JSON.parse(body), ...change(JSON.parse(body)) })
  type Settled = {
    evidence: { signature: string; round: number }[]
    commitment: { chain: object }
  }

  test.each<[string, string, (settled: Settled) => object, string]>([
    [
      'a signature of another round',
      'draw-settled',
      ({ evidence }) => ({
        evidence: evidence.map((each) => ({ ...each, signature: otherRound() })),
      }),
      'round-does-not-hold',
    ],
    [
      'another round than was named',
      'draw-settled',
      ({ evidence }) => ({
        evidence: evidence.map((each) => ({ ...each, round: each.round + 1 })),
      }),
      'round-does-not-hold',
    ],
    ['another seed', 'draw-settled', () => ({ seed: '00'.repeat(32) }), 'seed-differs'],
    ['another value', 'draw-settled', () => ({ value: '00'.repeat(32) }), 'seed-differs'],
    [
      'a beacon that says it is real',
      'listing-closed',
      ({ commitment }) => ({
        commitment: { ...commitment, chain: { ...commitment.chain, practice: false } },
      }),
      'beacon-unknown',
    ],
    ['no commitment', 'listing-closed', () => ({ commitment: undefined }), 'draw-not-committed'],
    ['something unreadable', 'listing-closed', () => ({ commitment: 7 }), 'draw-unreadable'],
  ])('%s', async (_, kind, change, code) => {
    const audit = new DrawAudit(beacon)
    const faults = (await bodies()).flatMap((event) =>
      audit.read(event.kind === kind ? { ...event, body: changed(event.body, change) } : event),
    )
    expect(faults.map((fault) => fault.code)).toContain(code)
  })

  const otherRound = () => practiceBeacon(openPracticeSeed).sign(1000, 4_000_000_000) ?? ''
})
