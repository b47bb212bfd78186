/**
 * Whose file a page is about (namens wie): one's own, or that of somebody one helps. Whom a helper acts for is
 * kept in a cookie and never in an address, and counts only while the mandate does.
 */
import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { acceptMandate } from '../operations/accept-mandate.ts'
import { type Actor, carryOut, isRefusal } from '../operations/operation.ts'
import { type MandateScope, viewHelped } from '../operations/view-mandates.ts'
import { withdrawMandate } from '../operations/withdraw-mandate.ts'
import { formatList, type Language, speak } from '../words/language.ts'
import { mandateTexts } from '../words/mandates.ts'
import { mineTexts } from '../words/mine.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, textField } from './form.ts'
import { type Html, showPage } from './page.ts'
import { submitted } from './submitted.ts'
import { cameFrom, formFields, type PageContext, type WebSetting } from './visitor.ts'

const onBehalfCookie = 'namens'

export type Whose = {
  readonly actor: Actor
  readonly person: string
  /** Somebody else's file, under a mandate. */
  readonly isHelper: boolean
}

/** Undefined for who is not logged in, or has no file and helps nobody. */
export function whose(context: PageContext): Whose | undefined {
  const { actor } = context.get('visitor')
  if (!actor) return undefined
  const chosen = getCookie(context, onBehalfCookie)
  const helped = actor.mandates.find(({ person }) => person === chosen)
  if (helped) return { actor, person: helped.person, isHelper: true }
  if (actor.person !== undefined) return { actor, person: actor.person, isHelper: false }
  const [only, ...more] = actor.mandates
  return only === undefined || more.length > 0
    ? undefined
    : { actor, person: only.person, isHelper: true }
}

/** What a mandate allows, in words. */
export function scopesInWords(may: readonly MandateScope[], language: Language): string {
  const say = speak(mandateTexts, language)
  return formatList(
    may.map((scope) => say(`scope-${scope}`).toLowerCase()),
    language,
  )
}

/** Says on every page of a file that one acts for somebody else, for whom, and what one may. */
export async function onBehalf(context: PageContext, setting: WebSetting): Promise<Html | ''> {
  const found = whose(context)
  if (!found?.isHelper) return ''
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mineTexts, language)
  const helped = (await viewHelped(setting, found.actor)).find(
    ({ person }) => person === found.person,
  )
  const may = scopesInWords(helped?.may ?? [], language)
  return html`<form class="panel behalf" method="post" action="/mijn/namens">${formFields(visitor)}<p><strong>${say('on-behalf', { name: helped?.name ?? '' })}</strong> ${speak(mandateTexts, language)('may', { may })} ${say('on-behalf-more')}</p><button class="utrecht-button utrecht-button--subtle" name="person" value="">${say('on-behalf-stop')}</button></form>`
}

/** What a mandate must allow to open or send a page in somebody's file. */
const scopesOfPages: readonly {
  readonly path: RegExp
  readonly method?: 'POST'
  readonly scope: MandateScope
}[] = [
  { path: /^\/mijn\/inschrijving\//, method: 'POST', scope: 'renew' },
  { path: /^\/mijn\/gegevens\/veranderen$/, scope: 'change' },
  { path: /^\/mijn\/wensen$/, method: 'POST', scope: 'change' },
  { path: /^\/mijn\/documenten$/, scope: 'papers' },
  { path: /^\/mijn\/documenten/, method: 'POST', scope: 'papers' },
  { path: /^\/mijn\/beslissingen\/.+/, scope: 'complain' },
  { path: /^\/woningen\/\d+\/(reageren|intrekken)$/, scope: 'respond' },
]

/**
 * Keeps a page and what is sent from it about the same file: when a mandate has stopped, or somebody chose
 * another person in another window, nothing is done, least of all in the helper's own file. What the mandate
 * does not allow is said before the operation refuses it.
 */
export function keepBehalf(setting: WebSetting): MiddlewareHandler {
  return async (context: PageContext, next) => {
    const visitor = context.get('visitor')
    const { actor } = visitor
    if (!actor) return next()
    const { path, method } = context.req
    const isAboutFile = /^\/(mijn|woningen)(\/|$)/.test(path) && !path.startsWith('/mijn/namens')
    const chosen = getCookie(context, onBehalfCookie)
    const isOver = chosen !== undefined && !actor.mandates.some(({ person }) => person === chosen)
    if (isOver) {
      deleteCookie(context, onBehalfCookie, { path: '/' })
      if (isAboutFile) return stoppedPage(context, setting, 'over', 403)
    }
    const found = whose(context)
    const behalf = found?.isHelper ? found.person : ''
    context.set('visitor', { ...visitor, behalf })
    if (!isAboutFile) return next()
    const { namens } = method === 'POST' ? await submitted(context) : {}
    if (namens !== undefined && namens !== behalf) {
      const had = namens !== '' && !actor.mandates.some(({ person }) => person === namens)
      return stoppedPage(context, setting, had ? 'over' : 'switched', had ? 403 : 409)
    }
    const needed = scopesOfPages.find(
      (page) => page.path.test(path) && (page.method === undefined || page.method === method),
    )?.scope
    const mandate = actor.mandates.find(({ person }) => person === behalf)
    if (needed !== undefined && mandate && !mandate.may.includes(needed)) {
      return notUnderPage(context, setting, mandate.person)
    }
    return next()
  }
}

function stoppedPage(
  context: PageContext,
  setting: WebSetting,
  why: 'over' | 'switched',
  status: 403 | 409,
) {
  const say = speak(mandateTexts, context.get('visitor').language)
  const title = say(`${why}-title`)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say(why)}</p>
<p class="actions"><a class="utrecht-button" href="/mijn">${say(`${why}-next`)}</a></p>`
  return showPage(context, setting, { title, body, status })
}

async function notUnderPage(context: PageContext, setting: WebSetting, person: string) {
  const { language, actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  const helped = (await viewHelped(setting, actor)).find((each) => each.person === person)
  const say = speak(mandateTexts, language)
  const name = helped?.name ?? ''
  const title = say('not-under-title', { name })
  const may = scopesInWords(helped?.may ?? [], language)
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
<p>${say('not-under', { name, may })}</p><p><a href="/mijn">${say('switched-next')}</a></p>`
  return showPage(context, setting, { title, body, status: 403 })
}

/** Choosing for whom one acts, and taking up or giving back a mandate. */
export const behalfPages: AddPages = (app, setting) => {
  app.get('/mijn/namens', (context) => choicePage(context, setting))
  app.post('/mijn/namens', async (context) => {
    const { actor } = context.get('visitor')
    const { person = '' } = await submitted(context)
    if (actor?.mandates.some((each) => each.person === person)) choose(context, setting, person)
    else deleteCookie(context, onBehalfCookie, { path: '/' })
    return context.redirect('/mijn', 303)
  })
  app.post('/mijn/namens/code', async (context) => {
    const { actor } = context.get('visitor')
    if (!actor) return toLogin(context)
    const { code = '', key } = await submitted(context)
    const outcome = await carryOut(setting, actor, acceptMandate, { code }, key)
    if (isRefusal(outcome)) return choicePage(context, setting, { code, refused: outcome.refused })
    choose(context, setting, outcome.person)
    return context.redirect('/mijn', 303)
  })
  app.post('/mijn/namens/terug', async (context) => {
    const { actor } = context.get('visitor')
    if (!actor) return toLogin(context)
    const { person = '', key } = await submitted(context)
    const input = { person, helper: actor.human }
    const outcome = await carryOut(setting, actor, withdrawMandate, input, key)
    if (isRefusal(outcome)) return notFound(context, setting)
    deleteCookie(context, onBehalfCookie, { path: '/' })
    return context.redirect('/mijn/namens', 303)
  })
}

function choose(context: PageContext, { isSecure }: WebSetting, person: string): void {
  setCookie(context, onBehalfCookie, person, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure },
  })
}

async function choicePage(
  context: PageContext,
  setting: WebSetting,
  sent?: { readonly code: string; readonly refused: string },
) {
  const visitor = context.get('visitor')
  const { actor, language } = visitor
  if (!actor) return toLogin(context)
  const say = speak(mineTexts, language)
  const sayMandate = speak(mandateTexts, language)
  const people = await viewHelped(setting, actor)
  const title = say('behalf-title')
  const problem = sent
    ? sayMandate(
        sent.refused === 'own-mandate' || sent.refused === 'gave-it'
          ? sent.refused
          : 'code-unknown',
      )
    : undefined
  const faults: Fault[] = problem === undefined ? [] : [{ field: 'code', text: problem }]
  const self =
    actor.person === undefined
      ? ''
      : html`<form method="post" action="/mijn/namens">${formFields(visitor)}<button class="utrecht-button utrecht-button--secondary-action" name="person" value="">${say('behalf-self')}</button></form>`
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p>${people.length === 0 ? say('behalf-none') : say('behalf-lead')}</p>${people.length === 0 ? '' : self}
<ul class="cards cards--two">${people.map(
    ({ person, name, may, until }) =>
      html`<li class="card"><h2>${name}</h2><p>${sayMandate('may', { may: scopesInWords(may, language) })}<br>${sayMandate('until', { until })}</p>
<form method="post" action="/mijn/namens">${formFields(visitor)}<p class="actions"><button class="utrecht-button" name="person" value="${person}">${say('on-behalf-start', { name })}</button></p></form>
<form method="post" action="/mijn/namens/terug">${formFields(visitor)}<button class="utrecht-button utrecht-button--subtle" name="person" value="${person}">${sayMandate('give-back', { name })}</button></form></li>`,
  )}</ul>
<h2 class="utrecht-heading-2">${sayMandate('accept-title')}</h2><p>${sayMandate('accept-lead')}</p>
<form method="post" action="/mijn/namens/code" novalidate>${formFields(visitor)}
${textField({ ...{ name: 'code', label: sayMandate('accept-code'), complete: 'off' }, value: sent?.code, faults, width: 'narrow' })}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action">${sayMandate('accept-button')}</button></p></form>`
  return showPage(context, setting, { title, body, status: sent ? 422 : 200 })
}

/** To the login, and from there back to this page; of what was sent, to the page it was sent from. */
export function toLogin(context: PageContext) {
  const { method, path } = context.req
  const back = method === 'POST' ? (cameFrom(context) ?? '/mijn') : path
  return context.redirect(`/inloggen?naar=${encodeURIComponent(back)}`, 303)
}
