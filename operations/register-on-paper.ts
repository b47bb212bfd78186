/**
 * Somebody registers on paper (inschrijven op papier): they filled in and signed the form, and whoever works at the
 * counter enters it while they wait. The day counts from the event in the log, as for everybody; without an account
 * they are known by the reference on their receipt. Another who has the same name and day of birth is asked about first.
 */
import { yearsBetween } from '../core/basics/calendar-date.ts'
import { changeContact } from '../store/contacts.ts'
import { filesNamed } from '../store/people.ts'
import { areInOrder } from './earlier-homes.ts'
import { type Operation, refuse, through } from './operation.ts'
import { ageMin, enrol, type Registration } from './register.ts'

export type PaperRegistration = {
  readonly landlord: string
  readonly registration: Registration
  /** Where letters go; needed where there is no mail address. */
  readonly postalAddress: string
  readonly isSigned: boolean
  /** Whoever enters it asked, and this is another than who is in the register. */
  readonly isSomebodyElse: boolean
}

const addressMost = 200

export const registerOnPaper: Operation<
  PaperRegistration,
  { readonly event: number; readonly person: string }
> = {
  action: 'register',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform(doing, { landlord, registration, postalAddress, isSigned, isSomebodyElse }) {
    const { transaction, region, today, setting } = doing
    const { name, born, email } = registration
    const address = postalAddress.trim()
    if (!isSigned) return refuse('not-signed')
    if (address === '' && email === undefined) return refuse('address-missing')
    if (address.length > addressMost) return refuse('address-too-long', { most: addressMost })
    if (yearsBetween(born, today) < ageMin) return refuse('under-age', { age: ageMin })
    if (!areInOrder(registration.livedBefore ?? [], registration.livesThereSince)) {
      return refuse('homes-out-of-order')
    }
    if (!isSomebodyElse && (await filesNamed(transaction, region, { name, born })).length > 0) {
      return refuse('registered-already')
    }
    const person = setting.newId()
    const acting = through(doing, { via: 'counter', landlord })
    const event = await enrol(acting, registration, { person, isNew: true })
    if (address !== '') await changeContact(transaction, region, person, { postalAddress: address })
    return { event, person }
  },
}

/** The reference by which a file is found at a counter, as it is printed: `3f2a91bc-07de`. */
export function referenceOfFile(person: string): string {
  return (person.replaceAll('-', '').slice(0, 12).match(/.{4}/g) ?? []).join('-')
}
