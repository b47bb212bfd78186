import { describe, expect, test } from 'vitest'
import { letting, observed, opened, search, times } from '../../tests/example-records.ts'
import { cases, fc } from '../../tests/properties.ts'
import { addDays } from '../basics/calendar-date.ts'
import { measureIds, measures } from './definitions.ts'
import { quantileOf } from './distribution.ts'
import { figuresOf } from './figures-of.ts'
import { daysPerYear, housedWithin, lengthsOf, riskTableOf } from './survival.ts'

describe('with too few cases there is no figure', () => {
  const figures = (count: number) =>
    figuresOf(
      times(count, () => letting()),
      times(count, () => search(10, 'housed')),
      { observed },
    )

  test.each([
    ['registration-time-p50', 1000 / daysPerYear],
    ['share-mediated', 0],
    ['success-chance', 1],
    ['housed-within-1-year', 1],
  ])('%s: nine are too few, ten are enough', (id, value) => {
    expect(figures(9)[id]).toEqual({ all: null })
    expect(figures(10)[id]).toEqual({ all: expect.closeTo(value, 9) })
  })
  test('a count is a fact, however small', () => {
    expect(figures(1).lettings).toEqual({ all: 1 })
    expect(figures(1)['waiting-number']).toEqual({ all: 0 })
  })
  test('without any record there is nothing to count', () => {
    const empty = figuresOf([], [], { observed, groups: ['all', 'urgent'] })
    expect(Object.keys(empty)).toEqual(measureIds)
    for (const id of measureIds) {
      const groups = measures[id].over === 'region' ? { all: null } : { all: null, urgent: null }
      expect(empty[id], id).toEqual(groups)
    }
  })
})

describe('groups', () => {
  const lettings = [
    ...times(10, () => letting({ groups: ['all', 'local'] })),
    ...times(10, () => letting({ groups: ['all', 'urgent'], household: { leavesHome: true } })),
  ]

  test('every group that a record names, and a group in two lists once', () => {
    const figures = figuresOf(lettings, [search(1, 'housed', { groups: ['all', 'starter'] })], {
      observed,
    })
    expect(figures.lettings).toEqual({ all: 20, local: 10, starter: 0, urgent: 10 })
  })
  test('only the groups that are asked', () => {
    const figures = figuresOf(lettings, [], { observed, groups: ['urgent', 'regular'] })
    expect(figures.lettings).toEqual({ urgent: 10, regular: 0 })
    expect(figures['registration-time-p50']).toMatchObject({ regular: null })
  })
  test('a group with homes and without searches has no chance of success', () => {
    const figures = figuresOf(
      lettings,
      times(10, () => search(1, 'housed')),
      { observed },
    )
    expect(figures['success-chance']).toEqual({ all: 1, local: null, urgent: null })
    expect(figures['waiting-number']).toEqual({ all: 0, local: null, urgent: null })
  })
  test('what is of the region stands under all only', () => {
    const figures = figuresOf(lettings, [], { observed })
    expect(figures['lettings-per-new-home']).toEqual({ all: 2 })
  })
  test('a chain without end is no figure', () => {
    const leaving = times(10, () => letting({ household: { leavesHome: true } }))
    expect(figuresOf(leaving, [], { observed })['lettings-per-new-home']).toEqual({ all: null })
  })
})

test('counting all groups together gives what each group gives alone', () => {
  const groups = fc.subarray(['a', 'b', 'c'])
  const someLetting = fc.record({ days: fc.nat(5000), groups })
  const someSearch = fc.record({
    days: fc.nat(1000),
    after: fc.nat(3),
    end: fc.constantFrom('housed', 'left', 'still-searching'),
    groups,
  })
  fc.assert(
    fc.property(
      fc.array(someLetting, { minLength: 20, maxLength: 60 }),
      fc.array(someSearch, { minLength: 20, maxLength: 60 }),
      (some, others) => {
        const lettings = some.map((each) => {
          const made = letting({ groups: each.groups })
          return { ...made, registeredOn: addDays(made.on, -each.days) }
        })
        const searches = others.map(({ days, end, ...change }) => search(days, end, change))
        const figures = figuresOf(lettings, searches, { observed, groups: ['a', 'b', 'c'] })
        for (const group of ['a', 'b', 'c']) {
          const own = lettings.filter((each) => each.groups.includes(group))
          const days = own.map((each) => each.on - each.registeredOn).sort((a, b) => a - b)
          const median = days.length < 10 ? null : quantileOf(days, 1 / 2) / daysPerYear
          expect(figures['registration-time-p50']?.[group]).toBe(median)
          const lengths = lengthsOf(
            searches.filter((each) => each.groups.includes(group)),
            opened,
          )
          const housed = housedWithin(riskTableOf(lengths), daysPerYear)
          const known = lengths.length < 10 ? null : (housed ?? null)
          expect(figures['housed-within-1-year']?.[group]).toBe(known)
        }
      },
    ),
    cases(50),
  )
})
