/** An amount is what was meant, whichever sign stands before the cents. */
import { expect, test } from 'vitest'
import { centsIn } from './amount-typed.ts'

test.each([
  ['650', 65_000],
  ['650,25', 65_025],
  ['650.25', 65_025],
  ['650,5', 65_050],
  ['€ 1.650,25', 165_025],
  ['1,650.25', 165_025],
  ['24.500', 2_450_000],
  ['24500,-', 2_450_000],
])('%s', (written, cents) => {
  expect(centsIn(written)).toBe(cents)
})

test.each(['', 'veel', '6.5.0', '65,0255', '-650'])('"%s" is no amount', (written) => {
  expect(centsIn(written)).toBeUndefined()
})
