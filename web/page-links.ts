/** Long lists in pages (bladzijden): which one an address asks for, and the ways to those beside it. */
import { html } from 'hono/html'
import { speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import type { Html } from './page.ts'
import type { PageContext } from './visitor.ts'

/** The page an address asks for (`pagina`); the first for anything that is no number. */
export function pageAsked(context: PageContext): number {
  const asked = Number(context.req.query('pagina') ?? 1)
  return Number.isSafeInteger(asked) ? asked : 1
}

type Where = { readonly page: number; readonly pages: number }

/**
 * To the page before and the one after; nothing where there is one page. With `at` to where the list stands, on a page
 * that has more than that.
 */
export function pageLinks(
  context: PageContext,
  // What else was found stands beside it, and is no part of the words.
  { page, pages }: Where,
  at?: string,
): Html | '' {
  if (pages === 1) return ''
  const say = speak(pageTexts, context.get('visitor').language)
  return html`<nav class="actions" aria-label="${say('pages')}">
${page > 1 ? html`<a class="utrecht-button utrecht-button--secondary-action" rel="prev" href="${addressOf(context, page - 1, at)}">${say('page-before')}</a>` : ''}
${page < pages ? html`<a class="utrecht-button utrecht-button--secondary-action" rel="next" href="${addressOf(context, page + 1, at)}">${say('page-after')}</a>` : ''}
<span>${say('page-of', { page, pages })}</span></nav>`
}

/** The title of a page, which no other page of the same list has. */
export function titleOfPage(title: string, { page, pages }: Where, context: PageContext): string {
  if (page === 1) return title
  return `${title} (${speak(pageTexts, context.get('visitor').language)('page-of', { page, pages })})`
}

/** What was just done, which is not said again on another page. */
const said = { gedaan: undefined, ingeschreven: undefined, zaak: undefined }

/** The same address with another page of the list. */
function addressOf(context: PageContext, page: number, at?: string): string {
  const address = withQuery(context, { ...said, pagina: page > 1 ? String(page) : undefined })
  return at === undefined ? address : `${address}#${at}`
}

/** This address with other values in its question; the language was chosen, and is not chosen again. */
export function withQuery(
  context: PageContext,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams(context.req.query())
  for (const [name, value] of Object.entries({ ...change, taal: undefined })) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? context.req.path : `${context.req.path}?${text}`
}
