import { describe, expect, test } from 'vitest'
import { caseOn, happened, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Key, Tier } from '../policy/kinds/ranking.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Case } from './case.ts'
import { explainPlace, reasonsOfAll, sharedReasonsOfAll } from './explain-place.ts'
import { placedIds, type Ranking } from './rank-listing.ts'

const day = '2026-06-01'
const lot: Key = { by: 'lot', weights: 'equal' }
const seed = new Uint8Array(32).fill(3)

const urgent: Rule = {
  kind: 'priority',
  id: 'urgent',
  ground: 'urgency',
  who: [{ name: 'urgency-ground', test: { is: ['medical'] } }],
}
const local: Rule = {
  kind: 'priority',
  id: 'local',
  ground: 'local-connection',
  who: [{ name: 'lives-in', test: { is: ['heerlen'] } }],
}

function ordering(tiers: readonly Tier[], keys: readonly Key[]): Rule {
  return { kind: 'ranking', id: 'order', model: 'ranked', tiers, finally: keys }
}

function someone(
  id: string,
  facts: Facts = {},
  events: Candidate['history']['events'] = [],
): Candidate {
  return person(id, {
    facts: { 'urgency-ground': 'none', 'lives-in': 'kerkrade', ...facts },
    history: { spells: [], events },
  })
}

function rank(
  rules: readonly Rule[],
  people: readonly Candidate[],
  others: Partial<Case> = {},
): Ranking {
  return rankUnder(rules, caseOn(day, people, { seed, ...others }))
}

/** Reasons of everybody, as `count code name`. */
function reasonsOf(ranking: Ranking): Record<string, string[]> {
  const ids = placedIds(ranking)
  return Object.fromEntries(
    [...reasonsOfAll(ranking.order)].map(({ place, ahead }) => [
      ids[place - 1],
      ahead.map(({ count, code, name }) => `${count} ${code} ${name}`),
    ]),
  )
}

describe('why somebody stands where they stand', () => {
  const tiers: Tier[] = [
    { priority: ['urgent'], by: [{ by: 'earliest', of: 'registered-on' }] },
    { priority: ['local'], by: [] },
  ]
  const keys: Key[] = [{ by: 'highest', of: 'age' }, { by: 'lowest', of: 'children' }, lot]

  test('by group, by value and by lot, each with how many', () => {
    const people = [
      someone('a1', { 'urgency-ground': 'medical', 'registered-on': date('2010-01-01') }),
      someone('a2', { 'urgency-ground': 'medical', 'registered-on': date('2015-01-01') }),
      someone('b1', { 'lives-in': 'heerlen', age: 50 }),
      someone('c1', { age: 60, children: 0 }),
      someone('c2', { age: 40, children: 0 }),
      someone('c3', { age: 40, children: 1 }),
      someone('c4', { age: 40, children: 1 }),
    ]
    const ranking = rank([urgent, local, ordering(tiers, keys)], people)
    const [first = '', second = ''] = placedIds(ranking).slice(5)
    const groups = ['2 higher-tier urgent', '1 higher-tier local']
    expect(reasonsOf(ranking)).toEqual({
      a1: [],
      a2: ['1 ahead-by-key registered-on'],
      b1: ['2 higher-tier urgent'],
      c1: groups,
      c2: [...groups, '1 ahead-by-key age'],
      [first]: [...groups, '1 ahead-by-key age', '1 ahead-by-key children'],
      [second]: [...groups, '1 ahead-by-key age', '1 ahead-by-key children', '1 ahead-by-lot lot'],
    })
  })

  test('a group in which nobody stands is no reason', () => {
    const people = [someone('a', { 'urgency-ground': 'medical' }), someone('b')]
    expect(reasonsOf(rank([urgent, local, ordering(tiers, keys)], people)).b).toEqual([
      '1 higher-tier urgent',
    ])
  })

  test('a group whose quota is behind, and then the groups within it', () => {
    const quota: Rule = {
      kind: 'quota',
      id: 'young',
      counts: [{ name: 'age', test: { below: 30 } }],
      limit: { at_least: 5 },
      per: 'calendar-year',
      at_limit: 'first',
    }
    const people = [
      someone('a', { age: 20, 'urgency-ground': 'medical' }),
      someone('b', { age: 20 }),
      someone('c', { age: 50, 'urgency-ground': 'medical' }),
      someone('d', { age: 50 }),
    ]
    expect(reasonsOf(rank([quota, urgent, local, ordering(tiers, [lot])], people))).toEqual({
      a: [],
      b: ['1 higher-tier urgent'],
      c: ['2 quota-behind young'],
      d: ['2 quota-behind young', '1 higher-tier urgent'],
    })
  })

  test('a demotion, and a group whose quota is behind among the demoted', () => {
    const young: Rule = {
      kind: 'quota',
      id: 'young',
      counts: [{ name: 'age', test: { below: 30 } }],
      limit: { at_least: 5 },
      per: 'calendar-year',
      at_limit: 'first',
    }
    const sanction: Rule = {
      kind: 'sanction',
      id: 'absence',
      on: ['no-show'],
      steps: [{ effect: 'demote', to: 'list' }],
    }
    const absent = [happened('2026-05-01', 'no-show')]
    const people = [
      someone('a', { age: 20 }),
      someone('b', { age: 50 }),
      someone('c', { age: 20 }, absent),
      someone('d', { age: 50 }, absent),
    ]
    expect(reasonsOf(rank([young, sanction, ordering([], [lot])], people))).toEqual({
      a: [],
      b: ['1 quota-behind young'],
      c: ['2 demoted absence'],
      d: ['2 demoted absence', '1 quota-behind young'],
    })
  })

  test('a demotion to the end of the list, or of the group', () => {
    const absent = [happened('2026-05-01', 'no-show')]
    const sanction = (to: 'tier' | 'list'): Rule => ({
      kind: 'sanction',
      id: 'absence',
      on: ['no-show'],
      steps: [{ effect: 'demote', to }],
    })
    const people = [
      someone('a', { 'urgency-ground': 'medical' }, absent),
      someone('b', { 'urgency-ground': 'medical' }),
      someone('c', { age: 40 }),
      someone('d', { age: 50 }, absent),
    ]
    const told = (to: 'tier' | 'list') =>
      reasonsOf(
        rank([sanction(to), urgent, ordering([{ priority: ['urgent'], by: [] }], keys)], people),
      )
    expect(told('tier')).toEqual({
      b: [],
      a: ['1 demoted absence'],
      c: ['2 higher-tier urgent'],
      d: ['2 higher-tier urgent', '1 demoted absence'],
    })
    expect(told('list')).toEqual({
      b: [],
      c: ['1 higher-tier urgent'],
      a: ['2 demoted absence'],
      d: ['2 demoted absence', '1 higher-tier urgent'],
    })
  })

  test('chosen by people in one group, by a value in another', () => {
    const choice: Rule = {
      kind: 'judgement',
      id: 'panel-choice',
      question: 'Wie past hier?',
      about: 'listing',
      answer: 'seekers',
      decided_by: 'matching-panel',
    }
    const chosen: Tier[] = [{ priority: ['urgent'], by: [{ by: 'chosen', of: 'panel-choice' }] }]
    const people = [
      someone('a', { 'urgency-ground': 'medical', age: 90 }),
      someone('b', { 'urgency-ground': 'medical', age: 20 }),
      someone('c', { age: 50 }),
      someone('d', { age: 40 }),
    ]
    const judgements = {
      'panel-choice': { listing: { answer: ['b'], by: 'matching-panel' } },
    } as const
    expect(
      reasonsOf(rank([choice, urgent, ordering(chosen, keys)], people, { judgements })),
    ).toEqual({
      b: [],
      a: ['1 chosen panel-choice'],
      c: ['2 higher-tier urgent'],
      d: ['2 higher-tier urgent', '1 ahead-by-key age'],
    })
  })
})

describe('one place', () => {
  const ranking = () =>
    rank(
      [ordering([], [{ by: 'highest', of: 'age' }, lot])],
      [someone('a', { age: 1 }), someone('b', { age: 2 })],
    )

  test('is explained as in the whole list', () => {
    const { order } = ranking()
    const all = [...reasonsOfAll(order)]
    expect([1, 2].map((place) => explainPlace(order, place))).toEqual(all)
  })

  test.each([0, 3, 1.5])('%d is no place of two', (place) => {
    expect(() => explainPlace(ranking().order, place)).toThrow('is on the list')
  })
})

test('what a group shares is one list for all of them', () => {
  const people = [
    someone('a', { 'urgency-ground': 'medical' }),
    someone('b', { age: 50 }),
    someone('c', { age: 40 }),
  ]
  const ranking = rank(
    [urgent, ordering([{ priority: ['urgent'], by: [] }], [{ by: 'highest', of: 'age' }, lot])],
    people,
  )
  const [, second, third] = [...sharedReasonsOfAll(ranking.order)]
  expect(third?.byGroup).toBe(second?.byGroup)
  expect(third?.own).toEqual([{ code: 'ahead-by-key', name: 'age', count: 1 }])
})

test('an empty list has no reasons', () => {
  expect([...reasonsOfAll(rank([ordering([], [lot])], []).order)]).toEqual([])
})
