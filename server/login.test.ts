import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { developmentIssuer } from '../operations/log-in.ts'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'
import { type App, makeApp } from '../web/app.ts'
import type { WebSetting } from '../web/visitor.ts'
import { readConfig } from './config.ts'
import { developmentProvider } from './development-provider.ts'
import { loginPages } from './login.ts'

const origin = 'http://127.0.0.1:8420'
let database: OwnDatabase
let app: App
let now = new Date()

beforeAll(async () => {
  database = await ownDatabase()
})
afterAll(async () => database?.drop())
beforeEach(async () => {
  now = new Date()
  app = await siteWith({ isSecure: false })
})

type Site = { readonly isSecure: boolean; readonly assurance?: string }

async function siteWith({ isSecure, assurance }: Site): Promise<App> {
  const setting: WebSetting = {
    ...{ store: database.store, region: 'parkstad', engine: 'test 1' },
    ...{ regionName: 'Parkstad', isExample: true, isSecure },
    now: () => now,
    newId: () => randomUUID(),
  }
  const development = await developmentProvider(origin, false)
  const made: { app?: App } = {}
  const login = loginPages({
    identity: { ...development.identity, ...(assurance !== undefined && { assurance }) },
    ...{ origin, issuerName: developmentIssuer },
    ownServer: () => async (request) => made.app?.fetch(request) ?? new Response(null),
  })
  made.app = makeApp(setting, [development.pages, login])
  return made.app
}

/** What a browser keeps. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly settings = new Map<string, string>()

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(new URL(address, origin).toString(), {
      method: form ? 'POST' : 'GET',
      headers: { cookie },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([\w-]+)=([^;]*)/.exec(each) ?? []
      this.settings.set(name, each)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** As far as the way back from the identity provider, which is not yet gone. */
  async choose(name: string): Promise<URL> {
    const { location } = Object.fromEntries((await this.go('/inloggen?naar=/woningen')).headers)
    const page = await (await this.go(location ?? '')).text()
    const fields = page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
    const hidden = Object.fromEntries([...fields].map(([, key, value]) => [key, value]))
    const sent = await this.go('/proef-inlog/autoriseren', { ...hidden, account: '', naam: name })
    return new URL(sent.headers.get('location') ?? '', origin)
  }

  async logIn(name = 'Ans Proefveld'): Promise<void> {
    const back = await this.choose(name)
    const response = await this.go(back.toString())
    expect(response.status).toBe(303)
  }

  async isLoggedIn(): Promise<boolean> {
    return (await (await this.go('/er-is-hier-niets')).text()).includes('U bent ingelogd')
  }
}

async function refused(response: Response): Promise<boolean> {
  return response.status === 400 && (await response.text()).includes('Inloggen is niet gelukt')
}

describe('logging in', () => {
  test('takes one to where one was, under the name one chose', async () => {
    const browser = new Browser()
    const back = await browser.choose('Ans Proefveld')
    const response = await browser.go(back.toString())
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/woningen')
    expect(await browser.isLoggedIn()).toBe(true)
    const page = await (await browser.go('/er-is-hier-niets')).text()
    expect(page).toContain('Ans Proefveld')
  })

  test('gives a cookie that no script reads and no other site sends', async () => {
    const browser = new Browser()
    await browser.logIn()
    expect(browser.settings.get('sessie')).toContain('HttpOnly')
    expect(browser.settings.get('sessie')).toContain('SameSite=Lax')
    expect(browser.settings.get('sessie')).not.toContain('Secure')
    app = await siteWith({ isSecure: true })
    const other = new Browser()
    await other.logIn()
    expect(other.settings.get('__Host-sessie')).toMatch(/Path=\/.*Secure/)
    expect([...other.settings.values()].filter((each) => !/; Secure/.test(each))).toEqual([])
  })

  test('asks how sure the issuer is, and lets nobody in of whom it does not say so', async () => {
    app = await siteWith({ isSecure: false, assurance: 'substantieel' })
    const browser = new Browser()
    const asked = new URL((await browser.go('/inloggen')).headers.get('location') ?? '')
    expect(asked.searchParams.get('acr_values')).toBe('substantieel')
    const back = await browser.choose('Ans')
    expect(await refused(await browser.go(back.toString()))).toBe(true)
    expect(await browser.isLoggedIn()).toBe(false)
  })

  test('keeps what somebody saw in no cache, and clears what a shared browser still holds', async () => {
    const browser = new Browser()
    expect((await browser.go('/woningen')).headers.get('cache-control')).toBeNull()
    await browser.logIn()
    const seen = await browser.go('/woningen')
    expect(seen.headers.get('cache-control')).toBe('no-store')
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await seen.text()) ?? []
    const left = await browser.go('/uitloggen', { csrf })
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
  })

  test('with another state, another issuer or without the browser that began it is refused', async () => {
    const browser = new Browser()
    const back = await browser.choose('Ans')
    back.searchParams.set('state', 'a-state-that-is-not-ours')
    expect(await refused(await browser.go(back.toString()))).toBe(true)
    const elsewhere = await browser.choose('Ans')
    elsewhere.searchParams.set('iss', 'https://elsewhere.example')
    expect(await refused(await browser.go(elsewhere.toString()))).toBe(true)
    const thief = new Browser()
    const stolen = await browser.choose('Ans')
    expect(await refused(await thief.go(stolen.toString()))).toBe(true)
    expect(await thief.isLoggedIn()).toBe(false)
  })

  test('with a token for another nonce is refused', async () => {
    const browser = new Browser()
    const { location } = Object.fromEntries((await browser.go('/inloggen')).headers)
    const asked = new URL(location ?? '')
    asked.searchParams.set('nonce', 'a-nonce-that-is-not-ours')
    const sent = await browser.go('/proef-inlog/autoriseren', {
      ...Object.fromEntries(asked.searchParams),
      ...{ account: '', naam: 'Ans' },
    })
    const back = sent.headers.get('location') ?? ''
    expect(back).toContain('code=')
    expect(await refused(await browser.go(back))).toBe(true)
  })

  test('with a code that was used is refused, also by its own browser', async () => {
    const browser = new Browser()
    const back = await browser.choose('Ans')
    const attempt = browser.cookies.get('inlogpoging') ?? ''
    expect((await browser.go(back.toString())).status).toBe(303)
    browser.cookies.set('inlogpoging', attempt)
    expect(await refused(await browser.go(back.toString()))).toBe(true)
    // And with a state that is good, the code itself is used up.
    const again = await browser.choose('Ans')
    again.searchParams.set('code', back.searchParams.get('code') ?? '')
    expect(await refused(await browser.go(again.toString()))).toBe(true)
  })

  test('sends nobody to another site', async () => {
    for (const to of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
    ]) {
      const browser = new Browser()
      await browser.go(`/inloggen?naar=${encodeURIComponent(to)}`)
      const kept = await database.store.selectFrom('login_attempt').select('return_to').execute()
      expect(kept.filter((each) => !each.return_to.startsWith('/'))).toEqual([])
      expect(kept.filter((each) => /elsewhere/.test(each.return_to))).toEqual([])
    }
  })
})

describe('a session', () => {
  const minutes = (count: number) => {
    now = new Date(now.getTime() + count * 60_000)
  }

  test('stays while it is used and lapses when it is not', async () => {
    const browser = new Browser()
    await browser.logIn()
    for (let each = 0; each < 3; each += 1) {
      minutes(25)
      expect(await browser.isLoggedIn()).toBe(true)
    }
    minutes(31)
    expect(await browser.isLoggedIn()).toBe(false)
  })

  test('lapses after half a day, however much it is used', async () => {
    const browser = new Browser()
    await browser.logIn()
    for (let each = 0; each < 35; each += 1) {
      minutes(20)
      expect(await browser.isLoggedIn()).toBe(true)
    }
    minutes(21)
    expect(await browser.isLoggedIn()).toBe(false)
  })

  test('is another after logging in again, and the old one is over', async () => {
    const browser = new Browser()
    await browser.logIn()
    const before = browser.cookies.get('sessie') ?? ''
    await browser.logIn()
    expect(browser.cookies.get('sessie')).not.toBe(before)
    const old = new Browser()
    old.cookies.set('sessie', before)
    expect(await old.isLoggedIn()).toBe(false)
  })

  test('ends by a form of our own and by no other', async () => {
    const browser = new Browser()
    await browser.logIn()
    expect((await browser.go('/uitloggen', { csrf: 'guessed' })).status).toBe(403)
    expect((await browser.go('/uitloggen', {})).status).toBe(403)
    expect(await browser.isLoggedIn()).toBe(true)
    const page = await (await browser.go('/er-is-hier-niets')).text()
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const token = browser.cookies.get('sessie') ?? ''
    expect((await browser.go('/uitloggen', { csrf })).status).toBe(303)
    browser.cookies.set('sessie', token)
    expect(await browser.isLoggedIn()).toBe(false)
  })

  test('a form that a browser says another site sent is refused', async () => {
    const response = await app.request('/uitloggen', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(403)
  })
})

describe('in production', () => {
  test('nobody chooses who they are', async () => {
    await expect(developmentProvider(origin, true)).rejects.toThrow('not for production')
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('OIDC_ISSUER')
    const given = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a' }
    expect(() => readConfig({ NODE_ENV: 'production', ...given })).toThrow('OIDC_CLIENT_SECRET')
    const whole = readConfig({ NODE_ENV: 'production', ...given, OIDC_CLIENT_SECRET: 'b' })
    expect(whole.identity?.issuer).toBe('https://login.example')
  })
})

describe('the development identity provider', () => {
  test('asks for a name of somebody new, and keeps what was asked', async () => {
    const browser = new Browser()
    const { location } = Object.fromEntries((await browser.go('/inloggen')).headers)
    const asked = Object.fromEntries(new URL(location ?? '').searchParams)
    const response = await browser.go('/proef-inlog/autoriseren', {
      ...asked,
      account: '',
      naam: '',
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(asked.state)
  })

  test('answers nobody it does not know, and sends nobody elsewhere', async () => {
    const browser = new Browser()
    const { location } = Object.fromEntries((await browser.go('/inloggen')).headers)
    for (const [name, value] of [
      ['redirect_uri', 'https://elsewhere.example/'],
      ['client_id', 'somebody-else'],
      ['code_challenge_method', 'plain'],
      ['response_type', 'token'],
    ] as const) {
      const asked = new URL(location ?? '')
      asked.searchParams.set(name, value)
      expect((await browser.go(asked.toString())).status).toBe(400)
    }
  })

  test('gives a code to nobody without the verifier and the secret', async () => {
    const browser = new Browser()
    const back = await browser.choose('Ans')
    const response = await browser.go('/proef-inlog/token', {
      ...{ grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '' },
      ...{ redirect_uri: `${origin}/inloggen/terug`, code_verifier: 'x'.repeat(43) },
      ...{ client_id: 'verdeelsleutel', client_secret: 'guessed' },
    })
    expect(response.status).toBe(401)
  })
})
