/**
 * Somebody opens a paper (document inzien): whose it is, their helper, or the landlord while it checks papers for
 * its home. Every opening by another stands in the log of the person.
 */
import { contentOf, documentOf } from '../store/documents.ts'
import { offerOf } from '../store/offers.ts'
import { isOwnFile, type Operation, refuse } from './operation.ts'

export type OpenedDocument = {
  readonly kind: string
  readonly media: string
  readonly bytes: Buffer
  readonly givenAt: Date
}

export const readDocument: Operation<{ readonly document: string }, OpenedDocument> = {
  action: 'read-document',
  about: async ({ transaction, region }, { document }) => {
    const found = await documentOf(transaction, region, document)
    const offer = found && (await offerOf(transaction, region, found.offer))
    // The landlord sees papers only while it needs them for a check.
    const organisation = offer?.state === 'accepted' ? offer.landlord : undefined
    return found && { person: found.person, ...(organisation !== undefined && { organisation }) }
  },
  async perform(doing, { document }) {
    const { transaction, region, actor } = doing
    const found = await documentOf(transaction, region, document)
    const bytes = found && (await contentOf(transaction, region, document))
    if (!found || !bytes || !actor) return refuse('not-found')
    const { person, kind, media, givenAt } = found
    if (actor.person !== person) {
      const offer = await offerOf(transaction, region, found.offer)
      const helping = isOwnFile(actor, person)
      await doing.write({
        kind: 'document-read',
        open: { of: kind, ...(!helping && { landlord: offer?.landlord ?? '' }) },
        personal: { person, document },
        person,
      })
    }
    return { kind, media, bytes, givenAt }
  },
}
