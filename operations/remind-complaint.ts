/**
 * The clock looks at a case (termijnbewaking): a landlord that did not answer in time is not waited for any
 * longer, and whoever waits too long for the committee, or for what a landlord does with its judgement, is told so.
 */
import { complaintOf, type StoredComplaint, setComplaint } from '../store/complaints.ts'
import { tell } from '../store/messages.ts'
import { aboutHome, isOpen } from './complain.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'

export type Reminded = { readonly complaint: number; readonly isLate: boolean }

export async function remindComplaint(doing: Doing, id: number): Promise<Reminded | Refusal> {
  const { transaction, region, today, at } = doing
  const complaint = await complaintOf(transaction, region, id, 'lock')
  if (!complaint) return refuse('not-found')
  const { state, reactBy, person, decideBy, urgentUntil, lateSince, listing } = complaint
  if (!isOpen(complaint)) return remindAnswer(doing, complaint)
  if (state === 'with-landlord' && reactBy !== undefined && today > reactBy) {
    await doing.write({
      kind: 'reaction-missed',
      open: { complaint: id },
      personal: { person },
      person,
    })
    await setComplaint(transaction, region, id, { state: 'ready' })
  }
  const isLate = today > (urgentUntil ?? decideBy)
  if (isLate && !lateSince) {
    await doing.write({
      kind: 'complaint-late',
      open: { complaint: id },
      personal: { person },
      person,
    })
    await setComplaint(transaction, region, id, { lateSince: at })
    const facts = { complaint: id, ...aboutHome(listing) }
    await tell(transaction, region, [person], { code: 'complaint-late', facts, at })
  }
  return { complaint: id, isLate }
}

async function remindAnswer(
  { transaction, region, today, at, write }: Doing,
  { id, person, listing, answerBy, answeredAt, unansweredSince }: StoredComplaint,
): Promise<Reminded | Refusal> {
  const isLate = answerBy !== undefined && today > answerBy && !answeredAt
  if (!isLate || unansweredSince) return refuse('already-decided')
  await write({
    kind: 'judgement-unanswered',
    open: { complaint: id },
    personal: { person },
    person,
  })
  await setComplaint(transaction, region, id, { unansweredSince: at })
  const facts = { complaint: id, ...aboutHome(listing) }
  await tell(transaction, region, [person], { code: 'judgement-unanswered', facts, at })
  return { complaint: id, isLate }
}
