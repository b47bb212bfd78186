/**
 * Somebody who registered on paper logs in for the first time and takes their own file (dossier koppelen): by the
 * reference on their receipt and their day of birth. Without it they would register anew, and their time would be lost.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { fileBy } from '../store/counter.ts'
import { addMessage } from '../store/messages.ts'
import { giveAccount, personFile, personOfHuman } from '../store/people.ts'
import { type Operation, refuse } from './operation.ts'

export const claimFile: Operation<
  { readonly reference: string; readonly born: CalendarDate },
  { readonly event: number; readonly person: string }
> = {
  action: 'register',
  about: async ({ actor }) => (actor ? { human: actor.human } : undefined),
  async perform(doing, { reference, born }) {
    const { transaction, region, at, actor, setting } = doing
    if (!actor) return refuse('not-found')
    if ((await personOfHuman(transaction, region, actor.human)) !== undefined) {
      return refuse('already-registered')
    }
    // A mail address is known to others; the reference stands only on what was handed over.
    const known = reference.includes('@') ? '' : reference.trim()
    const person = await fileBy(transaction, region, { known, born })
    const file = person && (await personFile(transaction, region, person, 'lock'))
    if (!file || file.human !== undefined) return refuse('file-unknown')
    const { id } = file
    const event = await doing.write({
      kind: 'file-claimed',
      open: {},
      personal: { person: id },
      person: id,
    })
    await giveAccount(transaction, region, id, actor.human)
    await addMessage(transaction, region, {
      ...{ id: setting.newId(), person: id, code: 'file-changed', facts: {}, at },
    })
    return { event, person: id }
  },
}
