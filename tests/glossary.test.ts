/** The glossary names what is there: every term where it says, and the whole catalogue in the same words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureIds } from '../core/oversight/definitions.ts'
import { groupFamilies } from '../core/oversight/groups.ts'
import { allocationModels, facts } from '../core/policy/catalogue.ts'
import { grounds } from '../core/policy/kinds/priority.ts'
import { ruleKinds } from '../policies/rule-book-schema.ts'
import { catalogueWords, groundWords, kindWords, modelWords } from '../words/catalogue.ts'
import type { Words } from '../words/language.ts'
import { familyWords, measureWords } from '../words/measures.ts'

const root = join(import.meta.dirname, '..')
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')

describe('a term lives where the glossary says', () => {
  const terms = [...glossary.matchAll(/^\| `(\w+)` \|.*\| `([\w/.-]+)` \|$/gm)]

  test('there are terms', () => {
    expect(terms.length).toBeGreaterThan(30)
  })

  test.each(terms.map(([, term = '', file = '']) => [term, file]))('%s in %s', (term, file) => {
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
    expect(text).toMatch(new RegExp(`\\b${term}\\b`))
  })
})

describe('the closed lists stand here, in the words that people read', () => {
  test.each<[string, string, Iterable<string>, Readonly<Record<string, Words>>]>([
    ['fact', 'Facts', Object.keys(facts), catalogueWords],
    ['rule kind', 'Rule kinds', Object.keys(ruleKinds), kindWords],
    ['model', 'Allocation models', allocationModels, modelWords],
    ['ground', 'Grounds of priority', grounds, groundWords],
    ['measure', 'Measures', measureIds, namesOf(measureWords)],
    ['family of groups', 'Families of groups', Object.keys(groupFamilies), namesOf(familyWords)],
  ])('every %s', (_, heading, names, words) => {
    const expected = [...names].map((name) => `${name}: ${words[name]?.nl}`)
    expect(pairsUnder(heading).sort()).toEqual(expected.sort())
  })
})

test('a fact is told with its strongest source, and whether it is sensitive', () => {
  const wrong = Object.entries(facts).filter(([name, fact]) => {
    const marks = 'sensitive' in fact ? `${fact.established}, sensitive` : fact.established
    return !new RegExp(`^\\| \`${name}\` \\|.*\\| ${marks} \\|$`, 'm').test(glossary)
  })
  expect(wrong.map(([name]) => name)).toEqual([])
})

function namesOf(
  explained: Readonly<Record<string, { readonly name: Words }>>,
): Readonly<Record<string, Words>> {
  return Object.fromEntries(Object.entries(explained).map(([id, { name }]) => [id, name]))
}

/** Name and Dutch of every row of the tables under a heading. */
function pairsUnder(heading: string): string[] {
  const section = glossary.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \| ([^|]+?) \|/gm)].map(
    ([, name, dutch]) => `${name}: ${dutch}`,
  )
}
