/**
 * Whose file a page is about (namens wie): one's own, or that of somebody one helps. Whom a helper acts for is
 * kept in a cookie and never in an address, and counts only while the mandate does.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Actor } from '../operations/operation.ts'
import { peopleHelped } from '../operations/view-own-file.ts'
import { speak } from '../words/language.ts'
import { mineTexts } from '../words/mine.ts'
import type { AddPages } from './app.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'

const onBehalfCookie = 'namens'

export type Whose = {
  readonly actor: Actor
  readonly person: string
  /** Somebody else's file, under a mandate. */
  readonly isHelper: boolean
}

/** Undefined for who is not logged in, or has no file and helps nobody. */
export function whose(context: PageContext): Whose | undefined {
  const { actor } = context.get('visitor')
  if (!actor) return undefined
  const chosen = getCookie(context, onBehalfCookie)
  const helped = actor.mandates.find((each) => each === chosen)
  if (helped !== undefined) return { actor, person: helped, isHelper: true }
  if (actor.person !== undefined) return { actor, person: actor.person, isHelper: false }
  const [only, ...more] = actor.mandates
  return only === undefined || more.length > 0 ? undefined : { actor, person: only, isHelper: true }
}

/** Says on every page of a file that one acts for somebody else, and for whom. */
export async function onBehalf(context: PageContext, setting: WebSetting): Promise<Html | ''> {
  const found = whose(context)
  if (!found?.isHelper) return ''
  const visitor = context.get('visitor')
  const say = speak(mineTexts, visitor.language)
  const people = await peopleHelped(setting, found.actor)
  const name = people.find(({ id }) => id === found.person)?.name ?? ''
  return html`<form class="panel behalf" method="post" action="/mijn/namens">${formFields(visitor)}<p><strong>${say('on-behalf', { name })}</strong> ${say('on-behalf-more')}</p><button class="utrecht-button utrecht-button--subtle" name="person" value="">${say('on-behalf-stop')}</button></form>`
}

/** Choosing for whom one acts. */
export const behalfPages: AddPages = (app, setting) => {
  app.get('/mijn/namens', async (context) => {
    const visitor = context.get('visitor')
    if (!visitor.actor) return toLogin(context)
    const say = speak(mineTexts, visitor.language)
    const people = await peopleHelped(setting, visitor.actor)
    const title = say('behalf-title')
    const own = visitor.actor.person === undefined ? [] : [{ id: '', name: say('behalf-self') }]
    const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p>${people.length === 0 ? say('behalf-none') : say('behalf-lead')}</p>
<form method="post">${formFields(visitor)}<ul class="plain">${[...own, ...people].map(({ id, name }) => html`<li><button class="utrecht-button utrecht-button--secondary-action" name="person" value="${id}">${name}</button></li>`)}</ul></form>`
    return showPage(context, setting, { title, body })
  })
  app.post('/mijn/namens', async (context) => {
    const { actor } = context.get('visitor')
    const { person = '' } = await submitted(context)
    if (actor?.mandates.includes(person)) {
      const options = {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: setting.isSecure,
      } as const
      setCookie(context, onBehalfCookie, person, options)
    } else deleteCookie(context, onBehalfCookie, { path: '/' })
    return context.redirect('/mijn', 303)
  })
}

/** To the login, and from there back to this page. */
export function toLogin(context: PageContext) {
  return context.redirect(`/inloggen?terug=${encodeURIComponent(context.req.path)}`, 303)
}
