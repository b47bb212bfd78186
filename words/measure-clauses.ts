/**
 * A length of time in somebody's life against a limit, as a clause: "u heeft in de laatste 10 jaar minstens 6 jaar
 * achter elkaar in Almere gewoond". Only where the measure can be said so exactly; else its name is said.
 */
import { isSpell, type Measure } from '../core/policy/kinds/measure.ts'
import type { SpellName } from '../core/seekers/history.ts'
import { formatLength, formatMessage, type Language, type Words } from './language.ts'

/** How long, with the word before it, and whether it is said that it is not so. */
export type Length = { readonly amount: string; readonly isSo: boolean }

type Doing = Readonly<Record<Language, { readonly now: string; readonly done: string }>>

/** What somebody does or did for some time; `done` closes the Dutch clause. */
const doings: Partial<Readonly<Record<SpellName, Doing>>> = {
  resident: { nl: { now: 'woont', done: 'gewoond' }, en: { now: 'living', done: 'lived' } },
  tenant: { nl: { now: 'huurt', done: 'gehuurd' }, en: { now: 'renting', done: 'rented' } },
  working: { nl: { now: 'werkt', done: 'gewerkt' }, en: { now: 'working', done: 'worked' } },
}

type Take = 'longest' | 'total' | 'current'

const clauses: Readonly<Record<Take, Readonly<Record<Language, { yes: string; no: string }>>>> = {
  longest: {
    nl: {
      yes: 'u [heeft] {within} {amount} achter elkaar {place} | {done}',
      no: 'u [heeft] {within} niet {amount} achter elkaar {place} | {done}',
    },
    en: {
      yes: 'you have {done} {place} for {amount} without a break {within}',
      no: 'you have not {done} {place} for {amount} without a break {within}',
    },
  },
  total: {
    nl: {
      yes: 'u [heeft] {within} in totaal {amount} {place} | {done}',
      no: 'u [heeft] {within} in totaal niet {amount} {place} | {done}',
    },
    en: {
      yes: 'you have {done} {place} for {amount} in total {within}',
      no: 'you have not {done} {place} for {amount} in total {within}',
    },
  },
  current: {
    nl: {
      yes: 'u [{now}] al {amount} zonder onderbreking {place}',
      no: 'u [{now}] niet al {amount} zonder onderbreking {place}',
    },
    en: {
      yes: 'you have been {now} {place} for {amount} without a break until now',
      no: 'you have not been {now} {place} for {amount} without a break until now',
    },
  },
}

const lately: Words = { nl: 'in de laatste {length}', en: 'in the last {length}' }

/** The clause of a measure of time in a place, as it is written; nothing where it cannot be said so. */
export function lengthClause(
  { of, take, within }: Measure,
  { amount, isSo }: Length,
  place: string,
  language: Language,
): string | undefined {
  const doing = isSpell(of) ? doings[of]?.[language] : undefined
  if (!doing || take === 'number' || !isLength(within)) return undefined
  if (take === 'current' && within) return undefined
  const length = within && formatLength(within, language)
  const facts = {
    ...{ ...doing, amount, place },
    within: length === undefined ? '' : formatMessage(language, lately[language], { length }),
  }
  return formatMessage(language, clauses[take][language][isSo ? 'yes' : 'no'], facts)
    .replace(/ {2,}/g, ' ')
    .trim()
}

type Window = Measure['within']

function isLength(within: Window): within is Extract<Window, { count: number }> | undefined {
  return within === undefined || 'count' in within
}
