import { expect, test } from 'vitest'
import { lettingsPerNewHome } from './vacancy-chain.ts'

test.each([
  ['nobody leaves a home', 0, 1],
  ['every second does', 1 / 2, 2],
  ['33 of 56, the first links of 2021 in the Netherlands', 33 / 56, 2.4348],
  ['everybody does: without end', 1, Number.POSITIVE_INFINITY],
])('%s', (_, freed, lettings) => {
  expect(lettingsPerNewHome(freed)).toBeCloseTo(lettings, 4)
})
