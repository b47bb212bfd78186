/**
 * The whole ordinance in plain words: what book it is and who wrote it, then article by article its own
 * text, its source, and one paragraph per rule. What is unknown, invented or left to people is said.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { type HeaderKey, headerKeys } from '../core/policy/compare-books.ts'
import type { Resolved } from '../core/policy/resolve.ts'
import { standingIn } from '../core/policy/resolve.ts'
import type { Article, Authority, Justification, Rule, RuleBook } from '../core/policy/rule-book.ts'
import { levelWords, nounOf, regimeWords, wordOfValue } from './catalogue.ts'
import { formatList, type Language, type Say, speak, type Texts } from './language.ts'
import { phraseBasis } from './phrase-basis.ts'
import { printPoint, wrap } from './prose.ts'
import { closed, type Narrator, ruleHeading, ruleSentences } from './rule-sentences.ts'

type BookText =
  | 'resolved'
  | 'book'
  | 'title'
  | 'authority'
  | 'municipalities'
  | 'scope'
  | 'scope-of'
  | 'valid'
  | 'works-back'
  | 'published'
  | 'not-published'
  | 'law'
  | 'builds-on'
  | 'no-justifications'
  | 'gap'
  | 'invented'
  | 'article'
  | 'article-unknown'
  | 'this-article'
  | 'some-article'
  | 'paraphrase'
  | 'source'
  | 'basis'
  | 'drops'
  | 'not-in-force'
  | 'no-rules'

const texts: Texts<BookText> = {
  nl: {
    resolved: 'De regels zoals zij gelden op {on, date, day}',
    book: 'Kenmerk: {book}.',
    title: 'De titel is {title}.',
    authority: 'Van: {name} ({level}).',
    municipalities: 'De gemeenten zijn {municipalities}.',
    scope: 'Dit geldt alleen voor {scope}.',
    'scope-of': '{noun} {value}',
    valid: 'Geldig van {from, date, day} tot en met {until, date, day}.',
    'works-back': 'Werkt terug tot {date, date, day}.',
    published: 'Bekendgemaakt op {date, date, day}.',
    'not-published': 'Bekendmaking: niet gezien.',
    law: 'Getoetst aan: {law}.',
    'builds-on': 'Bouwt voort op: {books}.',
    'no-justifications': 'De onderbouwing van de regels is niet gezien.',
    gap: 'Niet bekend: {gap}',
    invented: 'Verzonnen: {what}',
    article: 'Artikel {number}',
    'article-unknown': 'Artikelnummer niet bekend',
    'this-article': 'artikel {number}',
    'some-article': 'een artikel zonder bekend nummer',
    paraphrase: '(eigen samenvatting)',
    source: 'Bron: {url}',
    basis: 'De grondslag is: {basis}.',
    drops: 'Dit artikel laat regels van een hoger boek vervallen: {rules}.',
    'not-in-force': 'Niet van kracht op {on, date, day}: {rules}.',
    'no-rules': 'Dit artikel is hier niet uitgewerkt in regels.',
  },
  en: {
    resolved: 'The rules as they are in force on {on, date, day}',
    book: 'Reference: {book}.',
    title: 'The title is {title}.',
    authority: 'By: {name} ({level}).',
    municipalities: 'The municipalities are {municipalities}.',
    scope: 'This applies only to {scope}.',
    'scope-of': '{noun} {value}',
    valid: 'Valid from {from, date, day} until and including {until, date, day}.',
    'works-back': 'Works back to {date, date, day}.',
    published: 'Published on {date, date, day}.',
    'not-published': 'Publication: not seen.',
    law: 'Tested against: {law}.',
    'builds-on': 'Builds on: {books}.',
    'no-justifications': 'The justification of the rules was not seen.',
    gap: 'Not known: {gap}',
    invented: 'Invented: {what}',
    article: 'Article {number}',
    'article-unknown': 'Article number not known',
    'this-article': 'article {number}',
    'some-article': 'an article without a known number',
    paraphrase: '(own summary)',
    source: 'Source: {url}',
    basis: 'The legal basis is: {basis}.',
    drops: 'This article drops rules of a higher book: {rules}.',
    'not-in-force': 'Not in force on {on, date, day}: {rules}.',
    'no-rules': 'This article is not worked out in rules here.',
  },
}

/** Names of rules outside the book printed, such as those of the books it builds on. */
export type Printing = {
  readonly language: Language
  readonly on?: CalendarDate
  readonly others?: readonly RuleBook[]
}

/** Prints one book, or the rules in force together; with a date, amounts and tables as of that day. */
export function printRules(source: RuleBook | Resolved, printing: Printing): string {
  const lines = 'byId' in source ? resolvedLines(source, printing) : bookLines(source, printing)
  return `${lines.join('\n')}\n`
}

/** Prints one rule as a point of a list. */
export function printRule(rule: Rule, narrator: Narrator): string[] {
  return printPoint([`${ruleHeading(rule, narrator)}:`, ...ruleSentences(rule, narrator)])
}

/** Who speaks about the rules of these books; of two rules with one id the first book's is meant. */
export function narratorOf(books: readonly RuleBook[], { language, on }: Printing): Narrator {
  const rules = new Map(
    books
      .toReversed()
      .flatMap(standingIn)
      .map(({ rule }) => [rule.id, rule]),
  )
  const region = books.find(({ authority }) => authority.level === 'region')?.authority.name
  return {
    ...{ language, rule: (id) => rules.get(id) },
    ...(on !== undefined && { on }),
    // "Parkstad Limburg, ontwerp" is Parkstad Limburg.
    ...(region !== undefined && { region: region.replace(/,.*$/, '') }),
  }
}

/** "Artikel 3", or that its number is not known. */
export function articleHeading({ number }: Article, language: Language): string {
  const say = speak(texts, language)
  return number === 'unknown' ? say('article-unknown') : say('article', { number })
}

/** The same within a sentence: "artikel 3", or "een artikel zonder bekend nummer". */
export function articlePhrase({ number }: Article, language: Language): string {
  const say = speak(texts, language)
  return number === 'unknown' ? say('some-article') : say('this-article', { number })
}

function bookLines(book: RuleBook, printing: Printing): string[] {
  const rules = book.articles.flatMap((article) => article.rules)
  const toldBefore = firstToldBy(rules)
  const narrator = { ...narratorOf([book, ...(printing.others ?? [])], printing), toldBefore }
  return [
    ...headerLines(book, narrator),
    ...book.articles.flatMap((article) => articleLines(article, article.rules, narrator)),
  ]
}

function resolvedLines(resolved: Resolved, { language, on = resolved.on }: Printing): string[] {
  const known = narratorOf(resolved.books, { language })
  const printed = resolved.books.flatMap(({ articles }) =>
    articles.flatMap((article) => rulesIn(article, resolved)),
  )
  const narrator: Narrator = {
    language,
    on,
    toldBefore: firstToldBy(printed),
    ...(known.region !== undefined && { region: known.region }),
    rule: (id) => resolved.byId.get(id)?.rule ?? known.rule(id),
  }
  return [
    speak(texts, language)('resolved', { on: resolved.on }),
    '',
    ...resolved.books.flatMap((book) => [
      ...headerLines(book, narrator),
      ...book.articles.flatMap((article) => standingLines(article, resolved, narrator)),
      '',
    ]),
  ]
}

function standingLines(article: Article, resolved: Resolved, narrator: Narrator): string[] {
  const rules = rulesIn(article, resolved)
  const standing = new Set(rules.map(({ id }) => id))
  const absent = article.rules.flatMap(({ id }) => (standing.has(id) ? [] : [id]))
  const { language } = narrator
  const note = speak(texts, language)('not-in-force', {
    on: resolved.on,
    rules: formatList(absent, language),
  })
  return [
    ...articleLines(article, rules, narrator),
    ...(absent.length === 0 ? [] : wrap(note, '  ')),
  ]
}

function rulesIn(article: Article, { rules }: Resolved): Rule[] {
  return rules.flatMap((standing) => (standing.article === article ? [standing.rule] : []))
}

// Rules often share a justification; a reader wants it once.
function firstToldBy(rules: readonly Rule[]): (justification: Justification) => string | undefined {
  const tellers = new Map<string, string>()
  for (const { id, justification } of rules) {
    const key = justification && canonicalJson(justification)
    if (key !== undefined && !tellers.has(key)) tellers.set(key, id)
  }
  return (justification) => tellers.get(canonicalJson(justification))
}

function headerLines(book: RuleBook, { language }: Narrator): string[] {
  return [
    book.title,
    '='.repeat(book.title.length),
    '',
    ...headerKeys
      .filter((key) => key !== 'title')
      .flatMap((key) => wrap(headerSentence(book, key, language) ?? '')),
  ]
}

/** What the header says under one key; nothing where the book does not have it. */
export function headerSentence(
  book: RuleBook,
  key: HeaderKey,
  language: Language,
): string | undefined {
  const say = speak(texts, language)
  const { works_back_to, published, builds_on, gap, invented } = book
  switch (key) {
    case 'book':
      return say('book', { book: book.book })
    case 'title':
      return say('title', { title: book.title })
    case 'authority':
      return authoritySentences(book.authority, language, say).join(' ')
    case 'valid':
      return say('valid', book.valid)
    case 'works_back_to':
      return works_back_to === undefined ? undefined : say('works-back', { date: works_back_to })
    case 'published':
      return published === 'missing' ? say('not-published') : say('published', { date: published })
    case 'law':
      return say('law', { law: regimeWords[book.law][language] })
    case 'builds_on':
      if (builds_on.length === 0) return undefined
      return say('builds-on', { books: formatList(builds_on, language) })
    case 'justifications':
      return book.justifications === undefined ? undefined : say('no-justifications')
    case 'gap':
      return gap === undefined ? undefined : say('gap', { gap: closed(gap) })
    case 'invented':
      return invented === undefined ? undefined : say('invented', { what: closed(invented) })
  }
}

function authoritySentences(
  { level, name, municipalities, scope }: Authority,
  language: Language,
  say: Say<BookText>,
): string[] {
  const places = municipalities?.map((each) => wordOfValue('municipality', each, language))
  const reach = Object.entries(scope ?? {}).map(([fact, wanted]) => {
    const values = [wanted].flat().map((value) => wordOfValue(fact, value, language))
    const noun = nounOf(fact, language) ?? fact
    return say('scope-of', { noun, value: formatList(values, language, 'or') })
  })
  return [
    say('authority', { name, level: levelWords[level][language] }),
    ...(places ? [say('municipalities', { municipalities: formatList(places, language) })] : []),
    ...(reach.length === 0 ? [] : [say('scope', { scope: formatList(reach, language) })]),
  ]
}

function articleLines(article: Article, rules: readonly Rule[], narrator: Narrator): string[] {
  const { language } = narrator
  const heading = articleHeading(article, language)
  const noRules = speak(texts, language)('no-rules')
  return [
    '',
    heading,
    '-'.repeat(heading.length),
    ...articleSentences(article, language).flatMap((line) => wrap(line)),
    '',
    ...(article.rules.length === 0 ? [noRules] : []),
    ...rules.flatMap((rule) => printRule(rule, narrator)),
  ]
}

/** What an article says itself: its text, where it was seen, on what it rests, what is not known. */
export function articleSentences(article: Article, language: Language): string[] {
  const say = speak(texts, language)
  const { text, paraphrase, url, basis, gap, drops } = article
  return [
    paraphrase ? `${closed(text)} ${say('paraphrase')}` : text,
    ...(url === undefined ? [] : [say('source', { url })]),
    ...(basis === undefined ? [] : [say('basis', { basis: phraseBasis(basis, language) })]),
    ...(gap === undefined ? [] : [say('gap', { gap: closed(gap) })]),
    ...(drops === undefined ? [] : [say('drops', { rules: formatList(drops, language) })]),
  ]
}
