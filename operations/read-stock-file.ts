/**
 * What a landlord's file says of its stock (voorraadbestand), line by line, held against what is there: which homes
 * are new, which change, and which lines cannot be right. Nothing is written here.
 */
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { known } from '../core/basics/facts.ts'
import { rowsOfCsv } from '../policies/read-csv-text.ts'
import type { StoredDwelling } from '../store/stock.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { sayStock } from '../words/stock.ts'
import {
  type StockFaultCode,
  stockColumns,
  stockHeaders,
  stockPassedOver,
} from '../words/stock-file.ts'
import { centsIn } from './amount-typed.ts'
import {
  type DwellingFacts,
  dwellingFaults,
  dwellingLabels,
  dwellingTypes,
  factsFrom,
  segments,
} from './dwelling-facts.ts'

export type StockColumn = (typeof stockColumns)[number]

export type StockFault = {
  readonly line: number
  readonly column: StockColumn | undefined
  readonly code: StockFaultCode
  /** What stands there, or the line that says the same. */
  readonly found: string
}

/** A line that can be right. */
export type StockLine = {
  readonly line: number
  readonly complex: string
  readonly municipality: string
  readonly neighbourhood: string
  readonly address: string
  readonly facts: DwellingFacts
  /** The home it is about, where it is there already; and whether it says something else. */
  readonly dwelling: StoredDwelling | undefined
  readonly changes: boolean
}

export type StockRead = {
  readonly lines: readonly StockLine[]
  readonly faults: readonly StockFault[]
  /** Columns that are not ours, and are passed over. */
  readonly unknown: readonly string[]
}

/** So many homes in one file: all of them come in at once, while somebody waits. */
export const linesMost = 5_000
const lengthMost = { complex: 80, neighbourhood: 80, address: 120 } as const
const faultsMost = 1_000

/** What is there already of a landlord. */
export type StockThere = {
  readonly municipalities: readonly string[]
  readonly dwellings: readonly StoredDwelling[]
}

/** Reads the text of a file, in CSV. */
export function readStockFile(text: string, there: StockThere): StockRead {
  const rows = rowsOfCsv(text)
  const nothing = { lines: [], unknown: [] }
  if ('fault' in rows) {
    const fault: StockFault = { code: 'csv-syntax', line: rows.line, column: undefined, found: '' }
    return { ...nothing, faults: [fault] }
  }
  const [header, ...others] = rows
  const at = new Map(
    (header?.cells ?? []).flatMap((cell, index) => {
      const column = stockColumns.find((each) => isHeader(each, cell))
      return column ? [[column, index] as const] : []
    }),
  )
  const missing = stockColumns.filter((each) => !at.has(each) && each !== 'area')
  if (missing.length > 0) {
    const faults = missing.map((column): StockFault => {
      return { line: 1, column, code: 'column-missing', found: '' }
    })
    return { ...nothing, faults }
  }
  const used = new Set(at.values())
  const unknown = (header?.cells ?? []).filter((cell, index) => {
    return cell !== '' && !used.has(index) && !stockPassedOver.includes(cell.toLowerCase())
  })
  const whole = (code: 'none' | 'too-many'): StockRead => ({
    ...{ lines: [], unknown },
    faults: [{ line: 1, column: undefined, code, found: String(linesMost) }],
  })
  if (others.length === 0) return whole('none')
  if (others.length > linesMost) return whole('too-many')
  const reading = new Reading(there)
  for (const { cells, line } of others) {
    // What our own files write before a value that a spreadsheet would compute.
    const cell = (column: StockColumn) =>
      (cells[at.get(column) ?? -1] ?? '').replace(/^'(?=[=+\-@\t\r])/, '')
    reading.row(line, cell)
  }
  return { lines: reading.lines, faults: reading.faults.slice(0, faultsMost), unknown }
}

function isHeader(column: StockColumn, cell: string): boolean {
  const text = cell.toLowerCase()
  return stockHeaders(column).some((each) => each.toLowerCase() === text) || text === column
}

class Reading {
  readonly lines: StockLine[] = []
  readonly faults: StockFault[] = []
  readonly #there: StockThere
  readonly #dwellings: Map<string, StoredDwelling>
  readonly #seen = new Map<string, number>()

  constructor(there: StockThere) {
    this.#there = there
    this.#dwellings = new Map(
      there.dwellings.map((each) => [
        keyOf(complexKey({ ...each, name: each.complexName }), each.address),
        each,
      ]),
    )
  }

  row(line: number, cell: (column: StockColumn) => string): void {
    const faults: StockFault[] = []
    const fault = (column: StockColumn, code: StockFault['code'], found = cell(column)) => {
      faults.push({ line, column, code, found })
    }
    for (const column of ['complex', 'neighbourhood', 'address'] as const) {
      if (cell(column) === '') fault(column, 'empty')
      else if (cell(column).length > lengthMost[column]) fault(column, 'too-long')
    }
    const municipality = this.#there.municipalities.find(
      (each) => each === cell('municipality').toLowerCase().replaceAll(' ', '-'),
    )
    if (municipality === undefined) fault('municipality', 'municipality-unknown')
    const facts = factsIn(cell, fault)
    const place = { municipality: municipality ?? '', neighbourhood: cell('neighbourhood') }
    const complex = complexKey({ name: cell('complex'), ...place })
    const key = keyOf(complex, cell('address'))
    const before = this.#seen.get(key)
    if (before !== undefined) fault('address', 'twice', String(before))
    const dwelling = this.#dwellings.get(key)
    const changes = dwelling !== undefined && facts !== undefined && isOther(dwelling, facts)
    if (changes && dwelling.vacancy !== undefined) fault('address', 'home-is-vacant')
    this.#seen.set(key, before ?? line)
    if (faults.length > 0 || !facts) {
      this.faults.push(...faults)
      return
    }
    const home = { address: cell('address'), facts, dwelling, changes }
    this.lines.push({ line, complex: cell('complex'), ...place, ...home })
  }
}

/** By which a complex is known: another of the same name can be in another neighbourhood. */
export function complexKey({
  name,
  neighbourhood,
  municipality,
}: {
  readonly name: string
  readonly neighbourhood: string
  readonly municipality: string
}): string {
  return keyOf(name, neighbourhood, municipality)
}

/** Names that people take for the same. */
function keyOf(...names: readonly string[]): string {
  return names.map((each) => each.trim().toLowerCase().replace(/\s+/g, ' ')).join('\n')
}

function isOther({ facts }: StoredDwelling, said: DwellingFacts): boolean {
  const text = (each: typeof facts) => canonicalJson(known(each))
  return text(factsFrom(said, facts)) !== text(facts)
}

type Cell = (column: StockColumn) => string
type Fault = (column: StockColumn, code: StockFault['code'], found?: string) => void

function factsIn(cell: Cell, fault: Fault): DwellingFacts | undefined {
  const type = chosen(dwellingTypes, cell('type'), (each) => wordsOf('dwelling-type', each))
  const segment = chosen(segments, cell('segment'), (each) => wordsOf('segment', each))
  const label =
    cell('label') === ''
      ? 'none'
      : chosen(dwellingLabels, cell('label'), (each) =>
          (['nl', 'en'] as const).map((language) => sayStock(language)(`label-${each}`)),
        )
  if (!type) fault('type', 'unknown-value')
  if (!segment) fault('segment', 'unknown-value')
  if (!label) fault('label', 'unknown-value')
  const rentCents = centsIn(cell('rent')) ?? -1
  const bedrooms = wholeIn(cell('bedrooms'))
  const area = cell('area') === '' ? undefined : wholeIn(cell('area'))
  const numbers = { rentCents, bedrooms, ...(area !== undefined && { area }) }
  const facts = {
    ...{ type: type ?? 'apartment', segment: segment ?? 'social', label: label ?? 'none' },
    ...numbers,
  }
  const wrong = dwellingFaults(facts)
  if (wrong.includes('rent')) fault('rent', 'no-amount')
  if (wrong.includes('bedrooms')) fault('bedrooms', 'no-number')
  if (wrong.includes('floor-area')) fault('area', 'no-number')
  return type && segment && label && wrong.length === 0 ? facts : undefined
}

function wordsOf(fact: string, value: string): string[] {
  return [wordOfValue(fact, value, 'nl'), wordOfValue(fact, value, 'en')]
}

function chosen<Value extends string>(
  values: readonly Value[],
  text: string,
  words: (value: Value) => readonly string[],
): Value | undefined {
  const said = keyOf(text)
  return values.find((each) => [each, ...words(each)].some((word) => keyOf(word) === said))
}

function wholeIn(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : -1
}
