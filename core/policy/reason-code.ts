/**
 * Every code a decision, a life, an account or a sanction can give as its reason. The list is closed:
 * a code without words in both languages, a scenario and a source fails a test.
 */

/** Why somebody may not take a step: the `code` of a requirement, or the engine's own. */
export const exclusionCodes = [
  'under-age',
  'over-age',
  'outside-age-range',
  'not-registered',
  'no-lawful-stay',
  'not-bound',
  'not-resident-long-enough',
  'income-above-limit',
  'income-source-not-listed',
  'screening-not-passed',
  'household-too-small',
  'household-too-large',
  'composition-not-fitting',
  'rent-above-fit-limit',
  'home-too-small',
  'not-active-enough',
  'refused-recently',
  'no-option',
  'no-urgency-ground',
  'outside-target-group',
  'not-own-tenant',
  'no-indication',
  'urgent-may-not-respond',
  'not-independent-long-enough',
  'search-profile-not-fitting',
  'not-in-swap',
  'blocked',
  'quota-full',
  'too-many-responses',
  'another-offer-open',
  'fact-unknown',
  'parameter-missing',
  'judgement-pending',
] as const
export type ExclusionCode = (typeof exclusionCodes)[number]

/** Why somebody stands ahead of somebody else. */
const placeCodes = [
  'higher-tier',
  'quota-behind',
  'demoted',
  'ahead-by-key',
  'ahead-by-lot',
  'chosen',
] as const
export type PlaceCode = (typeof placeCodes)[number]

/** What is told beside a place: about a priority, an excuse, an exemption. */
export const remarkCodes = [
  'has-priority',
  'priority-not-here',
  'priority-unknown',
  'priority-off',
  'protected',
  'fell-away-in-vain',
  'excused',
  'set-aside',
  'split-full',
  'exemption-unknown',
] as const
export type RemarkCode = (typeof remarkCodes)[number]

/** How a life (registration, urgency, option) changed. */
export const lifeCodes = [
  'begun',
  'renewed',
  'restored',
  'merged',
  'paused',
  'resumed',
  'suspended',
  'phase-ended',
  'term-over',
  'outer-life-ended',
  'again-too-early',
  'waits-for-hearing',
  'deregistered',
  'housed',
  'refused-suitable-offer',
  'refused-twice',
  'refused-too-often',
  'no-answer-twice',
  'searched-too-little',
  'ground-gone',
  'option-given-up',
  'award-ended',
] as const
export type LifeCode = (typeof lifeCodes)[number]

/** A line of an account (rekening). */
export const ledgerCodes = [
  'booked',
  'capped',
  'lapsed',
  'lost',
  'reset',
  'reversed',
  'not-here',
] as const
export type LedgerCode = (typeof ledgerCodes)[number]

/** A step of a sanction. */
export const sanctionCodes = ['warned', 'blocked', 'demoted', 'penalty', 'cleared'] as const
export type SanctionCode = (typeof sanctionCodes)[number]

export const reasonCodes = [
  ...new Set([
    ...exclusionCodes,
    ...placeCodes,
    ...remarkCodes,
    ...lifeCodes,
    ...ledgerCodes,
    ...sanctionCodes,
  ]),
]
export type ReasonCode =
  | ExclusionCode
  | PlaceCode
  | RemarkCode
  | LifeCode
  | LedgerCode
  | SanctionCode
