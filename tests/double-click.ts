/**
 * The double click on every form: whatever a test sends that was done, its browser sends once more as it was, and
 * that must change nothing and lead to the same page. Which forms were sent so is written down for the run.
 */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { App } from '../web/app.ts'
import type { LettingRegion } from './letting-region.ts'

/** What there is of everything that an effect can add to. */
async function counted({ store }: LettingRegion): Promise<Record<string, number>> {
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
  const route = routeOf(app, path)
  const folder = process.env.TEST_SERVER_FOLDER
  if (folder !== undefined) appendFileSync(join(folder, 'double-clicks'), `${route}\n`)
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
