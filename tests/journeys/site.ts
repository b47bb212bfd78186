/**
 * The site of a small region on an address of its own, with its login, and windows of Debian's Chromium on a
 * phone: people in it do what people do. They read, follow links, type in what a label asks, and press buttons;
 * every page they come on has one heading, answers well, and is no wider than the screen.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays } from '../../core/basics/calendar-date.ts'
import type { TakeOne } from '../../operations/limit-rate.ts'
import { developmentIssuer } from '../../operations/log-in.ts'
import { type Actor, dayOf } from '../../operations/operation.ts'
import { developmentProvider } from '../../server/development-provider.ts'
import { loginPages } from '../../server/login.ts'
import { readLogKey } from '../../store/log-key.ts'
import { type AddPages, type App, makeApp } from '../../web/app.ts'
import type { WebSetting } from '../../web/visitor.ts'
import { dayTyped } from '../../web/work-frame.ts'
import { lettingRegion } from '../letting-region.ts'

const program = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(program)

/** How long a person waits for a page, on a machine that has much to do. */
const patience = 15_000

const phone = { width: 320, height: 640 }

/** With the browser's own script and without: what people do is the same. */
export const bothWays = [
  ['with script', true],
  ['without script', false],
] as const

/** More pages than there are, such as one on which something goes wrong; and how often somebody may ask. */
type SiteOptions = {
  readonly begin?: string
  readonly others?: readonly AddPages[]
  readonly takeOne?: TakeOne
  /** Called for every new name of something, in the middle of what is done. */
  readonly onNewName?: () => void
}

export type JourneySite = Awaited<ReturnType<typeof journeySite>>

export async function journeySite({ begin, others = [], takeOne, onNewName }: SiteOptions = {}) {
  const region = await lettingRegion(begin, 'told')
  const made: { app?: App } = {}
  let server: ServerType | undefined
  const port = await new Promise<number>((listening) => {
    const fetch = (request: Request) => made.app?.fetch(request) ?? new Response(null)
    const where = { fetch, port: 0, hostname: '127.0.0.1' }
    server = serve(where, (info) => listening(info.port))
  })
  const origin = `http://127.0.0.1:${port}`
  const keys = mkdtempSync(join(tmpdir(), 'verdeelsleutel-journeys-'))
  const logKey = readLogKey(keys, 'verdeelsleutel/parkstad')
  rmSync(keys, { recursive: true })
  const setting: WebSetting = {
    ...region.setting,
    ...{ regionName: 'Parkstad', isExample: true, isSecure: false, logKey },
    ...(takeOne && { takeOne }),
    newId: () => {
      onNewName?.()
      return region.setting.newId()
    },
  }
  const development = await developmentProvider(origin, false)
  const login = loginPages({
    ...{ identity: development.identity, origin, issuerName: developmentIssuer },
    ownServer: () => async (request) => made.app?.fetch(request) ?? new Response(null),
  })
  made.app = makeApp(setting, [development.pages, login, ...others])
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })

  /** Gives somebody an account to choose at the login, under a name of their own. */
  async function account(human: string, name: string): Promise<void> {
    const { store } = region
    await store
      .insertInto('login')
      .values({ region: region.region, issuer: developmentIssuer, subject: human, human })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await store
      .updateTable('human')
      .set({ name })
      .where('region', '=', region.region)
      .where('id', '=', human)
      .execute()
  }

  /** Somebody who opens the site and logs in from its first page. */
  async function visit({ human }: Actor, name: string, hasScript: boolean): Promise<Person> {
    await account(human, name)
    const person = await passerBy(hasScript)
    await person.go('/')
    await person.follow('Inloggen')
    await person.press(new RegExp(`^${name}`))
    return person
  }

  /** Somebody who opens the site and does not log in. */
  async function passerBy(hasScript: boolean): Promise<Person> {
    const context = await browser.newContext({
      ...{ viewport: phone, javaScriptEnabled: hasScript, reducedMotion: 'reduce' },
    })
    context.setDefaultTimeout(patience)
    return new Person(await context.newPage(), origin, hasScript)
  }

  return {
    ...region,
    ...{ setting, logKey, visit, passerBy },
    async close(): Promise<void> {
      await browser.close()
      server?.close()
      await region.database.drop()
    },
  }
}

/** The day so many days ahead, as people type it. */
export function typedDay(site: JourneySite, ahead: number): string {
  return dayTyped(addDays(dayOf(site.now()), ahead))
}

/** What people read of a page: of a heading, a label or a button. */
type Words = string | RegExp

export class Person {
  readonly page: Page
  readonly hasScript: boolean
  readonly #origin: string

  constructor(page: Page, origin: string, hasScript: boolean) {
    this.page = page
    this.hasScript = hasScript
    this.#origin = origin
  }

  /** Types an address, as from a letter or a mail. */
  async go(path: string, status = 200): Promise<void> {
    const answer = await this.page.goto(this.#origin + path)
    expect(answer?.status(), path).toBe(status)
    await this.#arrived()
  }

  /** Follows the first link that says so. */
  async follow(words: Words): Promise<void> {
    await this.#leaveBy(this.page.getByRole('link', named(words)).first())
  }

  /** Presses the first button that says so. */
  async press(words: Words, status?: number): Promise<void> {
    await this.#leaveBy(this.page.getByRole('button', named(words)).first(), status)
  }

  /** Types in the field that a label asks for. */
  async type(label: Words, text: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(text)
  }

  /** Chooses one of several, by its own words. */
  async choose(label: Words): Promise<void> {
    await this.page.getByLabel(label).first().check()
  }

  /** Chooses from a list, by what is read in it. */
  async select(label: Words, option: string): Promise<void> {
    await this.page.getByLabel(label).first().selectOption({ label: option })
  }

  /** Opens what stands folded under its words. */
  async open(words: Words): Promise<void> {
    await this.page.locator('summary').filter({ hasText: words }).first().click()
  }

  /** All that is to be read on the page. */
  async read(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ')
  }

  async heading(): Promise<string> {
    return this.page.locator('h1').innerText()
  }

  /** Where they are, without the question behind it. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  /** What the keyboard is at: it must be seen to be there. */
  async focused(): Promise<Focused> {
    // @NOTE the script below makes it so.
    const found = (await this.page.evaluate(focusScript)) as Focused
    expect(found.isSeen, `the focus at ${found.id || found.name} is seen`).toBe(true)
    return found
  }

  async tab(): Promise<Focused> {
    await this.page.keyboard.press('Tab')
    return this.focused()
  }

  /** Goes on with the tab key to what is called so; how many times it was pressed. */
  async tabTo(name: string): Promise<number> {
    for (let times = 1; times <= 60; times += 1) {
      const found = await this.tab()
      if (found.name === name) return times
    }
    throw new Error(`no way by the tab key to ${name} on ${this.path}`)
  }

  async enter(): Promise<void> {
    await this.page.keyboard.press('Enter')
  }

  /** Presses enter, and comes to another page. */
  async enterTo(path: string): Promise<void> {
    const loaded = this.page.waitForEvent('load')
    await this.enter()
    await loaded
    expect(this.path).toBe(path)
    await this.#arrived()
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }

  async #leaveBy(target: Locator, expected?: number): Promise<void> {
    const answer = this.page.waitForResponse(
      (response) =>
        response.request().isNavigationRequest() && ![302, 303].includes(response.status()),
    )
    await target.click()
    const status = (await answer).status()
    await this.page.waitForLoadState('load')
    const told = `${this.page.url()}: ${await this.read()}`
    if (expected === undefined) expect(status, told).toBeLessThan(400)
    else expect(status, told).toBe(expected)
    await this.#arrived()
  }

  async #arrived(): Promise<void> {
    const { page } = this
    expect(await page.locator('h1').count(), page.url()).toBe(1)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, page.url()).toBeLessThanOrEqual(phone.width)
  }
}

export type Focused = { readonly id: string; readonly name: string; readonly isSeen: boolean }

const focusScript = `(() => {
  const at = document.activeElement
  const label = at.labels?.[0] ?? at
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { width, height, bottom, top } = at.getBoundingClientRect()
  const isOn = width > 0 && height > 0 && bottom > 0 && top < innerHeight
  return { id: at.id, name: label.textContent.trim().replace(/\\s+/g, ' '),
    isSeen: isOn && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
})()`

function named(words: Words) {
  return typeof words === 'string' ? { name: words, exact: true } : { name: words }
}

const pictures = join(import.meta.dirname, '../../reports/journeys')

/** Keeps how the result of a journey looks, for whoever looks through what the tests leave. */
export async function keepPicture({ page }: Person, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}
