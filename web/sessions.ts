/** Where somebody is logged in (sessies), and leaving everywhere but here. */
import { html } from 'hono/html'
import { endOtherSessions, sessionsOf } from '../operations/sessions.ts'
import { formatMoment, speak } from '../words/language.ts'
import { loginTexts } from '../words/login.ts'
import type { AddPages } from './app.ts'
import { keptIn } from './cookies.ts'
import { showPage } from './page.ts'
import { formFields, type PageContext, stillOpen, type WebSetting } from './visitor.ts'

const path = '/inloggen/sessies'

export const sessionPages: AddPages = (app, setting) => {
  app.get(path, (context) => sessionsPage(context, setting))
  app.post(path, async (context) => {
    const { actor } = context.get('visitor')
    const token = keptIn(context, 'session', setting)
    if (!actor || token === undefined) return context.redirect(`/inloggen?naar=${path}`, 303)
    await endOtherSessions(setting.store, setting.region, actor.human, token)
    return context.redirect(path, 303)
  })
}

async function sessionsPage(context: PageContext, setting: WebSetting) {
  const visitor = context.get('visitor')
  const { actor, language } = visitor
  const token = keptIn(context, 'session', setting)
  if (!actor || token === undefined) return context.redirect(`/inloggen?naar=${path}`, 303)
  const { store, region, now } = setting
  const open = await sessionsOf(store, region, actor.human, { ...stillOpen(now()), token })
  const say = speak(loginTexts, language)
  const title = say('sessions-title')
  const isElsewhere = open.some(({ isThis }) => !isThis)
  const rows = open.map(
    ({ begunAt, seenAt, isThis }) =>
      html`<tr><td>${formatMoment(begunAt, language)}</td><td>${formatMoment(seenAt, language)}</td><td>${say(isThis ? 'sessions-here' : 'sessions-elsewhere')}</td></tr>`,
  )
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say(isElsewhere ? 'sessions-more' : 'sessions-one')}</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="${title}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('sessions-begun')}</th><th scope="col">${say('sessions-seen')}</th><th scope="col">${say('sessions-where')}</th></tr></thead><tbody>${rows}</tbody></table></div>
${isElsewhere ? html`<form method="post">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say('sessions-end')}</button></p></form>` : ''}
<p class="small soft">${say('sessions-lapse')}</p>`
  return showPage(context, setting, { title, body })
}
