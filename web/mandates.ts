/** Who helps somebody (machtigingen): giving a mandate by a code that is shown once, and stopping it. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { addDays } from '../core/basics/calendar-date.ts'
import {
  giveMandate,
  inviteDays,
  mandateCode,
  mandateMonths,
  type NewMandate,
} from '../operations/give-mandate.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import {
  type MandateScope,
  mandateScopes,
  type StoredInvite,
  type StoredMandate,
  viewMandates,
} from '../operations/view-mandates.ts'
import { withdrawMandate } from '../operations/withdraw-mandate.ts'
import { type Language, speak } from '../words/language.ts'
import { mandateTexts } from '../words/mandates.ts'
import { type AddPages, notFound } from './app.ts'
import { keptIn } from './cookies.ts'
import { choiceField, type Fault, faultSummary, problemPanel, textField } from './form.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { scopesInWords } from './whose.ts'

export const mandatePages: AddPages = (app, setting) => {
  app.get('/mijn/machtigingen', (context) => mandatesPage(context, setting))
  app.post('/mijn/machtigingen', (context) => give(context, setting))
  app.get('/mijn/machtigingen/code', (context) => codePage(context, setting))
  app.post('/mijn/machtigingen/stoppen', (context) => stop(context, setting))
}

type Sent = {
  readonly answers: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
  readonly problem?: string
}

async function mandatesPage(context: PageContext, setting: WebSetting, sent?: Sent) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const mandates = await viewMandates(setting, found.actor, found.person)
  if (isRefusal(mandates)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mandateTexts, language)
  const { running, invited } = mandates
  const faults = sent?.faults ?? []
  const stopped = context.req.query('gestopt') !== undefined
  const title = say('title')
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(sent?.problem)}
${stopped ? html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${say('withdrawn')}</strong></p><p>${say('withdrawn-more')}</p></div>` : ''}
<p class="lead">${say('lead')}</p>
${running.length + invited.length === 0 ? html`<p>${say('none')}</p>` : ''}
<ul class="cards cards--two">${running.map((each) => mandateCard(context, each, language))}${invited.map((each) => inviteCard(context, each, language))}</ul>
<h2 class="utrecht-heading-2">${say('give')}</h2><p>${say('give-lead')}</p>
<form method="post" novalidate>${formFields(visitor)}
${mandateFields(sent?.answers ?? {}, faults, language)}
<p class="actions"><button class="utrecht-button">${say('give-button')}</button></p></form>
<h2 class="utrecht-heading-2">${say('never-title')}</h2><p>${say('never')}</p>`
  const status = faults.length > 0 ? 422 : sent?.problem === undefined ? 200 : 409
  return showPage(context, setting, { title, body, status })
}

/** What is asked of a mandate: who, for what, and for how long. */
export function mandateFields(
  answers: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  language: Language,
  asked?: { readonly name: string; readonly hint: string },
): Html {
  const say = speak(mandateTexts, language)
  const { name, hint } = asked ?? { name: say('name'), hint: say('name-hint') }
  return html`${textField({ ...{ name: 'naam', label: name, hint }, value: answers.naam, faults, complete: 'off' })}
${choiceField({
  ...{ name: 'mag', label: say('what'), hint: say('what-hint'), many: true },
  ...{ value: answers.mag, faults },
  choices: mandateScopes
    .filter((scope) => scope !== 'read')
    .map((scope) => ({
      value: scope,
      label: say(`scope-${scope}`),
      // Said to the person themselves, and so not to who writes down what they want.
      ...(!asked && { hint: say(`scope-${scope}-more`) }),
    })),
})}
${choiceField({
  ...{ name: 'duur', label: say('term'), value: answers.duur ?? '12', faults },
  choices: mandateMonths.map((months) => ({
    value: String(months),
    label: say('months', { months }),
  })),
})}`
}

/** What somebody may, and until when. */
export function mandateInWords(
  { may, until }: Pick<StoredMandate, 'may' | 'until'>,
  language: Language,
): Html {
  const say = speak(mandateTexts, language)
  return html`${say('may', { may: allowed(may, language) })}<br>${say('until', { until })}`
}

/** The same of an invitation, with until when its code works. */
export function inviteInWords(
  { may, madeAt }: Pick<StoredInvite, 'may' | 'madeAt'>,
  language: Language,
): Html {
  const say = speak(mandateTexts, language)
  const until = addDays(dayOf(madeAt), inviteDays)
  return html`${say('may', { may: allowed(may, language) })}<br>${say('invite-until', { until })}`
}

function mandateCard(context: PageContext, mandate: StoredMandate, language: Language): Html {
  const { helper, name } = mandate
  const say = speak(mandateTexts, language)
  return html`<li class="card"><h2>${name}</h2><p>${mandateInWords(mandate, language)}</p>
${stopForm(context, { helper }, say('withdraw', { name }))}</li>`
}

function inviteCard(context: PageContext, invite: StoredInvite, language: Language): Html {
  const { id, name } = invite
  const say = speak(mandateTexts, language)
  return html`<li class="card"><h2>${name}</h2><p><span class="mark">${say('invited')}</span></p><p>${inviteInWords(invite, language)}</p>
${stopForm(context, { invite: id }, say('withdraw-invite', { name }))}</li>`
}

function allowed(may: readonly string[], language: Language): string {
  return scopesInWords(
    mandateScopes.filter((scope) => may.includes(scope)),
    language,
  )
}

function stopForm(
  context: PageContext,
  which: Readonly<Record<string, string>>,
  words: string,
): Html {
  return html`<form method="post" action="/mijn/machtigingen/stoppen">${formFields(context.get('visitor'))}${Object.entries(which).map(([name, value]) => html`<button class="utrecht-button utrecht-button--secondary-action" name="${name}" value="${value}">${words}</button>`)}</form>`
}

async function give(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const say = speak(mandateTexts, language)
  const answers = await submitted(context)
  const { given, code } = mandateFrom(context, setting, answers)
  const input = { person: found.person, ...given }
  const outcome = await carryOut(setting, found.actor, giveMandate, input, answers.key)
  if (isRefusal(outcome)) {
    const { refused, facts } = outcome
    switch (refused) {
      case 'not-found':
        return notFound(context, setting)
      case 'name-missing':
        return mandatesPage(context, setting, {
          ...{ answers, faults: [{ field: 'naam', text: say('name-missing') }] },
        })
      case 'term-missing':
        return mandatesPage(context, setting, {
          ...{ answers, faults: [{ field: 'duur', text: say('term-missing') }] },
        })
      default: {
        const problem =
          refused === 'too-many-helpers' ? say('too-many-helpers', { ...facts }) : say('other')
        return mandatesPage(context, setting, { answers, faults: [], problem })
      }
    }
  }
  keepCode(context, setting, { path: codePath, code })
  return context.redirect(codePath, 303)
}

/** The mandate that such answers ask for, with the code of this form. */
export function mandateFrom(
  context: PageContext,
  setting: WebSetting,
  { naam: name = '', mag = '', duur = '', key = '' }: Readonly<Record<string, string>>,
): { readonly given: Omit<NewMandate, 'person'>; readonly code: string } {
  const may = mandateScopes.filter((scope): scope is MandateScope => mag.split(',').includes(scope))
  const code = codeFor(context, setting, key)
  return { given: { name, may, months: Number(duur), code }, code }
}

/** Has a code shown once, on the page at this path. */
export function keepCode(
  context: PageContext,
  setting: WebSetting,
  { path, code }: { readonly path: string; readonly code: string },
): void {
  setCookie(context, codeCookie, code, {
    ...{ path, httpOnly: true, sameSite: 'Strict', secure: setting.isSecure },
    maxAge: secondsShown,
  })
}

const codeCookie = 'machtigingscode'
const codePath = '/mijn/machtigingen/code'
const secondsShown = 120

/**
 * The code that follows from the session and the key of the form: sending it twice gives the same code, and
 * nobody can find it in what is kept, for of the session only a hash is.
 */
function codeFor(context: PageContext, setting: WebSetting, key: string): string {
  const session = keptIn(context, 'session', setting) ?? ''
  return mandateCode(`${session} ${key}`)
}

async function codePage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const say = speak(mandateTexts, context.get('visitor').language)
  const title = say('code-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${codePart(context, setting, codePath)}
<p><a href="/mijn/machtigingen">${say('back')}</a></p>`
  return showPage(context, setting, { title, body })
}

/** The code, once, with what else is to be said of it; that it was shown already after that. */
export function codePart(
  context: PageContext,
  setting: WebSetting,
  path: string,
  more: Html | '' = '',
): Html {
  const say = speak(mandateTexts, context.get('visitor').language)
  const code = getCookie(context, codeCookie)
  deleteCookie(context, codeCookie, { path })
  if (code === undefined) return html`<p class="panel">${say('code-gone')}</p>`
  const until = addDays(dayOf(setting.now()), inviteDays)
  return html`<p class="lead">${say('code-lead')}</p>
<dl class="facts"><dt>${say('code-label')}</dt><dd><strong class="code">${code}</strong></dd></dl>
<p>${say('code-until', { until })}</p><p>${say('code-how')}</p>${more}<p class="small soft">${say('print')}</p>`
}

async function stop(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { helper, invite, key } = await submitted(context)
  const which = { ...(helper !== undefined && { helper }), ...(invite !== undefined && { invite }) }
  const input = { person: found.person, ...which }
  const outcome = await carryOut(setting, found.actor, withdrawMandate, input, key)
  // What has stopped already has stopped: that is what was asked.
  if (isRefusal(outcome) && outcome.refused !== 'mandate-over') return notFound(context, setting)
  return context.redirect('/mijn/machtigingen?gestopt=ja', 303)
}
