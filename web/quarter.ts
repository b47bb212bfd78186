/** What was let in a quarter (kwartaalcijfers), told so that nobody is found in it. */
import { html } from 'hono/html'
import { dayOf } from '../operations/operation.ts'
import { type Quarter, quarterResults, quartersBefore } from '../operations/quarter-results.ts'
import { type Language, speak } from '../words/language.ts'
import { quarterTexts } from '../words/quarter.ts'
import { type AddPages, notFound } from './app.ts'
import { placeName } from './homes.ts'
import { type Html, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

const quartersShown = 8

export const quarterPages: AddPages = (app, setting) => {
  app.get('/uitkomsten/:kwartaal{[0-9]+-k[1-4]}', (context) => quarterPage(context, setting))
}

async function quarterPage(context: PageContext, setting: WebSetting) {
  const [year = 0, quarter = 0] = (context.req.param('kwartaal') ?? '').split('-k').map(Number)
  const isYear = year >= 2000 && year < 2200
  const rows = isYear ? await quarterResults(setting, { year, quarter }) : undefined
  if (!rows) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(quarterTexts, language)
  const title = say('title', { year: String(year), quarter })
  const heads = [say('lettings'), say('lottery'), say('urgent')]
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lead')}</p>
${
  rows.length === 0
    ? html`<p>${say('none')}</p>`
    : html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('municipality')}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${rows.map(({ municipality, lettings, byLottery, urgent }) => html`<tr><th scope="row"><a href="/uitkomsten?gemeente=${encodeURIComponent(municipality)}">${placeName(municipality, language)}</a></th><td class="number" data-label="${say('lettings')}">${lettings}</td><td class="number" data-label="${say('lottery')}">${byLottery}</td><td class="number" data-label="${say('urgent')}">${urgent ? say('band', urgent) : say('hidden')}</td></tr>`)}</tbody></table></div>`
}
<p class="measure">${say('why')}</p>
<h2 class="utrecht-heading-2">${say('unknown')}</h2><p>${say('unknown-more')}</p>
${quarterLinks(setting, language, { year, quarter })}
<p><a href="/uitkomsten">${say('per-home')}</a></p>`
  return showPage(context, setting, { title, body })
}

/** The quarters that are over, for whoever looks for one. */
export function quarterLinks(setting: WebSetting, language: Language, shown?: Quarter): Html {
  const say = speak(quarterTexts, language)
  const name = ({ year, quarter }: Quarter) => say('quarter', { year: String(year), quarter })
  return html`<h2 class="utrecht-heading-2">${say('others')}</h2><ul>${quartersBefore(
    dayOf(setting.now()),
    quartersShown,
  )
    .filter(({ year, quarter }) => year !== shown?.year || quarter !== shown.quarter)
    .map(
      (each) =>
        html`<li><a href="/uitkomsten/${each.year}-k${each.quarter}">${name(each)}</a></li>`,
    )}</ul>`
}
