import { describe, expect, test } from 'vitest'
import {
  bookOf,
  byRegistration,
  caseOn,
  happened,
  lasted,
  person,
} from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Value } from '../basics/facts.ts'
import type { Judgement } from '../policy/kinds/judgement.ts'
import type { Life } from '../policy/kinds/life.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Candidate } from '../seekers/candidate.ts'
import { bind } from './bind.ts'
import type { Judged } from './case.ts'
import { answersAbout, gather } from './gather.ts'
import { prepare } from './prepare.ts'

const day = '2026-06-10'

/** A requirement that reads these names, so that they are gathered. */
function reading(...names: string[]): Rule {
  const must = names.map((name) => ({ name, test: { known: true } }))
  return { kind: 'requirement', id: 'reading', to: 'respond', must, code: 'fact-unknown' }
}

function gathered(
  rules: readonly Rule[],
  candidates: readonly Candidate[],
  others: Parameters<typeof caseOn>[2] = {},
) {
  const asked = caseOn(day, candidates, others)
  const bound = bind(
    prepare(resolve([bookOf([...rules, byRegistration])], { on: asked.on })),
    asked,
  )
  if (!bound) throw new Error('the rules of this test have no ranking for its listing')
  return gather(bound, candidates, asked)
}

const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: { count: 1, unit: 'year' },
  renew: { on: ['renewed'], lasts: { count: 1, unit: 'year' } },
  restore: { on: ['restored'], within: { count: 1, unit: 'month' } },
}

test('everybody gets the same names, and nothing that no rule reads', () => {
  const people = [
    person('ans', { facts: { age: 30, profession: 'nurse' } }),
    person('bep', {
      facts: { children: 2 },
      history: { spells: [], events: [happened('2026-01-01', 'registered')] },
    }),
  ]
  const found = gathered([reading('age', 'children')], people)
  expect(found.map((each) => Object.keys(each))).toEqual([
    ['age', 'children', 'registered-on'],
    ['age', 'children', 'registered-on'],
  ])
  expect(found).toEqual([
    { age: 30, children: undefined, 'registered-on': undefined },
    { age: undefined, children: 2, 'registered-on': date('2026-01-01') },
  ])
})

test('a fact given wins over what would follow from the history', () => {
  const history = { spells: [], events: [happened('2026-01-01', 'registered')] }
  const facts = { 'registered-on': date('2015-01-01') }
  expect(gathered([], [person('ans', { facts, history })])).toEqual([facts])
})

describe('each fact counts at its reference moment', () => {
  const moments = {
    'listing-closed': date('2026-06-01'),
    'ranking-made': date('2026-06-10'),
    'lease-start': date('2026-07-01'),
  }

  test('an age when the listing closed', () => {
    const born = (text: string) => person(text, { facts: { born: date(text) } })
    const found = gathered([reading('age')], [born('2008-06-01'), born('2008-06-02')], { moments })
    expect(found.map(({ age }) => age)).toEqual([18, 17])
  })

  test('where the day of a moment is not known, on the day of the ranking', () => {
    const found = gathered(
      [reading('age')],
      [person('ans', { facts: { born: date('2008-06-10') } })],
      { moments: {} },
    )
    expect(found[0]?.age).toBe(18)
  })

  const closing: Rule = {
    kind: 'procedure',
    id: 'moments',
    facts_at: {
      default: 'ranking-made',
      facts: { registration: 'listing-closed', 'registration-ends': 'listing-closed' },
    },
  }
  const events = [happened('2025-05-15', 'registered')]
  const registered = (more: typeof events) =>
    person('ans', { history: { spells: [], events: [...events, ...more] } })

  test('what was restored later had ended when the listing closed', () => {
    const restored = registered([happened('2026-06-05', 'restored')])
    const value = (rules: Rule[]) =>
      gathered([registration, reading('registration'), ...rules], [restored], { moments })[0]
        ?.registration
    expect(value([closing])).toBe('ended')
    expect(value([])).toBe('active')
  })

  test('what was renewed later ended as it would have then', () => {
    const renewed = person('ans', {
      history: {
        spells: [],
        events: [happened('2025-06-08', 'registered'), happened('2026-06-05', 'renewed')],
      },
    })
    const value = (rules: Rule[]) =>
      gathered([registration, reading('registration-ends'), ...rules], [renewed], { moments })[0]?.[
        'registration-ends'
      ]
    expect(value([closing])).toBe(date('2026-06-07'))
    expect(value([])).toBe(date('2027-06-07'))
  })

  test('what was lost later still counted then', () => {
    const points: Rule = {
      kind: 'account',
      id: 'points',
      unit: 'points',
      entries: [{ add: 5, on: ['registered'], lost: { on: ['moved'] } }],
    }
    const moved = registered([happened('2026-05-01', 'renewed'), happened('2026-06-05', 'moved')])
    const at: Rule = {
      kind: 'procedure',
      id: 'moments',
      facts_at: { default: 'listing-closed', facts: {} },
    }
    const value = (rules: Rule[]) =>
      gathered([registration, points, reading('points'), ...rules], [moved], { moments })[0]?.points
    expect(value([at])).toBe(5)
    expect(value([])).toBe(0)
  })
})

describe('the household', () => {
  const local = (
    of: 'some-applicant' | 'every-applicant' | 'some-member' | 'every-member',
  ): Rule => ({
    kind: 'definition',
    id: 'local',
    of,
    when: [{ name: 'lives-in', test: { is: ['heerlen'] } }],
  })
  const member = (role: 'co-applicant' | 'child', place?: string) => ({
    role,
    facts: place === undefined ? {} : { 'lives-in': place },
    history: { spells: [], events: [] },
  })
  const value = (
    of: Parameters<typeof local>[0],
    own: string,
    ...members: ReturnType<typeof member>[]
  ): Value | undefined =>
    gathered(
      [local(of), reading('local')],
      [person('ans', { facts: { 'lives-in': own }, members })],
    )[0]?.local

  test.each<[string, () => Value | undefined, Value | undefined]>([
    [
      'one of the applicants',
      () => value('some-applicant', 'kerkrade', member('co-applicant', 'heerlen')),
      true,
    ],
    [
      'a child is no applicant',
      () => value('some-applicant', 'kerkrade', member('child', 'heerlen')),
      false,
    ],
    ['but is a member', () => value('some-member', 'kerkrade', member('child', 'heerlen')), true],
    [
      'every applicant',
      () =>
        value(
          'every-applicant',
          'heerlen',
          member('co-applicant', 'heerlen'),
          member('child', 'utrecht'),
        ),
      true,
    ],
    [
      'not every applicant',
      () => value('every-applicant', 'heerlen', member('co-applicant', 'utrecht')),
      false,
    ],
    ['not every member', () => value('every-member', 'heerlen', member('child', 'utrecht')), false],
    ['one applicant alone is every applicant', () => value('every-applicant', 'heerlen'), true],
    ['one of them not known', () => value('every-member', 'heerlen', member('child')), undefined],
    [
      'one of them not known, another enough',
      () => value('some-member', 'heerlen', member('child')),
      true,
    ],
  ])('%s', (_, find, expected) => {
    expect(find()).toBe(expected)
  })

  test('a member has a history of their own', () => {
    const years: Rule = {
      kind: 'measure',
      id: 'years',
      of: 'resident',
      take: 'total',
      unit: 'years',
    }
    const rooted: Rule = {
      kind: 'definition',
      id: 'rooted',
      of: 'some-member',
      when: [{ name: 'years', test: { at_least: 6 } }],
    }
    const child = {
      role: 'child' as const,
      facts: {},
      history: { spells: [lasted('resident', '2018-01-01', undefined)], events: [] },
    }
    expect(
      gathered([years, rooted, reading('rooted')], [person('ans', { members: [child] })])[0]
        ?.rooted,
    ).toBe(true)
    expect(gathered([years, rooted, reading('rooted')], [person('ans')])[0]?.rooted).toBe(false)
  })
})

describe('an answer of people counts', () => {
  const judgement: Judgement = {
    kind: 'judgement',
    id: 'ties',
    question: 'Zijn er banden?',
    answer: 'yes-no',
    decided_by: 'selection-committee',
  }
  const given: Judged = { answer: true, by: 'selection-committee', on: date('2026-05-01') }
  const answer = (rule: Partial<Judgement>, judged: Partial<Judged> = {}, about = 'ans') => {
    const rules = resolve([bookOf([{ ...judgement, ...rule }])], { on: date(day) })
    const judgements = { ties: { [about]: { ...given, ...judged } } }
    return answersAbout(rules, 'ans', judgements, date(day))?.ties?.answer
  }
  const valid = { valid: { count: 1, unit: 'month' } } as const
  const { on: _, ...undated } = given

  test.each<[string, () => Value | undefined, Value | undefined]>([
    ['given by the role that decides', () => answer({}), true],
    ['not by another', () => answer({}, { by: 'landlord' }), undefined],
    ['not about another', () => answer({}, {}, 'bep'), undefined],
    [
      'with the second person it needs',
      () => answer({ second: true }, { second: 'J. Jansen' }),
      true,
    ],
    ['not without', () => answer({ second: true }), undefined],
    ['on the last day it is valid', () => answer(valid, { on: date('2026-05-11') }), true],
    ['not after it', () => answer(valid, { on: date('2026-05-10') }), undefined],
    ['not before it was given', () => answer({}, { on: date('2026-06-11') }), undefined],
    ['on the day it was given', () => answer({}, { on: date('2026-06-10') }), true],
    ['about the listing, for everybody', () => answer({ about: 'listing' }, {}, 'listing'), true],
    ['about the listing, and not about a person', () => answer({ about: 'listing' }), undefined],
  ])('%s', (_, find, expected) => {
    expect(find()).toBe(expected)
  })

  test('without a day it counts as given now', () => {
    const rules = resolve([bookOf([{ ...judgement, ...valid }])], { on: date(day) })
    expect(answersAbout(rules, 'ans', { ties: { ans: undated } }, date(day))?.ties?.answer).toBe(
      true,
    )
  })

  test('to a question the book asks', () => {
    const rules = resolve([bookOf([])], { on: date(day) })
    expect(answersAbout(rules, 'ans', { ties: { ans: given } }, date(day))).toBeUndefined()
  })

  test('and is gathered with the day it was given', () => {
    const judgements = { ties: { ans: given } }
    const found = gathered(
      [judgement, reading('ties', 'ties-since')],
      [person('ans'), person('bep')],
      { judgements },
    )
    expect(found).toMatchObject([
      { ties: true, 'ties-since': date('2026-05-01') },
      { ties: undefined, 'ties-since': undefined },
    ])
  })
})

test('facts of home and person together: the floor area for each person', () => {
  const home = { 'floor-area': 60 }
  const found = gathered(
    [reading('floor-area-per-person')],
    [person('ans', { facts: { 'household-size': 4 } }), person('bep')],
    { home },
  )
  expect(found.map((each) => each['floor-area-per-person'])).toEqual([15, undefined])
})

test('the first response to this home is when somebody responded', () => {
  const responded = (on: string, listing: string) => happened(on, 'responded', { listing })
  const history = {
    spells: [],
    events: [
      responded('2026-06-01', 'other'),
      responded('2026-06-03', 'home'),
      responded('2026-06-04', 'home'),
    ],
  }
  const found = gathered([reading('responded-at')], [person('ans', { history }), person('bep')])
  expect(found.map((each) => each['responded-at'])).toEqual([date('2026-06-03'), undefined])
})
