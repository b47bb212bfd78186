/**
 * Somebody has their file erased (wissen): the register's data, and what was written in the log about them,
 * with the salts. The log says that it happened, not to whom; every proof still holds.
 * Receipts of decisions that were made stay, by a number that nobody is behind any more, for as long as a
 * decision can be contested. Source: AVG art. 17, first paragraph, and third paragraph under b and e.
 */
import { hasOpenOffer } from '../store/offers.ts'
import { erasePerson as eraseFile, keepsFile } from '../store/people.ts'
import { type Operation, refuse } from './operation.ts'

/** So many values of theirs went, and the event that says so. */
export type Erased = { readonly event: number; readonly values: number }

export const erasePerson: Operation<{ readonly person: string }, Erased> = {
  action: 'erase-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person }) {
    const { transaction, region, at } = doing
    if (!(await keepsFile(transaction, region, person))) return refuse('not-found')
    // Whoever offered a home must know what became of it before the file is gone.
    if (await hasOpenOffer(transaction, region, person)) return refuse('offer-open')
    const event = await doing.write({ kind: 'person-erased', open: {} })
    const values = await eraseFile(transaction, region, person, at)
    return { event, values }
  },
}
