/** Who proposed rules answers a point of an advice (beantwoorden): what is done with it, and why. */
import { hex, sha256 } from '../core/basics/sha256.ts'
import { answerPoint, proposalOf, proposalOfAdvice } from '../store/rule-proposals.ts'
import { type Operation, refuse } from './operation.ts'
import { overAlready } from './rules-on-their-way.ts'
import { aboutProposal, isProposer } from './withdraw-rules.ts'

export type PointAnswered = {
  readonly advice: string
  readonly number: number
  readonly answer: string
}

const answerMost = 2_000

export const answerAdvice: Operation<PointAnswered, { readonly event: number }> = {
  action: 'propose-rules',
  async about(doing, { advice }) {
    const { transaction, region } = doing
    const id = await proposalOfAdvice(transaction, region, advice)
    return id === undefined ? undefined : aboutProposal(doing, id)
  },
  async perform(doing, { advice, number, answer }) {
    const { transaction, region, at, actor } = doing
    const id = await proposalOfAdvice(transaction, region, advice)
    const proposal =
      id === undefined ? undefined : await proposalOf(transaction, region, id, 'lock')
    if (!proposal || !actor || !isProposer(actor, proposal)) return refuse('not-found')
    const over = overAlready(proposal)
    if (over) return over
    const point = proposal.advices
      .find((each) => each.id === advice)
      ?.points.find((each) => each.number === number)
    if (!point) return refuse('not-found')
    if (point.answer !== undefined) return refuse('already-answered-point')
    const said = answer.trim()
    if (said === '') return refuse('answer-missing')
    if (said.length > answerMost) return refuse('text-too-long', { most: answerMost })
    const event = await doing.write({
      kind: 'rules-point-answered',
      open: { proposal: proposal.id, advice, number, words: hex(sha256(said)) },
    })
    await answerPoint(
      transaction,
      region,
      { advice, number },
      { answer: said, by: actor.human, at },
    )
    return { event }
  },
}
