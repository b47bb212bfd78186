/** `verdeelsleutel test`: runs scenarios, and shows side by side where the outcome differs. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formatDate } from '../core/basics/calendar-date.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { shippedScenarios } from '../policies/load-books.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import { loadScenarios } from '../policies/load-scenarios.ts'
import { sayCommand } from '../words/command-texts.ts'
import { checkScenario, type Difference } from './check-scenario.ts'
import { areIssues, type Command, done, type Setting, style, table, unreadable } from './command.ts'

export const test: Command = ({ words }, setting) => {
  const say = sayCommand(setting.language)
  const law = loadLaw()
  if (areIssues(law)) return unreadable(law, setting)
  const findingCodes = (books: readonly RuleBook[]) =>
    checkAgainstLaw(books, law).map(({ code }) => code)
  const lines: string[] = []
  const count = { passed: 0, failed: 0 }
  let isReadable = true
  for (const file of scenarioFiles(words)) {
    const loaded = loadScenarios(file)
    if (areIssues(loaded)) {
      lines.push(unreadable(loaded, setting).output.trimEnd(), '')
      isReadable = false
      continue
    }
    lines.push(style(file, 'bold', setting))
    for (const { scenario, books } of loaded) {
      const read = books.map(({ book }) => book)
      const differences = checkScenario(scenario, read, findingCodes)
      count[differences.length === 0 ? 'passed' : 'failed'] += 1
      lines.push(...scenarioLines(scenario.name, differences, setting))
    }
    lines.push('')
  }
  const { passed, failed } = count
  lines.push(passed + failed === 0 && isReadable ? say('test-none') : say('test-summary', count))
  return done(isReadable ? (failed === 0 ? 0 : 1) : 2, ...lines)
}

/** The scenario files named, those in the folders named, or all that ship with the system. */
function scenarioFiles(words: readonly string[]): string[] {
  if (words.length === 0) return shippedScenarios().map(({ file }) => file)
  return words.flatMap((word) => {
    const isFolder = statSync(word, { throwIfNoEntry: false })?.isDirectory() ?? false
    if (!isFolder) return [word]
    return readdirSync(word, { recursive: true, encoding: 'utf8' })
      .filter((name) => /scenarios\.(ya?ml|json)$/.test(name))
      .sort()
      .map((name) => join(word, name))
  })
}

function scenarioLines(
  name: string,
  differences: readonly Difference[],
  setting: Setting,
): string[] {
  const say = sayCommand(setting.language)
  if (differences.length === 0) return [`  ${style(say('test-passed'), 'green', setting)}  ${name}`]
  const rows = differences.map(({ key, about, on, expected, found }) => [
    [formatDate(on), key, about].filter((part) => part !== undefined).join(' '),
    shown(expected),
    shown(found),
  ])
  const headings = ['', say('test-expected'), say('test-found')]
  return [
    `  ${style(say('test-failed'), 'red', setting)}  ${name}`,
    ...table([headings, ...rows], '      '),
  ]
}

function shown(value: unknown): string {
  return value === undefined ? '-' : JSON.stringify(value)
}
