/** What a list holds about one person: their place, what put others ahead, and what kept them out. */
import { describe, expect, test } from 'vitest'
import { adult, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { anyCase, anyRules } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import type { Rule } from '../policy/rule-book.ts'
import { ownPart, ownParts, tieAround, whyNotPlaced } from './own-part.ts'
import { placedIds } from './rank-listing.ts'

const day = '2026-06-01'
const local: Rule = {
  kind: 'requirement',
  id: 'local',
  to: 'respond',
  must: [{ name: 'lives-in', test: { is: ['heerlen'] } }],
  code: 'not-bound',
}
const urgent: Rule = {
  kind: 'priority',
  id: 'urgent',
  ground: 'urgency',
  who: [{ name: 'urgency-ground', test: { is: ['medical'] } }],
}
const urgentFirst: Rule = { ...byRegistration, tiers: [{ priority: ['urgent'], by: [] }] }
const rules = [adult, local, urgent, urgentFirst]

const seeker = (id: string, registered: string, facts: object = {}) =>
  person(id, {
    facts: { 'registered-on': date(registered), age: 40, 'lives-in': 'heerlen', ...facts },
  })
/** Two urgent, of whom one is registered longer than anybody; four others, of whom two on the same day. */
const people = [
  seeker('ann', '2020-01-01', { 'urgency-ground': 'medical' }),
  seeker('bob', '2010-01-01'),
  seeker('cor', '2012-01-01'),
  seeker('dee', '2012-01-01'),
  seeker('eva', '2005-01-01', { age: 17, 'lives-in': 'kerkrade' }),
  seeker('fay', '2005-01-01', { age: undefined }),
  seeker('gus', '2000-01-01', { 'urgency-ground': 'medical' }),
  seeker('hal', '2015-01-01'),
]
const ranking = rankUnder(rules, caseOn(day, people))
const byUrgency = { code: 'higher-tier', name: 'urgent', count: 2 } as const
const byTime = (count: number) => ({ code: 'ahead-by-key', name: 'registered-on', count }) as const
const byLot = (count: number) => ({ code: 'ahead-by-lot', name: 'lot', count }) as const

describe('the part of one person', () => {
  test.each([
    ['gus', { place: 1, tier: 0, ahead: [], tie: undefined }],
    ['ann', { place: 2, tier: 0, ahead: [byTime(1)], tie: undefined }],
    ['bob', { place: 3, tier: 1, ahead: [byUrgency], tie: undefined }],
    ['cor', { place: 4, tier: 1, ahead: [byUrgency, byTime(1)], tie: [4, 5] }],
    ['dee', { place: 5, tier: 1, ahead: [byUrgency, byTime(1), byLot(1)], tie: [4, 5] }],
    ['hal', { place: 6, tier: 1, ahead: [byUrgency, byTime(3)], tie: undefined }],
  ])('tells where %s stands, in which group, and what put others ahead', (id, placed) => {
    expect(ownPart(ranking, id)).toMatchObject({ outcome: 'placed', placed, total: 6 })
  })

  test.each([
    ['eva', 'excluded', ['under-age', 'not-bound']],
    ['fay', 'undecided', ['under-age']],
  ])('of %s, who has no place, tells that they are %s, and all that is in the way', (...row) => {
    const [id, outcome, codes] = row
    const part = ownPart(ranking, id)
    expect(part).toMatchObject({ outcome, placed: undefined, total: 6 })
    expect(part && whyNotPlaced(part).map(({ code }) => code)).toEqual(codes)
  })

  test('holds the values the rules read, and of nobody else', () => {
    expect(ownPart(ranking, 'eva')?.seeker).toEqual({
      ...{ age: 17, 'lives-in': 'kerkrade', 'registered-on': date('2005-01-01') },
      'urgency-ground': undefined,
    })
  })

  test('is of nobody who did not respond', () => {
    expect(ownPart(ranking, 'zoe')).toBeUndefined()
    expect(ownPart(rankUnder(rules, caseOn(day, [])), 'ann')).toBeUndefined()
  })

  test('is the same when all are told at once, whatever the rules', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (anyOf, asked) => {
        const list = rankUnder(anyOf, asked)
        const all = [...ownParts(list)]
        expect(all.map(({ id }) => id)).toEqual(list.candidates.map(({ id }) => id))
        for (const { id, part } of all) expect(part).toEqual(ownPart(list, id))
      }),
      cases(60),
    )
  })

  test('counts everybody who is ahead, and nobody twice', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (anyOf, asked) => {
        const list = rankUnder(anyOf, asked)
        for (const [index, id] of placedIds(list).entries()) {
          const placed = ownPart(list, id)?.placed
          expect(placed?.place).toBe(index + 1)
          expect(placed?.ahead.reduce((sum, { count }) => sum + count, 0)).toBe(index)
          expect(placed?.ahead.every(({ count }) => count > 0)).toBe(true)
        }
      }),
      cases(60),
    )
  })
})

describe('a lot still decides', () => {
  const alike = [
    seeker('a', '2010-01-01'),
    ...['b', 'c', 'd'].map((id) => seeker(id, '2012-01-01')),
    seeker('e', '2015-01-01'),
    ...['f', 'g'].map((id) => seeker(id, '2020-01-01')),
  ]
  const tiesUnder = (seed?: Uint8Array) => {
    const drawn = rankUnder(rules, { ...caseOn(day, alike), ...(seed && { seed }) })
    return placedIds(drawn).map((id) => ownPart(drawn, id)?.placed?.tie)
  }

  test('among the places of whom nothing else separates', () => {
    const none = undefined
    expect(tiesUnder()).toEqual([none, [2, 4], [2, 4], [2, 4], none, [6, 7], [6, 7]])
  })

  test('about nothing once lots were drawn', () => {
    expect(tiesUnder(new Uint8Array(32).fill(7))).toEqual(alike.map(() => undefined))
  })

  test.each([
    [1, undefined],
    [2, [2, 3]],
    [3, [2, 3]],
    [4, [4, 6]],
    [6, [4, 6]],
    [7, undefined],
  ])(
    'of ties of the second with the third, and the fourth to the sixth, about place %i',
    (...row) => {
      const [place, tie] = row
      const undrawn = [
        [1, 3],
        [3, 6],
      ] as const
      expect(tieAround(undrawn, place)).toEqual(tie)
    },
  )
})
