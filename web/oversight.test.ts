/** The pages of oversight on a real database: who sees them, what they say, and what was tampered with. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { auditLog } from '../operations/audit-log.ts'
import { keepLog, publicKeyText } from '../operations/keep-log.ts'
import type { Actor } from '../operations/operation.ts'
import { beginSession } from '../store/sessions.ts'
import { type SmallRegion, smallRegion } from '../tests/small-region.ts'
import { type App, makeApp } from './app.ts'

let region: SmallRegion
let app: App
let auditor: string
let seeker: string
let listing: number

beforeAll(async () => {
  region = await smallRegion()
  const { setting } = region
  app = makeApp({ ...setting, regionName: 'Parkstad', isExample: true, isSecure: false })
  const people = [await region.registered()]
  region.later(1)
  people.push(await region.registered())
  listing = await region.closedListing(people)
  await keepLog(setting, setting.logKey)
  const officer = await region.newHuman()
  await setting.store
    .insertInto('role_grant')
    .values({
      ...{ region: setting.region, human: officer.human, role: 'auditor' },
      ...{ from_day: date('2026-01-01'), until_day: date('2027-01-01') },
    })
    .execute()
  auditor = await cookieOf(officer)
  seeker = await cookieOf(people[0] ?? officer)
})
afterAll(async () => region?.drop())

async function cookieOf({ human }: Actor): Promise<string> {
  const { store, region: name, now } = region.setting
  return `sessie=${await beginSession(store, name, human, now())}`
}

async function page(path: string, cookie = '', form?: Record<string, string>) {
  const response = await app.request(path, {
    headers: { cookie },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function csrf(): Promise<string> {
  const { text } = await page('/toezicht/logboek', auditor)
  return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

const anEvent = async () => {
  const { text } = await page('/toezicht/logboek', auditor)
  return /bewijs=([0-9a-f]{64})/.exec(text)?.[1] ?? ''
}

describe('only an auditor', () => {
  test.each([
    '/toezicht/logboek',
    '/toezicht/naspelen',
    '/toezicht/naspelen?van=2026-01-01&tot=2026-12-31',
  ])('sees %s', async (path) => {
    // Whose session ended logs in again, and is told nothing until then.
    expect((await page(path)).status).toBe(303)
    expect((await page(path, seeker)).status).toBe(404)
    expect((await page(path, auditor)).status).toBe(200)
  })

  test('takes an export', async () => {
    expect((await page('/toezicht/logboek/uitvoer', '', { inhoud: 'all' })).status).toBe(404)
  })
})

describe('the log', () => {
  test('shows every event with its position, newest first, and one kind when asked', async () => {
    const { text } = await page('/toezicht/logboek', auditor)
    expect([...text.matchAll(/<tr><td class="number">(\d+)/g)].map(([, at]) => at)).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
    ])
    expect(text).toContain('Ingeschreven (2)')
    expect(text).toContain(publicKeyText(region.setting.logKey))
    const one = await page('/toezicht/logboek?soort=listing-closed', auditor)
    expect([...one.text.matchAll(/<tr><td class="number">(\d+)/g)].map(([, at]) => at)).toEqual([
      '4',
    ])
    const none = await page('/toezicht/logboek?soort=niets', auditor)
    expect(none.text).toContain('Er zijn geen gebeurtenissen van deze soort.')
  })

  test('can be taken along, and what was taken is right', async () => {
    const form = { csrf: await csrf(), inhoud: 'all' }
    const { text, headers } = await page('/toezicht/logboek/uitvoer', auditor, form)
    expect(headers.get('content-disposition')).toContain('logboek.jsonl')
    const audit = await auditLog(text.split('\n').slice(0, -1))
    expect(audit).toMatchObject({ faults: [], events: 5, decisions: 1 })
    await keepLog(region.setting, region.setting.logKey)
    expect((await page('/toezicht/logboek', auditor)).text).toContain('Logboek meegenomen')
  })
})

describe('replaying', () => {
  const period = '/toezicht/naspelen?van=2026-01-01&tot=2026-12-31'

  test('gives the outcome of each listing of a period', async () => {
    const { text } = await page(period, auditor)
    expect(text).toContain('De enige beslissing in deze periode komt er opnieuw net zo uit')
    expect(text).toContain('✓ Gelijk')
    expect(
      (await page('/toezicht/naspelen?van=2020-01-01&tot=2020-12-31', auditor)).text,
    ).toContain('In deze periode is niets beslist')
  })

  test('says which field is wrong, and loses nothing that was typed', async () => {
    const { status, text } = await page(
      '/toezicht/naspelen?van=vorige+week&tot=2026-12-31',
      auditor,
    )
    expect(status).toBe(422)
    expect(text).toContain('<a href="#van">')
    expect(text).toContain('value="vorige week"')
  })

  test('names a place that somebody was told otherwise', async () => {
    const { store } = region.setting
    const swap = sql`update standing set place = 3 - place where listing = ${listing} and place < 3`
    await swap.execute(store)
    const { text } = await page(period, auditor)
    await swap.execute(store)
    expect(text).toContain('✗ Klopt niet')
    expect(text).toContain('is aan iemand anders gezegd dan volgt uit de bon')
  })
})

describe('checking what one holds', () => {
  test('a hash leads to its own address, with position, proof and checkpoint', async () => {
    const hash = await anEvent()
    const sent = await page('/controle', '', { bewijs: ` ${hash.toUpperCase()} ` })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/controle?bewijs=${hash}`)
    const { text, status } = await page(`/controle?bewijs=${hash}`)
    expect(status).toBe(200)
    expect(text).toMatch(/Dit staat in het logboek, op plaats \d/)
    expect(text).toContain('verdeelsleutel/parkstad')
  })

  test('a receipt is found and decided again; one that was changed is not, and it is said where', async () => {
    const { text: all } = await page('/toezicht/logboek/uitvoer', auditor, {
      ...{ csrf: await csrf(), inhoud: 'all' },
    })
    const line = all.split('\n').find((each) => each.startsWith('{"decision')) ?? ''
    const receipt: string = JSON.parse(line).decision.receipt
    const right = await page('/controle', '', { bewijs: receipt })
    expect(right.text).toContain('Deze bon is vastgelegd in het logboek')
    expect(right.text).toContain('Opnieuw beslist komt er precies hetzelfde uit')
    const other = await page('/controle', '', {
      bewijs: receipt.replace(/"placed":\[\["[0-9a-f]/, '"placed":[["z'),
    })
    expect(other.text).toContain('Dit staat niet in het logboek')
    expect(other.text).toContain('placed[0][0]')
  })

  test('the list of a home is decided again for everybody, without telling how few responded', async () => {
    const { text } = await page(`/controle?woning=${listing}`)
    expect(text).toContain('Opnieuw beslist komt er precies hetzelfde uit')
    expect(text).toContain('Voorbeeldstraat 1: minder dan 10 kandidaten')
    expect(text).toContain(`href="/woningen/${listing}/uitslag"`)
    expect((await page('/controle?woning=9999')).status).toBe(404)
  })

  test.each([
    ['', 'Plak eerst uw bewijs of bon.'],
    ['<b>iets</b>', 'Dit is geen bewijs of bon die wij kennen'],
    ['{"scheme":"verdeelsleutel-receipt-v1"}', 'de bon is niet te lezen'],
  ])('"%s" gets an answer', async (bewijs, said) => {
    const { text } = await page('/controle', '', { bewijs })
    expect(text).toContain(said)
    expect(text).not.toContain('<b>iets')
  })

  test('and says it in English too', async () => {
    expect((await page('/controle?taal=en')).text).toContain('Check it yourself')
  })
})

describe('the tree', () => {
  test('is open to who keeps a copy: the checkpoint and the tiles, not the events', async () => {
    const checkpoint = await page('/logboek/checkpoint')
    const [origin, size] = checkpoint.text.split('\n')
    expect(origin).toBe('verdeelsleutel/parkstad')
    const response = await app.request(`/logboek/tile/0/000.p/${size}`)
    expect((await response.arrayBuffer()).byteLength).toBe(32 * Number(size))
    for (const path of [
      '0/000',
      '0/001.p/1',
      '0/000.p/257',
      '0/0',
      '9/000.p/1',
      'entries/000.p/1',
    ]) {
      expect((await page(`/logboek/tile/${path}`)).status).toBe(404)
    }
  })
})
