import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnDatabase, ownDatabase } from '../tests/own-database.ts'

let database: OwnDatabase
beforeAll(async () => {
  database = await ownDatabase()
})
afterAll(async () => database?.drop())

function numbers(until: number, divide = '1') {
  const series = sql<{ each: number }>`generate_series(1, ${until}::int)`.as('each')
  return database.store.selectFrom(series).select(sql<number>`each / ${sql.raw(divide)}`.as('each'))
}

test('gives every row in order, however many are asked at a time', async () => {
  for (const atOnce of [1, 7, 1_000, 5_000]) {
    const found: number[] = []
    for await (const { each } of numbers(2_500).stream(atOnce)) found.push(each)
    expect(found).toEqual(Array.from({ length: 2_500 }, (_, at) => at + 1))
  }
})

test('leaves the connection free for the rest of a transaction, also when somebody stops halfway', async () => {
  await database.store.transaction().execute(async (transaction) => {
    const rows = transaction.selectFrom(sql<{ n: number }>`generate_series(1, 50000)`.as('n'))
    for await (const _ of rows.selectAll().stream(10)) break
    const { rows: after } = await sql<{ one: number }>`select 1 as one`.execute(transaction)
    expect(after).toEqual([{ one: 1 }])
  })
})

test('tells what goes wrong halfway, and the connection goes on', async () => {
  const read = async () => {
    for await (const _ of numbers(3_000, '(each - 2900)').stream(100));
  }
  await expect(read()).rejects.toThrow('division by zero')
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.store)
  expect(rows).toEqual([{ one: 1 }])
})
