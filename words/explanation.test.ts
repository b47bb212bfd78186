import { describe, expect, test } from 'vitest'
import { date } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Condition } from '../core/policy/condition.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import { foreseeChanges } from '../core/ranking/foresee-change.ts'
import { ownPart } from '../core/ranking/own-part.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { byRegistration, caseOn, person, rankUnder } from '../tests/example-book.ts'
import { explainInWords } from './explanation.ts'

const day = '2026-06-01'

/** What Ans reads, beside whoever else there is; without the last lines, which name the rules. */
function told(rules: readonly Rule[], facts: Facts, others: readonly Facts[] = []): string {
  const people = others.map((each, at) => person(`p${at}`, { facts: each }))
  const asked = caseOn(day, [person('ans', { facts }), ...people], { home: { rent: 60000 } })
  const ranking = rankUnder([...rules, byRegistration], asked)
  return read(ranking, 'ans').split('\n\nDe regels:')[0]?.replaceAll(/\s+/g, ' ') ?? ''
}

function read(ranking: Ranking, id: string): string {
  const { bound, case: asked, candidates } = ranking
  const candidate = candidates.find((each) => each.id === id)
  const changes = candidate ? foreseeChanges(bound, asked, candidate) : []
  const part = ownPart(ranking, id)
  if (!part) throw new Error('nobody')
  return explainInWords(part, { language: 'nl', full: false, changes })
}

function asked(must: Condition): Rule {
  return { kind: 'requirement', id: 'asked', to: 'respond', must, code: 'outside-target-group' }
}

const size: Condition = [{ name: 'household-size', test: { at_least: 2 } }]
const children: Condition = [{ name: 'children', test: { at_least: 1 } }]

describe('somebody kept out reads what is in the way, and how the parts hang together', () => {
  test.each<[string, Condition, Facts, string[]]>([
    [
      'all are needed',
      [...size, ...children],
      { 'household-size': 1, children: 0 },
      [
        'Nodig is dat uw huishouden uit minstens 2 personen bestaat. Bij u: 1.',
        'Nodig is dat u minstens 1 kind heeft. Bij u: 0.',
      ],
    ],
    [
      'one of several is enough',
      [{ any: [size, children] }],
      { 'household-size': 1, children: 0 },
      [
        'Genoeg is dat uw huishouden uit minstens 2 personen bestaat. Bij u: 1.',
        'Genoeg is dat u minstens 1 kind heeft. Bij u: 0.',
      ],
    ],
    [
      'some only together',
      [{ any: [[...size, ...children], [{ name: 'age', test: { at_least: 65 } }]] }],
      { 'household-size': 1, children: 0, age: 40 },
      [
        'Genoeg is dat uw huishouden uit minstens 2 personen bestaat. Bij u: 1.',
        'Daarbij is nodig dat u minstens 1 kind heeft. Bij u: 0.',
        'Genoeg is dat u minstens 65 jaar bent. Bij u: 40 jaar.',
      ],
    ],
    [
      'what may not be so',
      [{ none: [children] }],
      { children: 2 },
      ['In de weg staat dat u minstens 1 kind heeft. Bij u: 2.'],
    ],
    [
      'what nobody told',
      size,
      {},
      ['Nodig is dat uw huishouden uit minstens 2 personen bestaat. Dat is bij ons niet bekend.'],
    ],
  ])('%s', (_, must, facts, sentences) => {
    const text = told([asked(must)], facts)
    expect(
      text.match(/- [^-]+?(?= - |$| {2}|U kunt|Wij zien)/g)?.map((each) => each.slice(2).trim()),
    ).toEqual(sentences)
  })

  test('what people must decide is told with who they are, and that it can be asked', () => {
    const interest: Rule = {
      kind: 'judgement',
      id: 'interest',
      question: 'Is er een belang?',
      answer: ['none', 'region'],
      decided_by: 'municipal-executive',
    }
    const must: Condition = [{ name: 'interest', test: { known: true, is: ['region'] } }]
    const text = told([interest, asked(must)], {})
    expect(text).toContain('Daarover is nog niet beslist. Dat doet: burgemeester en wethouders.')
    expect(text).toContain('U kunt vragen om een besluit hierover.')
    expect(text).not.toContain('Wij zien geen datum')
  })
})

describe('somebody on the list reads', () => {
  const since = (year: number) => ({ 'registered-on': date(`${year}-01-01`) })
  const local: Rule = {
    kind: 'priority',
    id: 'local',
    label: 'binding',
    ground: 'local-connection',
    who: [{ name: 'lives-in', test: { is: ['here'] } }],
    not_against: [{ name: 'in-shelter', test: { is: [true] } }],
  }
  const grouped: Rule = {
    kind: 'ranking',
    id: 'grouped',
    model: 'ranked',
    tiers: [{ priority: ['local'], by: [] }],
    finally: [{ by: 'lot', weights: 'equal' }],
  }

  test('their priority once, with its article', () => {
    const text = told([local, grouped], { ...since(2020), 'lives-in': 'here' })
    expect(text).toContain(
      'U heeft voorrang. Uw voorrang is: “binding”. Dit staat in artikel 1 (Voorbeeld).',
    )
    expect(text.match(/U heeft voorrang/g)).toHaveLength(1)
  })

  test('how many are ahead, and of a few not by what', () => {
    expect(told([], since(2020), [since(2010)])).toContain(
      'Voor u staat 1 persoon, door de inschrijfdatum. Om de privacy van anderen zeggen wij daar niet meer over.',
    )
    expect(told([], since(2020), [since(2010), since(2011), since(2012)])).toContain(
      'Voor u staan 3 mensen: - 3 door de inschrijfdatum',
    )
  })

  test('between which places the lot will decide, and nobody as ahead by it before it is drawn', () => {
    const text = told([], since(2020), [since(2010), since(2020), since(2020)])
    expect(text).toContain('Uw plaats ligt tussen 2 en 4, van 4.')
    expect(text).toContain('Voor u staat 1 persoon')
    expect(text).not.toContain('door het lot')
  })
})

test('what counts for somebody is said to be theirs', () => {
  const registered = { 'registered-on': date('2022-01-16') }
  expect(told([], registered)).toContain('Wat bij u meetelt: - uw inschrijfdatum: 16 januari 2022')
})
