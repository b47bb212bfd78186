/**
 * Somebody without an account takes their complaint or objection back (intrekken op papier): they say so at the counter
 * and sign it. Whoever has an account does it there.
 */
import { complaintOf } from '../store/complaints.ts'
import { personFile } from '../store/people.ts'
import { type Operation, refuse } from './operation.ts'
import { withdrawComplaint } from './withdraw-complaint.ts'

export type PaperWithdrawal = {
  readonly person: string
  readonly complaint: number
  readonly isSigned: boolean
}

export const withdrawOnPaper: Operation<PaperWithdrawal, { readonly event: number }> = {
  action: 'withdraw-complaint',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, complaint, isSigned }) {
    const { transaction, region } = doing
    const file = await personFile(transaction, region, person, 'lock')
    const found = await complaintOf(transaction, region, complaint)
    if (!file || found?.person !== person) return refuse('not-found')
    if (file.human !== undefined) return refuse('complains-themselves')
    if (!isSigned) return refuse('withdrawal-not-signed')
    return withdrawComplaint.perform(doing, { complaint })
  },
}
