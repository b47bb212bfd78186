/** A mandate ends (machtiging intrekken): the person ends it at any moment, and a helper can give their own back. */
import { dropInvite, dropMandate, holdInvite, holdMandate } from '../store/mandates.ts'
import { addMessage } from '../store/messages.ts'
import { type Doing, type Operation, type Refusal, refuse } from './operation.ts'

export type Withdrawn = {
  readonly person: string
  /** A helper, or who was invited to be one. */
  readonly helper?: string
  readonly invite?: string
}

/** The person ends it at any moment; a helper can only give their own back. It counts from the next click on. */
export const withdrawMandate: Operation<Withdrawn, { readonly event: number }> = {
  action: 'withdraw-mandate',
  about: async (_, { person }) => ({ person }),
  async perform(doing, withdrawn) {
    const { actor } = doing
    const { person, helper } = withdrawn
    if (actor?.person !== person && (helper === undefined || helper !== actor?.human)) {
      return refuse('not-found')
    }
    return endMandate(doing, withdrawn)
  },
}

/** Ends it, for whoever may (`mandate-over` where there is none). */
export async function endMandate(
  doing: Doing,
  { person, helper, invite }: Withdrawn,
): Promise<{ readonly event: number } | Refusal> {
  const { transaction, region, at, setting } = doing
  const found =
    helper === undefined
      ? await holdInvite(transaction, region, person, invite ?? '')
      : await holdMandate(transaction, region, person, helper)
  if (!found) return refuse('mandate-over')
  const event = await doing.write({
    kind: 'mandate-withdrawn',
    open: {},
    personal: { person, ...(helper !== undefined && { helper }), ...(invite && { invite }) },
    person,
  })
  if (helper === undefined) await dropInvite(transaction, region, invite ?? '')
  else await dropMandate(transaction, region, person, helper)
  await addMessage(transaction, region, {
    ...{ id: setting.newId(), person, code: 'mandate-withdrawn', facts: {}, at },
  })
  return { event }
}
