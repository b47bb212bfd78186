/** Somebody takes back a response (reactie intrekken), until the listing closes; it costs nothing. */
import { listingOf } from '../store/listings.ts'
import { addMessage } from '../store/messages.ts'
import { addHistory } from '../store/people.ts'
import { hasResponded, withdrawResponse as saveWithdrawal } from '../store/responses.ts'
import { type Operation, refuse } from './operation.ts'

export type Withdrawal = { readonly listing: number; readonly person: string }

export const withdrawResponse: Operation<Withdrawal, { readonly event: number }> = {
  action: 'withdraw-response',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { listing: id, person }) {
    const { transaction, region, at, today, setting } = doing
    const listing = await listingOf(transaction, region, id, 'share')
    if (!listing || !(await hasResponded(transaction, region, id, person))) {
      return refuse('not-found')
    }
    if (listing.state !== 'open' || !listing.closesAt || at >= listing.closesAt) {
      return refuse('listing-closed', { closed: listing.closesOn })
    }
    const event = await doing.write({
      kind: 'withdrew-response',
      open: { listing: id },
      personal: { person },
      person,
    })
    await saveWithdrawal(transaction, region, id, person, at)
    await addHistory(transaction, region, {
      ...{ person, event, name: 'withdrew-response', on: today },
      attributes: { ...listing.facts, listing: String(id) },
    })
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'withdrew-response', at },
      facts: { listing: id },
    })
    return { event }
  },
}
