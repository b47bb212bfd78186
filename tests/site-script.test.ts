/** The little script of the site, in a real browser: a double click, a lost connection, a login that lapses. */
import { existsSync } from 'node:fs'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginSession } from '../operations/sessions.ts'
import { makeApp } from '../web/app.ts'
import { type LettingRegion, lettingRegion, type Seeker } from './letting-region.ts'

const program = process.env.CHROMIUM ?? '/usr/bin/chromium'

describe.skipIf(!existsSync(program))('the script of the site', () => {
  let region: LettingRegion
  let server: ServerType | undefined
  let browser: Browser
  let context: BrowserContext
  let origin: string
  let me: Seeker
  const asked: string[] = []

  beforeAll(async () => {
    region = await lettingRegion()
    const setting = { ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false }
    const app = makeApp(setting)
    const fetch = async (request: Request) => {
      if (request.method === 'POST') {
        asked.push(new URL(request.url).pathname)
        await new Promise((done) => setTimeout(done, 300))
      }
      return app.fetch(request)
    }
    const port = await new Promise<number>((listening) => {
      server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info) => listening(info.port))
    })
    origin = `http://127.0.0.1:${port}`
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await region?.database.drop()
  })
  beforeEach(async () => {
    asked.length = 0
    me = await region.seeker()
    context = await browser.newContext()
    const value = await beginSession(region.store, region.region, me.human, region.now())
    await context.addCookies([{ name: 'sessie', value, url: origin }])
  })
  afterEach(async () => context?.close())

  test('a double click sends once, and says that it is busy', async () => {
    const listing = await region.listing(1)
    const page = await context.newPage()
    await page.goto(`${origin}/woningen/${listing}/reageren`)
    const twice = `(() => {
      const button = document.querySelector('main form button')
      button.click()
      button.click()
      return button.textContent
    })()`
    expect(await page.evaluate(twice)).toBe('Bezig…')
    await page.waitForURL(/gereageerd/)
    expect(asked).toEqual([`/woningen/${listing}/reageren`])
  })

  test('without a connection nothing is sent, and what was typed stays', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/mijn/wensen`)
    const rent = page.locator('#wish-rent')
    await rent.fill('700')
    await context.setOffline(true)
    await page.locator('main form button').last().click()
    expect(await page.getByRole('status').innerText()).toContain('nog niet verzonden')
    expect(await rent.inputValue()).toBe('700')
    expect(asked).toEqual([])
    await context.setOffline(false)
    await page.locator('main form button').last().click()
    await page.waitForURL(/bewijs=/)
    expect(asked).toEqual(['/mijn/wensen'])
  })

  test('warns before a login lapses, and keeps it when asked', async () => {
    const page = await context.newPage()
    await page.clock.install({ time: region.now() })
    await page.goto(`${origin}/mijn`)
    await page.clock.runFor(26 * 60_000)
    region.later(20 / 1_440)
    const stay = page.getByRole('button', { name: 'Ingelogd blijven' })
    await stay.click()
    await stay.waitFor({ state: 'detached' })
    region.later(20 / 1_440)
    await page.goto(`${origin}/mijn/wensen`)
    expect(page.url()).toBe(`${origin}/mijn/wensen`)
  })
})
