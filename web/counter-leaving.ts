/** The counter, on paper (balie): somebody without an account leaves, takes that back, or has their file erased. */
import { html } from 'hono/html'
import { carryOut, isRefusal, type Refusal } from '../operations/operation.ts'
import {
  eraseAtCounter,
  leaveAtCounter,
  undoLeavingAtCounter,
} from '../operations/serve-at-counter.ts'
import { undoLeavingDays } from '../operations/undo-deregistration.ts'
import { type CounterView, viewVisit } from '../operations/view-counter.ts'
import { isKeyOf, type Language, speak } from '../words/language.ts'
import { leavingTexts } from '../words/leaving.ts'
import { refusedInWords } from '../words/work.ts'
import { type AddPages, notFound } from './app.ts'
import { backTo, forVisit } from './counter-visit.ts'
import { choiceField, type Fault, faultSummary } from './form.ts'
import type { Html } from './page.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { forWorkers, type Worker, workPage } from './work-frame.ts'

type Sent = {
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: readonly Fault[]
}

export const counterLeavingPages: AddPages = (app, setting) => {
  const at = '/werk/balie/:visit{[0-9]+}'
  app.get(
    `${at}/uitschrijven`,
    forVisit(setting, (context, worker, view) => leavePage(context, setting, worker, view)),
  )
  app.post(
    `${at}/uitschrijven`,
    forVisit(setting, (context, worker, view) => leave(context, setting, worker, view)),
  )
  app.get(
    `${at}/wissen`,
    forVisit(setting, (context, worker, view) => erasePage(context, setting, worker, view)),
  )
  app.post(
    `${at}/wissen`,
    forWorkers(setting, (context, worker) => erase(context, setting, worker)),
  )
}

async function leavePage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
  view: CounterView,
  { typed = {}, faults = [] }: Sent = {},
) {
  const say = speak(leavingTexts, language)
  const { name, file, leaving, registration } = view
  const { can, lastDay, restorableUntil, leavingKeepsTime } = registration
  const title = say('leave-title', { name })
  const did = context.req.query('bewijs')
  const done =
    did === undefined
      ? ''
      : html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say(context.req.query('wat') === 'ongedaan' ? 'undone' : 'left', { name })}</p>${await showReceipt(setting, Number(did), language)}`
  const undo = leaving
    ? html`<section class="panel"><h2 class="utrecht-heading-3">${say('undo-title')}</h2><p>${say('undo-lead', { until: leaving.until })}</p>
<form method="post">${formFields(context.get('visitor'))}<button class="utrecht-button" name="doe" value="ongedaan">${say('undo-button')}</button></form></section>`
    : ''
  const form = can.leave
    ? html`<p class="lead measure">${say(leavingKeepsTime ? 'leave-kept' : 'leave-lost', { days: undoLeavingDays })}</p>
${lastDay === undefined || restorableUntil === undefined ? '' : html`<p class="measure">${say('leave-instead', { until: lastDay, grace: restorableUntil })}</p>`}
<form method="post" novalidate>${formFields(context.get('visitor'))}${ticks(view, language, { typed, faults })}
<p class="actions"><a class="utrecht-button" href="${backTo(context)}">${say('back')}</a> <button class="utrecht-button utrecht-button--secondary-action" name="doe" value="uitschrijven">${say('leave-button')}</button></p></form>`
    : leaving
      ? ''
      : html`<p>${say('leave-none', { name })}</p>`
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>${done}
${file.human !== undefined ? html`<p class="panel">${say('themselves', { name })}</p>` : html`${undo}${form}<p class="small"><a href="${backTo(context)}/wissen">${say('to-erase')}</a></p>`}
${can.leave && file.human === undefined ? '' : html`<p><a href="${backTo(context)}">${say('back')}</a></p>`}`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

/** That it was said what it costs, and that there is a signature: two things to look at before anything is done. */
function ticks({ name }: CounterView, language: Language, { typed = {}, faults = [] }: Sent): Html {
  const say = speak(leavingTexts, language)
  const tick = (field: 'gezegd' | 'getekend', label: string) =>
    choiceField({
      ...{ name: field, label: '', many: true, value: typed[field], faults },
      choices: [{ value: 'ja', label }],
    })
  return html`${tick('gezegd', say('told', { name }))}${tick('getekend', say('signed', { name }))}`
}

async function leave(context: PageContext, setting: WebSetting, worker: Worker, view: CounterView) {
  const { actor, language } = worker
  const typed = await submitted(context)
  const { visit } = view
  const isUndone = typed.doe === 'ongedaan'
  const outcome = isUndone
    ? await carryOut(
        setting,
        actor,
        undoLeavingAtCounter,
        { visit, input: (person: string) => ({ person }) },
        typed.key,
      )
    : await carryOut(setting, actor, leaveAtCounter, { visit, input: signedBy(typed) }, typed.key)
  if (!isRefusal(outcome)) {
    const did = isUndone ? 'ongedaan' : 'uitschrijven'
    return context.redirect(
      `${backTo(context)}/uitschrijven?wat=${did}&bewijs=${outcome.event}`,
      303,
    )
  }
  if (outcome.refused === 'not-found') return notFound(context, setting)
  return leavePage(context, setting, worker, view, { typed, faults: faultsOf(outcome, language) })
}

function signedBy({ gezegd, getekend }: Readonly<Record<string, string>>) {
  return (person: string) => ({ person, isTold: gezegd === 'ja', isSigned: getekend === 'ja' })
}

function faultsOf(refusal: Refusal, language: Language): readonly Fault[] {
  const { refused, facts } = refusal
  const field = refused.endsWith('-not-signed') ? 'getekend' : 'gezegd'
  const text = isKeyOf(leavingTexts, refused)
    ? speak(leavingTexts, language)(refused, { ...facts })
    : refusedInWords(refusal, language)
  return [{ field, text }]
}

async function erasePage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
  view: CounterView,
  { typed = {}, faults = [] }: Sent = {},
) {
  const say = speak(leavingTexts, language)
  const { name, file } = view
  const title = say('erase-title', { name })
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${
  file.human !== undefined
    ? html`<p class="panel">${say('themselves', { name })}</p><p><a href="${backTo(context)}">${say('back')}</a></p>`
    : html`<p class="lead measure">${say('erase-lead', { days: undoLeavingDays })}</p><p class="measure">${say('erase-stays', { name })}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}${ticks(view, language, { typed, faults })}
<p class="actions"><a class="utrecht-button" href="${backTo(context)}">${say('back')}</a> <button class="utrecht-button utrecht-button--secondary-action">${say('erase-button')}</button></p></form>
<p class="small"><a href="${backTo(context)}/uitschrijven">${say('to-leave')}</a></p>`
}`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

// The file is gone after it: of a double click the second is told what the first did, by its key.
async function erase(context: PageContext, setting: WebSetting, worker: Worker) {
  const { actor, language } = worker
  const typed = await submitted(context)
  const visit = Number(context.req.param('visit'))
  const input = { visit, input: signedBy(typed) }
  const outcome = await carryOut(setting, actor, eraseAtCounter, input, typed.key)
  if (!isRefusal(outcome)) return context.redirect(`/werk/balie?gewist=${outcome.event}`, 303)
  const view = await viewVisit(setting, actor, visit)
  if (!view) return notFound(context, setting)
  return erasePage(context, setting, worker, view, { typed, faults: faultsOf(outcome, language) })
}

/** What is handed over after a file was erased: there is no page about it any more. Undefined where nothing was. */
export async function erasedPage(
  context: PageContext,
  setting: WebSetting,
  { language }: Worker,
): Promise<Response | undefined> {
  const event = context.req.query('gewist')
  const receipt = event === undefined ? '' : await showReceipt(setting, Number(event), language)
  if (receipt === '') return undefined
  const say = speak(leavingTexts, language)
  const title = say('erased-title')
  const body = html`<h1 class="utrecht-heading-1"><span aria-hidden="true">✓</span> ${title}</h1>
<p class="lead measure not-printed">${say('erased-more')}</p>${receipt}
<p class="actions not-printed"><a class="utrecht-button" href="/werk/balie">${say('next')}</a></p>`
  return workPage(context, setting, { title, body })
}
