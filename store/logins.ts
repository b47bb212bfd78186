/** How humans log in (inloggen): their accounts at whoever says who they are, and logging in that was begun. */
import type { InTransaction, Store } from './database.ts'
import { newToken, tokenHash } from './token.ts'

export type Account = { readonly issuer: string; readonly subject: string }

export async function humanOfAccount(
  store: Store | InTransaction,
  region: string,
  { issuer, subject }: Account,
): Promise<string | undefined> {
  const found = await store
    .selectFrom('login')
    .select('human')
    .where('region', '=', region)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found?.human
}

/** Adds a human with their account; the database refuses an account that somebody has already. */
export async function addHuman(
  transaction: InTransaction,
  region: string,
  human: Account & { readonly id: string; readonly name: string; readonly email: string },
): Promise<void> {
  const { issuer, subject, id, name, email } = human
  await transaction.insertInto('human').values({ region, id, name, email }).execute()
  await transaction.insertInto('login').values({ region, issuer, subject, human: id }).execute()
}

export type KnownAccount = {
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly roles: readonly { readonly role: string; readonly organisation: string }[]
  readonly hasFile: boolean
  readonly helps: boolean
}

/** Accounts of one issuer, in the order of their names. */
export async function accountsOf(
  store: Store,
  region: string,
  issuer: string,
  most: number,
): Promise<KnownAccount[]> {
  const accounts = await store
    .selectFrom('login')
    .innerJoin('human', (join) =>
      join.onRef('human.region', '=', 'login.region').onRef('human.id', '=', 'login.human'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.region', '=', 'human.region').onRef('person.human', '=', 'human.id'),
    )
    .select(['login.subject', 'human.id', 'human.name', 'human.email', 'person.id as person'])
    .where('login.region', '=', region)
    .where('login.issuer', '=', issuer)
    .orderBy('human.name')
    .limit(most)
    .execute()
  if (accounts.length === 0) return []
  const ids = accounts.map(({ id }) => id)
  const roles = await store
    .selectFrom('role_grant')
    .select(['human', 'role', 'organisation'])
    .where('region', '=', region)
    .where('human', 'in', ids)
    .execute()
  const helpers = await store
    .selectFrom('mandate')
    .select('helper')
    .where('region', '=', region)
    .where('helper', 'in', ids)
    .execute()
  const helping = new Set(helpers.map(({ helper }) => helper))
  return accounts.map(({ id, subject, name, email, person }) => ({
    ...{ subject, name, email, hasFile: person !== null, helps: helping.has(id) },
    roles: roles.filter(({ human }) => human === id),
  }))
}

export type LoginAttempt = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
}

/** Keeps what must come back; gives the token by which the browser is known again. */
export async function addLoginAttempt(
  store: Store,
  region: string,
  { returnTo, ...attempt }: LoginAttempt,
  { at, since }: { readonly at: Date; readonly since: Date },
): Promise<string> {
  const token = newToken()
  await store
    .deleteFrom('login_attempt')
    .where('region', '=', region)
    .where('at', '<', since)
    .execute()
  await store
    .insertInto('login_attempt')
    .values({ region, hash: tokenHash(token), ...attempt, return_to: returnTo, at })
    .execute()
  return token
}

/** What was kept under a token, once. */
export async function takeLoginAttempt(
  store: Store,
  region: string,
  token: string,
  since: Date,
): Promise<LoginAttempt | undefined> {
  const taken = await store
    .deleteFrom('login_attempt')
    .where('region', '=', region)
    .where('hash', '=', tokenHash(token))
    .returning(['state', 'nonce', 'verifier', 'return_to as returnTo', 'at'])
    .executeTakeFirst()
  return taken && taken.at >= since ? taken : undefined
}
