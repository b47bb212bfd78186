/** The list of a home from the database (ranglijst), as it is made when its listing closes. */
import type { Facts } from '../core/basics/facts.ts'
import { eventsRead } from '../core/policy/events-read.ts'
import { bind } from '../core/ranking/bind.ts'
import type { Case } from '../core/ranking/case.ts'
import { gather } from '../core/ranking/gather.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import { type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import { noHistory } from '../core/seekers/history.ts'
import { respondingCandidates } from '../store/people.ts'
import type { Doing } from './operation.ts'

/** Everything a list depends on but who responded. */
export type Question = Omit<Case, 'candidates'>

/**
 * The list of everybody who responded. Of each the values that the rules read are gathered as they come from the
 * database, and the rest is let go: of tens of thousands it would fill the memory.
 */
export async function rankResponding(
  { transaction, region }: Pick<Doing, 'transaction' | 'region'>,
  prepared: Prepared,
  question: Question,
): Promise<Ranking | undefined> {
  const bound = bind(prepared, question)
  if (!bound) return undefined
  const candidates: Candidate[] = []
  const values: Facts[] = []
  const events = eventsRead(prepared.rules, bound.names)
  const listing = Number(question.listing.id)
  for await (const some of respondingCandidates(transaction, region, listing, events)) {
    values.push(...gather(bound, some, question))
    for (const { id } of some) candidates.push({ id, facts: {}, members: [], history: noHistory })
  }
  return rankGathered(bound, { ...question, candidates }, candidates, values)
}
