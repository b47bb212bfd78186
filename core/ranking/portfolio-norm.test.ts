import { describe, expect, test } from 'vitest'
import { cases, fc } from '../../tests/properties.ts'
import { type CalendarDate, date } from '../basics/calendar-date.ts'
import { rentFitNorm, targetGroupFloor, targetGroupNorm } from './portfolio-norm.ts'
import type { RentFit } from './rent-fit.ts'

const norm = { at_least: 95, of: 100 }
const fits: RentFit = { fit: 'fits', capCents: 713_02 }
const doesNot: RentFit = { fit: 'does-not-fit', capCents: 713_02, excessCents: 1 }

function lettings(fit: RentFit, count: number, leaseStart: CalendarDate = date('2026-06-01')) {
  return Array.from({ length: count }, () => ({ landlord: 'voorbeeldcorporatie', leaseStart, fit }))
}

function in2026(fitting: number, not: number) {
  const all = [...lettings(fits, fitting), ...lettings(doesNot, not)]
  return rentFitNorm(all, { landlord: 'voorbeeldcorporatie', year: 2026, norm }).year
}

describe('fitting rents: 95 of 100', () => {
  test.each([
    ['exactly 95 of 100 meets the norm, without room', 95, 5, true, 0, 0],
    ['94 of 100 does not; twenty fitting lettings more mend it', 94, 6, false, 0, 20],
    ['96 of 100 leaves room for one', 96, 4, true, 1, 0],
    ['no lettings break no norm', 0, 0, true, 0, 0],
    ['the very first that does not fit breaks it for now', 0, 1, false, 0, 19],
    ['nineteen fitting lettings leave room for one', 19, 0, true, 1, 0],
    ['eighteen do not', 18, 0, true, 0, 0],
  ])('%s', (_, fitting, not, met, room, needed) => {
    expect(in2026(fitting, not)).toMatchObject({ met, room, needed })
  })

  test('room and need are exact: one more than the room breaks the norm, one fewer than needed keeps it broken', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(60), (fitting, not) => {
        const { met, room, needed } = in2026(fitting, not)
        if (met) {
          expect(in2026(fitting, not + room).met).toBe(true)
          expect(in2026(fitting, not + room + 1).met).toBe(false)
          expect(needed).toBe(0)
        } else {
          expect(in2026(fitting + needed, not).met).toBe(true)
          expect(in2026(fitting + needed - 1, not).met).toBe(false)
          expect(room).toBe(0)
        }
      }),
      cases(100),
    )
  })
})

test.each([
  ['none', 0],
  ['all', 100],
])('a norm that asks %s of all lettings is a broken promise', (_, least) => {
  const asked = { landlord: 'x', year: 2026, norm: { at_least: least, of: 100 } }
  expect(() => rentFitNorm([], asked)).toThrow('a norm is a part of all lettings')
})

describe('fitting rents over two calendar years', () => {
  const before = date('2025-12-31')
  const start = date('2026-01-01')

  test('a good year makes up for a bad one', () => {
    const all = [
      ...lettings(fits, 100, before),
      ...lettings(fits, 90, start),
      ...lettings(doesNot, 10, start),
    ]
    const use = rentFitNorm(all, { landlord: 'voorbeeldcorporatie', year: 2026, norm })
    expect(use.year).toMatchObject({ met: false, counted: { taken: 90, of: 100 } })
    expect(use.twoYears).toMatchObject({ met: true, counted: { taken: 190, of: 200 } })
  })
  test('the year is that of the start of the lease; older years and later ones do not count', () => {
    const all = [
      ...lettings(doesNot, 9, date('2024-12-31')),
      ...lettings(fits, 1, before),
      ...lettings(fits, 1, start),
      ...lettings(doesNot, 9, date('2027-01-01')),
    ]
    const use = rentFitNorm(all, { landlord: 'voorbeeldcorporatie', year: 2026, norm })
    expect(use.twoYears.counted).toEqual({ taken: 2, of: 2 })
    expect(use.year.counted).toEqual({ taken: 1, of: 1 })
  })
  test('other landlords and lettings without rent to fit are left out', () => {
    const all = [
      ...lettings(fits, 1),
      ...lettings({ fit: 'not-applicable' }, 5),
      { landlord: 'andere-corporatie', leaseStart: start, fit: doesNot },
    ]
    const use = rentFitNorm(all, { landlord: 'voorbeeldcorporatie', year: 2026, norm })
    expect(use.year.counted).toEqual({ taken: 1, of: 1 })
  })
})

describe('homes for the income target group', () => {
  const usual = { at_least: 925, of: 1000 }
  const law = { usual, agreed: { at_least: 85, of: 100 } }
  const count = (inGroup: number, outside: number, floor = usual) =>
    targetGroupNorm(
      [
        ...Array.from({ length: inGroup }, () => true),
        ...Array.from({ length: outside }, () => false),
        undefined,
      ].map((inTargetGroup) => ({
        landlord: 'voorbeeldcorporatie',
        leaseStart: date('2026-03-01'),
        inTargetGroup,
      })),
      { landlord: 'voorbeeldcorporatie', year: 2026, norm: floor },
    )

  test.each([
    ['185 of 200 is exactly 92.5 of 100', 185, 15, true, 0],
    ['184 of 200 is not enough', 184, 16, false, 0],
    ['37 of 37 leaves room for three', 37, 0, true, 3],
    ['36 of 36 leaves room for two', 36, 0, true, 2],
  ])('%s', (_, inGroup, outside, met, room) => {
    expect(count(inGroup, outside)).toMatchObject({ met, room })
  })
  test('homes above the social rent are not counted', () => {
    expect(count(1, 1).counted).toEqual({ taken: 1, of: 2 })
  })
  test.each([
    ['another year', 'voorbeeldcorporatie', '2025-12-31'],
    ['another landlord', 'andere-corporatie', '2026-06-01'],
  ])('%s does not count', (_, landlord, day) => {
    const letting = { landlord, leaseStart: date(day), inTargetGroup: false }
    const use = targetGroupNorm([letting], {
      landlord: 'voorbeeldcorporatie',
      year: 2026,
      norm: usual,
    })
    expect(use.counted).toEqual({ taken: 0, of: 0 })
  })

  const municipalities = ['heerlen', 'kerkrade']
  test.each([
    ['without an agreement the usual norm holds', undefined, municipalities, usual],
    [
      'an agreement everywhere lowers it',
      { at_least: 88, of: 100 },
      municipalities,
      { at_least: 88, of: 100 },
    ],
    [
      'one municipality without it keeps the usual norm',
      { at_least: 88, of: 100 },
      ['heerlen'],
      usual,
    ],
    [
      'exactly 85 of 100 is allowed',
      { at_least: 17, of: 20 },
      municipalities,
      { at_least: 17, of: 20 },
    ],
    ['nobody may agree on less than 85', { at_least: 84, of: 100 }, municipalities, law.agreed],
  ])('%s', (_, agreed, agreedIn, expected) => {
    const agreement = { agreedIn, municipalities, ...(agreed ? { agreed } : {}) }
    expect(targetGroupFloor(law, agreement)).toEqual(expected)
  })
})
