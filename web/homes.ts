/** Homes (woningen): the list with its filters, one home with its conditions, responding and withdrawing. */
import { html } from 'hono/html'
import { centsIn } from '../operations/amount-typed.ts'
import {
  filtersInTheWay,
  type HomeFilter,
  type HomeForSomebody,
  homeFilters,
  homesPage,
  type NearHome,
  nearestHomes,
  type OpenHome,
  type ShownHome,
  type StandingWithHome,
  viewHome,
  viewStanding,
  type WishMiss,
} from '../operations/find-homes.ts'
import { boundTo } from '../operations/foresee-standing.ts'
import { carryOut, isRefusal, mayDo, type Refusal } from '../operations/operation.ts'
import { respond } from '../operations/respond.ts'
import { type Similar, similarResults } from '../operations/similar-results.ts'
import { hasResult } from '../operations/view-result.ts'
import { withdrawResponse } from '../operations/withdraw-response.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { type Conditions, conditionsOfHome, orderOfHome } from '../words/conditions.ts'
import { bareName, explanationOf } from '../words/explanation.ts'
import { findTexts } from '../words/find-homes.ts'
import { homeTexts } from '../words/homes.ts'
import {
  formatDay,
  formatList,
  formatMoment,
  formatTime,
  type Language,
  type Say,
  speak,
} from '../words/language.ts'
import { capital } from '../words/prose.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { dutchCounts, dutchOf, type Mark } from './dutch.ts'
import {
  choiceField,
  type Fault,
  faultSummary,
  problemPanel,
  selectField,
  textField,
} from './form.ts'
import { whatToDo } from './kept-out.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { placesPicture } from './places-picture.ts'
import { showProse } from './prose.ts'
import { provisionalPart } from './provisional-place.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf, toLogin, type Whose, whose } from './whose.ts'

type HomeSay = Say<keyof (typeof homeTexts)['nl']>

export const homePages: AddPages = (app, setting) => {
  app.get('/woningen', (context) => listPage(context, setting))
  app.get('/woningen/:id{[0-9]+}', (context) => homePage(context, setting))
  app.get('/woningen/:id{[0-9]+}/reageren', (context) => askPage(context, setting, 'respond'))
  app.get('/woningen/:id{[0-9]+}/intrekken', (context) => askPage(context, setting, 'withdraw'))
  app.post('/woningen/:id{[0-9]+}/reageren', (context) => act(context, setting, 'respond'))
  app.post('/woningen/:id{[0-9]+}/intrekken', (context) => act(context, setting, 'withdraw'))
  app.get('/woningen/:id{[0-9]+}/gereageerd', (context) => donePage(context, setting, 'respond'))
  app.get('/woningen/:id{[0-9]+}/ingetrokken', (context) => donePage(context, setting, 'withdraw'))
}

async function listPage(context: PageContext, setting: WebSetting) {
  const filter = filterFrom(context)
  const { language } = context.get('visitor')
  const say = speak(homeTexts, language)
  const person = whose(context)
  const isForMe = person !== undefined && context.req.query('past') === 'ja'
  const { all, found, shown, page, pages } = await homesPage(setting, {
    ...{ filter, who: person, fitsOnly: isForMe },
    page: pageAsked(context),
  })
  const find = speak(findTexts, language)
  const title = say(isForMe ? 'title-mine' : 'title', { count: found })
  const rent = context.req.query('huur')?.trim() ?? ''
  const isOdd = rent !== '' && filter.rentMaxCents === undefined
  const faults = isOdd ? [{ field: 'huur', text: find('rent-odd') }] : []
  const body = html`${faultSummary(faults, language)}${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${filterForm(filter, all, person && isForMe, language, { rent, faults })}
${chosen(filter, isForMe, language)}
${person === undefined ? '' : html`<p class="small"><a href="${saveAddress(filter, isForMe)}">${say('save-search')}</a></p>`}
${
  shown.length === 0
    ? await nothingFound(
        setting,
        { filter, all: all.length, person: isForMe ? person : undefined },
        language,
      )
    : html`<ul class="cards">${shown.map((home) => card(home, language))}</ul>`
}
${pageLinks(context, { page, pages })}
${counts(all, filter.municipality, language)}
<p><a href="/kansen">${find('chances-link')}</a></p>`
  return showPage(context, setting, {
    title: titleOfPage(title, { page, pages }, context),
    body,
    status: isOdd ? 422 : 200,
  })
}

/** Which choice keeps all out, and for somebody the homes that come nearest with why they do not fit. */
async function nothingFound(
  setting: WebSetting,
  asked: {
    readonly filter: HomeFilter
    readonly all: number
    readonly person: Whose | undefined
  },
  language: Language,
): Promise<Html> {
  const { filter, all, person } = asked
  const say = speak(homeTexts, language)
  const find = speak(findTexts, language)
  const clear = html`<p><a href="/woningen">${say('clear')}</a></p>`
  const isFiltered = Object.keys(filter).length > 0
  const inTheWay = isFiltered && all > 0 ? await filtersInTheWay(setting, filter) : []
  const drops = html`${isFiltered ? html`<p>${find('none-shown', { all })}</p>` : ''}${inTheWay.length === 0 ? '' : html`<p>${find('none-drop')}</p><ul>${inTheWay.map(({ name, homes }) => html`<li><a href="${without(filter, name, person !== undefined)}">${find(`drop-${name}`)}</a>: ${find('drop-homes', { count: homes })}</li>`)}</ul>`}`
  if (!person) return html`${isFiltered ? drops : html`<p>${say('none')}</p>`}${clear}`
  const near = await nearestHomes(setting, person.actor, person.person)
  return html`<p>${say('none-mine')}</p>${drops}
${near.length === 0 ? html`<p>${find('near-none')}</p>` : html`<h2 class="utrecht-heading-2">${find('near-title', { count: near.length })}</h2><ul class="plain">${near.map((each) => nearHome(each, language))}</ul>`}
<p class="actions"><a class="utrecht-button utrecht-button--secondary-action" href="/mijn/wensen">${find('near-wishes')}</a> <a href="/woningen">${say('clear')}</a></p>`
}

function nearHome({ home, misses, foreseen }: NearHome, language: Language): Html {
  const say = speak(homeTexts, language)
  const find = speak(findTexts, language)
  const told = foreseen && explanationOf(foreseen.part, { language, full: false, changes: [] })
  const mark = dutchOf(foreseen?.part.bound.prepared.rules.books ?? [], language)
  return html`<li class="message"><h3 class="utrecht-heading-3"><a href="/woningen/${home.id}">${home.address}</a></h3>
<p class="soft">${home.neighbourhood}, ${placeName(String(home.facts.municipality), language)} · ${say('rent', { rent: Number(home.facts.rent) })} · ${say('bedrooms', { count: Number(home.facts.bedrooms) })}</p>
${misses.map((miss) => html`<p>${missText(miss, language)}</p>`)}
${told ? html`<p>${find('near-rules')}</p>${showProse(told.told.slice(1), mark)}` : ''}</li>`
}

function missText(miss: WishMiss, language: Language): string {
  const find = speak(findTexts, language)
  switch (miss.code) {
    case 'place':
      return find('near-place')
    case 'bedrooms':
      return find('near-bedrooms', { has: miss.has, wished: miss.wished })
    case 'rent':
      return find('near-rent', { above: miss.aboveCents })
  }
}

const queryNames = {
  municipality: 'gemeente',
  neighbourhood: 'wijk',
  dwellingType: 'soort',
  bedroomsMin: 'slaapkamers',
  rentMaxCents: 'huur',
  label: 'geschikt',
  model: 'verdeling',
} as const satisfies Readonly<Record<keyof HomeFilter, string>>

/** The same search without one choice. */
function without(filter: HomeFilter, name: keyof HomeFilter, isForMe: boolean): string {
  const { [name]: _, ...others } = filter
  const query = filterQuery(others)
  if (isForMe) query.set('past', 'ja')
  return `/woningen?${query}`
}

function saveAddress(filter: HomeFilter, isForMe: boolean): string {
  const query = filterQuery(filter)
  if (isForMe) query.set('past', 'ja')
  query.set('nieuw', 'ja')
  return `/mijn/wensen/zoekopdrachten?${query}`
}

const models = ['ranked', 'lottery', 'first-come', 'option', 'motivation'] as const

function filterForm(
  filter: HomeFilter,
  all: readonly OpenHome[],
  isForMe: boolean | undefined,
  language: Language,
  typed: { readonly rent: string; readonly faults: readonly Fault[] },
): Html {
  const say = speak(homeTexts, language)
  const find = speak(findTexts, language)
  const any = { value: '', label: say('any') }
  const { municipality, neighbourhood, dwellingType, label, bedroomsMin, rentMaxCents, model } =
    filter
  const places = distinct(all.map(({ facts }) => facts.municipality))
  const types = distinct(all.map(({ facts }) => facts['dwelling-type']))
  const labels = distinct(all.flatMap(({ facts }) => facts.label ?? [])).filter(
    (each) => each !== 'none',
  )
  // A neighbourhood is chosen within a municipality: names come back elsewhere.
  const there = all.filter(({ facts }) => facts.municipality === municipality)
  const neighbourhoods = distinct(there.map((home) => home.neighbourhood))
  const fields: readonly Field[] = [
    {
      isUsed: true,
      field: selectField({
        ...{ name: 'gemeente', label: say('municipality'), value: municipality },
        choices: [any, ...places.map((value) => ({ value, label: placeName(value, language) }))],
      }),
    },
    ...(municipality === undefined || neighbourhoods.length === 0
      ? []
      : [
          {
            isUsed: neighbourhood !== undefined,
            field: selectField({
              ...{ name: 'wijk', label: find('neighbourhood'), value: neighbourhood },
              choices: [any, ...neighbourhoods.map((value) => ({ value, label: value }))],
            }),
          },
        ]),
    {
      isUsed: dwellingType !== undefined,
      field: selectField({
        ...{ name: 'soort', label: find('type'), value: dwellingType },
        choices: [
          any,
          ...types.map((value) => ({
            value,
            label: capital(bareName(wordOfValue('dwelling-type', value, language))),
          })),
        ],
      }),
    },
    {
      isUsed: bedroomsMin !== undefined,
      field: selectField({
        ...{ name: 'slaapkamers', label: say('bedrooms-min'), value: bedroomsMin?.toString() },
        choices: [any, ...['1', '2', '3', '4'].map((value) => ({ value, label: value }))],
      }),
    },
    {
      isUsed: rentMaxCents !== undefined || typed.rent !== '',
      field: textField({
        ...{ name: 'huur', label: say('rent-max'), kind: 'numeric' },
        value: rentMaxCents === undefined ? typed.rent : String(rentMaxCents / 100),
        faults: typed.faults,
      }),
    },
    {
      isUsed: model !== undefined,
      field: selectField({
        ...{ name: 'verdeling', label: say('how'), value: model },
        choices: [any, ...models.map((value) => ({ value, label: modelName(value, language) }))],
      }),
    },
    ...(labels.length === 0
      ? []
      : [
          {
            isUsed: label !== undefined,
            field: selectField({
              ...{ name: 'geschikt', label: find('label'), value: label },
              choices: [
                any,
                ...labels.map((value) => ({
                  ...{ value, label: capital(wordOfValue('label', value, language)) },
                })),
              ],
            }),
          },
        ]),
  ]
  const more = fields.filter(({ isUsed }) => !isUsed)
  return html`<form class="filters" method="get" role="search" aria-label="${say('filter')}">
${fields.filter(({ isUsed }) => isUsed).map(({ field }) => field)}
${more.length === 0 ? '' : html`<details class="filters-more"><summary>${find('more-filters', { count: more.length })}</summary>${more.map(({ field }) => field)}</details>`}
${
  isForMe === undefined
    ? ''
    : choiceField({
        ...{ name: 'past', label: '', many: true, value: isForMe ? 'ja' : '' },
        choices: [{ value: 'ja', label: say('for-me'), hint: say('for-me-hint') }],
      })
}
<div class="utrecht-form-field"><button class="utrecht-button">${say('search')}</button></div>
</form>`
}

/** A filter, and whether something was chosen in it: what was not stands folded where the screen is narrow. */
type Field = { readonly isUsed: boolean; readonly field: Html }

/** How many choices narrow the list, and the way to see all again. */
function chosen(filter: HomeFilter, isForMe: boolean, language: Language): Html | '' {
  const count = Object.keys(filter).length
  if (count === 0) return ''
  return html`<p class="small">${speak(findTexts, language)('chosen', { count })} · <a href="/woningen${isForMe ? '?past=ja' : ''}">${speak(homeTexts, language)('clear')}</a></p>`
}

function distinct(values: readonly unknown[]): string[] {
  return [
    ...new Set(values.flatMap((each) => (each === undefined ? [] : [String(each)]))),
  ].toSorted()
}

function card(home: OpenHome | HomeForSomebody, language: Language): Html {
  const { id, facts, address, neighbourhood, landlordName, closesOn, closesAt } = home
  const say = speak(homeTexts, language)
  const model = String(facts.model)
  return html`<li class="card"><h2><a href="/woningen/${id}">${address}</a></h2>
<p class="soft">${neighbourhood}, ${placeName(String(facts.municipality), language)}</p>
<p><strong>${say('rent', { rent: Number(facts.rent) })}</strong> · ${say('bedrooms', { count: Number(facts.bedrooms) })}${facts['floor-area'] === undefined ? '' : html` · ${say('area', { area: Number(facts['floor-area']) })}`}</p>
<p>${modelName(model, language)}</p>
${'standing' in home ? html`<p>${marks(home, say)}</p>` : ''}
<p class="small soft">${landlordName} · ${say('closes', { day: closesOn, time: formatTime(closesAt) })}</p></li>`
}

function marks(
  { standing, hasResponded, isWished, hasWishes }: HomeForSomebody,
  say: HomeSay,
): Html {
  const stands =
    standing === 'admitted'
      ? html`<span class="mark mark--good"><span aria-hidden="true">✓</span> ${say('state-fits')}</span>`
      : standing === 'excluded'
        ? html`<span class="mark mark--bad"><span aria-hidden="true">✕</span> ${say('state-not')}</span>`
        : html`<span class="mark"><span aria-hidden="true">?</span> ${say('state-unknown')}</span>`
  return html`${hasResponded ? html`<span class="mark mark--good"><span aria-hidden="true">✓</span> ${say('state-responded')}</span>` : stands}
${isWished && hasWishes && standing === 'admitted' ? html`<span class="mark"><span aria-hidden="true">★</span> ${say('state-wished')}</span>` : ''}`
}

/** The map with its twin: municipalities of the region, or of one chosen its neighbourhoods. */
function counts(
  all: readonly OpenHome[],
  municipality: string | undefined,
  language: Language,
): Html | '' {
  const say = speak(homeTexts, language)
  const find = speak(findTexts, language)
  const there = all.filter(({ facts }) => facts.municipality === municipality)
  const isClose = there.length > 0
  const among = isClose ? there : all
  if (among.length === 0) return ''
  const placeOf = ({ facts, neighbourhood }: OpenHome) =>
    isClose ? neighbourhood : String(facts.municipality)
  const places = [...Map.groupBy(among, placeOf)]
    .map(([place, homes]) => ({
      ...{ place, count: homes.length },
      name: isClose ? place : placeName(place, language),
    }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const caption = isClose
    ? find('map-municipality', { place: placeName(String(municipality), language) })
    : say('counts-caption')
  const address = (place: string) =>
    isClose
      ? `/woningen?gemeente=${encodeURIComponent(String(municipality))}&wijk=${encodeURIComponent(place)}`
      : `/woningen?gemeente=${encodeURIComponent(place)}`
  return html`<section><h2 class="utrecht-heading-2">${isClose ? caption : say('counts-title')}</h2>
<div class="side-by-side">${placesPicture(places, caption)}
<div class="table-scroll"><table class="utrecht-table"><caption>${caption}</caption>
<thead><tr><th scope="col">${isClose ? find('map-neighbourhood') : say('counts-place')}</th><th scope="col" class="number">${say('counts-homes')}</th></tr></thead>
<tbody>${places.map(({ place, name, count }) => html`<tr><th scope="row"><a href="${address(place)}">${name}</a></th><td class="number">${count}</td></tr>`)}</tbody></table></div></div>
<p class="small soft">${say('counts-note')}</p></section>`
}

async function homePage(context: PageContext, setting: WebSetting) {
  const home = await viewHome(setting, idFrom(context))
  if (!home) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(homeTexts, language)
  const person = whose(context)
  const [bound, similar, standing, isListed] = await Promise.all([
    boundTo(setting, home),
    similarResults(setting, home),
    person && viewStanding(setting, person.actor, person.person, home),
    isOpen(home, setting) ? false : hasResult(setting, home.id),
  ])
  const { response } = standing ?? {}
  const provisional =
    person && response?.withdrawnAt === null
      ? await provisionalPart(setting, person, home.id, language)
      : ''
  const title = home.words.title ?? home.address
  const mark = dutchOf(bound?.prepared.rules.books ?? [], language)
  const body = html`${await onBehalf(context, setting)}${backLink('/woningen', say('all-homes'))}
<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${home.neighbourhood}, ${placeName(String(home.facts.municipality), language)} · ${say('rent', { rent: Number(home.facts.rent) })}</p>
${home.words.description === undefined ? '' : html`<p${language === 'nl' ? '' : html` lang="nl"`}>${home.words.description}</p>`}
${isOpen(home, setting) ? standingPart(home, person, standing, language) : closedPart(home, { isListed, hasResponded: respondedBy(standing) }, language)}${provisional}
${home.facts.model === 'lottery' && isOpen(home, setting) ? chancePart(home.id, similar, language) : ''}
<h2 class="utrecht-heading-2">${say('about')}</h2>
${factsOfHome(home, setting.now(), language)}
<p class="small soft">${say('no-fee')}</p>
${
  bound
    ? html`<section class="measure"><h2 class="utrecht-heading-2">${say('conditions')}</h2><p>${say('conditions-lead')}</p>
${conditionsPart(conditionsOfHome(bound, language, standing?.facts), mark)}
<h2 class="utrecht-heading-2">${say('order')}</h2><p>${say(home.facts.model === 'first-come' ? 'order-lead-first' : 'order-lead')}</p>${showProse(orderOfHome(bound, language), mark)}
${dutchCounts(language)}<p><a href="/regels?woning=${home.id}">${say('all-rules')}</a></p></section>`
    : ''
}
${similarPart(home, similar, language)}`
  return showPage(context, setting, { title, body })
}

/** What a lot was worth before, so that nobody takes a lottery for a promise. */
function chancePart(id: number, { lottery }: Similar, language: Language): Html {
  const find = speak(findTexts, language)
  return html`<section class="panel"><h2 class="utrecht-heading-3">${find('chance-title')}</h2>
${
  lottery
    ? html`<p>${find('chance-lead', { draws: lottery.draws, responses: lottery.responses })} ${find('chance-ten', { percent: Math.max(1, Math.round(lottery.inTen * 100)) })}</p>`
    : html`<p>${find('chance-few')}</p>`
}
<p class="small soft">${find('chance-unknown')} <a href="/loting/${id}">${find('chance-draw')}</a></p></section>`
}

function similarPart(home: ShownHome, { results }: Similar, language: Language): Html {
  const find = speak(findTexts, language)
  const place = placeName(String(home.facts.municipality), language)
  return html`<section class="measure"><h2 class="utrecht-heading-2">${find('similar-title')}</h2>
${
  results.length === 0
    ? html`<p>${find('similar-none', { place })}</p>`
    : html`<p>${find('similar-lead', { place })}</p><div class="table-scroll" tabindex="0" role="region" aria-label="${find('similar-title')}"><table class="utrecht-table"><thead><tr><th scope="col">${find('similar-home')}</th><th scope="col">${find('similar-on')}</th><th scope="col" class="number">${find('similar-responses')}</th></tr></thead>
<tbody>${results.map(({ listing, address, on, responses }) => html`<tr><th scope="row"><a href="/woningen/${listing}/uitslag">${address}</a></th><td>${formatDay(on, language)}</td><td class="number">${responses ?? find('similar-few')}</td></tr>`)}</tbody></table></div>`
}</section>`
}

function conditionsPart({ each, from }: Conditions, mark: Mark): Html {
  return html`<ul class="spaced">${each.map((told) => html`<li>${showProse(told, mark)}</li>`)}</ul>${from.map((book) => html`<p class="small soft">${mark(book)}</p>`)}`
}

function isOpen({ state, closesAt }: ShownHome, setting: WebSetting): boolean {
  return state === 'open' && closesAt !== null && setting.now() < closesAt
}

function respondedBy(standing: StandingWithHome | undefined): boolean {
  const response = standing?.response
  return response !== undefined && response.withdrawnAt === null
}

/** The way back for who responded and thinks better of it; a helper may not always take it. */
export function withdrawLink(
  { actor, person }: Whose,
  listing: number,
  language: Language,
): Html | '' {
  if (!mayDo(actor, 'withdraw-response', { person })) return ''
  const words = speak(homeTexts, language)('withdraw')
  return html`<p class="actions"><a class="utrecht-button utrecht-button--secondary-action" href="/woningen/${listing}/intrekken">${words}</a></p>`
}

function standingPart(
  home: ShownHome,
  person: Whose | undefined,
  standing: StandingWithHome | undefined,
  language: Language,
): Html {
  const say = speak(homeTexts, language)
  const { id } = home
  if (!person) {
    return html`<section class="panel"><h2 class="utrecht-heading-3">${say('can-i')}</h2><p>${say('can-i-log-in')}</p>
<p class="actions"><a class="utrecht-button" href="/inloggen?naar=${encodeURIComponent(`/woningen/${id}`)}">${say('respond')}</a></p>
<p class="small">${say('can-i-log-in-more')} <a href="/inschrijven">${say('can-i-register')}</a></p></section>`
  }
  if (respondedBy(standing)) {
    return html`<section class="panel panel--good"><h2 class="utrecht-heading-3"><span aria-hidden="true">✓</span> ${say('responded')}</h2><p>${say('responded-more')}</p>
${withdrawLink(person, id, language)}</section>`
  }
  const may = mayDo(person.actor, 'respond', { person: person.person })
  return foreseenPart(home, standing, { language, may })
}

/** What became of a home to which nobody can respond any more; a way on only to what is there. */
function closedPart(
  { id, state }: Pick<ShownHome, 'id' | 'state'>,
  { isListed, hasResponded }: { readonly isListed: boolean; readonly hasResponded: boolean },
  language: Language,
): Html {
  const say = speak(homeTexts, language)
  const became = closedStates.find((each) => each === state) ?? 'open'
  const ways = [
    ...(became === 'drawing' ? [html`<a href="/loting/${id}">${say('see-draw')}</a>`] : []),
    ...(isListed ? [html`<a href="/woningen/${id}/uitslag">${say('see-result')}</a>`] : []),
    ...(hasResponded ? [html`<a href="/mijn/reacties/${id}">${say('my-place')}</a>`] : []),
    html`<a href="/woningen">${say('others-open')}</a>`,
  ]
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say(became === 'withdrawn' ? 'closed-withdrawn-title' : 'closed-title')}</h2>
<p>${say(`closed-${became}`)}</p><ul class="plain">${ways.map((each) => html`<li>${each}</li>`)}</ul></section>`
}

const closedStates = ['drawing', 'closed', 'let', 'in-vain', 'withdrawn'] as const

function tooDear(standing: StandingWithHome | undefined, language: Language): Html | '' {
  const cap = standing?.fittingRentCents
  if (cap === undefined) return ''
  const say = speak(homeTexts, language)
  return html`<p><strong>${say('too-dear', { cap })}</strong> ${say('too-dear-more')} <a href="/passende-huur">${say('too-dear-link')}</a></p>`
}

function foreseenPart(
  { id }: ShownHome,
  standing: StandingWithHome | undefined,
  { language, may }: { readonly language: Language; readonly may: boolean },
): Html {
  const say = speak(homeTexts, language)
  const foreseen = standing?.foreseen
  const way = (text: 'respond' | 'respond-anyway', kind = '') =>
    may
      ? html`<p class="actions"><a class="utrecht-button${kind}" href="/woningen/${id}/reageren">${say(text)}</a></p>`
      : html`<p>${say('respond-not-yours')}</p>`
  if (foreseen?.standing === 'admitted') {
    return html`<section class="panel panel--good"><h2 class="utrecht-heading-3">${say('can-i')}</h2>
<p><strong><span aria-hidden="true">✓</span> ${say('can-i-yes')}</strong> ${say('can-i-yes-more')}</p>${tooDear(standing, language)}${way('respond')}</section>`
  }
  const told =
    foreseen &&
    explanationOf(foreseen.part, {
      ...{ language, full: false, changes: foreseen.changes },
    })
  const mark = dutchOf(foreseen?.part.bound.prepared.rules.books ?? [], language)
  return html`<section class="panel panel--bad"><h2 class="utrecht-heading-3">${say('can-i')}</h2>
<p><strong>${say(foreseen?.standing === 'excluded' ? 'can-i-no' : 'can-i-unknown')}</strong></p>
${told ? html`${showProse(told.told.slice(1), mark)}${showProse(told.changes, mark)}${whatToDo(told.asks, language)}` : ''}
${may ? html`<p>${say('respond-anyway-more')}</p>` : ''}
${way('respond-anyway', ' utrecht-button--secondary-action')}</section>`
}

function factsOfHome(home: ShownHome, now: Date, language: Language): Html {
  const say = speak(homeTexts, language)
  const { facts, closesOn, closesAt, extendedFrom } = home
  const labels = [facts.label ?? []].flat().filter((each) => each !== 'none')
  const area = facts['floor-area']
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('fact-rent'), say('rent', { rent: Number(facts.rent) })],
    [
      say('fact-type'),
      capital(bareName(wordOfValue('dwelling-type', String(facts['dwelling-type']), language))),
    ],
    [say('fact-bedrooms'), say('bedrooms', { count: Number(facts.bedrooms) })],
    [say('fact-area'), area === undefined ? undefined : say('area', { area: Number(area) })],
    [say('fact-segment'), wordOfValue('segment', String(facts.segment), language)],
    [
      say('fact-labels'),
      labels.length === 0
        ? undefined
        : formatList(
            labels.map((each) => wordOfValue('label', String(each), language)),
            language,
          ),
    ],
    [say('fact-complex'), home.complexName],
    [say('fact-landlord'), home.landlordName],
    [say('fact-how'), modelName(String(facts.model), language)],
    [
      say(closesAt !== null && closesAt <= now ? 'fact-closed' : 'fact-closes'),
      closesOn === null || closesAt === null
        ? undefined
        : say('closes-at', { day: closesOn, time: formatTime(closesAt) }),
    ],
    [
      say('fact-extended'),
      extendedFrom === null
        ? undefined
        : say('extended', { from: formatMoment(extendedFrom, language) }),
    ],
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => (value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>`
}

type Act = 'respond' | 'withdraw'

/** Asks once more, with what follows from it, before anything happens. */
async function askPage(context: PageContext, setting: WebSetting, what: Act, refused?: Refusal) {
  const home = await viewHome(setting, idFrom(context))
  if (!home) return notFound(context, setting)
  const visitor = context.get('visitor')
  const person = whose(context)
  if (!person) return visitor.actor ? context.redirect('/inschrijven', 303) : toLogin(context)
  if (refused?.refused === 'already-responded') return againPage(context, setting, home, refused)
  const open = isOpen(home, setting)
  const isAsked = open && (await mayStillDo(setting, person, home, what))
  if (!isAsked && refused === undefined) return context.redirect(`/woningen/${home.id}`, 303)
  const { language } = visitor
  const say = speak(homeTexts, language)
  const { address } = home
  const title = say(what === 'respond' ? 'respond-title' : 'withdraw-title', { address })
  const lead =
    what === 'respond'
      ? html`<p>${say('respond-lead')}</p>${factsOfHome(home, setting.now(), language)}<p>${say('respond-consequence')}</p>`
      : html`<p>${say('withdraw-lead')}</p>`
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(refused && refusalText(refused, language))}
${
  open
    ? html`${lead}
<form method="post">${formFields(visitor)}<p class="actions"><button class="utrecht-button">${say(what === 'respond' ? 'respond-button' : 'withdraw-button')}</button> <a href="/woningen/${home.id}">${say('back-home')}</a></p></form>`
    : closedPart(
        home,
        { isListed: await hasResult(setting, home.id), hasResponded: false },
        language,
      )
}`
  return showPage(context, setting, { title, body, status: refused === undefined ? 200 : 409 })
}

/** Sent a second time, as from another tab: it was done, and nothing is asked any more. */
async function againPage(
  context: PageContext,
  setting: WebSetting,
  home: ShownHome,
  refused: Refusal,
) {
  const { language } = context.get('visitor')
  const say = speak(homeTexts, language)
  const title = say('done-responded', { address: home.address })
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
<div class="panel" role="alert" tabindex="-1" autofocus><p>${refusalText(refused, language)}</p></div>
<p class="actions"><a href="/woningen/${home.id}">${say('to-home')}</a> <a href="/mijn/reacties">${say('my-responses')}</a></p>`
  return showPage(context, setting, { title, body, status: 409 })
}

async function act(context: PageContext, setting: WebSetting, what: Act) {
  const person = whose(context)
  if (!person) return toLogin(context)
  const listing = idFrom(context)
  const { key } = await submitted(context)
  const { actor, isHelper } = person
  const via = isHelper ? 'helper' : 'self'
  const outcome =
    what === 'respond'
      ? await carryOut(setting, actor, respond, { listing, person: person.person, via }, key)
      : await carryOut(setting, actor, withdrawResponse, { listing, person: person.person }, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return askPage(context, setting, what, outcome)
  }
  const page = what === 'respond' ? 'gereageerd' : 'ingetrokken'
  return context.redirect(`/woningen/${listing}/${page}?bewijs=${outcome.event}`, 303)
}

/** Whether their response stands; undefined to who may not read their file. */
async function responseOf(
  setting: WebSetting,
  { actor, person }: Whose,
  home: ShownHome,
): Promise<'stands' | 'withdrawn' | 'none' | undefined> {
  const standing = await viewStanding(setting, actor, person, home)
  if (!standing?.response) return standing && 'none'
  return respondedBy(standing) ? 'stands' : 'withdrawn'
}

/** Nobody is asked for what they did already; who may not read the file is asked, and told afterwards. */
async function mayStillDo(setting: WebSetting, person: Whose, home: ShownHome, what: Act) {
  const response = await responseOf(setting, person, home)
  return response === undefined || (response === 'stands') === (what === 'withdraw')
}

async function donePage(context: PageContext, setting: WebSetting, what: Act) {
  const home = await viewHome(setting, idFrom(context))
  const person = whose(context)
  if (!home || !person) return notFound(context, setting)
  // Nobody is told that it was done where it was not.
  const response = await responseOf(setting, person, home)
  if (response !== undefined && response !== (what === 'respond' ? 'stands' : 'withdrawn')) {
    return context.redirect(`/woningen/${home.id}`, 303)
  }
  const { language } = context.get('visitor')
  const say = speak(homeTexts, language)
  const { address } = home
  const title = say(what === 'respond' ? 'done-responded' : 'done-withdrew', { address })
  const more = say(what === 'respond' ? 'done-responded-more' : 'done-withdrew-more')
  const event = Number(context.req.query('bewijs') ?? Number.NaN)
  const provisional =
    what === 'respond' ? await provisionalPart(setting, person, home.id, language) : ''
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${more}</p>${provisional}
${await showReceipt(setting, event, language)}
<p><a href="/mijn/reacties">${say('my-responses')}</a> · <a href="/woningen">${say('all-homes')}</a></p>`
  return showPage(context, setting, { title, body })
}

/** The question in an address that asks for the same homes. */
export function filterQuery(filter: HomeFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const each of homeFilters) {
    const value = filter[each]
    if (value === undefined) continue
    query.set(queryNames[each], String(each === 'rentMaxCents' ? Number(value) / 100 : value))
  }
  return query
}

export function filterFrom(context: PageContext): HomeFilter {
  const text = (name: string) => context.req.query(name)?.trim() ?? ''
  const number = (name: string) => Number(text(name).replace(/\D+/g, '') || Number.NaN)
  const bedroomsMin = number('slaapkamers')
  const rent = centsIn(text('huur'))
  return {
    ...(text('gemeente') !== '' && { municipality: text('gemeente') }),
    ...(text('gemeente') !== '' && text('wijk') !== '' && { neighbourhood: text('wijk') }),
    ...(text('soort') !== '' && { dwellingType: text('soort') }),
    ...(text('geschikt') !== '' && { label: text('geschikt') }),
    ...(Number.isFinite(bedroomsMin) && { bedroomsMin }),
    ...(rent !== undefined && rent > 0 && { rentMaxCents: rent }),
    ...(text('verdeling') !== '' && { model: text('verdeling') }),
  }
}

export function idFrom(context: PageContext): number {
  return Number(context.req.param('id'))
}

export function placeName(place: string, language: Language): string {
  return wordOfValue('municipality', place, language)
}

/** How a home is shared out: by registration time, by lottery. */
export function modelName(model: string, language: Language): string {
  return speak(homeTexts, language)('model', { model: model.replaceAll('-', '') })
}
