import { describe, expect, test } from 'vitest'
import { date, parseDuration } from '../core/basics/calendar-date.ts'
import type { Condition, Test } from '../core/policy/condition.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { phraseBasis } from './phrase-basis.ts'
import {
  phraseCondition,
  phraseEvent,
  phraseKey,
  phraseName,
  phraseTrigger,
  phraseValue,
  type Speaker,
} from './phrases.ts'
import { print } from './prose.ts'

const rules: readonly Rule[] = [
  { kind: 'definition', id: 'bound-to-region', when: [] },
  { kind: 'definition', id: 'urgent-seeker', label: 'urgent zijn', when: [] },
  { kind: 'parameter', id: 'fit-limit', label: 'de passendheidsgrens', unit: 'cents', values: [] },
  {
    kind: 'parameter',
    id: 'shelters',
    values: [{ from: date('2026-01-01'), rows: [{ when: [], value: ['a', 'b'] }] }],
  },
  { kind: 'measure', id: 'years-here', of: 'resident', take: 'longest', unit: 'years' },
  { kind: 'measure', id: 'responses', of: 'responded', take: 'number' },
  { kind: 'account', id: 'corrected-date', unit: 'date', entries: [] },
  { kind: 'account', id: 'points', unit: 'points', entries: [] },
  {
    kind: 'judgement',
    id: 'hardship',
    question: 'Is dit hard?',
    answer: 'yes-no',
    decided_by: 'mayor',
  },
  {
    ...{ kind: 'judgement', id: 'interest', label: 'redelijk belang', question: 'Welk belang?' },
    ...{ answer: ['none', 'region', 'municipality'], decided_by: 'mayor' },
  },
  { kind: 'life', id: 'membership', label: 'het lidmaatschap', begins: { on: ['paid'] } },
  { kind: 'life', id: 'option', label: 'optie', begins: { on: ['option-taken'] } },
  { kind: 'sanction', id: 'no-show-block', on: ['no-show'], steps: [{ effect: 'block' }] },
  { kind: 'priority', id: 'bound-first', ground: 'local-connection', who: [] },
]

const byId = new Map(rules.map((rule) => [rule.id, rule]))
const dutch: Speaker = { language: 'nl', rule: (id) => byId.get(id) }
const english: Speaker = { ...dutch, language: 'en' }

const is = (name: string, ...values: NonNullable<Test['is']>) => ({ name, test: { is: values } })

function inline(condition: Condition, speaker: Speaker): string {
  const phrase = phraseCondition(condition, speaker)
  return typeof phrase === 'string' ? phrase : print([phrase]).join('\n')
}

describe('a condition is a clause', () => {
  test.each<[string, Condition, string, string]>([
    [
      'at least',
      [{ name: 'age', test: { at_least: 18 } }],
      'de leeftijd minstens 18 jaar is',
      'the age is at least 18 years',
    ],
    [
      'between',
      [{ name: 'age', test: { at_least: 18, below: 23 } }],
      'de leeftijd minstens 18 jaar en lager dan 23 jaar is',
      'the age is at least 18 years and below 23 years',
    ],
    [
      'above and at most',
      [{ name: 'floor-area', test: { above: 40, at_most: 60 } }],
      'de oppervlakte hoger dan 40 m² en hoogstens 60 m² is',
      'the floor area is above 40 m² and at most 60 m²',
    ],
    [
      'an amount',
      [{ name: 'rent', test: { at_most: 71302 } }],
      'de huur hoogstens €\u00a0713,02 is',
      'the rent is at most €713.02',
    ],
    [
      'a date',
      [{ name: 'registered-on', test: { at_most: date('2020-12-31') } }],
      'de inschrijfdatum op of voor 31 december 2020 is',
      'the registration date is on or before 31 December 2020',
    ],
    [
      'a date strictly',
      [{ name: 'born', test: { above: date('2000-01-01'), below: date('2008-01-01') } }],
      'de geboortedatum na 1 januari 2000 en voor 1 januari 2008 is',
      'the date of birth is after 1 January 2000 and before 1 January 2008',
    ],
    [
      'a count, whose noun says the unit',
      [is('children', 0, 1)],
      'het aantal kinderen 0 of 1 is',
      'the number of children is 0 or 1',
    ],
    [
      'a choice',
      [is('segment', 'social')],
      'het segment “sociale huur” is',
      'the segment is “social rent”',
    ],
    [
      'one of several choices',
      [is('income-source', 'work', 'own-business')],
      'de bron van het inkomen “werk” of “eigen bedrijf” is',
      'the source of income is “work” or “own business”',
    ],
    [
      'none of several choices',
      [{ name: 'model', test: { not: ['lottery', 'swap'] } }],
      'het verdeelmodel niet “loting” en niet “woningruil” is',
      'the allocation model is not “lottery” and not “swap”',
    ],
    [
      'a place',
      [is('municipality', 'heerlen', 'alphen-aan-den-rijn')],
      'de gemeente Heerlen of Alphen aan den Rijn is',
      'the municipality is Heerlen or Alphen aan den Rijn',
    ],
    [
      'one of the labels of a home',
      [is('label', 'senior', 'assisted')],
      'de woning het label “senioren” of “assisted” heeft',
      'the home has the label “seniors” or “assisted”',
    ],
    [
      'not a label of a home',
      [{ name: 'label', test: { not: ['youth', 'senior'] } }],
      'de woning het label “jongeren” niet heeft en de woning het label “senioren” niet heeft',
      'the home does not have the label “youth” and the home does not have the label “seniors”',
    ],
    ['an area', [is('area', 'region')], 'de plek in de regio ligt', 'the place lies in the region'],
    [
      'yes',
      [is('in-shelter', true)],
      'de persoon in opvang verblijft',
      'the person stays in a shelter',
    ],
    [
      'no',
      [is('in-shelter', false)],
      'de persoon niet in opvang verblijft',
      'the person does not stay in a shelter',
    ],
    [
      'not yes is no',
      [{ name: 'student', test: { not: [true] } }],
      'de woning niet voor studenten is',
      'the home is not for students',
    ],
    [
      'known',
      [{ name: 'household-income', test: { known: true } }],
      'het rekeninkomen bekend is',
      'the assessed income is known',
    ],
    [
      'not known',
      [{ name: 'screening', test: { known: false } }],
      'de screening niet bekend is',
      'the screening is not known',
    ],
    [
      'one of these, and so known',
      [{ name: 'lives-in', test: { known: true, is: ['heerlen', 'kerkrade'] } }],
      'de woongemeente Heerlen of Kerkrade is',
      'the municipality of residence is Heerlen or Kerkrade',
    ],
    [
      'known and not',
      [{ name: 'target-group', test: { known: true, not: ['none'] } }],
      'de doelgroep bekend en niet “geen” is',
      'the target group is known and not “none”',
    ],
    [
      'several values of which one is needed, and so known',
      [{ name: 'flag', test: { known: true, is: ['tailored'] } }],
      'de advertentie het kenmerk “maatwerk” heeft',
      'the listing has the flag “tailored”',
    ],
    ['no condition', [], 'er geen voorwaarde is', 'there is no condition'],
  ])('%s', (_, condition, nl, en) => {
    expect(inline(condition, dutch)).toBe(nl)
    expect(inline(condition, english)).toBe(en)
  })
})

describe('names of the book are said by their label, or readably in quotes', () => {
  test.each<[string, Condition, string]>([
    [
      'parameter with a label',
      [{ name: 'household-income', test: { at_most: { ref: 'fit-limit' } } }],
      'het rekeninkomen hoogstens de passendheidsgrens is',
    ],
    [
      'list of a parameter',
      [is('institution', { ref: 'shelters' })],
      'de instelling een van “shelters” is',
    ],
    [
      'not in a list',
      [{ name: 'neighbourhood', test: { not: [{ ref: 'profile-areas' }] } }],
      'de buurt geen van de gebieden in het zoekprofiel is',
    ],
    [
      'fact of this home',
      [is('municipality', { ref: 'municipality' })],
      'de gemeente gelijk is aan de gemeente van deze woning',
    ],
    [
      'limit that the home sets',
      [{ name: 'age', test: { at_least: { ref: 'complex-age-min' } } }],
      'de leeftijd minstens de laagste leeftijd voor het complex van deze woning is',
    ],
    ['definition', [is('bound-to-region', true)], '“bound to region” geldt'],
    ['definition, not', [is('bound-to-region', false)], '“bound to region” niet geldt'],
    ['definition with a label', [is('urgent-seeker', true)], '“urgent zijn” geldt'],
    [
      'measure in years',
      [{ name: 'years-here', test: { at_least: 6 } }],
      '“years here” minstens 6 jaar is',
    ],
    [
      'measure that counts',
      [{ name: 'responses', test: { below: 12 } }],
      '“responses” lager dan 12 is',
    ],
    ['points', [{ name: 'points', test: { above: 1 } }], '“points” hoger dan 1 punt is'],
    [
      'account in time',
      [{ name: 'corrected-date', test: { below: date('2020-01-01') } }],
      '“corrected date” voor 1 januari 2020 is',
    ],
    ['judgement', [is('hardship', true)], 'het antwoord op “hardship” ja is'],
    [
      'judgement with answers',
      [is('interest', 'region', 'municipality')],
      '“de regio” of “de gemeente” het antwoord is op “redelijk belang”',
    ],
    ['judgement, no', [is('hardship', false)], 'het antwoord op “hardship” nee is'],
    [
      'day of a judgement',
      [{ name: 'hardship-since', test: { at_least: date('2026-01-01') } }],
      'de datum van het oordeel “hardship” op of na 1 januari 2026 is',
    ],
    ['life', [is('registration', 'active')], 'de inschrijving loopt'],
    ['common life whose label lacks the article', [is('option', 'ended')], 'de optie is geëindigd'],
    [
      'life with a label',
      [is('membership', 'active', 'suspended')],
      'het lidmaatschap loopt of rust',
    ],
    [
      'life, not',
      [{ name: 'urgency', test: { not: ['active', 'ended'] } }],
      'de urgentie niet loopt en niet is geëindigd',
    ],
    ['phase', [is('urgency-phase', 'self-search')], 'de fase van de urgentie “zelf zoeken” is'],
    [
      'priorities used',
      [is('priorities-applied', 'bound-first')],
      'voorrang is gebruikt volgens “bound first”',
    ],
    ['name of a book not at hand', [is('some-word', true)], '“some word” geldt'],
  ])('%s', (_, condition, nl) => {
    expect(inline(condition, dutch)).toBe(nl)
  })
})

describe('conditions together', () => {
  const adult = { name: 'age', test: { at_least: 18 } } as const
  const social = is('segment', 'social')
  const here = is('municipality', 'heerlen')

  test('two short ones share a sentence', () => {
    expect(inline([adult, social], dutch)).toBe(
      'de leeftijd minstens 18 jaar is en het segment “sociale huur” is',
    )
    expect(inline([{ any: [[adult], [social]] }], dutch)).toBe(
      'de leeftijd minstens 18 jaar is of het segment “sociale huur” is',
    )
  })

  test('what could be read in two ways becomes a list', () => {
    expect(inline([{ any: [[adult], [is('children', 0, 1)]] }], dutch)).toBe(
      [
        'ten minste één hiervan klopt:',
        '- de leeftijd minstens 18 jaar is',
        '- het aantal kinderen 0 of 1 is',
      ].join('\n'),
    )
  })

  test.each([
    ['and', [{ name: 'age', test: { at_least: 18, below: 23 } }]],
    ['or', [is('children', 0, 1)]],
  ])('a clause that says %s is not joined by or', (_, range) => {
    expect(phraseCondition([{ any: [[adult], range] }], dutch)).toHaveProperty('points')
    expect(phraseCondition([adult, ...range], dutch)).not.toHaveProperty('points')
  })

  test('more than two become a list, also within a list', () => {
    const nested: Condition = [adult, { any: [[social, here], [is('in-shelter', true)]] }]
    expect(inline(nested, dutch)).toBe(
      [
        'dit allemaal klopt:',
        '- de leeftijd minstens 18 jaar is',
        '- ten minste één hiervan klopt:',
        '  - het segment “sociale huur” is en de gemeente Heerlen is',
        '  - de persoon in opvang verblijft',
      ].join('\n'),
    )
  })

  test('many values are listed', () => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    expect(inline([is('lives-in', ...places)], dutch)).toBe(
      ['de woongemeente een van deze is:', ...places.map((id) => `- ${id.toUpperCase()}`)].join(
        '\n',
      ),
    )
    expect(inline([{ name: 'lives-in', test: { not: places } }], english)).toMatch(
      /^the municipality of residence is none of these:\n- A\n/,
    )
  })

  test('none of several', () => {
    expect(inline([{ none: [[adult], [social]] }], dutch)).toBe(
      [
        'niets hiervan klopt:',
        '- de leeftijd minstens 18 jaar is',
        '- het segment “sociale huur” is',
      ].join('\n'),
    )
  })

  test('not all of several', () => {
    expect(inline([{ none: [[adult, social]] }], dutch)).toBe(
      [
        'dit niet allemaal klopt:',
        '- de leeftijd minstens 18 jaar is',
        '- het segment “sociale huur” is',
      ].join('\n'),
    )
  })

  test.each<[string, Test, string]>([
    ['at least', { at_least: 18 }, 'de leeftijd lager dan 18 jaar is'],
    ['at most', { at_most: 18 }, 'de leeftijd hoger dan 18 jaar is'],
    ['above', { above: 18 }, 'de leeftijd hoogstens 18 jaar is'],
    ['below', { below: 18 }, 'de leeftijd minstens 18 jaar is'],
    ['is', { is: [18] }, 'de leeftijd niet 18 jaar is'],
    ['not', { not: [18] }, 'de leeftijd 18 jaar is'],
    ['known', { known: true }, 'de leeftijd niet bekend is'],
  ])('none with one test says the opposite: %s', (_, against, nl) => {
    expect(inline([{ none: [[{ name: 'age', test: against }]] }], dutch)).toBe(nl)
  })

  test('none of a range is a list, because its opposite is no single test', () => {
    const range = { name: 'age', test: { at_least: 18, below: 23 } }
    expect(inline([{ none: [[range]] }], dutch)).toBe(
      'dit niet klopt:\n- de leeftijd minstens 18 jaar en lager dan 23 jaar is',
    )
  })

  test('all is and', () => {
    expect(inline([{ all: [[adult], [social]] }], dutch)).toBe(inline([adult, social], dutch))
  })
})

describe('triggers', () => {
  const months = parseDuration('12 months')

  test.each<[string, Partial<Trigger>, string]>([
    ['one event', { on: ['registered'] }, 'bij een inschrijving'],
    [
      'one of several events',
      { on: ['no-show', 'invitation-unanswered'] },
      'bij wegblijven zonder bericht of een onbeantwoorde uitnodiging',
    ],
    [
      'the how-manieth in a window',
      { on: ['offer-refused'], times: 3, ...(months && { within: months }), counted: 'from-first' },
      'bij een weigering van een aanbieding ' +
        '(vanaf de 3e keer, binnen 12 maanden, geteld vanaf de eerste keer)',
    ],
    [
      'like this, while that',
      {
        on: ['offer-refused'],
        where: [is('suitable', true)],
        when: [{ name: 'age', test: { at_least: 18 } }],
      },
      'bij een weigering van een aanbieding, waarbij de aanbieding passend is, ' +
        'terwijl de leeftijd minstens 18 jaar is',
    ],
    [
      'until a day',
      { on: ['moved'], until: date('2029-12-31') },
      'bij een verhuizing (tot en met 31 december 2029)',
    ],
    ['the end of a life', { on: ['membership-ended'] }, 'bij het einde van het lidmaatschap'],
    [
      'a step of a sanction',
      { on: ['no-show-block'] },
      'bij een stap van de sanctie “no show block”',
    ],
    ['the calendar', { on: ['month-ended'] }, 'bij het einde van een maand'],
  ])('%s', (_, trigger, nl) => {
    expect(phraseTrigger(trigger, dutch)).toBe(nl)
  })

  test('a long condition is listed', () => {
    const where = [is('suitable', true), is('justified', false), is('above-taker', true)]
    expect(print([phraseTrigger({ on: ['offer-refused'], where }, dutch)])).toEqual([
      'bij een weigering van een aanbieding:',
      '- waarbij dit allemaal klopt:',
      '  - de aanbieding passend is',
      '  - er geen goede reden voor is',
      '  - de persoon hoger stond dan wie de woning kreeg',
    ])
  })

  test('every event has a phrase in English too', () => {
    expect(phraseEvent('offer-refused', english)).toBe('a refusal of an offer')
    expect(phraseEvent('urgency-ended', english)).toBe('the end of the urgency')
  })
})

describe('keys of an order', () => {
  test.each<[Key, string, string]>([
    [
      { by: 'earliest', of: 'registered-on' },
      'de inschrijfdatum: de vroegste gaat voor',
      'the registration date: the earliest goes first',
    ],
    [
      { by: 'latest', of: 'urgency-ends' },
      'de einddatum van de urgentie: de laatste gaat voor',
      'the end date of the urgency: the latest goes first',
    ],
    [
      { by: 'highest', of: 'age' },
      'de leeftijd: de hoogste gaat voor',
      'the age: the highest goes first',
    ],
    [
      { by: 'lowest', of: 'points' },
      '“points”: de laagste gaat voor',
      '“points”: the lowest goes first',
    ],
    [
      { by: 'in-order', of: 'profession-group', values: ['police', 'care'] },
      'de beroepsgroep, in de volgorde “politie”, “zorg”',
      'the group of professions, in the order “police”, “care”',
    ],
    [
      { by: 'in-order', of: 'urgency', values: ['active'] },
      'de urgentie, in de volgorde “loopt”',
      'the urgency, in the order “is active”',
    ],
    [{ by: 'lot', weights: 'equal' }, 'loting met gelijke kansen', 'a draw with equal chances'],
    [
      { by: 'lot', weights: { ref: 'points' } },
      'loting waarbij iemand zo veel loten heeft als “points”',
      'a draw in which a person has as many lots as “points”',
    ],
    [
      { by: 'chosen', of: 'hardship' },
      'de keuze van mensen bij “hardship”',
      'the choice of people under “hardship”',
    ],
  ])('%o', (key, nl, en) => {
    expect(phraseKey(key, dutch)).toBe(nl)
    expect(phraseKey(key, english)).toBe(en)
  })
})

test('values are said by what their name stands for', () => {
  expect(phraseValue('rent', 71302, dutch)).toBe('€\u00a0713,02')
  expect(phraseValue('registered-on', date('2026-06-03'), dutch)).toBe('3 juni 2026')
  expect(phraseValue('years-here', 6, dutch)).toBe('6 jaar')
  expect(phraseValue('designated-area', ['wbmgp-9', 'wbmgp-10'], english)).toBe(
    'priority by characteristics (Wbmgp article 9) and screening (Wbmgp article 10)',
  )
  expect(phraseName('membership-since', dutch)).toBe('de begindatum van het lidmaatschap')
})

test('a legal basis names its law; what it does not know it leaves alone', () => {
  expect(phraseBasis('hvw 14 lid 2, 3', 'nl')).toBe('Huisvestingswet 2014, artikel 14 lid 2, 3')
  expect(phraseBasis('hvw 14 lid 2, 3', 'en')).toBe(
    'Huisvestingswet 2014, article 14 paragraph 2, 3',
  )
  expect(phraseBasis('prestatieafspraak 12', 'nl')).toBe('prestatieafspraak 12')
})
