/** Somebody takes their complaint or objection back (intrekken), until it is decided. */
import { setComplaint } from '../store/complaints.ts'
import { isOpen } from './complain.ts'
import { aboutComplaint, holdComplaint } from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'

export const withdrawComplaint: Operation<
  { readonly complaint: number },
  { readonly event: number }
> = {
  action: 'withdraw-complaint',
  about: aboutComplaint,
  async perform(doing, { complaint: id }) {
    const { transaction, region } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint) return refuse('not-found')
    const { person, state } = complaint
    if (!isOpen(complaint)) return refuse('wrong-order', { state })
    const event = await doing.write({
      kind: 'complaint-withdrawn',
      open: { complaint: id },
      personal: { person },
      person,
    })
    await setComplaint(transaction, region, id, { state: 'withdrawn' })
    return { event }
  },
}
