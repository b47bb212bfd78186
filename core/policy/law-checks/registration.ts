/**
 * Leases that leave a registration (inschrijving) and what was built up in it untouched.
 * Source: Huisvestingswet art. 11a (youth lease), 11b (temporary lease), 11c (building of at most
 * fifteen years); Woningwet art. 46 lid 3.
 */
import type { CalendarDate } from '../../basics/calendar-date.ts'
import { type Condition, no } from '../condition.ts'
import type { Finding } from '../finding.ts'
import type { Account, Entry } from '../kinds/account.ts'
import type { Life } from '../kinds/life.ts'
import { type Path, rulesOf, type Standing } from '../resolve.ts'
import { truthFor } from './leaning.ts'
import { aboutRule, provided, type Subject } from './subject.ts'

export function checkRegistration(subject: Subject): Finding[] {
  return [
    ...rulesOf(subject, 'life').flatMap((standing) => lives(standing, subject)),
    ...rulesOf(subject, 'account').flatMap((standing) => accounts(standing, subject)),
  ]
}

function lives(standing: Standing<Life>, subject: Subject): Finding[] {
  const { id, begins, ends } = standing.rule
  const isRegistration = id === 'registration' || begins.on.includes('registered')
  if (!isRegistration) return []
  return (ends ?? []).flatMap((end, index) =>
    onLeases('registration-ends-on-lease', standing, end, ['ends', index], subject),
  )
}

type Listening = {
  readonly on?: readonly string[]
  readonly where?: Condition
  readonly until?: CalendarDate
}
type LeaseCode = 'registration-ends-on-lease' | 'account-emptied-on-lease'

function onLeases(
  code: LeaseCode,
  standing: Standing,
  { on, where, until }: Listening,
  at: Path,
  subject: Subject,
): Finding[] {
  // What only says how it was before the book began, the book does not do.
  const isPast = until !== undefined && until < subject.on
  if (!on?.includes('lease-started') || isPast) return []
  const kept = provided(subject, 'registration-kept').filter(
    ({ value }) => truthFor(where, { 'lease-kind': value }, subject) !== no,
  )
  const [first] = kept
  if (!first) return []
  const facts = { leases: kept.map(({ value }) => value) }
  return [aboutRule(code, standing, facts, { at, law: first.law })]
}

function accounts(standing: Standing<Account>, subject: Subject): Finding[] {
  const code = 'account-emptied-on-lease'
  return entriesOf(standing.rule).flatMap(({ entry, at }) => [
    ...(takesAway(entry) ? onLeases(code, standing, entry, at, subject) : []),
    ...(entry.lost ? onLeases(code, standing, entry.lost, [...at, 'lost'], subject) : []),
  ])
}

function entriesOf({ entries }: Account): { entry: Entry; at: Path }[] {
  return entries.flatMap((each, index): { entry: Entry; at: Path }[] =>
    'best_of' in each
      ? each.best_of.map((entry, best) => ({ entry, at: ['entries', index, 'best_of', best] }))
      : [{ entry: each, at: ['entries', index] }],
  )
}

function takesAway({ add, set }: Entry): boolean {
  return set !== undefined || (typeof add === 'number' && add < 0)
}
