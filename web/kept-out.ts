/** What somebody who is kept out can do on the site: complete what we know of them, or see where a decision is asked. */
import { html } from 'hono/html'
import { findTexts } from '../words/find-homes.ts'
import { type Language, speak } from '../words/language.ts'
import type { Html } from './page.ts'

export function whatToDo(asks: boolean, language: Language): Html {
  const say = speak(findTexts, language)
  return html`<p>${say('data-right')} <a href="/mijn/gegevens">${say('data-right-link')}</a>${asks ? html` · <a href="/hulp#besluit">${say('ask-where')}</a>` : ''}</p>`
}
