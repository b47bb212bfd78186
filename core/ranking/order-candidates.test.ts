import { describe, expect, test } from 'vitest'
import { caseOn, happened, person, rankUnder } from '../../tests/example-book.ts'
import { fc } from '../../tests/properties.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { Key, Tier } from '../policy/kinds/ranking.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Case } from './case.ts'
import { placedIds, type Ranking } from './rank-listing.ts'

const day = '2025-05-01'
const lot: Key = { by: 'lot', weights: 'equal' }
const byDate: Key = { by: 'earliest', of: 'registered-on' }
const seed = new Uint8Array(32).fill(7)

function ordering(keys: readonly Key[], tiers: readonly Tier[] = []): Rule {
  return { kind: 'ranking', id: 'order', model: 'ranked', tiers, finally: keys }
}

/** Positions of those who drew a lot. */
function drawers({ order }: Ranking): number[] {
  return order.lots.flatMap((key, position) => (key === undefined ? [] : [position]))
}

function rank(
  seekers: Readonly<Record<string, Facts>>,
  rules: readonly Rule[],
  others: Partial<Case> = {},
): Ranking {
  const candidates = Object.entries(seekers).map(([id, facts]) => person(id, { facts }))
  return rankUnder(rules, caseOn(day, candidates, others))
}

function orderOf(
  seekers: Readonly<Record<string, Facts>>,
  rules: readonly Rule[],
  others: Partial<Case> = {},
) {
  return placedIds(rank(seekers, rules, others))
}

describe('keys', () => {
  const aged = { ann: { age: 40 }, bob: {}, cor: { age: 20 }, dee: { age: 60 } }
  const registered = {
    ann: { 'registered-on': date('2015-01-01') },
    bob: {},
    cor: { 'registered-on': date('2020-01-01') },
    dee: { 'registered-on': date('2010-01-01') },
  }
  const living = {
    ann: { 'lives-in': 'b' },
    bob: {},
    cor: { 'lives-in': 'a' },
    dee: { 'lives-in': 'z' },
  }

  test.each<[string, Key, Readonly<Record<string, Facts>>, string[]]>([
    ['the earliest first', byDate, registered, ['dee', 'ann', 'cor', 'bob']],
    [
      'the latest first',
      { by: 'latest', of: 'registered-on' },
      registered,
      ['cor', 'ann', 'dee', 'bob'],
    ],
    ['the lowest first', { by: 'lowest', of: 'age' }, aged, ['cor', 'ann', 'dee', 'bob']],
    ['the highest first', { by: 'highest', of: 'age' }, aged, ['dee', 'ann', 'cor', 'bob']],
    [
      'in the order given, all others after it',
      { by: 'in-order', of: 'lives-in', values: ['a', 'b'] },
      living,
      ['cor', 'ann', 'bob', 'dee'],
    ],
    [
      'in the order given: not known goes after the last',
      { by: 'in-order', of: 'lives-in', values: ['a', 'b'] },
      { ann: {}, bob: { 'lives-in': 'b' }, cor: { 'lives-in': 'a' } },
      ['cor', 'bob', 'ann'],
    ],
    [
      'yes is higher than no',
      { by: 'highest', of: 'new' },
      { ann: { children: 1 }, bob: { children: 3 }, cor: {} },
      ['bob', 'ann', 'cor'],
    ],
    [
      'a word cannot be higher, and counts as not known',
      { by: 'highest', of: 'lives-in' },
      living,
      ['ann', 'bob', 'cor', 'dee'],
    ],
  ])('%s; what is not known comes last', (_, key, seekers, order) => {
    const definition: Rule = {
      kind: 'definition',
      id: 'new',
      when: [{ name: 'children', test: { at_least: 3 } }],
    }
    expect(orderOf(seekers, [definition, ordering([key, lot])])).toEqual(order)
  })

  test('a later key tells apart only those whom an earlier one does not', () => {
    const seekers = {
      ann: { children: 1, age: 20 },
      bob: { children: 2, age: 40 },
      cor: { children: 2, age: 30 },
    }
    const keys: Key[] = [{ by: 'highest', of: 'children' }, { by: 'lowest', of: 'age' }, lot]
    expect(orderOf(seekers, [ordering(keys)])).toEqual(['cor', 'bob', 'ann'])
  })

  test('keys after the lot never decide', () => {
    const seekers = { ann: { age: 10 }, bob: { age: 20 }, cor: { age: 30 }, dee: { age: 40 } }
    const keys: Key[] = [lot, { by: 'lowest', of: 'age' }]
    const drawn = orderOf(seekers, [ordering([lot])], { seed })
    expect(orderOf(seekers, [ordering(keys)], { seed })).toEqual(drawn)
    expect(drawn).not.toEqual(['ann', 'bob', 'cor', 'dee'])
  })

  test('points are told apart to the millionth', () => {
    const points: Rule = {
      kind: 'account',
      id: 'points',
      unit: 'points',
      entries: [{ add: { ref: 'work-hours' } }],
    }
    const seekers = {
      ann: { 'work-hours': 1.5 },
      bob: { 'work-hours': 1.500001 },
      cor: { 'work-hours': -2 },
    }
    expect(orderOf(seekers, [points, ordering([{ by: 'highest', of: 'points' }, lot])])).toEqual([
      'bob',
      'ann',
      'cor',
    ])
  })

  test('what a book defines can order as a fact can; what is not known orders as what does not hold', () => {
    const large: Rule = {
      kind: 'definition',
      id: 'large',
      when: [{ name: 'children', test: { at_least: 3 } }],
    }
    const seekers = {
      ann: { children: 2, 'registered-on': date('2010-01-01') },
      bob: { children: 3, 'registered-on': date('2020-01-01') },
      cor: { 'registered-on': date('2015-01-01') },
      dee: { children: 4, 'registered-on': date('2018-01-01') },
    }
    const key: Key = { by: 'in-order', of: 'large', values: [true] }
    expect(orderOf(seekers, [large, ordering([key, byDate])])).toEqual(['dee', 'bob', 'ann', 'cor'])
  })

  test('a table orders by the value of the row that fits, and unknown comes last', () => {
    const band: Rule = {
      kind: 'parameter',
      id: 'band',
      values: [
        {
          from: date('2025-01-01'),
          rows: [
            { when: [{ name: 'children', test: { at_least: 3 } }], value: 1 },
            { when: [], value: 2 },
          ],
        },
      ],
    }
    const seekers = {
      ann: { children: 2, 'registered-on': date('2010-01-01') },
      bob: { children: 3, 'registered-on': date('2020-01-01') },
      cor: { 'registered-on': date('2005-01-01') },
    }
    expect(orderOf(seekers, [band, ordering([{ by: 'lowest', of: 'band' }, byDate])])).toEqual([
      'bob',
      'ann',
      'cor',
    ])
  })
})

describe('groups', () => {
  const families: Rule = {
    kind: 'priority',
    id: 'families',
    ground: 'socio-economic',
    who: [{ name: 'children', test: { at_least: 1 } }],
  }
  const seekers = {
    ann: { children: 0, age: 20, 'registered-on': date('2000-01-01') },
    bob: { children: 1, age: 30, 'registered-on': date('2010-01-01') },
    cor: { children: 2, age: 25, 'registered-on': date('2020-01-01') },
    dee: { children: 0, age: 50, 'registered-on': date('1990-01-01') },
  }

  test('a group goes before everybody else, whatever the keys say', () => {
    const tiers: Tier[] = [{ priority: ['families'], by: [] }]
    expect(orderOf(seekers, [families, ordering([byDate, lot], tiers)])).toEqual([
      'bob',
      'cor',
      'dee',
      'ann',
    ])
  })

  test('each group may have keys of its own', () => {
    const tiers: Tier[] = [
      { priority: ['families'], by: [{ by: 'lowest', of: 'age' }] },
      {
        priority: 'none',
        by: [
          { by: 'highest', of: 'age' },
          { by: 'highest', of: 'children' },
        ],
      },
    ]
    expect(orderOf(seekers, [families, ordering([byDate, lot], tiers)])).toEqual([
      'cor',
      'bob',
      'dee',
      'ann',
    ])
  })

  test('a group whose quota is behind goes before all groups', () => {
    const quota: Rule = {
      kind: 'quota',
      id: 'young',
      counts: [{ name: 'age', test: { below: 25 } }],
      limit: { at_least: 5 },
      per: 'calendar-year',
      at_limit: 'first',
    }
    const tiers: Tier[] = [{ priority: ['families'], by: [] }]
    expect(orderOf(seekers, [quota, families, ordering([byDate, lot], tiers)])).toEqual([
      'ann',
      'bob',
      'cor',
      'dee',
    ])
  })
})

describe('demotion', () => {
  const families: Rule = {
    kind: 'priority',
    id: 'families',
    ground: 'socio-economic',
    who: [{ name: 'children', test: { at_least: 1 } }],
  }
  const sanction = (to: 'tier' | 'list'): Rule => ({
    kind: 'sanction',
    id: 'absence',
    on: ['no-show'],
    steps: [{ effect: 'demote', to }],
  })
  const people: Candidate[] = [
    person('ann', {
      facts: { children: 1, age: 90 },
      history: { spells: [], events: [happened('2025-04-01', 'no-show')] },
    }),
    person('bob', { facts: { children: 1, age: 20 } }),
    person('cor', { facts: { children: 0, age: 80 } }),
    person('dee', {
      facts: { children: 0, age: 70 },
      history: { spells: [], events: [happened('2025-04-01', 'no-show')] },
    }),
  ]

  test.each([
    ['tier', ['bob', 'ann', 'cor', 'dee']],
    ['list', ['bob', 'cor', 'ann', 'dee']],
  ] as const)('to the end of the %s', (to, order) => {
    const keys = ordering([{ by: 'highest', of: 'age' }, lot], [{ priority: ['families'], by: [] }])
    expect(placedIds(rankUnder([families, sanction(to), keys], caseOn(day, people)))).toEqual(order)
  })

  test('whoever is named first', () => {
    const keys = ordering([{ by: 'highest', of: 'age' }, lot])
    const others = [person('ann', { facts: { children: 1, age: 90 } }), ...people.slice(1)]
    expect(placedIds(rankUnder([sanction('list'), keys], caseOn(day, others)))).toEqual([
      'ann',
      'cor',
      'bob',
      'dee',
    ])
  })
})

describe('what people choose', () => {
  const choice: Rule = {
    kind: 'judgement',
    id: 'panel-choice',
    question: 'Wie past hier?',
    about: 'listing',
    answer: 'seekers',
    decided_by: 'matching-panel',
  }
  const chosen = (answer: Value): Partial<Case> => ({
    judgements: { 'panel-choice': { listing: { answer, by: 'matching-panel' } } },
  })
  const seekers = { ann: { age: 20 }, bob: { age: 30 }, cor: { age: 40 } }
  const keys: Key[] = [{ by: 'chosen', of: 'panel-choice' }, { by: 'highest', of: 'age' }, lot]

  test.each<[string, Value, string[]]>([
    ['in the order of the choice, the others after it', ['bob', 'ann'], ['bob', 'ann', 'cor']],
    ['one person', 'ann', ['ann', 'cor', 'bob']],
    ['somebody who did not respond is passed over', ['zed', 'bob'], ['bob', 'cor', 'ann']],
    ['nobody', [], ['cor', 'bob', 'ann']],
  ])('%s', (_, answer, order) => {
    expect(orderOf(seekers, [choice, ordering(keys)], chosen(answer))).toEqual(order)
  })

  test('a choice not made says nothing beside one that is', () => {
    const other: Rule = { ...choice, id: 'other-choice' }
    const both = [other, choice, ordering([{ by: 'chosen', of: 'other-choice' }, ...keys])]
    expect(orderOf(seekers, both, chosen(['bob']))).toEqual(['bob', 'cor', 'ann'])
  })

  test('a choice by another than the book names is none', () => {
    const by = {
      judgements: { 'panel-choice': { listing: { answer: ['ann'], by: 'landlord' } } },
    } as const
    expect(orderOf(seekers, [choice, ordering(keys)], by)).toEqual(['cor', 'bob', 'ann'])
  })
})

describe('the lot', () => {
  const four = { ann: {}, bob: {}, cor: {}, dee: {} }

  test('separates those whom nothing else does, and nobody else', () => {
    const seekers = { ann: { age: 20 }, bob: { age: 30 }, cor: { age: 20 }, dee: { age: 20 } }
    const ranking = rank(seekers, [ordering([{ by: 'highest', of: 'age' }, lot])], { seed })
    expect(placedIds(ranking)[0]).toBe('bob')
    expect(ranking.order.ties).toEqual([[1, 4]])
    expect(drawers(ranking)).toEqual([0, 2, 3])
    expect(ranking.undrawn).toEqual([])
  })

  test('gives another order for another seed, and the same for the same', () => {
    const drawn = (byte: number) =>
      orderOf(four, [ordering([lot])], { seed: new Uint8Array(32).fill(byte) })
    expect(drawn(1)).toEqual(drawn(1))
    expect(
      new Set(Array.from({ length: 20 }, (_, byte) => drawn(byte).join())).size,
    ).toBeGreaterThan(10)
  })

  test('without a seed ties wait, in the order of the ids', () => {
    const ranking = rank(four, [ordering([lot])])
    expect(ranking.undrawn).toEqual([[0, 4]])
    expect(drawers(ranking)).toEqual([])
    expect(placedIds(ranking)).toEqual(['ann', 'bob', 'cor', 'dee'])
  })

  test('where the book has no lot, a tie stays undecided whatever the seed', () => {
    const ranking = rank(four, [ordering([{ by: 'highest', of: 'age' }])], { seed })
    expect(ranking.undrawn).toEqual([[0, 4]])
  })

  test('where only one group draws, the other stays undecided', () => {
    const families: Rule = {
      kind: 'priority',
      id: 'families',
      ground: 'socio-economic',
      who: [{ name: 'children', test: { at_least: 1 } }],
    }
    const seekers = { ann: {}, bob: { children: 1 }, cor: {}, dee: { children: 1 } }
    const drawing = (...tiers: Tier[]) => rank(seekers, [families, ordering([], tiers)], { seed })
    const first = drawing({ priority: ['families'], by: [lot] })
    expect([first.undrawn, drawers(first)]).toEqual([[[2, 4]], [1, 3]])
    const last = drawing({ priority: ['families'], by: [] }, { priority: 'none', by: [lot] })
    expect([last.undrawn, drawers(last)]).toEqual([[[0, 2]], [0, 2]])
  })

  test('somebody alone at a value draws nothing', () => {
    const ranking = rank(
      { ann: { age: 1 }, bob: { age: 2 } },
      [ordering([{ by: 'highest', of: 'age' }, lot])],
      { seed },
    )
    expect([ranking.order.ties, drawers(ranking)]).toEqual([[], []])
  })

  test('a given lot counts instead of the id', () => {
    const ids = ['ann', 'bob', 'cor', 'dee']
    const given = ids.map((id, index) => person(id, { lots: [ids[3 - index] ?? ''] }))
    const drawn = orderOf(four, [ordering([lot])], { seed })
    const turned = placedIds(rankUnder([ordering([lot])], caseOn(day, given, { seed })))
    expect(turned.map((id) => ids[3 - ids.indexOf(id)])).toEqual(drawn)
  })

  test('a draw waits as long as it is not known how many lots somebody holds', () => {
    const weight = (value: number | 'missing'): Rule => ({
      kind: 'parameter',
      id: 'weight',
      values: [{ from: date('2025-01-01'), rows: [{ when: [], value }] }],
    })
    const key: Key = { by: 'lot', weights: { ref: 'weight' } }
    const drawn = rank(four, [weight(2), ordering([key])], { seed })
    const waiting = rank(four, [weight('missing'), ordering([key])], { seed })
    expect([drawn.undrawn, drawers(drawn)]).toEqual([[], [0, 1, 2, 3]])
    expect([waiting.undrawn, drawers(waiting)]).toEqual([[[0, 4]], []])
  })

  test('also where it is not known of one of them, and everybody stays on the list', () => {
    const weight: Rule = {
      kind: 'parameter',
      id: 'weight',
      values: [
        {
          from: date('2025-01-01'),
          rows: [{ when: [{ name: 'children', test: { at_least: 0 } }], value: 1 }],
        },
      ],
    }
    const seekers = { ann: {}, bob: { children: 1 }, cor: { children: 2 } }
    const rules = [weight, ordering([{ by: 'lot', weights: { ref: 'weight' } }])]
    const ranking = rank(seekers, rules, { seed })
    expect(placedIds(ranking)).toEqual(['ann', 'bob', 'cor'])
    const drawn = ranking.order.lots.filter((lot) => lot !== undefined)
    expect([ranking.undrawn, drawn]).toEqual([[[0, 3]], []])
  })

  test('of several lots the best counts: who holds three of four comes first three times in four', () => {
    const weight: Rule = {
      kind: 'parameter',
      id: 'weight',
      values: [
        {
          from: date('2025-01-01'),
          rows: [
            { when: [{ name: 'children', test: { at_least: 1 } }], value: 3 },
            { when: [], value: 1 },
          ],
        },
      ],
    }
    const rules = [weight, ordering([{ by: 'lot', weights: { ref: 'weight' } }])]
    const draws = 400
    const first = Array.from({ length: draws }, (_, count) => {
      const each = new Uint8Array(32)
      each.set([count & 255, count >> 8])
      return orderOf({ ann: { children: 0 }, bob: { children: 2 } }, rules, { seed: each })[0]
    })
    const wins = first.filter((id) => id === 'bob').length
    // 300 expected; five standard deviations are 43.
    expect(Math.abs(wins - 300)).toBeLessThan(43)
  })
})

test('packed into one number or compared level by level, the order is the same', () => {
  const columns = fc.array(
    fc.record({
      age: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      'work-hours': fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
    }),
    { maxLength: 10 },
  )
  const keys: Key[] = [{ by: 'highest', of: 'age' }, { by: 'lowest', of: 'work-hours' }, lot]
  // Halves cannot be packed; they leave every comparison as it was.
  const inHalves = (value: number | undefined) => (value === undefined ? undefined : value / 2)
  fc.assert(
    fc.property(columns, (rows) => {
      const named = (each: (row: (typeof rows)[number]) => Facts) =>
        Object.fromEntries(rows.map((row, index) => [`s${index}`, each(row)]))
      const whole = orderOf(
        named((row) => row),
        [ordering(keys)],
      )
      const halved = named((row) => ({
        age: inHalves(row.age),
        'work-hours': inHalves(row['work-hours']),
      }))
      expect(orderOf(halved, [ordering(keys)])).toEqual(whole)
    }),
  )
})

test('numbers too large to pack order as well', () => {
  const seekers = {
    ann: { 'household-income': 3, age: 2 },
    bob: { 'household-income': 2 ** 52, age: 5 },
    cor: { 'household-income': 3, age: 1 },
  }
  const keys: Key[] = [{ by: 'lowest', of: 'household-income' }, { by: 'lowest', of: 'age' }, lot]
  expect(orderOf(seekers, [ordering(keys)])).toEqual(['cor', 'ann', 'bob'])
  const large = {
    ann: { 'household-income': 2 ** 52, age: 2 },
    bob: { 'household-income': 3, age: 5 },
    cor: { 'household-income': 2 ** 52, age: 1 },
  }
  expect(orderOf(large, [ordering(keys)])).toEqual(['bob', 'cor', 'ann'])
})
