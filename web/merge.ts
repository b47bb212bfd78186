/** Merging two registrations (samenvoegen): one asks and gets a code, the other agrees, either undoes it. */
import { html } from 'hono/html'
import { centsIn } from '../operations/amount-typed.ts'
import {
  agreeMerge,
  askMerge,
  spacedCode,
  undoDays,
  undoMerge,
} from '../operations/merge-registrations.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { type Answers, incomeFaults, sizeFaults, text } from '../operations/registration-form.ts'
import {
  type AskedMerge,
  type MergeState,
  type OwnMerge,
  viewAskedMerge,
  viewMerge,
} from '../operations/view-merge.ts'
import { formatDay, formatMoment, type Language, type Say, speak } from '../words/language.ts'
import { mergeTexts } from '../words/merge.ts'
import { refusalText } from '../words/refusals.ts'
import { faultTexts, registerTexts } from '../words/register.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, problemPanel, textField } from './form.ts'
import { personOr } from './mine.ts'
import { type Html, showPage } from './page.ts'
import { showReceipt } from './receipt.ts'
import { householdFields, incomeField } from './register.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type Visitor, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

type MergeSay = Say<keyof (typeof mergeTexts)['nl']>

export const mergePages: AddPages = (app, setting) => {
  app.get('/mijn/samenvoegen', (context) => mergePage(context, setting))
  app.post('/mijn/samenvoegen/vragen', (context) => ask(context, setting))
  app.post('/mijn/samenvoegen/code', (context) => agreePage(context, setting))
  app.post('/mijn/samenvoegen/akkoord', (context) => agree(context, setting))
  app.post('/mijn/samenvoegen/ongedaan', (context) => undo(context, setting))
  app.get('/mijn/samenvoegen/gedaan', (context) => donePage(context, setting))
}

type Sent = {
  readonly answers?: Answers
  readonly faults?: readonly Fault[]
  readonly problem?: string
}

async function mergePage(
  context: PageContext,
  setting: WebSetting,
  { answers = {}, faults = [], problem }: Sent = {},
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewMerge(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mergeTexts, language)
  const title = say('title')
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}
<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
${own.merge.state === 'none' ? explained(say) : ''}
${
  found.isHelper
    ? html`<p class="panel">${say('only-self')}</p>`
    : part(own, { visitor, say, language }, answers, faults)
}`
  const status = faults.length > 0 ? 422 : problem === undefined ? 200 : 409
  return showPage(context, setting, { title, body, status })
}

function explained(say: MergeSay): Html {
  return html`<p class="lead">${say('lead')}</p><p>${say('by-hand')}</p>
<h2 class="utrecht-heading-2">${say('what-title')}</h2>
<ul class="spaced"><li>${say('what-keeps')}</li><li>${say('what-ends')}</li><li>${say('what-undo', { days: undoDays })}</li><li>${say('what-offer')}</li></ul>`
}

type Speaking = {
  readonly visitor: Visitor
  readonly say: MergeSay
  readonly language: Language
}

function part(
  { merge, isByRules, isRegistered }: OwnMerge,
  speaking: Speaking,
  answers: Answers,
  faults: readonly Fault[],
): Html {
  const { say, visitor, language } = speaking
  if (merge.state === 'merged') return mergedPart(merge, speaking)
  if (!isByRules) return html`<p class="panel">${say('not-by-rules')}</p>`
  if (!isRegistered) {
    return html`<p class="panel">${say('not-registered')} <a href="/mijn/inschrijving">${say('not-registered-link')}</a></p>`
  }
  if (merge.state === 'asked') {
    return html`<section class="panel panel--good"><h2 class="utrecht-heading-3">${say('asked-title')}</h2>
<p class="lead hash">${spacedCode(merge.code)}</p><p>${say('asked-more', { moment: formatMoment(merge.until, language) })}</p></section>
<form method="post" action="/mijn/samenvoegen/ongedaan">${formFields(visitor)}<button class="utrecht-button utrecht-button--secondary-action">${say('asked-back')}</button></form>`
  }
  const askFor = speak(registerTexts, language)
  return html`<h2 class="utrecht-heading-2">${say('ask-title')}</h2><p>${say('ask-lead')}</p>
<form method="post" action="/mijn/samenvoegen/vragen" novalidate>${formFields(visitor)}
${householdFields(answers, faults, askFor)}${incomeField(answers, faults, askFor)}
<p class="actions"><button class="utrecht-button">${say('ask-button')}</button></p></form>
<h2 class="utrecht-heading-2">${say('code-title')}</h2>
<form method="post" action="/mijn/samenvoegen/code" novalidate>${formFields(visitor)}
${textField({ name: 'code', label: say('code-field'), hint: say('code-hint'), faults, width: 'narrow' })}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action">${say('code-button')}</button></p></form>`
}

function mergedPart(
  { keeps, with: name, on, undoUntil }: Extract<MergeState, { state: 'merged' }>,
  { say, visitor }: Speaking,
): Html {
  return html`<p class="lead">${say(keeps ? 'merged-keeps' : 'merged-joined', { name, on })}</p>
<h2 class="utrecht-heading-2">${say('undo-title')}</h2><p>${say('undo-more', { until: undoUntil })}</p>
<form method="post" action="/mijn/samenvoegen/ongedaan">${formFields(visitor)}<button class="utrecht-button utrecht-button--secondary-action">${say('undo-button')}</button></form>`
}

async function ask(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const answers = await submitted(context)
  const say = speak(faultTexts, language)
  const faults = [...sizeFaults(answers), ...incomeFaults(answers)].map(({ field, code }) => ({
    ...{ field, text: say(code) },
  }))
  if (faults.length > 0) return mergePage(context, setting, { answers, faults })
  const input = {
    person: found.person,
    householdSize: Number(text(answers, 'size')),
    children: Number(text(answers, 'children') || 0),
    incomeCents: centsIn(text(answers, 'income')) ?? 0,
  }
  const outcome = await carryOut(setting, found.actor, askMerge, input, answers.key)
  if (isRefusal(outcome)) return refused(context, setting, outcome)
  return context.redirect('/mijn/samenvoegen', 303)
}

function refused(
  context: PageContext,
  setting: WebSetting,
  refusal: Parameters<typeof refusalText>[0],
) {
  if (refusal.refused === 'not-found') return notFound(context, setting)
  const problem = refusalText(refusal, context.get('visitor').language)
  return mergePage(context, setting, { problem })
}

// Only shows what a code stands for, and keeps nothing; a code does not belong in an address.
async function agreePage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mergeTexts, language)
  const { code = '' } = await submitted(context)
  if (code.trim() === '') {
    const faults = [{ field: 'code', text: say('code-missing') }]
    return mergePage(context, setting, { faults })
  }
  const asked = await viewAskedMerge(setting, found.actor, found.person, code)
  if (isRefusal(asked)) return refused(context, setting, asked)
  const { name, hasOffer } = asked
  const title = say('agree-title', { name })
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('agree-lead', { name })}</p>
${consequences(asked, say, language)}
<p>${say('what-undo', { days: undoDays })}</p><p>${say('agree-wrong', { name })}</p>
${
  hasOffer
    ? html`<p class="panel panel--bad">${say('agree-offer')}</p><p><a href="/mijn">${say('to-mine')}</a></p>`
    : html`<form method="post" action="/mijn/samenvoegen/akkoord">${formFields(visitor)}<input type="hidden" name="code" value="${code}">
<p class="actions"><button class="utrecht-button">${say('agree-button')}</button> <a href="/mijn/samenvoegen">${say('agree-stop')}</a></p></form>`
}`
  return showPage(context, setting, { title, body })
}

function consequences(asked: AskedMerge, say: MergeSay, language: Language): Html {
  const { since, householdSize: size, children, incomeCents: income, lapses } = asked
  return html`<dl class="facts">${since === undefined ? '' : html`<dt>${say('agree-since')}</dt><dd>${formatDay(since, language)}</dd>`}
<dt>${say('agree-household')}</dt><dd>${say('agree-persons', { size, children })}</dd>
<dt>${say('agree-income')}</dt><dd>${say('agree-a-year', { income })}</dd></dl>
${lapses.length === 0 ? html`<p>${say('agree-no-lapses')}</p>` : html`<p>${say('agree-lapses', { count: lapses.length })}</p><ul>${lapses.map(({ id, address }) => html`<li><a href="/mijn/reacties/${id}">${address}</a></li>`)}</ul>`}`
}

async function agree(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { code = '', key } = await submitted(context)
  const { actor, person } = found
  const outcome = await carryOut(setting, actor, agreeMerge, { person, code }, key)
  if (isRefusal(outcome)) return refused(context, setting, outcome)
  return context.redirect(`/mijn/samenvoegen/gedaan?wat=samen&bewijs=${outcome.event}`, 303)
}

async function undo(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewMerge(setting, found.actor, found.person)
  const { key } = await submitted(context)
  const { actor, person } = found
  const outcome = await carryOut(setting, actor, undoMerge, { person }, key)
  if (isRefusal(outcome)) return refused(context, setting, outcome)
  const what = !isRefusal(own) && own.merge.state === 'asked' ? 'terug' : 'ongedaan'
  return context.redirect(`/mijn/samenvoegen/gedaan?wat=${what}&bewijs=${outcome.event}`, 303)
}

async function donePage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const say = speak(mergeTexts, language)
  const what = context.req.query('wat')
  const title = say(
    what === 'samen' ? 'done-merged' : what === 'terug' ? 'done-back' : 'done-undone',
  )
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${await showReceipt(setting, Number(context.req.query('bewijs') ?? Number.NaN), language)}
<p><a href="/mijn/samenvoegen">${say('title')}</a> · <a href="/mijn">${say('to-mine')}</a></p>`
  return showPage(context, setting, { title, body })
}
