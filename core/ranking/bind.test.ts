import { describe, expect, test } from 'vitest'
import { bookOf, byRegistration, caseOn } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition } from '../policy/condition.ts'
import type { Priority } from '../policy/kinds/priority.ts'
import type { Quota } from '../policy/kinds/quota.ts'
import type { Ranking } from '../policy/kinds/ranking.ts'
import type { Requirement } from '../policy/kinds/requirement.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { type Bound, bind, readingOf } from './bind.ts'
import type { Case } from './case.ts'
import { prepare } from './prepare.ts'

const day = '2026-06-01'
const is = (name: string, value: string): Condition => [{ name, test: { is: [value] } }]

function boundTo(
  rules: readonly Rule[],
  asked: Partial<Case> & { readonly home?: Facts } = {},
): Bound {
  const found = bind(prepare(resolve([bookOf(rules)], { on: date(day) })), caseOn(day, [], asked))
  if (!found) throw new Error('the rules of this test have no ranking for its listing')
  return found
}

function priority(id: string, more: Partial<Priority> = {}): Priority {
  return { kind: 'priority', id, ground: 'local-connection', who: is('lives-in', id), ...more }
}

function requirement(id: string, more: Partial<Requirement> = {}): Requirement {
  return { kind: 'requirement', id, to: 'respond', must: [], code: 'under-age', ...more }
}

function quota(id: string, counted: readonly string[], more: Partial<Quota> = {}): Quota {
  return {
    kind: 'quota',
    id,
    counts: [{ name: 'priorities-applied', test: { is: counted } }],
    limit: { at_most: 10 },
    per: 'calendar-year',
    at_limit: 'priority-off',
    ...more,
  }
}

const full = { all: { used: 10, base: 40 } }
const prioritiesOf = ({ priorities }: Bound) => priorities.map(({ standing }) => standing.rule.id)
const gatesOf = ({ gateRules }: Bound) =>
  [...gateRules].map(([gate, rules]) => [gate, rules.map(({ standing }) => standing.rule.id)])

describe('the ranking of a listing', () => {
  const ranking = (id: string, more: Partial<Ranking> = {}): Ranking => ({
    kind: 'ranking',
    id,
    model: 'ranked',
    tiers: [],
    finally: [],
    ...more,
  })
  const senior = { where: is('label', 'senior') }

  test.each<[string, Ranking[], Facts, string]>([
    [
      'the first whose model fits',
      [ranking('draw', { model: 'lottery' }), ranking('a'), ranking('b')],
      {},
      'a',
    ],
    ['the first whose homes fit', [ranking('a', senior), ranking('b')], { label: ['family'] }, 'b'],
    ['the first of two that fit', [ranking('a', senior), ranking('b')], { label: ['senior'] }, 'a'],
    [
      'not one that may fit: unknown is no home of it',
      [ranking('a', senior), ranking('b')],
      {},
      'b',
    ],
    [
      'not one of which it is not known whether it fits',
      [ranking('a', { where: is('segment', 'social') }), ranking('b')],
      {},
      'b',
    ],
  ])('is %s', (_, rules, home, id) => {
    expect(boundTo(rules, { home }).ranking.rule.id).toBe(id)
  })

  test('there is none for a model the book does not know', () => {
    const prepared = prepare(resolve([bookOf([ranking('a')])], { on: date(day) }))
    expect(bind(prepared, caseOn(day, [], { home: { model: 'swap' } }))).toBeUndefined()
    expect(bind(prepared, caseOn(day, [], { home: { model: undefined } }))).toBeUndefined()
  })

  test('of a lower book goes before that of the region', () => {
    const books = [
      bookOf([ranking('own')], {
        book: 'lower',
        authority: { level: 'municipality', name: 'Heerlen' },
      }),
      bookOf([ranking('regional')]),
    ]
    const found = bind(prepare(resolve(books, { on: date(day) })), caseOn(day, []))
    expect(found?.ranking.rule.id).toBe('own')
  })

  test('names its tiers after their first priority, and implies everybody else last', () => {
    const tiers = [{ priority: ['b', 'a'], by: [] }]
    const { tiers: found } = boundTo([priority('a'), priority('b'), ranking('r', { tiers })])
    expect(found.map(({ name, priorities }) => [name, priorities])).toEqual([
      ['b', [1, 0]],
      ['none', []],
    ])
  })

  test('everybody else may stand before a tier', () => {
    const tiers = [
      { priority: 'none' as const, by: [] },
      { priority: ['a'], by: [] },
    ]
    const { tiers: found } = boundTo([priority('a'), ranking('r', { tiers })])
    expect(found.map(({ name, priorities }) => [name, priorities])).toEqual([
      ['none', []],
      ['a', [0]],
    ])
  })

  test('a tier whose priority does not hold on this home is empty, and keeps its name', () => {
    const tiers = [{ priority: ['a'], by: [] }]
    const free = priority('a', { where: is('segment', 'free') })
    const { tiers: found } = boundTo([free, ranking('r', { tiers })], { home: { segment: 'x' } })
    expect(found.map(({ name, priorities }) => [name, priorities])).toEqual([
      ['a', []],
      ['none', []],
    ])
  })

  test('the keys of a tier come before the keys of all', () => {
    const tiers = [{ priority: ['a'], by: [{ by: 'lowest' as const, of: 'age' }] }]
    const last = [{ by: 'highest' as const, of: 'children' }]
    const { tiers: found } = boundTo([priority('a'), ranking('r', { tiers, finally: last })])
    expect(found.map(({ keys }) => keys.map((key) => ('of' in key ? key.of : key.by)))).toEqual([
      ['age', 'children'],
      ['children'],
    ])
  })
})

describe('rules about homes', () => {
  test('that concern this home are bound, others are not, and what is unknown does not concern it', () => {
    const where = (value: string) => ({ where: is('segment', value) })
    const rules = [
      priority('a'),
      priority('b', where('social')),
      priority('c', where('free')),
      priority('d', { where: is('label', 'senior') }),
      requirement('e', where('social')),
      requirement('f', where('free')),
      byRegistration,
    ]
    const found = boundTo(rules, { home: { segment: 'social' } })
    expect(prioritiesOf(found)).toEqual(['a', 'b'])
    expect(gatesOf(found)).toEqual([['respond', ['e']]])
  })

  test('each gate has its own requirements, in the order of the book', () => {
    const found = boundTo([
      requirement('a'),
      requirement('b', { to: 'be-offered' }),
      requirement('c'),
      requirement('d', { to: 'sign' }),
      byRegistration,
    ])
    expect(gatesOf(found)).toEqual([
      ['respond', ['a', 'c']],
      ['be-offered', ['b']],
      ['sign', ['d']],
    ])
  })

  test('a home in a municipality of the region lies in area region', () => {
    const authority = { level: 'region', name: 'Parkstad', municipalities: ['heerlen'] } as const
    const book = bookOf([byRegistration], { authority })
    const home = (facts: Facts) =>
      bind(prepare(resolve([book], { on: date(day) })), caseOn(day, [], { home: facts }))?.home.area
    expect(home({ municipality: 'heerlen', area: ['centre'] })).toEqual(['centre', 'region'])
    expect(home({ municipality: 'utrecht' })).toEqual([])
    expect(home({})).toBeUndefined()
  })
})

describe('offering in vain (Huisvestingswet art. 17)', () => {
  const thirteenWeeks = { in_vain: { count: 13, unit: 'week' } } as const
  const rules = [
    priority('a', thirteenWeeks),
    priority('b'),
    requirement('c', thirteenWeeks),
    byRegistration,
  ]
  const since = (text: string) => ({
    listing: {
      id: 'home',
      facts: { model: 'ranked' },
      closes: date(day),
      in_vain_since: date(text),
    },
  })

  test.each([
    ['a day short of the term', '2026-03-03', ['a', 'b']],
    ['the whole term', '2026-03-02', ['b']],
  ])('after %s', (_, from, left) => {
    expect(prioritiesOf(boundTo(rules, since(from)))).toEqual(left)
  })

  test('what fell away is told', () => {
    const found = boundTo(rules, since('2026-03-02'))
    expect(found.off).toEqual([
      { rule: 'a', code: 'fell-away-in-vain' },
      { rule: 'c', code: 'fell-away-in-vain' },
    ])
    expect(gatesOf(found)).toEqual([])
  })

  test('a home that was not offered in vain keeps every rule', () => {
    expect(boundTo(rules).off).toEqual([])
  })
})

describe('a full quota', () => {
  test('switches off the priorities it counts, and says which quota did', () => {
    const rules = [
      priority('a'),
      priority('b'),
      priority('c'),
      quota('share', ['a', 'c']),
      byRegistration,
    ]
    const found = boundTo(rules, { quotas: { share: full } })
    expect(prioritiesOf(found)).toEqual(['b'])
    expect(gatesOf(found)).toEqual([])
    expect(found.off).toEqual([
      { rule: 'a', code: 'priority-off', by: 'share' },
      { rule: 'c', code: 'priority-off', by: 'share' },
    ])
  })

  test.each<[string, Condition]>([
    ['in one of several ways', [{ any: [is('priorities-applied', 'a'), is('lives-in', 'x')] }]],
    [
      'together with something else',
      [{ all: [is('priorities-applied', 'a'), is('lives-in', 'x')] }],
    ],
  ])('finds the priorities it counts %s', (_, counts) => {
    const rules = [priority('a'), quota('share', [], { counts }), byRegistration]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual([])
  })

  test('leaves alone what another fact is called by', () => {
    const rules = [
      priority('heerlen'),
      quota('share', [], { counts: is('lives-in', 'heerlen') }),
      byRegistration,
    ]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual(['heerlen'])
  })

  test('leaves alone what it counts by not having it', () => {
    const counts = [{ none: [is('priorities-applied', 'a')] }]
    const rules = [priority('a'), quota('share', [], { counts }), byRegistration]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual(['a'])
  })

  test.each<[string, Record<string, unknown>, Facts, string[]]>([
    ['with room left', { all: { used: 9, base: 40 } }, {}, ['a']],
    ['of which nothing is known: nothing used', {}, {}, ['a']],
    [
      'of another municipality',
      { kerkrade: { used: 10, base: 40 } },
      { municipality: 'heerlen' },
      ['a'],
    ],
    ['of this municipality', { heerlen: { used: 10, base: 40 } }, { municipality: 'heerlen' }, []],
  ])('%s', (_, share, home, left) => {
    const each = Object.keys(home).length > 0 ? { each: ['municipality'] } : {}
    const rules = [priority('a'), quota('share', ['a'], each), byRegistration]
    // @NOTE the table writes the state of the quota.
    expect(prioritiesOf(boundTo(rules, { home, quotas: { share } as Case['quotas'] }))).toEqual(
      left,
    )
  })

  test('among other homes says nothing about this one', () => {
    const share = quota('share', ['a'], { among: is('segment', 'social') })
    const rules = [priority('a'), share, byRegistration]
    const left = (home: Facts) => prioritiesOf(boundTo(rules, { home, quotas: { share: full } }))
    expect(left({ segment: 'free' })).toEqual(['a'])
    expect(left({ segment: 'social' })).toEqual([])
  })

  test('among certain seekers counts on every home where they may come', () => {
    const share = quota('share', ['a'], { among: is('housing-situation', 'starter') })
    const rules = [priority('a'), share, byRegistration]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual([])
  })

  test('stops what lies inside it, however deep', () => {
    const rules = [
      priority('a'),
      quota('inner', ['a'], { inside: 'middle', limit: { at_most: 99 } }),
      quota('middle', ['b'], { inside: 'outer', limit: { at_most: 99 } }),
      quota('outer', ['c'], { at_limit: 'warn' }),
      byRegistration,
    ]
    const found = boundTo(rules, { quotas: { outer: full } })
    expect(prioritiesOf(found)).toEqual([])
    expect(found.off.map(({ by }) => by)).toEqual(['inner', 'middle'])
    expect(found.warnings).toEqual(['outer'])
  })

  test('is not stopped by what lies inside it', () => {
    const rules = [
      priority('a'),
      quota('inner', ['b'], { inside: 'outer' }),
      quota('outer', ['a'], { limit: { at_most: 99 } }),
      byRegistration,
    ]
    expect(prioritiesOf(boundTo(rules, { quotas: { inner: full } }))).toEqual(['a'])
  })

  test('two that lie inside each other both have room or both have none', () => {
    const rules = [
      priority('a'),
      quota('left', ['a'], { inside: 'right' }),
      quota('right', ['b'], { inside: 'left' }),
      byRegistration,
    ]
    expect(prioritiesOf(boundTo(rules))).toEqual(['a'])
    expect(prioritiesOf(boundTo(rules, { quotas: { right: full } }))).toEqual([])
  })

  test('may only warn, when it is full or when it is behind', () => {
    const rules = [
      priority('a'),
      quota('most', ['a'], { at_limit: 'warn' }),
      quota('least', ['a'], { at_limit: 'warn', limit: { at_least: 3 } }),
      quota('fine', ['a'], { at_limit: 'warn' }),
      byRegistration,
    ]
    const found = boundTo(rules, { quotas: { most: full } })
    expect(found.warnings).toEqual(['most', 'least'])
    expect(prioritiesOf(found)).toEqual(['a'])
    expect(found.first).toEqual([])
  })

  test('does not warn of a share of nothing, and is told when nobody said what was used', () => {
    const rules = [
      quota('most', ['a'], { at_limit: 'warn', limit: { at_most: 10, of: 100 } }),
      quota('least', ['a'], { at_limit: 'warn', limit: { at_least: 50, of: 100 } }),
      byRegistration,
    ]
    const begun = { least: { all: { used: 0, base: 1 } }, most: { all: { used: 0, base: 0 } } }
    expect(boundTo(rules)).toMatchObject({ warnings: [], unstated: ['most', 'least'] })
    expect(boundTo(rules, { quotas: begun })).toMatchObject({ warnings: ['least'], unstated: [] })
  })

  test('that keeps people out is a gate, only while it is full', () => {
    const rules = [
      quota('relief', [], { counts: is('target-group', 'x'), at_limit: 'not-placed' }),
      byRegistration,
    ]
    expect(gatesOf(boundTo(rules))).toEqual([])
    expect(gatesOf(boundTo(rules, { quotas: { relief: full } }))).toEqual([['respond', ['relief']]])
  })

  test('that keeps people out is a gate of its own, and none on other homes', () => {
    const relief = (id: string, segment: string) =>
      quota(id, [], {
        counts: is('target-group', 'x'),
        among: is('segment', segment),
        at_limit: 'not-placed',
      })
    const rules = [relief('first', 'social'), relief('second', 'social'), byRegistration]
    const gates = (quotas: Case['quotas'], segment = 'social') =>
      gatesOf(boundTo(rules, { quotas, home: { segment } }))
    expect(gates({ second: full })).toEqual([['respond', ['second']]])
    expect(gates({ first: full, second: full })).toEqual([['respond', ['first', 'second']]])
    expect(gates({ first: full, second: full }, 'free')).toEqual([])
  })

  test('that is behind lets its group go first, only while it is behind', () => {
    const least = quota('least', [], {
      counts: is('lives-in', 'heerlen'),
      limit: { at_least: 3 },
      at_limit: 'first',
    })
    const first = (used: number) =>
      boundTo([least, byRegistration], { quotas: { least: { all: { used, base: 9 } } } }).first.map(
        ({ standing }) => standing.rule.id,
      )
    expect(first(2)).toEqual(['least'])
    expect(first(3)).toEqual([])
  })
})

describe('a priority inside another', () => {
  const nested = [
    priority('inner', { inside: 'middle' }),
    priority('middle', { inside: 'outer' }),
    priority('outer'),
  ]

  test('goes when the other goes, however deep', () => {
    const rules = [...nested, quota('share', ['outer']), byRegistration]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual([])
  })

  test('stays when only what lies inside it goes', () => {
    const rules = [...nested, quota('share', ['inner']), byRegistration]
    expect(prioritiesOf(boundTo(rules, { quotas: { share: full } }))).toEqual(['middle', 'outer'])
  })

  test('goes when the other does not concern this home', () => {
    const rules = [
      priority('inner', { inside: 'outer' }),
      priority('outer', { where: is('segment', 'social') }),
      byRegistration,
    ]
    expect(prioritiesOf(boundTo(rules, { home: { segment: 'free' } }))).toEqual([])
  })
})

test('more priorities on one home than can be told apart is a broken promise', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => priority(`p${index}`))
  expect(boundTo([...many(32), byRegistration]).priorities).toHaveLength(32)
  expect(() => boundTo([...many(33), byRegistration])).toThrow('at most 32 priorities')
})

describe('rules made ready once are bound to each home by what they ask of it', () => {
  const binder = (...rules: Rule[]) => {
    const prepared = prepare(resolve([bookOf(rules)], { on: date(day) }))
    return (asked: Parameters<typeof boundTo>[1] = {}) => bind(prepared, caseOn(day, [], asked))
  }

  test('by its model', () => {
    const draw: Rule = { kind: 'ranking', id: 'draw', model: 'lottery', tiers: [], finally: [] }
    const bound = binder(draw, byRegistration)
    const rankings = ['ranked', 'lottery', 'option', 'ranked'].map(
      (model) => bound({ home: { model } })?.ranking.rule.id,
    )
    expect(rankings).toEqual(['order', 'draw', undefined, 'order'])
  })

  test('by what is used of each quota', () => {
    const bound = binder(
      priority('a'),
      priority('b'),
      quota('one', ['a']),
      quota('two', ['b']),
      byRegistration,
    )
    const offWith = (quotas: Case['quotas']) => bound({ quotas })?.off.map(({ rule }) => rule)
    expect([{}, { one: full }, { two: full }, { one: full, two: full }].map(offWith)).toEqual([
      [],
      ['a'],
      ['b'],
      ['a', 'b'],
    ])
  })

  test('by which quota is behind', () => {
    const first = quota('least', ['a'], { limit: { at_least: 5, of: 10 }, at_limit: 'first' })
    const bound = binder(priority('a'), first, byRegistration)
    const firstWith = (used: number) =>
      bound({ quotas: { least: { all: { used, base: 10 } } } })?.first.length
    expect([1, 9, 1].map(firstWith)).toEqual([1, 0, 1])
  })

  test('by what fell away since it is offered in vain', () => {
    const after = (count: number) => ({ in_vain: { count, unit: 'week' } }) as const
    const bound = binder(priority('a', after(13)), priority('b', after(26)), byRegistration)
    const leftSince = (text: string) => {
      const offered = { id: 'home', facts: { model: 'ranked' }, closes: date(day) }
      const found = bound({ listing: { ...offered, in_vain_since: date(text) } })
      return found && prioritiesOf(found)
    }
    expect(['2026-05-01', '2026-03-02', '2025-12-01', '2026-05-01'].map(leftSince)).toEqual([
      ['a', 'b'],
      ['b'],
      [],
      ['a', 'b'],
    ])
  })

  test('by whether anything was counted yet, and whether anybody said so', () => {
    const least = quota('least', ['a'], { at_limit: 'warn', limit: { at_least: 50, of: 100 } })
    const bound = binder(priority('a'), least, byRegistration)
    const saidWith = (quotas: Case['quotas']) => {
      const found = bound({ quotas })
      return [found?.warnings, found?.unstated]
    }
    const uses = (base: number): Case['quotas'] => ({ least: { all: { used: 0, base } } })
    const begun = [['least'], []]
    expect([uses(1), uses(0), {}, uses(1)].map(saidWith)).toEqual([
      begun,
      [[], []],
      [[], ['least']],
      begun,
    ])
  })

  test('by which share of a quota is full', () => {
    const split = { by: 'profession-group', shares: { police: 10, care: 10 } }
    const bound = binder(priority('a'), quota('share', ['a'], { split }), byRegistration)
    const fullWith = (police: number, care: number) => {
      const use = { used: police + care, base: 40, split: { police, care } }
      return bound({ quotas: { share: { all: use } } })?.priorities[0]?.full.map(({ keys }) => keys)
    }
    expect([fullWith(1, 0), fullWith(0, 1), fullWith(1, 1), fullWith(0, 0)]).toEqual([
      [['police']],
      [['care']],
      [['police', 'care']],
      [],
    ])
  })
})

describe('only what a rule reads is asked of people', () => {
  test('through definitions, tables, keys and weights', () => {
    const rules: Rule[] = [
      { kind: 'definition', id: 'local', when: is('lives-in', 'heerlen') },
      {
        kind: 'parameter',
        id: 'limit',
        values: [
          { from: date('2026-01-01'), rows: [{ when: is('household', 'one-adult'), value: 1 }] },
        ],
      },
      requirement('a', {
        must: [{ name: 'household-income', test: { at_most: { ref: 'limit' } } }],
      }),
      requirement('b', { to: 'be-offered', must: is('screening', 'passed') }),
      requirement('c', { to: 'sign', must: is('profession', 'nurse') }),
      priority('d', {
        who: [{ name: 'local', test: { is: [true] } }],
        not_against: is('urgency-region', 'x'),
      }),
      {
        kind: 'ranking',
        id: 'order',
        model: 'ranked',
        tiers: [{ priority: ['d'], by: [{ by: 'lowest', of: 'age' }] }],
        finally: [{ by: 'lot', weights: { ref: 'limit' } }],
      },
    ]
    expect(boundTo(rules).names).toEqual([
      'age',
      'household',
      'household-income',
      'lives-in',
      'screening',
      'urgency-region',
    ])
  })

  test('a sanction asks who is blocked, by what and until when, and a demotion to where', () => {
    const sanction = (effect: 'block' | 'demote'): Rule => ({
      kind: 'sanction',
      id: 'absence',
      on: ['no-show'],
      steps: [{ effect }],
    })
    const blocks = ['blocked', 'blocked-by', 'blocked-until', 'held', 'held-by', 'held-until']
    expect(boundTo([sanction('block'), byRegistration]).names).toEqual([...blocks, 'registered-on'])
    expect(boundTo([sanction('demote'), byRegistration]).names).toEqual(
      [...blocks, 'demoted-by', 'demoted-to', 'registered-on'].sort(),
    )
  })

  test('that beside other requirements, and of a sanction of which only a later step demotes', () => {
    const ladder: Rule = {
      kind: 'sanction',
      id: 'absence',
      on: ['no-show'],
      steps: [{ effect: 'warn' }, { times: 2, effect: 'demote' }],
    }
    const { names } = boundTo([requirement('adult'), ladder, byRegistration])
    expect(names).toEqual(expect.arrayContaining(['blocked-by', 'demoted-to', 'demoted-by']))
  })

  test('a reasoned choice is asked of nobody', () => {
    const ranking: Ranking = {
      kind: 'ranking',
      id: 'order',
      model: 'ranked',
      tiers: [],
      finally: [{ by: 'chosen', of: 'choice' }],
    }
    expect(boundTo([ranking]).names).toEqual([])
  })

  test('the group of a split is asked only while one of them is full', () => {
    const split = { by: 'profession-group', shares: { police: 10, care: 90 } }
    const rules = [priority('a'), quota('share', ['a'], { split }), byRegistration]
    expect(boundTo(rules).names).not.toContain('profession-group')
    const used = { used: 1, base: 9, split: { police: 1 } }
    const found = boundTo(rules, { quotas: { share: { all: used } } })
    expect(found.names).toContain('profession-group')
    expect(found.priorities[0]?.full).toEqual([
      { by: 'profession-group', keys: ['police'], quota: 'share' },
    ])
  })
})

test('what is read on any home: at its gates, by what goes first, to order and to divide', () => {
  const where = is('segment', 'social')
  const goesFirst = is('target-group', 'x')
  const rules: Rule[] = [
    requirement('a', { must: is('lives-in', 'a'), where }),
    requirement('b', { to: 'be-offered', must: is('screening', 'passed') }),
    requirement('c', { to: 'sign', must: is('profession', 'nurse') }),
    quota('least', [], { counts: goesFirst, limit: { at_least: 5, of: 10 }, at_limit: 'first' }),
    quota('most', [], { counts: is('target-group', 'y'), at_limit: 'warn' }),
    quota('share', [], { split: { by: 'profession-group', shares: { police: 100 } } }),
    {
      kind: 'ranking',
      id: 'order',
      model: 'lottery',
      where,
      tiers: [{ priority: 'none', by: [{ by: 'lowest', of: 'age' }] }],
      finally: [
        { by: 'in-order', of: 'household', values: ['one-adult'] },
        { by: 'chosen', of: 'choice' },
        { by: 'lot', weights: { ref: 'children' } },
      ],
    },
  ]
  expect(readingOf(prepare(resolve([bookOf(rules)], { on: date(day) })))).toEqual({
    conditions: [is('lives-in', 'a'), is('screening', 'passed'), goesFirst].map((must, at) =>
      at < 2 ? [{ any: [must] }] : must,
    ),
    keys: ['age'],
    others: ['household', 'children', 'profession-group'],
  })
})

describe('when a fact counts', () => {
  const moved: Rule = {
    kind: 'procedure',
    id: 'terms',
    where: is('segment', 'social'),
    facts_at: { default: 'listing-closed', facts: { age: 'lease-start' } },
  }

  test.each<[string, Rule[], string, string]>([
    ['as the catalogue says', [], 'household-income', 'lease-start'],
    ['as the catalogue says', [], 'age', 'listing-closed'],
    ['a value of the book: when the ranking is made', [], 'points', 'ranking-made'],
    ['as the book says of this fact', [moved], 'age', 'lease-start'],
    ['as the book says of all others', [moved], 'household-income', 'listing-closed'],
    ['values of the book too', [moved], 'points', 'listing-closed'],
  ])('%s', (_, rules, name, moment) => {
    const found = boundTo([...rules, byRegistration], { home: { segment: 'social' } })
    expect(found.momentOf(name)).toBe(moment)
  })

  test('a procedure for other homes moves nothing', () => {
    const found = boundTo([moved, byRegistration], { home: { segment: 'free' } })
    expect(found.momentOf('age')).toBe('listing-closed')
    expect(found.momentOf('household-income')).toBe('lease-start')
  })
})
