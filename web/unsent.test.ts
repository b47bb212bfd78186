/** A login lapses while somebody is writing: what they typed is kept for them, and sent only when they say so. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginSession } from '../operations/sessions.ts'
import type { Seeker } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'

const form = '/mijn/machtigingen'
const typed = { naam: 'Mijn kleinzoon uit Kerkrade', duur: '3' }

let region: PortalRegion
let seeker: Seeker
let browser: Browser
/** The form as it was shown, before the login lapsed. */
let hidden: Readonly<Record<string, string>>

beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())
beforeEach(async () => {
  seeker = await region.seeker()
  browser = await region.browser(seeker)
  const { text } = await browser.get(form)
  const [, key = ''] = /name="key" value="([^"]+)"/.exec(text) ?? []
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(text) ?? []
  hidden = { key, csrf }
  region.later(1)
})

const sendLate = (more: Readonly<Record<string, string>> = {}) =>
  browser.post(form, { ...hidden, ...typed, ...more }, '/hulp')

async function logInAgain(): Promise<void> {
  const token = await beginSession(region.store, region.region, seeker.human, region.now())
  browser.cookies.set('sessie', token)
}

const mandates = async () => {
  const { count } = await region.store
    .selectFrom('mandate_invite')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person', '=', seeker.person)
    .executeTakeFirstOrThrow()
  return count
}

describe('a form sent after the login lapsed', () => {
  test('does nothing yet, and says that it is kept', async () => {
    const late = await sendLate()
    expect(late).toMatchObject({ status: 403 })
    expect(late.text).toContain('Wat u invulde, is bewaard')
    expect(late.text).toContain('href="/inloggen?naar=/verder"')
    expect(await mandates()).toBe(0)
  })

  test('is there after logging in, and counts when it is sent', async () => {
    await sendLate()
    await logInAgain()
    const page = await browser.get('/verder')
    expect(page.text).toContain('Mijn kleinzoon uit Kerkrade')
    expect(page.text).toContain(`action="${form}"`)
    const sent = await browser.post(form, { ...typed, bewaard: 'ja' }, '/verder')
    expect(sent).toMatchObject({ status: 303, location: '/mijn/machtigingen/code' })
    expect(await mandates()).toBe(1)
    expect(await browser.get('/verder')).toMatchObject({ status: 303, location: '/mijn' })
  })

  test('is gone when its sender does not want it', async () => {
    await sendLate()
    await logInAgain()
    expect(await browser.post('/verder')).toMatchObject({ status: 303, location: '/mijn' })
    expect(await browser.get('/verder')).toMatchObject({ status: 303 })
    expect(await mandates()).toBe(0)
  })

  test('is kept for its sender alone', async () => {
    await sendLate()
    const other = await region.browser(await region.seeker({ name: 'Iemand Anders' }))
    expect(await other.get('/verder')).toMatchObject({ status: 303, location: '/mijn' })
  })

  test('is not kept where it is of no session of ours: the login comes back to where one was', async () => {
    const forged = await sendLate({ csrf: 'x' })
    expect(forged).toMatchObject({ status: 303, location: '/inloggen?naar=%2Fmijn' })
    await logInAgain()
    expect(await browser.get('/verder')).toMatchObject({ status: 303, location: '/mijn' })
  })
})
