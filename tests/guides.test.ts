/** The guides are true: every block runs as it says, in a folder outside the project. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkScenario } from '../cli/check-scenario.ts'
import { areIssues } from '../cli/command.ts'
import { answer } from '../cli/main.ts'
import { checkAgainstLaw } from '../core/policy/check-against-law.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { loadLaw } from '../policies/load-regimes.ts'
import { type LoadedScenario, loadScenarios } from '../policies/load-scenarios.ts'
import type { Expectation, Scenario } from '../policies/scenario.ts'
import { issueText } from '../words/issues.ts'

const root = join(import.meta.dirname, '..')
const scenariosGuide = guide('scenarios.md')
const writingGuide = guide('write-a-rule-book.md')
const folder = mkdtempSync(join(tmpdir(), 'mijn-gemeente-'))
afterAll(() => rmSync(folder, { recursive: true }))

const law = loadLaw()
if (areIssues(law)) throw new Error('the law can be read')
const findingCodes = (books: readonly RuleBook[]) =>
  checkAgainstLaw(books, law).map(({ code }) => code)

place('mijn-gemeente.yaml', blocks(scenariosGuide, 'yaml book')[0])
place('zaak.yaml', blocks(scenariosGuide, 'yaml case')[0])
for (const name of ['woning.csv', 'mensen.csv', 'mensen.json']) {
  place(name, blocks(scenariosGuide, `${name.split('.')[1]} ${name}`)[0])
}
const written = place('onze-gemeente-2026.yaml', blocks(writingGuide, 'yaml').join(''))

const runnable = scenariosIn(scenariosGuide)

describe.each(
  [...runnable, ...scenariosIn(writingGuide)].map((each) => [each.scenario.name, each] as const),
)('%s', (_, each) => {
  test('comes out as expected', () => {
    expect(differences(each, each.scenario)).toEqual([])
  })

  test('would be noticed if it came out otherwise', () => {
    for (const wrong of spoiled(each.scenario)) {
      expect(differences(each, wrong)).not.toEqual([])
    }
  })
})

test('the book that is written step by step keeps the law', async () => {
  const { exitCode, output } = await ask('check', written)
  expect(exitCode, output).toBe(0)
  expect(output).toContain('Geen overtredingen, geen waarschuwingen')
})

test('every expectation there is has an example', () => {
  const { $defs } = JSON.parse(readFileSync(join(root, 'policies/scenario.schema.json'), 'utf8'))
  const shown = runnable.flatMap(({ scenario }) => expectations(scenario).flatMap(keys))
  expect(new Set(shown)).toEqual(new Set(Object.keys($defs.expectation.properties)))
})

describe('a case', () => {
  const here = (name: string) => join(folder, name)
  const asTable = (seekers: string) => [
    ...['--rules', here('mijn-gemeente.yaml')],
    ...['--listing', here('woning.csv')],
    ...['--seekers', here(seekers)],
  ]

  test.each([
    ['in one file', [here('zaak.yaml')]],
    ['as tables', asTable('mensen.csv')],
    ['with people as JSON', asTable('mensen.json')],
  ])('%s gives the same order', async (_, question) => {
    const { exitCode, output } = await ask('rank', ...question, '--json')
    const { placed } = JSON.parse(output)
    expect(exitCode).toBe(0)
    expect(placed.map(([id]: [string]) => id)).toEqual(['bram', 'anna'])
  })

  test('can be explained, and its receipt replayed', async () => {
    const explained = await ask('explain', here('zaak.yaml'), '--seeker', 'anna')
    expect(explained.output).toContain('Uw plaats is 2 van 2.')
    await ask('rank', here('zaak.yaml'), '--receipt', here('bon.json'))
    expect((await ask('replay', here('bon.json'))).exitCode).toBe(0)
  })
})

function ask(...words: string[]) {
  return answer(words, { language: 'nl', colour: false, now: 0 })
}

function differences({ books }: LoadedScenario, scenario: Scenario) {
  const read = books.map(({ book }) => book)
  return checkScenario(scenario, read, findingCodes)
}

function expectations({ expect: once, expect_on }: Scenario): Expectation[] {
  return [once, ...expect_on.map((each) => each.expect)]
}

function keys(expected: Expectation): string[] {
  return Object.keys(expected)
}

/** The scenario with one thing expected that cannot be, for every key in turn. */
function spoiled(scenario: Scenario): Scenario[] {
  const { expect: once, expect_on: dated } = scenario
  return [
    ...keys(once).map((key) => ({ ...scenario, expect: { ...once, [key]: spoil(once, key) } })),
    ...dated.flatMap(({ on, expect: then }, at) =>
      keys(then).map((key) => ({
        ...scenario,
        expect_on: dated.with(at, { on, expect: { ...then, [key]: spoil(then, key) } }),
      })),
    ),
  ]
}

function spoil(expected: Expectation, key: string): unknown {
  const value = Object.entries(expected).find(([name]) => name === key)?.[1]
  return Array.isArray(value) ? [...value, 'nobody'] : spoilLeaves(value)
}

function spoilLeaves(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'never'
  const entries = Object.entries(value)
  if (entries.length === 0) return { nobody: 'never' }
  return Object.fromEntries(entries.map(([name, each]) => [name, spoilLeaves(each)]))
}

function guide(name: string): string {
  return readFileSync(join(root, 'docs/guides', name), 'utf8')
}

function scenariosIn(text: string): LoadedScenario[] {
  return blocks(text, 'yaml run').flatMap((block, at) => {
    const loaded = loadScenarios(place(`${at}.scenarios.yaml`, block))
    if (areIssues(loaded)) throw new Error(loaded.map((each) => issueText(each, 'nl')).join('\n'))
    return loaded
  })
}

function blocks(text: string, info: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  )
}

function place(name: string, text = ''): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
