/** A table as a file for a spreadsheet (CSV): written while it is read, and nothing in it is ever computed. */
import { stream } from 'hono/streaming'
import type { PageContext } from './visitor.ts'

export type TableCell = string | number | undefined

/** A spreadsheet would compute what begins so; with a quote before it, it stays text. */
const computed = /^[=+\-@\t\r]/

/** One line, as spreadsheets in the Netherlands read it. */
export function tableLine(cells: readonly TableCell[]): string {
  return `${cells.map(cellText).join(';')}\r\n`
}

function cellText(cell: TableCell): string {
  if (cell === undefined) return ''
  // A number of ours is a number: only what somebody typed can be anything else.
  if (typeof cell === 'number') return String(cell)
  const text = computed.test(cell) ? `'${cell}` : cell
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Sends a table, some rows at a time. */
export function sendTable(
  context: PageContext,
  name: string,
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly TableCell[])[]>,
) {
  context.header('content-type', 'text/csv; charset=utf-8; header=present')
  context.header('content-disposition', `attachment; filename="${name}.csv"`)
  context.header('cache-control', 'no-store')
  return stream(context, async (out) => {
    // By this sign spreadsheets know the letters.
    await out.write(`\ufeff${tableLine(header)}`)
    for await (const some of rows) {
      if (out.aborted) return
      await out.write(some.map(tableLine).join(''))
    }
  })
}
