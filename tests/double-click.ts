/**
 * The double click on every form: whatever a test sends that was done, its browser sends once more as it was, and
 * that must change nothing and lead to the same page.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { App } from '../web/app.ts'
import type { LettingRegion } from './letting-region.ts'

/** What there is of everything that an effect can add to. */
export async function counted({ store }: LettingRegion): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['event', 'message', 'job', 'job_done', 'performed', 'history'] as const) {
    const { count } = await store
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = count
  }
  return counts
}

export async function doubleClick(
  app: App,
  region: LettingRegion,
  path: string,
  first: Response,
  again: () => Promise<Response>,
): Promise<void> {
  const before = await counted(region)
  const second = await again()
  const seen = { form: path, ...(await counted(region)), ...answerOf(second) }
  expect(seen).toEqual({ form: path, ...before, ...answerOf(first) })
  expect(formsTwice().get(routeOf(app, path) ?? ''), `a row in ${file} for ${path}`).toBeDefined()
}

const file = join(import.meta.dirname, 'double-click-expected.csv')

/**
 * What the second of a double click on each form is: `sent` is seen by browsers of tests, `together` is sent twice at
 * the same moment and once more by `double-click.test.ts`, `again` does no harm without a key and says why.
 */
export function formsTwice(): Map<string, { readonly how: string; readonly why: string }> {
  const rows: { form: string; how: string; why: string }[] = parse(readFileSync(file), {
    columns: true,
  })
  return new Map(rows.map(({ form, how, why }) => [form, { how, why }]))
}

function answerOf({ status, headers }: Response) {
  // Only the page: a receipt in its address may be gone with what was filled in.
  return { status, location: headers.get('location')?.split('?')[0] }
}

function routeOf(app: App, path: string): string | undefined {
  const [plain = ''] = path.split('?')
  return app.routes
    .filter(({ method }) => method === 'POST')
    .map((each) => each.path)
    .find((each) => patternOf(each).test(plain))
}

function patternOf(route: string): RegExp {
  return new RegExp(
    `^${route.replace(/:[a-z]+(?:\{([^/]*)\})?/g, (_, of?: string) => of ?? '[^/]+')}$`,
  )
}
