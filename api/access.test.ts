/**
 * Every route of the interface as every role. What is expected stands in a file written by hand from the trust
 * model (D5): a route that is not in it fails, and so does one that answers somebody it should not. `ik` is who
 * asks; elsewhere numbers are of a file that is there, and of things that are not.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../operations/access-table.ts'
import type { Actor } from '../operations/operation.ts'
import { type ApiRegion, apiRegion } from '../tests/api-region.ts'
import { makeApi } from './app.ts'
import { routes } from './routes.ts'

const file = join(import.meta.dirname, '../tests/api-expected.csv')
const rows: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true })

const visitors = ['nobody', ...roles] as const
type Visitor = (typeof visitors)[number]

let region: ApiRegion
let somebody = ''
const actors = new Map<Visitor, Actor>()

beforeAll(async () => {
  region = await apiRegion()
  somebody = (await region.seeker()).person
  for (const role of roles) {
    const actor = role === 'seeker' ? await region.seeker() : await region.worker(role)
    actors.set(role, actor)
  }
})
afterAll(async () => region?.database.drop())

test('every route is in the file, by oneself and for others, and nothing else', () => {
  const { setting } = region
  const served = makeApi(setting)
    .routes.filter(({ method }) => ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].includes(method))
    .map(
      ({ method, path }) =>
        `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')}`,
    )
  const named = rows.map(({ method, path = '' }) => `${method} ${path.split('?')[0]}`)
  const asOneself = named.map((each) =>
    each.replace('/woningzoekenden/ik', '/woningzoekenden/{woningzoekendeId}'),
  )
  expect([...new Set(served)].toSorted()).toEqual([...new Set(asOneself)].toSorted())
  expect(new Set(served).size).toBe(routes.length + 1)
  const own = named.filter((each) => each.includes('/ik') && !each.includes('/gebruikers'))
  for (const each of own) expect(named).toContain(each.replace('/ik', '/{woningzoekendeId}'))
})

describe.each(rows.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (_, row) => {
  test.each(visitors)('as %s', async (visitor) => {
    const { method, path = '', body = '' } = row
    const address = path
      .replace('{woningzoekendeId}', somebody)
      .replace('{aanbiedingId}', '00000000-0000-4000-8000-000000000000')
      .replace('{kenmerk}', '0000-0000-0000')
      .replaceAll(/\{\w+\}/g, '999999')
    const answer = await region.ask(
      method === 'GET' || method === 'PATCH' ? method : 'POST',
      address,
      {
        as: actors.get(visitor),
        ...(body !== '' && { body }),
      },
    )
    expect(String(answer.status)).toBe(row[visitor] ?? row.others)
  })
})
