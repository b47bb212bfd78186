/** For tests: a small law, and a rule book in which nothing is wrong, to be broken one thing at a time. */
import { date } from '../../basics/calendar-date.ts'
import type { Value } from '../../basics/facts.ts'
import type { Condition, Operand, Part, Test } from '../condition.ts'
import type { Law, Provision, ProvisionName, ProvisionValues } from '../regime.ts'
import type { Article, Justification, Rule, RuleBook } from '../rule-book.ts'

type Written = { readonly [name: string]: WrittenTest | readonly Written[] }
type WrittenTest = Scalar | readonly Scalar[] | { readonly [bound: string]: Scalar }
type Scalar = boolean | number | string

/** A condition as it is written in a rule book: `{ age: { at_least: 18 }, any: [...] }`. */
export function when(written: Written): Condition {
  return Object.entries(written).map(([name, value]): Part => {
    if (name === 'any') return { any: branches(value) }
    if (name === 'none') return { none: branches(value) }
    if (name === 'all') return { all: branches(value) }
    return { name, test: testOf(value) }
  })
}

function branches(value: Written[string]): Condition[] {
  // @NOTE only lists of conditions stand under these words.
  return (value as readonly Written[]).map(when)
}

function testOf(value: Written[string]): Test {
  if (Array.isArray(value)) return { is: value.map(operandOf) }
  if (typeof value !== 'object') return { is: [operandOf(value)] }
  const bounds = Object.entries(value).map(([bound, limit]) => [
    bound,
    bound === 'not' ? [operandOf(limit)] : operandOf(limit),
  ])
  return Object.fromEntries(bounds)
}

function operandOf(value: unknown): Operand {
  if (typeof value === 'string' && value.startsWith('$')) return { ref: value.slice(1) }
  // @NOTE what is written in these tests is a scalar.
  return value as Scalar
}

/** A full justification; every limiting rule of the valid book carries it. */
export const because: Justification = {
  interest: 'kans op een woning',
  owner: 'beleidsadviseur wonen',
  competent_body: 'gemeenteraad',
  needed: check('nodig en geschikt'),
  serious: check('ernstig genoeg'),
  no_lighter_means: check('niets lichters helpt'),
  alternatives: ['meer bouwen'],
  cost: 'een halve formatieplaats',
}

function check(text: string) {
  const evidence = [
    { source: 'woonmonitor', date: date('2023-11-01'), nature: 'measured' as const },
  ]
  return { text, evidence }
}

const shelter = { key: 'shelter', nl: 'opvang', en: 'shelter' }
const violence = { key: 'violence', nl: 'geweld', en: 'violence' }
const care = { key: 'care', nl: 'mantelzorg', en: 'informal care' }

function provision<Name extends ProvisionName>(
  rule: Name,
  value: ProvisionValues[Name],
  article: string,
  text = 'hvw',
): Provision {
  // @NOTE name and value belong together by the signature.
  return { rule, value, article, text, says: 'in eigen woorden' } as Provision
}

const always: readonly Provision[] = [
  provision('ordinance-term', { count: 4, unit: 'year' }, '4'),
  provision('underpinning', true, '2 lid 1'),
  provision('liveability', true, '2 lid 2'),
  provision('lawful-stay', ['dutch', 'lawful'], '10 lid 2'),
  provision('registration-kept', 'youth', '11a'),
  provision('registration-kept', 'temporary', '11b'),
  provision('connection-ceiling', { at_most: 50, of: 100 }, '14 lid 2'),
  provision('residence-test', { years: 6, within: 10 }, '14 lid 4'),
  provision('in-vain-term', { count: 13, unit: 'week' }, '17 lid 3'),
  provision(
    'income-source',
    { area: 'wbmgp-8', below_years: 6, sources: ['work', 'old-age-pension'] },
    '8 lid 1',
    'wbmgp',
  ),
  provision('income-source-hardship', true, '8 lid 2', 'wbmgp'),
  provision('socio-economic', { area: 'wbmgp-9' }, '9 lid 1', 'wbmgp'),
  provision('conduct', { area: 'wbmgp-10' }, '10 lid 1', 'wbmgp'),
  provision('conduct-hardship', true, '10 lid 5', 'wbmgp'),
  provision(
    'target-group-share',
    { usual: { at_least: 925, of: 1000 }, agreed: { at_least: 85, of: 100 } },
    '48 lid 1',
    'ww',
  ),
  provision('rent-fit-share', { at_least: 95, of: 100 }, '46 lid 2', 'ww'),
  provision('hearing', true, '4:7', 'awb'),
  provision('objection-term', { count: 6, unit: 'week' }, '6:7', 'awb'),
]

const inShelter = { fact: 'in-shelter', value: true }

const texts = [
  { id: 'hvw', short: 'Hvw', name: 'Huisvestingswet', version: '2024', url: 'x', read: true },
  { id: 'wbmgp', short: 'Wbmgp', name: 'Wbmgp', version: '2024', url: 'x', read: true },
  { id: 'ww', short: 'Ww', name: 'Woningwet', version: '2024', url: 'x', read: true },
  { id: 'awb', short: 'Awb', name: 'Awb', version: '2017', url: 'x', read: false },
] as const

/** Three regimes one after another; in `nieuwstad` the newest holds, in `oudstad` nobody knows when. */
export const smallLaw: Law = {
  regimes: [
    {
      regime: 'hvw-2015',
      title: 'oudste',
      from: date('2015-01-01'),
      until: date('2023-12-31'),
      texts,
      provisions: [
        ...always,
        provision('minimum-income', 'no-floor', '9 lid 2'),
        provision('settlement-ceiling', { at_most: 25, of: 100 }, '14 lid 2'),
        provision(
          'urgency-category',
          { ...shelter, key: '12-3-shelter', vera: 'URG.GEW' },
          '12 lid 3',
        ),
        provision('connection-exemption', { ...shelter, known_by: [inShelter] }, '16'),
      ],
      unknown: [],
    },
    {
      regime: 'hvw-2024',
      title: 'middelste',
      from: date('2024-01-01'),
      texts,
      provisions: [
        ...always,
        provision('minimum-income', 'nobody-shut-out', '9 lid 2 b'),
        provision('urgent-in-ceiling', true, '14 lid 5'),
        provision('vital-profession', 'municipality', '14 lid 3'),
        provision(
          'urgency-category',
          { ...shelter, key: '12-3-shelter', vera: 'URG.GEW' },
          '12 lid 3',
        ),
        provision('urgency-category', { ...care, key: '12-3-care', vera: 'URG.MAN' }, '12 lid 3'),
        provision('connection-exemption', { ...shelter, known_by: [inShelter] }, '16'),
      ],
      unknown: [],
    },
    {
      regime: 'hvw-2026-07',
      title: 'nieuwste',
      from: date('2030-01-01'),
      texts,
      provisions: [
        ...always,
        provision('minimum-income', 'nobody-shut-out', '9 lid 2 b'),
        provision('urgency-regulation', true, '12 lid 1'),
        provision('urgency-category', { ...care, key: '12-3-a', vera: 'URG.MAN' }, '12 lid 3 a'),
        provision(
          'urgency-category',
          { ...violence, key: '12-3-d', vera: 'URG.GEW' },
          '12 lid 3 d',
        ),
        provision('urgency-connection', 'region', '14 lid 6'),
        provision('urgency-income', ['12-3-d'], '15 lid 5'),
        provision(
          'connection-exemption',
          { ...violence, known_by: [{ fact: 'urgency-ground', value: '12-3-d' }, inShelter] },
          '16',
        ),
      ],
      unknown: [],
    },
    { regime: 'outside-hvw', title: 'elders', texts: [], provisions: [], unknown: [] },
  ],
  switches: {
    to: 'hvw-2026-07',
    article: 'Hvw 51',
    municipalities: [
      { municipality: 'oudstad', code: 'GM0001', on: 'missing' },
      { municipality: 'nieuwstad', code: 'GM0002', on: date('2030-07-01') },
    ],
  },
}

/** What a test changes: rules replace those of the same id, or are added. */
export type Changes = {
  readonly header?: Partial<RuleBook>
  readonly article?: Partial<Article>
  readonly rules?: readonly Rule[]
  readonly without?: readonly string[]
}

/** A book of `oudstad` under `hvw-2024` with nothing wrong in it. */
export function validBook(changes: Changes = {}): RuleBook {
  return bookOf(middleHeader, rules('12-3-shelter', '12-3-care'), changes)
}

/** The same under the oldest regime. */
export function oldBook(changes: Changes = {}): RuleBook {
  const header = {
    ...middleHeader,
    law: 'hvw-2015',
    valid: { from: date('2020-01-01'), until: date('2023-12-31') },
    published: date('2019-12-01'),
  } as const
  return bookOf(
    header,
    rules('12-3-shelter', '12-3-care').filter(({ id }) => id !== 'vital'),
    {
      ...changes,
      rules: [
        life('urgency', {
          begins: { on: ['urgency-granted'] },
          inside: 'registration',
          grounds: ['12-3-shelter'],
        }),
        ranking('by-date', {
          tiers: [
            { priority: ['urgent'], by: [] },
            { priority: ['bound'], by: [] },
          ],
        }),
        ...(changes.rules ?? []),
      ],
    },
  )
}

/** A book of `nieuwstad` under the newest regime. */
export function newBook(changes: Changes = {}): RuleBook {
  const header = {
    ...middleHeader,
    authority: { level: 'region', name: 'Nieuwe streek', municipalities: ['nieuwstad'] },
    law: 'hvw-2026-07',
    valid: { from: date('2030-07-01'), until: date('2034-06-30') },
    published: date('2030-06-01'),
  } as const
  return bookOf(header, [...rules('12-3-a', '12-3-d'), urgentBound], changes)
}

const middleHeader: Omit<RuleBook, 'articles'> = {
  book: 'voorbeeld',
  title: 'Verordening',
  authority: { level: 'region', name: 'Oude streek', municipalities: ['oudstad'] },
  valid: { from: date('2025-01-01'), until: date('2028-12-31') },
  published: date('2024-12-01'),
  law: 'hvw-2024',
  builds_on: [],
}

function bookOf(
  header: Omit<RuleBook, 'articles'>,
  start: readonly Rule[],
  { header: changed, article, rules: changes = [], without = [] }: Changes,
): RuleBook {
  const left = new Map(start.map((rule) => [rule.id, rule]))
  for (const rule of changes) left.set(rule.id, rule)
  for (const id of without) left.delete(id)
  const whole: Article = {
    number: '1',
    text: 'Zo gaat het.',
    basis: 'hvw 14',
    ...article,
    rules: [...left.values()],
  }
  return { ...header, articles: [whole], ...changed }
}

// Makers of rules, with what the tests do not care about filled in.

export function requirement(
  id: string,
  more: Partial<Extract<Rule, { kind: 'requirement' }>>,
): Rule {
  return {
    kind: 'requirement',
    id,
    to: 'respond',
    must: [],
    code: 'not-bound',
    justification: because,
    ...more,
  }
}

export function priority(id: string, more: Partial<Extract<Rule, { kind: 'priority' }>>): Rule {
  return { kind: 'priority', id, ground: 'home', who: [], justification: because, ...more }
}

export function quota(id: string, more: Partial<Extract<Rule, { kind: 'quota' }>>): Rule {
  return {
    kind: 'quota',
    id,
    counts: [],
    limit: { at_most: 50, of: 100 },
    per: 'calendar-year',
    at_limit: 'priority-off',
    justification: because,
    ...more,
  }
}

export function life(
  id: string,
  more: Partial<Extract<Rule, { kind: 'life' }>> & Pick<Extract<Rule, { kind: 'life' }>, 'begins'>,
): Rule {
  return { kind: 'life', id, ...more }
}

export function ranking(id: string, more: Partial<Extract<Rule, { kind: 'ranking' }>>): Rule {
  return {
    kind: 'ranking',
    id,
    model: 'ranked',
    tiers: [],
    finally: [
      { by: 'earliest', of: 'registered-on' },
      { by: 'lot', weights: 'equal' },
    ],
    ...more,
  }
}

export function definition(id: string, written: Written): Rule {
  return { kind: 'definition', id, when: when(written) }
}

export function residence(id: string, where: Written, more: object = {}): Rule {
  return {
    kind: 'measure',
    id,
    of: 'resident',
    where: when(where),
    take: 'longest',
    unit: 'years',
    within: { count: 10, unit: 'year' },
    ...more,
  }
}

export function judgement(id: string, more: Partial<Extract<Rule, { kind: 'judgement' }>>): Rule {
  return {
    kind: 'judgement',
    id,
    question: 'Is het zo?',
    answer: 'yes-no',
    decided_by: 'municipal-executive',
    ...more,
  }
}

export function sanction(id: string, more: Partial<Extract<Rule, { kind: 'sanction' }>>): Rule {
  return {
    kind: 'sanction',
    id,
    on: ['no-show'],
    steps: [{ effect: 'block', lasts: { count: 3, unit: 'month' } }],
    objection: { count: 6, unit: 'week' },
    justification: because,
    ...more,
  }
}

/** A parameter with one plain amount per date. */
export function parameter(
  id: string,
  values: Readonly<Record<string, Value>>,
  more: Partial<Extract<Rule, { kind: 'parameter' }>> = {},
): Rule {
  const dated = Object.entries(values).map(([from, value]) => ({
    from: date(from),
    rows: [{ when: [], value }],
  }))
  return { kind: 'parameter', id, values: dated.toSorted((a, b) => b.from - a.from), ...more }
}

function rules(first: string, second: string): Rule[] {
  return [
    residence('years-in-region', { area: 'region' }),
    definition('bound-to-region', { 'years-in-region': { at_least: 6 } }),
    life('registration', {
      begins: { on: ['registered'] },
      ends: [
        { on: ['deregistered'], code: 'deregistered' },
        { on: ['lease-started'], where: when({ 'lease-kind': 'regular' }), code: 'housed' },
      ],
    }),
    life('urgency', {
      begins: { on: ['urgency-granted'] },
      inside: 'registration',
      grounds: [first, second, 'stadsvernieuwing'],
      ends: [{ on: ['urgency-ground-gone'], code: 'ground-gone', hear: true }],
    }),
    priority('urgent', { ground: 'urgency', who: when({ urgency: 'active' }) }),
    priority('bound', boundPriority),
    priority('vital', {
      ground: 'vital-profession',
      inside: 'bound',
      who: when({ 'profession-group': 'care' }),
    }),
    quota('bound-share', {
      counts: when({ 'priorities-applied': 'bound' }),
      each: ['municipality'],
    }),
    ranking('by-date', {
      tiers: [
        { priority: ['urgent'], by: [] },
        { priority: ['vital'], by: [] },
        { priority: ['bound'], by: [] },
      ],
    }),
    requirement('adult', { must: when({ age: { at_least: 18 } }), code: 'under-age' }),
  ]
}

/** Priority for people bound to the municipality, as the valid book has it. */
export const boundPriority = {
  ground: 'local-connection',
  level: 'municipality',
  who: when({ 'bound-to-region': true }),
  not_against: when({ 'in-shelter': true }),
  in_vain: { count: 13, unit: 'week' },
} as const satisfies Partial<Extract<Rule, { kind: 'priority' }>>

/** The demand that the urgent are bound to the region, as the valid book of the newest regime has it. */
const urgentBound = requirement('urgent-bound', {
  to: 'urgency',
  must: when({ 'bound-to-region': true }),
})
