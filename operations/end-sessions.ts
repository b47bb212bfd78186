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
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(human)
    if (!isId || !(await humanNamed(transaction, region, human))) return refuse('not-found')
    const event = await doing.write({ kind: 'sessions-ended', open: {}, personal: { human } })
    return { event, ended: await endSessionsOf(transaction, region, human) }
  },
}
