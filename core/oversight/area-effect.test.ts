import { expect, test } from 'vitest'
import { complexYearsNeeded, homesChangedPerYear } from './area-effect.ts'

test('of 100 homes with a turnover of 7.5 %, a rule for 30 % of the lettings changes 2.25 a year', () => {
  expect(homesChangedPerYear({ homes: 100, turnover: 0.075, touched: 0.3 })).toBeCloseTo(2.25, 9)
})

test.each([
  ['a drop of 30 % from 20 reports', 20, 0.3, 7.4],
  ['a drop of 10 %: ten times as long', 20, 0.1, 74.6],
  ['fewer reports take longer', 5, 0.3, 29.7],
  ['everything gone is seen soon', 20, 1, 0.4],
])('%s', (_, reportsPerYear, drop, years) => {
  expect(complexYearsNeeded({ reportsPerYear, drop })).toBeCloseTo(years, 1)
})
