/** A landlord takes a home in its stock (woning toevoegen), in one of its complexes. */
import { known } from '../core/basics/facts.ts'
import { complexOf, addDwelling as saveDwelling } from '../store/stock.ts'
import { type DwellingFacts, dwellingFaults, factsFrom } from './dwelling-facts.ts'
import { type Operation, refuse } from './operation.ts'

export type NewDwelling = {
  readonly complex: string
  readonly address: string
  readonly facts: DwellingFacts
}

const addressMost = 120

export const addDwelling: Operation<NewDwelling, { readonly dwelling: number }> = {
  action: 'keep-stock',
  about: async ({ transaction, region }, { complex }) => {
    const found = await complexOf(transaction, region, complex)
    return found && { organisation: found.landlord }
  },
  async perform(doing, { complex, facts: given, ...input }) {
    const { transaction, region } = doing
    const found = await complexOf(transaction, region, complex)
    if (!found) return refuse('not-found')
    const address = input.address.trim()
    if (address === '' || address.length > addressMost) {
      return refuse('address-missing', { most: addressMost })
    }
    const faults = dwellingFaults(given)
    if (faults.length > 0) return refuse('facts-wrong', { names: faults })
    const { landlord, municipality } = found
    const facts = factsFrom(given, {
      ...{ landlord, municipality, complex },
      ...{ 'self-contained': true, 'lease-kind': 'regular' },
    })
    const dwelling = await saveDwelling(transaction, region, { complex, address, facts })
    if (dwelling === undefined) return refuse('address-there')
    await doing.write({ kind: 'dwelling-added', open: { dwelling, complex, facts: known(facts) } })
    return { dwelling }
  },
}
