import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { formatDate } from '../core/basics/calendar-date.ts'
import type { Json } from '../core/basics/canonical-json.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { Issue } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { eachRule } from './check-names.ts'
import type { Document } from './read-document.ts'
import { readDocument } from './read-document.ts'
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
  if (Array.isArray(document)) return document
  const shape = readShape(ruleBook, document, 'rule-book')
  if (Array.isArray(shape)) return shape
  const book = shape.read
  const issues = periodIssues(document, book)
  if (issues.length > 0) return issues
  return { book, file, document, hash: hashOf(document.value), locate: document.locate }
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
