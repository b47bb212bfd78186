import { describe, expect, test } from 'vitest'
import { type MeasureUnit, measureIds, measures } from '../core/oversight/definitions.ts'
import { groupFamilies } from '../core/oversight/groups.ts'
import { languages } from './language.ts'
import { familyWords, figureText, groupName, measureWords } from './measures.ts'

const explained = [...Object.entries(measureWords), ...Object.entries(familyWords)]

describe.each(languages)('every measure and family of groups (%s)', (language) => {
  test.each(explained)('%s has a name, one sentence, and a trap', (_, words) => {
    expect(words.name[language]).toMatch(/^[a-z][^.]*$/)
    for (const sentence of [words.definition[language], words.trap[language]]) {
      expect(sentence).toMatch(/^[A-Z][^.!?]*\.$/)
      expect(sentence.split(' ').length).toBeLessThanOrEqual(20)
    }
    expect(words.trap[language]).not.toBe(words.definition[language])
  })

  test('no two measures have the same name or definition', () => {
    for (const part of ['name', 'definition'] as const) {
      const texts = measureIds.map((id) => measureWords[id][part][language])
      expect(new Set(texts).size).toBe(texts.length)
    }
  })
})

test('a text says nothing of people that the law or they themselves would not', () => {
  const texts = explained.flatMap(([, { name, definition, trap }]) =>
    [name, definition, trap].map(({ nl }) => nl),
  )
  expect(texts.filter((text) => /kwetsba|probleem|zwak|kansarm/i.test(text))).toEqual([])
})

test.each([
  ['all', 'iedereen', 'everybody'],
  ['regular', 'regulier', 'regular'],
  ['not-local', 'van elders', 'from elsewhere'],
  ['urgent:local-renewal', 'urgent: sloop of renovatie', 'urgent: demolition or renewal'],
  ['target:student', 'studenten', 'students'],
  ['target:permit-holder', 'vergunninghouders', 'permit holders'],
  ['age:18-27', '18 tot en met 27 jaar', '18 to 27'],
  ['size:5-plus', '5 of meer personen', '5 or more persons'],
  ['income:low', 'laag inkomen', 'low income'],
  ['from:bergen-op-zoom', 'uit Bergen op Zoom', 'from Bergen op Zoom'],
  ['from:elsewhere', 'van buiten de regio', 'from outside the region'],
  ['unheard-of', 'unheard-of', 'unheard-of'],
])('the group %s', (group, dutch, english) => {
  expect(groupName(group, 'nl')).toBe(dutch)
  expect(groupName(group, 'en')).toBe(english)
})

describe('a figure with its unit', () => {
  test.each<[number | null, MeasureUnit, string, string]>([
    [0.6926, 'share', '69,3%', '69.3%'],
    [4.25, 'years', '4,3 jaar', '4.3 years'],
    [20, 'days', '20,0 dagen', '20.0 days'],
    [2700, 'homes', '2.700', '2,700'],
    [2700.55, 'homes', '2.700,6', '2,700.6'],
    [10_000, 'seekers', '10.000', '10,000'],
    [342.4, 'per-letting', '342,4', '342.4'],
    [106.25, 'minutes', '106,3 minuten', '106.3 minutes'],
    [10_625, 'cents', '€\u00a0106,25', '€106.25'],
    [0.125, 'match-value', '0,13', '0.13'],
    [null, 'share', '–', '–'],
  ])('%d %s', (value, unit, dutch, english) => {
    expect(figureText(value, unit, 'nl')).toBe(dutch)
    expect(figureText(value, unit, 'en')).toBe(english)
  })
  test('every unit that a measure has', () => {
    for (const id of measureIds) {
      expect(figureText(1, measures[id].unit, 'nl'), id).not.toMatch(/[{}]/)
    }
  })
})

test('every family of groups is explained', () => {
  expect(Object.keys(familyWords)).toEqual(Object.keys(groupFamilies))
})
