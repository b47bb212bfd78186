/**
 * What holds of every ranking, whatever the rules: shown on random books, people and homes. Where a
 * model cannot keep a promise, the test says which and why.
 */
import { describe, expect, test } from 'vitest'
import { offerRound } from '../core/allocation/offer-round.ts'
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { countUse, type Quota } from '../core/policy/kinds/quota.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Assignment, Case } from '../core/ranking/case.ts'
import { assignmentTo } from '../core/ranking/count-assignment.ts'
import { Crowd } from '../core/ranking/crowd.ts'
import { reasonsOfAll } from '../core/ranking/explain-place.ts'
import { KindOrder } from '../core/ranking/rank-kinds.ts'
import { placedIds, type Ranking, whyNot } from '../core/ranking/rank-listing.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import { caseOn, person, rankUnder, rulesOn } from './example-book.ts'
import { cases, fc } from './properties.ts'
import { anyCandidateFacts, anyCase, anyRules, anySeed, randomDay } from './random-books.ts'

const runs = cases(250)

/** Who may be offered the home, one after the other, and what stops the others. */
const offersInOrder = (ranking: Ranking) =>
  [...offerRound(ranking)].map(({ candidate, unmet }) => [
    candidate.id,
    ...unmet.map(({ code, standing }) => `${code} ${standing.rule.id}`),
  ])

/** The same of an order of kinds, where who may be offered the home is known beforehand. */
const offersOfKinds = (order: KindOrder) =>
  [...order.turns()].map(({ position, mayBeOffered }) => {
    const unmet = order.unmetAt(position)
    expect(mayBeOffered).toBe(unmet.length === 0)
    return [
      order.people.candidateAt(position).id,
      ...unmet.map(({ code, standing }) => `${code} ${standing.rule.id}`),
    ]
  })

const keysIn = (rules: readonly Rule[]): Key[] =>
  rules.flatMap((rule) =>
    rule.kind === 'ranking' ? [...rule.finally, ...rule.tiers.flatMap(({ by }) => by)] : [],
  )

describe('every ranking', () => {
  const always = (holds: (ranking: Ranking, rules: readonly Rule[], asked: Case) => void) =>
    fc.assert(
      fc.property(anyRules, anyCase, (rules, asked) =>
        holds(rankUnder(rules, asked), rules, asked),
      ),
      runs,
    )

  test('is about people whom the rules tell apart, or nothing here says much', () => {
    const all = { inGroups: 0, tied: 0, keptOut: 0, undecided: 0 }
    always(({ order, excluded, undecided }) => {
      if (new Set(order.tiers).size > 1) all.inGroups += 1
      if (order.ties.length > 0) all.tied += 1
      if (excluded.length > 0) all.keptOut += 1
      if (undecided.length > 0) all.undecided += 1
    })
    for (const count of Object.values(all)) expect(count).toBeGreaterThan(10)
  })

  test('has everybody once: on the list, kept out or undecided', () => {
    always((ranking, _, asked) => {
      const others = [...ranking.excluded, ...ranking.undecided].map(
        (position) => ranking.candidates[position]?.id,
      )
      const all = [...placedIds(ranking), ...others]
      expect(all.toSorted()).toEqual(asked.candidates.map(({ id }) => id).toSorted())
    })
  })

  test('is one total order: of any two, alone or among others, the same one stands first', () => {
    fc.assert(
      fc.property(anyRules, anyCase, (rules, asked) => {
        const ids = placedIds(rankUnder(rules, asked))
        for (const [at, above] of ids.entries()) {
          for (const below of ids.slice(at + 1)) {
            const two = asked.candidates.filter(({ id }) => id === above || id === below)
            const alone = placedIds(rankUnder(rules, { ...asked, candidates: two }))
            expect(alone).toEqual([above, below])
          }
        }
      }),
      cases(200),
    )
  })

  test('is the same in whatever order people come, and every time', () => {
    const origin = { engine: 'test', sources: [] }
    const bytes = (ranking: Ranking) => [...receiptText(ranking, origin)].join('')
    always((ranking, rules, asked) => {
      const turned = { ...asked, candidates: asked.candidates.toReversed() }
      expect(bytes(rankUnder(rules, turned))).toBe(bytes(ranking))
      expect(bytes(rankUnder(rules, asked))).toBe(bytes(ranking))
    })
  })

  test('is the same when kinds of people are ranked instead of people', () => {
    let shared = 0
    always((ranking, _, asked) => {
      const { bound } = ranking
      const { candidates } = ranking
      const crowd = new Crowd(bound.prepared, (seat) => candidates[seat] ?? person('nobody'))
      const kinds = crowd.tellApart(bound, [...candidates.keys()], asked.on)
      shared += candidates.length - new Set(kinds.of).size
      const other = new KindOrder(bound, asked, kinds)
      expect(offersOfKinds(other)).toEqual(offersInOrder(ranking))
      expect(other.excluded).toEqual(ranking.excluded)
      expect(other.undecided).toEqual(ranking.undecided)
      const applied = Array.from(ranking.admitted, (position) => other.appliedTo(position))
      expect(applied).toEqual([...ranking.applied])
    })
    expect(shared).toBeGreaterThan(50)
  })

  test('gives reasons that add up to place - 1, for everybody', () => {
    always(({ order }) => {
      for (const { place, ahead } of reasonsOfAll(order)) {
        expect(ahead.reduce((sum, { count }) => sum + count, 0)).toBe(place - 1)
        expect(ahead.every(({ count, name }) => count > 0 && name !== '')).toBe(true)
      }
    })
  })

  test('names a rule and its article for everybody it keeps out or does not decide on', () => {
    always((ranking) => {
      for (const position of [...ranking.excluded, ...ranking.undecided]) {
        const unmet = whyNot(ranking, position)
        expect(unmet.length).toBeGreaterThan(0)
        for (const { code, standing } of unmet) {
          expect(code).not.toBe('')
          expect(ranking.bound.prepared.rules.byId.get(standing.rule.id)).toBe(standing)
          expect(standing.article.number).toBe('1')
        }
      }
    })
  })

  test('keeps the others in their order when somebody joins', () => {
    fc.assert(
      fc.property(anyRules, anyCase, anyCandidateFacts, (rules, asked, facts) => {
        const joined = {
          ...asked,
          candidates: [...asked.candidates, person('newcomer', { facts })],
        }
        const then = placedIds(rankUnder(rules, joined)).filter((id) => id !== 'newcomer')
        expect(then).toEqual(placedIds(rankUnder(rules, asked)))
      }),
      runs,
    )
  })
})

describe('more registration time never lowers a place', () => {
  const placeAt = (rules: readonly Rule[], asked: Case, id: string) =>
    placedIds(rankUnder(rules, asked)).indexOf(id)

  const earlier = (asked: Case, id: string, days: number): Case => ({
    ...asked,
    candidates: asked.candidates.map((each) => {
      const since = each.facts['registered-on']
      if (each.id !== id || typeof since !== 'number') return each
      // @NOTE a fact of the type date is a day, and so is a day before it.
      const before = addDays(since as ReturnType<typeof date>, -days)
      return { ...each, facts: { ...each.facts, 'registered-on': before } }
    }),
  })

  test('where the order goes by anything else, or by the earliest', () => {
    fc.assert(
      fc.property(anyRules, anyCase, fc.integer({ min: 1, max: 60 }), (rules, asked, days) => {
        fc.pre(!keysIn(rules).some(({ by }) => by === 'latest'))
        for (const { id } of asked.candidates) {
          expect(placeAt(rules, earlier(asked, id, days), id)).toBeLessThanOrEqual(
            placeAt(rules, asked, id),
          )
        }
      }),
      cases(300),
    )
  })

  // A region may choose so; its own rule then says it, and nobody is surprised by the engine.
  const short: Rule = {
    kind: 'priority',
    id: 'short',
    ground: 'landlord',
    who: [{ name: 'registered-on', test: { at_least: date('2024-01-01') } }],
  }
  const byLot: Key = { by: 'lot', weights: 'equal' }
  const order = (keys: readonly Key[], tiers: readonly string[] = []): Rule => ({
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: tiers.map((priority) => ({ priority: [priority], by: [] })),
    finally: keys,
  })
  test.each<[string, Rule[]]>([
    ['puts the latest first', [order([{ by: 'latest', of: 'registered-on' }, byLot])]],
    ['gives priority to who is registered shortly', [short, order([byLot], ['short'])]],
  ])('but not in a book that %s', (_, rules) => {
    const since = (day: string) => ({ facts: { 'registered-on': date(day) } })
    const people = [person('ans', since('2025-01-01')), person('bep', since('2024-06-01'))]
    const asked = caseOn(randomDay, people, { seed: new Uint8Array(32) })
    expect(placeAt(rules, asked, 'ans')).toBe(0)
    expect(placeAt(rules, earlier(asked, 'ans', 3650), 'ans')).toBe(1)
  })
})

describe('a quota is never exceeded, in any row of lettings', () => {
  const local: Rule = {
    kind: 'priority',
    id: 'local',
    ground: 'local-connection',
    who: [{ name: 'lives-in', test: { is: ['a'] } }],
  }
  const inside: Rule = {
    kind: 'priority',
    id: 'vital',
    ground: 'vital-profession',
    inside: 'local',
    who: [{ name: 'age', test: { at_least: 5 } }],
  }
  const order: Rule = {
    kind: 'ranking',
    id: 'order',
    model: 'ranked',
    tiers: [
      { priority: ['vital'], by: [] },
      { priority: ['local'], by: [] },
    ],
    finally: [
      { by: 'earliest', of: 'registered-on' },
      { by: 'lot', weights: 'equal' },
    ],
  }
  const share = (of: number, at_most: number): Quota => ({
    kind: 'quota',
    id: 'share',
    counts: [{ name: 'priorities-applied', test: { is: ['local'] } }],
    limit: { at_most, of },
    per: 'calendar-year',
    at_limit: 'priority-off',
  })
  const room = (at_most: number): Quota => ({
    kind: 'quota',
    id: 'room',
    counts: [{ name: 'household-income', test: { above: 5 } }],
    limit: { at_most },
    per: 'calendar-year',
    at_limit: 'not-placed',
  })
  const anyLettings = fc.array(
    fc.tuple(fc.array(anyCandidateFacts, { minLength: 1, maxLength: 4 }), anySeed),
    { maxLength: 25 },
  )

  test('a share that switches its priority off, and a number that keeps people out', () => {
    fc.assert(
      fc.property(
        anyLettings,
        fc.integer({ min: 2, max: 10 }),
        fc.nat({ max: 10 }),
        fc.nat({ max: 4 }),
        (lettings, of, most, number) => {
          const quotas = [share(of, Math.min(most, of)), room(number)]
          const rules = [local, inside, order, ...quotas]
          for (const [{ limit }, { used, base }] of usesAfterEach(rules, quotas, lettings)) {
            const { at_most = 0, of: outOf } = limit
            if (outOf === undefined) expect(used).toBeLessThanOrEqual(at_most)
            else expect(used * outOf).toBeLessThanOrEqual(at_most * base)
          }
        },
      ),
      cases(200),
    )
  })

  // Each home goes to whoever stands first, and counts for the next.
  function* usesAfterEach(
    rules: readonly Rule[],
    quotas: readonly Quota[],
    lettings: readonly (readonly [readonly Facts[], Uint8Array])[],
  ): Generator<readonly [Quota, { readonly used: number; readonly base: number }]> {
    const resolved = rulesOn(randomDay, rules)
    const assignments: Assignment[] = []
    const useOf = (quota: Quota) => countUse(quota, assignments, date(randomDay), resolved)
    for (const [people, seed] of lettings) {
      const candidates = people.map((facts, at) => person(`seeker-${at}`, { facts }))
      const state = Object.fromEntries(quotas.map((quota) => [quota.id, useOf(quota)]))
      const ranking = rankUnder(rules, caseOn(randomDay, candidates, { seed, quotas: state }))
      if (ranking.order.sorted.length === 0) continue
      assignments.push(assignmentTo(ranking, 1))
      for (const quota of quotas) yield [quota, useOf(quota).all ?? { used: 0, base: 0 }]
    }
  }
})
