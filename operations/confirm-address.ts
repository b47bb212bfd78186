/**
 * Somebody shows that a mail address is theirs (bevestigen): by a link that was mailed there, or because whoever
 * says who they are says so. Only then is mail sent to it. The address stands in the file and never in the log.
 */
import {
  askAddress,
  askedBy,
  changeContact,
  contactOf,
  verifiedAccountEmail,
} from '../store/contacts.ts'
import { addMessage } from '../store/messages.ts'
import { personFile } from '../store/people.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'

const daysToConfirm = 7

/** After an address came into a file: it is known to be theirs, or a link goes there. */
export async function showAddress(
  doing: Doing,
  person: string,
  { email, human }: { readonly email: string; readonly human: string | undefined },
): Promise<void> {
  const { transaction, region, at, setting } = doing
  const known =
    human === undefined ? undefined : await verifiedAccountEmail(transaction, region, human)
  if (known?.toLowerCase() === email.toLowerCase()) {
    const verified = { email, by: 'identity-provider', at } as const
    return changeContact(transaction, region, person, { verified })
  }
  await changeContact(transaction, region, person, { unverified: true })
  // Where no mail goes out, there is nothing to follow.
  if (!setting.mailer) return
  const token = await askAddress(transaction, region, person, { email, at })
  const message = setting.newId()
  await addMessage(transaction, region, {
    ...{ id: message, person, code: 'email-asked', at },
    facts: {},
  })
  await doing.later('send-mail', { message, token }, at)
}

/** Whether a link still confirms an address; nothing of whose. */
export async function canConfirm(doing: Doing, token: string): Promise<boolean> {
  return (await toConfirm(doing, token)) !== undefined
}

async function toConfirm({ transaction, region, at }: Doing, token: string) {
  const asked = await askedBy(transaction, region, token)
  if (!asked || at.getTime() - asked.at.getTime() > daysToConfirm * dayInMilliseconds)
    return undefined
  const file = await personFile(transaction, region, asked.person, 'lock')
  return file?.email === asked.email ? asked : undefined
}

/** Confirms the address a link was mailed to; once. */
export async function confirmAddress(
  doing: Doing,
  token: string,
): Promise<{ readonly event: number } | Refusal> {
  const { transaction, region, at, setting } = doing
  const asked = await toConfirm(doing, token)
  if (!asked) return refuse('not-found')
  const { person, email } = asked
  const event = await doing.write({
    kind: 'email-confirmed',
    open: {},
    personal: { person },
    person,
  })
  await changeContact(transaction, region, person, { verified: { email, by: 'link', at } })
  await addMessage(transaction, region, {
    ...{ id: setting.newId(), person, code: 'email-confirmed', at },
    facts: {},
  })
  return { event }
}

const minuteLong = 60_000

/** Whether a link was mailed just now, so that nobody's mailbox is filled by a button. */
export async function askedJustNow(
  { transaction, region, at }: Doing,
  person: string,
): Promise<boolean> {
  const { askedAt } = await contactOf(transaction, region, person)
  return askedAt !== undefined && at.getTime() - askedAt.getTime() < minuteLong
}
