/** Rules that were proposed are taken back (voorstel intrekken), until they are released. */
import { endProposal, proposalOf, type StoredProposal } from '../store/rule-proposals.ts'
import { type About, type Actor, type Doing, type Operation, refuse } from './operation.ts'
import { isBy, overAlready } from './rules-on-their-way.ts'

export const withdrawRules: Operation<{ readonly proposal: string }, { readonly event: number }> = {
  action: 'propose-rules',
  about: (doing, { proposal }) => aboutProposal(doing, proposal),
  async perform(doing, { proposal: id }) {
    const { transaction, region, at, actor } = doing
    const proposal = await proposalOf(transaction, region, id, 'lock')
    if (!proposal || !actor || !isProposer(actor, proposal)) return refuse('not-found')
    const over = overAlready(proposal)
    if (over) return over
    const event = await doing.write({ kind: 'rules-withdrawn', open: { proposal: id } })
    await endProposal(transaction, region, id, { withdrawnAt: at })
    return { event }
  },
}

/** Whose proposal it is, as far as access depends on it. */
export async function aboutProposal(
  { transaction, region }: Doing,
  id: string,
): Promise<About | undefined> {
  const proposal = await proposalOf(transaction, region, id)
  return proposal && { organisation: proposal.organisation }
}

/** Whether somebody has the role by which it was proposed, at the same organisation. */
export function isProposer(actor: Actor, proposal: StoredProposal): boolean {
  return actor.roles.some((each) => isBy(each, proposal))
}
