import { describe, expect, test } from 'vitest'
import { caseOn, person, rankUnder } from '../../tests/example-book.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition } from '../policy/condition.ts'
import type { Priority } from '../policy/kinds/priority.ts'
import type { Quota, QuotaUse } from '../policy/kinds/quota.ts'
import type { Rule } from '../policy/rule-book.ts'
import { priorityIds, remarksOn } from './assign-tier.ts'
import type { QuotaState } from './case.ts'
import type { Ranking } from './rank-listing.ts'

const day = '2026-06-01'
const is = (name: string, value: string | boolean): Condition => [{ name, test: { is: [value] } }]

function priority(id: string, who: Condition, more: Partial<Priority> = {}): Priority {
  return { kind: 'priority', id, ground: 'local-connection', who, ...more }
}

function ordered(...tiers: (string | string[])[]): Rule {
  return {
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: tiers.map((priority) => ({ priority: [priority].flat(), by: [] })),
    finally: [{ by: 'lot', weights: 'equal' }],
  }
}

const urgent = priority('urgent', is('urgency-ground', 'medical'), { ground: 'urgency' })
const local = priority('local', is('lives-in', 'heerlen'))

function ranked(rules: readonly Rule[], facts: Facts, quotas: QuotaState = {}): Ranking {
  return rankUnder(rules, caseOn(day, [person('ans', { facts })], { quotas }))
}

function standing(rules: readonly Rule[], facts: Facts, quotas: QuotaState = {}) {
  const { bound, order, applied, values } = ranked(rules, facts, quotas)
  return {
    tier: bound.tiers[order.tiers[0] ?? 0]?.name,
    applied: priorityIds(bound, applied[0] ?? 0),
    remarks: remarksOn(bound, values[0] ?? {}).map(({ code, rule }) => `${code} ${rule}`),
  }
}

describe('the first tier that fits', () => {
  test.each<[string, Facts, string, string[]]>([
    [
      'of the first priority',
      { 'urgency-ground': 'medical', 'lives-in': 'kerkrade' },
      'urgent',
      ['urgent'],
    ],
    ['of the second', { 'urgency-ground': 'none', 'lives-in': 'heerlen' }, 'local', ['local']],
    [
      'of both: the first counts, and both are noted',
      { 'urgency-ground': 'medical', 'lives-in': 'heerlen' },
      'urgent',
      ['urgent', 'local'],
    ],
    ['of neither', { 'urgency-ground': 'none', 'lives-in': 'kerkrade' }, 'none', []],
    ['of one not known: unknown gives no priority', { 'lives-in': 'heerlen' }, 'local', ['local']],
  ])('%s', (_, facts, tier, applied) => {
    expect(standing([urgent, local, ordered('urgent', 'local')], facts)).toMatchObject({
      tier,
      applied,
    })
  })

  test('several priorities may share a tier', () => {
    const rules = [urgent, local, ordered(['urgent', 'local'])]
    expect(standing(rules, { 'urgency-ground': 'none', 'lives-in': 'heerlen' }).tier).toBe('urgent')
  })

  test('a priority that no tier names gives no place, and is noted for the quotas', () => {
    const found = standing([urgent, local, ordered('urgent')], { 'lives-in': 'heerlen' })
    expect(found).toMatchObject({ tier: 'none', applied: ['local'] })
  })

  test.each([
    ['has it', { 'urgency-ground': 'medical' }, ['has-priority urgent']],
    ['does not', { 'urgency-ground': 'none' }, []],
    ['may have it', {}, ['priority-unknown urgent']],
  ])('it is told to whoever %s', (_, facts, remarks) => {
    expect(standing([urgent, ordered('urgent')], facts).remarks).toEqual(remarks)
  })
})

describe('people against whom a priority cannot be used', () => {
  const shelter = { ...local, not_against: is('in-shelter', true) }
  const rules = [shelter, ordered('local')]

  test.each<[string, Facts, string, string[], string[]]>([
    [
      'stand in the same tier, without having it',
      { 'lives-in': 'utrecht', 'in-shelter': true },
      'local',
      [],
      ['protected local'],
    ],
    [
      'or have it themselves',
      { 'lives-in': 'heerlen', 'in-shelter': true },
      'local',
      ['local'],
      ['has-priority local'],
    ],
    ['others do not', { 'lives-in': 'utrecht', 'in-shelter': false }, 'none', [], []],
    ['nor those not known to be such', { 'lives-in': 'utrecht' }, 'none', [], []],
  ])('%s', (_, facts, tier, applied, remarks) => {
    expect(standing(rules, facts)).toEqual({ tier, applied, remarks })
  })

  test('where it is not known, somebody must decide before anybody is passed over', () => {
    const unsure = [{ ...local, not_against: is('target-group', 'refuge') }, ordered('local')]
    expect(standing(unsure, { 'lives-in': 'utrecht' })).toEqual({
      tier: 'none',
      applied: [],
      remarks: ['exemption-unknown local'],
    })
  })

  test('the protection goes with the priority', () => {
    const relative: Priority = { ...shelter, in_vain: { count: 13, unit: 'week' } }
    const asked = caseOn(day, [person('ans', { facts: { 'in-shelter': true } })])
    const ranking = rankUnder([relative, ordered('local')], {
      ...asked,
      listing: { ...asked.listing, in_vain_since: asked.on },
    })
    expect(ranking.bound.priorities).toHaveLength(1)
    const later = caseOn('2026-12-01', asked.candidates)
    const after = rankUnder([relative, ordered('local')], {
      ...later,
      listing: { ...later.listing, in_vain_since: asked.on },
    })
    expect(after.bound.tiers[after.order.tiers[0] ?? 0]?.name).toBe('none')
  })
})

describe('a priority inside others', () => {
  const middle = priority('middle', is('works-in', 'heerlen'), { inside: 'local' })
  const inner = priority('inner', is('profession', 'nurse'), { inside: 'middle' })
  const all = { profession: 'nurse', 'works-in': 'heerlen', 'lives-in': 'heerlen' }

  test.each<[string, Facts, string[]]>([
    ['all of them', all, ['inner', 'middle', 'local']],
    ['not the outermost', { ...all, 'lives-in': 'utrecht' }, []],
    ['not the one between', { ...all, 'works-in': 'utrecht' }, ['local']],
    ['not the innermost', { ...all, profession: 'baker' }, ['middle', 'local']],
    ['the outermost not known', { ...all, 'lives-in': undefined }, []],
  ])('%s', (_, facts, applied) => {
    for (const rules of [
      [inner, middle, local],
      [local, middle, inner],
    ]) {
      const found = standing([...rules, ordered('inner', 'middle', 'local')], facts)
      expect(found.applied.sort()).toEqual(applied.toSorted())
      expect(found.tier).toBe(applied[0] ?? 'none')
    }
  })
})

describe('a group of which the share is full', () => {
  const vital = priority('vital', [{ name: 'profession', test: { known: true } }])
  const share: Quota = {
    kind: 'quota',
    id: 'homes',
    counts: is('priorities-applied', 'vital'),
    limit: { at_most: 10 },
    split: { by: 'profession-group', shares: { police: 20, care: 80 } },
    per: 'calendar-year',
    at_limit: 'priority-off',
  }
  const rules = [vital, share, ordered('vital')]
  const use = (split: QuotaUse['split']): QuotaState => ({
    homes: { all: { used: 2, base: 9, ...(split && { split }) } },
  })

  test.each<[string, string | undefined, QuotaUse['split'], string, string[]]>([
    ['has no priority', 'police', { police: 2 }, 'none', ['split-full vital']],
    ['another group still has', 'care', { police: 2 }, 'vital', ['has-priority vital']],
    [
      'a group without a share of its own still has',
      'fire',
      { police: 2 },
      'vital',
      ['has-priority vital'],
    ],
    [
      'of a group not known: unknown never overtakes',
      undefined,
      { police: 2 },
      'none',
      ['priority-unknown vital'],
    ],
    [
      'while none is full, the group need not be known',
      undefined,
      { police: 1 },
      'vital',
      ['has-priority vital'],
    ],
  ])('%s', (_, group, split, tier, remarks) => {
    const facts = { profession: 'x', 'profession-group': group }
    expect(standing(rules, facts, use(split))).toMatchObject({ tier, remarks })
  })

  test('tells which quota is full', () => {
    const { bound, values } = ranked(
      rules,
      { profession: 'x', 'profession-group': 'police' },
      use({ police: 2 }),
    )
    expect(remarksOn(bound, values[0] ?? {})).toEqual([
      { code: 'split-full', rule: 'vital', by: 'homes' },
    ])
  })

  test('somebody without the priority hears nothing of it', () => {
    expect(standing(rules, { 'profession-group': 'police' }, use({ police: 2 })).remarks).toEqual(
      [],
    )
  })

  test('two quotas may divide the same priority, each in its own way', () => {
    const other: Quota = {
      ...share,
      id: 'rooms',
      split: { by: 'household', shares: { 'one-adult': 10, 'two-adults': 90 } },
    }
    const state = {
      homes: { all: { used: 2, base: 9, split: { police: 2 } } },
      rooms: { all: { used: 1, base: 9, split: { 'one-adult': 1 } } },
    }
    const tier = (facts: Facts) =>
      standing([vital, share, other, ordered('vital')], { profession: 'x', ...facts }, state).tier
    expect(tier({ 'profession-group': 'care', household: 'two-adults' })).toBe('vital')
    expect(tier({ 'profession-group': 'police', household: 'two-adults' })).toBe('none')
    expect(tier({ 'profession-group': 'care', household: 'one-adult' })).toBe('none')
  })
})
