import { describe, expect, test } from 'vitest'
import { adult, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { fc } from '../../tests/properties.ts'
import { anyCase, anyRules } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import { canonicalJson, type Json } from '../basics/canonical-json.ts'
import type { Rule } from '../policy/rule-book.ts'
import { type Ranking, rankGathered } from './rank-listing.ts'
import { isDateName, type Origin, receiptText } from './receipt.ts'

const day = '2026-06-01'
const origin: Origin = {
  engine: 'engine 1',
  sources: [{ book: 'example', hash: 'ab', document: { title: 'Voorbeeld' } }],
}
const seed = new Uint8Array(32).fill(255)

function textOf(ranking: Ranking): string {
  return [...receiptText(ranking, origin)].join('')
}

function written(ranking: Ranking): Record<string, Json> {
  return JSON.parse(textOf(ranking))
}

const local: Rule = {
  kind: 'priority',
  id: 'local',
  ground: 'local-connection',
  who: [{ name: 'lives-in', test: { is: ['heerlen'] } }],
}
const order: Rule = {
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [{ priority: ['local'], by: [] }],
  finally: [
    { by: 'earliest', of: 'registered-on' },
    { by: 'lot', weights: 'equal' },
  ],
}
const registered = date('2015-03-01')
const people = [
  person('dee', { facts: { age: 17 } }),
  person('cor', { facts: {} }),
  person('bob', { facts: { age: 40, 'lives-in': 'kerkrade', 'registered-on': registered } }),
  person('ann', { facts: { age: 50, 'lives-in': 'heerlen', 'registered-on': registered } }),
  person('eva', {
    facts: { age: 60, 'lives-in': 'kerkrade', 'registered-on': registered },
    lots: ['7'],
  }),
]

describe('a receipt holds', () => {
  const ranking = () => rankUnder([adult, local, order], caseOn(day, people, { seed }))

  test('what it is, by which engine, on which day, at which moments', () => {
    expect(written(ranking())).toMatchObject({
      scheme: 'verdeelsleutel-receipt-v1',
      engine: 'engine 1',
      on: day,
      moments: { 'listing-closed': day, 'ranking-made': day },
      seed: 'ff'.repeat(32),
    })
  })

  test('the rule books as they were read, with their hashes, and the ranking that was used', () => {
    expect(written(ranking())).toMatchObject({
      sources: [{ book: 'example', hash: 'ab', document: { title: 'Voorbeeld' } }],
      ranking: 'order',
    })
  })

  test('the listing with its facts, and days as days', () => {
    const home = {
      municipality: 'heerlen',
      label: ['senior'],
      'delivered-on': date('2020-01-01'),
      rent: 65000,
    }
    const asked = caseOn(day, [], { home })
    const listing = { ...asked.listing, in_vain_since: date('2026-01-01') }
    expect(written(rankUnder([order], { ...asked, listing })).listing).toEqual({
      id: 'home',
      closes: day,
      in_vain_since: '2026-01-01',
      facts: {
        model: 'ranked',
        municipality: 'heerlen',
        label: ['senior'],
        'delivered-on': '2020-01-01',
        rent: 65000,
      },
    })
  })

  test('what stands in the place of a day, as it is', () => {
    const unsure = person('fay', { facts: { 'registered-on': 'in 2015' } })
    const asked = caseOn(day, [unsure], { home: { 'delivered-on': 'in 2027' } })
    expect(written(rankUnder([order], asked))).toMatchObject({
      listing: { facts: { 'delivered-on': 'in 2027' } },
      inputs: [['fay', null, ['in 2015']]],
    })
  })

  test('of everybody, in the order of their ids, the values that were read and no others', () => {
    const { names, inputs } = written(ranking())
    expect(names).toEqual(['age', 'lives-in', 'registered-on'])
    expect(inputs).toEqual([
      ['ann', null, [50, 'heerlen', '2015-03-01']],
      ['bob', null, [40, 'kerkrade', '2015-03-01']],
      ['cor', null, [null, null, null]],
      ['dee', null, [17, null, null]],
      ['eva', ['7'], [60, 'kerkrade', '2015-03-01']],
    ])
  })

  test('every place, with the group, the priorities used, the reasons and the lot', () => {
    const { placed, reasons } = written(ranking())
    expect(reasons).toEqual([
      ['higher-tier', 'local'],
      ['higher-tier', 'none'],
      ['ahead-by-key', 'registered-on'],
      ['ahead-by-lot', 'lot'],
    ])
    const lot = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(placed).toEqual([
      ['ann', 1, 'local', ['local'], [], null],
      ['eva', 2, 'none', [], [[0, 1]], lot],
      [
        'bob',
        3,
        'none',
        [],
        [
          [0, 1],
          [3, 1],
        ],
        lot,
      ],
    ])
  })

  test('everybody kept out, with the code, the rule, its article and the facts', () => {
    expect(written(ranking())).toMatchObject({
      excluded: [['dee', [['under-age', 'adult', '1', ['age']]]]],
      undecided: [['cor', [['under-age', 'adult', '1', ['age']]]]],
    })
  })

  test('the state of the quotas, what they switched off, and which only warn', () => {
    const share = (id: string, at_limit: 'priority-off' | 'warn'): Rule => ({
      kind: 'quota',
      id,
      counts: [{ name: 'priorities-applied', test: { is: ['local'] } }],
      limit: { at_most: 1 },
      per: 'calendar-year',
      at_limit,
    })
    const full = { all: { used: 1, base: 4, split: { police: 1 }, carried: 0 } }
    const rules = [share('share', 'priority-off'), share('norm', 'warn'), local, order]
    expect(
      written(rankUnder(rules, caseOn(day, [], { quotas: { share: full, norm: full } }))),
    ).toMatchObject({
      quotas: { share: full, norm: full },
      off: [['local', 'priority-off', 'share']],
      warnings: ['norm'],
    })
  })

  test('what fell away in vain, without a quota', () => {
    const rules = [{ ...local, in_vain: { count: 1, unit: 'week' } } as const, order]
    const asked = caseOn(day, [])
    const listing = { ...asked.listing, in_vain_since: date('2026-01-01') }
    expect(written(rankUnder(rules, { ...asked, listing })).off).toEqual([
      ['local', 'fell-away-in-vain', null],
    ])
  })

  test('the answers of people, by whom and when', () => {
    const judgement: Rule = {
      kind: 'judgement',
      id: 'since',
      question: 'Sinds wanneer?',
      answer: 'date',
      decided_by: 'landlord',
    }
    const judgements = {
      since: {
        ann: {
          answer: date('2020-01-01'),
          by: 'landlord',
          second: 'J. Jansen',
          on: date('2026-05-01'),
        },
        bob: { answer: date('2021-01-01'), by: 'landlord' },
      },
    } as const
    expect(
      written(rankUnder([judgement, order], caseOn(day, [], { judgements }))).judgements,
    ).toEqual({
      since: {
        ann: { answer: '2020-01-01', by: 'landlord', second: 'J. Jansen', on: '2026-05-01' },
        bob: { answer: '2021-01-01', by: 'landlord' },
      },
    })
  })

  test('ties that wait for a lot, and then no seed', () => {
    const waiting = rankUnder([adult, local, order], caseOn(day, people))
    expect(written(waiting)).toMatchObject({ seed: null, undrawn: [[2, 3]] })
  })

  test('nobody, for a home to which nobody responded', () => {
    expect(written(rankUnder([order], caseOn(day, [])))).toMatchObject({
      inputs: [],
      placed: [],
      excluded: [],
      undecided: [],
    })
  })
})

describe('a receipt is canonical', () => {
  test('whatever people are called', () => {
    const ids = ['a"b', 'a\\b', 'é', '\u2028', '🙂', 'a b', "a'b", '']
    const ranking = rankUnder(
      [byRegistration],
      caseOn(
        day,
        ids.map((id) => person(id, { lots: [id] })),
        { seed },
      ),
    )
    expect(canonicalJson(JSON.parse(textOf(ranking)))).toBe(textOf(ranking))
    expect(written(ranking).placed).toHaveLength(ids.length)
  })

  test('however many people there are, and in pieces of a bounded size', () => {
    const many = Array.from({ length: 2500 }, (_, index) => person(`seeker-${index}`))
    const pieces = [
      ...receiptText(rankUnder([byRegistration], caseOn(day, many, { seed })), origin),
    ]
    const text = pieces.join('')
    expect(canonicalJson(JSON.parse(text))).toBe(text)
    expect(JSON.parse(text).placed).toHaveLength(2500)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(text.length / 2)
  })

  test('for random books and people; and decided again from its own inputs it is the same', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (rules, asked) => {
        const ranking = rankUnder(rules, asked)
        const text = textOf(ranking)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        const { bound, candidates, values } = ranking
        expect(textOf(rankGathered(bound, asked, candidates, values))).toBe(text)
      }),
    )
  })
})

test('which values are days, by the catalogue or by the rule that makes them', () => {
  const rules: Rule[] = [
    { kind: 'life', id: 'urgency', begins: { on: ['urgency-granted'] } },
    { kind: 'life', id: 'option', begins: { on: ['option-taken'] } },
    { kind: 'definition', id: 'option-ends', when: [] },
    { kind: 'account', id: 'corrected', unit: 'date', entries: [] },
    { kind: 'account', id: 'points', unit: 'points', entries: [] },
    { kind: 'judgement', id: 'since', question: '?', answer: 'date', decided_by: 'landlord' },
    {
      kind: 'judgement',
      id: 'score',
      question: '?',
      answer: { score: [0, 9] },
      decided_by: 'landlord',
    },
    byRegistration,
  ]
  const { prepared } = rankUnder(rules, caseOn(day, [])).bound
  const days = [
    ...[
      'registered-on',
      'born',
      'corrected',
      'since',
      'urgency-since',
      'urgency-ends',
      'score-since',
    ],
    ...['age', 'points', 'score', 'urgency', 'urgency-phase', 'urgency-since-then'],
    ...['option-ends', 'other-since', 'nothing'],
  ].filter((name) => isDateName(prepared.rules, name))
  expect(days).toEqual([
    'registered-on',
    'born',
    'corrected',
    'since',
    'urgency-since',
    'urgency-ends',
    'score-since',
  ])
})
