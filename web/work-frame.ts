/** What every page of the workplace has (werkplek): who may come in, the ways on, dense tables, form parts. */
import { html } from 'hono/html'
import { addDays, type CalendarDate, formatDate, parseDate } from '../core/basics/calendar-date.ts'
import { hourOf } from '../operations/dutch-time.ts'
import type { Actor, Refusal } from '../operations/operation.ts'
import { dayOf } from '../operations/operation.ts'
import { formatDay, formatWeekday, type Language, type Say } from '../words/language.ts'
import { refusedInWords, sayWork, type WorkText } from '../words/work.ts'
import { notFound } from './app.ts'
import { type Html, type Page, showPage } from './page.ts'
import { withQuery } from './page-links.ts'
import type { PageContext, WebSetting } from './visitor.ts'
import { toLogin } from './whose.ts'
import { workNav, worksAtLandlord } from './work-ways.ts'

/** Somebody who works at a landlord, and what their pages are made with. */
export type Worker = {
  readonly actor: Actor
  readonly language: Language
  readonly say: Say<WorkText>
}

/** Gives a page to who works at a landlord; everybody else learns nothing, or is asked to log in. */
export function forWorkers(
  setting: WebSetting,
  show: (context: PageContext, worker: Worker) => Response | Promise<Response>,
) {
  return async (context: PageContext) => {
    const { actor, language } = context.get('visitor')
    if (!actor) return toLogin(context)
    if (!worksAtLandlord(actor)) return notFound(context, setting)
    return show(context, { actor, language, say: sayWork(language) })
  }
}

/** A page of the workplace, with the ways on. */
export function workPage(context: PageContext, setting: WebSetting, page: Page) {
  const body = html`${workNav(context)}${page.body}`
  return showPage(context, setting, { ...page, body })
}

export type Column<Key extends string> = {
  readonly key: Key
  readonly label: string
  /** Sorted by a link; the text says what a click does. */
  readonly sortable?: boolean
  readonly number?: boolean
}

export type Cells<Key extends string> = Readonly<Record<Key, Html | string | number>>

/** A dense table with a heading that stays, sorted by links; on a narrow screen every row is a card. */
export function denseTable<Key extends string>(
  context: PageContext,
  {
    caption,
    columns,
    rows,
    sorted,
  }: {
    readonly caption: string
    readonly columns: readonly Column<Key>[]
    readonly rows: readonly Cells<Key>[]
    readonly sorted?: Key
  },
): Html {
  return html`<div class="table-scroll tall" role="region" aria-label="${caption}" tabindex="0"><table class="utrecht-table dense">
<caption>${caption}</caption>
<thead><tr>${columns.map(
    ({ key, label, sortable, number }) =>
      html`<th scope="col"${number ? html` class="number"` : ''}${key === sorted ? html` aria-sort="ascending"` : ''}>${sortable ? html`<a href="${withQuery(context, { volgorde: key, pagina: undefined })}">${label}${key === sorted ? ' ▾' : ''}</a>` : label}</th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map(({ key, label, number }) => html`<td data-label="${label}"${number ? html` class="number"` : ''}>${row[key]}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

/** One of the names a column can be sorted by, from the address. */
export function orderFrom<Key extends string>(
  context: PageContext,
  known: readonly [Key, ...Key[]],
): Key {
  return known.find((each) => each === context.req.query('volgorde')) ?? known[0]
}

// --- Forms

export type Form = Readonly<Record<string, string>>

/** What was sent, as texts. */
export async function formOf(context: PageContext): Promise<Form> {
  const body = await context.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}

/** What is not right, and the field it is about; the first field where it is about the whole. */
export type Fault = { readonly field: string; readonly text: string }

export function faultOf(refusal: Refusal, field: string, language: Language): Fault[] {
  return [{ field, text: refusedInWords(refusal, language) }]
}

/** The field of what is wrong with none that is there: it is told without a way on. */
export const nowhere = ''

export function faultSummary(faults: readonly Fault[], { say }: Worker): Html | '' {
  if (faults.length === 0) return ''
  return html`<div class="panel panel--bad" role="alert" tabindex="-1" id="fouten" autofocus>
<h2 class="utrecht-heading-3">${say('fault-title')}</h2>
<ul>${faults.map(({ field, text }) => html`<li>${field === nowhere ? text : html`<a href="#${field}">${text}</a>`}</li>`)}</ul></div>`
}

export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly faults?: readonly Fault[]
  readonly kind?: 'text' | 'email' | 'numeric' | 'decimal' | 'long'
}

export function textField(field: Field): Html {
  const { name, label, value = '', kind = 'text' } = field
  const more =
    kind === 'email'
      ? html` type="email"`
      : kind === 'numeric' || kind === 'decimal'
        ? html` inputmode="${kind}"`
        : ''
  const input =
    kind === 'long'
      ? html`<textarea class="utrecht-textarea" id="${name}" name="${name}" rows="5"${described(field)}>${value}</textarea>`
      : html`<input class="utrecht-textbox" id="${name}" name="${name}" value="${value}"${more}${described(field)}>`
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    input,
  )
}

export type Choice = { readonly value: string; readonly label: string }

export function selectField(field: Field & { readonly choices: readonly Choice[] }): Html {
  const { name, label, value, choices } = field
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    html`<select class="utrecht-select" id="${name}" name="${name}"${described(field)}>${choices.map(
      (each) =>
        html`<option value="${each.value}"${each.value === value ? html` selected` : ''}>${each.label}</option>`,
    )}</select>`,
  )
}

function described({ name, hint, faults = [] }: Field): Html | '' {
  const wrong = faults.some(({ field }) => field === name)
  const ids = [
    ...(hint === undefined ? [] : [`${name}-uitleg`]),
    ...(wrong ? [`${name}-fout`] : []),
  ]
  if (ids.length === 0) return ''
  return html` aria-describedby="${ids.join(' ')}"${wrong ? html` aria-invalid="true"` : ''}`
}

function wrapped({ name, hint, faults = [] }: Field, label: Html, input: Html): Html {
  const own = faults.filter(({ field }) => field === name)
  return html`<div class="utrecht-form-field${own.length > 0 ? ' utrecht-form-field--invalid' : ''}">${label}
${hint === undefined ? '' : html`<p class="utrecht-form-field-description" id="${name}-uitleg">${hint}</p>`}
${own.length > 0 ? html`<p class="utrecht-form-field-error-message" id="${name}-fout">${own.map(({ text }) => text).join(' ')}</p>` : ''}
${input}</div>`
}

// --- What people type, and what they read

const typedDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/

/** `3-6-2026`, or as a machine writes it. */
export function dayFrom(text: string | undefined): CalendarDate | undefined {
  const [, day = '', month = '', year = ''] = typedDay.exec(text ?? '') ?? []
  return parseDate(
    year === '' ? (text ?? '') : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
}

/** `3-6-2026`, to be changed in a field. */
export function dayTyped(day: CalendarDate): string {
  const [year, month, date] = formatDate(day).split('-').map(Number)
  return `${date}-${month}-${year}`
}

/** Whole cents from `650`, `650,25` or `1.650,25`. */
export function centsFrom(text: string | undefined): number | undefined {
  const [, euro = '', cents = ''] = /^([\d.]+)(?:,(\d{1,2}))?$/.exec((text ?? '').trim()) ?? []
  const whole = euro.replaceAll('.', '')
  return whole === '' ? undefined : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** `woensdag 3 juni 2026, 17:00`; the midnight at which a day ends is that day. */
export function momentInWords(at: Date, language: Language): string {
  return moment(at, (day) => formatWeekday(day, language))
}

/** `3 juni 2026, 17:00`, in the same way. */
export function shortMoment(at: Date, language: Language): string {
  return moment(at, (day) => formatDay(day, language))
}

function moment(at: Date, say: (day: CalendarDate) => string): string {
  const hour = hourOf(at)
  return hour === '00:00' ? say(addDays(dayOf(at), -1)) : `${say(dayOf(at))}, ${hour}`
}
