import { z } from 'zod'
import { type CalendarDate, parseDate } from '../core/basics/calendar-date.ts'
import { canonicalJson, type Json } from '../core/basics/canonical-json.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import { bytesOfHex } from '../core/basics/sha256.ts'
import { factOf, moments, roles } from '../core/policy/catalogue.ts'
import type { Issue } from '../core/policy/issue.ts'
import { type Resolved, resolve } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { Case } from '../core/ranking/case.ts'
import { isDateName, type Origin, receiptScheme } from '../core/ranking/receipt.ts'
import { noHistory } from '../core/seekers/history.ts'
import { hashOf } from './load-rule-book.ts'
import { parseText, readText } from './read-document.ts'
import { readJson } from './read-json.ts'
import { ruleBook } from './rule-book-schema.ts'
import { readShape } from './shape-issues.ts'

/** A receipt as read: everything needed to decide again, and the text it must come to. */
export type LoadedReceipt = {
  readonly text: string
  readonly origin: Origin
  readonly rules: Resolved
  readonly decided: Case
  /** Values gathered then, per candidate. */
  readonly values: readonly Facts[]
  /** Books whose text does not have the hash the receipt gives. */
  readonly altered: readonly string[]
}

const receiptBytesMax = 1024 * 1024 * 1024

/** Reads a receipt (verantwoording) of a ranking. Whatever is wrong with it comes back as issues. */
export function loadReceipt(file: string): LoadedReceipt | Issue[] {
  const text = readText(file, receiptBytesMax)
  return typeof text === 'string' ? readReceipt(text, file) : [text]
}

/** The same for a receipt that is text already; `file` says where it came from. */
export function readReceipt(text: string, file: string): LoadedReceipt | Issue[] {
  const quick = readJson(receiptAtOnce, text, file)
  const shape = Array.isArray(quick) ? readJson(receipt, text, file) : quick
  if (Array.isArray(shape)) return shape
  const { sources, listing, on, inputs, names, ...written } = shape.read
  const hashes = sources.map(({ document }) => hashOf(document))
  const books = sources.map(({ book, document }, at) =>
    readBook(document, hashes[at] ?? '', `${file}: ${book}`),
  )
  const issues = books.flatMap((book) => (Array.isArray(book) ? book : []))
  if (issues.length > 0) return issues
  const read = books.flatMap((book) => (Array.isArray(book) ? [] : [book]))
  const home = mapValues(listing.facts, (value, name) =>
    readCell(value, factOf(name)?.type === 'date'),
  )
  const rules = resolve(read, { on, listing: home })
  const candidates = inputs.map(([id, lots]) => ({
    id,
    facts: {},
    history: noHistory,
    members: [],
    ...(lots && { lots }),
  }))
  const { closes, in_vain_since } = listing
  const decided: Case = {
    on,
    moments: written.moments,
    listing: {
      id: listing.id,
      closes,
      ...(in_vain_since !== undefined && { in_vain_since }),
      facts: home,
    },
    candidates,
    quotas: mapValues(written.quotas, (uses) => mapValues(uses, withoutAbsent)),
    judgements: mapValues(written.judgements, (answers, judgement) =>
      mapValues(answers, ({ answer, ...judged }) => ({
        ...withoutAbsent(judged),
        answer: readValue(rules, judgement, answer) ?? false,
      })),
    ),
    ...(written.seed && { seed: written.seed }),
  }
  return {
    text,
    origin: { engine: written.engine, sources },
    rules,
    decided,
    values: valuesIn(inputs, names, rules),
    altered: sources.filter(({ hash }, at) => hashes[at] !== hash).map(({ book }) => book),
  }
}

// Thousands of rows with the same names, in which the same days come back.
function valuesIn(
  inputs: z.output<typeof receipt>['inputs'],
  names: readonly string[],
  rules: Resolved,
): Facts[] {
  const areDays = names.map((name) => isDateName(rules, name))
  const days = new Map<Cell, Value | undefined>()
  const dayIn = (cell: Cell) => {
    const known = days.get(cell)
    if (known !== undefined) return known
    const day = readCell(cell, true)
    days.set(cell, day)
    return day
  }
  const valueIn = (cell: Cell, at: number) =>
    areDays[at] === true ? dayIn(cell) : readCell(cell, false)
  return inputs.map(([, , cells]) =>
    Object.fromEntries(names.map((name, at) => [name, valueIn(cells[at] ?? null, at)])),
  )
}

const booksRead = new Map<string, RuleBook>()
const booksKeptMax = 100

// Thousands of receipts hold the same few books, and reading one takes longer than deciding by it.
function readBook(document: Json, hash: string, file: string): RuleBook | Issue[] {
  const known = booksRead.get(hash)
  if (known) return known
  const source = parseText(canonicalJson(document), file)
  if (Array.isArray(source)) return source
  const shape = readShape(ruleBook, source)
  if (Array.isArray(shape)) return shape
  if (booksRead.size >= booksKeptMax) booksRead.clear()
  booksRead.set(hash, shape.read)
  return shape.read
}

const json: z.ZodType<Json> = z.json()
const day = z.string().transform((text, context): CalendarDate => {
  const parsed = parseDate(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'invalid_type', expected: 'date', input: text })
  return z.NEVER
})
const seed = z.string().transform((text) => bytesOfHex(text))
const cell = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.union([z.number(), z.string()])),
])
const count = z.int()

/** What was gathered of everybody: who, the lots they were given, and the values. */
export const inputs = z.array(z.tuple([z.string(), z.array(z.string()).nullable(), z.array(cell)]))

const receipt = z.object({
  scheme: z.literal(receiptScheme),
  engine: z.string(),
  on: day,
  moments: z.partialRecord(z.enum(moments), day),
  sources: z.array(z.object({ book: z.string(), hash: z.string(), document: json })),
  listing: z.object({
    id: z.string(),
    closes: day,
    in_vain_since: day.optional(),
    facts: z.record(z.string(), cell),
  }),
  quotas: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        used: count,
        base: count,
        split: z.record(z.string(), count).optional(),
        carried: count.optional(),
      }),
    ),
  ),
  judgements: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        answer: cell,
        by: z.enum(roles),
        second: z.string().optional(),
        on: day.optional(),
      }),
    ),
  ),
  seed: seed.nullable(),
  names: z.array(z.string()),
  inputs,
})

// Of tens of thousands of rows the schema would make as many copies: they are looked through in one go, and only
// where one of them is wrong does the schema say which.
const receiptAtOnce = receipt.extend({ inputs: z.custom<z.output<typeof inputs>>(areInputs) })

/** Whether these are inputs, as their schema says. */
export function areInputs(value: unknown): boolean {
  return Array.isArray(value) && value.every(isInput)
}

function isInput(row: unknown): boolean {
  if (!Array.isArray(row) || row.length !== 3) return false
  const [id, lots, cells] = row
  if (typeof id !== 'string' || !Array.isArray(cells)) return false
  return (lots === null || (Array.isArray(lots) && lots.every(isText))) && cells.every(isCell)
}

function isCell(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar))
}

function isScalar(value: unknown): boolean {
  return isText(value) || Number.isFinite(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

type Cell = z.output<typeof cell>

function readValue(rules: Resolved, name: string, cell: Cell): Value | undefined {
  return readCell(cell, isDateName(rules, name))
}

function readCell(cell: Cell, isDay: boolean): Value | undefined {
  if (cell === null) return undefined
  return isDay && typeof cell === 'string' ? parseDate(cell) : cell
}

type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

function withoutAbsent<T extends object>(found: T): Present<T> {
  // @NOTE what is left has no undefined in it.
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as Present<T>
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  read: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(value, key)]))
}
