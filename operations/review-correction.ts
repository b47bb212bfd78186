/**
 * A second human decides about a correction of a registration date (toetsing van een correctie), in a sentence
 * of their own. The old event stays for ever: what counts from now on is another event that points to it.
 */
import type { EventName } from '../core/seekers/history.ts'
import { correctionOf, type StoredCorrection, setReviewed } from '../store/corrections.ts'
import { tell } from '../store/messages.ts'
import { addHistory } from '../store/people.ts'
import { type Doing, isOwnFile, type Operation, refuse } from './operation.ts'
import { planReminders } from './remind-registration.ts'
import { motivationLeast } from './review-listing.ts'

export type CorrectionReview = {
  readonly correction: string
  readonly agrees: boolean
  readonly motivation: string
}

const motivationMost = 1000

export const reviewCorrection: Operation<CorrectionReview, { readonly agreed: boolean }> = {
  action: 'review-correction',
  about: async ({ transaction, region }, { correction }) => {
    const found = await correctionOf(transaction, region, correction)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { correction: id, agrees, motivation }) {
    const { transaction, region, at, actor } = doing
    const correction = await correctionOf(transaction, region, id, 'lock')
    if (!correction || !actor) return refuse('not-found')
    if (correction.reviewedAt) return refuse('already-decided')
    if (correction.proposedBy === actor.human) return refuse('own-proposal')
    if (isOwnFile(actor, correction.person)) return refuse('own-file')
    const words = motivation.trim()
    if (words.length < motivationLeast || words.length > motivationMost) {
      return refuse('motivation-missing', { least: motivationLeast })
    }
    await setReviewed(transaction, region, id, {
      ...{ by: actor.human, at, agreed: agrees, motivation: words },
    })
    if (agrees) {
      await correct(doing, correction)
      await planReminders(doing, correction.person)
    } else {
      await doing.write({
        kind: 'correction-refused',
        open: { of: correction.ofEvent },
        personal: { person: correction.person, motivation: words },
        person: correction.person,
      })
    }
    const code = agrees ? 'correction-made' : 'correction-refused'
    const facts = { from: correction.from, to: correction.to, ground: correction.ground }
    await tell(transaction, region, [correction.person], { code, facts, at })
    return { agreed: agrees }
  },
}

// An older date counts from now on as the older of two registrations does: nothing lapses in between. A later
// one takes the place of the first.
async function correct(doing: Doing, correction: StoredCorrection): Promise<void> {
  const { transaction, region, today } = doing
  const { person, ofEvent, from, to } = correction
  const write = (kind: string) =>
    doing.write({ kind, open: { of: ofEvent }, personal: { person, from, to }, person })
  const add = (event: number, name: EventName, on: typeof today, attributes = {}) =>
    addHistory(transaction, region, { person, event, name, on, attributes })
  const event = await write('registration-corrected')
  if (to < from) {
    await add(event, 'merged', today, { 'registered-on': to })
  } else {
    await add(event, 'reversed', today, { reverses: String(ofEvent) })
    await add(await write('registered-from'), 'registered', to)
  }
}
