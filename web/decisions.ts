/** What was decided about me (mijn beslissingen), and saying that it is not right: a complaint or an objection. */
import { html } from 'hono/html'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Resolved } from '../core/policy/resolve.ts'
import { complain, isOpen } from '../operations/complain.ts'
import { carryOut, dayOf, isRefusal, mayDo } from '../operations/operation.ts'
import { rulesInForce } from '../operations/read-rules.ts'
import {
  type DecisionWithCase,
  viewDecisions,
  viewDecisionsPage,
} from '../operations/view-own-file.ts'
import { complaintRefused, complaintTexts, decisionKindText } from '../words/complaints.ts'
import { identityInWords } from '../words/identity.ts'
import { formatWeekday, type Language, type Say, speak } from '../words/language.ts'
import { mineTexts } from '../words/mine.ts'
import { bookName } from '../words/phrases.ts'
import { narratorOf } from '../words/print-rules.ts'
import { reasonOfCode } from '../words/reasons.ts'
import { type AddPages, notFound } from './app.ts'
import { dutchOf } from './dutch.ts'
import { type Fault, faultSummary, longField } from './form.ts'
import { personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

export const decisionPages: AddPages = (app, setting) => {
  app.get('/mijn/beslissingen', (context) => decisionsPage(context, setting))
  app.get('/mijn/beslissingen/:decision/oneens', (context) => complainPage(context, setting))
  app.post('/mijn/beslissingen/:decision/oneens', (context) => send(context, setting))
}

async function decisionsPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const decided = await viewDecisionsPage(setting, found.actor, found.person, pageAsked(context))
  if (isRefusal(decided)) return notFound(context, setting)
  const { decisions, count, hasCases } = decided
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const title = say('decisions-title', { count })
  const today = dayOf(setting.now())
  const rules = await rulesInForce(setting, {}, today)
  const may = mayDo(found.actor, 'complain', { person: found.person })
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
<p>${say('decisions-lead')}</p>
${may || count === 0 ? '' : html`<p class="panel">${say('decision-not-yours')}</p>`}
${hasCases ? html`<p><a href="/klachten">${say('decision-cases')}</a></p>` : ''}
<ul class="plain">${decisions.map((each) => decisionItem(each, { today, rules, language, may }))}</ul>
${pageLinks(context, decided)}`
  return showPage(context, setting, { title: titleOfPage(title, decided, context), body })
}

type Telling = {
  readonly today: CalendarDate
  readonly rules: Resolved
  readonly language: Language
  /** Whether whoever looks may say that it is not right. */
  readonly may?: boolean
}

function decisionItem(decision: DecisionWithCase, telling: Telling): Html {
  const { on, home } = decision
  const say = speak(mineTexts, telling.language)
  return html`<li class="message"><h2 class="utrecht-heading-3">${home ? html`<a href="/mijn/reacties/${home.id}">${home.address}</a>` : say('page-registration')}</h2>
<p>${marked(decision, telling)}</p>
<dl class="facts"><dt>${say('decision-on')}</dt><dd>${formatWeekday(on, telling.language)}</dd>
<dt>${say('decision-by')}</dt><dd>${home?.landlordName ?? say('decision-by-region')}</dd>
<dt>${say('decision-remedy')}</dt><dd>${remedyInWords(decision, telling)}</dd></dl></li>`
}

function remedyInWords(
  { key, remedy, until, complaint, home }: DecisionWithCase,
  { today, language, may = true }: Telling,
): Html {
  const say = speak(mineTexts, language)
  if (complaint && complaint.state !== 'withdrawn') {
    const number = caseNumber(complaint, language)
    return html`<a href="/klachten/${complaint.id}">${say(isOpen(complaint) ? 'decision-case' : 'decision-case-done', { number })}</a>`
  }
  if (until < today) return html`${say(`decision-${remedy}-over`, { until })}`
  if (!may) return html`${say(`decision-${remedy}`, { until })}`
  return html`${say(`decision-${remedy}`, { until })}<p class="actions"><a class="utrecht-button utrecht-button--secondary-action" href="/mijn/beslissingen/${key}/oneens">${say(remedy === 'complaint' ? 'decision-complain' : 'decision-object')}${home ? html`<span class="only-heard">: ${home.address}</span>` : ''}</a></p>`
}

function marked(decision: DecisionWithCase, telling: Telling): Html | string {
  return dutchOf(telling.rules.books, telling.language)(decisionInWords(decision, telling))
}

function decisionInWords(
  { kind, place, code, rule, from, to, identity }: DecisionWithCase,
  { rules: { books, byId }, language }: Telling,
): string {
  const say = speak(mineTexts, language)
  switch (kind) {
    case 'placed':
      return say('decision-placed', { place: place ?? 0 })
    case 'not-placed':
      return `${say('decision-not-placed')} ${code === undefined ? '' : reasonOfCode(language, code)}`
    case 'sanction': {
      const speaker = {
        ...narratorOf(books, { language }),
        rule: (id: string) => byId.get(id)?.rule,
      }
      return say('decision-sanction', { rule: bookName(rule ?? '', speaker) })
    }
    case 'identity-corrected':
    case 'identity-correction-refused':
      return `${say(`decision-${kind}`)} ${identityInWords(identity ?? {}, language)}`
    default:
      return say(`decision-${kind}`, { from: from ?? 0, to: to ?? 0 })
  }
}

/** `K-12` for a complaint, `B-12` for an objection: what people say on the phone. */
export function caseNumber(
  { route, id }: { readonly route: 'complaint' | 'objection'; readonly id: number },
  language: Language,
): string {
  return speak(complaintTexts, language)(`number-${route}`, { id: String(id) })
}

type More = { readonly words?: string; readonly faults?: readonly Fault[] }

async function complainPage(
  context: PageContext,
  setting: WebSetting,
  { words, faults = [] }: More = {},
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  if (!mayDo(found.actor, 'complain', { person: found.person })) return notFound(context, setting)
  const decisions = await viewDecisions(setting, found.actor, found.person)
  if (isRefusal(decisions)) return notFound(context, setting)
  const key = context.req.param('decision')
  const decision = decisions.find((each) => each.key === key)
  if (!decision) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(complaintTexts, language)
  const today = dayOf(setting.now())
  const rules = await rulesInForce(setting, {}, today)
  const { remedy, until, complaint, home, landlord } = decision
  const running = complaint && isOpen(complaint) ? complaint : undefined
  const isOver = until < today
  const isUrgent = decision.kind === 'skipped' && home?.state === 'closed'
  const title = running || !isOver ? say('form-title') : say('form-over-title')
  const about = html`<section class="panel"><p><strong>${home ? home.address : decisionKindText(decision.kind, language)}</strong><br>${marked(decision, { today, rules, language })}<br><span class="soft">${formatWeekday(decision.on, language)}</span></p></section>`
  const form = html`<p class="measure">${say(`form-${remedy}`)} ${say('form-free')}</p>
${isUrgent ? html`<p class="measure"><strong>${say('form-urgent')}</strong></p>` : ''}
<form method="post">${formFields(visitor)}
${longField({ name: 'woorden', label: say('form-label'), hint: say(landlord === undefined ? 'form-hint' : 'form-hint-landlord'), value: words, faults })}
<p class="actions"><button class="utrecht-button">${say(`form-button-${remedy}`)}</button></p></form>
<h2 class="utrecht-heading-2">${say('form-next-title')}</h2>
<ol>${stepTexts(landlord !== undefined, say)}</ol>`
  const body = html`${await onBehalf(context, setting)}${backLink('/mijn/beslissingen', say('back'))}
${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${about}
${
  running
    ? html`<p>${say('form-running')} <a href="/klachten/${running.id}">${say('to-case')}</a></p>`
    : isOver
      ? html`<p class="measure">${say('form-over', { until })} <a href="/hulp#${remedy === 'complaint' ? 'klacht' : 'bezwaar'}">${say('to-help')}</a></p>`
      : form
}`
  const status = faults.length > 0 ? 422 : 200
  return showPage(context, setting, { title, body, status })
}

function stepTexts(isAsked: boolean, say: Say<keyof (typeof complaintTexts)['nl']>): Html[] {
  const steps = ['form-next-1', 'form-next-2', 'form-next-3', 'form-next-4'] as const
  return steps
    .filter((each) => isAsked || each !== 'form-next-3')
    .map((each) => html`<li>${say(each)}</li>`)
}

async function send(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { woorden = '', key } = await submitted(context)
  const input = {
    ...{ person: found.person, words: woorden },
    decision: context.req.param('decision') ?? '',
  }
  const outcome = await carryOut(setting, found.actor, complain, input, key)
  if (!isRefusal(outcome)) return context.redirect(`/klachten/${outcome.complaint}`, 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const { language } = context.get('visitor')
  const faults = [{ field: 'woorden', text: complaintRefused(outcome, language) }]
  return complainPage(context, setting, { words: woorden, faults })
}
