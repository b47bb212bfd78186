/** Saved searches (bewaarde zoekopdrachten): what homes were looked for, kept by name. */
import { html } from 'hono/html'
import { carryOut, isRefusal } from '../operations/operation.ts'
import {
  changeSearch,
  type SavedSearch,
  saveSearch,
  viewSearches,
} from '../operations/save-search.ts'
import { hourOfSearch } from '../operations/search-homes.ts'
import { wordOfValue } from '../words/catalogue.ts'
import { contactTexts } from '../words/contact.ts'
import { bareName } from '../words/explanation.ts'
import { type Language, speak } from '../words/language.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { faultSummary, problemPanel, textField } from './form.ts'
import { filterFrom, filterQuery, modelName, placeName } from './homes.ts'
import { personOr } from './mine.ts'
import { showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

const path = '/mijn/wensen/zoekopdrachten'

export const savedSearchPages: AddPages = (app, setting) => {
  app.get(path, (context) => searchesPage(context, setting))
  app.post(path, (context) => change(context, setting))
}

type Searched = Pick<SavedSearch, 'filter' | 'fitsOnly'>

/** In words: `in Heerlen, vanaf 2 slaapkamers, tot € 700,00`. */
function told({ filter, fitsOnly }: Searched, language: Language): string {
  const say = speak(contactTexts, language)
  const { municipality, neighbourhood, dwellingType, label } = filter
  const { bedroomsMin, rentMaxCents, model } = filter
  const word = (name: string, value: string) => bareName(wordOfValue(name, value, language))
  const parts = [
    ...(municipality === undefined
      ? []
      : [say('in-place', { place: placeName(municipality, language) })]),
    ...(neighbourhood === undefined ? [] : [neighbourhood]),
    ...(dwellingType === undefined ? [] : [word('dwelling-type', dwellingType)]),
    ...(label === undefined ? [] : [word('label', label)]),
    ...(bedroomsMin === undefined ? [] : [say('from-bedrooms', { count: bedroomsMin })]),
    ...(rentMaxCents === undefined ? [] : [say('to-rent', { rent: rentMaxCents })]),
    ...(model === undefined ? [] : [say('by-model', { model: modelName(model, language) })]),
    ...(fitsOnly ? [say('fits-only')] : []),
  ]
  return parts.length === 0 ? say('any-home') : parts.join(', ')
}

function addressOf({ filter, fitsOnly }: Searched, base: string): string {
  const query = filterQuery(filter)
  if (fitsOnly) query.set('past', 'ja')
  const asked = query.toString()
  return asked === '' ? base : `${base}?${asked}`
}

async function searchesPage(
  context: PageContext,
  setting: WebSetting,
  sent?: { readonly name: string; readonly problem: string; readonly isAboutName: boolean },
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const searches = await viewSearches(setting, found.actor, found.person)
  if (isRefusal(searches)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(contactTexts, language)
  const asked = { filter: filterFrom(context), fitsOnly: context.req.query('past') === 'ja' }
  const isNew = context.req.query('nieuw') === 'ja' || sent !== undefined
  const faults = sent?.isAboutName ? [{ field: 'naam', text: sent.problem }] : []
  const done = sent ? undefined : context.req.query('gedaan')
  const title = say('searches-title')
  const button = (search: SavedSearch, what: string, name: string) =>
    html`<button class="utrecht-button utrecht-button--subtle" name="doe" value="${what}">${name}<span class="only-heard"> ${search.name}</span></button>`
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${done === undefined ? '' : html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${say(done === 'bewaard' ? 'search-saved' : 'search-changed')}</strong></p></div>`}
${problemPanel(sent?.isAboutName ? undefined : sent?.problem)}
${
  isNew
    ? html`<form class="panel" method="post" action="${addressOf(asked, path)}" novalidate>${formFields(visitor)}<h2 class="utrecht-heading-2">${say('search-new')}</h2><p><strong>${told(asked, language)}</strong></p>
${textField({ ...{ name: 'naam', label: say('search-name'), hint: say('search-name-hint') }, value: sent?.name, faults })}
<p class="actions"><button class="utrecht-button" name="doe" value="bewaren">${say('search-save')}</button></p></form>`
    : ''
}
<p>${say('searches-lead', { hour: hourOfSearch })}</p>
${searches.length === 0 && !isNew ? html`<p>${say('searches-none')}</p>` : ''}
<ul class="plain">${searches.map(
    (
      search,
    ) => html`<li class="message"><h2 class="utrecht-heading-3">${search.name}${search.pausedAt ? html` <span class="mark">${say('search-paused')}</span>` : ''}</h2>
<p>${told(search, language)}</p><p><a href="${addressOf(search, '/woningen')}">${say('search-see')}</a></p>
<form method="post" action="${path}">${formFields(visitor)}<input type="hidden" name="zoekopdracht" value="${search.id}"><p class="actions">${search.pausedAt ? button(search, 'hervatten', say('search-resume')) : button(search, 'stilzetten', say('search-pause'))} ${button(search, 'verwijderen', say('search-remove'))}</p></form></li>`,
  )}</ul>
<p class="actions"><a class="utrecht-button utrecht-button--secondary-action" href="/woningen">${say('searches-find')}</a></p>
<p class="small"><a href="/mijn/berichten/instellen">${say('search-mail')}</a></p>`
  const status = faults.length > 0 ? 422 : sent ? 409 : 200
  return showPage(context, setting, { title, body, status })
}

const acts = { stilzetten: 'pause', hervatten: 'resume', verwijderen: 'remove' } as const

async function change(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const { doe, naam = '', zoekopdracht = '', key } = await submitted(context)
  const { actor, person } = found
  if (doe === 'bewaren') {
    const filter = filterFrom(context)
    const input = { person, name: naam, filter, fitsOnly: context.req.query('past') === 'ja' }
    const outcome = await carryOut(setting, actor, saveSearch, input, key)
    if (!isRefusal(outcome)) return context.redirect(`${path}?gedaan=bewaard`, 303)
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const problem = refusalText(outcome, language)
    const isAboutName = outcome.refused === 'name-missing'
    return searchesPage(context, setting, { name: naam, problem, isAboutName })
  }
  const [, what] = Object.entries(acts).find(([name]) => name === doe) ?? []
  if (!what) return notFound(context, setting)
  const input = { person, search: zoekopdracht, what }
  const outcome = await carryOut(setting, actor, changeSearch, input, key)
  if (isRefusal(outcome)) return notFound(context, setting)
  return context.redirect(`${path}?gedaan=ja`, 303)
}
