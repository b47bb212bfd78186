import { describe, expect, test } from 'vitest'
import { bookOf, rulesOn } from '../../../tests/example-book.ts'
import { fc } from '../../../tests/properties.ts'
import { date, formatDate } from '../../basics/calendar-date.ts'
import type { Facts } from '../../basics/facts.ts'
import { resolve } from '../resolve.ts'
import {
  countUse,
  fullKeys,
  hasRoom,
  isBehind,
  keyOf,
  type Limit,
  periodAt,
  type Quota,
  type QuotaUse,
  quotaKey,
} from './quota.ts'

const counted = [{ name: 'priorities-applied', test: { is: ['bound'] } }]

function quota(limit: Limit, more: Partial<Quota> = {}): Quota {
  return {
    kind: 'quota',
    id: 'share',
    counts: counted,
    limit,
    per: 'calendar-year',
    at_limit: 'priority-off',
    ...more,
  }
}

describe('room for one more', () => {
  test.each<[string, Limit, QuotaUse, boolean]>([
    ['the last but one of ten', { at_most: 10 }, { used: 8, base: 50 }, true],
    ['the last of ten', { at_most: 10 }, { used: 9, base: 50 }, true],
    ['ten of ten', { at_most: 10 }, { used: 10, base: 50 }, false],
    ['none at all', { at_most: 0 }, { used: 0, base: 0 }, false],
    [
      'the first, of 50 of 100: one of one is more than half',
      { at_most: 50, of: 100 },
      { used: 0, base: 0 },
      false,
    ],
    [
      'the second home, with none counted yet',
      { at_most: 50, of: 100 },
      { used: 0, base: 1 },
      true,
    ],
    ['exactly half', { at_most: 50, of: 100 }, { used: 4, base: 9 }, true],
    ['one more than half', { at_most: 50, of: 100 }, { used: 5, base: 10 }, false],
    ['75 of 1000', { at_most: 75, of: 1000 }, { used: 2, base: 39 }, true],
    ['75 of 1000, one home earlier', { at_most: 75, of: 1000 }, { used: 2, base: 38 }, false],
    ['an exact number is a roof as well', { exactly: 3 }, { used: 3, base: 9 }, false],
    ['an exact number not yet reached', { exactly: 3 }, { used: 2, base: 9 }, true],
    ['a least share has no roof', { at_least: 30, of: 100 }, { used: 9, base: 9 }, true],
    ['with room left over', { at_most: 10 }, { used: 11, base: 50, carried: 2 }, true],
    ['all left over used', { at_most: 10 }, { used: 12, base: 50, carried: 2 }, false],
    ['less, after too many', { at_most: 10 }, { used: 8, base: 50, carried: -2 }, false],
    [
      'a share with room left over',
      { at_most: 50, of: 100 },
      { used: 1, base: 0, carried: 2 },
      true,
    ],
    ['a share after too many', { at_most: 50, of: 100 }, { used: 0, base: 2, carried: -1 }, false],
    [
      'a share after too many, two homes later',
      { at_most: 50, of: 100 },
      { used: 0, base: 3, carried: -1 },
      true,
    ],
  ])('%s: %j with %j is %s', (_, limit, use, room) => {
    expect(hasRoom(quota(limit), use)).toBe(room)
  })
})

describe('behind a least share', () => {
  test.each<[string, Limit, QuotaUse, boolean]>([
    ['two of three', { at_least: 3 }, { used: 2, base: 9 }, true],
    ['three of three', { at_least: 3 }, { used: 3, base: 9 }, false],
    ['the first home already', { at_least: 30, of: 100 }, { used: 0, base: 0 }, true],
    ['the next would make it 3 of 10', { at_least: 30, of: 100 }, { used: 3, base: 9 }, false],
    ['the next would make it 3 of 11', { at_least: 30, of: 100 }, { used: 3, base: 10 }, true],
    ['an exact number is a least one as well', { exactly: 3 }, { used: 2, base: 9 }, true],
    ['an exact number reached', { exactly: 3 }, { used: 3, base: 9 }, false],
    ['a roof is nothing to be behind', { at_most: 30, of: 100 }, { used: 0, base: 9 }, false],
    ['with something still owed', { at_least: 3 }, { used: 3, base: 9, carried: 1 }, true],
    ['with something done beforehand', { at_least: 3 }, { used: 2, base: 9, carried: -1 }, false],
    ['an exact number with room left over', { exactly: 3 }, { used: 3, base: 9, carried: 1 }, true],
    [
      'a share with something still owed',
      { at_least: 30, of: 100 },
      { used: 3, base: 9, carried: 1 },
      true,
    ],
  ])('%s: %j with %j is %s', (_, limit, use, behind) => {
    expect(isBehind(quota(limit), use)).toBe(behind)
  })

  test('an exact number is never behind and full at once, and always one of them', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.nat(20),
        fc.integer({ min: -5, max: 5 }),
        (exactly, used, carried) => {
          const use = { used, base: 40, carried }
          expect(isBehind(quota({ exactly }), use)).toBe(hasRoom(quota({ exactly }), use))
        },
      ),
    )
  })
})

describe('a split over groups', () => {
  const split = { by: 'profession-group', shares: { police: 20, care: 50, education: 30 } }

  test.each<[string, Limit, QuotaUse, string[]]>([
    ['nobody yet', { at_most: 10 }, { used: 0, base: 0 }, []],
    [
      'two police of ten are a fifth',
      { at_most: 10 },
      { used: 2, base: 5, split: { police: 2 } },
      ['police'],
    ],
    ['one is not yet', { at_most: 10 }, { used: 1, base: 5, split: { police: 1 } }, []],
    [
      'several at once',
      { at_most: 10 },
      { used: 7, base: 9, split: { police: 2, care: 5 } },
      ['police', 'care'],
    ],
    [
      'all of them, when the whole is full',
      { at_most: 10 },
      { used: 10, base: 20, split: { police: 2, care: 5, education: 3 } },
      ['police', 'care', 'education'],
    ],
    [
      'a share of so little that it is full at once',
      { at_most: 4 },
      { used: 0, base: 0 },
      ['police'],
    ],
    ['out of a share that grows', { at_most: 50, of: 100 }, { used: 0, base: 8 }, ['police']],
    ['and has grown', { at_most: 50, of: 100 }, { used: 0, base: 9 }, []],
    [
      'with room left over',
      { at_most: 5 },
      { used: 1, base: 5, split: { police: 1 }, carried: 5 },
      [],
    ],
    [
      'after too many',
      { at_most: 12 },
      { used: 1, base: 5, split: { police: 1 }, carried: -3 },
      ['police'],
    ],
    [
      'a least share fills no group',
      { at_least: 10 },
      { used: 10, base: 20, split: { police: 9 } },
      [],
    ],
  ])('%s', (_, limit, use, keys) => {
    expect(fullKeys(quota(limit, { split }), use)).toEqual(keys)
  })

  test('without a split no group is full', () => {
    expect(fullKeys(quota({ at_most: 0 }), { used: 0, base: 0 })).toEqual([])
  })

  test.each<[Facts[string], string | undefined]>([
    ['police', 'police'],
    [3, '3'],
    [true, 'true'],
    [undefined, undefined],
    [['police', 'care'], undefined],
  ])('a person of group %j is counted under %s', (value, key) => {
    expect(keyOf(value)).toBe(key)
  })
})

describe('counted apart for each value', () => {
  test.each<[string, readonly string[] | undefined, Facts, string]>([
    ['all together', undefined, { municipality: 'heerlen' }, 'all'],
    ['each municipality', ['municipality'], { municipality: 'heerlen' }, 'heerlen'],
    [
      'each municipality and landlord',
      ['municipality', 'landlord'],
      { municipality: 'heerlen', landlord: 'weller' },
      'heerlen/weller',
    ],
    ['where it is not known', ['municipality', 'landlord'], { landlord: 'weller' }, '?/weller'],
  ])('%s', (_, each, home, key) => {
    expect(quotaKey(quota({ at_most: 1 }, each ? { each } : {}), home)).toBe(key)
  })
})

describe('the period in which a day falls', () => {
  const term = { from: date('2024-05-01'), until: date('2028-04-30') }

  test.each([
    ['calendar-month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['calendar-month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['calendar-month', '2026-10-31', '2026-10-01', '2026-10-31'],
    ['calendar-month', '2026-11-01', '2026-11-01', '2026-11-30'],
    ['calendar-month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['calendar-quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['calendar-quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['calendar-quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['calendar-half-year', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['calendar-half-year', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['calendar-year', '2026-07-01', '2026-01-01', '2026-12-31'],
    ['two-calendar-years', '2026-07-01', '2025-01-01', '2026-12-31'],
    ['whole-term', '2026-07-01', '2024-05-01', '2028-04-30'],
  ] as const)('%s of %s is %s to %s', (per, day, from, until) => {
    const period = periodAt(per, date(day), term)
    expect([formatDate(period.from), formatDate(period.until)]).toEqual([from, until])
  })
})

describe('use is counted from the assignments', () => {
  const at = (day: string, facts: Facts) => ({ on: date(day), facts })
  const bound = { 'priorities-applied': ['bound'] }
  const others = { 'priorities-applied': ['urgent'] }
  const useOn = (rule: Quota, assignments: Parameters<typeof countUse>[1], day = '2026-06-01') =>
    countUse(rule, assignments, date(day), rulesOn(day, [rule]))

  test('those that count, out of those among which it counts', () => {
    const social = quota(
      { at_most: 50, of: 100 },
      { among: [{ name: 'segment', test: { is: ['social'] } }] },
    )
    const assignments = [
      at('2026-02-01', { segment: 'social', ...bound }),
      at('2026-02-01', { segment: 'social', ...others }),
      at('2026-02-01', { segment: 'social' }),
      at('2026-02-01', { segment: 'free', ...bound }),
      at('2026-02-01', bound),
    ]
    expect(useOn(social, assignments)).toEqual({ all: { used: 1, base: 3 } })
  })

  test('within the period, up to and including the day asked', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-06-01', '2026-06-02', '2027-01-01']
    const assignments = days.map((day) => at(day, bound))
    expect(useOn(quota({ at_most: 5 }), assignments)).toEqual({ all: { used: 2, base: 2 } })
  })

  test('of a whole term not what came after it', () => {
    const rule = quota({ at_most: 5 }, { per: 'whole-term' })
    const valid = { from: date('2026-01-10'), until: date('2026-07-20') }
    const rules = resolve([bookOf([rule], { valid })], { on: date('2026-06-01') })
    const days = ['2026-01-09', '2026-01-10', '2026-07-20', '2026-07-21']
    const assignments = days.map((day) => at(day, bound))
    const used = (day: string) => countUse(rule, assignments, date(day), rules).all?.used
    expect(['2026-07-20', '2026-08-01'].map(used)).toEqual([2, 2])
  })

  test('apart for each municipality', () => {
    const each = quota({ at_most: 5 }, { each: ['municipality'] })
    const assignments = [
      at('2026-02-01', { municipality: 'heerlen', ...bound }),
      at('2026-02-01', { municipality: 'kerkrade', ...others }),
      at('2026-03-01', { municipality: 'heerlen', ...bound }),
    ]
    expect(useOn(each, assignments)).toEqual({
      heerlen: { used: 2, base: 2 },
      kerkrade: { used: 0, base: 1 },
    })
  })

  test('apart for each group of a split', () => {
    const split = { by: 'profession-group', shares: { police: 50, care: 50 } }
    const assignments = [
      at('2026-02-01', { 'profession-group': 'police', ...bound }),
      at('2026-02-01', { 'profession-group': 'police', ...bound }),
      at('2026-02-01', { 'profession-group': 'care', ...others }),
      at('2026-02-01', bound),
    ]
    expect(useOn(quota({ at_most: 5 }, { split }), assignments)).toEqual({
      all: { used: 3, base: 4, split: { police: 2 } },
    })
  })

  test('nothing was assigned: nothing is used', () => {
    expect(useOn(quota({ at_most: 5 }), [])).toEqual({})
  })

  test('what counts inside counts outside, and in what lies around that', () => {
    const inner = quota(
      { at_most: 1 },
      {
        id: 'inner',
        inside: 'middle',
        counts: [{ name: 'priorities-applied', test: { is: ['vital'] } }],
        among: [{ name: 'segment', test: { is: ['social'] } }],
      },
    )
    const middle = quota({ at_most: 2 }, { id: 'middle', inside: 'outer' })
    const outer = quota(
      { at_most: 3 },
      { id: 'outer', counts: [{ name: 'flag', test: { is: ['tailored'] } }] },
    )
    const rules = rulesOn('2026-06-01', [inner, middle, outer])
    const assignments = [
      at('2026-02-01', { segment: 'social', 'priorities-applied': ['vital'] }),
      at('2026-02-01', { segment: 'free', 'priorities-applied': ['vital'] }),
      at('2026-02-01', bound),
      at('2026-02-01', { flag: ['tailored'] }),
    ]
    const used = [inner, middle, outer].map(
      (rule) => countUse(rule, assignments, date('2026-06-01'), rules).all?.used,
    )
    expect(used).toEqual([1, 2, 3])
  })

  describe('what is left over goes along to the next period, once', () => {
    const carrying = (limit: Limit, more: Partial<Quota> = {}) =>
      quota(limit, { carry: '1 period', ...more })
    const of = (day: string, count: number, facts: Facts = bound) =>
      Array.from({ length: count }, () => at(day, facts))

    test.each<[string, Quota, Parameters<typeof countUse>[1], QuotaUse]>([
      [
        'room of a number',
        carrying({ at_most: 10 }),
        [...of('2025-03-01', 7), ...of('2026-03-01', 2)],
        { used: 2, base: 2, carried: 3 },
      ],
      [
        'beyond a number',
        carrying({ at_most: 10 }),
        of('2025-03-01', 12),
        { used: 0, base: 0, carried: -2 },
      ],
      [
        'not from the year before that',
        carrying({ at_most: 10 }),
        [...of('2024-03-01', 1), ...of('2025-03-01', 10)],
        { used: 0, base: 0, carried: 0 },
      ],
      [
        'all of it, when nothing was used',
        carrying({ at_most: 10 }),
        of('2026-03-01', 1),
        { used: 1, base: 1, carried: 10 },
      ],
      [
        'room of a share, rounded down',
        carrying({ at_most: 50, of: 100 }),
        [...of('2025-03-01', 1), ...of('2025-03-01', 4, others)],
        { used: 0, base: 0, carried: 1 },
      ],
      [
        'what a least share owes, rounded up',
        carrying({ at_least: 50, of: 100 }),
        [...of('2025-03-01', 1), ...of('2025-03-01', 4, others)],
        { used: 0, base: 0, carried: 2 },
      ],
      [
        'a least share done beforehand',
        carrying({ at_least: 2 }),
        of('2025-03-01', 5),
        { used: 0, base: 0, carried: -3 },
      ],
      [
        'an exact number',
        carrying({ exactly: 4 }),
        of('2025-03-01', 1),
        { used: 0, base: 0, carried: 3 },
      ],
      [
        'month by month',
        carrying({ at_most: 10 }, { per: 'calendar-month' }),
        of('2026-05-31', 4),
        { used: 0, base: 0, carried: 6 },
      ],
    ])('%s', (_, rule, assignments, use) => {
      expect(useOn(rule, assignments)).toEqual({ all: use })
    })

    test('nothing from before the quota began', () => {
      const rule = carrying({ at_most: 10 }, { from: date('2026-01-01') })
      expect(useOn(rule, of('2025-03-01', 7))).toEqual({})
      const book = bookOf([carrying({ at_most: 10 })], {
        valid: { from: date('2025-12-31'), until: date('2026-12-31') },
      })
      const rules = resolve([book], { on: date('2026-06-01') })
      expect(
        countUse(carrying({ at_most: 10 }), of('2025-03-01', 7), date('2026-06-01'), rules),
      ).toEqual({
        all: { used: 0, base: 0, carried: 3 },
      })
    })

    test('a whole term has no period before it', () => {
      const rule = carrying({ at_most: 10 }, { per: 'whole-term' })
      expect(useOn(rule, of('2026-03-01', 7))).toEqual({ all: { used: 7, base: 7 } })
    })
  })
})
