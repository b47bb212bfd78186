/** A table of outcomes (uitkomsten): what is measured, and beside it the state, both values and the margin. */
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import { cellText, table } from '../../pictures/picture.ts'
import { capital } from '../../words/prose.ts'
import type { VariantOutcome } from '../comparison.ts'
import { compared, definitionId, figureCell, type Telling } from './telling.ts'
import { verdictParts } from './verdict.ts'

/** One figure to tell the outcome of, under a name of its own or that of the measure. */
export type Outcome = {
  readonly measure: string
  readonly group: string
  readonly label?: string
  readonly below?: string
}

/** Two columns, so that it fits on a phone. */
export function outcomeTable(
  telling: Telling,
  proposal: VariantOutcome,
  { caption, heading }: { readonly caption: string; readonly heading: string },
  outcomes: readonly Outcome[],
): Markup {
  const { say } = telling
  return table({
    caption,
    columns: [heading, say('outcome')],
    rows: outcomes.map((each) => ({
      label: labelOf(telling, each),
      cells: [outcomeOf(telling, proposal, each)],
    })),
  })
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

/** "▲ beter 7,2 → 6,7", and small below it the difference with its margin. */
export function outcomeOf(
  telling: Telling,
  proposal: VariantOutcome,
  { measure, group }: Outcome,
): Markup {
  const { before, after, difference } = compared(telling, proposal, measure, group)
  const { state, detail } = verdictParts(telling, measure, difference)
  const [was, becomes] = [before, after].map((each) => cellText(figureCell(telling, measure, each)))
  return mark`<span class="state">${state}</span> <span class="value">${was} → ${becomes}</span><span class="sub">${detail}</span>`
}
