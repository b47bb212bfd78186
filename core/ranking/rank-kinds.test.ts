/** People of a kind stand where the example of their kind would, and who comes next is sought when asked. */
import { describe, expect, test } from 'vitest'
import { adult, byRegistration, caseOn, person, rankUnder } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { anyCase, anyRules, anySeed } from '../../tests/random-books.ts'
import { date } from '../basics/calendar-date.ts'
import { type Facts, textOf } from '../basics/facts.ts'
import type { Quota } from '../policy/kinds/quota.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import { KindOrder, type Kinds, noStandings } from './rank-kinds.ts'
import { offersInOrder, placedIds, type Ranking, rankGathered } from './rank-listing.ts'

const day = '2026-06-01'
const local: Rule = {
  kind: 'priority',
  id: 'local',
  ground: 'landlord',
  who: [{ name: 'profession', test: { is: ['nurse'] } }],
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
    of,
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

describe('whatever the rules, kinds of people are ranked as the people are', () => {
  const own = 'registered-on'
  const numberAt = (values: readonly Facts[]) => (position: number) => {
    const number = values[position]?.[own]
    return typeof number === 'number' ? number : Number.NaN
  }
  /** Alike in everything the rules read but since when they are registered, which only orders them. */
  const alikeIn = ({ bound, values, candidates }: Ranking): Kinds => {
    const texts = values.map((all) =>
      bound.names.map((name) => (name === own ? '' : textOf(all[name]))).join('|'),
    )
    const all = [...new Set(texts)]
    const standings = noStandings(1)
    return {
      of: texts.map((text) => all.indexOf(text)),
      candidateAt: (position) => candidates[position] ?? person('nobody'),
      exampleOf: (kind) => values[texts.indexOf(all[kind] ?? '')] ?? {},
      numbers: (name) => (name === own ? numberAt(values) : undefined),
      standingsFor: () => standings,
    }
  }
  const holds = (check: (kinds: KindOrder, whole: Ranking) => void) =>
    fc.assert(
      fc.property(anyRules, anyCase, (rules, on) => {
        const whole = rankUnder(rules, on)
        check(new KindOrder(whole.bound, whole.case, alikeIn(whole)), whole)
      }),
      cases(150),
    )

  test('each in their place, with who may be offered the home', () => {
    holds((kinds, whole) => {
      const offers = offersInOrder(whole).map(({ id, unmet }) => [id, unmet.length === 0])
      const turns = [...kinds.turns()]
      const idOf = (position: number) => kinds.people.candidateAt(position).id
      expect(turns.map((turn) => [idOf(turn.position), turn.mayBeOffered])).toEqual(offers)
      expect(turns.map(({ place }) => place)).toEqual(offers.map((_, index) => index + 1))
    })
  })

  test('in their group, with their priorities, and kept out by the same', () => {
    holds((kinds, whole) => {
      const { admitted, applied, order } = whole
      const listed = [...admitted]
      expect(listed.map((position) => kinds.tierOf(position))).toEqual([...order.tiers])
      expect(listed.map((position) => kinds.appliedTo(position))).toEqual([...applied])
      expect([kinds.excluded, kinds.undecided]).toEqual([whole.excluded, whole.undecided])
      const all = whole.candidates.map((_, position) => position)
      expect(all.filter((position) => kinds.isListed(position))).toEqual(listed)
    })
  })

  test('each waits until their turn has come', () => {
    holds((kinds, whole) => {
      const waiting = new Set(whole.admitted)
      for (let turn = kinds.next(); ; turn = kinds.next()) {
        expect(kinds.size).toBe(whole.admitted.length)
        if (!turn) break
        waiting.delete(turn.position)
        expect(new Set(kinds.stillWaiting())).toEqual(waiting)
        expect(kinds.stillWaiting()).toHaveLength(waiting.size)
      }
      expect(waiting.size).toBe(0)
    })
  })

  test('of any two the first by the rules is told, and that only a lot can tell', () => {
    holds((kinds, whole) => {
      const { order, admitted } = whole
      const positions = [...order.sorted].map((entry) => admitted[entry] ?? 0)
      const tieOf = (index: number) =>
        order.ties.findIndex(([from, to]) => from <= index && index < to)
      for (const [above, one] of positions.entries()) {
        for (const [below, other] of positions.entries()) {
          const isTied = above === below || (tieOf(above) >= 0 && tieOf(above) === tieOf(below))
          const expected = isTied ? 0 : above < below ? -1 : 1
          expect(Math.sign(kinds.compare(one, other))).toBe(expected)
        }
      }
    })
  })

  test('of two homes on which the same is asked, the second as the first', () => {
    fc.assert(
      fc.property(anyRules, anyCase, anySeed, (rules, on, seed) => {
        const whole = rankUnder(rules, on)
        const people = alikeIn(whole)
        const again = { ...whole.case, seed }
        const first = placed(new KindOrder(whole.bound, whole.case, people))
        const second = placed(new KindOrder(whole.bound, again, people))
        expect(first).toEqual(placedIds(whole))
        expect(second).toEqual(placedIds(rankUnder(rules, again)))
      }),
      cases(50),
    )
  })
})

describe('what only some books have', () => {
  const everybodyOf = (all: readonly Facts[]): Kinds =>
    kindsOf(
      all.map((_, kind) => kind),
      { exampleOf: (kind) => all[kind] ?? {}, numbers: () => undefined },
    )
  const lot = { by: 'lot', weights: 'equal' } as const

  test('whom a human chose stand first, in that order, and the others behind them', () => {
    const choice: Rule = {
      kind: 'judgement',
      id: 'choice',
      question: 'Wie past hier het best?',
      about: 'listing',
      answer: 'seekers',
      decided_by: 'landlord',
    }
    const chosenFirst: Rule = {
      kind: 'ranking',
      id: 'order',
      model: 'ranked',
      tiers: [],
      finally: [{ by: 'chosen', of: 'choice' }, { by: 'lowest', of: 'age' }, lot],
    }
    const chosen = {
      ...asked,
      judgements: { choice: { listing: { answer: ['d', 'b'], by: 'landlord' } } },
    } as const
    const ages = [30, 40, 20, 50, 25].map((age) => ({ age }))
    const bound = boundTo(choice, chosenFirst)
    expect(placed(new KindOrder(bound, chosen, everybodyOf(ages)))).toEqual([
      'd',
      'b',
      'c',
      'e',
      'a',
    ])
    expect(placed(new KindOrder(bound, asked, everybodyOf(ages)))).toEqual([
      'c',
      'e',
      'a',
      'b',
      'd',
    ])
  })

  test.each([
    ['lowest', ['c', 'a', 'b', 'd', 'e']],
    ['highest', ['b', 'a', 'c', 'd', 'e']],
  ] as const)('by the %s of a number of their own, who has none is last', (by, expected) => {
    const byAge: Rule = {
      ...{ kind: 'ranking', id: 'order', model: 'ranked', tiers: [] },
      finally: [{ by, of: 'age' }, lot],
    }
    const ages = [30, 40, 20, Number.NaN, Number.NaN]
    const people = kindsOf([0, 0, 0, 0, 0], {
      exampleOf: () => ({ age: 99 }),
      numbers: (name) => (name === 'age' ? (position) => ages[position] ?? 0 : undefined),
    })
    expect(placed(new KindOrder(boundTo(byAge), asked, people))).toEqual(expected)
  })

  test('a tie of which the lots of one are not known waits, in the order of the people', () => {
    const weighted: Rule = {
      ...{ kind: 'ranking', id: 'order', model: 'ranked', tiers: [] },
      finally: [{ by: 'lot', weights: { ref: 'children' } }],
    }
    const seeded = { ...asked, seed: new Uint8Array(32).fill(7) }
    const drawn = (children: readonly (number | undefined)[]) => {
      const people = everybodyOf(children.map((each) => ({ children: each })))
      return placed(new KindOrder(boundTo(weighted), seeded, people))
    }
    expect(drawn([1, 1, 1, 1, 1])).not.toEqual(ids)
    expect(drawn([1, 1, undefined, 1, 1])).toEqual(ids)
  })

  test('in the order of a list of values, whatever number of each is known', () => {
    const byList: Rule = {
      ...{ kind: 'ranking', id: 'order', model: 'ranked', tiers: [] },
      finally: [{ by: 'in-order', of: 'age', values: [40, 20] }, lot],
    }
    const ages = [20, 30, 40, 10, 20]
    const people = {
      ...everybodyOf(ages.map((age) => ({ age }))),
      numbers: () => (position: number) => ages[position] ?? 0,
    }
    expect(placed(new KindOrder(boundTo(byList), asked, people))).toEqual(['c', 'a', 'e', 'b', 'd'])
  })

  test('and never so many quotas behind at once that they would run together', () => {
    const behind = (_: unknown, at: number): Quota => ({
      ...{ kind: 'quota', id: `share-${at}`, counts: [{ name: 'age', test: { below: at } }] },
      ...{ limit: { at_least: 1 }, per: 'calendar-year', at_limit: 'first' },
    })
    const order = (count: number) =>
      new KindOrder(
        boundTo(...Array.from({ length: count }, behind), byRegistration),
        asked,
        everybodyOf([{ age: 99 }]),
      )
    expect(placed(order(20))).toEqual(['a'])
    expect(() => order(21)).toThrow('a handful of quotas are behind at once')
  })

  test('of a group in which some hold more lots, these draw, and the others with one each', () => {
    const weighed: Rule = {
      ...{ kind: 'ranking', id: 'order', model: 'ranked' },
      tiers: [
        { priority: ['local'], by: [] },
        { priority: 'none', by: [lot] },
      ],
      finally: [{ by: 'lot', weights: { ref: 'children' } }],
    }
    const people = [
      ...[{ age: 20 }, { profession: 'nurse', children: 40 }, { age: 20, children: 1 }],
      ...[
        { profession: 'nurse', children: 1 },
        { profession: 'nurse', children: 1 },
      ],
    ]
    for (let byte = 1; byte <= 8; byte += 1) {
      const seeded = { ...asked, seed: new Uint8Array(32).fill(byte) }
      const bound = boundTo(local, weighed)
      const whole = rankGathered(bound, seeded, asked.candidates, people)
      expect(placed(new KindOrder(bound, seeded, everybodyOf(people)))).toEqual(placedIds(whole))
    }
  })

  test('a share that counts who has a priority puts them first while it is owed', () => {
    const share: Quota = {
      kind: 'quota',
      id: 'share',
      counts: [{ name: 'priorities-applied', test: { is: ['local'] } }],
      limit: { at_least: 50, of: 100 },
      per: 'calendar-year',
      at_limit: 'first',
    }
    const byAge: Rule = {
      ...{ kind: 'ranking', id: 'order', model: 'ranked', tiers: [] },
      finally: [{ by: 'highest', of: 'age' }, lot],
    }
    const people = [
      { age: 60, profession: 'teacher' },
      { age: 20, profession: 'nurse' },
      { age: 50, profession: 'teacher' },
      { age: 30, profession: 'nurse' },
      { age: 40 },
    ]
    const bound = boundTo(local, share, byAge)
    const kinds = new KindOrder(bound, asked, everybodyOf(people))
    expect(kinds.valuesAt(1)['priorities-applied']).toEqual(['local'])
    expect(kinds.valuesAt(0)['priorities-applied']).toEqual([])
    expect(placed(kinds)).toEqual(['d', 'b', 'a', 'c', 'e'])
    // Of rules that do not ask it, nobody's values say it.
    const without = new KindOrder(boundTo(local, byAge), asked, everybodyOf(people))
    expect(without.valuesAt(1)).toEqual({ age: 20, profession: 'nurse' })
    expect(placed(without)).toEqual(['a', 'c', 'e', 'd', 'b'])
  })
})
