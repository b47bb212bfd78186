import { describe, expect, test } from 'vitest'
import { argumentsOf, languages } from './language.ts'
import { fieldName, fieldsDescribed, fieldWords, ownDataInWords, ownDataTexts } from './own-data.ts'

const data = {
  file: {
    name: 'Ans Proefveld',
    facts: { born: '1981-10-19', 'household-income': 2270636, 'aow-age': false, children: 1 },
    spells: [{ from: '1995-01-06', spell: 'resident', attributes: { municipality: 'heerlen' } }],
  },
  contact: { wants: 'important' },
  searches: [],
  corrections: [{ change: { about: 'identity', name: { from: 'Ans', to: 'Anna' } } }],
  history: [{ id: '7', event: 'registered', on: '2022-01-16', attributes: { rent: 65000 } }],
  responses: [{ listing: 12, event: 33, at: '2026-05-01T10:00:00.000Z', place: null }],
  log: [{ number: 3, kind: 'registered', isInvented: true, by: null }],
}

function told(part: string, language: 'nl' | 'en' = 'nl') {
  const items = ownDataInWords(data, language).find((each) => each.part === part)?.items
  return items?.map((rows) => rows.map(({ name, value }) => `${name}: ${value}`))
}

describe('what is kept of somebody is told in words', () => {
  test('what they are, by the names of the facts', () => {
    expect(told('file')).toEqual([
      [
        'Naam: Ans Proefveld',
        'Uw geboortedatum: 19 oktober 1981',
        'Uw rekeninkomen: €\u00a022.706,36',
        'Uw AOW-leeftijd: u heeft de AOW-leeftijd niet bereikt',
        'Uw aantal kinderen: 1',
        'Periode: Van: 6 januari 1995; Wat: Woonperiode; Gemeente: Heerlen',
      ],
    ])
    expect(told('contact')).toEqual([['Welke berichten u per mail wilt: alleen wat belangrijk is']])
  })

  test('what was and what becomes of it', () => {
    expect(told('corrections', 'en')).toEqual([['About: identity', 'Was: Ans', 'Becomes: Anna']])
  })

  test('what happened, with amounts and days, and nothing that is not known', () => {
    expect(told('history')).toEqual([
      ['Kenmerk: 7', 'Gebeurtenis: Ingeschreven', 'Dag: 16 januari 2022', 'Huur: €\u00a0650,00'],
    ])
    expect(told('responses')).toEqual([
      [
        'Nummer van de advertentie: 12',
        'Regel van het logboek: 33',
        'Moment: vrijdag 1 mei 2026 om 12:00',
      ],
    ])
  })

  test('the file for machines describes every field once, by the same names', () => {
    const fields = fieldsDescribed(data, 'nl')
    expect(fields).toContainEqual({
      ...{ field: 'file.facts.household-income', name: 'Uw rekeninkomen' },
      form: 'bedrag in centen',
    })
    expect(fields).toContainEqual({
      ...{ field: 'history[].on', name: 'Dag', form: 'dag, als jaar-maand-dag' },
    })
    const names = fields.map(({ field }) => field)
    expect(new Set(names).size).toBe(names.length)
  })
})

test.each(languages)('no text asks for what it does not get (%s)', (language) => {
  const asking = Object.values(ownDataTexts[language]).flatMap(argumentsOf)
  expect(new Set(asking)).toEqual(new Set(['count']))
})

test('every field of words has both languages, and a fact goes by its own name', () => {
  for (const [key, words] of Object.entries(fieldWords)) {
    expect(words.nl, key).not.toBe('')
    expect(words.en, key).not.toBe('')
  }
  expect(fieldName('household-size', 3, 'en')).toBe('Number of persons in your household')
})
