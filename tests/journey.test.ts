/**
 * The path of a home in a real browser, with script and without, on a phone: a seeker responds, reads their
 * place, gets the home offered and takes it; the letting officer offers it. Every page on the way is read by
 * axe, and none is wider than the screen.
 */
import { existsSync } from 'node:fs'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { inTransaction } from '../operations/operation.ts'
import { beginSession } from '../operations/sessions.ts'
import { makeApp } from '../web/app.ts'
import { type LettingRegion, lettingRegion } from './letting-region.ts'
import { faultsOf } from './pages/looking.ts'

/** Debian's own; `.ci/run` installs it where it is not there. */
const program = process.env.CHROMIUM ?? '/usr/bin/chromium'

const phone = { width: 320, height: 640 }

describe.skipIf(!existsSync(program))('a home, from advert to acceptance', () => {
  let region: LettingRegion
  let server: ServerType | undefined
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    region = await lettingRegion()
    const setting = { ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false }
    const app = makeApp(setting)
    const port = await new Promise<number>((listening) => {
      const where = { fetch: app.fetch, port: 0, hostname: '127.0.0.1' }
      server = serve(where, (info) => listening(info.port))
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

  async function openAs(human: string, javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled })
    const value = await beginSession(region.store, region.region, human, region.now())
    await context.addCookies([{ name: 'sessie', value, url: origin }])
    return context.newPage()
  }

  async function look(page: Page, withScript: boolean): Promise<void> {
    expect(await page.locator('h1').count(), page.url()).toBe(1)
    if (!withScript) return
    expect(await faultsOf(page), page.url()).toEqual([])
  }

  test.each([
    ['with script', true],
    ['without script', false],
  ])('%s', async (_, withScript) => {
    const other = await region.seeker({ name: 'Eerder' })
    region.later(1)
    const me = await region.seeker()
    const listing = await region.listing(1)
    await region.responded(listing, [other])

    const page = await openAs(me.human, withScript)
    const go = async (address: string) => {
      await page.goto(`${origin}${address}`)
      await look(page, withScript)
    }
    const press = async (name: RegExp) => {
      await page.getByRole('button', { name }).first().click()
      await page.waitForLoadState()
      await look(page, withScript)
    }
    await go('/woningen')
    await go(`/woningen/${listing}`)
    await go(`/woningen/${listing}/reageren`)
    await press(/^Ja, ik reageer|^Reageren/)
    expect(await page.locator('.hash').first().innerText()).toMatch(/^[0-9a-f]{64}$/)

    region.later(2)
    await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing))
    await page.context().clearCookies()
    const value = await beginSession(region.store, region.region, me.human, region.now())
    await page.context().addCookies([{ name: 'sessie', value, url: origin }])
    await go(`/mijn/reacties/${listing}`)
    expect(await page.locator('h1').innerText()).toMatch(/plaats\s[12]/)

    const officer = await region.worker('letting-officer')
    const desk = await openAs(officer.human, withScript)
    const { dwelling } = await region.store
      .selectFrom('listing')
      .innerJoin('vacancy', 'vacancy.id', 'listing.vacancy')
      .select('vacancy.dwelling')
      .where('listing.id', '=', listing)
      .executeTakeFirstOrThrow()
    await desk.goto(`${origin}/werk/woningen/${dwelling}/kandidaten`)
    await look(desk, withScript)
    await desk.getByLabel(/Aan hoeveel mensen/).fill('2')
    await desk.getByRole('button', { name: /^Aanbieden/ }).click()
    await desk.waitForLoadState()
    await look(desk, withScript)
    expect(await desk.locator('main').innerText()).toContain('Fatima')

    await go('/mijn')
    const offer = await region.store
      .selectFrom('offer')
      .select('id')
      .where('person', '=', me.person)
      .executeTakeFirstOrThrow()
    await go(`/mijn/aanbod/${offer.id}`)
    await press(/^Ja|^Accepteren|^Ik neem/)
    const { state } = await region.store
      .selectFrom('offer')
      .select('state')
      .where('id', '=', offer.id)
      .executeTakeFirstOrThrow()
    expect(['accepted', 'waiting']).toContain(state)
    await page.context().close()
    await desk.context().close()
  })
})
