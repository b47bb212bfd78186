import { expect, test } from 'vitest'
import { rankUnder } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { anyCase, anyRules } from '../../tests/random-books.ts'
import { explainPlace } from './explain-place.ts'
import { headOf, isDecidedAgain, type ListRow, partFromRow, rowsOf } from './kept-list.ts'
import { ownPart } from './own-part.ts'

/** As the database gives it back. */
const throughJson = <Kept>(kept: Kept): Kept => JSON.parse(JSON.stringify(kept))

test('what is kept for each person says what the list says of them, and is decided the same again', () => {
  fc.assert(
    fc.property(anyRules, anyCase, (rules, asked) => {
      const ranking = rankUnder(rules, asked)
      const head = throughJson(headOf(ranking, []))
      const { bound, order, candidates } = ranking
      const total = order.sorted.length
      const rows: ListRow[] = [...rowsOf(ranking)].map(throughJson)
      expect(rows).toHaveLength(candidates.length)
      for (const row of rows) {
        const part = partFromRow(bound, head, { ...row, total })
        const told = ownPart(ranking, row.person)
        expect(part.placed).toEqual(told?.placed)
        expect([part.outcome, part.total]).toEqual([told?.outcome, told?.total])
        for (const name of head.names) expect(part.seeker[name]).toEqual(told?.seeker[name])
        expect(isDecidedAgain(head, part)).toBe(true)
        if (row.place === undefined) expect(row.code).toBeTypeOf('string')
        else expect(part.placed?.ahead).toEqual(explainPlace(order, row.place).ahead)
      }
      const placed = head.tiers.reduce((sum, [, count]) => sum + count, 0)
      expect(placed).toBe(total)
    }),
    cases(150),
  )
})

test('a place that does not follow from what was kept is found out', () => {
  fc.assert(
    fc.property(anyRules, anyCase, (rules, asked) => {
      const ranking = rankUnder(rules, asked)
      const head = headOf(ranking, [])
      const total = ranking.order.sorted.length
      for (const row of rowsOf(ranking)) {
        if (row.place === undefined) continue
        const moved = partFromRow(ranking.bound, head, { ...row, place: row.place + 1, total })
        expect(isDecidedAgain(head, moved)).toBe(false)
      }
    }),
    cases(50),
  )
})
