/**
 * Where rules are made (regels maken): proposing and adopting for policy officers, advice for who is asked for
 * it, and the release by two people.
 */
import { html } from 'hono/html'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { Issue } from '../core/policy/issue.ts'
import { adoptRules } from '../operations/adopt-rules.ts'
import { adviseOnRules } from '../operations/advise-on-rules.ts'
import { answerAdvice } from '../operations/answer-advice.ts'
import { hourOf, instantOf } from '../operations/dutch-time.ts'
import { type Actor, carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { proposeRules } from '../operations/propose-rules.ts'
import { releasedBooks } from '../operations/read-rules.ts'
import { confirmRelease, releaseRules } from '../operations/release-rules.ts'
import { adviserRoles } from '../operations/rules-on-their-way.ts'
import {
  type OnTheirWay,
  type Version,
  versionAddress,
  viewRulesOnTheirWay,
  viewVersion,
} from '../operations/view-rules.ts'
import { withdrawRules } from '../operations/withdraw-rules.ts'
import { sayIssue } from '../words/issues.ts'
import { formatMoment, type Language } from '../words/language.ts'
import { capital } from '../words/prose.ts'
import { roleInWords, ruleRefusalText } from '../words/rule-work.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch } from './dutch.ts'
import { choiceField, type Fault, longField, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { findingsPart } from './rules.ts'
import {
  advicesPart,
  forRuleWorkers,
  type RuleWorker,
  refusedAt,
  ruleWorkPage,
  waitsFor,
} from './rules-frame.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { dayFrom, dayTyped } from './work-frame.ts'

const makePath = '/gemeente/verordening'
const advicePath = '/huurders/adviezen'
const releasePath = '/beheer/regels-uitgave'

export const ruleWorkPages: AddPages = (app, setting) => {
  const making = (
    show: (context: PageContext, worker: RuleWorker) => Response | Promise<Response>,
  ) => forRuleWorkers(setting, makePath, show)
  app.get(
    makePath,
    making((context, worker) => makePage(context, setting, worker)),
  )
  app.post(
    makePath,
    making((context, worker) => propose(context, setting, worker)),
  )
  const check = `${makePath}/:version/toets`
  app.get(
    check,
    making((context, worker) => checkPage(context, setting, worker)),
  )
  app.post(
    check,
    making((context, worker) => act(context, setting, worker)),
  )
  const advising = (
    show: (context: PageContext, worker: RuleWorker) => Response | Promise<Response>,
  ) => forRuleWorkers(setting, advicePath, show)
  app.get(
    advicePath,
    advising((context, worker) => advicesPage(context, setting, worker)),
  )
  const one = `${advicePath}/:version`
  app.get(
    one,
    advising((context, worker) => advicePage(context, setting, worker)),
  )
  app.post(
    one,
    advising((context, worker) => advise(context, setting, worker)),
  )
  const releasing = (
    show: (context: PageContext, worker: RuleWorker) => Response | Promise<Response>,
  ) => forRuleWorkers(setting, releasePath, show)
  app.get(
    releasePath,
    releasing((context, worker) => releasePage(context, setting, worker)),
  )
  app.post(
    releasePath,
    releasing((context, worker) => release(context, setting, worker)),
  )
}

type Sent = Readonly<Record<string, string>>

// --- Making

type MakeSent = {
  readonly sent?: Sent
  readonly faults?: readonly Fault[]
  readonly issues?: readonly Issue[]
}

async function makePage(
  context: PageContext,
  setting: WebSetting,
  worker: RuleWorker,
  { sent = {}, faults = [], issues = [] }: MakeSent = {},
) {
  const { actor, say, language } = worker
  const list = (await viewRulesOnTheirWay(setting, actor)) ?? []
  const isMine = ({ may }: OnTheirWay) => may.answer || may.adoptFor.length > 0 || may.confirm
  const choices = proposers(worker).map((each) => ({
    value: `${each.role} ${each.organisation}`,
    label: roleInWords(each, language),
  }))
  const books = (await releasedBooks(setting)).filter(({ isInForce }) => isInForce)
  const all = [
    ...faults,
    ...(issues.length > 0 ? [{ field: 'tekst', text: say('issues-title') }] : []),
  ]
  const body = html`<p class="lead">${say('make-lead')}</p>
<h2 class="utrecht-heading-2">${say('yours')}</h2>${wayList(list.filter(isMine), worker, 'nothing')}
<h2 class="utrecht-heading-2">${say('others')}</h2>${wayList(
    list.filter((each) => !isMine(each)),
    worker,
    'nothing-on-its-way',
  )}
<h2 class="utrecht-heading-2" id="voorstel">${say('propose')}</h2><p>${say('propose-lead')}</p>
<ul>${books.map((each) => html`<li><a href="/regels/${versionAddress(each)}#bestand">${inDutch(each.book.title, language)}</a></li>`)}</ul>
${issuesPart(issues, worker)}
<form method="post" enctype="multipart/form-data" novalidate>${formFields(context.get('visitor'))}
${selectField({ name: 'afzender', label: say('propose-as'), value: sent.afzender, choices })}
${longField({ name: 'tekst', label: say('propose-text'), value: sent.tekst, faults: all, rows: 14, code: true })}
<div class="utrecht-form-field"><label class="utrecht-form-label" for="bestand">${say('propose-file')}</label>
<p class="utrecht-form-field-description" id="bestand-hint">${say('propose-file-hint')}</p><input type="file" id="bestand" name="bestand" accept=".yaml,.yml,.json,text/*" aria-describedby="bestand-hint"></div>
${longField({ name: 'waarom', label: say('propose-why'), hint: say('propose-why-hint'), value: sent.waarom, faults })}
${textField({ name: 'dagen', label: say('propose-days'), hint: say('propose-days-hint'), value: sent.dagen, faults, kind: 'numeric', width: 'narrow' })}
${textField({ name: 'bron', label: say('propose-source'), hint: say('propose-source-hint'), value: sent.bron, faults })}
<p class="actions"><button class="utrecht-button">${say('propose-button')}</button></p></form>`
  return ruleWorkPage(context, setting, worker, {
    ...{ title: say('make-title'), body, faults: all },
  })
}

function proposers({ actor }: RuleWorker) {
  return actor.roles.filter(({ role }) => role === 'municipal-policy' || role === 'landlord-policy')
}

function issuesPart(issues: readonly Issue[], { say, language }: RuleWorker): Html | '' {
  if (issues.length === 0) return ''
  return html`<div class="panel panel--bad"><h3 class="utrecht-heading-3">${say('issues-title')}</h3><ol>${issues.map(
    (issue) => {
      const { found, expected, hint } = sayIssue(issue, language)
      const { line, column } = issue
      const place =
        line === undefined || column === undefined ? '' : say('issue-place', { line, column })
      return html`<li><strong>${place}</strong>${issue.path === '' ? '' : html` <span class="hash">${issue.path}</span>`}<br>
${say('issue-found')}: ${found}<br>${say('issue-expected')}: ${expected}${hint === undefined ? '' : html`<br>${say('issue-hint')}: ${hint}`}</li>`
    },
  )}</ol></div>`
}

async function propose(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const sent = await submitted(context)
  const { afzender = '', tekst = '', waarom = '', dagen = '', bron = '', key } = sent
  const [role, organisation = ''] = afzender.split(' ')
  const as = proposers(worker).find(
    (each) => each.role === role && each.organisation === organisation,
  )
  if (!as || (as.role !== 'municipal-policy' && as.role !== 'landlord-policy')) {
    return notFound(context, setting)
  }
  const file = await fileIn(context, 'bestand')
  const outcome = await carryOut(
    setting,
    worker.actor,
    proposeRules,
    {
      ...{ role: as.role, organisation, bytes: file ?? new TextEncoder().encode(tekst) },
      explanation: waarom,
      ...(dagen === '' ? {} : { term: { days: Number(dagen), source: bron } }),
    },
    key,
  )
  // What was in the file is shown, so that it can be mended here.
  const text = file ? new TextDecoder().decode(file.subarray(0, shownBytesMax)) : tekst
  const again = { ...sent, tekst: text }
  if (isRefusal(outcome)) {
    const faults = refusedAt(outcome, proposeFields, worker.language)
    return makePage(context, setting, worker, { sent: again, faults })
  }
  if ('issues' in outcome) {
    return makePage(context, setting, worker, { sent: again, issues: outcome.issues })
  }
  const version = (await viewRulesOnTheirWay(setting, worker.actor))?.find(
    ({ proposal }) => proposal.id === outcome.proposal,
  )
  return context.redirect(`${makePath}/${version?.address ?? ''}/toets?gedaan=${key ?? ''}`, 303)
}

const shownBytesMax = 200_000
const proposeFields = {
  'explanation-missing': 'waarom',
  'text-too-long': 'waarom',
  'term-out-of-range': 'dagen',
  'term-source-missing': 'bron',
  other: 'tekst',
}

async function fileIn(context: PageContext, name: string): Promise<Uint8Array | undefined> {
  const form = await context.req.parseBody()
  const file = form[name]
  if (!(file instanceof File) || file.size === 0) return undefined
  return new Uint8Array(await file.arrayBuffer())
}

// --- One proposal: the check, answers, decisions of councils

type Found = { readonly version: Version; readonly way: OnTheirWay }

/** A version and the newest proposal of it, with what this worker may do about it. */
async function findWay(
  context: PageContext,
  setting: WebSetting,
  { actor }: RuleWorker,
): Promise<Found | undefined> {
  const version = await viewVersion(setting, context.req.param('version') ?? '')
  const all = (await viewRulesOnTheirWay(setting, actor, true)) ?? []
  const way = all.find(({ address }) => address === version?.address)
  return version && way && { version, way }
}

async function checkPage(
  context: PageContext,
  setting: WebSetting,
  worker: RuleWorker,
  { sent = {}, faults = [] }: { readonly sent?: Sent; readonly faults?: readonly Fault[] } = {},
) {
  const found = await findWay(context, setting, worker)
  if (!found) return notFound(context, setting)
  const { version, way } = found
  const { proposal, may } = way
  const { say, language } = worker
  const title = say('check-title', { title: way.title })
  const hidden = formFields(context.get('visitor'))
  const body = html`<p class="lead">${waitsFor(proposal, worker)}.</p>
<p><a href="/regels/${way.address}">${say('read-version')}</a></p>
<h2 class="utrecht-heading-2">${say('why')}</h2><p>${inDutch(proposal.explanation, language)}</p>
<h2 class="utrecht-heading-2">${say('findings')}</h2>${findingsPart(proposal.findings, version, worker)}
<h2 class="utrecht-heading-2">${say('advices')}</h2>${advicesPart(proposal, worker)}
${may.answer ? answerForms(proposal, { worker, hidden, sent, faults }) : ''}
${
  may.adoptFor.length > 0
    ? html`<h2 class="utrecht-heading-2">${say('adopt')}</h2><p>${say('adopt-lead')}</p>
<form method="post" enctype="multipart/form-data" novalidate>${hidden}<input type="hidden" name="wat" value="vaststellen">
${selectField({ name: 'gemeente', label: say('adopt-municipality'), value: sent.gemeente, choices: may.adoptFor.map((each) => ({ value: each, label: capital(each) })) })}
${textField({ name: 'dag', label: say('adopt-day'), hint: say('adopt-day-hint'), value: sent.dag, faults, width: 'narrow' })}
${textField({ name: 'besluit', label: say('adopt-name'), value: sent.besluit, faults })}
${textField({ name: 'nummer', label: say('adopt-number'), value: sent.nummer, faults, width: 'narrow' })}
<div class="utrecht-form-field"><label class="utrecht-form-label" for="document">${say('adopt-file')}</label><input type="file" id="document" name="document"></div>
${textField({ name: 'code', label: say('adopt-hash'), value: sent.code, faults })}
<p class="actions"><button class="utrecht-button">${say('adopt-button')}</button></p></form>`
    : ''
}
${
  may.withdraw
    ? html`<h2 class="utrecht-heading-2">${say('withdraw')}</h2><p>${say('withdraw-lead')}</p>
<form method="post">${hidden}<input type="hidden" name="wat" value="intrekken"><p class="actions"><button class="utrecht-button utrecht-button--secondary-action">${say('withdraw')}</button></p></form>`
    : ''
}`
  return ruleWorkPage(context, setting, worker, { title, inTitle: way.title, body, faults })
}

type FormParts = {
  readonly worker: RuleWorker
  readonly hidden: ReturnType<typeof formFields>
  readonly sent: Sent
  readonly faults: readonly Fault[]
}

function answerForms(
  { advices }: OnTheirWay['proposal'],
  { worker, hidden, sent, faults }: FormParts,
): Html {
  const { say, language } = worker
  const open = advices.flatMap((advice) =>
    advice.points
      .filter(({ answer }) => answer === undefined)
      .map((point) => ({ advice, point, name: `antwoord-${advice.id}-${point.number}` })),
  )
  return html`<form method="post" class="panel">${hidden}<input type="hidden" name="wat" value="antwoord">
${open.map(
  ({ advice, point, name }) =>
    html`<p><strong>${roleInWords(advice, language)}:</strong> ${inDutch(point.text, language)}</p>
${longField({ name, label: say('answer', { number: point.number }), value: sent[name], faults, rows: 3 })}`,
)}
${open.length > 1 ? html`<p class="soft">${say('answer-some')}</p>` : ''}
<p class="actions"><button class="utrecht-button">${say('answer-button')}</button></p></form>`
}

type Answering = {
  readonly language: Language
  done(): Response
  again(faults: readonly Fault[]): Response | Promise<Response>
}

const answerName = /^antwoord-(.+)-(\d+)$/

/** Answers every point of which the answer was filled in; the others wait, and nothing typed is lost. */
async function answer(
  setting: WebSetting,
  actor: Actor,
  sent: Sent,
  { language, done, again }: Answering,
) {
  const answers = Object.entries(sent).flatMap(([name, text = '']) => {
    const [, advice, number] = answerName.exec(name) ?? []
    return advice === undefined ? [] : [{ name, advice, number: Number(number), answer: text }]
  })
  const filled = answers.filter((each) => each.answer.trim() !== '')
  // Where nothing was filled in, the first is told so.
  const given = filled.length > 0 ? filled : answers.slice(0, 1)
  for (const { name, ...each } of given) {
    const outcome = await carryOut(setting, actor, answerAdvice, each, `${sent.key ?? ''} ${name}`)
    if (isRefusal(outcome)) return again(refusedAt(outcome, { other: name }, language))
  }
  return done()
}

async function act(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const found = await findWay(context, setting, worker)
  if (!found) return notFound(context, setting)
  const { actor, language } = worker
  const { id } = found.way.proposal
  const sent = await submitted(context)
  const { wat, key } = sent
  const done = () =>
    context.redirect(`${makePath}/${found.way.address}/toets?gedaan=${key ?? ''}`, 303)
  const again = (faults: readonly Fault[]) => checkPage(context, setting, worker, { sent, faults })
  if (wat === 'intrekken') {
    const outcome = await carryOut(setting, actor, withdrawRules, { proposal: id }, key)
    if (isRefusal(outcome)) return again(refusedAt(outcome, {}, language))
    return context.redirect(`${makePath}?gedaan=${key ?? ''}`, 303)
  }
  if (wat === 'antwoord') return answer(setting, actor, sent, { done, again, language })
  if (wat !== 'vaststellen') return notFound(context, setting)
  const decidedOn = dayFrom(sent.dag)
  if (decidedOn === undefined) {
    const text = ruleRefusalText({ refused: 'day-missing', facts: {} }, language)
    return again([{ field: 'dag', text }])
  }
  const file = await fileIn(context, 'document')
  const outcome = await carryOut(
    setting,
    actor,
    adoptRules,
    {
      ...{ proposal: id, municipality: sent.gemeente ?? '', decidedOn, title: sent.besluit ?? '' },
      number: sent.nummer ?? '',
      document: file ? hex(sha256(file)) : (sent.code ?? '').trim().toLowerCase(),
    },
    key,
  )
  if (!isRefusal(outcome)) return done()
  if (outcome.refused === 'not-found') return notFound(context, setting)
  return again(refusedAt(outcome, adoptFields, language))
}

const adoptFields = {
  'decision-missing': 'besluit',
  'text-too-long': 'besluit',
  'decided-later': 'dag',
  'decided-before-proposed': 'dag',
  'document-missing': 'code',
  other: 'gemeente',
}

// --- Advice

async function advicesPage(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const { say, actor } = worker
  const list = (await viewRulesOnTheirWay(setting, actor)) ?? []
  const isMine = ({ may }: OnTheirWay) => may.advise.length > 0
  const own = list.filter(isMine)
  const body = html`<p class="lead">${say('advise-lead')}</p>
<h2 class="utrecht-heading-2">${say('yours')}</h2>
${own.length === 0 ? html`<p>${say('nothing')}</p>` : html`<ul class="cards">${own.map((each) => html`<li class="card"><h3 class="utrecht-heading-3"><a href="${advicePath}/${each.address}">${inDutch(each.title, worker.language)}</a></h3><p class="small">${waitsFor(each.proposal, worker)}.</p></li>`)}</ul>`}
<h2 class="utrecht-heading-2">${say('others')}</h2>${wayList(
    list.filter((each) => !isMine(each)),
    worker,
    'nothing-on-its-way',
  )}`
  return ruleWorkPage(context, setting, worker, {
    ...{ title: say('advise-title'), body },
  })
}

async function advicePage(
  context: PageContext,
  setting: WebSetting,
  worker: RuleWorker,
  { sent = {}, faults = [] }: { readonly sent?: Sent; readonly faults?: readonly Fault[] } = {},
) {
  const found = await findWay(context, setting, worker)
  if (!found) return notFound(context, setting)
  const { say, language } = worker
  const { way, version } = found
  const { proposal, may } = way
  const verdicts = (['agree', 'agree-with-points', 'disagree'] as const).map((value) => ({
    ...{ value, label: capital(say(`verdict-${value}`)) },
  }))
  const choices = may.advise.map((each) => ({
    value: `${each.role} ${each.organisation}`,
    label: roleInWords(each, language),
  }))
  const body = html`<p class="lead">${waitsFor(proposal, worker)}.</p>
<p><a href="/regels/${way.address}">${say('read-version')}</a></p>
<h2 class="utrecht-heading-2">${say('why')}</h2><p>${inDutch(proposal.explanation, language)}</p>
<h2 class="utrecht-heading-2">${say('findings')}</h2>${findingsPart(proposal.findings, version, worker)}
<h2 class="utrecht-heading-2">${say('advised-all')}</h2>${advicesPart(proposal, worker)}
${
  choices.length === 0
    ? ''
    : html`<h2 class="utrecht-heading-2">${say('advise-button')}</h2>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${selectField({ name: 'afzender', label: say('advise-as'), value: sent.afzender, choices })}
${choiceField({ name: 'oordeel', label: say('advise-verdict'), value: sent.oordeel, choices: verdicts, faults })}
${longField({ name: 'toelichting', label: say('advise-text'), value: sent.toelichting, faults })}
${longField({ name: 'punten', label: say('advise-points'), hint: say('advise-points-hint'), value: sent.punten, faults })}
<p class="actions"><button class="utrecht-button">${say('advise-button')}</button></p></form>`
}`
  return ruleWorkPage(context, setting, worker, {
    ...{ title: say('advise-one', { title: way.title }), inTitle: way.title, body, faults },
  })
}

async function advise(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const found = await findWay(context, setting, worker)
  if (!found) return notFound(context, setting)
  const sent = await submitted(context)
  const { afzender = '', oordeel, toelichting = '', punten = '', key } = sent
  const [named = '', organisation = ''] = afzender.split(' ')
  const role = adviserRoles.find((each) => each === named)
  if (!role) return notFound(context, setting)
  const verdict = (['agree', 'agree-with-points', 'disagree'] as const).find(
    (each) => each === oordeel,
  )
  const again = (faults: readonly Fault[]) => advicePage(context, setting, worker, { sent, faults })
  if (!verdict) return again([{ field: 'oordeel', text: worker.say('advise-verdict') }])
  const outcome = await carryOut(
    setting,
    worker.actor,
    adviseOnRules,
    {
      ...{ proposal: found.way.proposal.id, role, organisation, verdict, text: toelichting },
      points: punten.split(/\r?\n/),
    },
    key,
  )
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return again(refusedAt(outcome, adviceFields, worker.language))
  }
  return context.redirect(`${advicePath}/${found.way.address}?gedaan=${key ?? ''}`, 303)
}

const adviceFields = {
  'points-missing': 'punten',
  'too-many-points': 'punten',
  'reasons-missing': 'toelichting',
  'text-too-long': 'toelichting',
  other: 'oordeel',
}

// --- Release

type ReleaseSent = { readonly sent?: Sent; readonly faults?: readonly Fault[] }

async function releasePage(
  context: PageContext,
  setting: WebSetting,
  worker: RuleWorker,
  { sent = {}, faults = [] }: ReleaseSent = {},
) {
  const { say, actor, language } = worker
  const list = (await viewRulesOnTheirWay(setting, actor)) ?? []
  const isMine = ({ may }: OnTheirWay) => may.release || may.confirm
  const own = list.filter(isMine)
  const hidden = formFields(context.get('visitor'))
  const now = setting.now()
  const part = (way: OnTheirWay): Html => {
    const { proposal, may, address, title } = way
    const { id, decidesFrom } = proposal
    const isSent = sent.voorstel === id
    const typed = (name: string, ready: string) => (isSent ? sent[name] : ready)
    const day = decidesFrom ?? new Date(now.getTime() + 86_400_000)
    return html`<section class="panel"><h3 class="utrecht-heading-3"><a href="/regels/${address}">${inDutch(title, language)}</a></h3>
<p class="small">${waitsFor(proposal, worker)}.</p>
${
  may.release
    ? html`<form method="post" novalidate>${hidden}<input type="hidden" name="voorstel" value="${id}"><input type="hidden" name="wat" value="kiezen">
${textField({ name: `dag-${id}`, label: say('release-day'), hint: say('adopt-day-hint'), value: typed(`dag-${id}`, dayTyped(dayOf(day))), faults, width: 'narrow' })}
${textField({ name: `uur-${id}`, label: say('release-hour'), hint: say('release-hour-hint'), value: typed(`uur-${id}`, decidesFrom ? hourOf(decidesFrom) : '00:00'), faults, width: 'narrow' })}
<p class="actions"><button class="utrecht-button${decidesFrom ? ' utrecht-button--secondary-action' : ''}">${say(decidesFrom ? 'release-again' : 'release-button')}</button></p></form>`
    : ''
}
${
  may.confirm && decidesFrom && decidesFrom <= now
    ? html`<p>${say('confirm-late')}</p>`
    : may.confirm && decidesFrom
      ? html`<form method="post">${hidden}<input type="hidden" name="voorstel" value="${id}"><input type="hidden" name="wat" value="bevestigen">
<p id="bevestig-${id}">${say('confirm', { from: formatMoment(decidesFrom, language) })}</p>
<p class="actions"><button class="utrecht-button">${say('confirm-button')}</button></p></form>`
      : ''
}</section>`
  }
  const body = html`<p class="lead">${say('release-lead')}</p>
<h2 class="utrecht-heading-2">${say('yours')}</h2>${own.length === 0 ? html`<p>${say('nothing')}</p>` : own.map(part)}
<h2 class="utrecht-heading-2">${say('others')}</h2>${wayList(
    list.filter((each) => !isMine(each)),
    worker,
    'nothing-on-its-way',
  )}`
  return ruleWorkPage(context, setting, worker, {
    ...{ title: say('release-title'), body, faults },
  })
}

const hourTyped = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

async function release(context: PageContext, setting: WebSetting, worker: RuleWorker) {
  const { actor, language } = worker
  const sent = await submitted(context)
  const { voorstel = '', wat, key } = sent
  const again = (faults: readonly Fault[]) =>
    releasePage(context, setting, worker, { sent, faults })
  const done = () => context.redirect(`${releasePath}?gedaan=${key ?? ''}`, 303)
  if (wat === 'bevestigen') {
    const outcome = await carryOut(setting, actor, confirmRelease, { proposal: voorstel }, key)
    if (!isRefusal(outcome)) return done()
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return again(refusedAt(outcome, { other: `bevestig-${voorstel}` }, language))
  }
  const day = dayFrom(sent[`dag-${voorstel}`])
  const [, hours, minutes] = hourTyped.exec((sent[`uur-${voorstel}`] ?? '').trim()) ?? []
  if (day === undefined || hours === undefined) {
    const text = ruleRefusalText({ refused: 'day-missing', facts: {} }, language)
    return again([{ field: `${day === undefined ? 'dag' : 'uur'}-${voorstel}`, text }])
  }
  const decidesFrom = instantOf(day, `${hours.padStart(2, '0')}:${minutes}`)
  const asked = { proposal: voorstel, decidesFrom }
  const outcome = await carryOut(setting, actor, releaseRules, asked, key)
  if (!isRefusal(outcome)) return done()
  if (outcome.refused === 'not-found') return notFound(context, setting)
  return again(refusedAt(outcome, { other: `dag-${voorstel}` }, language))
}

// --- Parts

function wayList(
  list: readonly OnTheirWay[],
  worker: RuleWorker,
  none: 'nothing' | 'nothing-on-its-way',
): Html {
  const { say, language, actor } = worker
  if (list.length === 0) return html`<p>${say(none)}</p>`
  const named = say(none === 'nothing' ? 'yours' : 'others')
  const makes = actor.roles.some(
    ({ role }) => role === 'municipal-policy' || role === 'landlord-policy',
  )
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${named}"><table class="utrecht-table dense"><caption class="only-heard">${named}</caption>
<thead><tr><th scope="col">${say('book')}</th><th scope="col">${say('proposed-by')}</th><th scope="col">${say('waits')}</th></tr></thead>
<tbody>${list.map(
    ({
      address,
      title,
      proposal,
    }) => html`<tr><td data-label="${say('book')}"><a href="/regels/${address}">${inDutch(title, language)}</a>${makes ? html`<br><a class="small" href="${makePath}/${address}/toets">${say('to-check')}</a>` : ''}</td>
<td data-label="${say('proposed-by')}">${roleInWords(proposal, language)}<br><span class="small soft">${formatMoment(proposal.proposedAt, language)}</span></td>
<td data-label="${say('waits')}">${waitsFor(proposal, worker)}</td></tr>`,
  )}</tbody></table></div>`
}
