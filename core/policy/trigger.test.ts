import { describe, expect, test } from 'vitest'
import { followUntil, happened } from '../../tests/example-book.ts'
import { fc } from '../../tests/properties.ts'
import { addDays, type CalendarDate, date } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import type { Event } from '../seekers/history.ts'
import type { Rule } from './rule-book.ts'
import { countedIn, fits, fittingDays, pulls, type Trigger } from './trigger.ts'

const year = { count: 1, unit: 'year' } as const
const refused: Trigger = { on: ['offer-refused'] }

describe('one event of the kind meant', () => {
  const at = date('2026-03-01')
  const event = (attributes: Facts) => ({ on: at, name: 'offer-refused', attributes })
  const person = (facts: Facts = {}) => followUntil('2026-03-01', [], { facts })

  test.each<[string, Trigger, Facts, Facts, boolean]>([
    ['of this name', refused, {}, {}, true],
    ['of one of these names', { on: ['no-show', 'offer-refused'] }, {}, {}, true],
    ['of another name', { on: ['no-show'] }, {}, {}, false],
    ['of no name', { on: [] }, {}, {}, false],
    [
      'like this',
      { ...refused, where: [{ name: 'suitable', test: { is: [true] } }] },
      { suitable: true },
      {},
      true,
    ],
    [
      'unlike this',
      { ...refused, where: [{ name: 'suitable', test: { is: [true] } }] },
      { suitable: false },
      {},
      false,
    ],
    [
      'perhaps like this: unknown pulls nothing',
      { ...refused, where: [{ name: 'suitable', test: { is: [true] } }] },
      {},
      {},
      false,
    ],
    [
      'perhaps unlike this: unknown pulls nothing',
      { ...refused, where: [{ name: 'suitable', test: { not: [false] } }] },
      {},
      {},
      false,
    ],
    [
      'when the person is like that',
      { ...refused, when: [{ name: 'age', test: { at_least: 18 } }] },
      {},
      { age: 18 },
      true,
    ],
    [
      'when the person is not',
      { ...refused, when: [{ name: 'age', test: { at_least: 18 } }] },
      {},
      { age: 17 },
      false,
    ],
    [
      'when nobody knows',
      { ...refused, when: [{ name: 'age', test: { at_least: 18 } }] },
      {},
      {},
      false,
    ],
    [
      'like something of the person',
      { ...refused, where: [{ name: 'municipality', test: { is: [{ ref: 'lives-in' }] } }] },
      { municipality: 'heerlen' },
      { 'lives-in': 'heerlen' },
      true,
    ],
    [
      'unlike it',
      { ...refused, where: [{ name: 'municipality', test: { is: [{ ref: 'lives-in' }] } }] },
      { municipality: 'heerlen' },
      { 'lives-in': 'kerkrade' },
      false,
    ],
    ['on the last day of the rule', { ...refused, until: at }, {}, {}, true],
    ['after it', { ...refused, until: addDays(at, -1) }, {}, {}, false],
  ])('%s', (_, trigger, attributes, facts, fitting) => {
    expect(fits(trigger, person(facts), event(attributes))).toBe(fitting)
  })
})

describe('how-manieth in a window', () => {
  const days = (...texts: string[]) => texts.map(date)
  const rolling = { within: year }
  const fromFirst = { within: year, counted: 'from-first' } as const

  test.each<[string, Pick<Trigger, 'within' | 'counted'>, CalendarDate[], number]>([
    ['nothing yet', rolling, [], 0],
    ['the first', rolling, days('2026-01-10'), 1],
    ['the third, without a window', {}, days('2000-01-01', '2010-01-01', '2026-01-10'), 3],
    ['a year apart to the day is out', rolling, days('2025-01-10', '2026-01-10'), 1],
    ['a day less is in', rolling, days('2025-01-11', '2026-01-10'), 2],
    [
      'the first has gone out, the second has not',
      rolling,
      days('2025-01-01', '2025-06-01', '2026-01-10'),
      2,
    ],
    ['twice on a day', rolling, days('2026-01-10', '2026-01-10'), 2],
    [
      'in the year that the first opened',
      fromFirst,
      days('2025-01-01', '2025-06-01', '2025-12-31'),
      3,
    ],
    ['after it a new year opens', fromFirst, days('2025-01-01', '2025-06-01', '2026-01-01'), 1],
    [
      'and runs from there',
      fromFirst,
      days('2025-01-01', '2025-12-31', '2026-01-01', '2026-12-31'),
      2,
    ],
  ])('%s', (_, window, all, counted) => {
    expect(countedIn(window, all)).toBe(counted)
  })

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 1],
    [6, 3],
    [7, 1],
  ])('where counting starts anew after three, event %i is number %i', (events, counted) => {
    const all = Array.from({ length: events }, (_, index) => addDays(date('2026-01-01'), index))
    expect(countedIn({}, all, 3)).toBe(counted)
  })

  test('a window never counts more than happened in so much time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('rolling', 'from-first'),
        (offsets, counted) => {
          const all = offsets
            .toSorted((a, b) => a - b)
            .map((days) => addDays(date('2020-01-01'), days))
          const last = all.at(-1) ?? date('2020-01-01')
          const within = { count: 100, unit: 'day' } as const
          const lately = all.filter((day) => day > addDays(last, -100)).length
          const found = countedIn({ within, counted }, all)
          expect(found >= 1 && found <= lately).toBe(true)
          if (counted === 'rolling') expect(found).toBe(lately)
        },
      ),
    )
  })
})

describe('pulling', () => {
  const life: Rule = { kind: 'life', id: 'registration', begins: { on: ['registered'] } }
  const events: Event[] = [
    happened('2024-01-10', 'offer-refused'),
    happened('2025-06-10', 'no-show'),
    happened('2025-07-10', 'offer-refused'),
    happened('2026-03-01', 'offer-refused'),
  ]
  const timeline = () => followUntil('2026-03-01', [life], { history: { spells: [], events } })
  const last = { on: date('2026-03-01'), name: 'offer-refused', attributes: {} }

  test.each<[string, Trigger, string | undefined, boolean]>([
    ['once is enough when nothing is said', refused, undefined, true],
    ['the second time', { ...refused, times: 2 }, undefined, true],
    ['the third time', { ...refused, times: 3 }, undefined, true],
    ['not yet the fourth', { ...refused, times: 4 }, undefined, false],
    ['other events do not count', { on: ['no-show', 'offer-refused'], times: 4 }, undefined, true],
    ['the second time in a year', { ...refused, times: 2, within: year }, undefined, true],
    ['not the third time in a year', { ...refused, times: 3, within: year }, undefined, false],
    ['counted from a day', { ...refused, times: 2 }, '2025-07-10', true],
    ['counted from the day after', { ...refused, times: 2 }, '2025-07-11', false],
  ])('%s', (_, trigger, since, pulled) => {
    const from = since === undefined ? undefined : date(since)
    expect(pulls(trigger, timeline(), last, from)).toBe(pulled)
  })

  test('the days that fit are in the order in which they happened', () => {
    expect(fittingDays(refused, timeline(), undefined)).toEqual([
      date('2024-01-10'),
      date('2025-07-10'),
      date('2026-03-01'),
    ])
  })
})
