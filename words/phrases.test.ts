import { describe, expect, test } from 'vitest'
import { date, parseDuration } from '../core/basics/calendar-date.ts'
import type { Condition, Test } from '../core/policy/condition.ts'
import type { Key } from '../core/policy/kinds/ranking.ts'
import type { Rule } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { phraseBasis } from './phrase-basis.ts'
import {
  conditionSentence,
  phraseCondition,
  phraseEvent,
  phraseKey,
  phraseName,
  phraseTrigger,
  phraseValue,
  type Speaker,
  toYou,
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
      'de persoon in de opvang verblijft',
      'the person stays in a shelter',
    ],
    [
      'no',
      [is('in-shelter', false)],
      'de persoon niet in de opvang verblijft',
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
      'de instelling in de lijst “shelters” staat',
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
    [
      'judgement',
      [is('hardship', true)],
      'het oordeel van de burgemeester over “hardship” luidt: ja',
    ],
    [
      'judgement with answers',
      [is('interest', 'region', 'municipality')],
      'het oordeel van de burgemeester over “redelijk belang” luidt: “de regio” of “de gemeente”',
    ],
    [
      'judgement, no',
      [is('hardship', false)],
      'het oordeel van de burgemeester over “hardship” luidt: nee',
    ],
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
        '- de leeftijd is minstens 18 jaar',
        '- het aantal kinderen is 0 of 1',
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
        '- de leeftijd is minstens 18 jaar',
        '- ten minste één hiervan klopt:',
        '  - het segment is “sociale huur” en de gemeente is Heerlen',
        '  - de persoon verblijft in de opvang',
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
        '- de leeftijd is minstens 18 jaar',
        '- het segment is “sociale huur”',
      ].join('\n'),
    )
  })

  test('not all of several', () => {
    expect(inline([{ none: [[adult, social]] }], dutch)).toBe(
      [
        'dit niet allemaal klopt:',
        '- de leeftijd is minstens 18 jaar',
        '- het segment is “sociale huur”',
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
      'dit niet klopt:\n- de leeftijd is minstens 18 jaar en lager dan 23 jaar',
    )
  })

  test('all is and', () => {
    expect(inline([{ all: [[adult], [social]] }], dutch)).toBe(inline([adult, social], dutch))
  })
})

describe('to the person it is about, a condition says what they are, have or did', () => {
  const years = (part: Partial<Rule & { kind: 'measure' }>): Rule => ({
    ...{ kind: 'measure', id: 'stay', label: 'jaren hier', of: 'resident', take: 'longest' },
    ...{ unit: 'years', where: [is('area', 'region')] },
    ...part,
  })
  const tenYears = parseDuration('10 years')
  const lately = tenYears ? { within: tenYears } : {}
  const own: readonly Rule[] = [
    years({ id: 'longest', ...lately }),
    years({ id: 'total', take: 'total', where: [is('municipality', 'almere', 'urk')] }),
    years({ id: 'current', take: 'current', where: [is('municipality', { ref: 'municipality' })] }),
    years({ id: 'at-address', take: 'current', unit: 'days', where: [is('address', 'current')] }),
    years({ id: 'sheltered-years', of: 'sheltered', where: [], label: 'jaren in de opvang' }),
    years({
      id: 'own-lease',
      label: 'jaren met eigen contract',
      where: [is('own-contract', true)],
    }),
    { kind: 'measure', id: 'tries', label: 'reacties deze maand', of: 'responded', take: 'number' },
    {
      kind: 'measure',
      id: 'tries-now',
      label: 'reacties die lopen',
      of: 'responded',
      take: 'number',
    },
    { kind: 'definition', id: 'bound', label: 'gebonden aan de regio', when: [] },
    { kind: 'definition', id: 'leaver', label: 'laat een woning achter', when: [] },
    { kind: 'definition', id: 'small', label: 'kleine woning', when: [is('rooms', 1)] },
    { kind: 'definition', id: 'poor', label: 'laag inkomen', when: [is('children', 1)] },
    { kind: 'parameter', id: 'large', label: 'groot gezin', values: [] },
    { kind: 'parameter', id: 'limit', label: 'grens voor huur', unit: 'cents', values: [] },
    { kind: 'life', id: 'band', label: 'groep A', begins: { on: ['awarded'] } },
  ]
  const known = new Map([...rules, ...own].map((rule) => [rule.id, rule]))
  const asked: Speaker = { language: 'nl', rule: (id) => known.get(id), region: 'Veenstreek' }
  const said = (condition: Condition, language: 'nl' | 'en' = 'nl') => {
    const told = [conditionSentence(condition, toYou({ ...asked, language }))]
    return print(told).join('\n').replaceAll('\u00a0', ' ')
  }
  const after = (condition: Condition) => inline(condition, toYou(asked)).replaceAll('\u00a0', ' ')

  test.each<[string, Condition, string, string, string]>([
    [
      'age',
      [{ name: 'age', test: { at_least: 18, below: 23 } }],
      'u minstens 18 jaar en jonger dan 23 jaar bent',
      'U bent minstens 18 jaar en jonger dan 23 jaar.',
      'You are at least 18 years and less than 23 years old.',
    ],
    [
      'no more than an age',
      [{ none: [[{ name: 'age', test: { at_most: 22 } }]] }],
      'u ouder dan 22 jaar bent',
      'U bent ouder dan 22 jaar.',
      'You are more than 22 years old.',
    ],
    [
      'children',
      [{ name: 'children', test: { above: 1 } }],
      'u meer dan 1 kind heeft',
      'U heeft meer dan 1 kind.',
      'You have more than 1 child.',
    ],
    [
      'no children',
      [is('children', 0)],
      'u geen kinderen heeft',
      'U heeft geen kinderen.',
      'You have no children.',
    ],
    [
      'income below a limit of the book',
      [{ name: 'household-income', test: { below: { ref: 'limit' } } }],
      'uw rekeninkomen lager dan de grens “grens voor huur” is',
      'Uw rekeninkomen is lager dan de grens “grens voor huur”.',
      'Your assessed income is below the limit “grens voor huur”.',
    ],
    [
      'as many as an amount of the book',
      [{ name: 'children', test: { at_least: { ref: 'large' } } }],
      'uw aantal kinderen minstens de grens “groot gezin” is',
      'Uw aantal kinderen is minstens de grens “groot gezin”.',
      'Your number of children is at least the limit “groot gezin”.',
    ],
    [
      'a status',
      [is('residence-status', 'dutch', 'lawful', 'permit-holder')],
      'u Nederlander (of daaraan gelijkgesteld), rechtmatig in Nederland of vergunninghouder bent',
      'U bent Nederlander (of daaraan gelijkgesteld), rechtmatig in Nederland of vergunninghouder.',
      'You are Dutch (or treated as Dutch), lawfully in the Netherlands or a permit holder.',
    ],
    [
      'a status without words of its own',
      [is('residence-status', 'none')],
      'uw verblijfsstatus “geen rechtmatig verblijf” is',
      'Uw verblijfsstatus is “geen rechtmatig verblijf”.',
      'Your residence status is “no lawful residence”.',
    ],
    [
      'where this home is',
      [is('lives-in', { ref: 'municipality' })],
      'u in de gemeente van deze woning woont',
      'U woont in de gemeente van deze woning.',
      'You live in the municipality of this home.',
    ],
    [
      'neither of two places',
      [{ name: 'works-in', test: { not: ['heerlen', 'kerkrade'] } }],
      'u niet in Heerlen of Kerkrade werkt',
      'U werkt niet in Heerlen of Kerkrade.',
      'You do not work in Heerlen or Kerkrade.',
    ],
    [
      'a home left empty',
      [is('leaves-empty', 'social-rental', 'private-rental')],
      'u een sociale huurwoning of particuliere huurwoning leeg achterlaat',
      'U laat een sociale huurwoning of particuliere huurwoning leeg achter.',
      'You leave a social rented home or privately rented home empty.',
    ],
    [
      'no home left empty',
      [is('leaves-empty', 'none')],
      'u geen woning leeg achterlaat',
      'U laat geen woning leeg achter.',
      'You leave no home empty.',
    ],
    [
      'a target group, whichever',
      [{ name: 'target-group', test: { known: true, not: ['none'] } }],
      'u bij een doelgroep hoort',
      'U hoort bij een doelgroep.',
      'You belong to a target group.',
    ],
    [
      'not blocked',
      [is('blocked', false)],
      'u niet geblokkeerd bent',
      'U bent niet geblokkeerd.',
      'You are not blocked.',
    ],
    [
      'a registration',
      [is('registration', 'active', 'suspended')],
      'uw inschrijving loopt of rust',
      'Uw inschrijving loopt of rust.',
      'Your registration is active or is resting.',
    ],
    [
      'a life of the book',
      [is('band', 'none')],
      'uw “groep A” ontbreekt',
      'Uw “groep A” ontbreekt.',
      'Your “groep A” is absent.',
    ],
    [
      'living somewhere lately',
      [{ name: 'longest', test: { at_least: 6 } }],
      'u in de laatste 10 jaar minstens 6 jaar achter elkaar in de regio Veenstreek heeft gewoond',
      'U heeft in de laatste 10 jaar minstens 6 jaar achter elkaar in de regio Veenstreek gewoond.',
      'You have lived in the region Veenstreek for at least 6 years without a break in the last 10 years.',
    ],
    [
      'not as long as that',
      [{ name: 'longest', test: { below: 6 } }],
      'u in de laatste 10 jaar niet minstens 6 jaar achter elkaar in de regio Veenstreek heeft gewoond',
      'U heeft in de laatste 10 jaar niet minstens 6 jaar achter elkaar in de regio Veenstreek gewoond.',
      'You have not lived in the region Veenstreek for at least 6 years without a break in the last 10 years.',
    ],
    [
      'not longer than that in all',
      [{ name: 'total', test: { at_most: 1 } }],
      'u in totaal niet langer dan 1 jaar in Almere of Urk heeft gewoond',
      'U heeft in totaal niet langer dan 1 jaar in Almere of Urk gewoond.',
      'You have not lived in Almere or Urk for longer than 1 year in total.',
    ],
    [
      'living there until now',
      [{ name: 'current', test: { above: 2 } }],
      'u al langer dan 2 jaar zonder onderbreking in de gemeente van deze woning woont',
      'U woont al langer dan 2 jaar zonder onderbreking in de gemeente van deze woning.',
      'You have been living in the municipality of this home for longer than 2 years without a break until now.',
    ],
    [
      'at one address',
      [{ name: 'at-address', test: { at_least: 30 } }],
      'u al minstens 30 dagen zonder onderbreking op uw huidige adres woont',
      'U woont al minstens 30 dagen zonder onderbreking op uw huidige adres.',
      'You have been living at your present address for at least 30 days without a break until now.',
    ],
    [
      'between two lengths, by its name',
      [{ name: 'longest', test: { at_least: 2, below: 6 } }],
      'het aantal jaren hier minstens 2 en lager dan 6 is',
      'Het aantal jaren hier is minstens 2 en lager dan 6.',
      '“jaren hier” is at least 2 years and below 6 years.',
    ],
    [
      'what cannot be said as living somewhere, by its name',
      [{ name: 'own-lease', test: { at_least: 2 } }],
      'het aantal jaren met eigen contract minstens 2 is',
      'Het aantal jaren met eigen contract is minstens 2.',
      '“jaren met eigen contract” is at least 2 years.',
    ],
    [
      'something counted',
      [{ name: 'tries', test: { at_least: 4 } }],
      'het aantal reacties deze maand minstens 4 is',
      'Het aantal reacties deze maand is minstens 4.',
      '“reacties deze maand” is at least 4.',
    ],
    [
      'something counted, with a verb in its name',
      [{ name: 'tries-now', test: { at_least: 4 } }],
      'het aantal “reacties die lopen” minstens 4 is',
      'Het aantal “reacties die lopen” is minstens 4.',
      '“reacties die lopen” is at least 4.',
    ],
    [
      'a word of the book that says what somebody is',
      [is('bound', true)],
      'u gebonden bent aan de regio',
      'U bent gebonden aan de regio.',
      '“gebonden aan de regio” applies to you.',
    ],
    [
      'that it does not hold',
      [is('bound', false)],
      '“gebonden aan de regio” niet voor u geldt',
      '“gebonden aan de regio” geldt niet voor u.',
      '“gebonden aan de regio” does not apply to you.',
    ],
    [
      'a word of the book that says what somebody does',
      [is('leaver', true)],
      'u een woning achterlaat',
      'U laat een woning achter.',
      '“laat een woning achter” applies to you.',
    ],
    [
      'about the home alone',
      [is('small', true)],
      '“kleine woning” geldt',
      '“kleine woning” geldt.',
      '“kleine woning” applies.',
    ],
    [
      'about a person',
      [is('poor', true)],
      '“laag inkomen” voor u geldt',
      '“laag inkomen” geldt voor u.',
      '“laag inkomen” applies to you.',
    ],
    [
      'a judgement',
      [is('interest', 'region')],
      'het oordeel van de burgemeester over “redelijk belang” luidt: “de regio”',
      'Het oordeel van de burgemeester over “redelijk belang” luidt: “de regio”.',
      'The judgement of the mayor on “redelijk belang” is “the region”.',
    ],
    [
      'a kind of home',
      [is('segment', 'social', 'mid-rent')],
      'het een sociale huurwoning of middenhuurwoning is',
      'Het is een sociale huurwoning of middenhuurwoning.',
      'It is a social rented home or mid-rent home.',
    ],
    [
      'what somebody searches',
      [is('dwelling-type', { ref: 'profile-dwelling-types' })],
      'het woningtype een van de woningtypen in uw zoekprofiel is',
      'Het woningtype is een van de woningtypen in uw zoekprofiel.',
      'The dwelling type is one of the dwelling types in your search profile.',
    ],
    [
      'not known',
      [{ name: 'household-income', test: { known: false } }],
      'uw rekeninkomen niet bekend is',
      'Uw rekeninkomen is niet bekend.',
      'Your assessed income is not known.',
    ],
  ])('%s', (_, condition, clause, nl, en) => {
    expect(after(condition)).toBe(clause)
    expect(said(condition).replace(/\n/g, ' ')).toBe(nl)
    expect(said(condition, 'en').replace(/\n/g, ' ')).toBe(en)
  })

  test('points of a list stand by themselves', () => {
    expect(
      said([
        { any: [[is('in-shelter', true)], [is('registration', 'active')], [is('bound', true)]] },
      ]),
    ).toBe(
      [
        'Ten minste één hiervan klopt:',
        '- u verblijft in de opvang',
        '- uw inschrijving loopt',
        '- u bent gebonden aan de regio',
      ].join('\n'),
    )
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
        'terwijl u minstens 18 jaar bent',
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
      '  - de aanbieding is passend',
      '  - er is geen goede reden voor',
      '  - de persoon stond hoger dan wie de woning kreeg',
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
