/** Who is logged in (sessies): a token in a cookie, of which only the hash is kept. */
import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'
import { newToken, tokenHash } from './token.ts'

export type Session = {
  readonly human: string
  readonly name: string
  readonly csrf: string
  readonly person: string | undefined
  readonly roles: readonly { readonly role: string; readonly organisation: string }[]
  readonly mandates: readonly { readonly person: string; readonly may: readonly string[] }[]
}

/** Begins a session; the token is told once, and cannot be read back. */
export async function beginSession(
  store: Store | InTransaction,
  region: string,
  human: string,
  at: Date,
): Promise<string> {
  const token = newToken()
  const csrf = randomBytes(16).toString('base64url')
  await store
    .insertInto('session')
    .values({ region, hash: tokenHash(token), human, csrf, begun_at: at, seen_at: at })
    .execute()
  return token
}

/**
 * Whose session a token is, with the roles they have on a day; undefined when it has lapsed: not used since a
 * moment, or begun before another. Being used keeps it alive.
 */
export async function sessionOf(
  store: Store,
  region: string,
  token: string,
  { since, begunSince, at, today }: SessionTerms,
): Promise<Session | undefined> {
  const found = await store
    .selectFrom('session')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'session.region').onRef('human.id', '=', 'session.human'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.region', '=', 'session.region')
        .onRef('person.human', '=', 'session.human'),
    )
    .select([
      'session.human',
      'session.csrf',
      'session.seen_at',
      'human.name',
      'person.id as person',
      rolesOn(sql.ref('session.human'), region, today).as('roles'),
      mandatesOn(sql.ref('session.human'), region, today).as('mandates'),
    ])
    .where('session.region', '=', region)
    .where('session.hash', '=', tokenHash(token))
    .where('session.seen_at', '>=', since)
    .where('session.begun_at', '>=', begunSince)
    .executeTakeFirst()
  if (!found) return undefined
  const { seen_at: seenAt, ...session } = found
  if (at.getTime() - seenAt.getTime() >= keptFor) {
    await store
      .updateTable('session')
      .set({ seen_at: at })
      .where('region', '=', region)
      .where('hash', '=', tokenHash(token))
      .where('seen_at', '<', at)
      .execute()
  }
  return { ...session, person: found.person ?? undefined }
}

type Human = RawBuilder<unknown>

/** The roles a human has on a day, as one value of a row. */
function rolesOn(human: Human, region: string, today: CalendarDate) {
  return sql<Session['roles']>`(
    select coalesce(json_agg(json_build_object('role', role, 'organisation', organisation)), '[]')
    from role_grant where region = ${region} and human = ${human}
      and from_day <= ${today} and until_day >= ${today})`
}

/** The mandates a human holds on a day. */
function mandatesOn(human: Human, region: string, today: CalendarDate) {
  return sql<Session['mandates']>`(
    select coalesce(json_agg(json_build_object('person', person, 'may', may)), '[]')
    from mandate where region = ${region} and helper = ${human} and until_day >= ${today})`
}

/** Who a human is to whoever asks without a session, as a program does; undefined for an account nobody has. */
export async function humanOf(
  store: Store,
  region: string,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  today: CalendarDate,
): Promise<Omit<Session, 'csrf'> | undefined> {
  const found = await store
    .selectFrom('login')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'login.region').onRef('human.id', '=', 'login.human'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.region', '=', 'login.region').onRef('person.human', '=', 'login.human'),
    )
    .select([
      ...(['login.human', 'human.name', 'person.id as person'] as const),
      rolesOn(sql.ref('login.human'), region, today).as('roles'),
      mandatesOn(sql.ref('login.human'), region, today).as('mandates'),
    ])
    .where('login.region', '=', region)
    .where('login.issuer', '=', issuer)
    .where('login.subject', '=', subject)
    .executeTakeFirst()
  return found && { ...found, person: found.person ?? undefined }
}

export type SessionTerms = {
  readonly since: Date
  readonly begunSince: Date
  readonly at: Date
  readonly today: CalendarDate
}

/** Milliseconds in which a page more is not written down. */
const keptFor = 60_000

export type OpenSession = {
  readonly begunAt: Date
  readonly seenAt: Date
  /** The one that asks. */
  readonly isThis: boolean
}

/** Where a human is logged in (sessies), the one used last first. */
export async function sessionsOf(
  store: Store,
  region: string,
  human: string,
  { since, begunSince, token }: Omit<SessionTerms, 'at' | 'today'> & { readonly token: string },
): Promise<OpenSession[]> {
  const found = await store
    .selectFrom('session')
    .select(['hash', 'begun_at', 'seen_at'])
    .where('region', '=', region)
    .where('human', '=', human)
    .where('seen_at', '>=', since)
    .where('begun_at', '>=', begunSince)
    .orderBy('seen_at', 'desc')
    .execute()
  const own = tokenHash(token)
  return found.map(({ hash, begun_at: begunAt, seen_at: seenAt }) => ({
    ...{ begunAt, seenAt, isThis: own.equals(hash) },
  }))
}

/** Ends all sessions of a human but one. */
export async function endOtherSessions(
  store: Store,
  region: string,
  human: string,
  token: string,
): Promise<void> {
  await store
    .deleteFrom('session')
    .where('region', '=', region)
    .where('human', '=', human)
    .where('hash', '!=', tokenHash(token))
    .execute()
}

/** Whose session a token was, lapsed or not, where a form carries its secret; undefined where it is of nobody. */
export async function lapsedHuman(
  store: Store | InTransaction,
  region: string,
  token: string,
  csrf: string,
): Promise<string | undefined> {
  const found = await store
    .selectFrom('session')
    .select('human')
    .where('region', '=', region)
    .where('hash', '=', tokenHash(token))
    .where('csrf', '=', csrf)
    .executeTakeFirst()
  return found?.human
}

export async function endSession(store: Store, region: string, token: string): Promise<void> {
  await store
    .deleteFrom('session')
    .where('region', '=', region)
    .where('hash', '=', tokenHash(token))
    .execute()
}

/** Ends every session of a human; how many there were. */
export async function endSessionsOf(
  transaction: InTransaction,
  region: string,
  human: string,
): Promise<number> {
  const ended = await transaction
    .deleteFrom('session')
    .where('region', '=', region)
    .where('human', '=', human)
    .returning('hash')
    .execute()
  return ended.length
}
