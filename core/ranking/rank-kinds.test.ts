/** People of a kind stand where the example of their kind would, and who comes next is sought when asked. */
import { describe, expect, test } from 'vitest'
import { caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { date } from '../basics/calendar-date.ts'
import type { Quota } from '../policy/kinds/quota.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import { KindOrder, type Kinds, noStandings } from './rank-kinds.ts'
import { placedIds, rankGathered } from './rank-listing.ts'

const day = '2026-06-01'
const local: Rule = {
  kind: 'priority',
  id: 'local',
  ground: 'landlord',
  who: [{ name: 'profession', test: { is: ['nurse'] } }],
}
const adult: Rule = {
  kind: 'requirement',
  id: 'adult',
  to: 'respond',
  must: [{ name: 'age', test: { at_least: 18 } }],
  code: 'under-age',
}
const order: Rule = {
  kind: 'ranking',
  id: 'order',
  model: 'ranked',
  tiers: [{ priority: ['local'], by: [] }],
  finally: [
    { by: 'latest', of: 'registered-on' },
    { by: 'lot', weights: 'equal' },
  ],
}
const ids = ['a', 'b', 'c', 'd', 'e']
const examples = [
  { age: 20, profession: 'nurse' },
  { age: 17, profession: 'nurse' },
  { profession: 'teacher' },
  { age: 30, profession: 'teacher' },
]
const days = ['2010-01-01', '2020-01-01', '2020-01-01', '2015-01-01', '2019-01-01']
const asked = caseOn(
  day,
  ids.map((id) => person(id)),
)
const boundTo = (...rules: Rule[]) => rankUnder(rules, asked).bound

type Known = Pick<Kinds, 'exampleOf' | 'numbers'>

function kindsOf(of: readonly number[], { exampleOf, numbers }: Known): Kinds {
  const standings = noStandings(0)
  return {
    of: Uint32Array.from(of),
    candidateAt: (position) => asked.candidates[position] ?? person('nobody'),
    exampleOf,
    numbers,
    standingsFor: () => standings,
  }
}

const orderOf = (of: readonly number[], registered: readonly number[], ...rules: Rule[]) =>
  new KindOrder(
    boundTo(...(rules.length === 0 ? [local, adult, order] : rules)),
    asked,
    kindsOf(of, {
      exampleOf: (kind) => examples[kind] ?? {},
      numbers: (name) =>
        name === 'registered-on' ? (position) => registered[position] ?? Number.NaN : undefined,
    }),
  )

const placed = (order: KindOrder) =>
  [...order.turns()].map(({ position }) => order.people.candidateAt(position).id)

describe('people of a kind', () => {
  test('stand where the example of their kind would, each with their own number', () => {
    const kinds = orderOf([0, 1, 3, 0, 2], days.map(date))
    expect(kinds.size).toBe(3)
    expect([0, 2, 3].map((position) => kinds.appliedTo(position))).toEqual([1, 0, 1])
    expect([0, 2, 3].map((position) => kinds.tierOf(position))).toEqual([0, 1, 0])
    expect([kinds.excluded, kinds.undecided]).toEqual([[1], [4]])
    expect(kinds.valuesAt(2)).toBe(examples[3])
    expect(placed(kinds)).toEqual(['d', 'a', 'c'])
    expect(kinds.size).toBe(3)
    expect(kinds.next()).toBeUndefined()
  })

  test('without a number of their own stand last', () => {
    const known = days.map(date).map((on, at) => (at === 0 ? Number.NaN : on))
    expect(placed(orderOf([0, 0, 0, 0, 0], known))).toEqual(['b', 'c', 'e', 'd', 'a'])
  })

  test('come one at a time, and are compared without their lots', () => {
    const kinds = orderOf([3, 0, 3, 3, 3], days.map(date))
    expect(kinds.next()).toEqual({ place: 1, position: 1, mayBeOffered: true })
    expect(kinds.compare(1, 2)).toBeLessThan(0)
    expect(kinds.compare(0, 3)).toBeGreaterThan(0)
    expect(kinds.compare(2, 2)).toBe(0)
    expect(kinds.next()).toMatchObject({ place: 2, position: 2 })
    expect(kinds.size).toBe(5)
  })

  test('draw lots where nothing else separates them, as people do', () => {
    const seeded = { ...asked, seed: new Uint8Array(32).fill(7) }
    const bound = boundTo(local, adult, order)
    const people = kindsOf([0, 0, 0, 0, 0], {
      exampleOf: () => examples[0] ?? {},
      numbers: () => undefined,
    })
    const whole = rankGathered(
      bound,
      seeded,
      asked.candidates,
      ids.map(() => examples[0] ?? {}),
    )
    const drawn = placed(new KindOrder(bound, seeded, people))
    expect(drawn).toEqual(placedIds(whole))
    expect(drawn).not.toEqual(ids)
    // Nobody can draw without a seed: the order inside the tie is no decision.
    expect(placed(new KindOrder(bound, asked, people))).toEqual(ids)
  })

  test('who may not be offered the home stand in their place, and are told', () => {
    const known: Rule = {
      kind: 'requirement',
      id: 'known',
      to: 'be-offered',
      must: [{ name: 'profession', test: { is: ['teacher'] } }],
      code: 'fact-unknown',
    }
    const kinds = orderOf([0, 3, 0, 3, 3], days.map(date), local, adult, known, order)
    const turns = [...kinds.turns()]
    expect(turns.map(({ position }) => position)).toEqual([2, 0, 1, 4, 3])
    expect(turns.map(({ mayBeOffered }) => mayBeOffered)).toEqual([false, false, true, true, true])
    expect(kinds.unmetAt(0).map(({ code }) => code)).toEqual(['fact-unknown'])
    expect(kinds.unmetAt(1)).toEqual([])
  })

  test('go first where a quota is behind, and last where a sanction puts them', () => {
    const share: Quota = {
      kind: 'quota',
      id: 'share',
      counts: [{ name: 'profession', test: { is: ['teacher'] } }],
      limit: { at_least: 50, of: 100 },
      per: 'calendar-year',
      at_limit: 'first',
    }
    const demoting: Sanction = {
      kind: 'sanction',
      id: 'demoting',
      on: ['no-show'],
      steps: [{ effect: 'demote', to: 'list' }],
    }
    const people = [
      { age: 20, profession: 'nurse' },
      { age: 20, profession: 'teacher' },
      { age: 20, profession: 'teacher', 'demoted-to': 'list', 'demoted-by': 'demoting' },
      { age: 20, profession: 'nurse', 'demoted-to': 'tier', 'demoted-by': 'demoting' },
    ]
    const kinds = new KindOrder(
      boundTo(local, adult, share, demoting, order),
      asked,
      kindsOf([0, 1, 2, 3, 0], {
        exampleOf: (kind) => people[kind] ?? {},
        numbers: () => (position) => 5 - position,
      }),
    )
    expect(placed(kinds)).toEqual(['b', 'a', 'e', 'd', 'c'])
  })
})
