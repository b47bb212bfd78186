/** Somebody takes a paper back that they gave (document wissen): it is gone, and the log says that it was. */
import { documentOf, eraseDocument as erase } from '../store/documents.ts'
import { type Operation, refuse } from './operation.ts'

export const eraseDocument: Operation<{ readonly document: string }, { readonly event: number }> = {
  action: 'erase-document',
  about: async ({ transaction, region }, { document }) => {
    const found = await documentOf(transaction, region, document)
    return found && { person: found.person }
  },
  async perform(doing, { document }) {
    const { transaction, region } = doing
    const found = await documentOf(transaction, region, document, 'lock')
    if (!found) return refuse('not-found')
    const { person, kind } = found
    const event = await doing.write({
      kind: 'document-erased',
      open: { of: kind, ground: 'taken-back' },
      personal: { person, document },
      person,
    })
    await erase(transaction, region, document)
    return { event }
  },
}
