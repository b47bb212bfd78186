import { describe, expect, test } from 'vitest'
import { checkTable, type PrintedRow, type PrintedTable } from './cross-table.ts'

function row(ground: string, targetGroup: string | undefined, ...counts: number[]): PrintedRow {
  const cells = counts.slice(0, 4)
  const total = counts[4] ?? 0
  return { ground, ...(targetGroup === undefined ? {} : { targetGroup }), cells, total }
}

/** As shown in Parkstad on 14 November 2024. */
const shownIn2024: PrintedTable = {
  columns: ['2024-1', '2024-2', '2024-3', '2024-4'],
  rows: [
    row('Geen urgentie', undefined, 110, 125, 171, 65, 471),
    row('Geen urgentie', 'Geen bijzondere doelgroep', 85, 106, 152, 58, 401),
    row('Geen urgentie', 'Statushouders', 20, 14, 10, 4, 48),
    row('Geen urgentie', 'Housing', 0, 4, 2, 0, 6),
    row('Geen urgentie', 'Housing Plus', 1, 0, 3, 2, 6),
    row('Geen urgentie', 'Housing First', 3, 0, 0, 1, 5),
    row('Geen urgentie', 'Woonwagenbewoner', 0, 0, 3, 0, 3),
    row('Geen urgentie', 'Huren via/of met hulp van instantie', 1, 0, 0, 0, 1),
    row('Geen urgentie', 'Urgentieregeling Heerlen', 0, 1, 0, 0, 1),
    row('Maatwerk', undefined, 15, 16, 32, 13, 76),
    row('Maatwerk', 'Statushouders', 10, 12, 18, 8, 48),
    row('Maatwerk', 'Geen bijzondere doelgroep', 4, 3, 6, 2, 15),
    row('Maatwerk', 'Housing', 1, 1, 5, 1, 8),
    row('Maatwerk', 'Housing Plus', 0, 0, 1, 2, 3),
    row('Maatwerk', 'Urgentieregeling Heerlen', 0, 0, 1, 0, 1),
    row('Maatwerk', 'Zeer moeilijk plaatsbaren', 0, 0, 0, 1, 1),
    row('Herstructureerder', undefined, 8, 20, 25, 5, 58),
    row('Rollator (WMO)', undefined, 10, 17, 8, 3, 38),
    row('Regulier urgent', undefined, 12, 4, 7, 2, 25),
    row('Regulier urgent', 'Geen bijzondere doelgroep', 9, 2, 6, 1, 18),
    row('Regulier urgent', 'Urgentieregeling Heerlen', 3, 2, 0, 1, 6),
    row('Regulier urgent', 'Urgentieregeling Maastricht', 0, 0, 1, 0, 1),
    row('Rolstoel (WMO)', undefined, 2, 2, 4, 1, 9),
    row('Wandelstok (WMO)', undefined, 0, 3, 0, 0, 3),
  ],
  total: { cells: [157, 187, 247, 89], total: 680 },
}

test('the table of 2024: one row, three columns of parts, and nothing else', () => {
  expect(checkTable(shownIn2024).faults).toEqual([
    {
      code: 'row-does-not-add-up',
      ground: 'Geen urgentie',
      targetGroup: 'Housing First',
      sum: 4,
      printed: 5,
    },
    {
      code: 'parts-do-not-add-up',
      ground: 'Geen urgentie',
      column: '2024-3',
      sum: 170,
      printed: 171,
    },
    { code: 'parts-do-not-add-up', ground: 'Maatwerk', column: '2024-3', sum: 31, printed: 32 },
    { code: 'parts-do-not-add-up', ground: 'Maatwerk', column: '2024-4', sum: 14, printed: 13 },
  ])
})

test('two slips explain all four', () => {
  expect(checkTable(shownIn2024).slips).toEqual([
    {
      code: 'one-cell-is-off',
      ground: 'Geen urgentie',
      targetGroup: 'Housing First',
      column: '2024-3',
      missing: 1,
    },
    {
      code: 'counted-in-another-column',
      ground: 'Maatwerk',
      inColumn: '2024-4',
      belongsIn: '2024-3',
      count: 1,
    },
  ])
})

describe('a small table', () => {
  const good: PrintedTable = {
    columns: ['first', 'second'],
    rows: [
      { ground: 'none', cells: [3, 4], total: 7 },
      { ground: 'none', targetGroup: 'student', cells: [1, 1], total: 2 },
      { ground: 'none', targetGroup: 'none', cells: [2, 3], total: 5 },
      { ground: 'urgent', cells: [1, 0], total: 1 },
    ],
    total: { cells: [4, 4], total: 8 },
  }
  const withRow = (index: number, change: Partial<PrintedRow>): PrintedTable => ({
    ...good,
    rows: good.rows.map((each, at) => (at === index ? { ...each, ...change } : each)),
  })

  test('that adds up has no faults', () => {
    expect(checkTable(good)).toEqual({ faults: [], slips: [] })
  })
  test.each<[string, PrintedTable, readonly object[], number]>([
    [
      'a bottom row that does not add up to its total',
      { ...good, total: { cells: [4, 4], total: 9 } },
      [
        { code: 'row-does-not-add-up', sum: 8, printed: 9 },
        { code: 'column-does-not-add-up', sum: 8, printed: 9 },
      ],
      0,
    ],
    [
      'a ground that is wrong in one period',
      withRow(3, { cells: [1, 1] }),
      [
        { code: 'row-does-not-add-up', ground: 'urgent', sum: 2, printed: 1 },
        { code: 'column-does-not-add-up', column: 'second', sum: 5, printed: 4 },
      ],
      0,
    ],
    [
      'a total of a part that is wrong',
      withRow(1, { total: 3 }),
      [
        {
          code: 'row-does-not-add-up',
          ground: 'none',
          targetGroup: 'student',
          sum: 2,
          printed: 3,
        },
        { code: 'parts-do-not-add-up', ground: 'none', sum: 8, printed: 7 },
      ],
      0,
    ],
    [
      'one cell too many',
      withRow(1, { cells: [2, 1] }),
      [
        { code: 'row-does-not-add-up', ground: 'none', targetGroup: 'student', sum: 3, printed: 2 },
        { code: 'parts-do-not-add-up', ground: 'none', column: 'first', sum: 4, printed: 3 },
      ],
      1,
    ],
  ])('%s', (_, table, faults, slips) => {
    const found = checkTable(table)
    expect(found.faults).toEqual(faults)
    expect(found.slips).toHaveLength(slips)
  })

  test('three columns that are wrong have no one slip', () => {
    const table: PrintedTable = {
      columns: ['first', 'second', 'third'],
      rows: [
        { ground: 'none', cells: [2, 2, 0], total: 4 },
        { ground: 'none', targetGroup: 'student', cells: [1, 1, 1], total: 3 },
      ],
      total: { cells: [2, 2, 0], total: 4 },
    }
    const { faults, slips } = checkTable(table)
    expect(faults.map(({ code }) => code)).toEqual(Array(4).fill('parts-do-not-add-up'))
    expect(slips).toEqual([])
  })
})
