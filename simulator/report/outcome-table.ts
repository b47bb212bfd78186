/**
 * A table of outcomes (uitkomsten): what is measured, and beside it what became of it. One proposal has the
 * state, both values and the margin in one column; several stand side by side, one column each.
 */
import type { Estimate } from '../../core/oversight/figures.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { cellText, table } from '../../pictures/picture.ts'
import { capital } from '../../words/prose.ts'
import { changeParts, showNumber } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import { compared, definitionId, figureCell, paragraph, type Telling } from './telling.ts'
import { verdictParts } from './verdict.ts'

/** One figure to tell the outcome of, under a name of its own or that of the measure. */
export type Outcome = {
  readonly measure: string
  readonly group: string
  readonly label?: string
  readonly below?: string
}

export type OutcomeTable = { readonly caption: string; readonly heading: string }

export function outcomeTable(
  telling: Telling,
  { caption, heading }: OutcomeTable,
  outcomes: readonly Outcome[],
): Markup {
  const rows = outcomes.map((each) => ({
    label: labelOf(telling, each),
    cells: outcomeCells(telling, each),
  }))
  const columns = [heading, ...outcomeColumns(telling)]
  return mark`${table({ caption, columns, rows, wide: isWide(telling) })}${legend(telling)}`
}

export type OutcomeGroup = {
  readonly title: string
  readonly rows: readonly { readonly label: Markup; readonly cells: readonly Markup[] }[]
  /** What is said where there are no rows. */
  readonly empty?: string
}

/** The same in parts, each under a heading of its own. */
export function groupedTable(
  telling: Telling,
  { caption, heading }: OutcomeTable,
  groups: readonly OutcomeGroup[],
): Markup {
  const columns = [heading, ...outcomeColumns(telling)]
  const width = String(columns.length)
  const parts = groups.map(({ title, rows, empty = '' }) => {
    const told = rows.map(
      ({
        label,
        cells,
      }) => mark`<tr><th scope="row">${label}</th>${cells.map((each) => mark`<td>${each}</td>`)}</tr>
`,
    )
    const none = mark`<tr><td colspan="${width}">${empty}</td></tr>`
    return mark`<tbody><tr><th colspan="${width}" scope="rowgroup">${title}</th></tr>
${rows.length === 0 ? none : told}</tbody>
`
  })
  return mark`<div class="${isWide(telling) ? 'scroll wide' : 'scroll'}" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((each) => mark`<th scope="col">${each}</th>`)}</tr></thead>
${parts}</table></div>
${legend(telling)}`
}

// With more than two proposals a column gets too narrow for its numbers beside the text of the page.
function isWide({ proposals }: Telling): boolean {
  return proposals.length > 2
}

// What stands above the columns beside the name: two columns fit on a phone.
function outcomeColumns({ say, baseline, proposals }: Telling): readonly string[] {
  if (proposals.length === 0) return [say('value')]
  if (proposals.length === 1) return [say('outcome')]
  return [baseline, ...proposals].map(({ title }) => capital(title))
}

/** As many cells as there are columns. */
export function outcomeCells(telling: Telling, outcome: Outcome): readonly Markup[] {
  const { proposals } = telling
  const [only] = proposals
  if (only && proposals.length === 1) return [outcomeOf(telling, only, outcome)]
  const before = telling.baseline.estimates[outcome.measure]?.[outcome.group] ?? null
  return [
    proposals.length === 0
      ? valueWithMargin(telling, outcome.measure, before)
      : shownValue(telling, outcome.measure, before),
    ...proposals.map((each) => besideOthers(telling, each, outcome)),
  ]
}

// What the signs in the columns mean, where they stand without their words.
function legend({ say, proposals }: Telling): Markup {
  return proposals.length > 1 ? paragraph(say('signs'), 'note') : nothing
}

/** The name, and small below it of whom; of everybody, or of all homes, goes without saying. */
export function labelOf({ measure, group }: Telling, outcome: Outcome): Markup {
  const whose = outcome.group === 'all' ? undefined : group(outcome.group)
  const below = outcome.below ?? (outcome.label === undefined ? whose : undefined)
  const sub = below === undefined ? nothing : mark`<span class="sub">${below}</span>`
  return mark`${outcome.label ?? nameOf(outcome.measure, measure)}${sub}`
}

// A name leads to what it means.
function nameOf(id: string, measure: Telling['measure']): Markup {
  return mark`<a href="#${definitionId(id)}">${capital(measure(id).name)}</a>`
}

// "▲ beter 7,2 → 6,7", and small below it the difference with its margin.
function outcomeOf(
  telling: Telling,
  proposal: VariantOutcome,
  { measure, group }: Outcome,
): Markup {
  const { before, after, difference } = compared(telling, proposal, measure, group)
  const { state, detail } = verdictParts(telling, measure, difference)
  if (!before && !after) {
    return mark`<span class="state">${state}</span> <span class="sub">${detail}</span>`
  }
  const [was, becomes] = [before, after].map((each) => cellText(figureCell(telling, measure, each)))
  // Numbers stay on one line; why there is none may take more.
  const values = before && after ? 'value' : 'values'
  return mark`<span class="state">${state}</span> <span class="${values}">${was} → ${becomes}</span><span class="sub">${detail}</span>`
}

// "▲ 6,7", the word for who does not see the sign, and small below it the difference.
function besideOthers(
  telling: Telling,
  proposal: VariantOutcome,
  { measure, group }: Outcome,
): Markup {
  const { say, language } = telling
  const { after, difference } = compared(telling, proposal, measure, group)
  const { state, detail } = verdictParts(telling, measure, difference)
  const [sign = '', ...words] = state.split(' ')
  const told = mark`<span class="sign">${sign}<span class="hidden"> ${words.join(' ')}</span></span> ${shownValue(telling, measure, after)}`
  if (!difference) return told
  if (difference.replications < 2) return mark`${told}<span class="sub">${detail}</span>`
  const { bare, low, high } = changeParts(difference, telling.measure(measure).unit, language)
  return mark`${told}<span class="sub"><span class="range">${bare}</span> ${say('range-brief', { low, high })}</span>`
}

// Where there is nothing to compare with, the margin is that of the value itself.
function valueWithMargin(telling: Telling, measure: string, value: Estimate | null): Markup {
  const shown = shownValue(telling, measure, value)
  if (!value) return shown
  const bound = (each: number) => showNumber(each, telling.measure(measure).unit, telling.language)
  const range = { low: bound(value.low), high: bound(value.high) }
  return mark`${shown}<span class="sub">${telling.say('range-short', range)}</span>`
}

// A number never breaks over two lines; why there is none may.
function shownValue(telling: Telling, measure: string, value: Estimate | null): Markup {
  const cell = cellText(figureCell(telling, measure, value))
  return value ? mark`<span class="value">${cell}</span>` : mark`<span class="sub">${cell}</span>`
}
