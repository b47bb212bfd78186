/**
 * A message is mailed (mailen) to who wants that, at the address that was shown to be theirs. It happens in a job
 * written with the message. A mail server that has the mail is not asked again; one that never wants it is
 * remembered, and then no more mail goes there.
 */
import type { Facts } from '../core/basics/facts.ts'
import {
  changeContact,
  contactOf,
  forgetOldAddress,
  noteDelivery,
  oldMailOf,
  outgoingMessage,
} from '../store/contacts.ts'
import { homesOf } from '../store/homes.ts'
import type { ContactWish } from '../store/tables.ts'
import { formatAmount, type Language, languages } from '../words/language.ts'
import { answerCodes, type MailLine, mailInWords } from '../words/mail.ts'
import { type MessageCode, messageCodes } from '../words/messages.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { type Doing, type Refusal, refuse } from './operation.ts'
import { referenceOf } from './view-own-file.ts'

export type Mailed = { readonly message: string; readonly state: 'accepted' | 'refused' }

/** Messages that say what was just seen on the page itself: nobody needs a mail of these. */
const seenAlready: readonly MessageCode[] = ['responded', 'withdrew-response', 'email-asked']

/** What also goes to who only wants mail that matters: what waits for them, and what was decided. */
const important: readonly MessageCode[] = [
  ...answerCodes,
  ...(['registered', 'file-changed', 'acted-for-you', 'offer-expired', 'skipped'] as const),
  ...(['passed-over', 'home-is-yours', 'time-lapsed', 'email-confirmed'] as const),
  // What takes time away or puts it together, and who opened a file without a right: who did not do it must hear.
  ...(['deregistered', 'deregistration-undone', 'break-glass'] as const),
  ...(['registrations-merged', 'registration-joined', 'merge-undone'] as const),
  ...(['correction-proposed', 'correction-made', 'correction-refused'] as const),
  ...(['identity-correction-proposed', 'identity-corrected'] as const),
  'identity-correction-refused',
  // What came of what somebody disagreed with.
  ...(['complaint-decided', 'complaint-late'] as const),
  ...(['judgement-answered', 'judgement-unanswered'] as const),
]

function isMailed(code: MessageCode, wants: ContactWish): boolean {
  if (wants === 'nothing' || seenAlready.includes(code)) return false
  return wants === 'everything' || important.includes(code)
}

const homesInMail = 10
/** So long is it tried; what is older is no news, and stands on the site. */
const daysTried = 5

/**
 * Mails one message. With a token it is the link by which somebody shows that an address is theirs, and goes to
 * the address that is asked about. That they are reached otherwise from now on goes to where they were reached before,
 * whatever they want now.
 */
export async function sendMail(
  doing: Doing,
  id: string,
  token?: string,
): Promise<Mailed | Refusal> {
  const { transaction, region, at, setting } = doing
  const { mailer } = setting
  if (!mailer) return refuse('no-mailer')
  const message = await outgoingMessage(transaction, region, id)
  const code = messageCodes.find((each) => each === message?.code)
  if (!message || !code) return refuse('not-found')
  if (message.isAccepted) return refuse('already-sent')
  const { person, facts } = message
  const contact = await contactOf(transaction, region, person)
  const old = token === undefined ? await oldMailOf(transaction, region, id) : undefined
  const now = mailAddress({ ...contact, email: message.email })
  const to = token === undefined ? (old ?? now) : contact.askedEmail
  if (to === undefined) return refuse('no-address')
  const isWanted = token !== undefined || old !== undefined || isMailed(code, contact.wants)
  if (!isWanted) return refuse('not-wanted')
  if (at.getTime() - message.at.getTime() > daysTried * dayInMilliseconds) {
    await noteDelivery(transaction, region, id, { state: 'refused', at })
    await forgetOldAddress(transaction, region, id, 'email')
    return { message: id, state: 'refused' }
  }
  const language = languageFrom(message.language)
  const stopToken = code === 'homes-found' ? contact.stopToken : undefined
  const answer = await mailer.send({
    ...mailInWords({
      ...{ code, facts, language, reference: referenceOf(message), isExample: mailer.isExample },
      ...(token !== undefined && { confirmToken: token }),
      ...(stopToken !== undefined && { stopToken }),
      homes: await homesToShow(doing, facts, language),
    }),
    ...{ message: id, to, language },
    ...(stopToken !== undefined && { stopPath: `/mail/stoppen/${stopToken}` }),
  })
  await forgetOldAddress(transaction, region, id, 'email')
  if ('accepted' in answer) {
    await noteDelivery(transaction, region, id, { state: 'accepted', at })
    return { message: id, state: 'accepted' }
  }
  await noteDelivery(transaction, region, id, { state: 'refused', at, code: answer.refused })
  if (token === undefined && to === now) {
    await changeContact(transaction, region, person, { bouncedAt: at })
  }
  return { message: id, state: 'refused' }
}

/** Where mail goes: only to an address that was shown to be theirs, and that does not send it back. */
export function mailAddress({
  email,
  verifiedEmail,
  bouncedAt,
}: {
  readonly email: string | undefined
  readonly verifiedEmail: string | undefined
  readonly bouncedAt: Date | undefined
}): string | undefined {
  const isTheirs = email !== undefined && email.toLowerCase() === verifiedEmail?.toLowerCase()
  return isTheirs && bouncedAt === undefined ? email : undefined
}

/** The language somebody reads; Dutch where none of ours is written. */
export function languageFrom(text: string): Language {
  return languages.find((each) => each === text) ?? 'nl'
}

// What is advertised is public, and says nothing of who looks for it but that they do.
async function homesToShow(
  { transaction, region }: Doing,
  { listings }: Facts,
  language: Language,
): Promise<MailLine[]> {
  if (!Array.isArray(listings)) return []
  const shown = await homesOf(transaction, region, listings.slice(0, homesInMail).map(Number))
  return shown.map(({ id, address, neighbourhood, facts }) => ({
    text: `${address}, ${neighbourhood}: ${formatAmount(Number(facts.rent ?? 0), language)}`,
    path: `/woningen/${id}`,
  }))
}
