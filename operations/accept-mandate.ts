/** Somebody takes up an invitation to help (machtiging aannemen), under their own login, with the code they were given. */
import { dropInvite, gaveInvite, inviteBy, setMandate } from '../store/mandates.ts'
import { addMessage } from '../store/messages.ts'
import { invitedSince, plainCode } from './give-mandate.ts'
import { type Operation, refuse } from './operation.ts'

export const acceptMandate: Operation<
  { readonly code: string },
  { readonly event: number; readonly person: string }
> = {
  action: 'accept-mandate',
  about: async ({ actor }) => (actor ? { human: actor.human } : undefined),
  async perform(doing, { code }) {
    const { transaction, region, at, today, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const invite = await inviteBy(transaction, region, plainCode(code), invitedSince(at))
    if (!invite || invite.until < today) return refuse('code-unknown')
    const { person, may, until } = invite
    if (person === actor.person) return refuse('own-mandate')
    // Whoever put it on record at a counter saw the code: it was meant for somebody else.
    if (await gaveInvite(transaction, region, invite.id, actor.human)) return refuse('gave-it')
    const event = await doing.write({
      kind: 'mandate-accepted',
      open: { may: [...may], until },
      personal: { person, invite: invite.id, helper: actor.human },
      person,
    })
    await setMandate(transaction, region, { person, helper: actor.human, may, until })
    await dropInvite(transaction, region, invite.id)
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person, code: 'mandate-accepted', at },
      facts: { until },
    })
    return { event, person }
  },
}
