/** Somebody says how they want to be reached (bereikbaarheid): which mail, in which language, and other ways. */
import { contactOf, changeContact as saveContact, setLanguage } from '../store/contacts.ts'
import { changePerson, languageOf, personFile } from '../store/people.ts'
import type { ContactWish } from '../store/tables.ts'
import type { Language } from '../words/language.ts'
import { askedJustNow, showAddress } from './confirm-address.ts'
import { type Actor, type Operation, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'
import { languageFrom, mailAddress } from './send-mail.ts'
import { tellOldWays } from './tell-old-ways.ts'

export type { ContactWish }
export const contactWishes = ['everything', 'important', 'nothing'] as const

export type ContactChange = {
  readonly person: string
  readonly wants: ContactWish
  readonly language: Language
  readonly email: string
  readonly phone: string
  readonly postalAddress: string
  /** Mail the link once more, or try an address again from which mail came back. */
  readonly askAgain?: boolean
}

const phoneMost = 30
const addressMost = 200
const phoneForm = /^[+0-9][0-9 ()-]{6,}$/

export const changeContact: Operation<ContactChange, { readonly event: number }> = {
  action: 'change-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, wants, language, email, phone, postalAddress, askAgain }) {
    const { transaction, region } = doing
    const file = await personFile(transaction, region, person, 'lock')
    if (!file) return refuse('not-found')
    const number = phone.trim()
    if (number !== '' && (number.length > phoneMost || !phoneForm.test(number))) {
      return refuse('phone-odd')
    }
    if (postalAddress.length > addressMost) return refuse('text-too-long', { most: addressMost })
    const before = await contactOf(transaction, region, person)
    const isNew = email !== (file.email ?? '')
    if (askAgain && email !== '' && !isNew && (await askedJustNow(doing, person))) {
      return refuse('asked-just-now')
    }
    const event = await doing.write({
      kind: 'contact-changed',
      open: {},
      personal: { person },
      person,
    })
    const reached = {
      ...{ wants, phone: number === '' ? undefined : number },
      postalAddress: postalAddress.trim() === '' ? undefined : postalAddress.trim(),
    }
    const changed = [
      ...(isNew ? (['email'] as const) : []),
      ...(reached.postalAddress !== before.postalAddress ? (['post'] as const) : []),
      ...(reached.phone !== before.phone ? (['phone'] as const) : []),
      // Whoever takes a file over would first silence it.
      ...(wants === 'nothing' && before.wants !== 'nothing' ? (['wants'] as const) : []),
    ]
    await tellOldWays(doing, { person, email: file.email, contact: before, changed })
    await saveContact(transaction, region, person, reached)
    if (file.human !== undefined) await setLanguage(transaction, region, file.human, language)
    if (isNew) await changePerson(transaction, region, person, { email: email || null })
    if (isNew && email === '') await saveContact(transaction, region, person, { unverified: true })
    const isUnsure = mailAddress({ ...before, email }) === undefined
    if (email !== '' && (isNew || (askAgain && isUnsure))) {
      await showAddress(doing, person, { email, human: file.human })
    }
    return { event }
  },
}

export type ContactView = {
  readonly wants: ContactWish
  readonly language: Language
  readonly email: string
  readonly phone: string
  readonly postalAddress: string
  /** Whether mail goes to the address, and if not why. */
  readonly mail: 'none' | 'asked' | 'works' | 'bounced'
}

export async function viewContact(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<ContactView | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [contact, file, language] = await Promise.all([
      contactOf(store, region, person),
      personFile(store, region, person),
      languageOf(store, region, person),
    ])
    if (!file) return refuse('not-found')
    const isTheirs = mailAddress({ ...contact, email: file.email, bouncedAt: undefined })
    return {
      wants: contact.wants,
      language: languageFrom(language),
      email: file.email ?? '',
      phone: contact.phone ?? '',
      postalAddress: contact.postalAddress ?? '',
      mail:
        file.email === undefined
          ? 'none'
          : isTheirs === undefined
            ? 'asked'
            : contact.bouncedAt
              ? 'bounced'
              : 'works',
    }
  })
}
