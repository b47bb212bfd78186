/** What comes in and goes out (in- en uitvoer): of an organisation, and an export of everything, by two people. */
import { html } from 'hono/html'
import { stream } from 'hono/streaming'
import {
  answerExport,
  askExport,
  type Exports,
  exportBytes,
  fetchExport,
  fetchesMost,
  hoursKept,
  OtherExport,
  type RegionExport,
  stopExport,
  viewExports,
} from '../operations/export-region.ts'
import { carryOut, isRefusal, type Refusal } from '../operations/operation.ts'
import { type Language, type Say, speak } from '../words/language.ts'
import {
  exportRefusalText,
  type RegionExportText,
  regionExportTexts,
} from '../words/region-export.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, longField } from './form.ts'
import { type Manager, managerOr } from './manage.ts'
import type { Html } from './page.ts'
import { organisationPart } from './stock-file.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { denseTable, shortMoment, workPage } from './work-frame.ts'

const path = '/beheer/in-en-uitvoer'

export const exchangePages: AddPages = (app, setting) => {
  app.get(path, (context) => exchangePage(context, setting))
  app.post(path, (context) => act(context, setting))
  app.post(`${path}/:id/bestand`, (context) => handOut(context, setting))
}

type Speaking = { readonly say: Say<RegionExportText>; readonly language: Language }
type Sent = { readonly reason?: string | undefined; readonly faults?: readonly Fault[] }

async function exchangePage(context: PageContext, setting: WebSetting, sent: Sent = {}) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { language, actor } = manager
  const exports = await viewExports(setting, actor)
  const organisation = await organisationPart(context, setting, manager)
  if (!exports && organisation === '') return notFound(context, setting)
  const say = speak(regionExportTexts, language)
  const { faults = [] } = sent
  const isDone = faults.length === 0 && context.req.query('gedaan') !== undefined
  const title = say('title')
  const body = html`${faultSummary(faults, language)}
${isDone ? html`<div class="panel panel--good" role="status"><p><span aria-hidden="true">✓</span> ${say('done')}</p></div>` : ''}
<h1 class="utrecht-heading-1">${title}</h1>
${organisation}${exports ? allPart(context, exports, manager, sent) : ''}`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

// --- Everything of the region

function allPart(
  context: PageContext,
  { exports, mayAsk, mayStop }: Exports,
  manager: Manager,
  { reason, faults = [] }: Sent,
): Html {
  const { language } = manager
  const say = speak(regionExportTexts, language)
  const running = exports.filter((each) => stateOf(each) !== 'before')
  const before = exports.filter((each) => stateOf(each) === 'before')
  const isOpen = running.some((each) => stateOf(each) !== 'ready')
  return html`<h2 class="utrecht-heading-2">${say('all-title')}</h2><p class="lead measure">${say('all-lead')}</p>
${running.map((each) => runningPart(context, each, { manager, mayAsk, mayStop }))}
${exports.length === 0 ? html`<p>${say('all-none')}</p>` : ''}
${
  mayAsk && !isOpen
    ? html`<h3 class="utrecht-heading-3" id="vraag">${say('ask-title')}</h3>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${longField({ name: 'waarvoor', label: say('reason'), hint: say('reason-hint'), value: reason, faults })}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="vragen">${say('ask')}</button></p></form>`
    : ''
}
${before.length === 0 ? '' : beforeTable(context, before, { say, language })}`
}

function stateOf({ agreed, readyAt, endedAt }: RegionExport) {
  if (endedAt) return 'before'
  if (agreed === undefined) return 'waiting'
  return readyAt ? 'ready' : 'making'
}

type More = {
  readonly manager: Manager
  readonly mayAsk: boolean
  readonly mayStop: boolean
}

function runningPart(
  context: PageContext,
  each: RegionExport,
  { manager: { language, actor }, mayAsk, mayStop }: More,
): Html {
  const say = speak(regionExportTexts, language)
  const isOwn = each.askedBy === actor.human
  const state = stateOf(each)
  const titles = { waiting: 'waiting-title', making: 'making-title', ready: 'ready-title' } as const
  const title = state === 'before' ? 'before-title' : titles[state]
  const button = (what: string, text: string, kind = '') =>
    html`<button class="utrecht-button${kind}" name="doe" value="${what}">${text}</button> `
  const second = ' utrecht-button--secondary-action'
  const stop = (text: string) => (mayStop ? button('stoppen', text, second) : '')
  const told = {
    before: () => html``,
    waiting: () =>
      html`<p>${isOwn ? say('waiting-own') : mayAsk ? say('consequence', { name: each.askedByName, hours: hoursKept }) : ''}</p>
${form(context, each, html`${mayAsk && !isOwn ? button('instemmen', say('agree')) : ''}${mayAsk ? button('afwijzen', isOwn ? say('withdraw') : say('refuse'), second) : stop(say('stop'))}`)}`,
    making: () =>
      html`<p role="status">${each.done === 0 ? say('making-begin') : say('making', { done: each.done, total: Math.max(each.done, each.total) })}</p>
${each.done === 0 ? '' : html`<progress max="${Math.max(each.done, each.total)}" value="${each.done}" aria-label="${say('making-title')}"></progress>`}
<p><a href="${path}">${say('again')}</a></p>${form(context, each, html`${stop(say('stop'))}`)}`,
    ready: () => readyPart(context, each, { say, language, isOwn }, stop),
  }
  return html`<section class="panel" id="uitvoer-${each.id}"><h3 class="utrecht-heading-3">${say(title)}</h3>
<dl class="facts"><dt>${say('what-for')}</dt><dd>${each.reason}</dd><dt>${say('asked-by')}</dt><dd>${each.askedByName}, ${shortMoment(each.askedAt, language)}</dd>
${each.answeredAt === undefined ? '' : html`<dt>${say('agreed-by')}</dt><dd>${each.answeredByName ?? ''}, ${shortMoment(each.answeredAt, language)}</dd>`}
${each.hash === undefined ? '' : html`<dt>${say('hash')}</dt><dd class="hash">${each.hash}</dd>`}</dl>
${told[state]()}</section>`
}

function readyPart(
  context: PageContext,
  { id, bytes = 0, readyAt, askedByName: name, fetched }: RegionExport,
  { say, language, isOwn }: Speaking & { readonly isOwn: boolean },
  stop: (text: string) => Html | '',
): Html {
  const until = new Date((readyAt?.getTime() ?? 0) + hoursKept * 3_600_000)
  const moment = shortMoment(until, language)
  const size = say('size', { count: Math.max(1, Math.round(bytes / 1_000_000)) })
  const visitor = context.get('visitor')
  if (!isOwn) {
    return html`<p>${say('ready-other', { size, name, moment, fetched })}</p>${form(context, { id }, html`${stop(say('drop'))}`)}`
  }
  return html`<p>${say('ready-own', { size, moment, most: fetchesMost })} ${fetched === 0 ? '' : say('fetched-already', { fetched })}</p><p>${say('hash-more')}</p>
${fetched >= fetchesMost ? '' : html`<form method="post" action="${path}/${id}/bestand">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say('fetch')}</button></p></form>`}
${form(context, { id }, html`${stop(say('drop'))}`)}`
}

function form(context: PageContext, { id }: Pick<RegionExport, 'id'>, buttons: Html): Html {
  return html`<form method="post">${formFields(context.get('visitor'))}<input type="hidden" name="uitvoer" value="${id}"><p class="actions">${buttons}</p></form>`
}

function beforeTable(
  context: PageContext,
  before: readonly RegionExport[],
  { say, language }: Speaking,
): Html {
  const state = ({ agreed, answeredBy, askedBy, readyAt, fetched }: RegionExport) => {
    if (agreed === false) return say(answeredBy === askedBy ? 'state-withdrawn' : 'state-refused')
    if (fetched > 0) return say('state-fetched', { fetched })
    return say(readyAt ? 'state-over' : 'state-stopped')
  }
  return denseTable(context, {
    caption: say('before-title'),
    columns: [
      { key: 'wanneer', label: say('asked-at') },
      { key: 'wie', label: say('asked-by') },
      { key: 'tweede', label: say('agreed-by') },
      { key: 'waarvoor', label: say('what-for') },
      { key: 'stand', label: say('state') },
    ],
    rows: before.map((each) => ({
      ...{ wanneer: shortMoment(each.askedAt, language), wie: each.askedByName },
      tweede: each.agreed === true ? (each.answeredByName ?? '') : '',
      ...{ waarvoor: each.reason, stand: state(each) },
    })),
  })
}

async function act(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const { doe, waarvoor: reason = '', uitvoer: id = '', key } = await submitted(context)
  const doing = () => {
    switch (doe) {
      case 'vragen':
        return carryOut(setting, actor, askExport, { reason }, key)
      case 'instemmen':
      case 'afwijzen':
        return carryOut(setting, actor, answerExport, { id, agrees: doe === 'instemmen' }, key)
      default:
        return carryOut(setting, actor, stopExport, { id }, key)
    }
  }
  const outcome = await doing().catch((fault: unknown): Refusal => {
    if (fault instanceof OtherExport) return { refused: 'already-asked', facts: {} }
    throw fault
  })
  if (!isRefusal(outcome)) return context.redirect(`${path}?gedaan=ja`, 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const field = doe === 'vragen' ? 'waarvoor' : id === '' ? 'inhoud' : `uitvoer-${id}`
  const faults = [{ field, text: exportRefusalText(outcome, language) }]
  return exchangePage(context, setting, { reason, faults })
}

async function handOut(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const id = context.req.param('id') ?? ''
  const { key } = await submitted(context)
  const fetched = await carryOut(setting, actor, fetchExport, { id }, key)
  if (isRefusal(fetched)) {
    if (fetched.refused === 'not-found') return notFound(context, setting)
    const faults = [{ field: `uitvoer-${id}`, text: exportRefusalText(fetched, language) }]
    return exchangePage(context, setting, { faults })
  }
  const bytes = exportBytes(setting, id)
  const first = await bytes.next()
  if (first.done) {
    const text = exportRefusalText({ refused: 'export-gone', facts: {} }, language)
    return exchangePage(context, setting, { faults: [{ field: `uitvoer-${id}`, text }] })
  }
  context.header('content-type', 'application/x-tar')
  context.header('content-length', String(fetched.bytes))
  context.header('content-disposition', `attachment; filename="${setting.region}-${id}.tar"`)
  context.header('cache-control', 'no-store')
  return stream(context, async (out) => {
    await out.write(first.value)
    for await (const part of bytes) {
      if (out.aborted) return
      await out.write(part)
    }
  })
}
