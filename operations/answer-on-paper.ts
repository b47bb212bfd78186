/**
 * Somebody without an account answers an offer (aanbod beantwoorden op papier): they stand at the counter and signed
 * what they answer. Whoever has an account answers there, and nobody does it for them.
 */
import { offerOf } from '../store/offers.ts'
import { personFile } from '../store/people.ts'
import { type Answer, type Answered, answerOffer } from './answer-offer.ts'
import { type Operation, refuse } from './operation.ts'

export type PaperAnswer = {
  readonly person: string
  readonly answer: Answer
  /** They wrote the answer down, and signed it. */
  readonly isSigned: boolean
}

export const answerOnPaper: Operation<PaperAnswer, Answered> = {
  action: 'answer-offer',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, answer, isSigned }) {
    const { transaction, region } = doing
    const offer = await offerOf(transaction, region, answer.offer)
    if (offer?.person !== person) return refuse('not-found')
    const file = await personFile(transaction, region, person)
    if (file?.human !== undefined) return refuse('answers-themselves')
    if (!isSigned) return refuse('answer-not-signed')
    return answerOffer.perform(doing, answer)
  },
}
