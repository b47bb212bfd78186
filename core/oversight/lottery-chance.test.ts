import { expect, test } from 'vitest'
import { lotteryChance } from './lottery-chance.ts'

test.each([
  ['104 draws among 1094, as reported for Amsterdam', 1094, 104, 0.0907],
  ['one draw among ten', 10, 1, 0.1],
  ['two draws among ten', 10, 2, 0.19],
  ['nobody else responded', 1, 1, 1],
  ['no draw at all', 10, 0, 0],
])('%s', (_, responses, draws, chance) => {
  expect(lotteryChance({ responses, draws })).toBeCloseTo(chance, 4)
})
