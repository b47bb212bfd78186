import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { Issue, Problem } from '../core/policy/issue.ts'
import { unreadable } from './read-document.ts'

/** One row as text, and the line in the file on which it begins. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number }

/**
 * Streams the rows of a CSV file, header included. The separator is the comma or the semicolon,
 * whichever the first line has more of. Gives an issue when the file cannot be read to its end.
 */
export async function readCsv(
  file: string,
  onRow: (row: CsvRow) => void,
): Promise<Issue | undefined> {
  const whole = (problem: Problem): Issue => ({ file, path: '', ...problem })
  try {
    const found = statSync(file)
    if (found.isDirectory()) return whole({ code: 'file-is-folder', facts: {} })
    if (found.size === 0) return whole({ code: 'file-empty', facts: {} })
    const text = textOf(file)
    const { value: first = '' } = await text.next()
    const all = Readable.from(startingWith(first, text))
    await pipeline(all, parserFor(first), (records: AsyncIterable<CsvRecord>) =>
      eachRow(records, onRow),
    )
    return undefined
  } catch (error) {
    return csvFault(error, file)
  }
}

/** Why a table could not be read to its end. */
export function csvFault(error: unknown, file: string): Issue {
  if (!(error instanceof CsvError)) return { file, path: '', ...unreadable(error) }
  const cause = error.code.includes('QUOTE') ? 'quote' : 'other'
  const line = typeof error.lines === 'number' ? error.lines : 1
  return { file, path: '', code: 'csv-syntax', facts: { cause }, line, column: 1 }
}

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function parserFor(start: string) {
  const [header = ''] = start.split('\n', 1)
  const semicolons = header.split(';').length
  return parse({
    bom: true,
    delimiter: semicolons > header.split(',').length ? ';' : ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
}

async function eachRow(
  records: AsyncIterable<CsvRecord>,
  onRow: (row: CsvRow) => void,
): Promise<void> {
  for await (const { record, info } of records) {
    const broken = record.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0)
    onRow({ cells: record, line: info.lines - broken })
  }
}

async function* startingWith(first: string, rest: AsyncIterable<string>) {
  yield first
  yield* rest
}

// Decoded here, so that a file in another encoding is refused instead of read as question marks.
async function* textOf(file: string): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of createReadStream(file)) {
    const text = decoder.decode(chunk, { stream: true })
    if (text.includes('\0')) decoder.decode(notText)
    yield text
  }
  yield decoder.decode()
  return undefined
}

// A byte that no UTF-8 text has.
const notText = Uint8Array.of(0xff)
