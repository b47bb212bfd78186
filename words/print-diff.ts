/**
 * What changes from one rule book to another, in words: each change with the old sentence above the new
 * one, so that a council sees what it decides.
 */
import type {
  ArticleChange,
  BookComparison,
  ChangedRule,
  HeaderKey,
  RuleChange,
} from '../core/policy/compare-books.ts'
import type { Standing } from '../core/policy/resolve.ts'
import { formatList, type Language, type Say, speak, type Texts } from './language.ts'
import {
  articlePhrase,
  articleSentences,
  headerSentence,
  narratorOf,
  type Printing,
} from './print-rules.ts'
import { capital, type Point, type Prose, printPoint } from './prose.ts'
import {
  datedSentence,
  type Narrator,
  ruleHeading,
  ruleSentences,
  ruleTitle,
} from './rule-sentences.ts'

type DiffText =
  | 'title'
  | 'same'
  | 'header'
  | 'articles'
  | 'added'
  | 'dropped'
  | 'changed'
  | 'was'
  | 'becomes'
  | 'nothing'
  | 'no-date'
  | 'new-article'
  | 'dropped-article'
  | 'changed-article'
  | 'rule'
  | 'keys'
  | 'moved'

const texts: Texts<DiffText> = {
  nl: {
    title: 'Van {before} naar {after}',
    same: 'Er is geen verschil.',
    header: 'Over het boek',
    articles: 'Tekst van artikelen',
    added: 'Nieuwe regels',
    dropped: 'Vervallen regels',
    changed: 'Gewijzigde regels',
    was: 'Was:',
    becomes: 'Wordt:',
    nothing: 'Hierover staat er niets.',
    'no-date': 'Vanaf {from, date, day} is er geen ander bedrag.',
    'new-article': '{article} is nieuw:',
    'dropped-article': '{article} vervalt:',
    'changed-article': '{article} is anders',
    rule: '{rule} ({notes})',
    keys: 'anders is: {keys}',
    moved: 'verhuist van {before} naar {after}',
  },
  en: {
    title: 'From {before} to {after}',
    same: 'There is no difference.',
    header: 'About the book',
    articles: 'Text of articles',
    added: 'New rules',
    dropped: 'Dropped rules',
    changed: 'Changed rules',
    was: 'Was:',
    becomes: 'Becomes:',
    nothing: 'Nothing is said about this.',
    'no-date': 'From {from, date, day} there is no other amount.',
    'new-article': '{article} is new:',
    'dropped-article': '{article} is dropped:',
    'changed-article': '{article} is different',
    rule: '{rule} ({notes})',
    keys: 'different is: {keys}',
    moved: 'moves from {before} to {after}',
  },
}

type Teller = {
  readonly language: Language
  readonly before: Narrator
  readonly after: Narrator
  readonly say: Say<DiffText>
  /** What a rule is called: with its name in the book, or as people call it. */
  readonly called: typeof ruleHeading
}

/** Prints a comparison; `others` are books whose names both may use, such as the national one. */
export function printDiff(comparison: BookComparison, { language, others = [] }: Printing): string {
  const { before, after } = comparison
  const teller: Teller = {
    language,
    before: narratorOf([before, ...others], { language }),
    after: narratorOf([after, ...others], { language }),
    say: speak(texts, language),
    called: ruleHeading,
  }
  const title = teller.say('title', { before: before.book, after: after.book })
  const sections = sectionsOf(comparison, teller)
  const lines = sections.length === 0 ? ['', teller.say('same')] : sections
  return `${[title, '='.repeat(title.length), ...lines].join('\n')}\n`
}

/** A part of what changes: its heading, and its changes. */
export type DiffSection = { readonly heading: string; readonly points: readonly Point[] }

/** What changes, part by part; without the header where two books were never versions of one. */
export function diffSections(
  comparison: BookComparison,
  { language, others = [] }: Printing,
  header: 'with-header' | 'without' = 'with-header',
): DiffSection[] {
  const { before, after } = comparison
  const teller: Teller = {
    language,
    before: narratorOf([before, ...others], { language }),
    after: narratorOf([after, ...others], { language }),
    say: speak(texts, language),
    called: ruleTitle,
  }
  const sections = sectionsIn(comparison, teller)
  return header === 'without' ? sections.filter(({ key }) => key !== 'header') : sections
}

type Section = DiffSection & { readonly key: SectionKey }
type SectionKey = 'header' | 'articles' | 'added' | 'dropped' | 'changed'

function sectionsIn(comparison: BookComparison, teller: Teller): Section[] {
  const rules = (wanted: RuleChange['change']) =>
    comparison.rules
      .filter(({ change }) => change === wanted)
      .map((each) => rulePoint(each, teller))
  const points: Readonly<Record<SectionKey, readonly Point[]>> = {
    header: comparison.header.map((key) => headerPoint(key, comparison, teller)),
    articles: comparison.articles.map((each) => articlePoint(each, teller)),
    ...{ added: rules('added'), dropped: rules('dropped'), changed: rules('changed') },
  }
  const keys = ['header', 'articles', 'added', 'dropped', 'changed'] as const
  return keys
    .map((key) => ({ key, heading: teller.say(key), points: points[key] }))
    .filter((each) => each.points.length > 0)
}

function sectionsOf(comparison: BookComparison, teller: Teller): string[] {
  return sectionsIn(comparison, teller).flatMap(({ heading, points }) => [
    ...['', heading, '-'.repeat(heading.length)],
    ...points.flatMap((point) => printPoint(point)),
  ])
}

function headerPoint(key: HeaderKey, { before, after }: BookComparison, teller: Teller): Prose {
  const sentences = ({ language, say }: Teller) =>
    [before, after].map((book) => headerSentence(book, key, language) ?? say('nothing'))
  const [old = '', now = ''] = sentences(teller)
  return { lead: key, points: stacked([old], [now], teller) }
}

// The old above the new.
function stacked(old: readonly Prose[], now: readonly Prose[], { say }: Teller): readonly Point[] {
  return [
    [say('was'), ...old],
    [say('becomes'), ...now],
  ]
}

function articlePoint(change: ArticleChange, teller: Teller): Point {
  const { say, language } = teller
  if (change.change === 'changed') {
    const lead = capital(say('changed-article', { article: articlePhrase(change.after, language) }))
    const old = articleSentences(change.before, language)
    return { lead, points: stacked(old, articleSentences(change.after, language), teller) }
  }
  const isNew = change.change === 'added'
  const article = isNew ? change.after : change.before
  const heading = articlePhrase(article, language)
  return [
    capital(say(isNew ? 'new-article' : 'dropped-article', { article: heading })),
    ...articleSentences(article, language),
  ]
}

function rulePoint(change: RuleChange, teller: Teller): Point {
  if (change.change === 'added') return wholeRule(change.after, teller.after, teller)
  if (change.change === 'dropped') return wholeRule(change.before, teller.before, teller)
  const { before, after, keys } = change
  const rule = teller.called(after.rule, teller.after)
  const lead = teller.say('rule', { rule, notes: notesOn(change, teller).join('; ') })
  if (keys.length === 0) return `${lead}.`
  const amounts = keys.every((key) => key === 'values') ? amountPoints(change, teller) : []
  if (amounts.length > 0) return { lead, points: amounts }
  const old = ruleSentences(before.rule, teller.before)
  return { lead, points: stacked(old, ruleSentences(after.rule, teller.after), teller) }
}

function wholeRule({ rule, article }: Standing, narrator: Narrator, teller: Teller): Point {
  const heading = teller.called(rule, narrator)
  const notes = articlePhrase(article, teller.language)
  return [`${teller.say('rule', { rule: heading, notes })}:`, ...ruleSentences(rule, narrator)]
}

function notesOn({ before, after, keys, moved }: ChangedRule, { say, language }: Teller): string[] {
  const now = articlePhrase(after.article, language)
  const old = articlePhrase(before.article, language)
  return [
    moved ? say('moved', { before: old, after: now }) : now,
    ...(keys.length === 0 ? [] : [say('keys', { keys: formatList(keys, language) })]),
  ]
}

// Amounts are compared date by date, so that an unchanged past is not told again.
function amountPoints({ before, after, values }: ChangedRule, teller: Teller): Point[] {
  const old = before.rule
  const now = after.rule
  if (old.kind !== 'parameter' || now.kind !== 'parameter') return []
  return values.flatMap(({ from, before: oldRows, after: newRows }) => {
    const nothing = teller.say('no-date', { from })
    const was = oldRows ? datedSentence(old, { from, rows: oldRows }, teller.before) : nothing
    const becomes = newRows ? datedSentence(now, { from, rows: newRows }, teller.after) : nothing
    return stacked([was], [becomes], teller)
  })
}
