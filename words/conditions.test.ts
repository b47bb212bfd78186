import { describe, expect, test } from 'vitest'
import type { Facts } from '../core/basics/facts.ts'
import type { Condition } from '../core/policy/condition.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import { byRegistration, caseOn, person, rankUnder } from '../tests/example-book.ts'
import { conditionsOfHome, requirementInWords } from './conditions.ts'
import { print } from './prose.ts'

const asks: Rule = {
  ...{ kind: 'requirement', id: 'asked', to: 'respond', code: 'under-age' },
  must: [{ name: 'age', test: { at_least: 18 } }],
}
const inPeace: Condition = [{ name: 'flag', test: { known: true, is: ['free-room'] } }]
const sheltered: Condition = [{ name: 'in-shelter', test: { known: true, is: [true] } }]

function bound(rules: readonly Rule[], home: Facts) {
  const asked = caseOn('2026-06-01', [person('ans')], { home })
  return rankUnder([...rules, byRegistration], asked).bound
}

function told(rules: readonly Rule[], home: Facts = {}): string[] {
  const { each } = conditionsOfHome(bound(rules, home), 'nl')
  return each.map((prose) => print(prose).join(' ').replaceAll(/\s+/g, ' '))
}

describe('what a home asks, to who would respond', () => {
  test('is said as it is', () => {
    expect(told([asks])).toEqual(['U bent minstens 18 jaar.'])
  })

  test('to who judges somebody else it is said of a person', () => {
    expect(print(requirementInWords(bound([asks], {}), 'asked', 'nl'))).toEqual([
      'Nodig is dat de leeftijd minstens 18 jaar is.',
    ])
  })

  test.each<[string, Condition, Facts, string[]]>([
    ['that this home is not', inPeace, { flag: ['tailored'] }, []],
    ['that nothing says of this home', inPeace, {}, []],
    [
      'that this home is',
      inPeace,
      { flag: ['free-room'] },
      ['Dit hoeft niet als de advertentie het kenmerk “vrije ruimte” heeft.'],
    ],
    [
      'about a person of whom nothing is known yet',
      sheltered,
      {},
      ['Dit hoeft niet als u in de opvang verblijft.'],
    ],
    [
      'about the home and the person',
      [{ any: [inPeace, sheltered] }],
      {},
      [
        'Dit hoeft niet als de advertentie het kenmerk “vrije ruimte” heeft of u in de opvang verblijft.',
      ],
    ],
  ])('an exception %s', (_, unless, home, exception) => {
    const rule: Rule = { ...asks, unless }
    expect(told([rule], home)).toEqual([['U bent minstens 18 jaar.', ...exception].join(' ')])
  })

  test('a word of the book is told by what it means, but not one about others', () => {
    const must: Condition = [{ name: 'adults', test: { is: [true] } }]
    const when: Condition = [{ name: 'age', test: { at_least: 18 } }]
    const adults: Rule = { kind: 'definition', id: 'adults', label: 'volwassen', when }
    expect(told([{ ...asks, must }, adults])).toEqual(['U bent minstens 18 jaar.'])
    expect(
      told([
        { ...asks, must },
        { ...adults, of: 'every-member' },
      ]),
    ).toEqual(['“volwassen” geldt voor u.'])
  })
})
