/** My data, my wishes, and who looked (gegevens, wensen, inzage), with all of it to take along. */
import { html } from 'hono/html'
import { type CalendarDate, partsOf } from '../core/basics/calendar-date.ts'
import { centsIn } from '../operations/amount-typed.ts'
import { changeFile, type FileChange } from '../operations/change-file.ts'
import { earlierHomes, homeNow } from '../operations/earlier-homes.ts'
import { erasePerson } from '../operations/erase-person.ts'
import { carryOut, dayOf, isRefusal, mayDo } from '../operations/operation.ts'
import {
  type Answers,
  dateIn,
  earlierAnswers,
  earlierFaults,
  earlierFrom,
  type FormFault,
  faultsOf,
  incomeFaults,
  isEmailOrNothing,
  municipalitiesOf,
  placeFaults,
  rentFaults,
  residenceStatuses,
  sizeFaults,
  text,
  wishesFrom,
} from '../operations/registration-form.ts'
import {
  exportFile,
  type LoggedAbout,
  ownIdentityCorrections,
  type PersonFile,
  readOwnLog,
  type StoredCorrection,
  viewOwnFile,
} from '../operations/view-own-file.ts'
import { identityInWords, identityTexts } from '../words/identity.ts'
import { formatAmount, formatMoment, type Language, speak } from '../words/language.ts'
import { doerInWords } from '../words/mandates.ts'
import { mineTexts } from '../words/mine.ts'
import { fieldsDescribed, ownDataInWords, ownDataTexts, type ToldPart } from '../words/own-data.ts'
import { readingGroundText } from '../words/readings.ts'
import { refusalText } from '../words/refusals.ts'
import { faultTexts, registerTexts } from '../words/register.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch } from './dutch.ts'
import { choiceField, type Fault, faultSummary, problemPanel, textField } from './form.ts'
import { personOr } from './mine.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage } from './page-links.ts'
import { showReceipt } from './receipt.ts'
import {
  type Asking,
  choiceName,
  earlierFields,
  householdFields,
  incomeField,
  livedBeforeInWords,
  livesIn,
  placeFields,
  professionField,
  type RegisterSay,
  situationField,
  wishFields,
} from './register.ts'
import { submitted } from './submitted.ts'
import { breaksInFile, exportsWithFile } from './supervision.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { onBehalf } from './whose.ts'

export const filePages: AddPages = (app, setting) => {
  app.get('/mijn/gegevens', (context) => dataPage(context, setting))
  app.get('/mijn/gegevens/veranderen', (context) => changePage(context, setting))
  app.post('/mijn/gegevens/veranderen', (context) => saveData(context, setting))
  app.get('/mijn/wensen', (context) => wishesPage(context, setting))
  app.post('/mijn/wensen', (context) => saveWishes(context, setting))
  app.get('/mijn/inzage', (context) => logPage(context, setting))
  app.get('/mijn/inzage/wissen', (context) => erasePage(context, setting))
  app.post('/mijn/inzage/wissen', (context) => erase(context, setting))
  app.get('/mijn/inzage/gegevens', (context) => allDataPage(context, setting))
  app.get('/mijn/inzage/gegevens.json', (context) => download(context, setting))
}

async function dataPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const ask = speak(registerTexts, language)
  const { facts, name, email } = own.file
  const lives = homeNow(own.file.spells)
  const before = earlierHomes(own.file.spells)
  const born = facts.born
  const rows = [
    [say('data-name'), name],
    [
      say('data-born'),
      typeof born === 'number' ? say('data-day', { day: born }) : say('data-none'),
    ],
    [say('data-residence'), choiceName(facts['residence-status'], ask)],
    [
      say('data-household'),
      say('data-persons', {
        size: Number(facts['household-size'] ?? 1),
        children: Number(facts.children ?? 0),
      }),
    ],
    [say('data-situation'), choiceName(facts['housing-situation'], ask)],
    [
      say('data-lives'),
      lives
        ? say('data-lives-since', {
            place: livesIn(String(lives.attributes.municipality), ask, language),
            since: lives.from,
          })
        : say('data-none'),
    ],
    ...(before.length > 0
      ? [[say('data-before'), livedBeforeInWords(before, ask, language)] as const]
      : []),
    [say('data-profession'), choiceName(facts['profession-group'], ask)],
    [
      say('data-income'),
      typeof facts['household-income'] === 'number'
        ? say('data-a-year', { income: facts['household-income'] })
        : say('data-none'),
    ],
    [say('data-email'), email ?? say('data-none')],
  ] as const
  const title = say('data-title')
  const corrections = await ownIdentityCorrections(setting, found.actor, found.person)
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${await savedNotice(context, setting, say('data-saved'))}<p>${say('data-lead')}</p>${isRefusal(corrections) ? '' : correctionNotes(corrections, language)}
<dl class="facts">${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${mayDo(found.actor, 'change-file', { person: found.person }) ? html`<p class="actions"><a class="utrecht-button" href="/mijn/gegevens/veranderen">${say('data-change')}</a></p>` : ''}
<p class="small soft">${say('data-fixed')}</p>`
  return showPage(context, setting, { title, body })
}

/** What is being corrected of who somebody is, and what was last; all of it stands with the decisions. */
function correctionNotes(corrections: readonly StoredCorrection[], language: Language): Html {
  const say = speak(identityTexts, language)
  const made = corrections.find(({ agreed }) => agreed)
  const told = corrections.filter((each) => !each.reviewedAt || each === made)
  return html`${told.map(({ change, proposedAt, reviewedAt }) => {
    if (change.about !== 'identity') return ''
    const words = identityInWords(change, language)
    return reviewedAt
      ? html`<section class="panel"><h2 class="utrecht-heading-3">${say('own-title')}</h2><p>${say('own-made', { on: dayOf(reviewedAt) })} ${words}</p></section>`
      : html`<section class="panel"><p>${say('own-waits', { on: dayOf(proposedAt) })} ${words}</p></section>`
  })}`
}

async function savedNotice(context: PageContext, setting: WebSetting, words: string) {
  const event = Number(context.req.query('bewijs') ?? Number.NaN)
  if (Number.isNaN(event)) return ''
  return html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${words}</strong></p></div>
${await showReceipt(setting, event, context.get('visitor').language)}`
}

/** What a file says, as answers on a form. */
export function answersFrom(file: PersonFile, language: Language): Answers {
  const { facts, wishes } = file
  const cents = facts['household-income']
  const plain = (amount: number) => formatAmount(amount, language).replace(/^€\s?/, '')
  return {
    size: String(facts['household-size'] ?? ''),
    children: String(facts.children ?? ''),
    residence: String(facts['residence-status'] ?? ''),
    situation: String(facts['housing-situation'] ?? ''),
    profession: String(facts['profession-group'] ?? ''),
    income: typeof cents === 'number' ? plain(cents) : '',
    email: file.email ?? '',
    ...earlierAnswers(file.spells),
    'wish-places': wishes.municipalities?.join(',') ?? '',
    'wish-bedrooms': wishes.bedroomsMin?.toString() ?? '',
    'wish-rent': wishes.rentMaxCents === undefined ? '' : plain(wishes.rentMaxCents),
  }
}

async function changePage(
  context: PageContext,
  setting: WebSetting,
  sent?: { readonly answers: Answers; readonly faults: readonly Fault[] },
  problem?: string,
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mineTexts, language)
  const ask = speak(registerTexts, language)
  const answers = sent?.answers ?? answersFrom(own.file, language)
  const faults = sent?.faults ?? []
  const asking = { say: ask, language, places: await municipalitiesOf(setting) }
  const title = say('data-change-title')
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}
<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
<form method="post" novalidate>${formFields(visitor)}
${householdFields(answers, faults, ask)}
${residenceField(answers, faults, ask)}
${situationField(answers, faults, ask)}
${professionField(answers, faults, ask)}
${incomeField(answers, faults, ask)}
${textField({ ...{ name: 'email', label: ask('f-email'), kind: 'email' }, value: answers.email, faults, complete: 'email' })}
<h2 class="utrecht-heading-2">${say('data-moved')}</h2><p>${say('data-moved-more')}</p>
${placeFields(answers, faults, asking)}
${earlierPart(own.file, answers, faults, { ...asking, say: ask })}
<p class="actions"><button class="utrecht-button">${say('data-save')}</button> <a href="/mijn/gegevens">${say('page-data')}</a></p></form>`
  const status = faults.length > 0 ? 422 : problem === undefined ? 200 : 409
  return showPage(context, setting, { title, body, status })
}

async function saveData(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const answers = await submitted(context)
  const today = dayOf(setting.now())
  const say = speak(faultTexts, language)
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const faults = changeFaults(answers, today, own.file).map(({ field, code }) => ({
    field,
    text: say(code),
  }))
  if (faults.length > 0) return changePage(context, setting, { answers, faults })
  const input = changeFrom(found.person, answers)
  const outcome = await carryOut(setting, found.actor, changeFile, input, answers.key)
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return changePage(context, setting, { answers, faults: [] }, refusalText(outcome, language))
  }
  return context.redirect(`/mijn/gegevens?bewijs=${outcome.event}`, 303)
}

/** Where somebody lived before they came where the file says they live. */
export function earlierPart(
  file: PersonFile,
  answers: Answers,
  faults: readonly Fault[],
  asking: Asking,
): Html | '' {
  const now = homeNow(file.spells)
  if (!now) return ''
  const { language } = asking
  const say = speak(mineTexts, language)
  const place = livesIn(String(now.attributes.municipality), asking.say, language)
  const isOpen = faults.some(({ field }) => field.startsWith('before-'))
  return html`<details${isOpen ? html` open` : ''}><summary>${say('data-before-title')}</summary><p>${say('data-before-more', { place, since: now.from })}</p>
${earlierFields(answers, faults, asking)}</details>`
}

/** Whether somebody may live here: that changes when a decision comes. */
export function residenceField(answers: Answers, faults: readonly Fault[], say: RegisterSay): Html {
  return choiceField({
    ...{ name: 'residence', label: say('q-verblijf'), hint: say('f-residence-hint') },
    ...{ value: answers.residence, faults },
    choices: residenceStatuses.map((value) => ({ value, label: say(`c-${value}`) })),
  })
}

function hasMoved(answers: Answers): boolean {
  return (
    text(answers, 'municipality') !== '' ||
    ['day', 'month', 'year'].some((part) => text(answers, `since-${part}`) !== '')
  )
}

/** What is wrong with answers that change a file. */
export function changeFaults(answers: Answers, today: CalendarDate, file: PersonFile): FormFault[] {
  return [
    ...(answers.residence === undefined ? [] : faultsOf('verblijf', answers, today)),
    ...sizeFaults(answers),
    ...faultsOf('woonsituatie', answers, today),
    ...faultsOf('beroep', answers, today),
    ...incomeFaults(answers),
    ...(isEmailOrNothing(text(answers, 'email'))
      ? []
      : [{ field: 'email', code: 'email-odd' } as const]),
    ...(hasMoved(answers) ? placeFaults(answers, today) : []),
    ...earlierFaults(answers, homeNow(file.spells)?.from),
  ]
}

/** The change that such answers ask for; the address only where the form asked it. */
export function changeFrom(person: string, answers: Answers): FileChange {
  const since = dateIn(answers, 'since')
  const incomeCents = centsIn(text(answers, 'income'))
  return {
    person,
    householdSize: Number(text(answers, 'size')),
    children: Number(text(answers, 'children') || 0),
    housingSituation: text(answers, 'situation'),
    professionGroup: text(answers, 'profession'),
    ...(answers.residence !== undefined && { residenceStatus: text(answers, 'residence') }),
    ...(answers['before-1'] !== undefined && { livedBefore: earlierFrom(answers) }),
    ...(incomeCents !== undefined && { incomeCents }),
    ...(answers.email !== undefined && { email: text(answers, 'email') }),
    ...(hasMoved(answers) &&
      since !== undefined && { moved: { municipality: text(answers, 'municipality'), since } }),
  }
}

async function wishesPage(
  context: PageContext,
  setting: WebSetting,
  sent?: { readonly answers: Answers; readonly faults: readonly Fault[] },
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const own = await viewOwnFile(setting, found.actor, found.person)
  if (isRefusal(own)) return notFound(context, setting)
  const visitor = context.get('visitor')
  const { language } = visitor
  const say = speak(mineTexts, language)
  const ask = speak(registerTexts, language)
  const faults = sent?.faults ?? []
  const title = say('wishes-title')
  const saved = context.req.query('bewijs') !== undefined && faults.length === 0
  const body = html`${await onBehalf(context, setting)}${faultSummary(faults, language)}
<h1 class="utrecht-heading-1">${title}</h1>
${saved ? html`<div class="panel panel--good" role="status"><p><strong><span aria-hidden="true">✓</span> ${say('wishes-saved')}</strong> <a href="/woningen?past=ja">${say('wishes-see')}</a></p></div>` : ''}
<p>${say('wishes-lead')}</p>
<form method="post" novalidate>${formFields(visitor)}
${wishFields(sent?.answers ?? answersFrom(own.file, language), faults, { say: ask, language, places: await municipalitiesOf(setting) })}
<p class="actions"><button class="utrecht-button">${say('data-save')}</button></p></form>
<p><a href="/mijn/wensen/zoekopdrachten">${say('wishes-searches-link')}</a></p>
<section class="panel"><p>${say('wishes-standing')} <a href="/mijn/wensen/automatisch">${say('wishes-standing-link')}</a></p></section>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

async function saveWishes(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const answers = await submitted(context)
  const say = speak(faultTexts, language)
  const faults = rentFaults(answers).map(({ field, code }) => ({ field, text: say(code) }))
  if (faults.length > 0) return wishesPage(context, setting, { answers, faults })
  const { person, actor } = found
  const input = { person, wishes: wishesFrom(answers) }
  const outcome = await carryOut(setting, actor, changeFile, input, answers.key)
  if (isRefusal(outcome)) return notFound(context, setting)
  return context.redirect(`/mijn/wensen?bewijs=${outcome.event}`, 303)
}

async function logPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const read = await readOwnLog(setting, found.actor, found.person, pageAsked(context))
  if (isRefusal(read)) return notFound(context, setting)
  const { log, wasRead } = read
  const { language } = context.get('visitor')
  const say = speak(mineTexts, language)
  const title = say('log-title')
  const own = await viewOwnFile(setting, found.actor, found.person)
  const self = isRefusal(own) ? undefined : own.file.human
  const body = html`${await onBehalf(context, setting)}<h1 class="utrecht-heading-1">${title}</h1>
${wasRead ? '' : html`<p class="lead">${say('log-read-none')}</p>`}<p>${say('log-lead')}</p>${read.isInvented ? html`<p>${say('log-invented-more')}</p>` : ''}
${await breaksInFile(context, setting, found)}${await exportsWithFile(context, setting, found)}${logTable(log, self, language)}
${pageLinks(context, read)}
<h2 class="utrecht-heading-2">${say('export')}</h2><p>${say('export-more')}</p>
<p class="actions"><a class="utrecht-button utrecht-button--secondary-action" href="/mijn/inzage/gegevens">${speak(ownDataTexts, language)('read')}</a> <a href="/mijn/inzage/gegevens.json" download>${say('export')}</a></p>
${found.isHelper ? '' : html`<p class="small"><a href="/mijn/inzage/wissen">${say('erase')}</a></p>`}`
  return showPage(context, setting, { title: titleOfPage(title, read, context), body })
}

/** What the log says about somebody: when, what and by whom; `self` is who they are where they have an account. */
export function logTable(
  log: readonly LoggedAbout[],
  self: string | undefined,
  language: Language,
): Html {
  const say = speak(mineTexts, language)
  const who = ({ actor, by, isInvented }: LoggedAbout) => {
    if (isInvented) return say('log-invented')
    if (by) return doerInWords(by, language)
    if (actor === undefined) return say('log-clock')
    return actor.human === self ? say('log-self') : actor.name
  }
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${say('log-title')}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('log-when')}</th><th scope="col">${say('log-what')}</th><th scope="col">${say('log-who')}</th><th scope="col">${say('log-code')}</th></tr></thead>
<tbody>${log.map((each) => html`<tr><td>${formatMoment(each.at, language)}</td><td>${eventName(each.kind, language)}${each.kind === 'file-read' ? `: ${readingGroundText(each.reason, language)}` : ''}</td><td>${who(each)}</td><td class="hash">${each.hash.slice(0, 16)}</td></tr>`)}</tbody></table></div>`
}

async function erasePage(
  context: PageContext,
  setting: WebSetting,
  { isUnsure = false, problem }: { readonly isUnsure?: boolean; readonly problem?: string } = {},
) {
  const found = personOr(context)
  if (found instanceof Response) return found
  if (found.isHelper) return notFound(context, setting)
  const visitor = context.get('visitor')
  const say = speak(mineTexts, visitor.language)
  const faults = isUnsure ? [{ field: 'zeker', text: say('leave-sure-missing') }] : []
  const title = say('erase-title')
  const body = html`${faultSummary(faults, visitor.language)}<h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
<p class="lead">${say('erase-lead')}</p><p>${say('erase-stays')}</p>
<form method="post" novalidate>${formFields(visitor)}
${choiceField({ ...{ name: 'zeker', label: '', many: true, faults }, choices: [{ value: 'ja', label: say('erase-sure') }] })}
<p class="actions"><a class="utrecht-button" href="/mijn/inzage">${say('erase-back')}</a> <button class="utrecht-button utrecht-button--secondary-action">${say('erase-button')}</button></p></form>`
  const status = isUnsure ? 422 : problem === undefined ? 200 : 409
  return showPage(context, setting, { title, body, status })
}

async function erase(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const { language } = context.get('visitor')
  const { zeker } = await submitted(context)
  if (zeker !== 'ja') return erasePage(context, setting, { isUnsure: true })
  const { actor, person } = found
  // Without a key: what is kept of having done it would be about somebody who is no longer known.
  const outcome = await carryOut(setting, actor, erasePerson, { person })
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-found') return notFound(context, setting)
    return erasePage(context, setting, { problem: refusalText(outcome, language) })
  }
  const say = speak(mineTexts, language)
  const title = say('erase-done')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('erase-done-more')}</p>
${await showReceipt(setting, outcome.event, language)}`
  context.set('visitor', { ...context.get('visitor'), actor: undefined, name: undefined })
  return showPage(context, setting, { title, body })
}

const eventKinds = [
  'registered',
  'renewed',
  'paused',
  'resumed',
  'deregistered',
  'file-changed',
  'wishes-changed',
  'responded',
  'withdrew-response',
  'file-read',
  'offer-made',
  'offer-accepted',
  'offer-refused',
  'offer-expired',
  'offer-withdrawn',
  'offer-in-turn',
  'passed-over',
  'candidate-skipped',
  'documents-checked',
  'home-let',
  'correction-proposed',
  'correction-refused',
  'identity-correction-proposed',
  'identity-corrected',
  'identity-correction-refused',
  'registration-corrected',
  'registered-from',
  'counter-opened',
  'file-claimed',
  'document-given',
  'document-erased',
  'document-read',
  'mandate-given',
  'mandate-accepted',
  'mandate-withdrawn',
  'merge-asked',
  'registrations-merged',
  'registration-joined',
  'merge-undone',
  'deregistration-undone',
  'merge-taken-back',
  'standing-response-set',
  'standing-response-stopped',
  'complaint-received',
  'complaint-taken',
  'reaction-asked',
  'reaction-given',
  'reaction-missed',
  'complaint-judged',
  'judgement-sent-back',
  'complaint-decided',
  'judgement-answered',
  'judgement-unanswered',
  'complaint-withdrawn',
  'complaint-late',
  'offer-restored',
  'break-glass-opened',
  'break-glass-reviewed',
  'contact-changed',
  'email-confirmed',
  'searches-changed',
  'reminded',
  'letter-sent',
  'letter-not-sent',
  'called',
  'called-in-vain',
  'restoration-kept',
  'restoration-closed',
] as const

function eventName(kind: string, language: Language): string {
  const say = speak(mineTexts, language)
  const known = eventKinds.find((each) => each === kind)
  return known === undefined ? say('event-other', { kind }) : say(`event-${known}`)
}

/** All we keep of somebody, as they can read it; the file for computers has the same beside the names. */
async function allDataPage(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const all = await exportFile(setting, found.actor, found.person)
  if (isRefusal(all)) return notFound(context, setting)
  const { language } = context.get('visitor')
  const say = speak(ownDataTexts, language)
  const title = say('title')
  const body = html`${await onBehalf(context, setting)}${backLink('/mijn/inzage', speak(mineTexts, language)('log-title'))}
<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('lead')}</p>
<p>${say('rights')} <a href="/hulp#privacy">${say('rights-link')}</a></p>
<p class="actions no-print"><a class="utrecht-button utrecht-button--secondary-action" href="/mijn/inzage/gegevens.json" download>${say('file')}</a>${mayDo(found.actor, 'change-file', { person: found.person }) ? html` <a href="/mijn/gegevens">${say('change')}</a>` : ''}</p><p class="small soft no-print">${say('print')}</p>
${ownDataInWords(all, language).map((part) => dataPart(part, language))}`
  return showPage(context, setting, { title, body })
}

function dataPart({ part, items, isList }: ToldPart, language: Language): Html {
  const say = speak(ownDataTexts, language)
  const shown = ({ value, isSaid }: ToldPart['items'][number][number]) =>
    isSaid ? inDutch(value, language) : value
  const list = (rows: ToldPart['items'][number]) =>
    html`<dl class="checks">${rows.map((row) => html`<div><dt>${row.name}</dt><dd>${shown(row)}</dd></div>`)}</dl>`
  // Many things of one kind take a line each, by what they are.
  const line = (rows: ToldPart['items'][number]) =>
    html`<li>${rows.map((row, at) => html`${at > 0 ? ' · ' : ''}<span class="soft">${row.name}:</span> ${shown(row)}`)}</li>`
  const [first] = items
  const told = isList
    ? html`<details><summary>${say('shown', { count: items.length })}</summary><ol class="spaced small">${items.map(line)}</ol></details>`
    : list(first ?? [])
  return html`<section class="measure"><h2 class="utrecht-heading-2">${say(`part-${part}`)}</h2><p>${say(`about-${part}`)}</p>
${items.length === 0 || (!isList && first?.length === 0) ? html`<p>${say('none')}</p>` : told}</section>`
}

async function download(context: PageContext, setting: WebSetting) {
  const found = personOr(context)
  if (found instanceof Response) return found
  const all = await exportFile(setting, found.actor, found.person)
  if (isRefusal(all)) return notFound(context, setting)
  const { year, month, day } = partsOf(dayOf(setting.now()))
  const { language } = context.get('visitor')
  const about = speak(ownDataTexts, language)('explained')
  const explained = { explanation: { language, about, fields: fieldsDescribed(all, language) } }
  return context.body(JSON.stringify({ ...explained, ...all }, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="gegevens-${year}-${month}-${day}.json"`,
    'cache-control': 'no-store',
  })
}
