import { describe, expect, test } from 'vitest'
import { date } from '../basics/calendar-date.ts'
import type { Parameter } from '../policy/kinds/parameter.ts'
import {
  checkRentFit,
  type HouseholdLimits,
  isInTargetGroup,
  limitsFor,
  type RentedHome,
  type RentingHousehold,
} from './rent-fit.ts'

// The amounts of 2026 for one person below AOW age.
const limits: HouseholdLimits = {
  fitIncomeCents: 29_400_00,
  rentCapCents: 713_02,
  targetIncomeCents: 51_537_00,
  socialRentCents: 932_93,
}
const household: RentingHousehold = { size: 1, incomeCents: 20_000_00, aowAge: false }
const home: RentedHome = { rentCents: 600_00, allowance: true }

describe('whether a rent fits', () => {
  const notApplicable = { fit: 'not-applicable' }
  const fits = { fit: 'fits', capCents: 713_02 }
  test.each<[string, Partial<RentingHousehold>, Partial<RentedHome>, object]>([
    ['a rent exactly at the cap fits', {}, { rentCents: 713_02 }, fits],
    [
      'one cent above it does not, and the excess is told',
      {},
      { rentCents: 713_03 },
      { fit: 'does-not-fit', capCents: 713_02, excessCents: 1 },
    ],
    ['an income exactly at the limit is low', { incomeCents: 29_400_00 }, {}, fits],
    ['one cent more is not low: nothing to fit', { incomeCents: 29_400_01 }, {}, notApplicable],
    ['without rent allowance there is nothing to fit', {}, { allowance: false }, notApplicable],
    ['elderly with savings are left out at their request', { leftOut: true }, {}, notApplicable],
    [
      'a permit holder counts as low whatever the income',
      { incomeCents: 90_000_00, category: 'permit-holder' },
      {},
      fits,
    ],
    ['students count as two', { incomeCents: 90_000_00, category: 'student', size: 2 }, {}, fits],
    [
      'students do not count as three',
      { incomeCents: 90_000_00, category: 'student', size: 3 },
      {},
      notApplicable,
    ],
    [
      'care makes nobody low in income here',
      { incomeCents: 90_000_00, category: 'nursing' },
      {},
      notApplicable,
    ],
  ])('%s', (_, who, where, expected) => {
    expect(checkRentFit({ ...household, ...who }, { ...home, ...where }, limits)).toEqual(expected)
  })
})

describe('whether a household belongs to the income target group', () => {
  const rich = 90_000_00
  test.each<[string, Partial<RentingHousehold>, Partial<RentedHome>, boolean | undefined]>([
    ['an income exactly at the limit does', { incomeCents: 51_537_00 }, {}, true],
    ['one cent more does not', { incomeCents: 51_537_01 }, {}, false],
    ['a rent exactly at the limit is a social letting', {}, { rentCents: 932_93 }, true],
    ['one cent more is not one', {}, { rentCents: 932_94 }, undefined],
    ['a permit holder does', { incomeCents: rich, category: 'permit-holder' }, {}, true],
    ['long-term care does', { incomeCents: rich, category: 'long-term-care' }, {}, true],
    ['nursing at home does', { incomeCents: rich, category: 'nursing' }, {}, true],
    ['an old indication does', { incomeCents: rich, category: 'earlier-indication' }, {}, true],
    ['two students do', { incomeCents: rich, category: 'student', size: 2 }, {}, true],
    ['three students do not', { incomeCents: rich, category: 'student', size: 3 }, {}, false],
  ])('%s', (_, who, where, expected) => {
    expect(isInTargetGroup({ ...household, ...who }, { ...home, ...where }, limits)).toBe(expected)
  })
})

describe('which amounts hold', () => {
  const table = (id: string, amounts: [string, number | 'missing'][]): Parameter => ({
    kind: 'parameter',
    id,
    values: amounts.map(([from, value]) => ({ from: date(from), rows: [{ when: [], value }] })),
  })
  const small = { name: 'household-size', test: { at_most: 2 } }
  const caps: Parameter = {
    kind: 'parameter',
    id: 'rent-cap',
    values: [
      {
        from: date('2026-01-01'),
        rows: [
          { when: [small], value: 713_02 },
          { when: [], value: 764_14 },
        ],
      },
    ],
  }
  const parameters = [
    table('fit-income-limit', [
      ['2026-01-01', 29_400_00],
      ['2025-01-01', 28_375_00],
    ]),
    caps,
    table('daeb-income-limit', [['2025-01-01', 49_669_00]]),
    table('daeb-rent-limit', [['2025-01-01', 900_07]]),
  ]
  const on = (day: string, size = 1) => limitsFor({ ...household, size }, date(day), parameters)

  test('the start of the lease decides the year', () => {
    expect(on('2026-01-01')).toMatchObject({ fitIncomeCents: 29_400_00 })
  })
  test('two persons have the low cap, three the high one', () => {
    expect(on('2026-06-01', 2)).toMatchObject({ rentCapCents: 713_02 })
    expect(on('2026-06-01', 3)).toMatchObject({ rentCapCents: 764_14 })
  })
  test('an amount that is not known is named, not guessed', () => {
    expect(on('2025-12-31')).toEqual({ missing: ['rent-cap'] })
    expect(limitsFor(household, date('2026-01-01'), [])).toEqual({
      missing: ['fit-income-limit', 'rent-cap', 'daeb-income-limit', 'daeb-rent-limit'],
    })
  })
})
