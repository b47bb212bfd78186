/** Pages for everybody: the front page, help, whether a message is ours, and which rent fits an income. */
import { html } from 'hono/html'
import { centsIn } from '../operations/amount-typed.ts'
import { findHomes } from '../operations/find-homes.ts'
import { dayOf } from '../operations/operation.ts'
import { rulesInForce } from '../operations/read-rules.ts'
import { reckonRent } from '../operations/reckon-rent.ts'
import { viewScarcity } from '../operations/view-chances.ts'
import { isOurs } from '../operations/view-own-file.ts'
import { formatAmount, formatList, type Say, speak } from '../words/language.ts'
import { messageCodes, messageSubject } from '../words/messages.ts'
import { bookName } from '../words/phrases.ts'
import { narratorOf } from '../words/print-rules.ts'
import { publicTexts } from '../words/public-pages.ts'
import { faultTexts } from '../words/register.ts'
import type { AddPages } from './app.ts'
import { choiceField, type Fault, faultSummary, longField, textField } from './form.ts'
import { termsTable } from './manage.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { whose } from './whose.ts'

export const publicPages: AddPages = (app, setting) => {
  app.get('/', (context) => frontPage(context, setting))
  app.get('/hulp', (context) => helpPage(context, setting))
  app.get('/is-dit-bericht-van-ons', (context) => oursPage(context, setting))
  app.post('/is-dit-bericht-van-ons', async (context) =>
    oursPage(context, setting, (await submitted(context)).kenmerk ?? ''),
  )
  app.get('/passende-huur', (context) => rentPage(context, setting))
}

async function frontPage(context: PageContext, setting: WebSetting) {
  const say = speak(publicTexts, context.get('visitor').language)
  const [homes, scarcity] = await Promise.all([findHomes(setting, {}), viewScarcity(setting)])
  const count = homes.length
  const title = say('front-title', { region: setting.regionName })
  const card = (name: string, more: string, path: string, link: string, kind = '') =>
    html`<li class="card"><h2>${name}</h2><p>${more}</p><p class="actions"><a class="utrecht-button${kind}" href="${path}">${link}</a></p></li>`
  const second = ' utrecht-button--secondary-action'
  const own = whose(context)
    ? card(say('front-mine'), say('front-mine-more'), '/mijn', say('front-mine-link'), second)
    : card(
        say('front-register'),
        say('front-register-more'),
        '/inschrijven',
        say('front-register-link'),
        second,
      )
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('front-lead')}</p>
<ul class="cards cards--two">${card(say('front-find'), say('front-find-count', { count }), '/woningen', say('front-see'))}${own}</ul>
<section class="measure"><h2 class="utrecht-heading-2">${say('front-how')}</h2>
<ol class="spaced"><li>${say('front-how-1')}</li><li>${say('front-how-2')}</li><li>${say('front-how-3')}</li><li>${say('front-how-4')}</li></ol>
<p><a href="/regels">${say('front-rules')}</a> · <a href="/controle">${say('front-verify')}</a> · <a href="/passende-huur">${say('front-rent')}</a></p>
<h2 class="utrecht-heading-2">${say('front-unknown')}</h2>${scarcity === undefined ? '' : html`<p>${say('front-scarce', scarcity)} <a href="/kansen">${say('front-chances')}</a></p>`}<p>${say('front-unknown-more')}</p></section>`
  return showPage(context, setting, { title, body })
}

const helpParts = [
  ['contact', 'contact'],
  ['helper', 'helper'],
  ['klacht', 'complaint'],
  ['besluit', 'decision'],
  ['bezwaar', 'objection'],
  ['privacy', 'privacy'],
  ['toegankelijkheid', 'access'],
  ['taal', 'language'],
  ['storing', 'fault'],
] as const

/** Where each part goes on: what it names can be opened from there. */
const helpWays = [
  ['contact', '/inschrijven/papier', 'help-way-paper'],
  ['helper', '/mijn/machtigingen', 'help-way-mandates'],
  ['complaint', '/mijn/beslissingen', 'help-way-decisions'],
  ['decision', '/mijn/gegevens', 'help-way-data'],
  ['objection', '/mijn/beslissingen', 'help-way-decisions'],
  ['privacy', '/mijn/inzage', 'help-way-log'],
] as const

async function helpPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  // Who helps somebody has mandates of others, and gives none in their place.
  const isHelper = whose(context)?.isHelper === true
  const title = say('help-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('help-lead')}</p>
<nav aria-label="${title}"><ul>${helpParts.map(([id, key]) => html`<li><a href="#${id}">${say(`help-${key}`)}</a></li>`)}</ul></nav>
<div class="measure">${helpParts.map(([id, key]) => html`<h2 class="utrecht-heading-2" id="${id}">${say(`help-${key}`)}</h2><p>${say(`help-${key}-more`)}</p>${helpWays.filter(([part]) => part === key).map(([, path, way]) => html`<p><a href="${isHelper && key === 'helper' ? '/mijn/namens' : path}">${say(way)}</a></p>`)}${key === 'privacy' ? termsTable(language) : ''}`)}</div>`
  return showPage(context, setting, { title, body })
}

/** Only by the number: whether somebody else got a message is nobody's business. What is pasted is kept nowhere. */
async function oursPage(context: PageContext, setting: WebSetting, pasted?: string) {
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(publicTexts, language)
  const asked = pasted ?? context.req.query('kenmerk')
  const isBlank = asked !== undefined && asked.trim() === ''
  const faults: Fault[] = isBlank ? [{ field: 'kenmerk', text: say('ours-missing') }] : []
  const reference = asked === undefined || isBlank ? undefined : referenceIn(asked)
  const found = reference === undefined ? undefined : await isOurs(setting, reference)
  const code = messageCodes.find((each) => each === found?.code)
  const panel = (isGood: boolean, name: string, more: string) =>
    html`<section class="panel panel--${isGood ? 'good' : 'bad'}" role="status"><h2 class="utrecht-heading-3"><span aria-hidden="true">${isGood ? '✓' : '✕'}</span> ${name}</h2><p>${more}</p>${isGood ? html`<p>${say('ours-yes-still')}</p>` : whatNow(say)}</section>`
  const answer =
    asked === undefined || isBlank
      ? ''
      : found
        ? panel(
            true,
            say('ours-yes'),
            say('ours-yes-more', {
              on: found.on,
              subject: code ? messageSubject(code, language) : '-',
            }),
          )
        : reference === undefined
          ? panel(false, say('ours-none'), say('ours-none-more'))
          : panel(false, say('ours-no'), say('ours-no-more'))
  const title = say('ours-title')
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('ours-lead')}</p>${answer}
<form method="post" novalidate>${formFields(visitor)}${longField({ ...{ name: 'kenmerk', label: say('ours-field'), hint: say('ours-hint') }, value: asked, faults })}
<p class="actions"><button class="utrecht-button">${say('ours-button')}</button></p></form>
<h2 class="utrecht-heading-2">${say('ours-never')}</h2>
<ul><li>${say('ours-never-money')}</li><li>${say('ours-never-password')}</li><li>${say('ours-never-copy')}</li></ul>`
  return showPage(context, setting, { title, body, status: isBlank ? 422 : 200 })
}

function whatNow(say: Say<keyof (typeof publicTexts)['nl']>): Html {
  return html`<ul><li>${say('ours-do-nothing')}</li><li>${say('ours-do-look')} <a href="/mijn/berichten">${say('ours-do-look-link')}</a></li><li>${say('ours-do-tell')} <a href="/hulp#contact">${say('ours-do-tell-link')}</a></li></ul>`
}

const wholeReference = /(?<![0-9a-f])[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9a-f-])/i
const bareReference = /^[0-9a-f]{12}$/i

/** The reference in what somebody pasted: all of a message, or only its number. */
function referenceIn(pasted: string): string | undefined {
  const bare = pasted.replaceAll(/[\s.-]/g, '')
  return wholeReference.exec(pasted)?.[0] ?? (bareReference.test(bare) ? bare : undefined)
}

const personsMax = 20

async function rentPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  const fault = speak(faultTexts, language)
  const ask = (name: string) => context.req.query(name)?.trim()
  const [size, income, aow] = [ask('personen'), ask('inkomen'), ask('aow')]
  const isAsked = size !== undefined || income !== undefined
  const cents = centsIn(income ?? '')
  const persons = Number(size)
  const isCount = Number.isInteger(persons) && persons >= 1 && persons <= personsMax
  const faults: Fault[] = !isAsked
    ? []
    : [
        ...(isCount ? [] : [{ field: 'personen', text: fault('size-odd') }]),
        ...(cents !== undefined
          ? []
          : [{ field: 'inkomen', text: fault(income ? 'income-odd' : 'income-missing') }]),
      ]
  const answer =
    isAsked && faults.length === 0 && cents !== undefined
      ? rentAnswer(context, setting, { size: persons, incomeCents: cents, aowAge: aow === 'ja' })
      : ''
  const title = say('rent-title')
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${answer === '' ? html`<p class="lead">${say('rent-lead')}</p>` : answer}
<form method="get" novalidate>
${textField({ ...{ name: 'personen', label: say('rent-size'), kind: 'numeric' }, value: size, faults, width: 'narrow' })}
${textField({ ...{ name: 'inkomen', label: say('rent-income'), kind: 'decimal', before: '€' }, value: income, faults, width: 'narrow' })}
${choiceField({
  ...{ name: 'aow', label: say('rent-aow'), value: aow ?? 'nee' },
  choices: [
    { value: 'nee', label: say('rent-aow-no') },
    { value: 'ja', label: say('rent-aow-yes') },
  ],
})}
<p class="actions"><button class="utrecht-button">${say('rent-button')}</button></p></form>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

async function rentAnswer(
  context: PageContext,
  setting: WebSetting,
  household: { readonly size: number; readonly incomeCents: number; readonly aowAge: boolean },
): Promise<Html> {
  const { language } = context.get('visitor')
  const say = speak(publicTexts, language)
  const today = dayOf(setting.now())
  const { books } = await rulesInForce(setting, {}, today)
  const found = await reckonRent(setting, household)
  if ('missing' in found) {
    const speaker = narratorOf(books, { language })
    const missing = formatList(
      found.missing.map((each) => bookName(each, speaker)),
      language,
    )
    return html`<div class="panel"><p>${say('rent-missing', { missing })}</p></div>`
  }
  const { limits, hasCap, isInTargetGroup } = found
  const amounts = {
    cap: limits.rentCapCents,
    fit: limits.fitIncomeCents,
    target: limits.targetIncomeCents,
    limit: limits.socialRentCents,
  }
  const kind = hasCap ? 'cap' : isInTargetGroup ? 'free' : 'above'
  const upTo = hasCap ? amounts.cap : amounts.limit
  const rows = [
    [say('rent-fit-limit'), amounts.fit],
    [say('rent-cap'), amounts.cap],
    [say('rent-target'), amounts.target],
    [say('rent-social'), amounts.limit],
  ] as const
  const titles = books.filter(({ authority }) => authority.level === 'national')
  return html`<section class="panel panel--good" role="status"><h2 class="utrecht-heading-3">${say(`rent-answer-${kind}`, amounts)}</h2>
<p>${say(`rent-answer-${kind}-more`, amounts)}</p>
<p><a href="/woningen?huur=${Math.floor(upTo / 100)}">${say('rent-see')}</a></p></section>
<h2 class="utrecht-heading-2">${say('rent-figures')}</h2>
<dl class="facts">${rows.map(([name, cents]) => html`<dt>${name}</dt><dd>${formatAmount(cents, language)}</dd>`)}</dl>
<p class="small soft">${say('rent-source', {
    books: formatList(
      titles.map(({ title }) => title),
      language,
    ),
    on: today,
  })}</p>
<p class="small soft">${say('rent-unknown')}</p>`
}
