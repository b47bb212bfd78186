/** The guide to rule kinds is true: its examples load, its codes exist, and its table can be lived. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkScenario } from '../cli/check-scenario.ts'
import { areIssues } from '../cli/command.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import { findingCodes } from '../core/policy/finding.ts'
import { reasonCodes } from '../core/policy/reason-code.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { loadBooks, shippedScenarios } from '../policies/load-books.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import type { LoadedScenario } from '../policies/load-scenarios.ts'
import { loadScenarios } from '../policies/load-scenarios.ts'
import { ruleKinds } from '../policies/rule-book-schema.ts'
import { issueText } from '../words/issues.ts'
import { headerVariants, variantsOf, withRule } from './rule-variants.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/guides/rule-kinds.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'rule-kinds-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the examples', () => {
  const blocks = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)

  test('are together one rule book that loads, with every name it uses', () => {
    const [header = '', ...rules] = blocks
    const indented = rules.join('').replaceAll(/^(?=.)/gm, '      ')
    const file = join(folder, 'voorbeeldstad-2026.yaml')
    writeFileSync(file, `${header.trimEnd()}\n    rules:\n${indented}`)
    const books = loadBooks(file)
    expect(areIssues(books) ? books.map((issue) => issueText(issue, 'en')) : []).toEqual([])
  })

  test('show every kind', () => {
    const shown = [...blocks.join('').matchAll(/^- kind: ([a-z]+)/gm)].map(([, kind]) => kind)
    expect(new Set(shown)).toEqual(new Set(Object.keys(ruleKinds)))
  })
})

test.each([
  ['reason', reasonCodes],
  ['finding', findingCodes],
])('every %s code stands in the guide', (_, codes) => {
  expect(codes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([])
})

describe('the constructs', () => {
  const rows = tableRows()
  const law = loadLaw()
  if (areIssues(law)) throw new Error('the law can be read')
  const differencesWith = ({ scenario }: LoadedScenario, books: readonly RuleBook[]) =>
    checkScenario(scenario, books, (read) => checkAgainstLaw(read, law).map(({ code }) => code))
  const shipped = shippedScenarios().flatMap(({ file }) => {
    const loaded = loadScenarios(file)
    return areIssues(loaded) ? [] : loaded
  })
  const found = (row: Row) =>
    shipped.filter(
      ({ scenario, books }) =>
        scenario.name === row.scenario && books.some(({ book }) => book.book === row.book),
    )

  test('are all 36 in the table', () => {
    const numbers = Array.from({ length: 36 }, (_, at) => at + 1)
    expect([...new Set(rows.map(({ number }) => number))]).toEqual(numbers)
  })

  describe.each(rows.map((row) => [`${row.number} ${row.construct}`, row] as const))(
    '%s',
    (_, row) => {
      test('is decided by the scenario named', () => {
        expect(found(row).map(({ scenario }) => scenario.name)).toEqual([row.scenario])
        const [loaded] = found(row)
        expect(loaded && differencesWith(loaded, booksOf(loaded))).toEqual([])
      })

      test('is made of the kinds named', () => {
        const [loaded] = found(row)
        const books = loaded ? booksOf(loaded) : []
        const kinds = row.rules.map((id) =>
          id in headerKeys ? 'header' : ruleIn(books, row.book, id)?.kind,
        )
        expect([...new Set(kinds)].sort()).toEqual(row.kinds.toSorted())
      })

      test.each(row.rules)('%s: another parameter is another outcome', (id) => {
        const [loaded] = found(row)
        const books = loaded ? booksOf(loaded) : []
        const rule = ruleIn(books, row.book, id)
        const place = { book: row.book, rule: id }
        const variants = rule
          ? variantsOf(rule).map((variant) => withRule(books, place, variant))
          : headerVariants(books, row.book, headerKeys[id] ?? 'book')
        const noticed = variants.some((variant) => {
          try {
            return loaded && differencesWith(loaded, variant).length > 0
          } catch {
            return false
          }
        })
        expect(noticed).toBe(true)
      })
    },
  )
})

const headerKeys: Readonly<Record<string, keyof RuleBook>> = {
  valid: 'valid',
  published: 'published',
  works_back_to: 'works_back_to',
  authority: 'authority',
}

type Row = {
  readonly number: number
  readonly construct: string
  readonly kinds: readonly string[]
  readonly book: string
  readonly rules: readonly string[]
  readonly scenario: string
}

function tableRows(): Row[] {
  return [...guide.matchAll(/^\| (\d+) \|(.+)\|$/gm)].map(([, number, line = '']) => {
    const [construct = '', kinds = '', book = '', rules = '', scenario = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return {
      number: Number(number),
      construct,
      kinds: namesIn(kinds),
      book: namesIn(book).join(''),
      rules: namesIn(rules),
      scenario,
    }
  })
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}

function booksOf({ books }: LoadedScenario): RuleBook[] {
  return books.map(({ book }) => book)
}

function ruleIn(books: readonly RuleBook[], id: string, rule: string) {
  const book = books.find((each) => each.book === id)
  return book?.articles.flatMap(({ rules }) => rules).find((each) => each.id === rule)
}
