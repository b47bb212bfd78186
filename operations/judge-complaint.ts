/**
 * A member of the committee judges a case (oordelen), with why in words of their own. It counts only when
 * another member agrees: `confirm-judgement.ts`.
 */
import {
  type ComplaintConsequence,
  type ComplaintOutcome,
  type StoredComplaint,
  setComplaint,
} from '../store/complaints.ts'
import {
  aboutComplaint,
  holdComplaint,
  isOwnCase,
  sentenceIn,
  sentenceLeast,
} from './hold-complaint.ts'
import { type Doing, type Operation, type Refusal, refuse } from './operation.ts'

export const complaintOutcomes = [
  'founded',
  'unfounded',
  'not-admissible',
] as const satisfies readonly ComplaintOutcome[]
export const complaintConsequences = [
  'advice',
  'binding',
] as const satisfies readonly ComplaintConsequence[]

export type Judgement = {
  readonly complaint: number
  /** Nothing where none was chosen. */
  readonly outcome: ComplaintOutcome | undefined
  /** What follows where it is founded. */
  readonly consequence?: ComplaintConsequence
  readonly motivation: string
}

export const judgeComplaint: Operation<Judgement, { readonly event: number }> = {
  action: 'judge-complaint',
  about: aboutComplaint,
  async perform(doing, { complaint: id, outcome, consequence, motivation }) {
    const { transaction, region, at, actor } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint || !actor) return refuse('not-found')
    if (isOwnCase(complaint, actor)) return refuse('own-file')
    if (!outcome || !complaintOutcomes.includes(outcome)) return refuse('outcome-missing')
    const early = tooEarly(doing, complaint, outcome)
    if (early) return early
    const isFounded = outcome === 'founded'
    if (isFounded && !(consequence && complaintConsequences.includes(consequence))) {
      return refuse('consequence-missing')
    }
    const text = sentenceIn(motivation)
    if (text === undefined) return refuse('sentence-missing', { least: sentenceLeast })
    const { person } = complaint
    const event = await doing.write({
      kind: 'complaint-judged',
      open: { complaint: id },
      personal: { person, outcome, motivation: text, ...(consequence && { consequence }) },
      person,
    })
    await setComplaint(transaction, region, id, {
      state: 'judged',
      judgement: {
        ...{ outcome, motivation: text, by: actor.human, at },
        consequence: isFounded ? consequence : undefined,
      },
    })
    return { event }
  },
}

// Nobody is judged before they were heard; what cannot be judged at all needs no answer.
function tooEarly(
  { today }: Doing,
  { state, landlord, reactBy }: StoredComplaint,
  outcome: ComplaintOutcome,
): Refusal | undefined {
  switch (state) {
    case 'ready':
      return undefined
    case 'received':
      return landlord === undefined || outcome === 'not-admissible'
        ? undefined
        : refuse('not-heard')
    case 'with-landlord':
      return reactBy !== undefined && today > reactBy
        ? undefined
        : refuse('reaction-awaited', { until: reactBy ?? today })
    default:
      return refuse('wrong-order', { state })
  }
}
