import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { isKnown, type Parameter, rowsAt } from '../core/policy/kinds/parameter.ts'
import { limitsFor } from '../core/ranking/rent-fit.ts'
import { loadRuleBook } from './load-rule-book.ts'

const parameters = nationalParameters()

function nationalParameters(): Parameter[] {
  const loaded = loadRuleBook(join(import.meta.dirname, 'national/national.yaml'))
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded))
  return loaded.book.articles
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.kind === 'parameter')
}

const limits = (on: string, size: number, aowAge = false) =>
  limitsFor({ size, aowAge, incomeCents: 0 }, date(on), parameters)

describe('amounts of one household on the day its lease starts', () => {
  test.each<[string, number, boolean, number, number, number, number]>([
    ['2022-12-31', 1, false, 24_075_00, 633_25, 40_765_00, 763_47],
    ['2023-01-01', 1, true, 25_075_00, 647_19, 44_035_00, 808_06],
    ['2024-07-01', 2, true, 36_675_00, 650_43, 52_671_00, 879_66],
    ['2025-01-01', 3, false, 38_500_00, 731_93, 54_847_00, 900_07],
    ['2025-12-31', 3, true, 37_350_00, 731_93, 54_847_00, 900_07],
    ['2026-01-01', 1, false, 29_400_00, 713_02, 51_537_00, 932_93],
    ['2026-12-31', 2, false, 39_925_00, 713_02, 56_910_00, 932_93],
    ['2026-12-31', 3, true, 38_650_00, 764_14, 56_910_00, 932_93],
  ])('%s, %d persons, AOW age %s', (on, size, aow, fit, cap, target, rent) => {
    expect(limits(on, size, aow)).toEqual({
      fitIncomeCents: fit,
      rentCapCents: cap,
      targetIncomeCents: target,
      socialRentCents: rent,
    })
  })
  test.each(['2021-12-31', '2027-01-01'])(
    'on %s nothing is known, and nothing is guessed',
    (on) => {
      expect(limits(on, 1)).toEqual({
        missing: ['fit-income-limit', 'rent-cap', 'daeb-income-limit', 'daeb-rent-limit'],
      })
    },
  )
})

test('every amount is in cents, laid down by law, with a source', () => {
  for (const { id, unit, latitude, source } of parameters) {
    expect([id, unit, latitude, source !== undefined]).toEqual([id, 'cents', 'law', true])
  }
})

test('what is not known is declared: the dates from which each amount is missing', () => {
  const missing = parameters.map(({ id, values }) => [
    id,
    values.filter(({ rows }) => !rows.every(({ value }) => isKnown(value))).map(({ from }) => from),
  ])
  const after2026 = date('2027-01-01')
  expect(Object.fromEntries(missing)).toEqual({
    'daeb-income-limit': [after2026],
    'daeb-rent-limit': [after2026],
    'quality-discount-limit': [after2026],
    'rent-cap': [after2026],
    'fit-income-limit': [after2026],
    'middle-rent-limit': [after2026, date('2024-07-01')],
    'middle-income-limit': [after2026],
    'sale-income-limit': [after2026, date('2023-01-01')],
  })
})

test('no amount is lower than the year before: a slip of a digit would show', () => {
  const years = [2022, 2023, 2024, 2025, 2026].map((year) => date(`${year}-01-01`))
  for (const parameter of parameters) {
    const rows = years.map((on) =>
      rowsAt(parameter, on).flatMap(({ value }) => (typeof value === 'number' ? value : [])),
    )
    for (const [at, row] of rows.entries()) {
      for (const [place, amount] of row.entries()) {
        expect(amount).toBeGreaterThan(rows[at - 1]?.[place] ?? 0)
      }
    }
  }
})
