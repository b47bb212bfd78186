/**
 * Every route of the interface as every role. What is expected stands in a file written by hand from the trust
 * model (D5): a route that is not in it fails, and so does one that answers somebody it should not. `ik` is who
 * asks; elsewhere numbers are of a file that is there, and of things that are not.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../operations/access-table.ts'
import type { Actor } from '../operations/operation.ts'
import { type ApiRegion, apiRegion } from '../tests/api-region.ts'
import { makeApi } from './app.ts'
import { routes } from './routes.ts'
import { scopes } from './scopes.ts'

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

test.each(rows.map((row) => [`${row.method} ${row.path}`, row] as const))(
  '%s, as everybody',
  async (_, row) => {
    const { method, path = '', body = '' } = row
    const address = path
      .replace('{woningzoekendeId}', somebody)
      .replace('{kenmerk}', '0000-0000-0000')
      .replace('{jaar}/{kwartaal}', '2025/1')
      .replaceAll(/\{\w+(Id|Code)\}/g, (name) => (isUuid(name) ? nothing : '999999'))
      .replaceAll(/\{\w+\}/g, '999999')
    const answers: Record<string, string> = {}
    // However often they may ask is another test.
    region.goTo(new Date(region.now().getTime() + 60_000))
    // One after the other: what one of them does must not be in the way of another.
    for (const visitor of visitors) {
      const answer = await region.ask(
        method === 'GET' || method === 'PATCH' ? method : 'POST',
        address,
        { as: actors.get(visitor), ...(body !== '' && { body }) },
      )
      answers[visitor] = String(answer.status)
    }
    const said = new Map(
      row.expected?.split('; ').map((each): [string, string] => {
        const [who = '', status = ''] = each.split(' ')
        return [who, status]
      }),
    )
    const expected = visitors.map((each) => [each, said.get(each) ?? said.get('others')])
    expect(answers).toEqual(Object.fromEntries(expected))
  },
)

test.each(routes.flatMap((each) => (each.scope === undefined ? [] : [[each.name, each] as const])))(
  '%s is refused with a token for everything else',
  async (_, { method, at, scope }) => {
    const address = at.replaceAll(/\{\w+\}/g, '999999')
    region.goTo(new Date(region.now().getTime() + 60_000))
    const asking = method === 'get' ? 'GET' : method === 'patch' ? 'PATCH' : 'POST'
    const others = scopes.filter((each) => each !== scope)
    const answer = await region.ask(asking, address, { as: actors.get('seeker'), scopes: others })
    expect(answer.status).toBe(403)
    expect(answer.body.detail).toContain(scope)
  },
)

const nothing = '00000000-0000-4000-8000-000000000000'
const uuids = [
  ...['aanbiedingId', 'documentId', 'zoekopdrachtId', 'complexId', 'correctieId', 'opdrachtId'],
  ...['voorstelId', 'adviesId', 'inzageId', 'rondeId', 'aanvraagId'],
]

function isUuid(name: string): boolean {
  return uuids.some((each) => name === `{${each}}`)
}
