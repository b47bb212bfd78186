/**
 * Looks at pages in Debian's Chromium, as strictly as the interface promises: one heading, nothing wider than
 * the screen, nothing axe finds, little to send, no fault of a script and no word to another host.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core'
import type { Actor } from '../../operations/operation.ts'
import { beginSession } from '../../operations/sessions.ts'
import type { App } from '../../web/app.ts'
import type { Language } from '../../words/language.ts'
import type { Sight } from './addresses.ts'
import { rareVisitors } from './rare-states.ts'
import type { Stock, StockedRegion, VisitorName } from './stocked-region.ts'

/** Debian's own; `.ci/run` installs it where it is not there. */
export const program = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(program)

/** What a page may take to a browser that has nothing of us yet. */
export const bytesMax = 100_000

export const narrow = { width: 320, height: 640 }

const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const
/** WCAG 2.2 AA and what axe holds for good practice; only the first; or of it what depends on colours. */
const axeRules = {
  everything: { type: 'tag', values: [...wcag22, 'best-practice'] },
  law: { type: 'tag', values: wcag22 },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const
/** What axe is to read of a page. */
export type Reading = keyof typeof axeRules | 'nothing'

export type LookOptions = { readonly language?: Language; readonly hasScript?: boolean }

type Window = {
  readonly context: BrowserContext
  readonly page: Page
  readonly wire: CDPSession
}

/** A browser with one window open, in which anybody can log in. */
export class Looker {
  readonly origin: string
  readonly page: Page
  readonly #region: StockedRegion
  readonly #context: BrowserContext
  readonly #wire: CDPSession
  readonly language: Language
  readonly #sessions = new Map<string, string>()
  #bytes = 0
  #faults: string[] = []

  constructor(
    region: StockedRegion,
    origin: string,
    { context, page, wire }: Window,
    language: Language,
  ) {
    this.#region = region
    this.origin = origin
    this.#context = context
    this.#wire = wire
    this.page = page
    this.language = language
  }

  async begin(): Promise<void> {
    const { page } = this
    const wire = this.#wire
    await wire.send('Network.enable')
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      this.#bytes += encodedDataLength
    })
    page.on('pageerror', ({ message }) => this.#faults.push(`script: ${message}`))
    page.on('console', (message) => {
      // The browser says so of every answer that is not 200; which were right to be is looked at apart.
      const isStatus = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isStatus) this.#faults.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${this.origin}/`) && !url.startsWith('data:')) {
        this.#faults.push(`asks another host: ${url}`)
      }
    })
    page.on('response', (response) => {
      const isDocument = response.request().resourceType() === 'document'
      if (!isDocument && response.status() >= 400) {
        this.#faults.push(`${response.status()} for ${response.url()}`)
      }
    })
  }

  /** Logs in, or out where nobody is given. */
  async as(actor: Actor | undefined): Promise<void> {
    const { store, region, now } = this.#region
    await this.#context.clearCookies()
    const cookies = [{ name: 'taal', value: String(this.language), url: this.origin }]
    if (actor) {
      const value =
        this.#sessions.get(actor.human) ?? (await beginSession(store, region, actor.human, now()))
      this.#sessions.set(actor.human, value)
      cookies.push({ name: 'sessie', value, url: this.origin })
    }
    await this.#context.addCookies(cookies)
  }

  /** Everybody logs in anew, after time has passed. */
  forget(): void {
    this.#sessions.clear()
  }

  /** Goes to an address, and says what it took and what went wrong on the way. */
  async go(path: string, status = 200): Promise<readonly string[]> {
    this.#bytes = 0
    this.#faults = []
    const response = await this.page.goto(this.origin + path, { waitUntil: 'load' })
    const found = response?.status()
    return found === status ? [] : [`answers ${found}, not ${status}`]
  }

  get bytes(): number {
    return this.#bytes
  }

  /** What is wrong with the page that is open, as it was loaded. */
  async loadFaults(): Promise<readonly string[]> {
    const headings = await this.page.locator('h1').count()
    const language = await this.page.locator('html').getAttribute('lang')
    return [
      ...(headings === 1 ? [] : [`${headings} h1`]),
      ...(language === this.language ? [] : [`html lang=${language}`]),
      ...(this.#bytes <= bytesMax ? [] : [`${this.#bytes} bytes`]),
      ...this.#faults,
    ]
  }

  /** What is wrong with how it is shown now. */
  async shownFaults(reads: Reading = 'everything'): Promise<readonly string[]> {
    return faultsOf(this.page, reads)
  }

  /** Keeps how it is shown now, as far down as is asked. */
  async picture(
    path: string,
    { width, heightMax }: { readonly width: number; readonly heightMax: number },
  ): Promise<void> {
    const said: unknown = await this.page.evaluate('document.documentElement.scrollHeight')
    const height = Math.min(Number(said), heightMax)
    // Asked of the browser itself: a window made as high as the page, and back, would take twice as long.
    const { data } = await this.#wire.send('Page.captureScreenshot', {
      ...{ format: 'jpeg', quality: 50, captureBeyondViewport: true, optimizeForSpeed: true },
      clip: { x: 0, y: 0, width, height, scale: 1 },
    })
    await writeFile(path, Buffer.from(data, 'base64'))
  }
}

/** What is wrong with how a page is shown: wider than its window, or found by axe. */
export async function faultsOf(
  page: Page,
  reads: Reading = 'everything',
): Promise<readonly string[]> {
  const said: unknown = await page.evaluate(widestPart)
  const wide = said === '' ? [] : [`scrolls sideways: ${said}`]
  if (reads === 'nothing') return wide
  return [...wide, ...(await axeFaults(page, reads))]
}

/** What axe finds, which is read into a page once, however often it looks. */
async function axeFaults(
  page: Page,
  reads: Exclude<Reading, 'nothing'>,
): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source)
  // @NOTE the script below makes it so.
  return (await page.evaluate(axeScript(reads))) as readonly string[]
}

/** Of each rule that is not kept the first two parts of the page; only what is not kept is told in full. */
const axeScript = (reads: keyof typeof axeRules) => `axe.run(document, {
  runOnly: ${JSON.stringify(axeRules[reads])}, resultTypes: ['violations'], iframes: false,
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.slice(0, 2).map(({ html }) => id + ': ' + html.slice(0, 200))))`

/** The first thing that makes the page wider than its window; nothing where none does. */
const widestPart = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return ''
  const wide = [...document.querySelectorAll('main *, header *, footer *')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
  const deepest = wide.find((each) => !wide.some((other) => other !== each && each.contains(other)))
  return scrollWidth + ' px, ' + (deepest ? deepest.outerHTML.slice(0, 200) : 'nobody knows what')
})()`

/** The site on an address of its own, and a browser; everything closes together. */
export async function openSite(
  region: StockedRegion,
  app: App,
  { endsWithSignal = true }: { readonly endsWithSignal?: boolean } = {},
) {
  let server: ServerType | undefined
  const port = await new Promise<number>((listening) => {
    const where = { fetch: app.fetch, port: 0, hostname: '127.0.0.1' }
    server = serve(where, (info) => listening(info.port))
  })
  const origin = `http://127.0.0.1:${port}`
  const browser: Browser = await chromium.launch({
    executablePath: program,
    ...{ handleSIGINT: endsWithSignal, handleSIGTERM: endsWithSignal },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return {
    async looker({ language = 'nl', hasScript = true }: LookOptions = {}): Promise<Looker> {
      const context = await browser.newContext({
        ...{ viewport: narrow, javaScriptEnabled: hasScript, reducedMotion: 'reduce' },
      })
      const page = await context.newPage()
      const wire = await context.newCDPSession(page)
      const looker = new Looker(region, origin, { context, page, wire }, language)
      await looker.begin()
      return looker
    },
    async close(): Promise<void> {
      await browser.close()
      server?.close()
    },
  }
}

/** Who is tried, first who sees most. */
const likely: readonly VisitorName[] = [
  ...(['seeker', 'helper', 'taker', 'letting-officer', 'reviewer'] as const),
  ...(['auditor', 'functional-admin', 'technical-admin', 'complaints-committee'] as const),
  ...(['municipal-policy', 'landlord-policy', 'tenants-organisation', 'newcomer'] as const),
  'nobody',
  ...rareVisitors,
]

/** Pages that say other things to these, in the same shape. */
const alsoShownTo: Readonly<Record<string, readonly VisitorName[]>> = {
  '/mijn': ['due', 'lapsed', 'late', 'beginner', 'crowded', 'waiting'],
  '/mijn/inschrijving': ['due', 'late'],
  '/mijn/wensen/automatisch': ['waiting'],
}

const atOnce = 4

export type PageSeen = Sight & { readonly by: VisitorName; readonly status: number }

/**
 * Each page as the first who sees it; what is no page to read but a file or data is left out. With `everyShape`
 * also as those to whom it shows other headings, questions or buttons than to those before.
 */
export async function pagesSeen(
  { store, region, now }: StockedRegion,
  app: App,
  { visitors }: Stock,
  sights: readonly Sight[],
  { everyShape = false } = {},
): Promise<{ readonly pages: readonly PageSeen[]; readonly others: readonly string[] }> {
  const cookies = new Map<VisitorName, string>()
  for (const name of likely) {
    const actor = visitors.get(name)
    const token = actor && (await beginSession(store, region, actor.human, now()))
    cookies.set(name, token === undefined ? '' : `sessie=${token}`)
  }
  const others: string[] = []
  const seenOf = async (sight: Sight): Promise<PageSeen[]> => {
    const pages: PageSeen[] = []
    const shapes = new Set<string>()
    for (const by of likely) {
      const answer = await app.request(sight.path, { headers: { cookie: cookies.get(by) ?? '' } })
      const { status, headers } = answer
      if (status !== 200 && status !== 409 && status !== 422) continue
      const isPage = headers.get('content-type')?.startsWith('text/html') === true
      if (!isPage || headers.get('content-disposition') !== null) {
        others.push(sight.path)
        break
      }
      const shape = shapeOf(await answer.text())
      const isOwn = alsoShownTo[sight.route]?.some((each) => each === by) === true
      if (isOwn || !shapes.has(shape)) pages.push({ ...sight, by, status })
      shapes.add(shape)
      if (!everyShape) break
    }
    return pages
  }
  // Some at once, so that the database has something to do while the server waits.
  const pages: PageSeen[] = []
  for (let at = 0; at < sights.length; at += atOnce) {
    pages.push(...(await Promise.all(sights.slice(at, at + atOnce).map(seenOf))).flat())
  }
  return { pages, others }
}

/**
 * What there is to do and to read about, and not what it says: the same for everybody who may do the same, and
 * other where a list is empty.
 */
function shapeOf(page: string): string {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(page) ?? []
  const parts = main.matchAll(/<(h2|label|legend|button|textarea|select)\b[^>]*>([^<]*)/g)
  const asked = [...parts].map(([, tag, text = '']) => `${tag} ${text.replace(/\d+/g, '0')}`)
  const shown = main.matchAll(/<(table|ul|ol|dl|details|figure)\b|class="(panel[^"]*)"/g)
  const kinds = [...shown].map(([, tag, panel]) => tag ?? panel)
  return [...asked, ...new Set(kinds)].join('\n')
}
