/**
 * No page asks the database more often because there is more to show: every page that can be looked at is asked
 * for with one row on each list and with thirty, and the questions to the database are counted.
 */
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSession } from '../../operations/sessions.ts'
import { makeApp } from '../../web/app.ts'
import { sightsOf, unseenOf } from './addresses.ts'
import {
  leadOn,
  type Stock,
  type StockedRegion,
  stockedRegion,
  type VisitorName,
} from './stocked-region.ts'

let region: StockedRegion
beforeAll(async () => {
  region = await stockedRegion()
})
afterAll(async () => region?.database.drop())

const asked = { count: 0 }
const counting: KyselyPlugin = {
  transformQuery({ node }) {
    asked.count += 1
    return node
  },
  transformResult: async ({ result }) => result,
}

/** Questions each page asks, by address and state, and whether somebody could see it. */
async function questionsPerPage({ visitors, samples }: Stock) {
  const { setting } = region
  const app = makeApp({ ...setting, store: setting.store.withPlugin(counting) })
  const { sights, without } = sightsOf(app, samples)
  const cookies: string[] = []
  for (const name of likely) {
    const actor = visitors.get(name)
    const token =
      actor && (await beginSession(region.store, region.region, actor.human, region.now()))
    cookies.push(token === undefined ? '' : `sessie=${token}`)
  }
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  for (const { route, state, path } of sights) {
    let seenBy = 0
    for (const [at, cookie] of cookies.entries()) {
      if (seenBy === lookers) break
      const look = async () => app.request(path, { headers: { cookie } })
      const { status } = await look()
      if (!isPage(status)) continue
      seen.add(path)
      seenBy += 1
      // The first look may fill what is remembered of rules; the second tells what every look costs.
      asked.count = 0
      await (await look()).text()
      counts.set(`${route} (${state}) as ${likely[at]}`, asked.count)
    }
  }
  return { counts, without, unseen: unseenOf(sights, seen) }
}

// Also a page that says what is wrong with a question is a page.
const isPage = (status: number) => status === 200 || status === 409 || status === 422

/** Who is tried, first who sees most; a page is looked at by the first two who see it. */
const likely: readonly VisitorName[] = [
  ...(['seeker', 'helper', 'taker', 'letting-officer', 'reviewer'] as const),
  ...(['auditor', 'functional-admin', 'technical-admin', 'complaints-committee'] as const),
  ...(['municipal-policy', 'landlord-policy', 'tenants-organisation', 'newcomer'] as const),
  'nobody',
]
const lookers = 2

test('no page asks more of the database when there is more to show', {
  timeout: 300_000,
}, async () => {
  // What is over by then, such as an offer that lapsed, is there both times that are compared.
  await region.stock(1)
  const few = await questionsPerPage(await region.stock(1))
  expect(few.without, 'addresses of which tests/pages/stocked-region.ts has no sample').toEqual(
    leadOn,
  )
  expect(few.unseen, 'pages that nobody got to see').toEqual([])
  const many = await questionsPerPage(await region.stock(30))
  const grown = [...few.counts].flatMap(([page, before]) => {
    const after = many.counts.get(page) ?? 0
    return after > before ? [`${page}: ${before} with one row, ${after} with thirty`] : []
  })
  expect(grown).toEqual([])
  expect(Math.max(...many.counts.values())).toBeLessThanOrEqual(most)
})

/** More than this would be slow on every page, whatever there is to show. */
const most = 25
