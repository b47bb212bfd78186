/** Letters and calls (post en telefoon): what humans do for whom mail does not reach, and who decides about time. */
import { html } from 'hono/html'
import { decideLapse } from '../operations/decide-lapse.ts'
import { doErrand, type ErrandOutcome, errandOutcomes } from '../operations/do-errand.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { languageFrom } from '../operations/send-mail.ts'
import {
  type Errand,
  type ErrandView,
  listErrands,
  viewErrand,
} from '../operations/view-errands.ts'
import { referenceOf } from '../operations/view-own-file.ts'
import { workplacesOf } from '../operations/view-work.ts'
import { formatMoment, type Language, speak } from '../words/language.ts'
import { type MessageCode, messageBody, messageCodes, messageSubject } from '../words/messages.ts'
import { postTexts } from '../words/post.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, longField } from './form.ts'
import { backLink, type Html } from './page.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { denseTable, faultOf, forWorkers, type Worker, workPage } from './work-frame.ts'

type More = { readonly faults?: readonly Fault[]; readonly typed?: Submitted }

export const workPostPages: AddPages = (app, setting) => {
  app.get(
    '/werk/post',
    forWorkers(setting, (context, worker) => listPage(context, setting, worker)),
  )
  app.get(
    '/werk/post/:id',
    forWorkers(setting, (context, worker) => errandPage(context, setting, worker)),
  )
  app.post(
    '/werk/post/:id',
    forWorkers(setting, (context, worker) => act(context, setting, worker)),
  )
}

async function listPage(context: PageContext, setting: WebSetting, worker: Worker) {
  const { actor, language } = worker
  const say = speak(postTexts, language)
  const { letters, calls, decisions } = await listErrands(setting, actor)
  const part = (name: string, errands: readonly Errand[]) =>
    errands.length === 0
      ? ''
      : html`<section>${errandTable(context, name, errands, language)}</section>`
  const title = say('title')
  const isEmpty = letters.length + calls.length + decisions.length === 0
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${context.req.query('gedaan') === 'ja' ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say('done')}</p>` : ''}
<p class="measure">${say('lead')}</p>
${isEmpty ? html`<p>${say('none')}</p>` : ''}
${part(say('calls', { count: calls.length }), calls)}
${part(say('letters', { count: letters.length }), letters)}
${part(say('decisions', { count: decisions.length }), decisions)}`
  return workPage(context, setting, { title, body })
}

function codeOf({ code }: Errand): MessageCode | undefined {
  return messageCodes.find((each) => each === code)
}

function errandTable(
  context: PageContext,
  caption: string,
  errands: readonly Errand[],
  language: Language,
): Html {
  const say = speak(postTexts, language)
  return denseTable(context, {
    caption,
    columns: [
      { key: 'wie', label: say('whom') },
      { key: 'wat', label: say('about') },
      { key: 'sinds', label: say('since') },
    ],
    rows: errands.map((errand) => {
      const code = codeOf(errand)
      return {
        wie: html`<a href="/werk/post/${errand.id}">${errand.name}</a>`,
        wat: code === undefined ? '' : messageSubject(code, language),
        sinds: formatMoment(errand.askedAt, language),
      }
    }),
  })
}

async function errandPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  more: More = {},
) {
  const view = await viewErrand(setting, worker.actor, context.req.param('id') ?? '')
  if (!view || view.errand.doneAt) return notFound(context, setting)
  const { kind, name } = view.errand
  const say = speak(postTexts, worker.language)
  const titles = {
    letter: 'letter-title',
    phone: 'call-title',
    decision: 'decision-title',
  } as const
  const title = say(titles[kind], { name })
  const inside =
    kind === 'letter'
      ? await letterPart(context, setting, worker, view)
      : kind === 'phone'
        ? callPart(context, worker, view)
        : decisionPart(context, worker, view, more)
  const body = html`<div class="not-printed">${backLink('/werk/post', say('back'))}${faultSummary(more.faults ?? [], worker.language)}<h1 class="utrecht-heading-1">${title}</h1></div>${inside}`
  const status = more.faults ? 422 : 200
  return workPage(context, setting, { title, body, status })
}

async function letterPart(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { errand, home }: ErrandView,
): Promise<Html> {
  const say = speak(postTexts, worker.language)
  const places = await workplacesOf(setting, worker.actor)
  const landlord = places.find(({ id }) => id === errand.landlord)?.name ?? errand.landlord
  const hasAddress = errand.postalAddress !== undefined
  return html`<div class="not-printed"><p class="measure">${say(hasAddress ? 'letter-how' : 'letter-no-address-more')}</p>${setting.returnAddress === undefined ? html`<p class="panel measure">${say('letter-no-return')}</p>` : ''}</div>
${letter(errand, { site: siteOf(context, setting), landlord, setting, home: home?.address })}
<form class="not-printed" method="post">${formFields(context.get('visitor'))}<p class="actions"><button class="utrecht-button" name="doe" value="sent">${say('letter-sent')}</button> <button class="utrecht-button utrecht-button--secondary-action" name="doe" value="no-address">${say('letter-no-address')}</button></p></form>`
}

function siteOf(context: PageContext, { origin = context.req.url }: WebSetting): string {
  return new URL(origin).host
}

/** The letter as it is printed: in the language of whom it is for, with the same reference as the message. */
function letter(
  errand: Errand,
  {
    site,
    landlord,
    setting,
    home,
  }: {
    readonly site: string
    readonly landlord: string
    readonly setting: WebSetting
    readonly home: string | undefined
  },
): Html {
  const language = languageFrom(errand.language)
  const say = speak(postTexts, language)
  const code = codeOf(errand)
  const { name, facts, postalAddress, message } = errand
  const isAboutTime = code?.startsWith('registration-') ?? false
  return html`<article class="letter" lang="${language}">${setting.returnAddress === undefined ? '' : html`<p class="small">${say('letter-return', { landlord, address: setting.returnAddress })}</p>`}
<p>${name}<br>${(postalAddress ?? '').split(/\s*,\s*/).map((line) => html`${line}<br>`)}</p>
<p>${formatMoment(setting.now(), language).replace(/ (om|at) .*$/, '')}</p>
<p><strong>${say('letter-subject', { subject: code === undefined ? '' : messageSubject(code, language) })}</strong></p>
<p>${say('letter-dear', { name })}</p>
<p>${code === undefined ? '' : messageBody(code, facts, home, language)}${answerUntil(errand, language)}</p>
${isAboutTime ? html`<p>${say('letter-restore')}</p>` : ''}
<p>${say('letter-where', { site })}</p>
<p>${say('letter-never')}</p>
<p>${say('letter-reference', { reference: referenceOf({ id: message }), site })}</p>
<p>${say('letter-from')}<br>${say('letter-sender', { landlord, region: setting.regionName })}</p>
${setting.isExample ? html`<p class="small">${say('letter-example')}</p>` : ''}</article>`
}

/** Until when an offer can be answered, and where who has no account does so. */
function answerUntil({ code, facts: { answerBy } }: Errand, language: Language): string {
  if (code !== 'offer-made' || typeof answerBy !== 'string') return ''
  const moment = formatMoment(new Date(answerBy), language)
  return ` ${speak(postTexts, language)('answer-until', { moment })}`
}

function callPart(context: PageContext, { language }: Worker, { errand, home }: ErrandView): Html {
  const say = speak(postTexts, language)
  const code = codeOf(errand)
  const { phone = '', facts } = errand
  return html`<p class="lead">${say('call-number', { phone })}</p>
<h2 class="utrecht-heading-2">${say('call-say')}</h2><p class="measure">${code === undefined ? '' : messageBody(code, facts, home?.address, language)}${answerUntil(errand, language)}</p>
<form method="post">${formFields(context.get('visitor'))}<p class="actions"><button class="utrecht-button" name="doe" value="reached">${say('call-reached')}</button> <button class="utrecht-button utrecht-button--secondary-action" name="doe" value="not-reached">${say('call-not-reached')}</button></p></form>`
}

function decisionPart(
  context: PageContext,
  { language }: Worker,
  { registration, ways, isReachedEnough }: ErrandView,
  { faults = [], typed }: More,
): Html {
  const say = speak(postTexts, language)
  const { since, lastDay, restorableUntil } = registration ?? {}
  const known = (['mail', 'phone', 'letter'] as const).filter((each) => ways.includes(each))
  return html`${since === undefined ? '' : html`<p class="lead">${say('decision-since', { since })}</p>`}
${lastDay === undefined || restorableUntil === undefined ? '' : html`<p class="measure">${say('decision-until', { until: lastDay, grace: restorableUntil })}</p>`}
<h2 class="utrecht-heading-2">${say('decision-ways')}</h2>
${known.length === 0 ? html`<p>${say('decision-ways-none')}</p>` : html`<ul>${known.map((each) => html`<li>${say(`way-${each}`)}</li>`)}</ul>`}
${isReachedEnough ? '' : html`<p class="panel">${say('decision-not-yet')}</p>`}
<form method="post">${formFields(context.get('visitor'))}
${longField({ name: 'motivering', label: say('motivation'), hint: say('motivation-hint'), value: typed?.motivering, faults })}
<p class="actions"><button class="utrecht-button" name="doe" value="blijft">${say('keep')}</button>${isReachedEnough ? html` <button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vervalt">${say('lapse')}</button>` : ''}</p></form>`
}

async function act(context: PageContext, setting: WebSetting, worker: Worker) {
  const errand = context.req.param('id') ?? ''
  const typed = await submitted(context)
  const { actor, language } = worker
  const isDecision = typed.doe === 'blijft' || typed.doe === 'vervalt'
  const outcomes: readonly ErrandOutcome[] = [...errandOutcomes.letter, ...errandOutcomes.phone]
  const said = outcomes.find((each) => each === typed.doe)
  if (!isDecision && !said) return notFound(context, setting)
  const outcome =
    said === undefined
      ? await carryOut(
          setting,
          actor,
          decideLapse,
          { errand, lapses: typed.doe === 'vervalt', motivation: typed.motivering ?? '' },
          typed.key,
        )
      : await carryOut(setting, actor, doErrand, { errand, outcome: said }, typed.key)
  if (!isRefusal(outcome)) return context.redirect('/werk/post?gedaan=ja', 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  if (outcome.refused === 'errand-done') return context.redirect('/werk/post', 303)
  return errandPage(context, setting, worker, {
    ...{ faults: faultOf(outcome, 'motivering', language), typed },
  })
}
