/**
 * The landlord says what it does with what the committee judged (opvolging): whether it follows an advice, with what
 * it does or why not, or that a binding judgement was carried out. The person reads it too. Source: Awb 9:16 asks of
 * public bodies to say why where they do not do what a committee advises; here it is asked of landlords.
 */
import {
  type ComplaintConsequence,
  type JudgementAnswer,
  type StoredComplaint,
  setComplaint,
} from '../store/complaints.ts'
import { tell } from '../store/messages.ts'
import { aboutHome } from './complain.ts'
import {
  aboutComplaint,
  holdComplaint,
  isOwnCase,
  sentenceIn,
  sentenceLeast,
} from './hold-complaint.ts'
import { type Operation, refuse } from './operation.ts'

export type { JudgementAnswer }

/** What can be said to each: what binds is carried out, or was too late for that. */
export const judgementAnswers = {
  advice: ['follows', 'partly', 'not'],
  binding: ['carried-out', 'cannot'],
} as const satisfies Readonly<Record<ComplaintConsequence, readonly JudgementAnswer[]>>

/** What a landlord can say to a judgement; nothing where it is not asked, or said it already. */
export function answersTo({
  state,
  consequence,
  answerBy,
  answeredAt,
}: StoredComplaint): readonly JudgementAnswer[] {
  const isAsked = state === 'decided' && answerBy !== undefined && !answeredAt
  return isAsked && consequence ? judgementAnswers[consequence] : []
}

export type AnswerToJudgement = {
  readonly complaint: number
  /** Nothing where none was chosen. */
  readonly answer: JudgementAnswer | undefined
  /** What is done and when, or why not. */
  readonly words: string
}

export const answerJudgement: Operation<AnswerToJudgement, { readonly event: number }> = {
  action: 'answer-judgement',
  about: aboutComplaint,
  async perform(doing, { complaint: id, answer, words }) {
    const { transaction, region, at, actor } = doing
    const complaint = await holdComplaint(doing, id)
    if (!complaint || !actor) return refuse('not-found')
    if (isOwnCase(complaint, actor)) return refuse('own-file')
    const { person, state, listing } = complaint
    // Late is better than never.
    const answers = answersTo(complaint)
    if (answers.length === 0) return refuse('not-asked', { state })
    if (!answer || !answers.includes(answer)) return refuse('answer-missing')
    const text = sentenceIn(words)
    if (text === undefined) return refuse('sentence-missing', { least: sentenceLeast })
    const event = await doing.write({
      kind: 'judgement-answered',
      open: { complaint: id, answer },
      personal: { person, words: text },
      person,
    })
    const given = { answer, words: text, by: actor.human, at }
    await setComplaint(transaction, region, id, { answer: given })
    const facts = { complaint: id, ...aboutHome(listing) }
    await tell(transaction, region, [person], { code: 'judgement-answered', facts, at })
    return { event }
  },
}
