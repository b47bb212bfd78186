/** What is kept of a list says of each person what the list says, and what was altered in it is found out. */
import { describe, expect, test } from 'vitest'
import {
  adult,
  bookOf,
  byRegistration,
  caseOn,
  person,
  rankUnder,
} from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { anyCase, anyRules } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition } from '../policy/condition.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Case } from './case.ts'
import { explainPlace } from './explain-place.ts'
import {
  boundUnder,
  headOf,
  isDecidedAgain,
  type KeptPart,
  type ListRow,
  partFromRow,
  rowsOf,
} from './kept-list.ts'
import { ownPart } from './own-part.ts'
import { prepare } from './prepare.ts'
import type { Ranking } from './rank-listing.ts'

/** As the database gives it back. */
const throughJson = <Kept>(kept: Kept): Kept => JSON.parse(JSON.stringify(kept))

const day = '2026-06-01'
const is = (name: string, value: string): Condition => [{ name, test: { is: [value] } }]
const local: Rule = {
  kind: 'requirement',
  id: 'local',
  to: 'respond',
  must: is('lives-in', 'heerlen'),
  code: 'not-bound',
}
const urgent: Rule = {
  kind: 'priority',
  id: 'urgent',
  ground: 'urgency',
  who: is('urgency-ground', 'medical'),
}
const urgentFirst: Rule = { ...byRegistration, tiers: [{ priority: ['urgent'], by: [] }] }
const rules = [adult, local, urgent, urgentFirst]

const seeker = (id: string, registered: string | undefined, facts: Facts = {}) =>
  person(id, {
    facts: {
      ...{ 'registered-on': registered === undefined ? undefined : date(registered) },
      ...{ age: 40, 'lives-in': 'heerlen', profession: 'nurse' },
      ...facts,
    },
  })
const people = [
  seeker('ann', '2020-03-01', { 'urgency-ground': 'medical' }),
  seeker('bob', '2010-01-01'),
  seeker('cor', '2012-05-01'),
  seeker('dee', '2012-05-01'),
  seeker('eva', '2005-01-01', { age: 17, 'lives-in': 'kerkrade' }),
  seeker('fay', '2005-01-01', { age: undefined }),
  seeker('gus', undefined),
]
const ranking = rankUnder(rules, caseOn(day, people, { home: { segment: 'social' } }))

describe('the head of a list', () => {
  test('holds what it was decided under and its counts, of nobody by name', () => {
    const { on, moments, listing } = caseOn(day, [], { home: { segment: 'social' } })
    expect(headOf(ranking, ['hash of the book'])).toEqual({
      decided: { on, moments, listing, quotas: {}, judgements: {} },
      rules: ['hash of the book'],
      names: ['age', 'lives-in', 'registered-on', 'urgency-ground'],
      undrawn: [[2, 4]],
      // In the order of the list, and the years in their own.
      tiers: [
        ['urgent', 1],
        ['none', 4],
      ],
      years: [
        [2010, 1],
        [2012, 2],
        [2020, 1],
      ],
      firstTen: [],
    })
  })

  const line = (count: number, without: readonly number[] = []) =>
    Array.from({ length: count }, (_, at) =>
      seeker(`p${at}`, without.includes(at) ? undefined : `20${10 + at}-01-01`),
    )
  const byAge: Rule = { ...byRegistration, finally: [{ by: 'highest', of: 'age' }] }
  const known: Rule = {
    ...{ kind: 'requirement', id: 'known', to: 'respond', code: 'not-registered' },
    must: [
      { any: [[{ name: 'registered-on', test: { known: true } }], is('lives-in', 'heerlen')] },
    ],
  }
  const tenUnder = (all: readonly Rule[], candidates: Case['candidates']) =>
    headOf(rankUnder(all, caseOn(day, candidates)), []).firstTen
  const years = (...all: readonly number[]) => all.map((year) => date(`20${year}-01-01`))

  test.each([
    ['not of nine', line(9), []],
    ['of ten', line(10), years(10, 11, 12, 13, 14, 15, 16, 17, 18, 19)],
    ['of the first ten of eleven', line(11), years(10, 11, 12, 13, 14, 15, 16, 17, 18, 19)],
    ['not where it is known of nine of ten', line(10, [4]), []],
    [
      'of ten of whom it is known, before one',
      line(11, [4]),
      years(10, 11, 12, 13, 15, 16, 17, 18, 19, 20),
    ],
  ])('tells since when the first ten are registered: %s', (_, candidates, expected) => {
    expect(tenUnder(rules, candidates)).toEqual(expected)
  })

  test('tells it in the order of the list, of the ten who stand first and no others', () => {
    const old = line(12).map((each, at) => ({ ...each, facts: { ...each.facts, age: 30 + at } }))
    expect(tenUnder([byAge, known], old)).toEqual(years(21, 20, 19, 18, 17, 16, 15, 14, 13, 12))
  })

  test('tells nothing of one of the first ten, where the others are not known to be registered', () => {
    const old = line(12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).map((each, at) => ({
      ...each,
      facts: { ...each.facts, age: 50 - at },
    }))
    expect(tenUnder([byAge, known], old)).toEqual([])
  })

  test('has no years where the rules do not ask since when anybody is registered', () => {
    const head = headOf(rankUnder([adult, byAge], caseOn(day, line(12))), [])
    expect([head.years, head.firstTen, head.tiers]).toEqual([[], [], [['none', 12]]])
  })
})

describe('the row of each candidate', () => {
  const cells = (age: number | null, lives: string, on: string | null, ground: string | null) => [
    ...[age, lives, on === null ? null : date(on), ground],
  ]
  const first = ['higher-tier', 'urgent', 1] as const
  const time = (count: number) => ['ahead-by-key', 'registered-on', count] as const
  const lot = ['ahead-by-lot', 'lot', 1] as const
  const none = undefined

  test.each<[string, Omit<ListRow, 'person' | 'kept'>, KeptPart]>([
    [
      'ann',
      { place: 1, tier: 'urgent', code: none },
      [cells(40, 'heerlen', '2020-03-01', 'medical'), [], 0],
    ],
    [
      'bob',
      { place: 2, tier: 'none', code: none },
      [cells(40, 'heerlen', '2010-01-01', null), [first], 1],
    ],
    [
      'cor',
      { place: 3, tier: 'none', code: none },
      [cells(40, 'heerlen', '2012-05-01', null), [first, time(1)], 1],
    ],
    [
      'dee',
      { place: 4, tier: 'none', code: none },
      [cells(40, 'heerlen', '2012-05-01', null), [first, time(1), lot], 1],
    ],
    [
      'eva',
      { place: none, tier: none, code: 'under-age' },
      [cells(17, 'kerkrade', '2005-01-01', null), [], 'excluded'],
    ],
    [
      'fay',
      { place: none, tier: none, code: 'under-age' },
      [cells(null, 'heerlen', '2005-01-01', null), [], 'undecided'],
    ],
    [
      'gus',
      { place: 5, tier: 'none', code: none },
      [cells(40, 'heerlen', null, null), [first, time(3)], 1],
    ],
  ])('of %s', (id, told, kept) => {
    const row = [...rowsOf(ranking)].find((each) => each.person === id)
    expect(row).toEqual({ person: id, ...told, kept })
  })

  test('says what the list says of them, and is decided the same again', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (anyOf, asked) => {
        const list = rankUnder(anyOf, asked)
        const head = throughJson(headOf(list, []))
        const { bound, order, candidates } = list
        const total = order.sorted.length
        const rows: ListRow[] = [...rowsOf(list)].map(throughJson)
        expect(rows).toHaveLength(candidates.length)
        for (const row of rows) {
          const part = partFromRow(bound, head, { ...row, total })
          const told = ownPart(list, row.person)
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
})

describe('the rules of a list, from its head', () => {
  const share: Rule = {
    kind: 'quota',
    id: 'share',
    counts: is('priorities-applied', 'urgent'),
    limit: { at_most: 1 },
    per: 'calendar-year',
    at_limit: 'priority-off',
  }
  const boundFrom = (used: number, home: Facts = {}, all: readonly Rule[] = rules) => {
    const on = date(day)
    const quotas = { share: { all: { used, base: used } } }
    const list = rankUnder([...all, share], caseOn(day, people, { quotas }))
    const head = throughJson(headOf(list, []))
    const { decided } = head
    const listing = { ...decided.listing, facts: { ...decided.listing.facts, ...home } }
    const prepared = prepare(resolve([bookOf([...all, share])], { on }))
    return boundUnder(prepared, { ...head, decided: { ...decided, listing } })
  }

  test('are those it was made under, with the shares as they stood then', () => {
    const tiers = (used: number) => boundFrom(used)?.tiers.map(({ priorities }) => priorities)
    expect([tiers(0), tiers(1)]).toEqual([
      [[0], []],
      [[], []],
    ])
    expect(boundFrom(1)?.off).toEqual([{ rule: 'urgent', code: 'priority-off', by: 'share' }])
    expect(boundFrom(0)?.names).toEqual(ranking.bound.names)
  })

  test('are none where these rules have no order for such a home', () => {
    expect(boundFrom(0, { model: 'lottery' })).toBeUndefined()
  })
})

describe('what was altered after the decision is found out', () => {
  const head = headOf(ranking, [])
  const rowOf = (list: Ranking, id: string): ListRow => {
    const found = [...rowsOf(list)].find((row) => row.person === id)
    if (!found) throw new Error('nobody of that name responded')
    return found
  }
  const stands = (id: string, alter: (row: ListRow) => Partial<ListRow>) => {
    const row = throughJson(rowOf(ranking, id))
    const altered = { ...row, ...alter(row), total: 5 }
    return isDecidedAgain(head, partFromRow(ranking.bound, head, altered))
  }
  const kept =
    (at: { cells?: KeptPart[0]; ahead?: KeptPart[1]; group?: KeptPart[2] }) => (row: ListRow) => {
      const [cells, ahead, group] = row.kept
      return { kept: [at.cells ?? cells, at.ahead ?? ahead, at.group ?? group] as const }
    }
  const [age, registered] = [40, date('2010-01-01')]

  test.each(people.map(({ id }) => id))('nothing was of %s', (id) => {
    expect(stands(id, () => ({}))).toBe(true)
  })

  test.each<[string, string, (row: ListRow) => Partial<ListRow>]>([
    ['a place moved up', 'bob', () => ({ place: 1 })],
    ['a place moved down', 'bob', () => ({ place: 3 })],
    ['the first place taken by another', 'cor', () => ({ place: 1 })],
    ['a place taken away', 'bob', () => ({ place: undefined })],
    [
      'a place taken away with its group',
      'bob',
      (row) => ({ place: undefined, ...kept({ group: 'excluded' })(row) }),
    ],
    [
      'a place given to who is kept out',
      'eva',
      (row) => ({ place: 1, ...kept({ group: 1 })(row) }),
    ],
    [
      'a place given to whom is not decided about',
      'fay',
      (row) => ({ place: 1, ...kept({ group: 1 })(row) }),
    ],
    ['a group one was not in', 'bob', kept({ group: 0 })],
    ['the group of others', 'ann', kept({ group: 1 })],
    ['fewer put ahead', 'cor', kept({ ahead: [['higher-tier', 'urgent', 1]] })],
    ['more put ahead', 'ann', kept({ ahead: [['higher-tier', 'urgent', 1]] })],
    ['a value that keeps them out', 'bob', kept({ cells: [17, 'heerlen', registered, null] })],
    ['a value taken away', 'bob', kept({ cells: [null, 'heerlen', registered, null] })],
    [
      'a value that gives priority',
      'bob',
      kept({ cells: [age, 'heerlen', registered, 'medical'] }),
    ],
    ['who was kept out called undecided', 'eva', kept({ group: 'undecided' })],
    ['who is undecided called kept out', 'fay', kept({ group: 'excluded' })],
    ['a value that lets them in', 'eva', kept({ cells: [18, 'heerlen', registered, null] })],
    ['a value that decides', 'fay', kept({ cells: [17, 'heerlen', registered, null] })],
  ])('%s', (_, id, alter) => {
    expect(stands(id, alter)).toBe(false)
  })

  test.each<[string, Partial<ListRow>, string]>([
    ['a group without a place', { place: undefined }, 'excluded'],
    [
      'a place without a group',
      { kept: [[age, 'heerlen', registered, null], [], 'undecided'] },
      'undecided',
    ],
    [
      'a place of who was kept out',
      { kept: [[age, 'heerlen', registered, null], [], 'excluded'] },
      'excluded',
    ],
  ])('%s is no place', (_, altered, outcome) => {
    const row = { ...rowOf(ranking, 'bob'), ...altered, total: 5 }
    expect(partFromRow(ranking.bound, head, row)).toMatchObject({ placed: undefined, outcome })
  })

  test('a place that does not follow from what was kept, whatever the rules', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (anyOf, asked) => {
        const list = rankUnder(anyOf, asked)
        const total = list.order.sorted.length
        for (const row of rowsOf(list)) {
          if (row.place === undefined) continue
          const moved = partFromRow(list.bound, headOf(list, []), {
            ...row,
            place: row.place + 1,
            total,
          })
          expect(isDecidedAgain(headOf(list, []), moved)).toBe(false)
        }
      }),
      cases(50),
    )
  })
})

test('who a human chose stands first, and is decided the same again without the others', () => {
  const choice: Rule = {
    ...{ kind: 'judgement', id: 'choice', question: 'Wie past?', answer: 'seekers' },
    ...{ about: 'listing', decided_by: 'landlord' },
  }
  const chosenFirst: Rule = { ...byRegistration, finally: [{ by: 'chosen', of: 'choice' }] }
  const judgements = { choice: { listing: { answer: ['cor'], by: 'landlord' } } } as const
  const chosen = rankUnder([choice, chosenFirst], caseOn(day, people.slice(0, 3), { judgements }))
  const head = throughJson(headOf(chosen, []))
  const rows = [...rowsOf(chosen)].map(throughJson)
  expect(rows.map(({ person: id, place }) => [id, place])).toEqual([
    ['ann', 2],
    ['bob', 3],
    ['cor', 1],
  ])
  for (const row of rows) {
    const part = partFromRow(chosen.bound, head, { ...row, total: 3 })
    expect(isDecidedAgain(head, part)).toBe(true)
  }
})
