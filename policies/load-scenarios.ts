import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseDate } from '../core/basics/calendar-date.ts'
import type { Issue, Named } from '../core/policy/issue.ts'
import type { Path } from '../core/policy/resolve.ts'
import { findBook, loadBooks, nearBook } from './load-books.ts'
import type { LoadedBook } from './load-rule-book.ts'
import { readCase, vocabularyOfBooks } from './read-case.ts'
import type { Document } from './read-document.ts'
import { readDocument } from './read-document.ts'
import type { Report } from './read-facts.ts'
import type { Expectation, Scenario } from './scenario.ts'
import type { WrittenScenario } from './scenario-schema.ts'
import { scenarioFile } from './scenario-schema.ts'
import { readShape, valueAt } from './shape-issues.ts'
import { unknownName } from './vocabulary.ts'

/** A scenario with the rule books it runs under, lowest first, and where it stands in its file. */
export type LoadedScenario = {
  readonly scenario: Scenario
  readonly books: readonly LoadedBook[]
  readonly document: Document
  readonly path: Path
}

/** Cases hold many people; rule books never come near this. */
export const caseBytesMax = 32 * 1024 * 1024

/**
 * Reads a scenario file, the rule books it names and every fact in it. A rule book is a path from the
 * folder of the scenario file, or the id of a book beside it or shipped. Never throws on a bad file.
 */
export function loadScenarios(file: string): LoadedScenario[] | Issue[] {
  const document = readDocument(file, caseBytesMax)
  if (Array.isArray(document)) return document
  const shape = readShape(scenarioFile, document, 'scenarios')
  if (Array.isArray(shape)) return shape
  const { rules, scenarios } = shape.read
  const issues: Issue[] = []
  const shelf = bookShelf(dirname(file), document, issues)
  const names = new Set<string>()
  const loaded = scenarios.flatMap((written, at): LoadedScenario[] => {
    const path = ['scenarios', at]
    if (names.has(written.name)) {
      const facts = { id: written.name }
      issues.push(document.issue({ code: 'duplicate-id', facts }, [...path, 'name']))
    }
    names.add(written.name)
    const own = written.rules ?? rules
    const books = shelf(own, written.rules ? [...path, 'rules'] : ['rules'], path)
    if (!own || !books) return []
    const report: Report = (problem, below, part) =>
      issues.push(document.issue(problem, [...path, ...below], part))
    return [{ scenario: readScenario(written, own, books, report), books, document, path }]
  })
  return issues.length > 0 ? issues : loaded
}

/** Finds the books of scenarios and reads each set of them once; undefined when they cannot be read. */
export function bookShelf(folder: string, document: Document, issues: Issue[]) {
  const shelf = new Map<string, LoadedBook[] | undefined>()
  return (
    rules: readonly string[] | undefined,
    at: Path,
    around: Path,
  ): readonly LoadedBook[] | undefined => {
    if (!rules) {
      issues.push(document.issue({ code: 'missing-key', facts: { key: 'rules' } }, around))
      return undefined
    }
    const key = rules.join('\n')
    if (shelf.has(key)) return shelf.get(key)
    const books = booksOf(rules, folder, at, document)
    const read = books.flatMap((each) => ('code' in each ? [] : [each]))
    issues.push(...books.flatMap((each) => ('code' in each ? [each] : [])))
    shelf.set(key, read.length === books.length ? read : undefined)
    return shelf.get(key)
  }
}

// A book that is not there is told where it is named.
function booksOf(
  rules: readonly string[],
  folder: string,
  at: Path,
  document: Document,
): LoadedBook[] | Issue[] {
  const missing = rules.flatMap((reference, index): Issue[] => {
    const file = findBook(reference, folder)
    if (file !== undefined && existsSync(file)) return []
    const path = Array.isArray(valueAt(document.value, at)) ? [...at, index] : at
    const facts = { book: reference, ...nearBook(reference) }
    return [document.issue({ code: 'book-not-found', facts }, path)]
  })
  return missing.length > 0 ? missing : loadBooks(rules, folder)
}

function readScenario(
  written: WrittenScenario,
  rules: readonly string[],
  books: readonly LoadedBook[],
  report: Report,
): Scenario {
  const { name, source, known_on, expect = {} } = written
  const expectOn = readDated(written, report)
  const { expect: _expect, expect_on: _expectOn, ...asCase } = written
  const expectations: [Expectation, Path][] = [
    [expect, ['expect']],
    ...Object.entries(written.expect_on ?? {}).map(([on, each]): [Expectation, Path] => [
      each,
      ['expect_on', on],
    ]),
  ]
  if (expectations.length === 1 && !written.expect) {
    report({ code: 'missing-key', facts: { key: 'expect' } }, [])
  }
  for (const [each, path] of expectations) checkExpected(each, path, written, books, report)
  return {
    name,
    ...(source !== undefined && { source }),
    rules,
    ...(known_on !== undefined && { known_on }),
    ...readCase(asCase, books, report, expectOn[0]?.on),
    expect,
    expect_on: expectOn,
  }
}

function readDated({ expect_on = {} }: WrittenScenario, report: Report): Scenario['expect_on'] {
  return Object.entries(expect_on)
    .flatMap(([written, expect]) => {
      const on = parseDate(written)
      if (on !== undefined) return [{ on, expect }]
      const facts = { found: written, expected: ['date'] } as const
      report({ code: 'wrong-type', facts }, ['expect_on', written], 'key')
      return []
    })
    .toSorted((a, b) => a.on - b.on)
}

const perSeeker = [
  'excluded',
  'undecided',
  'tier',
  'reasons',
  'remarks',
  'values',
  'ledger',
  'blocked',
  'changes',
] as const

// An expectation about somebody or something that does not exist would never be looked at.
function checkExpected(
  expect: Expectation,
  path: Path,
  { seekers }: WrittenScenario,
  books: readonly LoadedBook[],
  report: Report,
): void {
  const { values, things } = vocabularyOfBooks(books)
  const known = new Set(Object.keys(seekers))
  const check = (what: Named, allowed: ReadonlySet<string>, used: readonly Used[]) => {
    for (const { name, at, part } of used) {
      if (!allowed.has(name)) report(unknownName(name, what, allowed), [...path, ...at], part)
    }
  }
  check('seeker', known, [...valuesOf(expect.order, 'order'), ...valuesOf(expect.offers, 'offers')])
  for (const key of perSeeker) check('seeker', known, keysOf(expect[key], key))
  for (const [gate, codes] of Object.entries(expect.at_gate ?? {})) {
    check('seeker', known, keysOf(codes, 'at_gate', gate))
  }
  check('priority', things.priority, valuesOf(expect.tier, 'tier'))
  for (const [who, each] of Object.entries(expect.values ?? {})) {
    check('value', new Set(values.keys()), keysOf(each, 'values', who))
  }
  check('quota', things.quota, keysOf(expect.quota, 'quota'))
}

type Used = { readonly name: string; readonly at: Path; readonly part: 'key' | 'value' }

function keysOf(expected: object = {}, ...at: string[]): Used[] {
  return Object.keys(expected).map((name) => ({ name, at: [...at, name], part: 'key' }))
}

function valuesOf(
  expected: readonly string[] | Readonly<Record<string, string>> = [],
  ...at: string[]
): Used[] {
  const isList = Array.isArray(expected)
  return Object.entries(expected).map(([key, name]) => ({
    name,
    at: [...at, isList ? Number(key) : key],
    part: 'value',
  }))
}
