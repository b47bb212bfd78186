/** Text that can go into a page: everything is escaped, except what was itself marked up here. */
import { assert } from '../core/basics/assert.ts'

export type Markup = { readonly markup: string }

/** What a template can hold; nothing where it is undefined, and lists one after the other. */
export type Part = Markup | string | number | undefined | readonly Part[]

/** Marks up a template: mark`<p>${anything}</p>`. Attributes stand between double quotes. */
export function mark(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = pieces.map((piece, index) => piece + textOf(parts[index]))
  return { markup: filled.join('') }
}

export const nothing: Markup = { markup: '' }

function textOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return numberText(part)
  return 'markup' in part ? part.markup : part.map(textOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Control characters are not allowed in a page at all.
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (found) => entities[found] ?? found)
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
}

// A chart with NaN in it draws nothing and says nothing, which looks like a zero.
function numberText(value: number): string {
  assert(Number.isFinite(value), 'only finite numbers are drawn')
  return String(Number(value.toFixed(decimals)))
}

const decimals = 3
