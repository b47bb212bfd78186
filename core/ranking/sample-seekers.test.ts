import { describe, expect, test } from 'vitest'
import { caseOn, rulesOn } from '../../tests/example-book.ts'
import { type CalendarDate, date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { Rule } from '../policy/rule-book.ts'
import { type Bound, bind } from './bind.ts'
import { prepare } from './prepare.ts'
import { sampleSeekers } from './sample-seekers.ts'

const day = '2026-06-01'
const on = date(day)

function boundBy(rules: readonly Rule[]): Bound {
  const order: Rule = {
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: [],
    finally: [{ by: 'lot', weights: 'equal' }],
  }
  const bound = bind(prepare(rulesOn(day, [...rules, order])), caseOn(day, []))
  if (!bound) throw new Error('the rules of this test have no ranking for its listing')
  return bound
}

function reading(...names: string[]): Rule {
  const must = names.map((name) => ({ name, test: { known: true } }))
  return { kind: 'requirement', id: 'reading', to: 'respond', must, code: 'fact-unknown' }
}

function sampled(rules: readonly Rule[], size = 2000): Facts[] {
  return sampleSeekers([boundBy(rules)], { size, seed: 7, on })
}

function valuesOf(name: string, rules: readonly Rule[] = []): (Value | undefined)[] {
  return sampled([...rules, reading(name)]).map((each) => each[name])
}

describe('invented people', () => {
  test('one seed, the same people; another seed, others', () => {
    const people = (seed: number) =>
      sampleSeekers([boundBy([reading('age', 'children')])], { size: 50, seed, on })
    expect(people(1)).toEqual(people(1))
    expect(people(1)).not.toEqual(people(2))
  })

  test('have a value for every name that one of the sets of rules reads, and no others', () => {
    const bounds = [boundBy([reading('children')]), boundBy([reading('children', 'age')])]
    const people = sampleSeekers(bounds, { size: 3, seed: 1, on })
    expect(people.map((each) => Object.keys(each))).toEqual([
      ['age', 'children'],
      ['age', 'children'],
      ['age', 'children'],
    ])
  })

  test('nobody, when nobody is asked', () => {
    expect(sampled([reading('age')], 0)).toEqual([])
  })
})

describe('a value is one out of what it can be', () => {
  test.each<[string, Rule[], number, number]>([
    ['age', [], 16, 90],
    ['household-size', [], 1, 6],
    ['children', [], 1, 6],
    ['work-hours', [], 0, 40],
    ['care-share', [], 0, 100],
    ['household-income', [], 0, 7_000_000],
    ['leaves-bedrooms', [], 1, 5],
    ['open-responses', [], 1, 6],
    [
      'once-held-since-then',
      [{ kind: 'measure', id: 'once-held-since-then', of: 'responded', take: 'number' }],
      1,
      6,
    ],
    ['times', [{ kind: 'measure', id: 'times', of: 'responded', take: 'number' }], 1, 6],
    [
      'months',
      [{ kind: 'measure', id: 'months', of: 'resident', take: 'longest', unit: 'months' }],
      0,
      60,
    ],
    ['days', [{ kind: 'measure', id: 'days', of: 'resident', take: 'longest' }], 0, 3650],
    ['points', [{ kind: 'account', id: 'points', unit: 'points', entries: [] }], 0, 60],
    [
      'score',
      [{ kind: 'measure', id: 'score', of: 'resident', take: 'total', unit: 'years' }],
      0,
      12,
    ],
  ])('%s is a number that reaches both ends', (name, rules, least, most) => {
    const values = valuesOf(name, rules).filter((each) => typeof each === 'number')
    expect(values).toHaveLength(2000)
    expect(values.every((each) => Number.isInteger(each))).toBe(true)
    const margin = (most - least) / 100
    const [lowest, highest] = [Math.min(...values), Math.max(...values)]
    expect(lowest >= least && lowest <= least + margin).toBe(true)
    expect(highest <= most && highest >= most - margin).toBe(true)
  })

  test.each<[string, Rule[], Value[]]>([
    ['household', [], ['more-adults', 'one-adult', 'two-adults']],
    ['screening', [], ['failed', 'passed']],
    [
      'lives-in',
      [
        {
          kind: 'priority',
          id: 'p',
          ground: 'local-connection',
          who: [
            {
              name: 'lives-in',
              test: { is: ['heerlen', { ref: 'works-in' }], not: ['kerkrade'] },
            },
            { name: 'studies-in', test: { is: ['elsewhere'] } },
          ],
          not_against: [{ none: [[{ name: 'lives-in', test: { is: ['utrecht'] } }]] }],
        },
        {
          kind: 'priority',
          id: 'q',
          ground: 'local-connection',
          who: [{ name: 'lives-in', test: { is: ['heerlen'] } }],
        },
      ],
      ['heerlen', 'kerkrade', 'utrecht'],
    ],
    [
      'profession',
      [
        {
          kind: 'definition',
          id: 'd',
          when: [{ any: [[{ all: [[{ name: 'profession', test: { is: ['nurse'] } }]] }]] }],
        },
      ],
      ['nurse'],
    ],
    [
      'works-in',
      [
        {
          kind: 'parameter',
          id: 't',
          values: [
            {
              from: on,
              rows: [{ when: [{ name: 'works-in', test: { is: ['heerlen'] } }], value: 1 }],
            },
          ],
        },
      ],
      ['heerlen'],
    ],
    [
      'studies-in',
      [
        {
          kind: 'ranking',
          id: 'r',
          model: 'lottery',
          tiers: [{ priority: 'none', by: [{ by: 'in-order', of: 'studies-in', values: ['a'] }] }],
          finally: [
            { by: 'in-order', of: 'studies-in', values: ['b'] },
            { by: 'in-order', of: 'works-in', values: ['elsewhere'] },
            { by: 'earliest', of: 'studies-in' },
          ],
        },
      ],
      ['a', 'b'],
    ],
    [
      'urgency',
      [{ kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } }],
      ['active', 'none'],
    ],
    [
      'state-of-home',
      [
        {
          kind: 'judgement',
          id: 'state-of-home',
          question: '?',
          answer: ['good', 'bad'],
          decided_by: 'landlord',
        },
        {
          kind: 'definition',
          id: 'd',
          when: [{ name: 'state-of-home', test: { is: ['good'] } }],
        },
      ],
      ['good'],
    ],
    [
      'target-group',
      [
        {
          kind: 'requirement',
          id: 'r',
          to: 'respond',
          who: [{ name: 'target-group', test: { is: ['x'] } }],
          must: [{ name: 'target-group', test: { is: ['y'] } }],
          code: 'not-bound',
        },
      ],
      ['x', 'y'],
    ],
  ])('%s is one of its words, or of those the rules name', (name, rules, words) => {
    expect([...new Set(valuesOf(name, rules))].sort()).toEqual(words)
  })

  test('a word no rule names is not known', () => {
    expect(new Set(valuesOf('lives-in'))).toEqual(new Set([undefined]))
  })

  test('a list is mostly empty, and else has one of its words', () => {
    const lists = valuesOf('indication')
    const empty = lists.filter((each) => Array.isArray(each) && each.length === 0).length
    expect(empty / lists.length).toBeCloseTo(0.8, 1)
    expect(new Set(lists.flat())).toEqual(
      new Set(['walker', 'wheelchair', 'single-floor', 'service-home', 'sheltered']),
    )
  })

  test('a list of which no word is known is empty', () => {
    expect(valuesOf('profile-areas').every((each) => Array.isArray(each) && !each.length)).toBe(
      true,
    )
  })

  test('a day lies in the ten years before', () => {
    const corrected: Rule = { kind: 'account', id: 'corrected', unit: 'date', entries: [] }
    for (const name of ['registered-on', 'address-since', 'urgency-since', 'corrected']) {
      const days = valuesOf(name, [corrected]).filter((each) => typeof each === 'number')
      expect(days).toHaveLength(2000)
      expect(Math.max(...days)).toBeLessThanOrEqual(on)
      // @NOTE days are dates.
      expect(Math.min(...days) as CalendarDate).toBeGreaterThanOrEqual(on - 3600)
      expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(3500)
    }
  })

  test.each<[string, Rule[], Value, number]>([
    [
      'registration',
      [{ kind: 'life', id: 'registration', begins: { on: ['registered'] } }],
      'active',
      0.97,
    ],
    [
      'urgency',
      [{ kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } }],
      'active',
      0.1,
    ],
    ['in-shelter', [], true, 0.1],
    [
      'hardship',
      [
        {
          kind: 'judgement',
          id: 'hardship',
          question: '?',
          answer: 'yes-no',
          decided_by: 'landlord',
        },
      ],
      true,
      0.1,
    ],
    [
      'blocked',
      [{ kind: 'sanction', id: 'absence', on: ['no-show'], steps: [{ effect: 'block' }] }],
      true,
      0.03,
    ],
  ])('%s comes about as often as it does', (name, rules, value, share) => {
    const values = valuesOf(name, rules)
    const found = values.filter((each) => each === value).length / values.length
    // Five standard deviations of 2000 draws.
    expect(Math.abs(found - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / 2000))
  })

  test.each(['blocked-by', 'blocked-until', 'held', 'held-by', 'demoted-to', 'demoted-by'])(
    '%s says nothing',
    (name) => {
      const sanction: Rule = {
        kind: 'sanction',
        id: 'absence',
        on: ['no-show'],
        steps: [{ effect: 'demote' }],
      }
      expect(new Set(valuesOf(name, [sanction]))).toEqual(new Set([undefined]))
    },
  )
})
