/** The rules in plain words (regels): those of now, those of one home, or one book, with why each is there. */
import { html } from 'hono/html'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Resolved } from '../core/policy/resolve.ts'
import type { Article, Rule, RuleBook } from '../core/policy/rule-book.ts'
import { viewHome } from '../operations/find-homes.ts'
import { dayOf } from '../operations/operation.ts'
import {
  releasedBooks,
  rulesInForce,
  rulesOfHome,
  type ShownBook,
} from '../operations/read-rules.ts'
import { type Language, speak } from '../words/language.ts'
import {
  articleHeading,
  articleSentences,
  headerSentence,
  narratorOf,
} from '../words/print-rules.ts'
import { publicTexts } from '../words/public-pages.ts'
import { headSentences, type Narrator, plainSentences, ruleTitle } from '../words/rule-sentences.ts'
import { type AddPages, notFound } from './app.ts'
import { type Html, showPage } from './page.ts'
import { showProse } from './prose.ts'
import type { PageContext, WebSetting } from './visitor.ts'

export const rulePages: AddPages = (app, setting) => {
  app.get('/regels', (context) => rulesPage(context, setting))
  app.get('/regels/boek/:book{[a-z0-9-]+}', (context) => bookPage(context, setting))
}

async function rulesPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  const today = dayOf(setting.now())
  const asked = context.req.query('woning')
  const home = asked === undefined ? undefined : await viewHome(setting, Number(asked))
  if (asked !== undefined && !home) return notFound(context, setting)
  const on = home?.closesOn ?? today
  const rules = home ? await rulesOfHome(setting, home, on) : await rulesInForce(setting, {}, today)
  const title = home ? say('rules-home-title', { address: home.address }) : say('rules-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${home ? say('rules-home-lead') : say('rules-lead', { on: today })}</p>
<p>${say('rules-unknown')}</p>
${home ? html`<p><a href="/woningen/${home.id}">‹ ${home.address}</a> · <a href="/regels">${say('rules-all')}</a></p>` : booksTable(await releasedBooks(setting), language)}
${rules.books.map((book) => bookPart(book, rules, on, language))}`
  return showPage(context, setting, { title, body })
}

function booksTable(books: readonly ShownBook[], language: Language): Html {
  const say = speak(publicTexts, language)
  return html`<h2 class="utrecht-heading-2">${say('rules-books')}</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="${say('rules-books')}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('rules-book')}</th><th scope="col">${say('rules-by')}</th><th scope="col">${say('rules-from')}</th><th scope="col">${say('rules-state')}</th><th scope="col">${say('rules-hash')}</th></tr></thead>
<tbody>${books.map(({ book, hash, isInForce }) => html`<tr><th scope="row"><a href="/regels/boek/${book.book}">${book.title}</a></th><td>${book.authority.name}</td><td>${say('rules-valid', book.valid)}</td><td>${say(isInForce ? 'rules-in-force' : 'rules-not')}</td><td class="hash">${hash.slice(0, 16)}</td></tr>`)}</tbody></table></div>`
}

async function bookPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  const all = await releasedBooks(setting)
  const shown = all.find(({ book }) => book.book === context.req.param('book'))
  if (!shown) return notFound(context, setting)
  const { book, hash } = shown
  const others = all.map((each) => each.book).filter((each) => each !== book)
  const narrator = narratorOf([book, ...others], { language })
  const body = html`<p><a href="/regels">‹ ${say('rules-title')}</a></p><h1 class="utrecht-heading-1">${book.title}</h1>
<p class="lead">${say('rules-book-lead', book.valid)}</p>
<p class="hash">${hash}</p>${aboutBook(book, language)}
${book.articles.map((article) => articlePart(article, article.rules, narrator))}`
  return showPage(context, setting, { title: book.title, body })
}

function bookPart(book: RuleBook, rules: Resolved, on: CalendarDate, language: Language): Html {
  const known = narratorOf(rules.books, { language })
  const narrator: Narrator = {
    ...{ language, on },
    rule: (id) => rules.byId.get(id)?.rule ?? known.rule(id),
  }
  const ofArticle = (article: Article) =>
    rules.rules.flatMap((standing) => (standing.article === article ? [standing.rule] : []))
  return html`<section class="measure"><h2 class="utrecht-heading-2">${book.title}</h2>${aboutBook(book, language)}
${book.articles.map((article) => articlePart(article, ofArticle(article), narrator))}</section>`
}

function aboutBook(book: RuleBook, language: Language): Html {
  const keys = ['authority', 'gap', 'invented'] as const
  return html`${keys.map((key) => {
    const sentence = headerSentence(book, key, language)
    return sentence === undefined ? '' : html`<p class="small soft">${sentence}</p>`
  })}`
}

function articlePart(article: Article, rules: readonly Rule[], narrator: Narrator): Html {
  const { language } = narrator
  const say = speak(publicTexts, language)
  const [text, ...more] = articleSentences(article, language)
  return html`<article class="article"><h3 class="utrecht-heading-3">${articleHeading(article, language)}</h3>
<p>${text}</p>${more.map((each) => html`<p class="small soft">${each}</p>`)}
${rules.map((rule) => {
  const why = headSentences(rule, narrator)
  return html`<div class="rule"><h4>${ruleTitle(rule, narrator)}</h4>${showProse(plainSentences(rule, narrator))}
${why.length === 0 ? '' : html`<details><summary>${say('rules-why')}</summary>${showProse(why)}</details>`}</div>`
})}</article>`
}
