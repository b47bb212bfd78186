/**
 * Cases as each of those in them sees them: the person, the landlord that is asked, the committee members who
 * were called in, the auditor. Source: the trust model, part D5, row "Judge complaint" and "R case".
 */
import { type OwnPart, ownPart } from '../core/ranking/own-part.ts'
import {
  type CasesAsked,
  casesBelow,
  casesInTurn,
  casesOfMember,
  complaintOf,
  complaintsOf,
  countCases,
  judgementsToAnswer,
  type Member,
  memberCounts,
  membersOf,
  openComplaintsOn,
  type StoredComplaint,
} from '../store/complaints.ts'
import { correctionOf, type StoredCorrection } from '../store/corrections.ts'
import { type EventReceipt, receiptOfEvent } from '../store/events.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { offersOfListing } from '../store/offers.ts'
import { type Skip, skipsOf } from '../store/passed-over.ts'
import { identitiesOf } from '../store/people.ts'
import { responseOf } from '../store/responses.ts'
import { landlordNames } from '../store/stock.ts'
import type { Action } from './access-table.ts'
import { answersTo } from './answer-judgement.ts'
import { isOpen } from './complain.ts'
import { correctionDecisions } from './decisions-about.ts'
import { aboutComplaint, isOwnCase } from './hold-complaint.ts'
import {
  type Actor,
  type Doing,
  inTransaction,
  isOwnFile,
  mayDo,
  type Setting,
} from './operation.ts'
import { type PageOfList, pageOfList } from './page-of-list.ts'
import { rankingOf } from './ranking-of-listing.ts'
import { noteReading } from './read-file.ts'
import { type Replayed, replayed } from './replay-decision.ts'
import { membersMost } from './take-complaint.ts'

export type { Member, StoredComplaint }

/** What a case looks like from where somebody stands. */
export type CaseRing = 'person' | 'committee' | 'landlord' | 'auditor'

/** What somebody can do in a case now. */
export type CaseStep = 'withdraw' | 'ask' | 'react' | 'judge' | 'confirm' | 'answer'

export type CaseView = {
  readonly complaint: StoredComplaint
  readonly ring: CaseRing
  readonly home: ShownHome | undefined
  readonly landlordName: string | undefined
  /** The landlord knows who it is from the offer on, and only then. */
  readonly name: string | undefined
  readonly members: readonly Member[]
  readonly receipt: EventReceipt | undefined
  /** The decision as it was, made again: only for the committee and the auditor. */
  readonly again: DecisionAgain | undefined
  readonly skip: Skip | undefined
  readonly correction: StoredCorrection | undefined
  readonly steps: readonly CaseStep[]
}

export type DecisionAgain = Replayed & {
  /** What the list holds about the person, decided again. */
  readonly part: OwnPart
  /** The place that follows when it is decided again, and the one the person was told. */
  readonly foundPlace: number | undefined
  readonly toldPlace: number | undefined
}

/** A case; undefined for whoever is not in it, as if it were not there. */
export async function viewCase(
  setting: Setting,
  actor: Actor,
  id: number,
): Promise<CaseView | undefined> {
  return inTransaction(setting, actor, async (doing) => {
    const { transaction, region } = doing
    const complaint = await complaintOf(transaction, region, id)
    const about = complaint && (await aboutComplaint(doing, { complaint: id }))
    if (!about || !mayDo(actor, 'read-complaint', about)) return undefined
    const members = await membersOf(transaction, region, id)
    const ring = ringOf(complaint, actor, members)
    const { person, listing, landlord } = complaint
    const isJudge = ring === 'committee' || ring === 'auditor'
    const who = (await identitiesOf(transaction, region, [person])).get(person)
    await noteReading(doing, {
      ...{ person, complaint: id },
      reason: { ...grounds, person: 'mandate' as const }[ring],
      ...(ring === 'landlord' && landlord !== undefined && { landlord }),
    })
    return {
      ...{ complaint, ring, members },
      home: listing === undefined ? undefined : await homeOf(transaction, region, listing),
      landlordName: await nameOfLandlord(doing, landlord),
      name: ring !== 'landlord' || (await isKnownTo(doing, complaint)) ? who?.name : undefined,
      receipt: await receiptOfEvent(transaction, region, complaint.event),
      again: isJudge && listing !== undefined ? await again(doing, listing, person) : undefined,
      skip: await skipIn(doing, complaint),
      correction: isJudge ? await correctionIn(doing, complaint) : undefined,
      steps: stepsFor(actor, complaint, ring),
    }
  })
}

const grounds = { committee: 'case', landlord: 'complaint', auditor: 'oversight' } as const

function ringOf({ person }: StoredComplaint, actor: Actor, members: readonly Member[]): CaseRing {
  if (isOwnFile(actor, person)) return 'person'
  if (members.some(({ human }) => human === actor.human)) return 'committee'
  return actor.roles.some(({ role }) => role === 'auditor') ? 'auditor' : 'landlord'
}

async function nameOfLandlord({ transaction, region }: Doing, landlord: string | undefined) {
  if (landlord === undefined) return undefined
  return (await landlordNames(transaction, region, [landlord])).get(landlord)
}

async function isKnownTo(
  { transaction, region }: Doing,
  { listing, person, kind }: StoredComplaint,
): Promise<boolean> {
  if (correctionDecisions.includes(kind)) return true
  if (listing === undefined) return false
  const offers = await offersOfListing(transaction, region, listing)
  return offers.some((each) => each.person === person)
}

async function again(
  doing: Doing,
  listing: number,
  person: string,
): Promise<DecisionAgain | undefined> {
  const { transaction, region } = doing
  const ranking = await rankingOf(transaction, region, listing)
  const found = ranking && (await replayed(doing, listing))
  if (!found) return undefined
  const response = await responseOf(transaction, region, person, listing)
  const part = ownPart(ranking, person)
  if (!part) return undefined
  return {
    ...{ ...found, part },
    foundPlace: part.placed?.place,
    toldPlace: response?.place ?? undefined,
  }
}

async function skipIn(
  { transaction, region }: Doing,
  { kind, listing, person }: StoredComplaint,
): Promise<Skip | undefined> {
  if (kind !== 'skipped' || listing === undefined) return undefined
  return (await skipsOf(transaction, region, listing)).find((each) => each.person === person)
}

async function correctionIn(
  { transaction, region }: Doing,
  { kind, decision }: StoredComplaint,
): Promise<StoredCorrection | undefined> {
  if (!correctionDecisions.includes(kind)) return undefined
  return correctionOf(transaction, region, decision.replace(/^(datum|persoon)-/, ''))
}

function stepsFor(actor: Actor, complaint: StoredComplaint, ring: CaseRing): CaseStep[] {
  const { state, landlord, judgedBy, reactedAt, reactBy } = complaint
  if (ring === 'person') return isOpen(complaint) ? ['withdraw'] : []
  if (ring === 'auditor' || isOwnCase(complaint, actor)) return []
  if (ring === 'landlord') {
    const isAsked = state === 'with-landlord' || (state === 'ready' && reactBy && !reactedAt)
    if (isAsked) return ['react']
    return answersTo(complaint).length > 0 ? ['answer'] : []
  }
  if (state === 'received') return landlord === undefined ? ['judge'] : ['ask', 'judge']
  if (state === 'ready') return ['judge']
  return state === 'judged' && judgedBy !== actor.human ? ['confirm'] : []
}

/** A case on a list: what is waited for, and nothing of who it is of or what they wrote. */
export type CaseRow = Pick<
  StoredComplaint,
  | 'id'
  | 'route'
  | 'kind'
  | 'state'
  | 'landlord'
  | 'listing'
  | 'madeAt'
  | 'receivedOn'
  | 'decideBy'
  | 'urgentUntil'
  | 'reactBy'
  | 'lateSince'
  | 'outcome'
  | 'answerBy'
  | 'answeredAt'
  | 'unansweredSince'
> & {
  readonly landlordName: string | undefined
  /** Whether this human sees what is in it. */
  readonly isCalled: boolean
  readonly mayTake: boolean
}

const casesOnPage = 25

export type CasesPage = PageOfList & {
  readonly cases: readonly CaseRow[]
  /** How many judgements a landlord should have said something to by now. */
  readonly unanswered: number
}

/** A page of the cases of the committees somebody sits in, and of the landlords they work for; undefined for others. */
export async function listCases(
  setting: Setting,
  actor: Actor,
  asked: number,
): Promise<CasesPage | undefined> {
  if (!mayList(actor)) return undefined
  const { store, region } = setting
  const seen = casesSeenBy(actor)
  const page = pageOfList(asked, await countCases(store, region, seen), casesOnPage)
  const part = { ...seen, from: page.from, count: casesOnPage }
  const cases = await caseRows(setting, actor, await casesInTurn(store, region, part))
  return {
    ...page,
    cases,
    unanswered: await countCases(store, region, { ...seen, unanswered: true }),
  }
}

/** The same with the newest first, below one of them, for a program. */
export async function listCasesBelow(
  setting: Setting,
  actor: Actor,
  asked: { readonly below: number | undefined; readonly count: number },
): Promise<readonly CaseRow[] | undefined> {
  if (!mayList(actor)) return undefined
  const { store, region } = setting
  const part = { ...casesSeenBy(actor), ...asked }
  return caseRows(setting, actor, await casesBelow(store, region, part))
}

/** More than a landlord is asked at a time. */
const askedMost = 50

/** Cases in which a landlord somebody works for is asked for an answer. */
export async function casesLandlordsAnswer(
  { store, region }: Setting,
  actor: Actor,
): Promise<readonly StoredComplaint[]> {
  const { landlords } = casesSeenBy(actor)
  const asked = { committees: [], landlords, state: 'with-landlord' } as const
  return casesInTurn(store, region, { ...asked, from: 0, count: askedMost })
}

/** Judgements of which a landlord somebody works for is to say what it does with them. */
export async function judgementsLandlordsAnswer(
  { store, region }: Setting,
  actor: Actor,
): Promise<readonly StoredComplaint[]> {
  const landlords = organisationsWith(actor, 'answer-judgement')
  return judgementsToAnswer(store, region, { landlords, count: askedMost })
}

function isAuditor({ roles }: Actor): boolean {
  return roles.some(({ role }) => role === 'auditor')
}

function casesSeenBy(actor: Actor): CasesAsked {
  return {
    committees: isAuditor(actor) ? 'all' : organisationsWith(actor, 'take-complaint'),
    landlords: organisationsWith(actor, 'react-to-complaint'),
  }
}

async function caseRows(
  { store, region }: Setting,
  actor: Actor,
  cases: readonly StoredComplaint[],
): Promise<CaseRow[]> {
  const { committees } = casesSeenBy(actor)
  const called = await casesOfMember(store, region, actor.human)
  const names = await landlordNames(store, region, [
    ...new Set(cases.flatMap(({ landlord }) => landlord ?? [])),
  ])
  const counts = await memberCounts(
    store,
    region,
    cases.map(({ id }) => id),
  )
  return cases.map((each) => {
    const isOfCommittee = committees === 'all' || committees.includes(each.committee)
    return {
      ...each,
      landlordName: names.get(each.landlord ?? ''),
      isCalled: called.has(each.id) || !isOfCommittee || isAuditor(actor),
      mayTake:
        isOfCommittee &&
        !isAuditor(actor) &&
        !called.has(each.id) &&
        isOpen(each) &&
        !isOwnCase(each, actor) &&
        (counts.get(each.id) ?? 0) < membersMost,
    }
  })
}

function mayList(actor: Actor): boolean {
  return actor.roles.some(({ organisation }) => mayDo(actor, 'list-complaints', { organisation }))
}

function organisationsWith({ roles }: Actor, action: Action): string[] {
  return [...new Set(roles.map(({ organisation }) => organisation))].filter((organisation) =>
    mayDo({ human: '', roles, mandates: [] }, action, { organisation }),
  )
}

/** The cases of one person, for themselves and who helps them. */
export async function ownCases(
  { store, region }: Setting,
  actor: Actor,
  person: string,
): Promise<readonly StoredComplaint[]> {
  if (!mayDo(actor, 'read-complaint', { person })) return []
  return complaintsOf(store, region, person)
}

/** Cases about a listing that run, for who is about to let the home. */
export async function openCasesOn(
  { store, region }: Setting,
  actor: Actor,
  { listing, landlord }: { readonly listing: number; readonly landlord: string },
): Promise<readonly Pick<StoredComplaint, 'id' | 'kind' | 'decideBy' | 'urgentUntil'>[]> {
  if (!mayDo(actor, 'read-complaint', { organisation: landlord })) return []
  return openComplaintsOn(store, region, listing)
}
