/** Homes that can be responded to: the list with its filters. */
import { html } from 'hono/html'
import { findHomes, type HomeFilter, type OpenHome } from '../operations/find-homes.ts'
import { homeTexts } from '../words/homes.ts'
import { speak } from '../words/language.ts'
import type { AddPages } from './app.ts'
import { showPage } from './page.ts'
import type { PageContext } from './visitor.ts'

export const homePages: AddPages = (app, setting) => {
  app.get('/woningen', async (context) => {
    const filter = filterFrom(context)
    const homes = await findHomes(setting, filter)
    const { language } = context.get('visitor')
    const say = speak(homeTexts, language)
    const places = [
      ...new Set((await findHomes(setting, {})).map(({ facts }) => String(facts.municipality))),
    ]
    const body = html`<h1 class="utrecht-heading-1">${say('title', { count: homes.length })}</h1>
<form class="filters" method="get">
<div class="utrecht-form-field"><label class="utrecht-form-label" for="gemeente">${say('municipality')}</label>
<select class="utrecht-select" id="gemeente" name="gemeente"><option value="">${say('any')}</option>
${places.toSorted().map((each) => html`<option value="${each}"${each === filter.municipality ? ' selected' : ''}>${capital(each)}</option>`)}</select></div>
<div class="utrecht-form-field"><label class="utrecht-form-label" for="slaapkamers">${say('bedrooms-min')}</label>
<select class="utrecht-select" id="slaapkamers" name="slaapkamers"><option value="">${say('any')}</option>
${[1, 2, 3, 4].map((each) => html`<option${each === filter.bedroomsMin ? ' selected' : ''}>${each}</option>`)}</select></div>
<div class="utrecht-form-field"><label class="utrecht-form-label" for="huur">${say('rent-max')}</label>
<input class="utrecht-textbox" id="huur" name="huur" inputmode="numeric" value="${filter.rentMaxCents === undefined ? '' : filter.rentMaxCents / 100}"></div>
<div class="utrecht-form-field"><button class="utrecht-button">${say('search')}</button></div>
</form>
${homes.length === 0 ? html`<p>${say('none')}</p>` : html`<ul class="cards">${homes.map((home) => card(home, say))}</ul>`}`
    return showPage(context, setting, { title: say('title', { count: homes.length }), body })
  })
}

function card(
  { id, facts, address, neighbourhood, landlordName, closesOn }: OpenHome,
  say: ReturnType<typeof speak<keyof (typeof homeTexts)['nl']>>,
) {
  return html`<li class="card"><h2><a href="/woningen/${id}">${address}</a></h2>
<p class="soft">${neighbourhood}, ${capital(String(facts.municipality))}</p>
<p><strong>${say('rent', { rent: Number(facts.rent) })}</strong> · ${say('bedrooms', { count: Number(facts.bedrooms) })}</p>
<p>${say('model', { model: String(facts.model) })}</p>
<p class="small soft">${landlordName} · ${say('closes', { day: closesOn })}</p></li>`
}

function filterFrom(context: PageContext): HomeFilter {
  const text = (name: string) => context.req.query(name)?.trim() ?? ''
  const number = (name: string) => Number(text(name).replace(/\D+/g, '') || Number.NaN)
  const bedroomsMin = number('slaapkamers')
  const rent = number('huur')
  return {
    ...(text('gemeente') !== '' && { municipality: text('gemeente') }),
    ...(Number.isFinite(bedroomsMin) && { bedroomsMin }),
    ...(Number.isFinite(rent) && { rentMaxCents: rent * 100 }),
  }
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
