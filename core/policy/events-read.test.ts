/** Which events of a history the rules read: whatever is not named can be left out, and no value changes. */
import { describe, expect, test } from 'vitest'
import { byRegistration, caseOn, rulesOn } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays, date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { type Event, eventNames, events, ticks } from '../seekers/history.ts'
import type { Condition } from './condition.ts'
import { eventsRead } from './events-read.ts'
import type { Account } from './kinds/account.ts'
import type { Life } from './kinds/life.ts'
import type { Measure } from './kinds/measure.ts'
import type { Sanction } from './kinds/sanction.ts'
import type { Rule } from './rule-book.ts'
import { follow, valueAt } from './timeline.ts'

const day = '2026-06-01'
const readUnder = (rules: readonly Rule[], names: readonly string[] = []) =>
  eventsRead(rulesOn(day, rules), names)?.toSorted()

/** Of anybody it counts since when they are registered, what is taken back, and what lifts a block. */
const ofAnybody = ['cleared', 'contacted', 'registered', 'reversed'] as const

const month = { count: 1, unit: 'month' } as const
const registration: Life = {
  kind: 'life',
  id: 'registration',
  begins: { on: ['registered'] },
  lasts: { count: 12, unit: 'month' },
  renew: { on: ['renewed'], lasts: { count: 12, unit: 'month' } },
  restore: { on: ['paid'], within: month, closes: ['restoration-closed'] },
  merge: 'oldest',
  pause: { from: 'paused', to: 'resumed' },
  ends: [{ on: ['deregistered'], code: 'deregistered' }],
}
const urgency: Life = {
  kind: 'life',
  id: 'urgency',
  inside: 'registration',
  begins: { on: ['urgency-granted'] },
  ends: [{ on: ['offer-refused'], hear: true, code: 'refused-suitable-offer' }],
}
const responses: Measure = { kind: 'measure', id: 'responses', of: 'responded', take: 'number' }
const years: Measure = { kind: 'measure', id: 'years', of: 'resident', take: 'total' }
const points: Account = {
  kind: 'account',
  id: 'points',
  unit: 'points',
  entries: [
    { add: 1, on: ['fitting-listing-closed'], lost: { on: ['no-show'] } },
    {
      best_of: [
        { add: 2, on: ['awarded'] },
        { add: 3, on: ['moved'] },
      ],
    },
  ],
}
const sanction: Sanction = {
  kind: 'sanction',
  id: 'blocking',
  on: ['documents-late'],
  steps: [{ effect: 'block', until: 'contact' }],
}

describe('the rules read', () => {
  test.each<[string, Rule[], string[]]>([
    ['of anybody, whatever they say', [byRegistration], []],
    [
      'whatever begins, renews, restores, closes, pauses, merges or ends a life',
      [registration],
      [
        ...['deregistered', 'heard', 'merged', 'paid', 'paused'],
        ...['renewed', 'restoration-closed', 'resumed'],
      ],
    ],
    [
      'whatever does so in one of several lives',
      [{ ...registration, restore: { on: [], within: month } }, urgency],
      [
        ...['deregistered', 'heard', 'merged', 'offer-refused', 'paused'],
        ...['renewed', 'resumed', 'urgency-granted'],
      ],
    ],
    ['what is counted', [responses], ['responded']],
    ['nothing of what lasts', [years], []],
    [
      'what an account books by, and loses by',
      [points],
      ['awarded', 'fitting-listing-closed', 'moved', 'no-show'],
    ],
    ['what a sanction counts', [sanction], ['documents-late']],
  ])('%s', (_, rules, expected) => {
    expect(readUnder(rules)).toEqual([...ofAnybody, ...expected].toSorted())
  })

  test.each(ticks)(
    'everything where something counts by %s, from the first thing that happened',
    (on) => {
      const counting: Account = { ...points, entries: [{ add: 1, on: [on] }] }
      expect(readUnder([counting])).toBeUndefined()
      expect(readUnder([registration, counting, sanction], ['responded-at'])).toBeUndefined()
      expect(readUnder([{ ...urgency, ends: [{ on: [on], code: 'ground-gone' }] }])).toBeUndefined()
    },
  )
})

describe('that somebody responded is read', () => {
  const early: Condition = [{ name: 'responded-at', test: { at_most: date(day) } }]
  const asking: readonly Rule[] = [
    { kind: 'requirement', id: 'asked', to: 'respond', must: early, code: 'fact-unknown' },
    { kind: 'priority', id: 'asked', ground: 'landlord', who: early },
    { ...byRegistration, finally: [{ by: 'earliest', of: 'responded-at' }] },
    { kind: 'procedure', id: 'asked', where: early, provisional_place: 'exact' },
  ]

  test.each(asking.map((rule) => [rule.kind, rule] as const))(
    'where a %s asks it of a home, and not on other homes',
    (_, rule) => {
      expect(readUnder([rule], ['age', 'responded-at'])).toEqual(
        [...ofAnybody, 'responded'].toSorted(),
      )
      expect(readUnder([rule], ['age'])).toEqual(ofAnybody)
    },
  )

  test.each<[string, Rule, readonly string[]]>([
    ['a definition', { kind: 'definition', id: 'quick', when: early }, []],
    ['an account', { ...points, entries: [{ add: 1, who: early }] }, []],
    [
      'a life',
      { ...urgency, begins: { on: ['urgency-granted'], when: early }, ends: [] },
      ['heard', 'merged', 'urgency-granted'],
    ],
  ])('on every home where %s asks it, which others name', (_, rule, others) => {
    const expected = [...ofAnybody, 'responded', ...others].toSorted()
    expect(readUnder([rule], ['age'])).toEqual(expected)
    expect(readUnder([byRegistration, rule], ['age'])).toEqual(expected)
  })

  test('once, where something else counts it as well', () => {
    const read = readUnder([responses], ['responded-at'])
    expect(read).toEqual([...ofAnybody, 'responded'].toSorted())
  })
})

test('what is not read can be left out of any history, and no value changes', () => {
  const refusing: Sanction = {
    kind: 'sanction',
    id: 'demoting',
    on: ['no-show'],
    steps: [{ effect: 'demote', lasts: month, to: 'list' }],
  }
  const lastWeek: Rule = {
    kind: 'definition',
    id: 'quick',
    when: [{ name: 'responded-at', test: { at_most: addDays(date(day), -7) } }],
  }
  const kinds: readonly Rule[] = [
    ...[registration, urgency, responses, points, sanction, refusing, lastWeek],
    byRegistration,
  ]
  const names = [
    ...['registration', 'registration-since', 'registration-ends', 'registered-on', 'urgency'],
    ...['responses', 'points', 'blocked', 'blocked-by', 'demoted-to', 'quick', 'responded-at'],
  ]
  const anyAttributes: fc.Arbitrary<Facts> = fc.constantFrom(
    ...[{}, { listing: 'home' }, { listing: 'other' }, { reverses: 'e1' }, { reverses: 'e3' }],
  )
  const anyHistory: fc.Arbitrary<Event[]> = fc
    .array(
      fc.record({
        event: fc.constantFrom(...Object.values(events).flat()),
        before: fc.integer({ min: 0, max: 500 }),
        attributes: anyAttributes,
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all
        .toSorted((a, b) => b.before - a.before)
        .map(({ event, before, attributes }, at) => ({
          ...{ id: `e${at}`, event, on: addDays(date(day), -before), attributes },
        })),
    )
  const { listing, on } = caseOn(day, [])
  const [left, told] = [new Set<string>(), new Set<unknown>()]
  fc.assert(
    fc.property(fc.subarray([...kinds], { minLength: 1 }), anyHistory, (some, history) => {
      const rules = rulesOn(day, some)
      const read = eventsRead(rules, names) ?? []
      const valuesOf = (all: readonly Event[]) => {
        const subject = { facts: {}, history: { spells: [], events: all }, members: [] }
        const timeline = follow(subject, { rules, listing }, on)
        return names.map((name) => valueAt(timeline, name, on))
      }
      const kept = history.filter(({ event }) => read.includes(event))
      const values = valuesOf(kept)
      expect(values).toEqual(valuesOf(history))
      for (const { event } of history) if (!read.includes(event)) left.add(event)
      for (const value of values) told.add(value)
    }),
    cases(300),
  )
  // Nearly anything was left out at some time, and nearly anything was said of somebody.
  expect(left.size).toBeGreaterThan(eventNames.length - ofAnybody.length - 3)
  expect([...told]).toEqual(expect.arrayContaining(['active', 'ended', 'blocking', 'list', true]))
})
