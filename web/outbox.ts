/** Pages of the outbox of development (uitbak): the mail that would have gone out. */
import { html } from 'hono/html'
import { formatMoment, speak } from '../words/language.ts'
import { outboxTexts } from '../words/outbox.ts'
import { backLink, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

export type KeptMail = {
  readonly message: string
  readonly at: Date
  readonly to: string
  readonly subject: string
  readonly text: string
}

export function outboxPage(
  context: PageContext,
  setting: WebSetting,
  { mails, path }: { readonly mails: readonly KeptMail[]; readonly path: string },
) {
  const { language } = context.get('visitor')
  const say = speak(outboxTexts, language)
  const title = say('title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lead')}</p>
${
  mails.length === 0
    ? html`<p>${say('none')}</p>`
    : html`<ul class="plain">${mails.map(({ message, at, to, subject }) => html`<li class="message"><h2 class="utrecht-heading-3"><a href="${path}/${message}">${subject}</a></h2><p class="small soft">${formatMoment(at, language)} · ${say('to', { to })}</p></li>`)}</ul>`
}`
  return showPage(context, setting, { title, body })
}

export function outboxMailPage(
  context: PageContext,
  setting: WebSetting,
  { mail, path }: { readonly mail: KeptMail; readonly path: string },
) {
  const { language } = context.get('visitor')
  const say = speak(outboxTexts, language)
  const { message, at, to, subject, text } = mail
  const lines = text.split('\n').map((line) => {
    const isOurs = /^https?:\/\/\S+$/.test(line)
    return isOurs ? html`<a href="${line}">${line}</a><br>` : html`${line}<br>`
  })
  const body = html`${backLink(path, say('back'))}<h1 class="utrecht-heading-1">${subject}</h1>
<p class="small soft">${formatMoment(at, language)} · ${say('to', { to })} · <a href="${path}/${message}/opmaak">${say('html')}</a></p>
<div class="panel mail-text">${lines}</div>`
  return showPage(context, setting, { title: subject, body })
}
