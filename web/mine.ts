/** My page (mijn zaken): what is next, the registration with all that can be done with it, messages, decisions. */
import { html } from 'hono/html'
import { type CalendarDate, monthsBetween } from '../core/basics/calendar-date.ts'
import type { Action } from '../operations/access-table.ts'
import { carryOut, dayOf, isRefusal, mayDo } from '../operations/operation.ts'
import { deregister, pause, renew, resume } from '../operations/renew.ts'
import { undoDeregistration } from '../operations/undo-deregistration.ts'
import {
  latelyClosed,
  type MessageWithHome,
  type OwnFile,
  type RegistrationState,
  type ResponseWithHome,
  readMessages,
  referenceOf,
  viewOwnFile,
} from '../operations/view-own-file.ts'
import { formatMoment, formatWeekday, type Say, speak } from '../words/language.ts'
import { handsInWords } from '../words/mandates.ts'
import { messageBody, messageCodes, messageSubject } from '../words/messages.ts'
import { mineTexts } from '../words/mine.ts'
import { refusalText } from '../words/refusals.ts'
import { type AddPages, notFound } from './app.ts'
import { choiceField, faultSummary, problemPanel } from './form.ts'
import { type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf, toLogin, type Whose, whose } from './whose.ts'
import { workAddress } from './work-ways.ts'

export type MineSay = Say<keyof (typeof mineTexts)['nl']>

export const minePages: AddPages = (app, setting) => {
  app.get('/mijn', (context) => overviewPage(context, setting))
  app.get('/mijn/inschrijving', (context) => registrationPage(context, setting))
  for (const act of Object.keys(acts)) {
    app.post(`/mijn/inschrijving/${act}`, (context) => change(context, setting, act))
  }
  app.get('/mijn/inschrijving/uitschrijven', (context) => leavePage(context, setting))
  app.get('/mijn/inschrijving/gedaan', (context) => actedPage(context, setting))
  app.get('/mijn/berichten', (context) => messagesPage(context, setting))
}

/** Whose page this is; else the way to the login, or to registering. */
export function personOr(context: PageContext): Whose | Response {
  const found = whose(context)
  if (found) return found
  const { actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  return context.redirect(actor.mandates.length > 0 ? '/mijn/namens' : '/inschrijven', 303)
}

async function overviewPage(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const say = speak(mineTexts, language)
  const person = whose(context)
  if (!person) {
    if (actor.mandates.length > 0) return context.redirect('/mijn/namens', 303)
    const title = say('no-file-title')
    const work = workAddress(actor)
    const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('no-file')}</p>
${work === undefined ? '' : html`<p>${say('you-work')}</p><p class="actions"><a class="utrecht-button" href="${work}">${say('to-work')}</a></p>`}
<p class="actions"><a class="utrecht-button${work === undefined ? '' : ' utrecht-button--secondary-action'}" href="/inschrijven">${say('again')}</a></p>`
    return showPage(context, setting, { title, body })
  }
  const own = await viewOwnFile(setting, actor, person.person)
  if (isRefusal(own)) return notFound(context, setting)
  const { name } = own.file
  const title = person.isHelper
    ? say('title-helper', { name })
    : say('title', { name: name.split(' ')[0] ?? name })
  const { since } = own.registration
  const may = (action: Action) => mayDo(actor, action, { person: person.person })
  const next = nextSteps(own, dayOf(setting.now()), may('give-document'), say)
  const helps = actor.mandates.length > 0
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${since === undefined || own.registration.state === 'ended' ? '' : html`<p class="lead">${say('registered-since', { since })}</p>`}
${next.length === 0 ? html`<p>${say('next-nothing')}</p>` : html`<ul class="next">${next}</ul>`}
<p><a href="/woningen?past=ja">${say('next-look')}</a></p>
<h2 class="utrecht-heading-2">${say('pages')}</h2>
<ul class="cards">${pages.filter(([, , action]) => may(action)).map(([path, key]) => pageCard(path, say(key), say(`${key}-more`)))}${helps ? pageCard('/mijn/namens', say('page-helper'), say('page-helper-more')) : ''}</ul>`
  return showPage(context, setting, { title, body })
}

/** Each with what whoever sees it must be allowed to. */
const pages = [
  ['/mijn/reacties', 'page-responses', 'read-file'],
  ['/mijn/inschrijving', 'page-registration', 'read-file'],
  ['/mijn/berichten', 'page-messages', 'read-file'],
  ['/mijn/beslissingen', 'page-decisions', 'read-file'],
  ['/mijn/gegevens', 'page-data', 'read-file'],
  ['/mijn/wensen', 'page-wishes', 'read-file'],
  ['/mijn/kans', 'page-chance', 'read-file'],
  ['/mijn/documenten', 'page-documents', 'read-document'],
  ['/mijn/machtigingen', 'page-mandates', 'give-mandate'],
  ['/mijn/inzage', 'page-log', 'read-own-log'],
] as const

function pageCard(path: string, name: string, more: string): Html {
  return html`<li class="card"><h3><a href="${path}">${name}</a></h3><p class="soft">${more}</p></li>`
}

const soonDays = 60

function nextSteps(
  { registration, responses, unread, leaving }: OwnFile,
  today: CalendarDate,
  mayGivePapers: boolean,
  say: MineSay,
) {
  const { state, lastDay, can, restorableUntil, awaitsDecision } = registration
  const item = (path: string, name: string, more: string) =>
    html`<li class="panel"><a href="${path}"><strong>${name}</strong></a><br>${more}</li>`
  const home = ({ home: found, listing }: ResponseWithHome) => found?.address ?? String(listing)
  const wasLately = ({ closesOn }: ResponseWithHome) =>
    closesOn !== null && today - closesOn <= soonDays
  return [
    ...responses.flatMap((each) =>
      each.offer !== null && each.offerState === 'open'
        ? [
            item(
              `/mijn/aanbod/${each.offer}`,
              say('next-offer', { home: home(each) }),
              say('next-offer-more'),
            ),
          ]
        : [],
    ),
    ...responses.flatMap((each) =>
      each.offer !== null && each.offerState === 'let' && wasLately(each)
        ? [
            item(
              `/mijn/aanbod/${each.offer}`,
              say('next-home', { home: home(each) }),
              say('next-home-more'),
            ),
          ]
        : [],
    ),
    ...responses.flatMap((each) =>
      each.offerState === 'accepted' && mayGivePapers
        ? [
            item(
              '/mijn/documenten',
              say('next-papers', { home: home(each) }),
              say('next-papers-more'),
            ),
          ]
        : [],
    ),
    ...(leaving
      ? [
          item(
            '/mijn/inschrijving',
            say('next-left'),
            say('next-left-more', { until: leaving.until }),
          ),
        ]
      : []),
    ...(can.restore && restorableUntil !== undefined
      ? [
          item(
            '/mijn/inschrijving',
            say('next-restore'),
            say(awaitsDecision ? 'grace-after' : 'next-restore-more', { until: restorableUntil }),
          ),
        ]
      : []),
    ...(state === 'active' && can.renew && lastDay !== undefined && lastDay - today <= soonDays
      ? [item('/mijn/inschrijving', say('next-renew', { until: lastDay }), say('next-renew-more'))]
      : []),
    ...responses.flatMap((each) => {
      if (each.offerState === 'let') return []
      const isNew = each.closesOn !== null && today - each.closesOn <= latelyClosed
      if (!isNew || (each.place === null && each.code === null)) return []
      const more =
        each.place === null
          ? say('next-result-not')
          : isPassed(each.offerState)
            ? say(`response-offer-${each.offerState}`)
            : say(each.state === 'let' ? 'next-result-let' : 'next-result-placed', {
                place: each.place,
                placed: each.placed ?? each.place,
              })
      return [
        item(`/mijn/reacties/${each.listing}`, say('next-result', { home: home(each) }), more),
      ]
    }),
    ...(unread > 0
      ? [
          item(
            '/mijn/berichten',
            say('next-messages', { count: unread }),
            say('next-messages-more'),
          ),
        ]
      : []),
  ]
}

/** Whose turn came and went says more than their place. */
function isPassed(
  state: ResponseWithHome['offerState'],
): state is 'refused' | 'expired' | 'skipped' {
  return state === 'refused' || state === 'expired' || state === 'skipped'
}

async function registrationPage(context: PageContext, setting: WebSetting, problem?: string) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mineTexts, language)
  const { registration } = own
  const { since, state, lastDay, restorableUntil, can, ended } = registration
  const { leaving } = own
  const may = mayDo(found.actor, 'renew', { person: found.person })
  const today = dayOf(setting.now())
  const title =
    since === undefined
      ? say('registration-title-none')
      : state === 'ended'
        ? say('registration-title-ended')
        : say('registration-title', { since })
  const button = (act: string, name: string, lead: string, kind = '') =>
    html`<form method="post" action="/mijn/inschrijving/${act}">${formFields(visitor)}<p>${lead}</p><p class="actions"><button class="utrecht-button${kind}">${name}</button></p></form>`
  const second = ' utrecht-button--secondary-action'
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
${since === undefined || state === 'ended' ? '' : html`<p class="lead">${say('registration-is', { length: lengthSince(since, today, say) })}</p>`}
${registrationLine(registration, today, say)}${may ? '' : html`<p>${say('renew-not-yours')}</p>`}
<section class="panel${state === 'active' ? ' panel--good' : ''}"><p><strong>${
    state === 'ended' && ended
      ? say('state-ended', { on: ended.on })
      : state === 'active'
        ? html`<span aria-hidden="true">✓</span> ${say('state-active')}`
        : say(state === 'suspended' ? 'state-suspended' : 'registration-title-none')
  }</strong>. ${state === 'active' && lastDay !== undefined ? say('runs-until', { until: lastDay }) : ''}</p>
${restorableUntil === undefined ? '' : html`<p>${say(registration.awaitsDecision ? 'grace-after' : state === 'ended' ? 'grace-now' : 'grace', { until: restorableUntil })}</p>`}</section>
${leaving && !found.isHelper ? button('ongedaan', say('leave-undo'), say('leave-undo-lead', { until: leaving.until })) : ''}
${may && can.renew ? button('verlengen', say('renew'), say('renew-lead')) : ''}
${may && can.restore ? button('verlengen', say('restore'), say('restore-lead')) : ''}
${may && can.resume ? button('hervatten', say('resume'), '') : ''}
${may && can.pause ? button('stilzetten', say('pause'), say('pause-lead'), second) : ''}
${can.registerAgain ? html`<p class="actions"><a class="utrecht-button${leaving ? second : ''}" href="/inschrijven">${say('again')}</a></p>` : ''}
${
  registration.lines.length === 0
    ? ''
    : html`<h2 class="utrecht-heading-2">${say('lines')}</h2><ul>${registration.lines.map(({ on, code }) => html`<li>${formatWeekday(on, language)}: ${lineName(code, say)}</li>`)}</ul>`
}
${can.pause || can.resume || state !== 'active' ? '' : html`<p class="small soft">${say('no-pause')}</p>`}
<p class="small"><a href="/mijn/samenvoegen">${say('merge-link')}</a></p>
${can.leave && !found.isHelper ? html`<p class="small"><a href="/mijn/inschrijving/uitschrijven">${say('leave')}</a></p>` : ''}`
  return showPage(context, setting, { title, body, status: problem === undefined ? 200 : 409 })
}

function lineName(code: string, say: MineSay): string {
  const known = lineCodes.find((each) => each === code)
  return say(`line-${known ?? 'other'}`)
}

const lineCodes = [
  'begun',
  'renewed',
  'restored',
  'merged',
  'paused',
  'resumed',
  'term-over',
  'deregistered',
  'housed',
] as const

function lengthSince(since: CalendarDate, today: CalendarDate, say: MineSay): string {
  const all = monthsBetween(since, today)
  const years = Math.floor(all / 12)
  const months = all % 12
  if (all === 0) return say('registration-length-short')
  return say('registration-length', { years, months, both: years > 0 && months > 0 ? 'yes' : 'no' })
}

/** A green line from the first day until today, and on to the day until which it is valid. */
function registrationLine(
  { since, lastDay, state }: RegistrationState,
  today: CalendarDate,
  say: MineSay,
): Html | '' {
  if (since === undefined || lastDay === undefined || state === 'ended') return ''
  const width = 600
  const from = since
  const span = Math.max(1, lastDay - from)
  const now = Math.round((width * (today - from)) / span)
  const label = say('line-summary', { since, until: lastDay })
  return html`<figure class="line"><svg viewBox="0 0 ${width + 20} 54" role="img" aria-label="${label}">
<rect class="line-rest" x="10" y="12" width="${width}" height="8" rx="4"/>
<rect class="line-done" x="10" y="10" width="${Math.max(8, now)}" height="12" rx="6"/>
<circle class="line-now" cx="${10 + now}" cy="16" r="9"/>
<text class="line-word" x="${Math.min(width - 20, Math.max(10, 10 + now))}" y="44" text-anchor="${now < 40 ? 'start' : now > width - 60 ? 'end' : 'middle'}">${say('line-today')}</text></svg></figure>`
}

const acts = {
  ...{ verlengen: renew, stilzetten: pause, hervatten: resume },
  ...{ uitschrijven: deregister, ongedaan: undoDeregistration },
}

async function change(context: PageContext, setting: WebSetting, act: string) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const [, operation] = Object.entries(acts).find(([name]) => name === act) ?? []
  if (!operation) return notFound(context, setting)
  const { key, zeker } = await submitted(context)
  if (act === 'uitschrijven' && zeker !== 'ja') return leavePage(context, setting, 'unsure')
  const { actor, person } = found
  const outcome = await carryOut(setting, actor, operation, { person }, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return registrationPage(context, setting, refusalText(outcome, language))
  }
  return context.redirect(`/mijn/inschrijving/gedaan?wat=${act}&bewijs=${outcome.event}`, 303)
}

async function leavePage(context: PageContext, setting: WebSetting, isUnsure?: 'unsure') {
  const found = personOr(context)
  if (found instanceof Response) return found
  if (found.isHelper) return notFound(context, setting)
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const { can, lastDay, restorableUntil, leavingKeepsTime } = own.registration
  if (!can.leave) return context.redirect('/mijn/inschrijving', 303)
  const visitor = context.get('visitor')
  const say = speak(mineTexts, visitor.language)
  const title = say('leave-title')
  const faults = isUnsure ? [{ field: 'zeker', text: say('leave-sure-missing') }] : []
  const body = html`${faultSummary(faults, visitor.language)}
<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${say(leavingKeepsTime ? 'leave-kept' : 'leave-lost')}</p>
${lastDay === undefined || restorableUntil === undefined ? '' : html`<p>${say('leave-instead', { until: lastDay, grace: restorableUntil })}</p>`}
<form method="post">${formFields(visitor)}
${choiceField({ ...{ name: 'zeker', label: '', many: true, faults }, choices: [{ value: 'ja', label: say('leave-sure') }] })}
<p class="actions"><a class="utrecht-button" href="/mijn/inschrijving">${say('leave-back')}</a> <button class="utrecht-button utrecht-button--secondary-action">${say('leave-button')}</button></p></form>`
  return showPage(context, setting, { title, body, status: isUnsure ? 422 : 200 })
}

async function actedPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const what = context.req.query('wat')
  const title = say(
    what === 'verlengen'
      ? 'renew-done'
      : what === 'uitschrijven'
        ? 'leave-done'
        : what === 'ongedaan'
          ? 'leave-undone'
          : 'acted',
  )
  const { lastDay, state } = own.registration
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${state === 'active' && lastDay !== undefined ? html`<p class="lead">${say('runs-until', { until: lastDay })}</p>` : ''}
${own.leaving ? html`<p>${say('leave-undo-lead', { until: own.leaving.until })}</p>` : ''}
${await showReceipt(setting, Number(context.req.query('bewijs') ?? Number.NaN), language)}
<p><a href="/mijn/inschrijving">${say('back')}</a></p>`
  return showPage(context, setting, { title, body })
}

async function messagesPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const read = await readMessages(setting, found.actor, found.person, pageAsked(context))
  if (isRefusal(read)) return notFound(context, setting)
  const { messages } = read
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const title = say('messages-title', { count: messages.length })
  const shown = messages.flatMap((message) => {
    const code = messageCodes.find((each) => each === message.code)
    if (!code) return []
    const { home, facts, at, readAt, hands } = message
    return html`<li class="message"><h2 class="utrecht-heading-3">${messageSubject(code, language)}${readAt ? '' : html` <span class="mark">${say('messages-new')}</span>`}</h2>
<p class="small soft">${formatMoment(at, language)} · ${say('messages-reference', { reference: referenceOf(message) })}</p>
<p>${messageBody(code, facts, home?.address, language)} ${hands === undefined ? '' : html`${handsInWords(hands, language)} `}<a href="${destination(message)}">${say('messages-see')}</a></p></li>`
  })
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1><p>${say('messages-lead')} <a href="/mijn/berichten/instellen">${say('messages-contact')}</a></p><ul class="plain">${shown}</ul>
${pageLinks(context, read)}`
  return showPage(context, setting, { title: titleOfPage(title, read, context), body })
}

/** Where a message leads: to the offer or response it is about, or to the registration. */
function destination({ code, facts }: MessageWithHome): string {
  if (code === 'documents-checked') return '/mijn/documenten'
  if (code.startsWith('break-glass')) return '/mijn/inzage'
  if (typeof facts.complaint === 'number') return `/klachten/${facts.complaint}`
  if (typeof facts.offer === 'string') return `/mijn/aanbod/${facts.offer}`
  if (typeof facts.listing === 'number') return `/mijn/reacties/${facts.listing}`
  if (code.startsWith('mandate-')) return '/mijn/machtigingen'
  if (code === 'registrations-merged' || code === 'registration-joined') return '/mijn/samenvoegen'
  if (code.startsWith('email-') || code === 'contact-changed') return '/mijn/berichten/instellen'
  if (code === 'homes-found') return '/mijn/wensen/zoekopdrachten'
  if (code === 'acted-for-you') return '/mijn/inzage'
  return code === 'file-changed' || code === 'merge-undone'
    ? '/mijn/gegevens'
    : '/mijn/inschrijving'
}
