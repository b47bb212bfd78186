/**
 * Cases (zaken): complaints and objections, for the person, the landlord that is asked and the committee that
 * judges. Each sees what is theirs; the decision letter is the page itself.
 */
import { html } from 'hono/html'
import { addDuration } from '../core/basics/calendar-date.ts'
import { answerJudgement, answersTo, judgementAnswers } from '../operations/answer-judgement.ts'
import { askReaction, reactionDaysMost } from '../operations/ask-reaction.ts'
import { confirmJudgement } from '../operations/confirm-judgement.ts'
import {
  complaintConsequences,
  complaintOutcomes,
  judgeComplaint,
} from '../operations/judge-complaint.ts'
import { type Actor, carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { reactToComplaint } from '../operations/react-to-complaint.ts'
import { contactsIn } from '../operations/skip-candidate.ts'
import { takeComplaint } from '../operations/take-complaint.ts'
import {
  type CaseRow,
  type CaseView,
  casesLandlordsAnswer,
  type DecisionAgain,
  judgementsLandlordsAnswer,
  listCases,
  openCasesOn,
  ownCases,
  type StoredComplaint,
  viewCase,
} from '../operations/view-cases.ts'
import { withdrawComplaint } from '../operations/withdraw-complaint.ts'
import { auditFaultText } from '../words/audit.ts'
import { complaintRefused, complaintTexts, decisionKindText } from '../words/complaints.ts'
import { bareName, explanationOf, speakerOf } from '../words/explanation.ts'
import { identityInWords } from '../words/identity.ts'
import {
  formatDay,
  formatList,
  formatMoment,
  type Language,
  type Say,
  speak,
} from '../words/language.ts'
import { skipTexts } from '../words/offers.ts'
import { phraseName, phraseValue } from '../words/phrases.ts'
import { capital } from '../words/prose.ts'
import { type AddPages, notFound } from './app.ts'
import { caseNumber } from './decisions.ts'
import { dutchOf } from './dutch.ts'
import {
  choiceField,
  type Fault,
  faultSummary,
  longField,
  problemPanel,
  textField,
} from './form.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { showProse } from './prose.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { emergenciesNow, emergencyWay } from './supervision.ts'
import { formFields, type PageContext, type Visitor, type WebSetting } from './visitor.ts'
import { onBehalf, toLogin, whose } from './whose.ts'
import { denseTable } from './work-frame.ts'
import { workNav } from './work-ways.ts'

export const casePages: AddPages = (app, setting) => {
  app.get('/klachten', (context) => listPage(context, setting))
  app.get('/klachten/:id{[0-9]+}', (context) => showCase(context, setting))
  app.post('/klachten/:id{[0-9]+}', (context) => act(context, setting))
}

type Speaking = {
  readonly say: Say<keyof (typeof complaintTexts)['nl']>
  readonly language: Language
}

function speakingIn(context: PageContext): Speaking {
  const { language } = context.get('visitor')
  return { language, say: speak(complaintTexts, language) }
}

async function listPage(context: PageContext, setting: WebSetting) {
  const visitor = context.get('visitor')
  const { actor } = visitor
  if (!actor) return toLogin(context)
  const speaking = speakingIn(context)
  const { say } = speaking
  const listed = await listCases(setting, actor, pageAsked(context))
  const rows = listed?.cases
  const person = whose(context)
  if (!rows && !person) return notFound(context, setting)
  const own = person ? await ownCases(setting, actor, person.person) : []
  const ownTable =
    own.length === 0
      ? ''
      : html`${rows ? html`<h2 class="utrecht-heading-2">${say('list-title-own')}</h2>` : ''}${ownList(context, own, speaking)}`
  const title = say(rows ? 'list-title' : 'list-title-own')
  const body = html`${workNav(context)}${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${await emergenciesNow(context, setting)}${rows ? html`<p class="measure">${say('list-lead')}</p>${listed && listed.unanswered > 0 ? html`<p class="panel panel--bad measure">${say('unanswered-count', { count: listed.unanswered })}</p>` : ''}${rows.length === 0 ? html`<p>${say('list-none')}</p>` : workList(context, rows, speaking)}` : ''}${listed ? pageLinks(context, listed) : ''}
${ownTable}${!rows && own.length === 0 ? html`<p>${say('list-none-own')}</p><p><a href="/mijn/beslissingen">${say('list-none-link')}</a></p>` : ''}${emergencyWay(context)}`
  return showPage(context, setting, {
    title: listed ? titleOfPage(title, listed, context) : title,
    body,
  })
}

function ownList(
  context: PageContext,
  cases: readonly StoredComplaint[],
  { say, language }: Speaking,
): Html {
  return denseTable(context, {
    caption: say('list-caption'),
    columns: [
      { key: 'nummer', label: say('col-number') },
      { key: 'over', label: say('col-about') },
      { key: 'stand', label: say('col-state') },
      { key: 'voor', label: say('col-until') },
    ],
    rows: cases.map((each) => ({
      nummer: html`<a href="/klachten/${each.id}">${caseNumber(each, language)}</a>`,
      over: decisionKindText(each.kind, language),
      stand: stateMark(each, { say, language }),
      voor: formatDay(each.urgentUntil ?? each.decideBy, language),
    })),
  })
}

function workList(context: PageContext, rows: readonly CaseRow[], speaking: Speaking): Html {
  const { say, language } = speaking
  const visitor = context.get('visitor')
  return denseTable(context, {
    caption: say('list-caption'),
    columns: [
      { key: 'nummer', label: say('col-number') },
      { key: 'over', label: say('col-about') },
      { key: 'door', label: say('col-landlord') },
      { key: 'sinds', label: say('col-received') },
      { key: 'voor', label: say('col-until') },
      { key: 'stand', label: say('col-state') },
      { key: 'nu', label: say('col-next') },
    ],
    rows: rows.map((each) => ({
      nummer: caseNumber(each, language),
      over: decisionKindText(each.kind, language),
      door: each.landlordName ?? say('by-region'),
      sinds: formatDay(each.receivedOn ?? dayOf(each.madeAt), language),
      voor: html`${formatDay(each.urgentUntil ?? each.decideBy, language)}${each.urgentUntil === undefined || isDone(each) ? '' : html` <span class="mark mark--now">${say('urgent')}</span>`}${each.lateSince && !isDone(each) ? html` <span class="mark mark--bad">${say('late')}</span>` : ''}`,
      stand: html`${stateMark(each, speaking)}${answerMark(each, speaking)}`,
      nu: each.isCalled
        ? html`<a href="/klachten/${each.id}">${say('open-case')}<span class="only-heard"> ${caseNumber(each, language)}</span></a>`
        : each.mayTake
          ? html`<form method="post" action="/klachten/${each.id}" class="inline">${formFields(visitor)}<button class="utrecht-button utrecht-button--subtle" name="doe" value="nemen">${say('take')}<span class="only-heard"> ${caseNumber(each, language)}</span></button></form>`
          : html`<span class="soft">${say('not-called')}</span>`,
    })),
  })
}

function isDone({ state }: Pick<StoredComplaint, 'state'>): boolean {
  return state === 'decided' || state === 'withdrawn'
}

export function stateMark(
  { state, outcome }: Pick<StoredComplaint, 'state' | 'outcome'>,
  { say }: Speaking,
): Html {
  const kind = isDone({ state }) ? 'mark--good' : ''
  return html`<span class="mark ${kind}">${say(`state-${state}`)}</span>${state === 'decided' && outcome ? html` ${say(`outcome-${outcome}`)}` : ''}`
}

/** What a landlord still has to say about what was judged. */
function answerMark(
  { answerBy, answeredAt, unansweredSince }: CaseRow,
  { say }: Speaking,
): Html | '' {
  if (answerBy === undefined || answeredAt) return ''
  return unansweredSince
    ? html` <span class="mark mark--bad">${say('no-answer')}</span>`
    : html` <span class="small soft">${say('awaits-answer', { until: answerBy })}</span>`
}

async function showCase(context: PageContext, setting: WebSetting) {
  const visitor = context.get('visitor')
  if (!visitor.actor) return toLogin(context)
  const view = await viewCase(setting, visitor.actor, Number(context.req.param('id')))
  if (!view) return notFound(context, setting)
  return casePage(context, setting, view)
}

type More = {
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: readonly Fault[]
}

async function casePage(
  context: PageContext,
  setting: WebSetting,
  view: CaseView,
  { typed = {}, faults = [] }: More = {},
) {
  const speaking = speakingIn(context)
  const { say, language } = speaking
  const { complaint, ring, steps } = view
  const { route, id, state } = complaint
  const visitor = context.get('visitor')
  const title = say(`title-${route}`, { id: String(id) })
  const isPerson = ring === 'person'
  const back = isPerson ? '/mijn/beslissingen' : '/klachten'
  const form: FormParts = { visitor, typed, faults, speaking }
  const body = html`${isPerson ? await onBehalf(context, setting) : workNav(context)}${backLink(back, say(isPerson ? 'back' : 'list-title'))}
${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${state === 'decided' ? letter(view, speaking) : isPerson ? html`<p class="lead">${ownState(view, speaking)}</p>` : html`<p>${stateMark(complaint, speaking)}</p>`}
${aboutCase(view, speaking)}
<section class="measure"><h2 class="utrecht-heading-2">${say(isPerson ? 'said-own' : 'said')}</h2>${quoted(complaint.words, say('said-gone'))}
${complaint.landlord === undefined ? '' : html`<h2 class="utrecht-heading-2">${say('reaction')}</h2>${reactionOf(complaint, speaking)}`}</section>
${view.skip ? skipPart(view.skip, speaking) : ''}
${view.correction ? html`<section class="measure"><h2 class="utrecht-heading-2">${say('correction-title')}</h2><p>${correctionInWords(view.correction, speaking)}</p></section>` : ''}
${view.again ? againPart(view.again, speaking) : ''}
${ring === 'committee' && complaint.sentBack !== undefined && state === 'ready' ? html`<section class="panel panel--bad"><p><strong>${say('sent-back')}</strong></p>${quoted(complaint.sentBack, '')}</section>` : ''}
${ring !== 'person' && ring !== 'landlord' && state === 'judged' ? proposedPart(view, visitor.actor, speaking) : ''}
${steps.map((step) => stepForms[step](view, form))}
${isPerson ? await showReceipt(setting, complaint.event, language) : ''}`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

function correctionInWords(
  { change }: NonNullable<CaseView['correction']>,
  { say, language }: Speaking,
): string {
  return change.about === 'identity'
    ? identityInWords(change, language)
    : say('correction-was', { from: change.from, to: change.to })
}

function ownState({ complaint, landlordName }: CaseView, { say }: Speaking): string {
  const { state, reactBy } = complaint
  switch (state) {
    case 'with-landlord':
      return say('own-with-landlord', {
        landlord: landlordName ?? say('by-region'),
        until: reactBy ?? complaint.decideBy,
      })
    case 'decided':
      return ''
    default:
      return say(`own-${state}`)
  }
}

function aboutCase(
  { complaint, ring, home, landlordName, members, name }: CaseView,
  { say, language }: Speaking,
): Html {
  const { kind, decidedOn, madeAt, receivedOn, decideBy, urgentUntil } = complaint
  const isOpen = !isDone(complaint)
  const address = home
    ? ring === 'person'
      ? html`: <a href="/mijn/reacties/${home.id}">${home.address}</a>`
      : html`: <a href="/woningen/${home.id}/uitslag">${home.address}</a>`
    : ''
  return html`<dl class="facts">
<dt>${say('about')}</dt><dd>${decisionKindText(kind, language)}${address}</dd>
<dt>${say('decision-of')}</dt><dd>${formatDay(decidedOn, language)}</dd>
<dt>${say('decided-by')}</dt><dd>${landlordName ?? say('by-region')}</dd>
<dt>${say('received-at')}</dt><dd>${receivedOn === undefined ? formatMoment(madeAt, language) : say('received-on-paper', { on: receivedOn, entered: formatMoment(madeAt, language) })}</dd>
${isOpen ? html`<dt>${say(urgentUntil === undefined ? 'decide-by' : 'urgent-by')}</dt><dd>${formatDay(urgentUntil ?? decideBy, language)}</dd>` : ''}
${ring === 'person' ? '' : html`<dt>${say('person')}</dt><dd>${name ?? say('person-hidden')}</dd>`}
<dt>${say('members')}</dt><dd>${
    members.length === 0
      ? say('members-none')
      : formatList(
          members.map((each) => each.name),
          language,
        )
  }</dd></dl>`
}

function quoted(text: string | undefined, gone: string): Html {
  if (text === undefined) return html`<p class="soft">${gone}</p>`
  return html`<blockquote class="said" lang="nl">${text.split(/\n+/).map((line) => html`<p>${line}</p>`)}</blockquote>`
}

function reactionOf({ reaction, reactBy, state }: StoredComplaint, { say }: Speaking): Html {
  if (reaction !== undefined) return quoted(reaction, '')
  if (reactBy === undefined) return html`<p class="soft">${say('reaction-none')}</p>`
  return html`<p class="soft">${state === 'with-landlord' ? say('reaction-waiting', { until: reactBy }) : say('reaction-missed')}</p>`
}

/**
 * The judgement as the person reads it, and everybody else in the case with them: what was judged and why, what the
 * landlord does with it, and what can still be done.
 */
export function letter(
  { complaint, landlordName }: Pick<CaseView, 'complaint' | 'landlordName'>,
  speaking: Speaking,
): Html {
  const { say } = speaking
  const {
    outcome = 'not-admissible',
    consequence,
    motivation,
    route,
    kind,
    confirmedAt,
    answerBy,
  } = complaint
  const on = confirmedAt && dayOf(confirmedAt)
  const landlord = landlordName ?? say('by-region')
  const then =
    outcome !== 'founded'
      ? say('then-stays')
      : consequence === 'advice'
        ? say(answerBy === undefined ? 'then-advice' : 'then-advice-until', { landlord })
        : kind === 'skipped'
          ? say('then-binding-offer')
          : say('then-binding', { landlord })
  const appealUntil =
    on === undefined ? complaint.decideBy : addDuration(on, { count: 6, unit: 'week' })
  return html`<article class="verdict measure">
<p class="lead">${say(`letter-${outcome}`, { route })}</p>
<h2 class="utrecht-heading-2">${say('letter-why')}</h2>${quoted(motivation, say('said-gone'))}
<h2 class="utrecht-heading-2">${say('letter-then')}</h2><p>${then}</p>
${answerOf(complaint, landlord, speaking)}
<h2 class="utrecht-heading-2">${say('letter-further')}</h2><p>${say(`further-${route}`, { until: appealUntil })}</p>
${on === undefined ? '' : html`<p class="soft">${say('letter-from', { on })}</p>`}</article>`
}

/** What the landlord does with the judgement, or that it did not say. */
function answerOf(
  { answer, answerWords, answeredAt, answerBy, unansweredSince }: StoredComplaint,
  landlord: string,
  { say }: Speaking,
): Html | '' {
  const heading = html`<h2 class="utrecht-heading-2">${say('answer-heading', { landlord })}</h2>`
  if (answer && answeredAt) {
    return html`${heading}<p><strong>${say(`answer-${answer}`)}</strong></p>${quoted(answerWords, say('said-gone'))}<p class="soft">${say('answer-on', { landlord, on: dayOf(answeredAt) })}</p>`
  }
  if (answerBy === undefined) return ''
  return unansweredSince
    ? html`${heading}<p><span class="mark mark--bad">${say('late')}</span> ${say('answer-missed', { until: answerBy, landlord })}</p>`
    : html`${heading}<p>${say('answer-waiting', { until: answerBy })}</p>`
}

function skipPart(skip: NonNullable<CaseView['skip']>, { say, language }: Speaking): Html {
  const ground = (
    ['not-reached', 'took-it-back', 'papers-not-brought', 'papers-differ'] as const
  ).find((each) => each === skip.ground)
  const sayOf = speak(skipTexts, language)
  const contacts = contactsIn(skip.proof)
  const told =
    contacts.length === 0
      ? ''
      : html`<p>${say('skip-contacts')}</p><ul>${contacts.map(({ channel, on }) => html`<li>${sayOf(channel)}, ${formatDay(on, language)}</li>`)}</ul>`
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say('skip-title')}</h2>
<p>${ground ? sayOf(ground) : skip.ground}</p>${told}</section>`
}

function againPart(again: DecisionAgain, speaking: Speaking): Html {
  const { say, language } = speaking
  const { part, faults, foundPlace, toldPlace, on, placed, listing } = again
  const isSame = faults.length === 0 && foundPlace === toldPlace
  const { told, rules } = explanationOf(part, {
    ...{ language, full: true, changes: [] },
  })
  const speaker = speakerOf(part, language)
  const mark = dutchOf(part.bound.prepared.rules.books, language)
  const inputs = Object.entries(part.seeker).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return html`<section><h2 class="utrecht-heading-2">${say('again-title')}</h2><p class="measure">${say('again-lead', { on })}</p>
<div class="panel ${isSame ? 'panel--good' : 'panel--bad'}"><p class="state">${isSame ? `✓ ${say('again-same')}` : `✗ ${say('again-differs')}`}</p>
<p>${foundPlace === undefined && toldPlace === undefined ? say('again-no-place') : say('again-place', { found: foundPlace ?? 0, told: toldPlace ?? 0, placed })}</p>
${faults.length === 0 ? '' : html`<ul>${faults.map((each) => html`<li>${auditFaultText(each, language)}</li>`)}</ul>`}
<p><a href="/controle?woning=${listing}">${say('again-receipt')}</a></p></div>
<h3 class="utrecht-heading-3">${say('again-reads')}</h3><div class="measure">${showProse(told, mark)}<p class="small soft">${mark(rules)}</p></div>
<details><summary>${say('again-inputs')}</summary><div class="table-scroll" tabindex="0" role="region" aria-label="${say('again-inputs')}"><table class="utrecht-table"><thead><tr><th scope="col">${say('again-input')}</th><th scope="col">${say('again-value')}</th></tr></thead>
<tbody>${inputs.map(([name, value]) => html`<tr><td>${mark(capital(bareName(phraseName(name, speaker))))}</td><td>${mark(bareName(phraseValue(name, value, speaker)))}</td></tr>`)}</tbody></table></div></details></section>`
}

function proposedPart(
  { complaint, members }: CaseView,
  actor: Actor | undefined,
  { say }: Speaking,
): Html {
  const { outcome = 'not-admissible', consequence, motivation, judgedBy } = complaint
  const judge = members.find(({ human }) => human === judgedBy)?.name ?? ''
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say('judge-outcome')}: ${say(`outcome-${outcome}`)}</h2>
${consequence ? html`<p>${say(`consequence-${consequence}`)}</p>` : ''}${quoted(motivation, say('said-gone'))}<p class="soft">${judge}</p>
${judgedBy === actor?.human ? html`<p>${say('confirm-own')}</p>` : ''}</section>`
}

type FormParts = {
  readonly visitor: Visitor
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
  readonly speaking: Speaking
}

const stepForms = {
  ask: askForm,
  react: reactForm,
  judge: judgeForm,
  confirm: confirmForm,
  withdraw: withdrawForm,
  answer: answerForm,
}

function stepForm(title: string, inside: Html): Html {
  return html`<section class="panel"><h2 class="utrecht-heading-3">${title}</h2>${inside}</section>`
}

function askForm(
  { complaint }: CaseView,
  { visitor, typed, faults, speaking: { say } }: FormParts,
): Html {
  const usual = complaint.urgentUntil === undefined ? '5' : '1'
  return stepForm(
    say('ask-title'),
    html`<form method="post">${formFields(visitor)}
${textField({ name: 'dagen', label: say('ask-days'), hint: say('ask-hint', { most: reactionDaysMost }), kind: 'numeric', width: 'narrow', value: typed.dagen ?? usual, faults })}
<button class="utrecht-button" name="doe" value="vragen">${say('ask-button')}</button></form>`,
  )
}

function reactForm(
  { complaint }: CaseView,
  { visitor, typed, faults, speaking: { say } }: FormParts,
): Html {
  return stepForm(
    say('react-title'),
    html`<form method="post">${formFields(visitor)}
${longField({ name: 'reactie', label: say('react-label'), hint: say('react-hint', { until: complaint.reactBy ?? complaint.decideBy }), value: typed.reactie, faults })}
<button class="utrecht-button" name="doe" value="reageren">${say('react-button')}</button></form>`,
  )
}

function judgeForm(
  { complaint }: CaseView,
  { visitor, typed, faults, speaking: { say } }: FormParts,
): Html {
  // Before the landlord was heard only one judgement can be given: that there is nothing to judge.
  const isEarly = complaint.state === 'received' && complaint.landlord !== undefined
  const outcomes = isEarly ? (['not-admissible'] as const) : complaintOutcomes
  return stepForm(
    say('judge-title'),
    html`<p>${isEarly ? html`${say('judge-early')} ` : ''}${say('judge-lead')}</p><form method="post">${formFields(visitor)}
${choiceField({ name: 'oordeel', label: say('judge-outcome'), value: typed.oordeel, faults, choices: outcomes.map((value) => ({ value, label: say(`outcome-${value}`) })) })}
${isEarly ? '' : choiceField({ name: 'gevolg', label: say('judge-consequence'), hint: say('judge-consequence-hint'), value: typed.gevolg, faults, choices: complaintConsequences.map((value) => ({ value, label: say(`consequence-${value}`) })) })}
${longField({ name: 'reden', label: say('judge-why'), hint: say('judge-why-hint'), value: typed.reden, faults })}
<button class="utrecht-button" name="doe" value="oordelen">${say('judge-button')}</button></form>`,
  )
}

function confirmForm(_: CaseView, { visitor, typed, faults, speaking: { say } }: FormParts): Html {
  return stepForm(
    say('confirm-title'),
    html`<p>${say('confirm-lead')}</p><form method="post">${formFields(visitor)}
<p class="actions"><button class="utrecht-button" name="doe" value="vaststellen">${say('confirm-button')}</button></p>
${longField({ name: 'waarom', label: say('confirm-why'), hint: say('confirm-why-hint'), value: typed.waarom, faults })}
<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="terug">${say('confirm-not')}</button></form>`,
  )
}

function answerForm(
  { complaint }: CaseView,
  { visitor, typed, faults, speaking: { say } }: FormParts,
): Html {
  const { consequence = 'advice', answerBy, decideBy, unansweredSince } = complaint
  const hint = say(unansweredSince ? 'answer-words-late' : 'answer-words-hint', {
    until: answerBy ?? decideBy,
  })
  return stepForm(
    say('answer-title'),
    html`<p>${say(`answer-lead-${consequence}`)}</p><form method="post">${formFields(visitor)}
${choiceField({ name: 'antwoord', label: say('answer-label'), value: typed.antwoord, faults, choices: answersTo(complaint).map((value) => ({ value, label: say(`answer-${value}`) })) })}
${longField({ name: 'uitleg', label: say('answer-words'), hint, value: typed.uitleg, faults })}
<button class="utrecht-button" name="doe" value="antwoorden">${say('answer-button')}</button></form>`,
  )
}

function withdrawForm(_: CaseView, { visitor, speaking: { say } }: FormParts): Html {
  return html`<details><summary>${say('withdraw-title')}</summary><p>${say('withdraw-lead')}</p>
<form method="post">${formFields(visitor)}<button class="utrecht-button utrecht-button--secondary-action" name="doe" value="intrekken">${say('withdraw-button')}</button></form></details>`
}

/** The field a refusal is about, per step. */
const fieldOf: Readonly<Record<string, string>> = {
  ...{ vragen: 'dagen', reageren: 'reactie', oordelen: 'reden', terug: 'waarom' },
  ...{ 'outcome-missing': 'oordeel', 'consequence-missing': 'gevolg' },
  ...{ antwoorden: 'uitleg', 'answer-missing': 'antwoord' },
}

async function act(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const complaint = Number(context.req.param('id'))
  const typed = await submitted(context)
  const { doe = '' } = typed
  const outcome = await perform(setting, actor, complaint, typed)
  if (!outcome) return notFound(context, setting)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const field = fieldOf[outcome.refused] ?? fieldOf[doe] ?? 'inhoud'
    const faults = [{ field, text: complaintRefused(outcome, language) }]
    const view = await viewCase(setting, actor, complaint)
    if (view) return casePage(context, setting, view, { typed, faults })
    // Who may not take a case sees only the list: there it is said why.
    return refusedPage(context, setting, complaintRefused(outcome, language))
  }
  return context.redirect(`/klachten/${complaint}`, 303)
}

function refusedPage(context: PageContext, setting: WebSetting, why: string) {
  const { say } = speakingIn(context)
  const title = say('list-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>${problemPanel(why)}<p><a href="/klachten">${title}</a></p>`
  return showPage(context, setting, { title, body, status: 409 })
}

function perform(
  setting: WebSetting,
  actor: Actor,
  complaint: number,
  {
    doe,
    key,
    dagen,
    reactie = '',
    oordeel,
    gevolg,
    reden = '',
    waarom = '',
    antwoord,
    uitleg = '',
  }: Readonly<Record<string, string>>,
) {
  switch (doe) {
    case 'nemen':
      return carryOut(setting, actor, takeComplaint, { complaint }, key)
    case 'vragen':
      return carryOut(setting, actor, askReaction, { complaint, workingDays: Number(dagen) }, key)
    case 'reageren':
      return carryOut(setting, actor, reactToComplaint, { complaint, reaction: reactie }, key)
    case 'oordelen': {
      const outcome = complaintOutcomes.find((each) => each === oordeel)
      const consequence = complaintConsequences.find((each) => each === gevolg)
      const judgement = {
        ...{ complaint, outcome, motivation: reden },
        ...(consequence && { consequence }),
      }
      return carryOut(setting, actor, judgeComplaint, judgement, key)
    }
    case 'vaststellen':
    case 'terug': {
      const input = { complaint, agrees: doe === 'vaststellen', why: waarom }
      return carryOut(setting, actor, confirmJudgement, input, key)
    }
    case 'intrekken':
      return carryOut(setting, actor, withdrawComplaint, { complaint }, key)
    case 'antwoorden': {
      const answer = Object.values(judgementAnswers)
        .flat()
        .find((each) => each === antwoord)
      return carryOut(setting, actor, answerJudgement, { complaint, answer, words: uitleg }, key)
    }
    default:
      return undefined
  }
}

/** What a letting officer must know before they let a home: that somebody complained. */
export async function casesNotice(
  setting: WebSetting,
  actor: Actor,
  about: { readonly listing: number; readonly landlord: string },
  language: Language,
): Promise<Html | ''> {
  const cases = await openCasesOn(setting, actor, about)
  if (cases.length === 0) return ''
  const say = speak(complaintTexts, language)
  const today = dayOf(setting.now())
  return html`<section class="panel panel--bad"><h2 class="utrecht-heading-3">${say('notice-title')}</h2>
<ul>${cases.map((each) => {
    const number = caseNumber({ route: 'complaint', id: each.id }, language)
    const facts = { number, about: decisionKindText(each.kind, language).toLowerCase() }
    const holds = each.urgentUntil !== undefined && each.urgentUntil >= today
    return html`<li><a href="/klachten/${each.id}">${say(holds ? 'notice-urgent' : 'notice', { ...facts, until: each.urgentUntil ?? each.decideBy })}</a></li>`
  })}</ul></section>`
}

/**
 * The cases in which somebody's landlord is asked for an answer, and the judgements of which it is to say what it does
 * with them, for their list of what is next.
 */
export async function casesToAnswer(
  setting: WebSetting,
  actor: Actor,
  language: Language,
): Promise<Html | ''> {
  const asked = await casesLandlordsAnswer(setting, actor)
  const judged = await judgementsLandlordsAnswer(setting, actor)
  if (asked.length + judged.length === 0) return ''
  const say = speak(complaintTexts, language)
  const part = (
    title: 'work-title' | 'answer-work-title',
    cases: readonly StoredComplaint[],
    by: 'reactBy' | 'answerBy',
  ) =>
    cases.length === 0
      ? ''
      : html`<section class="panel"><h2 class="utrecht-heading-3">${say(title)}</h2>
<ul>${cases.map((each) => html`<li><a href="/klachten/${each.id}">${say('work-line', { number: caseNumber(each, language), about: decisionKindText(each.kind, language).toLowerCase(), until: each[by] ?? each.decideBy })}</a>${by === 'answerBy' && each.unansweredSince ? html` <span class="mark mark--bad">${say('late')}</span>` : ''}</li>`)}</ul></section>`
  return html`${part('work-title', asked, 'reactBy')}${part('answer-work-title', judged, 'answerBy')}`
}
