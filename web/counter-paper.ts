/** The counter, on paper and in data (balie): entering a paper registration, changing a file, and printing an overview. */
import { html } from 'hono/html'
import { carryOut, dayOf, isRefusal, type Refusal } from '../operations/operation.ts'
import { referenceOfFile, registerOnPaper } from '../operations/register-on-paper.ts'
import {
  type Answers,
  faultsOf,
  municipalitiesOf,
  registrationFrom,
  registrationPages,
  rentFaults,
  text,
  wishesFrom,
} from '../operations/registration-form.ts'
import { changeAtCounter, serveAtCounter } from '../operations/serve-at-counter.ts'
import {
  type CounterView,
  closedPrinted,
  decisionsInVisit,
  logInVisit,
  mandatesInVisit,
} from '../operations/view-counter.ts'
import { referenceOf } from '../operations/view-own-file.ts'
import { workplacesOf } from '../operations/view-work.ts'
import { counterTexts } from '../words/counter.ts'
import { formatMoment, isKeyOf, type Language, speak } from '../words/language.ts'
import { messageBody, messageCodes, messageSubject } from '../words/messages.ts'
import { mineTexts } from '../words/mine.ts'
import { faultTexts, registerTexts } from '../words/register.ts'
import { refusedInWords } from '../words/work.ts'
import { type AddPages, notFound } from './app.ts'
import { casesPart } from './counter-cases.ts'
import { backTo, forVisit } from './counter-visit.ts'
import {
  choiceField,
  type Fault,
  faultSummary,
  problemPanel,
  selectField,
  textField,
} from './form.ts'
import { mandateInWords } from './mandates.ts'
import {
  answersFrom,
  changeFaults,
  changeFrom,
  earlierPart,
  logTable,
  residenceField,
} from './my-file.ts'
import type { Html } from './page.ts'
import { showReceipt } from './receipt.ts'
import {
  fieldsOf,
  householdFields,
  incomeField,
  placeFields,
  professionField,
  situationField,
  wishFields,
} from './register.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { forWorkers, type Worker, workPage } from './work-frame.ts'

export const counterPaperPages: AddPages = (app, setting) => {
  app.get(
    '/werk/balie/inschrijven',
    forWorkers(setting, (context, worker) => entryPage(context, setting, worker)),
  )
  app.post(
    '/werk/balie/inschrijven',
    forWorkers(setting, (context, worker) => enter(context, setting, worker)),
  )
  app.get(
    '/werk/balie/:visit{[0-9]+}/gegevens',
    forVisit(setting, (context, worker, view) => changePage(context, setting, worker, { view })),
  )
  app.post(
    '/werk/balie/:visit{[0-9]+}/gegevens',
    forVisit(setting, (context, worker, view) => change(context, setting, worker, view)),
  )
  app.get(
    '/werk/balie/:visit{[0-9]+}/afdruk',
    forVisit(setting, (context, worker, view) => printPage(context, setting, worker, view)),
  )
}

type Sent = { readonly answers: Answers; readonly faults: readonly Fault[] }

// --- A registration on paper

async function entryPage(context: PageContext, setting: WebSetting, worker: Worker, sent?: Sent) {
  const { language, say: sayWork, actor } = worker
  const say = speak(counterTexts, language)
  const answers = sent?.answers ?? {}
  const faults = sent?.faults ?? []
  const asking = {
    say: speak(registerTexts, language),
    language,
    places: await municipalitiesOf(setting),
  }
  const places = await workplacesOf(setting, actor)
  const part = (page: (typeof registrationPages)[number]['page']) =>
    html`<section><h2 class="utrecht-heading-3">${asking.say(`q-${page}`)}</h2>${fieldsOf(page, answers, faults, asking)}${page === 'naam' ? textField({ ...{ name: 'post', label: say('post'), hint: say('post-hint') }, value: answers.post, faults }) : ''}</section>`
  const isNamesake = faults.some(({ field }) => field === 'ander')
  const title = say('paper-title')
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1><p class="measure">${say('paper-lead')}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${selectField({ name: 'verhuurder', label: sayWork('counter-at'), value: answers.verhuurder, choices: places.map(({ id, name }) => ({ value: id, label: name })) })}
${registrationPages.map(({ page }) => part(page))}
${choiceField({ ...{ name: 'getekend', label: '', many: true, value: answers.getekend, faults }, choices: [{ value: 'ja', label: say('signed') }] })}
${isNamesake ? choiceField({ ...{ name: 'ander', label: '', many: true, value: answers.ander, faults }, choices: [{ value: 'ja', label: say('another') }] }) : ''}
<p class="actions"><button class="utrecht-button">${say('enter')}</button> <a href="/inschrijven/papier">${say('new-form')}</a></p></form>`
  const status = faults.length > 0 ? 422 : 200
  return workPage(context, setting, { title, body, status })
}

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  ...{ 'not-signed': 'getekend', 'address-missing': 'post', 'address-too-long': 'post' },
  ...{ 'registered-already': 'ander', 'under-age': 'born-day' },
}

async function enter(context: PageContext, setting: WebSetting, worker: Worker) {
  const { language, actor } = worker
  const answers = await submitted(context)
  const today = dayOf(setting.now())
  const sayFault = speak(faultTexts, language)
  const faults = registrationPages
    .flatMap(({ page }) => faultsOf(page, answers, today))
    .map(({ field, code }) => ({ field, text: sayFault(code) }))
  const registration = registrationFrom(answers, today)
  if (faults.length > 0 || !registration) {
    return entryPage(context, setting, worker, { answers, faults })
  }
  const landlord = text(answers, 'verhuurder')
  const input = {
    ...{ landlord, registration, postalAddress: text(answers, 'post') },
    ...{ isSigned: answers.getekend === 'ja', isSomebodyElse: answers.ander === 'ja' },
  }
  const { key } = answers
  const outcome = await carryOut(setting, actor, registerOnPaper, input, key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const field = fieldsOfRefusals[outcome.refused] ?? 'name'
    const words = refusedAtCounter(outcome, language)
    return entryPage(context, setting, worker, { answers, faults: [{ field, text: words }] })
  }
  const known = referenceOfFile(outcome.person)
  const visit = { landlord, known, born: registration.born }
  const opened = await carryOut(setting, actor, serveAtCounter, visit, key && `${key}-open`)
  if (isRefusal(opened)) return context.redirect('/werk/balie', 303)
  return context.redirect(`/werk/balie/${opened.visit}?ingeschreven=${outcome.event}`, 303)
}

/** Why something was not done at the counter, in words. */
export function refusedAtCounter(refusal: Refusal, language: Language): string {
  const { refused, facts } = refusal
  return isKeyOf(counterTexts, refused)
    ? speak(counterTexts, language)(refused, { ...facts })
    : refusedInWords(refusal, language)
}

// --- Changing a file

async function changePage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  {
    view,
    sent,
  }: { readonly view: CounterView; readonly sent?: Sent & { readonly problem?: string } },
) {
  const { language } = worker
  const say = speak(counterTexts, language)
  const ask = speak(registerTexts, language)
  const { name } = view
  const answers = sent?.answers ?? answersFrom(view.file, language)
  const faults = sent?.faults ?? []
  const asking = { say: ask, language, places: await municipalitiesOf(setting) }
  const title = say('change-title', { name })
  const body = html`${faultSummary(faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(sent?.problem)}
<p class="measure">${say('change-lead', { name })}</p>
<form method="post" novalidate>${formFields(context.get('visitor'))}
${householdFields(answers, faults, ask)}
${residenceField(answers, faults, ask)}
${situationField(answers, faults, ask)}
${professionField(answers, faults, ask)}
${incomeField(answers, faults, ask)}
<h2 class="utrecht-heading-3">${say('moved')}</h2>${placeFields(answers, faults, asking)}
${earlierPart(view.file, answers, faults, asking)}
<p class="actions"><button class="utrecht-button" name="doe" value="gegevens">${say('save')}</button> <a href="${backTo(context)}">${say('back')}</a></p></form>
<form method="post" novalidate><h2 class="utrecht-heading-2">${say('wishes')}</h2>${formFields(context.get('visitor'))}
${wishFields(answers, faults, asking)}
<p class="actions"><button class="utrecht-button utrecht-button--secondary-action" name="doe" value="wensen">${say('save-wishes')}</button></p></form>
<p class="small soft">${say('not-here')}</p>`
  const status = faults.length > 0 ? 422 : sent?.problem === undefined ? 200 : 409
  return workPage(context, setting, { title, body, status })
}

async function change(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
) {
  const { language, actor } = worker
  const answers = await submitted(context)
  const sayFault = speak(faultTexts, language)
  const isAboutWishes = answers.doe === 'wensen'
  const wrong = isAboutWishes
    ? rentFaults(answers)
    : changeFaults(answers, dayOf(setting.now()), view.file)
  const faults = wrong.map(({ field, code }) => ({ field, text: sayFault(code) }))
  if (faults.length > 0) {
    return changePage(context, setting, worker, { view, sent: { answers, faults } })
  }
  const visit = Number(context.req.param('visit'))
  const input = (person: string) =>
    isAboutWishes ? { person, wishes: wishesFrom(answers) } : changeFrom(person, answers)
  const outcome = await carryOut(setting, actor, changeAtCounter, { visit, input }, answers.key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    const problem = refusedAtCounter(outcome, language)
    return changePage(context, setting, worker, { view, sent: { answers, faults: [], problem } })
  }
  return context.redirect(`${backTo(context)}?gedaan=ja`, 303)
}

// --- What is handed over on paper

async function printPage(
  context: PageContext,
  setting: WebSetting,
  worker: Worker,
  view: CounterView,
) {
  const { language, actor } = worker
  const say = speak(counterTexts, language)
  const { name, person, landlord, registration, registeredEvent, responses, messages } = view
  const places = await workplacesOf(setting, actor)
  const office = places.find(({ id }) => id === landlord)?.name ?? landlord
  const cases = (await decisionsInVisit(setting, view)).filter(({ complaint }) => complaint)
  const { running } = await mandatesInVisit(setting, view)
  const log = await logInVisit(setting, view)
  const title = say('print-title', { name })
  const moment = formatMoment(setting.now(), language)
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p>${say('print-made', { landlord: office, moment })}</p>
<p><strong class="code">${say('reference', { reference: referenceOfFile(person) })}</strong></p>
<h2 class="utrecht-heading-2">${say('registration')}</h2><p>${registrationInWords(registration, language)}</p>
${registeredEvent === undefined ? '' : await showReceipt(setting, registeredEvent, language)}
<h2 class="utrecht-heading-2">${say('print-places')}</h2>
${responses.length === 0 ? html`<p>${say('print-none', { days: closedPrinted })}</p>` : html`<p>${say('print-lately', { days: closedPrinted })}</p><table class="utrecht-table"><thead><tr><th scope="col">${say('print-home')}</th><th scope="col">${say('print-place')}</th></tr></thead><tbody>${responses.map((each) => html`<tr><td>${each.home?.address ?? each.listing}</td><td>${placeInWords(each, language)}${each.offerState === 'open' ? html` · ${say('print-offer')}` : ''}</td></tr>`)}</tbody></table>`}
${running.length === 0 ? '' : html`<h2 class="utrecht-heading-2">${say('print-mandates')}</h2><ul>${running.map((each) => html`<li>${each.name}. ${mandateInWords(each, language)}</li>`)}</ul>`}
${cases.length === 0 ? '' : html`<h2 class="utrecht-heading-2">${say('print-cases')}</h2>${casesPart(cases, language)}`}
<h2 class="utrecht-heading-2">${say('print-messages')}</h2>
<ul class="plain">${messages.flatMap((message) => {
    const code = messageCodes.find((each) => each === message.code)
    if (!code) return []
    const { at, facts, home } = message
    return html`<li class="message"><strong>${messageSubject(code, language)}</strong> <span class="small soft">${formatMoment(at, language)} · ${say('reference', { reference: referenceOf(message) })}</span><br>${messageBody(code, facts, home?.address, language)}</li>`
  })}</ul>
${log.length === 0 ? '' : html`<h2 class="utrecht-heading-2">${speak(mineTexts, language)('log-title')}</h2><p>${say('print-log')}</p>${logTable(log, undefined, language)}`}
<p class="small">${say('print-how')}</p>
<p class="no-print"><a href="${backTo(context)}">${say('back')}</a></p>`
  return workPage(context, setting, { title, body })
}

/** How a registration stands, for who looks at it from the other side of the counter. */
export function registrationInWords(
  { state, since, lastDay, ended, can, restorableUntil }: CounterView['registration'],
  language: Language,
): Html {
  const say = speak(counterTexts, language)
  const is =
    state === 'ended' && ended
      ? say('state-ended', { on: ended.on })
      : since === undefined || state === 'none' || state === 'ended'
        ? say('state-none')
        : say(`state-${state}`, { since })
  const until =
    can.restore && restorableUntil !== undefined
      ? say('until-restore', { until: restorableUntil })
      : state === 'active' && lastDay !== undefined
        ? say('until', { until: lastDay })
        : ''
  return html`${is} ${until}`
}

function placeInWords(
  { withdrawnAt, place, placed, code, state, closesAt }: CounterView['responses'][number],
  language: Language,
): string {
  const say = speak(counterTexts, language)
  if (withdrawnAt !== null) return say('place-withdrawn')
  if (place !== null) return say('place-of', { place, placed: placed ?? place })
  if (code !== null) return say('place-not')
  if (state === 'withdrawn') return say('place-gone')
  if (state === 'let' || state === 'in-vain') return say('place-none')
  return state === 'open' && closesAt !== null
    ? say('place-open', { closes: formatMoment(closesAt, language) })
    : say('place-waiting')
}
