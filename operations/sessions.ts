/** Who is there (wie er is): a session of a browser, or the account a program acts for, and what they may. */
import { humanOf, type Session } from '../store/sessions.ts'
import { mandateScopes, roles } from './access-table.ts'
import { type Actor, dayOf, type Setting } from './operation.ts'

export {
  beginSession,
  endOtherSessions,
  endSession,
  type OpenSession,
  type Session,
  sessionOf,
  sessionsOf,
} from '../store/sessions.ts'

/** What operations need to know of somebody; roles that no longer exist count for nothing. */
export function actorFrom(found: Omit<Session, 'csrf'>): Actor {
  return {
    human: found.human,
    ...(found.person !== undefined && { person: found.person }),
    roles: found.roles.flatMap(({ role, organisation }) => {
      const known = roles.find((each) => each === role)
      return known ? [{ role: known, organisation }] : []
    }),
    mandates: found.mandates.map(({ person, may }) => ({
      person,
      may: mandateScopes.filter((scope) => may.includes(scope)),
    })),
  }
}

/** Who has an account, with the roles of today: undefined for who never logged in on the site. */
export async function actorOfAccount(
  { store, region, now }: Setting,
  account: { readonly issuer: string; readonly subject: string },
): Promise<{ readonly actor: Actor; readonly name: string } | undefined> {
  const found = await humanOf(store, region, account, dayOf(now()))
  return found && { actor: actorFrom(found), name: found.name }
}
