/** Who may act for whom (machtigingen), and who was invited to. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { tokenHash } from './token.ts'

export type StoredMandate = {
  readonly helper: string
  readonly name: string
  readonly may: readonly string[]
  readonly until: CalendarDate
}

export type StoredInvite = {
  readonly id: string
  readonly person: string
  /** What the person calls their helper. */
  readonly name: string
  readonly may: readonly string[]
  readonly until: CalendarDate
  readonly madeAt: Date
}

/** The mandates somebody gave that still run on a day. */
export async function mandatesBy(
  store: Store | InTransaction,
  region: string,
  person: string,
  today: CalendarDate,
): Promise<StoredMandate[]> {
  return store
    .selectFrom('mandate')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'mandate.region').onRef('human.id', '=', 'mandate.helper'),
    )
    .select(['mandate.helper', 'human.name', 'mandate.may', 'mandate.until_day as until'])
    .where('mandate.region', '=', region)
    .where('mandate.person', '=', person)
    .where('mandate.until_day', '>=', today)
    .orderBy('human.name')
    .execute()
}

/** The mandates somebody has as a helper on a day, with whom they help. */
export async function mandatesOf(
  store: Store | InTransaction,
  region: string,
  helper: string,
  today: CalendarDate,
): Promise<(Omit<StoredMandate, 'helper'> & { readonly person: string })[]> {
  return store
    .selectFrom('mandate')
    .innerJoin('person', (join) =>
      join.onRef('person.region', '=', 'mandate.region').onRef('person.id', '=', 'mandate.person'),
    )
    .select(['mandate.person', 'person.name', 'mandate.may', 'mandate.until_day as until'])
    .where('mandate.region', '=', region)
    .where('mandate.helper', '=', helper)
    .where('mandate.until_day', '>=', today)
    .orderBy('person.name')
    .execute()
}

/** Gives a mandate, in place of one that this helper had of this person. */
export async function setMandate(
  transaction: InTransaction,
  region: string,
  mandate: {
    readonly person: string
    readonly helper: string
    readonly may: readonly string[]
    readonly until: CalendarDate
  },
): Promise<void> {
  const { person, helper, may, until } = mandate
  const reach = { may: [...may], until_day: until }
  await transaction
    .insertInto('mandate')
    .values({ region, person, helper, ...reach })
    .onConflict((conflict) => conflict.columns(['region', 'person', 'helper']).doUpdateSet(reach))
    .execute()
}

/** Whether there is one; nobody else changes it until the transaction ends. */
export async function holdMandate(
  transaction: InTransaction,
  region: string,
  person: string,
  helper: string,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('mandate')
    .select('helper')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('helper', '=', helper)
    .forUpdate()
    .executeTakeFirst()
  return found !== undefined
}

export async function dropMandate(
  transaction: InTransaction,
  region: string,
  person: string,
  helper: string,
): Promise<void> {
  await transaction
    .deleteFrom('mandate')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('helper', '=', helper)
    .execute()
}

export async function addInvite(
  transaction: InTransaction,
  region: string,
  { code, ...invite }: StoredInvite & { readonly code: string },
): Promise<void> {
  const { id, person, name, may, until, madeAt } = invite
  await transaction
    .insertInto('mandate_invite')
    .values({
      ...{ region, id, person, name, may: [...may], until_day: until, made_at: madeAt },
      code_hash: tokenHash(code),
    })
    .execute()
}

const invites = (store: Store | InTransaction, region: string) =>
  store
    .selectFrom('mandate_invite')
    .select(['id', 'person', 'name', 'may', 'until_day as until', 'made_at as madeAt'])
    .where('region', '=', region)

/** Invitations of somebody that nobody took up, made since a moment. */
export async function invitesBy(
  store: Store | InTransaction,
  region: string,
  person: string,
  since: Date,
): Promise<StoredInvite[]> {
  return invites(store, region)
    .where('person', '=', person)
    .where('made_at', '>=', since)
    .orderBy('made_at')
    .execute()
}

/** An invitation by its code, when it was made since a moment; nobody else takes it until the transaction ends. */
export async function inviteBy(
  transaction: InTransaction,
  region: string,
  code: string,
  since: Date,
): Promise<StoredInvite | undefined> {
  return invites(transaction, region)
    .where('code_hash', '=', tokenHash(code))
    .where('made_at', '>=', since)
    .forUpdate()
    .executeTakeFirst()
}

/** Whether an invitation was put on record by this human, as the log has it. */
export async function gaveInvite(
  transaction: InTransaction,
  region: string,
  id: string,
  human: string,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('event')
    .innerJoin('event_value', (join) =>
      join
        .onRef('event_value.region', '=', 'event.region')
        .onRef('event_value.event', '=', 'event.number')
        .on('event_value.name', '=', 'invite'),
    )
    .innerJoin('mandate_invite', (join) =>
      join
        .onRef('mandate_invite.region', '=', 'event.region')
        .onRef('mandate_invite.person', '=', 'event_value.person')
        .on('mandate_invite.id', '=', id),
    )
    .select('event.number')
    .where('event.region', '=', region)
    .where('event.kind', '=', sql.lit('mandate-given'))
    .where('event.actor', '=', human)
    .where('event_value.value', '=', sql<string>`to_jsonb(${id}::text)`)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether there is one of this person; nobody else takes it up until the transaction ends. */
export async function holdInvite(
  transaction: InTransaction,
  region: string,
  person: string,
  id: string,
): Promise<boolean> {
  const found = await invites(transaction, region)
    .where('person', '=', person)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found !== undefined
}

export async function dropInvite(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<void> {
  await transaction
    .deleteFrom('mandate_invite')
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}
