/** The tree over the log on a real database: everything gets one place, and proofs hold. */
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyText, readCheckpoint, readKeyText } from '../core/basics/checkpoint.ts'
import {
  merkleRoot,
  merkleTree,
  verifyConsistency,
  verifyInclusion,
} from '../core/basics/merkle.ts'
import { seededRandom } from '../core/basics/seeded-random.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { type InTransaction, openStore, type Store } from './database.ts'
import { eventsFrom, writeEvent } from './log.ts'
import { findLogKey, isSignedBy, readLogKey } from './log-key.ts'
import {
  consistencyInLog,
  inclusionInLog,
  latestCheckpoint,
  logRoot,
  logSize,
  placeEvents,
  type StoredCheckpoint,
  signCheckpoint,
  unplacedCount,
} from './log-tree.ts'

let database: OwnDatabase
let store: Store
const folder = mkdtempSync(join(tmpdir(), 'log-key-'))
const at = new Date('2026-06-01T10:00:00Z')

beforeAll(async () => {
  database = await ownDatabase()
  store = database.store
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database?.drop()
})

const write = (transaction: InTransaction, region: string, what: string) =>
  writeEvent(transaction, region, { kind: 'tried', actor: undefined, at, open: { what } })

const writeMany = (region: string, count: number) =>
  store.transaction().execute(async (transaction) => {
    for (let each = 0; each < count; each += 1) await write(transaction, region, `${each}`)
  })

async function bodies(region: string, size: number): Promise<string[]> {
  return (await eventsFrom(store, region, 0, size)).map(({ body }) => body)
}

describe('positions', () => {
  test('are given in any order of commits, and none is passed over', async () => {
    let letGo = () => {}
    const held = new Promise<void>((done) => {
      letGo = done
    })
    let written = (_: number) => {}
    const early = new Promise<number>((done) => {
      written = done
    })
    const slow = store.transaction().execute(async (transaction) => {
      written(await write(transaction, 'order', 'written first, committed last'))
      await held
    })
    const first = await early
    await writeMany('order', 3)
    expect(await placeEvents(store, 'order')).toBe(3)
    letGo()
    await slow
    expect(await placeEvents(store, 'order')).toBe(1)
    const events = await eventsFrom(store, 'order', 0, 9)
    expect(events.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    expect(events.at(-1)?.number).toBe(first)
    expect(await unplacedCount(store, 'order')).toBe(0)
  })

  test('are given once each, while several processes write and place', async () => {
    const others = [1, 2, 3].map(() => openStore(database.url, 2))
    const writers = Array.from({ length: 30 }, () => writeMany('busy', 10))
    const placers = others.flatMap((other) =>
      Array.from({ length: 6 }, () => placeEvents(other, 'busy')),
    )
    await Promise.all([...writers, ...placers])
    await placeEvents(store, 'busy')
    await Promise.all(others.map((other) => other.destroy()))
    expect(await logSize(store, 'busy')).toBe(300)
    const root = merkleRoot(merkleTree(await bodies('busy', 300)))
    expect(await logRoot(store, 'busy', 300)).toEqual(root)
  })

  test('keep nobody waiting who writes', async () => {
    await placeEvents(store, 'free')
    await store.transaction().execute(async (transaction) => {
      await sql`select from log_head where region = 'free' for update`.execute(transaction)
      await writeMany('free', 1)
      expect(await placeEvents(store, 'free')).toBe(0)
    })
    expect(await placeEvents(store, 'free')).toBe(1)
  })

  test('and hashes are only ever added to', async () => {
    await writeMany('stays', 2)
    await placeEvents(store, 'stays')
    const changes = [
      sql`update log_tile set hashes = set_byte(hashes, 0, 1) where region = 'stays'`,
      sql`update log_tile set hashes = substring(hashes for 32) where region = 'stays'`,
      sql`delete from log_tile`,
      sql`truncate log_tile`,
      sql`delete from log_leaf`,
    ]
    for (const change of changes) {
      await expect(change.execute(store)).rejects.toThrow('only ever added to')
    }
  })
})

describe('proofs', () => {
  test('of events and of growth hold by the roots that were signed', async () => {
    const key = readLogKey(folder, 'example.org/proofs')
    const signed: StoredCheckpoint[] = []
    for (const count of [1, 250, 6, 1000, 40]) {
      await writeMany('proofs', count)
      await placeEvents(store, 'proofs')
      signed.push(await signCheckpoint(store, 'proofs', key, at))
    }
    const entries = await bodies('proofs', 1297)
    const random = seededRandom(4)
    for (const { size, root } of signed) {
      for (let round = 0; round < 10; round += 1) {
        const index = random.whole(0, size - 1)
        const proof = await inclusionInLog(store, 'proofs', index, size)
        const entry = entries[index] ?? ''
        expect(verifyInclusion({ root, count: size, index, entry, proof })).toBe(true)
      }
    }
    for (const [first, second] of signed.slice(1).map((each, before) => [signed[before], each])) {
      if (!first || !second) throw new Error('there are pairs')
      const proof = await consistencyInLog(store, 'proofs', first.size, second.size)
      const sizes = { first: first.size, second: second.size }
      const roots = { firstRoot: first.root, secondRoot: second.root }
      expect(verifyConsistency({ ...sizes, ...roots, proof })).toBe(true)
    }
  })
})

describe('a checkpoint', () => {
  test('is signed with a key that is made once, and anybody can check it', async () => {
    const key = readLogKey(folder, 'example.org/signed')
    expect(readLogKey(folder, 'example.org/signed').publicKey).toEqual(key.publicKey)
    expect(findLogKey(join(folder, 'nowhere'), 'example.org/signed')).toBeUndefined()
    expect(statSync(join(folder, 'log-key.pem')).mode & 0o777).toBe(0o600)
    await writeMany('signed', 5)
    await placeEvents(store, 'signed')
    const { note } = await signCheckpoint(store, 'signed', key, at)
    const read = readCheckpoint(note)
    expect(read).toMatchObject({ origin: 'example.org/signed', size: 5 })
    // By the specification alone: the text to its empty line, the key behind the kind of key.
    const publicKey = keyText(key.name, key.publicKey).split('+').slice(2).join('+')
    const x = Buffer.from(publicKey, 'base64').subarray(1).toString('base64url')
    const signature = Buffer.from(note.trim().split(' ').at(-1) ?? '', 'base64').subarray(4)
    const text = Buffer.from(note.slice(0, note.indexOf('\n\n') + 1))
    const jwk = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, text, jwk, signature)).toBe(true)
    expect(read && isSignedBy(read, key)).toBe(true)
    const other = readKeyText('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    expect(read && other && isSignedBy(read, other)).toBe(false)
  })

  test('is signed again only when there is more to sign', async () => {
    const key = readLogKey(folder, 'example.org/again')
    await writeMany('again', 1)
    await placeEvents(store, 'again')
    const first = await signCheckpoint(store, 'again', key, at)
    const later = new Date('2026-07-01T10:00:00Z')
    expect(await signCheckpoint(store, 'again', key, later)).toEqual(first)
    expect(await latestCheckpoint(store, 'again')).toEqual(first)
    const other = readLogKey(join(folder, 'other'), 'example.org/again')
    await expect(signCheckpoint(store, 'again', other, later)).rejects.toThrow('another key')
  })

  test('is refused when the log does not continue what was signed', async () => {
    const key = readLogKey(folder, 'example.org/changed')
    await writeMany('changed', 3)
    await placeEvents(store, 'changed')
    await signCheckpoint(store, 'changed', key, at)
    await sql`alter table log_tile disable trigger log_tile_grows`.execute(store)
    await sql`update log_tile set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0))
      where region = 'changed' and level = 0`.execute(store)
    await sql`alter table log_tile enable trigger log_tile_grows`.execute(store)
    await writeMany('changed', 1)
    await placeEvents(store, 'changed')
    await expect(signCheckpoint(store, 'changed', key, at)).rejects.toThrow('does not begin with')
  })
})
