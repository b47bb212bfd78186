/** Who is alike to the rules: people of whom every condition says the same on any home. */
import { describe, expect, test } from 'vitest'
import { rulesOn } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition, Part, Test } from '../policy/condition.ts'
import type { Definition } from '../policy/kinds/definition.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Parameter } from '../policy/kinds/parameter.ts'
import type { Quota } from '../policy/kinds/quota.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Rule } from '../policy/rule-book.ts'
import { likenessUnder } from './alike.ts'
import { prepare } from './prepare.ts'

const likenessOf = (...rules: Rule[]) => likenessUnder(prepare(rulesOn('2026-06-10', rules)))

const is = (name: string, test: Test): Part => ({ name, test })

const required = (...must: Condition): Rule => ({
  kind: 'requirement',
  id: `asked-${must.map((part) => ('name' in part ? part.name : '')).join('-')}`,
  to: 'respond',
  must,
  code: 'fact-unknown',
})

const orderedBy = (...keys: Key[]): Rule => ({
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [],
  finally: keys,
})

const atMost = (name: string, ref: string) => is(name, { at_most: { ref } })

/** Whether two people are alike in what depends on no home, and in what does. */
function alike(rules: readonly Rule[], one: Facts, other: Facts): { own: boolean; here: boolean } {
  const likeness = likenessOf(...rules)
  return {
    own: likeness.own(one) === likeness.own(other),
    here: likeness.here(one) === likeness.here(other),
  }
}

const same = { own: true, here: true }
const ownDiffers = { own: false, here: true }
const hereDiffers = { own: true, here: false }

/** So many years in the municipality of the home. */
const yearsHere: Measure = {
  kind: 'measure',
  id: 'years-here',
  of: 'resident',
  where: [is('municipality', { is: [{ ref: 'municipality' }] })],
  take: 'total',
  unit: 'years',
}

const working: Definition = {
  kind: 'definition',
  id: 'working',
  when: [is('work-hours', { at_least: 20 })],
}

const table = (values: Parameter['values']): Parameter => ({
  kind: 'parameter',
  id: 'income-max',
  values,
})
const from = date('2020-01-01')

describe('a condition about the person alone counts by its outcome', () => {
  const limit = [required(is('household-income', { at_most: 4_000_000 }))]
  const earning = (income: number) => ({ 'household-income': income })

  test.each<[string, Facts, Facts, object]>([
    ['both under the limit', earning(1), earning(4_000_000), same],
    ['on either side of it', earning(4_000_000), earning(4_000_001), ownDiffers],
    ['both over it', earning(4_000_001), earning(9_000_000), same],
    ['not known and under it', {}, earning(1), ownDiffers],
    ['not known and over it', {}, earning(9_000_000), ownDiffers],
    ['in something that no rule reads', { children: 1 }, { children: 2 }, same],
  ])('%s', (_, one, other, expected) => {
    expect(alike(limit, one, other)).toEqual(expected)
  })

  test('each condition by its own', () => {
    const rules = [required(is('age', { at_least: 18 })), required(is('children', { above: 0 }))]
    expect(alike(rules, { age: 20, children: 0 }, { age: 17, children: 1 })).toEqual(ownDiffers)
    expect(alike(rules, { age: 20, children: 1 }, { age: 30, children: 2 })).toEqual(same)
  })

  test('several together by what they come to', () => {
    const either = [
      required({ any: [[is('age', { at_least: 65 })], [is('children', { above: 0 })]] }),
    ]
    expect(alike(either, { age: 70, children: 0 }, { age: 20, children: 1 })).toEqual(same)
    expect(alike(either, { age: 70, children: 0 }, { age: 20, children: 0 })).toEqual(ownDiffers)
  })

  test('with whom a priority is for, and whom it is not used against', () => {
    const priority: Rule = {
      kind: 'priority',
      id: 'local',
      ground: 'landlord',
      who: [is('age', { at_least: 65 })],
      not_against: [is('children', { above: 2 })],
    }
    expect(alike([priority], { age: 64, children: 0 }, { age: 65, children: 0 })).toEqual(
      ownDiffers,
    )
    expect(alike([priority], { age: 64, children: 2 }, { age: 64, children: 3 })).toEqual(
      ownDiffers,
    )
    expect(alike([priority], { age: 64, children: 1 }, { age: 63, children: 2 })).toEqual(same)
  })
})

describe('what meets a fact of the home counts as it is', () => {
  test.each<[string, Facts, Facts, object]>([
    ['the same number', { 'profile-rent': 5 }, { 'profile-rent': 5 }, same],
    ['another number', { 'profile-rent': 5 }, { 'profile-rent': 6 }, ownDiffers],
    ['a number and a text', { 'profile-rent': 5 }, { 'profile-rent': '5' }, ownDiffers],
    ['not known and a text', {}, { 'profile-rent': 'undefined' }, ownDiffers],
    ['a fact of the home is nobody’s', { 'profile-rent': 5, rent: 1 }, { 'profile-rent': 5 }, same],
  ])('%s', (_, one, other, expected) => {
    const rules = [required(is('profile-rent', { at_least: { ref: 'rent' } }))]
    expect(alike(rules, one, other)).toEqual(expected)
  })

  test('a list by all that stands in it', () => {
    const rules = [required(is('profile-areas', { is: [{ ref: 'neighbourhood' }] }))]
    const areas = (...names: string[]) => ({ 'profile-areas': names })
    expect(alike(rules, areas('a', 'b'), areas('a', 'b'))).toEqual(same)
    expect(alike(rules, areas('a', 'b'), areas('a'))).toEqual(ownDiffers)
    expect(alike(rules, areas('a', 'b'), areas('a,b'))).toEqual(ownDiffers)
  })

  test('several values each under a name of its own', () => {
    const rules = [required(atMost('children', 'rooms'), atMost('household-size', 'rooms'))]
    expect(
      alike(rules, { children: 1, 'household-size': 11 }, { children: 11, 'household-size': 1 }),
    ).toEqual(ownDiffers)
  })
})

describe('a condition that is partly about the home is split up', () => {
  const large = is('bedrooms', { at_least: 3 })
  const old = is('age', { at_least: 65 })
  const fits = is('children', { at_least: { ref: 'rooms' } })
  const parts: [string, Condition][] = [
    ['parts that all hold', [large, old, fits]],
    ['one of several', [{ any: [[large, fits], [old]] }]],
    ['all of several', [{ all: [[large, fits], [old]] }]],
    ['none of several', [{ none: [[large, fits], [old]] }]],
    ['one inside another', [{ any: [[{ none: [[old, large]] }, fits]] }]],
  ]

  test.each(parts)('%s', (_, must) => {
    const rules = [required(...must)]
    const { reads } = likenessOf(...rules)
    expect(alike(rules, { age: 20, children: 1 }, { age: 64, children: 1 })).toEqual(same)
    expect(alike(rules, { age: 64, children: 1 }, { age: 65, children: 1 })).toEqual(ownDiffers)
    expect(alike(rules, { age: 64, children: 1 }, { age: 64, children: 2 })).toEqual(ownDiffers)
    expect(['age', 'children', 'bedrooms', 'rooms', 'profession'].filter(reads)).toEqual([
      'age',
      'children',
    ])
  })
})

describe('a definition', () => {
  test('counts by its outcome', () => {
    const rules = [working, required(is('working', { is: [true] }))]
    expect(alike(rules, { 'work-hours': 20 }, { 'work-hours': 40 })).toEqual(same)
    expect(alike(rules, { 'work-hours': 20 }, { 'work-hours': 19 })).toEqual(ownDiffers)
    expect(likenessOf(...rules).reads('work-hours')).toBe(true)
  })

  test('is split up where it is partly about the home', () => {
    const fitting: Definition = {
      kind: 'definition',
      id: 'fitting',
      of: 'applicant',
      when: [is('age', { at_least: 55 }), is('label', { is: ['senior'] })],
    }
    const rules = [fitting, required(is('fitting', { is: [true] }))]
    expect(alike(rules, { age: 20 }, { age: 54 })).toEqual(same)
    expect(alike(rules, { age: 54 }, { age: 55 })).toEqual(ownDiffers)
  })

  test('about the household is an answer, however it came about', () => {
    const local: Definition = { ...working, id: 'some-work', of: 'some-member' }
    const rules = [local, required(is('some-work', { is: [true] }))]
    expect(
      alike(rules, { 'some-work': true, 'work-hours': 0 }, { 'some-work': true, 'work-hours': 40 }),
    ).toEqual(same)
    expect(alike(rules, { 'some-work': true }, { 'some-work': false })).toEqual(ownDiffers)
    const met = [local, required(is('some-work', { is: [{ ref: 'new-build' }] }))]
    expect(alike(met, { 'some-work': true }, { 'some-work': false })).toEqual(ownDiffers)
    const { ordering } = likenessOf(local, orderedBy({ by: 'highest', of: 'some-work' }))
    expect(ordering).toEqual(['some-work'])
  })
})

describe('an amount from a table', () => {
  const family = [is('household-size', { at_least: 2 })]
  const amounts = [
    {
      from,
      rows: [
        { when: family, value: 50 },
        { when: [], value: 40 },
      ],
    },
    { from: date('2010-01-01'), rows: [{ when: [is('children', { above: 0 })], value: 30 }] },
  ]
  const rules = [table(amounts), required(atMost('household-income', 'income-max'))]
  const household = (size: number, income: number) => ({
    'household-size': size,
    'household-income': income,
  })

  test.each<[string, Facts, Facts, object]>([
    ['on either side of their own amount', household(1, 45), household(2, 45), ownDiffers],
    ['each under their own', household(1, 40), household(3, 50), same],
    [
      'in what only an older table reads',
      { ...household(1, 40), children: 0 },
      { ...household(1, 40), children: 1 },
      same,
    ],
  ])('%s', (_, one, other, expected) => {
    expect(alike(rules, one, other)).toEqual(expected)
  })

  test('is split up where its rows are partly about the home', () => {
    const mixed = [
      {
        from,
        rows: [
          { when: [is('bedrooms', { at_least: 3 }), ...family], value: 50 },
          { when: [], value: 40 },
        ],
      },
    ]
    const both = [table(mixed), required(atMost('household-income', 'income-max'))]
    expect(alike(both, household(2, 45), household(5, 45))).toEqual(same)
    expect(alike(both, household(1, 45), household(2, 45))).toEqual(ownDiffers)
    expect(alike(both, household(2, 45), household(2, 46))).toEqual(ownDiffers)
  })

  test('of one row is the same for everybody', () => {
    const fixed = [table([{ from, rows: [{ when: [], value: 40 }] }])]
    const rule = required(atMost('household-income', 'income-max'))
    expect(alike([...fixed, rule], household(1, 1), household(1, 40))).toEqual(same)
    expect(alike([...fixed, rule], household(1, 40), household(1, 41))).toEqual(ownDiffers)
    expect(alike([...fixed, required(is('income-max', { above: 0 }))], {}, { age: 1 })).toEqual(
      same,
    )
  })
})

describe('what orders people', () => {
  const longest: Key = { by: 'earliest', of: 'registered-on' }
  const byLot: Key = { by: 'lot', weights: 'equal' }
  const since = (day: string, more: Facts = {}) => ({ 'registered-on': date(day), ...more })

  test('does not tell them apart', () => {
    const rules = [orderedBy(longest, byLot)]
    expect(likenessOf(...rules).ordering).toEqual(['registered-on'])
    expect(likenessOf(...rules).reads('registered-on')).toBe(false)
    expect(alike(rules, since('2020-01-01'), since('2021-01-01'))).toEqual(same)
  })

  test('stands once in the list, from whichever tier', () => {
    const order: Rule = {
      kind: 'ranking',
      id: 'order',
      model: 'ranked',
      tiers: [{ priority: 'none', by: [{ by: 'highest', of: 'children' }, longest] }],
      finally: [longest, { by: 'lowest', of: 'age' }, { by: 'latest', of: 'address-since' }],
    }
    expect(likenessOf(order).ordering).toEqual([
      'children',
      'registered-on',
      'age',
      'address-since',
    ])
  })

  test('and is asked by a condition too, counts there by its outcome', () => {
    const rules = [
      orderedBy(longest),
      required(is('registered-on', { at_most: date('2020-06-01') })),
    ]
    expect(likenessOf(...rules).ordering).toEqual(['registered-on'])
    expect(likenessOf(...rules).reads('registered-on')).toBe(true)
    expect(alike(rules, since('2020-01-01'), since('2020-06-01'))).toEqual(same)
    expect(alike(rules, since('2020-06-01'), since('2020-06-02'))).toEqual(ownDiffers)
  })

  test('and follows from other values, tells them apart by these', () => {
    const rules = [working, orderedBy({ by: 'highest', of: 'working' })]
    expect(likenessOf(...rules).ordering).toEqual([])
    expect(likenessOf(...rules).reads('work-hours')).toBe(true)
    expect(alike(rules, { 'work-hours': 20 }, { 'work-hours': 20 })).toEqual(same)
    expect(alike(rules, { 'work-hours': 20 }, { 'work-hours': 0 })).toEqual(ownDiffers)
  })

  test.each<[string, Key, Facts, Facts]>([
    [
      'values in an order',
      { by: 'in-order', of: 'profession', values: ['nurse', 'teacher'] },
      { profession: 'nurse' },
      { profession: 'teacher' },
    ],
    ['so many lots', { by: 'lot', weights: { ref: 'children' } }, { children: 1 }, { children: 2 }],
  ])('but %s tell them apart', (_, key, one, other) => {
    const rules = [orderedBy(key)]
    expect(likenessOf(...rules).ordering).toEqual([])
    expect(alike(rules, one, one)).toEqual(same)
    expect(alike(rules, one, other)).toEqual(ownDiffers)
  })

  test('and so does what a share is divided by', () => {
    const quota: Quota = {
      kind: 'quota',
      id: 'share',
      counts: [],
      limit: { at_most: 1 },
      split: { by: 'profession', shares: { nurse: 50, teacher: 50 } },
      per: 'calendar-year',
      at_limit: 'priority-off',
    }
    expect(alike([quota], { profession: 'nurse' }, { profession: 'teacher' })).toEqual(ownDiffers)
  })
})

describe('what depends on the home is told apart from what does not', () => {
  test.each<[string, Rule[], Facts, Facts, object]>([
    [
      'by its outcome',
      [required(is('years-here', { at_least: 2 }))],
      { 'years-here': 2 },
      { 'years-here': 7 },
      same,
    ],
    [
      'on either side of a limit',
      [required(is('years-here', { at_least: 2 }))],
      { 'years-here': 1 },
      { 'years-here': 2 },
      hereDiffers,
    ],
    [
      'as it is where it meets a fact of the home',
      [required(is('years-here', { at_least: { ref: 'rooms' } }))],
      { 'years-here': 2 },
      { 'years-here': 7 },
      hereDiffers,
    ],
    [
      'not at all where it only orders',
      [orderedBy({ by: 'highest', of: 'years-here' })],
      { 'years-here': 2 },
      { 'years-here': 7 },
      same,
    ],
    [
      'through a definition',
      [
        { kind: 'definition', id: 'rooted', when: [is('years-here', { at_least: 6 })] },
        required(is('rooted', { is: [true] })),
      ],
      { 'years-here': 5 },
      { 'years-here': 6 },
      hereDiffers,
    ],
  ])('%s', (_, rules, one, other, expected) => {
    expect(alike([yearsHere, ...rules], one, other)).toEqual(expected)
  })

  test('two conditions, one of each', () => {
    const either = [
      yearsHere,
      required({ any: [[is('years-here', { at_least: 2 })], [is('age', { at_least: 65 })]] }),
    ]
    const { reads } = likenessOf(...either)
    const known = (years: number, age: number) => ({ 'years-here': years, age })
    expect(alike(either, known(1, 20), known(0, 64))).toEqual(same)
    expect(alike(either, known(1, 20), known(2, 20))).toEqual(hereDiffers)
    expect(alike(either, known(1, 20), known(1, 65))).toEqual(ownDiffers)
    expect(['age', 'years-here', 'children'].filter(reads)).toEqual(['age', 'years-here'])
  })

  test('two values in one condition, each as it is', () => {
    const rules = [yearsHere, required(is('years-here', { at_least: { ref: 'children' } }))]
    const known = (years: number, children: number) => ({ 'years-here': years, children })
    expect(alike(rules, known(1, 2), known(1, 2))).toEqual(same)
    expect(alike(rules, known(1, 2), known(3, 2))).toEqual(hereDiffers)
    expect(alike(rules, known(1, 2), known(1, 3))).toEqual(ownDiffers)
  })
})
