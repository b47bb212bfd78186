/**
 * A program can do what a page can: every operation, and everything that pages read from the store, has an address
 * of the interface, or a reason in `tests/api-not-for-programs.csv` why a program cannot have it. A page with
 * something new fails here until one of the two is there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { routes } from './routes.ts'

const root = join(import.meta.dirname, '..')
const reasons: readonly { readonly name: string; readonly reason: string }[] = parse(
  readFileSync(join(root, 'tests/api-not-for-programs.csv')),
  { columns: true },
)

/** What the files of a folder take from operations, by file and name, types not counted. */
function takenBy(folder: string): ReadonlySet<string> {
  const files = readdirSync(join(root, folder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const taken = files.flatMap((name) => {
    const text = readFileSync(join(root, folder, name), 'utf8')
    const imports = text.matchAll(/^import (\{[^}]*\}) from '\.\.\/operations\/([\w-]+\.ts)'/gm)
    return [...imports].flatMap(([, names = '', file = '']) =>
      names
        .replaceAll(/[{}\s]+/g, ' ')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '' && !each.startsWith('type '))
        .map((each) => `${file} ${each.split(' as ')[0]}`),
    )
  })
  return new Set(taken)
}

async function exportsOf(file: string): Promise<[string, unknown][]> {
  const module: Readonly<Record<string, unknown>> = await import(join(root, 'operations', file))
  return Object.entries(module)
}

function isOperation(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'action' in value && 'perform' in value
}

// What waits for an answer of the store; what reckons with what it was given is no matter of a door.
function asks(value: unknown): boolean {
  return typeof value === 'function' && value.constructor.name.startsWith('Async')
}

const files = readdirSync(join(root, 'operations')).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

test('every operation and everything a page reads has a route, or a reason why not', async () => {
  const [byPages, byPrograms] = [takenBy('web'), takenBy('api')]
  const carriedOut = new Set<unknown>(routes.flatMap(({ does }) => does ?? []))
  const lacking: string[] = []
  const having: string[] = []
  for (const file of files) {
    for (const [name, value] of await exportsOf(file)) {
      const key = `${file} ${name}`
      if (isOperation(value)) (carriedOut.has(value) ? having : lacking).push(key)
      else if (asks(value) && byPages.has(key)) {
        ;(byPrograms.has(key) ? having : lacking).push(key)
      }
    }
  }
  // Where nothing is found, nothing is checked.
  expect(having.length + lacking.length).toBeGreaterThan(120)
  expect(lacking.toSorted()).toEqual(reasons.map(({ name }) => name).toSorted())
  for (const { name, reason } of reasons) expect([name, reason.length > 20]).toEqual([name, true])
})

test('what a route says it carries out is an operation', () => {
  for (const { does, name } of routes) {
    if (does) expect([name, isOperation(does)]).toEqual([name, true])
  }
  // What is sent only to be looked up, because it is nobody's business in an address, changes nothing.
  const acting = routes.filter(
    ({ method, scope }) => method !== 'get' && scope !== undefined && !scope.endsWith(':lezen'),
  )
  expect(acting.filter(({ does }) => does === undefined).map(({ name }) => name)).toEqual([])
})
