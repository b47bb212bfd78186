/** The workplace of a landlord: what is next, what it owns, and one home. */
import { html } from 'hono/html'
import type { Value } from '../core/basics/facts.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { pageOfList } from '../operations/page-of-list.ts'
import { reportVacancy } from '../operations/report-vacancy.ts'
import { keepsStockOf } from '../operations/view-stock.ts'
import {
  findStock,
  type HomeAtWork,
  type OfferAtWork,
  type Step,
  type StoredCorrection,
  stockOrders,
  type VacancyAtWork,
  viewHome,
  type WorkList,
  workList,
  workplacesOf,
} from '../operations/view-work.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { identityTexts } from '../words/identity.ts'
import { formatAmount, formatDay, formatList, speak } from '../words/language.ts'
import { capital } from '../words/prose.ts'
import { sayStock } from '../words/stock.ts'
import { type AddPages, notFound } from './app.ts'
import { casesToAnswer } from './cases.ts'
import { type Fault, faultSummary, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { pageAsked, pageLinks } from './page-links.ts'
import { submitted } from './submitted.ts'
import { emergenciesNow, emergencyWay } from './supervision.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import {
  dayFrom,
  dayTyped,
  denseTable,
  faultOf,
  forWorkers,
  momentInWords,
  orderFrom,
  shortMoment,
  type Worker,
  workPage,
} from './work-frame.ts'

export const workPages: AddPages = (app, setting) => {
  app.get(
    '/werk',
    forWorkers(setting, async (context, worker) => {
      const list = await workList(setting, worker.actor)
      const places = await workplacesOf(setting, worker.actor)
      const { say, language } = worker
      const names = formatList(
        places.map(({ name }) => name),
        language,
      )
      const corrections =
        list.corrections.length === 0
          ? ''
          : html`<section class="panel"><h2 class="utrecht-heading-3">${say('corrections-title')}</h2><ul>${list.corrections.map((each) => html`<li><a href="/werk/correctie/${each.id}">${correctionLine(each, worker)}</a></li>`)}</ul></section>`
      const waiting = [
        await emergenciesNow(context, setting),
        await casesToAnswer(setting, worker.actor, language),
        lapsing(list.lapsing, worker),
        corrections,
      ]
      const isQuiet = waiting.every((each) => each === '')
      const body = html`<h1 class="utrecht-heading-1">${say('title')}</h1>
<p>${say('of', { names })} ${summary(list, worker)}</p>
${waiting}
${list.vacancies.length === 0 ? (isQuiet ? html`<p>${say('nothing-to-do')}</p>` : '') : vacancyPart(context, list.vacancies, worker)}${emergencyWay(context)}`
      return workPage(context, setting, { title: say('title'), body })
    }),
  )

  app.get(
    '/werk/woningen',
    forWorkers(setting, (context, worker) => stockPage(context, setting, worker)),
  )

  app.get(
    '/werk/woningen/:id{[0-9]+}',
    forWorkers(setting, async (context, worker) => {
      const home = await viewHome(setting, worker.actor, Number(context.req.param('id')))
      return home ? homePage(context, setting, worker, { home }) : notFound(context, setting)
    }),
  )

  app.post(
    '/werk/woningen/:id{[0-9]+}',
    forWorkers(setting, async (context, worker) => {
      const id = Number(context.req.param('id'))
      const home = await viewHome(setting, worker.actor, id)
      if (!home) return notFound(context, setting)
      const form = await submitted(context)
      const freeFrom = dayFrom(form.vrij)
      if (freeFrom === undefined) {
        const faults = [{ field: 'vrij', text: worker.say('fault-day') }]
        return homePage(context, setting, worker, { home, typed: form.vrij, faults })
      }
      const input = { dwelling: id, freeFrom }
      const outcome = await carryOut(setting, worker.actor, reportVacancy, input, form.key)
      if (isRefusal(outcome)) {
        const faults = faultOf(outcome, 'vrij', worker.language)
        return homePage(context, setting, worker, { home, typed: form.vrij, faults })
      }
      return context.redirect(`/werk/woningen/${id}/advertentie`, 303)
    }),
  )
}

/** What is to be corrected; whose it is, and what it says, is seen where it is decided. */
function correctionLine(
  { change, proposedAt }: StoredCorrection,
  { say, language }: Worker,
): string {
  if (change.about === 'registered-on') return say('correction-change', change)
  const { name, born } = change
  const what = name && born ? 'both' : name ? 'name' : 'born'
  return speak(identityTexts, language)(`work-line-${what}`, { on: dayOf(proposedAt) })
}

function summary({ vacancies }: WorkList, { say }: Worker): Html {
  // Who leaves within days is on the list as well: that home is lived in until then.
  const empty = vacancies.filter((each) => each.days >= 0)
  const days = empty.reduce((sum, each) => sum + each.days, 0)
  const ahead = vacancies.length - empty.length
  return html`${say('empty-count', { count: empty.length, days })}${ahead === 0 ? '' : html` ${say('ahead-count', { count: ahead })}`}`
}

function lapsing(offers: readonly OfferAtWork[], { say, language }: Worker): Html | '' {
  if (offers.length === 0) return ''
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say('lapsing-title', { count: offers.length })}</h2>
<ul>${offers.map(({ id, name, address, answerBy }) => html`<li><a href="/werk/aanbiedingen/${id}">${name}, ${address}</a>: ${shortMoment(answerBy, language)}</li>`)}</ul></section>`
}

const waiting: readonly Step[] = [
  'wait-for-answer',
  'wait-for-draw',
  'wait-for-opening',
  'wait-for-close',
]

/** Where the next step is done. */
function addressOf({ vacancy, listing, step, offer }: VacancyAtWork): string {
  if (step === 'check-documents' || step === 'let') return `/werk/controle/${offer?.id ?? ''}`
  const home = `/werk/woningen/${vacancy.dwelling}`
  const isListed = listing && ['open', 'drawing', 'closed'].includes(listing.state)
  return isListed ? `${home}/kandidaten` : `${home}/advertentie`
}

const vacanciesOnPage = 50

/** A page of what waits, in the order that is asked for. */
function vacancyPart(
  context: PageContext,
  vacancies: readonly VacancyAtWork[],
  worker: Worker,
): Html {
  const { page, pages, from } = pageOfList(pageAsked(context), vacancies.length, vacanciesOnPage)
  const { order, sorted } = inOrder(context, vacancies)
  return html`${vacancyTable(context, sorted.slice(from, from + vacanciesOnPage), order, worker)}${pageLinks(context, { page, pages })}`
}

function inOrder(context: PageContext, vacancies: readonly VacancyAtWork[]) {
  const order = orderFrom(context, ['stap', 'adres', 'dagen', 'reacties'])
  const sorted = {
    stap: vacancies,
    adres: vacancies.toSorted((a, b) => (a.vacancy.address < b.vacancy.address ? -1 : 1)),
    dagen: vacancies.toSorted((a, b) => b.days - a.days),
    reacties: vacancies.toSorted(
      (a, b) => (b.listing?.responses ?? 0) - (a.listing?.responses ?? 0),
    ),
  }[order]
  return { order, sorted }
}

function vacancyTable(
  context: PageContext,
  vacancies: readonly VacancyAtWork[],
  order: ReturnType<typeof inOrder>['order'],
  { say, language }: Worker,
): Html {
  return denseTable(context, {
    caption: say('vacancies-title'),
    sorted: order,
    columns: [
      { key: 'stap', label: say('next'), sortable: true },
      { key: 'adres', label: say('home'), sortable: true },
      { key: 'dagen', label: say('days'), sortable: true, number: true },
      { key: 'stand', label: say('state') },
      { key: 'wanneer', label: say('until') },
      { key: 'reacties', label: say('responses'), sortable: true, number: true },
    ],
    rows: vacancies.map((each) => {
      const { vacancy, listing, step, days, offer } = each
      const { answerBy, papersBy, name } = offer ?? {}
      const closing = step === 'wait-for-close' || step === 'wait-for-opening'
      const until = papersBy ?? answerBy ?? (closing ? listing?.closesAt : undefined)
      return {
        stap: html`<a href="${addressOf(each)}"${waiting.includes(step) ? '' : html` class="state"`}>${say(`step-${step}`)}</a>`,
        adres: html`<a href="/werk/woningen/${vacancy.dwelling}">${vacancy.address}</a> <span class="soft">${capital(vacancy.municipality)}</span>`,
        dagen: days < 0 ? html`<span class="soft">${say('free-in', { days: -days })}</span>` : days,
        stand: html`${listing ? say(step === 'wait-for-opening' ? 'state-planned' : `state-${listing.state}`) : say('no-listing')}${name === undefined ? '' : html` <span class="soft">${name}</span>`}`,
        wanneer: until ? shortMoment(until, language) : '',
        reacties: listing && !['draft', 'checked'].includes(listing.state) ? listing.responses : '',
      }
    }),
  })
}

async function stockPage(context: PageContext, setting: WebSetting, worker: Worker) {
  const { say, language, actor } = worker
  const text = context.req.query('zoek')?.trim() ?? ''
  const municipality = context.req.query('gemeente') ?? ''
  const onlyEmpty = context.req.query('leeg') === 'ja'
  const names = {
    adres: 'address',
    complex: 'complex',
    huur: 'rent',
    slaapkamers: 'bedrooms',
  } as const
  const order = orderFrom(context, ['adres', 'complex', 'huur', 'slaapkamers'])
  const by = stockOrders.find((each) => each === names[order]) ?? 'address'
  const found = await findStock(setting, actor, {
    ...{ text, order: by, page: pageAsked(context), onlyEmpty },
    ...(municipality !== '' && { municipality }),
  })
  const choices = [
    { value: '', label: say('any') },
    ...found.municipalities.map((each) => ({ value: each, label: capital(each) })),
  ]
  const body = html`<h1 class="utrecht-heading-1">${say('stock')}</h1>
<form class="filters" method="get">
${textField({ name: 'zoek', label: say('search-text'), value: text })}
${selectField({ name: 'gemeente', label: say('municipality'), value: municipality, choices })}
<div class="utrecht-form-field choice"><input type="checkbox" id="leeg" name="leeg" value="ja"${onlyEmpty ? html` checked` : ''}><label for="leeg">${say('only-empty')}</label></div>
<div class="utrecht-form-field"><button class="utrecht-button">${say('search')}</button></div></form>
${
  found.total === 0
    ? html`<p>${say('stock-none')}</p>`
    : denseTable(context, {
        caption: say('stock-count', { count: found.total }),
        sorted: order,
        columns: [
          { key: 'adres', label: say('address'), sortable: true },
          { key: 'complex', label: say('complex'), sortable: true },
          { key: 'buurt', label: say('neighbourhood') },
          { key: 'gemeente', label: say('municipality') },
          { key: 'huur', label: say('rent'), sortable: true, number: true },
          { key: 'slaapkamers', label: say('bedrooms'), sortable: true, number: true },
          { key: 'stand', label: say('state') },
        ],
        rows: found.dwellings.map((each) => ({
          adres: html`<a href="/werk/woningen/${each.id}">${each.address}</a>`,
          complex: each.complexName,
          buurt: each.neighbourhood,
          gemeente: capital(each.municipality),
          huur: formatAmount(Number(each.facts.rent ?? 0), language),
          slaapkamers: Number(each.facts.bedrooms ?? 0),
          stand:
            each.vacancy === undefined
              ? say('is-let')
              : html`<span class="mark mark--now">${say('is-empty')}</span>`,
        })),
      })
}
${pageLinks(context, found)}`
  return workPage(context, setting, {
    ...{ title: say('stock'), body },
  })
}

function homePage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  {
    home,
    typed,
    faults = [],
  }: {
    readonly home: HomeAtWork
    readonly typed?: string | undefined
    readonly faults?: readonly Fault[]
  },
) {
  const { say, language } = worker
  const { dwelling, vacancy, listings, today } = home
  const days = vacancy ? today - vacancy.freeFrom : 0
  const address = `/werk/woningen/${dwelling.id}`
  const report = html`<h2 class="utrecht-heading-2">${say('report-title')}</h2>
<form method="post">${formFields(context.get('visitor'))}
${textField({ name: 'vrij', label: say('free-from'), hint: say('day-hint'), value: typed ?? dayTyped(dayOf(setting.now())), faults })}
<button class="utrecht-button">${say('report')}</button></form>`
  // What is done next comes first: there is nobody to offer to before it closed.
  const isClosed = listings[0]?.state === 'closed'
  const secondary = ' utrecht-button--secondary-action'
  const way = (path: string, text: 'to-listing' | 'to-candidates', more = '') =>
    html`<a class="utrecht-button${more}" href="${address}/${path}">${say(text)}</a>`
  const empty = html`<section class="panel"><h2 class="utrecht-heading-3">${say('vacancy-title')}</h2>
<p>${vacancy ? say('free-since', { day: vacancy.freeFrom }) : ''}. ${days < 0 ? say('vacant-ahead', { days: -days }) : say('vacant-days', { days })}${vacancy?.inVainSince === undefined ? '' : html` ${say('in-vain-since', { day: vacancy.inVainSince })}`}</p>
<p>${isClosed ? html`${way('kandidaten', 'to-candidates')} ${way('advertentie', 'to-listing', secondary)}` : html`${way('advertentie', 'to-listing')} ${way('kandidaten', 'to-candidates', secondary)}`}</p></section>
${
  listings.length === 0
    ? ''
    : html`<h2 class="utrecht-heading-2">${say('earlier-listings')}</h2><ul>${listings.map(
        ({ id, state, opensAt, closesAt, responses }) =>
          html`<li><a href="${address}/kandidaten?advertentie=${id}">${
            opensAt && opensAt > setting.now()
              ? `${say('state-planned')}: ${momentInWords(opensAt, language)}`
              : say(`state-${state}`)
          }</a>${closesAt ? html`, ${say('until').toLowerCase()} ${formatDay(dayOf(closesAt), language)}` : ''} · ${responses} ${say('responses').toLowerCase()}</li>`,
      )}</ul>`
}`
  const wordsOf = (name: string, value: Value) =>
    [value]
      .flat()
      .map((each) => capital(wordOfValue(name, String(each), language)))
      .join(', ')
  const { rent, bedrooms, 'dwelling-type': type, 'floor-area': area, label } = dwelling.facts
  const shown: readonly (readonly [string, string])[] = [
    [say('complex'), dwelling.complexName],
    [say('neighbourhood'), dwelling.neighbourhood],
    [say('municipality'), capital(dwelling.municipality)],
    [say('rent'), formatAmount(Number(rent ?? 0), language)],
    [say('bedrooms'), String(bedrooms ?? '-')],
    ...(area === undefined ? [] : [[say('floor-area'), `${area} m²`] as const]),
    ...(label === undefined ? [] : [[say('label-field'), wordsOf('label', label)] as const]),
    ...(type === undefined
      ? []
      : [[say('dwelling-type'), wordsOf('dwelling-type', type)] as const]),
  ]
  const body = html`<h1 class="utrecht-heading-1">${dwelling.address}</h1>
${faultSummary(faults, worker.language)}
<div class="beside"><div>${vacancy ? empty : report}</div>
<div><h2 class="utrecht-heading-2">${say('stock-says')}</h2><dl class="facts">${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${keepsStockOf(worker.actor).includes(dwelling.landlord) ? html`<p><a href="${address}/voorraad">${sayStock(language)('change-link')}</a></p>` : ''}</div></div>`
  return workPage(context, setting, {
    ...{ title: dwelling.address, body },
    status: faults.length > 0 ? 422 : 200,
  })
}
