/**
 * A landlord changes what its stock says of a home (voorraad bijwerken). Not while it stands empty: then the
 * stock is what a listing is held to, and whoever writes a listing could change both.
 */
import { known } from '../core/basics/facts.ts'
import { dwellingOf, setDwellingFacts } from '../store/stock.ts'
import { type DwellingFacts, dwellingFaults, factsFrom } from './dwelling-facts.ts'
import { type Operation, refuse } from './operation.ts'

export type ChangedDwelling = { readonly dwelling: number; readonly facts: DwellingFacts }

export const changeDwelling: Operation<ChangedDwelling, { readonly event: number }> = {
  action: 'keep-stock',
  about: async ({ transaction, region }, { dwelling }) => {
    const found = await dwellingOf(transaction, region, dwelling)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { dwelling: id, facts: given }) {
    const { transaction, region } = doing
    // Who reports it free at the same moment waits here, and so do we.
    const dwelling = await dwellingOf(transaction, region, id, 'lock')
    if (!dwelling) return refuse('not-found')
    if (dwelling.vacancy !== undefined) return refuse('home-is-vacant')
    const faults = dwellingFaults(given)
    if (faults.length > 0) return refuse('facts-wrong', { names: faults })
    const facts = factsFrom(given, dwelling.facts)
    const event = await doing.write({
      kind: 'dwelling-changed',
      open: { dwelling: id, before: known(dwelling.facts), facts: known(facts) },
    })
    await setDwellingFacts(transaction, region, id, facts)
    return { event }
  },
}
