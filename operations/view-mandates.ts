/** Who may act for whom (machtigingen), as the person and their helper see it. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import {
  invitesBy,
  mandatesBy,
  mandatesOf,
  type StoredInvite,
  type StoredMandate,
} from '../store/mandates.ts'
import { type MandateScope, mandateScopes } from './access-table.ts'
import { invitedSince } from './give-mandate.ts'
import { type Actor, dayOf, mayDo, type Refusal, refuse, type Setting } from './operation.ts'

export type { MandateScope, StoredInvite, StoredMandate }
export { mandateScopes }

export type Mandates = {
  readonly running: readonly StoredMandate[]
  readonly invited: readonly StoredInvite[]
}

/** Whom somebody lets act for them: for the person themselves. */
export async function viewMandates(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<Mandates | Refusal> {
  if (!mayDo(actor, 'give-mandate', { person })) return refuse('not-found')
  return mandatesFrom(setting, person)
}

/** The same, for who may know it by another way. */
export async function mandatesFrom(
  { store, region, now }: Setting,
  person: string,
): Promise<Mandates> {
  const at = now()
  const [running, invited] = await Promise.all([
    mandatesBy(store, region, person, dayOf(at)),
    invitesBy(store, region, person, invitedSince(at)),
  ])
  return { running, invited }
}

export type Helped = {
  readonly person: string
  readonly name: string
  readonly may: readonly MandateScope[]
  readonly until: CalendarDate
}

/** Whom somebody may act for, and for what. */
export async function viewHelped(
  { store, region, now }: Setting,
  { human }: Actor,
): Promise<Helped[]> {
  const rows = await mandatesOf(store, region, human, dayOf(now()))
  return rows.map(({ may, ...rest }) => ({
    ...rest,
    may: mandateScopes.filter((scope) => may.includes(scope)),
  }))
}
