import { describe, expect, test } from 'vitest'
import {
  adult,
  bookOf,
  byRegistration,
  caseOn,
  person,
  rankUnder,
} from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { prepare } from './prepare.ts'
import { provisionalPlaces, showsPlace } from './provisional-place.ts'
import { placedIds } from './rank-listing.ts'

const day = '2026-06-01'
const registered = (id: string, on: string) => person(id, { facts: { 'registered-on': date(on) } })
const seen = (more: object = {}): Rule => ({
  kind: 'procedure',
  id: 'seen',
  provisional_place: 'exact',
  ...more,
})

function shows(rules: Rule[], on = day, home: object = {}): boolean {
  const { listing } = caseOn(day, [])
  const facts = { ...listing.facts, ...home }
  return showsPlace(prepare(resolve([bookOf(rules)], { on: date(on) })), facts)
}

describe('a place is seen while the listing is open', () => {
  test.each<[string, Rule[], boolean]>([
    ['not where the rules are silent', [byRegistration], false],
    ['where a rule says so', [byRegistration, seen()], true],
    ['not where a rule says that nobody does', [seen({ provisional_place: 'none' })], false],
    ['not by a rule about other steps', [seen({ provisional_place: undefined })], false],
  ])('%s', (_, rules, expected) => {
    expect(shows(rules)).toBe(expected)
  })

  test('only on the homes the rule is about', () => {
    const rules = [seen({ where: [{ name: 'label', test: { is: ['senior'] } }] })]
    expect([shows(rules, day, { label: ['senior'] }), shows(rules)]).toEqual([true, false])
  })

  test('only from the first until the last day of the rule', () => {
    const rules = [seen({ from: date('2026-06-01'), until: date('2026-06-30') })]
    const days = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01']
    expect(days.map((on) => shows(rules, on))).toEqual([false, true, true, false])
  })
})

describe('the place', () => {
  const people = [
    registered('a', '2015-01-01'),
    registered('b', '2010-01-01'),
    registered('c', '2012-01-01'),
    registered('d', '2012-01-01'),
    registered('e', '2012-01-01'),
    registered('f', '2020-01-01'),
    registered('g', '2020-01-01'),
  ]

  test('is a stretch of places for each whom only a lot separates, and exact for the others', () => {
    const places = provisionalPlaces(rankUnder([byRegistration], caseOn(day, people)))
    expect([...places].toSorted()).toEqual([
      ['a', { stands: 'placed', from: 5, to: 5 }],
      ['b', { stands: 'placed', from: 1, to: 1 }],
      ['c', { stands: 'placed', from: 2, to: 4 }],
      ['d', { stands: 'placed', from: 2, to: 4 }],
      ['e', { stands: 'placed', from: 2, to: 4 }],
      ['f', { stands: 'placed', from: 6, to: 7 }],
      ['g', { stands: 'placed', from: 6, to: 7 }],
    ])
  })

  test('is the one they get after the close, or holds it, whatever the lot does', () => {
    const seeds = Array.from({ length: 20 }, (_, at) => new Uint8Array(32).fill(at + 1))
    const open = provisionalPlaces(rankUnder([byRegistration], caseOn(day, people)))
    for (const seed of seeds) {
      const closed = placedIds(rankUnder([byRegistration], { ...caseOn(day, people), seed }))
      for (const [index, id] of closed.entries()) {
        const place = open.get(id)
        const holds = place?.stands === 'placed' && place.from <= index + 1 && index < place.to
        expect([id, holds]).toEqual([id, true])
      }
    }
  })

  test('of somebody who withdraws is gone, and those behind move up', () => {
    const without = people.filter(({ id }) => id !== 'b')
    const places = provisionalPlaces(rankUnder([byRegistration], caseOn(day, without)))
    expect([places.get('b'), places.get('a')]).toEqual([
      undefined,
      { stands: 'placed', from: 4, to: 4 },
    ])
  })

  test('of nobody is told where nobody responded', () => {
    expect(provisionalPlaces(rankUnder([byRegistration], caseOn(day, []))).size).toBe(0)
  })

  test('of somebody whom nothing ties to others is exact, and so of all where nobody is tied', () => {
    const apart = people.filter(({ id }) => ['a', 'b', 'c'].includes(id))
    const places = provisionalPlaces(rankUnder([byRegistration], caseOn(day, apart)))
    expect([...places].toSorted()).toEqual([
      ['a', { stands: 'placed', from: 3, to: 3 }],
      ['b', { stands: 'placed', from: 1, to: 1 }],
      ['c', { stands: 'placed', from: 2, to: 2 }],
    ])
  })
})

describe('no place is told', () => {
  const urgent: Rule = {
    kind: 'priority',
    id: 'urgent',
    ground: 'urgency',
    who: [{ name: 'urgency-ground', test: { is: ['medical'] } }],
  }
  const choice: Rule = {
    kind: 'judgement',
    id: 'choice',
    question: 'Wie past hier het best?',
    about: 'listing',
    answer: 'seekers',
    decided_by: 'landlord',
  }
  const need: Rule = {
    kind: 'judgement',
    id: 'need',
    question: 'Hoe dringend is het?',
    answer: { score: [0, 10] },
    decided_by: 'landlord',
  }
  const lot: Key = { by: 'lot', weights: 'equal' }
  const longest: Key = { by: 'earliest', of: 'registered-on' }
  const ordered = (urgents: readonly Key[], others: readonly Key[]): Rule => ({
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: [
      { priority: ['urgent'], by: urgents },
      { priority: 'none', by: others },
    ],
    finally: [lot],
  })
  const known = (id: string, on: string, facts: Facts = {}) =>
    person(id, { facts: { age: 30, 'registered-on': date(on), ...facts } })
  const medical = { 'urgency-ground': 'medical' }
  const people = [
    known('a', '2020-01-01', medical),
    known('b', '2010-01-01', medical),
    known('c', '2012-01-01'),
    known('d', '2015-01-01'),
    known('e', '2001-01-01', { age: 17 }),
    known('f', '2001-01-01', { age: undefined }),
  ]
  const standings = (rules: readonly Rule[]) => {
    const ranking = rankUnder([adult, urgent, need, choice, ...rules], caseOn(day, people))
    return Object.fromEntries(
      [...provisionalPlaces(ranking)].map(([id, place]) => [
        id,
        place.stands === 'placed' ? [place.from, place.to] : place.stands,
      ]),
    )
  }
  const out = { e: 'excluded', f: 'undecided' }

  test('to who is kept out, or about whom too little is known', () => {
    const placed = { a: [2, 2], b: [1, 1], c: [3, 3], d: [4, 4] }
    expect(standings([ordered([longest], [longest])])).toEqual({ ...placed, ...out })
  })

  test.each<[string, readonly Key[], object]>([
    ['that a lot alone puts in order, before the draw', [], { a: 'after-draw', b: 'after-draw' }],
    [
      'that a human puts in order, before that was done',
      [{ by: 'chosen', of: 'choice' }],
      { a: 'after-judgement', b: 'after-judgement' },
    ],
    [
      'that is put in order by what a human says of each, before that was done',
      [{ by: 'highest', of: 'need' }, longest],
      { a: 'after-judgement', b: 'after-judgement' },
    ],
  ])('in a group %s; the others have theirs', (_, keys, untold) => {
    expect(standings([ordered(keys, [longest])])).toEqual({
      ...{ c: [3, 3], d: [4, 4] },
      ...untold,
      ...out,
    })
  })

  test('to the others, behind a group that has an order', () => {
    const placed = { a: [2, 2], b: [1, 1] }
    expect(standings([ordered([longest], [])])).toEqual({
      ...placed,
      ...{ c: 'after-draw', d: 'after-draw' },
      ...out,
    })
  })
})
