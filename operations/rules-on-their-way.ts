/**
 * Where a proposal for rules stands (stand van een voorstel), and what still stops it: read by every operation
 * on it, so that all say the same.
 */

import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { type Release, releasesOf } from '../store/rule-books.ts'
import type { AskedAdviser, StoredProposal } from '../store/rule-proposals.ts'
import { type Refusal, refuse } from './operation.ts'

export type ProposalState =
  | 'withdrawn'
  | 'released'
  /** Released once a second person confirms it. */
  | 'release-asked'
  | 'adopted'
  /** Advice is in or its term is over; a point may wait for an answer, or a council for its decision. */
  | 'advised'
  | 'advising'

/** Roles that give advice on rules. */
export const adviserRoles = ['tenants-organisation', 'landlord-policy', 'regional-monitor'] as const
export type AdviserRole = (typeof adviserRoles)[number]

/** Our own term for advice, where no agreement names one: six weeks. */
export const ownTermDays = 42

/** How far a proposal is, by what was written about it until today. */
export function proposalState(proposal: StoredProposal, today: CalendarDate): ProposalState {
  if (proposal.withdrawnAt) return 'withdrawn'
  if (proposal.releasedEvent !== undefined) return 'released'
  if (proposal.releaseAsked) return 'release-asked'
  if (councilsLacking(proposal).length === 0) return 'adopted'
  return isAdviceOver(proposal, today) ? 'advised' : 'advising'
}

/** Who was asked and has not answered. */
function advisersLacking({ asked, advices }: StoredProposal): AskedAdviser[] {
  return asked.filter((each) => !advices.some((advice) => isBy(advice, each)))
}

export function isBy(one: AskedAdviser, other: AskedAdviser): boolean {
  return one.role === other.role && one.organisation === other.organisation
}

/** The term is over, or everybody who was asked has answered. */
function isAdviceOver(proposal: StoredProposal, today: CalendarDate): boolean {
  const isAnswered = proposal.asked.length > 0 && advisersLacking(proposal).length === 0
  return isAnswered || today > proposal.adviceUntil
}

/** How many points nobody answered yet. */
export function pointsOpen({ advices }: StoredProposal): number {
  return advices.flatMap(({ points }) => points).filter(({ answer }) => answer === undefined).length
}

/** Any council, for rules that one council of the region is to agree with. */
const anyCouncil = ''

/** Councils whose decision is still lacking. */
export function councilsLacking({ adoptedIn, adoptions }: StoredProposal): string[] {
  if (adoptedIn.length === 0) return adoptions.length > 0 ? [] : [anyCouncil]
  return adoptedIn.filter((each) => !adoptions.some(({ municipality }) => municipality === each))
}

/** Whether a council decides about it. */
export function isForCouncil({ adoptedIn }: StoredProposal, municipality: string): boolean {
  return adoptedIn.length === 0 || adoptedIn.includes(municipality)
}

/** What stops every next step, whichever. */
export function overAlready({ withdrawnAt, releasedEvent }: StoredProposal): Refusal | undefined {
  if (withdrawnAt) return refuse('rules-withdrawn')
  if (releasedEvent !== undefined) return refuse('rules-released')
  return undefined
}

/** What stops adoption, by whichever council. */
export function notYetAdoptable(
  proposal: StoredProposal,
  today: CalendarDate,
): Refusal | undefined {
  if (!isAdviceOver(proposal, today)) {
    const facts: Facts = { until: proposal.adviceUntil, lacking: advisersLacking(proposal).length }
    return refuse('advice-term-runs', facts)
  }
  const open = pointsOpen(proposal)
  return open > 0 ? refuse('points-unanswered', { count: open }) : undefined
}

/** So long before it decides a release is confirmed at least, so that every process has heard of it. */
const leadMilliseconds = 60_000

/** What stops a release from an instant on. */
export async function notReleasable(
  where: { readonly store: Store | InTransaction; readonly region: string; readonly at: Date },
  { proposal, book }: { readonly proposal: StoredProposal; readonly book: RuleBook },
  release: { readonly decidesFrom: Date; readonly day: CalendarDate },
): Promise<Refusal | undefined> {
  const lacking = councilsLacking(proposal)
  if (lacking.length > 0) return refuse('not-adopted', { count: lacking.length })
  const { decidesFrom, day } = release
  if (decidesFrom.getTime() < where.at.getTime() + leadMilliseconds) return refuse('instant-passed')
  const { valid, published } = book
  if (day < valid.from || day > valid.until) return refuse('outside-validity', { ...valid })
  if (published !== 'missing' && published > day) return refuse('published-later', { published })
  const last = await lastRelease(where, proposal.line)
  if (last?.hash !== proposal.replaces) return refuse('former-changed')
  if (last && last.decidesFrom >= decidesFrom) return refuse('before-former')
  return undefined
}

/** The last release of a line, also where its instant is still to come. */
export async function lastRelease(
  { store, region }: { readonly store: Store | InTransaction; readonly region: string },
  line: string,
): Promise<Release | undefined> {
  return (await releasesOf(store, region, { line }))[0]
}

/** Whether an organisation may make such rules: its own, or those it makes with others. */
export function mayMake(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  { authority }: RuleBook,
): boolean {
  const reach = (fact: string) => [authority.scope?.[fact] ?? []].flat()
  const { level } = authority
  if (role === 'landlord-policy') {
    const isOwn = level === 'landlord' || level === 'complex'
    return isOwn && canonicalJson(reach('landlord')) === canonicalJson([organisation])
  }
  if (role !== 'municipal-policy') return false
  if (level === 'region') return authority.municipalities?.includes(organisation) ?? false
  const isOwn = level === 'municipality' || level === 'settlement'
  return isOwn && canonicalJson(reach('municipality')) === canonicalJson([organisation])
}

/** The councils that must adopt a book. */
export function councilsOf({ authority }: RuleBook): readonly string[] {
  if (authority.level === 'region') return authority.municipalities ?? []
  return [authority.scope?.municipality ?? []].flat()
}
