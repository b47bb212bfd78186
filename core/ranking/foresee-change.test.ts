import { describe, expect, test } from 'vitest'
import {
  bookOf,
  byRegistration,
  caseOn,
  happened,
  lasted,
  person,
} from '../../tests/example-book.ts'
import { date, formatDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition } from '../policy/condition.ts'
import type { Life } from '../policy/kinds/life.ts'
import type { Priority } from '../policy/kinds/priority.ts'
import type { Requirement } from '../policy/kinds/requirement.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Candidate } from '../seekers/candidate.ts'
import { bind } from './bind.ts'
import type { Case } from './case.ts'
import { foreseeChanges } from './foresee-change.ts'
import { prepare } from './prepare.ts'

const day = '2026-06-10'
const is = (name: string, value: string | boolean): Condition => [{ name, test: { is: [value] } }]

function requirement(must: Condition, more: Partial<Requirement> = {}): Requirement {
  return { kind: 'requirement', id: 'asked', to: 'respond', must, code: 'under-age', ...more }
}

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: { count: 1, unit: 'year' },
}

function grouped(priority: Priority): Rule[] {
  return [
    priority,
    {
      kind: 'ranking',
      id: 'order',
      model: 'ranked',
      tiers: [{ priority: [priority.id], by: [] }],
      finally: [{ by: 'lot', weights: 'equal' }],
    },
  ]
}

/** What would change it, as `on a day` or `by doing`, `the rule`, `the group`. */
function changesFor(
  rules: readonly Rule[],
  known: Partial<Omit<Candidate, 'id'>>,
  home: Facts = {},
  others: Partial<Case> = {},
) {
  const candidate = person('ans', known)
  const asked = caseOn(day, [candidate], { home, ...others })
  const hasRanking = rules.some(({ kind }) => kind === 'ranking')
  const book = bookOf(hasRanking ? rules : [...rules, byRegistration])
  const bound = bind(prepare(resolve([book], { on: asked.on })), asked)
  if (!bound) throw new Error('the rules of this test have no ranking for its listing')
  return foreseeChanges(bound, asked, candidate).map(({ on, choose, to, times, by, tier }) =>
    [
      on && formatDate(on),
      choose,
      to,
      times && `${times} times`,
      `by ${by}`,
      tier !== 'none' && `in ${tier}`,
    ]
      .filter((each) => each !== undefined && each !== false)
      .join(' '),
  )
}

describe('what time brings', () => {
  const adult = requirement([{ name: 'age', test: { at_least: 18 } }])

  test.each([
    ['an eighteenth birthday', '2008-08-20', ['2026-08-20 by asked']],
    ['tomorrow', '2008-06-11', ['2026-06-11 by asked']],
    ['on the last day of the month that is looked at first', '2008-07-10', ['2026-07-10 by asked']],
    ['on the first day after it', '2008-07-11', ['2026-07-11 by asked']],
    ['fifteen years on', '2023-06-10', ['2041-06-10 by asked']],
    ['too far to say', '2023-06-11', []],
    ['nothing to wait for', '2000-01-01', []],
  ])('%s', (_, born, changes) => {
    expect(changesFor([adult], { facts: { born: date(born) } })).toEqual(changes)
  })

  test('for a home whose listing closes on that day, whenever it is ranked', () => {
    const moments = { 'listing-closed': date('2026-06-01'), 'ranking-made': date(day) }
    const facts = { born: date('2008-08-20') }
    expect(changesFor([adult], { facts }, {}, { moments })).toEqual(['2026-08-20 by asked'])
    expect(changesFor([adult], { facts }, {}, { moments: {} })).toEqual(['2026-08-20 by asked'])
  })

  test('a block that ends', () => {
    const absence: Rule = {
      kind: 'sanction',
      id: 'absence',
      on: ['no-show'],
      steps: [{ effect: 'block', lasts: { count: 3, unit: 'month' } }],
    }
    const history = { spells: [], events: [happened('2026-05-01', 'no-show')] }
    expect(changesFor([absence], { history })).toEqual(['2026-08-01 by absence'])
  })

  test('years lived somewhere', () => {
    const years: Rule = {
      kind: 'measure',
      id: 'years',
      of: 'resident',
      take: 'current',
      unit: 'years',
    }
    const bound = requirement([{ name: 'years', test: { at_least: 6 } }])
    const history = { spells: [lasted('resident', '2021-01-15', undefined)], events: [] }
    expect(changesFor([years, bound], { history })).toEqual(['2027-01-15 by asked'])
  })

  test('a higher group', () => {
    const senior: Priority = {
      kind: 'priority',
      id: 'senior',
      ground: 'landlord',
      who: [{ name: 'age', test: { at_least: 55 } }],
    }
    const born = { born: date('1971-12-01') }
    expect(changesFor(grouped(senior), { facts: born })).toEqual(['2026-12-01 by senior in senior'])
    expect(changesFor(grouped(senior), { facts: { born: date('1960-01-01') } })).toEqual([])
  })

  test('not a lower group, nor a time in which nothing changes', () => {
    const young: Priority = {
      kind: 'priority',
      id: 'young',
      ground: 'landlord',
      who: [{ name: 'age', test: { below: 23 } }],
    }
    expect(changesFor(grouped(young), { facts: { born: date('2004-01-01') } })).toEqual([])
  })

  test('only when all that keeps somebody out is over', () => {
    const both = [
      adult,
      requirement([{ name: 'household-income', test: { at_most: 1 } }], { id: 'income' }),
    ]
    expect(
      changesFor(both, { facts: { born: date('2008-08-20'), 'household-income': 5 } }),
    ).toEqual([])
  })
})

describe('what somebody can do', () => {
  const active = requirement(is('registration', 'active'))

  test.each<[string, Life, Candidate['history']['events'], string[]]>([
    ['register', registration, [], ['registered by asked']],
    [
      'register again after the term was over',
      registration,
      [happened('2024-01-01', 'registered')],
      ['registered by asked'],
    ],
    [
      'pay, where that brings it back: not register anew, which would cost them their time',
      { ...registration, restore: { on: ['paid'], within: { count: 1, unit: 'year' } } },
      [happened('2025-01-01', 'registered')],
      ['paid by asked'],
    ],
    [
      'take it up again after a pause',
      { ...registration, pause: { from: 'paused', to: 'resumed' } },
      [happened('2026-01-01', 'registered'), happened('2026-02-01', 'paused')],
      ['resumed by asked'],
    ],
    [
      'nothing that others decide',
      { ...registration, begins: { on: ['urgency-granted'] } },
      [],
      [],
    ],
    [
      'nothing that the rules bar for now, but wait and then do it: not both at once',
      {
        ...registration,
        ends: [{ on: ['lease-started'], code: 'housed' }],
        again: { after: { count: 5, unit: 'year' } },
      },
      [happened('2026-01-01', 'registered'), happened('2026-02-01', 'lease-started')],
      [],
    ],
  ])('%s', (_, life, events, changes) => {
    const found = changesFor([life, active], { history: { spells: [], events } })
    expect(found.toSorted()).toEqual(changes.toSorted())
  })

  test('for a home that is still open, when this one closed before it was ranked', () => {
    const candidate = person('ans', {
      history: { spells: [], events: [happened('2025-01-01', 'registered')] },
    })
    const restoring: Life = {
      ...registration,
      restore: { on: ['renewed'], within: { count: 1, unit: 'year' } },
    }
    const asked = caseOn(day, [candidate], {})
    const closed = { ...asked, moments: { ...asked.moments, 'listing-closed': date('2026-06-09') } }
    const bound = bind(
      prepare(resolve([bookOf([restoring, active, byRegistration])], { on: asked.on })),
      closed,
    )
    if (!bound) throw new Error('the rules of this test have no ranking for its listing')
    expect(foreseeChanges(bound, closed, candidate)).toEqual([
      { choose: 'renewed', by: 'asked', tier: 'none' },
    ])
  })

  test('not what is needless for a home of today, for which time is enough', () => {
    const either = requirement([
      { any: [[{ name: 'age', test: { at_least: 18 } }], is('registration', 'active')] },
    ])
    const moments = { 'listing-closed': date('2026-06-01'), 'ranking-made': date(day) }
    const facts = { born: date('2008-06-05') }
    expect(changesFor([registration, either], { facts }, {}, { moments })).toEqual([
      '2026-06-05 by asked',
    ])
  })

  test('register anew, which costs the years that were given', () => {
    const long: Priority = {
      kind: 'priority',
      id: 'long',
      ground: 'landlord',
      who: [{ name: 'registered-on', test: { at_most: date('2020-01-01') } }],
    }
    const given = { registration: 'ended', 'registered-on': date('2015-01-01') }
    expect(changesFor([registration, active, ...grouped(long)], { facts: given })).toEqual([
      'registered by asked',
    ])
  })

  test('what is given as a fact does not speak against what somebody now does', () => {
    expect(changesFor([registration, active], { facts: { registration: 'ended' } })).toEqual([
      'registered by asked',
    ])
  })

  test('nor does it take away what was given of another life', () => {
    const option: Life = { kind: 'life', id: 'option', begins: { on: ['option-taken'] } }
    const both = requirement([...is('option', 'active'), ...is('registration', 'active')])
    const given = { registration: 'active', 'registered-on': date('2015-01-01') }
    const early = requirement([{ name: 'registered-on', test: { known: true } }], { id: 'early' })
    expect(changesFor([registration, option, both, early], { facts: given })).toEqual([
      'option-taken by asked',
    ])
  })

  test('an option for the complex of this home', () => {
    const option: Life = {
      kind: 'life',
      id: 'option',
      each: 'complex',
      begins: { on: ['option-taken'] },
    }
    const history = {
      spells: [],
      events: [happened('2026-01-01', 'option-taken', { complex: 'eik' })],
    }
    const rules = [option, requirement(is('option', 'active'))]
    expect(changesFor(rules, { history }, { complex: 'linde' })).toEqual(['option-taken by asked'])
    expect(changesFor(rules, { history }, { complex: 'eik' })).toEqual([])
  })

  test('respond as often as is still needed', () => {
    const responses: Rule = {
      kind: 'measure',
      id: 'responses',
      of: 'responded',
      take: 'number',
      within: { count: 6, unit: 'month' },
    }
    const busy = requirement([{ name: 'responses', test: { at_least: 4 } }])
    const history = { spells: [], events: [happened('2026-05-01', 'responded')] }
    expect(changesFor([responses, busy], { history })).toEqual(['responded 3 times by asked'])
  })

  test('count what only others can do: nothing to suggest', () => {
    const offers: Rule = { kind: 'measure', id: 'offers', of: 'offer-made', take: 'number' }
    const history = { spells: [], events: [happened('2026-05-01', 'responded')] }
    expect(
      changesFor([offers, requirement([{ name: 'offers', test: { at_least: 1 } }])], { history }),
    ).toEqual([])
  })

  test('get in touch, where a block waits for that', () => {
    const silent = (until: 'contact' | 'cleared'): Rule => ({
      kind: 'sanction',
      id: 'silence',
      on: ['offer-unanswered'],
      steps: [{ effect: 'block', until }],
    })
    const other: Rule = {
      kind: 'sanction',
      id: 'other',
      on: ['no-show'],
      steps: [{ effect: 'warn' }],
    }
    const history = { spells: [], events: [happened('2026-05-01', 'offer-unanswered')] }
    expect(changesFor([other, silent('contact')], { history })).toEqual(['contacted by silence'])
    expect(changesFor([other, silent('cleared')], { history })).toEqual([])
  })
})

describe('what somebody can choose: a search profile', () => {
  test.each<[string, Condition, Facts, Facts, string[]]>([
    [
      'an area',
      [{ name: 'profile-areas', test: { is: [{ ref: 'neighbourhood' }] } }],
      { 'profile-areas': ['north'] },
      { neighbourhood: 'centre' },
      ['profile-areas centre by asked'],
    ],
    [
      'just so many bedrooms',
      [{ name: 'profile-bedrooms-max', test: { at_least: { ref: 'bedrooms' } } }],
      { 'profile-bedrooms-max': 2 },
      { bedrooms: 3 },
      ['profile-bedrooms-max 3 by asked'],
    ],
    [
      'just so much rent',
      [{ name: 'profile-rent', test: { at_least: 70000 } }],
      { 'profile-rent': 60000 },
      {},
      ['profile-rent 70000 by asked'],
    ],
    [
      'no fewer bedrooms than this',
      [{ name: 'profile-bedrooms-min', test: { at_most: { ref: 'bedrooms' } } }],
      { 'profile-bedrooms-min': 4 },
      { bedrooms: 3 },
      ['profile-bedrooms-min 3 by asked'],
    ],
    [
      'inside parts that must all hold, or may not',
      [
        {
          all: [
            [{ name: 'profile-rent', test: { at_least: 70000 } }],
            [{ none: [[{ name: 'profile-rent', test: { at_least: 70001 } }]] }],
          ],
        },
      ],
      { 'profile-rent': 60000 },
      {},
      ['profile-rent 70000 by asked'],
    ],
    [
      'nothing, where the home does not say',
      [{ name: 'profile-areas', test: { is: [{ ref: 'neighbourhood' }] } }],
      { 'profile-areas': ['north'] },
      {},
      [],
    ],
    [
      'nothing, where it would not help',
      [
        { name: 'profile-rent', test: { at_least: 70000 } },
        { name: 'children', test: { at_least: 1 } },
      ],
      { 'profile-rent': 60000, children: 0 },
      {},
      [],
    ],
  ])('%s', (_, must, facts, home, changes) => {
    expect(changesFor([requirement(must)], { facts }, home)).toEqual(changes)
  })

  test('also through a word of the book, and to come into a higher group', () => {
    const rules: Rule[] = [
      {
        kind: 'definition',
        id: 'fits',
        when: [
          { any: [[{ name: 'profile-rent', test: { at_least: 70000 } }], is('in-shelter', true)] },
        ],
      },
      ...grouped({ kind: 'priority', id: 'fitting', ground: 'landlord', who: is('fits', true) }),
    ]
    expect(changesFor(rules, { facts: { 'profile-rent': 60000 } })).toEqual([
      'profile-rent 70000 by fitting in fitting',
    ])
  })

  test('the same choice is told once', () => {
    const twice = [
      requirement([{ name: 'profile-rent', test: { at_least: 70000 } }]),
      requirement([{ name: 'profile-rent', test: { at_least: 70000 } }], { id: 'again' }),
    ]
    expect(changesFor(twice, { facts: { 'profile-rent': 60000 } })).toEqual([
      'profile-rent 70000 by asked',
    ])
  })
})

describe('never an invitation to lie', () => {
  test.each<[string, Condition, Facts]>([
    [
      'to earn less',
      [{ name: 'household-income', test: { at_most: 3000000 } }],
      { 'household-income': 4000000 },
    ],
    [
      'to earn more',
      [{ name: 'household-income', test: { at_least: 3000000 } }],
      { 'household-income': 2000000 },
    ],
    [
      'to live with others',
      [{ name: 'household-size', test: { at_least: 3 } }],
      { 'household-size': 2 },
    ],
    ['to have children', [{ name: 'children', test: { at_least: 1 } }], { children: 0 }],
    ['to split up', is('household', 'one-adult'), { household: 'two-adults' }],
    ['to live elsewhere', is('lives-in', 'heerlen'), { 'lives-in': 'kerkrade' }],
    ['to work elsewhere', is('works-in', 'heerlen'), { 'works-in': 'kerkrade' }],
    ['to have another profession', is('profession', 'nurse'), { profession: 'baker' }],
    [
      'to have another source of income',
      is('income-source', 'work'),
      { 'income-source': 'benefit' },
    ],
    ['to be urgent', is('urgency-ground', 'medical'), { 'urgency-ground': 'none' }],
    ['to leave a home empty', is('leaves-empty', 'social-rental'), { 'leaves-empty': 'none' }],
    [
      'to be of another age than one is',
      [{ name: 'age', test: { below: 23 } }],
      { born: date('1990-01-01') },
    ],
  ])('%s', (_, must, facts) => {
    expect(changesFor([requirement(must)], { facts })).toEqual([])
    expect(
      changesFor(grouped({ kind: 'priority', id: 'first', ground: 'landlord', who: must }), {
        facts,
      }),
    ).toEqual([])
  })
})

test('time, acts and choices together, the soonest first', () => {
  const rules: Rule[] = [
    registration,
    requirement([
      {
        any: [
          [{ name: 'age', test: { at_least: 18 } }],
          is('registration', 'active'),
          [{ name: 'profile-rent', test: { at_least: 70000 } }],
        ],
      },
    ]),
  ]
  expect(changesFor(rules, { facts: { born: date('2008-08-20'), 'profile-rent': 60000 } })).toEqual(
    ['2026-08-20 by asked', 'registered by asked', 'profile-rent 70000 by asked'],
  )
})
