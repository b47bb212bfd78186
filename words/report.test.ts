import { describe, expect, test } from 'vitest'
import { argumentsOf, languages } from './language.ts'
import { reportTexts, sayReport } from './report.ts'
import { groupWords, placeWords } from './report-groups.ts'
import {
  changeParts,
  showAmount,
  showChange,
  showNumber,
  showTick,
  spokenAmount,
  unitText,
} from './report-numbers.ts'

test('both languages mention the same facts, and no text is empty', () => {
  for (const [key, text] of Object.entries(reportTexts.nl)) {
    const [, english] = Object.entries(reportTexts.en).find(([each]) => each === key) ?? []
    expect(text.trim()).not.toBe('')
    expect([key, ...argumentsOf(english ?? '').toSorted()]).toEqual([
      key,
      ...argumentsOf(text).toSorted(),
    ])
  }
})

test('every text can be said in both languages', () => {
  for (const language of languages) {
    const say = sayReport(language)
    for (const [key, text] of Object.entries(reportTexts[language])) {
      const facts = Object.fromEntries(argumentsOf(text).map((name) => [name, 1]))
      // @NOTE the keys of the table are the texts; `Object.entries` forgets it.
      expect(say(key as Parameters<typeof say>[0], facts)).not.toMatch(/[{}]|undefined/)
    }
  }
})

test('there are no exclamation marks: nobody here is pleased', () => {
  const texts = languages.flatMap((language) => Object.values(reportTexts[language]))
  expect(texts.filter((text) => text.includes('!'))).toEqual([])
})

describe('amounts are said as people say them', () => {
  test.each([
    [0.5, 'years', 'een half jaar', 'half a year'],
    [-0.34, 'years', '4 maanden', '4 months'],
    [0.02, 'years', 'minder dan een maand', 'less than a month'],
    [1 / 12, 'years', 'een maand', 'a month'],
    [1, 'years', 'een jaar', 'a year'],
    [1.1, 'years', '13 maanden', '13 months'],
    [1.5, 'years', 'anderhalf jaar', 'a year and a half'],
    [2.34, 'years', '2,3 jaar', '2.3 years'],
    [0.031, 'share', '3,1 procentpunt', '3.1 percentage points'],
    [0.01, 'share', '1,0 procentpunt', '1.0 percentage point'],
    [12, 'homes', '12 woningen', '12 homes'],
    [-2.5, 'homes', '3 woningen', '3 homes'],
    [1.2, 'homes', 'één woning', 'one home'],
    [0.3, 'homes', 'minder dan één woning', 'less than one home'],
    [2, 'bananen', '2,0 bananen', '2.0 bananen'],
  ])('%d %s is %s', (value, unit, dutch, english) => {
    expect(spokenAmount(value, unit, 'nl')).toBe(dutch)
    expect(spokenAmount(value, unit, 'en')).toBe(english)
  })
})

describe('numbers', () => {
  test.each([
    [6.72, 'years', '6,7'],
    [0.183, 'share', '18,3 %'],
    [21_234, 'cents', '€\u00a0212'],
    [3_450, 'cents', '€\u00a034,50'],
    [1485.4, 'homes', '1.485'],
    [1.449, 'ratio', '1,45'],
    [-0.001, 'years', '0,0'],
    [0.416, 'match-value', '0,42'],
  ])('%d %s is short beside a dot: %s', (value, unit, shown) => {
    expect(showNumber(value, unit, 'nl')).toBe(shown)
  })

  test.each([
    [-0.5, 'years', '−6 maanden'],
    [1.2, 'years', '+1,2 jaar'],
    [-0.09, 'share', '−9,0 procentpunt'],
    [0.00001, 'share', '0,0 procentpunt'],
    [-1_400, 'cents', '−€\u00a014,00'],
  ])('a change of %d %s has a sign, and zero has none: %s', (value, unit, shown) => {
    expect(showChange(value, unit, 'nl')).toBe(shown)
  })

  test('an interval is told in the unit of its change', () => {
    const difference = { mean: -0.5, low: -0.58, high: -0.42, replications: 20 }
    expect(changeParts(difference, 'years', 'nl')).toEqual({
      change: '−6 maanden',
      bare: '−6 mnd.',
      low: '−7',
      high: '−5',
    })
  })

  test('an axis shows round values only', () => {
    expect([0, 0.5, 10].map((tick) => showTick(tick, 'years', 'nl'))).toEqual(['0', '0,5', '10'])
    expect(showTick(0.2, 'share', 'nl')).toBe('20 %')
    expect(showTick(0.2, 'share', 'en')).toBe('20%')
    expect(showTick(5000, 'cents', 'nl')).toBe('€\u00a050')
  })

  test('a unit that is not known is shown as it is', () => {
    expect(unitText('bananen', 'nl')).toBe('bananen')
    expect(unitText('per-letting', 'en')).toBe('per letting')
    expect(showAmount(1, 'years', 'en')).toBe('1.0 year')
  })
})

describe('groups are plurals that a sentence can say something of', () => {
  test.each([
    ['regular', 'reguliere woningzoekenden', 'regular seekers'],
    ['urgent', 'urgenten', 'urgent seekers'],
    ['from:heerlen', 'mensen uit Heerlen', 'people from Heerlen'],
    ['from:elsewhere', 'mensen van buiten de regio', 'people from outside the region'],
    ['age:18-27', 'mensen van 18 tot en met 27 jaar', 'people aged 18 to 27'],
    ['age:67-plus', 'mensen van 67 jaar en ouder', 'people aged 67 and over'],
    ['size:1', 'huishoudens van één persoon', 'households of one person'],
    ['size:3-4', 'huishoudens van 3 of 4 personen', 'households of 3 or 4 persons'],
    ['size:5-plus', 'huishoudens van 5 of meer personen', 'households of 5 or more persons'],
    ['landlord-x', 'landlord-x', 'landlord-x'],
    ['strange:', 'strange:', 'strange:'],
  ])('%s', (group, dutch, english) => {
    expect(groupWords(group, 'nl')).toBe(dutch)
    expect(groupWords(group, 'en')).toBe(english)
  })

  test('a municipality by itself', () => {
    expect(placeWords('from:heerlen', 'nl')).toBe('Heerlen')
    expect(placeWords('from:elsewhere', 'nl')).toBe('buiten de regio')
  })
})
