/** Sends pages and files smaller (compressie), except where a stranger could learn a secret from how small. */
import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
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
    if (!isOwnStep && isLoggedIn) return next()
    return compressed(context, async () => {
      await next()
      await packPage(context)
    })
  }
}

/** Nearly as small as can be, for half of the time. */
const level = 4

// A page is there whole: packed at once it takes a third of the time that a stream does, which is left for files.
async function packPage(context: PageContext): Promise<void> {
  const { res, req } = context
  const isPage = res.headers.get('content-type')?.startsWith('text/html') ?? false
  if (!isPage || req.method === 'HEAD' || res.headers.has('content-encoding')) return
  const supports = ['gzip', 'identity']
  if (accepts(context, { header: 'Accept-Encoding', supports, default: 'identity' }) !== 'gzip')
    return
  const page = new Uint8Array(await res.arrayBuffer())
  context.res = new Response(gzipSync(page, { level }), res)
  context.res.headers.append('vary', 'Accept-Encoding')
  context.res.headers.set('content-encoding', 'gzip')
  context.res.headers.delete('content-length')
}
