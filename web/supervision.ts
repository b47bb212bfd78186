/** Oversight of people (toezicht): who looked at which file, emergencies and their verdict, and what stands out. */
import { html } from 'hono/html'
import {
  addDays,
  type CalendarDate,
  dateOf,
  formatDate,
  parseDate,
} from '../core/basics/calendar-date.ts'
import { breakGlass } from '../operations/break-glass.ts'
import { hourOf } from '../operations/dutch-time.ts'
import { exportsWith } from '../operations/export-region.ts'
import {
  type Detector,
  type Deviation,
  type DeviationRow,
  detectors,
  findDeviations,
} from '../operations/find-deviations.ts'
import { type Actor, carryOut, dayOf, isRefusal, mayDo } from '../operations/operation.ts'
import {
  type AccessLog,
  type FetchedExport,
  type Reading,
  readAccessLog,
} from '../operations/read-access-log.ts'
import { openEmergencies, readBrokenGlass } from '../operations/read-broken-glass.ts'
import { readingGrounds } from '../operations/read-file.ts'
import {
  listBreaks,
  ownBreaks,
  reviewBreakGlass,
  type StoredBreak,
} from '../operations/review-break-glass.ts'
import {
  formatDay,
  formatMoment,
  formatNumber,
  isKeyOf,
  type Language,
  type Say,
  speak,
} from '../words/language.ts'
import { roleTexts } from '../words/login.ts'
import { skipTexts } from '../words/offers.ts'
import { phraseName, phraseValue } from '../words/phrases.ts'
import { narratorOf } from '../words/print-rules.ts'
import { capital } from '../words/prose.ts'
import { readingGroundText } from '../words/readings.ts'
import { regionExportTexts } from '../words/region-export.ts'
import { supervisionRefused, supervisionTexts } from '../words/supervision.ts'
import { type AddPages, notFound } from './app.ts'
import { inDutch } from './dutch.ts'
import {
  choiceField,
  dateField,
  dayField,
  type Fault,
  faultSummary,
  longField,
  selectField,
  textField,
} from './form.ts'
import { backLink, type Html, showPage } from './page.ts'
import { pageAsked, pageLinks, titleOfPage, withQuery } from './page-links.ts'
import { submitted } from './submitted.ts'
import { formFields, type PageContext, type WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { dayFrom, denseTable } from './work-frame.ts'
import { workNav } from './work-ways.ts'

export const supervisionPages: AddPages = (app, setting) => {
  app.get('/toezicht/inzage', (context) => readingsPage(context, setting))
  app.get('/toezicht/noodinzage', (context) => breaksPage(context, setting))
  app.post('/toezicht/noodinzage', (context) => review(context, setting))
  app.get('/toezicht/afwijkingen', (context) => deviationsPage(context, setting))
  app.get('/noodinzage', (context) => openPage(context, setting))
  app.post('/noodinzage', (context) => open(context, setting))
  app.get('/noodinzage/:id', (context) => openedPage(context, setting))
}

type Speaking = {
  readonly say: Say<keyof (typeof supervisionTexts)['nl']>
  readonly language: Language
}

function speakingIn(context: PageContext): Speaking {
  const { language } = context.get('visitor')
  return { language, say: speak(supervisionTexts, language) }
}

// --- A period

type Period = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly shown: { readonly from: string; readonly until: string }
  readonly faults: readonly Fault[]
}

const daysShown = 30

function periodIn(context: PageContext, setting: WebSetting, { say }: Speaking): Period {
  const today = dayOf(setting.now())
  const usual = { from: addDays(today, -daysShown), until: today }
  const asked = { from: context.req.query('van'), until: context.req.query('tot') }
  const from = asked.from === undefined ? usual.from : dayFrom(asked.from)
  const until = asked.until === undefined ? usual.until : dayFrom(asked.until)
  const faults: Fault[] = [
    ...(from === undefined ? [{ field: 'van', text: say('error-from') }] : []),
    ...(until === undefined ? [{ field: 'tot', text: say('error-until') }] : []),
    ...(from !== undefined && until !== undefined && until < from
      ? [{ field: 'tot', text: say('error-order') }]
      : []),
  ]
  return {
    from: from ?? usual.from,
    until: until ?? usual.until,
    shown: {
      from: from === undefined ? (asked.from ?? '') : formatDate(from),
      until: until === undefined ? (asked.until ?? '') : formatDate(until),
    },
    faults,
  }
}

function periodForm({ shown, faults }: Period, { say }: Speaking, more: Html | '' = ''): Html {
  const hint = say('day-hint')
  return html`<form class="filters" method="get" novalidate>
${dateField({ name: 'van', label: say('from'), hint, value: shown.from, faults })}
${dateField({ name: 'tot', label: say('until'), hint, value: shown.until, faults })}
${more}<div class="utrecht-form-field"><button class="utrecht-button">${say('show')}</button></div></form>`
}

// --- Readings

const readingsOnPage = 50

async function readingsPage(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  const speaking = speakingIn(context)
  const { say, language } = speaking
  const period = periodIn(context, setting, speaking)
  const reason = readingGrounds.find((each) => each === context.req.query('grond'))
  const human = /^[0-9a-f-]{36}$/.exec(context.req.query('wie') ?? '')?.[0]
  const withoutCase = context.req.query('zonder') === 'ja'
  const below = Number(context.req.query('voor') || Number.NaN)
  const isNewest = !Number.isSafeInteger(below)
  const log = await carryOut(setting, actor, readAccessLog, {
    ...{ from: period.from, until: period.until, withoutCase, most: readingsOnPage },
    ...(!isNewest && { below }),
    ...(reason !== undefined && { reason }),
    ...(human !== undefined && { human }),
  })
  if (isRefusal(log)) return notFound(context, setting)
  const title = say('readings-title')
  const choices = [
    { value: '', label: say('ground-any') },
    ...readingGrounds.map((value) => ({ value, label: readingGroundText(value, language) })),
  ]
  const more = html`${selectField({ name: 'grond', label: say('ground'), value: reason ?? '', choices })}
<div class="choice"><input type="checkbox" id="zonder" name="zonder" value="ja"${withoutCase ? html` checked` : ''}><label for="zonder">${say('only-without')}</label></div>`
  const body = html`${workNav(context)}${faultSummary(period.faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="measure">${say('readings-lead')}</p>
${periodForm(period, speaking, more)}
${log.counts.length === 0 ? html`<p>${say('readings-none')}</p>` : html`${readerTable(context, log, period, speaking)}${readingTable(context, log, speaking)}`}
${readingPager(context, log, isNewest, speaking)}
${exportList(log, speaking)}<h2 class="utrecht-heading-2">${say('unknown-title')}</h2><p class="measure">${say('readings-unknown')}</p>`
  const status = period.faults.length > 0 ? 422 : 200
  return showPage(context, setting, { title, body, status })
}

/** To older readings, and back to the newest. */
function readingPager(
  context: PageContext,
  { readings, goesOn }: AccessLog,
  isNewest: boolean,
  { say }: Speaking,
): Html | '' {
  if (isNewest && !goesOn) return ''
  const older = withQuery(context, { voor: String(readings.at(-1)?.event ?? 0) })
  return html`<p>${isNewest ? '' : html`<a href="${withQuery(context, { voor: undefined })}">${say('readings-newest')}</a> `}
${goesOn ? html`<a rel="next" href="${older}">${say('readings-older')}</a>` : ''}</p>`
}

function readerTable(
  context: PageContext,
  { counts }: AccessLog,
  { shown }: Period,
  { say, language }: Speaking,
): Html {
  return denseTable(context, {
    caption: say('readings-counts'),
    columns: [
      { key: 'wie', label: say('col-who') },
      { key: 'inzagen', label: say('col-readings'), number: true },
      { key: 'dossiers', label: say('col-files'), number: true },
      { key: 'zonder', label: say('col-without'), number: true },
    ],
    rows: counts.map(({ human, name, readings, files, withoutCase }) => ({
      wie:
        human === null
          ? say('system')
          : html`<a href="?van=${shown.from}&amp;tot=${shown.until}&amp;wie=${human}">${name}</a>`,
      inzagen: formatNumber(readings, language),
      dossiers: formatNumber(files, language),
      zonder: formatNumber(withoutCase, language),
    })),
  })
}

function exportList({ exports }: AccessLog, { say, language }: Speaking): Html | '' {
  if (exports.length === 0) return ''
  const sayExport = speak(regionExportTexts, language)
  return html`<h2 class="utrecht-heading-2">${sayExport('mine-title')}</h2><p class="measure">${say('exports-lead')}</p>
<ul>${exports.map((each) => html`<li>${exportInWords(each, language)}</li>`)}</ul>`
}

function exportInWords(
  { at, name, agreedByName: second, reason }: FetchedExport,
  language: Language,
): string {
  const moment = formatMoment(at, language)
  return speak(regionExportTexts, language)('mine-line', { moment, name, second, reason })
}

/** The exports of everything in which somebody's file was, for the page that says who looked. */
export async function exportsWithFile(
  context: PageContext,
  setting: WebSetting,
  { actor, person }: { readonly actor: Actor; readonly person: string },
): Promise<Html | ''> {
  const exports = await exportsWith(setting, actor, person)
  if (exports.length === 0) return ''
  const { language } = context.get('visitor')
  const say = speak(regionExportTexts, language)
  return html`<section class="panel"><h2 class="utrecht-heading-2">${say('mine-title')}</h2><p>${say('mine-lead')}</p>
<ul>${exports.map((each) => html`<li>${exportInWords(each, language)}</li>`)}</ul></section>`
}

/** So much of a file's number tells files apart, and is nobody's name. */
const shownOfFile = 8

function readingTable(
  context: PageContext,
  { readings }: AccessLog,
  { say, language }: Speaking,
): Html {
  return denseTable(context, {
    caption: say('readings-all'),
    columns: [
      { key: 'wanneer', label: say('col-when') },
      { key: 'wie', label: say('col-who') },
      { key: 'dossier', label: say('col-file') },
      { key: 'grond', label: say('col-ground') },
      { key: 'zaak', label: say('col-case') },
    ],
    rows: readings.map((each: Reading) => ({
      wanneer: formatMoment(each.at, language),
      wie: each.name ?? say('system'),
      dossier: html`<span class="hash whole">${each.person.slice(0, shownOfFile)}</span>`,
      grond: readingGroundText(each.reason ?? undefined, language),
      zaak: each.hasCase
        ? say('case-yes')
        : html`<span class="mark mark--bad">${say('case-no')}</span>`,
    })),
  })
}

// --- Emergencies

type ReviewFault = {
  readonly id: string
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
}

async function breaksPage(context: PageContext, setting: WebSetting, wrong?: ReviewFault) {
  const visitor = context.get('visitor')
  if (!visitor.actor) return toLogin(context)
  const listed = await listBreaks(setting, visitor.actor, pageAsked(context))
  if (!listed) return notFound(context, setting)
  const { breaks } = listed
  const speaking = speakingIn(context)
  const { say } = speaking
  const title = say('breaks-title')
  const actor = visitor.actor
  const reviewForm = (each: StoredBreak) => {
    const faults = wrong?.id === each.id ? wrong.faults : []
    const typed = wrong?.id === each.id ? wrong.typed : {}
    const choices = [
      { value: 'ja', label: say('break-justified') },
      { value: 'nee', label: say('break-not-justified') },
    ]
    return html`<form method="post">${formFields(visitor)}<input type="hidden" name="id" value="${each.id}">
${choiceField({ name: `mocht-${each.id}`, label: say('break-review'), value: typed[`mocht-${each.id}`], faults, choices })}
${longField({ name: `oordeel-${each.id}`, label: say('break-verdict'), hint: say('break-verdict-hint'), value: typed[`oordeel-${each.id}`], faults })}
<button class="utrecht-button">${say('break-send')}</button></form>`
  }
  const body = html`${workNav(context)}${faultSummary(wrong?.faults ?? [], visitor.language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="measure">${say('breaks-lead')}</p>
${breaks.length === 0 ? html`<p>${say('breaks-none')}</p>` : ''}
<ul class="plain">${breaks.map((each) => html`<li class="message">${breakInWords(each, speaking)}${each.reviewedAt === undefined && each.human !== actor.human ? reviewForm(each) : ''}</li>`)}</ul>
${pageLinks(context, listed)}`
  return showPage(context, setting, {
    ...{ title: titleOfPage(title, listed, context), body },
    status: wrong ? 422 : 200,
  })
}

function breakInWords(each: StoredBreak, { say, language }: Speaking): Html {
  const { name, role, openedAt, until, reason, justified, verdict } = each
  const state =
    justified === undefined
      ? html`<span class="mark mark--now">${say('break-waiting')}</span>`
      : justified
        ? html`<span class="mark mark--good">${say('break-justified')}</span>`
        : html`<span class="mark mark--bad">${say('break-not-justified')}</span>`
  return html`<h2 class="utrecht-heading-3">${say('break-by', { name, role: roleName(role, language) })}</h2>
<p class="soft">${say('break-open', { from: formatMoment(openedAt, language), until: hourOf(until) })} ${state}</p>
<p><strong>${say('break-reason')}</strong></p><blockquote class="said"><p>${reason === undefined ? say('break-gone') : inDutch(reason, language)}</p></blockquote>
${verdict === undefined ? '' : html`<p><strong>${say('break-verdict')}</strong></p><blockquote class="said"><p>${inDutch(verdict, language)}</p></blockquote>`}`
}

function roleName(role: string, language: Language): string {
  return isKeyOf(roleTexts, role) ? speak(roleTexts, language)(role) : role
}

/** The emergencies in somebody's own file, for the page that says who looked. */
export async function breaksInFile(
  context: PageContext,
  setting: WebSetting,
  { actor, person }: { readonly actor: Actor; readonly person: string },
): Promise<Html | ''> {
  const breaks = await ownBreaks(setting, actor, person)
  if (breaks.length === 0) return ''
  const speaking = speakingIn(context)
  return html`<section class="panel"><h2 class="utrecht-heading-2">${speaking.say('own-title')}</h2>
<ul class="plain">${breaks.map((each) => html`<li>${breakInWords(each, speaking)}</li>`)}</ul></section>`
}

async function review(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const typed = await submitted(context)
  const { id = '', key } = typed
  const chosen = typed[`mocht-${id}`]
  const input = {
    ...{ id, verdict: typed[`oordeel-${id}`] ?? '' },
    justified: chosen === 'ja' ? true : chosen === 'nee' ? false : undefined,
  }
  const outcome = await carryOut(setting, actor, reviewBreakGlass, input, key)
  if (!isRefusal(outcome)) return context.redirect('/toezicht/noodinzage', 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const field = `${outcome.refused === 'outcome-missing' ? 'mocht' : 'oordeel'}-${id}`
  const faults = [{ field, text: supervisionRefused(outcome, language) }]
  return breaksPage(context, setting, { id, typed, faults })
}

/** The way to opening a file in an emergency, for who may. */
export function emergencyWay(context: PageContext): Html | '' {
  const { actor } = context.get('visitor')
  if (!actor || !mayDo(actor, 'break-glass', {})) return ''
  return html`<p class="small"><a href="/noodinzage">${speakingIn(context).say('open-way')}</a></p>`
}

/** What somebody opened in an emergency and can still look at. */
export async function emergenciesNow(
  context: PageContext,
  setting: WebSetting,
): Promise<Html | ''> {
  const { actor } = context.get('visitor')
  const opened = actor && (await openEmergencies(setting, actor))
  if (!opened || opened.length === 0) return ''
  const { say, language } = speakingIn(context)
  return html`<section class="panel"><h2 class="utrecht-heading-3">${say('now-title')}</h2>
<ul>${opened.map(({ id, openedAt, until, reason }) => html`<li><a href="/noodinzage/${id}">${say('now-line', { from: hourOf(openedAt), until: hourOf(until) })}</a>${reason === undefined ? '' : html`<br><span class="soft">${inDutch(reason, language)}</span>`}</li>`)}</ul></section>`
}

type OpenMore = {
  readonly typed?: Readonly<Record<string, string>>
  readonly faults?: readonly Fault[]
}

async function openPage(
  context: PageContext,
  setting: WebSetting,
  { typed = {}, faults = [] }: OpenMore = {},
) {
  const visitor = context.get('visitor')
  if (!visitor.actor) return toLogin(context)
  if (!mayDo(visitor.actor, 'break-glass', {})) return notFound(context, setting)
  const { say } = speakingIn(context)
  const title = say('open-title')
  const body = html`${workNav(context)}${faultSummary(faults, visitor.language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="measure">${say('open-lead')}</p>
${await emergenciesNow(context, setting)}<form method="post">${formFields(visitor)}
<h2 class="utrecht-heading-2">${say('open-who')}</h2>
${textField({ name: 'naam', label: say('open-name'), value: typed.naam, faults })}
${dayField({ name: 'geboren', label: say('open-born'), hint: say('open-born-hint'), values: typed, parts: [say('day'), say('month'), say('year')], faults })}
${longField({ name: 'reden', label: say('open-reason'), hint: say('open-reason-hint'), value: typed.reden, faults })}
<p class="actions"><button class="utrecht-button">${say('open-button')}</button></p></form>`
  return showPage(context, setting, { title, body, status: faults.length > 0 ? 422 : 200 })
}

async function open(context: PageContext, setting: WebSetting) {
  const { actor, language } = context.get('visitor')
  if (!actor) return toLogin(context)
  const typed = await submitted(context)
  const { naam = '', reden = '', key } = typed
  const born = dayIn(typed)
  const input = { name: naam, born: born ?? dateOf(1800, 1, 1), reason: reden }
  const outcome = await carryOut(setting, actor, breakGlass, input, key)
  if (!isRefusal(outcome)) return context.redirect(`/noodinzage/${outcome.id}`, 303)
  if (outcome.refused === 'not-found') return notFound(context, setting)
  const field = outcome.refused === 'nobody-found' ? 'naam' : 'reden'
  const faults = [{ field, text: supervisionRefused(outcome, language) }]
  return openPage(context, setting, { typed, faults })
}

function dayIn(typed: Readonly<Record<string, string>>): CalendarDate | undefined {
  const part = (name: string, width: number) =>
    (typed[`geboren-${name}`] ?? '').padStart(width, '0')
  return parseDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`)
}

async function openedPage(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  const found = await readBrokenGlass(setting, actor, context.req.param('id') ?? '')
  if (!found) return notFound(context, setting)
  const { say, language } = speakingIn(context)
  const { opened, file, registration } = found
  const until = hourOf(opened.until)
  if (!file) {
    const title = say('opened-over-title')
    const body = html`${workNav(context)}<h1 class="utrecht-heading-1">${title}</h1><p>${say('opened-over', { until })}</p><p><a href="/noodinzage">${say('opened-again')}</a></p>`
    return showPage(context, setting, { title, body, status: 404 })
  }
  const title = say('opened-title', { name: file.name })
  const speaker = narratorOf([], { language })
  const facts = Object.entries(file.facts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const body = html`${workNav(context)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="panel" role="status">${say('opened-until', { until })}</p>
<dl class="facts"><dt>${say('opened-name')}</dt><dd>${file.name}</dd>
${file.email === undefined ? '' : html`<dt>${say('opened-email')}</dt><dd>${file.email}</dd>`}
${registration?.since === undefined ? '' : html`<dt>${say('opened-since')}</dt><dd>${formatDay(registration.since, language)}</dd>`}
${facts.map(([name, value]) => html`<dt>${capital(phraseName(name, speaker))}</dt><dd>${phraseValue(name, value, speaker)}</dd>`)}</dl>`
  return showPage(context, setting, { title, body })
}

// --- What stands out

async function deviationsPage(context: PageContext, setting: WebSetting) {
  const { actor } = context.get('visitor')
  if (!actor) return toLogin(context)
  const speaking = speakingIn(context)
  const { say, language } = speaking
  const period = periodIn(context, setting, speaking)
  const { from, until } = period
  const detector = detectors.find((each) => each === context.req.query('lijst'))
  const list = detector && { detector, page: pageAsked(context) }
  const asked = { from, until, ...(list && { list }) }
  const found = await carryOut(setting, actor, findDeviations, asked)
  if (isRefusal(found)) return notFound(context, setting)
  const [only] = found.found
  if (detector && only?.rows) {
    return deviationPage(context, setting, { ...only, rows: only.rows }, period)
  }
  const title = say('deviations-title')
  const body = html`${workNav(context)}${faultSummary(period.faults, language)}<h1 class="utrecht-heading-1">${title}</h1>
<p class="measure">${say('deviations-lead')} ${found.showsLists ? '' : say('deviations-counts')}</p>
${periodForm(period, speaking)}
<p class="soft">${formatDay(from, language)} - ${formatDay(until, language)}</p>
${found.found.map((each) => deviationPart(context, each, speaking))}
<h2 class="utrecht-heading-2">${say('unknown-title')}</h2><p class="measure">${say('deviations-unknown')}</p>`
  const status = period.faults.length > 0 ? 422 : 200
  return showPage(context, setting, { title, body, status })
}

type Listed = Deviation & { readonly rows: NonNullable<Deviation['rows']> }

/** The lines behind one count, a page at a time. */
function deviationPage(
  context: PageContext,
  setting: WebSetting,
  { detector, count, of, rows }: Listed,
  { from, until }: Period,
) {
  const speaking = speakingIn(context)
  const { say, language } = speaking
  const title = say(detector)
  const all = withQuery(context, { lijst: undefined, pagina: undefined })
  const body = html`${workNav(context)}${backLink(all, say('deviations-title'))}<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${of === undefined ? say('count', { count }) : say('count-of', { count, of })}</p>
<p class="measure">${say(`${detector}-is`)}</p>
<p class="soft">${formatDay(from, language)} - ${formatDay(until, language)}</p>
${rows.shown.length === 0 ? html`<p>${say('list-none')}</p>` : rowTable(context, detector, rows.shown, speaking)}${pageLinks(context, rows)}`
  return showPage(context, setting, { title: titleOfPage(title, rows, context), body })
}

function deviationPart(
  context: PageContext,
  { detector, count, of, rows }: Deviation,
  speaking: Speaking,
): Html {
  const { say } = speaking
  const whole = withQuery(context, { lijst: detector })
  return html`<section class="panel" id="${detector}"><h2 class="utrecht-heading-3">${say(detector)}</h2>
<p class="lead">${of === undefined ? say('count', { count }) : say('count-of', { count, of })}</p>
<p class="measure">${say(`${detector}-is`)}</p>
${rows === undefined || rows.shown.length === 0 ? '' : html`<details><summary>${say('list')}</summary>${rowTable(context, detector, rows.shown, speaking)}${rows.pages === 1 ? '' : html`<p><a href="${whole}">${say('list-whole')}<span class="only-heard">: ${say(detector)}</span></a></p>`}</details>`}</section>`
}

const columnsOf = {
  'single-candidate': ['listing', 'landlord', 'of'],
  corrections: ['staff', 'landlord', 'count', 'of', 'days'],
  skips: ['staff', 'landlord', 'ground', 'count'],
  'quick-offers': ['listing', 'landlord', 'seconds'],
  'family-names': ['listing', 'landlord'],
  'reads-without-case': ['staff', 'count', 'of'],
  'refusals-by-group': ['group', 'count', 'of'],
  'lots-without-person': ['listing', 'landlord', 'count', 'of'],
  'region-exports': ['staff', 'second', 'count'],
} as const satisfies Readonly<Record<Detector, readonly (keyof DeviationRow)[]>>

const labels = {
  listing: 'col-home',
  landlord: 'col-landlord',
  staff: 'col-who',
  second: 'col-second',
  ground: 'col-skip-ground',
  group: 'col-group',
  count: 'col-count',
  of: 'col-of',
  seconds: 'col-seconds',
  days: 'col-days',
} as const satisfies Readonly<Record<keyof DeviationRow, string>>

const numbers: readonly string[] = ['count', 'of', 'seconds', 'days']

function rowTable(
  context: PageContext,
  detector: Detector,
  rows: readonly DeviationRow[],
  { say, language }: Speaking,
): Html {
  const columns: readonly (keyof DeviationRow)[] = columnsOf[detector]
  const cell = (row: DeviationRow, key: keyof DeviationRow) => {
    const value = row[key]
    if (key === 'listing') return html`<a href="/woningen/${value}/uitslag">${value}</a>`
    if (key === 'group') return value === 'none' ? say('group-none') : String(value)
    if (key === 'ground') return skipGround(String(value), language)
    return typeof value === 'number' ? formatNumber(value, language) : (value ?? '')
  }
  return denseTable(context, {
    caption: say(detector),
    columns: columns.map((key) => ({
      ...{ key, label: say(labels[key]) },
      ...(numbers.includes(key) && { number: true }),
    })),
    rows: rows.map((row) => ({
      ...{ listing: '', landlord: '', staff: '', second: '', ground: '', group: '' },
      ...{ count: '', of: '', seconds: '', days: '' },
      ...Object.fromEntries(columns.map((key) => [key, cell(row, key)])),
    })),
  })
}

function skipGround(ground: string, language: Language): string {
  const known = (
    ['not-reached', 'took-it-back', 'papers-not-brought', 'papers-differ'] as const
  ).find((each) => each === ground)
  return known ? speak(skipTexts, language)(known) : ground
}
