/**
 * Every address as every role. What is expected stands in a file written by hand: an address that is not in it
 * fails, and so does one that answers somebody it should not. Numbers in addresses are of things that are not
 * there: what is there and not for you answers the same, which the tests of each part hold.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../operations/access-table.ts'
import { beginSession } from '../operations/sessions.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { type App, makeApp } from './app.ts'

const file = join(import.meta.dirname, '../tests/routes-expected.csv')
// The last column is for the few addresses where one of the other roles differs: `complaints-committee=200`.
const rows: readonly Record<string, string>[] = parse(readFileSync(file), {
  ...{ columns: true, relax_column_count: true },
})

const visitors = ['nobody', ...roles] as const
type Visitor = (typeof visitors)[number]

let region: LettingRegion
let app: App
const cookies = new Map<Visitor, string>()

beforeAll(async () => {
  region = await lettingRegion()
  const { store, setting } = region
  app = makeApp({ ...setting, regionName: 'Parkstad', isExample: true, isSecure: false })
  for (const role of roles) {
    const { human } = role === 'seeker' ? await region.seeker() : await region.worker(role)
    cookies.set(role, `sessie=${await beginSession(store, region.region, human, region.now())}`)
  }
})
afterAll(async () => region?.database.drop())

test('every address is in the file, and nothing else', () => {
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  const named = rows.map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].toSorted()).toEqual(named.toSorted())
})

describe.each(rows.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (_, row) => {
  test.each(visitors)('as %s', async (visitor) => {
    const { method = 'GET', path = '' } = row
    const address = path
      .replace(/:level\{[^}]*\}\}?/, '0')
      .replace(/:path\{[^}]*\}/, 'x999')
      .replace(/:[a-z]+(\{[^}]*\})?/g, '999999')
    const answer = await app.request(address, {
      method,
      headers: { cookie: cookies.get(visitor) ?? '' },
      ...(method === 'POST' && { body: new URLSearchParams({ csrf: 'forged' }) }),
    })
    const differs = new Map(
      row.but
        ?.split(' ')
        .map((each) => each.split('=', 2))
        .map(([role = '', status = '']) => [role, status]),
    )
    const expected = differs.get(visitor) ?? row[visitor] ?? row.others ?? ''
    expect(String(answer.status)).toBe(expected)
  })
})
