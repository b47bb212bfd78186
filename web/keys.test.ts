/** The page of keys: what there is, and that it takes two people to give the log another. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepLog, logNameOf, publicKeyText, readLogKey } from '../operations/keep-log.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { makeApp } from './app.ts'

const path = '/beheer/sleutels'
const folder = mkdtempSync(join(tmpdir(), 'keys-'))
let region: PortalRegion
let kasia: Browser
let tom: Browser
const logKey = () => readLogKey(folder, logNameOf(region.region))

beforeAll(async () => {
  region = await portalRegion()
  // The pages of a server that signs.
  Object.assign(region.app, makeApp({ ...region.setting, logKey: logKey() }))
  kasia = await region.browser(await region.worker('technical-admin', ''))
  const second = await region.worker('technical-admin', '')
  // The same mail address would be the same human.
  const other = region.store.updateTable('human').set({ email: 'tom@example.org' })
  await other.where('id', '=', second.human).execute()
  tom = await region.browser(second)
}, 30_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

const sign = () => keepLog(region.setting, logKey())

test('everybody who keeps the system sees the public keys, and the practice beacon as one', async () => {
  await region.seeker()
  await sign()
  const page = await kasia.get(path)
  expect(page.text).toContain(publicKeyText(logKey()))
  expect(page.text).toContain('In gebruik')
  expect(page.text).toContain('Dit is een oefenbaken')
  expect(page.text).not.toContain('PRIVATE KEY')
  const auditor = await region.browser(await region.worker('auditor', ''))
  const seen = await auditor.get(path)
  expect([seen.status, seen.text.includes('Vraag een andere sleutel')]).toEqual([200, false])
  expect(seen.text).not.toContain('href="/beheer/taken"')
})

test('an empty reason is told at its field, and what was typed is kept', async () => {
  const empty = await kasia.post(path, { doe: 'vragen', waarom: ' ' })
  expect([empty.status, empty.text.includes('href="#waarom"')]).toEqual([422, true])
  const long = 'lang '.repeat(200)
  const refused = await kasia.post(path, { doe: 'vragen', waarom: long })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(long.trim())
})

test('one asks, the other agrees, and from the next checkpoint on the new key is in use', async () => {
  expect((await kasia.post(path, { doe: 'vragen', waarom: 'Elk jaar' })).status).toBe(303)
  const own = await kasia.get(path)
  expect(own.text).toContain('Neem de vraag terug')
  expect(own.text).not.toContain('Stem in')
  const self = await kasia.post(path, { doe: 'instemmen' })
  expect([self.status, self.text.includes('U vroeg dit zelf')]).toEqual([422, true])
  const agreed = await tom.post(path, { doe: 'instemmen' })
  expect([agreed.status, agreed.location]).toEqual([303, `${path}?gedaan=sleutel`])
  const after = await tom.get(`${path}?gedaan=sleutel`)
  expect(after.text).toContain('reservekopie')
  expect(after.text).toContain('Bekendgemaakt; tekent')
  await sign()
  const page = await tom.get(path)
  expect(page.text.indexOf('In gebruik')).toBeLessThan(page.text.indexOf('Van vroeger'))
  const published = JSON.parse((await kasia.get('/logboek/sleutels')).text)
  expect(published).toHaveLength(1)
  const checks = await kasia.get('/controle')
  expect(checks.text).not.toContain(publicKeyText(logKey()))
})
