/**
 * The rules in plain words (regels): those of now, those of one home, or one version of a book, with what it
 * changed, why, what was advised on it, and what differs between municipalities and landlords.
 */
import { html } from 'hono/html'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { BookComparison } from '../core/policy/compare-books.ts'
import type { Finding } from '../core/policy/finding.ts'
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
import {
  differences,
  type OwnRules,
  proposedRules,
  rulesReplacing,
  type Version,
  versionAddress,
  viewVersion,
} from '../operations/view-rules.ts'
import { sayFinding } from '../words/findings.ts'
import { formatList, formatMoment, type Language, speak } from '../words/language.ts'
import { diffSections } from '../words/print-diff.ts'
import {
  articleHeading,
  articleSentences,
  headerSentence,
  narratorOf,
} from '../words/print-rules.ts'
import { capital } from '../words/prose.ts'
import { publicTexts } from '../words/public-pages.ts'
import { headSentences, type Narrator, plainSentences, ruleTitle } from '../words/rule-sentences.ts'
import { roleInWords, sayRuleWork } from '../words/rule-work.ts'
import { type AddPages, notFound } from './app.ts'
import { dutchCounts, dutchOf, inDutch, type Mark, withDutch } from './dutch.ts'
import { backLink, type Html, showPage } from './page.ts'
import { showProse } from './prose.ts'
import { advicesPart, type Speaking, waitsFor } from './rules-frame.ts'
import type { PageContext, WebSetting } from './visitor.ts'

export const rulePages: AddPages = (app, setting) => {
  app.get('/regels', (context) => rulesPage(context, setting))
  app.get('/regels/verschillen', (context) => differencesPage(context, setting))
  app.get('/regels/boek/:book{[a-z0-9-]+}', async (context) => {
    const all = await releasedBooks(setting)
    const newest = all.find(({ book }) => book.book === context.req.param('book'))
    if (!newest) return notFound(context, setting)
    return context.redirect(`/regels/${versionAddress(newest)}`, 303)
  })
  app.get('/regels/:version', (context) =>
    versionPage(context, setting, context.req.param('version')),
  )
}

function speakingIn(context: PageContext): Speaking {
  const { language } = context.get('visitor')
  return { language, say: sayRuleWork(language) }
}

async function rulesPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  const speaking = speakingIn(context)
  const today = dayOf(setting.now())
  const asked = context.req.query('woning')
  const home = asked === undefined ? undefined : await viewHome(setting, Number(asked))
  if (asked !== undefined && !home) return notFound(context, setting)
  const on = home?.closesOn ?? today
  const rules = home ? await rulesOfHome(setting, home, on) : await rulesInForce(setting, {}, today)
  // Whoever comes for one home reads all of it; the others find an article by its heading.
  const isShort = home === undefined && context.req.query('alles') !== 'ja'
  const mark = dutchOf(rules.books, language)
  const title = home ? say('rules-home-title', { address: home.address }) : say('rules-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${home ? say('rules-home-lead') : say('rules-lead', { on: today })}</p>
<p>${say('rules-unknown')}</p>${dutchCounts(language)}
${
  home
    ? html`${await replacedPart(setting, home, speaking)}<p class="no-print"><a href="/woningen/${home.id}">‹ ${home.address}</a> · <a href="/regels">${say('rules-all')}</a></p>`
    : html`<p><a href="/regels/verschillen">${speaking.say('versions-differ')}</a></p>
${booksTable(await releasedBooks(setting), speaking)}${await onTheirWay(setting, speaking)}`
}
${isShort ? html`<p>${say('rules-short')} <a href="/regels?alles=ja">${say('rules-long')}</a></p>` : ''}
${rules.books.map((book) => bookPart(book, { rules, on, language, mark, isShort }))}`
  return showPage(context, setting, { title, body })
}

function booksTable(books: readonly ShownBook[], { say: sayWork, language }: Speaking): Html {
  const say = speak(publicTexts, language)
  const mark = dutchOf(
    books.map(({ book }) => book),
    language,
  )
  const state = ({ isInForce, isToCome }: ShownBook) =>
    isInForce ? say('rules-in-force') : isToCome ? sayWork('to-come') : say('rules-not')
  return html`<h2 class="utrecht-heading-2">${say('rules-books')}</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="${say('rules-books')}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('rules-book')}</th><th scope="col">${say('rules-by')}</th><th scope="col">${sayWork('from-instant')}</th><th scope="col">${say('rules-state')}</th><th scope="col">${say('rules-hash')}</th></tr></thead>
<tbody>${books.map((shown) => html`<tr><th scope="row"><a href="/regels/${versionAddress(shown)}">${mark(shown.book.title)}</a></th><td data-label="${say('rules-by')}">${mark(shown.book.authority.name)}</td><td data-label="${sayWork('from-instant')}">${formatMoment(shown.decidesFrom, language)}</td><td data-label="${say('rules-state')}">${state(shown)}</td><td data-label="${say('rules-hash')}"><span class="hash">${shown.hash.slice(0, 16)}</span></td></tr>`)}</tbody></table></div>`
}

/** Where other rules hold by now: for this home they do not, and both can be read. */
async function replacedPart(
  setting: WebSetting,
  home: Parameters<typeof rulesReplacing>[1],
  { say, language }: Speaking,
): Promise<Html | ''> {
  const others = await rulesReplacing(setting, home)
  if (others.length === 0) return ''
  return html`<div class="panel"><p><strong>${say('replaced-title')}</strong> ${say('replaced')}</p>
<ul>${others.map((each) => html`<li><a href="/regels/${each.address}">${inDutch(each.title, language)}</a></li>`)}</ul></div>`
}

async function onTheirWay(setting: WebSetting, speaking: Speaking): Promise<Html | ''> {
  const { say, language } = speaking
  const list = await proposedRules(setting)
  if (list.length === 0) return ''
  return html`<h2 class="utrecht-heading-2">${say('on-their-way')}</h2><p>${say('on-their-way-lead')}</p>
<ul class="plain">${list.map(({ address, title, proposal }) => html`<li><a href="/regels/${address}">${inDutch(title, language)}</a><br><span class="small soft">${say('did-proposed', { who: roleInWords(proposal, language) })}. ${waitsFor(proposal, speaking)}.</span></li>`)}</ul>`
}

async function versionPage(context: PageContext, setting: WebSetting, address: string) {
  const version = await viewVersion(setting, address)
  if (!version) return notFound(context, setting)
  const speaking = speakingIn(context)
  const { say, language } = speaking
  const sayPublic = speak(publicTexts, language)
  const { book, hash, uppers, former, comparison, proposals, text } = version
  const narrator = narratorOf([book, ...uppers], { language })
  const mark = dutchOf([book, ...uppers], language)
  const latest = proposals[0]
  const body = html`${backLink('/regels', sayPublic('rules-title'))}<h1 class="utrecht-heading-1">${mark(book.title)}</h1>
<p class="lead">${stateText(version, speaking)}</p>${version.state === 'proposed' && latest ? html`<p>${waitsFor(latest, speaking)}.</p>` : ''}
<p>${sayPublic('rules-book-lead', book.valid)}</p>${dutchCounts(language)}${aboutBook(book, language, mark)}
<nav aria-label="${sayPublic('rules-contents')}"><ul>
<li><a href="#geschiedenis">${say('history')}</a></li>
${former ? html`<li><a href="#anders">${withDutch(say('changed', { title: former.title }), [former.title], language)}</a></li>` : ''}
<li><a href="#tekst">${say('text')}</a></li><li><a href="#bestand">${say('source')}</a></li></ul></nav>
<h2 class="utrecht-heading-2" id="geschiedenis">${say('history')}</h2>
${historyPart(version, speaking)}
${
  latest
    ? html`<h2 class="utrecht-heading-2">${say('why')}</h2><p${language === 'nl' ? '' : html` lang="nl"`}>${latest.explanation}</p>
<h2 class="utrecht-heading-2">${say('advices')}</h2>${advicesPart(latest, speaking)}
<h2 class="utrecht-heading-2">${say('findings')}</h2>${findingsPart(latest.findings, version, speaking)}`
    : ''
}
${former && comparison ? html`<h2 class="utrecht-heading-2" id="anders">${withDutch(say('changed', { title: former.title }), [former.title], language)}</h2><p class="small"><a href="/regels/${former.address}">${inDutch(former.title, language)}</a></p>${diffPart(comparison, uppers, speaking)}` : ''}
<h2 class="utrecht-heading-2" id="tekst">${say('text')}</h2>
${book.articles.map((article) => articlePart(article, article.rules, narrator, mark))}
<h2 class="utrecht-heading-2" id="bestand">${say('source')}</h2><p>${say('source-lead')}</p>
<p class="small">${say('hash')}: <span class="hash">${hash}</span></p>
<details><summary>${say('source')}</summary><pre class="note" tabindex="0"${language === 'nl' ? '' : html` lang="nl"`}>${text}</pre></details>`
  return showPage(context, setting, { title: book.title, body })
}

function stateText({ state, releases }: Version, { say, language }: Speaking): string {
  const from = releases[0]?.decidesFrom
  return say(`state-${state}`, { from: from ? formatMoment(from, language) : '' })
}

// The oldest first, as a story.
function historyPart({ proposals, releases }: Version, { say, language }: Speaking): Html {
  type Did = { readonly at: Date; readonly text: Html | string; readonly more?: Html }
  const moment = (at: Date) => formatMoment(at, language)
  const steps: Did[] = [
    ...proposals.flatMap((proposal): Did[] => [
      {
        at: proposal.proposedAt,
        text: say('did-proposed', { who: roleInWords(proposal, language) }),
      },
      ...proposal.advices.map((each) => ({
        at: each.at,
        text: say('did-advised', {
          who: roleInWords(each, language),
          verdict: say(`verdict-${each.verdict}`),
        }),
      })),
      ...proposal.adoptions.map((each) => ({
        at: each.at,
        text: withDutch(
          say('did-adopted', {
            ...{ municipality: capital(each.municipality), on: each.decidedOn },
            ...{ title: each.title, number: each.number },
          }),
          [each.title],
          language,
        ),
        more: html`<br><span class="small soft">${say('document')}: <span class="hash">${each.document}</span></span>`,
      })),
      ...(proposal.withdrawnAt ? [{ at: proposal.withdrawnAt, text: say('did-withdrawn') }] : []),
    ]),
    ...releases.flatMap(({ at, decidesFrom, proposal, until }): Did[] => [
      {
        at,
        text: say(proposal === undefined ? 'did-brought-in' : 'did-released', {
          from: moment(decidesFrom),
        }),
      },
      ...(until ? [{ at: until, text: say('did-ended') }] : []),
    ]),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return html`<ol>${steps.map(({ at, text, more }) => html`<li><span class="soft">${moment(at)}</span><br>${text}.${more ?? ''}</li>`)}</ol>
${proposals.length === 0 ? html`<p class="small soft">${say('example-history')}</p>` : ''}`
}

/** What the check against the law found, the gravest first, with where it stands. */
export function findingsPart(
  findings: readonly Finding[],
  { locate, book }: Pick<Version, 'locate' | 'book'>,
  { say, language }: Speaking,
): Html {
  const mark = dutchOf([book], language)
  if (findings.length === 0) return html`<p>${say('findings-none')}</p>`
  const severities = ['breach', 'warning', 'notice'] as const
  const sorted = severities.flatMap((each) => findings.filter(({ severity }) => severity === each))
  return html`<p>${say('findings-lead')}</p><ul class="plain">${sorted.map((finding) => {
    const { found, law, change } = sayFinding(finding, language)
    const { line } = locate(finding.path)
    return html`<li class="panel${finding.severity === 'breach' ? ' panel--bad' : ''}"><p><strong>${say(`severity-${finding.severity}`)}:</strong> ${mark(found)}</p>
<p class="small">${law === undefined ? '' : html`${say('finding-law')}: ${law}<br>`}${say('finding-change')}: ${mark(change)}<br><span class="soft">${say('line', { line })}</span></p></li>`
  })}</ul>`
}

function diffPart(
  comparison: BookComparison,
  others: readonly RuleBook[],
  { say, language }: Speaking,
  header: 'with-header' | 'without' = 'with-header',
): Html {
  const sections = diffSections(comparison, { language, others }, header)
  const mark = dutchOf([comparison.before, comparison.after, ...others], language)
  if (sections.length === 0) return html`<p>${say('changed-same')}</p>`
  return html`${sections.map(
    ({
      heading,
      points,
    }) => html`<section class="article"><h3 class="utrecht-heading-3">${mark(heading)}</h3>
<ul class="spaced">${points.map((point) => html`<li>${showProse(typeof point === 'string' || 'lead' in point ? [point] : point, mark)}</li>`)}</ul></section>`,
  )}`
}

async function differencesPage(context: PageContext, setting: WebSetting) {
  const speaking = speakingIn(context)
  const { say } = speaking
  const { common, municipalities, landlords } = await differences(setting)
  const released = await releasedBooks(setting)
  const coming = [
    ...released
      .filter(({ isToCome }) => isToCome)
      .map((each) => ({ address: versionAddress(each), title: each.book.title })),
    ...(await proposedRules(setting)),
  ]
  const title = say('differences')
  const part = ({ id, own }: Own) =>
    html`<section id="${id}"><h3 class="utrecht-heading-3">${capital(id)}</h3>${own.map(
      ({
        address,
        comparison,
      }) => html`<details open><summary>${dutchOf([comparison.after], speaking.language)(comparison.after.title)}</summary>
<p class="small"><a href="/regels/${address}">${say('read-version')}</a></p>${diffPart(comparison, [comparison.before], speaking, 'without')}</details>`,
    )}</section>`
  const body = html`${backLink('/regels', speak(publicTexts, speaking.language)('rules-title'))}<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${say('differences-lead')}</p>${dutchCounts(speaking.language)}
<h2 class="utrecht-heading-2">${say('differences-common')}</h2>
<ul>${common.map((each) => html`<li><a href="/regels/${each.address}"${speaking.language === 'nl' ? '' : html` lang="nl"`}>${each.title}</a></li>`)}</ul>
${coming.length === 0 ? '' : html`<p>${say('differences-coming')}</p><ul>${coming.map((each) => html`<li><a href="/regels/${each.address}"${speaking.language === 'nl' ? '' : html` lang="nl"`}>${each.title}</a></li>`)}</ul>`}
<h2 class="utrecht-heading-2">${say('differences-municipalities')}</h2>${grouped(municipalities, part, speaking)}
<h2 class="utrecht-heading-2">${say('differences-landlords')}</h2>
${landlords.length === 0 ? html`<p>${say('differences-no-landlords')}</p>` : grouped(landlords, part, speaking)}
<p class="small soft">${say('differences-unknown')}</p>`
  return showPage(context, setting, { title, body })
}

type Own = { readonly id: string; readonly own: OwnRules['books'] }

// Who has rules of their own comes first, and the others are named together.
function grouped(all: readonly Own[], part: (own: Own) => Html, { say, language }: Speaking): Html {
  const without = all.filter(({ own }) => own.length === 0).map(({ id }) => capital(id))
  const who = formatList(without, language)
  return html`${all.filter(({ own }) => own.length > 0).map(part)}
${without.length === 0 ? '' : html`<p>${say('differences-none', { who })}</p>`}`
}

type BookShown = {
  readonly rules: Resolved
  readonly on: CalendarDate
  readonly language: Language
  readonly mark: Mark
  /** Articles folded, and without why a rule is there. */
  readonly isShort: boolean
}

function bookPart(book: RuleBook, { rules, on, language, mark, isShort }: BookShown): Html {
  const known = narratorOf(rules.books, { language })
  const narrator: Narrator = {
    ...{ ...known, on },
    rule: (id) => rules.byId.get(id)?.rule ?? known.rule(id),
  }
  const ofArticle = (article: Article) =>
    rules.rules.flatMap((standing) => (standing.article === article ? [standing.rule] : []))
  return html`<section class="measure"><h2 class="utrecht-heading-2">${mark(book.title)}</h2>${aboutBook(book, language, mark)}
${book.articles.map((article) => (isShort ? foldedArticle : articlePart)(article, ofArticle(article), narrator, mark))}</section>`
}

function aboutBook(book: RuleBook, language: Language, mark: Mark): Html {
  const keys = ['authority', 'gap', 'invented'] as const
  return html`${keys.map((key) => {
    const sentence = headerSentence(book, key, language)
    return sentence === undefined ? '' : html`<p class="small soft">${mark(sentence)}</p>`
  })}`
}

function articlePart(
  article: Article,
  rules: readonly Rule[],
  narrator: Narrator,
  mark: Mark,
): Html {
  const { language } = narrator
  const say = speak(publicTexts, language)
  const [text, ...more] = articleSentences(article, language)
  return html`<article class="article"><h3 class="utrecht-heading-3">${articleHeading(article, language)}</h3>
<p>${mark(text ?? '')}</p>${more.map((each) => html`<p class="small soft">${mark(each)}</p>`)}
${rules.map((rule) => {
  const why = headSentences(rule, narrator)
  return html`<div class="rule"><h4>${markedTitle(rule, narrator)}</h4>${showProse(plainSentences(rule, narrator), mark)}
${why.length === 0 ? '' : html`<details><summary>${say('rules-why')}</summary>${showProse(why, mark)}</details>`}</div>`
})}</article>`
}

function foldedArticle(
  article: Article,
  rules: readonly Rule[],
  narrator: Narrator,
  mark: Mark,
): Html {
  const { language } = narrator
  const [text] = articleSentences(article, language)
  return html`<details class="article"><summary><h3 class="utrecht-heading-3">${articleHeading(article, language)}</h3> <span class="soft">${rules.map((rule, at) => html`${at === 0 ? '' : ' · '}${markedTitle(rule, narrator)}`)}</span></summary>
<p>${mark(text ?? '')}</p>
${rules.map((rule) => html`<div class="rule"><h4>${markedTitle(rule, narrator)}</h4>${showProse(plainSentences(rule, narrator), mark)}</div>`)}</details>`
}

// The name of a rule may be one word, and then it is known to be Dutch by standing here.
function markedTitle(rule: Rule, narrator: Narrator): Html | string {
  const title = ruleTitle(rule, narrator)
  const isDutch = narrator.language !== 'nl' && rule.label !== undefined
  return isDutch ? html`<span lang="nl">${title}</span>` : title
}
