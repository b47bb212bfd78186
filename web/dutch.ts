/**
 * Rule books are written in Dutch, also where the page around them is English: what is quoted from one is marked
 * as Dutch, so that it is read aloud in the right language (WCAG 3.1.2).
 */
import { html } from 'hono/html'
import type { RuleBook } from '../core/policy/rule-book.ts'
import { type Language, speak } from '../words/language.ts'
import { publicTexts } from '../words/public-pages.ts'
import type { Html } from './page.ts'

/** Shows a text with what is Dutch in it marked. */
export type Mark = (text: string) => Html | string

/** Marks what these books say in words of their own; on a Dutch page there is nothing to mark. */
export function dutchOf(books: readonly RuleBook[], language: Language): Mark {
  return language === 'nl' ? (text) => text : marking(new Set(books.flatMap(partsOf)))
}

/** A text that stands in Dutch in the data: of a council, a landlord, or somebody who wrote to them. */
export function inDutch(text: string, language: Language): Html | string {
  return language === 'nl' || text === '' ? text : html`<span lang="nl">${text}</span>`
}

/** A sentence in which such texts stand. */
export function withDutch(
  sentence: string,
  parts: readonly string[],
  language: Language,
): Html | string {
  if (language === 'nl') return sentence
  return marking(new Set(parts.filter((part) => part !== '')))(sentence)
}

function marking(parts: ReadonlySet<string>): Mark {
  if (parts.size === 0) return (text) => text
  // The longest first: a name may stand within a sentence.
  const sorted = [...parts].toSorted((a, b) => b.length - a.length)
  const found = new RegExp(`(${sorted.map((part) => escaped(part)).join('|')})`)
  return (text) => {
    const pieces = text.split(found)
    if (pieces.length === 1) return text
    return html`${pieces.map((piece) => (parts.has(piece) ? html`<span lang="nl">${piece}</span>` : piece))}`
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** On a page that is not Dutch: that the Dutch text of the rules is the one that counts. */
export function dutchCounts(language: Language): Html | '' {
  if (language === 'nl') return ''
  return html`<p class="small soft">${speak(publicTexts, language)('rules-dutch')}</p>`
}

/** A book is read once: it never changes. */
const known = new WeakMap<RuleBook, readonly string[]>()

function partsOf(book: RuleBook): readonly string[] {
  const before = known.get(book)
  if (before) return before
  const found = new Set<string>()
  gather(book, undefined, found)
  const parts = [...found].flatMap((text) => variantsOf(text.trim()))
  known.set(book, parts)
  return parts
}

/** Words of the book itself: sentences, and the names of rules; codes and addresses are no language. */
function gather(value: unknown, key: string | undefined, found: Set<string>): void {
  if (typeof value === 'string') {
    const isName = key === 'label' || key === 'title' || key === 'name'
    if (isName || /\S\s+\S/.test(value)) found.add(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    gather(inner, Array.isArray(value) ? key : name, found)
  }
}

/** As it is written, and as it stands at the start of a sentence, or within one, between quotes. */
function variantsOf(text: string): string[] {
  if (text === '') return []
  const rest = text.slice(1)
  const both = [text.charAt(0).toUpperCase() + rest, text.charAt(0).toLowerCase() + rest]
  // A name of one word may be an English word elsewhere: only as a quotation is it surely meant.
  return text.includes(' ') ? both : both.map((each) => `“${each}”`)
}
