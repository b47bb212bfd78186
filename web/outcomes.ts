/** Results of all homes, newest first (uitkomsten). */
import { html } from 'hono/html'
import { listResults, type ShownResult } from '../operations/list-results.ts'
import { municipalitiesOf } from '../operations/registration-form.ts'
import { formatDay, type Language, speak } from '../words/language.ts'
import { outcomeTexts } from '../words/outcomes.ts'
import type { AddPages } from './app.ts'
import { modelName, placeName } from './homes.ts'
import { showPage } from './page.ts'
import { quarterLinks } from './quarter.ts'
import type { PageContext, WebSetting } from './visitor.ts'

export const outcomePages: AddPages = (app, setting) => {
  app.get('/uitkomsten', (context) => outcomesPage(context, setting))
}

async function outcomesPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(outcomeTexts, language)
  const municipality = context.req.query('gemeente') || undefined
  const before = Number(context.req.query('voor'))
  const { results, next } = await listResults(setting, {
    ...(municipality !== undefined && { municipality }),
    ...(Number.isSafeInteger(before) && before > 0 && { before }),
  })
  const places = await municipalitiesOf(setting)
  const title = say('title')
  const older = new URLSearchParams({
    ...(municipality && { gemeente: municipality }),
    voor: `${next}`,
  })
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${say('lead')}</p>
<form class="filters" method="get"><div class="utrecht-form-field"><label class="utrecht-form-label" for="gemeente">${say('municipality')}</label>
<select class="utrecht-select" id="gemeente" name="gemeente"><option value="">${say('any')}</option>
${places.map((each) => html`<option value="${each}"${each === municipality ? ' selected' : ''}>${placeName(each, language)}</option>`)}</select></div>
<div class="utrecht-form-field"><button class="utrecht-button">${say('show')}</button></div></form>
${results.length === 0 ? html`<p>${say('none')}</p>` : resultTable(results, language)}
${next === undefined ? '' : html`<p><a href="?${older.toString()}">${say('older')}</a></p>`}
<h2 class="utrecht-heading-2">${say('unknown-title')}</h2><p>${say('unknown')}</p>
${quarterLinks(setting, language)}`
  return showPage(context, setting, { title, body })
}

function resultTable(results: readonly ShownResult[], language: Language) {
  const say = speak(outcomeTexts, language)
  const heads = [say('home'), say('how'), say('closed'), say('responses'), say('state')]
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${say('title')}"><table class="utrecht-table utrecht-table--stack">
<thead><tr>${heads.map((head, at) => html`<th scope="col"${at === 3 ? html` class="number"` : ''}>${head}</th>`)}</tr></thead>
<tbody>${results.map(
    ({ listing, address, neighbourhood, facts, on, responses, state }) => html`<tr>
<th scope="row"><a href="/woningen/${listing}/uitslag">${address}</a><br><span class="soft">${neighbourhood}, ${placeName(String(facts.municipality), language)}</span></th>
<td data-label="${say('how')}">${modelName(String(facts.model), language)}</td><td data-label="${say('closed')}">${formatDay(on, language)}</td><td class="number" data-label="${say('responses')}">${responses ?? say('few')}</td>
<td data-label="${say('state')}">${say(state === 'let' ? 'state-let' : state === 'in-vain' ? 'state-in-vain' : 'state-closed')}</td></tr>`,
  )}</tbody></table></div>`
}
