/** Pages of logging in: what is said when it fails, and choosing who one is in the example region. */
import { html } from 'hono/html'
import { roles } from '../operations/access-table.ts'
import type { KnownAccount } from '../operations/log-in.ts'
import { scopeText } from '../words/api-operations.ts'
import { speak } from '../words/language.ts'
import { loginTexts, roleTexts } from '../words/login.ts'
import { capital } from '../words/prose.ts'
import { showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

/** Logging in did not succeed; nothing says whose fault it was. */
export function loginFailedPage(context: PageContext, setting: WebSetting) {
  const say = speak(loginTexts, context.get('visitor').language)
  const title = say('failed-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p>${say('failed')}</p>
<p><a href="/inloggen">${say('again')}</a></p>`
  return showPage(context, setting, { title, body, status: 400 })
}

/** Somebody was sent here to log in by a question that is not right. */
export function loginRefusedPage(context: PageContext, setting: WebSetting) {
  const say = speak(loginTexts, context.get('visitor').language)
  const title = say('refused-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p>${say('refused')}</p>`
  return showPage(context, setting, { title, body, status: 400 })
}

export type Choice = {
  readonly action: string
  /** What the form must carry back. */
  readonly hidden: Readonly<Record<string, string>>
  readonly accounts: readonly KnownAccount[]
  /** What a program asks to be given for, where it is a program that asks. */
  readonly program?: readonly string[]
  readonly isNameMissing?: boolean
}

/** Who one wants to be: the accounts of the example region, and somebody new. */
export function accountChoicePage(
  context: PageContext,
  setting: WebSetting,
  { action, hidden, accounts, program, isNameMissing = false }: Choice,
) {
  const { language } = context.get('visitor')
  const say = speak(loginTexts, language)
  const sayRole = speak(roleTexts, language)
  const title = say('choose-title')
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const what = ({ roles: held, hasFile, helps }: KnownAccount) => {
    const named = roles.flatMap((role) => {
      const at = held.filter((each) => each.role === role).map((each) => each.organisation)
      const where = at.filter((each) => each !== '').map(capital)
      return at.length === 0 ? [] : [[sayRole(role), ...where].join(', ')]
    })
    if (hasFile) named.push(say('has-file'))
    if (helps) named.push(say('helps'))
    return named.length === 0 ? say('nobody-yet') : named.join(' · ')
  }
  const list = (found: readonly KnownAccount[]) =>
    html`<ul>${found.map(
      (account) =>
        html`<li><button class="utrecht-button utrecht-button--subtle" name="account" value="${account.subject}"><strong>${account.name}</strong> <span class="soft">${what(account)}</span></button></li>`,
    )}</ul>`
  const workers = accounts.filter((each) => each.roles.length > 0)
  const people = accounts.filter((each) => each.roles.length === 0)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${isNameMissing ? html`<div class="panel panel--bad" role="alert" tabindex="-1" id="fouten" autofocus><p><a href="#naam">${say('new-name-missing')}</a></p></div>` : ''}
<p>${say('choose')}</p>
${program === undefined ? '' : html`<div class="panel"><p>${say(program.length === 0 ? 'program-nothing' : 'program')}</p><ul>${program.map((scope) => scopeText(scope, language)).map(({ name, about }) => html`<li><strong>${name}.</strong> ${about}</li>`)}</ul></div>`}
<form method="post" action="${action}">${fields}
<h2 class="utrecht-heading-2">${say('people')}</h2>
${list(people)}
<h2 class="utrecht-heading-2">${say('workers')}</h2>
${list(workers)}
</form>
<h2 class="utrecht-heading-2">${say('new-title')}</h2>
<form method="post" action="${action}">${fields}
<p>${say('new')}</p>
<div class="utrecht-form-field"><label class="utrecht-form-label" for="naam">${say('new-name')}</label>
<p class="utrecht-form-field-description" id="naam-hint">${say('new-name-hint')}</p>
<input class="utrecht-textbox" id="naam" name="naam" maxlength="80" autocomplete="off" aria-describedby="naam-hint"${isNameMissing ? html` aria-invalid="true"` : ''}></div>
<p><button class="utrecht-button" name="account" value="">${say('new-button')}</button></p>
</form>`
  return showPage(context, setting, { title, body, status: isNameMissing ? 422 : 200 })
}
