/** Where the rules can say something else of a number that grows, and on which day it comes there. */
import { describe, expect, test } from 'vitest'
import { followUntil, lasted, rulesOn } from '../../tests/example-book.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays, type CalendarDate, date, yearsBetween } from '../basics/calendar-date.ts'
import { type Condition, type Test, truthOf } from '../policy/condition.ts'
import type { Measure } from '../policy/kinds/measure.ts'
import type { Rule } from '../policy/rule-book.ts'
import { always } from '../policy/steady.ts'
import { personAt, still, valueAt } from '../policy/timeline.ts'
import {
  ageGrowth,
  type Growth,
  growingMeasure,
  grownTo,
  turningPoints,
  turnsAfter,
} from './turning-points.ts'

const day = '2026-06-01'
const asks = (name: string, test: Test): Condition => [{ name, test }]
const pointsUnder = (rules: readonly Rule[], ...conditions: readonly Condition[]) =>
  Object.fromEntries(turningPoints(rulesOn(day, rules), conditions))

describe('what is said of an age turns', () => {
  test.each<[string, Test, readonly number[]]>([
    ['from 18 on', { at_least: 18 }, [18]],
    ['after 18', { at_most: 18 }, [19]],
    ['only above 18', { above: 18 }, [19]],
    ['as soon as it is no longer below 18', { below: 18 }, [18]],
    ['from the first whole number above a half', { at_least: 17.5 }, [18]],
    ['after the last whole number below a half', { at_most: 17.5 }, [18]],
    ['above a half at the next whole number', { above: 17.5 }, [18]],
    ['below a half at the next whole number', { below: 17.5 }, [18]],
    ['where it comes to one of these, and passes it', { is: [20, 18] }, [18, 19, 20, 21]],
    ['where it comes to none of these, and passes it', { not: [18] }, [18, 19]],
    ['nowhere at a half it never is', { is: [17.5] }, [18]],
    ['at both ends', { at_least: 9, at_most: 22 }, [9, 23]],
    ['at both other ends', { above: 9, below: 22 }, [10, 22]],
    ['nowhere over a word', { is: ['old', true] }, []],
    ['nowhere over whether it is known', { known: true }, []],
  ])('%s', (_, tested, points) => {
    expect(pointsUnder([], asks('age', tested))).toEqual({ age: points })
  })

  test('at every place where some condition does, in the order of the numbers', () => {
    const nested: Condition = [
      { any: [asks('age', { at_least: 100 }), [{ all: [asks('age', { below: 23 })] }]] },
      { none: [asks('age', { is: [9] })] },
      ...asks('children', { at_least: 1 }),
    ]
    expect(pointsUnder([], nested, asks('age', { at_least: 55 }))).toEqual({
      age: [9, 10, 23, 55, 100],
      children: [1],
    })
  })

  test('anywhere, where it is compared with something else, and so does that', () => {
    const one = asks('age', { at_most: { ref: 'children' } })
    expect(pointsUnder([], one)).toEqual({ age: 'any', children: 'any' })
    const other = [asks('age', { at_least: 18 }), asks('children', { at_least: 2 })]
    expect(pointsUnder([], ...other, one, ...other)).toEqual({ age: 'any', children: 'any' })
    expect(pointsUnder([], asks('age', { is: [3, { ref: 'rooms' }] }))).toMatchObject({
      age: 'any',
    })
    expect(pointsUnder([], asks('age', { not: [{ ref: 'rooms' }] }))).toMatchObject({ age: 'any' })
  })

  test('where a definition turns, or a table that is in force', () => {
    const rules: Rule[] = [
      { kind: 'definition', id: 'old', when: asks('age', { at_least: 70 }) },
      { kind: 'definition', id: 'older', when: asks('old', { is: [true] }) },
      {
        kind: 'parameter',
        id: 'limit',
        values: [
          {
            from: date('2020-01-01'),
            rows: [
              { when: asks('age', { at_least: 40 }), value: 2 },
              { when: asks('age', { at_least: 50 }), value: 3 },
            ],
          },
          { from: date('2010-01-01'), rows: [{ when: asks('age', { at_least: 30 }), value: 1 }] },
        ],
      },
    ]
    expect(pointsUnder(rules, asks('older', { is: [true] }))).toEqual({
      ...{ age: [70], old: [], older: [] },
    })
    expect(pointsUnder(rules, asks('children', { at_most: { ref: 'limit' } }))).toEqual({
      ...{ age: [40, 50], children: 'any', limit: 'any' },
    })
  })

  test('nowhere else, whatever is asked', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(2.5, 6.5))
    const anyTest: fc.Arbitrary<Test> = fc.oneof(
      fc.record(
        { at_least: number, at_most: number, above: number, below: number },
        { requiredKeys: [] },
      ),
      fc.array(number, { maxLength: 2 }).map((is) => ({ is })),
      fc.array(number, { maxLength: 2 }).map((not) => ({ not })),
    )
    const anyCondition: fc.Arbitrary<Condition> = fc
      .array(anyTest, { maxLength: 3 })
      .chain((tests) => {
        const leaves = tests.map((tested) => asks('age', tested))
        return fc.constantFrom<Condition>(
          ...[[{ any: leaves }], [{ all: leaves }], [{ none: leaves }], leaves.flat()],
        )
      })
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const rules = rulesOn(day, [])
        const points = turningPoints(rules, [condition]).get('age') ?? []
        if (points === 'any') throw new Error('every number of it is written down')
        const saidOf = (age: number) =>
          truthOf(condition, personAt(still({ age }, { rules }), rules.on))
        for (let age = 1; age <= 14; age += 1) {
          if (points.includes(age)) continue
          expect([age, saidOf(age)]).toEqual([age, saidOf(age - 1)])
        }
      }),
      cases(200),
    )
  })
})

const living: Measure = { kind: 'measure', id: 'living', of: 'resident', take: 'total' }
const here: Condition = asks('municipality', { is: [{ ref: 'municipality' }] })

describe('how long something lasts follows from the day it began', () => {
  const unlimited = Number.POSITIVE_INFINITY
  test.each<[string, Partial<Measure>, Growth]>([
    ['in days, where no unit is named', {}, { unit: 'days', most: unlimited }],
    ['in years', { unit: 'years' }, { unit: 'years', most: unlimited }],
    ['of work', { of: 'working' }, { unit: 'days', most: unlimited }],
    ['at its longest', { take: 'longest' }, { unit: 'days', most: unlimited }],
    ['until now', { take: 'current' }, { unit: 'days', most: unlimited }],
    ['in the municipality of the home', { where: here }, { unit: 'days', most: unlimited }],
    [
      'in one municipality',
      { where: asks('municipality', { is: ['a'] }) },
      { unit: 'days', most: unlimited },
    ],
    [
      'in the last ten years',
      { unit: 'years', within: { count: 10, unit: 'year' } },
      { unit: 'years', most: 10 },
    ],
    [
      'in months of the last ten years',
      { unit: 'months', within: { count: 10, unit: 'year' } },
      { unit: 'months', most: 120 },
    ],
    [
      'in months of the last 30',
      { unit: 'months', within: { count: 30, unit: 'month' } },
      { unit: 'months', most: 30 },
    ],
    [
      'in whole years of the last 30 months',
      { unit: 'years', within: { count: 30, unit: 'month' } },
      { unit: 'years', most: 2 },
    ],
  ])('%s', (_, more, growth) => {
    expect(growingMeasure({ ...living, ...more })).toMatchObject(growth)
  })

  test.each<[string, Partial<Measure>]>([
    ['something that happens', { of: 'responded' }],
    ['who belongs to a household', { of: 'member' }],
    ['how often it began', { take: 'number' }],
    ['days of a window that has no fixed number of them', { within: { count: 1, unit: 'year' } }],
    ['months of so many weeks', { unit: 'months', within: { count: 8, unit: 'week' } }],
    ['years of so many days', { unit: 'years', within: { count: 800, unit: 'day' } }],
    ['what lasted this year', { unit: 'months', within: { period: 'calendar-year' } }],
    ['what lasted while registered', { unit: 'years', within: { life: 'registration' } }],
    [
      'where it depends on what else is so of the person',
      { where: asks('municipality', { is: [{ ref: 'lives-in' }] }) },
    ],
    ['at the address of now', { where: asks('address', { is: ['current'] }) }],
    ['at it among others', { where: [{ any: [here, asks('address', { is: ['current'] })] }] }],
    ['at it and more', { where: [{ all: [[...here, ...asks('address', { is: ['current'] })]] }] }],
    ['anywhere but there', { where: [{ none: [asks('address', { is: ['current'] })] }] }],
  ])('and not: %s', (_, more) => {
    expect(growingMeasure({ ...living, ...more })).toBeUndefined()
  })

  test('as a whole history tells it', () => {
    const anyMeasure = fc.record({
      take: fc.constantFrom<Measure['take']>('total', 'longest', 'current'),
      unit: fc.constantFrom<NonNullable<Measure['unit']>>('days', 'months', 'years'),
      within: fc.constantFrom<Measure['within']>(
        undefined,
        { count: 3, unit: 'year' },
        { count: 30, unit: 'month' },
      ),
    })
    const anyDays = fc.integer({ min: -40, max: 1800 })
    fc.assert(
      fc.property(
        anyMeasure,
        fc.nat({ max: 400 }),
        anyDays,
        ({ take, unit, within }, start, later) => {
          const measure: Measure = { ...living, take, unit, ...(within && { within }) }
          const growth = growingMeasure(measure)
          if (!growth) return
          const from = addDays(date('2019-12-01'), start)
          const at = addDays(from, later)
          const spells = [{ ...lasted('resident', '2019-12-01', undefined), from }]
          const timeline = followUntil('2026-06-01', [measure], { history: { spells, events: [] } })
          expect(grownTo(growth, from, at)).toBe(valueAt(timeline, 'living', at))
        },
      ),
      cases(300),
    )
  })
})

describe('a number has grown', () => {
  test.each<[string, Growth['unit'], string, string, number]>([
    ['not before it began', 'days', '2026-01-31', '2026-01-30', 0],
    ['not on the day it began', 'days', '2026-01-31', '2026-01-31', 0],
    ['a day on the next', 'days', '2026-01-31', '2026-02-01', 1],
    ['no month before it is full', 'months', '2026-01-15', '2026-02-14', 0],
    ['a month when it is full', 'months', '2026-01-15', '2026-02-15', 1],
    ['a month at the end of a short one', 'months', '2026-01-31', '2026-02-28', 1],
    ['no year the day before', 'years', '2020-03-10', '2026-03-09', 5],
    ['a year on the day', 'years', '2020-03-10', '2026-03-10', 6],
    [
      'a year on the last of February, of who was born on a leap day',
      'years',
      '2024-02-29',
      '2025-02-28',
      1,
    ],
  ])('%s', (_, unit, from, at, expected) => {
    const most = Number.POSITIVE_INFINITY
    expect(grownTo({ unit, most }, date(from), date(at))).toBe(expected)
  })

  test('no further than a window holds', () => {
    const grown = (at: string) => grownTo({ unit: 'years', most: 2 }, date('2020-01-01'), date(at))
    expect(['2021-12-31', '2022-01-01', '2025-01-01'].map(grown)).toEqual([1, 2, 2])
  })
})

describe('nothing turns', () => {
  const from = date('2000-02-29')
  const until = (points: readonly number[] | 'any', at: string, growth: Growth = ageGrowth) =>
    turnsAfter(growth, points, from, date(at))

  test.each<[string, readonly number[] | 'any', string, CalendarDate]>([
    [
      'until the day before a birthday that is asked about',
      [18, 65],
      '2010-01-01',
      date('2018-02-27'),
    ],
    ['until the next one, from the birthday on', [18, 65], '2018-02-28', date('2065-02-27')],
    ['ever, after the last', [18, 65], '2065-02-28', always],
    ['ever, where nothing is asked', [], '2010-01-01', always],
    [
      'until the day before any birthday, where any number counts',
      'any',
      '2010-01-01',
      date('2010-02-27'),
    ],
    ['until the day before the next, on a birthday', 'any', '2010-02-28', date('2011-02-27')],
  ])('%s', (_, points, at, expected) => {
    expect(until(points, at)).toBe(expected)
  })

  test('beyond what a window holds', () => {
    const months: Growth = { unit: 'months', most: 30 }
    expect(until([30], '2001-01-01', months)).toBe(date('2002-08-28'))
    expect(until([31], '2001-01-01', months)).toBe(always)
    expect(until('any', '2005-01-01', months)).toBe(always)
  })

  test('up to a day, and then it does', () => {
    const anyGrowth: fc.Arbitrary<Growth> = fc.record({
      unit: fc.constantFrom<Growth['unit']>('days', 'months', 'years'),
      most: fc.constantFrom(3, 20, Number.POSITIVE_INFINITY),
    })
    const anyPoints = fc.oneof(
      fc.constant('any' as const),
      fc
        .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 3 })
        .map((all) => all.toSorted((a, b) => a - b)),
    )
    const anyBegin = fc.nat({ max: 800 }).map((days) => addDays(date('2019-12-01'), days))
    fc.assert(
      fc.property(
        anyGrowth,
        anyPoints,
        anyBegin,
        fc.nat({ max: 1500 }),
        (growth, points, begin, later) => {
          const at = addDays(begin, later)
          const last = turnsAfter(growth, points, begin, at)
          const saidOn = (on: CalendarDate) => {
            const grown = grownTo(growth, begin, on)
            return points === 'any' ? grown : points.filter((point) => point <= grown).length
          }
          expect(last).toBeGreaterThanOrEqual(at)
          if (last === always) expect(saidOn(addDays(at, 365 * 60))).toBe(saidOn(at))
          else
            expect([saidOn(last), saidOn(addDays(last, 1)) > saidOn(at)]).toEqual([
              saidOn(at),
              true,
            ])
        },
      ),
      cases(300),
    )
  })

  test('of an age between birthdays', () => {
    const at = date('2026-06-01')
    expect(grownTo(ageGrowth, from, at)).toBe(yearsBetween(from, at))
  })
})
