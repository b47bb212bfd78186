import { expect, test } from 'vitest'
import {
  formatInstant,
  type LotteryProblem,
  lotteryProblemTexts,
  sayLotteryProblem,
} from './draw.ts'
import { argumentsOf } from './language.ts'

test.each<[LotteryProblem, string]>([
  [{ code: 'duplicate-lot', facts: { lot: 'L-1' } }, 'Lot L-1 staat er twee keer in.'],
  [
    { code: 'count-mismatch', facts: { committed: 1200, found: 1201 } },
    'Er zijn 1200 loten vastgelegd, en hier staan er 1201.',
  ],
  [
    { code: 'waiting-for-source', facts: { source: 0, until: 1_692_892_764 } },
    'Bron 1 heeft nog niets gezegd. Zij telt tot en met 24 augustus 2023 om 17:59:24.',
  ],
  [
    { code: 'value-not-verified', facts: { kind: 'round', which: 1000 } },
    'De handtekening van ronde 1000 klopt niet, of is niet gecontroleerd.',
  ],
  [
    { code: 'seed-mismatch', facts: { published: 'ab'.repeat(32), computed: 'cd'.repeat(32) } },
    'Het zaad is abababababab…, maar moet cdcdcdcdcdcd… zijn.',
  ],
])('a problem is said in Dutch: %o', (problem, text) => {
  expect(sayLotteryProblem(problem, 'nl')).toBe(text)
})

test('a moment is shown in Dutch time, in summer and in winter', () => {
  expect(formatInstant(1_692_806_364, 'nl')).toBe('23 augustus 2023 om 17:59:24')
  expect(formatInstant(1_767_225_600, 'en')).toBe('1 January 2026 at 01:00:00')
})

test('both languages mention the same facts', () => {
  for (const [code, text] of Object.entries(lotteryProblemTexts.nl)) {
    const [, english] = Object.entries(lotteryProblemTexts.en).find(([key]) => key === code) ?? []
    expect(argumentsOf(english ?? '').toSorted()).toEqual(argumentsOf(text).toSorted())
  }
})
