/** Who looks at a page (bezoeker), in which language, and what their forms must carry. */
import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import type { TakeOne } from '../operations/limit-rate.ts'
import { type Actor, dayOf, type Setting } from '../operations/operation.ts'
import { actorFrom, sessionOf } from '../operations/sessions.ts'
import { dropUnsent, keepUnsent, type UnsentForm } from '../operations/unsent-form.ts'
import { type Language, languages, speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import { keep, keptIn } from './cookies.ts'
import { showPage } from './page.ts'

/** What the pages need beside what operations do. */
export type WebSetting = Setting & {
  /** What people call the region; an example region says on every page that it is one. */
  readonly regionName: string
  readonly isExample: boolean
  /** The address at which people find the site, where it is another than a request came to. */
  readonly origin?: string
  /** Where letters that do not arrive go back to. */
  readonly returnAddress?: string
  /** Cookies go over an encrypted connection only. */
  readonly isSecure: boolean
  /** There is a page about the interface for programs, to which every page leads. */
  readonly hasReference?: boolean
  /** Counts how often somebody asks; without it nobody is stopped. */
  readonly takeOne?: TakeOne
}

export type Visitor = {
  readonly language: Language
  readonly actor: Actor | undefined
  readonly name: string | undefined
  readonly csrf: string | undefined
  /** Whose file the page is about: nobody else's than one's own where it is empty. */
  readonly behalf?: string
}

export type PageEnv = {
  /** The address a request came from, where it tells visitors apart. */
  Bindings: { readonly address?: string | undefined }
  Variables: { visitor: Visitor }
}
export type PageContext = Context<PageEnv>

/** So long does a login stay when nothing is asked. */
export const idleMinutes = 30
const hoursAtMost = 12

/** Since when a session must have been used, and begun, to be open at a moment. */
export function stillOpen(at: Date): { readonly since: Date; readonly begunSince: Date } {
  return {
    since: new Date(at.getTime() - idleMinutes * 60_000),
    begunSince: new Date(at.getTime() - hoursAtMost * 3_600_000),
  }
}

/** Looks up who is visiting, and lets the language be switched on every page. */
export function recognise(setting: WebSetting): MiddlewareHandler {
  return async (context: PageContext, next) => {
    const asked = languages.find((each) => each === context.req.query('taal'))
    if (asked) keep(context, 'language', asked, setting)
    const kept = languages.find((each) => each === keptIn(context, 'language', setting))
    const token = keptIn(context, 'session', setting)
    const language = asked ?? kept ?? 'nl'
    // Also who cannot be looked up, because the database is away, reads why.
    context.set('visitor', { language, name: undefined, csrf: undefined, actor: undefined })
    const at = setting.now()
    const session =
      token === undefined
        ? undefined
        : await sessionOf(setting.store, setting.region, token, {
            ...{ ...stillOpen(at), at, today: dayOf(at) },
          })
    context.set('visitor', {
      language,
      name: session?.name,
      csrf: session?.csrf,
      actor: session && actorFrom(session),
    })
    // What is shown to somebody stays in no cache, of a browser that others use neither.
    if (session) context.header('cache-control', 'no-store')
    await next()
  }
}

/**
 * Refuses a form that does not come from one of our own pages, or from one of before somebody logged in anew.
 * It says so, and how to go on: a tired person with two tabs open is no attacker.
 */
export function refuseForgedForms(setting: WebSetting): MiddlewareHandler {
  return async (context: PageContext, next) => {
    if (context.req.method !== 'POST') return next()
    const { actor, csrf, language } = context.get('visitor')
    // A browser says itself when another site sent the form.
    const isFromElsewhere = context.req.header('sec-fetch-site') === 'cross-site'
    if (csrf === undefined && !isFromElsewhere) {
      return (await keptForLater(context, setting)) ? lapsedPage(context, setting) : next()
    }
    // What cannot be read as a form did not come from one of ours either.
    const sent = csrf === undefined ? {} : await context.req.parseBody().catch(() => ({ csrf: '' }))
    const isOurs = csrf === undefined || sent.csrf === csrf
    if (isOurs && !isFromElsewhere) {
      if (actor && unsentMark in sent) await dropUnsent(setting, actor)
      return next()
    }
    const say = speak(pageTexts, language)
    const title = say('form-refused-title')
    const body = html`<h1 class="utrecht-heading-1">${title}</h1><p>${say('form-refused')}</p>`
    return showPage(context, setting, { title, body, status: 403 })
  }
}

/** What a form carries that was kept while somebody logged in anew. */
export const unsentMark = 'bewaard'

/** Whether a form of a login that lapsed was kept; who sends no such form is nobody's. */
async function keptForLater(context: PageContext, setting: WebSetting): Promise<boolean> {
  const token = keptIn(context, 'session', setting)
  const sent = token === undefined ? undefined : await sentForm(context)
  if (token === undefined || !sent?.csrf) return false
  return keepUnsent(setting, { token, csrf: sent.csrf }, sent.form)
}

/** What was sent, to be sent once more; undefined where there was a file, which is not kept. */
export async function sentForm(
  context: PageContext,
): Promise<{ readonly form: UnsentForm; readonly csrf: string | undefined } | undefined> {
  const sent = await context.req.parseBody({ all: true }).catch(() => ({}))
  const pairs = Object.entries(sent).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  )
  const fields = pairs.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const isEmptyFile = (value: unknown) => value instanceof File && value.size === 0
  const hasFile = pairs.some(([, value]) => typeof value !== 'string' && !isEmptyFile(value))
  if (hasFile) return undefined
  const { pathname, search } = new URL(context.req.url)
  return {
    csrf: fields.find(([name]) => name === 'csrf')?.[1],
    form: {
      ...{ action: pathname + search, page: cameFrom(context) },
      fields: fields.filter(([name]) => name !== 'csrf' && name !== unsentMark),
    },
  }
}

/** The page of ours somebody came from, as their browser says. */
export function cameFrom(context: PageContext): string | undefined {
  const said = URL.parse(context.req.header('referer') ?? '')
  const isHere = said !== null && said.host === context.req.header('host')
  return isHere ? said.pathname + said.search : undefined
}

function lapsedPage(context: PageContext, setting: WebSetting) {
  const say = speak(pageTexts, context.get('visitor').language)
  const title = say('lapsed-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lapsed')}</p>
<p class="actions"><a class="utrecht-button" href="/inloggen?naar=/verder">${say('lapsed-log-in')}</a></p>`
  return showPage(context, setting, { title, body, status: 403 })
}

/**
 * What every form carries: that it is ours, a key by which sending it twice does it once, and for whom it was
 * meant by who acts for somebody.
 */
export function formFields({ csrf, behalf }: Visitor) {
  return html`${behalf === undefined ? '' : html`<input type="hidden" name="namens" value="${behalf}">`}<input type="hidden" name="csrf" value="${csrf ?? ''}"><input type="hidden" name="key" value="${randomUUID()}">`
}
