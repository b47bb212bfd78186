/** The receipt of an act (bewijs): where it stands in the log, and the code by which anyone can check it. */
import { html } from 'hono/html'
import { viewReceipt } from '../operations/view-own-file.ts'
import { homeTexts } from '../words/homes.ts'
import { formatMoment, type Language, speak } from '../words/language.ts'
import type { Html } from './page.ts'
import type { WebSetting } from './visitor.ts'

export async function showReceipt(
  setting: WebSetting,
  event: number,
  language: Language,
): Promise<Html | ''> {
  const receipt = Number.isInteger(event) ? await viewReceipt(setting, event) : undefined
  if (!receipt) return ''
  const say = speak(homeTexts, language)
  return html`<section class="panel panel--good receipt"><h2 class="utrecht-heading-3">${say('receipt')}</h2>
<p>${say('receipt-more')}</p>
<dl class="facts"><dt>${say('receipt-number')}</dt><dd>${receipt.number}</dd>
<dt>${say('receipt-at')}</dt><dd>${formatMoment(receipt.at, language)}</dd>
<dt>${say('receipt-hash')}</dt><dd class="hash">${receipt.hash}</dd></dl></section>`
}
