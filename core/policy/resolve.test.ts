import { describe, expect, test } from 'vitest'
import { bookOf } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { type Parameter, parameterValue } from './kinds/parameter.ts'
import type { Requirement } from './kinds/requirement.ts'
import { laidOver, municipalitiesOf, resolve, rulesOf, versionAt, versionsAt } from './resolve.ts'
import type { Article, Authority, Rule, RuleBook } from './rule-book.ts'

const on = date('2026-06-01')
const region: Authority = {
  level: 'region',
  name: 'Parkstad',
  municipalities: ['heerlen', 'kerkrade'],
}
const heerlen: Authority = {
  level: 'municipality',
  name: 'Heerlen',
  scope: { municipality: 'heerlen' },
}

function requirement(id: string, more: Partial<Requirement> = {}): Requirement {
  return { kind: 'requirement', id, to: 'respond', must: [], code: 'under-age', ...more }
}

function amount(id: string, ...values: [string, Value | 'missing' | 'open'][]): Parameter {
  return {
    kind: 'parameter',
    id,
    values: values
      .map(([from, value]) => ({ from: date(from), rows: [{ when: [], value }] }))
      .toSorted((a, b) => b.from - a.from),
  }
}

function upper(rules: readonly Rule[], others: Partial<RuleBook> = {}): RuleBook {
  return bookOf(rules, { book: 'upper', authority: region, ...others })
}

function lower(rules: readonly Rule[], others: Partial<RuleBook> = {}): RuleBook {
  return bookOf(rules, { book: 'lower', authority: heerlen, builds_on: ['upper'], ...others })
}

/** Ids of the rules in force, each with its book. */
function inForce(books: readonly RuleBook[], day = '2026-06-01', listing?: Facts): string[] {
  const { rules } = resolve(books, { on: date(day), ...(listing && { listing }) })
  return rules.map(({ rule, book }) => `${book.book} ${rule.id}`)
}

describe('a lower book lies over an upper one', () => {
  test('what only one of them says stands', () => {
    expect(inForce([lower([requirement('b')]), upper([requirement('a')])])).toEqual([
      'upper a',
      'lower b',
    ])
  })

  test('the same id means the same rule, and the lowest word counts', () => {
    const books = [lower([requirement('a')]), upper([requirement('a'), requirement('c')])]
    expect(inForce(books)).toEqual(['lower a', 'upper c'])
  })

  test('it may replace a rule under another name', () => {
    const books = [
      lower([requirement('stricter', { replaces: 'a' })]),
      upper([requirement('a'), requirement('c')]),
    ]
    expect(inForce(books)).toEqual(['lower stricter', 'upper c'])
  })

  test('what replaces nothing stands by itself', () => {
    const books = [lower([requirement('b', { replaces: 'gone' })]), upper([requirement('a')])]
    expect(inForce(books)).toEqual(['upper a', 'lower b'])
  })

  test('it may drop rules of an upper book', () => {
    const article: Article = { number: '2', text: 'Geen a en c.', drops: ['a', 'c'], rules: [] }
    const books = [
      lower([], { articles: [article] }),
      upper([requirement('a'), requirement('b'), requirement('c')]),
    ]
    expect(inForce(books)).toEqual(['upper b'])
  })

  test('it may drop a rule and say another in its place', () => {
    const article: Article = {
      number: '2',
      text: 'Anders.',
      drops: ['a'],
      rules: [requirement('a')],
    }
    expect(inForce([lower([], { articles: [article] }), upper([requirement('a')])])).toEqual([
      'lower a',
    ])
  })

  test('three books, and the lowest of them has the last word', () => {
    const complex = bookOf([requirement('a')], {
      book: 'lowest',
      authority: { level: 'complex', name: 'Linde', scope: { complex: 'linde' } },
    })
    const books = [
      complex,
      lower([requirement('a'), requirement('b')]),
      upper([requirement('a'), requirement('b')]),
    ]
    expect(inForce(books)).toEqual(['lowest a', 'lower b'])
  })

  test('a rule is found by its id, with its article and its place in the file', () => {
    const articles = [
      { number: '1', text: 'Eerst.', rules: [requirement('a')] },
      { number: '2.3', text: 'Dan.', rules: [requirement('b'), requirement('c')] },
    ]
    const found = resolve([upper([], { articles })], { on }).byId.get('c')
    expect(found).toMatchObject({
      article: { number: '2.3' },
      path: ['articles', 1, 'rules', 1],
      book: { book: 'upper' },
    })
  })

  test('the rules of one kind keep the order of the books', () => {
    const books = [
      lower([requirement('c')]),
      upper([requirement('a'), amount('n', ['2026-01-01', 1]), requirement('b')]),
    ]
    const found = rulesOf(resolve(books, { on }), 'requirement').map(({ rule }) => rule.id)
    expect(found).toEqual(['a', 'b', 'c'])
  })
})

describe('a rule holds from-until, both days included', () => {
  const term = { from: date('2026-03-01'), until: date('2026-09-30') }

  test.each([
    ['2026-02-28', []],
    ['2026-03-01', ['upper a']],
    ['2026-09-30', ['upper a']],
    ['2026-10-01', []],
  ])('on %s: %j', (day, rules) => {
    expect(inForce([upper([requirement('a', term)])], day)).toEqual(rules)
  })

  test.each([
    ['2025-12-31', []],
    ['2026-01-01', ['upper a']],
    ['2026-12-31', ['upper a']],
    ['2027-01-01', []],
  ])('without dates of its own as long as its book: on %s %j', (day, rules) => {
    const valid = { from: date('2026-01-01'), until: date('2026-12-31') }
    expect(inForce([upper([requirement('a')], { valid })], day)).toEqual(rules)
  })

  test('retroactive effect reaches back before the book', () => {
    const valid = { from: date('2026-01-01'), until: date('2026-12-31') }
    const book = upper([requirement('a')], { valid, works_back_to: date('2025-07-01') })
    expect(inForce([book], '2025-06-30')).toEqual([])
    expect(inForce([book], '2025-07-01')).toEqual(['upper a'])
  })

  test('what is replaced holds until its replacement begins, and again after it ends', () => {
    const books = [lower([requirement('a', term)]), upper([requirement('a')])]
    expect(
      ['2026-02-28', '2026-03-01', '2026-10-01'].flatMap((day) => inForce(books, day)),
    ).toEqual(['upper a', 'lower a', 'upper a'])
  })

  test('a book that has not begun drops nothing', () => {
    const article: Article = { number: '2', text: 'Geen a.', drops: ['a'], rules: [] }
    const valid = { from: date('2027-01-01'), until: date('2027-12-31') }
    const books = [lower([], { articles: [article], valid }), upper([requirement('a')])]
    expect(inForce(books, '2026-12-31')).toEqual(['upper a'])
    expect(inForce(books, '2027-01-01')).toEqual([])
  })

  test('asked without a date, all rules lie over each other whatever their dates', () => {
    const books = [lower([requirement('a', term)]), upper([requirement('a'), requirement('b')])]
    expect(laidOver(books).map(({ book, rule }) => `${book.book} ${rule.id}`)).toEqual([
      'lower a',
      'upper b',
    ])
  })
})

describe('a parameter that an upper book leaves open', () => {
  const national = amount('fee', ['2024-01-01', 10], ['2026-01-01', 'open'])
  const valueOn = (books: readonly RuleBook[], day: string) => {
    const rule = resolve(books, { on: date(day) }).byId.get('fee')?.rule
    return rule?.kind === 'parameter' ? parameterValue(rule, date(day), () => 2) : undefined
  }

  test.each<[string, Parameter[], string, Value | undefined]>([
    ['has no value until it is filled', [], '2026-06-01', undefined],
    ['is filled by a lower book', [amount('fee', ['2026-01-01', 15])], '2026-06-01', 15],
    [
      'keeps the upper values for other dates',
      [amount('fee', ['2026-01-01', 15])],
      '2025-06-01',
      10,
    ],
    ['is filled from a later day', [amount('fee', ['2026-07-01', 15])], '2026-06-30', undefined],
    ['and holds from that day', [amount('fee', ['2026-07-01', 15])], '2026-07-01', 15],
    [
      'leaves what the upper book says later',
      [amount('fee', ['2024-01-01', 12])],
      '2026-06-01',
      undefined,
    ],
    ['may be changed for a date it had', [amount('fee', ['2024-01-01', 12])], '2025-06-01', 12],
  ])('%s', (_, own, day, value) => {
    expect(valueOn([lower(own), upper([national])], day)).toBe(value)
  })

  test('has one value a date', () => {
    const own = amount('fee', ['2024-01-01', 12], ['2027-01-01', 15])
    const rule = resolve([lower([own]), upper([national])], { on }).byId.get('fee')?.rule
    expect(rule?.kind === 'parameter' && rule.values.map(({ from }) => from)).toEqual(
      ['2027-01-01', '2026-01-01', '2024-01-01'].map(date),
    )
  })

  test('a rule of another kind under its name takes its place altogether', () => {
    const kindOf = (...books: RuleBook[]) => resolve(books, { on }).byId.get('fee')?.rule.kind
    expect(kindOf(lower([requirement('fee')]), upper([national]))).toBe('requirement')
    expect(kindOf(lower([national]), upper([requirement('fee')]))).toBe('parameter')
  })
})

describe('the reach of a lower book', () => {
  const books = (scope: Authority['scope']) => [
    lower([requirement('b')], { authority: { ...heerlen, ...(scope && { scope }) } }),
    upper([requirement('a')]),
  ]

  test.each<[string, Authority['scope'], Facts, boolean]>([
    ['its municipality', { municipality: 'heerlen' }, { municipality: 'heerlen' }, true],
    ['another', { municipality: 'heerlen' }, { municipality: 'kerkrade' }, false],
    [
      'one of its municipalities',
      { municipality: ['heerlen', 'kerkrade'] },
      { municipality: 'kerkrade' },
      true,
    ],
    ['a home of which it is not known', { municipality: 'heerlen' }, {}, false],
    [
      'its municipality, another landlord',
      { municipality: 'heerlen', landlord: 'weller' },
      { municipality: 'heerlen', landlord: 'vincio' },
      false,
    ],
    [
      'both',
      { municipality: 'heerlen', landlord: 'weller' },
      { municipality: 'heerlen', landlord: 'weller' },
      true,
    ],
    ['one of several labels of a home', { label: 'senior' }, { label: ['family', 'senior'] }, true],
    ['none of them', { label: 'senior' }, { label: ['family'] }, false],
    ['everything, when nothing is said', {}, {}, true],
  ])('%s', (_, scope, listing, reached) => {
    const found = inForce(books(scope), '2026-06-01', listing)
    expect(found).toEqual(reached ? ['upper a', 'lower b'] : ['upper a'])
  })

  test('asked without a home, every book counts', () => {
    expect(inForce(books({ municipality: 'heerlen' }))).toEqual(['upper a', 'lower b'])
  })

  test('the municipalities of the region are those of the regional book', () => {
    expect(municipalitiesOf({ books: books({}) })).toEqual(['heerlen', 'kerkrade'])
    expect(municipalitiesOf({ books: books({}).slice(0, 1) })).toEqual([])
  })
})

describe('the rules at date X as known on date Y', () => {
  const version = (
    book: string,
    [from, until]: [string, string],
    published: string | 'missing',
    backTo?: string,
  ): RuleBook =>
    upper([], {
      book,
      valid: { from: date(from), until: date(until) },
      published: published === 'missing' ? 'missing' : date(published),
      ...(backTo !== undefined && { works_back_to: date(backTo) }),
    })
  const versions = [
    version('first', ['2024-01-01', '2027-12-31'], '2023-12-01'),
    version('second', ['2026-01-01', '2027-12-31'], '2025-12-01'),
    version('repair', ['2026-09-01', '2027-12-31'], '2026-08-15', '2026-05-01'),
  ]

  test.each([
    // On X, as known on Y: who answers.
    ['2023-12-31', '2026-12-31', undefined],
    ['2024-06-01', '2023-11-30', undefined],
    ['2024-06-01', '2023-12-01', 'first'],
    ['2024-06-01', '2026-12-31', 'first'],
    ['2026-03-01', '2025-11-30', 'first'],
    ['2026-03-01', '2025-12-01', 'second'],
    ['2026-03-01', '2026-12-31', 'second'],
    ['2026-06-01', '2026-08-14', 'second'],
    ['2026-06-01', '2026-08-15', 'repair'],
    ['2026-04-30', '2026-08-15', 'second'],
    ['2026-05-01', '2026-08-15', 'repair'],
    ['2027-12-31', '2026-08-15', 'repair'],
    ['2028-01-01', '2026-08-15', undefined],
  ])('on %s as known on %s: %s', (day, knownOn, book) => {
    for (const order of [versions, versions.toReversed()]) {
      expect(versionAt(order, { on: date(day), knownOn: date(knownOn) })?.book).toBe(book)
    }
  })

  test('without a day of knowing, all that is known now counts', () => {
    expect(versionAt(versions, { on: date('2026-06-01') })?.book).toBe('repair')
  })

  test('a version whose publication was not seen answers only when knowing is not asked', () => {
    const unseen = [version('unseen', ['2024-01-01', '2027-12-31'], 'missing')]
    expect(versionAt(unseen, { on })?.book).toBe('unseen')
    expect(versionAt(unseen, { on, knownOn: on })).toBeUndefined()
  })

  test('not seen, it counts as published on the day it began', () => {
    const both = [
      version('unseen', ['2026-01-01', '2027-12-31'], 'missing'),
      version('seen', ['2024-01-01', '2027-12-31'], '2025-12-01'),
    ]
    expect(versionAt(both, { on })?.book).toBe('unseen')
  })

  test.each([
    ['seen later than the other began', 'missing', '2025-12-01', 'second'],
    ['seen before the other began', 'missing', '2024-12-31', 'first'],
    ['published later', '2024-06-01', '2024-12-01', 'second'],
    ['published earlier', '2024-12-01', '2024-06-01', 'first'],
    ['not seen, and began earlier', '2024-06-01', 'missing', 'first'],
  ] as const)('of one that began later, and one %s', (_, first, second, answers) => {
    const both = [
      version('first', ['2025-01-01', '2027-12-31'], first),
      version('second', ['2024-01-01', '2027-12-31'], second),
    ]
    expect(versionAt(both, { on })?.book).toBe(answers)
  })

  test('of two published on one day, the one that began last', () => {
    const both = [
      version('old', ['2024-01-01', '2027-12-31'], '2023-12-01'),
      version('new', ['2025-01-01', '2027-12-31'], '2023-12-01'),
    ]
    expect(versionAt(both, { on })?.book).toBe('new')
    expect(versionAt(both, { on: date('2024-06-01') })?.book).toBe('old')
  })

  test('of each authority one version is left, and the books keep their order', () => {
    const own = lower([requirement('b')], { book: 'own' })
    const found = (day: string, books = [own, ...versions]) =>
      versionsAt(books, { on: date(day) }).map(({ book }) => book)
    expect(found('2024-06-01')).toEqual(['own', 'first'])
    expect(found('2026-06-01')).toEqual(['own', 'repair'])
    expect(found('2030-01-01')).toEqual(['own'])
    expect(found('2045-01-01')).toEqual(['own'])
  })

  test.each([
    ['before it was published', '2023-11-30', '2023-12-01', []],
    ['from the day it was published', '2023-12-01', '2023-12-01', ['old']],
    ['where its publication was not seen', '2023-11-30', 'missing', ['old']],
  ])('a book given once answers as known %s: %s', (_, known, published, answering) => {
    const once = version('old', ['2024-01-01', '2027-12-31'], published)
    const found = versionsAt([once], { on, knownOn: date(known) })
    expect(found.map(({ book }) => book)).toEqual(answering)
  })

  test('books of one authority for different homes are no versions of each other', () => {
    const of = (complex: string) =>
      bookOf([], {
        book: complex,
        authority: { level: 'complex', name: 'Weller', scope: { complex } },
      })
    expect(versionsAt([of('linde'), of('eik')], { on }).map(({ book }) => book)).toEqual([
      'linde',
      'eik',
    ])
  })
})
