/** Parts of forms (formulieren): label above, hint under it, the fault between, linked from the summary. */
import { html } from 'hono/html'
import { parseDate } from '../core/basics/calendar-date.ts'
import { type Language, speak } from '../words/language.ts'
import { pageTexts } from '../words/page.ts'
import type { Html } from './page.ts'

export type Fault = { readonly field: string; readonly text: string }

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly faults?: readonly Fault[]
  /** The heading of the page says the same, so the label is only for who cannot see it. */
  readonly quiet?: boolean
}

/** What kept something from being done, where no field can mend it. */
export function problemPanel(problem: string | undefined): Html | '' {
  if (problem === undefined) return ''
  return html`<div class="panel panel--bad" role="alert" tabindex="-1" autofocus><p>${problem}</p></div>`
}

/** The field of what is wrong with none that is there: it is told without a way on. */
export const nowhere = ''

/** What is wrong, on top of the page, each with a link to its field. */
export function faultSummary(faults: readonly Fault[], language: Language): Html | '' {
  if (faults.length === 0) return ''
  return html`<div class="panel panel--bad" role="alert" tabindex="-1" id="fouten" autofocus>
<h2 class="utrecht-heading-3">${speak(pageTexts, language)('faults')}</h2>
<ul>${faults.map(({ field, text }) => html`<li>${field === nowhere ? text : html`<a href="#${field}">${text}</a>`}</li>`)}</ul></div>`
}

/** A line of text; `narrow` where little is typed. */
export function textField(
  field: Field & {
    readonly kind?: 'text' | 'email' | 'numeric' | 'decimal'
    readonly before?: string
    readonly complete?: string
    readonly width?: 'narrow' | 'wide'
  },
): Html {
  const { name, label, value = '', kind = 'text', before, complete, width = 'wide' } = field
  const mode = kind === 'numeric' || kind === 'decimal' ? html` inputmode="${kind}"` : ''
  const input = html`<input class="utrecht-textbox${width === 'narrow' ? ' narrow' : ''}" id="${name}" name="${name}" value="${value}"${mode}${kind === 'email' ? html` type="email"` : ''}${complete === undefined ? '' : html` autocomplete="${complete}"`}${described(field)}>`
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    before === undefined
      ? input
      : html`<span class="with-unit"><span>${before}</span>${input}</span>`,
  )
}

/** Some lines of text; `code` where every sign of it counts. */
export function longField(
  field: Field & { readonly rows?: number; readonly code?: boolean },
): Html {
  const { name, label, value = '', rows = 6, code = false } = field
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    html`<textarea class="utrecht-textbox ${code ? 'hash' : 'long'}" id="${name}" name="${name}" rows="${rows}"${code ? html` spellcheck="false" autocomplete="off"` : ''}${described(field)}>
${value}</textarea>`,
  )
}

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

export function selectField(field: Field & { readonly choices: readonly Choice[] }): Html {
  const { name, label, value, choices } = field
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    html`<select class="utrecht-select" id="${name}" name="${name}"${described(field)}>
${choices.map((each) => html`<option value="${each.value}"${each.value === value ? html` selected` : ''}>${each.label}</option>`)}</select>`,
  )
}

/** One of several, or with `many` any of them. */
export function choiceField(
  field: Field & { readonly choices: readonly Choice[]; readonly many?: boolean },
): Html {
  const { name, label, value = '', choices, many = false } = field
  const chosen = new Set(value.split(','))
  return wrapped(
    field,
    '',
    html`${choices.map(
      (each, at) =>
        html`<div class="choice"><input type="${many ? 'checkbox' : 'radio'}" id="${at === 0 ? name : `${name}-${at}`}" name="${name}" value="${each.value}"${chosen.has(each.value) ? html` checked` : ''}><label for="${at === 0 ? name : `${name}-${at}`}">${each.label}${each.hint === undefined ? '' : html`<br><span class="soft small">${each.hint}</span>`}</label></div>`,
    )}`,
    label,
  )
}

/**
 * A day in one field, with the calendar of the browser: for who works with days all day. What is no day stays as it
 * was typed, in a field that takes anything.
 */
export function dateField(field: Field): Html {
  const { name, label, value = '' } = field
  const isDay = value === '' || parseDate(value) !== undefined
  return wrapped(
    field,
    html`<label class="utrecht-form-label" for="${name}">${label}</label>`,
    html`<input class="utrecht-textbox narrow" id="${name}" name="${name}" value="${value}"${isDay ? html` type="date"` : ''}${described(field)}>`,
  )
}

/** A day in three fields, which everybody can type. */
export function dayField(
  field: Omit<Field, 'value'> & {
    readonly values: Readonly<Record<string, string>>
    readonly parts: readonly [string, string, string]
    readonly complete?: readonly [string, string, string]
  },
): Html {
  const { name, label, values, parts, complete } = field
  const boxes = (['day', 'month', 'year'] as const).map((part, at) => {
    const id = `${name}-${part}`
    return html`<div><label for="${id}">${parts[at] ?? ''}</label><input class="utrecht-textbox ${part === 'year' ? 'four' : 'two'}" id="${id}" name="${id}" inputmode="numeric" value="${values[id] ?? ''}"${complete ? html` autocomplete="${complete[at] ?? ''}"` : ''}></div>`
  })
  return wrapped(
    { ...field, name: `${name}-day` },
    '',
    html`<div class="day">${boxes}</div>`,
    label,
  )
}

function wrapped(field: Field, label: Html | '', control: Html, legend?: string): Html {
  const { name, hint, faults = [] } = field
  const own = faults.filter((fault) => fault.field === name)
  const inside = html`${legend === undefined || legend === '' ? label : html`<legend class="utrecht-form-label${field.quiet ? ' only-heard' : ''}">${legend}</legend>`}
${hint === undefined ? '' : html`<p class="utrecht-form-field-description" id="${name}-hint">${hint}</p>`}
${own.map(({ text }) => html`<p class="utrecht-form-field-error-message" id="${name}-fault">${text}</p>`)}
${control}`
  const invalid = own.length > 0 ? ' utrecht-form-field--invalid' : ''
  return legend === undefined || legend === ''
    ? html`<div class="utrecht-form-field${invalid}">${inside}</div>`
    : html`<fieldset class="utrecht-form-field${invalid}">${inside}</fieldset>`
}

function described({ name, hint, faults = [] }: Field): Html {
  const isWrong = faults.some(({ field }) => field === name)
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(isWrong ? [`${name}-fault`] : []),
  ]
  return html`${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}${isWrong ? html` aria-invalid="true"` : ''}`
}
