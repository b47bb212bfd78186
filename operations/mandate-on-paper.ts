/**
 * Somebody without an account lets another act for them (machtiging op papier): they wrote down who, for what and for how
 * long, and signed it. What comes of it is the same mandate: the helper takes it up by a code, under their own login.
 * Stopping one takes no signature: nobody is worse off by a helper who has to come back. Whoever has an account does
 * both there.
 */
import { personFile } from '../store/people.ts'
import { giveMandate, type NewMandate } from './give-mandate.ts'
import { type Operation, refuse } from './operation.ts'
import { endMandate, type Withdrawn } from './withdraw-mandate.ts'

export type PaperMandate = NewMandate & { readonly isSigned: boolean }

export const giveMandateOnPaper: Operation<
  PaperMandate,
  { readonly event: number; readonly invite: string }
> = {
  action: 'give-mandate',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { isSigned, ...given }) {
    const { transaction, region } = doing
    const file = await personFile(transaction, region, given.person, 'lock')
    if (!file) return refuse('not-found')
    if (file.human !== undefined) return refuse('mandates-themselves')
    if (!isSigned) return refuse('mandate-not-signed')
    return giveMandate.perform(doing, given)
  },
}

export const withdrawMandateOnPaper: Operation<Withdrawn, { readonly event: number }> = {
  action: 'withdraw-mandate',
  about: async (_, { person }) => ({ person }),
  async perform(doing, withdrawn) {
    const { transaction, region } = doing
    const file = await personFile(transaction, region, withdrawn.person, 'lock')
    if (!file) return refuse('not-found')
    if (file.human !== undefined) return refuse('mandates-themselves')
    return endMandate(doing, withdrawn)
  },
}
