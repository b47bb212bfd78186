import { describe, expect, test } from 'vitest'
import { letting, observed, times } from '../../tests/example-records.ts'
import { shareInterval } from './distribution.ts'
import { figuresOf } from './figures-of.ts'
import type { Channel } from './record.ts'
import { isRegular, regularDefinitions, type Standing } from './regular.ts'

const none = { ground: 'none', targetGroup: 'none' } as const
const yes = [true, true, true, true]

test.each<[string, Standing, readonly boolean[]]>([
  ['nothing special', { ...none, channel: 'advertised' }, yes],
  ['mediated, but nothing special', { ...none, channel: 'mediated' }, yes],
  ['still searching', none, yes],
  ['a target group', { ...none, targetGroup: 'student' }, [true, false, false, true]],
  ['a permit holder', { ...none, targetGroup: 'permit-holder' }, [true, false, false, false]],
  ['urgent', { ...none, ground: '12-3-b' }, [false, false, true, false]],
  ['tailored', { ...none, channel: 'tailored' }, [false, false, true, false]],
  ['with a Wmo indication', { ...none, indication: 'walker' }, [false, false, false, false]],
  ['a mover for renewal', { ...none, ground: 'local-renewal' }, [false, false, false, false]],
  [
    'urgent and a target group',
    { ground: '12-3-b', targetGroup: 'student' },
    [false, false, false, false],
  ],
])('%s: D1 to D4', (_, standing, expected) => {
  expect(regularDefinitions.map((by) => isRegular(by, standing))).toEqual(expected)
})

/**
 * The allocations table shown in Parkstad on 14 November 2024, one row per ground and target group. Tailored
 * is a channel here and no ground, and a Wmo indication stands apart. The table does not split the movers for
 * renewal and the Wmo rows, so for those it does not say that there is no target group, and D3 leaves them out.
 */
const shownIn2024: readonly (readonly [string, string, Channel, number, string?])[] = [
  ['none', 'none', 'advertised', 401],
  ['none', 'permit-holder', 'advertised', 48],
  ['none', 'housing', 'advertised', 6],
  ['none', 'housing-plus', 'advertised', 6],
  ['none', 'housing-first', 'advertised', 5],
  ['none', 'caravan-dweller', 'advertised', 3],
  ['none', 'renting-through-institution', 'advertised', 1],
  ['none', 'urgency-scheme-heerlen', 'advertised', 1],
  ['none', 'permit-holder', 'tailored', 48],
  ['none', 'none', 'tailored', 15],
  ['none', 'housing', 'tailored', 8],
  ['none', 'housing-plus', 'tailored', 3],
  ['none', 'urgency-scheme-heerlen', 'tailored', 1],
  ['none', 'very-hard-to-place', 'tailored', 1],
  ['local-renewal', 'none', 'advertised', 58],
  ['none', 'none', 'advertised', 38, 'walker'],
  ['urgent', 'none', 'advertised', 18],
  ['urgent', 'urgency-scheme-heerlen', 'advertised', 6],
  ['urgent', 'urgency-scheme-maastricht', 'advertised', 1],
  ['none', 'none', 'advertised', 9, 'wheelchair'],
  ['none', 'none', 'advertised', 3, 'walking-stick'],
]

describe('the table of 2024: one table, four answers', () => {
  const lettings = shownIn2024.flatMap(([ground, targetGroup, channel, count, indication]) =>
    times(count, () =>
      letting({ ground, targetGroup, channel, ...(indication && { indication }) }),
    ),
  )
  const figures = figuresOf(lettings, [], { observed })

  test('680 lettings', () => {
    expect(figures.lettings).toEqual({ all: 680 })
  })
  test.each([
    ['share-regular-d1', 471, 69.3, [65.7, 72.6]],
    ['share-regular-d2', 401, 59.0, [55.2, 62.6]],
    ['share-regular-d3', 434, 63.8, [60.1, 67.3]],
    ['share-regular-d4', 423, 62.2, [58.5, 65.8]],
    ['share-tailored', 76, 11.2, [9.0, 13.8]],
  ])('%s: %d of 680', (measure, taken, percent, [low, high]) => {
    const share = figures[measure]?.all ?? 0
    expect(share * 680).toBeCloseTo(taken, 9)
    expect(share * 100).toBeCloseTo(percent, 1)
    const interval = shareInterval({ taken, of: 680 })
    expect(interval.low * 100).toBeCloseTo(low ?? 0, 1)
    expect(interval.high * 100).toBeCloseTo(high ?? 0, 1)
  })
})
