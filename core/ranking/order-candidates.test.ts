import { expect, test } from 'vitest'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule, RuleBook } from '../policy/rule-book.ts'
import { prepare } from './prepare.ts'
import { placedIds, type Ranking, rankListing } from './rank-listing.ts'

const day = date('2025-05-01')
const roomy: Rule = {
  kind: 'definition',
  id: 'large-family',
  when: [{ name: 'children', test: { at_least: 3 } }],
}
const band: Rule = {
  kind: 'parameter',
  id: 'band',
  values: [
    {
      from: date('2025-01-01'),
      rows: [
        { when: [{ name: 'large-family', test: { is: [true] } }], value: 1 },
        { when: [], value: 2 },
      ],
    },
  ],
}
const byDate: Key = { by: 'earliest', of: 'registered-on' }

test('what a book defines can order as a fact can; what is not known orders as what does not hold', () => {
  const seekers = {
    ann: { children: 2, 'registered-on': date('2010-01-01') },
    bob: { children: 3, 'registered-on': date('2020-01-01') },
    cor: { 'registered-on': date('2015-01-01') },
    dee: { children: 4, 'registered-on': date('2018-01-01') },
  }
  const key: Key = { by: 'in-order', of: 'large-family', values: [true] }
  expect(orderOf(seekers, [roomy], [key, byDate])).toEqual(['dee', 'bob', 'ann', 'cor'])
})

test('a table orders by the value of the row that fits, and unknown comes last', () => {
  const seekers = {
    ann: { children: 2, 'registered-on': date('2010-01-01') },
    bob: { children: 3, 'registered-on': date('2020-01-01') },
    cor: { 'registered-on': date('2005-01-01') },
  }
  const key: Key = { by: 'lowest', of: 'band' }
  expect(orderOf(seekers, [roomy, band], [key, byDate])).toEqual(['bob', 'ann', 'cor'])
})

test('a draw waits as long as it is not known how many lots somebody holds', () => {
  const weight = (value: number | 'missing'): Rule => ({
    kind: 'parameter',
    id: 'weight',
    values: [{ from: date('2025-01-01'), rows: [{ when: [], value }] }],
  })
  const key: Key = { by: 'lot', weights: { ref: 'weight' } }
  const seed = new Uint8Array(32).fill(7)
  const drawn = rank({ ann: {}, bob: {}, cor: {} }, [weight(2)], [key], seed)
  const waiting = rank({ ann: {}, bob: {}, cor: {} }, [weight('missing')], [key], seed)
  expect([drawn.undrawn, drawn.order.lots.size]).toEqual([[], 3])
  expect([waiting.undrawn, waiting.order.lots.size]).toEqual([[[0, 3]], 0])
})

function orderOf(
  seekers: Readonly<Record<string, Facts>>,
  rules: readonly Rule[],
  keys: readonly Key[],
): string[] {
  return placedIds(rank(seekers, rules, keys))
}

function rank(
  seekers: Readonly<Record<string, Facts>>,
  rules: readonly Rule[],
  keys: readonly Key[],
  seed?: Uint8Array,
): Ranking {
  const book = bookOf([
    ...rules,
    { kind: 'ranking', id: 'order', model: 'ranked', tiers: [], finally: keys },
  ])
  const ranking = rankListing(prepare(resolve([book], { on: day })), {
    on: day,
    moments: {},
    listing: { id: 'home', facts: { model: 'ranked' }, closes: day },
    candidates: Object.entries(seekers).map(([id, facts]) => ({
      id,
      facts,
      history: { spells: [], events: [] },
      members: [],
    })),
    quotas: {},
    judgements: {},
    ...(seed && { seed }),
  })
  if (!ranking) throw new Error('the book has a ranking for this home')
  return ranking
}

function bookOf(rules: readonly Rule[]): RuleBook {
  return {
    book: 'example',
    title: 'Example',
    authority: { level: 'region', name: 'Example' },
    valid: { from: date('2025-01-01'), until: date('2028-12-31') },
    published: 'missing',
    law: 'outside-hvw',
    builds_on: [],
    articles: [{ number: '1', text: 'Example.', rules }],
  }
}
