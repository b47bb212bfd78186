/** The log gets another key, by two people: who knows the old key follows, and who made one in secret is refused. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCheckpoint } from '../core/basics/checkpoint.ts'
import { findLogKey, type LogKey, readLogKey, signedNote } from '../store/log-key.ts'
import { refusedOf } from '../tests/letting-region.ts'
import { type SmallRegion, smallRegion } from '../tests/small-region.ts'
import { auditDatabase } from './audit-database.ts'
import { type AuditOptions, auditLog } from './audit-log.ts'
import { answerLogKey, askLogKey } from './change-log-key.ts'
import { exportLines, exportSourceOf } from './export-log.ts'
import { forgetLogKeys } from './forget-log-keys.ts'
import {
  keepLog,
  keyChanges,
  keyInUse,
  keysAfter,
  lastCheckpoint,
  publicKeyText,
} from './keep-log.ts'
import { type Actor, carryOut, isRefusal } from './operation.ts'
import { viewKeys } from './view-keys.ts'

let region: SmallRegion
let first: Actor
let second: Actor
let firstKey: string
const elsewhere = mkdtempSync(join(tmpdir(), 'other-log-'))

const technical = [{ role: 'technical-admin', organisation: '' }] as const

/** Humans whose mail addresses differ, for the same address is the same human. */
async function admin(email: string): Promise<Actor> {
  const actor = await region.newHuman(technical)
  await region.setting.store
    .updateTable('human')
    .set({ email })
    .where('id', '=', actor.human)
    .execute()
  return actor
}

beforeAll(async () => {
  region = await smallRegion()
  first = await admin('kasia@example.org')
  second = await admin('tom@example.org')
  firstKey = publicKeyText(region.setting.logKey)
}, 30_000)
afterAll(async () => {
  rmSync(elsewhere, { recursive: true })
  await region?.drop()
})

/** As another process with the same data folder would. */
const sign = () => keepLog(region.setting, readLogKey(region.folder, region.setting.logKey.name))

const ask = (actor: Actor, reason = 'Laptop kwijt') =>
  carryOut(region.setting, actor, askLogKey, { reason })
const answer = (actor: Actor, request: string, agrees = true) =>
  carryOut(region.setting, actor, answerLogKey, { request, agrees })

async function asked(actor: Actor): Promise<string> {
  const outcome = await ask(actor)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.request
}

async function exported(): Promise<string[]> {
  const { setting } = region
  const size = (await lastCheckpoint(setting))?.size ?? 0
  const pieces: string[] = []
  for await (const piece of exportLines(exportSourceOf(setting), { size, holds: 'all' }))
    pieces.push(piece)
  return pieces.join('').split('\n').slice(0, -1)
}

async function codes(lines: readonly string[], options?: AuditOptions): Promise<string[]> {
  const { faults } = await auditLog(lines, options)
  return [...new Set(faults.map(({ code }) => code))].sort()
}

const namesUnder = (note: string) =>
  readCheckpoint(note)?.signatures.map(({ keyId }) => keyId) ?? []
const idOf = (key: string | undefined) => key?.split('+')[1] ?? ''

test('nothing is asked before the log was signed, nor without a reason, nor by others', async () => {
  expect(refusedOf(await ask(first))).toBe('not-signed-yet')
  await region.registered()
  await sign()
  expect(refusedOf(await ask(first, '  '))).toBe('reason-missing')
  const auditor = await region.newHuman([{ role: 'auditor', organisation: '' }])
  expect(refusedOf(await ask(auditor))).toBe('not-found')
})

test('who asked does not agree, also not by another account of theirs; a second no ends it', async () => {
  const request = await asked(first)
  expect(refusedOf(await ask(second))).toBe('already-asked')
  expect(refusedOf(await answer(first, request))).toBe('asked-it-yourself')
  const alias = await admin(' KASIA@example.org ')
  expect(refusedOf(await answer(alias, request))).toBe('asked-it-yourself')
  expect(isRefusal(await answer(second, request, false))).toBe(false)
  expect(refusedOf(await answer(second, request))).toBe('request-gone')
  expect(readdirSync(region.folder)).toEqual(['log-key.pem'])
})

describe('once a second agreed', () => {
  let lines: string[]
  let secondKey: string

  test('the new key is made for its owner only, and one checkpoint bears both', async () => {
    const before = await sign()
    const request = await asked(first)
    const both = await Promise.all([answer(second, request), answer(second, request)])
    expect(both.filter((each) => !isRefusal(each))).toHaveLength(1)
    const files = readdirSync(region.folder).filter((each) => each !== 'log-key.pem')
    expect(files).toHaveLength(1)
    expect(statSync(join(region.folder, files[0] ?? '')).mode & 0o777).toBe(0o600)
    // Announced, and not used before a checkpoint says so: a second change has to wait for that.
    expect(refusedOf(await ask(second))).toBe('change-not-signed-yet')
    const changing = await sign()
    secondKey = (await keyInUse(region.setting, changing.size)) ?? ''
    expect(secondKey).not.toBe(firstKey)
    expect(files[0]).toBe(`log-key-${idOf(secondKey)}.pem`)
    expect(namesUnder(before.note)).toEqual([idOf(firstKey)])
    expect(namesUnder(changing.note)).toEqual([idOf(firstKey), idOf(secondKey)])
    await region.registered()
    expect(namesUnder((await sign()).note)).toEqual([idOf(secondKey)])
    lines = await exported()
  })

  test('an audit follows the chain from either key, and says where it changed', async () => {
    const audit = await auditLog(lines)
    expect(audit.faults).toEqual([])
    expect([audit.key, audit.otherKeys.map(({ key }) => key)]).toEqual([firstKey, [secondKey]])
    expect(await codes(lines, { key: firstKey })).toEqual([])
    expect(await codes(lines, { key: secondKey })).toEqual([])
    const stranger = publicKeyText(readLogKey(elsewhere, region.setting.logKey.name))
    expect(await codes(lines, { key: stranger })).toEqual(['other-key'])
    const [own] = await auditDatabase(region.setting.store, region.folder)
    expect(own?.faults).toEqual([])
  })

  test('a key that was not announced, or not by the key before it, is refused', async () => {
    // Whoever has the database and not the keys makes a key, and signs the newest checkpoint with it.
    const stranger = readLogKey(elsewhere, region.setting.logKey.name)
    const forged = forgedBy(stranger, lines)
    expect(await codes(forged)).toContain('signature-wrong')
    // Or announces it without the signature of the old key.
    const unsigned = lines.map((line) =>
      line.includes('"kind\\":\\"log-key-changed') ? withoutOldSignature(line) : line,
    )
    expect(unsigned).not.toEqual(lines)
    expect(await codes(unsigned)).toEqual(
      expect.arrayContaining(['event-altered', 'key-change-wrong', 'signature-wrong']),
    )
  })

  test('the old key signs nothing any more, and without the new one nothing is signed', async () => {
    await region.registered()
    const file = join(region.folder, `log-key-${idOf(secondKey)}.pem`)
    renameSync(file, `${file}.away`)
    await expect(sign()).rejects.toThrow('not in the data folder')
    const shown = await viewKeys(region.setting, first)
    if (isRefusal(shown)) throw new Error(shown.refused)
    expect(shown.log.map(({ state, isHere }) => [state, isHere])).toEqual([
      ['used', false],
      ['former', true],
    ])
    renameSync(`${file}.away`, file)
    expect(namesUnder((await sign()).note)).toEqual([idOf(secondKey)])
  })

  test('who kept the first key finds the newest by what is published', async () => {
    const request = await asked(second)
    await answer(first, request)
    const notYet = await keyChanges(region.setting)
    expect(notYet).toHaveLength(1)
    await sign()
    const notes = await keyChanges(region.setting)
    const third = await keyInUse(region.setting, Number.MAX_SAFE_INTEGER)
    expect(keysAfter(firstKey, notes).map(publicKeyText)).toEqual([firstKey, secondKey, third])
    expect(keysAfter(secondKey, notes).map(publicKeyText)).toEqual([secondKey, third])
    expect(keysAfter(firstKey, notes.toReversed())).toHaveLength(2)
    expect(findLogKey(region.folder, region.setting.logKey.name)?.publicKey).toEqual(
      region.setting.logKey.publicKey,
    )
    expect((await auditLog(await exported())).faults).toEqual([])
  })
})

function forgedBy(key: LogKey, lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.startsWith('{"checkpoint"'))
  const text = readCheckpoint(JSON.parse(lines[last] ?? '').checkpoint)?.text ?? ''
  return lines.with(last, JSON.stringify({ checkpoint: signedNote(text, [key]) }))
}

function withoutOldSignature(line: string): string {
  const { event } = JSON.parse(line)
  const body = JSON.parse(event.body)
  const at = body.note.indexOf('\n\n— ') + 2
  const note = body.note.slice(0, at) + body.note.slice(body.note.indexOf('\n', at) + 1)
  return JSON.stringify({ event: { ...event, body: JSON.stringify({ ...body, note }) } })
}

test('the secret part of a former key goes when no back-up needs it any more, and all still holds', async () => {
  const logKey = readLogKey(region.folder, region.setting.logKey.name)
  const { setting } = region
  const used = await keyInUse(setting, Number.MAX_SAFE_INTEGER)
  const former = readdirSync(region.folder)
    .filter((name) => used !== undefined && name !== `log-key-${idOf(used)}.pem`)
    .filter((name) => name.endsWith('.pem'))
  expect(former.length).toBeGreaterThan(0)
  region.later(29)
  expect(await forgetLogKeys(setting, logKey)).toBe(0)
  const shown = await viewKeys(setting, first)
  if ('refused' in shown) throw new Error(shown.refused)
  expect(shown.log.at(-1)).toMatchObject({ isHere: true, forgottenAt: expect.any(Date) })
  region.later(2)
  expect(await forgetLogKeys(setting, logKey)).toBe(former.length)
  expect(await forgetLogKeys(setting, logKey)).toBe(0)
  for (const name of former) {
    const text = readFileSync(join(region.folder, name), 'utf8')
    expect([name, text.includes('PRIVATE')]).toEqual([name, false])
    expect(statSync(join(region.folder, name)).mode & 0o777).toBe(0o600)
  }
  // A process that starts then knows the same chain, signs on, and every check of before comes out.
  await region.registered()
  expect(namesUnder((await sign()).note)).toEqual([idOf(used)])
  expect(publicKeyText(readLogKey(region.folder, setting.logKey.name))).toBe(firstKey)
  const [audit] = await auditDatabase(setting.store, region.folder)
  expect(audit?.faults).toEqual([])
})
