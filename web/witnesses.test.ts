/** Witnesses sign checkpoints along, and an audit tells who did; a signature that does not hold is found. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  cosignatureLine,
  cosignedText,
  readCheckpoint,
  readWitnessKey,
  witnessKeyText,
} from '../core/basics/checkpoint.ts'
import { verifyConsistency } from '../core/basics/merkle.ts'
import { auditLog } from '../operations/audit-log.ts'
import { exportLines } from '../operations/export-log.ts'
import { keepLog, logNameOf, publicKeyText, readLogKey } from '../operations/keep-log.ts'
import { takeCosignature } from '../operations/witness-log.ts'
import { refusedOf } from '../tests/letting-region.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
const folder = mkdtempSync(join(tmpdir(), 'witness-'))
beforeAll(async () => {
  region = await portalRegion()
}, 30_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

function newWitness(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  const bytes = Uint8Array.from(Buffer.from(x ?? '', 'base64url'))
  return {
    key: witnessKeyText(name, bytes),
    cosign(note: string, seconds = Math.floor(region.now().getTime() / 1000)): string {
      const text = readCheckpoint(note)?.text ?? ''
      const signature = sign(null, Buffer.from(cosignedText(text, seconds)), privateKey)
      return note + cosignatureLine(name, bytes, { seconds, signature })
    },
  }
}

const logKey = () => readLogKey(folder, logNameOf(region.region))

async function audited(change = (line: string) => line) {
  const key = publicKeyText(logKey())
  const { store, region: name } = region
  const size = (await keepLog(region.setting, logKey())).size
  const lines: string[] = []
  for await (const line of exportLines({ store, region: name, key }, { size, holds: 'open' })) {
    lines.push(change(line.trimEnd()))
  }
  return auditLog(lines)
}

test('a witness registers, signs, and is published with the checkpoint', async () => {
  await region.seeker()
  const first = await keepLog(region.setting, logKey())
  const browser = await region.browser(await region.worker('tenants-organisation', ''))
  const witness = newWitness('huurders.example.org')
  const wrong = await browser.post('/huurders/getuige', { doe: 'aanmelden', sleutel: 'x' })
  expect([wrong.status, wrong.text.includes('href="#sleutel"')]).toEqual([422, true])
  const added = await browser.post('/huurders/getuige', { doe: 'aanmelden', sleutel: witness.key })
  expect(added.status).toBe(303)
  const again = await browser.post('/huurders/getuige', { doe: 'aanmelden', sleutel: witness.key })
  expect(again.text).toContain('al van een getuige')

  const anybody = await region.browser()
  const { text: note } = await anybody.get('/logboek/checkpoint')
  expect(note).toBe(first.note)
  const pasted = witness.cosign(note).replaceAll('\n', '\r\n')
  const signed = await browser.post('/huurders/getuige', { doe: 'tekenen', ijkpunt: pasted })
  expect(signed.status).toBe(303)
  expect((await browser.get(signed.location ?? '')).text).toContain('klopt en is openbaar')
  expect((await anybody.get('/logboek/checkpoint')).text).toBe(witness.cosign(note))
  expect((await anybody.get('/toezicht/getuigen')).text).toContain('huurders.example.org')

  // The log grows; a program of the witness signs it too, after it saw that it only grew.
  await region.seeker()
  const second = await keepLog(region.setting, logKey())
  const growth = await anybody.get(`/logboek/aangroei/${first.size}/${second.size}`)
  const proof = growth.text
    .trim()
    .split('\n')
    .map((each) => Uint8Array.from(Buffer.from(each, 'hex')))
  const claim = { first: first.size, second: second.size, proof }
  const roots = { firstRoot: first.root, secondRoot: second.root }
  expect(verifyConsistency({ ...claim, ...roots })).toBe(true)
  const posted = await region.app.request('/logboek/getuigenis', {
    ...{ method: 'POST', body: witness.cosign(second.note) },
  })
  expect(await posted.text()).toBe(`huurders.example.org ${second.size}\n`)
  const audit = await audited()
  expect(audit.faults).toEqual([])
  expect(audit.witnesses).toEqual([{ name: 'huurders.example.org', count: 2, size: second.size }])
})

test('what does not hold is not taken', async () => {
  const { note } = await keepLog(region.setting, logKey())
  const stranger = newWitness('vreemde.example.org')
  const impostor = newWitness('huurders.example.org')
  const take = async (text: string) => refusedOf(await takeCosignature(region.setting, text))
  expect(await take('niets')).toBe('no-checkpoint')
  expect(await take(stranger.cosign(note))).toBe('no-known-witness')
  expect(await take(impostor.cosign(note))).toBe('no-known-witness')
  const other = note.replace(/\n\d+\n/, '\n1\n')
  expect(await take(impostor.cosign(other))).toBe('not-our-checkpoint')
  const known = newWitness('archief.example.org')
  const browser = await region.browser(await region.worker('tenants-organisation', ''))
  await browser.post('/huurders/getuige', { doe: 'aanmelden', sleutel: known.key })
  const ahead = Math.floor(region.now().getTime() / 1000) + 3600
  expect(await take(known.cosign(note, ahead))).toBe('signed-ahead')
  expect(await take(known.cosign(note))).toBeUndefined()
})

test('an audit names a signature of a witness that was changed', async () => {
  const audit = await audited((line) =>
    line.includes('"checkpoint"') && line.includes('— huurders.example.org ')
      ? line.replace(
          /(— huurders\.example\.org \S{40})(.)/,
          (_, before, one) => `${before}${one === 'A' ? 'B' : 'A'}`,
        )
      : line,
  )
  expect(audit.faults.map(({ code }) => code)).toContain('cosignature-wrong')
})

test('others than a tenants’ organisation do not register, and a key of a log is none of a witness', async () => {
  const auditor = await region.browser(await region.worker('auditor', ''))
  expect((await auditor.get('/huurders/getuige')).status).toBe(404)
  expect(readWitnessKey(publicKeyText(logKey()))).toBeUndefined()
  expect(readWitnessKey(newWitness('a').key)?.name).toBe('a')
})
