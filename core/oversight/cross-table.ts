/**
 * Whether a printed table adds up (kruistabel): lettings by ground and target group, per period, with
 * totals. Says every row and column that does not, and where one slip would explain it. Nothing is mended:
 * who owns the table decides. A table made from records cannot have these faults.
 */

export type PrintedTable = {
  /** Names of the periods, such as quarters. */
  readonly columns: readonly string[]
  /** Every row of a ground, and under it, where it is split, one row per target group. */
  readonly rows: readonly PrintedRow[]
  /** The row of totals at the bottom. */
  readonly total: PrintedCounts
}

export type PrintedCounts = {
  /** One count a column; an empty cell is 0. */
  readonly cells: readonly number[]
  readonly total: number
}

/** Without a target group it is the row of the ground itself. */
export type PrintedRow = PrintedCounts & { readonly ground: string; readonly targetGroup?: string }

type Gap = { readonly sum: number; readonly printed: number }

export type TableFault =
  /** The periods of a row do not add up to its total; `ground` is absent for the row of totals. */
  | ({
      readonly code: 'row-does-not-add-up'
      readonly ground?: string
      readonly targetGroup?: string
    } & Gap)
  /** The target groups of a ground do not add up to the ground; `column` is absent for the totals. */
  | ({
      readonly code: 'parts-do-not-add-up'
      readonly ground: string
      readonly column?: string
    } & Gap)
  /** The grounds do not add up to the bottom row; `column` is absent for the totals. */
  | ({ readonly code: 'column-does-not-add-up'; readonly column?: string } & Gap)

/** What would make faults disappear together. A likely slip, never a correction. */
export type LikelySlip =
  /** One cell lacks so many (or has too many, when negative). */
  | {
      readonly code: 'one-cell-is-off'
      readonly ground: string
      readonly targetGroup: string
      readonly column: string
      readonly missing: number
    }
  /** So many stand one column from where they belong; the table does not tell in which row. */
  | {
      readonly code: 'counted-in-another-column'
      readonly ground: string
      readonly inColumn: string
      readonly belongsIn: string
      readonly count: number
    }

export function checkTable(table: PrintedTable): {
  readonly faults: readonly TableFault[]
  readonly slips: readonly LikelySlip[]
} {
  const grounds = table.rows.filter(({ targetGroup }) => targetGroup === undefined)
  const faults = [
    ...[...table.rows, table.total].flatMap(rowFaults),
    ...grounds.flatMap((ground) => partFaults(table, ground)),
    ...columnFaults(table, grounds),
  ]
  return { faults, slips: grounds.flatMap(({ ground }) => slipsOf(faults, ground)) }
}

function rowFaults(row: PrintedCounts | PrintedRow): readonly TableFault[] {
  const sum = sumOf(row.cells)
  if (sum === row.total) return []
  const { ground, targetGroup } = 'ground' in row ? row : {}
  return [
    {
      code: 'row-does-not-add-up',
      ...(ground === undefined ? {} : { ground }),
      ...(targetGroup === undefined ? {} : { targetGroup }),
      sum,
      printed: row.total,
    },
  ]
}

function partFaults({ rows, columns }: PrintedTable, row: PrintedRow): readonly TableFault[] {
  const { ground } = row
  const parts = rows.filter((each) => each.ground === ground && each.targetGroup !== undefined)
  if (parts.length === 0) return []
  return gapsBetween(parts, row, columns).map((gap) => ({
    code: 'parts-do-not-add-up',
    ground,
    ...gap,
  }))
}

function columnFaults(
  { columns, total }: PrintedTable,
  grounds: readonly PrintedRow[],
): readonly TableFault[] {
  return gapsBetween(grounds, total, columns).map((gap) => ({
    code: 'column-does-not-add-up',
    ...gap,
  }))
}

function gapsBetween(
  parts: readonly PrintedCounts[],
  whole: PrintedCounts,
  columns: readonly string[],
): readonly (Gap & { readonly column?: string })[] {
  const perColumn = columns.map((column, index) => ({
    column,
    sum: sumOf(parts.map(({ cells }) => cells[index] ?? 0)),
    printed: whole.cells[index] ?? 0,
  }))
  const ofTotals = { sum: sumOf(parts.map(({ total }) => total)), printed: whole.total }
  return [...perColumn, ofTotals].filter(({ sum, printed }) => sum !== printed)
}

function slipsOf(faults: readonly TableFault[], ground: string): readonly LikelySlip[] {
  const ofGround = faults.filter((fault) => 'ground' in fault && fault.ground === ground)
  const rows = ofGround.flatMap((fault) =>
    fault.code === 'row-does-not-add-up' && fault.targetGroup !== undefined
      ? [{ targetGroup: fault.targetGroup, missing: missingIn(fault) }]
      : [],
  )
  const columns = ofGround.flatMap((fault) =>
    fault.code === 'parts-do-not-add-up' && fault.column !== undefined
      ? [{ column: fault.column, missing: missingIn(fault) }]
      : [],
  )
  return [...cellSlips(ground, rows, columns), ...columnSlips(ground, rows, columns)]
}

type RowGap = { readonly targetGroup: string; readonly missing: number }
type ColumnGap = { readonly column: string; readonly missing: number }

// A row and a column that lack the same meet in one cell.
function cellSlips(
  ground: string,
  rows: readonly RowGap[],
  columns: readonly ColumnGap[],
): readonly LikelySlip[] {
  const [row, ...otherRows] = rows
  const [column, ...otherColumns] = columns
  if (!row || !column || otherRows.length > 0 || otherColumns.length > 0) return []
  if (row.missing !== column.missing) return []
  const { targetGroup, missing } = row
  return [{ code: 'one-cell-is-off', ground, targetGroup, column: column.column, missing }]
}

// One column has as many too many as another too few, while every row is right.
function columnSlips(
  ground: string,
  rows: readonly RowGap[],
  columns: readonly ColumnGap[],
): readonly LikelySlip[] {
  const short = columns.filter(({ missing }) => missing > 0)
  const over = columns.filter(({ missing }) => missing < 0)
  const [belongs] = short
  const [stands] = over
  if (rows.length > 0 || columns.length !== 2 || !belongs || !stands) return []
  if (belongs.missing !== -stands.missing) return []
  return [
    {
      code: 'counted-in-another-column',
      ground,
      inColumn: stands.column,
      belongsIn: belongs.column,
      count: belongs.missing,
    },
  ]
}

function missingIn({ sum, printed }: Gap): number {
  return printed - sum
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0)
}
