/** The place of somebody while a home is still open (voorlopige plaats), on the pages that show it. */
import { html } from 'hono/html'
import { isRefusal } from '../operations/operation.ts'
import { type Provisional, viewProvisionalPlace } from '../operations/provisional-place.ts'
import { type Language, speak } from '../words/language.ts'
import { provisionalTexts, provisionalWords } from '../words/provisional-place.ts'
import type { Html } from './page.ts'
import type { WebSetting } from './visitor.ts'
import type { Whose } from './whose.ts'

/** The place at one home, of who responded to it; nothing where the rules show none. */
export async function provisionalPart(
  setting: WebSetting,
  { actor, person }: Whose,
  listing: number,
  language: Language,
): Promise<Html | ''> {
  const found = await viewProvisionalPlace(setting, actor, person, listing)
  if (!found || isRefusal(found)) return ''
  const { title } = provisionalWords(found, language)
  return html`<section class="panel"><h2 class="utrecht-heading-3">${title}</h2>${provisionalMore(found, listing, language)}</section>`
}

/** The same under a title that says it already. */
export function provisionalMore(
  provisional: Provisional,
  listing: number,
  language: Language,
): Html {
  const { lead, changes } = provisionalWords(provisional, language)
  const say = speak(provisionalTexts, language)
  return html`${lead === '' ? '' : html`<p>${lead}</p>`}${changes === undefined ? '' : html`<p>${changes}</p>`}
<p class="small"><a href="/regels?woning=${listing}">${say('rule')}</a></p>`
}
