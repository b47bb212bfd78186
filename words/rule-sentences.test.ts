import { describe, expect, test } from 'vitest'
import { type CalendarDate, type Duration, date } from '../core/basics/calendar-date.ts'
import type { Condition } from '../core/policy/condition.ts'
import type { Justification, Rule, RuleOf } from '../core/policy/rule-book.ts'
import type { Trigger } from '../core/policy/trigger.ts'
import { type Language, languages } from './language.ts'
import { printRule } from './print-rules.ts'

const noNames = () => undefined

function say(rule: Rule, language: Language = 'nl', on?: CalendarDate): string {
  return printRule(rule, { language, rule: noNames, ...(on !== undefined && { on }) }).join('\n')
}

const adult: Condition = [{ name: 'age', test: { at_least: 18 } }]
const social: Condition = [{ name: 'segment', test: { is: ['social'] } }]
const sheltered: Condition = [{ name: 'in-shelter', test: { is: [true] } }]
const small: Condition = [{ name: 'rooms', test: { below: 4 } }]
const year: Duration = { count: 1, unit: 'year' }
const months: Duration = { count: 3, unit: 'month' }
const weeks: Duration = { count: 8, unit: 'week' }

describe('one sentence per kind', () => {
  test.each<[string, Rule, string[]]>([
    [
      'an amount',
      {
        kind: 'parameter',
        id: 'restore-fee',
        unit: 'cents',
        values: [{ from: date('2020-01-01'), rows: [{ when: [], value: 6980 }] }],
      },
      ['- Bedrag of tabel restore-fee: Vanaf 1 januari 2020 is dit € 69,80.'],
    ],
    [
      'a table with a gap',
      {
        kind: 'parameter',
        id: 'bedrooms-max',
        unit: 'bedrooms',
        values: [
          {
            from: date('2020-06-11'),
            rows: [
              { when: [{ name: 'children', test: { is: [0] } }], value: 2 },
              { when: [], value: 'missing' },
            ],
          },
        ],
      },
      [
        '- Bedrag of tabel bedrooms-max: Vanaf 11 juni 2020 is dit:',
        '  - 2 slaapkamers als u geen kinderen heeft',
        '  - anders niet bekend',
      ],
    ],
    [
      'a definition',
      { kind: 'definition', id: 'screened', of: 'every-member', when: adult },
      [
        '- Begrip screened: Dit geldt als voor elk lid van het huishouden de leeftijd minstens 18 jaar is.',
      ],
    ],
    [
      'a judgement',
      {
        kind: 'judgement',
        id: 'hardship',
        question: 'Pakt dit onredelijk uit?',
        answer: 'yes-no',
        decided_by: 'municipal-executive',
        second: true,
        sets_aside: 'any',
      },
      [
        '- Menselijk oordeel hardship: De vraag is: Pakt dit onredelijk uit? Wie beslist: burgemeester en',
        '  wethouders. Een tweede persoon moet instemmen. Het antwoord is ja of nee. Dit oordeel mag opzij',
        '  zetten: elke eis (hardheidsclausule). Zolang niemand beslist, is het antwoord niet bekend.',
      ],
    ],
    [
      'a measure',
      {
        kind: 'measure',
        id: 'years-here',
        of: 'resident',
        where: [{ name: 'area', test: { is: ['region'] } }],
        take: 'longest',
        unit: 'years',
        within: { count: 10, unit: 'year' },
      },
      [
        '- Telling years-here: Dit is de duur van de langste woonperiode in de regio, in hele jaren, binnen',
        '  de laatste 10 jaar.',
      ],
    ],
    [
      'an account',
      {
        kind: 'account',
        id: 'search-points',
        unit: 'points',
        limits: { at_least: 0, at_most: 30 },
        entries: [
          { add: 1, on: ['month-ended'] },
          { add: -1, on: ['no-show'] },
          { set: 0, on: ['deregistered'] },
          {
            best_of: [
              { add: 12, who: sheltered },
              { add: 24, who: adult },
            ],
          },
        ],
      },
      [
        '- Rekening search-points: Deze rekening telt punten. Het saldo is minstens 0 punten en hoogstens 30',
        '  punten. Op de rekening komt:',
        '  - 1 punt erbij bij het einde van een maand',
        '  - 1 punt eraf bij wegblijven zonder bericht',
        '  - het saldo wordt 0 punten bij een uitschrijving',
        '  - alleen wat het meeste oplevert van:',
        '    - 12 punten erbij, alleen als u in de opvang verblijft',
        '    - 24 punten erbij, alleen als u minstens 18 jaar bent',
      ],
    ],
    [
      'a requirement',
      {
        kind: 'requirement',
        id: 'adult',
        to: 'register',
        must: adult,
        unless: [{ name: 'court-emancipation', test: { is: [true] } }],
        code: 'under-age',
      },
      [
        '- Eis adult: Inschrijven kan alleen als u minstens 18 jaar bent. Dit geldt niet als de rechter u',
        '  meerderjarig verklaarde. Wie niet voldoet, leest: “Uw leeftijd is lager dan hier nodig is.”',
      ],
    ],
    [
      'a priority',
      {
        kind: 'priority',
        id: 'bound-first',
        ground: 'local-connection',
        level: 'municipality',
        basis: 'hvw 14 lid 2',
        where: social,
        who: [{ name: 'bound', test: { is: [true] } }],
        not_against: sheltered,
        in_vain: weeks,
      },
      [
        '- Voorrang bound-first: U heeft voorrang als “bound” voor u geldt. Dit geldt alleen als het een',
        '  sociale huurwoning is. De grond is binding, op het niveau van de gemeente. Deze voorrang van',
        '  anderen werkt niet tegen u als u in de opvang verblijft. Dit vervalt als de woning 8 weken',
        '  vergeefs is aangeboden. De grondslag is: Huisvestingswet 2014, artikel 14 lid 2.',
      ],
    ],
    [
      'a ranking, with everyone else last',
      {
        kind: 'ranking',
        id: 'regular',
        model: 'ranked',
        tiers: [{ priority: ['urgent'], by: [{ by: 'earliest', of: 'urgency-ends' }] }],
        finally: [
          { by: 'earliest', of: 'registered-on' },
          { by: 'lot', weights: 'equal' },
        ],
      },
      [
        '- Rangorde regular: Zo ontstaat de volgorde bij het verdeelmodel “aanbod”:',
        '  - groep 1: mensen met de voorrang “urgent”; binnen deze groep eerst op de einddatum van de',
        '    urgentie: de vroegste gaat voor',
        '  - groep 2: alle anderen',
        '  - in elke groep beslist de inschrijfdatum: de vroegste gaat voor; dan loting met gelijke kansen',
      ],
    ],
    [
      'a quota',
      {
        kind: 'quota',
        id: 'binding-share',
        counts: [{ name: 'priorities-applied', test: { is: ['bound-first'] } }],
        among: social,
        limit: { at_most: 50, of: 100 },
        each: ['municipality'],
        per: 'calendar-year',
        at_limit: 'priority-off',
      },
      [
        '- Aandeel binding-share: Van elke 100 toewijzingen gaan er hoogstens 50 naar deze groep, per',
        '  kalenderjaar. Bij de groep hoort een toewijzing als voorrang is gebruikt volgens “bound first”.',
        '  Alleen meegeteld wordt waar het segment “sociale huur” is. Er wordt apart geteld voor de gemeente.',
        '  Is het aandeel vol, dan werkt de voorrang niet meer.',
      ],
    ],
    [
      'a life',
      {
        kind: 'life',
        id: 'urgency',
        inside: 'registration',
        begins: { on: ['urgency-granted'] },
        lasts: { count: 6, unit: 'month' },
        ends: [
          {
            on: ['offer-refused'],
            where: [{ name: 'suitable', test: { is: [true] } }],
            code: 'refused-suitable-offer',
            hear: true,
          },
          { on: ['lease-started'], code: 'housed', keeps: ['registration'] },
        ],
        again: { after: year, same: 'urgency-ground' },
      },
      [
        '- Levensloop urgency: Dit begint bij de toekenning van urgentie. Dit hoort bij de inschrijving en',
        '  eindigt daarmee. Dit duurt 6 maanden. Dit eindigt:',
        '  - bij een weigering van een aanbieding, waarbij de aanbieding passend is, met als reden: “U heeft',
        '    een passende woning geweigerd”, pas nadat de persoon is gehoord',
        '  - bij het begin van een huurcontract, met als reden: “U heeft een woning gekregen”, de',
        '    inschrijving blijft bestaan',
        '  Opnieuw beginnen met hetzelfde gegeven (de urgentiegrond) kan pas 1 jaar na het einde.',
      ],
    ],
    [
      'a sanction',
      {
        kind: 'sanction',
        id: 'three-refusals',
        on: ['offer-refused'],
        within: { count: 12, unit: 'month' },
        counted: 'from-first',
        steps: [
          { times: 2, effect: 'warn' },
          { times: 3, effect: 'block', lasts: months, scope: 'region', models: ['lottery'] },
        ],
        objection: { count: 4, unit: 'week' },
      },
      [
        '- Sanctie three-refusals: Deze sanctie volgt bij een weigering van een aanbieding (binnen 12',
        '  maanden, geteld vanaf de eerste keer). De gevolgen zijn:',
        '  - de 2e keer: een waarschuwing',
        '  - de 3e keer: een blokkade, voor 3 maanden, in de hele regio, alleen bij loting',
        '  Na de laatste stap begint het tellen opnieuw. Bezwaar maken kan binnen 4 weken.',
      ],
    ],
    [
      'a procedure',
      {
        kind: 'procedure',
        id: 'terms',
        listing_open: { count: 5, unit: 'day' },
        open_responses: 2,
        answer_within: { lasts: { count: 1, unit: 'working-day' }, at: '17:00' },
        facts_at: { default: 'listing-closed', facts: { 'household-income': 'lease-start' } },
      },
      [
        '- Werkwijze terms: Een advertentie staat 5 dagen open. Iemand heeft hoogstens 2 lopende reacties.',
        '  Een aanbieding aannemen kan binnen 1 werkdag, op de laatste dag tot 17:00 uur. Gegevens tellen',
        '  zoals ze zijn op de dag waarop de advertentie sluit. Voor het rekeninkomen telt de dag waarop de',
        '  huur begint.',
      ],
    ],
  ])('%s', (_, rule, lines) => {
    expect(say(rule).split('\n')).toEqual(lines)
  })
})

describe('with a date, the amount in force then is shown', () => {
  const fee: Rule = {
    kind: 'parameter',
    id: 'fee',
    unit: 'cents',
    values: [
      { from: date('2026-01-01'), rows: [{ when: [], value: 7000 }] },
      { from: date('2024-01-01'), rows: [{ when: [], value: 6500 }] },
    ],
  }

  test.each([
    ['2026-06-03', '- Bedrag of tabel fee: Vanaf 1 januari 2026 is dit € 70,00.'],
    ['2025-12-31', '- Bedrag of tabel fee: Vanaf 1 januari 2024 is dit € 65,00.'],
    ['2023-12-31', '- Bedrag of tabel fee: Op 31 december 2023 heeft dit nog geen waarde.'],
  ])('%s', (on, text) => {
    expect(say(fee, 'nl', date(on))).toBe(text)
  })
})

const check = (text: string) => ({
  text,
  evidence: [{ source: `Bron ${text}`, date: date('2025-01-01'), nature: 'measured' as const }],
})

const justification: Justification = {
  interest: 'Een eerlijke kans',
  owner: 'Wethouder',
  competent_body: 'Gemeenteraad',
  needed: check('nodig'),
  serious: check('ernstig'),
  no_lighter_means: check('licht'),
  alternatives: ['niets doen', 'bouwen'],
  cost: 'Anderen wachten langer',
}

const head = {
  id: 'some-rule',
  from: date('2026-01-01'),
  until: date('2027-01-01'),
  basis: 'hvw 14 lid 2',
  label: 'een regel',
  gap: 'Het bedrag.',
  invented: 'Het getal.',
  experiment: { question: 'Werkt het?', evaluate_by: date('2026-12-01') },
  replaces: 'other-rule',
  open_to: ['municipality', 'landlord'],
  latitude: 'own',
  justification,
} as const

const trigger: Trigger = {
  on: ['no-show', 'offer-refused'],
  where: sheltered,
  when: adult,
  times: 2,
  within: year,
  counted: 'rolling',
  until: date('2028-01-01'),
}

const { times: _, ...sanctionTrigger } = trigger

/** Rules in which every key of every kind has a value; where keys exclude each other, several rules. */
const maximal: readonly Rule[] = [
  {
    ...head,
    kind: 'parameter',
    unit: 'cents',
    source: 'Staatscourant',
    range: { at_least: 100, at_most: 200 },
    values: [
      {
        from: date('2026-01-01'),
        rows: [
          { when: adult, value: 150 },
          { when: [], value: 'open' },
        ],
      },
    ],
  },
  { ...head, kind: 'definition', of: 'some-applicant', when: adult },
  {
    ...head,
    kind: 'judgement',
    question: 'Is dit zo?',
    about: 'seeker',
    answer: { score: [0, 30] },
    decided_by: 'landlord',
    second: true,
    protocol: 'score-form',
    valid: months,
    sets_aside: ['age-limit'],
    publish: true,
  },
  {
    ...head,
    kind: 'measure',
    of: 'responded',
    where: social,
    dated_by: 'listing-closed',
    take: 'number',
    unit: 'days',
    within: year,
  },
  { ...head, kind: 'measure', of: 'resident', take: 'total', within: { life: 'urgency' } },
  { ...head, kind: 'measure', of: 'member', take: 'number', within: { period: 'calendar-month' } },
  {
    ...head,
    kind: 'account',
    unit: 'points',
    starts: [
      { who: adult, from: 'registered-on' },
      { who: [], from: 'address-since' },
    ],
    inside: 'registration',
    limits: { at_least: 0, at_most: 30 },
    where: social,
    lapses: date('2030-01-01'),
    entries: [
      {
        add: 1,
        on: ['no-show', 'offer-refused'],
        where: sheltered,
        when: adult,
        times: 2,
        who: small,
        here: social,
        until: date('2027-01-01'),
        lapses: date('2028-01-01'),
        keep: year,
        lost: { on: ['moved', 'no-show'], where: sheltered, until: date('2029-01-01') },
        limits: { at_least: 1, at_most: 5 },
      },
      { add: months, per: year, of: 'resident', booked: 'daily', where: social, when: adult },
      { add: { ref: 'other-account' }, per: year, of: 'registration' },
      { set: 3, on: ['moved'] },
      {
        best_of: [
          { add: 1, who: adult },
          { add: 2, who: social },
        ],
      },
    ],
  },
  {
    ...head,
    kind: 'requirement',
    to: 'respond',
    where: social,
    who: sheltered,
    must: adult,
    unless: small,
    code: 'under-age',
    in_vain: weeks,
  },
  {
    ...head,
    kind: 'priority',
    ground: 'local-connection',
    level: 'region',
    where: social,
    who: adult,
    not_against: sheltered,
    in_vain: weeks,
    inside: 'bound-first',
  },
  {
    ...head,
    kind: 'ranking',
    model: 'ranked',
    where: social,
    tiers: [
      { priority: ['urgent', 'carer'], by: [{ by: 'earliest', of: 'urgency-ends' }] },
      { priority: 'none', by: [{ by: 'in-order', of: 'profession', values: ['nurse', 'cook'] }] },
    ],
    finally: [
      { by: 'lot', weights: { ref: 'lots' } },
      { by: 'chosen', of: 'panel' },
    ],
  },
  {
    ...head,
    kind: 'quota',
    counts: adult,
    among: social,
    unit: 'assignments',
    limit: { at_most: 50, of: 100 },
    split: { by: 'profession-group', shares: { police: 19, care: 49 } },
    each: ['municipality', 'landlord'],
    per: 'calendar-year',
    carry: '1 period',
    inside: 'binding-share',
    at_limit: 'warn',
    review: date('2027-03-01'),
  },
  {
    ...head,
    kind: 'quota',
    counts: adult,
    limit: { at_least: 20 },
    per: 'calendar-month',
    at_limit: 'first',
  },
  {
    ...head,
    kind: 'quota',
    counts: adult,
    limit: { exactly: 20 },
    per: 'calendar-quarter',
    at_limit: 'not-placed',
  },
  {
    ...head,
    kind: 'life',
    each: 'complex',
    inside: 'registration',
    begins: trigger,
    lasts: year,
    phases: [
      { id: 'search', lasts: months },
      { id: 'offer', lasts: weeks },
    ],
    renew: { on: ['renewed', 'paid'], lasts: year, times: 2, not_before: months },
    restore: { on: ['restored', 'paid'], within: year, fee: 'restore-fee' },
    merge: 'oldest',
    pause: { from: 'paused', to: 'resumed' },
    while: adult,
    ends: [{ ...trigger, code: 'housed', hear: true, keeps: ['registration', 'option'] }],
    again: { after: year, same: 'urgency-ground' },
    grounds: ['renewal', 'detention'],
    not_grounds: ['nuisance', 'pregnancy'],
  },
  {
    ...head,
    ...sanctionTrigger,
    kind: 'sanction',
    steps: [
      {
        times: 2,
        effect: 'block',
        lasts: months,
        until: 'cleared',
        scope: 'landlord',
        models: ['lottery', 'option'],
        of: 'offers',
        to: 'tier',
      },
      { effect: 'warn' },
    ],
    each_next: true,
    objection: weeks,
  },
  {
    ...head,
    kind: 'procedure',
    where: social,
    listing_open: weeks,
    open_responses: 2,
    offers_at_once: 1,
    provisional_place: 'exact',
    confirm_within: { lasts: year, at: '12:00' },
    answer_within: { lasts: months, at: '17:00' },
    papers_within: { lasts: weeks, at: '09:00' },
    facts_at: { default: 'ranking-made', facts: { age: 'offer-made' } },
  },
]

/** Another word that may stand in the same place; any other text is free and gets a letter more. */
const otherWord: Readonly<Record<string, string>> = {
  rolling: 'from-first',
  exact: 'none',
  'listing-closed': 'offer-made',
  'ranking-made': 'offer-made',
  'offer-made': 'lease-start',
  'some-applicant': 'every-member',
  seeker: 'listing',
  landlord: 'mayor',
  municipality: 'settlement',
  number: 'longest',
  total: 'current',
  days: 'months',
  points: 'date',
  daily: 'whole',
  respond: 'sign',
  'under-age': 'over-age',
  'local-connection': 'home',
  region: 'municipality',
  ranked: 'lottery',
  earliest: 'latest',
  none: 'urgent',
  assignments: 'listings',
  'calendar-year': 'whole-term',
  'calendar-month': 'calendar-year',
  'calendar-quarter': 'calendar-month',
  warn: 'first',
  first: 'not-placed',
  'not-placed': 'warn',
  housed: 'ground-gone',
  block: 'demote',
  cleared: 'contact',
  lottery: 'swap',
  option: 'ranked',
  offers: 'responses',
  tier: 'list',
  own: 'law',
  measured: 'reasoned',
  year: 'month',
  month: 'year',
  week: 'year',
  open: 'missing',
}

// Words whose alternative depends on the key they stand under; a key without alternative is taken out.
const otherUnder: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scope: { landlord: 'region' },
  level: { region: 'settlement' },
  open_to: { landlord: 'complex', municipality: 'region' },
  each: { municipality: 'complex', landlord: 'complex' },
  effect: { warn: 'penalty' },
  period: { 'calendar-month': 'calendar-year' },
}
const onlyValue: ReadonlySet<string> = new Set(['dated_by', 'merge', 'carry'])

// Words that choose a form with other keys are compared in `phrases.test.ts`.
const choosesForm: ReadonlySet<unknown> = new Set(['in-order', 'lot', 'chosen', 'none'])
const ofFixedLength = 'score'

type Mutation = { readonly path: string; readonly mutated: unknown }

// Every leaf of a value changed once, and every list without its last.
function mutations(value: unknown, path: readonly string[] = []): Mutation[] {
  const at = path.join('.')
  if (Array.isArray(value)) {
    const canBeShorter = value.length > 1 && path.at(-1) !== ofFixedLength
    const shorter = canBeShorter ? [{ path: `${at} (shorter)`, mutated: value.slice(0, -1) }] : []
    const changed = value.flatMap((each, index) =>
      mutations(each, [...path, String(index)]).map((one) => ({
        path: one.path,
        mutated: value.toSpliced(index, 1, one.mutated),
      })),
    )
    return [...shorter, ...changed]
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => {
      if (key === 'kind') return []
      if (onlyValue.has(key)) {
        const rest = Object.entries(value).filter(([other]) => other !== key)
        return [{ path: [...path, key].join('.'), mutated: Object.fromEntries(rest) }]
      }
      return mutations(each, [...path, key]).map((one) => ({
        path: one.path,
        mutated: { ...value, [key]: one.mutated },
      }))
    })
  }
  return choosesForm.has(value) ? [] : [{ path: at, mutated: otherThan(value, path) }]
}

function otherThan(value: unknown, path: readonly string[]): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  const key = path.findLast((each) => !/^\d+$/.test(each)) ?? ''
  const word = String(value)
  const isFree = ['question', 'text', 'id', 'label', 'gap', 'name', 'ref', 'inside'].includes(key)
  if (isFree) return `${word}x`
  return otherUnder[key]?.[word] ?? otherWord[word] ?? `${word}x`
}

describe.each(languages)('no key of a rule goes unsaid (%s)', (language) => {
  const cases = maximal.flatMap((rule) =>
    mutations(rule).map(({ path, mutated }) => [rule.kind, path, rule, mutated] as const),
  )

  test.each(cases)('%s: %s', (_, path, rule, mutated) => {
    // @NOTE a rule with one value replaced by another of the same form is a rule.
    expect(say(mutated as Rule, language), path).not.toBe(say(rule, language))
  })
})

test('what the two true-or-text forms of `invented` say', () => {
  const rule: RuleOf<'definition'> = { kind: 'definition', id: 'a', when: adult, invented: true }
  expect(say(rule)).toContain('Deze regel is een verzonnen voorbeeld.')
  expect(say({ ...rule, invented: 'De leeftijd' })).toContain('Verzonnen: De leeftijd.')
  expect(say({ ...rule, invented: false })).not.toMatch(/verzonnen/i)
})
