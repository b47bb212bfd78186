/**
 * Registering step by step (inschrijven): which questions stand on which page, what is wrong with an answer,
 * and the registration that the answers make. What was typed is kept until it is sent.
 */
import {
  type CalendarDate,
  parseDate,
  partsOf,
  yearsBetween,
} from '../core/basics/calendar-date.ts'
import { draftOf, keepDraft } from '../store/drafts.ts'
import type { Answers } from '../store/tables.ts'
import type { FormFaultCode } from '../words/register.ts'
import { centsIn } from './amount-typed.ts'
import { type EarlierHome, earlierHomes, yearsThatCount } from './earlier-homes.ts'
import type { Actor, Setting } from './operation.ts'
import { type Registration, registrationForm } from './register.ts'
import { booksInForce } from './rules-for-listing.ts'

export type { Answers }

/** The questions in their order, one a page, each in the step it belongs to. */
export const registrationPages = [
  { page: 'naam', step: 'wie', fields: ['name', 'email'] },
  { page: 'geboren', step: 'wie', fields: ['born-day', 'born-month', 'born-year'] },
  { page: 'verblijf', step: 'wie', fields: ['residence'] },
  { page: 'huishouden', step: 'huishouden', fields: ['size', 'children'] },
  { page: 'woonsituatie', step: 'huishouden', fields: ['situation'] },
  {
    page: 'woonplaats',
    step: 'huishouden',
    fields: ['municipality', 'since-day', 'since-month', 'since-year'],
  },
  {
    page: 'daarvoor',
    step: 'huishouden',
    fields: [
      ...['before-1', 'before-1-since-day', 'before-1-since-month', 'before-1-since-year'],
      ...['before-2', 'before-2-since-day', 'before-2-since-month', 'before-2-since-year'],
      ...['before-3', 'before-3-since-day', 'before-3-since-month', 'before-3-since-year'],
    ],
  },
  { page: 'beroep', step: 'inkomen', fields: ['profession'] },
  { page: 'inkomen', step: 'inkomen', fields: ['income'] },
  { page: 'wensen', step: 'wensen', fields: ['wish-places', 'wish-bedrooms', 'wish-rent'] },
] as const
export type RegistrationPage = (typeof registrationPages)[number]['page']
export const registrationSteps = ['wie', 'huishouden', 'inkomen', 'wensen', 'controle'] as const

export type FormFault = { readonly field: string; readonly code: FormFaultCode }

export const residenceStatuses = ['dutch', 'lawful', 'permit-holder', 'none'] as const
export const housingSituations = ['starter', 'onward-mover', 're-starter'] as const
export const professionGroups = ['other', 'care', 'education', 'police'] as const
/** How many earlier homes a form asks at least. */
export const earlierRowsMin = 3
const earlierRowsMax = 12

const ageMin = 18
const personsMax = 20
const incomeMaxCents = 1_000_000_00

/** The municipalities of the region, as its rule books name them. */
export async function municipalitiesOf(setting: Setting): Promise<string[]> {
  const books = await booksInForce(setting)
  return [...new Set(books.flatMap(({ book }) => book.authority.municipalities ?? []))].toSorted()
}

export async function registrationDraft(setting: Setting, actor: Actor): Promise<Answers> {
  return draftOf(setting.store, setting.region, actor.human, registrationForm)
}

/** Keeps the answers of one page beside those of the others. */
export async function keepAnswers(
  setting: Setting,
  actor: Actor,
  given: Answers,
): Promise<Answers> {
  const answers = { ...(await registrationDraft(setting, actor)), ...given }
  const draft = { human: actor.human, form: registrationForm, answers }
  await keepDraft(setting.store, setting.region, draft, setting.now())
  return answers
}

/** What is wrong with the answers of one page; nothing when it can go on. */
export function faultsOf(
  page: RegistrationPage,
  answers: Answers,
  today: CalendarDate,
): FormFault[] {
  switch (page) {
    case 'naam':
      return [
        ...faultIf(text(answers, 'name') === '', 'name', 'name-missing'),
        ...faultIf(!isEmailOrNothing(text(answers, 'email')), 'email', 'email-odd'),
      ]
    case 'geboren':
      return bornFaults(answers, today)
    case 'verblijf':
      return unlessOneOf(residenceStatuses, answers, 'residence')
    case 'huishouden':
      return sizeFaults(answers)
    case 'woonsituatie':
      return unlessOneOf(housingSituations, answers, 'situation')
    case 'woonplaats':
      return placeFaults(answers, today)
    case 'daarvoor':
      return isAsked(page, answers, today) ? earlierFaults(answers, dateIn(answers, 'since')) : []
    case 'beroep':
      return unlessOneOf(professionGroups, answers, 'profession')
    case 'inkomen':
      return incomeFaults(answers)
    case 'wensen':
      return rentFaults(answers)
  }
}

/** Whether a page has a question for this person: who always lived here is not asked where they lived before. */
export function isAsked(page: RegistrationPage, answers: Answers, today: CalendarDate): boolean {
  if (page !== 'daarvoor') return true
  const since = dateIn(answers, 'since')
  const born = dateIn(answers, 'born')
  if (since === undefined || yearsBetween(since, today) >= yearsThatCount) return false
  return born === undefined || since > born
}

/** The first page whose answers are not complete; undefined when all are. */
export function firstIncomplete(
  answers: Answers,
  today: CalendarDate,
): RegistrationPage | undefined {
  return registrationPages.find(({ page }) => faultsOf(page, answers, today).length > 0)?.page
}

/** The registration the answers make; undefined while something is missing or wrong. */
export function registrationFrom(answers: Answers, today: CalendarDate): Registration | undefined {
  if (firstIncomplete(answers, today) !== undefined) return undefined
  const born = dateIn(answers, 'born')
  const since = dateIn(answers, 'since')
  const incomeCents = centsIn(text(answers, 'income'))
  if (born === undefined || since === undefined || incomeCents === undefined) return undefined
  const email = text(answers, 'email')
  const livedBefore = isAsked('daarvoor', answers, today) ? earlierFrom(answers) : []
  return {
    name: text(answers, 'name'),
    email: email === '' ? undefined : email,
    born,
    householdSize: Number(text(answers, 'size')),
    children: Number(text(answers, 'children') || 0),
    incomeCents,
    housingSituation: text(answers, 'situation'),
    residenceStatus: text(answers, 'residence'),
    professionGroup: text(answers, 'profession'),
    municipality: text(answers, 'municipality'),
    livesThereSince: since,
    ...(livedBefore.length > 0 && { livedBefore }),
    wishes: wishesFrom(answers),
  }
}

/** What somebody looks for, from the fields of a form. */
export function wishesFrom(answers: Answers): Registration['wishes'] {
  const municipalities = text(answers, 'wish-places')
    .split(',')
    .filter((each) => each !== '')
  const bedroomsMin = Number(text(answers, 'wish-bedrooms'))
  const rentMaxCents = centsIn(text(answers, 'wish-rent'))
  return {
    ...(municipalities.length > 0 && { municipalities }),
    ...(bedroomsMin > 0 && { bedroomsMin }),
    ...(rentMaxCents !== undefined && rentMaxCents > 0 && { rentMaxCents }),
  }
}

export function text(answers: Answers, field: string): string {
  return answers[field]?.trim() ?? ''
}

/** A day typed in three fields. */
export function dateIn(answers: Answers, name: string): CalendarDate | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    text(answers, `${name}-${part}`),
  )
  if (!day || !month || !/^\d{4}$/.test(year ?? '')) return undefined
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** What is wrong with a place and the day since when. */
export function placeFaults(answers: Answers, today: CalendarDate): FormFault[] {
  const isBlank = ['day', 'month', 'year'].every((part) => text(answers, `since-${part}`) === '')
  const since = dateIn(answers, 'since')
  const born = dateIn(answers, 'born')
  return [
    ...faultIf(text(answers, 'municipality') === '', 'municipality', 'place-missing'),
    ...(isBlank
      ? faultIf(true, 'since-day', 'since-missing')
      : faultIf(since === undefined || since > today, 'since-day', 'since-odd')),
    ...faultIf(
      since !== undefined && born !== undefined && since < born,
      'since-day',
      'since-before-birth',
    ),
  ]
}

/** What is wrong with where somebody lived before `next`. */
export function earlierFaults(answers: Answers, next: CalendarDate | undefined): FormFault[] {
  const born = dateIn(answers, 'born')
  let after = next
  return rowsOf(answers).flatMap(({ name, place, since, isBlank }, at): FormFault[] => {
    const later = after
    after = since ?? after
    const day = `${name}-since-day`
    if (place === '' && isBlank) return []
    const isSkipped = rowsOf(answers).some((row, index) => index < at && row.place === '')
    if (isSkipped) return [{ field: name, code: 'before-skipped' }]
    if (place === '') return [{ field: name, code: 'place-missing' }]
    if (isBlank) return [{ field: day, code: 'before-missing' }]
    if (since === undefined) return [{ field: day, code: 'since-odd' }]
    if (later !== undefined && since >= later) return [{ field: day, code: 'before-late' }]
    return faultIf(born !== undefined && since < born, day, 'since-before-birth')
  })
}

/** Where somebody says they lived before, the latest first; whole answers only. */
export function earlierFrom(answers: Answers): EarlierHome[] {
  return rowsOf(answers).flatMap(({ place, since }) =>
    place === '' || since === undefined ? [] : [{ municipality: place, since }],
  )
}

/** Where a file says that somebody lived, as answers on a form. */
export function earlierAnswers(spells: Parameters<typeof earlierHomes>[0]): Answers {
  return Object.fromEntries(
    earlierHomes(spells).flatMap(({ municipality, since }, at) => {
      const { day, month, year } = partsOf(since)
      const name = `before-${at + 1}`
      return [
        [name, municipality],
        [`${name}-since-day`, String(day)],
        [`${name}-since-month`, String(month)],
        [`${name}-since-year`, String(year)],
      ]
    }),
  )
}

/** How many earlier homes a form asks: those that are known, and room for more. */
export function earlierRows(answers: Answers): number {
  const last = rowsOf(answers).findLastIndex(({ place, isBlank }) => place !== '' || !isBlank)
  return Math.min(earlierRowsMax, Math.max(earlierRowsMin, last + 2))
}

function rowsOf(answers: Answers) {
  return Array.from({ length: earlierRowsMax }, (_, at) => {
    const name = `before-${at + 1}`
    const parts = ['day', 'month', 'year'].map((part) => text(answers, `${name}-since-${part}`))
    return {
      ...{ name, place: text(answers, name), since: dateIn(answers, `${name}-since`) },
      isBlank: parts.every((part) => part === ''),
    }
  })
}

export function sizeFaults(answers: Answers): FormFault[] {
  const size = text(answers, 'size')
  const children = text(answers, 'children')
  if (size === '') return faultIf(true, 'size', 'size-missing')
  if (!isCount(size) || Number(size) < 1 || Number(size) > personsMax) {
    return faultIf(true, 'size', 'size-odd')
  }
  if (children !== '' && !isCount(children)) return faultIf(true, 'children', 'children-odd')
  return faultIf(Number(children) >= Number(size), 'children', 'children-many')
}

export function incomeFaults(answers: Answers): FormFault[] {
  const written = text(answers, 'income')
  const cents = centsIn(written)
  if (written === '') return faultIf(true, 'income', 'income-missing')
  return faultIf(cents === undefined || cents > incomeMaxCents, 'income', 'income-odd')
}

export function rentFaults(answers: Answers): FormFault[] {
  const written = text(answers, 'wish-rent')
  return faultIf(written !== '' && centsIn(written) === undefined, 'wish-rent', 'rent-odd')
}

export function isEmailOrNothing(written: string): boolean {
  return written === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)
}

function bornFaults(answers: Answers, today: CalendarDate): FormFault[] {
  const isBlank = ['day', 'month', 'year'].every((part) => text(answers, `born-${part}`) === '')
  if (isBlank) return faultIf(true, 'born-day', 'born-missing')
  const born = dateIn(answers, 'born')
  if (born === undefined || born > today || yearsBetween(born, today) > 120) {
    return faultIf(true, 'born-day', 'born-odd')
  }
  return faultIf(yearsBetween(born, today) < ageMin, 'born-day', 'under-age')
}

function unlessOneOf(choices: readonly string[], answers: Answers, field: string): FormFault[] {
  return faultIf(!choices.includes(text(answers, field)), field, 'choice-missing')
}

function faultIf(isWrong: boolean, field: string, code: FormFault['code']): FormFault[] {
  return isWrong ? [{ field, code }] : []
}

function isCount(written: string): boolean {
  return /^\d{1,2}$/.test(written)
}
