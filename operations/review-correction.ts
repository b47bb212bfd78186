/**
 * A second human decides about a correction (toetsing van een correctie) of a registration date, or of a name and a
 * date of birth, in a sentence of their own. The old event stays for ever: what counts from now on is another event
 * that points to it. Lists that were made keep what they were made of.
 */
import type { EventName } from '../core/seekers/history.ts'
import {
  correctionOf,
  type DateCorrected,
  type IdentityCorrected,
  type StoredCorrection,
  setReviewed,
} from '../store/corrections.ts'
import { tell } from '../store/messages.ts'
import { addHistory, changePerson, type PersonFile, personFile } from '../store/people.ts'
import { type Doing, isOwnFile, type Operation, refuse } from './operation.ts'
import { factsOf } from './propose-correction.ts'
import { bornIn } from './propose-identity.ts'
import { hasAowAge } from './register.ts'
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
    const found = await correctionOf(transaction, region, id)
    if (!found || !actor) return refuse('not-found')
    // The file first, as who erases it does: then neither waits for the other.
    const file = await personFile(transaction, region, found.person, 'lock')
    const correction = await correctionOf(transaction, region, id, 'lock')
    if (!correction) return refuse('not-found')
    if (correction.reviewedAt) return refuse('already-decided')
    if (correction.proposedBy === actor.human) return refuse('own-proposal')
    if (isOwnFile(actor, correction.person)) return refuse('own-file')
    const words = motivation.trim()
    if (words.length < motivationLeast || words.length > motivationMost) {
      return refuse('motivation-missing', { least: motivationLeast })
    }
    const { change, person } = correction
    const isIdentity = change.about === 'identity'
    if (agrees && isIdentity && !isStillSo(file, change)) return refuse('changed-meanwhile')
    await setReviewed(transaction, region, id, {
      ...{ by: actor.human, at, agreed: agrees, motivation: words },
    })
    const made = isIdentity ? 'identity-corrected' : 'correction-made'
    const refused = isIdentity ? 'identity-correction-refused' : 'correction-refused'
    if (!agrees) {
      await doing.write({
        kind: refused,
        open: { of: correction.ofEvent },
        personal: { person, motivation: words },
        person,
      })
    } else if (change.about === 'identity') {
      await correctIdentity(doing, correction, change)
    } else {
      await correctDate(doing, correction, change)
      await planReminders(doing, person)
    }
    const code = agrees ? made : refused
    await tell(transaction, region, [person], { code, facts: factsOf(correction), at })
    return { agreed: agrees }
  },
}

// What was put forward is about what stood there then.
function isStillSo(file: PersonFile | undefined, { name, born }: IdentityCorrected): boolean {
  return (
    file !== undefined &&
    (name === undefined || name.from === file.name) &&
    (born === undefined || born.from === bornIn(file.facts))
  )
}

// Whatever closes from now on reads the new date of birth.
async function correctIdentity(
  { transaction, region, today, write }: Doing,
  { person, ofEvent }: StoredCorrection,
  { name, born }: IdentityCorrected,
): Promise<void> {
  await write({
    kind: 'identity-corrected',
    open: { of: ofEvent },
    personal: { person, ...(name && { name }), ...(born && { born }) },
    person,
  })
  const file = await personFile(transaction, region, person)
  if (!file) throw new Error('broken promise: the file was locked')
  const facts = born && { ...file.facts, born: born.to }
  await changePerson(transaction, region, person, {
    ...(name && { name: name.to }),
    ...(facts && { facts: { ...facts, 'aow-age': hasAowAge(facts, today) } }),
  })
}

// An older date counts from now on as the older of two registrations does: nothing lapses in between. A later
// one takes the place of the first.
async function correctDate(
  doing: Doing,
  { person, ofEvent }: StoredCorrection,
  { from, to }: DateCorrected,
): Promise<void> {
  const { transaction, region, today } = doing
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
