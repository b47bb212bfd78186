/** Registering (inschrijven): one question a page, kept on the server, and a receipt at the end. */
import { html } from 'hono/html'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { claimFile } from '../operations/claim-file.ts'
import { type EarlierHome, elsewhere } from '../operations/earlier-homes.ts'
import { carryOut, dayOf, isRefusal } from '../operations/operation.ts'
import { register } from '../operations/register.ts'
import {
  type Answers,
  dateIn,
  earlierRows,
  faultsOf,
  firstIncomplete,
  housingSituations,
  isAsked,
  keepAnswers,
  municipalitiesOf,
  professionGroups,
  type RegistrationPage,
  registrationDraft,
  registrationFrom,
  registrationPages,
  registrationSteps,
  residenceStatuses,
} from '../operations/registration-form.ts'
import { viewOwnFile } from '../operations/view-own-file.ts'
import { formatAmount, formatDay, type Language, type Say, speak } from '../words/language.ts'
import { mineTexts } from '../words/mine.ts'
import { refusalText } from '../words/refusals.ts'
import { faultTexts, registerTexts } from '../words/register.ts'
import { type AddPages, notFound } from './app.ts'
import {
  choiceField,
  dayField,
  type Fault,
  faultSummary,
  problemPanel,
  selectField,
  textField,
} from './form.ts'
import { placeName } from './homes.ts'
import { type Html, showPage } from './page.ts'
import { showReceipt } from './receipt.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { wishesInWords } from './wishes.ts'

export type RegisterSay = Say<keyof (typeof registerTexts)['nl']>

export const registerPages: AddPages = (app, setting) => {
  app.get('/inschrijven', (context) => startPage(context, setting))
  app.get('/inschrijven/controle', (context) => checkPage(context, setting))
  app.post('/inschrijven/controle', (context) => send(context, setting))
  app.get('/inschrijven/koppelen', (context) => claimPage(context, setting))
  app.post('/inschrijven/koppelen', (context) => claim(context, setting))
  app.get('/inschrijven/papier', (context) => paperPage(context, setting))
  app.get('/inschrijven/klaar', (context) => donePage(context, setting))
  for (const { page } of registrationPages) {
    app.get(`/inschrijven/${page}`, (context) => questionPage(context, setting, page))
    app.post(`/inschrijven/${page}`, (context) => keep(context, setting, page))
  }
}

async function startPage(context: PageContext, setting: WebSetting) {
  const { language, actor } = context.get('visitor')
  const say = speak(registerTexts, language)
  const answers = actor ? await registrationDraft(setting, actor) : {}
  const began = Object.keys(answers).length > 0
  const own =
    actor?.person === undefined ? undefined : await viewOwnFile(setting, actor, actor.person)
  const isRegistered = own && !isRefusal(own) && !own.registration.can.registerAgain
  const leaving = own && !isRefusal(own) ? own.leaving : undefined
  const next = began ? (firstIncomplete(answers, dayOf(setting.now())) ?? 'controle') : 'naam'
  const go = actor
    ? html`<a class="utrecht-button" href="/inschrijven/${next}">${say(began ? 'start-go-on' : 'start-begin')}</a>`
    : html`<a class="utrecht-button" href="/inloggen?naar=/inschrijven">${say('start-log-in')}</a>`
  const title = say('start-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
${
  isRegistered
    ? html`<div class="panel panel--good"><p>${say('start-registered')}</p><p><a href="/mijn/inschrijving">${say('start-registered-link')}</a></p></div>`
    : html`${leaving ? html`<div class="panel"><p>${speak(mineTexts, language)('leave-undo-first', { until: leaving.until })}</p><p><a href="/mijn/inschrijving">${say('start-registered-link')}</a></p></div>` : ''}<p class="lead">${say('start-lead')}</p>
<h2 class="utrecht-heading-2">${say('start-need')}</h2>
<ul><li>${say('start-need-income')}</li><li>${say('start-need-since')}</li></ul>
<p>${say('start-keep')}</p><p class="actions">${go}</p><p><a href="/inschrijven/papier">${say('start-paper')}</a><br><a href="/inschrijven/koppelen">${say('claim-link')}</a></p><p class="small soft">${say('start-unknown')}</p>`
}`
  return showPage(context, setting, { title, body })
}

async function questionPage(
  context: PageContext,
  setting: WebSetting,
  page: RegistrationPage,
  {
    faults = [],
    notice,
    sent,
  }: {
    readonly faults?: readonly Fault[]
    readonly notice?: string
    /** The answers with what was just sent, whatever happens in another window. */
    readonly sent?: Answers
  } = {},
) {
  const visitor = context.get('visitor')
  const { actor, language, name } = visitor
  if (!actor) return toLogin(context)
  const say = speak(registerTexts, language)
  const kept = sent ?? (await registrationDraft(setting, actor))
  const answers: Answers =
    page === 'naam' && kept.name === undefined ? { ...kept, name: name ?? '' } : kept
  const asked = pagesFor(kept, dayOf(setting.now()))
  const before = asked[asked.indexOf(page) - 1]
  const title = say(`q-${page}`)
  const body = html`${faultSummary(faults, language)}
${notice === undefined ? '' : html`<div class="panel"><p>${notice}</p></div>`}
<p class="soft small">${stepName(page, say)}</p>
<h1 class="utrecht-heading-1">${title}</h1>
<form method="post" novalidate>${formFields(visitor)}
${fieldsOf(page, answers, faults, { say, language, places: await municipalitiesOf(setting) })}
<input type="hidden" name="naar" value="${context.req.query('naar') ?? ''}">
<p class="actions"><button class="utrecht-button">${say('next')}</button>
<a href="/inschrijven${before === undefined ? '' : `/${before}`}">${say('back')}</a></p></form>`
  const status = faults.length > 0 ? 422 : 200
  return showPage(context, setting, { title, body, status })
}

function pagesFor(answers: Answers, today: CalendarDate): readonly RegistrationPage[] {
  return registrationPages.flatMap(({ page }) => (isAsked(page, answers, today) ? [page] : []))
}

function stepName(page: RegistrationPage | 'controle', say: RegisterSay): string {
  const step = registrationPages.find((each) => each.page === page)?.step ?? 'controle'
  const at = registrationSteps.indexOf(step) + 1
  return say('step', { at, of: registrationSteps.length, name: say(`step-${step}`) })
}

export type Asking = {
  readonly say: RegisterSay
  readonly language: Language
  readonly places: readonly string[]
}

/** The questions of one page. */
export function fieldsOf(
  page: RegistrationPage,
  answers: Answers,
  faults: readonly Fault[],
  asking: Asking,
): Html {
  const { say } = asking
  const title = say(`q-${page}`)
  switch (page) {
    case 'naam':
      return html`${textField({ name: 'name', label: say('f-name'), value: answers.name, faults, complete: 'name' })}
${textField({ ...{ name: 'email', label: say('f-email'), hint: say('f-email-hint'), kind: 'email' }, value: answers.email, faults, complete: 'email' })}`
    case 'geboren':
      return dayField({
        ...{ name: 'born', label: title, hint: say('f-born-hint'), values: answers, faults },
        ...{ parts: [say('day'), say('month'), say('year')], quiet: true },
        complete: ['bday-day', 'bday-month', 'bday-year'],
      })
    case 'verblijf':
      return choiceField({
        ...{ name: 'residence', label: title, hint: say('f-residence-hint'), quiet: true },
        ...{ value: answers.residence, faults },
        choices: residenceStatuses.map((value) => ({ value, label: say(`c-${value}`) })),
      })
    case 'huishouden':
      return householdFields(answers, faults, say)
    case 'woonsituatie':
      return situationField(answers, faults, say, true)
    case 'woonplaats':
      return placeFields(answers, faults, asking)
    case 'daarvoor':
      return html`<p>${say('daarvoor-lead')}</p>${earlierFields(answers, faults, asking)}`
    case 'beroep':
      return professionField(answers, faults, say, true)
    case 'inkomen':
      return incomeField(answers, faults, say)
    case 'wensen':
      return html`<p>${say('wensen-lead')}</p>${wishFields(answers, faults, asking)}`
  }
}

export function householdFields(
  answers: Answers,
  faults: readonly Fault[],
  say: RegisterSay,
): Html {
  return html`${textField({ ...{ name: 'size', label: say('f-size'), kind: 'numeric' }, value: answers.size, faults, width: 'narrow' })}
${textField({ ...{ name: 'children', label: say('f-children'), hint: say('f-children-hint'), kind: 'numeric' }, value: answers.children, faults, width: 'narrow' })}`
}

export function situationField(
  answers: Answers,
  faults: readonly Fault[],
  say: RegisterSay,
  quiet = false,
): Html {
  return choiceField({
    ...{ name: 'situation', label: say('q-woonsituatie'), value: answers.situation, faults, quiet },
    choices: housingSituations.map((value) => ({
      value,
      label: say(`c-${value}`),
      hint: say(`c-${value}-hint`),
    })),
  })
}

export function placeFields(
  answers: Answers,
  faults: readonly Fault[],
  { say, language, places }: Asking,
): Html {
  return html`${selectField({
    ...{ name: 'municipality', label: say('f-municipality'), value: answers.municipality, faults },
    choices: [
      { value: '', label: say('c-choose') },
      ...places.map((value) => ({ value, label: placeName(value, language) })),
      { value: elsewhere, label: say('c-elsewhere') },
    ],
  })}
${dayField({
  ...{ name: 'since', label: say('f-since'), hint: say('f-since-hint'), values: answers, faults },
  parts: [say('day'), say('month'), say('year')],
})}`
}

/** Where somebody lived before, the latest first. */
export function earlierFields(
  answers: Answers,
  faults: readonly Fault[],
  { say, language, places }: Asking,
): Html {
  const rows = Array.from({ length: earlierRows(answers) }, (_, at) => `before-${at + 1}`)
  return html`${rows.map(
    (name, at) => html`${selectField({
      ...{ name, label: say(at === 0 ? 'f-before-first' : 'f-before-more') },
      ...{ value: answers[name], faults },
      choices: [
        { value: '', label: say('c-before-none') },
        ...places.map((value) => ({ value, label: placeName(value, language) })),
        { value: elsewhere, label: say('c-elsewhere') },
      ],
    })}
${dayField({
  ...{ name: `${name}-since`, label: say('f-before-since'), values: answers, faults },
  ...(at === 0 && { hint: say('f-before-hint') }),
  parts: [say('day'), say('month'), say('year')],
})}`,
  )}`
}

export function professionField(
  answers: Answers,
  faults: readonly Fault[],
  say: RegisterSay,
  quiet = false,
): Html {
  return choiceField({
    ...{ name: 'profession', label: say('q-beroep'), hint: say('f-profession-hint') },
    ...{ value: answers.profession, faults, quiet },
    choices: professionGroups.map((value) => ({ value, label: say(`c-${value}`) })),
  })
}

export function incomeField(answers: Answers, faults: readonly Fault[], say: RegisterSay): Html {
  return textField({
    ...{ name: 'income', label: say('f-income'), hint: say('f-income-hint'), kind: 'decimal' },
    ...{ value: answers.income, faults, before: '€', width: 'narrow' },
  })
}

export function wishFields(
  answers: Answers,
  faults: readonly Fault[],
  { say, language, places }: Asking,
): Html {
  return html`${choiceField({
    ...{ name: 'wish-places', label: say('f-wish-places'), many: true },
    value: answers['wish-places'],
    choices: places.map((value) => ({ value, label: placeName(value, language) })),
  })}
${selectField({
  ...{ name: 'wish-bedrooms', label: say('f-wish-bedrooms'), value: answers['wish-bedrooms'] },
  choices: [
    { value: '', label: say('wish-any') },
    ...['1', '2', '3', '4'].map((value) => ({ value, label: value })),
  ],
})}
${textField({
  ...{ name: 'wish-rent', label: say('f-wish-rent'), kind: 'decimal', before: '€' },
  ...{ value: answers['wish-rent'], faults, width: 'narrow' },
})}`
}

async function keep(context: PageContext, setting: WebSetting, page: RegistrationPage) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const form = await submitted(context)
  const fields = registrationPages.find((each) => each.page === page)?.fields ?? []
  const given = Object.fromEntries(fields.map((field) => [field, form[field] ?? '']))
  const answers = await keepAnswers(setting, actor, given)
  const today = dayOf(setting.now())
  const say = speak(faultTexts, language)
  const faults = faultsOf(page, answers, today).map(({ field, code }) => ({
    field,
    text: say(code),
  }))
  if (faults.length > 0) return questionPage(context, setting, page, { faults, sent: answers })
  const asked = pagesFor(answers, today)
  const next = form.naar === 'controle' ? undefined : asked[asked.indexOf(page) + 1]
  return context.redirect(`/inschrijven/${next ?? 'controle'}`, 303)
}

async function checkPage(context: PageContext, setting: WebSetting, problem?: string) {
  const visitor = context.get('visitor')
  const { actor, language } = visitor
  if (!actor) return toLogin(context)
  const say = speak(registerTexts, language)
  const answers = await registrationDraft(setting, actor)
  const today = dayOf(setting.now())
  const registration = registrationFrom(answers, today)
  if (!registration) {
    const page = firstIncomplete(answers, today) ?? 'naam'
    if (Object.keys(answers).length === 0) return context.redirect('/inschrijven', 303)
    return questionPage(context, setting, page, { notice: say('not-complete') })
  }
  const title = say('q-controle')
  const mine = speak(mineTexts, language)
  const rows: readonly (readonly [string, string, RegistrationPage])[] = [
    [say('check-name'), registration.name, 'naam'],
    [say('check-email'), registration.email ?? say('none'), 'naam'],
    [say('check-born'), formatDay(registration.born, language), 'geboren'],
    [say('check-residence'), choiceName(registration.residenceStatus, say), 'verblijf'],
    [
      say('check-household'),
      mine('data-persons', { size: registration.householdSize, children: registration.children }),
      'huishouden',
    ],
    [say('check-situation'), choiceName(registration.housingSituation, say), 'woonsituatie'],
    [
      say('check-lives'),
      mine('data-lives-since', {
        place: livesIn(registration.municipality, say, language),
        since: registration.livesThereSince,
      }),
      'woonplaats',
    ],
    ...(isAsked('daarvoor', answers, today)
      ? [
          [
            say('check-before'),
            livedBeforeInWords(registration.livedBefore ?? [], say, language),
            'daarvoor',
          ] as const,
        ]
      : []),
    [say('check-profession'), choiceName(registration.professionGroup, say), 'beroep'],
    [say('check-income'), formatAmount(registration.incomeCents, language), 'inkomen'],
    [say('check-wishes'), wishesInWords(registration.wishes, language), 'wensen'],
  ]
  const body = html`<p class="soft small">${stepName('controle', say)}</p><h1 class="utrecht-heading-1">${title}</h1>
${problemPanel(problem)}
<p>${say('controle-lead')}</p>
<dl class="checks">${rows.map(([name, value, page]) => html`<div><dt>${name}</dt><dd>${value}</dd><dd><a href="/inschrijven/${page}?naar=controle" aria-label="${say('change')}: ${name}">${say('change')}</a></dd></div>`)}</dl>
<form method="post">${formFields(visitor)}<p>${say('controle-truth')}</p><p class="actions"><button class="utrecht-button">${say('send')}</button></p></form>`
  return showPage(context, setting, { title, body, status: problem === undefined ? 200 : 409 })
}

export function choiceName(value: unknown, say: RegisterSay): string {
  const all = [...residenceStatuses, ...housingSituations, ...professionGroups]
  const known = all.find((each) => each === value)
  return known === undefined ? say('none') : say(`c-${known}`)
}

export function livesIn(place: string, say: RegisterSay, language: Language): string {
  return place === elsewhere ? say('c-elsewhere') : placeName(place, language)
}

/** Where somebody lived before, the latest first. */
export function livedBeforeInWords(
  homes: readonly EarlierHome[],
  say: RegisterSay,
  language: Language,
): string {
  if (homes.length === 0) return say('none')
  return homes
    .map(({ municipality, since }) =>
      say('lived-before', { place: livesIn(municipality, say, language), since }),
    )
    .join('; ')
}

async function send(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const { key } = await submitted(context)
  const answers = await registrationDraft(setting, actor)
  const registration = registrationFrom(answers, dayOf(setting.now()))
  // Sent twice: the first time has it, and the draft is gone.
  if (!registration) {
    return context.redirect(`/inschrijven${actor.person === undefined ? '' : '/klaar'}`, 303)
  }
  const outcome = await carryOut(setting, actor, register, { ...registration, language }, key)
  if (isRefusal(outcome)) return checkPage(context, setting, refusalText(outcome, language))
  return context.redirect(`/inschrijven/klaar?bewijs=${outcome.event}`, 303)
}

async function donePage(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  if (actor.person === undefined) return notFound(context, setting)
  const own = await viewOwnFile(setting, actor, actor.person)
  if (isRefusal(own) || own.registration.since === undefined) return notFound(context, setting)
  const say = speak(registerTexts, language)
  const title = say('done-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${say('done-lead', { since: own.registration.since })}</p>
${await showReceipt(setting, Number(context.req.query('bewijs') ?? Number.NaN), language)}
${own.file.email === undefined ? html`<div class="panel"><p>${say('done-unreachable')} <a href="/mijn/berichten/instellen">${say('done-reach')}</a></p></div>` : ''}
<h2 class="utrecht-heading-2">${say('done-next')}</h2>
<ul><li><a href="/woningen?past=ja">${say('done-homes')}</a></li><li><a href="/mijn">${say('done-mine')}</a></li></ul>
<p>${say('done-renew')}</p>`
  return showPage(context, setting, { title, body })
}

/** Whoever registered on paper takes their own file when they log in. */
async function claimPage(
  context: PageContext,
  setting: WebSetting,
  sent?: { readonly answers: Answers; readonly faults: readonly Fault[] },
) {
  const visitor = context.get('visitor')
  if (!visitor.actor) return toLogin(context)
  if (visitor.actor.person !== undefined) return context.redirect('/mijn/inschrijving', 303)
  const say = speak(registerTexts, visitor.language)
  const faults = sent?.faults ?? []
  const title = say('claim-title')
  const body = html`${faultSummary(faults, visitor.language)}<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('claim-lead')}</p>
<form method="post" novalidate>${formFields(visitor)}
${textField({ ...{ name: 'kenmerk', label: say('claim-reference'), hint: say('claim-hint'), complete: 'off' }, value: sent?.answers.kenmerk, faults, width: 'narrow' })}
${dayField({
  ...{ name: 'born', label: say('q-geboren'), values: sent?.answers ?? {}, faults },
  ...{ parts: [say('day'), say('month'), say('year')] },
  complete: ['bday-day', 'bday-month', 'bday-year'],
})}
<p class="actions"><button class="utrecht-button">${say('claim-button')}</button> <a href="/inschrijven">${say('start-title')}</a></p></form>`
  return showPage(context, setting, { title, body, status: sent ? 422 : 200 })
}

async function claim(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const answers = await submitted(context)
  const born = dateIn(answers, 'born')
  const input = { reference: answers.kenmerk ?? '', born: born ?? dayOf(setting.now()) }
  const outcome = await carryOut(setting, actor, claimFile, input, answers.key)
  if (!isRefusal(outcome)) return context.redirect('/mijn/inschrijving', 303)
  const words =
    outcome.refused === 'file-unknown'
      ? speak(registerTexts, language)('claim-unknown')
      : refusalText(outcome, language)
  return claimPage(context, setting, { answers, faults: [{ field: 'kenmerk', text: words }] })
}

/** The same questions on paper (papieren formulier), to be printed and filled in with a pen. */
async function paperPage(context: PageContext, setting: WebSetting) {
  const { language } = context.get('visitor')
  const say = speak(registerTexts, language)
  const places = (await municipalitiesOf(setting)).map((each) => placeName(each, language))
  const line = (label: string, hint = '') =>
    html`<div class="blank"><span>${label}</span>${hint === '' ? '' : html`<span class="soft small">${hint}</span>`}<span class="blank-line"></span></div>`
  const ticks = (words: readonly string[]) =>
    html`<ul class="ticks">${words.map((each) => html`<li><span class="tick" aria-hidden="true"></span> ${each}</li>`)}</ul>`
  const day = `${say('day')} - ${say('month')} - ${say('year')}`
  const part = (page: RegistrationPage, inside: Html) =>
    html`<section class="paper-part"><h2 class="utrecht-heading-3">${say(`q-${page}`)}</h2>${inside}</section>`
  const choices = (values: readonly (typeof residenceStatuses)[number][] | readonly string[]) =>
    ticks(values.map((value) => choiceName(value, say)))
  const title = say('paper-title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1><p class="lead">${say('paper-lead')}</p><p>${say('paper-day')}</p>
<p class="small soft no-print">${say('paper-print')}</p>
<div class="paper-form">${part('naam', html`${line(say('f-name'))}${line(say('paper-post'))}${line(say('f-email'))}${line(say('paper-phone'))}`)}
${part('geboren', line(day))}
${part('verblijf', html`<p class="small soft">${say('paper-tick')}</p>${choices(residenceStatuses)}`)}
${part('huishouden', html`${line(say('f-size'))}${line(say('f-children'))}`)}
${part('woonsituatie', html`<p class="small soft">${say('paper-tick')}</p>${choices(housingSituations)}`)}
${part('woonplaats', html`<p class="small soft">${say('paper-tick')}</p>${ticks([...places, say('c-elsewhere')])}${line(say('f-since'), day)}`)}
${part('daarvoor', html`<p class="small soft">${say('daarvoor-lead')}</p>${line(say('f-municipality'))}${line(say('f-before-since'), day)}${line(`${say('f-before-more')}: ${say('f-municipality').toLowerCase()}`)}${line(say('f-before-since'), day)}`)}
${part('beroep', html`<p class="small soft">${say('f-profession-hint')} ${say('paper-tick')}</p>${choices(professionGroups)}`)}
${part('inkomen', line(`${say('f-income')} (€)`, say('f-income-hint')))}
${part('wensen', html`<p class="small soft">${say('wensen-lead')} ${say('paper-ticks')}</p>${ticks(places)}${line(say('f-wish-bedrooms'))}${line(`${say('f-wish-rent')} (€)`)}`)}
<section class="paper-part"><p>${say('paper-sign')}</p>${line(say('paper-date'))}${line(say('paper-signed'))}<p class="small soft">${say('paper-why')}</p></section></div>`
  return showPage(context, setting, { title, body })
}
