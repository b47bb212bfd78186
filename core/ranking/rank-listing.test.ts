import { describe, expect, test } from 'vitest'
import { bookOf, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import { resolve } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { prepare } from './prepare.ts'
import {
  offersInOrder,
  placedIds,
  rankGathered,
  rankListing,
  settleTieAt,
  whyNot,
} from './rank-listing.ts'

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

describe('lots', () => {
  const earlier = ['a', 'b', 'c'].map((id) => registered(id, '2010-01-01'))
  const later = ['d', 'e', 'f', 'g'].map((id) => registered(id, '2015-01-01'))
  const alone = registered('h', '2012-01-01')
  const seed = new Uint8Array(32).fill(7)
  const asked = caseOn(day, [...earlier, alone, ...later], { seed })
  const allDrawn = () => rankUnder([byRegistration], asked)
  const waiting = () => {
    const { bound, candidates, values } = allDrawn()
    return rankGathered(bound, asked, candidates, values, 'when-asked')
  }
  const ties = [
    [0, 3],
    [4, 8],
  ]

  test('are drawn among those whom nothing else separates', () => {
    const drawn = allDrawn()
    expect(drawn.undrawn).toEqual([])
    expect(drawn.order.ties).toEqual(ties)
    const places = placedIds(drawn)
    expect(places[3]).toBe('h')
    expect(places.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c'])
    expect(places).not.toEqual(places.toSorted())
  })

  test('are not drawn without a seed', () => {
    const { seed: _, ...seedless } = asked
    const ranking = rankUnder([byRegistration], seedless)
    expect(ranking.undrawn).toEqual(ties)
    settleTieAt(ranking, 0)
    expect(ranking.order.lots[0]).toBeUndefined()
    expect(placedIds(ranking)).toEqual(['a', 'b', 'c', 'h', 'd', 'e', 'f', 'g'])
  })

  test('may wait until somebody asks who stands there', () => {
    const ranking = waiting()
    expect(ranking.undrawn).toEqual(ties)
    expect(placedIds(ranking)).toEqual(['a', 'b', 'c', 'h', 'd', 'e', 'f', 'g'])
  })

  test.each([
    ['in the first tie', 0, [0, 3]],
    ['at its end', 2, [0, 3]],
    ['where nobody is tied', 3, [0, 0]],
    ['in the next tie', 4, [4, 8]],
    ['at the end of that', 7, [4, 8]],
    ['after all', 8, [0, 0]],
  ])('and are then drawn for one tie alone: %s', (_, index, [from = 0, to = 0]) => {
    const ranking = waiting()
    const before = placedIds(ranking)
    settleTieAt(ranking, index)
    const settled = placedIds(ranking)
    expect(settled.slice(from, to)).toEqual(placedIds(allDrawn()).slice(from, to))
    expect([...settled.slice(0, from), ...settled.slice(to)]).toEqual([
      ...before.slice(0, from),
      ...before.slice(to),
    ])
    expect(ranking.order.lots.filter((lot) => lot !== undefined)).toHaveLength(to - from)
  })

  test('once: asked again, the order stands', () => {
    const [ranking, drawn] = [waiting(), allDrawn()]
    for (const index of [0, 4, 1, 5]) settleTieAt(ranking, index)
    expect(placedIds(ranking)).toEqual(placedIds(drawn))
    expect(ranking.order.lots).toEqual(drawn.order.lots.slice(0, 7))
    const { lots } = ranking.order
    lots[0] = 'another'
    settleTieAt(ranking, 0)
    expect(lots[0]).toBe('another')
  })

  test('are those of whoever was admitted', () => {
    const adult: Rule = {
      kind: 'requirement',
      id: 'adult',
      to: 'respond',
      must: [{ name: 'age', test: { at_least: 18 } }],
      code: 'under-age',
    }
    const people = ['a', 'b', 'c', 'd', 'e'].map((id, at) =>
      person(id, { facts: { age: at < 2 ? 17 : 20 } }),
    )
    const whole = rankUnder([adult, byRegistration], caseOn(day, people, { seed }))
    const ranking = rankGathered(
      whole.bound,
      whole.case,
      whole.candidates,
      whole.values,
      'when-asked',
    )
    settleTieAt(ranking, 1)
    expect(placedIds(ranking)).toEqual(placedIds(whole))
    expect(ranking.order.lots).toEqual(whole.order.lots)
  })
})
