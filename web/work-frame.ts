/** What every page of the workplace has (werkplek): who may come in, the ways on, dense tables, form parts. */
import { html } from 'hono/html'
import { addDays, type CalendarDate, formatDate, parseDate } from '../core/basics/calendar-date.ts'
import { hourOf } from '../operations/dutch-time.ts'
import type { Actor, Refusal } from '../operations/operation.ts'
import { dayOf } from '../operations/operation.ts'
import { formatDay, formatWeekday, type Language, type Say } from '../words/language.ts'
import { refusedInWords, sayWork, type WorkText } from '../words/work.ts'
import { notFound } from './app.ts'
import type { Fault } from './form.ts'
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

export function faultOf(refusal: Refusal, field: string, language: Language): Fault[] {
  return [{ field, text: refusedInWords(refusal, language) }]
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
