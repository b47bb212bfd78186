/** The page around what a page says (bladzijde): header, ways on, language, and what must stand everywhere. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import { idleMinutes, type PageContext, type WebSetting } from './visitor.ts'
import { withWholeAddresses } from './whole-addresses.ts'
import { workAddress } from './work-ways.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export type Page = {
  readonly title: string
  readonly body: Html
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507
}

/** The way back to what a page is part of (terug); on paper it leads nowhere. */
export function backLink(address: string, name: string): Html {
  return html`<p class="no-print"><a href="${address}">‹ ${name}</a></p>`
}

/** Writes a whole page. */
export async function showPage(
  context: PageContext,
  { regionName, isExample, hasReference = false }: WebSetting,
  { title, body, status = 200 }: Page,
) {
  const { language, name, actor } = context.get('visitor')
  const say = speak(pageTexts, language)
  const other = language === 'nl' ? 'en' : 'nl'
  const works = actor && workAddress(actor)
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${status === 422 ? say('fault-before', { title }) : title} - ${regionName}</title>
<link rel="stylesheet" href="/stijl.css">
<link rel="icon" href="/sleutel.svg" type="image/svg+xml">
<script src="/site.js" defer></script>
</head>
<body class="utrecht-document" data-busy="${say('busy')}" data-offline="${say('offline')}"${name === undefined ? '' : html` data-lapsing="${say('lapsing')}" data-stay="${say('stay')}" data-idle="${idleMinutes}"`}>
<a class="utrecht-skip-link" href="#inhoud">${say('skip')}</a>
${isExample ? html`<aside class="example-band" aria-label="${say('example-label')}">${say('example', { region: regionName })}</aside>` : ''}
<header class="site-header">
<a class="site-name" href="/">Verdeelsleutel <span>${regionName}</span></a>
<nav class="utrecht-nav-bar" aria-label="${say('menu')}">
<a href="/woningen">${say('homes')}</a>
<a href="/regels">${say('rules')}</a>
<a href="/uitkomsten">${say('outcomes')}</a>
${works === undefined ? '' : html`<a href="${works}">${say('work')}</a>`}
${
  name === undefined
    ? html`<a href="/inloggen">${say('log-in')}</a>`
    : html`<a href="/mijn">${say('mine')}</a>`
}
</nav>
</header>
<main id="inhoud" class="utrecht-page-content">
${body}
</main>
<footer class="site-footer">
${name === undefined ? '' : html`<form method="post" action="/uitloggen"><p><a href="/inloggen/sessies">${say('logged-in', { name })}</a> <button class="utrecht-button utrecht-button--subtle">${say('log-out')}</button></p><input type="hidden" name="csrf" value="${context.get('visitor').csrf ?? ''}"></form>`}
<p><a href="?taal=${other}" lang="${other}" hreflang="${other}">${other === 'nl' ? 'Nederlands' : 'English'}</a> · <a href="/hulp">${say('help')}</a> · <a href="/controle">${say('verify')}</a> · <a href="/is-dit-bericht-van-ons">${say('ours')}</a>${hasReference ? html` · <a href="/api">${say('programs')}</a>` : ''}</p>
</footer>
</body>
</html>`
  return context.html(withWholeAddresses(String(page)), status)
}
