import { sql } from 'kysely'
import { headOf, rowsOf } from '../../core/ranking/kept-list.ts'
import { rankingFrom } from '../../operations/ranking-of-listing.ts'
import { receiptOf } from '../../store/listings.ts'
import { prepare } from './prepare.ts'

const { store, close } = await prepare((t) => process.stdout.write(t))
const lists = await store
  .selectFrom('ranking')
  .innerJoin('listing', 'listing.id', 'ranking.listing')
  .select(['listing.id', 'listing.rule_books'])
  .where('ranking.head', 'is', null)
  .execute()
console.log(lists.length)
let n = 0
for (const { id, rule_books } of lists) {
  const r = await receiptOf(store, 'parkstad', id)
  const ranking = rankingFrom(r ?? '')
  const rows = [...rowsOf(ranking)]
  await store
    .updateTable('ranking')
    .set({
      head: JSON.stringify(headOf(ranking, rule_books.map((h) => h.toString('hex')).toSorted())),
    })
    .where('listing', '=', id)
    .execute()
  await sql`update standing set part = t.part from unnest(${rows.map((x) => x.person)}::uuid[], ${rows.map((x) => JSON.stringify(x.kept))}::json[]) as t(person, part) where standing.region = 'parkstad' and standing.listing = ${id} and standing.person = t.person`.execute(
    store,
  )
  if (++n % 200 === 0) console.log(n)
}
await sql`vacuum analyze standing`.execute(store)
await close()
