/**
 * What the site keeps in a browser (cookies). Over an encrypted connection a name says by its prefix what the
 * browser must hold it to; on loopback, where nothing is encrypted, a browser would refuse such a name.
 */
import { getCookie, setCookie } from 'hono/cookie'
import type { PageContext, WebSetting } from './visitor.ts'

/** `session`: who is logged in; `attempt`: a login under way; `language`: in which language they read. */
export type Kept = keyof typeof names

const names = { session: 'sessie', attempt: 'inlogpoging', language: 'taal' } as const

type Connection = Pick<WebSetting, 'isSecure'>

/** How a browser knows it. */
function cookieName(kept: Kept, { isSecure }: Connection): string {
  return isSecure ? `__Host-${names[kept]}` : names[kept]
}

export function keptIn(
  context: PageContext,
  kept: Kept,
  connection: Connection,
): string | undefined {
  return getCookie(context, cookieName(kept, connection))
}

/** Has the browser keep it until it is closed: for this site alone, and out of reach of scripts. */
export function keep(
  context: PageContext,
  kept: Kept,
  value: string,
  connection: Connection,
): void {
  setCookie(context, cookieName(kept, connection), value, optionsOf(connection))
}

/** Has the browser forget it. */
export function forget(context: PageContext, kept: Kept, connection: Connection): void {
  setCookie(context, cookieName(kept, connection), '', { ...optionsOf(connection), maxAge: 0 })
}

function optionsOf({ isSecure }: Connection) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
}
