import { describe, expect, test } from 'vitest'
import { byRegistration, caseOn, person, rankUnder, rulesOn } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Condition } from '../policy/condition.ts'
import type { Priority } from '../policy/kinds/priority.ts'
import { countUse, type Quota } from '../policy/kinds/quota.ts'
import type { Rule } from '../policy/rule-book.ts'
import { assignmentTo, countedPart, wholeOf } from './count-assignment.ts'
import { prepare } from './prepare.ts'
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

describe('what quotas read of an assignment', () => {
  const lawful: Rule = {
    kind: 'parameter',
    id: 'limit',
    values: [
      {
        from: date('2020-01-01'),
        rows: [
          { when: [{ name: 'household-size', test: { at_least: 2 } }], value: 40 },
          { when: [], value: 30 },
        ],
      },
    ],
  }
  const affordable: Rule = {
    kind: 'definition',
    id: 'affordable',
    when: [{ name: 'rent', test: { at_most: { ref: 'limit' } } }],
  }
  const share: Quota = {
    kind: 'quota',
    id: 'share',
    counts: [{ name: 'affordable', test: { is: [true] } }],
    among: is('segment', 'social'),
    each: ['municipality', 'landlord'],
    split: { by: 'profession', shares: { nurse: 60, teacher: 40 } },
    limit: { at_most: 50, of: 100 },
    per: 'calendar-year',
    at_limit: 'warn',
  }
  const whole: Quota = {
    kind: 'quota',
    id: 'whole',
    counts: is('priorities-applied', 'local'),
    limit: { at_most: 50, of: 100 },
    per: 'calendar-year',
    at_limit: 'warn',
  }
  const on = date(day)
  const under = (...quotas: Quota[]) => {
    const rules = rulesOn(day, [lawful, affordable, ...quotas])
    return { rules, counted: countedPart(prepare(rules)) }
  }
  const home = { segment: 'social', municipality: 'heerlen', landlord: 'weller', rent: 35 }
  const own = { 'household-size': 3, profession: 'nurse', age: 40, 'lives-in': 'kerkrade' }

  test('is what they count, among what, apart for what, and what lies behind it; nothing else', () => {
    const { counted } = under(share)
    expect(counted({ on, parts: [home, own] })).toEqual({
      on,
      facts: { ...home, profession: 'nurse', 'household-size': 3, affordable: undefined },
    })
  })

  test.each<[string, Quota, object]>([
    ['counts alone', { ...whole, counts: is('segment', 'social') }, { segment: 'social' }],
    [
      'counts among some',
      { ...whole, counts: [], among: is('municipality', 'heerlen') },
      { municipality: 'heerlen' },
    ],
    ['counts apart for each', { ...whole, counts: [], each: ['landlord'] }, { landlord: 'weller' }],
    [
      'divides a share',
      { ...whole, counts: [], split: { by: 'profession', shares: { nurse: 50 } } },
      { profession: 'nurse' },
    ],
    ['counts everything', { ...whole, counts: [] }, {}],
  ])('is no more than one that %s asks', (_, quota, facts) => {
    expect(under(quota).counted({ on, parts: [home, own] })).toEqual({ on, facts })
  })

  test('is the last that is known of it, even that it is not known', () => {
    const { counted } = under(share)
    const { facts } = counted({
      on,
      parts: [home, { profession: 'nurse', rent: 20 }, { profession: 'teacher', rent: undefined }],
    })
    expect([facts.profession, facts.rent]).toEqual(['teacher', undefined])
  })

  test('counts as the whole of it does', () => {
    const some = <Value extends string | number>(...values: readonly Value[]) =>
      fc.constantFrom(undefined, ...values)
    const anyHome: fc.Arbitrary<Facts> = fc.record({
      segment: some('social', 'free'),
      municipality: some('heerlen', 'kerkrade'),
      landlord: some('weller', 'wonen'),
      rent: some(25, 35, 45),
    })
    const anyOwn: fc.Arbitrary<Facts> = fc.record(
      { 'household-size': some(1, 2), profession: some('nurse', 'teacher'), rent: some(25) },
      { requiredKeys: [] },
    )
    const anyCounted: fc.Arbitrary<Facts> = fc.record({
      'priorities-applied': fc.subarray(['local', 'urgent']),
    })
    const { rules, counted } = under(share, whole)
    fc.assert(
      fc.property(fc.array(fc.tuple(anyHome, anyOwn, anyCounted), { maxLength: 6 }), (all) => {
        const assigned = all.map((parts) => ({ on, parts }))
        for (const quota of [share, whole]) {
          expect(countUse(quota, assigned.map(counted), on, rules)).toEqual(
            countUse(quota, assigned.map(wholeOf), on, rules),
          )
        }
      }),
      cases(100),
    )
  })
})
