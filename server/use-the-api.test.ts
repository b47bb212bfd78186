/** The guide to the interface is true: each of its blocks is run as it stands, against a server that listens. */
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApi } from '../api/app.ts'
import { documentOf } from '../api/document.ts'
import { routes } from '../api/routes.ts'
import { scopes } from '../api/scopes.ts'
import { developmentIssuer } from '../operations/log-in.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { makeApp } from '../web/app.ts'
import { referencePages } from '../web/reference.ts'
import { accessTokens } from './access-token.ts'
import { developmentProvider, publicClient } from './development-provider.ts'
import type { Fetch } from './outside.ts'
import { siteOf } from './site.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/guides/use-the-api.md'), 'utf8')
const blocks = [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
const hasTools = ['bash', 'curl', 'openssl'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
)

let region: LettingRegion
let server: Server
let site: Fetch
let origin = ''

beforeAll(async () => {
  region = await lettingRegion(new Date().toISOString())
  const own: { fetch?: Fetch } = {}
  server = createServer(getRequestListener((request) => own.fetch?.(request) ?? new Response()))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const place = { origin, regionName: 'Parkstad', isExample: true }
  const setting = { ...region.setting, ...place, isSecure: false, hasReference: true }
  const { identity, algorithms, pages } = await developmentProvider(origin, false)
  const { issuer } = identity
  const app = makeApp(setting, [
    pages,
    referencePages({
      referenceIn: (language) => documentOf(routes, { ...place, issuer }, language),
      ...{ issuer, ownClient: publicClient, scopes },
    }),
  ])
  const api = makeApi({
    ...{ ...setting, issuer },
    accountOf: accessTokens({
      ...{ issuer, issuerName: developmentIssuer, algorithms, audience: `${origin}/api/v1` },
      now: () => new Date(),
      ownServer: () => (request) => own.fetch?.(request) ?? new Response(),
    }),
  })
  site = siteOf({ app, api })
  own.fetch = site
  const { human } = await region.seeker({ name: 'Ans Vermeer' })
  const row = { region: region.region, issuer: developmentIssuer, subject: 'ans', human }
  await region.store.insertInto('login').values(row).execute()
  await region.listing(5)
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  await region?.database.drop()
})

describe.skipIf(!hasTools)('the guide', () => {
  test('runs from its first block to its last, and gets what it says', async () => {
    const marked = blocks.map((block, index) => `echo "@${index}"\n${block}\necho`).join('\n')
    const run = promisify(execFile)
    const { stdout, stderr } = await run('bash', ['--norc', '-euc', marked], {
      env: { ...process.env, SITE: origin, ACCOUNT: 'ans' },
    })
    expect(stderr).toBe('')
    const [, first, pages, token, who, once, check, wrong] = stdout.split(/^@\d+\n/m)
    expect(blocks).toHaveLength(7)
    expect(first).toMatch(/"resultaten":\[\{"id":\d+.*"niveau":\{"code":"region"/s)
    expect(pages).toMatch(/"resultaten":\[\{"code"/)
    expect(token?.trim()).toBe('')
    expect(who).toMatch(/"naam":"Ans Vermeer".*"status":"actief"/s)
    const [one = '', two] = once?.match(/\{"woning":\d+,"bon":\{[^}]*\}\}/g) ?? []
    expect(one).not.toBe('')
    expect(two).toBe(one)
    expect(once).toContain('"via":"zelf"')
    const hash = /"hash":"([0-9a-f]{64})"/.exec(one)?.[1]
    expect(check).toMatch(new RegExp(`"gevonden":\\{"soort":"responded".*"hash":"${hash}"`))
    expect(wrong).toMatch(/"title":"The request is not right".*"pointer":"#\/huishoudgrootte"/)
  })
})

describe('the page to read and try it', () => {
  const get = (path: string) => site(new Request(`${origin}${path}`))

  test('leads from every page to every operation, each with its fields', async () => {
    expect(await (await get('/woningen')).text()).toContain('href="/api"')
    const overview = await (await get('/api')).text()
    for (const { name, at } of routes) {
      expect(overview).toContain(`href="/api/${name}"`)
      const page = await get(`/api/${name}`)
      const text = await page.text()
      expect(page.status).toBe(200)
      expect(text).toContain(`data-path="/api/v1${at}"`)
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    }
    expect((await get('/api/iets-anders')).status).toBe(404)
    expect(await (await get('/api/reageren?taal=en')).text()).toContain('Respond')
  })

  test('holds no script of its own and asks nobody else for one', async () => {
    for (const path of ['/api', '/api/reageren']) {
      const page = await get(path)
      const text = await page.text()
      expect(text.match(/<script[^>]*>/g)).toContain('<script type="module" src="/api-proef.js">')
      expect(text).not.toMatch(/<script(?![^>]*src="\/)| on[a-z]+="|style="/)
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    }
    expect((await get('/api-proef.js')).status).toBe(200)
  })
})
