/**
 * Somebody logs in (inloggen): whoever says who they are has said so, and here begins their session. Who comes
 * for the first time is somebody new, without any role.
 */
import { setAccountEmail } from '../store/contacts.ts'
import {
  type Account,
  accountsOf,
  addHuman,
  addLoginAttempt,
  humanOfAccount,
  type KnownAccount,
  type LoginAttempt,
  takeLoginAttempt,
} from '../store/logins.ts'
import { beginSession, endSession } from '../store/sessions.ts'
import { inTransaction, type Setting } from './operation.ts'

export { developmentIssuer } from './example/people.ts'
export type { KnownAccount, LoginAttempt }
export { endSession }

const minutesToLogIn = 15

/** Remembers what must come back with somebody who goes to log in. */
export async function beginLogin(setting: Setting, attempt: LoginAttempt): Promise<string> {
  const { store, region, now } = setting
  return addLoginAttempt(store, region, attempt, { at: now(), since: sinceWhen(setting) })
}

/** What must have come back; once, and not for long. */
export async function takeLogin(
  setting: Setting,
  token: string,
): Promise<LoginAttempt | undefined> {
  return takeLoginAttempt(setting.store, setting.region, token, sinceWhen(setting))
}

function sinceWhen({ now }: Setting): Date {
  return new Date(now().getTime() - minutesToLogIn * 60_000)
}

/** What whoever says who people are says of somebody. */
export type NewLogin = Account & {
  readonly name: string
  readonly email: string
  /** They vouch for it that the address is this human's. */
  readonly isEmailVerified?: boolean
}

/** Whose account it is; undefined where nobody logged in by it yet. */
export async function humanOf({ store, region }: Setting, account: Account) {
  return humanOfAccount(store, region, account)
}

/** Begins the session of whose account it is; gives its token. */
export async function logIn(
  setting: Setting,
  { name, email, isEmailVerified = false, ...account }: NewLogin,
): Promise<string> {
  return inTransaction(setting, undefined, async (doing) => {
    const { transaction, region, at } = doing
    const known = await humanOfAccount(transaction, region, account)
    const human = known ?? setting.newId()
    if (known === undefined) {
      await doing.write({ kind: 'account-made', open: {}, personal: { human } })
      await addHuman(transaction, region, { ...account, id: human, name, email })
    }
    if (email !== '') {
      const said = { email, isVerified: isEmailVerified }
      await setAccountEmail(transaction, region, human, said)
    }
    return beginSession(transaction, region, human, at)
  })
}

const mostAccounts = 100

/** The accounts one can choose from at the development identity provider. */
export async function listAccounts(setting: Setting, issuer: string): Promise<KnownAccount[]> {
  return accountsOf(setting.store, setting.region, issuer, mostAccounts)
}
