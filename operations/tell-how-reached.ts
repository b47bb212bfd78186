/**
 * Somebody says at the counter how they are reached (bereikbaarheid aan de balie): where letters go, on which number
 * they are called, and by which mail, to which a link is sent first. Whoever has an account keeps the mail address in
 * their own hands; without one and without mail there is always an address for letters.
 */
import { contactOf } from '../store/contacts.ts'
import { languageOf, personFile } from '../store/people.ts'
import { changeContact } from './change-contact.ts'
import { type Operation, refuse } from './operation.ts'
import { isEmailOrNothing } from './registration-form.ts'
import { languageFrom } from './send-mail.ts'

export type Reach = {
  readonly person: string
  /** What is not said stays; what is empty goes. */
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly postalAddress?: string | undefined
}

export const tellHowReached: Operation<Reach, { readonly event: number }> = {
  action: 'change-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, ...told }) {
    const { transaction, region } = doing
    const file = await personFile(transaction, region, person, 'lock')
    if (!file) return refuse('not-found')
    const before = await contactOf(transaction, region, person)
    const email = (told.email ?? file.email ?? '').trim()
    const phone = (told.phone ?? before.phone ?? '').trim()
    const postalAddress = (told.postalAddress ?? before.postalAddress ?? '').trim()
    const isNewMail = email !== (file.email ?? '')
    if (file.human !== undefined && isNewMail) return refuse('mail-themselves')
    if (!isEmailOrNothing(email)) return refuse('mail-odd')
    // Whoever has none of them yet is not kept from giving a number.
    const hadWay = file.email !== undefined || before.postalAddress !== undefined
    const isReached = email !== '' || postalAddress !== '' || file.human !== undefined
    if (hadWay && !isReached) return refuse('address-missing')
    const isSame =
      !isNewMail && phone === (before.phone ?? '') && postalAddress === (before.postalAddress ?? '')
    if (isSame) return refuse('reach-is-the-same')
    const language = languageFrom(await languageOf(transaction, region, person))
    const { wants } = before
    return changeContact.perform(doing, { person, wants, language, email, phone, postalAddress })
  },
}
