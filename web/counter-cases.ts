/** The counter, on paper (balie): a complaint or an objection of who has no account, and what became of it. */
import { html } from 'hono/html'
import { isOpen } from '../operations/complain.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { pageOfList } from '../operations/page-of-list.ts'
import { complainAtCounter, withdrawComplaintAtCounter } from '../operations/serve-at-counter.ts'
import {
  type CounterView,
  type DecisionAtCounter,
  decisionsInVisit,
} from '../operations/view-counter.ts'
import { complaintRefused, complaintTexts, decisionKindText } from '../words/complaints.ts'
import { counterTexts } from '../words/counter.ts'
import { identityTexts } from '../words/identity.ts'
import { formatDay, isKeyOf, type Language, speak } from '../words/language.ts'
import { type AddPages, notFound } from './app.ts'
import { letter, stateMark } from './cases.ts'
import { backTo, forVisit } from './counter-visit.ts'
import { caseNumber } from './decisions.ts'
import { choiceField, type Fault, faultSummary, longField, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { dayFrom, dayTyped, type Worker, workPage } from './work-frame.ts'

type More = { readonly faults?: readonly Fault[]; readonly typed?: Submitted }

export const counterCasePages: AddPages = (app, setting) => {
  const at = '/werk/balie/:visit{[0-9]+}/klacht'
  app.get(
    at,
    forVisit(setting, (context, worker, view) => complaintPage(context, setting, worker, view)),
  )
  app.post(
    at,
    forVisit(setting, (context, worker, view) => send(context, setting, worker, view)),
  )
}

const decisionsOnPage = 25

async function complaintPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
  { typed, faults = [] }: More = {},
) {
  const { language } = worker
  const say = speak(counterTexts, language)
  const { name, file } = view
  const all = await decisionsInVisit(setting, view)
  const listed = pageOfList(pageAsked(context), all.length, decisionsOnPage)
  const decisions = all.slice(listed.from, listed.from + decisionsOnPage)
  const open = decisions.filter(({ complaint }) => !complaint || !isOpen(complaint))
  const made = all.find(({ complaint }) => String(complaint?.id) === context.req.query('zaak'))
  const title = say('complaint-title', { name })
  const more =
    listed.pages === 1
      ? ''
      : html`<p class="measure">${say('complaint-pages')}</p>${pageLinks(context, listed)}`
  const form =
    open.length === 0
      ? html`${more === '' ? html`<p>${say('complaint-nothing', { name })}</p>` : more}`
      : html`<p class="measure">${say('complaint-lead')}</p>${more}
<form method="post" novalidate>${formFields(context.get('visitor'))}
${selectField({ ...{ name: 'beslissing', label: say('complaint-decision'), value: typed?.beslissing, faults }, choices: [{ value: '', label: speak(identityTexts, language)('choose') }, ...open.map((each) => ({ value: each.key, label: decisionLine(each, language) }))] })}
${textField({ name: 'ontvangen', label: say('complaint-received'), hint: say('complaint-received-hint'), value: typed?.ontvangen ?? dayTyped(dayOf(setting.now())), faults })}
${longField({ name: 'woorden', label: say('complaint-words'), hint: say('complaint-words-hint'), value: typed?.woorden, faults })}
${choiceField({ ...{ name: 'getekend', label: '', many: true, faults }, value: typed?.getekend, choices: [{ value: 'ja', label: say('complaint-signed', { name }) }] })}
<p class="actions"><button class="utrecht-button" name="doe" value="indienen">${say('complaint-send')}</button></p></form>`
  const body = html`${faultSummary(faults, worker.language)}<h1 class="utrecht-heading-1">${title}</h1>
${made?.complaint ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say('complaint-made', { number: caseNumber(made.complaint, language), until: made.complaint.urgentUntil ?? made.complaint.decideBy })} <a href="${backTo(context)}/afdruk">${say('print')}</a></p>` : ''}
${context.req.query('gedaan') ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say('complaint-withdrawn')}</p>` : ''}
${file.human === undefined ? '' : html`<p class="panel">${say('complaint-themselves', { name })}</p>`}
${casesPart(decisions, language, (each) => (file.human === undefined ? withdrawForm(context, worker, each, { ...(typed && { typed }), faults }) : ''))}
${file.human === undefined ? form : ''}
<p class="actions"><a href="${backTo(context)}">${say('back')}</a></p>`
  const status = faults.length > 0 ? 422 : 200
  return workPage(context, setting, { title: titleOfPage(title, listed, context), body, status })
}

/** A decision on one line, with until when something can be done against it. */
function decisionLine(
  { kind, on, home, remedy, until }: DecisionAtCounter,
  language: Language,
): string {
  const about = [decisionKindText(kind, language), ...(home ? [home.address] : [])].join(', ')
  return speak(counterTexts, language)(`complaint-line-${remedy}`, { about, on, until })
}

type Complaint = NonNullable<DecisionAtCounter['complaint']>

/** The cases of somebody: how each stands, and what was judged. */
export function casesPart(
  decisions: readonly DecisionAtCounter[],
  language: Language,
  acts: (complaint: Complaint) => Html | '' = () => '',
): Html {
  const say = speak(complaintTexts, language)
  return html`${decisions.map(({ complaint, home, landlordName }) => {
    if (!complaint) return ''
    const { kind, state, urgentUntil, decideBy } = complaint
    const number = caseNumber(complaint, language)
    return html`<section class="panel"><h2 class="utrecht-heading-3">${number}: ${decisionKindText(kind, language)}${home ? `, ${home.address}` : ''}</h2>
<p>${stateMark(complaint, { say, language })}${isOpen(complaint) ? html` ${say(urgentUntil === undefined ? 'decide-by' : 'urgent-by')}: ${formatDay(urgentUntil ?? decideBy, language)}` : ''}</p>
${state === 'decided' ? letter({ complaint, landlordName }, { say, language }) : ''}${acts(complaint)}</section>`
  })}`
}

function withdrawForm(
  context: PageContext,
  { language }: Worker,
  complaint: Complaint,
  { typed, faults = [] }: More,
): Html | '' {
  if (!isOpen(complaint)) return ''
  const say = speak(counterTexts, language)
  const field = `intrekken-${complaint.id}`
  const isWrong = faults.some((each) => each.field === field)
  return html`<details${isWrong ? html` open` : ''}><summary>${say('complaint-withdraw-title')}</summary><form method="post" novalidate>${formFields(context.get('visitor'))}<input type="hidden" name="zaak" value="${complaint.id}">
${choiceField({ ...{ name: field, label: '', many: true, faults }, value: typed?.[field], choices: [{ value: 'ja', label: say('complaint-withdraw-signed') }] })}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="intrekken">${say('complaint-withdraw')}</button></p></form></details>`
}

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  ...{ 'received-in-future': 'ontvangen', 'received-too-early': 'ontvangen' },
  ...{ 'complaint-not-signed': 'getekend', 'words-missing': 'woorden' },
  ...{ 'words-too-long': 'woorden' },
}

async function send(context: PageContext, setting: WebSetting, worker: Worker, view: CounterView) {
  const { language, actor } = worker
  const say = speak(counterTexts, language)
  const typed = await submitted(context)
  const { visit } = view
  const again = (faults: readonly Fault[]) =>
    complaintPage(context, setting, worker, view, { typed, faults })
  if (typed.doe === 'intrekken') {
    const complaint = Number(typed.zaak)
    const field = `intrekken-${typed.zaak}`
    const isSigned = typed[field] === 'ja'
    const input = (person: string) => ({ person, complaint, isSigned })
    const withdrawing = { visit, input }
    const { key } = typed
    const outcome = await carryOut(setting, actor, withdrawComplaintAtCounter, withdrawing, key)
    if (!isRefusal(outcome)) return context.redirect(`${backTo(context)}/klacht?gedaan=ja`, 303)
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return again([{ field, text: refusedOnPaper(outcome, language) }])
  }
  const receivedOn = dayFrom(typed.ontvangen)
  const decision = typed.beslissing ?? ''
  if (receivedOn === undefined || decision === '') {
    return again([
      ...(decision === ''
        ? [{ field: 'beslissing', text: say('complaint-decision-missing') }]
        : []),
      ...(receivedOn === undefined ? [{ field: 'ontvangen', text: worker.say('fault-day') }] : []),
      ...(typed.getekend === 'ja'
        ? []
        : [{ field: 'getekend', text: say('complaint-not-signed') }]),
    ])
  }
  const isSigned = typed.getekend === 'ja'
  const words = typed.woorden ?? ''
  const input = (person: string) => ({ person, decision, words, receivedOn, isSigned })
  const outcome = await carryOut(setting, actor, complainAtCounter, { visit, input }, typed.key)
  if (!isRefusal(outcome)) {
    return context.redirect(`${backTo(context)}/klacht?zaak=${outcome.complaint}`, 303)
  }
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const field = fieldsOfRefusals[outcome.refused] ?? 'beslissing'
  return again([{ field, text: refusedOnPaper(outcome, language) }])
}

function refusedOnPaper(
  refusal: Parameters<typeof complaintRefused>[0],
  language: Language,
): string {
  const { refused, facts } = refusal
  return isKeyOf(counterTexts, refused)
    ? speak(counterTexts, language)(refused, facts)
    : complaintRefused(refusal, language)
}
