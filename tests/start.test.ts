/** The server as people start it: real processes, killed at the worst moments. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OwnDatabase, ownDatabase } from './own-database.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'verdeelsleutel-start-'))
const running = new Set<Started>()
let database: OwnDatabase

beforeAll(async () => {
  database = await ownDatabase()
})
afterEach(async () => {
  for (const each of running) await each.kill('SIGKILL')
})
afterAll(async () => {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

class Started {
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>
  said = ''

  constructor(environment: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, [join(root, 'server/start.mjs')], {
      env: { ...process.env, PORT: '0', DATA_FOLDER: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text) => {
        this.said += String(text)
      })
    }
    this.ended = new Promise((done) => this.#child.on('exit', done))
    running.add(this)
  }

  async says(text: RegExp): Promise<string> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const found = text.exec(this.said)
      if (found) return found[1] ?? found[0]
      if (this.#child.exitCode !== null) break
      await wait(50)
    }
    throw new Error(`It did not say ${text}: ${this.said}`)
  }

  address(): Promise<string> {
    return this.says(/(http:\/\/127\.0\.0\.1:\d+)/)
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    running.delete(this)
    this.#child.kill(signal)
    return this.ended
  }
}

/** A region that has something, so that it is not filled. */
async function furnish({ store }: OwnDatabase): Promise<void> {
  await store
    .insertInto('landlord')
    .values({ region: 'parkstad', id: 'voorbeeldwonen', name: 'Voorbeeldwonen' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Logs in as somebody new; gives the cookie of the session. */
async function logIn(site: string): Promise<string> {
  const went = await fetch(`${site}/inloggen`, { redirect: 'manual' })
  const attempt = cookieFrom(went)
  const asked = new URL(went.headers.get('location') ?? '')
  const chose = await fetch(`${site}/proef-inlog/autoriseren`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...Object.fromEntries(asked.searchParams),
      ...{ account: '', naam: 'Ans Proefveld' },
    }),
  })
  const back = await fetch(chose.headers.get('location') ?? '', {
    redirect: 'manual',
    headers: { cookie: attempt },
  })
  return cookieFrom(back, 'sessie')
}

function cookieFrom(response: Response, name = ''): string {
  const found = response.headers.getSetCookie().find((each) => each.startsWith(name)) ?? ''
  return found.split(';')[0] ?? ''
}

async function knows(site: string, cookie: string): Promise<boolean> {
  const page = await fetch(`${site}/er-is-hier-niets`, { headers: { cookie } })
  return (await page.text()).includes('Ans Proefveld')
}

describe('processes on one database', () => {
  test('work side by side, lose nothing when killed, and stop in good order', async () => {
    await furnish(database)
    const environment = { DATABASE_URL: database.url }
    const [one, other] = [new Started(environment), new Started(environment)]
    const [site, otherSite] = await Promise.all([one.address(), other.address()])
    const cookie = await logIn(site)
    expect(await knows(site, cookie)).toBe(true)
    expect(await knows(otherSite, cookie)).toBe(true)
    await one.kill('SIGKILL')
    expect(await knows(otherSite, cookie)).toBe(true)
    const next = new Started(environment)
    const nextSite = await next.address()
    expect(await knows(nextSite, cookie)).toBe(true)
    expect(await (await fetch(`${nextSite}/healthz`)).json()).toEqual({ database: 'up' })
    const measured = await (await fetch(`${nextSite}/metrics`)).text()
    expect(measured).toContain('http_requests_total{method="GET",status="200"} 1')
    expect(measured).not.toContain('Ans')
    expect(await other.kill('SIGTERM')).toBe(0)
    expect(await next.kill('SIGINT')).toBe(0)
    expect(next.said).toContain('Gestopt')
    expect(other.said + next.said).not.toMatch(/Ans|Proefveld/)
  })
})

describe('a first start', () => {
  test('that is killed while it fills leaves nothing half, also when the database is killed', async () => {
    const first = new Started({})
    await first.says(/Drie jaar leven/)
    await first.kill('SIGKILL')
    const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const second = new Started({})
    // It begins anew: nothing was there.
    await second.says(/Drie jaar leven/)
    expect(await second.kill('SIGINT')).toBe(1)
    const left = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(left, 'SIGINT')
    await wait(1_000)
  })
})
