/** How somebody is reached (bereikbaarheid), and the links in mail that work without logging in. */
import { html } from 'hono/html'
import {
  type ContactView,
  changeContact,
  contactWishes,
  viewContact,
} from '../operations/change-contact.ts'
import { canConfirm, confirmAddress } from '../operations/confirm-address.ts'
import { carryOut, inTransaction, isRefusal } from '../operations/operation.ts'
import { isEmailOrNothing, text } from '../operations/registration-form.ts'
import { canStop, stopSearches } from '../operations/search-homes.ts'
import { contactTexts } from '../words/contact.ts'
import { type Language, languages, speak } from '../words/language.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { choiceField, type Fault, faultSummary, problemPanel, textField } from './form.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

export const contactPages: AddPages = (app, setting) => {
  app.get('/mijn/berichten/instellen', (context) => contactPage(context, setting))
  app.post('/mijn/berichten/instellen', (context) => saveContact(context, setting))
  app.get('/mail/bevestigen/:token', (context) => confirmPage(context, setting))
  app.post('/mail/bevestigen/:token', (context) => confirm(context, setting))
  app.get('/mail/stoppen/:token', (context) => stopPage(context, setting))
  app.post('/mail/stoppen/:token', (context) => stop(context, setting))
}

type Sent = {
  readonly answers: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
  readonly problem?: string
}

async function contactPage(context: PageContext, setting: WebSetting, sent?: Sent) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const view = await viewContact(setting, found.actor, found.person)
  if (isRefusal(view)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const say = speak(contactTexts, visitor.language)
  const { faults = [], problem } = sent ?? {}
  const value = {
    email: sent?.answers.email ?? view.email,
    wants: sent?.answers.wants ?? view.wants,
    taal: sent?.answers.taal ?? view.language,
    telefoon: sent?.answers.telefoon ?? view.phone,
    postadres: sent?.answers.postadres ?? view.postalAddress,
  }
  const title = say('title')
  const isSaved = context.req.query('opgeslagen') === 'ja' && !sent
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, visitor.language)}<h1 class="utrecht-heading-1">${title}</h1>
${isSaved ? html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${say('saved')}</strong></p></div>` : ''}
${problemPanel(problem)}
<p class="lead">${say('lead')}</p>
<form method="post" novalidate>${formFields(visitor)}
${mailPart(view, visitor.language)}
${textField({ ...{ name: 'email', label: say('f-email'), kind: 'email' }, value: value.email, faults, complete: 'email' })}
${choiceField({
  ...{ name: 'wants', label: say('f-wants'), value: value.wants },
  choices: [
    { value: 'everything', label: say('wants-everything') },
    {
      value: 'important',
      label: say('wants-important'),
      hint: say('wants-important-hint'),
    },
    { value: 'nothing', label: say('wants-nothing'), hint: say('wants-nothing-hint') },
  ],
})}
${choiceField({
  ...{ name: 'taal', label: say('f-language'), value: value.taal },
  choices: [
    { value: 'nl', label: say('dutch') },
    { value: 'en', label: say('english') },
  ],
})}
${textField({ ...{ name: 'telefoon', label: say('f-phone'), hint: say('f-phone-hint') }, value: value.telefoon, faults, complete: 'tel' })}
${textField({ ...{ name: 'postadres', label: say('f-postal'), hint: say('f-postal-hint') }, value: value.postadres, faults, complete: 'street-address' })}
<p class="measure">${say('told-there')}</p>
<p class="actions"><button class="utrecht-button">${say('save')}</button> <a href="/mijn/berichten">${say('back')}</a></p></form>`
  const status = faults.length > 0 ? 422 : problem === undefined ? 200 : 409
  return showPage(context, setting, { title, body, status })
}

// Another attempt is a button beside what it is about, in the same form: nothing typed gets lost by it.
function mailPart({ mail, email }: ContactView, language: Language): Html {
  const say = speak(contactTexts, language)
  const kind = mail === 'works' ? ' panel--good' : mail === 'bounced' ? ' panel--bad' : ''
  const mark = mail === 'works' ? html`<span aria-hidden="true">✓</span> ` : ''
  const again =
    mail === 'asked' || mail === 'bounced'
      ? html`<p class="actions"><button class="utrecht-button utrecht-button--secondary-action" name="opnieuw" value="ja">${say('ask-again')}</button></p>`
      : ''
  return html`<section class="panel${kind}"><p>${mark}${say(`mail-${mail}`, { email })}</p>${again}</section>`
}

async function saveContact(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const answers = await submitted(context)
  const say = speak(contactTexts, language)
  const email = text(answers, 'email')
  if (!isEmailOrNothing(email)) {
    return contactPage(context, setting, {
      answers,
      faults: [{ field: 'email', text: say('email-odd') }],
    })
  }
  const { actor, person } = found
  const input = {
    ...{ person, email, phone: text(answers, 'telefoon') },
    postalAddress: text(answers, 'postadres'),
    wants: contactWishes.find((each) => each === answers.wants) ?? 'everything',
    language: languages.find((each) => each === answers.taal) ?? 'nl',
    ...(answers.opnieuw === 'ja' && { askAgain: true }),
  } as const
  const outcome = await carryOut(setting, actor, changeContact, input, answers.key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const told = refusalText(outcome, language)
    const field = outcome.refused === 'phone-odd' ? 'telefoon' : 'postadres'
    const isField = outcome.refused === 'phone-odd' || outcome.refused === 'text-too-long'
    return contactPage(context, setting, {
      ...{ answers, faults: isField ? [{ field, text: told }] : [] },
      ...(!isField && { problem: told }),
    })
  }
  return context.redirect('/mijn/berichten/instellen?opgeslagen=ja', 303)
}

function tokenFrom(context: PageContext): string {
  return context.req.param('token') ?? ''
}

/** Asks with a button: whatever opens links in mail by itself, such as a scanner, confirms nothing. */
async function confirmPage(context: PageContext, setting: WebSetting) {
  const may = await inTransaction(setting, undefined, (doing) =>
    canConfirm(doing, tokenFrom(context)),
  )
  const visitor = context.get('visitor')
  const say = speak(contactTexts, visitor.language)
  if (!may) return linkOver(context, setting, say('link-over'))
  const title = say('confirm-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('confirm-lead')}</p>
<form method="post">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say('confirm-button')}</button></p></form>`
  return showPage(context, setting, { title, body })
}

async function confirm(context: PageContext, setting: WebSetting) {
  const outcome = await inTransaction(setting, undefined, (doing) =>
    confirmAddress(doing, tokenFrom(context)),
  )
  const say = speak(contactTexts, context.get('visitor').language)
  if (isRefusal(outcome)) return linkOver(context, setting, say('link-over'))
  const title = say('confirmed-title')
  const body = html`<h1 class="utrecht-heading-1"><span aria-hidden="true">✓</span> ${title}</h1><p class="lead">${say('confirmed-more')}</p>
<p><a href="/mijn/berichten/instellen">${say('title')}</a></p>`
  return showPage(context, setting, { title, body })
}

async function stopPage(context: PageContext, setting: WebSetting) {
  const may = await inTransaction(setting, undefined, (doing) => canStop(doing, tokenFrom(context)))
  const visitor = context.get('visitor')
  const say = speak(contactTexts, visitor.language)
  if (!may) return linkOver(context, setting, say('stop-over'))
  const title = say('stop-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('stop-lead')}</p>
<form method="post">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say('stop-button')}</button></p></form>`
  return showPage(context, setting, { title, body })
}

async function stop(context: PageContext, setting: WebSetting) {
  const outcome = await inTransaction(setting, undefined, (doing) =>
    stopSearches(doing, tokenFrom(context)),
  )
  const say = speak(contactTexts, context.get('visitor').language)
  if (isRefusal(outcome)) return linkOver(context, setting, say('stop-over'))
  const title = say('stopped-title')
  const body = html`<h1 class="utrecht-heading-1"><span aria-hidden="true">✓</span> ${title}</h1><p class="lead">${say('stopped-more')}</p>`
  return showPage(context, setting, { title, body })
}

function linkOver(context: PageContext, setting: WebSetting, told: string) {
  const say = speak(contactTexts, context.get('visitor').language)
  const title = say('link-over-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p>${told}</p><p><a href="/inloggen?naar=/mijn/berichten/instellen">${say('title')}</a></p>`
  return showPage(context, setting, { title, body, status: 404 })
}
