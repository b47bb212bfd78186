/**
 * Somebody responds to a home that is made known (reageren), until the minute it closes. Whether they come in
 * on the list is decided after the close; here only what stops anybody from responding at all.
 */
import { procedureSays } from '../core/ranking/prepare.ts'
import { addResponse, holdForResponse, responsesNow } from '../store/responses.ts'
import type { ResponseChannel } from '../store/tables.ts'
import { type Operation, refuse } from './operation.ts'
import { rulesUnder } from './rules-for-listing.ts'

export type NewResponse = {
  readonly listing: number
  readonly person: string
  readonly via: ResponseChannel
}

export const respond: Operation<NewResponse, { readonly event: number }> = {
  action: 'respond',
  about: async (_, { person }) => ({ person }),
  // At the last minute everybody does.
  together: ({ person }) => [person],
  async perform(doing, { listing: id, person, via }) {
    const { transaction, region, at, today, setting } = doing
    // Whoever closes the listing waits for us, and we for them. Ten responses of one person in one second are
    // counted one after the other.
    const { listing, hasFile } = await holdForResponse(transaction, region, id, person)
    if (!listing?.opensAt || !listing.closesAt || at < listing.opensAt) return refuse('not-found')
    if (listing.state !== 'open' || at >= listing.closesAt) {
      return refuse('listing-closed', { closed: listing.closesOn })
    }
    if (!hasFile) return refuse('not-found')
    // Asked after the hold, and not with it: what others did while we waited counts.
    const { hasResponded, waiting } = await responsesNow(transaction, region, id, person)
    if (hasResponded) return refuse('already-responded')
    const { prepared } = await rulesUnder(doing, listing.ruleBooks, today)
    const most = procedureSays(prepared, listing.facts, 'open_responses')
    if (most !== undefined && waiting >= most) return refuse('too-many-responses', { most })
    const event = await doing.write({
      kind: 'responded',
      open: { listing: id, via },
      personal: { person },
      person,
    })
    await addResponse(transaction, region, {
      ...{ listing: id, person, event, at, via, on: today },
      attributes: { ...listing.facts, listing: String(id) },
      message: {
        ...{ id: setting.newId(), at, facts: { listing: id } },
        code: via === 'standing' ? 'responded-standing' : 'responded',
      },
    })
    return { event }
  },
}
