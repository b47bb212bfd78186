/** The counter, who somebody is (balie): putting forward a right name or date of birth, and what the second sees of it. */
import { html } from 'hono/html'
import { carryOut, dayOf, isRefusal, type Refusal } from '../operations/operation.ts'
import {
  bornIn,
  identityGrounds,
  identityPapers,
  proposeIdentity,
} from '../operations/propose-identity.ts'
import {
  type CorrectionView,
  type CounterView,
  type IdentityCorrected,
  waitingIdentity,
} from '../operations/view-counter.ts'
import { identityInWords, identityTexts } from '../words/identity.ts'
import { isKeyOf, type Language, speak } from '../words/language.ts'
import { refusedInWords } from '../words/work.ts'
import { type AddPages, notFound } from './app.ts'
import { backTo, forVisit } from './counter-visit.ts'
import { choiceField, type Fault, faultSummary, selectField, textField } from './form.ts'
import type { Html } from './page.ts'
import { type Submitted, submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { dayFrom, dayTyped, type Worker, workPage } from './work-frame.ts'

type More = { readonly faults?: readonly Fault[]; readonly typed?: Submitted }

export const counterIdentityPages: AddPages = (app, setting) => {
  const at = '/werk/balie/:visit{[0-9]+}/persoon'
  app.get(
    at,
    forVisit(setting, (context, worker, view) => identityPage(context, setting, worker, view)),
  )
  app.post(
    at,
    forVisit(setting, (context, worker, view) => propose(context, setting, worker, view)),
  )
}

async function identityPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
  { typed, faults = [] }: More = {},
) {
  const { say: sayWork, language } = worker
  const say = speak(identityTexts, language)
  const { name, file } = view
  const born = bornIn(file.facts)
  const waiting = await waitingIdentity(setting, view.person)
  const isNew = context.req.query('gedaan') === 'ja'
  const title = say('title', { name })
  const choose = { value: '', label: say('choose') }
  const form = html`<p class="measure">${say('lead', { name })}</p><p class="measure">${say('not-transfer')}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${textField({ name: 'naam', label: say('name'), hint: say('name-hint'), value: typed?.naam ?? name, faults })}
${textField({ name: 'geboren', label: say('born'), hint: sayWork('born-hint'), value: typed?.geboren ?? (born === undefined ? '' : dayTyped(born)), faults })}
${selectField({ name: 'grond', label: say('ground'), value: typed?.grond, faults, choices: [choose, ...identityGrounds.map((each) => ({ value: each, label: say(`ground-${each}`) }))] })}
${selectField({ name: 'bewijs', label: say('paper'), value: typed?.bewijs, faults, choices: [choose, ...identityPapers.map((each) => ({ value: each, label: say(`paper-${each}`) }))] })}
${textField({ name: 'bewijsdag', label: say('paper-on'), hint: say('paper-on-hint'), value: typed?.bewijsdag, faults })}
${choiceField({ ...{ name: 'gezien', label: '', many: true, faults }, value: typed?.gezien, choices: [{ value: 'ja', label: say('seen') }] })}
<p class="actions"><button class="utrecht-button">${say('propose')}</button> <a href="${backTo(context)}">${say('back')}</a></p></form>`
  const wait =
    waiting &&
    html`<div class="panel${isNew ? ' panel--good' : ''}" role="status"><p>${isNew ? say('proposed', { name }) : say('waits', { on: dayOf(waiting.proposedAt) })}</p>
<p>${waiting.change.about === 'identity' ? identityInWords(waiting.change, language) : ''}</p></div>
<p class="actions"><a href="${backTo(context)}">${say('back')}</a></p>`
  const body = html`${faultSummary(faults, worker.language)}<h1 class="utrecht-heading-1">${title}</h1>
${wait ?? form}`
  return workPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  ...{ 'born-odd': 'geboren', 'too-young': 'geboren', 'identity-ground-missing': 'grond' },
  ...{ 'paper-missing': 'bewijs', 'paper-in-future': 'bewijsdag', 'paper-not-seen': 'gezien' },
}

async function propose(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
) {
  const { language, actor } = worker
  const say = speak(identityTexts, language)
  const typed = await submitted(context)
  const born = dayFrom(typed.geboren)
  const paperOn = dayFrom(typed.bewijsdag)
  const ground = identityGrounds.find((each) => each === typed.grond)
  const paper = identityPapers.find((each) => each === typed.bewijs)
  if (born === undefined || !ground || !paper || paperOn === undefined) {
    const faults = [
      ...(born === undefined ? [{ field: 'geboren', text: say('born-odd') }] : []),
      ...(ground ? [] : [{ field: 'grond', text: say('identity-ground-missing') }]),
      ...(paper ? [] : [{ field: 'bewijs', text: say('paper-missing') }]),
      ...(paperOn === undefined ? [{ field: 'bewijsdag', text: say('paper-day-missing') }] : []),
      ...(typed.gezien === 'ja' ? [] : [{ field: 'gezien', text: say('paper-not-seen') }]),
    ]
    return identityPage(context, setting, worker, view, { typed, faults })
  }
  const { visit } = view
  const isSeen = typed.gezien === 'ja'
  const input = { visit, name: typed.naam ?? '', born, ground, paper, paperOn, isSeen }
  const outcome = await carryOut(setting, actor, proposeIdentity, input, typed.key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const faults = [identityFault(outcome, language, fieldsOfRefusals[outcome.refused] ?? 'naam')]
    return identityPage(context, setting, worker, view, { typed, faults })
  }
  return context.redirect(`${backTo(context)}/persoon?gedaan=ja`, 303)
}

/** Why a correction of who somebody is was not done, at the field it is about. */
export function identityFault(refusal: Refusal, language: Language, field = 'motivering'): Fault {
  const { refused, facts } = refusal
  const text = isKeyOf(identityTexts, refused)
    ? speak(identityTexts, language)(refused, { ...facts })
    : refusedInWords(refusal, language)
  return { field, text }
}

/** What the second sees: whose file it is, what changes, on what ground and paper, and what to look out for. */
export function identityProposed(
  { ground: onGround, source, name, isTwice, reviewedAt }: CorrectionView,
  change: IdentityCorrected,
  { say: sayWork, language }: Worker,
): Html {
  const say = speak(identityTexts, language)
  const ground = identityGrounds.find((each) => each === onGround)
  const paper = identityPapers.find((each) => each === source)
  const { paperOn } = change
  const of =
    paper && paperOn !== undefined
      ? say('review-paper-of', { paper: say(`paper-${paper}`), on: paperOn })
      : ''
  const notes = [
    ...(change.name && change.born ? [say('review-both')] : []),
    ...(isTwice ? [say('review-namesake')] : []),
  ]
  return html`<p class="lead">${identityInWords(change, language)}</p>
<dl class="facts"><dt>${say('review-who')}</dt><dd>${name ?? ''}</dd>
<dt>${sayWork('correction-ground')}</dt><dd>${ground ? say(`ground-${ground}`) : ''}</dd>
<dt>${say('review-paper')}</dt><dd>${of}</dd></dl>
${reviewedAt ? '' : html`${notes.map((note) => html`<p class="panel">${note}</p>`)}<p class="measure">${say('review-ask')}</p>`}`
}
