import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Json } from '../core/basics/canonical-json.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { eachRule, nameIssues } from './check-names.ts'
import { nearestWord } from './nearest-word.ts'
import type { Document } from './read-document.ts'
import {
  parseText,
  readDocument,
  readText,
  ruleBookBytesMax,
  textOfBytes,
} from './read-document.ts'
import { ruleBook } from './rule-book-schema.ts'
import { readShape } from './shape-issues.ts'

/** A rule book as read from its file. */
export type LoadedBook = {
  readonly book: RuleBook
  readonly file: string
  readonly document: Document
  /** SHA-256 (hexadecimal) of the canonical JSON of the document: white space and comments do not count. */
  readonly hash: string
  readonly locate: Document['locate']
}

/**
 * Reads one rule book (verdeelregels) from YAML or JSON: its text and its shape. The names it uses are
 * checked by `loadBooks`, which also reads the books it builds on. Never throws on a bad file.
 */
export function loadRuleBook(file: string): LoadedBook | Issue[] {
  const document = readDocument(file)
  return Array.isArray(document) ? document : bookIn(document)
}

/**
 * Reads a rule book from bytes that somebody sent, as a file would be read. `basis` gives the books it may
 * build on, by their id; with them the names it uses are checked as well.
 */
export function readRuleBook(
  bytes: Uint8Array,
  basis: ReadonlyMap<string, LoadedBook>,
): (LoadedBook & { readonly text: string; readonly uppers: readonly LoadedBook[] }) | Issue[] {
  const text = textOfBytes(bytes, sentName, ruleBookBytesMax)
  if (typeof text !== 'string') return [text]
  const loaded = bookOfText(text)
  if (Array.isArray(loaded)) return loaded
  const uppers: LoadedBook[] = []
  const issues = gatherBasis(loaded, basis, uppers)
  if (issues.length > 0) return issues
  const names = nameIssues(
    loaded.document,
    loaded.book,
    uppers.map(({ book }) => book),
  )
  return names.length > 0 ? names : { ...loaded, text, uppers }
}

// What is built on is in force: it was read before, and does not go in circles.
function gatherBasis(
  { book, document }: LoadedBook,
  basis: ReadonlyMap<string, LoadedBook>,
  uppers: LoadedBook[],
): Issue[] {
  return book.builds_on.flatMap((id, at) => {
    const upper = id === book.book ? undefined : basis.get(id)
    if (!upper) {
      const near = nearestWord(id, [...basis.keys()])
      const facts = { book: id, chain: [book.book, id], ...(near !== undefined && { near }) }
      return [document.issue({ code: 'basis-missing', facts }, ['builds_on', at])]
    }
    if (uppers.includes(upper)) return []
    uppers.push(upper)
    return gatherBasis(upper, basis, uppers)
  })
}

const sentName = 'voorstel.yaml'

/** A rule book in a text that was kept. */
export function bookOfText(text: string): LoadedBook | Issue[] {
  // JSON may be indented with tabs.
  const isJson = text.trimStart().startsWith('{')
  const document = parseText(text, isJson ? 'voorstel.json' : sentName)
  return Array.isArray(document) ? document : bookIn(document)
}

function bookIn(document: Document): LoadedBook | Issue[] {
  const { file } = document
  const shape = readShape(ruleBook, document, 'rule-book')
  if (Array.isArray(shape)) return shape
  const book = shape.read
  const issues = periodIssues(document, book)
  if (issues.length > 0) return issues
  return { book, file, document, hash: hashOf(document.value), locate: document.locate }
}

/** The text a book was read from, to be kept as it is. */
export function sourceOf({ file, hash, document }: LoadedBook): string {
  const text = readText(file, ruleBookBytesMax)
  const read = typeof text === 'string' ? bookOfText(text) : []
  const isSame = typeof text === 'string' && !Array.isArray(read) && read.hash === hash
  return isSame ? text : canonicalJson(document.value)
}

export function hashOf(value: Json): string {
  return hex(sha256(canonicalJson(value)))
}

type Period = { readonly from?: CalendarDate; readonly until?: CalendarDate }

function periodIssues(document: Document, book: RuleBook): Issue[] {
  const periods: [Period, Path][] = [
    [book.valid, ['valid']],
    ...eachRule(book).map(({ rule, path }): [Period, Path] => [rule, path]),
  ]
  return periods.flatMap(([{ from, until }, path]) => {
    if (from === undefined || until === undefined || from <= until) return []
    const facts = { from: formatDate(from), until: formatDate(until) }
    return [document.issue({ code: 'ends-before-begin', facts }, [...path, 'until'])]
  })
}
