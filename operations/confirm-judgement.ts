/**
 * A second member of the committee looks at what the first judged (vaststellen): agrees, and then the person is
 * told; or sends it back with why. Never the same human.
 */
import { addDays, addDuration } from '../core/basics/calendar-date.ts'
import { setComplaint } from '../store/complaints.ts'
import { tell } from '../store/messages.ts'
import { aboutHome } from './complain.ts'
import { instantOf } from './dutch-time.ts'
import {
  aboutComplaint,
  holdComplaint,
  isOwnCase,
  sentenceIn,
  sentenceLeast,
} from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'
import { restoreOffer } from './restore-offer.ts'

/** So long has a landlord to say what it does with a judgement. */
const answerWeeks = 4

export type Confirmation = {
  readonly complaint: number
  readonly agrees: boolean
  /** Why not, where they do not agree. */
  readonly why: string
}

export const confirmJudgement: Operation<
  Confirmation,
  { readonly event: number; readonly state: 'decided' | 'ready' }
> = {
  action: 'confirm-judgement',
  about: aboutComplaint,
  async perform(doing, { complaint: id, agrees, why }) {
    const { transaction, region, at, today, actor } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint || !actor) return refuse('not-found')
    if (isOwnCase(complaint, actor)) return refuse('own-file')
    const { state, person, outcome, consequence, judgedBy, listing, landlord } = complaint
    if (state !== 'judged' || !outcome) return refuse('wrong-order', { state })
    if (judgedBy === actor.human) return refuse('own-proposal')
    if (!agrees) {
      const text = sentenceIn(why)
      if (text === undefined) return refuse('sentence-missing', { least: sentenceLeast })
      const event = await doing.write({
        kind: 'judgement-sent-back',
        open: { complaint: id },
        personal: { person, why: text },
        person,
      })
      await setComplaint(transaction, region, id, { state: 'ready', sentBack: text })
      return { event, state: 'ready' }
    }
    const event = await doing.write({
      kind: 'complaint-decided',
      open: { complaint: id, outcome, ...(consequence && { consequence }) },
      personal: { person },
      person,
    })
    const confirmed = { by: actor.human, at }
    await setComplaint(transaction, region, id, { state: 'decided', confirmed })
    // What the landlords decided together nobody answers for alone.
    if (outcome === 'founded' && landlord !== undefined) {
      const answerBy = addDuration(today, { count: answerWeeks, unit: 'week' })
      await setComplaint(transaction, region, id, { answerBy })
      const over = instantOf(addDays(answerBy, 1), '00:00')
      await doing.later('remind-complaint', { complaint: id }, over)
    }
    const facts = { complaint: id, outcome, ...aboutHome(listing) }
    await tell(transaction, region, [person], { code: 'complaint-decided', facts, at })
    if (outcome === 'founded' && consequence === 'binding') await restoreOffer(doing, complaint)
    return { event, state: 'decided' }
  },
}
