/** Files of organisations (in- en uitvoer): stock that comes in after a look at it, and tables that go out. */
import { html } from 'hono/html'
import { formatDate } from '../core/basics/calendar-date.ts'
import {
  discardStockFile,
  importStock,
  linesMost,
  type StockFault,
  type StockPreview,
  sendStockFile,
  stockRows,
  viewStockFile,
} from '../operations/import-stock.ts'
import { ownResults, type ResultScope, resultScopes } from '../operations/list-own-results.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { keepsStockOf } from '../operations/view-stock.ts'
import { type StoredDwelling, workplacesOf } from '../operations/view-work.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { formatList, formatNumber, type Language } from '../words/language.ts'
import { capital } from '../words/prose.ts'
import { sayStock } from '../words/stock.ts'
import { sayStockFile, stockColumns, stockFaultText, stockHeaders } from '../words/stock-file.ts'
import { type AddPages, notFound } from './app.ts'
import { withDutch } from './dutch.ts'
import { type Fault, faultSummary, selectField } from './form.ts'
import { type Manager, managerOr } from './manage.ts'
import type { Html } from './page.ts'
import { submitted } from './submitted.ts'
import { sendTable, type TableCell } from './table-file.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { denseTable, workPage } from './work-frame.ts'

const path = '/beheer/in-en-uitvoer'
const stockPath = `${path}/voorraad`

export const stockFilePages: AddPages = (app, setting) => {
  app.get(stockPath, (context) => previewPage(context, setting))
  app.post(stockPath, (context) => act(context, setting))
  app.get(`${path}/voorraad/:landlord{[a-z0-9-]+}`, (context) => stockTable(context, setting))
  app.get(`${path}/uitkomsten/:scope{[a-z0-9-]+}`, (context) => resultTable(context, setting))
}

// --- The part of the page

/** What somebody's organisation can take along and bring in; nothing for who works at none. */
export async function organisationPart(
  context: PageContext,
  setting: WebSetting,
  { actor, language }: Manager,
  faults: readonly Fault[] = [],
): Promise<Html | ''> {
  const own = keepsStockOf(actor)
  const scopes = await resultScopes(setting, actor)
  if (own.length === 0 && scopes.length === 0) return ''
  const say = sayStockFile(language)
  const places = (await workplacesOf(setting, actor)).filter(({ id }) => own.includes(id))
  const result = (scope: ResultScope) =>
    'landlord' in scope
      ? { id: scope.landlord, text: say('out-results', { name: scope.name }) }
      : {
          id: scope.municipality,
          text: say('out-results-of', { name: capital(scope.municipality) }),
        }
  const links = [
    ...places.map(({ id, name }) => ({
      ...{ href: `${stockPath}/${id}`, text: say('out-stock', { name }) },
    })),
    ...scopes.map(result).map(({ id, text }) => ({ href: `${path}/uitkomsten/${id}`, text })),
  ]
  return html`<h2 class="utrecht-heading-2">${say('out-title')}</h2><p class="measure">${say('out-lead')}</p>
<ul>${links.map(({ href, text }) => html`<li><a href="${href}" download>${text}</a></li>`)}</ul>
${places.length === 0 ? '' : fileForm(context, places, { language, faults })}`
}

function fileForm(
  context: PageContext,
  places: readonly { readonly id: string; readonly name: string }[],
  { language, faults }: { readonly language: Language; readonly faults: readonly Fault[] },
): Html {
  const say = sayStockFile(language)
  const own = faults.filter(({ field }) => field === 'bestand')
  const columns = stockColumns.map((each) => stockHeaders(each)[0])
  return html`<h2 class="utrecht-heading-2">${say('in-title')}</h2><p class="measure">${say('in-lead', { most: linesMost })}</p>
<p class="measure">${withDutch(say('in-columns', { columns: formatList(columns, language) }), columns, language)} ${say('in-example')}</p>
<form method="post" action="${stockPath}" enctype="multipart/form-data" novalidate>${formFields(context.get('visitor'))}
${places.length === 1 ? html`<input type="hidden" name="van" value="${places[0]?.id ?? ''}">` : selectField({ name: 'van', label: say('of-landlord'), value: undefined, choices: places.map(({ id, name }) => ({ value: id, label: name })) })}
<div class="utrecht-form-field${own.length > 0 ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="bestand">${say('file')}</label><p class="utrecht-form-field-description" id="bestand-hint">${say('file-hint')}</p>
${own.map(({ text }) => html`<p class="utrecht-form-field-error-message" id="bestand-fault">${text}</p>`)}
<input class="utrecht-textbox" type="file" id="bestand" name="bestand" accept=".csv,text/csv" aria-describedby="bestand-hint${own.length > 0 ? ' bestand-fault' : ''}"${own.length > 0 ? html` aria-invalid="true"` : ''}></div>
<p class="actions"><button class="utrecht-button" name="doe" value="sturen">${say('check')}</button></p></form>`
}

// --- Looking at a file before it comes in

const faultsShown = 200

async function previewPage(context: PageContext, setting: WebSetting, problem?: string) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  if (keepsStockOf(actor).length === 0) return notFound(context, setting)
  const say = sayStockFile(language)
  const preview = await viewStockFile(setting, actor)
  const faults = problem === undefined ? [] : [{ field: 'inhoud', text: problem }]
  if (!preview) {
    const part = await organisationPart(context, setting, manager, faults)
    const [added, changed] = (context.req.query('ingevoerd') ?? '').split('-').map(Number)
    const isDone = added !== undefined && changed !== undefined && !Number.isNaN(added + changed)
    const title = isDone ? say('done-title') : say('none-title')
    const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${isDone ? html`<p class="panel panel--good" role="status"><span aria-hidden="true">✓</span> ${say('done', { added, changed })}</p>` : html`<p>${context.req.query('weg') === undefined ? say('none-lead') : say('discarded')}</p>`}
<p><a href="${path}">${say('back')}</a></p>${part}`
    return workPage(context, setting, { title, body, status: faults.length > 0 ? 409 : 200 })
  }
  const { name, landlordName: landlord, added, changed, same, newComplexes, unknown } = preview
  const count = preview.faults.length
  const isSame = count === 0 && added === 0 && changed === 0
  const title = count > 0 ? say('faults-title', { count }) : say('preview-title')
  const button = (what: string, text: string, kind = '') =>
    html`<button class="utrecht-button${kind}" name="doe" value="${what}">${text}</button> `
  const second = ' utrecht-button--secondary-action'
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p>${say('preview-file', { name, landlord })}</p>
${count > 0 ? html`<p class="lead measure">${say('faults-lead')}</p>${faultTable(context, preview, language)}` : html`<p class="lead measure">${isSame ? say('nothing-new') : say('all-good')}</p>`}
<dl class="facts"><dt>${say('new')}</dt><dd>${formatNumber(added, language)}</dd><dt>${say('changed')}</dt><dd>${formatNumber(changed, language)}</dd><dt>${say('same')}</dt><dd>${formatNumber(same, language)}</dd>${newComplexes.length === 0 ? '' : html`<dt>${say('complexes')}</dt><dd>${formatList(newComplexes, language)}</dd>`}</dl>
${unknown.length === 0 ? '' : html`<p>${say('unknown', { columns: formatList([...unknown], language) })}</p>`}
<form method="post">${formFields(context.get('visitor'))}<input type="hidden" name="van" value="${preview.landlord}"><p class="actions">${count > 0 || isSame ? '' : button('invoeren', say('bring'))}${button('weggooien', say('discard'), second)}</p></form>
<p><a href="${path}">${say('again')}</a></p>`
  const status = faults.length > 0 ? 409 : 200
  return workPage(context, setting, { title, body, status })
}

function faultTable(context: PageContext, { faults }: StockPreview, language: Language): Html {
  const say = sayStockFile(language)
  const shown = faults.slice(0, faultsShown)
  return html`${faults.length > shown.length ? html`<p>${say('faults-first', { count: shown.length })}</p>` : ''}
${denseTable(context, {
  caption: say('what-wrong'),
  columns: [
    { key: 'regel', label: say('line'), number: true },
    { key: 'kolom', label: say('column') },
    { key: 'fout', label: say('what-wrong') },
  ],
  rows: shown.map(({ line, column, code, found }: StockFault) => ({
    ...{ regel: line, kolom: column === undefined ? '' : stockHeaders(column)[0] },
    fout: stockFaultText(code, { found: found.slice(0, 80) }, language),
  })),
})}`
}

async function act(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const form = await context.req.parseBody()
  const { doe, van: landlord = '', key } = await submitted(context)
  if (doe === 'weggooien') {
    if (keepsStockOf(actor).length === 0) return notFound(context, setting)
    await discardStockFile(setting, actor)
    return context.redirect(`${stockPath}?weg=ja`, 303)
  }
  if (doe === 'invoeren') {
    const outcome = await carryOut(setting, actor, importStock, { landlord }, key)
    if (!isRefusal(outcome)) {
      const { added, changed } = outcome
      return context.redirect(`${stockPath}?ingevoerd=${added}-${changed}`, 303)
    }
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return previewPage(context, setting, stockFaultText(outcome.refused, outcome.facts, language))
  }
  const { bestand } = form
  const sent = bestand instanceof File ? bestand : undefined
  const input = {
    ...{ landlord, name: sent?.name ?? '' },
    bytes: sent ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array(),
  }
  const outcome = await carryOut(setting, actor, sendStockFile, input, key)
  if (!isRefusal(outcome)) return context.redirect(stockPath, 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const text = stockFaultText(outcome.refused, outcome.facts, language)
  const faults = [{ field: 'bestand', text }]
  const say = sayStockFile(language)
  const title = say('in-title')
  const part = await organisationPart(context, setting, manager, faults)
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>${part}`
  return workPage(context, setting, { title, body, status: 422 })
}

// --- Tables that go out

async function stockTable(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const landlord = context.req.param('landlord') ?? ''
  const rows = stockRows(setting, actor, landlord)
  if (!rows) return notFound(context, setting)
  const say = sayStockFile(language)
  const header = [...stockColumns.map((each) => stockHeaders(each)[0]), say('col-empty')]
  const lines = async function* () {
    for await (const some of rows) yield some.map((each) => stockLine(each, language))
  }
  return sendTable(context, `voorraad-${landlord}`, header, lines())
}

function stockLine(each: StoredDwelling, language: Language): TableCell[] {
  const { facts, vacancy } = each
  const say = sayStockFile(language)
  const labels = ['none', 'walker', 'single-floor', 'wheelchair', 'senior'] as const
  const label = labels.find((one) => [facts.label ?? 'none'].flat()[0] === one) ?? 'none'
  const area = facts['floor-area']
  return [
    ...[each.complexName, each.neighbourhood, capital(each.municipality), each.address],
    ...[word('dwelling-type', facts['dwelling-type'], language)],
    ...[word('segment', facts.segment, language), euros(facts.rent, language)],
    ...[Number(facts.bedrooms ?? 0), typeof area === 'number' ? area : undefined],
    ...[sayStock(language)(`label-${label}`), say(vacancy === undefined ? 'no' : 'yes')],
  ]
}

async function resultTable(context: PageContext, setting: WebSetting) {
  const manager = managerOr(context)
  if (manager instanceof Response) return manager
  const { actor, language } = manager
  const asked = context.req.param('scope') ?? ''
  const scope = (await resultScopes(setting, actor)).find(
    (each) => ('landlord' in each ? each.landlord : each.municipality) === asked,
  )
  if (!scope) return notFound(context, setting)
  const say = sayStockFile(language)
  const header = [
    ...[say('col-home'), stockHeaders('address')[0], stockHeaders('neighbourhood')[0]],
    ...[stockHeaders('municipality')[0], say('col-landlord'), stockHeaders('type')[0]],
    ...[stockHeaders('rent')[0], stockHeaders('bedrooms')[0], say('col-model')],
    ...[say('col-closed'), say('col-responses'), say('col-state'), say('col-starts')],
  ]
  const lines = async function* () {
    for await (const some of ownResults(setting, scope)) {
      yield some.map((each): TableCell[] => [
        ...[each.listing, each.address, each.neighbourhood, capital(each.municipality)],
        ...[each.landlordName, word('dwelling-type', each.facts['dwelling-type'], language)],
        ...[euros(each.facts.rent, language), Number(each.facts.bedrooms ?? 0)],
        ...[word('model', each.facts.model, language), formatDate(each.on), each.candidates],
        stateWord(each.state, language),
        each.startsOn === undefined ? undefined : formatDate(each.startsOn),
      ])
    }
  }
  return sendTable(context, `uitkomsten-${asked}`, header, lines())
}

function word(fact: string, value: unknown, language: Language): string {
  return value === undefined ? '' : wordOfValue(fact, String(value), language)
}

const states = ['closed', 'let', 'in-vain', 'withdrawn'] as const

function stateWord(state: string, language: Language): string {
  const known = states.find((each) => each === state) ?? 'open'
  return sayStockFile(language)(`state-${known}`)
}

/** `650,25`, as the file that comes in may write it too. */
function euros(cents: unknown, language: Language): string {
  const text = (Number(cents ?? 0) / 100).toFixed(2)
  return language === 'nl' ? text.replace('.', ',') : text
}
