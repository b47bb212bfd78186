/** How often somebody may ask for pages (verzoeklimiet), and what they read when it was too often. */
import type { MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import type { Bucket } from '../operations/limit-rate.ts'
import { speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import { showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

/** Stops whoever asks too much: a human wherever they are, and only who is not known by their address. */
export function limitRate(setting: WebSetting): MiddlewareHandler {
  const { takeOne, now } = setting
  return async (context: PageContext, next) => {
    const { actor, language } = context.get('visitor')
    const { address } = context.env ?? {}
    const bucket = bucketFor(context, actor !== undefined)
    const who = bucket === 'log-in' || !actor ? address : `human ${actor.human}`
    if (!takeOne || who === undefined) return next()
    const { allowed, seconds } = takeOne(bucket, who, now())
    if (allowed) return next()
    const say = speak(pageTexts, language)
    const title = say('too-often-title')
    context.header('retry-after', String(seconds))
    const body = html`<h1 class="utrecht-heading-1">${title}</h1><p>${say('too-often', { seconds })}</p>`
    return showPage(context, setting, { title, body, status: 429 })
  }
}

function bucketFor({ req: { path, method } }: PageContext, isKnown: boolean): Bucket {
  if (/^\/(inloggen|proef-inlog)(\/|$)/.test(path)) return 'log-in'
  if (method !== 'POST') return isKnown ? 'read' : 'visit'
  if (path === '/controle') return 'verify'
  return isKnown ? 'send' : 'visitor-send'
}
