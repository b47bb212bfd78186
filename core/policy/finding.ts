/**
 * What is wrong with rule books (bevinding), or with how they fit together: a code, the place in the
 * file, the text it is measured against, and the facts. The words stand in `words/findings.ts`.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Problem } from '../basics/problem.ts'
import type { Citation } from './regime.ts'
import type { Path } from './resolve.ts'

export type Finding = Problem<FindingFacts> & {
  readonly severity: Severity
  readonly book: string
  /** Where in the file; `Document.locate` finds its line. */
  readonly path: Path
  readonly rule?: string
  /** The text it is measured against; absent for what is wrong under any law. */
  readonly law?: Citation
}

export type FindingCode = keyof FindingFacts

/** A breach must be mended; a warning asks for a reason; a notice says what is not known. */
export type Severity = 'breach' | 'warning' | 'notice'

type Facts<T = unknown> = Readonly<T>
/** A name in both languages, from the law as data. */
type Named = { nl: string; en: string }
/** Shares as counts out of counts. */
type Share = { share: number; of: number; limit: number; limitOf: number }

export type FindingFacts = {
  // the book and its regime
  'term-too-long': Facts<{ until: CalendarDate; latest: CalendarDate }>
  'regime-not-in-force': Facts<{ law: string; inForce: string; municipality: string }>
  'switch-date-missing': Facts<{ law: string; next: string; municipalities: readonly string[] }>
  'regime-ends-earlier': Facts<{ law: string; ended: CalendarDate; until: CalendarDate }>

  // grounds and reasons
  'basis-missing': Facts<{ ground: string }>
  'priority-without-end': Facts<{ until: CalendarDate; latest: CalendarDate }>
  'liveability-as-ground': Facts<{ where: string; text: string }>
  'justification-missing': Facts<{ kind: string }>
  'justifications-missing': Facts<{ rules: number }>
  'justification-incomplete': Facts<{ lacking: readonly string[] }>
  'evidence-undated': Facts<{ source: string }>

  // local connection (binding)
  'connection-uncounted': Facts<{ limit: number; limitOf: number }>
  'connection-over-ceiling': Facts<Share & { quotas: readonly string[] }>
  'connection-ceiling-without-effect': Facts<{ atLimit: string }>
  'settlement-over-ceiling': Facts<Share>
  'urgent-not-counted': Facts<{ by: readonly string[] }>
  'residence-test-differs': Facts<{ years: number; within: number }>
  'exemption-missing': Facts<Named & { group: string }>
  'vital-profession-outside-bound': Facts
  'in-vain-term-missing': Facts<{ limit: number }>
  'in-vain-term-too-long': Facts<{ days: number; limit: number }>
  'connection-before-urgency': Facts<{ priority: string; urgency: string }>

  // urgency
  'urgency-not-regulated': Facts
  'urgency-grounds-unstated': Facts<{ categories: readonly string[] }>
  'urgency-category-missing': Facts<Named & { category: string }>
  'urgency-category-refused': Facts<Named & { category: string }>
  'urgency-category-unknown': Facts<{ category: string; known: readonly string[] }>
  'urgency-category-of-other-regime': Facts<{ category: string; regime: string }>
  'urgency-connection-too-narrow': Facts<{ categories: readonly string[] }>
  'urgency-connection-missing': Facts
  'urgency-refused-on-income': Facts<{ categories: readonly string[] }>
  'hearing-missing': Facts<{ end: string }>

  // who may take part
  'minimum-income': Facts
  'minimum-income-somewhere': Facts
  'lawful-stay-refused': Facts<{ status: readonly string[] }>
  'income-source-outside-area': Facts<{ area: string }>
  'income-source-too-wide': Facts<{ years: number }>
  'income-source-refused': Facts<{ sources: readonly string[] }>
  'income-source-without-hardship': Facts
  'socio-economic-outside-area': Facts<{ area: string }>
  'conduct-outside-area': Facts<{ area: string }>
  'conduct-without-hardship': Facts
  'conduct-judged-by-landlord': Facts

  // registration
  'registration-ends-on-lease': Facts<{ leases: readonly string[] }>
  'account-emptied-on-lease': Facts<{ leases: readonly string[] }>

  // balance
  'target-group-share-too-low': Facts<Share>
  'target-group-share-without-agreement': Facts<Share & { without: readonly string[] }>
  'portfolio-norm-refuses': Facts
  'relief-incomplete': Facts<{ lacking: readonly string[] }>

  // dates and experiments
  'retroactive-after-start': Facts<{ from: CalendarDate; worksBackTo: CalendarDate }>
  'published-after-start': Facts<{ from: CalendarDate; published: CalendarDate }>
  'rule-outlives-book': Facts<{ from: CalendarDate; until: CalendarDate }>
  'experiment-unstated': Facts
  'experiment-evaluated-outside': Facts<{ evaluateBy: CalendarDate; until: CalendarDate }>

  // order, people and process
  'no-final-tie-break': Facts
  'tier-not-a-priority': Facts<{ tier: string }>
  'ranking-unreachable': Facts<{ earlier: string }>
  'judgement-without-second': Facts<{ usedBy: string }>
  'judgement-without-protocol': Facts<{ usedBy: string }>
  'listing-too-short': Facts<{ days: number; least: number }>
  'provisional-place-without-effect': Facts<{ models: readonly string[] }>
  'block-without-end': Facts
  'objection-missing': Facts

  // amounts, and books over each other
  'parameter-out-of-range': Facts<{
    value: number
    from: CalendarDate
    atLeast?: number
    atMost?: number
  }>
  'amount-differs-from-national': Facts<{ from: CalendarDate }>
  'missing-parameter-used': Facts<{ parameter: string; from: CalendarDate }>
  'parameter-missing-later': Facts<{ parameter: string; from: CalendarDate }>
  'unused-parameter': Facts
  'open-parameter-not-filled': Facts<{ parameter: string; upper: string }>
  'circular-definition': Facts<{ chain: readonly string[] }>
  'replaces-not-open': Facts<{ replaced: string; upper: string; level: string }>
  'drops-not-open': Facts<{ dropped: string; upper: string; level: string }>
}

/** How grave each finding is: a breach of the law, a warning or a notice. */
export const severityOf = {
  'term-too-long': 'breach',
  'regime-not-in-force': 'warning',
  'switch-date-missing': 'notice',
  'regime-ends-earlier': 'notice',

  'basis-missing': 'breach',
  'priority-without-end': 'warning',
  'liveability-as-ground': 'breach',
  'justification-missing': 'warning',
  'justifications-missing': 'notice',
  'justification-incomplete': 'warning',
  'evidence-undated': 'notice',

  'connection-uncounted': 'breach',
  'connection-over-ceiling': 'breach',
  'connection-ceiling-without-effect': 'breach',
  'settlement-over-ceiling': 'breach',
  'urgent-not-counted': 'breach',
  'residence-test-differs': 'warning',
  'exemption-missing': 'breach',
  'vital-profession-outside-bound': 'breach',
  'in-vain-term-missing': 'warning',
  'in-vain-term-too-long': 'breach',
  'connection-before-urgency': 'warning',

  'urgency-not-regulated': 'breach',
  'urgency-grounds-unstated': 'warning',
  'urgency-category-missing': 'breach',
  'urgency-category-refused': 'breach',
  'urgency-category-unknown': 'warning',
  'urgency-category-of-other-regime': 'notice',
  'urgency-connection-too-narrow': 'breach',
  'urgency-connection-missing': 'warning',
  'urgency-refused-on-income': 'breach',
  'hearing-missing': 'warning',

  'minimum-income': 'breach',
  'minimum-income-somewhere': 'warning',
  'lawful-stay-refused': 'breach',
  'income-source-outside-area': 'breach',
  'income-source-too-wide': 'breach',
  'income-source-refused': 'breach',
  'income-source-without-hardship': 'breach',
  'socio-economic-outside-area': 'breach',
  'conduct-outside-area': 'breach',
  'conduct-without-hardship': 'warning',
  'conduct-judged-by-landlord': 'warning',

  'registration-ends-on-lease': 'breach',
  'account-emptied-on-lease': 'breach',

  'target-group-share-too-low': 'breach',
  'target-group-share-without-agreement': 'breach',
  'portfolio-norm-refuses': 'warning',
  'relief-incomplete': 'warning',

  'retroactive-after-start': 'breach',
  'published-after-start': 'warning',
  'rule-outlives-book': 'breach',
  'experiment-unstated': 'breach',
  'experiment-evaluated-outside': 'breach',

  'no-final-tie-break': 'breach',
  'tier-not-a-priority': 'breach',
  'ranking-unreachable': 'warning',
  'judgement-without-second': 'warning',
  'judgement-without-protocol': 'warning',
  'listing-too-short': 'warning',
  'provisional-place-without-effect': 'breach',
  'block-without-end': 'warning',
  'objection-missing': 'notice',

  'parameter-out-of-range': 'breach',
  'amount-differs-from-national': 'warning',
  'missing-parameter-used': 'warning',
  'parameter-missing-later': 'notice',
  'unused-parameter': 'notice',
  'open-parameter-not-filled': 'warning',
  'circular-definition': 'breach',
  'replaces-not-open': 'breach',
  'drops-not-open': 'breach',
} as const satisfies Record<FindingCode, Severity>

// @NOTE the keys of the table are the codes, no more and no fewer; `Object.keys` forgets it.
export const findingCodes = Object.keys(severityOf) as readonly FindingCode[]
