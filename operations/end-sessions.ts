/**
 * Logs somebody out everywhere at once (overal uitloggen), as when a laptop is stolen. It takes one person, for it
 * must not wait; what was told in a form that was not sent is asked again after logging in.
 */
import { humanNamed } from '../store/roles.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { type Operation, refuse } from './operation.ts'

export const endSessions: Operation<
  { readonly human: string },
  { readonly event: number; readonly ended: number }
> = {
  action: 'end-sessions',
  about: async () => ({}),
  async perform(doing, { human }) {
    const { transaction, region } = doing
    if (!(await humanNamed(transaction, region, human))) return refuse('not-found')
    const event = await doing.write({ kind: 'sessions-ended', open: {}, personal: { human } })
    return { event, ended: await endSessionsOf(transaction, region, human) }
  },
}
