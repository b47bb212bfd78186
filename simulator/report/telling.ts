/** What every part of the report needs: whom it compares, in which language, and the words for measures. */
import { date } from '../../core/basics/calendar-date.ts'
import type { Estimate } from '../../core/oversight/figures.ts'
import { type Markup, mark, nothing } from '../../pictures/markup.ts'
import type { Cell } from '../../pictures/picture.ts'
import { formatList, type Language, type Say } from '../../words/language.ts'
import { capital } from '../../words/prose.ts'
import type { ReportText } from '../../words/report.ts'
import {
  type MeasureWords,
  showCount,
  showNumber,
  showTick,
  unitText,
} from '../../words/report-numbers.ts'
import type { Comparison, VariantOutcome } from '../comparison.ts'
import type { Plan } from '../plan.ts'
import type { Region } from '../region.ts'
import { homesPerGroup } from './measure-ids.ts'

export type Telling = {
  readonly comparison: Comparison
  readonly baseline: VariantOutcome
  readonly proposals: readonly VariantOutcome[]
  readonly language: Language
  readonly say: Say<ReportText>
  readonly measure: (id: string) => MeasureWords
  readonly group: (id: string) => string
  readonly plan?: Plan
  readonly region?: Region
  /** Before it was made smaller. */
  readonly whole?: Region
}

/** One figure before and after, and the paired difference; null where there is nothing to count. */
export type Compared = {
  readonly before: Estimate | null
  readonly after: Estimate | null
  readonly difference: Estimate | null
}

export function compared(
  { baseline }: Telling,
  proposal: VariantOutcome,
  measure: string,
  group: string,
): Compared {
  return {
    before: baseline.estimates[measure]?.[group] ?? null,
    after: proposal.estimates[measure]?.[group] ?? null,
    difference: proposal.differences?.[measure]?.[group] ?? null,
  }
}

/** Whether any variant has it, for any group. */
export function isMeasured({ comparison }: Telling, measure: string): boolean {
  return comparison.variants.some(({ estimates }) =>
    Object.values(estimates[measure] ?? {}).some((each) => each !== null),
  )
}

/** Groups a measure was counted for under any of the variants, in the order they were given. */
export function groupsOf({ comparison }: Telling, measure: string): readonly string[] {
  return [
    ...new Set(
      comparison.variants.flatMap(({ estimates }) => Object.keys(estimates[measure] ?? {})),
    ),
  ]
}

/** Those of them that had enough to count under at least one variant: of homes, that anybody got one. */
export function countedGroups(telling: Telling, measure: string): readonly string[] {
  const isCounted = (estimate: Estimate | null | undefined) =>
    measure === homesPerGroup ? (estimate?.mean ?? 0) > 0 : estimate
  return groupsOf(telling, measure).filter((group) =>
    telling.comparison.variants.some(({ estimates }) => isCounted(estimates[measure]?.[group])),
  )
}

/** A line that names those of these groups that had too few; nothing where all could be counted. */
export function tooFew(telling: Telling, measure: string, groups: readonly string[]): Markup {
  const counted = countedGroups(telling, measure)
  const missing = groups.filter((each) => !counted.includes(each) && !ofLettings.includes(each))
  if (missing.length === 0) return nothing
  if (missing.length > namedMost) {
    return paragraph(telling.say('too-few-many', { count: missing.length }), 'note')
  }
  const names = formatList(missing.map(telling.group), telling.language)
  return paragraph(telling.say('too-few', { groups: names }), 'note')
}

// A longer list nobody reads.
const namedMost = 4

// Local is somebody at a letting: a search is of nobody who is local or not.
const ofLettings: readonly string[] = ['local', 'not-local']

/** Municipalities have a part of the report to themselves. */
export function isPlace(group: string): boolean {
  return group.startsWith('from:')
}

/** Who is to be spread fairly: the urgent and the target groups, beside regular seekers. */
export function isShared(group: string): boolean {
  return /^(regular|urgent|target:)/.test(group)
}

/** A title that is a sentence part goes in as it is; another one goes in between quotes. */
export function variantName({ title }: Pick<VariantOutcome, 'title'>): string {
  return /^\p{Ll}/u.test(title) ? title : `“${title}”`
}

/** "Inschrijfduur, in jaren". */
export function measureHeading({ say, measure, language }: Telling, id: string): string {
  const { name, unit } = measure(id)
  if (unit === '') return capital(name)
  return say('chart-title', { measure: capital(name), unit: unitText(unit, language) })
}

/** How a chart shows the numbers of a measure. */
export function numbersOf({ measure, language }: Telling, id: string): (value: number) => string {
  const { unit } = measure(id)
  return (value) => showNumber(value, unit, language)
}

/** How its axis shows round values. */
export function ticksOf({ measure, language }: Telling, id: string): (value: number) => string {
  return (value) => showTick(value, measure(id).unit, language)
}

/** How a change in a number of homes is shown. */
export function homesChange({ language }: Telling): (value: number) => string {
  return (value) => showCount(value, language)
}

/** The words every chart shares. */
export function chartWords({ say }: Telling) {
  return {
    interval: say('interval'),
    empty: say('no-value'),
    outcome: say('outcome'),
    uncertain: say('state-uncertain'),
    range: (low: string, high: string) => say('range', { low, high }),
  }
}

/** Where a chart comes from, after what has to be said to read it. */
export function captionsBelow({ say, comparison }: Telling, reading = '') {
  const { replications, on, region } = comparison
  const source = say('source', { region: region.title, replications, on: date(on) })
  return { asTable: say('as-table'), source: `${reading} ${source}`.trim() }
}

/** A part of the report, with a heading that can be linked to. */
export function section(
  id: string,
  title: string,
  content: readonly (Markup | undefined)[],
): Markup {
  return mark`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`
}

/** The same part for every proposal; where there are more than one, each a click away under its name. */
export function perProposal(
  { proposals }: Telling,
  tell: (proposal: VariantOutcome) => Markup,
): readonly Markup[] {
  if (proposals.length === 1) return proposals.map(tell)
  return proposals.map(
    (each) => mark`<details class="proposal"><summary>${capital(each.title)}</summary>
${tell(each)}</details>
`,
  )
}

export function paragraph(text: string, kind?: string): Markup {
  return kind === undefined
    ? mark`<p>${text}</p>
`
    : mark`<p class="${kind}">${text}</p>
`
}

/** Where on the page a measure is defined. */
export function definitionId(measure: string): string {
  return idOf('maat', measure)
}

/** Ids on a page must differ, and may hold no colons or spaces. */
export function idOf(...parts: readonly string[]): string {
  return parts.map((each) => each.replace(/[^\w-]+/g, '-')).join('-')
}

/** A figure in a table: rounded to read, exact to copy, or why it is not there. */
export function figureCell(
  { say, measure, language }: Telling,
  id: string,
  value: Estimate | null,
): Cell {
  if (!value) return say('no-value')
  return { value: value.mean, text: showNumber(value.mean, measure(id).unit, language) }
}
