/** Every scenario that ships with the system decides as it says, and every shipped book can be read. */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkScenario } from '../cli/check-scenario.ts'
import { areIssues } from '../cli/command.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { loadBooks, shippedBooks, shippedScenarios } from '../policies/load-books.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import { loadScenarios } from '../policies/load-scenarios.ts'
import { issueText } from '../words/issues.ts'

const law = loadLaw()
const findingCodes = (books: readonly RuleBook[]) => {
  if (areIssues(law)) throw new Error('the law can be read')
  return checkAgainstLaw(books, law).map(({ code }) => code)
}

const simulated = join(import.meta.dirname, '../simulator')
const scenarioFiles = [
  ...shippedScenarios().map(({ file }) => file),
  // Rule books that are only simulated lie beside the questions they answer.
  ...readdirSync(simulated, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.scenarios.yaml'))
    .map((name) => join(simulated, name)),
]

describe.each(scenarioFiles.map((file) => [relative(process.cwd(), file), file]))(
  '%s',
  (_, file) => {
    const loaded = loadScenarios(file ?? '')
    if (areIssues(loaded)) {
      test('can be read', () => {
        expect(loaded.map((issue) => issueText(issue, 'en'))).toEqual([])
      })
      return
    }
    test.each(loaded.map((each) => [each.scenario.name, each] as const))('%s', (_name, each) => {
      const books = each.books.map(({ book }) => book)
      expect(checkScenario(each.scenario, books, findingCodes)).toEqual([])
    })
  },
)

describe('shipped rule books', () => {
  test.each(shippedBooks().map(({ id }) => id))('%s can be read with all it builds on', (id) => {
    const books = loadBooks(id)
    expect(areIssues(books) ? books.map((issue) => issueText(issue, 'en')) : []).toEqual([])
  })
})
