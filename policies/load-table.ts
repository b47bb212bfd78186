/**
 * Tables of seekers and of a listing, for whoever keeps them in a spreadsheet or another system: CSV
 * (comma or semicolon) or JSON (a list). The header names facts of the catalogue or values of the rule
 * books, beside `id`. In CSV several words in one cell are joined by `|`; an empty cell is unknown.
 */
import { extname } from 'node:path'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import type { Listing } from '../core/homes/listing.ts'
import type { Issue, Problem } from '../core/policy/issue.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { noHistory } from '../core/seekers/history.ts'
import { wrongType } from './condition-schema.ts'
import type { LoadedBook } from './load-rule-book.ts'
import { vocabularyOfBooks } from './read-case.ts'
import { readCsv } from './read-csv.ts'
import { pathText } from './read-document.ts'
import type { MeaningHere } from './read-facts.ts'
import { ofListing, ofSeeker, readValue } from './read-facts.ts'
import type { JsonRow } from './read-json-rows.ts'
import { readJsonRows } from './read-json-rows.ts'
import type { TableFaults } from './table-faults.ts'
import { tableFaults } from './table-faults.ts'
import type { Meaning } from './vocabulary.ts'

/**
 * Reads a table of seekers (`id`, optional `lots`, and facts). A wrong cell is an issue with its line
 * and the number of its column; after twenty of them the last issue says how many more there are.
 * A header without rows is nobody.
 */
export async function loadSeekers(
  file: string,
  books: readonly LoadedBook[] = [],
): Promise<Candidate[] | Issue[]> {
  const faults = tableFaults(file)
  const names = ofSeeker(vocabularyOfBooks(books).values)
  const meaningHere = beside({ id: word, lots: words }, names)
  const rows = await readTable({ file, required: ['id'], meaningHere, faults })
  const first = new Map<string, ReadRow>()
  const candidates = rows.map((row): Candidate => {
    const { id: given, lots, ...facts } = row.facts
    const id = String(given)
    const earlier = first.get(id)
    if (earlier) faults.add(() => duplicateId(file, id, row, earlier))
    else first.set(id, row)
    const own = typeof lots === 'object' ? { lots: lots.map(String) } : {}
    return { id, facts, history: noHistory, members: [], ...own }
  })
  const issues = faults.issues()
  return issues.length > 0 ? issues : candidates
}

function duplicateId(file: string, id: string, row: ReadRow, earlier: ReadRow): Issue {
  const facts = { id, firstLine: earlier.place().line }
  return { file, ...row.place(), path: 'id', code: 'duplicate-id', facts }
}

/** Reads a listing (`id`, `closes`, optional `opens` and `in_vain_since`, and facts): a table of one row. */
export async function loadListing(
  file: string,
  books: readonly LoadedBook[] = [],
): Promise<Listing | Issue[]> {
  const faults = tableFaults(file)
  const names = ofListing(vocabularyOfBooks(books).values)
  const fixed = { id: word, closes: day, opens: day, in_vain_since: day }
  const meaningHere = beside(fixed, names)
  const rows = await readTable({ file, required: ['id', 'closes'], meaningHere, faults })
  const [row] = rows
  if (faults.issues().length > 0) return faults.issues()
  if (!row || rows.length > 1) {
    const facts = { found: String(rows.length), atLeast: 1, atMost: 1 }
    return [{ file, path: '', code: 'out-of-range', facts }]
  }
  const { id, closes, opens, in_vain_since, ...facts } = row.facts
  return {
    id: String(id),
    facts,
    closes: dayOf(closes),
    ...(opens !== undefined && { opens: dayOf(opens) }),
    ...(in_vain_since !== undefined && { in_vain_since: dayOf(in_vain_since) }),
  }
}

function dayOf(value: Value | undefined): CalendarDate {
  // @NOTE a value read under the meaning of a date is a date.
  return value as CalendarDate
}

const word: Meaning = { type: 'choice', home: false }
const words: Meaning = { type: 'choices', home: false }
const day: Meaning = { type: 'date', home: false }

function beside(fixed: Readonly<Record<string, Meaning>>, names: MeaningHere): MeaningHere {
  const known = new Map<string, Meaning | Problem>(Object.entries(fixed))
  return (name) => {
    const meaning = known.get(name) ?? names(name)
    known.set(name, meaning)
    return meaning
  }
}

// Rows

type Table = {
  readonly file: string
  readonly required: readonly string[]
  readonly meaningHere: MeaningHere
  readonly faults: TableFaults
}
type Spot = { readonly line: number; readonly column: number }
type ReadRow = { readonly facts: Facts; readonly place: () => Spot }

async function readTable(table: Table): Promise<ReadRow[]> {
  return extname(table.file) === '.json' ? readJsonTable(table) : readCsvTable(table)
}

// CSV: every row has the columns of the header.

async function readCsvTable(table: Table): Promise<ReadRow[]> {
  const { file, faults } = table
  const rows: ReadRow[] = []
  let header: readonly string[] | undefined
  const unreadable = await readCsv(file, ({ cells, line }) => {
    if (!header) {
      checkHeader(cells, table)
      header = cells
    } else if (cells.length === header.length) {
      const facts = readCells(cells, header, line, table)
      rows.push({ facts, place: () => ({ line, column: 1 }) })
    } else {
      const facts = { found: cells.length, expected: header.length }
      faults.add(() => ({ file, line, column: 1, path: '', code: 'wrong-cell-count', facts }))
    }
  })
  if (unreadable) faults.add(() => unreadable)
  else if (!header) faults.add(() => ({ file, path: '', code: 'file-empty', facts: {} }))
  return rows
}

function checkHeader(
  names: readonly string[],
  { file, required, meaningHere, faults }: Table,
): void {
  const report = (problem: Problem, at: number, name: string) =>
    faults.add(() => ({ file, line: 1, column: at + 1, path: name, ...problem }))
  for (const [at, name] of names.entries()) {
    const meaning = meaningHere(name)
    if ('code' in meaning) report(meaning, at, name)
    if (names.indexOf(name) < at) {
      report({ code: 'duplicate-key', facts: { key: name, firstLine: 1 } }, at, name)
    }
  }
  for (const name of required) if (!names.includes(name)) report(missing(name), 0, '')
}

function readCells(
  cells: readonly string[],
  header: readonly string[],
  line: number,
  { file, required, meaningHere, faults }: Table,
): Facts {
  const facts: Record<string, Value> = {}
  for (const [at, name] of header.entries()) {
    const cell = cells[at] ?? ''
    const meaning = meaningHere(name)
    const report = (problem: Problem) =>
      faults.add(() => ({ file, line, column: at + 1, path: name, ...problem }))
    if (cell === '' && required.includes(name)) report(missing(name))
    if (cell === '' || 'code' in meaning) continue
    facts[name] = readValue(name, rawOf(cell, meaning), meaning, [], report)
  }
  return facts
}

// A point before nothing but zeros is how a spreadsheet writes thousands: 24.000 is no 24.
const numberText = /^-?\d+(\.0*[1-9]\d*)?$/

// A cell is text; what it stands for follows from the column. What does not fit stays text and is refused.
function rawOf(cell: string, { type }: Meaning): unknown {
  if (type === 'choices') return cell.split('|').map((each) => each.trim())
  if (type === 'choice' || type === 'date') return cell
  if (type !== 'yes-no' && numberText.test(cell)) return Number(cell)
  if (type !== 'number' && type !== 'cents' && /^(true|false)$/.test(cell)) return cell === 'true'
  return cell
}

// JSON: every row names its own values.

function readJsonTable(table: Table): ReadRow[] {
  const { file, faults } = table
  const json = readJsonRows(file)
  if ('code' in json) {
    faults.add(() => json)
    return []
  }
  return [...json.rows].map((row, at) => {
    const report = (problem: Problem, name: string, offset: number) => {
      const path = pathText(name === '' ? [at] : [at, name])
      faults.add(() => ({ file, ...json.place(offset), path, ...problem }))
    }
    const place = () => json.place(row.offset)
    return { facts: readMembers(row, place, table, report), place }
  })
}

function readMembers(
  { keys, values, offset, isRow }: JsonRow,
  place: () => Spot,
  { required, meaningHere }: Table,
  report: (problem: Problem, name: string, offset: number) => void,
): Facts {
  if (!isRow) report(wrongType(values, 'map'), '', offset)
  const facts: Record<string, Value> = {}
  const seen = new Set<string>()
  for (const { name, offset: here } of keys) {
    const meaning = meaningHere(name)
    const raw = values[name]
    if (seen.has(name)) {
      report({ code: 'duplicate-key', facts: { key: name, firstLine: place().line } }, name, here)
    }
    seen.add(name)
    if ('code' in meaning) report(meaning, name, here)
    else if (raw !== null) {
      facts[name] = readValue(name, raw, meaning, [], (problem) => report(problem, name, here))
    }
  }
  for (const name of required) {
    if (isRow && facts[name] === undefined) report(missing(name), '', offset)
  }
  return facts
}

function missing(key: string): Problem {
  return { code: 'missing-key', facts: { key } }
}
