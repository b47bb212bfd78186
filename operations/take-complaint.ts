/**
 * A member of the committee takes a case on (in behandeling nemen): from then on they see what is in it. Nobody
 * is called into a case of their own, or about where they work.
 */
import { addMember, complaintOf, membersOf } from '../store/complaints.ts'
import { isOpen } from './complain.ts'
import { holdComplaint, isOwnCase } from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'

/** Two must judge; a third can step in where one falls away. */
export const membersMost = 3

export const takeComplaint: Operation<{ readonly complaint: number }, { readonly event: number }> =
  {
    action: 'take-complaint',
    about: async ({ transaction, region }, { complaint }) => {
      const found = await complaintOf(transaction, region, complaint)
      return found && { organisation: found.committee }
    },
    async perform(doing, { complaint: id }) {
      const { transaction, region, at, actor } = doing
      const complaint = await holdComplaint(doing, id)
      if (!complaint || !actor) return refuse('not-found')
      if (isOwnCase(complaint, actor)) return refuse('own-file')
      const { landlord, person } = complaint
      if (actor.roles.some(({ organisation }) => organisation === landlord)) {
        return refuse('own-organisation')
      }
      if (!isOpen(complaint)) return refuse('already-decided')
      const members = await membersOf(transaction, region, id)
      if (members.some(({ human }) => human === actor.human)) return refuse('already-called')
      if (members.length >= membersMost) return refuse('panel-complete', { most: membersMost })
      const event = await doing.write({
        kind: 'complaint-taken',
        open: { complaint: id },
        personal: { person },
        person,
      })
      await addMember(transaction, region, { complaint: id, human: actor.human, at, event })
      return { event }
    },
  }
