/** Sends pages and files smaller (compressie), except where a stranger could learn a secret from how small. */
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { keptIn } from './cookies.ts'
import type { PageContext, WebSetting } from './visitor.ts'

/**
 * Compresses every answer but one: what somebody who is logged in is shown because another site sent their
 * browser here. Such a site chooses the question, the page may repeat it beside a form's token or an income,
 * and the length of the two compressed together tells guess by guess what the secret is (the BREACH attack).
 * A browser says itself which site it came from; one that does not say gets the page as it is.
 */
export function sendSmaller(setting: WebSetting): MiddlewareHandler {
  const compressed = compress()
  return async (context: PageContext, next) => {
    const from = context.req.header('sec-fetch-site')
    const isOwnStep = from === 'same-origin' || from === 'none'
    const isLoggedIn = keptIn(context, 'session', setting) !== undefined
    return isOwnStep || !isLoggedIn ? compressed(context, next) : next()
  }
}
