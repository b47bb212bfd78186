import { describe, expect, test } from 'vitest'
import { caseOn, person, rankUnder } from '../../tests/example-book.ts'
import type { Facts } from '../basics/facts.ts'
import type { Rule } from '../policy/rule-book.ts'
import { compareRankings } from './compare-rankings.ts'
import type { Ranking } from './rank-listing.ts'

const day = '2026-06-01'
const byAge: Rule = {
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [],
  finally: [{ by: 'highest', of: 'age' }],
}
const families: Rule = {
  kind: 'priority',
  id: 'families',
  ground: 'socio-economic',
  who: [{ name: 'children', test: { at_least: 1 } }],
}
const familiesFirst: Rule = { ...byAge, tiers: [{ priority: ['families'], by: [] }] }
const adult: Rule = {
  kind: 'requirement',
  id: 'adult',
  to: 'respond',
  must: [{ name: 'age', test: { at_least: 23 } }],
  code: 'under-age',
}

const seekers: Readonly<Record<string, Facts>> = {
  ann: { age: 50, children: 0 },
  bob: { age: 20, children: 2 },
  cor: { children: 1 },
  dee: { age: 40, children: 1 },
}

function rank(rules: readonly Rule[], ids = Object.keys(seekers)): Ranking {
  return rankUnder(
    rules,
    caseOn(
      day,
      ids.map((id) => person(id, { facts: seekers[id] ?? {} })),
    ),
  )
}

const placed = (place: number, tier = 'none') => ({ placed: true, place, tier })

describe('the same people under other rules', () => {
  test('move up, down and to other groups', () => {
    expect(compareRankings(rank([byAge]), rank([families, familiesFirst]))).toEqual([
      { id: 'ann', before: placed(1), after: placed(4) },
      { id: 'bob', before: placed(3), after: placed(2, 'families') },
      { id: 'cor', before: placed(4), after: placed(3, 'families') },
      { id: 'dee', before: placed(2), after: placed(1, 'families') },
    ])
  })

  test('lose access with the codes that keep them out, or stay undecided', () => {
    const shifts = compareRankings(rank([byAge]), rank([byAge, adult]))
    expect(shifts.map(({ id, after }) => [id, after])).toEqual([
      ['ann', placed(1)],
      ['bob', { placed: false, codes: ['under-age'], undecided: false }],
      ['cor', { placed: false, codes: ['under-age'], undecided: true }],
      ['dee', placed(2)],
    ])
  })

  test('gain access', () => {
    const shifts = compareRankings(rank([byAge, adult]), rank([byAge]))
    expect(shifts.find(({ id }) => id === 'bob')).toEqual({
      id: 'bob',
      before: { placed: false, codes: ['under-age'], undecided: false },
      after: placed(3),
    })
  })

  test('nothing moves under the same rules', () => {
    for (const { before, after } of compareRankings(rank([byAge, adult]), rank([byAge, adult]))) {
      expect(after).toEqual(before)
    }
  })

  test('who is in one of the two only is no shift', () => {
    const shifts = compareRankings(rank([byAge], ['ann', 'bob']), rank([byAge], ['bob', 'dee']))
    expect(shifts).toEqual([{ id: 'bob', before: placed(2), after: placed(2) }])
  })
})
