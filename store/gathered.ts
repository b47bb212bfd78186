/**
 * One statement for what several ask of one transaction in the same moment (samen gevraagd). Who asks writes it as
 * for one; a transaction that does something for one person asks at once, and one that does the same for many
 * waits until all of them have asked.
 */
import type { InTransaction } from './database.ts'

const sharedBy = new WeakSet<InTransaction>()

/** From now on this transaction does something for several. */
export function share(transaction: InTransaction): void {
  sharedBy.add(transaction)
}

/** Whether it does something for several: then it waits for nobody else, or all of them would. */
export function isShared(transaction: InTransaction): boolean {
  return sharedBy.has(transaction)
}

/** Somebody else holds what is asked: who asked does it by themselves, and waits there. */
export class HeldElsewhere extends Error {}

type Gathering<Asked, Answer> = {
  readonly asked: Asked[]
  readonly answers: Promise<readonly Answer[]>
}

/** Makes of a question for many, answered in the order it was asked, one for each that is gathered. */
export function gathered<Asked, Answer>(
  askAll: (
    transaction: InTransaction,
    region: string,
    asked: readonly Asked[],
  ) => Promise<readonly Answer[]>,
): (transaction: InTransaction, region: string, asked: Asked) => Promise<Answer> {
  const gatherings = new WeakMap<InTransaction, Gathering<Asked, Answer>>()
  return async (transaction, region, one) => {
    const gathering = isShared(transaction)
      ? (gatherings.get(transaction) ?? begin(transaction, region))
      : { asked: [], answers: askAll(transaction, region, [one]) }
    const nth = gathering.asked.push(one) - 1
    const answers = await gathering.answers
    // @NOTE there are as many answers as were asked for; one can itself be undefined.
    return answers[nth] as Answer
  }

  function begin(transaction: InTransaction, region: string): Gathering<Asked, Answer> {
    const asked: Asked[] = []
    const answers = new Promise<void>((done) => setImmediate(done)).then(() => {
      gatherings.delete(transaction)
      return askAll(transaction, region, asked)
    })
    const gathering = { asked, answers }
    gatherings.set(transaction, gathering)
    return gathering
  }
}
