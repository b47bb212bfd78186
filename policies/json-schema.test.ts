import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogueWords, kindWords } from '../words/catalogue.ts'
import type { Words } from '../words/language.ts'
import { ruleBookKeyWords, scenarioKeyWords } from '../words/schema-texts.ts'
import type { JsonSchema, SchemaWords } from './json-schema.ts'
import { caseJsonSchema, ruleBookJsonSchema, scenarioJsonSchema } from './json-schema.ts'
import { shippedBooks, shippedScenarios } from './load-books.ts'

function dutch(words: Readonly<Record<string, Words>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, { nl }]) => [key, nl]))
}

function wordsFor(title: string, keys: Readonly<Record<string, Words>>): SchemaWords {
  return { title, keys: dutch(keys), facts: dutch(catalogueWords), kinds: dutch(kindWords) }
}

const made: [string, JsonSchema][] = [
  ['rule-book.schema.json', ruleBookJsonSchema(wordsFor('Verdeelregels', ruleBookKeyWords))],
  ['scenario.schema.json', scenarioJsonSchema(wordsFor("Scenario's", scenarioKeyWords))],
  ['case.schema.json', caseJsonSchema(wordsFor('Zaak', scenarioKeyWords))],
]

// After a change of the language: `vitest run policies/json-schema -u` writes them again.
test.each(made)('%s is up to date', async (name, schema) => {
  const text = `${JSON.stringify(schema, undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, name))
})

test.each(made)('every reference in %s leads somewhere', (_, schema) => {
  const text = JSON.stringify(schema)
  const wanted = [...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name)
  const definitions = Object.keys(schema.$defs ?? {})
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.filter((name) => name === undefined || !definitions.includes(name))).toEqual([])
})

test('every word for a key is the word for a key that exists', () => {
  const [books = '', ...others] = made.map(([, schema]) => JSON.stringify(schema))
  const missingIn = (keys: object, text: string) =>
    Object.keys(keys).filter((key) => !text.includes(`"${key}":{`))
  expect(missingIn(ruleBookKeyWords, books)).toEqual([])
  expect(missingIn(scenarioKeyWords, others.join())).toEqual([])
})

describe('a shipped file names its schema on its first line, so that an editor knows it', () => {
  test.each([
    ...shippedBooks().map(({ file }) => [file, '../rule-book.schema.json']),
    ...shippedScenarios().map(({ file }) => [file, '../scenario.schema.json']),
  ])('%s', (file = '', schema) => {
    const [first] = readFileSync(file, 'utf8').split('\n', 1)
    expect(first).toBe(`# yaml-language-server: $schema=${schema}`)
  })
})
