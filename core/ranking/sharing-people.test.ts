/**
 * People who share a life stand where their own whole histories put them: on random lives, measures, accounts and
 * conditions, whatever happens to some of them, on any day.
 */
import { describe, expect, test } from 'vitest'
import { byRegistration, caseOn, rulesOn } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import {
  addDays,
  addDuration,
  type CalendarDate,
  type Duration,
  date,
  earliestOf,
} from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { Condition, Test } from '../policy/condition.ts'
import type { Account } from '../policy/kinds/account.ts'
import type { Life } from '../policy/kinds/life.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Rule } from '../policy/rule-book.ts'
import { always } from '../policy/steady.ts'
import { follow, still, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import type { Event, EventName, Spell } from '../seekers/history.ts'
import { likenessUnder } from './alike.ts'
import { bind } from './bind.ts'
import type { Case } from './case.ts'
import { unmetAt } from './check-eligibility.ts'
import { Crowd } from './crowd.ts'
import { AskedAt, dependsOnHome } from './follow-candidates.ts'
import { gather } from './gather.ts'
import { prepare } from './prepare.ts'
import { KindOrder } from './rank-kinds.ts'
import { placedIds, rankListing, whyNot } from './rank-listing.ts'
import { type Sharing, SharingPeople } from './sharing-people.ts'

const inForce = '2024-01-01'
const begin = date('2024-01-01')

const optional = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined, freq: 1 })
const seldom = <Value>(some: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant<Value | undefined>(undefined) },
    { weight: 1, arbitrary: some },
  )
const anyTerm: fc.Arbitrary<Duration> = fc.record({
  count: fc.integer({ min: 5, max: 26 }),
  unit: fc.constant('month'),
})
const is = (name: string, tested: Test): Condition => [{ name, test: tested }]
const written = <Written extends object>(all: Written): Written =>
  // @NOTE the same without the keys that have no value.
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Written

const adult = is('age', { at_least: 18 })

const anyRegistration = fc
  .record({
    when: seldom(fc.constantFrom(adult, is('age', { at_least: 21 }))),
    lasts: optional(anyTerm),
    renewed: optional(
      fc.record({
        lasts: anyTerm,
        times: optional(fc.nat({ max: 3 })),
        not_before: optional(anyTerm),
      }),
    ),
    restored: optional(anyTerm),
    rests: seldom(fc.constant(adult)),
    phase: optional(anyTerm),
    counted: fc.boolean(),
  })
  .map(({ when, lasts, renewed, restored, rests, phase, counted }) =>
    written<Life>({
      ...{ kind: 'life', id: 'registration', lasts, while: rests },
      begins: written({ on: ['registered'], when }),
      renew: renewed && written({ on: ['renewed'], ...renewed }),
      restore: restored && { on: ['renewed'], within: restored },
      phases: phase && [{ id: 'first', lasts: phase }],
      ends: counted ? [{ on: ['offer-refused'], times: 2, code: 'refused-suitable-offer' }] : [],
    } as Life),
  )

const urgency: Life = {
  kind: 'life',
  id: 'urgency',
  inside: 'registration',
  begins: { on: ['urgency-granted'] },
  lasts: { count: 6, unit: 'month' },
  ends: [{ on: ['offer-refused'], where: is('suitable', { is: [true] }), code: 'ground-gone' }],
}

const blocking: Sanction = {
  kind: 'sanction',
  id: 'blocking',
  on: ['no-show'],
  steps: [{ effect: 'block', lasts: { count: 3, unit: 'month' } }],
}

const anyYears: fc.Arbitrary<Rule> = fc
  .record({
    where: fc.constantFrom<Condition | undefined>(
      undefined,
      is('municipality', { is: [{ ref: 'municipality' }] }),
      is('municipality', { is: ['a'] }),
      is('area', { is: ['region'] }),
    ),
    take: fc.constantFrom<Measure['take']>('total', 'longest', 'current', 'number'),
    unit: fc.constantFrom<NonNullable<Measure['unit']>>('days', 'months', 'years'),
    within: fc.constantFrom<Measure['within']>(
      undefined,
      { count: 10, unit: 'year' },
      { count: 30, unit: 'month' },
      { count: 100, unit: 'day' },
      { period: 'calendar-year' },
      { life: 'registration' },
    ),
  })
  .map((drawn) => written({ kind: 'measure', id: 'years', of: 'resident', ...drawn } as Measure))

const anyLimit = fc.constantFrom(1, 2, 3, 6, 7, 25, 36, 400)
const anyTest: fc.Arbitrary<Test> = fc.oneof(
  anyLimit.map((at_least) => ({ at_least })),
  anyLimit.map((at_most) => ({ at_most })),
  anyLimit.map((above) => ({ above })),
  anyLimit.map((below) => ({ below: below + 0.5 })),
  anyLimit.map((one) => ({ is: [one, one + 1] })),
  anyLimit.map((one) => ({ not: [one] })),
  fc.constant({ at_least: { ref: 'limit' } }),
)
const anyLeaf: fc.Arbitrary<Condition> = fc.oneof(
  anyTest.map((tested) => is('years', tested)),
  anyTest.map((tested) => is('age', tested)),
  fc.constantFrom(is('registration', { is: ['active'] }), is('registration', { not: ['none'] })),
  fc.constantFrom(
    is('registration', { is: ['active'] }),
    is('urgency', { is: ['active'] }),
    is('blocked', { not: [true] }),
    is('settled', { is: [true] }),
    is('counted', { below: 2 }),
    is('registration-ends', { at_least: addDays(begin, 500) }),
    is('since', { at_most: addDays(begin, -300) }),
    is('rent', { at_most: { ref: 'age' } }),
  ),
)
const anyCondition: fc.Arbitrary<Condition> = fc
  .array(anyLeaf, { minLength: 1, maxLength: 3 })
  .map((leaves) => [{ any: leaves }])

const anyAccount: fc.Arbitrary<Account> = fc
  .record({ who: anyLeaf, lapses: optional(fc.integer({ min: 100, max: 900 })) })
  .map(({ who, lapses }) => ({
    kind: 'account',
    id: 'since',
    unit: 'date',
    starts: [{ who: [], from: 'registered-on' }],
    entries: [
      {
        add: { count: 1, unit: 'year' },
        who: who.some((part) => 'name' in part && part.name === 'since') ? adult : who,
        here: is('rent', { below: 40 }),
        ...(lapses !== undefined && { lapses: addDays(begin, lapses) }),
      },
    ],
  }))

const anyKey = fc.constantFrom<Key>(
  { by: 'earliest', of: 'registered-on' },
  { by: 'earliest', of: 'since' },
  { by: 'highest', of: 'years' },
  { by: 'lowest', of: 'age' },
)

const anyRules = fc
  .record({
    registration: anyRegistration,
    years: anyYears,
    account: anyAccount,
    must: anyCondition,
    who: anyCondition,
    keys: fc.array(anyKey, { maxLength: 2 }),
    hears: fc.boolean(),
    counted: fc.constantFrom<EventName>('offer-refused', 'renewed'),
    old: anyLimit,
  })
  .map(({ registration, years, account, must, who, keys, hears, counted, old }): Rule[] => [
    ...[registration, urgency, years, account, ...(hears ? [blocking] : [])],
    { kind: 'measure', id: 'counted', of: counted, take: 'number' },
    { kind: 'definition', id: 'settled', when: is('years', { at_least: old }) },
    {
      kind: 'parameter',
      id: 'limit',
      values: [
        {
          from: date('2020-01-01'),
          rows: [
            { when: adult, value: 3 },
            { when: [], value: 6 },
          ],
        },
      ],
    },
    { kind: 'requirement', id: 'asked', to: 'respond', must, code: 'fact-unknown' },
    { kind: 'priority', id: 'first', ground: 'landlord', who },
    {
      kind: 'ranking',
      id: 'order',
      model: 'ranked',
      tiers: [{ priority: ['first'], by: [] }],
      finally: [...keys, { by: 'lot', weights: 'equal' }],
    },
  ])

/** About so many years before it begins: on the same day of the year, or next to it. */
const anyDayBefore = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: -1, max: 1 }))
    .map(([years, days]) => addDays(addDuration(begin, { count: -years, unit: 'year' }), days))

const anyPerson = fc.record({
  registered: fc.integer({ min: 0, max: 5 }).map((months) => addDays(begin, -100 * months - 30)),
  born: anyDayBefore(15, 22),
  lives: fc.constantFrom('a', 'b'),
  from: anyDayBefore(0, 9),
  left: seldom(fc.integer({ min: 400, max: 800 })),
  givenYears: seldom(fc.constant(3)),
  events: fc.array(
    fc.record({
      event: fc.constantFrom<EventName>('offer-refused', 'urgency-granted', 'no-show', 'contacted'),
      after: fc.integer({ min: 0, max: 900 }),
      attributes: fc.constantFrom<Facts>({}, { suitable: true }),
    }),
    { maxLength: 2 },
  ),
})
type Person = typeof anyPerson extends fc.Arbitrary<infer One> ? One : never

const anyHomes = fc.array(
  fc.record({
    after: fc.oneof(
      fc.integer({ min: 0, max: 1000 }),
      fc.constantFrom(0, 1, 21, 121, 221, 321, 364, 365, 366, 367, 586, 686, 730, 731, 732),
    ),
    municipality: fc.constantFrom('a', 'b'),
    rent: fc.constantFrom(20, 30, 50),
  }),
  { minLength: 5, maxLength: 10 },
)

/** Whoever registered on a day renews every year from then on, a fortnight before it is full. */
const renewalsOf = (registered: CalendarDate, after: CalendarDate): Event => {
  const years = Math.max(1, Math.floor((after - registered + 14) / 365) + 1)
  return { event: 'renewed', on: addDays(registered, 365 * years - 14), attributes: {} }
}

function historyOf(registered: CalendarDate, until: CalendarDate): Event[] {
  const events: Event[] = [{ event: 'registered', on: registered, attributes: {} }]
  for (let next = renewalsOf(registered, registered); next.on <= until; ) {
    events.push(next)
    next = renewalsOf(registered, next.on)
  }
  return events
}

function factsOf({ born, givenYears }: Person): Facts {
  return { born, ...(givenYears !== undefined && { years: givenYears }) }
}

function spellsOf({ lives, from, left }: Person): Spell[] {
  const resident = { spell: 'resident', from, attributes: places[lives] ?? {} } as const
  return [left === undefined ? resident : { ...resident, to: addDays(from, left) }]
}

// The same for all who live there, as whoever keeps many people has them.
const places: Readonly<Record<string, Facts>> = {
  a: { municipality: 'a' },
  b: { municipality: 'b' },
}

type Seated = {
  readonly facts?: Facts
  readonly spells?: readonly Spell[]
  readonly own?: readonly Event[]
  /** Their cohort, called by the day of its registration; nobody's where they are followed on their own. */
  readonly registered?: string
}

/** People on seats, those of a cohort renewing every year. */
function seated(rules: readonly Rule[], people: Readonly<Record<number, Seated>>) {
  const prepared = prepare(rulesOn(inForce, rules))
  const sharing: Sharing = {
    // @NOTE a cohort is called by the day of its registration.
    until: (cohort, on) => historyOf(cohort as CalendarDate, on),
    next: (cohort, after) => renewalsOf(cohort as CalendarDate, after),
    cohortOf: (seat) => {
      const registered = people[seat]?.registered
      return registered === undefined ? undefined : date(registered)
    },
    factsOf: (seat) => people[seat]?.facts ?? {},
    spellsOf: (seat) => people[seat]?.spells ?? [],
    ownEventsOf: (seat) => people[seat]?.own ?? [],
  }
  const shared = new SharingPeople(prepared, likenessUnder(prepared), sharing)
  const boundOn = (on: string, home: Facts) => {
    const bound = bind(prepared, caseOn(on, [], { home }))
    if (!bound) throw new Error('the rules have a ranking')
    return bound
  }
  const lifeAt = (seat: number, on: string) => {
    const life = shared.lifeOf(seat, date(on))
    if (!life || !shared.canShare(seat, life)) throw new Error(`seat ${seat} shares a life`)
    return life
  }
  return { shared, boundOn, lifeAt }
}

describe('of who shares a life', () => {
  const active = is('registration', { is: ['active'] })
  const yearly: Life = {
    ...{ kind: 'life', id: 'registration', begins: { on: ['registered'] } },
    lasts: { count: 12, unit: 'month' },
    renew: { on: ['renewed'], lasts: { count: 12, unit: 'month' } },
  }
  const years: Measure = {
    ...{ kind: 'measure', id: 'years', of: 'resident', take: 'total', unit: 'years' },
    where: is('municipality', { is: [{ ref: 'municipality' }] }),
  }
  const asked: Rule = {
    ...{ kind: 'requirement', id: 'asked', to: 'respond', code: 'fact-unknown' },
    must: [...active, ...is('age', { at_least: 27 }), ...is('years', { at_least: 6 })],
  }
  const blocks: Rule = { ...blocking, on: ['no-show'] }
  const rules = [yearly, urgency, years, asked, blocks, byRegistration]
  const resident = (from: string, to?: string, municipality = 'a'): Spell => ({
    ...{ spell: 'resident', from: date(from), attributes: places[municipality] ?? {} },
    ...(to !== undefined && { to: date(to) }),
  })
  const born = (on: string) => ({ born: date(on) })
  const told = (event: EventName, on: string): Event => ({ event, on: date(on), attributes: {} })
  const registered = '2024-02-01'

  test('what a gate asks that is about no home is read in it, also when it ends', () => {
    const lasting: Rule = {
      ...{ kind: 'requirement', id: 'lasting', to: 'urgency', code: 'not-registered' },
      must: is('registration-ends', { at_least: date('2025-12-01') }),
    }
    const { shared, lifeAt } = seated([...rules, lasting], { 0: { registered } })
    const ends = ['2024-03-01', '2024-12-31', '2025-02-01'].map((on) => {
      const life = lifeAt(0, on)
      return valueAt(shared.timelineOf(0, life), 'registration-ends', date(on))
    })
    const wholes = ['2024-03-01', '2024-12-31', '2025-02-01'].map((on) => {
      const history = { spells: [], events: historyOf(date(registered), date(on)) }
      const whole = follow(
        { facts: {}, members: [], history },
        { rules: rulesOn(inForce, [...rules, lasting]) },
        date(on),
      )
      return valueAt(whole, 'registration-ends', date(on))
    })
    expect(ends).toEqual(wholes)
  })

  test('the life is that of their cohort, and who has none is followed alone', () => {
    const { shared } = seated(rules, {
      0: { registered },
      1: { registered },
      2: {},
      3: { registered: '2024-03-01' },
    })
    const lives = [0, 1, 2, 3].map((seat) => shared.lifeOf(seat, date('2024-06-01')))
    expect(lives[1]).toBe(lives[0])
    expect(lives[2]).toBeUndefined()
    expect(lives.map((life) => life?.values['registered-on'])).toEqual([
      ...[date(registered), date(registered), undefined, date('2024-03-01')],
    ])
    expect(shared.nextOf(0, date('2024-06-01'))).toEqual(told('renewed', '2025-01-17'))
    expect(shared.nextOf(2, date('2024-06-01'))).toBeUndefined()
  })

  test.each<[string, Seated, boolean]>([
    [
      'who lives somewhere and has an age',
      { facts: born('2000-06-10'), spells: [resident('2020-01-01')] },
      true,
    ],
    [
      'to whom something happened that is nothing to any rule',
      { own: [told('contacted', '2024-03-01')] },
      true,
    ],
    [
      'to whom happened what would end a life they do not have',
      { own: [told('offer-refused', '2024-03-01')] },
      true,
    ],
    ['no one who got a life of their own', { own: [told('urgency-granted', '2024-03-01')] }, false],
    [
      'no one who is kept out',
      { own: [told('contacted', '2024-03-01'), told('no-show', '2024-03-02')] },
      false,
    ],
    ['no one of whom is given what a rule counts', { facts: { years: 3 } }, false],
    [
      'no one of whom is given what a home says',
      { facts: { ...born('2000-06-10'), rent: 400 } },
      false,
    ],
  ])('it is shared by %s', (_, known, expected) => {
    const { shared } = seated(rules, { 0: { registered, ...known } })
    const life = shared.lifeOf(0, date('2024-06-01'))
    expect(life && shared.canShare(0, life)).toBe(expected)
  })

  test.each<[string, string, number, string | undefined]>([
    ['until the day before the birthday that is asked about', '2000-06-10', 24, '2027-06-09'],
    ['until the end of time after it', '1990-06-10', 34, undefined],
  ])('an age says the same %s', (_, on, age, until) => {
    const { shared, lifeAt } = seated(rules, { 0: { registered, facts: born(on) } })
    const own = shared.ownAt(0, lifeAt(0, '2024-09-01'), date('2024-09-01'))
    expect(own.value).toMatchObject({ age, registration: 'active', blocked: false })
    expect(own.until).toBe(until === undefined ? always : date(until))
  })

  test('what is given of somebody says the same for ever', () => {
    const { shared, lifeAt } = seated(rules, { 0: { registered, facts: { age: 30 } } })
    const own = shared.ownAt(0, lifeAt(0, '2024-09-01'), date('2024-09-01'))
    expect([own.value.age, own.until]).toEqual([30, always])
  })

  test.each<[string, readonly Spell[], string, number, string | undefined]>([
    ['where they live since long enough', [resident('2010-03-01')], 'a', 14, undefined],
    ['where they do not live yet long enough', [resident('2020-03-01')], 'a', 4, '2026-02-28'],
    ['where they do not live', [resident('2020-03-01')], 'b', 0, undefined],
    ['where they came that very day', [resident('2024-09-01')], 'a', 0, '2030-08-31'],
    ['of nowhere', [], 'a', 0, undefined],
    ['where they lived before', [resident('2010-03-01', '2014-02-28')], 'a', 4, undefined],
    [
      'where they came back',
      [resident('2010-03-01', '2014-02-28'), resident('2021-03-01')],
      'a',
      7,
      undefined,
    ],
  ])('the years at a home are told: %s', (_, spells, municipality, expected, until) => {
    const { shared, lifeAt, boundOn } = seated(rules, { 0: { registered, spells } })
    lifeAt(0, '2024-09-01')
    const bound = boundOn('2024-09-01', { municipality })
    const told = shared.hereAt(shared.askedOfMany('years'), bound, 0, date('2024-09-01'))
    expect(told.value).toBe(expected)
    if (until !== undefined) expect(told.until).toBe(date(until))
    else expect(told.until).toBeGreaterThanOrEqual(date('2024-09-01'))
  })

  test('where they will live later, there are no years yet, and then there are', () => {
    const { shared, lifeAt, boundOn } = seated(rules, {
      0: { registered, spells: [resident('2024-10-01')] },
    })
    lifeAt(0, '2024-09-01')
    const bound = boundOn('2024-09-01', { municipality: 'a' })
    const slot = shared.askedOfMany('years')
    expect(shared.hereAt(slot, bound, 0, date('2024-09-01')).value).toBe(0)
    expect(shared.hereAt(slot, bound, 0, date('2030-10-01')).value).toBe(6)
  })

  test('whom a life of their own keeps apart, grow as others do where they live alone', () => {
    const { shared, boundOn } = seated(rules, {
      0: { spells: [resident('2020-03-01')] },
      1: { spells: [resident('2020-03-01'), resident('2021-03-01')] },
      2: { spells: [resident('2020-03-01')], facts: { years: 3 } },
      3: { spells: [resident('2020-03-01', '2024-01-01')] },
    })
    const bound = boundOn('2024-09-01', { municipality: 'a' })
    const reading = () => still({}, bound.surroundings)
    const grown = [0, 1, 2, 3].map((seat) => {
      shared.noteSpell(seat)
      return shared.grownAt(shared.askedOfMany('years'), seat, date('2024-09-01'), reading)
    })
    expect(grown[0]).toEqual({ value: 4, until: date('2026-02-28') })
    expect(grown.slice(1)).toEqual([undefined, undefined, undefined])
    expect(
      shared.grownAt(shared.askedOfMany('age'), 0, date('2024-09-01'), reading),
    ).toBeUndefined()
    // Before it began there is nothing to tell.
    expect(
      shared.grownAt(shared.askedOfMany('years'), 0, date('2020-02-29'), reading),
    ).toBeUndefined()
  })

  test('what a spell says of itself is told apart, and of whom it is the same, is the same', () => {
    const work: Spell = { spell: 'working', from: date('2020-03-01'), attributes: places.a ?? {} }
    const { shared, lifeAt, boundOn } = seated(rules, {
      0: { registered, spells: [resident('2020-03-01')] },
      1: { registered, spells: [work] },
      2: { registered, spells: [resident('2018-03-01')] },
      3: { registered, spells: [resident('2018-03-01', undefined, 'b')] },
      1500: { registered, spells: [resident('2019-03-01')] },
    })
    const bound = boundOn('2024-09-01', { municipality: 'a' })
    const slot = shared.askedOfMany('years')
    const all = [0, 1, 2, 3, 1500]
    for (const seat of all) lifeAt(seat, '2024-09-01')
    const years = all.map((seat) => shared.hereAt(slot, bound, seat, date('2024-09-01')).value)
    expect(years).toEqual([4, 0, 6, 0, 5])
  })

  const household: Measure = { kind: 'measure', id: 'household', of: 'member', take: 'number' }
  const since: Account = {
    ...{ kind: 'account', id: 'since', unit: 'date' },
    starts: [{ who: [], from: 'registered-on' }],
    entries: [
      { add: { count: 1, unit: 'year' }, who: active, here: is('municipality', { is: ['a'] }) },
    ],
  }
  const more: Rule = {
    ...{ kind: 'requirement', id: 'more', to: 'respond', code: 'fact-unknown' },
    must: [...is('household', { below: 3 }), ...is('since', { at_most: date('2024-06-01') })],
  }

  test('what is given of somebody beside a home is what they have there, for ever', () => {
    const given = date('2001-01-01')
    const { shared, lifeAt, boundOn } = seated([...rules, since, more], {
      0: { registered, facts: { since: given } },
      1: { registered },
    })
    const bound = boundOn('2024-09-01', { municipality: 'a' })
    const told = [0, 1].map((seat) => {
      lifeAt(seat, '2024-09-01')
      return shared.hereAt(shared.askedOfMany('since'), bound, seat, date('2024-09-01'))
    })
    expect(told[0]).toEqual({ value: given, until: always })
    expect(told[1]?.value).toBe(date('2023-02-01'))
  })

  test.each(['a', 'b'])(
    'all values at a home in %s are those of their whole history',
    (municipality) => {
      const facts = born('2000-06-10')
      const spells = [resident('2020-03-01')]
      const all = [...rules, household, since, more]
      const { shared, lifeAt, boundOn } = seated(all, { 0: { registered, facts, spells } })
      const bound = boundOn('2024-09-01', { municipality })
      const on = date('2024-09-01')
      const record = shared.recordAt(new AskedAt(bound), 0, lifeAt(0, '2024-09-01'), on)
      const history = { spells, events: historyOf(date(registered), on) }
      const [whole = {}] = gather(bound, [{ id: 'p', facts, members: [], history }], {
        ...{ on, moments: {}, judgements: {} },
      })
      expect(Object.fromEntries(bound.names.map((name) => [name, record[name]]))).toEqual(whole)
      expect(whole).toMatchObject({ age: 24, years: municipality === 'a' ? 4 : 0, household: 0 })
    },
  )
})

test('what is told of who shares a life is so, and the rules say the same of it as long as is told', () => {
  let [own, here] = [0, 0]
  fc.assert(
    fc.property(anyRules, anyPerson, anyHomes, (rules, person, homes) => {
      const prepared = prepare(rulesOn(inForce, rules))
      const likeness = likenessUnder(prepared)
      const shared = new SharingPeople(prepared, likeness, {
        // @NOTE a cohort is called by the day of its registration.
        until: (cohort, on) => historyOf(cohort as CalendarDate, on),
        next: (cohort, after) => renewalsOf(cohort as CalendarDate, after),
        cohortOf: () => person.registered,
        factsOf: () => factsOf(person),
        spellsOf: () => spellsOf(person),
        ownEventsOf: () => [],
      })
      for (const { after, ...home } of homes.toSorted((a, b) => a.after - b.after)) {
        const on = addDays(begin, after)
        const life = shared.lifeOf(0, on)
        if (!life || !shared.canShare(0, life)) return
        const bound = bind(prepared, { ...caseOn(inForce, [], { home }), on })
        if (!bound) throw new Error('the rules have a ranking')
        const { surroundings } = bound
        const wholeOn = (day: CalendarDate) => {
          const events = historyOf(person.registered, day)
          const history = { spells: spellsOf(person), events }
          return follow({ facts: factsOf(person), members: [], history }, surroundings, day)
        }
        const holds = (name: string, value: Value | undefined, until: CalendarDate) => {
          expect([name, value]).toEqual([name, valueAt(wholeOn(on), name, on)])
          const last = earliestOf(until, life.quietUntil, addDays(on, 900))
          for (const day of [last, addDays(on, Math.floor((last - on) / 2))]) {
            const then = valueAt(wholeOn(day), name, day)
            expect([name, likeness.said(name, then)]).toEqual([name, likeness.said(name, value)])
          }
        }
        const ofOwn = shared.ownAt(0, life, on)
        const record = shared.recordAt(new AskedAt(bound), 0, life, on)
        for (const name of bound.names) {
          expect([name, record[name]]).toEqual([name, valueAt(wholeOn(on), name, on)])
          if (dependsOnHome(prepared, name)) {
            const { value, until } = shared.hereAt(shared.askedOfMany(name), bound, 0, on)
            holds(name, value, until)
            here += 1
          } else {
            holds(name, ofOwn.value[name], ofOwn.until)
            const read = valueAt(shared.timelineOf(0, life), name, on)
            expect([name, read]).toEqual([name, record[name]])
            own += 1
          }
        }
      }
    }),
    cases(100),
  )
  expect(own).toBeGreaterThan(300)
  expect(here).toBeGreaterThan(100)
})

type HomeOnDay = typeof anyHomes extends fc.Arbitrary<(infer One)[]> ? One : never

/** Holds every list of these homes against the lists of whole histories; gives these, and how many were followed alone. */
function holdAgainstWholeHistories(
  rules: Rule[],
  people: readonly Person[],
  homes: readonly HomeOnDay[],
): { readonly lists: string[][]; readonly alone: number } {
  const lists: string[][] = []
  const prepared = prepare(rulesOn(inForce, rules))
  const happened = people.map((): Event[] => [])
  const personOn = (seat: number): Person => {
    const found = people[seat]
    if (!found) throw new Error('nobody sits there')
    return found
  }
  const candidateOn = (seat: number, day: CalendarDate): Candidate => {
    const person = personOn(seat)
    const events = [...historyOf(person.registered, day), ...(happened[seat] ?? [])]
    return {
      id: `p${seat}`,
      facts: factsOf(person),
      members: [],
      history: { spells: spellsOf(person), events: events.toSorted((a, b) => a.on - b.on) },
    }
  }
  const followedAlone = new Set<number>()
  const crowd = new Crowd(
    prepared,
    (seat, day) => {
      const { id, facts, members, history } = candidateOn(seat, day)
      return {
        ...{ id, facts, members },
        // Whoever draws a lot is asked for their name, and nobody who shares a life for more.
        get history() {
          followedAlone.add(seat)
          return history
        },
      }
    },
    {
      sharing: {
        // @NOTE a cohort is called by the day of its registration.
        until: (cohort, day) => historyOf(cohort as CalendarDate, day),
        next: (cohort, after) => renewalsOf(cohort as CalendarDate, after),
        cohortOf: (seat) => personOn(seat).registered,
        factsOf: (seat) => factsOf(personOn(seat)),
        spellsOf: (seat) => spellsOf(personOn(seat)),
        ownEventsOf: (seat) => happened[seat] ?? [],
      },
    },
  )
  const steps = [
    ...people.flatMap(({ events }, seat) =>
      events.map((event) => ({ after: event.after, seat, event, home: undefined })),
    ),
    ...homes.map(({ after, ...home }) => ({ after, seat: -1, event: undefined, home })),
  ].toSorted((a, b) => a.after - b.after)
  const seats = [...people.keys()]
  for (const { after, seat, event, home } of steps) {
    const day = addDays(begin, after)
    if (event) {
      const told: Event = { event: event.event, on: day, attributes: event.attributes }
      happened[seat]?.push(told)
      crowd.happens(seat, told)
    }
    if (!home) continue
    const candidates = seats.map((each) => candidateOn(each, day))
    const asked: Case = {
      ...caseOn(inForce, candidates, { home, seed: new Uint8Array(32).fill(3) }),
      ...{ on: day, moments: {} },
    }
    const bound = bind(prepared, asked)
    if (!bound) throw new Error('the rules have a ranking')
    const order = new KindOrder(bound, asked, crowd.tellApart(bound, seats, day))
    const whole = rankListing(prepared, asked)
    if (!whole) throw new Error('the rules have a ranking')
    const excluded = order.excluded.map((position) => [
      position,
      unmetAt(bound, 'respond', order.valuesAt(position)).map(({ code }) => code),
    ])
    const turns = [...order.turns()]
    lists.push(placedIds(whole))
    expect({
      placed: turns.map(({ position }) => `p${position}`),
      tiers: turns.map(({ position }) => order.tierOf(position)),
      excluded,
      undecided: order.undecided,
    }).toEqual({
      placed: placedIds(whole),
      tiers: [...whole.order.sorted].map((entry) => whole.order.tiers[entry]),
      excluded: whole.excluded.map((at) => [at, whyNot(whole, at).map(({ code }) => code)]),
      undecided: whole.undecided,
    })
    for (const each of seats) {
      const own = crowd.valuesOf(bound, each, day)
      const values = whole.values[each] ?? {}
      for (const name of bound.names) expect([name, own[name]]).toEqual([name, values[name]])
    }
  }
  return { lists, alone: followedAlone.size }
}

test('whoever shares a life stands where their whole history puts them', () => {
  let shared = 0
  let alone = 0
  fc.assert(
    fc.property(
      anyRules,
      fc.array(anyPerson, { minLength: 2, maxLength: 6 }),
      anyHomes,
      (rules, people, homes) => {
        const held = holdAgainstWholeHistories(rules, people, homes)
        alone += held.alone
        shared += people.length - held.alone
      },
    ),
    cases(400),
  )
  expect(shared).toBeGreaterThan(300)
  expect(alone).toBeGreaterThan(100)
})

test('whoever has a life of their own gets in on the day their years are enough, and not by a birthday before', () => {
  const enough = date('2024-06-15')
  const person: Person = {
    ...{ registered: addDays(begin, -30), born: date('2004-03-01'), lives: 'a' },
    ...{ from: addDuration(enough, { count: -6, unit: 'year' }), left: undefined },
    givenYears: undefined,
    events: [{ event: 'urgency-granted', after: 0, attributes: {} }],
  }
  const years: Rule = {
    ...{ kind: 'measure', id: 'years', of: 'resident', take: 'total', unit: 'years' },
    where: is('municipality', { is: ['a'] }),
  }
  const rules: Rule[] = [
    ...[urgency, years],
    { kind: 'life', id: 'registration', begins: { on: ['registered'] } },
    {
      ...{ kind: 'requirement', id: 'bound', to: 'respond', code: 'fact-unknown' },
      must: [...is('years', { at_least: 6 }), ...is('age', { at_least: 18 })],
    },
    { kind: 'priority', id: 'first', ground: 'landlord', who: is('urgency', { is: ['active'] }) },
    {
      ...{
        kind: 'ranking',
        id: 'order',
        model: 'ranked',
        tiers: [{ priority: ['first'], by: [] }],
      },
      finally: [{ by: 'earliest', of: 'registered-on' }],
    },
  ]
  const days = ['2024-01-02', '2024-02-29', '2024-03-02', '2024-06-14', '2024-06-15', '2025-06-15']
  const homes = days.map((day) => ({
    after: date(day) - begin,
    municipality: 'a' as const,
    rent: 20 as const,
  }))
  const { lists, alone } = holdAgainstWholeHistories(rules, [person], homes)
  expect(alone).toBe(1)
  expect(lists).toEqual([[], [], [], [], ['p0'], ['p0']])
})
