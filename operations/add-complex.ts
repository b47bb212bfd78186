/** A landlord takes a complex in its stock (complex toevoegen). */
import { addComplex as saveComplex } from '../store/stock.ts'
import { type Operation, refuse } from './operation.ts'
import { municipalitiesOf } from './registration-form.ts'

export type NewComplex = {
  readonly landlord: string
  readonly name: string
  /** As rules name it. */
  readonly municipality: string
  readonly neighbourhood: string
}

const nameMost = 80

export const addComplex: Operation<NewComplex, { readonly complex: string }> = {
  action: 'keep-stock',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform(doing, { landlord, municipality, ...input }) {
    const { transaction, region, setting } = doing
    const name = input.name.trim()
    const neighbourhood = input.neighbourhood.trim()
    const isName = (text: string) => text !== '' && text.length <= nameMost
    if (!isName(name) || !isName(neighbourhood)) {
      return refuse('name-missing', { most: nameMost })
    }
    const isOurs = (await municipalitiesOf(setting)).includes(municipality)
    if (!isOurs) return refuse('not-found')
    const complex = setting.newId()
    await doing.write({
      kind: 'complex-added',
      open: { complex, landlord, name, municipality, neighbourhood },
    })
    await saveComplex(transaction, region, {
      ...{ id: complex, landlord, name, municipality, neighbourhood },
    })
    return { complex }
  },
}
