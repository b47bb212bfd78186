import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import { isFact } from '../core/policy/catalogue.ts'
import { reasonCodes } from '../core/policy/reason-code.ts'
import { argumentsOf, languages } from './language.ts'
import { type ReasonFacts, reasonFacts, reasonText, reasonTexts, shortReason } from './reasons.ts'

describe('a refusal says the fact, the rule with its article, and what time will change', () => {
  test('too young', () => {
    const facts = {
      age: 16,
      at_least: 18,
      article: 'artikel 2 van de verordening',
      changes_on: date('2028-05-04'),
    }
    expect(reasonText('nl', 'under-age', facts)).toBe(
      'Uw leeftijd is lager dan hier nodig is. U bent 16 jaar. ' +
        'Nodig is een leeftijd van minstens 18 jaar. Dit staat in artikel 2 van de verordening. ' +
        'Vanaf 4 mei 2028 is dit anders, als verder alles gelijk blijft.',
    )
  })

  test('income above the limit, never with the advice to earn less', () => {
    const facts = { 'household-income': 5012345, at_most: 4966900 }
    expect(reasonText('nl', 'income-above-limit', facts)).toBe(
      'Uw rekeninkomen is hoger dan de grens. Uw rekeninkomen is €\u00a050.123,45. ' +
        'De grens is €\u00a049.669,00.',
    )
    expect(reasonText('en', 'income-above-limit', facts)).toBe(
      'Your assessed income is above the limit. Your assessed income is €50,123.45. ' +
        'The limit is €49,669.00.',
    )
  })
})

describe('facts are said in words', () => {
  test.each<[string, Parameters<typeof reasonText>, string]>([
    [
      'a choice',
      ['nl', 'income-source-not-listed', { 'income-source': 'benefit' }],
      'De bron van uw inkomen staat niet op de lijst die hier geldt. Bekend is: uitkering.',
    ],
    [
      'a length of time',
      [
        'nl',
        'not-resident-long-enough',
        { lived: { count: 4, unit: 'year' }, needed: { count: 6, unit: 'year' } },
      ],
      'U woont korter in dit gebied dan de regels vragen. Geteld is 4 jaar. Nodig is minstens 6 jaar.',
    ],
    [
      'a role',
      ['nl', 'set-aside', { decided_by: 'municipal-executive' }],
      'Een mens besliste dat deze eis in uw geval niet geldt. ' +
        'Wie besliste: burgemeester en wethouders.',
    ],
    [
      'an event as a cause, and until when',
      ['nl', 'blocked', { until: date('2026-12-09'), cause: 'no-show' }],
      'U bent geblokkeerd. De blokkade geldt tot en met 9 december 2026. ' +
        'De oorzaak is: wegblijven zonder bericht.',
    ],
    [
      'a block without an end date, and what lifts it',
      ['nl', 'blocked', { lifts: 'contact' }],
      'U bent geblokkeerd. De blokkade eindigt als u contact opneemt met de verhuurder.',
    ],
    [
      'people counted',
      ['en', 'higher-tier', { count: 1 }],
      'People with priority stand ahead of you. This concerns 1 person.',
    ],
    [
      'a demotion within the group',
      ['nl', 'demoted', { to: 'tier' }],
      'U bent door een sanctie naar achteren gezet. U staat nu achteraan in uw groep.',
    ],
  ])('%s', (_, [language, code, facts], text) => {
    expect(reasonText(language, code, facts)).toBe(text)
  })
})

// Every argument gets a value that suits however a text shows it.
const everything: ReasonFacts = Object.fromEntries(
  reasonCodes
    .flatMap((code) => [...reasonTexts.nl[code], ...reasonTexts.en[code]])
    .flatMap(argumentsOf)
    .map((name) => [name.replaceAll('_', '-'), 1])
    .concat(Object.keys(reasonFacts).map((name) => [name, 1])),
)

describe.each(languages)('every code (%s)', (language) => {
  test.each(reasonCodes)('%s reads well without any fact', (code) => {
    const text = reasonText(language, code)
    expect(text).toBe(shortReason(language, code))
    expect(text).toMatch(/^[A-Z][^{}]+\.$/)
  })

  test.each(reasonCodes)('%s reads well with every fact', (code) => {
    const text = reasonText(language, code, everything)
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
    expect(text.length).toBeGreaterThan(shortReason(language, code).length)
  })

  test.each(reasonCodes)('%s speaks to the person, in short sentences', (code) => {
    for (const sentence of reasonTexts[language][code]) {
      expect(sentence.split('{')[0]?.split(' ').length).toBeLessThanOrEqual(20)
    }
    expect(shortReason(language, code)).not.toContain('!')
  })
})

test('both languages say the same facts', () => {
  for (const code of reasonCodes) {
    const facts = (language: 'nl' | 'en') =>
      [...new Set(reasonTexts[language][code].flatMap(argumentsOf))].toSorted()
    expect(facts('en'), code).toEqual(facts('nl'))
  }
})

test('every fact a text mentions is declared, and every declared one is used', () => {
  const known = [...Object.keys(reasonFacts)]
  const closing = ['article', 'rule', 'cause', 'changes_on']
  const mentioned = new Set([
    ...closing,
    ...reasonCodes.flatMap((code) => reasonTexts.nl[code].flatMap(argumentsOf)),
  ])
  const undeclared = [...mentioned].filter(
    (name) => !known.includes(name) && !isFact(name.replaceAll('_', '-')),
  )
  expect(undeclared).toEqual([])
  expect(known.filter((name) => !mentioned.has(name))).toEqual([])
})
