import { describe, expect, test } from 'vitest'
import { date } from '../basics/calendar-date.ts'
import { checkAgainstLaw } from './check-against-law.ts'
import { type Finding, type FindingCode, findingCodes, severityOf } from './finding.ts'
import {
  because,
  boundPriority,
  type Changes,
  definition,
  judgement,
  life,
  newBook,
  oldBook,
  parameter,
  priority,
  quota,
  ranking,
  requirement,
  residence,
  sanction,
  smallLaw,
  validBook,
  when,
} from './law-checks/valid-book.ts'
import type { Rule, RuleBook } from './rule-book.ts'

/** One book that just breaks it, and its twin that just does not. Lowest book first. */
type Row = {
  readonly code: FindingCode
  readonly title: string
  /** Which rule, where in it (in the book when no rule is named), the article, and the facts. */
  readonly says: {
    readonly rule?: string
    readonly at: string
    readonly law?: string
    readonly facts: Finding['facts']
  }
  readonly breaks: RuleBook | readonly RuleBook[]
  readonly keeps: RuleBook | readonly RuleBook[]
}

const weeks = (count: number) => ({ count, unit: 'week' as const })
const months = (count: number) => ({ count, unit: 'month' as const })
const days = (count: number) => ({ count, unit: 'day' as const })
const add = (...rules: Rule[]) => validBook({ rules })
const bound = (more: object) => priority('bound', { ...boundPriority, ...more })
const share = (more: object) =>
  quota('bound-share', { counts: when({ 'priorities-applied': 'bound' }), ...more })

function header(changes: Partial<RuleBook>, more: Changes = {}): RuleBook {
  return validBook({ ...more, header: changes })
}

/** A lower book on top of the valid one: it adds only what it is given. */
function lower(changes: Changes, level: 'landlord' | 'municipality' = 'landlord'): RuleBook {
  const book = validBook({
    ...changes,
    without: validBook()
      .articles.flatMap(({ rules }) => rules)
      .map(({ id }) => id),
  })
  const own = changes.rules ?? []
  return {
    ...book,
    book: 'lager',
    authority: { level, name: 'Voorbeeldcorporatie' },
    builds_on: ['voorbeeld'],
    articles: book.articles.map((article) => ({ ...article, rules: own })),
    ...changes.header,
  }
}

const validity = (from: string, until: string) => ({ from: date(from), until: date(until) })

const theBook: Row[] = [
  {
    code: 'term-too-long',
    title: 'four years and a day',
    says: {
      at: 'valid.until',
      law: 'Hvw 4',
      facts: { until: date('2029-01-01'), latest: date('2028-12-31') },
    },
    breaks: header({ valid: validity('2025-01-01', '2029-01-01') }),
    keeps: header({ valid: validity('2025-01-01', '2028-12-31') }),
  },
  {
    code: 'regime-not-in-force',
    title: 'judged by a law that does not hold there yet',
    says: {
      at: 'law',
      law: 'Hvw 51',
      facts: { law: 'hvw-2026-07', inForce: 'hvw-2024', municipality: 'nieuwstad' },
    },
    breaks: newBook({ header: { valid: validity('2030-06-30', '2034-06-29') } }),
    keeps: newBook({ header: { valid: validity('2030-07-01', '2034-06-30') } }),
  },
  {
    code: 'switch-date-missing',
    title: 'it lasts until the new law is there, and nobody knows since when that holds here',
    says: {
      at: 'law',
      law: 'Hvw 51',
      facts: { law: 'hvw-2024', next: 'hvw-2026-07', municipalities: ['oudstad'] },
    },
    breaks: header({ valid: validity('2027-01-01', '2030-01-01') }),
    keeps: header({ valid: validity('2027-01-01', '2029-12-31') }),
  },
  {
    code: 'regime-ends-earlier',
    title: 'it lasts a day longer than the law it is judged by',
    says: {
      at: 'valid.until',
      facts: { law: 'hvw-2015', ended: date('2023-12-31'), until: date('2024-01-01') },
    },
    breaks: oldBook({ header: { valid: validity('2021-01-01', '2024-01-01') } }),
    keeps: oldBook({ header: { valid: validity('2021-01-01', '2023-12-31') } }),
  },
  {
    code: 'retroactive-after-start',
    title: 'working back to a later day',
    says: {
      at: 'works_back_to',
      facts: { from: date('2025-01-01'), worksBackTo: date('2025-01-02') },
    },
    breaks: header({ works_back_to: date('2025-01-02') }),
    keeps: header({ works_back_to: date('2025-01-01') }),
  },
  {
    code: 'published-after-start',
    title: 'known only after it began',
    says: { at: 'published', facts: { from: date('2025-01-01'), published: date('2025-01-02') } },
    breaks: header({ published: date('2025-01-02') }),
    keeps: header({ published: date('2025-01-02'), works_back_to: date('2025-01-01') }),
  },
  {
    code: 'rule-outlives-book',
    title: 'a rule that ends after its book',
    says: { rule: 'adult', at: '', facts: { from: date('2025-01-01'), until: date('2028-12-31') } },
    breaks: add(requirement('adult', { until: date('2029-01-01') })),
    keeps: add(requirement('adult', { until: date('2028-12-31') })),
  },
  {
    code: 'experiment-unstated',
    title: 'a trial without a question',
    says: { rule: 'trial', at: '', facts: {} },
    breaks: add(priority('trial', { ground: 'experiment' })),
    keeps: add(
      priority('trial', {
        ground: 'experiment',
        experiment: { question: 'Helpt het?', evaluate_by: date('2028-06-01') },
      }),
    ),
  },
  {
    code: 'experiment-evaluated-outside',
    title: 'judged after it is over',
    says: {
      rule: 'trial',
      at: 'experiment.evaluate_by',
      facts: { evaluateBy: date('2027-01-01'), until: date('2026-12-31') },
    },
    breaks: add(
      priority('trial', {
        until: date('2026-12-31'),
        experiment: { question: 'Helpt het?', evaluate_by: date('2027-01-01') },
      }),
    ),
    keeps: add(
      priority('trial', {
        until: date('2026-12-31'),
        experiment: { question: 'Helpt het?', evaluate_by: date('2026-12-31') },
      }),
    ),
  },
]

const withoutReasons = {
  kind: 'requirement',
  id: 'adult',
  to: 'respond',
  must: [],
  code: 'under-age',
} as const
const spared = { at_limit: 'not-placed', review: date('2026-06-01') } as const

const grounds: Row[] = [
  {
    code: 'basis-missing',
    title: 'a priority that rests on nothing',
    says: { rule: 'urgent', at: '', facts: { ground: 'urgency' } },
    breaks: validBook({ article: { basis: ' ' }, rules: eachWithBasis({ without: 'urgent' }) }),
    keeps: validBook({ article: { basis: ' ' }, rules: eachWithBasis({}) }),
  },
  {
    code: 'priority-without-end',
    title: 'a landlord’s priority that never ends',
    says: {
      rule: 'own-tenants',
      at: '',
      facts: { until: date('2035-12-31'), latest: date('2028-12-31') },
    },
    breaks: [
      lower({
        header: { valid: validity('2025-01-01', '2035-12-31') },
        rules: [priority('own-tenants', { ground: 'landlord' })],
      }),
      validBook(),
    ],
    keeps: [
      lower({
        header: { valid: validity('2025-01-01', '2035-12-31') },
        rules: [priority('own-tenants', { ground: 'landlord', until: date('2028-12-31') })],
      }),
      validBook(),
    ],
  },
  {
    code: 'liveability-as-ground',
    title: 'liveability as the interest',
    says: {
      rule: 'adult',
      at: 'justification.interest',
      law: 'Hvw 2 lid 2',
      facts: { where: 'interest', text: 'De leefbaarheid van de wijk' },
    },
    breaks: add(
      requirement('adult', {
        justification: { ...because, interest: 'De leefbaarheid van de wijk' },
      }),
    ),
    keeps: add(
      requirement('adult', { justification: { ...because, interest: 'Schaarste aan woningen' } }),
    ),
  },
  {
    code: 'liveability-as-ground',
    title: 'liveability as the basis of the article',
    says: {
      rule: 'adult',
      at: 'articles.0.basis',
      law: 'Hvw 2 lid 2',
      facts: { where: 'basis', text: 'behoud van leefbaarheid' },
    },
    breaks: validBook({
      article: { basis: 'behoud van leefbaarheid' },
      rules: eachWithBasis({ without: 'adult' }),
    }),
    keeps: validBook({ article: { basis: 'hvw 14' } }),
  },
  {
    code: 'liveability-as-ground',
    title: 'liveability by its place in the law',
    says: {
      rule: 'adult',
      at: 'basis',
      law: 'Hvw 2 lid 2',
      facts: { where: 'basis', text: 'hvw 2 lid 2 b' },
    },
    breaks: add(requirement('adult', { basis: 'hvw 2 lid 2 b' })),
    keeps: add(requirement('adult', { basis: 'hvw 2 lid 2 a' })),
  },
  {
    code: 'liveability-as-ground',
    title: 'liveability as the basis of the rule itself',
    says: {
      rule: 'adult',
      at: 'basis',
      law: 'Hvw 2 lid 2',
      facts: { where: 'basis', text: 'liveability' },
    },
    breaks: add(requirement('adult', { basis: 'liveability' })),
    keeps: add(requirement('adult', { basis: 'hvw 9' })),
  },
  {
    code: 'justification-missing',
    title: 'a demand without reasons',
    says: { rule: 'adult', at: '', law: 'Hvw 2 lid 1', facts: { kind: 'requirement' } },
    breaks: add(withoutReasons),
    keeps: add({ ...withoutReasons, latitude: 'law' }),
  },
  {
    code: 'justifications-missing',
    title: 'a book that says it has no reasons at all',
    says: { at: 'justifications', law: 'Hvw 2 lid 1', facts: { rules: 5 } },
    breaks: header({ justifications: 'missing' }, { rules: [withoutReasons] }),
    keeps: validBook(),
  },
  {
    code: 'justification-incomplete',
    title: 'an empty interest, or a check without evidence',
    says: { rule: 'adult', at: 'justification', facts: { lacking: ['interest', 'needed'] } },
    breaks: add(
      requirement('adult', {
        justification: { ...because, interest: ' ', needed: { text: 'nodig', evidence: [] } },
      }),
    ),
    keeps: add(requirement('adult', { justification: because })),
  },
  {
    code: 'evidence-undated',
    title: 'evidence of which nobody knows the date',
    says: {
      rule: 'adult',
      at: 'justification.serious.evidence.0.date',
      facts: { source: 'krant' },
    },
    breaks: add(
      requirement('adult', {
        justification: {
          ...because,
          serious: {
            text: 'ernstig',
            evidence: [{ source: 'krant', date: 'unknown', nature: 'reasoned' }],
          },
        },
      }),
    ),
    keeps: add(requirement('adult', { justification: because })),
  },
  {
    code: 'relief-incomplete',
    title: 'a complex that is spared without end',
    says: { rule: 'relief', at: '', facts: { lacking: ['until'] } },
    breaks: add(quota('relief', spared)),
    keeps: add(quota('relief', { ...spared, until: date('2026-12-31') })),
  },
]

// The article has no basis, so every priority needs its own.
function eachWithBasis({ without }: { without?: string }): Rule[] {
  return validBook()
    .articles.flatMap(({ rules }) => rules)
    .map((rule) => (rule.id === without ? rule : { ...rule, basis: 'hvw 14' }))
}

const connection: Row[] = [
  {
    code: 'connection-uncounted',
    title: 'no quota counts the priority',
    says: { rule: 'bound', at: '', law: 'Hvw 14 lid 2', facts: { limit: 50, limitOf: 100 } },
    breaks: validBook({ without: ['bound-share'] }),
    keeps: add(share({ limit: { exactly: 50, of: 100 } })),
  },
  {
    code: 'connection-over-ceiling',
    title: 'one more than half',
    says: {
      rule: 'bound-share',
      at: 'limit',
      law: 'Hvw 14 lid 2',
      facts: { share: 51, of: 100, limit: 50, limitOf: 100, quotas: ['bound-share'] },
    },
    breaks: add(share({ limit: { at_most: 51, of: 100 } })),
    keeps: add(share({ limit: { at_most: 1, of: 2 } })),
  },
  {
    code: 'connection-over-ceiling',
    title: 'two quotas over the same homes, together more than half',
    says: {
      rule: 'part-share',
      at: 'limit',
      law: 'Hvw 14 lid 2',
      facts: { share: 55, of: 100, limit: 50, limitOf: 100, quotas: ['bound-share', 'part-share'] },
    },
    breaks: add(
      bound({}),
      priority('bound-to-part', boundPriority),
      share({ limit: { at_most: 30, of: 100 } }),
      quota('part-share', {
        counts: when({ 'priorities-applied': 'bound-to-part' }),
        limit: { at_most: 1, of: 4 },
      }),
    ),
    keeps: add(
      bound({}),
      priority('bound-to-part', boundPriority),
      share({ limit: { at_most: 50, of: 100 } }),
      quota('part-share', {
        counts: when({ 'priorities-applied': 'bound-to-part' }),
        limit: { at_most: 1, of: 4 },
        inside: 'bound-share',
      }),
    ),
  },
  {
    code: 'connection-ceiling-without-effect',
    title: 'a ceiling that only warns',
    says: { rule: 'bound-share', at: 'at_limit', law: 'Hvw 14 lid 2', facts: { atLimit: 'warn' } },
    breaks: add(share({ at_limit: 'warn' })),
    keeps: add(share({ at_limit: 'priority-off' })),
  },
  {
    code: 'settlement-over-ceiling',
    title: 'more than a quarter for one settlement, in the oldest text',
    says: {
      rule: 'bound',
      at: '',
      law: 'Hvw 14 lid 2',
      facts: { share: 26, of: 100, limit: 25, limitOf: 100 },
    },
    breaks: oldBook({
      rules: [bound({ level: 'settlement' }), share({ limit: { at_most: 26, of: 100 } })],
    }),
    keeps: oldBook({
      rules: [bound({ level: 'settlement' }), share({ limit: { at_most: 25, of: 100 } })],
    }),
  },
  {
    code: 'urgent-not-counted',
    title: 'the urgent are left out of the count',
    says: { rule: 'bound-share', at: 'counts', law: 'Hvw 14 lid 5', facts: { by: ['urgency'] } },
    breaks: add(
      share({ counts: when({ 'priorities-applied': 'bound', urgency: { not: 'active' } }) }),
    ),
    keeps: add(share({ counts: when({ 'priorities-applied': 'bound' }) })),
  },
  {
    code: 'urgent-not-counted',
    title: 'whoever also used urgency is left out of the count',
    says: {
      rule: 'bound-share',
      at: 'counts',
      law: 'Hvw 14 lid 5',
      facts: { by: ['priorities-applied'] },
    },
    breaks: add(
      share({
        counts: when({ 'priorities-applied': 'bound', none: [{ 'priorities-applied': 'urgent' }] }),
      }),
    ),
    keeps: add(
      share({
        counts: when({ 'priorities-applied': 'bound', none: [{ 'priorities-applied': 'vital' }] }),
      }),
    ),
  },
  {
    code: 'residence-test-differs',
    title: 'five years make somebody bound',
    says: { rule: 'bound', at: 'who', law: 'Hvw 14 lid 4', facts: { years: 6, within: 10 } },
    breaks: add(definition('bound-to-region', { 'years-in-region': { at_least: 5 } })),
    keeps: add(definition('bound-to-region', { 'years-in-region': { at_least: 6 } })),
  },
  {
    code: 'residence-test-differs',
    title: 'six years in the last twelve',
    says: { rule: 'bound', at: 'who', law: 'Hvw 14 lid 4', facts: { years: 6, within: 10 } },
    breaks: add(
      residence('years-in-region', { area: 'region' }, { within: { count: 12, unit: 'year' } }),
    ),
    keeps: add(residence('years-in-region', { area: 'region' }, { within: months(120) })),
  },
  {
    code: 'residence-test-differs',
    title: 'years with gaps in them',
    says: { rule: 'bound', at: 'who', law: 'Hvw 14 lid 4', facts: { years: 6, within: 10 } },
    breaks: add(residence('years-in-region', { area: 'region' }, { take: 'total' })),
    keeps: add(residence('years-in-region', { area: 'region' }, { take: 'current' })),
  },
  {
    code: 'exemption-missing',
    title: 'people in a shelter are passed over',
    says: {
      rule: 'bound',
      at: '',
      law: 'Hvw 16',
      facts: { group: 'shelter', nl: 'opvang', en: 'shelter' },
    },
    breaks: add(bound({ not_against: when({ 'in-shelter': true, age: { at_least: 23 } }) })),
    keeps: add(
      bound({ not_against: when({ any: [{ 'in-shelter': true }, { nominated: true }] }) }),
    ),
  },
  {
    code: 'exemption-missing',
    title: 'people in a shelter are refused for not being bound',
    says: {
      rule: 'bound-only',
      at: '',
      law: 'Hvw 16',
      facts: { group: 'shelter', nl: 'opvang', en: 'shelter' },
    },
    breaks: add(requirement('bound-only', { must: when({ 'bound-to-region': true }) })),
    keeps: add(
      requirement('bound-only', {
        must: when({ 'bound-to-region': true }),
        unless: when({ 'in-shelter': true }),
      }),
    ),
  },
  {
    code: 'exemption-missing',
    title: 'a demand only of others leaves them alone',
    says: {
      rule: 'bound-only',
      at: '',
      law: 'Hvw 16',
      facts: { group: 'shelter', nl: 'opvang', en: 'shelter' },
    },
    breaks: add(requirement('bound-only', { must: when({ 'lives-in': 'oudstad' }) })),
    keeps: add(
      requirement('bound-only', {
        who: when({ 'in-shelter': false }),
        must: when({ 'lives-in': 'oudstad' }),
      }),
    ),
  },
  {
    code: 'vital-profession-outside-bound',
    title: 'nurses go first without being bound',
    says: { rule: 'vital', at: '', law: 'Hvw 14 lid 3', facts: {} },
    breaks: add(vitalPriority({})),
    keeps: add(vitalPriority({ inside: 'bound' })),
  },
  {
    code: 'vital-profession-outside-bound',
    title: 'or for a number of homes, not for a share',
    says: { rule: 'vital', at: '', law: 'Hvw 14 lid 3', facts: {} },
    breaks: add(
      vitalPriority({}),
      quota('nurses', {
        counts: when({ 'priorities-applied': 'vital' }),
        limit: { at_most: 5, of: 100 },
      }),
    ),
    keeps: add(
      vitalPriority({}),
      quota('nurses', { counts: when({ 'priorities-applied': 'vital' }), limit: { at_most: 20 } }),
    ),
  },
  {
    code: 'vital-profession-outside-bound',
    title: 'inside a group bound to something else than the municipality',
    says: { rule: 'vital', at: '', law: 'Hvw 14 lid 3', facts: {} },
    breaks: add(bound({ level: 'region' })),
    keeps: add(bound({ level: 'municipality' })),
  },
  {
    code: 'in-vain-term-missing',
    title: 'no end to offering in vain',
    says: { rule: 'bound', at: '', law: 'Hvw 17 lid 3', facts: { limit: 91 } },
    breaks: add(withoutInVain()),
    keeps: add(bound({ in_vain: weeks(1) })),
  },
  {
    code: 'in-vain-term-too-long',
    title: 'fourteen weeks, or three months that may be 92 days',
    says: { rule: 'bound', at: 'in_vain', law: 'Hvw 17 lid 3', facts: { days: 92, limit: 91 } },
    breaks: add(bound({ in_vain: months(3) })),
    keeps: add(bound({ in_vain: weeks(13) })),
  },
  {
    code: 'in-vain-term-too-long',
    title: 'also for a demand to be bound',
    says: {
      rule: 'bound-only',
      at: 'in_vain',
      law: 'Hvw 17 lid 3',
      facts: { days: 98, limit: 91 },
    },
    breaks: add(
      requirement('bound-only', {
        must: when({ 'bound-to-region': true }),
        unless: when({ 'in-shelter': true }),
        in_vain: weeks(14),
      }),
    ),
    keeps: add(
      requirement('bound-only', {
        must: when({ 'bound-to-region': true }),
        unless: when({ 'in-shelter': true }),
        in_vain: days(91),
      }),
    ),
  },
  {
    code: 'connection-before-urgency',
    title: 'the bound stand ahead of the urgent',
    says: { rule: 'by-date', at: 'tiers', facts: { priority: 'bound', urgency: 'urgent' } },
    breaks: add(
      ranking('by-date', {
        tiers: [
          { priority: ['bound'], by: [] },
          { priority: ['urgent'], by: [] },
        ],
      }),
    ),
    keeps: add(ranking('by-date', { tiers: [{ priority: ['urgent', 'bound'], by: [] }] })),
  },
]

function vitalPriority(more: object) {
  return priority('vital', {
    ground: 'vital-profession',
    who: when({ 'profession-group': 'care' }),
    ...more,
  })
}

function withoutInVain() {
  const { in_vain: _, ...rest } = boundPriority
  return priority('bound', rest)
}

function urgencyLife(more: Partial<Extract<Rule, { kind: 'life' }>>) {
  return life('urgency', {
    begins: { on: ['urgency-granted'] },
    grounds: ['12-3-shelter', '12-3-care'],
    ...more,
  })
}

const toUrgency = (more: Partial<Extract<Rule, { kind: 'requirement' }>>) =>
  newBook({ rules: [requirement('urgent-bound', { to: 'urgency', ...more })] })

const urgency: Row[] = [
  {
    code: 'urgency-not-regulated',
    title: 'the newest law leaves no choice',
    says: { at: 'articles', law: 'Hvw 12 lid 1', facts: {} },
    breaks: newBook({ without: ['urgent'], rules: [ranking('by-date', {})] }),
    keeps: newBook(),
  },
  {
    code: 'urgency-grounds-unstated',
    title: 'urgency without a word on who is urgent',
    says: {
      rule: 'urgency',
      at: '',
      law: 'Hvw 12 lid 3',
      facts: { categories: ['12-3-shelter', '12-3-care'] },
    },
    breaks: add(life('urgency', { begins: { on: ['urgency-granted'] } })),
    keeps: add(urgencyLife({})),
  },
  {
    code: 'urgency-category-missing',
    title: 'a category of the law is left out',
    says: {
      rule: 'urgency',
      at: 'grounds',
      law: 'Hvw 12 lid 3',
      facts: { category: '12-3-care', nl: 'mantelzorg', en: 'informal care' },
    },
    breaks: add(urgencyLife({ grounds: ['12-3-shelter'] })),
    keeps: add(urgencyLife({ grounds: ['12-3-care', '12-3-shelter'] })),
  },
  {
    code: 'urgency-category-refused',
    title: 'a category of the law is no ground',
    says: {
      rule: 'urgency',
      at: 'not_grounds.0',
      law: 'Hvw 12 lid 3',
      facts: { category: '12-3-care', nl: 'mantelzorg', en: 'informal care' },
    },
    breaks: add(urgencyLife({ not_grounds: ['12-3-care'] })),
    keeps: add(urgencyLife({ not_grounds: ['zwangerschap'] })),
  },
  {
    code: 'urgency-category-refused',
    title: 'beside what is rightly no ground',
    says: {
      rule: 'urgency',
      at: 'not_grounds.1',
      law: 'Hvw 12 lid 3',
      facts: { category: '12-3-care', nl: 'mantelzorg', en: 'informal care' },
    },
    breaks: add(urgencyLife({ not_grounds: ['zwangerschap', '12-3-care'] })),
    keeps: add(urgencyLife({ not_grounds: ['zwangerschap', 'zorg'] })),
  },
  {
    code: 'urgency-category-unknown',
    title: 'a category no law knows, among what is no ground',
    says: {
      rule: 'urgency',
      at: 'not_grounds.1',
      facts: { category: '12-3-z', known: ['12-3-shelter', '12-3-care'] },
    },
    breaks: add(urgencyLife({ not_grounds: ['zwangerschap', '12-3-z'] })),
    keeps: add(urgencyLife({ not_grounds: ['zwangerschap', 'z'] })),
  },
  {
    code: 'urgency-category-unknown',
    title: 'a category no law knows',
    says: {
      rule: 'urgency',
      at: 'grounds.2',
      facts: { category: '12-3-z', known: ['12-3-shelter', '12-3-care'] },
    },
    breaks: add(urgencyLife({ grounds: ['12-3-shelter', '12-3-care', '12-3-z'] })),
    keeps: add(urgencyLife({ grounds: ['12-3-shelter', '12-3-care', 'z'] })),
  },
  {
    code: 'urgency-category-of-other-regime',
    title: 'a category of a law that does not hold here',
    says: {
      rule: 'urgency',
      at: 'grounds.2',
      facts: { category: '12-3-a', regime: 'hvw-2026-07' },
    },
    breaks: add(urgencyLife({ grounds: ['12-3-shelter', '12-3-care', '12-3-a'] })),
    keeps: newBook(),
  },
  {
    code: 'urgency-connection-too-narrow',
    title: 'the urgent must be bound to the municipality',
    says: {
      rule: 'urgent-bound',
      at: 'must',
      law: 'Hvw 14 lid 6',
      facts: { categories: ['12-3-a', '12-3-d'] },
    },
    breaks: newBook({
      rules: [
        residence('years-here', { municipality: '$municipality' }),
        requirement('urgent-bound', {
          to: 'urgency',
          must: when({ 'years-here': { at_least: 6 } }),
        }),
      ],
    }),
    keeps: newBook({
      rules: [
        residence('years-here', { municipality: '$municipality' }),
        requirement('urgent-bound', {
          to: 'urgency',
          must: when({ any: [{ 'years-here': { at_least: 6 } }, { 'bound-to-region': true }] }),
        }),
      ],
    }),
  },
  {
    code: 'urgency-connection-too-narrow',
    title: 'asked of a category of the law, or only of a local one',
    says: {
      rule: 'urgent-bound',
      at: 'must',
      law: 'Hvw 14 lid 6',
      facts: { categories: ['12-3-a', '12-3-d'] },
    },
    breaks: toUrgency({ must: when({ 'lives-in': 'oudstad' }) }),
    keeps: newBook({
      rules: [
        requirement('local-urgent', {
          to: 'urgency',
          who: when({ 'urgency-ground': 'stadsvernieuwing' }),
          must: when({ 'lives-in': 'oudstad' }),
        }),
      ],
    }),
  },
  {
    code: 'urgency-connection-too-narrow',
    title: 'a judgement that must name the municipality',
    says: {
      rule: 'urgent-bound',
      at: 'must',
      law: 'Hvw 14 lid 6',
      facts: { categories: ['12-3-a', '12-3-d'] },
    },
    breaks: newBook({
      rules: [
        judgement('tie', { answer: ['none', 'region', 'municipality'] }),
        requirement('urgent-bound', { to: 'urgency', must: when({ tie: 'municipality' }) }),
      ],
    }),
    keeps: newBook({
      rules: [
        judgement('tie', { answer: ['none', 'region', 'municipality'] }),
        requirement('urgent-bound', {
          to: 'urgency',
          must: when({ tie: ['region', 'municipality'] }),
        }),
      ],
    }),
  },
  {
    code: 'urgency-connection-too-narrow',
    title: 'in the priority itself',
    says: {
      rule: 'urgent',
      at: 'who',
      law: 'Hvw 14 lid 6',
      facts: { categories: ['12-3-a', '12-3-d'] },
    },
    breaks: newBook({
      rules: [priority('urgent', { ground: 'urgency', who: when({ 'lives-in': 'oudstad' }) })],
    }),
    keeps: newBook({
      rules: [priority('urgent', { ground: 'urgency', who: when({ 'bound-to-region': true }) })],
    }),
  },
  {
    code: 'urgency-connection-missing',
    title: 'nobody asks whether the urgent are bound to the region',
    says: { rule: 'urgent', at: '', law: 'Hvw 14 lid 6', facts: {} },
    breaks: newBook({ without: ['urgent-bound'] }),
    keeps: newBook({
      without: ['urgent-bound'],
      rules: [priority('urgent', { ground: 'urgency', who: when({ 'bound-to-region': true }) })],
    }),
  },
  {
    code: 'urgency-refused-on-income',
    title: 'an income limit also for who leaves a shelter',
    says: { rule: 'income', at: 'must', law: 'Hvw 15 lid 5', facts: { categories: ['12-3-d'] } },
    breaks: newBook({
      rules: [
        requirement('income', { must: when({ 'household-income': { at_most: 50_000_00 } }) }),
      ],
    }),
    keeps: newBook({
      rules: [
        requirement('income', {
          must: when({ 'household-income': { at_most: 50_000_00 } }),
          unless: when({ 'urgency-ground': '12-3-d' }),
        }),
      ],
    }),
  },
  {
    code: 'hearing-missing',
    title: 'urgency ends by refusal, unheard',
    says: { rule: 'urgency', at: 'ends.0', law: 'Awb 4:7', facts: { end: 'refused-twice' } },
    breaks: add(urgencyLife({ ends: [{ on: ['offer-refused'], code: 'refused-twice' }] })),
    keeps: add(
      urgencyLife({ ends: [{ on: ['offer-refused'], code: 'refused-twice', hear: true }] }),
    ),
  },
]

const income = (test: object, more: object = {}) =>
  requirement('income', { must: when({ 'household-income': { ...test } }), ...more })
const area = (name: string) => when({ 'designated-area': name })
const newcomers = residence('years-here-now', { area: 'region' }, { take: 'current' })
const source = (more: object) =>
  requirement('source', {
    where: area('wbmgp-8'),
    who: when({ 'years-here-now': { below: 6 } }),
    must: when({ 'income-source': ['work', 'old-age-pension'] }),
    ...more,
  })
const hardship = judgement('hardship', { sets_aside: ['source', 'screened'] })
const screened = (more: object) =>
  requirement('screened', {
    where: area('wbmgp-10'),
    must: when({ screening: 'passed' }),
    code: 'screening-not-passed',
    ...more,
  })

const admission: Row[] = [
  {
    code: 'minimum-income',
    title: 'an income of at least so much for every home',
    says: { rule: 'income', at: 'must.household-income', law: 'Hvw 9 lid 2 b', facts: {} },
    breaks: add(income({ at_least: 20_000_00 })),
    keeps: add(income({ at_most: 20_000_00 })),
  },
  {
    code: 'minimum-income',
    title: 'for some homes: nowhere in the oldest text',
    says: { rule: 'income', at: 'must.household-income', law: 'Hvw 9 lid 2', facts: {} },
    breaks: oldBook({
      rules: [income({ above: 20_000_00 }, { where: when({ segment: 'mid-rent' }) })],
    }),
    keeps: oldBook(),
  },
  {
    code: 'minimum-income',
    title: 'written the other way round',
    says: { rule: 'income', at: 'must.none.0.household-income', law: 'Hvw 9 lid 2 b', facts: {} },
    breaks: add(
      requirement('income', { must: when({ none: [{ 'household-income': { below: 1 } }] }) }),
    ),
    keeps: add(
      requirement('income', { must: when({ none: [{ 'household-income': { above: 1 } }] }) }),
    ),
  },
  {
    code: 'minimum-income-somewhere',
    title: 'for some homes only: nobody is shut out everywhere',
    says: { rule: 'income', at: 'must.household-income', law: 'Hvw 9 lid 2 b', facts: {} },
    breaks: add(income({ at_least: 20_000_00 }, { where: when({ segment: 'mid-rent' }) })),
    keeps: add(income({ at_most: 20_000_00 }, { where: when({ segment: 'mid-rent' }) })),
  },
  {
    code: 'lawful-stay-refused',
    title: 'only Dutch nationals',
    says: { rule: 'stay', at: 'must', law: 'Hvw 10 lid 2', facts: { status: ['lawful'] } },
    breaks: add(requirement('stay', { must: when({ 'residence-status': 'dutch' }) })),
    keeps: add(requirement('stay', { must: when({ 'residence-status': ['dutch', 'lawful'] }) })),
  },
  {
    code: 'income-source-outside-area',
    title: 'income from work, everywhere',
    says: { rule: 'source', at: '', law: 'Wbmgp 8 lid 1', facts: { area: 'wbmgp-8' } },
    breaks: add(newcomers, hardship, source({ where: area('wbmgp-9') })),
    keeps: add(newcomers, hardship, source({})),
  },
  {
    code: 'income-source-too-wide',
    title: 'asked of people who live there for six years',
    says: { rule: 'source', at: '', law: 'Wbmgp 8 lid 1', facts: { years: 6 } },
    breaks: add(newcomers, hardship, source({ who: when({ 'years-here-now': { below: 7 } }) })),
    keeps: add(
      newcomers,
      hardship,
      source({ who: when({ none: [{ 'years-here-now': { at_least: 6 } }] }) }),
    ),
  },
  {
    code: 'income-source-refused',
    title: 'a pension is refused',
    says: {
      rule: 'source',
      at: 'must',
      law: 'Wbmgp 8 lid 1',
      facts: { sources: ['old-age-pension'] },
    },
    breaks: add(newcomers, hardship, source({ must: when({ 'income-source': 'work' }) })),
    keeps: add(
      newcomers,
      hardship,
      source({ must: when({ 'income-source': { not: 'benefit' } }) }),
    ),
  },
  {
    code: 'income-source-without-hardship',
    title: 'no way out when it is too harsh',
    says: { rule: 'source', at: '', law: 'Wbmgp 8 lid 2', facts: {} },
    breaks: add(newcomers, source({})),
    keeps: add(newcomers, source({}), judgement('hardship', { sets_aside: 'any' })),
  },
  {
    code: 'socio-economic-outside-area',
    title: 'people with work go first, everywhere',
    says: { rule: 'workers', at: '', law: 'Wbmgp 9 lid 1', facts: { area: 'wbmgp-9' } },
    breaks: add(
      priority('workers', { who: when({ 'income-source': 'work' }), where: area('wbmgp-8') }),
    ),
    keeps: add(
      priority('workers', { who: when({ 'income-source': 'work' }), where: area('wbmgp-9') }),
    ),
  },
  {
    code: 'socio-economic-outside-area',
    title: 'by its ground',
    says: { rule: 'workers', at: '', law: 'Wbmgp 9 lid 1', facts: { area: 'wbmgp-9' } },
    breaks: add(priority('workers', { ground: 'socio-economic' })),
    keeps: add(priority('workers', { ground: 'socio-economic', where: area('wbmgp-9') })),
  },
  {
    code: 'conduct-outside-area',
    title: 'conduct looked into everywhere',
    says: { rule: 'screened', at: '', law: 'Wbmgp 10 lid 1', facts: { area: 'wbmgp-10' } },
    breaks: add(hardship, screened({ where: when({ segment: 'social' }) })),
    keeps: add(hardship, screened({})),
  },
  {
    code: 'conduct-without-hardship',
    title: 'no way out when it is too harsh',
    says: { rule: 'screened', at: '', law: 'Wbmgp 10 lid 5', facts: {} },
    breaks: add(screened({})),
    keeps: add(hardship, screened({})),
  },
  {
    code: 'conduct-judged-by-landlord',
    title: 'a landlord that asks for a clean slate',
    says: { rule: 'screened', at: '', law: 'Wbmgp 10 lid 1', facts: {} },
    breaks: [lower({ rules: [screened({ where: [] })] }), validBook()],
    keeps: [lower({ rules: [hardship, screened({})] }), validBook()],
  },
]

const points = (entries: Extract<Rule, { kind: 'account' }>['entries']): Rule => ({
  kind: 'account',
  id: 'points',
  unit: 'points',
  entries,
})
const regularOnly = { where: when({ 'lease-kind': 'regular' }) }

const endsOnLeaseUntil = (until: string) => ({
  begins: { on: ['registered'] },
  ends: [{ on: ['lease-started'], until: date(until), code: 'housed' as const }],
})
const registration: Row[] = [
  {
    code: 'registration-ends-on-lease',
    title: 'every lease ends it',
    says: {
      rule: 'registration',
      at: 'ends.0',
      law: 'Hvw 11a',
      facts: { leases: ['youth', 'temporary'] },
    },
    breaks: add(
      life('registration', {
        begins: { on: ['registered'] },
        ends: [{ on: ['lease-started'], where: when({ regulated: true }), code: 'housed' }],
      }),
    ),
    keeps: add(
      life('registration', {
        begins: { on: ['registered'] },
        ends: [
          {
            on: ['lease-started'],
            where: when({ 'lease-kind': { not: 'temporary' }, none: [{ 'lease-kind': 'youth' }] }),
            code: 'housed',
          },
        ],
      }),
    ),
  },
  {
    code: 'registration-ends-on-lease',
    title: 'it still does on the day the book begins',
    says: {
      rule: 'registration',
      at: 'ends.0',
      law: 'Hvw 11a',
      facts: { leases: ['youth', 'temporary'] },
    },
    breaks: add(life('registration', endsOnLeaseUntil('2025-01-01'))),
    keeps: add(life('registration', endsOnLeaseUntil('2024-12-31'))),
  },
  {
    code: 'account-emptied-on-lease',
    title: 'every lease takes the points',
    says: {
      rule: 'points',
      at: 'entries.0',
      law: 'Hvw 11a',
      facts: { leases: ['youth', 'temporary'] },
    },
    breaks: add(points([{ set: 0, on: ['lease-started'] }])),
    keeps: add(points([{ set: 0, on: ['lease-started'], ...regularOnly }])),
  },
  {
    code: 'account-emptied-on-lease',
    title: 'every lease makes a booking void, or takes a point',
    says: {
      rule: 'points',
      at: 'entries.0.best_of.0.lost',
      law: 'Hvw 11a',
      facts: { leases: ['youth', 'temporary'] },
    },
    breaks: add(
      points([
        {
          best_of: [
            { add: 1, per: months(1), of: 'registration', lost: { on: ['lease-started'] } },
          ],
        },
      ]),
    ),
    keeps: add(
      points([
        {
          best_of: [
            {
              add: 1,
              per: months(1),
              of: 'registration',
              lost: { on: ['lease-started'], ...regularOnly },
            },
          ],
        },
        { add: 1, on: ['lease-started'] },
      ]),
    ),
  },
]

const target = (limit: Extract<Rule, { kind: 'quota' }>['limit'], more: object = {}) =>
  quota('target', {
    counts: when({ 'household-income': { at_most: '$daeb-income-limit' } }),
    limit,
    at_limit: 'warn',
    ...more,
  })
const freeRoom = (limit: Extract<Rule, { kind: 'quota' }>['limit']) =>
  target(limit, { counts: when({ 'household-income': { above: '$daeb-income-limit' } }) })
const daeb = parameter('daeb-income-limit', { '2025-01-01': 49_669_00 })

const balance: Row[] = [
  {
    code: 'target-group-share-too-low',
    title: '84 of 100, whatever was agreed',
    says: {
      rule: 'target',
      at: 'limit',
      law: 'Ww 48 lid 1',
      facts: { share: 84, of: 100, limit: 85, limitOf: 100 },
    },
    breaks: add(
      daeb,
      target({ at_least: 84, of: 100 }),
      parameter('agreed-municipalities', { '2025-01-01': ['oudstad'] }),
    ),
    keeps: add(
      daeb,
      target({ at_least: 85, of: 100 }),
      parameter('agreed-municipalities', { '2025-01-01': ['oudstad'] }),
    ),
  },
  {
    code: 'target-group-share-without-agreement',
    title: '85 of 100 without an agreement in every municipality',
    says: {
      rule: 'target',
      at: 'limit',
      law: 'Ww 48 lid 1',
      facts: { share: 85, of: 100, limit: 925, limitOf: 1000, without: ['oudstad'] },
    },
    breaks: add(
      daeb,
      target({ at_least: 85, of: 100 }),
      parameter('agreed-municipalities', { '2025-01-01': ['elders'] }),
    ),
    keeps: add(daeb, target({ at_least: 925, of: 1000 })),
  },
  {
    code: 'target-group-share-without-agreement',
    title: 'the same, written as the room for everybody else',
    says: {
      rule: 'target',
      at: 'limit',
      law: 'Ww 48 lid 1',
      facts: { share: 924, of: 1000, limit: 925, limitOf: 1000, without: ['oudstad'] },
    },
    breaks: add(daeb, freeRoom({ at_most: 76, of: 1000 })),
    keeps: add(daeb, freeRoom({ at_most: 75, of: 1000 })),
  },
  {
    code: 'target-group-share-without-agreement',
    title: 'the same of some of them; room for the old of the target group is no such share',
    says: {
      rule: 'target',
      at: 'limit',
      law: 'Ww 48 lid 1',
      facts: { share: 924, of: 1000, limit: 925, limitOf: 1000, without: ['oudstad'] },
    },
    breaks: add(
      daeb,
      target(
        { at_most: 76, of: 1000 },
        {
          counts: when({
            age: { at_least: 23 },
            'household-income': { above: '$daeb-income-limit' },
          }),
        },
      ),
    ),
    keeps: add(
      daeb,
      target(
        { at_most: 76, of: 1000 },
        {
          counts: when({
            age: { above: 54 },
            'household-income': { at_most: '$daeb-income-limit' },
          }),
        },
      ),
    ),
  },
  {
    code: 'portfolio-norm-refuses',
    title: 'a norm of all lettings that stops one',
    says: { rule: 'target', at: 'at_limit', law: 'Ww 46 lid 2', facts: {} },
    breaks: add(
      daeb,
      target(
        { at_least: 925, of: 1000 },
        { at_limit: 'not-placed', until: date('2026-12-31'), review: date('2026-06-01') },
      ),
    ),
    keeps: add(daeb, target({ at_least: 925, of: 1000 })),
  },
  {
    code: 'portfolio-norm-refuses',
    title: 'a rent that does not fit as a reason to refuse',
    says: { rule: 'fits', at: 'code', law: 'Ww 46 lid 2', facts: {} },
    breaks: add(requirement('fits', { code: 'rent-above-fit-limit' })),
    keeps: add(requirement('fits', { code: 'household-too-small' })),
  },
]

const score = (more: object) =>
  judgement('score', {
    answer: { score: [0, 10] },
    decided_by: 'selection-committee',
    second: true,
    protocol: 'formulier 1',
    ...more,
  })
const byScore = ranking('by-score', {
  model: 'motivation',
  finally: [
    { by: 'highest', of: 'score' },
    { by: 'lot', weights: 'equal' },
  ],
})
const drawn = ranking('drawn', { model: 'lottery', finally: [{ by: 'lot', weights: 'equal' }] })
const placeSeen = (
  homes: Parameters<typeof when>[0],
  provisional_place: 'exact' | 'none' = 'exact',
): Rule => ({
  kind: 'procedure',
  id: 'seen',
  where: when(homes),
  provisional_place,
})
const firstCome = ranking('first', { model: 'first-come' })
const open = (count: number, written: object = {}): Rule => ({
  kind: 'procedure',
  id: 'terms',
  where: when({ ...written }),
  listing_open: days(count),
})

const order: Row[] = [
  {
    code: 'no-final-tie-break',
    title: 'two people can end equal',
    says: { rule: 'second', at: 'finally', facts: {} },
    breaks: add(
      ranking('second', { model: 'option', finally: [{ by: 'earliest', of: 'registered-on' }] }),
    ),
    keeps: add(ranking('second', { model: 'option', finally: [{ by: 'lot', weights: 'equal' }] })),
  },
  {
    code: 'no-final-tie-break',
    title: 'a person’s reasoned choice is one as well',
    says: { rule: 'second', at: 'finally', facts: {} },
    breaks: add(
      ranking('second', {
        model: 'option',
        finally: [
          { by: 'lot', weights: 'equal' },
          { by: 'lowest', of: 'age' },
        ],
      }),
    ),
    keeps: add(
      judgement('choice', { answer: 'seekers', second: true }),
      ranking('second', { model: 'option', finally: [{ by: 'chosen', of: 'choice' }] }),
    ),
  },
  {
    code: 'tier-not-a-priority',
    title: 'a tier that names a definition',
    says: { rule: 'second', at: 'tiers.0', facts: { tier: 'bound-to-region' } },
    breaks: add(
      ranking('second', { model: 'option', tiers: [{ priority: ['bound-to-region'], by: [] }] }),
    ),
    keeps: add(ranking('second', { model: 'option', tiers: [{ priority: 'none', by: [] }] })),
  },
  {
    code: 'ranking-unreachable',
    title: 'two rankings for the same homes',
    says: { rule: 'second', at: '', facts: { earlier: 'by-date' } },
    breaks: add(ranking('second', { where: when({ label: 'senior' }) })),
    keeps: add(ranking('second', { model: 'lottery', where: when({ label: 'senior' }) })),
  },
  {
    code: 'ranking-unreachable',
    title: 'for the same label',
    says: { rule: 'b', at: '', facts: { earlier: 'a' } },
    breaks: validBook({
      rules: [
        ranking('a', { model: 'lottery', where: when({ label: 'senior' }) }),
        ranking('b', { model: 'lottery', where: when({ label: 'senior' }) }),
      ],
    }),
    keeps: validBook({
      rules: [
        ranking('a', {
          model: 'lottery',
          where: when({ label: 'senior' }),
          until: date('2026-12-31'),
        }),
        ranking('b', {
          model: 'lottery',
          where: when({ label: 'senior' }),
          from: date('2027-01-01'),
        }),
      ],
    }),
  },
  {
    code: 'provisional-place-without-effect',
    title: 'a place before the draw',
    says: {
      rule: 'seen',
      at: 'provisional_place',
      facts: { models: ['lottery'] },
    },
    breaks: add(drawn, placeSeen({ model: 'lottery' })),
    keeps: add(drawn, placeSeen({ model: ['lottery', 'ranked'] })),
  },
  {
    code: 'provisional-place-without-effect',
    title: 'a place before people judged, until somebody has one by what is known',
    says: {
      rule: 'seen',
      at: 'provisional_place',
      facts: { models: ['motivation'] },
    },
    breaks: add(byScore, score({}), placeSeen({ model: 'motivation' })),
    keeps: add(
      ranking('by-date-first', {
        model: 'motivation',
        finally: [
          { by: 'earliest', of: 'registered-on' },
          { by: 'lot', weights: 'equal' },
        ],
      }),
      score({}),
      placeSeen({ model: 'motivation' }),
    ),
  },
  {
    code: 'judgement-without-second',
    title: 'one person scores',
    says: { rule: 'score', at: '', facts: { usedBy: 'by-score' } },
    breaks: add(byScore, score({ second: false })),
    keeps: add(byScore, score({ second: true })),
  },
  {
    code: 'judgement-without-second',
    title: 'one person keeps somebody out, a college does not decide alone',
    says: { rule: 'fit', at: '', facts: { usedBy: 'fits' } },
    breaks: add(
      judgement('fit', { decided_by: 'landlord' }),
      requirement('fits', { must: when({ fit: true }) }),
    ),
    keeps: add(judgement('fit', {}), requirement('fits', { must: when({ fit: true }) })),
  },
  {
    code: 'judgement-without-protocol',
    title: 'a score without a form',
    says: { rule: 'score', at: '', facts: { usedBy: 'by-score' } },
    breaks: add(byScore, score({ protocol: ' ' })),
    keeps: add(byScore, score({})),
  },
  {
    code: 'listing-too-short',
    title: 'two days for who comes first',
    says: { rule: 'terms', at: 'listing_open', facts: { days: 2, least: 3 } },
    breaks: add(firstCome, open(2)),
    keeps: add(firstCome, open(3)),
  },
  {
    code: 'listing-too-short',
    title: 'only where it is about who comes first',
    says: { rule: 'terms', at: 'listing_open', facts: { days: 2, least: 3 } },
    breaks: add(open(2, { model: 'first-come' })),
    keeps: add(firstCome, open(2, { model: 'ranked' })),
  },
  {
    code: 'block-without-end',
    title: 'blocked for ever',
    says: { rule: 'block', at: 'steps.1', facts: {} },
    breaks: add(sanction('block', { steps: [{ effect: 'warn' }, { effect: 'block' }] })),
    keeps: add(sanction('block', { steps: [{ effect: 'block', until: 'cleared' }] })),
  },
  {
    code: 'objection-missing',
    title: 'blocked without a word on objecting',
    says: { rule: 'block', at: '', law: 'Awb 6:7', facts: {} },
    breaks: add(withoutObjection()),
    keeps: add(sanction('block', {})),
  },
]

type Steps = Extract<Rule, { kind: 'sanction' }>['steps']

function withoutObjection(steps?: Steps): Rule {
  const { objection: _, ...rest } = {
    objection: undefined,
    ...sanction('block', steps ? { steps } : {}),
  }
  // @NOTE a sanction without its optional term is a sanction.
  return rest as Rule
}

const used = requirement('income', { must: when({ 'household-income': { at_most: '$limit' } }) })
const limit = (values: Parameters<typeof parameter>[1], more: object = {}) =>
  parameter('limit', values, more)
const national = (amount: number | 'missing'): RuleBook => ({
  ...validBook(),
  book: 'national',
  authority: { level: 'national', name: 'Rijk' },
  law: 'outside-hvw',
  articles: [{ number: '1', text: 'x', rules: [limit({ '2025-01-01': amount })] }],
})
const opened = (rule: Rule, ...more: Rule[]) => add(rule, ...more)

const amounts: Row[] = [
  {
    code: 'parameter-out-of-range',
    title: 'more than the law leaves free',
    says: {
      rule: 'limit',
      at: 'values.2025-01-01',
      facts: { value: 11, from: date('2025-01-01'), atLeast: 5, atMost: 10 },
    },
    breaks: add(used, limit({ '2025-01-01': 11 }, { range: { at_least: 5, at_most: 10 } })),
    keeps: add(
      used,
      limit({ '2025-01-01': 10, '2026-01-01': 5 }, { range: { at_least: 5, at_most: 10 } }),
    ),
  },
  {
    code: 'amount-differs-from-national',
    title: 'another amount than the national one',
    says: { rule: 'limit', at: 'values.2025-01-01', facts: { from: date('2025-01-01') } },
    breaks: [add(used, limit({ '2025-01-01': 101 })), national(100)],
    keeps: [add(used, limit({ '2025-01-01': 100 })), national(100)],
  },
  {
    code: 'amount-differs-from-national',
    title: 'but what the state does not know may be filled',
    says: { rule: 'limit', at: 'values.2026-01-01', facts: { from: date('2026-01-01') } },
    breaks: [add(used, limit({ '2025-01-01': 100, '2026-01-01': 101 })), national(100)],
    keeps: [add(used, limit({ '2025-01-01': 100 })), national('missing')],
  },
  {
    code: 'missing-parameter-used',
    title: 'an amount nobody knows on the first day',
    says: { rule: 'income', at: '', facts: { parameter: 'limit', from: date('2025-01-01') } },
    breaks: add(used, limit({ '2025-01-01': 'missing' })),
    keeps: add(used, limit({ '2025-01-01': 100 })),
  },
  {
    code: 'missing-parameter-used',
    title: 'an amount that begins a day too late',
    says: { rule: 'income', at: '', facts: { parameter: 'limit', from: date('2025-01-01') } },
    breaks: add(used, limit({ '2025-01-02': 100 })),
    keeps: add(used, limit({ '2024-06-01': 100 })),
  },
  {
    code: 'parameter-missing-later',
    title: 'an amount that is not known until the end',
    says: { rule: 'income', at: '', facts: { parameter: 'limit', from: date('2028-12-31') } },
    breaks: add(used, limit({ '2025-01-01': 100, '2028-12-31': 'missing' })),
    keeps: add(used, limit({ '2025-01-01': 100, '2029-01-01': 'missing' })),
  },
  {
    code: 'unused-parameter',
    title: 'an amount nobody reads',
    says: { rule: 'limit', at: '', facts: {} },
    breaks: add(limit({ '2025-01-01': 100 })),
    keeps: add(limit({ '2025-01-01': 100 }), used),
  },
  {
    code: 'open-parameter-not-filled',
    title: 'the upper book leaves it to this one',
    says: { at: 'builds_on', facts: { parameter: 'limit', upper: 'voorbeeld' } },
    breaks: [lower({}), opened(limit({ '2025-01-01': 'open' }, { open_to: ['landlord'] }), used)],
    keeps: [
      lower({ rules: [limit({ '2025-01-01': 5 })] }),
      opened(limit({ '2025-01-01': 'open' }, { open_to: ['landlord'] }), used),
    ],
  },
  {
    code: 'circular-definition',
    title: 'two words that explain each other',
    says: { rule: 'a', at: '', facts: { chain: ['a', 'b', 'a'] } },
    breaks: add(definition('a', { b: true }), definition('b', { a: true })),
    keeps: add(definition('a', { b: true }), definition('b', { nominated: true })),
  },
  {
    code: 'replaces-not-open',
    title: 'a rule that was not opened to landlords',
    says: {
      rule: 'mine',
      at: 'replaces',
      facts: { replaced: 'by-date', upper: 'voorbeeld', level: 'landlord' },
    },
    breaks: [lower({ rules: [ranking('mine', { replaces: 'by-date' })] }), validBook()],
    keeps: [
      lower({ rules: [ranking('mine', { replaces: 'second' })] }),
      opened(ranking('second', { model: 'option', open_to: ['landlord'] })),
    ],
  },
  {
    code: 'replaces-not-open',
    title: 'or only to others, also under the same name',
    says: {
      rule: 'second',
      at: 'id',
      facts: { replaced: 'second', upper: 'voorbeeld', level: 'landlord' },
    },
    breaks: [
      lower({ rules: [ranking('second', { model: 'option' })] }),
      opened(ranking('second', { model: 'option', open_to: ['municipality'] })),
    ],
    keeps: [
      lower({ rules: [ranking('second', { model: 'option' })] }, 'municipality'),
      opened(ranking('second', { model: 'option', open_to: ['municipality'] })),
    ],
  },
  {
    code: 'drops-not-open',
    title: 'a rule taken out that was not opened',
    says: {
      at: 'articles.0.drops.0',
      facts: { dropped: 'adult', upper: 'voorbeeld', level: 'landlord' },
    },
    breaks: [lower({ article: { drops: ['adult'] } }), validBook()],
    keeps: [
      lower({ article: { drops: ['adult'] } }),
      opened(requirement('adult', { open_to: ['landlord'] })),
    ],
  },
]

const rows: readonly Row[] = [
  ...theBook,
  ...grounds,
  ...connection,
  ...urgency,
  ...admission,
  ...registration,
  ...balance,
  ...order,
  ...amounts,
]

function codesIn(books: RuleBook | readonly RuleBook[]): FindingCode[] {
  return checkAgainstLaw([books].flat(), smallLaw).map(({ code }) => code)
}

describe('nothing is found', () => {
  test.each([
    ['in a valid book', validBook()],
    ['under the oldest law', oldBook()],
    ['under the newest law', newBook()],
  ])('%s', (_, book) => {
    expect(checkAgainstLaw([book], smallLaw)).toEqual([])
  })
  test('without a book', () => {
    expect(checkAgainstLaw([], smallLaw)).toEqual([])
  })
})

describe.each(rows)('$code: $title', ({ code, says, breaks, keeps }) => {
  test('is found once in the book that just breaks it', () => {
    const found = checkAgainstLaw([breaks].flat(), smallLaw)
    expect(found.map(said)).toEqual([{ code, severity: severityOf[code], ...says }])
  })
  test('is not found in its twin', () => {
    expect(codesIn(keeps)).toEqual([])
  })
})

// Where a rule is named, the place is told from that rule on.
function said({ code, severity, rule, path, law, facts }: Finding) {
  const isInRule = rule !== undefined && path[2] === 'rules'
  return {
    code,
    severity,
    ...(rule === undefined ? {} : { rule }),
    at: (isInRule ? path.slice(4) : path).join('.'),
    ...(law === undefined ? {} : { law: law.article }),
    facts,
  }
}

test('every finding has a book that just breaks it', () => {
  const proven = new Set(rows.map(({ code }) => code))
  expect(findingCodes.filter((code) => !proven.has(code))).toEqual([])
})

describe('a finding', () => {
  const found = (book: RuleBook) => checkAgainstLaw([book], smallLaw)

  test('says where, by which rule, under which article, and how bad it is', () => {
    expect(found(add(share({ limit: { at_most: 3, of: 5 } })))).toEqual([
      {
        code: 'connection-over-ceiling',
        severity: 'breach',
        book: 'voorbeeld',
        path: ['articles', 0, 'rules', 7, 'limit'],
        rule: 'bound-share',
        law: { regime: 'hvw-2024', article: 'Hvw 14 lid 2', verified: true },
        facts: { share: 3, of: 5, limit: 50, limitOf: 100, quotas: ['bound-share'] },
      },
    ])
  })
  test('says that the text was not read for that regime', () => {
    const [finding] = found(add(urgencyLife({ ends: [{ on: ['moved'], code: 'ground-gone' }] })))
    expect(finding?.law).toEqual({ regime: 'hvw-2024', article: 'Awb 4:7', verified: false })
  })
  test('on the switch cites the article that leaves it to a decree', () => {
    const [finding] = found(header({ valid: validity('2027-01-01', '2030-01-01') }))
    expect(finding?.law).toEqual({ regime: 'hvw-2026-07', article: 'Hvw 51', verified: true })
    expect(finding?.facts).toMatchObject({ municipalities: ['oudstad'] })
  })
  test('on the switch says whether the article that leaves it to a decree was read', () => {
    const law = { ...smallLaw, switches: { ...smallLaw.switches, article: 'Awb 51' } }
    const [finding] = checkAgainstLaw(
      [header({ valid: validity('2027-01-01', '2030-01-01') })],
      law,
    )
    expect(finding?.law).toEqual({ regime: 'hvw-2026-07', article: 'Awb 51', verified: false })
  })
  test('on the switch names the day before the first of several municipalities', () => {
    const [oudstad, nieuwstad] = smallLaw.switches.municipalities
    const later = { municipality: 'verstad', code: 'GM0003', on: date('2031-01-01') }
    const municipalities = [later, oudstad, nieuwstad].filter((each) => each !== undefined)
    const law = { ...smallLaw, switches: { ...smallLaw.switches, municipalities } }
    const book = header({
      authority: {
        level: 'region',
        name: 'Streek',
        municipalities: ['verstad', 'oudstad', 'nieuwstad'],
      },
      valid: validity('2028-01-01', '2031-12-31'),
    })
    const found = checkAgainstLaw([book], law)
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([
      [
        'regime-ends-earlier',
        { law: 'hvw-2024', ended: date('2030-06-30'), until: date('2031-12-31') },
      ],
    ])
  })
  test('points into the condition it is about', () => {
    const [finding] = found(
      add(requirement('income', { must: when({ any: [{ 'household-income': { above: 1 } }] }) })),
    )
    expect(finding?.path.slice(-4)).toEqual(['must', 'any', 0, 'household-income'])
  })
})

const nieuwstad = { level: 'region', name: 'Streek', municipalities: ['nieuwstad'] } as const
const noReasons = (rule: Rule): Rule => {
  const { justification: _, ...rest } = { justification: undefined, ...rule }
  // @NOTE a rule without its optional justification is a rule.
  return rest as Rule
}

describe('the finer points', () => {
  test.each<[string, RuleBook | readonly RuleBook[], FindingCode[]]>([
    // the book
    [
      'a municipality whose switch falls within the book is judged by the old law until then',
      header({ authority: nieuwstad, valid: validity('2028-01-01', '2030-07-01') }),
      ['regime-ends-earlier'],
    ],
    [
      'and by nothing else when the book ends the day before',
      header({ authority: nieuwstad, valid: validity('2028-01-01', '2030-06-30') }),
      [],
    ],
    [
      'a lower book is about the municipality of its scope',
      [
        lower({
          header: {
            authority: { level: 'municipality', name: 'x', scope: { municipality: 'oudstad' } },
            valid: validity('2028-01-01', '2030-06-30'),
          },
        }),
        validBook(),
      ],
      ['switch-date-missing'],
    ],
    [
      'rules of a settlement end after four years too',
      header({
        authority: { level: 'settlement', name: 'oudstad' },
        valid: validity('2025-01-01', '2029-01-01'),
      }),
      ['term-too-long'],
    ],
    [
      'it is judged by the law of that municipality',
      [
        lower({
          header: {
            authority: { level: 'municipality', name: 'x', scope: { municipality: 'nieuwstad' } },
            valid: validity('2028-01-01', '2030-07-01'),
          },
        }),
        validBook(),
      ],
      ['regime-ends-earlier'],
    ],
    [
      'a book that names no municipality is about the one whose council made it',
      header({
        authority: { level: 'municipality', name: 'nieuwstad' },
        valid: validity('2028-01-01', '2030-07-01'),
      }),
      ['regime-ends-earlier'],
    ],
    [
      'before the oldest law there is none to differ from',
      oldBook({
        header: { valid: validity('2014-01-01', '2017-12-31'), published: date('2013-12-01') },
      }),
      [],
    ],
    [
      'a landlord may bind itself for longer than four years',
      [lower({ header: { valid: validity('2025-01-01', '2035-12-31') } }), validBook()],
      [],
    ],
    ['a publication that was not seen is not late', header({ published: 'missing' }), []],
    ['a book may be published on its first day', header({ published: date('2025-01-01') }), []],
    [
      'a rule that begins after the book is over',
      add(requirement('adult', { from: date('2029-01-01') })),
      ['rule-outlives-book'],
    ],
    [
      'a rule may begin on the last day',
      add(requirement('adult', { from: date('2028-12-31') })),
      [],
    ],
    [
      'an experiment evaluated before it begins',
      add(requirement('adult', trial('2026-01-01', '2025-12-31'))),
      ['experiment-evaluated-outside'],
    ],
    [
      'an experiment may be evaluated on its first day',
      add(requirement('adult', trial('2026-01-01', '2026-01-01'))),
      [],
    ],

    // grounds and reasons
    [
      'a landlord may speak of liveability',
      [
        lower({
          rules: [
            requirement('quiet', { justification: { ...because, interest: 'leefbaarheid' } }),
          ],
        }),
        validBook(),
      ],
      [],
    ],
    [
      'so may a rule of a designated area',
      add(
        judgement('hardship', { sets_aside: 'any' }),
        requirement('screened', {
          where: area('wbmgp-10'),
          must: when({ screening: 'passed' }),
          code: 'screening-not-passed',
          basis: 'leefbaarheid, Wbmgp 10',
        }),
      ),
      [],
    ],
    [
      'so may a priority or a quota of a designated area',
      add(
        priority('workers', { ground: 'home', where: area('wbmgp-9'), basis: 'leefbaarheid' }),
        quota('workers-share', { among: area('wbmgp-9'), basis: 'leefbaarheid' }),
      ),
      [],
    ],
    [
      'but not where it is elsewhere as well',
      add(
        priority('workers', { ground: 'home', basis: 'leefbaarheid' }),
        quota('workers-share', {
          among: when({ 'designated-area': { not: 'wbmgp-9' } }),
          basis: 'leefbaarheid',
        }),
        sanction('quiet', { basis: 'leefbaarheid' }),
      ),
      ['liveability-as-ground', 'liveability-as-ground', 'liveability-as-ground'],
    ],
    [
      'so may what limits nobody',
      add({ ...definition('pleasant', { nominated: true }), basis: 'leefbaarheid' }),
      [],
    ],
    [
      'a rule with a basis of its own inherits none',
      validBook({ article: { basis: 'leefbaarheid' }, rules: eachWithBasis({}) }),
      [],
    ],
    [
      'a quota that only warns needs no reasons',
      add(noReasons(quota('watch', { at_limit: 'warn' }))),
      [],
    ],
    [
      'one that stops a priority does',
      add(noReasons(quota('stop', { at_limit: 'priority-off' }))),
      ['justification-missing'],
    ],
    [
      'a sanction that only warns needs no reasons',
      add(noReasons(sanction('watch', { steps: [{ effect: 'warn' }] }))),
      [],
    ],
    [
      'one that ends in a block does',
      add(
        noReasons(
          sanction('stop', {
            steps: [{ effect: 'warn' }, { effect: 'block', until: 'cleared' }],
          }),
        ),
      ),
      ['justification-missing'],
    ],
    [
      'sparing a complex without reasons is told once',
      add(noReasons(quota('relief', { ...spared, until: date('2026-12-31') }))),
      ['relief-incomplete'],
    ],
    [
      'a check with evidence but without a word is not complete',
      add(
        requirement('adult', {
          justification: { ...because, serious: { ...because.serious, text: ' ' } },
        }),
      ),
      ['justification-incomplete'],
    ],

    // local connection
    [
      'where building is blocked there is no ceiling',
      validBook({ without: ['bound-share'], rules: [bound({ basis: 'hvw 14 lid 1' })] }),
      [],
    ],
    [
      'nor a ceiling on what is counted there',
      add(bound({ basis: 'hvw 14 lid 1' }), share({ limit: { at_most: 80, of: 100 } })),
      [],
    ],
    [
      'quotas over different homes each have their own ceiling',
      add(
        share({ among: when({ label: 'senior' }) }),
        quota('other-share', {
          counts: when({ 'priorities-applied': 'bound' }),
          among: when({ label: 'family' }),
        }),
      ),
      [],
    ],
    [
      'a plain number of homes is no share',
      add(share({ limit: { at_most: 20 } })),
      ['connection-uncounted'],
    ],
    [
      'a floor is no ceiling',
      add(share({ limit: { at_least: 20, of: 100 } })),
      ['connection-uncounted'],
    ],
    [
      'nor does counting a label by its name, or whoever did not use another',
      add(share({ counts: when({ label: 'bound', 'priorities-applied': { not: 'vital' } }) })),
      ['connection-uncounted'],
    ],
    [
      'quotas counted apart for other places each have their own ceiling',
      add(
        quota('other-share', {
          counts: when({ 'priorities-applied': 'bound' }),
          each: ['settlement'],
        }),
      ),
      [],
    ],
    [
      'a ceiling beyond which nobody is placed is one',
      add(share({ ...spared, until: date('2026-12-31') })),
      [],
    ],
    [
      'the urgent may not be left out together with others',
      add(
        share({
          counts: when({
            'priorities-applied': 'bound',
            none: [{ 'priorities-applied': ['vital', 'urgent'] }],
          }),
        }),
      ),
      ['urgent-not-counted'],
    ],
    [
      'inside a priority that is not there nobody is bound',
      add(vitalPriority({ inside: 'gone' })),
      ['vital-profession-outside-bound'],
    ],
    [
      'a tier of a priority that is not there',
      add(
        ranking('by-date', {
          tiers: [
            { priority: ['gone', 'urgent'], by: [] },
            { priority: ['bound'], by: [] },
          ],
        }),
      ),
      ['tier-not-a-priority'],
    ],
    [
      'counting everybody else does not count it',
      add(share({ counts: when({ none: [{ 'priorities-applied': 'bound' }] }) })),
      ['connection-uncounted'],
    ],
    [
      'a quota inside one that counts no connection stands on its own',
      add(
        share({ inside: 'all', limit: { at_most: 60, of: 100 } }),
        quota('all', { at_limit: 'warn' }),
      ),
      ['connection-over-ceiling'],
    ],
    [
      'the urgent may not be left out by what is among the homes counted either',
      add(share({ among: when({ 'urgency-ground': { known: false } }) })),
      ['urgent-not-counted'],
    ],
    [
      'a settlement may be counted in the whole when a quota of its own keeps it low',
      oldBook({
        rules: [
          bound({ level: 'settlement' }),
          quota('village', {
            counts: when({ 'priorities-applied': 'bound' }),
            limit: { at_most: 25, of: 100 },
            inside: 'bound-share',
          }),
        ],
      }),
      [],
    ],
    [
      'a demand to be bound at the gate of urgency is another matter',
      add(requirement('urgent-bound', { to: 'urgency', must: when({ 'bound-to-region': true }) })),
      [],
    ],
    [
      'urgency alone, or connection alone, is in no wrong order',
      add(
        ranking('by-date', { tiers: [{ priority: ['urgent'], by: [] }] }),
        ranking('second', { model: 'option', tiers: [{ priority: ['bound'], by: [] }] }),
        ranking('third', { model: 'lottery', tiers: [{ priority: 'none', by: [] }] }),
      ),
      [],
    ],

    // balance
    [
      'the agreement of every municipality, missing until it is known',
      add(
        daeb,
        target({ at_least: 90, of: 100 }),
        parameter('agreed-municipalities', { '2025-01-01': 'missing' }),
      ),
      ['target-group-share-without-agreement'],
    ],
    [
      'no agreement at all',
      add(daeb, target({ at_least: 90, of: 100 })),
      ['target-group-share-without-agreement'],
    ],
    [
      'a target between two amounts',
      add(
        daeb,
        target(
          { at_least: 84, of: 100 },
          {
            counts: when({
              'household-income': { above: '$least', at_most: '$daeb-income-limit' },
            }),
          },
        ),
      ),
      ['target-group-share-too-low'],
    ],
    [
      'the norm for rents that fit refuses nobody either',
      add(
        parameter('fit-income-limit', { '2025-01-01': 30_000_00 }),
        quota('fitting', {
          counts: when({ 'household-income': { at_most: '$fit-income-limit' } }),
          limit: { at_least: 95, of: 100 },
        }),
      ),
      ['portfolio-norm-refuses'],
    ],
    [
      'at most so many of a group is no norm for all lettings',
      add(daeb, target({ at_most: 10, of: 100 }, { at_limit: 'priority-off' })),
      [],
    ],
    ['a target as a plain number is no norm', add(daeb, target({ at_least: 10 })), []],

    // amounts
    [
      'a circle is told once, however many stand in it',
      add(definition('a', { b: true }), definition('b', { c: true }), definition('c', { a: true })),
      ['circular-definition'],
    ],
    [
      'a circle beside a word that is in none',
      add(
        definition('a', { c: true, b: true }),
        definition('b', { a: true }),
        definition('c', { nominated: true }),
      ),
      ['circular-definition'],
    ],
    [
      'a circle through what a measure counts',
      add(
        residence('years', { a: true }, { take: 'current' }),
        definition('a', { years: { at_least: 1 } }),
      ),
      ['circular-definition'],
    ],
    ['a word that explains itself', add(definition('a', { a: true })), ['circular-definition']],
    [
      'words may share a word',
      add(
        definition('a', { c: true }),
        definition('b', { c: true }),
        definition('c', { nominated: true }),
      ),
      [],
    ],
    [
      'an open amount that belongs to another level is left alone',
      [
        lower({}),
        add(parameter('limit', { '2025-01-01': 'open' }, { open_to: ['municipality'] }), used),
      ],
      [],
    ],
    // who may take part
    [
      'a lower limit on income, written as what may not be',
      add(
        requirement('income', { must: when({ none: [{ 'household-income': { at_most: 1 } }] }) }),
      ),
      ['minimum-income'],
    ],
    [
      'newcomers may be asked other things as well',
      add(
        newcomers,
        hardship,
        source({ who: when({ age: { at_least: 18 }, 'years-here-now': { below: 6 } }) }),
      ),
      [],
    ],
    [
      'months of residence, or years of work, make no newcomer',
      add(
        residence('years-here-now', { area: 'region' }, { take: 'current', unit: 'months' }),
        hardship,
        source({}),
      ),
      ['income-source-too-wide'],
    ],
    [
      'nor do years of work',
      add(
        residence('years-here-now', { area: 'region' }, { take: 'current', of: 'working' }),
        hardship,
        source({}),
      ),
      ['income-source-too-wide'],
    ],
    [
      'conduct is conduct under whatever code',
      add(hardship, screened({ where: [], code: 'not-bound' })),
      ['conduct-outside-area'],
    ],
    [
      'a landlord in a designated area needs a way out as well',
      [lower({ rules: [screened({})] }), validBook()],
      ['conduct-without-hardship'],
    ],
    [
      'living there for at least some years makes no newcomer',
      add(newcomers, hardship, source({ who: when({ 'years-here-now': { at_least: 2 } }) })),
      ['income-source-too-wide'],
    ],
    [
      'a hardship clause for something else is none',
      add(newcomers, source({}), judgement('hardship', { sets_aside: ['adult'] })),
      ['income-source-without-hardship'],
    ],
    [
      'a judgement that sets nothing aside is none',
      add(newcomers, source({}), judgement('opinion', {})),
      ['income-source-without-hardship'],
    ],
    [
      'conduct by whatever fact, when the code says so',
      add(
        judgement('hardship', { sets_aside: 'any' }),
        requirement('screened', { must: when({ nominated: true }), code: 'screening-not-passed' }),
      ),
      ['conduct-outside-area'],
    ],

    // registration
    [
      'an option may end on any lease',
      add(
        life('option', {
          begins: { on: ['option-taken'] },
          ends: [{ on: ['lease-started'], code: 'housed' }],
        }),
      ),
      [],
    ],
    [
      'a registration is one by how it begins as well',
      add(
        life('enrolment', {
          begins: { on: ['registered'] },
          ends: [{ on: ['lease-started'], code: 'housed' }],
        }),
      ),
      ['registration-ends-on-lease'],
    ],
    [
      'a registration is one by its name as well',
      add(
        life('registration', {
          begins: { on: ['paid'] },
          ends: [{ on: ['lease-started'], code: 'housed' }],
        }),
      ),
      ['registration-ends-on-lease'],
    ],
    [
      'a point taken away',
      add(points([{ add: -1, on: ['lease-started'] }])),
      ['account-emptied-on-lease'],
    ],
    [
      'nothing, or a length of time, taken away',
      add(
        points([
          { add: 0, on: ['lease-started'] },
          { add: months(1), on: ['lease-started'] },
        ]),
      ),
      [],
    ],

    // urgency
    [
      'a municipality must regulate urgency as a region must',
      newBook({
        without: ['urgent'],
        rules: [ranking('by-date', {})],
        header: { authority: { level: 'municipality', name: 'nieuwstad' } },
      }),
      ['urgency-not-regulated'],
    ],
    [
      'a landlord need not regulate urgency',
      [
        { ...lower({}), law: 'hvw-2026-07', valid: validity('2030-07-01', '2034-06-30') },
        newBook({ without: ['urgent'], rules: [ranking('by-date', {})] }),
      ],
      [],
    ],
    [
      'an urgency is one by its grounds as well',
      add(life('plight', { begins: { on: ['awarded'] }, grounds: ['12-3-shelter'] })),
      ['urgency-category-missing'],
    ],
    [
      'a local ground that looks like one',
      add(urgencyLife({ grounds: ['12-3-shelter', '12-3-care', 'lokaal-12-3-z'] })),
      [],
    ],
    [
      'a narrow connection to respond is another matter',
      newBook({
        rules: [
          requirement('near', {
            must: when({ 'lives-in': 'oudstad' }),
            unless: when({ any: [{ 'in-shelter': true }, { 'urgency-ground': '12-3-d' }] }),
          }),
        ],
      }),
      [],
    ],
    [
      'a missing connection is told once, however many priorities there are',
      newBook({
        without: ['urgent-bound'],
        rules: [priority('urgent-too', { ground: 'urgency' })],
      }),
      ['urgency-connection-missing'],
    ],
    [
      'a connection in one of the priorities is enough',
      newBook({
        without: ['urgent-bound'],
        rules: [
          priority('urgent-too', { ground: 'urgency', who: when({ 'bound-to-region': true }) }),
        ],
      }),
      [],
    ],
    [
      'an excuse that may or may not hold excuses nobody',
      toUrgency({ must: when({ 'lives-in': 'oudstad' }), unless: when({ age: 18 }) }),
      ['urgency-connection-too-narrow'],
    ],
    [
      'nor does a demand of people who may or may not be among them',
      toUrgency({ must: when({ 'lives-in': 'oudstad' }), who: when({ age: 18 }) }),
      ['urgency-connection-too-narrow'],
    ],
    [
      'an income asked beside an age',
      newBook({
        rules: [
          requirement('income', {
            must: when({ age: { at_least: 18 }, 'household-income': { at_most: 1 } }),
          }),
        ],
      }),
      ['urgency-refused-on-income'],
    ],
    [
      'a protected group is known by any of its signs',
      newBook({
        rules: [
          requirement('near', {
            must: when({ 'bound-to-region': true }),
            unless: when({ 'urgency-ground': '12-3-d' }),
          }),
        ],
      }),
      [],
    ],
    [
      'an excuse that depends on something else protects nobody',
      add(
        requirement('near', {
          who: when({ age: { at_least: 18 } }),
          must: when({ 'bound-to-region': true }),
          unless: when({ 'in-shelter': true, nominated: true }),
        }),
      ),
      ['exemption-missing'],
    ],
    [
      'at least so many homes is no number set apart',
      add(
        vitalPriority({}),
        quota('nurses', {
          counts: when({ 'priorities-applied': 'vital' }),
          limit: { at_least: 20 },
          at_limit: 'warn',
        }),
      ),
      ['vital-profession-outside-bound'],
    ],

    // order, people and process
    [
      'a ranking by nothing at all',
      add(ranking('second', { model: 'option', finally: [] })),
      ['no-final-tie-break'],
    ],
    [
      'two rankings for different homes',
      add(
        ranking('a', { model: 'lottery', where: when({ label: 'senior' }) }),
        ranking('b', { model: 'lottery', where: when({ label: 'family' }) }),
      ),
      [],
    ],
    [
      'a warning before a block needs an objection',
      add(withoutObjection([{ effect: 'warn' }, { effect: 'block', until: 'cleared' }])),
      ['objection-missing'],
    ],
    ['two days are enough where nobody has to be first', add(open(2)), []],
    [
      'a council decides together',
      add(
        judgement('fit', { decided_by: 'municipal-council' }),
        requirement('fits', { must: when({ age: { at_least: 18 }, fit: true }) }),
      ),
      [],
    ],
    [
      'one person among other demands still decides alone',
      add(
        judgement('fit', { decided_by: 'landlord' }),
        requirement('fits', { must: when({ age: { at_least: 18 }, fit: true }) }),
      ),
      ['judgement-without-second'],
    ],
    ['a judgement nobody uses', add(judgement('opinion', { decided_by: 'landlord' })), []],
    [
      'a score nobody ranks by needs no form',
      add(judgement('score', { answer: { score: [0, 10] }, decided_by: 'landlord' })),
      [],
    ],
    [
      'a warning needs no objection',
      add(sanction('watch', { steps: [{ effect: 'warn' }] }), withoutBlock()),
      [],
    ],
    ['a provisional place on every home shows where there is one', add(drawn, placeSeen({})), []],
    [
      'in a lottery some may have a place by what is known',
      add(
        ranking('drawn', {
          model: 'lottery',
          tiers: [{ priority: 'none', by: [{ by: 'earliest', of: 'registered-on' }] }],
          finally: [{ by: 'lot', weights: 'equal' }],
        }),
        placeSeen({ model: 'lottery' }),
      ),
      [],
    ],
    [
      'a promise that nobody sees a place is kept by any lottery',
      add(drawn, placeSeen({ model: 'lottery' }, 'none')),
      [],
    ],
    [
      'an order by a definition that leans on a judgement is judged',
      add(
        judgement('strong', { second: true }),
        definition('fitting', { strong: true }),
        ranking('by-fit', {
          model: 'motivation',
          finally: [
            { by: 'highest', of: 'fitting' },
            { by: 'lot', weights: 'equal' },
          ],
        }),
        placeSeen({ model: 'motivation' }),
      ),
      ['provisional-place-without-effect'],
    ],
    [
      'a ranking that ends before the other begins hides nothing, one that outlasts it does',
      validBook({
        rules: [
          ranking('a', { model: 'lottery', from: date('2025-06-01'), until: date('2026-12-31') }),
          ranking('b', { model: 'lottery', from: date('2025-06-01'), until: date('2026-12-31') }),
          ranking('c', { model: 'lottery', from: date('2025-05-31'), until: date('2026-12-31') }),
          ranking('d', { model: 'lottery', from: date('2025-06-01'), until: date('2027-01-01') }),
          ranking('e', { model: 'lottery' }),
        ],
      }),
      ['ranking-unreachable'],
    ],

    // balance
    [
      'a rent compared with an income is no norm',
      add(
        daeb,
        quota('odd', {
          counts: when({ rent: { at_most: '$daeb-income-limit' } }),
          limit: { at_least: 10, of: 100 },
          at_limit: 'warn',
        }),
      ),
      [],
    ],
    [
      'the norm of a landlord is about the municipalities of the region',
      [
        lower({
          rules: [
            target({ at_least: 90, of: 100 }),
            parameter('agreed-municipalities', { '2025-01-01': ['oudstad'] }),
          ],
        }),
        add(daeb),
      ],
      [],
    ],

    // amounts
    [
      'a word is in no range',
      add(used, limit({ '2025-01-01': 'veel' }, { range: { at_least: 5 } })),
      [],
    ],
    [
      'a range may have one end only',
      add(used, limit({ '2025-01-01': 4, '2026-01-01': 99 }, { range: { at_least: 5 } })),
      ['parameter-out-of-range'],
    ],
    [
      'or the other',
      add(used, limit({ '2025-01-01': 1, '2026-01-01': 11 }, { range: { at_most: 10 } })),
      ['parameter-out-of-range'],
    ],
    [
      'another amount than the national one of another name',
      [add(used, limit({ '2025-01-01': 1 })), { ...national(100), articles: [] }],
      [],
    ],
    [
      'before the first national amount there is nothing to differ from',
      [add(used, limit({ '2025-01-01': 100, '2024-01-01': 7 })), national(100)],
      [],
    ],
    [
      'the same amount as the national one, beside other national amounts',
      [
        add(used, limit({ '2025-01-01': 100 })),
        {
          ...national(100),
          articles: [
            {
              number: '1',
              text: 'x',
              rules: [parameter('other', { '2025-01-01': 1 }), limit({ '2025-01-01': 100 })],
            },
          ],
        },
      ],
      [],
    ],
    [
      'a national table that is not wholly known may be filled',
      [
        add(used, limit({ '2025-01-01': 7 })),
        {
          ...national(100),
          articles: [{ number: '1', text: 'x', rules: [amountsOf(5, 'missing')] }],
        },
      ],
      [],
    ],
    ['an amount of the state that nobody reads yet', { ...national(100) }, []],
    [
      'an amount opened to others is read there',
      add(limit({ '2025-01-01': 100 }, { open_to: ['landlord'] })),
      [],
    ],
    [
      'an amount that was not known before the book began',
      add(used, limit({ '2024-01-01': 'missing', '2025-01-01': 100 })),
      [],
    ],
    [
      'a table of which one row is left open',
      [lower({}), opened({ ...amountsOf(5, 'open'), open_to: ['landlord'] }, used)],
      ['open-parameter-not-filled'],
    ],
    [
      'amounts of which one row is missing',
      add(used, amountsOf(5, 'missing')),
      ['missing-parameter-used'],
    ],
    [
      'tables that choose each other’s row',
      add(
        table('x', 'y'),
        table('y', 'x'),
        requirement('income', { must: when({ 'household-income': { at_most: '$x' } }) }),
      ),
      ['circular-definition'],
    ],
    [
      'a book may leave its own amount open',
      opened(limit({ '2025-01-01': 'open' }, { open_to: ['region'] }), used),
      [],
    ],
    [
      'an open amount nobody is named for is left to every lower book',
      [lower({}), opened(limit({ '2025-01-01': 'open' }), used)],
      ['open-parameter-not-filled'],
    ],
    [
      'an amount that is not open may not be changed',
      [
        lower({ rules: [parameter('limit', { '2025-01-01': 5 })] }),
        add(parameter('limit', { '2025-01-01': 4 }), used),
      ],
      ['replaces-not-open'],
    ],
    [
      'an amount open from a later day may be filled',
      [
        lower({ rules: [parameter('limit', { '2026-01-01': 5 })] }),
        add(parameter('limit', { '2024-01-01': 4, '2026-01-01': 'open' }), used),
      ],
      [],
    ],
    [
      'an amount open for some may be filled',
      [
        lower({ rules: [parameter('limit', { '2025-01-01': 5 })] }),
        add(amountsOf(5, 'open'), used),
      ],
      [],
    ],
    [
      'what is filled from a later day is known before it from the upper book',
      [
        lower({
          rules: [
            parameter('limit', { '2026-01-01': 5 }),
            requirement('own-income', {
              must: when({ 'household-income': { at_most: '$limit' } }),
            }),
          ],
        }),
        add(parameter('limit', { '2024-01-01': 4, '2026-01-01': 'open' }), used),
      ],
      [],
    ],
    [
      'an open amount may be filled without further leave',
      [
        lower({ rules: [parameter('limit', { '2025-01-01': 5 })] }),
        add(parameter('limit', { '2025-01-01': 'open' }), used),
      ],
      [],
    ],
  ])('%s', (_, books, codes) => {
    expect(codesIn(books)).toEqual(codes)
  })
})

function withoutBlock(): Rule {
  const { objection: _, ...rest } = { objection: undefined, ...sanction('watch', {}) }
  // @NOTE a sanction without its optional term is a sanction.
  return { ...rest, steps: [{ effect: 'warn' }] } as Rule
}

/** The amount `limit` for somebody alone, and for all others. */
function amountsOf(alone: number, others: number | 'missing' | 'open'): Rule {
  const both = [
    { when: when({ 'household-size': 1 }), value: alone },
    { when: [], value: others },
  ]
  return { kind: 'parameter', id: 'limit', values: [{ from: date('2025-01-01'), rows: both }] }
}

function table(id: string, by: string): Rule {
  const rows = [{ when: when({ [by]: 1 }), value: 5 }]
  return { kind: 'parameter', id, values: [{ from: date('2025-01-01'), rows }] }
}

function trial(from: string, evaluateBy: string) {
  return {
    from: date(from),
    experiment: { question: 'Helpt het?', evaluate_by: date(evaluateBy) },
  }
}

test.each([
  'urgency',
  'urgency-since',
  'urgency-ends',
  'urgency-phase',
  'urgency-ground',
  'urgency-region',
])('whoever has a value %s may not be left out of the count of the bound', (name) => {
  const counts = when({ 'priorities-applied': 'bound', [name]: { known: false } })
  expect(codesIn(add(share({ counts })))).toEqual(['urgent-not-counted'])
})

test.each(['urgency', 'register', 'option'] as const)(
  'an income limit at the gate %s keeps nobody urgent from a home',
  (to) => {
    const must = when({ 'household-income': { at_most: 50_000_00 } })
    expect(codesIn(newBook({ rules: [requirement('income', { to, must })] }))).toEqual([])
  },
)

test('of rankings in dates the one that outlasts is not hidden, nor the one that begins earlier', () => {
  const lottery = (id: string, from: string, until: string) =>
    ranking(id, { model: 'lottery', from: date(from), until: date(until) })
  const book = validBook({
    rules: [
      lottery('a', '2025-06-01', '2026-12-31'),
      lottery('b', '2025-06-02', '2026-12-30'),
      lottery('c', '2025-05-31', '2026-12-31'),
      lottery('d', '2025-06-01', '2027-01-01'),
    ],
  })
  expect(checkAgainstLaw([book], smallLaw).map(({ rule }) => rule)).toEqual(['b'])
})

describe('each category and each protected group is a breach of its own', () => {
  test('two categories left out', () => {
    const facts = checkAgainstLaw([add(urgencyLife({ grounds: [] }))], smallLaw).map(
      (each) => each.facts,
    )
    expect(facts).toEqual([
      { category: '12-3-shelter', nl: 'opvang', en: 'shelter' },
      { category: '12-3-care', nl: 'mantelzorg', en: 'informal care' },
    ])
  })
})

test('an article with a wrong basis is one breach, however many rules inherit it', () => {
  expect(codesIn(validBook({ article: { basis: 'leefbaarheid' } }))).toEqual([
    'liveability-as-ground',
  ])
})

describe('books over each other', () => {
  const uncounted = validBook({ without: ['bound-share'] })

  test('a book does not answer for what was wrong before it', () => {
    expect(codesIn([lower({}), uncounted])).toEqual([])
    expect(codesIn(uncounted)).toEqual(['connection-uncounted'])
  })
  test('it does answer for the same fault of its own', () => {
    const another = priority('bound-too', boundPriority)
    const findings = checkAgainstLaw(
      [lower({ rules: [another] }, 'municipality'), uncounted],
      smallLaw,
    )
    expect(findings.map(({ code, rule }) => [code, rule])).toEqual([
      ['connection-uncounted', 'bound-too'],
    ])
  })
  test('a lower book may mend what the upper one left open', () => {
    const counts = quota('our-share', { counts: when({ 'priorities-applied': 'bound' }) })
    expect(codesIn([lower({ rules: [counts] }, 'municipality'), uncounted])).toEqual([])
  })
  test('a lower book that takes the count away answers for the priority it sets free', () => {
    const upper = add(share({ open_to: ['municipality'] }))
    const findings = checkAgainstLaw(
      [lower({ article: { drops: ['bound-share'] } }, 'municipality'), upper],
      smallLaw,
    )
    expect(findings.map(({ code, book }) => [code, book])).toEqual([
      ['connection-uncounted', 'voorbeeld'],
    ])
  })
})

describe('outside the Huisvestingswet only what does not hold together is found', () => {
  const foreign = { law: 'outside-hvw', valid: validity('2025-01-01', '2040-12-31') } as const

  test('no Dutch law', () => {
    const book = header(foreign, {
      without: ['bound-share'],
      article: { basis: ' ' },
      rules: [
        withoutReasons,
        income({ at_least: 1 }),
        vitalPriority({}),
        withoutInVain(),
        quota('relief', { at_limit: 'not-placed' }),
        requirement('quiet', { basis: 'leefbaarheid' }),
      ],
    })
    expect(codesIn(book)).toEqual([])
  })
  test('but consistency', () => {
    const book = header(foreign, {
      rules: [ranking('by-date', { finally: [{ by: 'lowest', of: 'age' }] })],
    })
    expect(codesIn(book)).toEqual(['no-final-tie-break'])
  })
})
