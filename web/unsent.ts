/** What somebody sent after their login had lapsed (niet verstuurd): to be sent after all, or not. */
import { html } from 'hono/html'
import { dropUnsent, type UnsentForm, unsentForm } from '../operations/unsent-form.ts'
import { speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import type { AddPages } from './app.ts'
import { type Html, showPage } from './page.ts'
import { unsentMark } from './visitor.ts'
import { toLogin } from './whose.ts'
import { workAddress } from './work-ways.ts'

const path = '/verder'

export const unsentPages: AddPages = (app, setting) => {
  app.get(path, async (context) => {
    const { actor, csrf = '', language } = context.get('visitor')
    if (!actor) return toLogin(context)
    const unsent = await unsentForm(setting, actor)
    if (!unsent) return context.redirect(workAddress(actor) ?? '/mijn', 303)
    const say = speak(pageTexts, language)
    const title = say('unsent-title')
    const { action, page, fields } = unsent
    const secret = html`<input type="hidden" name="csrf" value="${csrf}">`
    const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('unsent')}</p>
${written(unsent).map((text) => html`<p><strong>${say('unsent-typed')}:</strong></p><p class="note">${text}</p>`)}
${page === undefined ? '' : html`<p><a href="${page}">${say('unsent-page')}</a></p>`}
<div class="actions"><form method="post" action="${action}">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<input type="hidden" name="${unsentMark}" value="ja">${secret}<button class="utrecht-button">${say('unsent-send')}</button></form>
${dropForm(secret, say('unsent-drop'))}</div>`
    return showPage(context, setting, { title, body })
  })

  app.post(path, async (context) => {
    const { actor } = context.get('visitor')
    if (!actor) return toLogin(context)
    await dropUnsent(setting, actor)
    return context.redirect(workAddress(actor) ?? '/mijn', 303)
  })
}

function dropForm(secret: Html, text: string): Html {
  return html`<form method="post" action="${path}">${secret}<button class="utrecht-button utrecht-button--subtle">${text}</button></form>`
}

/** What can be shown as it was typed: sentences. A choice or a number says nothing without its question. */
function written({ fields }: UnsentForm): string[] {
  return fields.flatMap(([, value]) => (/\s\S+\s/.test(value) ? [value] : []))
}
