/** Complaints and objections (klachten en bezwaren) as cases: what was said, who was called in, what was judged. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import type {
  ComplaintConsequence,
  ComplaintOutcome,
  ComplaintRoute,
  ComplaintState,
  JudgementAnswer,
} from './tables.ts'

export type {
  ComplaintConsequence,
  ComplaintOutcome,
  ComplaintRoute,
  ComplaintState,
  JudgementAnswer,
}

export type StoredComplaint = {
  readonly id: number
  readonly route: ComplaintRoute
  /** The committee it lies with: that of the region has no name. */
  readonly committee: string
  readonly person: string
  /** The key of the decision among the decisions about the person. */
  readonly decision: string
  readonly kind: string
  readonly code: string | undefined
  readonly landlord: string | undefined
  readonly listing: number | undefined
  readonly decidedOn: CalendarDate
  /** The day on which it came in on paper. */
  readonly receivedOn: CalendarDate | undefined
  /** Nothing once the person's file is erased. */
  readonly words: string | undefined
  readonly madeBy: string
  readonly madeAt: Date
  readonly event: number
  readonly decideBy: CalendarDate
  readonly urgentUntil: CalendarDate | undefined
  readonly state: ComplaintState
  readonly reactBy: CalendarDate | undefined
  readonly reaction: string | undefined
  readonly reactedAt: Date | undefined
  readonly outcome: ComplaintOutcome | undefined
  readonly consequence: ComplaintConsequence | undefined
  readonly motivation: string | undefined
  readonly judgedBy: string | undefined
  readonly sentBack: string | undefined
  readonly confirmedAt: Date | undefined
  readonly lateSince: Date | undefined
  /** The last day on which the landlord says what it does with the judgement; none where nobody is asked. */
  readonly answerBy: CalendarDate | undefined
  readonly answer: JudgementAnswer | undefined
  readonly answerWords: string | undefined
  readonly answeredAt: Date | undefined
  /** Since when that day was over without a word. */
  readonly unansweredSince: Date | undefined
}

/** Adds a case; undefined when one about the same decision is running already. */
export async function addComplaint(
  transaction: InTransaction,
  region: string,
  complaint: Pick<
    StoredComplaint,
    | 'route'
    | 'committee'
    | 'person'
    | 'decision'
    | 'kind'
    | 'code'
    | 'landlord'
    | 'listing'
    | 'decidedOn'
    | 'receivedOn'
    | 'words'
    | 'madeBy'
    | 'madeAt'
    | 'event'
    | 'decideBy'
    | 'urgentUntil'
  >,
): Promise<number | undefined> {
  const { code, landlord, listing, decidedOn, words, madeBy, madeAt, ...rest } = complaint
  const { decideBy, urgentUntil, receivedOn, ...same } = rest
  const added = await transaction
    .insertInto('complaint')
    .values({
      ...{ region, ...same, state: 'received' },
      ...{ code: code ?? null, landlord: landlord ?? null, listing: listing ?? null },
      received_on: receivedOn ?? null,
      ...{ decided_on: decidedOn, words: words ?? null, made_by: madeBy, made_at: madeAt },
      ...{ decide_by: decideBy, urgent_until: urgentUntil ?? null },
      ...{ react_by: null, reaction: null, reacted_by: null, reacted_at: null },
      ...{ outcome: null, consequence: null, motivation: null, judged_by: null, judged_at: null },
      ...{ sent_back: null, confirmed_by: null, confirmed_at: null, late_since: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** A case by its number; with `lock` nobody else changes it until the transaction ends. */
export async function complaintOf(
  store: Store | InTransaction,
  region: string,
  id: number,
  lock?: 'lock',
): Promise<StoredComplaint | undefined> {
  if (!Number.isSafeInteger(id)) return undefined
  const asked = complaintsIn(store, region).where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row && complaintFrom(row)
}

export async function complaintsOf(
  store: Store | InTransaction,
  region: string,
  person: string,
): Promise<StoredComplaint[]> {
  const rows = await complaintsIn(store, region)
    .where('person', '=', person)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(complaintFrom)
}

/** Which cases: those with these committees, and those about decisions of these landlords. */
export type CasesAsked = {
  readonly committees: readonly string[] | 'all'
  readonly landlords: readonly string[]
  readonly state?: ComplaintState
  /** Only judgements to which no landlord said anything in time. */
  readonly unanswered?: true
}

function casesIn(
  store: Store | InTransaction,
  region: string,
  { committees, landlords, state, unanswered }: CasesAsked,
) {
  const all = complaintsIn(store, region)
  const inState = state === undefined ? all : all.where('state', '=', state)
  const asked = unanswered ? inState.where(isUnanswered) : inState
  if (committees === 'all') return asked
  return asked.where(({ or, eb, lit }) =>
    or([
      committees.length === 0 ? lit(false) : eb('committee', 'in', committees),
      landlords.length === 0 ? lit(false) : eb('landlord', 'in', landlords),
    ]),
  )
}

const isDone = sql<boolean>`state in ('decided', 'withdrawn')`
const isUnanswered = sql<boolean>`unanswered_since is not null and answered_at is null`
const isToAnswer = sql<boolean>`answer_by is not null and answered_at is null`

/**
 * A page of cases: what landlords are asked first, then what is to be decided soonest, then what a landlord should
 * have answered, and last what is done.
 */
export async function casesInTurn(
  store: Store | InTransaction,
  region: string,
  asked: CasesAsked & { readonly from: number; readonly count: number },
): Promise<StoredComplaint[]> {
  const isAsked = sql`(state = 'with-landlord' or (${isToAnswer})) and landlord = any(${asked.landlords})`
  const rows = await casesIn(store, region, asked)
    .orderBy(sql`case when ${isAsked} then 0 else 1 end`)
    .orderBy(isDone)
    .orderBy(sql`case when ${isUnanswered} then 0 else 1 end`)
    .orderBy(sql`case when ${isDone} then 0 else coalesce(urgent_until, decide_by) end`)
    .orderBy(sql`case when ${isDone} then -id else id end`)
    .limit(asked.count)
    .offset(asked.from)
    .execute()
  return rows.map(complaintFrom)
}

/** The same with the newest first, below one of them. */
export async function casesBelow(
  store: Store | InTransaction,
  region: string,
  asked: CasesAsked & { readonly below: number | undefined; readonly count: number },
): Promise<StoredComplaint[]> {
  const all = casesIn(store, region, asked)
  const rows = await (asked.below === undefined ? all : all.where('id', '<', asked.below))
    .orderBy('id', 'desc')
    .limit(asked.count)
    .execute()
  return rows.map(complaintFrom)
}

/** How many these are. */
export async function countCases(
  store: Store | InTransaction,
  region: string,
  asked: CasesAsked,
): Promise<number> {
  const { count } = await casesIn(store, region, asked)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Judgements of which these landlords are to say what they do with them, the soonest first. */
export async function judgementsToAnswer(
  store: Store | InTransaction,
  region: string,
  { landlords, count }: { readonly landlords: readonly string[]; readonly count: number },
): Promise<StoredComplaint[]> {
  if (landlords.length === 0) return []
  const rows = await complaintsIn(store, region)
    .where('landlord', 'in', landlords)
    .where(isToAnswer)
    .orderBy('answer_by')
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map(complaintFrom)
}

/** Cases about a listing that are not decided yet. */
export async function openComplaintsOn(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<StoredComplaint[]> {
  const rows = await complaintsIn(store, region)
    .where('listing', '=', listing)
    .where('state', 'not in', ['decided', 'withdrawn'])
    .orderBy('id')
    .execute()
  return rows.map(complaintFrom)
}

/** Writes what a step changed of a case; what is not given stays. */
export async function setComplaint(
  transaction: InTransaction,
  region: string,
  id: number,
  change: {
    readonly state?: ComplaintState
    readonly reactBy?: CalendarDate
    readonly reaction?: { readonly text: string; readonly by: string; readonly at: Date }
    readonly judgement?: {
      readonly outcome: ComplaintOutcome
      readonly consequence: ComplaintConsequence | undefined
      readonly motivation: string
      readonly by: string
      readonly at: Date
    }
    readonly sentBack?: string
    readonly confirmed?: { readonly by: string; readonly at: Date }
    readonly lateSince?: Date
    readonly answerBy?: CalendarDate
    readonly answer?: {
      readonly answer: JudgementAnswer
      readonly words: string
      readonly by: string
      readonly at: Date
    }
    readonly unansweredSince?: Date
  },
): Promise<void> {
  const { state, reactBy, reaction, judgement, sentBack, confirmed, lateSince } = change
  const { answerBy, answer, unansweredSince } = change
  await transaction
    .updateTable('complaint')
    .set({
      ...(state && { state }),
      ...(reactBy !== undefined && { react_by: reactBy }),
      ...(reaction && {
        ...{ reaction: reaction.text, reacted_by: reaction.by, reacted_at: reaction.at },
      }),
      ...(judgement && {
        ...{ outcome: judgement.outcome, consequence: judgement.consequence ?? null },
        ...{ motivation: judgement.motivation, judged_by: judgement.by },
        ...{ judged_at: judgement.at, sent_back: null },
      }),
      ...(sentBack !== undefined && { sent_back: sentBack }),
      ...(confirmed && { confirmed_by: confirmed.by, confirmed_at: confirmed.at }),
      ...(lateSince && { late_since: lateSince }),
      ...(answerBy !== undefined && { answer_by: answerBy }),
      ...(answer && {
        ...{ answer: answer.answer, answer_words: answer.words },
        ...{ answered_by: answer.by, answered_at: answer.at },
      }),
      ...(unansweredSince && { unanswered_since: unansweredSince }),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Calls somebody into a case. */
export async function addMember(
  transaction: InTransaction,
  region: string,
  member: {
    readonly complaint: number
    readonly human: string
    readonly at: Date
    readonly event: number
  },
): Promise<void> {
  const { complaint, human, at, event } = member
  await transaction
    .insertInto('complaint_member')
    .values({ region, complaint, human, since: at, event })
    .execute()
}

export type Member = { readonly human: string; readonly name: string }

/** Who was called into a case, in order. */
export async function membersOf(
  store: Store | InTransaction,
  region: string,
  complaint: number,
): Promise<Member[]> {
  return store
    .selectFrom('complaint_member')
    .innerJoin('human', (join) =>
      join
        .onRef('human.region', '=', 'complaint_member.region')
        .onRef('human.id', '=', 'complaint_member.human'),
    )
    .select(['human.id as human', 'human.name'])
    .where('complaint_member.region', '=', region)
    .where('complaint_member.complaint', '=', complaint)
    .orderBy('complaint_member.since')
    .execute()
}

/** How many were called into each of these cases. */
export async function memberCounts(
  store: Store | InTransaction,
  region: string,
  complaints: readonly number[],
): Promise<Map<number, number>> {
  if (complaints.length === 0) return new Map()
  const rows = await store
    .selectFrom('complaint_member')
    .select(({ fn }) => ['complaint', fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('complaint', 'in', complaints)
    .groupBy('complaint')
    .execute()
  return new Map(rows.map(({ complaint, count }) => [complaint, count]))
}

/** The cases that somebody was called into. */
export async function casesOfMember(
  store: Store | InTransaction,
  region: string,
  human: string,
): Promise<Set<number>> {
  const rows = await store
    .selectFrom('complaint_member')
    .select('complaint')
    .where('region', '=', region)
    .where('human', '=', human)
    .execute()
  return new Set(rows.map(({ complaint }) => complaint))
}

/** Whether anybody sits in the committee of an organisation on a day. */
export async function hasCommittee(
  store: Store | InTransaction,
  region: string,
  organisation: string,
  today: CalendarDate,
): Promise<boolean> {
  const found = await store
    .selectFrom('role_grant')
    .select('human')
    .where('region', '=', region)
    .where('role', '=', 'complaints-committee')
    .where('organisation', '=', organisation)
    .where('from_day', '<=', today)
    .where('until_day', '>=', today)
    .executeTakeFirst()
  return found !== undefined
}

/** What somebody wrote in their cases goes; that there was a case, and how it ended, stays. */
export async function eraseComplaints(
  transaction: InTransaction,
  region: string,
  person: string,
): Promise<void> {
  await transaction
    .updateTable('complaint')
    .set({ words: null, reaction: null, motivation: null, sent_back: null, answer_words: null })
    .where('region', '=', region)
    .where('person', '=', person)
    .execute()
  // Nobody is left for whom anything could be put right.
  await transaction
    .updateTable('complaint')
    .set({ answer_by: null, unanswered_since: null })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('answered_at', 'is', null)
    .execute()
  await transaction
    .updateTable('break_glass')
    .set({ reason: null, verdict: null })
    .where('region', '=', region)
    .where('person', '=', person)
    .execute()
}

function complaintsIn(store: Store | InTransaction, region: string) {
  return store.selectFrom('complaint').selectAll().where('region', '=', region)
}

type Row = Awaited<ReturnType<ReturnType<typeof complaintsIn>['executeTakeFirstOrThrow']>>

function complaintFrom(row: Row): StoredComplaint {
  return {
    ...{ id: row.id, route: row.route, committee: row.committee, person: row.person },
    ...{ decision: row.decision, kind: row.kind, code: row.code ?? undefined },
    ...{ landlord: row.landlord ?? undefined, listing: row.listing ?? undefined },
    ...{ decidedOn: row.decided_on, receivedOn: row.received_on ?? undefined },
    ...{ words: row.words ?? undefined, madeBy: row.made_by },
    ...{ madeAt: row.made_at, event: row.event, decideBy: row.decide_by },
    ...{ urgentUntil: row.urgent_until ?? undefined, state: row.state },
    ...{ reactBy: row.react_by ?? undefined, reaction: row.reaction ?? undefined },
    ...{ reactedAt: row.reacted_at ?? undefined, outcome: row.outcome ?? undefined },
    ...{ consequence: row.consequence ?? undefined, motivation: row.motivation ?? undefined },
    ...{ judgedBy: row.judged_by ?? undefined, sentBack: row.sent_back ?? undefined },
    ...{ confirmedAt: row.confirmed_at ?? undefined, lateSince: row.late_since ?? undefined },
    ...{ answerBy: row.answer_by ?? undefined, answer: row.answer ?? undefined },
    ...{ answerWords: row.answer_words ?? undefined, answeredAt: row.answered_at ?? undefined },
    unansweredSince: row.unanswered_since ?? undefined,
  }
}
