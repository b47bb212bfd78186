import { expect, test } from 'vitest'
import { nearestWord } from './nearest-word.ts'

test.each([
  ['unles', ['must', 'unless'], 'unless'],
  ['at-least', ['at_most', 'at_least'], 'at_least'],
  ['Age', ['age', 'rent'], 'age'],
  ['mediation', ['ranked', 'lottery'], undefined],
  ['x', ['y', 'who'], 'y'],
  ['', ['who'], undefined],
  ['who', [], undefined],
])('%s among %j means %s', (written, allowed, meant) => {
  expect(nearestWord(written, allowed)).toBe(meant)
})
