/** Having us respond to every home that fits (automatische reactie): begin, change, stop. */
import { html } from 'hono/html'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { beginStanding, endStanding } from '../operations/standing-response.ts'
import { type StandingShown, viewStandingResponse } from '../operations/view-standing-response.ts'
import { formatMoment, type Say, speak } from '../words/language.ts'
import { refusalText } from '../words/refusals.ts'
import { standingTexts } from '../words/standing-response.ts'
import { type AddPages, notFound } from './app.ts'
import { type Fault, faultSummary, selectField } from './form.ts'
import { personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'
import { wishesInWords } from './wishes.ts'

type StandingSay = Say<keyof (typeof standingTexts)['nl']>

const path = '/mijn/wensen/automatisch'

export const standingPages: AddPages = (app, setting) => {
  app.get(path, (context) => standingPage(context, setting))
  app.post(path, (context) => begin(context, setting))
  app.post(`${path}/stoppen`, (context) => stop(context, setting))
}

async function standingPage(
  context: PageContext,
  setting: WebSetting,
  faults: readonly Fault[] = [],
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const shown = await viewStandingResponse(setting, found.actor, found.person)
  if (isRefusal(shown)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(standingTexts, language)
  const { standing, highest } = shown
  const title = say('title')
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}
${backLink('/mijn/wensen', say('wishes'))}<h1 class="utrecht-heading-1">${title}</h1>
${await acted(context, setting, say)}
${
  standing
    ? html`<section class="panel panel--good"><p><strong><span aria-hidden="true">✓</span> ${say('running', { since: formatMoment(standing.since, language) })}</strong></p>
<p>${say('running-more', { open: shown.open, most: standing.most })}</p></section>`
    : html`<p class="lead">${say('lead')}</p>`
}
<ul class="spaced">${(['how-1', 'how-2', 'how-3', 'how-4'] as const).map((each) => html`<li>${say(each)}</li>`)}</ul>
<h2 class="utrecht-heading-2">${say('wishes')}</h2><p>${wishesInWords(shown.wishes, language)} · <a href="/mijn/wensen">${say('wish-change')}</a></p>
${fittingPart(shown, say)}
<form method="post" novalidate>${formFields(visitor)}
${selectField({
  ...{ name: 'aantal', label: say('most'), hint: say('most-hint', { highest }), faults },
  value: String(standing?.most ?? highest),
  choices: Array.from({ length: highest }, (_, at) => ({
    ...{ value: String(at + 1), label: String(at + 1) },
  })),
})}
<p class="actions"><button class="utrecht-button">${say(standing ? 'change' : 'begin')}</button></p></form>
${standing ? html`<form method="post" action="${path}/stoppen">${formFields(visitor)}<button class="utrecht-button utrecht-button--secondary-action">${say('stop')}</button></form>` : ''}
<p class="small soft">${say(shown.showsPlaces ? 'places-shown' : 'places-hidden')}</p>
<p><a href="/mijn/reacties">${say('responses')}</a></p>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

async function acted(context: PageContext, setting: WebSetting, say: StandingSay) {
  const event = Number(context.req.query('bewijs') ?? Number.NaN)
  if (Number.isNaN(event)) return ''
  const isStopped = context.req.query('wat') === 'gestopt'
  return html`<div class="panel panel--good" role="status"><p><strong>${say(isStopped ? 'stopped' : 'saved')}</strong></p>${isStopped ? html`<p>${say('stopped-more')}</p>` : ''}</div>
${await showReceipt(setting, event, context.get('visitor').language)}`
}

const homesShown = 10

function fittingPart({ fitting, standing, open }: StandingShown, say: StandingSay): Html {
  const still = standing && open < standing.most ? 'now-left' : 'now-waits'
  const lead = say(standing ? still : 'now-fits', { count: fitting.length })
  return html`<p>${lead}</p>${fitting.length === 0 ? '' : html`<ul>${fitting.slice(0, homesShown).map(({ id, address }) => html`<li><a href="/woningen/${id}">${address}</a></li>`)}</ul>`}`
}

async function begin(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { aantal, key } = await submitted(context)
  const { actor, person } = found
  const input = { person, most: Number(aantal) }
  const outcome = await carryOut(setting, actor, beginStanding, input, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const { language } = context.get('visitor')
    return standingPage(context, setting, [
      { field: 'aantal', text: refusalText(outcome, language) },
    ])
  }
  return context.redirect(`${path}?wat=aan&bewijs=${outcome.event}`, 303)
}

async function stop(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { key } = await submitted(context)
  const { actor, person } = found
  const outcome = await carryOut(setting, actor, endStanding, { person }, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return context.redirect(path, 303)
  }
  return context.redirect(`${path}?wat=gestopt&bewijs=${outcome.event}`, 303)
}
