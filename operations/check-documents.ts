/**
 * What was seen of somebody's papers (documentcontrole): of which kind, from which source, of which day, and
 * whether it is as they said, and how it was seen: shown and handed back, or given here for a while. No citizen
 * service number (BSN) can be entered.
 */
import { addMonths, type CalendarDate, partsOf } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { documentsOf } from '../store/documents.ts'
import { addEvidence } from '../store/evidence.ts'
import { tell } from '../store/messages.ts'
import { offerOf } from '../store/offers.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'
import { hold } from './running-offer.ts'

/** What is looked at, and where it can be seen. */
export const evidenceSources = {
  identity: ['passport', 'identity-card', 'driving-licence', 'residence-document'],
  income: [
    'tax-statement',
    'payslips',
    'benefit-statement',
    'pension-statement',
    'annual-accounts',
  ],
  household: ['population-register'],
} as const
export type EvidenceKind = keyof typeof evidenceSources
export const evidenceKinds = [
  'identity',
  'income',
  'household',
] as const satisfies readonly EvidenceKind[]

export const evidenceOutcomes = ['as-said', 'differs'] as const
export type EvidenceOutcome = (typeof evidenceOutcomes)[number]

/** Shown at the counter or at a viewing and handed back, or given by the person in their own file. */
export const waysOfSeeing = ['shown', 'given'] as const
export type WayOfSeeing = (typeof waysOfSeeing)[number]

export type Seen = {
  readonly offer: string
  readonly kind: EvidenceKind
  readonly source: string
  /** The day that stands on it. */
  readonly on: CalendarDate
  readonly outcome: EvidenceOutcome
  readonly seenAs?: WayOfSeeing
  /** Of which year the income is. */
  readonly ofYear?: number
  /** What it says, where that counts. */
  readonly incomeCents?: number
  readonly householdSize?: number
}

/** Papers older than this say nothing of today. */
const monthsMost = { identity: 120, income: 24, household: 3 } as const

export const checkDocuments: Operation<Seen, { readonly event: number }> = {
  action: 'check-documents',
  about: async ({ transaction, region }, { offer }) => {
    const found = await offerOf(transaction, region, offer)
    return found && { organisation: found.landlord }
  },
  async perform(doing, seen) {
    const { transaction, region, at, today, actor } = doing
    const held = await hold(doing, seen.offer)
    if (!held || !actor) return refuse('not-found')
    const { offer, listing } = held
    if (isOwnFile(actor, offer.person)) return refuse('own-file')
    if (offer.state !== 'accepted') return refuse('not-accepted', { state: offer.state })
    const { kind, source, on, outcome } = seen
    // @NOTE the list as texts, for what comes in is a text.
    const sources = evidenceSources[kind] as readonly string[] | undefined
    if (!sources?.includes(source)) return refuse('source-unknown', { kind })
    if (!evidenceOutcomes.includes(outcome)) return refuse('outcome-missing')
    if (on > today) return refuse('date-in-future')
    if (on < addMonths(today, -monthsMost[kind])) {
      return refuse('date-too-old', { months: monthsMost[kind] })
    }
    const { seenAs = 'shown', ofYear = null } = seen
    if (ofYear !== null && !isRecentYear(ofYear, today)) return refuse('year-odd')
    const given = seenAs === 'given' ? await documentsOf(transaction, region, offer.id) : []
    if (seenAs === 'given' && !given.some((each) => each.kind === kind)) {
      return refuse('nothing-given', { kind })
    }
    const value = shownIn(seen)
    if (!value) return refuse('value-missing', { kind })
    const { person } = offer
    const event = await doing.write({
      kind: 'documents-checked',
      open: { listing: listing.id, of: kind, seenAs },
      personal: { person, offer: offer.id, source, on, ofYear, outcome, value },
      person,
    })
    await addEvidence(transaction, region, {
      ...{ offer: offer.id, kind, source, on, outcome, value, at, by: actor.human, event },
      ...{ seenAs, ofYear },
    })
    const facts = { listing: listing.id, offer: offer.id, kind, outcome }
    await tell(transaction, region, [person], { code: 'documents-checked', facts, at })
    return { event }
  },
}

/** What stands on the paper, as rules read it; undefined where it should say more. */
function shownIn({
  kind,
  incomeCents,
  householdSize,
}: Seen): Readonly<Record<string, number>> | undefined {
  switch (kind) {
    case 'identity':
      return {}
    case 'income':
      return isCount(incomeCents, 0) ? { 'household-income': incomeCents } : undefined
    case 'household':
      return isCount(householdSize, 1) ? { 'household-size': householdSize } : undefined
  }
}

/** A year of which an income can still say something. */
const yearsBack = 3

function isRecentYear(year: number, today: CalendarDate): boolean {
  const now = partsOf(today).year
  return Number.isSafeInteger(year) && year <= now && year >= now - yearsBack
}

function isCount(value: number | undefined, least: number): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= least
}

/** The facts that papers show, laid together. */
export function shownBy(evidence: readonly { readonly value: Facts }[]): Facts {
  return Object.assign({}, ...evidence.map(({ value }) => value))
}
