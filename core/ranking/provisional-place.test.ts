import { describe, expect, test } from 'vitest'
import { bookOf, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
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
})
