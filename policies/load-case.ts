import { basename, dirname, extname } from 'node:path'
import type { Issue } from '../core/policy/issue.ts'
import type { LoadedScenario } from './load-scenarios.ts'
import { bookShelf, caseBytesMax } from './load-scenarios.ts'
import { readCase } from './read-case.ts'
import { readDocument } from './read-document.ts'
import type { Report } from './read-facts.ts'
import { caseFile } from './scenario-schema.ts'
import { readShape } from './shape-issues.ts'

/**
 * Reads a case file: one scenario without expectations, under its own rule books or under those given
 * here (paths from the working folder, or ids). Never throws on a bad file.
 */
export function loadCase(file: string, rules?: readonly string[]): LoadedScenario | Issue[] {
  const document = readDocument(file, caseBytesMax)
  if (Array.isArray(document)) return document
  const shape = readShape(caseFile, document, 'case')
  if (Array.isArray(shape)) return shape
  const written = shape.read
  const issues: Issue[] = []
  const shelf = bookShelf(rules ? process.cwd() : dirname(file), document, issues)
  const own = rules ?? written.rules
  const books = shelf(own, ['rules'], [])
  if (!own || !books) return issues
  const report: Report = (problem, path, part) => issues.push(document.issue(problem, path, part))
  const { name = basename(file, extname(file)), source, known_on } = written
  const scenario = {
    name,
    ...(source !== undefined && { source }),
    rules: own,
    ...(known_on !== undefined && { known_on }),
    ...readCase(written, books, report),
    expect: {},
    expect_on: [],
  }
  return issues.length > 0 ? issues : { scenario, books, document, path: [] }
}
