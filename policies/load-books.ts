import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Issue, Problem } from '../core/policy/issue.ts'
import { nameIssues } from './check-names.ts'
import type { LoadedBook } from './load-rule-book.ts'
import { loadRuleBook } from './load-rule-book.ts'
import { nearestWord } from './nearest-word.ts'
import { documentEndings, isPath } from './read-document.ts'

const policiesFolder = import.meta.dirname

/** A file that ships with the system, and the region folder it lies in. */
export type Shipped = { readonly id: string; readonly region: string; readonly file: string }

/**
 * Loads rule books with all they build on: lowest book first, every book before the books it builds
 * on, each once. A reference is a path (from `folder`), the id of a book beside it or shipped, or the
 * name of shipped editions, of which the newest counts that is in force `on` a day. Checks every name the books use. Gives the issues of all of them when there are any.
 */
export function loadBooks(
  references: string | readonly string[],
  folder: string = process.cwd(),
  on?: CalendarDate,
): LoadedBook[] | Issue[] {
  const loading: Loading = { books: new Map(), inHand: new Set(), issues: [] }
  for (const reference of [references].flat().toReversed()) {
    const file = findBook(reference, folder, on)
    if (file === undefined) loading.issues.push(notFound(reference))
    else loadWithBasis(file, [], loading)
  }
  if (loading.issues.length > 0) return loading.issues
  const books = [...loading.books.values()].toReversed()
  const issues = books.flatMap(({ document, book }, at) =>
    nameIssues(
      document,
      book,
      books.slice(at + 1).map((upper) => upper.book),
    ),
  )
  return issues.length > 0 ? issues : books
}

/** Rule books that ship with the system; the folder `law` holds legal regimes, which are no books. */
export function shippedBooks(): Shipped[] {
  return shippedFiles().filter(({ file }) => !/(scenarios|case)\.[a-z]+$/.test(file))
}

/** Scenario files that ship with the system, beside the book they prove. */
export function shippedScenarios(): Shipped[] {
  return shippedFiles().filter(({ file }) => /scenarios\.[a-z]+$/.test(file))
}

function shippedFiles(): Shipped[] {
  return readdirSync(policiesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'law')
    .flatMap(({ name: region }) =>
      readdirSync(join(policiesFolder, region))
        .filter((name) => documentEndings.includes(extname(name)))
        .map((name) => ({
          id: basename(name, extname(name)),
          region,
          file: join(policiesFolder, region, name),
        })),
    )
}

/**
 * The file a reference means: a path from the folder, an id beside it or among the shipped books, or a name
 * of which shipped books are editions.
 */
export function findBook(reference: string, folder: string, on?: CalendarDate): string | undefined {
  if (isPath(reference)) return resolve(folder, reference)
  const beside = documentEndings.map((ending) => join(folder, reference + ending)).find(existsSync)
  return (
    beside ??
    shippedBooks().find(({ id }) => id === reference)?.file ??
    newestEdition(reference, on)
  )
}

const edition = /^-\d{4}(-\d{2})?$/

/** `parkstad` stands for the newest of `parkstad-2026`, `parkstad-2030` and so on: a name and a year. */
function newestEdition(name: string, on: CalendarDate | undefined): string | undefined {
  return shippedBooks()
    .filter(({ id }) => id.startsWith(name) && edition.test(id.slice(name.length)))
    .filter(({ file }) => on === undefined || isInForce(file, on))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .at(0)?.file
}

function isInForce(file: string, on: CalendarDate): boolean {
  const loaded = loadRuleBook(file)
  if (Array.isArray(loaded)) return false
  const { from, until } = loaded.book.valid
  return from <= on && on <= until
}

/** What is wrong with a reference to a rule book; nothing when there is such a book. */
export function bookIssue(
  reference: string,
  folder: string,
  on?: CalendarDate,
): Problem | undefined {
  const file = findBook(reference, folder, on)
  if (file !== undefined && existsSync(file)) return undefined
  return { code: 'book-not-found', facts: { book: reference, ...nearBook(reference) } }
}

function notFound(reference: string): Issue {
  const facts = { book: reference, ...nearBook(reference) }
  return { file: reference, path: '', code: 'book-not-found', facts }
}

/** The shipped book that was probably meant. */
export function nearBook(reference: string): { near?: string } {
  const near = nearestWord(
    reference,
    shippedBooks().map(({ id }) => id),
  )
  return near === undefined ? {} : { near }
}

type Loading = {
  /** By file, in the order in which they were finished. */
  readonly books: Map<string, LoadedBook>
  /** Files whose basis is being read. */
  readonly inHand: Set<string>
  readonly issues: Issue[]
}

// Depth first: a book is finished after every book it builds on.
function loadWithBasis(file: string, chain: readonly string[], loading: Loading): void {
  if (loading.books.has(file)) return
  const loaded = loadRuleBook(file)
  if (Array.isArray(loaded)) {
    loading.issues.push(...loaded)
    return
  }
  const { book, document } = loaded
  const soFar = [...chain, book.book]
  loading.inHand.add(file)
  for (const [at, id] of book.builds_on.entries()) {
    const path = ['builds_on', at]
    const basis = findBook(id, dirname(file))
    if (basis === undefined || !existsSync(basis)) {
      const facts = { book: id, chain: [...soFar, id], ...nearBook(id) }
      loading.issues.push(document.issue({ code: 'basis-missing', facts }, path))
    } else if (loading.inHand.has(basis)) {
      const facts = { chain: [...soFar, id] }
      loading.issues.push(document.issue({ code: 'basis-circular', facts }, path))
    } else {
      loadWithBasis(basis, soFar, loading)
    }
  }
  loading.inHand.delete(file)
  loading.books.set(file, loaded)
}
