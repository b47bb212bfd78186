/**
 * Somebody's registration date is found to be wrong (correctie van de inschrijfdatum): one human proposes on a
 * ground from a list, another decides. The person is told at once. Source: the trust model, part D5.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { addCorrection, registrationOf } from '../store/corrections.ts'
import { tell } from '../store/messages.ts'
import { candidatesOf } from '../store/people.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'

export const correctionGrounds = [
  'entered-wrongly',
  'older-registration-shown',
  'registered-by-another',
  'decided-on-complaint',
] as const
export type CorrectionGround = (typeof correctionGrounds)[number]

/** What shows that it is so. */
export const correctionSources = [
  'confirmation-of-registration',
  'paper-form',
  'earlier-register',
  'decision-of-committee',
] as const
export type CorrectionSource = (typeof correctionSources)[number]

export type Correction = {
  readonly person: string
  /** At whose counter it came up. */
  readonly landlord: string
  readonly registeredOn: CalendarDate
  readonly ground: CorrectionGround
  readonly source: CorrectionSource
}

export const proposeCorrection: Operation<Correction, { readonly correction: string }> = {
  action: 'propose-correction',
  about: async ({ transaction, region }, { person, landlord }) => {
    const [found] = await candidatesOf(transaction, region, [person])
    return found && { organisation: landlord }
  },
  async perform(doing, { person, landlord, registeredOn, ground, source }) {
    const { transaction, region, at, today, actor, setting } = doing
    const registered = await registrationOf(transaction, region, person)
    if (!registered || !actor) return refuse('not-found')
    if (isOwnFile(actor, person)) return refuse('own-file')
    if (!correctionGrounds.includes(ground)) return refuse('ground-missing')
    if (!correctionSources.includes(source)) return refuse('source-missing')
    if (registeredOn > today) return refuse('date-in-future')
    if (registeredOn === registered.on) return refuse('date-is-the-same')
    const id = setting.newId()
    const added = await addCorrection(transaction, region, {
      ...{ id, person, landlord, ofEvent: registered.event, from: registered.on, to: registeredOn },
      ...{ ground, source, proposedBy: actor.human, proposedAt: at },
    })
    if (added === undefined) return refuse('already-proposed')
    await doing.write({
      kind: 'correction-proposed',
      open: { landlord, ground, of: registered.event },
      personal: { person, from: registered.on, to: registeredOn, source },
      person,
    })
    const facts = { from: registered.on, to: registeredOn, ground }
    await tell(transaction, region, [person], { code: 'correction-proposed', facts, at })
    return { correction: id }
  },
}
