/** Who has which role (rollen), who wants to give one to whom, and which humans are one. */
import { sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { isUuid } from './uuid.ts'

export type HeldRole = {
  readonly human: string
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** Roles beside who has them. */
export function grantsOf(store: Store | InTransaction, region: string) {
  return store
    .selectFrom('role_grant')
    .innerJoin('human', (join) =>
      join
        .onRef('human.region', '=', 'role_grant.region')
        .onRef('human.id', '=', 'role_grant.human'),
    )
    .where('role_grant.region', '=', region)
}

/** Who holds a role on a day, and can be mailed. */
export async function mailableHolders(
  store: Store | InTransaction,
  region: string,
  role: string,
  on: CalendarDate,
): Promise<{ readonly human: string; readonly email: string; readonly language: string }[]> {
  return grantsOf(store, region)
    .select(['human.id as human', 'human.email', 'human.language'])
    .distinct()
    .where('role_grant.role', '=', role)
    .where('role_grant.from_day', '<=', on)
    .where('role_grant.until_day', '>=', on)
    .where('human.email', '<>', '')
    .where('human.email_verified', '=', true)
    .execute()
}

/** Roles that run on a day or are still to begin, in the order of the names of who has them. */
export async function rolesFrom(
  store: Store | InTransaction,
  region: string,
  on: CalendarDate,
): Promise<HeldRole[]> {
  return grantsOf(store, region)
    .select([
      'role_grant.human',
      'human.name',
      'role_grant.role',
      'role_grant.organisation',
      'role_grant.from_day as from',
      'role_grant.until_day as until',
    ])
    .where('role_grant.until_day', '>=', on)
    .orderBy('human.name')
    .orderBy('role_grant.role')
    .orderBy('role_grant.organisation')
    .execute()
}

/** The roles and organisations of which somebody holds the role on a day. */
export async function holdersOf(
  store: Store | InTransaction,
  region: string,
  roles: readonly string[],
  on: CalendarDate,
): Promise<{ readonly role: string; readonly organisation: string }[]> {
  return store
    .selectFrom('role_grant')
    .select(['role', 'organisation'])
    .distinct()
    .where('region', '=', region)
    .where('role', 'in', roles)
    .where('from_day', '<=', on)
    .where('until_day', '>=', on)
    .orderBy('role')
    .orderBy('organisation')
    .execute()
}

/**
 * Whether two accounts are of one human: the same, or with the same address of mail. Who looks a second time
 * must be another human, not another account.
 */
export async function isSameHuman(
  store: Store | InTransaction,
  region: string,
  one: string,
  other: string,
): Promise<boolean> {
  if (one === other) return true
  const rows = await store
    .selectFrom('human')
    .select(({ fn }) => fn<string>('lower', [fn('trim', ['email'])]).as('email'))
    .where('region', '=', region)
    .where('id', 'in', [one, other])
    .execute()
  const [first, second] = rows
  return first !== undefined && first.email !== '' && first.email === second?.email
}

/** Whether somebody holds a role at an organisation on a day. */
export async function holdsRole(
  store: Store | InTransaction,
  region: string,
  held: { readonly human: string; readonly role: string; readonly organisation: string },
  on: CalendarDate,
): Promise<boolean> {
  if (!isUuid(held.human)) return false
  const found = await store
    .selectFrom('role_grant')
    .select('human')
    .where('region', '=', region)
    .where('human', '=', held.human)
    .where('role', '=', held.role)
    .where('organisation', '=', held.organisation)
    .where('until_day', '>=', on)
    .executeTakeFirst()
  return found !== undefined
}

export type RoleRequest = {
  readonly id: string
  readonly human: string
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
}

const requests = (store: Store | InTransaction, region: string) =>
  store
    .selectFrom('role_request')
    .innerJoin('human', (join) =>
      join
        .onRef('human.region', '=', 'role_request.region')
        .onRef('human.id', '=', 'role_request.human'),
    )
    .innerJoin('human as asker', (join) =>
      join
        .onRef('asker.region', '=', 'role_request.region')
        .onRef('asker.id', '=', 'role_request.asked_by'),
    )
    .select([
      'role_request.id',
      'role_request.human',
      'human.name',
      'role_request.role',
      'role_request.organisation',
      'role_request.from_day as from',
      'role_request.until_day as until',
      'role_request.reason',
      'role_request.asked_by as askedBy',
      'asker.name as askedByName',
      'role_request.asked_at as askedAt',
    ])
    .where('role_request.region', '=', region)
    .where('role_request.answered_at', 'is', null)

/** What waits for a second person, the oldest first. */
export async function openRoleRequests(
  store: Store | InTransaction,
  region: string,
): Promise<RoleRequest[]> {
  return requests(store, region).orderBy('role_request.asked_at').execute()
}

/** A request that waits; nobody else answers it until the transaction ends. */
export async function roleRequestOf(
  transaction: InTransaction,
  region: string,
  id: string,
): Promise<RoleRequest | undefined> {
  if (!isUuid(id)) return undefined
  return requests(transaction, region)
    .where('role_request.id', '=', id)
    .forUpdate('role_request')
    .executeTakeFirst()
}

export async function addRoleRequest(
  transaction: InTransaction,
  region: string,
  request: Omit<RoleRequest, 'name' | 'askedByName'> & { readonly event: number },
): Promise<void> {
  const { id, human, role, organisation, from, until, reason, askedBy, askedAt, event } = request
  await transaction
    .insertInto('role_request')
    .values({
      ...{ region, id, human, role, organisation, from_day: from, until_day: until, reason, event },
      ...{ asked_by: askedBy, asked_at: askedAt },
      ...{ answered_by: null, answered_at: null, granted: null },
    })
    .execute()
}

export async function answerRoleRequest(
  transaction: InTransaction,
  region: string,
  id: string,
  answer: { readonly by: string; readonly at: Date; readonly isGranted: boolean },
): Promise<void> {
  await transaction
    .updateTable('role_request')
    .set({ answered_by: answer.by, answered_at: answer.at, granted: answer.isGranted })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute()
}

/** Gives somebody a role for a period; what they had of it before makes place. */
export async function setRole(
  transaction: InTransaction,
  region: string,
  { human, role, organisation, from, until }: Omit<HeldRole, 'name'>,
): Promise<void> {
  const period = { from_day: from, until_day: until }
  await transaction
    .insertInto('role_grant')
    .values({ region, human, role, organisation, ...period })
    .onConflict((conflict) =>
      conflict.columns(['region', 'human', 'role', 'organisation']).doUpdateSet(period),
    )
    .execute()
}

/** Takes a role away, now: what there was stands in the log. False where nobody had it any more. */
export async function endRole(
  transaction: InTransaction,
  region: string,
  held: { readonly human: string; readonly role: string; readonly organisation: string },
  today: CalendarDate,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('role_grant')
    .where('region', '=', region)
    .where('human', '=', held.human)
    .where('role', '=', held.role)
    .where('organisation', '=', held.organisation)
    .where('until_day', '>=', today)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Humans one can give a role: who works here by a part of their name, and anybody by the whole of their address
 * of mail. Nobody leafs through people who seek a home.
 */
export async function humansBy(
  store: Store | InTransaction,
  region: string,
  part: string,
  most: number,
): Promise<{ readonly id: string; readonly name: string; readonly email: string }[]> {
  const like = `%${part.replaceAll(/[\\%_]/g, (each) => `\\${each}`)}%`
  return store
    .selectFrom('human')
    .select(['id', 'name', 'email'])
    .where('region', '=', region)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb(sql<string>`lower(human.email)`, '=', part.toLowerCase()),
        and([
          eb('name', 'ilike', like),
          exists(
            selectFrom('role_grant')
              .select('role_grant.human')
              .whereRef('role_grant.region', '=', 'human.region')
              .whereRef('role_grant.human', '=', 'human.id'),
          ),
        ]),
      ]),
    )
    .orderBy('name')
    .limit(most)
    .execute()
}

/** A human by their id; undefined for anything that is no id of one. */
export async function humanNamed(
  store: Store | InTransaction,
  region: string,
  id: string,
): Promise<{ readonly id: string; readonly name: string; readonly email: string } | undefined> {
  if (!isUuid(id)) return undefined
  return store
    .selectFrom('human')
    .select(['id', 'name', 'email'])
    .where('region', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}
