/** Many people at once, ranked by kind: the same order, and nothing asked of anybody twice. */
import { describe, expect, test } from 'vitest'
import {
  byRegistration,
  caseOn,
  happened,
  lasted,
  person,
  rulesOn,
} from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays, type CalendarDate, date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Part, Test } from '../policy/condition.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Requirement } from '../policy/kinds/requirement.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, EventName } from '../seekers/history.ts'
import { bind } from './bind.ts'
import type { Case } from './case.ts'
import { Crowd, type GivenHere } from './crowd.ts'
import { prepare } from './prepare.ts'
import { KindOrder } from './rank-kinds.ts'
import { placedIds, rankListing } from './rank-listing.ts'

const inForce = '2026-01-01'
const day = '2026-06-10'

type Known = Partial<Omit<Candidate, 'id'>>
type Where = { readonly home?: Facts; readonly on?: string }

/** Everybody on the list, in their order. */
const idsIn = (order: KindOrder) =>
  [...order.turns()].map(({ position }) => order.people.candidateAt(position).id)

/** People on the seats of a crowd under these rules; whoever sits there may be replaced. */
function seated(rules: readonly Rule[], people: Record<number, Known>, kindsMax?: number) {
  const prepared = prepare(rulesOn(inForce, [...rules, byRegistration]))
  const asked: [number, CalendarDate][] = []
  const personOn = (seat: number) => person(`p${seat}`, people[seat])
  const crowd = new Crowd(
    prepared,
    (seat, on) => {
      asked.push([seat, on])
      return personOn(seat)
    },
    kindsMax === undefined ? {} : { kindsMax },
  )
  const all = Object.keys(people).map(Number)
  const caseFor = ({ home = {}, on = day }: Where = {}) =>
    caseOn(on, all.map(personOn), { home, seed: new Uint8Array(32).fill(7) })
  const boundTo = (where?: Where, under = prepared) => {
    const bound = bind(under, caseFor(where))
    if (!bound) throw new Error('the rules of this test have no ranking for its listing')
    return bound
  }
  const tellApart = (where: Where = {}, seats: readonly number[] = all, given?: GivenHere) =>
    crowd.tellApart(boundTo(where), seats, date(where.on ?? day), given)
  return {
    ...{ prepared, crowd, asked, caseFor, boundTo, tellApart },
    /** The kind of each, counted as they come by. */
    kinds: (where?: Where, seats?: readonly number[]) => {
      const { of } = tellApart(where, seats)
      const seen = [...new Set(of)]
      return Array.from(of, (kind) => seen.indexOf(kind))
    },
    ranked: (where?: Where) =>
      idsIn(new KindOrder(boundTo(where), caseFor(where), tellApart(where))),
    numbers: (name: string, where?: Where, seats?: readonly number[]) => {
      const { of, numbers } = tellApart(where, seats)
      const numberAt = numbers(name)
      return numberAt && Array.from(of, (_, position) => numberAt(position))
    },
  }
}

const is = (name: string, test: Test): Part => ({ name, test })

const required = (...must: Part[]): Requirement => ({
  kind: 'requirement',
  id: `asked-${must.map((part) => ('name' in part ? part.name : '')).join('-')}`,
  to: 'respond',
  must,
  code: 'fact-unknown',
})

const since = (on: string) => happened(on, 'registered')
const history = (...events: Candidate['history']['events'][number][]) => ({
  history: { spells: [], events },
})
const livedIn = (municipality: string, from: string, to?: string) => ({
  history: { spells: [lasted('resident', from, to, { municipality })], events: [] },
})
const here = (name: string, ref = name): Part => is(name, { is: [{ ref }] })

/** So many years in the municipality of the home. */
const yearsHere: Measure = {
  kind: 'measure',
  id: 'years-here',
  of: 'resident',
  where: [here('municipality')],
  take: 'total',
  unit: 'years',
}
const responses: Measure = { kind: 'measure', id: 'responses', of: 'responded', take: 'number' }
const responsesHere: Measure = { ...responses, id: 'responses-here', where: [here('landlord')] }

const orderedBy = (...keys: Key[]): Rule => ({
  kind: 'ranking',
  id: 'first-order',
  model: 'lottery',
  tiers: [],
  finally: [...keys, { by: 'lot', weights: 'equal' }],
})

const adult = required(is('age', { at_least: 18 }))
const rooted = required(is('years-here', { at_least: 2 }))
const unanswered = required(is('responses', { below: 1 }))

describe('people are told apart by kind', () => {
  const income = required(is('household-income', { at_most: 40 }))
  const earning = (income: number): Known => ({ facts: { 'household-income': income } })

  test('with one example of each, in the order of the seats asked for', () => {
    const { tellApart } = seated([income], { 0: earning(30), 1: earning(40), 2: earning(41) })
    const kinds = tellApart()
    expect([0, 1, 2].map((at) => kinds.candidateAt(at).id)).toEqual(['p0', 'p1', 'p2'])
    expect([...kinds.of]).toEqual([0, 0, 1])
    const incomes = [0, 1].map((kind) => kinds.exampleOf(kind)['household-income'])
    expect(incomes).toEqual([30, 41])
  })

  test('each time anew from the first example', () => {
    const { kinds } = seated([income], { 0: earning(30), 1: earning(40), 2: earning(41) })
    expect(kinds()).toEqual([0, 0, 1])
    expect(kinds()).toEqual([0, 0, 1])
    expect(kinds({}, [2, 1])).toEqual([0, 1])
    expect(kinds({}, [1])).toEqual([0])
  })

  test('everybody is asked for once, on the day they are first needed', () => {
    const { kinds, crowd, asked } = seated([income], { 0: earning(30), 1: earning(41) })
    kinds({ on: '2026-06-10' }, [1])
    kinds({ on: '2026-06-11' })
    crowd.lifeOf(0, date('2026-06-12'))
    expect(asked).toEqual([
      [1, date('2026-06-10')],
      [0, date('2026-06-11')],
    ])
  })

  test('by what they are anywhere, by what they are here, and by both', () => {
    const lives = (born: string, from: string): Known => ({
      ...livedIn('a', from),
      facts: { born: date(born) },
    })
    const people = {
      0: lives('2000-01-01', '2020-01-01'),
      1: lives('2000-01-01', '2026-01-01'),
      2: lives('2020-01-01', '2020-01-01'),
      3: lives('2020-01-01', '2026-01-01'),
      4: lives('2001-01-01', '2026-02-01'),
    }
    const { kinds } = seated([yearsHere, adult, rooted], people)
    expect(kinds({ home: { municipality: 'a' } })).toEqual([0, 1, 2, 3, 1])
    expect(kinds({ home: { municipality: 'b' } })).toEqual([0, 0, 1, 1, 0])
    expect(kinds({ home: { municipality: 'a' } })).toEqual([0, 1, 2, 3, 1])
  })

  test('however many kinds there are', () => {
    const rent = required(is('profile-rent', { at_least: { ref: 'rent' } }))
    const people = Object.fromEntries(
      Array.from({ length: 600 }, (_, seat) => [seat, { facts: { 'profile-rent': seat % 300 } }]),
    )
    const { tellApart, kinds } = seated([rent], people)
    expect(new Set(tellApart().of).size).toBe(300)
    expect(kinds()).toEqual(Object.keys(people).map((seat) => Number(seat) % 300))
  })

  test('and are told apart anew when more kinds are known than are kept', () => {
    const rent = required(is('profile-rent', { at_least: { ref: 'rent' } }))
    const wants = (rent: number): Known => ({ facts: { 'profile-rent': rent } })
    const { tellApart, kinds, ranked } = seated(
      [rent],
      { 0: wants(4), 1: wants(5), 2: wants(4) },
      1,
    )
    const rents = () => {
      const { exampleOf, of } = tellApart()
      return [...of].map((kind) => exampleOf(kind)['profile-rent'])
    }
    expect(rents()).toEqual([4, 5, 4])
    expect(rents()).toEqual([4, 5, 4])
    expect(kinds({}, [1])).toEqual([0])
    expect(ranked({ home: { rent: 5 } })).toEqual(['p1'])
  })

  test.each([
    ['kept up to that number', 2, true],
    ['forgotten beyond it', 1, false],
  ])('which are %s', (_, kindsMax, isKept) => {
    const { tellApart } = seated(
      [income],
      { 0: earning(30), 1: earning(40), 2: earning(41) },
      kindsMax,
    )
    const before = tellApart().exampleOf(0)
    const after = tellApart().exampleOf(0)
    expect(after).toEqual(before)
    expect(after === before).toBe(isKept)
  })
})

describe('what somebody is like is remembered', () => {
  test('until something happens to them', () => {
    const { crowd, kinds } = seated([responses, unanswered], { 0: {}, 1: {} })
    expect(kinds()).toEqual([0, 0])
    crowd.happens(1, happened(day, 'responded'))
    expect(kinds()).toEqual([0, 1])
    crowd.happens(0, happened(day, 'responded'))
    expect(kinds()).toEqual([0, 0])
  })

  test('until something happens to them that counts at some homes', () => {
    const one = { home: { landlord: 'one' } }
    const other = { home: { landlord: 'two' } }
    const few = required(is('responses-here', { below: 1 }))
    const { crowd, kinds } = seated([yearsHere, responsesHere, few, rooted], { 0: {}, 1: {} })
    expect([kinds(one), kinds(other)]).toEqual([
      [0, 0],
      [0, 0],
    ])
    crowd.happens(1, happened(day, 'responded', { landlord: 'one' }))
    expect([kinds(one), kinds(other)]).toEqual([
      [0, 1],
      [0, 0],
    ])
  })

  test('and what happens to somebody who was not asked for yet, their life tells', () => {
    const event = happened('2026-06-01', 'responded')
    const first = required(is('responses', { at_most: 1 }))
    const { crowd, kinds } = seated([responses, first], { 0: {}, 1: history(event) })
    crowd.happens(1, event)
    expect(kinds()).toEqual([0, 0])
  })

  test('until time changes what they are anywhere', () => {
    const born = (on: string): Known => ({ facts: { born: date(on) } })
    const { kinds } = seated([adult], { 0: born('2000-01-01'), 1: born('2008-06-10') })
    expect(kinds({ on: '2026-06-08' })).toEqual([0, 1])
    expect(kinds({ on: '2026-06-09' })).toEqual([0, 1])
    expect(kinds({ on: '2026-06-10' })).toEqual([0, 0])
  })

  test('until time changes what they are here', () => {
    const people = { 0: livedIn('a', '2000-01-01'), 1: livedIn('a', '2024-06-10') }
    const { kinds } = seated([yearsHere, rooted], people)
    const a = { municipality: 'a' }
    expect(kinds({ home: a, on: '2026-06-08' })).toEqual([0, 1])
    expect(kinds({ home: a, on: '2026-06-09' })).toEqual([0, 1])
    expect(kinds({ home: a, on: '2026-06-10' })).toEqual([0, 0])
  })

  test('of each life itself, with what happened in it', () => {
    const { crowd } = seated([responses, unanswered], { 0: history(since('2020-01-01')) })
    const life = crowd.lifeOf(0, date(day))
    crowd.happens(0, happened(day, 'responded'))
    expect(crowd.lifeOf(0, date(day))).toBe(life)
    expect(life.candidate.history.events.map(({ event }) => event)).toEqual([
      'registered',
      'responded',
    ])
  })
})

describe('seats', () => {
  const far = [0, 1023, 1024, 5000]
  const people = Object.fromEntries(
    far.map((seat, at) => [
      seat,
      {
        facts: { born: date(at % 2 === 0 ? '2000-01-01' : '2020-01-01') },
        history: {
          spells: [
            lasted('resident', at < 2 ? '2010-01-01' : '2026-01-01', undefined, {
              municipality: 'a',
            }),
          ],
          events: [since(`20${10 + at}-01-01`)],
        },
      },
    ]),
  )
  const where = { home: { municipality: 'a', model: 'lottery' } }
  const order = orderedBy({ by: 'highest', of: 'years-here' }, { by: 'lowest', of: 'children' })

  test('far apart hold what is near one another', () => {
    const { kinds, numbers, asked } = seated([yearsHere, adult, rooted, order], people)
    expect(kinds(where)).toEqual([0, 1, 2, 3])
    expect(numbers('registered-on', where)).toEqual(
      ['2010-01-01', '2011-01-01', '2012-01-01', '2013-01-01'].map(date),
    )
    expect(numbers('years-here', where)).toEqual([16, 16, 0, 0])
    expect(asked.map(([seat]) => seat)).toEqual(far)
  })

  test.each(far)('up to %i', (seat) => {
    const { kinds, numbers } = seated([yearsHere, adult, rooted, order], people)
    expect(kinds(where, [0, seat])).toEqual(seat === 0 ? [0, 0] : [0, 1])
    expect(numbers('registered-on', where, [seat])).toEqual([
      date(`20${10 + far.indexOf(seat)}-01-01`),
    ])
    expect(numbers('years-here', where, [seat])).toEqual([far.indexOf(seat) < 2 ? 16 : 0])
  })

  test('keep what they held when more are made', () => {
    const { kinds, numbers, asked } = seated([yearsHere, adult, rooted, order], people)
    expect(kinds(where, [0, 1023])).toEqual([0, 1])
    expect(kinds(where, [1024, 1023, 0])).toEqual([0, 1, 2])
    expect(kinds(where, [5000, 0, 1023, 1024])).toEqual([0, 1, 2, 3])
    expect(numbers('registered-on', where, [1023, 0])).toEqual(
      ['2011-01-01', '2010-01-01'].map(date),
    )
    expect(numbers('years-here', where, [1023, 1024])).toEqual([16, 0])
    expect(asked.map(([seat]) => seat)).toEqual([0, 1023, 1024, 5000])
  })

  test('that are left are free for another', () => {
    const changing: Record<number, Known> = {
      0: { ...livedIn('a', '2000-01-01'), facts: { born: date('2000-01-01') } },
      1: { ...livedIn('a', '2000-01-01'), facts: { born: date('2000-01-01') } },
    }
    const { kinds, crowd, asked } = seated([yearsHere, adult, rooted], changing)
    const at = { home: { municipality: 'a' } }
    expect(kinds(at)).toEqual([0, 0])
    crowd.leave(1)
    changing[1] = { ...livedIn('a', '2026-01-01'), facts: { born: date('2000-01-01') } }
    expect(kinds(at)).toEqual([0, 1])
    crowd.leave(1)
    changing[1] = { ...livedIn('a', '2000-01-01'), facts: { born: date('2020-01-01') } }
    expect(kinds(at)).toEqual([0, 1])
    crowd.leave(1)
    changing[1] = changing[0] ?? {}
    expect(kinds(at)).toEqual([0, 0])
    expect(asked.map(([seat]) => seat)).toEqual([0, 1, 1, 1, 1])
  })
})

describe('whoever has something attached is looked at anew for each home', () => {
  const blocking: Sanction = {
    kind: 'sanction',
    id: 'refusing',
    on: ['no-show'],
    steps: [{ effect: 'block', lasts: { count: 1, unit: 'month' }, scope: 'landlord' }],
  }
  const one = { home: { landlord: 'one', municipality: 'a' } }
  const two = { home: { landlord: 'two', municipality: 'a' } }
  const missed = happened('2026-06-01', 'no-show', { landlord: 'one' })

  test('such as a block by one landlord', () => {
    const { kinds, ranked } = seated([blocking], { 0: {}, 1: history(missed) })
    expect(kinds(one)).toEqual([0, 1])
    expect(kinds(two)).toEqual([0, 0])
    expect(kinds(one)).toEqual([0, 1])
    expect(ranked(one)).toEqual(['p0'])
    expect(ranked(two)).toHaveLength(2)
    expect(kinds({ ...one, on: '2026-07-10' })).toEqual([0, 0])
  })

  test('from the day on which it happened', () => {
    const { kinds, crowd } = seated([blocking], { 0: {}, 1: {} })
    expect(kinds(one)).toEqual([0, 0])
    crowd.happens(1, happened(day, 'no-show', { landlord: 'one' }))
    expect(kinds({ ...one, on: '2026-06-11' })).toEqual([0, 1])
    expect(kinds({ ...two, on: '2026-06-11' })).toEqual([0, 0])
  })

  test('with the numbers that order them, and whatever else is asked of them', () => {
    const lived = {
      history: {
        spells: [lasted('resident', '2020-01-01', undefined, { municipality: 'a' })],
        events: [since('2019-01-01'), missed],
      },
    }
    const order = orderedBy({ by: 'highest', of: 'years-here' })
    const rules = [blocking, yearsHere, rooted, order]
    const { kinds, numbers } = seated(rules, { 0: lived, 1: livedIn('a', '2026-01-01') })
    const model = 'lottery'
    const at = { home: { ...two.home, model } }
    expect(numbers('years-here', at)).toEqual([6, 0])
    expect(numbers('years-here', { home: { ...at.home, municipality: 'b' } })).toEqual([0, 0])
    expect(numbers('registered-on', at)).toEqual([date('2019-01-01'), Number.NaN])
    expect(kinds(at)).toEqual([0, 1])
  })

  test('until they leave', () => {
    const people: Record<number, Known> = { 0: {}, 1: history(missed) }
    const { kinds, crowd } = seated([blocking], people)
    expect(kinds(one)).toEqual([0, 1])
    crowd.leave(1)
    people[1] = {}
    expect(kinds(one)).toEqual([0, 0])
  })
})

describe('numbers that order people', () => {
  const order = orderedBy(
    { by: 'highest', of: 'children' },
    { by: 'highest', of: 'nominated' },
    { by: 'highest', of: 'years-here' },
    { by: 'earliest', of: 'responded-at' },
  )
  const people = {
    0: { facts: { children: 2, nominated: true } },
    1: { ...livedIn('a', '2020-01-01'), facts: { children: 3 } },
    2: { facts: { profession: 'nurse' } },
  }
  const at = { home: { municipality: 'a', model: 'lottery' } }
  const responded = new Map([['responded-at', Float64Array.of(3, 1, 2)]])

  test('are in the order of the seats asked for', () => {
    const few = required(is('responses-here', { below: 1 }))
    const { tellApart } = seated([yearsHere, responsesHere, few, order], people)
    const { numbers, of } = tellApart(at, [2, 1, 0], responded)
    expect([...of]).toEqual([0, 0, 0])
    const inOrder = (name: string) => [0, 1, 2].map((position) => numbers(name)?.(position))
    expect(inOrder('children')).toEqual([Number.NaN, 3, 2])
    expect(inOrder('nominated')).toEqual([0, 0, 1])
    expect(inOrder('years-here')).toEqual([0, 6, 0])
    expect(inOrder('responded-at')).toEqual([3, 1, 2])
    expect(numbers('age')).toBeUndefined()
  })

  test('follow what happens', () => {
    const { numbers, crowd } = seated([responses, orderedBy({ by: 'lowest', of: 'responses' })], {
      0: {},
      1: {},
    })
    const lottery = { home: { model: 'lottery' } }
    expect(numbers('responses', lottery)).toEqual([0, 0])
    crowd.happens(1, happened(day, 'responded'))
    expect(numbers('responses', lottery)).toEqual([0, 1])
  })

  test('and that only the listing knows, are given', () => {
    const { tellApart } = seated([yearsHere, order], people)
    expect(() => tellApart(at)).toThrow('responded-at is given for this listing')
    expect(() => tellApart(at, [0], new Map([['children', Float64Array.of(1)]]))).toThrow(
      'responded-at is given for this listing',
    )
    expect(() => tellApart({ home: { model: 'ranked' } })).not.toThrow()
  })

  test('and decide no more than an order', () => {
    const early = required(is('responded-at', { at_most: 5 }))
    const { tellApart } = seated([yearsHere, order, early], people)
    expect(() => tellApart(at, [0, 1, 2], responded)).toThrow('only orders people')
  })
})

describe('a ranking of kinds', () => {
  const priority: Rule = {
    kind: 'priority',
    id: 'local',
    ground: 'local-connection',
    who: [is('years-here', { at_least: 2 })],
  }
  const order: Rule = {
    kind: 'ranking',
    id: 'tiers',
    model: 'lottery',
    tiers: [{ priority: ['local'], by: [] }],
    finally: [
      { by: 'earliest', of: 'registered-on' },
      { by: 'lot', weights: 'equal' },
    ],
  }
  const lives = (from: string, registered: string, born = '2000-01-01'): Known => ({
    facts: { born: date(born) },
    history: {
      spells: [lasted('resident', from, undefined, { municipality: 'a' })],
      events: [since(registered)],
    },
  })
  const people = {
    0: lives('2026-01-01', '2012-01-01'),
    1: lives('2020-01-01', '2015-01-01'),
    2: lives('2019-01-01', '2014-01-01'),
    3: lives('2019-01-01', '2010-01-01', '2020-01-01'),
  }
  const at = { home: { municipality: 'a', model: 'lottery' } }

  test('stands in the order of its people', () => {
    const { ranked, prepared, caseFor } = seated([yearsHere, adult, priority, order], people)
    expect(ranked(at)).toEqual(['p2', 'p1', 'p0'])
    const whole = rankListing(prepared, caseFor(at))
    expect(whole && placedIds(whole)).toEqual(['p2', 'p1', 'p0'])
  })

  test('and by some of the rules by which they were told apart', () => {
    const { tellApart, boundTo, caseFor } = seated([yearsHere, adult, priority, order], people)
    const some = prepare(rulesOn(inForce, [yearsHere, adult, order]))
    const freed = new KindOrder(boundTo(at, some), caseFor(at), tellApart(at))
    expect(idsIn(freed)).toEqual(['p0', 'p2', 'p1'])
  })

  test('each with their own values', () => {
    const { crowd, boundTo, tellApart } = seated([yearsHere, adult, priority, order], people)
    expect([...tellApart(at, [1, 2]).of]).toEqual([0, 0])
    expect([1, 2].map((seat) => crowd.valuesOf(boundTo(at), seat, date(day)))).toMatchObject([
      { age: 26, 'years-here': 6, 'registered-on': date('2015-01-01') },
      { age: 26, 'years-here': 7, 'registered-on': date('2014-01-01') },
    ])
    const before = crowd.valuesOf(boundTo(at), 1, date(day))
    crowd.valuesOf(boundTo({ home: { ...at.home, municipality: 'b' } }), 1, date(day))
    expect(before['years-here']).toBe(6)
  })
})

describe('whoever comes, goes, or has something happen to them', () => {
  const months = (count: number) => ({ count, unit: 'month' }) as const
  const registration: Rule = {
    kind: 'life',
    id: 'registration',
    begins: { on: ['registered'] },
    lasts: months(12),
    phases: [{ id: 'first', lasts: months(14) }],
    renew: { on: ['renewed'], lasts: months(12) },
  }
  const urgency: Rule = {
    kind: 'life',
    id: 'urgency',
    begins: { on: ['urgency-granted'] },
    lasts: months(6),
    ends: [{ on: ['offer-refused'], code: 'refused-suitable-offer' }],
  }
  const refusing: Sanction = {
    kind: 'sanction',
    id: 'refusing',
    on: ['no-show'],
    steps: [{ effect: 'block', lasts: months(2), scope: 'landlord' }],
  }
  const priority: Rule = {
    kind: 'priority',
    id: 'first',
    ground: 'landlord',
    who: [{ any: [[is('urgency', { is: ['active'] })], [is('years-here', { at_least: 3 })]] }],
  }
  const order: Rule = {
    kind: 'ranking',
    id: 'tiers',
    model: 'ranked',
    tiers: [{ priority: ['first'], by: [{ by: 'highest', of: 'years-here' }] }],
    finally: [
      { by: 'earliest', of: 'since' },
      { by: 'lot', weights: 'equal' },
    ],
  }
  /** Since when somebody is registered; in one municipality who is urgent or came of late has a year more. */
  const since: Rule = {
    kind: 'account',
    id: 'since',
    unit: 'date',
    starts: [{ who: [], from: 'registered-on' }],
    entries: [
      {
        add: months(12),
        who: [
          {
            any: [
              [is('urgency', { is: ['active'] })],
              [is('registration-phase', { is: ['first'] })],
            ],
          },
        ],
        here: [is('municipality', { is: ['a'] })],
      },
    ],
  }
  const few = required(is('responses-here', { below: 1 }))
  const present = required(is('registration', { is: ['active'] }))
  const rules = [
    ...[urgency, refusing, yearsHere, responsesHere, since],
    ...[adult, few, present, priority, order],
  ]
  const restored: Rule = { ...registration, restore: { on: ['renewed'], within: months(13) } }
  const renewing: Sanction = { ...refusing, id: 'renewing', on: ['renewed'] }
  /** By what happens to a whole cohort, and how many years lie between. */
  const books: readonly (readonly [string, readonly Rule[], number])[] = [
    ['renew every year', [registration], 1],
    ['come back every other year after it was over', [restored], 2],
    ['are kept out for a while when they renew', [registration, renewing], 1],
  ]
  const begin = date('2024-01-01')

  type Life = {
    readonly registered: CalendarDate
    /** Followed on their own before anything happens to them. */
    readonly isAlone: boolean
    readonly facts: Facts
    readonly spells: Candidate['history']['spells']
    readonly own: Event[]
  }
  const anyLife = fc
    .record({
      months: fc.nat({ max: 4 }),
      isAlone: fc.boolean(),
      born: fc.integer({ min: 17 * 365, max: 19 * 365 }),
      lives: fc.constantFrom('a', 'b'),
      since: fc.integer({ min: 0, max: 1500 }),
    })
    .map(
      ({ months, isAlone, born, lives, since }): Life => ({
        registered: addDays(begin, -90 * months - 20),
        isAlone,
        facts: { born: addDays(begin, -born) },
        spells: [
          {
            ...{ spell: 'resident', from: addDays(begin, -since) },
            attributes: places[lives] ?? {},
          },
        ],
        own: [],
      }),
    )
  const anySteps = fc.array(
    fc.record({
      // Often the day of a renewal, or next to it.
      after: fc.oneof(
        fc.integer({ min: 0, max: 900 }),
        fc
          .tuple(fc.constantFrom(0, 365), fc.nat({ max: 3 }), fc.integer({ min: -1, max: 1 }))
          .map(([days, months, next]) => days + 331 - 90 * months + next),
      ),
      who: fc.nat({ max: 3 }),
      does: fc.oneof(
        { weight: 4, arbitrary: fc.constant('nothing' as const) },
        { weight: 1, arbitrary: fc.constantFrom('leaves' as const, 'arrives' as const) },
        {
          weight: 4,
          arbitrary: fc.constantFrom<EventName>(
            ...(['responded', 'urgency-granted', 'offer-refused', 'no-show', 'contacted'] as const),
          ),
        },
      ),
      home: fc.record({
        municipality: fc.constantFrom('a', 'b'),
        landlord: fc.constantFrom('one', 'two'),
      }),
    }),
    { maxLength: 14 },
  )

  const historyEvery = (years: number) => {
    const apart = 365 * years
    const next = (registered: CalendarDate, after: CalendarDate): Event => {
      const times = Math.max(1, Math.floor((after - registered + 14) / apart) + 1)
      return { event: 'renewed', on: addDays(registered, apart * times - 14), attributes: {} }
    }
    const until = (registered: CalendarDate, day: CalendarDate): Event[] => {
      const events: Event[] = [{ event: 'registered', on: registered, attributes: {} }]
      for (let each = next(registered, registered); each.on <= day; ) {
        events.push(each)
        each = next(registered, each.on)
      }
      return events
    }
    return { next, until }
  }

  test.each(
    books.flatMap(([name, book, years]) =>
      [1, 700].map((apart) => [name, apart, book, years] as const),
    ),
  )('of those who %s, on seats %i apart, stand where their whole histories put them', (...row) => {
    const [, apart, book, years] = row
    const cohort = historyEvery(years)
    let [told, changed] = [0, 0]
    fc.assert(
      fc.property(
        fc.array(anyLife, { minLength: 4, maxLength: 4 }),
        fc.array(anyLife, { minLength: 3, maxLength: 3 }),
        anySteps,
        (first, others, steps) => {
          const prepared = prepare(rulesOn('2024-01-01', [...book, ...rules]))
          const seats = first.map((_, at) => at * apart)
          const lives = new Map(
            first.map((life, at) => [at * apart, { ...life, own: [] as Event[] }]),
          )
          const lifeOf = (seat: number) => {
            const life = lives.get(seat)
            if (!life) throw new Error('nobody sits there')
            return life
          }
          const candidateOn = (seat: number, on: CalendarDate): Candidate => {
            const { registered, facts, spells, own } = lifeOf(seat)
            const events = [...cohort.until(registered, on), ...own].toSorted((a, b) => a.on - b.on)
            return { id: `p${seat / apart}`, facts, members: [], history: { spells, events } }
          }
          const crowd = new Crowd(prepared, candidateOn, {
            sharing: {
              // @NOTE a cohort is called by the day of its registration.
              until: (registered, on) => cohort.until(registered as CalendarDate, on),
              next: (registered, after) => cohort.next(registered as CalendarDate, after),
              cohortOf: (seat) => lifeOf(seat).registered,
              factsOf: (seat) => lifeOf(seat).facts,
              spellsOf: (seat) => lifeOf(seat).spells,
              ownEventsOf: (seat) => lifeOf(seat).own,
            },
          })
          const newcomers = [...others]
          let before = ''
          for (const { after, who, does, home } of steps.toSorted((a, b) => a.after - b.after)) {
            const on = addDays(begin, after)
            const seat = who * apart
            const newcomer = does === 'leaves' || does === 'arrives' ? newcomers.pop() : undefined
            if (newcomer) {
              crowd.leave(seat)
              lives.set(seat, { ...newcomer, own: [] })
              if (does === 'arrives') crowd.arrive(seat, on)
            } else if (does !== 'nothing' && does !== 'leaves' && does !== 'arrives') {
              // Of who is followed alone their life is known before it happens.
              if (lifeOf(seat).isAlone) crowd.lifeOf(seat, on)
              const event: Event = { event: does, on, attributes: { landlord: home.landlord } }
              lifeOf(seat).own.push(event)
              crowd.happens(seat, event)
            }
            const candidates = seats.map((each) => candidateOn(each, on))
            const asked: Case = {
              ...caseOn('2024-01-01', candidates, { home, seed: new Uint8Array(32).fill(3) }),
              ...{ on, moments: {} },
            }
            const whole = rankListing(prepared, asked)
            if (!whole) throw new Error('the rules have a ranking')
            const kinds = new KindOrder(whole.bound, asked, crowd.tellApart(whole.bound, seats, on))
            const said = { excluded: kinds.excluded, placed: idsIn(kinds) }
            expect(said).toEqual({ excluded: whole.excluded, placed: placedIds(whole) })
            for (const [at, each] of seats.entries()) {
              const own = crowd.valuesOf(whole.bound, each, on)
              const values = whole.values[at] ?? {}
              for (const name of whole.bound.names) {
                expect([name, own[name]]).toEqual([name, values[name]])
              }
            }
            told += 1
            if (JSON.stringify(said) !== before) changed += 1
            before = JSON.stringify(said)
          }
        },
      ),
      cases(80),
    )
    expect([told > 300, changed > 150]).toEqual([true, true])
  })
})

/** The same for all who live there, as whoever keeps many people has them. */
const places: Readonly<Record<string, Facts>> = {
  a: { municipality: 'a' },
  b: { municipality: 'b' },
}
