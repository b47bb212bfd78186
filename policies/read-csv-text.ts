/** Rows of a table that somebody sent as a file, whole in memory; for what is small. */
import { CsvError, parse } from 'csv-parse/sync'
import type { CsvRow } from './read-csv.ts'

/** Why a text is no table; with the line where that shows. */
export type CsvTextFault = { readonly fault: 'not-text' | 'csv-syntax'; readonly line: number }

/** The text of bytes in UTF-8, else in the Windows letters that spreadsheets write; undefined for what is no text. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Its rows, header included, each with the line on which it begins. */
export function rowsOfCsv(text: string): readonly CsvRow[] | CsvTextFault {
  const [header = ''] = text.split('\n', 1)
  const isSemicolons = header.split(';').length > header.split(',').length
  try {
    // @NOTE with `info` each record comes with the line on which it ends.
    const rows = parse(text, {
      bom: true,
      delimiter: isSemicolons ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => {
      const broken = record.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0)
      return { cells: record, line: info.lines - broken }
    })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return { fault: 'csv-syntax', line: typeof fault.lines === 'number' ? fault.lines : 1 }
  }
}
