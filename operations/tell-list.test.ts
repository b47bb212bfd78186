import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { inTransaction } from './operation.ts'
import { doDueJob } from './tasks.ts'
import { tellList } from './tell-list.ts'

let region: LettingRegion
beforeAll(async () => {
  region = await lettingRegion()
})
afterAll(async () => region?.database.drop())

test('tells a long list in parts, everybody once, and nobody whose file is gone', async () => {
  const { listing } = await region.closedListing(1)
  const { store } = region
  const count = 12_000
  await sql`
    insert into person (region, id, name, facts, erased_at)
    select ${region.region}, gen_random_uuid(), 'Lang', '{}', case when n % 100 = 0 then now() end
    from generate_series(1, ${count}::int) as n`.execute(store)
  await sql`
    insert into standing (region, listing, person)
    select region, ${listing}, id from person where name = 'Lang'`.execute(store)
  const told = async () => {
    const { rows } = await sql<{ messages: number; people: number; erased: number }>`
      select count(*)::int as messages, count(distinct person)::int as people,
        count(*) filter (where erased_at is not null)::int as erased
      from message join person on person.region = message.region and person.id = message.person
      where code = 'result' and person.name = 'Lang'
        and message.facts = ${JSON.stringify({ listing })}::jsonb`.execute(store)
    return rows[0]
  }
  await inTransaction(region.setting, undefined, (doing) =>
    tellList(doing, { listing, code: 'result' }),
  )
  const first = await told()
  expect(first?.people).toBeGreaterThan(4_000)
  expect(first?.people).toBeLessThan(count / 2)
  for (const outcome of [await doDueJob(region.setting, ['tell-list']), await lastOf()]) {
    expect(outcome).toMatchObject({ task: 'tell-list', outcome: { listing } })
  }
  expect(await told()).toEqual({ messages: count * 0.99, people: count * 0.99, erased: 0 })

  // A reference is the first twelve digits: told at once they begin alike, and differ in the second four already.
  const { rows } = await sql<{ one: number; two: number; whole: number }>`
    select count(distinct left(id::text, 4))::int as one, count(distinct substr(id::text, 5, 4))::int as two,
      count(distinct left(id::text, 13))::int as whole
    from message where facts = ${JSON.stringify({ listing })}::jsonb and code = 'result'`.execute(
    store,
  )
  expect(rows[0]?.one).toBeLessThan(10)
  expect(rows[0]?.two).toBeGreaterThan(count * 0.8)
  expect(rows[0]?.whole).toBeGreaterThan(count * 0.98)
})

// The one after which there is nothing left to tell.
async function lastOf() {
  const last = await doDueJob(region.setting, ['tell-list'])
  expect(await doDueJob(region.setting, ['tell-list'])).toBeUndefined()
  return last
}
