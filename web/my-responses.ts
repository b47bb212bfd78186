/** My responses (mijn reacties), and why this place: told from what the list holds about one person. */
import { html } from 'hono/html'
import { addMonths } from '../core/basics/calendar-date.ts'
import type { OwnPlace } from '../core/ranking/own-part.ts'
import { type ExplainedResponse, explainResponse } from '../operations/explain-response.ts'
import { listOwnResponses } from '../operations/list-own-responses.ts'
import { isRefusal } from '../operations/operation.ts'
import { type Provisional, provisionalPlacesOf } from '../operations/provisional-place.ts'
import type { ResponseWithHome } from '../operations/view-own-file.ts'
import { explanationOf } from '../words/explanation.ts'
import { formatMoment, type Language, speak } from '../words/language.ts'
import { mineTexts } from '../words/mine.ts'
import { provisionalWords } from '../words/provisional-place.ts'
import { type AddPages, notFound } from './app.ts'
import { dutchCounts, dutchOf } from './dutch.ts'
import { idFrom, placeName, withdrawLink } from './homes.ts'
import { whatToDo } from './kept-out.ts'
import { type MineSay, personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { showProse } from './prose.ts'
import { provisionalMore } from './provisional-place.ts'
import { showReceipt } from './receipt.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { onBehalf, type Whose } from './whose.ts'

export const responsePages: AddPages = (app, setting) => {
  app.get('/mijn/reacties', (context) => listPage(context, setting))
  app.get('/mijn/reacties/:id{[0-9]+}', (context) => placePage(context, setting))
}

async function listPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await listOwnResponses(setting, found.actor, found.person, pageAsked(context))
  if (isRefusal(own)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const { running, over, countOver, page } = own
  const all = running.length + countOver
  const title = say('responses-title', { count: all })
  const none = html`<p>${say(all === 0 ? 'responses-none' : 'responses-open-none')}</p><p><a href="/woningen?past=ja">${say('next-look')}</a></p>`
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${page > 1 ? toRunning(running.length, say) : running.length === 0 ? none : await runningPart(setting, found, running, language)}
${over.length === 0 ? '' : html`<h2 class="utrecht-heading-2">${say('responses-over', { count: countOver })}</h2><ul class="cards">${over.map((each) => responseCard(each, undefined, language))}</ul>`}
${pageLinks(context, own)}`
  return showPage(context, setting, { title: titleOfPage(title, own, context), body })
}

async function runningPart(
  setting: WebSetting,
  { person }: Whose,
  running: readonly ResponseWithHome[],
  language: Language,
): Promise<Html> {
  const say = speak(mineTexts, language)
  const provisional = await provisionalPlacesOf(setting, person, running)
  const cards = running.map((each) => responseCard(each, provisional.get(each.listing), language))
  return html`<h2 class="utrecht-heading-2">${say('responses-open')}</h2><ul class="cards">${cards}</ul>`
}

/** What runs stands on the first page: from any other there is a way. */
function toRunning(count: number, say: MineSay): Html | '' {
  if (count === 0) return ''
  return html`<p><a href="/mijn/reacties">${say('responses-to-open', { count })}</a></p>`
}

function responseCard(
  response: ResponseWithHome,
  provisional: Provisional | undefined,
  language: Language,
): Html {
  const { home, listing, withdrawnAt, place, placed, code, closesAt, closesOn, state } = response
  const say = speak(mineTexts, language)
  const isOpen = state === 'open'
  const outcome =
    withdrawnAt !== null
      ? say('response-withdrawn')
      : place !== null
        ? say('response-placed', { place, placed: placed ?? place })
        : code !== null
          ? say('response-not')
          : isOpen && closesAt !== null
            ? say('response-open', { closes: formatMoment(closesAt, language) })
            : say(withoutPlace(state))
  return html`<li class="card"><h3><a href="/mijn/reacties/${listing}">${home?.address ?? listing}</a></h3>
<p class="soft">${home ? html`${home.neighbourhood}, ${placeName(String(home.facts.municipality), language)}` : ''}${isOpen || closesOn === null ? '' : html`<br>${say('response-closed-on', { on: closesOn })}`}</p>
<p><strong>${outcome}</strong></p>${provisional ? html`<p>${provisionalWords(provisional, language).short}</p>` : ''}${afterPlace(response, say)}</li>`
}

/** What came of a place: an offer and its answer, or that the home is let or can still be. */
function afterPlace(response: ResponseWithHome, say: MineSay): Html {
  const { state, place, code, offerState } = response
  const isPlaced = place !== null && code === null
  const home =
    state === 'let' && offerState !== 'let'
      ? say('response-let')
      : state === 'closed' && isPlaced && offerState === null
        ? say('response-not-let')
        : ''
  return html`${offered(response, say)}${home === '' ? '' : html`<p class="small soft">${home}</p>`}`
}

/** What came of the offer somebody got, with the way to it. */
function offered({ offer, offerState }: ExplainedResponse['response'], say: MineSay): Html | '' {
  if (offer === null || offerState === null) return ''
  const way = offerState === 'skipped' ? '/mijn/beslissingen' : `/mijn/aanbod/${offer}`
  const words = say(
    offerState === 'withdrawn' ? 'response-offered' : `response-offer-${offerState}`,
  )
  return html`<p><a href="${way}">${words}</a></p>`
}

/** Why there is no place to show: not yet, never, or of before lists were kept here. */
function withoutPlace(state: ResponseWithHome['state']) {
  if (state === 'withdrawn') return 'response-gone'
  return state === 'let' || state === 'in-vain' ? 'response-no-list' : 'response-waiting'
}

async function placePage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { actor, person } = found
  const told = await explainResponse(setting, actor, person, idFrom(context))
  if (isRefusal(told)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const { home, response, explained, hasLots, provisional } = told
  const before = provisional && provisionalWords(provisional, language)
  const { place, withdrawnAt, closesAt, state } = response
  const isWithdrawn = withdrawnAt !== null
  const title = isWithdrawn
    ? say('place-title-withdrawn')
    : place !== null
      ? say(state === 'let' ? 'place-title-was' : 'place-title', { place })
      : explained
        ? say('place-title-not')
        : (before?.title ??
          say(
            withoutPlace(state) === 'response-waiting' ? 'place-title-open' : 'place-title-no-list',
          ))
  const via =
    response.via === 'self' ? '' : html`<p class="small soft">${say(`via-${response.via}`)}</p>`
  const waiting =
    explained || isWithdrawn || closesAt === null || before?.changes !== undefined
      ? ''
      : html`<p>${state === 'open' ? say('place-open', { closes: formatMoment(closesAt, language) }) : say(withoutPlace(state))}</p>`
  const body = html`${await onBehalf(context, setting)}${backLink('/mijn/reacties', say('page-responses'))}
<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead"><a href="/woningen/${home.id}">${home.address}</a>, ${placeName(String(home.facts.municipality), language)}</p>${via}${offered(response, say)}${waiting}${state === 'open' && !isWithdrawn ? withdrawLink(found, home.id, language) : ''}${provisional ? provisionalMore(provisional, home.id, language) : ''}${hasLots ? html`<p><a href="/mijn/reacties/${home.id}/lot">${say('place-lot')}</a></p>` : ''}
${explained && state === 'let' && response.offerState !== 'let' ? html`<p>${say('response-let')}</p>` : ''}${explained ? explanation(told, language) : ''}
${await showReceipt(setting, response.event, language)}`
  return showPage(context, setting, { title, body })
}

function explanation(
  { home, response, explained }: ExplainedResponse,
  language: Language,
): Html | '' {
  if (!explained) return ''
  const say = speak(mineTexts, language)
  const { part, figures, changes, firstTen, agrees } = explained
  const {
    told,
    changes: change,
    rules,
    asks,
  } = explanationOf(part, {
    ...{ language, full: false, changes },
  })
  const isPlaced = response.place !== null
  const mark = dutchOf(part.bound.prepared.rules.books, language)
  return html`<p>${say('place-numbers', { candidates: figures.candidates, placed: figures.placed })} ${tenProse(firstTen, say)}</p>
<section class="measure"><h2 class="utrecht-heading-2">${say(isPlaced ? 'place-why' : 'place-why-not')}</h2>
${showProse(told, mark)}${part.placed ? sum(part.placed, language) : ''}
${response.place === 1 ? '' : html`<h2 class="utrecht-heading-2">${say('place-change')}</h2>${change.length === 0 ? html`<p>${say('place-change-none')}</p>` : showProse(change, mark)}${isPlaced ? '' : whatToDo(asks, language)}<p class="small soft">${say('place-unknown')}</p><p><a href="/mijn/reacties/${home.id}/wat-als">${say('place-what-if')}</a></p>`}
<h2 class="utrecht-heading-2">${say('place-rules')}</h2><p>${mark(rules)} <a href="/regels?woning=${home.id}">${say('place-rules-link')}</a></p>${dutchCounts(language)}
<p>${say(agrees ? 'place-replay-more' : 'place-replay-differs')}</p><p class="hash">${figures.hash}</p>
<p><a href="/controle?woning=${home.id}">${say('place-replay')}</a> · <a href="/woningen/${home.id}/uitslag">${say('place-result')}</a></p>
<h2 class="utrecht-heading-2">${say('place-object')}</h2><p>${say(response.state === 'let' ? 'place-object-let' : 'place-object-more', { until: addMonths(figures.on, 12) })} <a href="/mijn/beslissingen/lijst-${home.id}/oneens">${say('place-object-link')}</a></p></section>`
}

// Under a year there is nothing to tell apart.
function tenProse(years: readonly number[], say: MineSay): string {
  const low = Math.min(...years)
  const high = Math.max(...years)
  if (years.length === 0 || high === 0) return ''
  return say('place-first-ten', { low, high, same: low === high ? 'yes' : 'no' })
}

const fewest = 3

/** Place minus one, as the sum it is; told only where no part is so small that it tells about a neighbour. */
function sum({ place, ahead }: OwnPlace, language: Language): Html | '' {
  if (ahead.length < 2 || ahead.some(({ count }) => count < fewest)) return ''
  const say = speak(mineTexts, language)
  const parts = ahead.map(({ count }) => String(count)).join(' + ')
  return html`<p><strong>${say('place-sum')}:</strong> ${say('place-sum-more', { parts, count: place - 1, place })}</p>`
}
