/**
 * Own extracts (eigen gegevens): tables of seekers, homes and lettings in CSV, read to be counted and never
 * kept. They hold no names, addresses or days of birth, and a column that is not asked for is refused.
 */
import { type CalendarDate, parseDate } from '../core/basics/calendar-date.ts'
import { channels, situations } from '../core/oversight/record.ts'
import { allocationModels } from '../core/policy/catalogue.ts'
import type { Issue, Problem } from '../core/policy/issue.ts'
import { shown, unknownKey, wrongType } from '../policies/condition-schema.ts'
import { nearestWord } from '../policies/nearest-word.ts'
import { readCsv } from '../policies/read-csv.ts'
import { type TableFaults, tableFaults } from '../policies/table-faults.ts'
import { unknownName } from '../policies/vocabulary.ts'
import type { Region } from './region.ts'

export type ExtractName = 'seekers' | 'homes' | 'lettings'
export type ExtractFiles = Readonly<Partial<Record<ExtractName, string>>>

/** A cell as it was meant; undefined where it may be empty and is. */
type Cell = string | number | undefined
export type Row = Readonly<Record<string, Cell>>
export type Extract = { readonly file: string; readonly rows: readonly Row[] }
export type Extracts = Readonly<Partial<Record<ExtractName, Extract>>>

type Column = {
  readonly read: (cell: string) => string | number | Problem
  /** May be empty: nothing of the kind. */
  readonly optional?: true
}

const ageMax = 120
const sizeMax = 20
const centsMax = 100_000_000
const bedroomsMax = 20

/** The columns of each table; a place must be one of the region. */
function columnsOf({ places }: Region): Readonly<Record<ExtractName, Record<string, Column>>> {
  const names = places.map(({ id }) => id)
  return {
    seekers: {
      age: whole(18, ageMax),
      'household-size': whole(1, sizeMax),
      'household-income': whole(0, centsMax),
      'housing-situation': oneOf(situations),
      'lives-in': place([...names, 'elsewhere']),
    },
    homes: {
      municipality: place(names),
      landlord: word,
      'dwelling-type': word,
      bedrooms: whole(0, bedroomsMax),
      rent: whole(0, centsMax),
      label: { ...word, optional: true },
    },
    lettings: {
      on: day,
      channel: oneOf(channels),
      model: { ...oneOf(allocationModels), optional: true },
      'urgency-ground': { ...word, optional: true },
      'target-group': { ...word, optional: true },
    },
  }
}

/** Reads the tables there are. Every wrong cell is an issue with file, line and column. */
export async function loadExtracts(
  files: ExtractFiles,
  region: Region,
): Promise<Extracts | Issue[]> {
  const columns = columnsOf(region)
  const issues: Issue[] = []
  const extracts: { [Name in ExtractName]?: Extract } = {}
  for (const name of ['seekers', 'homes', 'lettings'] as const) {
    const file = files[name]
    if (file === undefined) continue
    const faults = tableFaults(file)
    const rows = await readRows(file, columns[name], faults)
    issues.push(...faults.issues())
    extracts[name] = { file, rows }
  }
  return issues.length > 0 ? issues : extracts
}

async function readRows(
  file: string,
  columns: Record<string, Column>,
  faults: TableFaults,
): Promise<Row[]> {
  const rows: Row[] = []
  let header: readonly string[] | undefined
  const unreadable = await readCsv(file, ({ cells, line }) => {
    if (!header) {
      header = cells
      checkHeader(file, cells, columns, faults)
    } else if (cells.length === header.length) {
      rows.push(readRow({ file, cells, line, header, columns, faults }))
    } else {
      const facts = { found: cells.length, expected: header.length }
      faults.add(() => ({ file, line, column: 1, path: '', code: 'wrong-cell-count', facts }))
    }
  })
  if (unreadable) faults.add(() => unreadable)
  // Without rows nothing would be counted, and the numbers of the region would stand as if they were own ones.
  else if (header && rows.length === 0) {
    faults.add(() => ({ file, line: 2, column: 1, path: '', code: 'no-rows', facts: {} }))
  }
  return rows
}

function checkHeader(
  file: string,
  header: readonly string[],
  columns: Record<string, Column>,
  faults: TableFaults,
): void {
  const allowed = Object.keys(columns)
  const report = (problem: Problem, at: number, path: string) =>
    faults.add(() => ({ file, line: 1, column: at + 1, path, ...problem }))
  for (const [at, name] of header.entries()) {
    if (!allowed.includes(name)) report(unknownKey(name, allowed), at, name)
    if (header.indexOf(name) < at) {
      report({ code: 'duplicate-key', facts: { key: name, firstLine: 1 } }, at, name)
    }
  }
  for (const key of allowed) {
    if (!header.includes(key)) report({ code: 'missing-key', facts: { key } }, 0, '')
  }
}

type Reading = {
  readonly file: string
  readonly cells: readonly string[]
  readonly line: number
  readonly header: readonly string[]
  readonly columns: Record<string, Column>
  readonly faults: TableFaults
}

function readRow({ file, cells, line, header, columns, faults }: Reading): Row {
  return Object.fromEntries(
    header.map((name, at): [string, Cell] => {
      const column = columns[name]
      const cell = cells[at] ?? ''
      if (!column || (cell === '' && column.optional)) return [name, undefined]
      const read: string | number | Problem =
        cell === '' ? { code: 'missing-key', facts: { key: name } } : column.read(cell)
      if (typeof read !== 'object') return [name, read]
      faults.add(() => ({ file, line, column: at + 1, path: name, ...read }))
      return [name, undefined]
    }),
  )
}

// What a cell can be.

const word: Column = { read: (cell) => cell }

const day: Column = {
  read: (cell): CalendarDate | Problem => {
    const found = parseDate(cell)
    if (found !== undefined) return found
    const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(cell)
    return looksRight
      ? { code: 'impossible-date', facts: { found: cell } }
      : wrongType(cell, 'date')
  },
}

function whole(atLeast: number, atMost: number): Column {
  return {
    read: (cell) => {
      if (!/^-?\d+$/.test(cell)) return wrongType(cell, 'whole-number')
      const found = Number(cell)
      if (found >= atLeast && found <= atMost) return found
      return { code: 'out-of-range', facts: { found: cell, atLeast, atMost } }
    },
  }
}

function oneOf(allowed: readonly string[]): Column {
  return {
    read: (cell) => {
      if (allowed.includes(cell)) return cell
      const near = nearestWord(cell, allowed)
      const facts = { found: shown(cell), allowed, or: [], ...(near === undefined ? {} : { near }) }
      return { code: 'not-one-of', facts }
    },
  }
}

function place(names: readonly string[]): Column {
  return { read: (cell) => (names.includes(cell) ? cell : unknownName(cell, 'place', names)) }
}
