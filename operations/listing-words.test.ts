/** What a listing says about people, money or another way in is found, and what it says about the home is not. */
import { describe, expect, test } from 'vitest'
import { wordsFound } from './listing-words.ts'

const found = (text: string, isForSeniors = false) =>
  wordsFound(text, { isForSeniors }).map(({ about, word }) => `${about}: ${word}`)

describe('words about people, money and contact', () => {
  test.each([
    ['Voor een rustige alleenstaande vrouw', ['people: alleenstaande']],
    ['Alleen voor WERKENDEN met een vast contract', ['people: WERKENDEN']],
    ['Geschikt voor ouderen', ['people: ouderen']],
    ['Bel Piet op 06-1234 5678', ['contact: 06-1234 5678']],
    [
      'Mail naar piet@voorbeeld.nl. Borg twee maanden',
      ['money: Borg', 'contact: piet@voorbeeld.nl'],
    ],
    ['Kijk op www.voorbeeld.nl', ['contact: www.voorbeeld.nl']],
    ['Geen kinderen. Sleutelgeld vooraf.', ['people: Geen kinderen', 'money: Sleutelgeld']],
  ])('%s', (text, words) => expect(found(text)).toEqual(words))
})

describe('words about the home', () => {
  test.each([
    'Ruime eengezinswoning met tuin, dicht bij een school en een speelplek voor kinderen.',
    'Rustige straat. Gebouwd in 1974, 83 m², energielabel A. Huur 713,02 per maand.',
    'Tweede verdieping zonder lift. De keuken is van 2021.',
    'Achter de Vrouwenhof, bij het Studentenplein.',
  ])('%s', (text) => expect(found(text)).toEqual([]))

  test('a home for older people may say so', () => {
    expect(found('Appartement voor senioren, met lift', true)).toEqual([])
    expect(found('Alleen voor gezinnen en senioren', true)).toEqual(['people: gezinnen'])
  })
})
