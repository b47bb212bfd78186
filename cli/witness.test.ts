/** The command of a witness against a server: it signs what only grew, and nothing else. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerLogKey, askLogKey } from '../operations/change-log-key.ts'
import { keepLog, keyInUse, logNameOf, publicKeyText, readLogKey } from '../operations/keep-log.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { makeApp } from '../web/app.ts'
import { witness } from './witness.ts'

let region: PortalRegion
let server: Server
let address = ''
const folder = mkdtempSync(join(tmpdir(), 'witness-command-'))
const file = join(folder, 'getuige.json')
beforeAll(async () => {
  region = await portalRegion()
  server = createServer(getRequestListener((request) => region.app.fetch(request)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`
}, 30_000)
afterAll(async () => {
  server?.close()
  rmSync(folder, { recursive: true })
  await region?.database.drop()
})

const setting = () => ({
  ...{ language: 'nl' as const, colour: false },
  now: Math.floor(region.now().getTime() / 1000),
})
const run = (words: readonly string[], values: Readonly<Record<string, string>>) =>
  witness({ words, values: { 'key-file': file, ...values } }, setting())
const logKey = () => readLogKey(folder, logNameOf(region.region))

test('a key is made once, for its owner only, and then signs along what only grew', async () => {
  const made = await run([], { new: 'huurders.example.org' })
  expect(made.exitCode).toBe(0)
  expect((await run([], { new: 'huurders.example.org' })).exitCode).toBe(2)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const key = made.output.trim().split('\n').at(-1) ?? ''
  const tenants = await region.browser(await region.worker('tenants-organisation', ''))
  await tenants.post('/huurders/getuige', { doe: 'aanmelden', sleutel: key })

  await region.seeker()
  const { size } = await keepLog(region.setting, logKey())
  expect(await run([address], {})).toMatchObject({ exitCode: 2 })
  const trusted = publicKeyText(logKey())
  expect((await run([address], { key: trusted })).output).toContain(`${size} gebeurtenissen`)
  await region.seeker()
  const next = await keepLog(region.setting, logKey())
  const again = await run([address], {})
  expect([again.exitCode, again.output]).toEqual([
    0,
    expect.stringContaining(`${next.size - size} meer`),
  ])
  expect(await region.store.selectFrom('cosignature').select('size').execute()).toHaveLength(2)
})

test('another key that the log announced is followed, and kept from then on', async () => {
  const { logKey: before } = JSON.parse(readFileSync(file, 'utf8'))
  const setting = { ...region.setting, logKey: logKey() }
  const app = makeApp(setting)
  server.removeAllListeners('request')
  server.on(
    'request',
    getRequestListener((request) => app.fetch(request)),
  )
  const asked = await carryOut(setting, await region.worker('technical-admin', ''), askLogKey, {
    reason: 'Elk jaar',
  })
  if (isRefusal(asked)) throw new Error(asked.refused)
  const { request } = asked
  const second = await region.worker('technical-admin', '')
  // The same mail address would be the same human.
  const tom = region.store.updateTable('human').set({ email: 'tom@example.org' })
  await tom.where('id', '=', second.human).execute()
  expect(isRefusal(await carryOut(setting, second, answerLogKey, { request, agrees: true }))).toBe(
    false,
  )
  await keepLog(setting, logKey())
  await region.seeker()
  await keepLog(setting, logKey())
  expect(await run([address], {})).toMatchObject({ exitCode: 0 })
  const { logKey: after } = JSON.parse(readFileSync(file, 'utf8'))
  expect([before, after]).toEqual([
    publicKeyText(logKey()),
    await keyInUse(setting, Number.MAX_SAFE_INTEGER),
  ])
  expect(after).not.toBe(before)
})

test('a log that does not continue what was signed is not signed, nor one by another key', async () => {
  const before = readFileSync(file, 'utf8')
  const { last } = JSON.parse(before)
  const other = last.replace(/\n([A-Za-z0-9+/]{43}=)\n/, `\n${'A'.repeat(43)}=\n`)
  writeFileSync(file, JSON.stringify({ ...JSON.parse(before), last: other }))
  const changed = await run([address], {})
  expect([changed.exitCode, changed.output]).toEqual([1, expect.stringContaining('veranderd')])
  writeFileSync(file, before)
  const stranger = publicKeyText(readLogKey(join(folder, 'other'), logNameOf(region.region)))
  expect((await run([address], { key: stranger })).output).toContain('niet getekend met de sleutel')
  expect((await run(['http://127.0.0.1:1'], {})).exitCode).toBe(3)
})
