/** Pages for whoever asks too much: stopped by themselves, in plain words, and never for a neighbour. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { buckets, rateLimits } from '../operations/limit-rate.ts'
import { beginSession } from '../operations/sessions.ts'
import { asRead } from '../tests/as-read.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { type App, makeApp } from './app.ts'

let region: LettingRegion
let app: App
const address = '192.0.2.20'

beforeAll(async () => {
  region = await lettingRegion()
  app = makeApp({
    ...{ ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false },
    takeOne: rateLimits(),
  })
})
afterAll(async () => region?.database.drop())

async function askUntilStopped(path: string, most: number, init: RequestInit = {}) {
  let count = 0
  let answer = await app.request(path, init, { address })
  while (answer.status !== 429 && count <= most) {
    count += 1
    answer = await app.request(path, init, { address })
  }
  return { count, answer }
}

test('whoever keeps pasting receipts is stopped, and reads what to do', async () => {
  const form = { method: 'POST', body: new URLSearchParams({ bewijs: 'iets' }) }
  const { count, answer } = await askUntilStopped('/controle', buckets.verify.most + 5, form)
  expect(count).toBe(buckets.verify.most)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const text = asRead(await answer.text())
  expect(text).toMatch(/<h1[^>]*>Even wachten<\/h1>/)
  expect(text).toMatch(/Wacht 2 seconden/)
  // All else goes on, also for them.
  expect((await app.request('/woningen', {}, { address })).status).toBe(200)
})

test('ten people at that address respond at the minute of closing, whatever a stranger did there', async () => {
  const listing = await region.listing(1)
  const stopped = await askUntilStopped('/hulp', buckets.visit.most + 5)
  expect(stopped.answer.status).toBe(429)
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { human } = await region.seeker()
      const session = await beginSession(region.store, region.region, human, region.now())
      const headers = { cookie: `sessie=${session}` }
      const page = await app.request(`/woningen/${listing}/reageren`, { headers }, { address })
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
      const body = new URLSearchParams({ csrf, key: human })
      const path = `/woningen/${listing}/reageren`
      return app.request(path, { method: 'POST', headers, body }, { address })
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303))
})

test('nobody is stopped of whom no address is known', async () => {
  for (let each = 0; each < buckets['log-in'].most + 5; each += 1) {
    expect((await app.request('/inloggen')).status).not.toBe(429)
  }
})
