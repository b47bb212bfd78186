/**
 * Somebody at a landlord sends a letter or calls (post en telefoon), and says that it was done: what a human did
 * is known only from that human, and stands in the log with it. Nobody does what is about themselves.
 */
import { forgetOldAddress } from '../store/contacts.ts'
import { endErrand, errandOf } from '../store/errands.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'

export const errandOutcomes = {
  letter: ['sent', 'no-address'],
  phone: ['reached', 'not-reached'],
} as const
export type ErrandOutcome = (typeof errandOutcomes)[keyof typeof errandOutcomes][number]

export type ErrandDone = { readonly errand: string; readonly outcome: ErrandOutcome }

const eventKinds: Readonly<Record<ErrandOutcome, string>> = {
  sent: 'letter-sent',
  'no-address': 'letter-not-sent',
  reached: 'called',
  'not-reached': 'called-in-vain',
}

export const doErrand: Operation<ErrandDone, { readonly event: number }> = {
  action: 'do-errand',
  about: async ({ transaction, region }, { errand }) => {
    const found = await errandOf(transaction, region, errand)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { errand: id, outcome }) {
    const { transaction, region, at, actor } = doing
    const errand = await errandOf(transaction, region, id, 'lock')
    if (!errand || !actor) return refuse('not-found')
    const { person, message, kind } = errand
    if (isOwnFile(actor, person)) return refuse('own-file')
    if (errand.doneAt) return refuse('errand-done')
    const fits = kind !== 'decision' && errandOutcomes[kind].some((each) => each === outcome)
    if (!fits) return refuse('not-found')
    const event = await doing.write({
      kind: eventKinds[outcome],
      open: {},
      personal: { person, message },
      person,
    })
    await endErrand(transaction, region, id, { at, by: actor.human, outcome, event })
    if (kind === 'letter') {
      await forgetOldAddress(transaction, region, message, 'postal_address')
    }
    return { event }
  },
}
