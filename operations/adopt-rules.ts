/**
 * A council adopted rules (vaststellen): its policy officer writes down which decision that was, and the hash
 * of the document the council had before it. Only when advice is in or its term is over, and no point waits.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { addAdoption, proposalOf } from '../store/rule-proposals.ts'
import { dayOf, type Operation, refuse } from './operation.ts'
import { isForCouncil, notYetAdoptable, overAlready } from './rules-on-their-way.ts'

export type Adopted = {
  readonly proposal: string
  readonly municipality: string
  readonly decidedOn: CalendarDate
  readonly title: string
  readonly number: string
  /** SHA-256 of the adopted document, hexadecimal. */
  readonly document: string
}

const textMost = 300
const hash = /^[0-9a-f]{64}$/

export const adoptRules: Operation<Adopted, { readonly event: number }> = {
  action: 'adopt-rules',
  about: async (_, { municipality }) => ({ organisation: municipality }),
  async perform(doing, { proposal: id, municipality, decidedOn, document, ...said }) {
    const { transaction, region, at, today, actor } = doing
    const proposal = await proposalOf(transaction, region, id, 'lock')
    if (!proposal || !actor || !isForCouncil(proposal, municipality)) return refuse('not-found')
    const over = overAlready(proposal)
    if (over) return over
    if (proposal.adoptions.some((each) => each.municipality === municipality)) {
      return refuse('already-adopted')
    }
    const stop = notYetAdoptable(proposal, today)
    if (stop) return stop
    const title = said.title.trim()
    const number = said.number.trim()
    if (title === '' || number === '') return refuse('decision-missing')
    if (title.length > textMost || number.length > textMost) {
      return refuse('text-too-long', { most: textMost })
    }
    if (decidedOn > today) return refuse('decided-later')
    if (decidedOn < dayOf(proposal.proposedAt)) return refuse('decided-before-proposed')
    if (!hash.test(document)) return refuse('document-missing')
    const decision = { decidedOn, title, number, document }
    const event = await doing.write({
      kind: 'rules-adopted',
      open: { proposal: id, hash: proposal.hash, municipality, ...decision },
    })
    await addAdoption(transaction, region, {
      ...{ proposal: id, municipality, ...decision, at, event, byHuman: actor.human },
    })
    return { event }
  },
}
