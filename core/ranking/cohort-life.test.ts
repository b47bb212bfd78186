/** A life that many share says on each day what the whole history of any of them says. */
import { describe, expect, test } from 'vitest'
import { happened, rulesOn } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays, type CalendarDate, type Duration, date } from '../basics/calendar-date.ts'
import type { Value } from '../basics/facts.ts'
import type { Account } from '../policy/kinds/account.ts'
import type { Life } from '../policy/kinds/life.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Sanction } from '../policy/kinds/sanction.ts'
import type { Resolved } from '../policy/resolve.ts'
import type { Rule } from '../policy/rule-book.ts'
import { follow, valueAt } from '../policy/timeline.ts'
import type { Event, EventName } from '../seekers/history.ts'
import { type CohortHistory, SharedLives } from './cohort-life.ts'

const months = (count: number): Duration => ({ count, unit: 'month' })
const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: months(12),
  renew: { on: ['renewed'], lasts: months(12) },
}
const urgency: Life = {
  kind: 'life',
  id: 'urgency',
  begins: { on: ['urgency-granted'] },
  ends: [{ on: ['offer-refused'], code: 'refused-suitable-offer' }],
}
const blocking: Sanction = {
  kind: 'sanction',
  id: 'blocking',
  on: ['no-show'],
  steps: [{ effect: 'block', lasts: months(3) }],
}
const responses: Measure = { kind: 'measure', id: 'responses', of: 'responded', take: 'number' }
const ofLives = [
  ...['registration', 'registration-since', 'registration-ends', 'registration-phase'],
  ...['registered-on', 'urgency', 'urgency-since', 'blocked'],
]

/** Nothing more happens to anybody. */
const farOff = happened('2199-12-31', 'contacted')
const begun = happened('2024-01-15', 'registered')
const renewed = (on: string) => happened(on, 'renewed')

function told(...events: readonly Event[]): CohortHistory {
  return {
    until: (_, day) => events.filter(({ on }) => on <= day),
    next: (_, after) => events.find(({ on }) => on > after) ?? farOff,
  }
}

function livesUnder(rules: readonly Rule[], events: readonly Event[], names = ofLives) {
  return new SharedLives(rulesOn('2024-01-01', rules), names, told(...events))
}

/** What the whole history says until a day. */
function saidBy(
  rules: Resolved,
  names: Iterable<string>,
  events: readonly Event[],
  on: CalendarDate,
): Map<string, Value | undefined> {
  const subject = { facts: {}, history: { spells: [], events }, members: [] }
  const timeline = follow(subject, { rules }, on)
  return new Map([...names].map((name) => [name, valueAt(timeline, name, on)]))
}

describe('a shared life', () => {
  const events = [begun, renewed('2025-01-02'), happened('2026-08-01', 'urgency-granted')]
  const lives = () => livesUnder([registration, urgency], events)
  const valuesOn = (on: string, shared = lives()) => shared.on(0, date(on))?.values

  test.each<[string, Record<string, Value | undefined>]>([
    ['2024-01-14', { registration: 'none', 'registered-on': undefined, urgency: 'none' }],
    ['2024-01-15', { registration: 'active', 'registered-on': date('2024-01-15') }],
    ['2025-01-01', { registration: 'active', 'registration-ends': date('2025-01-14') }],
    ['2025-01-02', { registration: 'active', 'registration-ends': date('2026-01-14') }],
    ['2026-01-14', { registration: 'active', urgency: 'none' }],
    ['2026-01-15', { registration: 'ended', 'registered-on': undefined }],
    ['2026-08-01', { registration: 'ended', urgency: 'active', blocked: false }],
  ])('says on %s what was so on that day', (on, expected) => {
    expect(valuesOn(on)).toMatchObject(expected)
  })

  test('says so as well when it was asked about before', () => {
    const shared = lives()
    const days = ['2024-01-20', '2025-01-01', '2025-01-02', '2026-01-14', '2026-01-15']
    const states = days.map((on) => valuesOn(on, shared)?.registration)
    expect(states).toEqual(['active', 'active', 'active', 'active', 'ended'])
  })

  test('says until when it lasts before and after it is renewed, also where that alone is asked', () => {
    const shared = livesUnder([registration], events, ['registration-ends'])
    const days = ['2024-06-01', '2025-01-01', '2025-01-02', '2026-01-14', '2026-01-15']
    const ends = days.map((on) => shared.on(0, date(on))?.values['registration-ends'])
    const [first, second] = [date('2025-01-14'), date('2026-01-14')]
    expect(ends).toEqual([first, first, second, second, undefined])
  })

  test('is another version where it says something else, and the same where it does not', () => {
    const shared = livesUnder([registration], events, ['registration'])
    const days = [
      '2024-02-01',
      '2024-12-31',
      '2025-01-02',
      '2026-01-14',
      '2026-01-15',
      '2026-09-01',
    ]
    const versions = days.map((on) => shared.on(0, date(on))?.version)
    const [first, ...others] = versions
    expect(others.map((each) => each === first)).toEqual([true, true, true, false, false])
    expect(versions[4]).toBe(versions[5])
  })

  test("is nobody else's", () => {
    const history: CohortHistory = {
      until: (cohort, day) => (cohort === 1 ? [begun] : []).filter(({ on }) => on <= day),
      next: () => farOff,
    }
    const shared = new SharedLives(rulesOn('2024-01-01', [registration]), ofLives, history)
    const stateOf = (cohort: number) => shared.on(cohort, date('2024-06-01'))?.values.registration
    expect([1, 2, 1].map(stateOf)).toEqual(['active', 'none', 'active'])
  })

  test.each<[string, readonly Rule[], readonly Event[]]>([
    [
      'a rule asks who somebody is when it begins',
      [
        {
          ...registration,
          begins: { on: ['registered'], when: [{ name: 'age', test: { at_least: 18 } }] },
        },
      ],
      [begun],
    ],
    [
      'a sanction keeps somebody out',
      [registration, blocking],
      [begun, happened('2024-02-01', 'no-show')],
    ],
    [
      'something is counted by the day from the first that happened',
      [
        registration,
        {
          kind: 'account',
          id: 'points',
          unit: 'points',
          entries: [{ add: 1, on: ['month-ended'] }],
        },
      ],
      [begun],
    ],
  ])('is there for nobody where %s', (_, rules, all) => {
    const shared = livesUnder(rules, all)
    expect(shared.on(0, date('2024-03-01'))).toBeUndefined()
    expect(shared.on(0, date('2024-03-02'))).toBeUndefined()
    // A rule that asks nothing of anybody leaves it to all.
    expect(livesUnder([registration], [begun]).on(0, date('2024-03-01'))).toBeDefined()
  })

  test("is each one's own from the day on which a rule asks who they are", () => {
    const asking: Life = {
      ...urgency,
      begins: { on: ['urgency-granted'], when: [{ name: 'age', test: { at_least: 18 } }] },
    }
    const shared = livesUnder(
      [registration, asking],
      [begun, happened('2024-05-01', 'urgency-granted')],
    )
    const days = ['2024-04-30', '2024-05-01', '2024-05-02']
    expect(days.map((on) => shared.on(0, date(on)) !== undefined)).toEqual([true, false, false])
  })

  test.each<[string, Rule]>([
    ['is counted', { kind: 'measure', id: 'renewals', of: 'renewed', take: 'number' }],
    [
      'books something',
      { kind: 'account', id: 'points', unit: 'points', entries: [{ add: 1, on: ['renewed'] }] },
    ],
    ['counts against whoever does', { ...blocking, on: ['renewed'] }],
    ['begins something else', { ...urgency, begins: { on: ['renewed'] } }],
  ])('is quiet until a renewal that %s', (_, rule) => {
    const shared = livesUnder([registration, rule], events, ['registration'])
    expect(shared.on(0, date('2024-06-01'))?.quietUntil).toBe(date('2025-01-01'))
  })

  test('is numbered, and by its number it is known until when it is quiet', () => {
    const shared = livesUnder([registration], [begun, renewed('2024-12-01')], ['registration'])
    const all = Array.from({ length: 2100 }, (_, cohort) => shared.on(cohort, date('2024-06-01')))
    expect(new Set(all.map((life) => life?.number)).size).toBe(2100)
    const later = [0, 1023, 1024, 2099].map((cohort) => shared.on(cohort, date('2025-12-01')))
    for (const life of [...all, ...later]) {
      if (!life) throw new Error('everybody shares a life')
      expect(shared.quiet[life.number]).toBe(life.quietUntil)
      expect(shared.versions[life.number]).toBe(life.version)
    }
    expect(later.map((life) => life?.values.registration)).toEqual([
      'active',
      'active',
      'active',
      'active',
    ])
  })
})

describe('of a life are', () => {
  const resting: Life = {
    ...urgency,
    id: 'resting',
    while: [{ name: 'age', test: { at_least: 18 } }],
  }
  const option: Life = { ...urgency, id: 'option', each: 'complex' }
  const quick: Rule = {
    kind: 'definition',
    id: 'quick',
    when: [
      { name: 'urgency', test: { is: ['active'] } },
      { name: 'age', test: { at_least: 30 } },
    ],
  }
  const namesUnder = (rules: readonly Rule[], ...names: readonly string[]) =>
    [...livesUnder(rules, [], [...names]).names].toSorted()

  test.each<[string, readonly Rule[], readonly string[], readonly string[]]>([
    ['its state, since when, until when, and its phase', [registration, urgency], ofLives, ofLives],
    ['what lies behind what is asked', [urgency, quick], ['quick', 'age'], ['urgency']],
    [
      'no life that rests while something holds of somebody',
      [resting],
      ['resting', 'resting-since'],
      [],
    ],
    [
      'not since when somebody is registered, where that rests so',
      [{ ...resting, id: 'registration' }],
      ['registered-on'],
      [],
    ],
    ['no life that there is one of for each complex', [option], ['option', 'option-ends'], []],
    ['no number from elsewhere', [responses], ['responses', 'age', 'born', 'household-size'], []],
    [
      'since when somebody is registered, also where no rule says how',
      [],
      ['registered-on'],
      ['registered-on'],
    ],
    [
      'that nobody is kept out',
      [blocking],
      ['blocked', 'held', 'demoted-to'],
      ['blocked', 'demoted-to', 'held'],
    ],
    [
      'no fact that is called as what sanctions make',
      [{ kind: 'definition', id: 'blocked', when: [] }],
      ['blocked'],
      [],
    ],
  ])('%s', (_, rules, asked, expected) => {
    expect(namesUnder(rules, ...asked)).toEqual([...expected].toSorted())
  })
})

describe('what happens to one of them', () => {
  const leaving: Life = { ...registration, ends: [{ on: ['deregistered'], code: 'deregistered' }] }
  const twice: Life = {
    ...urgency,
    ends: [
      { on: ['urgency-ground-gone'], code: 'ground-gone' },
      { on: ['offer-refused'], times: 2, code: 'refused-twice' },
    ],
  }
  const points: Account = {
    kind: 'account',
    id: 'points',
    unit: 'points',
    entries: [{ add: 1, on: ['awarded'] }],
  }
  const rules = [leaving, urgency, blocking, responses, points]

  test.each<[string, EventName, readonly Rule[], boolean]>([
    ['is nothing where no rule hears it', 'contacted', rules, true],
    ['is nothing where it ends a life that nobody of them has', 'offer-refused', rules, true],
    ['is something where it ends the life they share', 'deregistered', rules, false],
    ['is something where it renews the life they share', 'renewed', rules, false],
    ['is something where it begins another', 'urgency-granted', rules, false],
    ['is something where a sanction counts it', 'no-show', rules, false],
    ['is something where it is counted', 'responded', rules, false],
    ['is something where it books', 'awarded', rules, false],
    [
      'is something where it counts towards an end that may come',
      'offer-refused',
      [leaving, twice],
      false,
    ],
  ])('%s', (_, event, all, expected) => {
    const shared = livesUnder(all, [begun])
    const life = shared.on(0, date('2024-06-01'))
    expect(life && shared.isNothing(event, life)).toBe(expected)
    // Asked again it says the same.
    expect(life && shared.isNothing(event, life)).toBe(expected)
  })

  test('and is nothing to one life, may be something to another', () => {
    const history: CohortHistory = {
      until: (cohort, day) =>
        [begun, ...(cohort === 1 ? [happened('2024-02-01', 'urgency-granted')] : [])].filter(
          ({ on }) => on <= day,
        ),
      next: () => farOff,
    }
    const shared = new SharedLives(rulesOn('2024-01-01', rules), ofLives, history)
    const said = [0, 1, 0].map((cohort) => {
      const life = shared.on(cohort, date('2024-06-01'))
      return life && shared.isNothing('offer-refused', life)
    })
    expect(said).toEqual([true, false, true])
  })
})

const optional = <Of>(some: fc.Arbitrary<Of>) => fc.option(some, { nil: undefined })
const anyTerm = fc.integer({ min: 2, max: 20 }).map(months)
const anyRegistration: fc.Arbitrary<Life> = fc
  .record({
    lasts: optional(anyTerm),
    renew: optional(
      fc.record({
        lasts: anyTerm,
        not_before: optional(anyTerm),
        times: optional(fc.nat({ max: 2 })),
      }),
    ),
    restore: optional(anyTerm),
    phase: optional(anyTerm),
    merges: fc.boolean(),
    pauses: fc.boolean(),
    ends: fc.subarray<NonNullable<Life['ends']>[number]>([
      { on: ['deregistered'], code: 'deregistered' },
      { on: ['renewed'], times: 2, code: 'housed' },
      { on: ['offer-refused'], hear: true, code: 'refused-suitable-offer' },
    ]),
  })
  .map(({ lasts, renew, restore, phase, merges, pauses, ends }) => ({
    ...{ kind: 'life', id: 'registration', begins: { on: ['registered'] }, ends },
    ...(lasts && { lasts }),
    ...(renew && {
      renew: {
        ...{ on: ['renewed'], lasts: renew.lasts },
        ...(renew.not_before && { not_before: renew.not_before }),
        ...(renew.times !== undefined && { times: renew.times }),
      },
    }),
    ...(restore && { restore: { on: ['renewed'], within: restore } }),
    ...(phase && { phases: [{ id: 'first', lasts: phase }] }),
    ...(merges && { merge: 'oldest' }),
    ...(pauses && { pause: { from: 'paused', to: 'resumed' } }),
  }))

const anyRules = fc
  .tuple(anyRegistration, fc.subarray<Rule>([urgency, blocking, responses]))
  .map(([first, others]): Rule[] => [first, ...others])
const anyNames = fc.subarray(ofLives, { minLength: 1 })

/** Each on a day of its own, as whatever happens to a whole cohort. */
const anyEvents = fc
  .uniqueArray(
    fc.record({
      after: fc.integer({ min: 1, max: 1600 }),
      event: fc.oneof(
        { weight: 3, arbitrary: fc.constant<EventName>('renewed') },
        {
          weight: 1,
          arbitrary: fc.constantFrom<EventName>(
            ...([
              'paused',
              'resumed',
              'offer-refused',
              'heard',
              'urgency-granted',
              'registered',
            ] as const),
            ...(['deregistered', 'merged', 'no-show', 'responded', 'contacted'] as const),
          ),
        },
      ),
    }),
    { selector: ({ after }) => after, maxLength: 8 },
  )
  .map((all): Event[] => [
    begun,
    ...all
      .toSorted((a, b) => a.after - b.after)
      .map(({ event, after }) => ({ event, on: addDays(begun.on, after), attributes: {} })),
  ])
const anyDays = fc
  .array(fc.integer({ min: -10, max: 1800 }), { minLength: 1, maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a - b).map((after) => addDays(begun.on, after)))

test('whatever the rules and whatever happens, it says what a whole history says, and until when', () => {
  let [shared, changes] = [0, 0]
  fc.assert(
    fc.property(anyRules, anyNames, anyEvents, anyDays, (all, names, events, days) => {
      const rules = rulesOn('2024-01-01', all)
      const lives = new SharedLives(rules, names, told(...events))
      let before: { version: number; said: unknown } | undefined
      for (const day of days) {
        const life = lives.on(0, day)
        if (!life) break
        shared += 1
        const said = saidBy(rules, lives.names, events, day)
        expect(new Map(Object.entries(life.values))).toEqual(said)
        expect(life.quietUntil).toBeGreaterThanOrEqual(day)
        for (const on of [life.quietUntil, addDays(day, Math.floor((life.quietUntil - day) / 2))]) {
          const until = Math.min(on, date('2040-01-01'))
          // @NOTE the lesser of two days is a day.
          expect(saidBy(rules, lives.names, events, until as CalendarDate)).toEqual(said)
        }
        const text = JSON.stringify([...said])
        if (before && text !== before.said) {
          changes += 1
          expect(life.version).toBeGreaterThan(before.version)
        }
        before = { version: life.version, said: text }
      }
    }),
    cases(400),
  )
  expect(shared).toBeGreaterThan(500)
  expect(changes).toBeGreaterThan(100)
})

test('what is nothing to a life, changes nothing of whoever it happens to, now and later', () => {
  let nothing = 0
  const anyEvent = fc.constantFrom<EventName>(
    ...(['contacted', 'offer-refused', 'heard', 'paused', 'resumed', 'moved', 'merged'] as const),
    ...(['urgency-granted', 'no-show', 'responded', 'renewed', 'deregistered'] as const),
  )
  fc.assert(
    fc.property(
      anyRules,
      anyEvents,
      anyEvent,
      fc.nat({ max: 1500 }),
      fc.nat({ max: 500 }),
      (all, events, event, after, later) => {
        const rules = rulesOn('2024-01-01', all)
        const lives = new SharedLives(rules, ofLives, told(...events))
        const day = addDays(begun.on, after)
        const life = lives.on(0, day)
        if (!life || !lives.isNothing(event, life)) return
        nothing += 1
        const names = [...ofLives, ...(rules.byId.has('responses') ? ['responses'] : [])]
        const own = [...events, { event, on: day, attributes: {} }].toSorted((a, b) => a.on - b.on)
        for (const on of [day, addDays(day, later)]) {
          expect(saidBy(rules, names, own, on)).toEqual(saidBy(rules, names, events, on))
        }
      },
    ),
    cases(300),
  )
  expect(nothing).toBeGreaterThan(40)
})
