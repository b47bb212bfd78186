/**
 * Somebody's name or date of birth is found to be wrong (correctie van persoonsgegevens): who helps them at the counter
 * saw a paper that shows it, and puts forward what it must be; another human decides. Of the paper its kind and its day
 * are kept, no number and no copy. Source: the right to have data corrected, AVG art. 16; two humans as with a date of
 * registration, the trust model, part D5.
 */
import { type CalendarDate, yearsBetween } from '../core/basics/calendar-date.ts'
import { registrationOf } from '../store/corrections.ts'
import { personFile } from '../store/people.ts'
import { evidenceSources } from './check-documents.ts'
import { isOwnFile, type Operation, refuse, through } from './operation.ts'
import { putForward } from './propose-correction.ts'
import { ageMin } from './register.ts'
import { openVisit } from './serve-at-counter.ts'

export const identityGrounds = [
  'entered-wrongly',
  'name-changed',
  'date-established',
  'decided-on-complaint',
] as const
export type IdentityGround = (typeof identityGrounds)[number]

/** What shows who somebody is: what they carry with them, or what a register or a court wrote down. */
export const identityPapers = [
  ...evidenceSources.identity,
  ...(['population-register', 'civil-record', 'court-decision'] as const),
] as const
export type IdentityPaper = (typeof identityPapers)[number]

export type IdentityProposal = {
  readonly visit: number
  readonly name: string
  readonly born: CalendarDate
  readonly ground: IdentityGround
  readonly paper: IdentityPaper
  /** The day that stands on it. */
  readonly paperOn: CalendarDate
  /** It was seen and handed back. */
  readonly isSeen: boolean
}

export const nameMost = 100
const ageMost = 120

export const proposeIdentity: Operation<IdentityProposal, { readonly correction: string }> = {
  action: 'correct-identity',
  about: async ({ transaction, region, actor, at }, { visit }) => {
    const open = await openVisit(transaction, region, visit, { actor, at })
    return open && { organisation: open.landlord }
  },
  async perform(doing, { visit, name, born, ground, paper, paperOn, isSeen }) {
    const { transaction, region, at, today, actor } = doing
    const open = await openVisit(transaction, region, visit, { actor, at })
    if (!open || !actor) return refuse('visit-over')
    const { person, landlord } = open
    if (isOwnFile(actor, person)) return refuse('own-file')
    const file = await personFile(transaction, region, person, 'lock')
    const registered = await registrationOf(transaction, region, person)
    if (!file || !registered) return refuse('not-found')
    const to = name.trim().replaceAll(/\s+/g, ' ')
    // A number of a paper or of a citizen (BSN) is nobody's name.
    if (to === '' || to.length > nameMost || /\d/.test(to)) {
      return refuse('name-odd', { most: nameMost })
    }
    if (born > today || yearsBetween(born, today) > ageMost) return refuse('born-odd')
    if (yearsBetween(born, today) < ageMin) return refuse('too-young', { age: ageMin })
    if (!identityGrounds.includes(ground)) return refuse('identity-ground-missing')
    if (!identityPapers.includes(paper)) return refuse('paper-missing')
    if (paperOn > today) return refuse('paper-in-future')
    if (!isSeen) return refuse('paper-not-seen')
    const was = bornIn(file.facts)
    const change = {
      about: 'identity',
      ...(to !== file.name && { name: { from: file.name, to } }),
      ...(was !== undefined && was !== born && { born: { from: was, to: born } }),
      paperOn,
    } as const
    if (!('name' in change || 'born' in change)) return refuse('identity-is-the-same')
    return putForward(through(doing, { via: 'counter', landlord }), {
      ...{ person, landlord, ofEvent: registered.event, ground, source: paper, change },
    })
  },
}

/** The day of birth in a file. */
export function bornIn({ born }: { readonly born?: unknown }): CalendarDate | undefined {
  // @NOTE `born` is a date, and dates are whole days.
  return typeof born === 'number' ? (born as CalendarDate) : undefined
}
