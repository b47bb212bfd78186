import { describe, expect, test } from 'vitest'
import { byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Condition } from '../policy/condition.ts'
import type { Priority } from '../policy/kinds/priority.ts'
import type { Quota } from '../policy/kinds/quota.ts'
import type { Rule } from '../policy/rule-book.ts'
import { assignmentTo } from './count-assignment.ts'
import { placedIds, whyNot } from './rank-listing.ts'

const day = '2026-06-01'
const is = (name: string, value: string): Condition => [{ name, test: { is: [value] } }]
const local: Priority = {
  kind: 'priority',
  id: 'local',
  ground: 'local-connection',
  who: is('lives-in', 'heerlen'),
}
const urgent: Priority = {
  kind: 'priority',
  id: 'urgent',
  ground: 'urgency',
  who: is('urgency-ground', 'medical'),
}
const tiers: Rule = {
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [{ priority: ['urgent'], by: [] }],
  finally: [{ by: 'earliest', of: 'registered-on' }],
}
const people = [
  person('ans', {
    facts: {
      'lives-in': 'heerlen',
      'urgency-ground': 'medical',
      'registered-on': date('2020-01-01'),
      profession: 'nurse',
    },
  }),
  person('bep', {
    facts: {
      'lives-in': 'kerkrade',
      'urgency-ground': 'none',
      'registered-on': date('2010-01-01'),
    },
  }),
]

describe('an assignment', () => {
  test('counts every priority somebody could use, not only the one that decided', () => {
    const ranking = rankUnder([urgent, local, tiers], caseOn(day, people))
    expect(assignmentTo(ranking, 1).facts['priorities-applied']).toEqual(['urgent', 'local'])
    expect(assignmentTo(ranking, 2).facts['priorities-applied']).toEqual([])
  })

  test('tells the home and all that is known of the person, on the day it was decided', () => {
    const ranking = rankUnder([urgent, tiers], caseOn(day, people, { home: { segment: 'social' } }))
    expect(assignmentTo(ranking, 1)).toMatchObject({
      on: date(day),
      facts: {
        segment: 'social',
        listing: 'home',
        profession: 'nurse',
        'urgency-ground': 'medical',
      },
    })
  })

  test('counts each judgement that was needed, once', () => {
    const rules: Rule[] = [
      {
        kind: 'requirement',
        id: 'a',
        to: 'respond',
        must: is('profession', 'x'),
        code: 'under-age',
      },
      {
        kind: 'requirement',
        id: 'b',
        to: 'respond',
        must: is('profession', 'y'),
        code: 'under-age',
      },
      {
        kind: 'judgement',
        id: 'hardship',
        question: 'Is dit onredelijk?',
        answer: 'yes-no',
        decided_by: 'municipal-executive',
        sets_aside: 'any',
      },
      byRegistration,
    ]
    const judgements = { hardship: { ans: { answer: true, by: 'municipal-executive' } } } as const
    const ranking = rankUnder(rules, caseOn(day, people.slice(0, 1), { judgements }))
    expect(assignmentTo(ranking, 1).facts['set-aside']).toEqual(['hardship'])
  })

  test.each([0, 3])('there is none to place %i of two', (place) => {
    const ranking = rankUnder([urgent, tiers], caseOn(day, people))
    expect(() => assignmentTo(ranking, place)).toThrow(`place ${place} is on the list`)
  })
})

describe('a quota that counts a priority', () => {
  const counting: Quota = {
    kind: 'quota',
    id: 'share',
    counts: is('priorities-applied', 'local'),
    limit: { at_most: 1 },
    per: 'calendar-year',
    at_limit: 'not-placed',
  }

  test('may place nobody more who has it', () => {
    const quotas = { share: { all: { used: 1, base: 1 } } }
    const ranking = rankUnder([local, counting, byRegistration], caseOn(day, people, { quotas }))
    expect(placedIds(ranking)).toEqual(['bep'])
    expect(whyNot(ranking, 0).map(({ code }) => code)).toEqual(['quota-full'])
    expect(ranking.undecided).toEqual([])
  })

  test('may count those whom a judgement excused', () => {
    const rules: Rule[] = [
      {
        kind: 'requirement',
        id: 'a',
        to: 'respond',
        must: is('profession', 'x'),
        code: 'under-age',
      },
      {
        kind: 'judgement',
        id: 'hardship',
        question: 'Is dit onredelijk?',
        answer: 'yes-no',
        decided_by: 'municipal-executive',
        sets_aside: 'any',
      },
      { ...counting, counts: is('set-aside', 'hardship') },
      byRegistration,
    ]
    const judgements = { hardship: { ans: { answer: true, by: 'municipal-executive' } } } as const
    const ranked = (used: number) =>
      rankUnder(
        rules,
        caseOn(day, people.slice(0, 1), {
          judgements,
          quotas: { share: { all: { used, base: 1 } } },
        }),
      )
    expect(placedIds(ranked(0))).toEqual(['ans'])
    expect(whyNot(ranked(1), 0).map(({ code }) => code)).toEqual(['quota-full'])
    expect(ranked(1).excluded).toEqual([0])
  })

  test('may let those who have it go first while it is behind', () => {
    const behind: Quota = { ...counting, limit: { at_least: 1 }, at_limit: 'first' }
    const order = (used: number) =>
      placedIds(
        rankUnder(
          [local, behind, byRegistration],
          caseOn(day, people, { quotas: { share: { all: { used, base: 1 } } } }),
        ),
      )
    expect(order(0)).toEqual(['ans', 'bep'])
    expect(order(1)).toEqual(['bep', 'ans'])
  })
})
