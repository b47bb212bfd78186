import { expect, test } from 'vitest'
import { addDays, date } from '../basics/calendar-date.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import { resolve } from '../policy/resolve.ts'
import type { RuleBook } from '../policy/rule-book.ts'
import { prepare } from './prepare.ts'
import { offersInOrder, placedIds, rankListing, whyNot } from './rank-listing.ts'

const refusals: Sanction = {
  kind: 'sanction',
  id: 'refusals',
  on: ['offer-refused'],
  where: [{ name: 'at', test: { is: ['viewing'] } }],
  steps: [{ effect: 'block', lasts: { count: 1, unit: 'month' } }],
}

test('a sanction that looks at how something happened keeps a blocked person from every home', () => {
  const ranking = rankAfterRefusals({ ann: 'viewing', bob: 'poll' })
  expect(placedIds(ranking)).toEqual(['bob'])
  expect(ranking.excluded.map((position) => ranking.candidates[position]?.id)).toEqual(['ann'])
  expect(ranking.excluded.flatMap((position) => whyNot(ranking, position))).toMatchObject([
    { code: 'blocked', standing: { rule: { id: 'refusals' } } },
  ])
})

test('a block of offers leaves somebody on the list, and is told when the home could be offered', () => {
  const steps = refusals.steps.map((step) => ({ ...step, of: 'offers' as const }))
  const ranking = rankAfterRefusals({ ann: 'viewing', bob: 'poll' }, { ...refusals, steps })
  expect(offersInOrder(ranking)).toMatchObject([
    { id: 'ann', unmet: [{ code: 'blocked', standing: { rule: { id: 'refusals' } } }] },
    { id: 'bob', unmet: [] },
  ])
})

test('records are made for these names, and not for others that read the same in a row', () => {
  const { records } = prepare(resolve([bookOf(refusals)], { on: date('2020-03-01') }))
  const made = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['ab', 'c'],
  ].map((names) => Object.keys(records(names)({}, () => true)))
  expect(made).toEqual([
    ['ab', 'c'],
    ['a', 'bc'],
    ['ab', 'c'],
  ])
})

function rankAfterRefusals(places: Readonly<Record<string, string>>, sanction = refusals) {
  const refused = date('2020-03-01')
  const rules = resolve([bookOf(sanction)], { on: refused })
  const ranking = rankListing(prepare(rules), {
    on: addDays(refused, 1),
    moments: {},
    listing: { id: 'home', facts: { model: 'ranked' }, closes: refused },
    candidates: Object.entries(places).map(([id, at]) => ({
      id,
      facts: {},
      history: {
        spells: [],
        events: [{ event: 'offer-refused', on: refused, attributes: { at } }],
      },
      members: [],
    })),
    quotas: {},
    judgements: {},
  })
  if (!ranking) throw new Error('the book has a ranking for this home')
  return ranking
}

const bookOf = (sanction: Sanction): RuleBook => ({
  book: 'example',
  title: 'Example',
  authority: { level: 'region', name: 'Example' },
  valid: { from: date('2020-01-01'), until: date('2023-12-31') },
  published: 'missing',
  law: 'outside-hvw',
  builds_on: [],
  articles: [
    {
      number: '1',
      text: 'Refusing after a viewing blocks for a month.',
      rules: [
        sanction,
        {
          kind: 'ranking',
          id: 'ranked',
          model: 'ranked',
          tiers: [],
          finally: [{ by: 'lot', weights: 'equal' }],
        },
      ],
    },
  ],
})
