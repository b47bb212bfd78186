/** Pages travel small, unless their size could tell a stranger what they say. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSession } from '../operations/sessions.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { type App, makeApp } from './app.ts'

let region: LettingRegion
let app: App
let session: string
beforeAll(async () => {
  region = await lettingRegion()
  app = makeApp({ ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false })
  const { human } = await region.seeker()
  session = `sessie=${await beginSession(region.store, region.region, human, region.now())}`
})
afterAll(async () => region?.database.drop())

async function encodingOf(path: string, headers: Readonly<Record<string, string>>) {
  const answer = await app.request(path, { headers: { 'accept-encoding': 'gzip', ...headers } })
  expect(answer.status).toBe(200)
  return answer.headers.get('content-encoding')
}

test.each([
  ['the style', '/stijl.css', 'gzip'],
  ['a page', '/woningen', 'gzip'],
  ['a letter, which is small as it is', '/letter.woff2', null],
])('%s that anybody gets', async (_, path, expected) => {
  expect(await encodingOf(path, {})).toBe(expected)
  expect(await encodingOf(path, { 'sec-fetch-site': 'cross-site' })).toBe(expected)
})

test.each([
  ['from a page of ours', { 'sec-fetch-site': 'same-origin' }, 'gzip'],
  ['typed by themselves', { 'sec-fetch-site': 'none' }, 'gzip'],
  ['sent by another site', { 'sec-fetch-site': 'cross-site' }, null],
  ['sent by a neighbour under our name', { 'sec-fetch-site': 'same-site' }, null],
  ['by a browser that does not say', {}, null],
])('what somebody is shown who is logged in, %s', async (_, from, expected) => {
  expect(await encodingOf('/mijn', { cookie: session, ...from })).toBe(expected)
})

test('is the same when it is unpacked, and only packed for who asks', async () => {
  const plain = await app.request('/woningen')
  expect(plain.headers.get('content-encoding')).toBeNull()
  const packed = await app.request('/woningen', { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('vary')).toContain('Accept-Encoding')
  const text = gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()
  expect(text).toBe(await plain.text())
})
