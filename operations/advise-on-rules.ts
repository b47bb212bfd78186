/**
 * Who is asked gives advice on rules that are proposed (adviseren): agree, agree with points, or disagree. An
 * advice stands as it was given, dissent included, and each of its points must be answered before a council
 * adopts the rules.
 */
import { hex, sha256 } from '../core/basics/sha256.ts'
import { isSameHuman } from '../store/roles.ts'
import { addAdvice, proposalOf, type Verdict } from '../store/rule-proposals.ts'
import { type Operation, refuse } from './operation.ts'
import { type AdviserRole, isBy, overAlready } from './rules-on-their-way.ts'

export type Advice = {
  readonly proposal: string
  readonly role: AdviserRole
  readonly organisation: string
  readonly verdict: Verdict
  readonly text: string
  readonly points: readonly string[]
}

export const adviceTextMost = 8_000
export const pointsMost = 20
export const pointMost = 1_000

export const adviseOnRules: Operation<Advice, { readonly advice: string; readonly event: number }> =
  {
    action: 'advise-on-rules',
    about: async ({ actor }, { role, organisation }) => {
      const isTheirs = actor?.roles.some((each) => isBy(each, { role, organisation }))
      return isTheirs ? { organisation } : undefined
    },
    async perform(doing, { proposal: id, role, organisation, verdict, ...said }) {
      const { transaction, region, at, actor, setting } = doing
      const proposal = await proposalOf(transaction, region, id, 'lock')
      if (!proposal || !actor) return refuse('not-found')
      const over = overAlready(proposal)
      if (over) return over
      if (isBy(proposal, { role, organisation })) return refuse('own-rules')
      if (await isSameHuman(transaction, region, actor.human, proposal.proposedBy)) {
        return refuse('own-rules')
      }
      if (proposal.adoptions.length > 0) return refuse('rules-adopted')
      if (proposal.advices.some((each) => isBy(each, { role, organisation }))) {
        return refuse('already-advised')
      }
      const text = said.text.trim()
      const points = said.points.map((each) => each.trim()).filter((each) => each !== '')
      if (verdict === 'agree-with-points' && points.length === 0) return refuse('points-missing')
      if (verdict === 'disagree' && text === '' && points.length === 0) {
        return refuse('reasons-missing')
      }
      if (text.length > adviceTextMost) return refuse('text-too-long', { most: adviceTextMost })
      if (points.length > pointsMost) return refuse('too-many-points', { most: pointsMost })
      if (points.some((each) => each.length > pointMost)) {
        return refuse('text-too-long', { most: pointMost })
      }
      const advice = setting.newId()
      const event = await doing.write({
        kind: 'rules-advised',
        open: {
          ...{ proposal: id, advice, role, organisation, verdict, points: points.length },
          // The words stand with the proposal; here stands that they were these.
          words: hex(sha256(JSON.stringify([text, ...points]))),
        },
      })
      await addAdvice(transaction, region, {
        ...{ id: advice, proposal: id, role, organisation, verdict, text, points },
        ...{ at, event, byHuman: actor.human },
      })
      return { advice, event }
    },
  }
