import { describe, expect, test } from 'vitest'
import { bookOf, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { prepare } from './prepare.ts'
import { offersInOrder, placedIds, rankListing, whyNot } from './rank-listing.ts'

const day = '2026-06-01'
const registered = (id: string, on: string) => person(id, { facts: { 'registered-on': date(on) } })

describe('a listing is ranked', () => {
  const people = [
    registered('c', '2012-01-01'),
    registered('a', '2015-01-01'),
    registered('b', '2010-01-01'),
  ]

  test('into an order, whatever the order of the input', () => {
    for (const each of [
      people,
      people.toReversed(),
      people.toSorted((a, b) => a.id.localeCompare(b.id)),
    ]) {
      expect(placedIds(rankUnder([byRegistration], caseOn(day, each)))).toEqual(['b', 'c', 'a'])
    }
  })

  test('with people in the order of the bytes of their ids', () => {
    const ids = ['\ud83d\ude00', '\uff5e', 'z', 'Z', 'é']
    const ranking = rankUnder(
      [byRegistration],
      caseOn(
        day,
        ids.map((id) => person(id)),
      ),
    )
    expect(ranking.candidates.map(({ id }) => id)).toEqual([
      'Z',
      'z',
      'é',
      '\uff5e',
      '\ud83d\ude00',
    ])
  })

  test('without anybody it is an empty list', () => {
    const ranking = rankUnder([byRegistration], caseOn(day, []))
    expect([placedIds(ranking), ranking.excluded, ranking.undecided, ranking.undrawn]).toEqual([
      [],
      [],
      [],
      [],
    ])
  })

  test('not at all where the rules have no ranking for it', () => {
    const prepared = prepare(resolve([bookOf([])], { on: date(day) }))
    expect(rankListing(prepared, caseOn(day, people))).toBeUndefined()
  })

  test('into places, excluded and undecided, and everybody in one of them', () => {
    const adult: Rule = {
      kind: 'requirement',
      id: 'adult',
      to: 'respond',
      must: [{ name: 'age', test: { at_least: 18 } }],
      code: 'under-age',
    }
    const all = [
      person('a', { facts: { age: 17 } }),
      person('b', { facts: { age: 18 } }),
      person('c'),
      person('d', { facts: { age: 30 } }),
    ]
    const ranking = rankUnder([adult, byRegistration], caseOn(day, all))
    const idsOf = (positions: readonly number[]) =>
      positions.map((each) => ranking.candidates[each]?.id)
    expect(placedIds(ranking)).toEqual(['b', 'd'])
    expect(idsOf(ranking.excluded)).toEqual(['a'])
    expect(idsOf(ranking.undecided)).toEqual(['c'])
    expect(whyNot(ranking, 1)).toEqual([])
    expect(whyNot(ranking, 9)).toEqual([])
  })
})

test('rules made ready once rank homes of different kinds, each by its own requirements', () => {
  const where = (segment: string) => ({ where: [{ name: 'segment', test: { is: [segment] } }] })
  const rules: Rule[] = [
    {
      kind: 'requirement',
      id: 'adult',
      to: 'respond',
      must: [{ name: 'age', test: { at_least: 18 } }],
      code: 'under-age',
      ...where('social'),
    },
    {
      kind: 'requirement',
      id: 'large',
      to: 'respond',
      must: [{ name: 'household-size', test: { at_least: 2 } }],
      code: 'household-too-small',
      ...where('free'),
    },
    byRegistration,
  ]
  const prepared = prepare(resolve([bookOf(rules)], { on: date(day) }))
  const people = [
    person('a', { facts: { age: 17, 'household-size': 2 } }),
    person('b', { facts: { age: 18, 'household-size': 1 } }),
  ]
  const placed = (segment: string) => {
    const ranking = rankListing(prepared, caseOn(day, people, { home: { segment } }))
    return ranking && placedIds(ranking)
  }
  expect(['social', 'free', 'social'].map(placed)).toEqual([['b'], ['a'], ['b']])
})

test('the home is offered in the order of the list, and what stands in the way is told', () => {
  const income: Rule = {
    kind: 'requirement',
    id: 'income',
    to: 'be-offered',
    must: [{ name: 'household-income', test: { at_most: 3_000_000 } }],
    code: 'income-above-limit',
  }
  const rich = person('a', {
    facts: { 'registered-on': date('2010-01-01'), 'household-income': 5_000_000 },
  })
  const fits = person('b', {
    facts: { 'registered-on': date('2015-01-01'), 'household-income': 2_000_000 },
  })
  const unknown = person('c', { facts: { 'registered-on': date('2012-01-01') } })
  const offers = offersInOrder(
    rankUnder([income, byRegistration], caseOn(day, [fits, rich, unknown])),
  )
  expect(
    offers.map(({ id, unmet }) => [id, ...unmet.map(({ code, undecided }) => [code, undecided])]),
  ).toEqual([['a', ['income-above-limit', false]], ['c', ['income-above-limit', true]], ['b']])
})
