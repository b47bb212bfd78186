/**
 * Somebody gives a paper that a check asks for at that moment (document geven): for a home they said yes to, of a
 * kind that nobody saw yet. What is kept is known by its content, can be taken back, and goes with the offer.
 */
import { createHash } from 'node:crypto'
import { addDocument, documentsOf, isFull, sameDocument } from '../store/documents.ts'
import { evidenceOf } from '../store/evidence.ts'
import { offerOf } from '../store/offers.ts'
import { acceptFile } from './accepted-file.ts'
import type { EvidenceKind } from './check-documents.ts'
import { type Operation, refuse } from './operation.ts'
import { hold } from './running-offer.ts'

export { isFull }

export type GivenDocument = {
  readonly offer: string
  readonly kind: EvidenceKind
  readonly file: Uint8Array
  /** The person says that no citizen service number (BSN) can be read on it. */
  readonly isBlackedOut: boolean
  /** What looks like such a number is not one. */
  readonly isNoNumber?: boolean
}

/** Three payslips for each of two people, with room. */
const documentsMost = 10

export const giveDocument: Operation<
  GivenDocument,
  { readonly event: number; readonly document: string }
> = {
  action: 'give-document',
  about: async ({ transaction, region }, { offer }) => {
    const found = await offerOf(transaction, region, offer)
    return found && { person: found.person }
  },
  async perform(doing, { offer: id, kind, file, isBlackedOut, isNoNumber = false }) {
    const { transaction, region, at, actor, setting } = doing
    const accepted = acceptFile(file)
    if (typeof accepted === 'string') return refuse(accepted)
    if (!isBlackedOut) return refuse('not-blacked-out')
    if (accepted.hasNumber && !isNoNumber) return refuse('number-found')
    // Whoever checks the papers of this home waits for us, and we for them.
    const held = await hold(doing, id)
    if (!held || !actor) return refuse('not-found')
    const { person, state } = held.offer
    if (state !== 'accepted') return refuse('not-asked')
    const seen = await evidenceOf(transaction, region, id)
    if (seen.some((each) => each.kind === kind)) return refuse('seen-already')
    const sha256 = createHash('sha256').update(accepted.bytes).digest()
    const same = await sameDocument(transaction, region, { offer: id, kind, sha256 })
    if (same) return { event: same.event, document: same.id }
    if ((await documentsOf(transaction, region, id)).length >= documentsMost) {
      return refuse('too-many-documents', { most: documentsMost })
    }
    const document = setting.newId()
    const { media, bytes } = accepted
    const event = await doing.write({
      kind: 'document-given',
      open: { of: kind, media },
      personal: { person, offer: id, document, sha256: sha256.toString('hex') },
      person,
    })
    await addDocument(transaction, region, {
      ...{ id: document, person, offer: id, kind, media, content: bytes, sha256 },
      ...{ givenAt: at, givenBy: actor.human, event },
    })
    return { event, document }
  },
}
