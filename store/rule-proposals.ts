/** Rules on their way (voorstellen): proposed, advised on, adopted by councils, asked to be released. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import type { AskedAdviser, Verdict } from './tables.ts'
import { isUuid } from './uuid.ts'

export type { AskedAdviser, Verdict }

export type StoredPoint = {
  readonly number: number
  readonly text: string
  readonly answer: string | undefined
  readonly answeredAt: Date | undefined
}

export type StoredAdvice = AskedAdviser & {
  readonly id: string
  readonly verdict: Verdict
  readonly text: string
  readonly at: Date
  readonly event: number
  readonly points: readonly StoredPoint[]
}

export type StoredAdoption = {
  readonly municipality: string
  readonly decidedOn: CalendarDate
  readonly title: string
  readonly number: string
  /** SHA-256 of the document, hexadecimal. */
  readonly document: string
  readonly at: Date
  readonly event: number
}

export type ReleaseAsked = {
  readonly decidesFrom: Date
  readonly askedBy: string
  readonly askedAt: Date
}

export type StoredProposal = {
  readonly id: string
  readonly hash: string
  readonly line: string
  readonly replaces: string | undefined
  readonly role: string
  readonly organisation: string
  /** Councils that must adopt it; none: one of the region, whichever. */
  readonly adoptedIn: readonly string[]
  readonly asked: readonly AskedAdviser[]
  readonly explanation: string
  readonly findings: readonly object[]
  readonly adviceUntil: CalendarDate
  /** Where the term comes from; undefined: it is our own. */
  readonly termSource: string | undefined
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly event: number
  readonly withdrawnAt: Date | undefined
  readonly releasedEvent: number | undefined
  readonly advices: readonly StoredAdvice[]
  readonly adoptions: readonly StoredAdoption[]
  readonly releaseAsked: ReleaseAsked | undefined
}

export type NewProposal = Pick<
  StoredProposal,
  | 'id'
  | 'hash'
  | 'line'
  | 'replaces'
  | 'role'
  | 'organisation'
  | 'adoptedIn'
  | 'asked'
  | 'explanation'
  | 'findings'
  | 'adviceUntil'
  | 'termSource'
  | 'proposedBy'
  | 'proposedAt'
  | 'event'
>

export async function addProposal(
  transaction: InTransaction,
  region: string,
  proposal: NewProposal,
): Promise<void> {
  const { hash, replaces, adoptedIn, asked, findings, adviceUntil, termSource, ...rest } = proposal
  const { id, line, role, organisation, explanation, proposedBy, proposedAt, event } = rest
  await transaction
    .insertInto('rule_proposal')
    .values({
      ...{ region, id, hash: Buffer.from(hash, 'hex'), line, role, organisation, explanation },
      replaces: replaces === undefined ? null : Buffer.from(replaces, 'hex'),
      ...{ adopted_in: [...adoptedIn], asked: JSON.stringify(asked) },
      ...{ findings: JSON.stringify(findings), advice_until: adviceUntil },
      ...{ term_source: termSource ?? null, proposed_by: proposedBy, proposed_at: proposedAt },
      ...{ event, withdrawn_at: null, released_event: null },
    })
    .execute()
}

/** Which proposals are asked for: of a version, of one organisation, or only those on their way. */
export type ProposalsAsked = {
  readonly id?: string
  readonly hash?: string
  readonly isOpen?: true
}

/** A proposal; with `lock` nobody else changes it until the transaction ends. */
export async function proposalOf(
  store: Store | InTransaction,
  region: string,
  id: string,
  lock?: 'lock',
): Promise<StoredProposal | undefined> {
  if (!isUuid(id)) return undefined
  if (lock) {
    await store
      .selectFrom('rule_proposal')
      .select('id')
      .where('region', '=', region)
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  return (await proposalsOf(store, region, { id }))[0]
}

/** Proposals with all that was said about them, the newest first. */
export async function proposalsOf(
  store: Store | InTransaction,
  region: string,
  { id, hash, isOpen }: ProposalsAsked = {},
): Promise<StoredProposal[]> {
  let asked = store.selectFrom('rule_proposal').selectAll().where('region', '=', region)
  if (id !== undefined) asked = asked.where('id', '=', id)
  if (hash !== undefined) asked = asked.where('hash', '=', Buffer.from(hash, 'hex'))
  if (isOpen) {
    asked = asked.where('withdrawn_at', 'is', null).where('released_event', 'is', null)
  }
  const rows = await asked.orderBy('proposed_at', 'desc').orderBy('id').execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const advices = await advicesOf(store, region, ids)
  const adoptions = await store
    .selectFrom('rule_adoption')
    .selectAll()
    .where('region', '=', region)
    .where('proposal', 'in', ids)
    .orderBy('at')
    .orderBy('municipality')
    .execute()
  const releases = await store
    .selectFrom('rule_release_asked')
    .selectAll()
    .where('region', '=', region)
    .where('proposal', 'in', ids)
    .execute()
  return rows.map((row): StoredProposal => {
    const release = releases.find(({ proposal }) => proposal === row.id)
    return {
      ...{ id: row.id, hash: row.hash.toString('hex'), line: row.line },
      replaces: row.replaces?.toString('hex'),
      ...{ role: row.role, organisation: row.organisation, adoptedIn: row.adopted_in },
      ...{ asked: row.asked, explanation: row.explanation, findings: row.findings },
      ...{ adviceUntil: row.advice_until, termSource: row.term_source ?? undefined },
      ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at, event: row.event },
      withdrawnAt: row.withdrawn_at ?? undefined,
      releasedEvent: row.released_event ?? undefined,
      advices: advices.filter(({ proposal }) => proposal === row.id),
      adoptions: adoptions
        .filter(({ proposal }) => proposal === row.id)
        .map(({ municipality, decided_on: decidedOn, title, number, document, at, event }) => ({
          ...{ municipality, decidedOn, title, number, at, event },
          document: document.toString('hex'),
        })),
      releaseAsked: release && {
        ...{ decidesFrom: release.decides_from, askedBy: release.asked_by },
        askedAt: release.asked_at,
      },
    }
  })
}

async function advicesOf(
  store: Store | InTransaction,
  region: string,
  proposals: readonly string[],
): Promise<(StoredAdvice & { readonly proposal: string })[]> {
  const rows = await store
    .selectFrom('rule_advice')
    .selectAll()
    .where('region', '=', region)
    .where('proposal', 'in', proposals)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const points = await store
    .selectFrom('rule_point')
    .innerJoin('rule_advice', (join) =>
      join
        .onRef('rule_advice.region', '=', 'rule_point.region')
        .onRef('rule_advice.id', '=', 'rule_point.advice'),
    )
    .select([
      'rule_point.advice',
      'rule_point.number',
      'rule_point.text',
      'rule_point.answer',
      'rule_point.answered_at',
    ])
    .where('rule_point.region', '=', region)
    .where('rule_advice.proposal', 'in', proposals)
    .orderBy('rule_point.number')
    .execute()
  return rows.map(({ id, proposal, role, organisation, verdict, text, at, event }) => ({
    ...{ id, proposal, role, organisation, verdict, text, at, event },
    points: points
      .filter(({ advice }) => advice === id)
      .map((point) => ({
        ...{ number: point.number, text: point.text, answer: point.answer ?? undefined },
        answeredAt: point.answered_at ?? undefined,
      })),
  }))
}

/** Which proposal an advice is about. */
export async function proposalOfAdvice(
  store: Store | InTransaction,
  region: string,
  advice: string,
): Promise<string | undefined> {
  if (!isUuid(advice)) return undefined
  const found = await store
    .selectFrom('rule_advice')
    .select('proposal')
    .where('region', '=', region)
    .where('id', '=', advice)
    .executeTakeFirst()
  return found?.proposal
}

export async function addAdvice(
  transaction: InTransaction,
  region: string,
  advice: Omit<StoredAdvice, 'points'> & {
    readonly proposal: string
    readonly byHuman: string
    readonly points: readonly string[]
  },
): Promise<void> {
  const { points, byHuman, ...rest } = advice
  await transaction
    .insertInto('rule_advice')
    .values({ region, ...rest, by_human: byHuman })
    .execute()
  if (points.length === 0) return
  await transaction
    .insertInto('rule_point')
    .values(
      points.map((text, at) => ({
        ...{ region, advice: advice.id, number: at + 1, text },
        ...{ answer: null, answered_by: null, answered_at: null },
      })),
    )
    .execute()
}

/** Writes the answer to a point; false where there is no such point. */
export async function answerPoint(
  transaction: InTransaction,
  region: string,
  point: { readonly advice: string; readonly number: number },
  given: { readonly answer: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('rule_point')
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where('region', '=', region)
    .where('advice', '=', point.advice)
    .where('number', '=', point.number)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function addAdoption(
  transaction: InTransaction,
  region: string,
  adoption: StoredAdoption & { readonly proposal: string; readonly byHuman: string },
): Promise<void> {
  const { proposal, municipality, decidedOn, title, number, document, byHuman, at, event } =
    adoption
  await transaction
    .insertInto('rule_adoption')
    .values({
      ...{ region, proposal, municipality, decided_on: decidedOn, title, number },
      ...{ document: Buffer.from(document, 'hex'), by_human: byHuman, at, event },
    })
    .execute()
}

/** Keeps who asked for the release and from when; a later question takes the place of an earlier one. */
export async function setReleaseAsked(
  transaction: InTransaction,
  region: string,
  proposal: string,
  { decidesFrom, askedBy, askedAt }: ReleaseAsked,
): Promise<void> {
  const asked = { decides_from: decidesFrom, asked_by: askedBy, asked_at: askedAt }
  await transaction
    .insertInto('rule_release_asked')
    .values({ region, proposal, ...asked })
    .onConflict((conflict) => conflict.columns(['region', 'proposal']).doUpdateSet(asked))
    .execute()
}

/** How a proposal ends: withdrawn, or released by an event. */
export async function endProposal(
  transaction: InTransaction,
  region: string,
  id: string,
  end: { readonly withdrawnAt: Date } | { readonly releasedEvent: number },
): Promise<void> {
  await transaction
    .updateTable('rule_proposal')
    .set(
      'withdrawnAt' in end
        ? { withdrawn_at: end.withdrawnAt }
        : { released_event: end.releasedEvent },
    )
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
