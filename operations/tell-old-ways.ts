/**
 * How somebody is reached was changed (bereikbaarheid): they are told so where they were reached until now, by mail to
 * the address that was shown to be theirs and by a letter to where letters went. Whoever would take over what is sent
 * to somebody else is seen by that; what it was changed to is told to nobody.
 */
import { addOldAddress, type Contact } from '../store/contacts.ts'
import { addErrand, landlordIds } from '../store/errands.ts'
import { addMessage } from '../store/messages.ts'
import type { ReachedBy } from '../words/messages.ts'
import type { Doing } from './operation.ts'
import { landlordFor } from './remind-registration.ts'
import { mailAddress } from './send-mail.ts'

export type Reached = {
  readonly person: string
  /** As they were until now. */
  readonly email: string | undefined
  readonly contact: Contact
  /** What is another from now on. */
  readonly changed: readonly ReachedBy[]
}

/** Before anything is changed. Nothing where nothing is another. */
export async function tellOldWays(
  doing: Doing,
  { person, email, contact, changed }: Reached,
): Promise<void> {
  const { transaction, region, at, setting } = doing
  if (changed.length === 0) return
  const message = setting.newId()
  await addMessage(transaction, region, {
    ...{ id: message, person, code: 'contact-changed', at },
    facts: { changed },
  })
  const isMailed = setting.mailer !== undefined && contact.wants !== 'nothing'
  const mail = isMailed ? mailAddress({ ...contact, email }) : undefined
  const { postalAddress } = contact
  const isWritten =
    postalAddress !== undefined &&
    (changed.includes('post') || (mail === undefined && changed.includes('email')))
  const oldPost = isWritten ? postalAddress : undefined
  if (mail !== undefined || oldPost !== undefined) {
    await addOldAddress(transaction, region, { message, email: mail, postalAddress: oldPost })
  }
  const landlord = landlordFor(person, await landlordIds(transaction, region))
  if (!isWritten || landlord === undefined) return
  await addErrand(transaction, region, {
    ...{ id: setting.newId(), message, person, landlord, kind: 'letter', at },
  })
}
