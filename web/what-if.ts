/** What would change a place on a list (wat als): computed with its own rules, and only true options. */
import { html } from 'hono/html'
import { isRefusal } from '../operations/operation.ts'
import { type PlaceBand, viewWhatIf, type WhatIf } from '../operations/what-if.ts'
import { explanationOf } from '../words/explanation.ts'
import { type Language, speak } from '../words/language.ts'
import { whatIfTexts } from '../words/what-if.ts'
import { type AddPages, notFound } from './app.ts'
import { dutchOf } from './dutch.ts'
import { idFrom, placeName } from './homes.ts'
import { personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { showProse } from './prose.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

export const whatIfPages: AddPages = (app, setting) => {
  app.get('/mijn/reacties/:id{[0-9]+}/wat-als', (context) => whatIfPage(context, setting))
}

async function whatIfPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const shown = await viewWhatIf(setting, found.actor, found.person, idFrom(context))
  if (isRefusal(shown)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(whatIfTexts, language)
  const { home } = shown.told
  const title = say('title')
  const body = html`${await onBehalf(context, setting)}${backLink(`/mijn/reacties/${home.id}`, say('back'))}
<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead"><a href="/woningen/${home.id}">${home.address}</a>, ${placeName(String(home.facts.municipality), language)}</p>
<p>${say('lead')}</p>
<section class="measure">${ownList(shown, language)}${elsewherePart(shown, language)}
<h2 class="utrecht-heading-2">${say('unknown')}</h2><p>${say('unknown-more')}</p></section>`
  return showPage(context, setting, { title, body })
}

function ownList({ told, longer }: WhatIf, language: Language): Html {
  const say = speak(whatIfTexts, language)
  const { explained, response } = told
  if (!explained) return html`<p class="panel">${say('not-yet')}</p>`
  const { place } = response
  if (place === 1) return html`<p class="panel panel--good">${say('first')}</p>`
  const { part, changes } = explained
  const change = explanationOf(part, { language, full: false, changes }).changes
  const isAbout = ({ from, until }: PlaceBand) => place !== null && from <= place && place <= until
  const rows = longer.map(({ years, places }) => {
    const text = isAbout(places) ? 'longer-same' : 'longer-row'
    const isExact = places.from === places.until
    return html`<li>${say(isExact ? 'longer-exact' : text, { years, ...places })}</li>`
  })
  const time =
    place === null
      ? ''
      : html`<h2 class="utrecht-heading-2">${say('longer-title')}</h2><p>${say('longer-now', { place })}</p>
${rows.length === 0 ? html`<p>${say('longer-none')}</p>` : html`<ul>${rows}</ul><p class="small soft">${say('longer-more')}</p>`}`
  return html`${time}<h2 class="utrecht-heading-2">${say('change-title')}</h2>
${change.length === 0 ? html`<p>${say('change-none')}</p>` : showProse(change, dutchOf(part.bound.prepared.rules.books, language))}`
}

function elsewherePart({ fitting, elsewhere }: WhatIf, language: Language): Html {
  const say = speak(whatIfTexts, language)
  return html`<h2 class="utrecht-heading-2">${say('where-title')}</h2><p>${say('where-now', { count: fitting })}</p>
${elsewhere.length === 0 ? html`<p>${say('where-none')}</p>` : html`<ul>${elsewhere.map(({ municipality, homes }) => html`<li>${say('where-row', { place: placeName(municipality, language), count: homes })}</li>`)}</ul>`}
<p><a href="/mijn/wensen">${say('where-link')}</a></p>`
}
