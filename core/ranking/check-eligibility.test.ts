import { describe, expect, test } from 'vitest'
import {
  byRegistration,
  caseOn,
  followUntil,
  happened,
  person,
  rankUnder,
  rulesOn,
} from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { type Condition, unknown } from '../policy/condition.ts'
import type { Judgement } from '../policy/kinds/judgement.ts'
import type { Requirement } from '../policy/kinds/requirement.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import { excusesUsed, passesGate, unmetAt } from './check-eligibility.ts'
import { prepare } from './prepare.ts'
import { offersInOrder, placedIds, type Ranking, whyNot } from './rank-listing.ts'

const day = '2026-06-01'
const atLeast = (name: string, least: number): Condition => [{ name, test: { at_least: least } }]
const is = (name: string, value: string | boolean): Condition => [{ name, test: { is: [value] } }]

function requirement(id: string, must: Condition, more: Partial<Requirement> = {}): Requirement {
  return { kind: 'requirement', id, to: 'respond', must, code: 'under-age', ...more }
}

const adult = requirement('adult', atLeast('age', 18))

type Outcome = 'placed' | 'excluded' | 'undecided'

function outcomeFor(rules: readonly Rule[], facts: Facts, home: Facts = {}): Outcome {
  const ranking = rankUnder(
    [...rules, byRegistration],
    caseOn(day, [person('ans', { facts })], { home }),
  )
  if (ranking.excluded.length > 0) return 'excluded'
  return ranking.undecided.length > 0 ? 'undecided' : 'placed'
}

describe('who may respond', () => {
  const inMunicipality = { where: is('municipality', 'heerlen') }
  const alone = { who: is('household', 'one-adult') }
  const unlessYoung = { unless: is('court-emancipation', true) }

  test.each<[string, Requirement, Facts, Facts, Outcome]>([
    ['who meets it', adult, { age: 18 }, {}, 'placed'],
    ['who does not', adult, { age: 17 }, {}, 'excluded'],
    ['of whom it is not known: unknown never admits', adult, {}, {}, 'undecided'],
    [
      'who does not, on a home it is not about',
      { ...adult, ...inMunicipality },
      { age: 17 },
      { municipality: 'kerkrade' },
      'placed',
    ],
    [
      'who does not, on a home it is about',
      { ...adult, ...inMunicipality },
      { age: 17 },
      { municipality: 'heerlen' },
      'excluded',
    ],
    [
      'whom it does not concern',
      { ...adult, ...alone },
      { age: 17, household: 'two-adults' },
      {},
      'placed',
    ],
    [
      'whom it concerns',
      { ...adult, ...alone },
      { age: 17, household: 'one-adult' },
      {},
      'excluded',
    ],
    [
      'whom it may concern: unknown never admits',
      { ...adult, ...alone },
      { age: 17 },
      {},
      'undecided',
    ],
    ['whom it may concern, but who meets it', { ...adult, ...alone }, { age: 18 }, {}, 'placed'],
    [
      'who is excused',
      { ...adult, ...unlessYoung },
      { age: 17, 'court-emancipation': true },
      {},
      'placed',
    ],
    [
      'who is not excused',
      { ...adult, ...unlessYoung },
      { age: 17, 'court-emancipation': false },
      {},
      'excluded',
    ],
    [
      'who may be excused: unknown never admits',
      { ...adult, unless: is('lives-in', 'heerlen') },
      { age: 17 },
      {},
      'undecided',
    ],
    ['at another gate', { ...adult, to: 'be-offered' }, { age: 17 }, {}, 'placed'],
  ])('%s', (_, rule, facts, home, outcome) => {
    expect(outcomeFor([rule], facts, home)).toBe(outcome)
  })

  test('one requirement that is not met is enough, whatever else is unknown', () => {
    const income = requirement('income', [{ name: 'household-income', test: { at_most: 1 } }])
    expect(outcomeFor([adult, income], { age: 17 })).toBe('excluded')
    expect(outcomeFor([adult, income], { age: 18 })).toBe('undecided')
    expect(outcomeFor([adult, income], { age: 18, 'household-income': 1 })).toBe('placed')
  })

  test('nobody is kept out where nothing is asked', () => {
    expect(outcomeFor([], {})).toBe('placed')
  })
})

describe('why somebody is kept out', () => {
  const local: Rule = {
    kind: 'definition',
    id: 'local',
    when: [{ any: [is('lives-in', 'heerlen'), is('works-in', 'heerlen')] }],
  }
  const bound = requirement('bound', is('local', true), { code: 'not-bound' })

  test('every requirement that is not met, in the order of the book', () => {
    const rules = [
      bound,
      local,
      adult,
      requirement('size', atLeast('household-size', 2), { code: 'household-too-small' }),
    ]
    const found = reasons(rules, {
      age: 17,
      'household-size': 2,
      'lives-in': 'kerkrade',
      'works-in': 'kerkrade',
    })
    expect(found.map(({ code, rule }) => [code, rule])).toEqual([
      ['not-bound', 'bound'],
      ['under-age', 'adult'],
    ])
  })

  test('each with its rule, its article and what was found', () => {
    const ranking = ranked([adult], { age: 17 })
    const [unmet] = whyNot(ranking, 0)
    expect(unmet).toMatchObject({
      code: 'under-age',
      undecided: false,
      standing: { rule: { id: 'adult' }, article: { number: '1' } },
    })
    expect(unmet?.leaves()).toMatchObject([{ name: 'age', found: 17 }])
  })

  test('a word of the book is told with what stands inside it', () => {
    const found = reasons([bound, local], { 'lives-in': 'kerkrade', 'works-in': 'kerkrade' })
    expect(found[0]?.names).toEqual(['local', 'lives-in', 'works-in'])
  })

  test('a word inside a word too', () => {
    const rules: Rule[] = [
      bound,
      { kind: 'definition', id: 'local', when: is('resident-here', true) },
      { kind: 'definition', id: 'resident-here', when: is('lives-in', 'heerlen') },
    ]
    expect(reasons(rules, { 'lives-in': 'kerkrade' })[0]?.names).toEqual([
      'local',
      'resident-here',
      'lives-in',
    ])
  })

  test('a word about other people is told as such', () => {
    const rules: Rule[] = [
      bound,
      { kind: 'definition', id: 'local', of: 'every-applicant', when: is('lives-in', 'heerlen') },
    ]
    expect(reasons(rules, { 'lives-in': 'kerkrade' })[0]?.names).toEqual(['local'])
  })

  test('somebody undecided hears only what is not known', () => {
    const both = requirement('both', [...atLeast('age', 18), ...atLeast('household-size', 2)])
    expect(undecidedNames([both], { age: 18 })).toEqual([['household-size']])
  })

  test('not known may be whether a requirement concerns them at all', () => {
    const alone = { ...adult, who: is('household', 'one-adult') }
    expect(undecidedNames([alone], { age: 17 })).toEqual([['household']])
  })

  test('or whether something excuses them', () => {
    const excused = { ...adult, unless: is('lives-in', 'heerlen') }
    expect(undecidedNames([excused], { age: 17 })).toEqual([['lives-in']])
  })
})

describe('a hardship clause', () => {
  const hardship: Judgement = {
    kind: 'judgement',
    id: 'hardship',
    question: 'Is dit onredelijk?',
    answer: 'yes-no',
    decided_by: 'municipal-executive',
    sets_aside: ['adult'],
  }
  const income = requirement('income', atLeast('household-income', 1))
  const answered = (
    answer: boolean,
    rules: readonly Rule[] = [adult, hardship],
    facts: Facts = { age: 17 },
  ) =>
    rankUnder(
      [...rules, byRegistration],
      caseOn(day, [person('ans', { facts })], {
        judgements: { hardship: { ans: { answer, by: 'municipal-executive' } } },
      }),
    )

  test('answered yes it excuses', () => {
    expect(placedIds(answered(true))).toEqual(['ans'])
  })

  test.each([
    ['answered no', () => answered(false)],
    [
      'not answered: an excuse nobody gave leaves nobody undecided',
      () => ranked([adult, hardship], { age: 17 }),
    ],
  ])('%s it does not', (_, rank) => {
    expect(rank().excluded).toEqual([0])
  })

  test('excuses only from the requirements it names', () => {
    const ranking = answered(true, [adult, income, hardship], { age: 17, 'household-income': 0 })
    expect(whyNot(ranking, 0).map(({ standing }) => standing.rule.id)).toEqual(['income'])
  })

  test('or from all of them', () => {
    const any: Judgement = { ...hardship, sets_aside: 'any' }
    const ranking = answered(true, [adult, income, any], { age: 17, 'household-income': 0 })
    expect(placedIds(ranking)).toEqual(['ans'])
    expect(excusesOf(ranking)).toEqual(['adult by hardship', 'income by hardship'])
  })

  test.each<[string, readonly Rule[], Facts, string[]]>([
    ['whoever does not meet it', [adult, hardship], { age: 17 }, ['adult by hardship']],
    ['whoever is not known to meet it', [adult, hardship], {}, ['adult by hardship']],
    ['not who meets it anyway', [adult, hardship], { age: 18 }, []],
    [
      'not whom it does not concern',
      [{ ...adult, who: is('household', 'one-adult') }, hardship],
      { age: 17, household: 'two-adults' },
      [],
    ],
    [
      'not who is excused by the rule itself',
      [{ ...adult, unless: is('lives-in', 'heerlen') }, hardship],
      { age: 17, 'lives-in': 'heerlen' },
      [],
    ],
    [
      'at the offer as well',
      [{ ...adult, to: 'be-offered' }, hardship],
      { age: 17 },
      ['adult by hardship'],
    ],
    ['not at a gate further on', [{ ...adult, to: 'sign' }, hardship], { age: 17 }, []],
  ])('is used for %s', (_, rules, facts, excuses) => {
    expect(excusesOf(answered(true, rules, facts))).toEqual(excuses)
  })

  test('another judgement answered yes is no excuse', () => {
    const opinion: Judgement = {
      kind: 'judgement',
      id: 'opinion',
      question: 'Past het?',
      answer: 'yes-no',
      decided_by: 'landlord',
    }
    const fits = requirement('fits', is('opinion', true))
    const ranking = rankUnder(
      [adult, opinion, fits, byRegistration],
      caseOn(day, [person('ans', { facts: { age: 17 } })], {
        judgements: { opinion: { ans: { answer: true, by: 'landlord' } } },
      }),
    )
    expect(ranking.excluded).toEqual([0])
    expect(excusesOf(ranking)).toEqual([])
  })

  test('answered no is no excuse', () => {
    expect(excusesOf(answered(false))).toEqual([])
  })
})

describe('limits of the process', () => {
  const procedure: Rule = { kind: 'procedure', id: 'terms', open_responses: 2, offers_at_once: 1 }

  test.each<[number | undefined, Outcome]>([
    [undefined, 'placed'],
    [0, 'placed'],
    [1, 'placed'],
    [2, 'excluded'],
    [3, 'excluded'],
  ])('with %s responses open, of two at most: %s', (open, outcome) => {
    expect(outcomeFor([procedure], { 'open-responses': open })).toBe(outcome)
  })

  test('another offer still open is told when the home could be offered', () => {
    const offers = (open: number | undefined) =>
      offersInOrder(ranked([procedure], { 'open-offers': open })).map(({ unmet }) =>
        unmet.map(({ code }) => code),
      )
    expect(offers(1)).toEqual([['another-offer-open']])
    expect(offers(0)).toEqual([[]])
    expect(offers(undefined)).toEqual([[]])
  })

  test('too many responses are told with the procedure that says so', () => {
    const found = reasons([procedure], { 'open-responses': 2 })
    expect(found).toEqual([
      { code: 'too-many-responses', rule: 'terms', names: ['open-responses'] },
    ])
  })
})

describe('a sanction that keeps somebody out', () => {
  const absence = (of: 'responses' | 'offers'): Sanction => ({
    kind: 'sanction',
    id: `absence-${of}`,
    on: ['no-show'],
    steps: [{ effect: 'block', of }],
  })
  const history = { spells: [], events: [happened('2026-05-01', 'no-show')] }
  const asked = (facts: Facts) => caseOn(day, [person('ans', { facts, history })])

  test('is told as such, beside what else is not met', () => {
    const ranking = rankUnder([adult, absence('responses'), byRegistration], asked({ age: 17 }))
    expect(whyNot(ranking, 0).map(({ code, standing }) => [code, standing.rule.id])).toEqual([
      ['under-age', 'adult'],
      ['blocked', 'absence-responses'],
    ])
  })

  test('is told once, however many sanctions the book has', () => {
    const other: Rule = { ...absence('responses'), id: 'other', on: ['documents-late'] }
    const ranking = rankUnder([other, absence('responses'), byRegistration], asked({}))
    expect(whyNot(ranking, 0).map(({ standing }) => standing.rule.id)).toEqual([
      'absence-responses',
    ])
  })

  test('is told at the offer where it only holds offers', () => {
    const rules = [adult, absence('responses'), absence('offers'), byRegistration]
    const offered = rankUnder([absence('offers'), byRegistration], asked({}))
    const told = offersInOrder(offered).map(({ unmet }) =>
      unmet.map(({ code, standing }) => [code, standing.rule.id]),
    )
    expect(told).toEqual([[['blocked', 'absence-offers']]])
    const both = unmetAt(rankUnder(rules, asked({ age: 18 })).bound, 'be-offered', {
      blocked: true,
      'blocked-by': 'absence-responses',
      held: true,
      'held-by': 'absence-offers',
    })
    expect(both.map(({ standing }) => standing.rule.id)).toEqual(['absence-offers'])
  })
})

test('a full quota that places nobody more keeps out those it counts', () => {
  const relief: Rule = {
    kind: 'quota',
    id: 'relief',
    counts: is('target-group', 'x'),
    limit: { at_most: 2 },
    per: 'calendar-year',
    at_limit: 'not-placed',
  }
  const asked = caseOn(
    day,
    [
      person('ans', { facts: { 'target-group': 'x' } }),
      person('bep', { facts: { 'target-group': 'y' } }),
      person('cor'),
    ],
    { quotas: { relief: { all: { used: 2, base: 9 } } } },
  )
  const ranking = rankUnder([relief, byRegistration], asked)
  expect(placedIds(ranking)).toEqual(['bep'])
  expect(ranking.excluded).toEqual([0])
  expect(ranking.undecided).toEqual([2])
  expect(whyNot(ranking, 0)).toMatchObject([
    { code: 'quota-full', standing: { rule: { id: 'relief' } } },
  ])
})

test('two full quotas each keep out those they count', () => {
  const relief = (id: string, group: string): Rule => ({
    kind: 'quota',
    id,
    counts: is('target-group', group),
    limit: { at_most: 2 },
    per: 'calendar-year',
    at_limit: 'not-placed',
  })
  const full = { all: { used: 2, base: 9 } }
  const people = ['x', 'y', 'z'].map((group) => person(group, { facts: { 'target-group': group } }))
  const ranking = rankUnder(
    [relief('first', 'x'), relief('second', 'y'), byRegistration],
    caseOn(day, people, { quotas: { first: full, second: full } }),
  )
  expect(placedIds(ranking)).toEqual(['z'])
  expect(
    ranking.excluded.map((at) => whyNot(ranking, at).map(({ standing }) => standing.rule.id)),
  ).toEqual([['first'], ['second']])
})

test('a requirement that asks several facts is refused on each that is in the way', () => {
  const both = requirement('both', [...atLeast('age', 18), ...atLeast('children', 1)])
  expect(reasons([both], { age: 17, children: 0 })).toMatchObject([{ names: ['age', 'children'] }])
  expect(reasons([both], { age: 18, children: 0 })).toMatchObject([{ names: ['children'] }])
})

describe('at a gate that is not about a home', () => {
  const passes = (rules: readonly Rule[], facts: Facts) =>
    passesGate(
      prepare(rulesOn(day, rules)),
      'urgency',
      followUntil(day, rules, { facts }),
      date(day),
    )
  const older = requirement('older', atLeast('age', 18), { to: 'urgency' })
  const parent = requirement('parent', atLeast('children', 1), { to: 'urgency' })

  test.each<[string, Rule[], Facts, boolean]>([
    ['whoever meets what is asked', [older], { age: 18 }, true],
    ['not whoever does not', [older], { age: 17 }, false],
    ['nor of whom it is not known', [older], {}, false],
    ['nor who meets one of two', [older, parent], { age: 18, children: 0 }, false],
    ['but who meets both', [older, parent], { age: 18, children: 1 }, true],
    ['anybody where nothing is asked', [], {}, true],
    ['whatever another gate asks', [adult, older], { age: 18 }, true],
    [
      'also who does not meet what another gate asks',
      [requirement('rich', atLeast('household-income', 9)), older],
      { age: 18 },
      true,
    ],
  ])('passes: %s', (_, rules, facts, expected) => {
    expect(passes(rules, facts)).toBe(expected)
  })

  test('somebody passes from the day on which they meet it', () => {
    const prepared = prepare(rulesOn(day, [older]))
    const life = followUntil(day, [older], { facts: { born: date('2008-06-02') } })
    expect(passesGate(prepared, 'urgency', life, date('2026-06-01'))).toBe(false)
    expect(passesGate(prepared, 'urgency', life, date('2026-06-02'))).toBe(true)
  })
})

function ranked(rules: readonly Rule[], facts: Facts): Ranking {
  return rankUnder([...rules, byRegistration], caseOn(day, [person('ans', { facts })]))
}

function reasons(rules: readonly Rule[], facts: Facts) {
  return whyNot(ranked(rules, facts), 0).map(({ code, standing, leaves, names }) => {
    const found = [...new Set(leaves().map(({ name }) => name))]
    expect(names()).toEqual(found.toSorted())
    return { code, rule: standing.rule.id, names: found }
  })
}

function undecidedNames(rules: readonly Rule[], facts: Facts): string[][] {
  const ranking = ranked(rules, facts)
  expect(ranking.undecided).toEqual([0])
  const unmet = unmetAt(ranking.bound, 'respond', ranking.values[0] ?? {})
  expect(
    unmet.every(
      ({ undecided, leaves }) => undecided && leaves().every(({ truth }) => truth === unknown),
    ),
  ).toBe(true)
  return unmet.map(({ leaves }) => leaves().map(({ name }) => name))
}

function excusesOf({ bound, values }: Ranking): string[] {
  return excusesUsed(bound, values[0] ?? {}).map(({ rule, by }) => `${rule} by ${by}`)
}
