import { describe, expect, test } from 'vitest'
import { factOf, facts, isFact, roles } from '../core/policy/catalogue.ts'
import { eventNames, spells, ticks } from '../core/seekers/history.ts'
import {
  catalogueWords,
  clauseOf,
  eventWords,
  holdsOf,
  nounOf,
  roleWords,
  spellWords,
  tickWords,
  wordOfValue,
} from './catalogue.ts'
import { argumentsOf, languages } from './language.ts'

const factIds = Object.keys(facts).filter(isFact)

describe('every fact is a noun phrase that fits in a sentence', () => {
  test.each(factIds)('%s', (id) => {
    expect(catalogueWords[id].nl).toMatch(/^(de|het) [^.]+$/)
    expect(catalogueWords[id].en).toMatch(/^(the |[a-z]+ing )/)
  })

  test.each(languages)('no two facts have the same words (%s)', (language) => {
    const words = factIds.map((id) => catalogueWords[id][language])
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([])
  })
})

test('what is yes or no has a clause, and what has several values names them', () => {
  for (const id of factIds) {
    const { type } = factOf(id) ?? {}
    expect(clauseOf(id, 'nl') !== undefined, id).toBe(type === 'yes-no')
    const holds = holdsOf(id, 'nl')
    expect(holds !== undefined, id).toBe(type === 'choices')
    if (holds) expect([holds.yes, holds.no].flatMap(argumentsOf), id).toEqual(['value', 'value'])
  }
})

test('no two events, spells or roles have the same words', () => {
  const phrases = [
    ...eventNames.map((name) => Object.entries(eventWords).find(([id]) => id === name)?.[1].nl.one),
    ...ticks.map((tick) => tickWords[tick].nl.one),
    ...spells.map((spell) => spellWords[spell].nl.one),
    ...roles.map((role) => roleWords[role].nl),
  ]
  expect(phrases).not.toContain(undefined)
  expect(new Set(phrases).size).toBe(phrases.length)
})

test.each([
  ['segment', 'social', 'sociale huur', 'social rent'],
  ['profile-models', 'first-come', 'direct te huur', 'first come'],
  ['urgency-ground', 'informal-care', 'mantelzorg', 'informal care'],
  ['urgency-ground', 'local-renewal', 'sloop of renovatie', 'demolition or renewal'],
  [
    'urgency-decision',
    '12-3-a',
    'mantelzorg geven of ontvangen (artikel 12 lid 3 a)',
    'giving or receiving informal care (article 12 paragraph 3 a)',
  ],
  ['label', 'never-seen-before', '“never seen before”', '“never seen before”'],
  ['vital-groups', 'care', 'zorg', 'care'],
  ['interest', 'none', 'geen', 'none'],
  ['municipality', 'bergen-op-zoom', 'Bergen op Zoom', 'Bergen op Zoom'],
  ['municipality', 'GM0917', 'GM0917', 'GM0917'],
  ['landlord', 'voorbeeldcorporatie', 'Voorbeeldcorporatie', 'Voorbeeldcorporatie'],
])('the value %s: %s', (name, value, dutch, english) => {
  expect(wordOfValue(name, value, 'nl')).toBe(dutch)
  expect(wordOfValue(name, value, 'en')).toBe(english)
})

test('a name that is neither fact nor attribute has no noun of its own', () => {
  expect(nounOf('age', 'nl')).toBe('de leeftijd')
  expect(nounOf('cause', 'en')).toBe('the cause')
  expect(nounOf('bound-to-region', 'nl')).toBeUndefined()
})
