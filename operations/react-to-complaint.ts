/** The landlord gives its side of a case (reactie). The person reads it too. */
import { setComplaint } from '../store/complaints.ts'
import { tell } from '../store/messages.ts'
import { aboutHome } from './complain.ts'
import {
  aboutComplaint,
  holdComplaint,
  isOwnCase,
  sentenceIn,
  sentenceLeast,
} from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'

export const reactToComplaint: Operation<
  { readonly complaint: number; readonly reaction: string },
  { readonly event: number }
> = {
  action: 'react-to-complaint',
  about: aboutComplaint,
  async perform(doing, { complaint: id, reaction }) {
    const { transaction, region, at, actor } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint || !actor) return refuse('not-found')
    if (isOwnCase(complaint, actor)) return refuse('own-file')
    const { person, state, reactBy, listing } = complaint
    // Late is still in time while nobody has judged.
    const isAsked = state === 'with-landlord' || (state === 'ready' && !complaint.reactedAt)
    if (!isAsked || reactBy === undefined) return refuse('not-asked', { state })
    const text = sentenceIn(reaction)
    if (text === undefined) return refuse('sentence-missing', { least: sentenceLeast })
    const event = await doing.write({
      kind: 'reaction-given',
      open: { complaint: id },
      personal: { person, reaction: text },
      person,
    })
    const given = { text, by: actor.human, at }
    await setComplaint(transaction, region, id, { state: 'ready', reaction: given })
    const facts = { complaint: id, ...aboutHome(listing) }
    await tell(transaction, region, [person], { code: 'complaint-answered', facts, at })
    return { event }
  },
}
