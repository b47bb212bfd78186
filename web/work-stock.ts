/** What a landlord owns (voorraad): its complexes, their homes, what is said of each; and who works there. */
import { html } from 'hono/html'
import { addComplex } from '../operations/add-complex.ts'
import { addDwelling } from '../operations/add-dwelling.ts'
import { centsIn } from '../operations/amount-typed.ts'
import { changeDwelling } from '../operations/change-dwelling.ts'
import {
  type DwellingFacts,
  dwellingLabels,
  dwellingTypes,
  segments,
} from '../operations/dwelling-facts.ts'
import { carryOut, isRefusal, type Refusal } from '../operations/operation.ts'
import { keepsStockOf, viewComplex, viewComplexes, viewWorkers } from '../operations/view-stock.ts'
import { type StoredDwelling, viewHome, workplacesOf } from '../operations/view-work.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { formatAmount, formatDay, type Say, speak } from '../words/language.ts'
import { type RoleName, roleTexts } from '../words/login.ts'
import { capital } from '../words/prose.ts'
import { type StockText, sayStock } from '../words/stock.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { denseTable, faultOf, forWorkers, type Worker, workPage } from './work-frame.ts'

const section = '/werk/complexen'
const complexPath = '/werk/complexen/:complex{[0-9a-z-]+}'
const changePath = '/werk/woningen/:id{[0-9]+}/voorraad'

export const workStockPages: AddPages = (app, setting) => {
  app.get(
    section,
    forWorkers(setting, (context, worker) => complexesPage(context, setting, worker)),
  )
  app.post(
    section,
    forWorkers(setting, async (context, worker) => {
      const typed = await submitted(context)
      const input = {
        ...{ landlord: typed.van ?? '', name: typed.naam ?? '' },
        ...{ municipality: typed['in-gemeente'] ?? '', neighbourhood: typed.buurt ?? '' },
      }
      const outcome = await carryOut(setting, worker.actor, addComplex, input, typed.key)
      if (!isRefusal(outcome)) return context.redirect(`${section}/${outcome.complex}`, 303)
      if (outcome.refused === 'not-found') return notFound(context, setting)
      const faults = faultsOf(outcome, 'naam', worker)
      return complexesPage(context, setting, worker, { typed, faults })
    }),
  )

  app.get(
    complexPath,
    forWorkers(setting, (context, worker) => complexPage(context, setting, worker)),
  )
  app.post(
    complexPath,
    forWorkers(setting, async (context, worker) => {
      const typed = await submitted(context)
      const complex = context.req.param('complex') ?? ''
      const input = { complex, address: typed.adres ?? '', facts: factsTyped(typed) }
      const outcome = await carryOut(setting, worker.actor, addDwelling, input, typed.key)
      if (!isRefusal(outcome)) return context.redirect(`${section}/${complex}`, 303)
      if (outcome.refused === 'not-found') return notFound(context, setting)
      const faults = faultsOf(outcome, 'adres', worker)
      return complexPage(context, setting, worker, { typed, faults })
    }),
  )

  app.get(
    changePath,
    forWorkers(setting, (context, worker) => changePage(context, setting, worker)),
  )
  app.post(
    changePath,
    forWorkers(setting, async (context, worker) => {
      const typed = await submitted(context)
      const dwelling = Number(context.req.param('id'))
      const input = { dwelling, facts: factsTyped(typed) }
      const outcome = await carryOut(setting, worker.actor, changeDwelling, input, typed.key)
      if (!isRefusal(outcome)) return context.redirect(`/werk/woningen/${dwelling}`, 303)
      if (outcome.refused === 'not-found') return notFound(context, setting)
      const faults = faultsOf(outcome, 'huur', worker)
      return changePage(context, setting, worker, { typed, faults })
    }),
  )

  app.get(
    '/werk/medewerkers',
    forWorkers(setting, async (context, worker) => {
      const { language, actor } = worker
      const say = sayStock(language)
      const sayRole = speak(roleTexts, language)
      const found = await viewWorkers(setting, actor)
      const title = say('workers-title')
      const table = denseTable(context, {
        caption: title,
        columns: [
          { key: 'naam', label: say('worker-name') },
          { key: 'rol', label: say('worker-role') },
          { key: 'tot', label: say('worker-until') },
        ],
        rows: found.map(({ name, role, until }) => ({
          // @NOTE only roles of the access table are granted, and each has its words.
          ...{ naam: name, rol: sayRole(role as RoleName) },
          tot: formatDay(until, language),
        })),
      })
      const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="measure">${say('workers-lead')}</p>${table}`
      return workPage(context, setting, { title, body })
    }),
  )
}

type Shown = { readonly typed?: Submitted; readonly faults?: readonly Fault[] }

async function complexesPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { typed, faults = [] }: Shown = {},
) {
  const { actor, language } = worker
  const say = sayStock(language)
  const { say: sayWork } = worker
  const text = context.req.query('zoek')?.trim() ?? ''
  const municipality = context.req.query('gemeente') ?? ''
  const found = await viewComplexes(setting, actor, {
    ...{ text, page: pageAsked(context), ...(municipality !== '' && { municipality }) },
  })
  const { complexes, counts, municipalities } = found
  const title = say('title')
  const choices = [
    { value: '', label: sayWork('any') },
    ...municipalities.map((each) => ({ value: each, label: capital(each) })),
  ]
  const filters = html`<form class="filters" method="get">
${textField({ name: 'zoek', label: say('search-text'), value: text })}
${selectField({ name: 'gemeente', label: say('municipality'), value: municipality, choices })}
<div class="utrecht-form-field"><button class="utrecht-button">${sayWork('search')}</button></div></form>`
  const table = denseTable(context, {
    caption: titleOfPage(title, found, context),
    columns: [
      { key: 'naam', label: say('name') },
      { key: 'buurt', label: say('neighbourhood') },
      { key: 'gemeente', label: say('municipality') },
      { key: 'woningen', label: say('homes'), number: true },
      { key: 'leeg', label: say('empty'), number: true },
    ],
    rows: complexes.map(({ id, name, neighbourhood, municipality, dwellings, empty }) => ({
      naam: html`<a href="${section}/${id}">${name}</a>`,
      ...{ buurt: neighbourhood, gemeente: capital(municipality) },
      ...{ woningen: dwellings, leeg: empty },
    })),
  })
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>${faultSummary(faults, worker.language)}<p class="lead">${say('counts', counts)}</p><p class="measure">${say('lead')}</p>${await newComplexForm(context, setting, worker, { municipalities, typed, faults })}${filters}
${counts.complexes === 0 ? html`<p>${say(text === '' && municipality === '' ? 'none' : 'none-found')}</p>` : html`${table}${pageLinks(context, found)}`}`
  return workPage(context, setting, {
    ...{ title, body, status: faults.length > 0 ? 422 : 200 },
  })
}

async function newComplexForm(
  context: PageContext,
  setting: WebSetting,
  { actor, language }: Worker,
  {
    municipalities,
    typed,
    faults,
  }: {
    readonly municipalities: readonly string[]
    readonly typed: Submitted | undefined
    readonly faults: readonly Fault[]
  },
): Promise<Html | ''> {
  const own = keepsStockOf(actor)
  if (own.length === 0) return ''
  const say = sayStock(language)
  const places = (await workplacesOf(setting, actor)).filter(({ id }) => own.includes(id))
  return html`<details${faults.length > 0 ? html` open` : ''}><summary>${say('new-complex')}</summary>
<form method="post">${formFields(context.get('visitor'))}
${places.length === 1 ? html`<input type="hidden" name="van" value="${places[0]?.id ?? ''}">` : selectField({ name: 'van', label: say('of-landlord'), value: typed?.van, choices: places.map(({ id, name }) => ({ value: id, label: name })) })}
${textField({ name: 'naam', label: say('name'), value: typed?.naam, faults })}
${textField({ name: 'buurt', label: say('neighbourhood'), hint: say('neighbourhood-hint'), value: typed?.buurt, faults })}
${selectField({ name: 'in-gemeente', label: say('municipality'), value: typed?.['in-gemeente'], choices: municipalities.map((each) => ({ value: each, label: capital(each) })) })}
<button class="utrecht-button">${say('add-complex')}</button></form></details>`
}

async function complexPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { typed, faults = [] }: Shown = {},
) {
  const { actor, language, say: sayWork } = worker
  const say = sayStock(language)
  const found = await viewComplex(setting, actor, context.req.param('complex') ?? '')
  if (!found) return notFound(context, setting)
  const { complex, dwellings } = found
  const keeps = keepsStockOf(actor).includes(complex.landlord)
  const table =
    dwellings.length === 0
      ? html`<p>${say('complex-homes', { count: 0 })}</p>`
      : denseTable(context, {
          caption: say('complex-homes', { count: dwellings.length }),
          columns: [
            { key: 'adres', label: say('address') },
            { key: 'soort', label: say('type') },
            { key: 'huur', label: sayWork('rent'), number: true },
            { key: 'slaapkamers', label: say('bedrooms'), number: true },
            { key: 'stand', label: sayWork('state') },
          ],
          rows: dwellings.map(({ id, address, facts, vacancy }) => ({
            adres: html`<a href="/werk/woningen/${id}">${address}</a>`,
            soort: capital(wordOfValue('dwelling-type', String(facts['dwelling-type']), language)),
            huur: formatAmount(Number(facts.rent ?? 0), language),
            slaapkamers: Number(facts.bedrooms ?? 0),
            stand: sayWork(vacancy === undefined ? 'is-let' : 'is-empty'),
          })),
        })
  const form = html`<h2 class="utrecht-heading-2">${say('new-dwelling')}</h2>
<form method="post">${formFields(context.get('visitor'))}
${textField({ name: 'adres', label: say('address'), hint: say('address-hint'), value: typed?.adres, faults })}
${fields(say, worker, { typed: typed ?? {}, faults })}
<button class="utrecht-button">${say('add')}</button></form>`
  const body = html`<h1 class="utrecht-heading-1">${complex.name}</h1>${faultSummary(faults, worker.language)}
<p>${complex.neighbourhood}, ${capital(complex.municipality)}</p>
<div class="beside"><div>${table}</div><div>${keeps ? form : ''}</div></div>`
  return workPage(context, setting, {
    ...{ title: complex.name, body, status: faults.length > 0 ? 422 : 200 },
  })
}

async function changePage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  { typed, faults = [] }: Shown = {},
) {
  const { actor, language } = worker
  const say = sayStock(language)
  const found = await viewHome(setting, actor, Number(context.req.param('id')))
  if (!found || !keepsStockOf(actor).includes(found.dwelling.landlord)) {
    return notFound(context, setting)
  }
  const { dwelling } = found
  const title = say('change-title', { address: dwelling.address })
  const form = html`<form method="post">${formFields(context.get('visitor'))}
${fields(say, worker, { typed: typed ?? typedOf(dwelling), faults })}
<button class="utrecht-button">${say('change')}</button></form>`
  const vacant = html`<div class="panel"><p>${say('change-vacant')}</p>
<p><a class="utrecht-button" href="/werk/woningen/${dwelling.id}/advertentie">${say('to-listing')}</a></p></div>`
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>${faultSummary(faults, worker.language)}${dwelling.vacancy === undefined ? form : vacant}`
  return workPage(context, setting, {
    ...{ title, body, status: faults.length > 0 ? 422 : 200 },
  })
}

// --- One home's fields

function fields(
  say: Say<StockText>,
  { language }: Worker,
  { typed, faults }: { readonly typed: Submitted; readonly faults: readonly Fault[] },
): Html {
  const named = (fact: string) => (value: string) => ({
    value,
    label: capital(wordOfValue(fact, value, language)),
  })
  const labels = dwellingLabels.map((value) => ({ value, label: say(`label-${value}`) }))
  return html`${selectField({ name: 'soort', label: say('type'), value: typed.soort, choices: dwellingTypes.map(named('dwelling-type')) })}
${selectField({ name: 'segment', label: say('segment'), value: typed.segment, choices: segments.map(named('segment')) })}
${textField({ name: 'huur', label: say('rent'), kind: 'decimal', value: typed.huur, faults })}
${textField({ name: 'slaapkamers', label: say('bedrooms'), kind: 'numeric', value: typed.slaapkamers, faults })}
${textField({ name: 'oppervlakte', label: say('area'), hint: say('area-hint'), kind: 'numeric', value: typed.oppervlakte, faults })}
${selectField({ name: 'label', label: say('label'), value: typed.label, choices: labels })}`
}

/** What is no number becomes one that cannot be right, and is told so. */
function factsTyped(form: Submitted): DwellingFacts {
  const whole = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : -1)
  return {
    type: dwellingTypes.find((each) => each === form.soort) ?? 'apartment',
    segment: segments.find((each) => each === form.segment) ?? 'social',
    label: dwellingLabels.find((each) => each === form.label) ?? 'none',
    rentCents: centsIn(form.huur ?? '') ?? -1,
    bedrooms: whole(form.slaapkamers),
    ...((form.oppervlakte ?? '') !== '' && { area: whole(form.oppervlakte) }),
  }
}

function typedOf({ facts }: StoredDwelling): Submitted {
  const area = facts['floor-area']
  return {
    soort: String(facts['dwelling-type'] ?? ''),
    segment: String(facts.segment ?? ''),
    huur: (Number(facts.rent ?? 0) / 100).toFixed(2).replace('.', ','),
    slaapkamers: String(facts.bedrooms ?? ''),
    ...(area !== undefined && { oppervlakte: String(area) }),
    label: String([facts.label ?? 'none'].flat()[0]),
  }
}

const fieldOf = { rent: 'huur', bedrooms: 'slaapkamers', 'floor-area': 'oppervlakte' } as const

/** What was not right, each at its field; the first field where it is about the whole. */
function faultsOf(refusal: Refusal, first: string, { language }: Worker): readonly Fault[] {
  const say = sayStock(language)
  const { refused, facts } = refusal
  switch (refused) {
    case 'facts-wrong': {
      const wrong = [facts.names ?? []].flat().map(String)
      const known = ['rent', 'bedrooms', 'floor-area'] as const
      return known
        .filter((name) => wrong.includes(name))
        .map((name) => ({ field: fieldOf[name], text: say(`fault-${name}`) }))
    }
    case 'name-missing':
      return [{ field: first, text: say('fault-name') }]
    case 'address-missing':
      return [{ field: first, text: say('fault-address') }]
    case 'address-there':
      return [{ field: first, text: say('fault-address-there') }]
    case 'home-is-vacant':
      return [{ field: first, text: say('change-vacant') }]
    default:
      return faultOf(refusal, first, language)
  }
}
