/** The counter (balie): who may help somebody without an account, on signed paper; and how they are reached. */
import { html } from 'hono/html'
import { carryOut, isRefusal } from '../operations/operation.ts'
import {
  giveMandateAtCounter,
  reachAtCounter,
  withdrawMandateAtCounter,
} from '../operations/serve-at-counter.ts'
import { type CounterView, mandatesInVisit, reachInVisit } from '../operations/view-counter.ts'
import { counterTexts } from '../words/counter.ts'
import { isKeyOf, type Language, speak } from '../words/language.ts'
import { mandateTexts } from '../words/mandates.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { refusedAtCounter } from './counter-paper.ts'
import { backTo, forVisit } from './counter-visit.ts'
import { choiceField, type Fault, faultSummary, textField } from './form.ts'
import {
  codePart,
  inviteInWords,
  keepCode,
  mandateFields,
  mandateFrom,
  mandateInWords,
} from './mandates.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { type Worker, workPage } from './work-frame.ts'

type More = { readonly faults?: readonly Fault[]; readonly typed?: Submitted }

export const counterReachPages: AddPages = (app, setting) => {
  const visit = '/werk/balie/:visit{[0-9]+}'
  app.get(
    `${visit}/machtiging`,
    forVisit(setting, (context, worker, view) => mandatePage(context, setting, worker, view)),
  )
  app.post(
    `${visit}/machtiging`,
    forVisit(setting, (context, worker, view) => give(context, setting, worker, view)),
  )
  app.get(
    `${visit}/machtiging/code`,
    forVisit(setting, (context, worker, view) => codePage(context, setting, worker, view)),
  )
  app.post(
    `${visit}/machtiging/stoppen`,
    forVisit(setting, (context, worker, view) => stop(context, setting, worker, view)),
  )
  app.get(
    `${visit}/bereikbaar`,
    forVisit(setting, (context, worker, view) => reachPage(context, setting, worker, view)),
  )
  app.post(
    `${visit}/bereikbaar`,
    forVisit(setting, (context, worker, view) => saveReach(context, setting, worker, view)),
  )
}

// --- Who helps them

async function mandatePage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
  view: CounterView,
  { typed, faults = [] }: More = {},
) {
  const say = speak(counterTexts, language)
  const sayMandate = speak(mandateTexts, language)
  const { name, file } = view
  const { running, invited } = await mandatesInVisit(setting, view)
  const stopForm = (which: 'helper' | 'uitnodiging', value: string, words: string) =>
    html`<form method="post" action="${backTo(context)}/machtiging/stoppen">${formFields(context.get('visitor'))}<button class="utrecht-button utrecht-button--secondary-action" name="${which}" value="${value}">${words}</button></form>`
  const title = say('mandate-title', { name })
  const form = html`<h2 class="utrecht-heading-2">${sayMandate('give')}</h2>
<p class="measure">${say('mandate-lead', { name })}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${mandateFields(typed ?? {}, faults, language, { name: say('mandate-name'), hint: say('mandate-name-hint') })}
${choiceField({ ...{ name: 'getekend', label: '', many: true, faults }, value: typed?.getekend, choices: [{ value: 'ja', label: say('mandate-signed', { name }) }] })}
<p class="actions"><button class="utrecht-button">${sayMandate('give-button')}</button></p></form>
<p class="measure">${say('mandate-never')}</p>`
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${context.req.query('gestopt') ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${sayMandate('withdrawn')}. ${say('mandate-stopped')}</p>` : ''}
${file.human === undefined ? '' : html`<p class="panel">${say('mandate-themselves', { name })}</p>`}
${file.human === undefined && running.length + invited.length === 0 ? html`<p>${say('mandate-none', { name })}</p>` : ''}
<ul class="cards cards--two">${running.map((each) => html`<li class="card"><h2>${each.name}</h2><p>${mandateInWords(each, language)}</p>${stopForm('helper', each.helper, sayMandate('withdraw', { name: each.name }))}</li>`)}${invited.map((each) => html`<li class="card"><h2>${each.name}</h2><p><span class="mark">${sayMandate('invited')}</span></p><p>${inviteInWords(each, language)}</p>${stopForm('uitnodiging', each.id, sayMandate('withdraw-invite', { name: each.name }))}</li>`)}</ul>
${file.human === undefined ? form : ''}
<p class="actions"><a href="${backTo(context)}">${say('back')}</a></p>`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

const mandateFaults: Readonly<Record<string, string>> = {
  ...{ 'name-missing': 'naam', 'term-missing': 'duur', 'mandate-not-signed': 'getekend' },
}

async function give(context: PageContext, setting: WebSetting, worker: Worker, view: CounterView) {
  const { language, actor } = worker
  const typed = await submitted(context)
  const { given, code } = mandateFrom(context, setting, typed)
  const isSigned = typed.getekend === 'ja'
  const input = (person: string) => ({ person, ...given, isSigned })
  const { visit } = view
  const outcome = await carryOut(setting, actor, giveMandateAtCounter, { visit, input }, typed.key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const { refused, facts } = outcome
    const field = mandateFaults[refused] ?? 'naam'
    const text = isKeyOf(mandateTexts, refused)
      ? speak(mandateTexts, language)(refused, facts)
      : refusedAtCounter(outcome, language)
    return mandatePage(context, setting, worker, view, { typed, faults: [{ field, text }] })
  }
  const path = `${backTo(context)}/machtiging/code`
  keepCode(context, setting, { path, code })
  return context.redirect(path, 303)
}

function codePage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
  { name }: CounterView,
) {
  const say = speak(counterTexts, language)
  const title = say('mandate-code-title', { name })
  const path = `${backTo(context)}/machtiging/code`
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${codePart(context, setting, path, html`<p class="measure">${say('mandate-code-not-you')}</p>`)}
<p class="no-print"><a href="${backTo(context)}/machtiging">${say('mandate-back')}</a></p>`
  return workPage(context, setting, { title, body })
}

async function stop(
  context: PageContext,
  setting: WebSetting,
  { actor }: Worker,
  view: CounterView,
) {
  const { helper, uitnodiging: invite, key } = await submitted(context)
  const which = { ...(helper !== undefined && { helper }), ...(invite !== undefined && { invite }) }
  const stopping = { visit: view.visit, input: (person: string) => ({ person, ...which }) }
  const outcome = await carryOut(setting, actor, withdrawMandateAtCounter, stopping, key)
  // What has stopped already has stopped: that is what was asked.
  if (isRefusal(outcome) && outcome.refused !== 'mandate-over') return notFound(context, setting)
  return context.redirect(`${backTo(context)}/machtiging?gestopt=ja`, 303)
}

// --- How they are reached

async function reachPage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
  view: CounterView,
  { typed, faults = [] }: More = {},
) {
  const say = speak(counterTexts, language)
  const { name, file } = view
  const reach = await reachInVisit(setting, view)
  const hasAccount = file.human !== undefined
  const title = say('reach-title', { name })
  const mail = hasAccount
    ? html`<p>${say('reach-mail-themselves', { name })}</p>`
    : html`${textField({ ...{ name: 'email', label: say('reach-mail'), hint: say('reach-mail-hint'), kind: 'email' }, value: typed?.email ?? reach.email, faults })}
${reach.email === '' ? '' : html`<p class="soft">${say(reach.isMailed ? 'reach-mailed' : 'reach-not-mailed', { email: reach.email })}</p>`}`
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="measure">${say(hasAccount ? 'reach-lead-account' : 'reach-lead')}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${textField({ ...{ name: 'post', label: say('post'), hint: say('reach-post-hint') }, value: typed?.post ?? reach.postalAddress, faults })}
${textField({ ...{ name: 'telefoon', label: say('reach-phone'), hint: say('reach-phone-hint') }, value: typed?.telefoon ?? reach.phone, faults })}
${mail}
<p class="actions"><button class="utrecht-button">${say('save')}</button> <a href="${backTo(context)}">${say('back')}</a></p></form>`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

const reachFaults: Readonly<Record<string, string>> = {
  ...{ 'phone-odd': 'telefoon', 'mail-odd': 'email', 'asked-just-now': 'email' },
}

async function saveReach(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
) {
  const { language, actor } = worker
  const typed = await submitted(context)
  const { visit } = view
  const { email, telefoon: phone, post: postalAddress } = typed
  const input = (person: string) => ({ person, email, phone, postalAddress })
  const outcome = await carryOut(setting, actor, reachAtCounter, { visit, input }, typed.key)
  if (!isRefusal(outcome)) return context.redirect(`${backTo(context)}?gedaan=ja`, 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const field = reachFaults[outcome.refused] ?? 'post'
  const faults = [{ field, text: reachRefused(outcome, language) }]
  return reachPage(context, setting, worker, view, { typed, faults })
}

function reachRefused(refusal: Parameters<typeof refusalText>[0], language: Language): string {
  return isKeyOf(counterTexts, refusal.refused)
    ? speak(counterTexts, language)(refusal.refused, refusal.facts)
    : refusalText(refusal, language)
}
