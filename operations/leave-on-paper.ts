/**
 * Somebody without an account leaves (uitschrijven op papier), takes that back, or has their file erased (wissen): they
 * were told what it costs, and signed it. What comes of it is the same as online, by the same checks. To take leaving
 * back takes no signature: nobody is worse off by time that counts again. Whoever has an account does each of these
 * there, and nobody does it for them.
 */
import { personFile } from '../store/people.ts'
import { type Erased, erasePerson } from './erase-person.ts'
import { type Doing, type Operation, type Refusal, refuse } from './operation.ts'
import { type Done, deregister, type ForPerson } from './renew.ts'
import { undoDeregistration } from './undo-deregistration.ts'

export type PaperLeaving = ForPerson & {
  /** They were told what they lose. */
  readonly isTold: boolean
  readonly isSigned: boolean
}

export const leaveOnPaper: Operation<PaperLeaving, Done> = {
  action: 'deregister',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, isTold, isSigned }) {
    const not = await notOnPaper(doing, person)
    if (not) return not
    if (!isTold) return refuse('loss-not-told')
    if (!isSigned) return refuse('leaving-not-signed')
    return deregister.perform(doing, { person })
  },
}

export const undoLeavingOnPaper: Operation<ForPerson, Done> = {
  action: 'deregister',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person }) {
    const not = await notOnPaper(doing, person)
    return not ?? undoDeregistration.perform(doing, { person })
  },
}

export const eraseOnPaper: Operation<PaperLeaving, Erased> = {
  action: 'erase-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, isTold, isSigned }) {
    const not = await notOnPaper(doing, person)
    if (not) return not
    if (!isTold) return refuse('loss-not-told')
    if (!isSigned) return refuse('erasing-not-signed')
    return erasePerson.perform(doing, { person })
  },
}

async function notOnPaper(
  { transaction, region }: Doing,
  person: string,
): Promise<Refusal | undefined> {
  const file = await personFile(transaction, region, person, 'lock')
  if (!file) return refuse('not-found')
  return file.human === undefined ? undefined : refuse('leaves-themselves')
}
