import { describe, expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import { date } from '../basics/calendar-date.ts'
import { compareBooks, type RuleChange } from './compare-books.ts'
import type { Parameter } from './kinds/parameter.ts'
import type { Requirement } from './kinds/requirement.ts'
import type { Article, Rule, RuleBook } from './rule-book.ts'

const adult: Requirement = {
  kind: 'requirement',
  id: 'adult',
  to: 'register',
  must: [{ name: 'age', test: { at_least: 18 } }],
  code: 'under-age',
}
const young: Requirement = { ...adult, must: [{ name: 'age', test: { at_least: 16 } }] }
const lawful: Requirement = {
  kind: 'requirement',
  id: 'lawful',
  to: 'respond',
  must: [{ name: 'residence-status', test: { is: ['dutch'] } }],
  code: 'no-lawful-stay',
}

function article(number: string, rules: readonly Rule[], more: Partial<Article> = {}): Article {
  return { number, text: `Tekst van ${number}.`, rules, ...more }
}

function book(articles: readonly Article[], more: Partial<RuleBook> = {}): RuleBook {
  return {
    book: 'voorbeeld-2026',
    title: 'Voorbeeld',
    authority: { level: 'region', name: 'Voorbeeldregio' },
    valid: { from: date('2026-01-01'), until: date('2029-12-31') },
    published: date('2025-12-01'),
    law: 'hvw-2024',
    builds_on: ['national'],
    articles,
    ...more,
  }
}

/** `+adult`, `-adult`, `adult: must, code`, with `(moved)` where it stands elsewhere. */
function summary(change: RuleChange): string {
  if (change.change === 'added') return `+${change.after.rule.id}`
  if (change.change === 'dropped') return `-${change.before.rule.id}`
  const moved = change.moved ? ' (moved)' : ''
  return `${change.before.rule.id}: ${change.keys.join(', ')}${moved}`
}

const base = book([article('1', [adult, lawful])])

describe('rules are compared by their id', () => {
  test.each<[string, RuleBook, RuleBook, string[]]>([
    ['nothing', base, base, []],
    ['added', book([article('1', [adult])]), base, ['+lawful']],
    ['dropped', base, book([article('1', [lawful])]), ['-adult']],
    ['changed', base, book([article('1', [young, lawful])]), ['adult: must']],
    [
      'several keys',
      base,
      book([article('1', [{ ...young, code: 'outside-age-range', gap: 'x' }, lawful])]),
      ['adult: must, code, gap'],
    ],
    [
      'moved to another article',
      base,
      book([article('1', [lawful]), article('2', [adult])]),
      ['adult:  (moved)'],
    ],
    [
      'in an article that got another number',
      base,
      book([article('3', [adult, lawful])]),
      ['adult:  (moved)', 'lawful:  (moved)'],
    ],
    [
      'moved and changed',
      base,
      book([article('1', [lawful]), article('2', [young])]),
      ['adult: must (moved)'],
    ],
    [
      'the basis its article gives',
      base,
      book([article('1', [adult, lawful], { basis: 'hvw 10' })]),
      ['adult: basis', 'lawful: basis'],
    ],
    [
      'the same basis written elsewhere is no change',
      book([article('1', [{ ...adult, basis: 'hvw 10' }])]),
      book([article('1', [adult], { basis: 'hvw 10' })]),
      [],
    ],
    ['another order is no change', base, book([article('1', [lawful, adult])]), []],
    [
      'an edited text without a number is no move',
      book([article('unknown', [adult], { text: 'Oud.' })]),
      book([article('unknown', [adult], { text: 'Nieuw.' })]),
      [],
    ],
    [
      'from one article without a number to another is a move',
      book([
        article('unknown', [adult], { text: 'A.' }),
        article('unknown', [lawful], { text: 'B.' }),
      ]),
      book([
        article('unknown', [], { text: 'A.' }),
        article('unknown', [lawful, adult], { text: 'B.' }),
      ]),
      ['adult:  (moved)'],
    ],
    [
      'into the article without a number that stands in both books',
      book([
        article('unknown', [adult], { text: 'A.' }),
        article('unknown', [lawful], { text: 'B.' }),
      ]),
      book([article('unknown', [lawful, adult], { text: 'B.' })]),
      ['adult:  (moved)'],
    ],
    [
      'another kind of rule',
      book([article('1', [{ kind: 'parameter', id: 'adult', values: [] }])]),
      book([article('1', [adult])]),
      ['adult: kind, values, to, must, code'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(compareBooks([before], [after]).rules.map(summary)).toEqual(changes)
  })

  test('between an amount and another kind no dates are compared', () => {
    const fee = book([article('1', [{ kind: 'parameter', id: 'adult', values: [] }])])
    for (const [before, after] of [
      [fee, base],
      [base, fee],
    ] as const) {
      const [change] = compareBooks([before], [after]).rules
      expect(change?.change === 'changed' && change.values).toEqual([])
    }
  })
})

test('amounts are compared per date', () => {
  const rows = (value: number) => [{ when: [], value }]
  const fee = (values: Record<string, number>): Parameter => ({
    kind: 'parameter',
    id: 'fee',
    values: Object.entries(values)
      .map(([from, value]) => ({ from: date(from), rows: rows(value) }))
      .toSorted((a, b) => b.from - a.from),
  })
  const before = book([
    article('1', [fee({ '2024-01-01': 65, '2025-01-01': 68, '2026-01-01': 70 })]),
  ])
  const after = book([
    article('1', [fee({ '2025-01-01': 68, '2026-01-01': 71, '2027-01-01': 73 })]),
  ])
  const [change] = compareBooks([before], [after]).rules
  expect(change?.change === 'changed' && change.values).toEqual([
    { from: date('2024-01-01'), before: rows(65) },
    { from: date('2026-01-01'), before: rows(70), after: rows(71) },
    { from: date('2027-01-01'), after: rows(73) },
  ])
})

test.each<[string, Partial<RuleBook>, string[]]>([
  ['nothing', {}, []],
  ['title', { title: 'Ander' }, ['title']],
  [
    'validity and publication',
    { valid: { from: date('2026-07-01'), until: date('2029-12-31') }, published: 'missing' },
    ['valid', 'published'],
  ],
  ['what was not there', { works_back_to: date('2025-12-31') }, ['works_back_to']],
  ['regime', { law: 'hvw-2026-07' }, ['law']],
])('header: %s', (_, more, keys) => {
  expect(compareBooks([base], [book(base.articles, more)]).header).toEqual(keys)
})

describe('articles', () => {
  function changesOf(before: RuleBook, after: RuleBook): string[] {
    return compareBooks([before], [after]).articles.map((change) => {
      if (change.change === 'added') return `+${change.after.text}`
      if (change.change === 'dropped') return `-${change.before.text}`
      return `${change.before.text} -> ${change.after.text}: ${change.keys.join(', ')}`
    })
  }
  const unknown = (text: string, ...rules: Rule[]) => article('unknown', rules, { text })

  test('are compared by number', () => {
    const before = book([article('1', []), article('2', [])])
    const after = book([article('1', [], { text: 'Anders.', url: 'https://voorbeeld.nl' })])
    expect(changesOf(before, after)).toEqual([
      'Tekst van 1. -> Anders.: text, url',
      '-Tekst van 2.',
    ])
  })

  test('without a number are compared by text, else by the rules they hold', () => {
    const before = book([unknown('A.', adult), unknown('B.', lawful), unknown('C.')])
    const after = book([unknown('C.'), unknown('A, anders.', adult), unknown('D.')])
    expect(changesOf(before, after)).toEqual(['A. -> A, anders.: text', '+D.', '-B.'])
  })

  test('without a number are not paired with one that has a number, nor without a rule in common', () => {
    const numbered = book([article('1', [adult])])
    expect(changesOf(numbered, book([unknown('A.', adult)]))).toEqual(['+A.', '-Tekst van 1.'])
    expect(changesOf(book([unknown('A.', adult)]), numbered)).toEqual(['+Tekst van 1.', '-A.'])
    expect(changesOf(book([unknown('A.', adult)]), book([unknown('B.', lawful)]))).toEqual([
      '+B.',
      '-A.',
    ])
  })

  test('that stand in both books are not paired with another that took their rule', () => {
    const before = book([unknown('A.', adult)])
    const after = book([unknown('A.'), unknown('B.', adult)])
    expect(changesOf(before, after)).toEqual(['+B.'])
  })

  test('of a book under both are left alone, whatever their numbers', () => {
    const under = book([article('1', [lawful])], { book: 'onder' })
    const now = book([article('1', [adult], { text: 'Anders.' })])
    const { articles } = compareBooks([book([article('1', [adult])]), under], [now, under])
    expect(articles).toMatchObject([
      { change: 'changed', before: { text: 'Tekst van 1.' }, after: { text: 'Anders.' } },
    ])
  })

  test('one article is never paired with two', () => {
    const before = book([unknown('A.', adult, lawful)])
    const after = book([unknown('B.', adult), unknown('C.', lawful)])
    expect(changesOf(before, after)).toEqual(['A. -> B.: text', '+C.'])
  })
})

describe('a comparison and its reverse tell the same', () => {
  const rules = fc.subarray<Rule>([
    adult,
    lawful,
    { ...lawful, id: 'third' },
    { ...adult, id: 'x' },
  ])
  const books = rules.map((each) => book([article('1', each)]))

  test('what one adds the other drops', () => {
    fc.assert(
      fc.property(books, books, (one, other) => {
        const there = compareBooks([one], [other]).rules.map(summary)
        const back = compareBooks([other], [one]).rules.map(summary)
        const reversed = back.map((each) =>
          each.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+')),
        )
        expect(reversed.toSorted()).toEqual(there.toSorted())
      }),
    )
  })

  test('a book does not differ from itself', () => {
    fc.assert(
      fc.property(books, (one) => {
        const { header, articles, rules } = compareBooks([one], [one])
        expect([...header, ...articles, ...rules]).toEqual([])
      }),
    )
  })
})
