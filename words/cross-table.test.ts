import { expect, test } from 'vitest'
import type { LikelySlip, TableFault } from '../core/oversight/cross-table.ts'
import { faultText, faultTexts, slipText, slipTexts } from './cross-table.ts'
import { argumentsOf } from './language.ts'

const ground = 'Geen urgentie'
const targetGroup = 'Housing First'
const column = '2024-3'

test.each<[TableFault, string]>([
  [
    { code: 'row-does-not-add-up', ground, targetGroup, sum: 4, printed: 5 },
    'Rij Geen urgentie, Housing First: de perioden tellen op tot 4, gedrukt staat 5.',
  ],
  [
    { code: 'row-does-not-add-up', sum: 4, printed: 5 },
    'Rij totaal: de perioden tellen op tot 4, gedrukt staat 5.',
  ],
  [
    { code: 'parts-do-not-add-up', ground, column, sum: 170, printed: 171 },
    'Onder Geen urgentie, kolom 2024-3: de doelgroepen tellen op tot 170, gedrukt staat 171.',
  ],
  [
    { code: 'column-does-not-add-up', sum: 680, printed: 681 },
    'Kolom totaal: de rijen tellen op tot 680, gedrukt staat 681.',
  ],
])('$0.code', (fault, text) => {
  expect(faultText(fault, 'nl')).toBe(text)
  expect(faultText(fault, 'en')).not.toMatch(/[{}]/)
})

test.each<[LikelySlip, string]>([
  [
    { code: 'one-cell-is-off', ground, targetGroup, column, missing: 1 },
    'Possibly one slip: Geen urgentie, Housing First, column 2024-3, has 1 too few.',
  ],
  [
    { code: 'one-cell-is-off', ground, targetGroup, column, missing: -2 },
    'Possibly one slip: Geen urgentie, Housing First, column 2024-3, has 2 too many.',
  ],
  [
    {
      code: 'counted-in-another-column',
      ground: 'Maatwerk',
      inColumn: '2024-4',
      belongsIn: '2024-3',
      count: 1,
    },
    'Possibly one slip under Maatwerk: 1 in column 2024-4 belongs in column 2024-3. ' +
      'The table does not say in which row.',
  ],
])('$0.code', (slip, text) => {
  expect(slipText(slip, 'en')).toBe(text)
  expect(slipText(slip, 'nl')).not.toMatch(/[{}]/)
})

test('both languages say the same facts', () => {
  for (const { nl, en } of [...Object.values(faultTexts), ...Object.values(slipTexts)]) {
    expect(argumentsOf(en).toSorted()).toEqual(argumentsOf(nl).toSorted())
  }
})
