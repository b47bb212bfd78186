/** The page of keys (sleutels): which there are, and that the log gets another, by two people. */
import { html } from 'hono/html'
import { answerLogKey, askLogKey } from '../operations/change-log-key.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { type Keys, type LogKeyShown, type ShownKey, viewKeys } from '../operations/view-keys.ts'
import { type KeyText, keyRefusalText, keyTexts } from '../words/keys.ts'
import { type Language, type Say, speak } from '../words/language.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch } from './dutch.ts'
import { type Fault, faultSummary, longField } from './form.ts'
import { type Manager, managerOr } from './manage.ts'
import type { Html } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { shortMoment, workPage } from './work-frame.ts'

const path = '/beheer/sleutels'

export const keyPages: AddPages = (app, setting) => {
  app.get(path, (context) => keysPage(context, setting))
  app.post(path, (context) => act(context, setting))
}

type Speaking = { readonly say: Say<KeyText>; readonly language: Language }
type Sent = { readonly reason?: string | undefined; readonly faults?: readonly Fault[] }

async function keysPage(context: PageContext, setting: WebSetting, sent: Sent = {}) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const keys = await viewKeys(setting, manager.actor)
  if (isRefusal(keys)) return notFound(context, setting)
  const { language } = manager
  const say = speak(keyTexts, language)
  const speaking = { say, language }
  const { faults = [] } = sent
  const done = faults.length === 0 ? context.req.query('gedaan') : undefined
  const title = say('title')
  const body = html`${faultSummary(faults, language)}
${done === undefined ? '' : html`<div class="panel panel--good" role="status"><p><span aria-hidden="true">✓</span> ${say('done')}${done === 'sleutel' ? ` ${say('backup-note')}` : ''}</p></div>`}
<h1 class="utrecht-heading-1">${title}</h1><p class="lead measure">${say('lead')}</p>
${waitingPart(context, keys, manager, speaking)}
<h2 class="utrecht-heading-2">${say('log-title')}</h2><p class="measure">${say('log-lead')}</p>
${keys.log.length === 0 ? html`<p>${say('log-none')}</p>` : keys.log.map((each) => logKeyPart(each, speaking))}
${changePart(context, keys, speaking, sent)}
<h2 class="utrecht-heading-2">${say('witness-title')}</h2><p class="measure">${say('witness-lead')}</p>
${keys.witnesses.length === 0 ? html`<p>${say('witness-none')}</p>` : keys.witnesses.map((each) => keyPart(each, speaking))}
<p><a href="/toezicht/getuigen">${say('witness-link')}</a></p>
<h2 class="utrecht-heading-2">${say('beacon-title')}</h2>
${keys.beacon ? html`<p class="measure">${say('beacon-lead')}</p>${keys.beacon.practice ? html`<p class="panel">${say('beacon-practice')}</p>` : ''}${keyPart(keys.beacon, speaking, 'beacon-use')}` : html`<p>${say('beacon-none')}</p>`}`
  return workPage(context, setting, {
    ...{ title, body, status: faults.length > 0 ? 422 : 200 },
  })
}

function logKeyPart(key: LogKeyShown, speaking: Speaking): Html {
  const { say, language } = speaking
  const { forgottenAt } = key
  const former = forgottenAt
    ? html`<dt>${say('secret')}</dt><dd>${key.isHere ? say('secret-until', { moment: shortMoment(forgottenAt, language) }) : say('secret-gone')}</dd>`
    : ''
  const more = html`<dt>${say('state')}</dt><dd><strong>${say(`state-${key.state}`)}</strong></dd>${former}`
  const isMissed = !key.isHere && key.state !== 'former'
  return html`${keyPart(key, speaking, 'last-used', more)}${isMissed ? html`<p class="panel panel--bad">${say('not-here')}</p>` : ''}`
}

function keyPart(
  { name, key, print, since, lastUsed }: ShownKey,
  { say, language }: Speaking,
  used: 'last-used' | 'beacon-use' = 'last-used',
  more: Html | '' = '',
): Html {
  const when = (at: Date | undefined) => (at ? shortMoment(at, language) : say('never'))
  return html`<dl class="facts">${more}<dt>${say('name')}</dt><dd>${name}</dd>
<dt>${say('key')}</dt><dd class="hash">${key}</dd>
${print === undefined ? '' : html`<dt>${say('print')}</dt><dd class="hash">${print}</dd>`}
<dt>${say('since')}</dt><dd>${when(since)}</dd><dt>${say(used)}</dt><dd>${when(lastUsed)}</dd></dl>`
}

function waitingPart(
  context: PageContext,
  { waiting, mayChange }: Keys,
  { actor }: Manager,
  { say, language }: Speaking,
): Html | '' {
  if (!waiting) return ''
  const isOwn = waiting.askedBy === actor.human
  const button = (what: string, text: string, kind = '') =>
    html`<button class="utrecht-button${kind}" name="doe" value="${what}">${text}</button> `
  const second = ' utrecht-button--secondary-action'
  const buttons = isOwn
    ? button('afwijzen', say('withdraw'), second)
    : html`${button('instemmen', say('agree'))}${button('afwijzen', say('refuse'), second)}`
  return html`<section class="panel" id="vraag" tabindex="-1"><h2 class="utrecht-heading-3">${say('waiting-title')}</h2>
<dl class="facts"><dt>${say('waiting-reason')}</dt><dd>${inDutch(waiting.reason, language)}</dd><dt>${say('waiting-by')}</dt><dd>${waiting.askedByName}</dd><dt>${say('waiting-at')}</dt><dd>${shortMoment(waiting.askedAt, language)}</dd></dl>
${
  mayChange
    ? html`<p>${isOwn ? say('waiting-own') : say('agree-consequence')}</p>
<form method="post">${formFields(context.get('visitor'))}<input type="hidden" name="vraag" value="${waiting.id}"><p class="actions">${buttons}</p></form>`
    : ''
}</section>`
}

function changePart(
  context: PageContext,
  { waiting, mayChange, log }: Keys,
  { say }: Speaking,
  { reason, faults = [] }: Sent,
): Html | '' {
  if (waiting || !mayChange || log.length === 0) return ''
  return html`<h2 class="utrecht-heading-2" id="wissel" tabindex="-1">${say('change-title')}</h2><p class="measure">${say('change-lead')}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${longField({ name: 'waarom', label: say('reason'), hint: say('reason-hint'), value: reason, faults })}
<p class="actions"><button class="utrecht-button" name="doe" value="vragen">${say('ask')}</button></p></form>`
}

async function act(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const { doe, waarom = '', vraag = '', key } = await submitted(context)
  const agrees = doe === 'instemmen'
  const isAnswer = agrees || doe === 'afwijzen'
  const outcome = isAnswer
    ? await carryOut(setting, actor, answerLogKey, { request: vraag, agrees }, key)
    : await carryOut(setting, actor, askLogKey, { reason: waarom }, key)
  if (!isRefusal(outcome)) {
    return context.redirect(`${path}?gedaan=${agrees ? 'sleutel' : 'ja'}`, 303)
  }
  const text = keyRefusalText(outcome, language)
  if (text === undefined) return notFound(context, setting)
  const isAboutReason = ['reason-missing', 'text-too-long'].includes(outcome.refused)
  const field = isAboutReason ? 'waarom' : outcome.refused === 'already-asked' ? 'vraag' : 'inhoud'
  return keysPage(context, setting, { reason: waarom, faults: [{ field, text }] })
}
