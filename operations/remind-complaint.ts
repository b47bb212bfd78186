/**
 * The clock looks at a case (termijnbewaking): a landlord that did not answer in time is not waited for any
 * longer, and whoever waits too long for the committee is told so.
 */
import { complaintOf, setComplaint } from '../store/complaints.ts'
import { tell } from '../store/messages.ts'
import { aboutHome, isOpen } from './complain.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'

export type Reminded = { readonly complaint: number; readonly isLate: boolean }

export async function remindComplaint(doing: Doing, id: number): Promise<Reminded | Refusal> {
  const { transaction, region, today, at } = doing
  const complaint = await complaintOf(transaction, region, id, 'lock')
  if (!complaint) return refuse('not-found')
  const { state, reactBy, person, decideBy, urgentUntil, lateSince, listing } = complaint
  if (!isOpen(complaint)) return refuse('already-decided')
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
