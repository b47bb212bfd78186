/**
 * Somebody who has an offer is passed over by a human (overslaan): only on a ground from a list, and with
 * what proves it. They are told, and the home is not let over their head before they could object.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { evidenceOf } from '../store/evidence.ts'
import { tell } from '../store/messages.ts'
import { offerOf, setOffer } from '../store/offers.ts'
import { addSkip } from '../store/passed-over.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'
import { giveTurn, hold, isRunning } from './running-offer.ts'

export const skipGrounds = [
  'not-reached',
  'took-it-back',
  'papers-not-brought',
  'papers-differ',
] as const
export type SkipGround = (typeof skipGrounds)[number]

export const channels = ['mail', 'letter', 'phone', 'at-the-door'] as const
export type Channel = (typeof channels)[number]

/** That somebody was sought, by which way and on which day; or that they said something. */
export type Contact = { readonly channel: Channel; readonly on: CalendarDate }

export type SkipInput = {
  readonly offer: string
  readonly ground: SkipGround
  readonly contacts: readonly Contact[]
}

/** Days in which who was passed over can object before the home is let to somebody after them. */
export const objectionDays = 5

export const skipCandidate: Operation<SkipInput, { readonly event: number }> = {
  action: 'skip-candidate',
  about: async ({ transaction, region }, { offer }) => {
    const found = await offerOf(transaction, region, offer)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { offer: id, ground, contacts }) {
    const { transaction, region, at, today, actor } = doing
    const held = await hold(doing, id)
    if (!held || !actor) return refuse('not-found')
    if (!skipGrounds.includes(ground)) return refuse('ground-missing')
    const { offer, listing } = held
    if (isOwnFile(actor, offer.person)) return refuse('own-file')
    if (!isRunning(offer)) return refuse('already-answered', { state: offer.state })
    const known = contacts.filter(
      ({ channel, on }) =>
        channels.includes(channel) && on <= today && on >= dayBefore(offer.madeAt),
    )
    // Silence is no answer while the term of an offer runs; and when it is over, the offer lapses by itself.
    if (ground === 'not-reached' && offer.state === 'open') {
      return refuse('answer-still-open', { until: offer.answerBy.toISOString() })
    }
    const missing = await proofMissing()
    if (missing !== undefined) return refuse(missing)
    const { person, place } = offer
    const event = await doing.write({
      kind: 'candidate-skipped',
      open: { listing: listing.id, ground },
      personal: { person, place, offer: id, contacts: known.map((each) => ({ ...each })) },
      person,
    })
    await setOffer(transaction, region, id, { state: 'skipped', ground })
    await addSkip(transaction, region, {
      ...{ listing: listing.id, person, place, ground, at, event, by: actor.human },
      proof: { contacts: known },
    })
    const facts = { listing: listing.id, offer: id, ground, until: addDays(today, objectionDays) }
    await tell(transaction, region, [person], { code: 'skipped', facts, at })
    await giveTurn(doing, listing)
    return { event }

    // One way is not enough to say that somebody could not be reached: mail gets lost.
    async function proofMissing(): Promise<string | undefined> {
      switch (ground) {
        case 'not-reached':
          return new Set(known.map(({ channel }) => channel)).size < 2
            ? 'two-ways-needed'
            : undefined
        case 'took-it-back':
          return known.length === 0 ? 'contact-needed' : undefined
        case 'papers-not-brought':
          if (offer.state !== 'accepted' || !offer.papersBy) return 'papers-not-asked'
          if (at < offer.papersBy) return 'papers-still-open'
          return known.length === 0 ? 'contact-needed' : undefined
        case 'papers-differ': {
          const seen = await evidenceOf(transaction, region, id)
          return seen.some(({ outcome }) => outcome === 'differs')
            ? undefined
            : 'no-difference-seen'
        }
      }
    }
  },
}

/** What proved it, as it was written then; nothing once the file of the person is erased. */
export function contactsIn(proof: object): readonly Contact[] {
  const told: readonly unknown[] =
    'contacts' in proof && Array.isArray(proof.contacts) ? proof.contacts : []
  return told.flatMap((each) => {
    if (typeof each !== 'object' || each === null || !('channel' in each && 'on' in each)) return []
    const channel = channels.find((known) => known === each.channel)
    // @NOTE a calendar date is a number of days since 1970, and was one when it was written.
    return channel && typeof each.on === 'number' ? [{ channel, on: each.on as CalendarDate }] : []
  })
}

function dayBefore(at: Date): CalendarDate {
  // @NOTE whole days since 1970 are a date; a day of grace for the hours between here and Greenwich.
  return (Math.floor(at.getTime() / dayInMilliseconds) - 1) as CalendarDate
}
