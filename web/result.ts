/** The result of a home (uitslag), for everybody: counts and bands, never a person. */
import { html } from 'hono/html'
import { type Result, viewResult } from '../operations/view-result.ts'
import { groupName, speakerOf } from '../words/explanation.ts'
import { homeTexts } from '../words/homes.ts'
import { type Language, speak } from '../words/language.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { type AddPages, notFound } from './app.ts'
import { idFrom, modelName, placeName } from './homes.ts'
import { backLink, type Html, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

export const resultPages: AddPages = (app, setting) => {
  app.get('/woningen/:id{[0-9]+}/uitslag', (context) => resultPage(context, setting))
}

async function resultPage(context: PageContext, setting: WebSetting) {
  const result = await viewResult(setting, idFrom(context))
  if (!result) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(homeTexts, language)
  const { home, head, responses, placed, takenAt } = result
  const lead =
    responses === undefined
      ? say('result-lead-few')
      : placed === undefined
        ? say('result-lead-few-placed', { responses })
        : say('result-lead', { responses, placed })
  const title = say('result-title', { address: home.address })
  const body = html`${backLink(`/woningen/${home.id}`, home.address)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="soft">${home.neighbourhood}, ${placeName(String(home.facts.municipality), language)} · ${modelName(String(home.facts.model), language)} · ${say('closed-on', { day: head.on })}</p>
<p class="lead">${lead}</p>
<p>${takenAt === undefined ? say('result-not-taken') : say('result-taken', { part: takenAt })}</p>
${tables(result, language)}
<section class="measure"><h2 class="utrecht-heading-2">${say('result-receipt')}</h2><p>${say('result-receipt-more')}</p><p class="hash">${head.hash}</p>
<p>${result.hasDraw ? html`<a href="/loting/${home.id}">${say('see-draw')}</a> · ` : ''}<a href="/controle?woning=${home.id}">${say('verify')}</a> · <a href="/mijn/reacties/${home.id}">${say('my-place')}</a> · <a href="/regels?woning=${home.id}">${say('all-rules')}</a></p>
<h2 class="utrecht-heading-2">${say('unknown-title')}</h2><p>${say('unknown-result')}</p></section>`
  return showPage(context, setting, { title, body })
}

function tables({ groups, excluded, bands, bound }: Result, language: Language): Html {
  const say = speak(homeTexts, language)
  const speaker = speakerOf({ bound }, language)
  const count = (found: number | undefined) =>
    found === undefined ? say('result-few') : String(found)
  return html`${
    groups.length === 0
      ? ''
      : table(
          say('result-groups'),
          [say('result-group'), say('result-count')],
          groups.map(({ tier, count: found }) => [
            tier === 'none' ? say('result-none') : groupName(tier, speaker),
            count(found),
          ]),
        )
  }
${
  bands.length === 0
    ? html`<h2 class="utrecht-heading-2">${say('result-bands')}</h2><p>${say('result-bands-few')}</p>`
    : table(
        say('result-bands'),
        [say('result-band'), say('result-count')],
        bands.map(({ from, until, count: found }) => [
          from === until
            ? say('result-band-year', { from: String(from) })
            : say('result-band-years', { from: String(from), until: String(until) }),
          String(found),
        ]),
      )
}
${
  excluded.length === 0
    ? ''
    : table(
        say('result-excluded'),
        [say('result-reason'), say('result-count')],
        excluded.map(({ code, count: found }) => [
          `“${reasonOfCode(language, code)}”`,
          count(found),
        ]),
      )
}`
}

function table(
  title: string,
  [first, second]: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Html {
  return html`<h2 class="utrecht-heading-2">${title}</h2><div class="measure"><table class="utrecht-table"><thead><tr><th scope="col">${first}</th><th scope="col" class="number">${second}</th></tr></thead>
<tbody>${rows.map(([name, count]) => html`<tr><th scope="row">${name}</th><td class="number">${count}</td></tr>`)}</tbody></table></div>`
}
