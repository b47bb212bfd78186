/** A page to read, print and send on: one file, no script, nothing asked of any network. */
import type { Language } from '../words/language.ts'
import { type Markup, mark } from './markup.ts'
import { pageStyle, pictureStyle } from './report-style.ts'

export type ReportPage = {
  readonly language: Language
  /** For the window and the list of files. */
  readonly title: string
  /** Said above everything else, such as that the numbers are made up. */
  readonly warning?: string
  readonly header: Markup
  readonly main: Markup
  readonly footer: Markup
}

/** The whole file. */
export function reportPage({ language, title, warning, header, main, footer }: ReportPage): string {
  const above = warning === undefined ? undefined : mark`<div class="made-up">${warning}</div>\n`
  const page = mark`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${above}<header>
${header}</header>
<main>
${main}</main>
<footer>
${footer}</footer>
</body>
</html>
`
  return page.markup.split(commands).map(keepTogether).join('')
}

const commands = /(<pre>.*?<\/pre>)/s

// A percentage never breaks over two lines, nor an amount with its sign; a command is copied as it was typed.
function keepTogether(text: string): string {
  if (text.startsWith('<pre>')) return text
  return text.replace(/(\d) %/g, '$1\u00a0%').replace(/([+\u2212])€/g, '$1\u2060€')
}

// The browser refuses whatever the page was not meant to do.
const policy = "default-src 'none'; style-src 'unsafe-inline'"

const style: Markup = { markup: `${pageStyle}${pictureStyle}` }
