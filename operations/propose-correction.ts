/**
 * Somebody's registration date is found to be wrong (correctie van de inschrijfdatum): one human proposes on a
 * ground from a list, another decides. The person is told at once. Source: the trust model, part D5.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import { addCorrection, registrationOf, type StoredCorrection } from '../store/corrections.ts'
import { tell } from '../store/messages.ts'
import { candidatesOf } from '../store/people.ts'
import { type Doing, isOwnFile, type Operation, type Refusal, refuse } from './operation.ts'

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
    const { transaction, region, today, actor } = doing
    const registered = await registrationOf(transaction, region, person)
    if (!registered || !actor) return refuse('not-found')
    if (isOwnFile(actor, person)) return refuse('own-file')
    if (!correctionGrounds.includes(ground)) return refuse('ground-missing')
    if (!correctionSources.includes(source)) return refuse('source-missing')
    if (registeredOn > today) return refuse('date-in-future')
    if (registeredOn === registered.on) return refuse('date-is-the-same')
    const change = { about: 'registered-on', from: registered.on, to: registeredOn } as const
    return putForward(doing, {
      person,
      landlord,
      ofEvent: registered.event,
      ground,
      source,
      change,
    })
  },
}

/**
 * Puts a correction forward for a second person: in the log, in the list of what waits, and told to whom it is about
 * (`already-proposed` where one about the same waits).
 */
export async function putForward(
  { transaction, region, at, actor, setting, write }: Doing,
  proposed: Pick<
    StoredCorrection,
    'person' | 'landlord' | 'ofEvent' | 'change' | 'ground' | 'source'
  >,
): Promise<{ readonly correction: string } | Refusal> {
  if (!actor) return refuse('not-found')
  const { person, landlord, ofEvent, change, ground, source } = proposed
  const id = setting.newId()
  const added = await addCorrection(transaction, region, {
    ...{ ...proposed, id, proposedBy: actor.human, proposedAt: at },
  })
  if (added === undefined) return refuse('already-proposed')
  const { about, ...values } = change
  const code = about === 'identity' ? 'identity-correction-proposed' : 'correction-proposed'
  await write({
    kind: code,
    open: { landlord, ground, of: ofEvent },
    personal: { person, ...values, source },
    person,
  })
  await tell(transaction, region, [person], { code, facts: factsOf(proposed), at })
  return { correction: id }
}

/** What a message about a correction says: never who somebody was or is. */
export function factsOf({ change, ground }: Pick<StoredCorrection, 'change' | 'ground'>): Facts {
  return change.about === 'identity' ? { ground } : { from: change.from, to: change.to, ground }
}
