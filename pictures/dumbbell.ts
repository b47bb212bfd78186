/**
 * A dumbbell chart: per group where it was (a ring) and where it comes (a dot), each in the band of its
 * 95 % interval. A line that is dashed says that the difference may be chance.
 */
import type { Estimate } from '../core/oversight/figures.ts'
import { type Markup, mark, nothing } from './markup.ts'
import { type Captions, type Cell, type Picture, svgPicture, table } from './picture.ts'
import { axisHeight, axisMarkup, extent, type Scale, scaleOver } from './scale.ts'
import { type DrawnRow, stackRows } from './stack-rows.ts'
import { labelStyle, sayingStyle, textLines } from './text-lines.ts'

export type DumbbellRow = {
  readonly label: string
  readonly before: Estimate | null
  readonly after: Estimate | null
  /** The difference in words, or why there is none to give. */
  readonly says: string
  /** The same without its number, for beside the number in the table. */
  readonly state: string
  /** The paired difference itself, for the table. */
  readonly difference: Estimate | null
  /** Whether the interval of the difference leaves out zero. */
  readonly certain: boolean
}

export type Dumbbell = Captions & {
  readonly rows: readonly DumbbellRow[]
  readonly show: (value: number) => string
  readonly showTick: (value: number) => string
  readonly words: {
    readonly group: string
    readonly before: string
    readonly after: string
    readonly difference: string
    readonly tellDifference: (difference: Estimate) => {
      readonly change: string
      readonly low: string
      readonly high: string
    }
    /** Heading of the column with the words. */
    readonly outcome: string
    /** `{low} tot {high}`, filled in. */
    readonly range: (low: string, high: string) => string
    /** Heading of a column with intervals. */
    readonly interval: string
    readonly empty: string
  }
}

const rowHeight = 86
const lineOfLabel = 18
const lineOfSaying = 37
const lineOfDots = 58
// The ring is the larger, so that it still shows where both ends are the same.
const radii = { was: 8, becomes: 5.5 } as const
const radius = radii.was
const bandHeight = 16

/** The chart and its twin. */
export function dumbbell(chart: Dumbbell): Picture {
  return { svg: drawing(chart), table: twin(chart) }
}

function drawing(chart: Dumbbell): Markup {
  const { rows } = chart
  const scale = scaleOver(
    rows.flatMap(({ before, after }) => [...extent(before), ...extent(after)]),
  )
  const named = rowToName(rows, scale)
  const stacked = stackRows(rows, 0, (row, top, index) =>
    drawRow(row, top, chart, scale, index === named),
  )
  const bottom = stacked.bottom + lettersBelow
  const axis = axisMarkup(scale, { top: 0, bottom, show: chart.showTick })
  return svgPicture(chart, bottom + axisHeight, mark`${axis}${stacked.drawn}`)
}

// The first row with room for the words at both sides; the others need none.
function rowToName(rows: readonly DumbbellRow[], { at }: Scale): number {
  const ends = rows.map(({ before, after }) => (before && after ? [before.mean, after.mean] : []))
  const whole = ends.findIndex((each) => each.length > 0)
  const roomy = ends.findIndex((each) => each.length > 0 && each.every((end) => at(end) > roomLeft))
  return roomy < 0 ? whole : roomy
}

const roomLeft = 28

// Room for the words under the dots, where the first row is the only one.
const lettersBelow = 8

function drawRow(
  row: DumbbellRow,
  top: number,
  { show, words }: Dumbbell,
  scale: Scale,
  named: boolean,
): DrawnRow {
  const label = textLines(row.label, { ...labelStyle, top: top + lineOfLabel })
  const belowLabel = top + label.extra
  const says = textLines(row.says, { ...sayingStyle, top: belowLabel + lineOfSaying })
  const extra = label.extra + says.extra
  const y = top + extra + lineOfDots
  const names = named ? endNames(row, y + 21, scale, words) : nothing
  return {
    markup: mark`<g class="${row.certain ? 'certain' : 'uncertain'}">${label.markup}${says.markup}${drawEnds(row, y, scale, show)}${names}</g>`,
    height: rowHeight + extra,
  }
}

function drawEnds(
  { before, after }: DumbbellRow,
  y: number,
  scale: Scale,
  show: (value: number) => string,
): Markup {
  const link =
    before && after
      ? mark`<line class="link" x1="${scale.at(before.mean)}%" x2="${scale.at(after.mean)}%" y1="${y}" y2="${y}"/>`
      : nothing
  const [bandBefore, bandAfter] = [band(before, y, scale, 'was'), band(after, y, scale, 'becomes')]
  return mark`${bandBefore}${bandAfter}${link}${dot(before, y, scale, 'was')}${dot(after, y, scale, 'becomes')}${endNumbers(before, after, y, scale, show)}`
}

function band(estimate: Estimate | null, y: number, { at }: Scale, kind: string): Markup {
  if (!estimate) return nothing
  const [from, until] = [at(estimate.low), at(estimate.high)]
  return mark`<rect class="band ${kind}" x="${from}%" width="${until - from}%" y="${y - bandHeight / 2}" height="${bandHeight}" rx="4"/>`
}

function dot(
  estimate: Estimate | null,
  y: number,
  { at }: Scale,
  kind: keyof typeof radii,
): Markup {
  if (!estimate) return nothing
  return mark`<circle class="dot ${kind}" cx="${at(estimate.mean)}%" cy="${y}" r="${radii[kind]}"/>`
}

type End = { readonly estimate: Estimate; readonly side: 'left' | 'right' }

// Texts stand at the outer sides, so that they never meet, however near the two ends are.
function endsOf(
  before: Estimate | null,
  after: Estimate | null,
): readonly [End | undefined, End | undefined] {
  const beforeFirst = !before || !after || before.mean <= after.mean
  return [
    before ? { estimate: before, side: beforeFirst && after ? 'left' : 'right' } : undefined,
    after ? { estimate: after, side: beforeFirst ? 'right' : 'left' } : undefined,
  ]
}

function endNumbers(
  before: Estimate | null,
  after: Estimate | null,
  y: number,
  scale: Scale,
  show: (value: number) => string,
): Markup {
  const [first, second] = endsOf(before, after)
  return mark`${first && beside(first, y + 5, scale, radius + 5, show(first.estimate.mean), 'number was')}${second && beside(second, y + 5, scale, radius + 5, show(second.estimate.mean), 'number becomes')}`
}

function endNames(
  { before, after }: DumbbellRow,
  y: number,
  scale: Scale,
  words: Dumbbell['words'],
): Markup {
  const [first, second] = endsOf(before, after)
  return mark`${first && beside(first, y, scale, radius + 5, words.before, 'name')}${second && beside(second, y, scale, radius + 5, words.after, 'name')}`
}

function beside(
  { estimate, side }: End,
  y: number,
  { at }: Scale,
  gap: number,
  text: string,
  kind: string,
): Markup {
  const [anchor, shift] = side === 'left' ? ['end', -gap] : ['start', gap]
  return mark`<text class="${kind}" x="${at(estimate.mean)}%" dx="${shift}" y="${y}" text-anchor="${anchor}">${text}</text>`
}

function twin({ title, rows, words, show }: Dumbbell): Markup {
  const { group, before, after, difference, interval, outcome } = words
  const cells = (estimate: Estimate | null, showIt: (value: number) => string): readonly Cell[] =>
    estimate
      ? [
          { value: estimate.mean, text: showIt(estimate.mean) },
          rangeCell(estimate, showIt, words.range),
        ]
      : [words.empty, '']
  return table({
    caption: title,
    columns: [group, before, interval, after, interval, difference, interval, outcome],
    rows: rows.map((row) => ({
      label: row.label,
      cells: [
        ...cells(row.before, show),
        ...cells(row.after, show),
        ...differenceCells(row.difference, words),
        row.state,
      ],
    })),
  })
}

function differenceCells(
  difference: Estimate | null,
  { tellDifference, range, empty }: Dumbbell['words'],
): readonly Cell[] {
  if (!difference) return [empty, '']
  const { change, low, high } = tellDifference(difference)
  return [{ value: difference.mean, text: change }, boundsCell(difference, { low, high }, range)]
}

/** `6,5 tot 6,9`, with both exact values. */
export function rangeCell(
  estimate: Estimate,
  show: (value: number) => string,
  range: (low: string, high: string) => string,
): Markup {
  return boundsCell(estimate, { low: show(estimate.low), high: show(estimate.high) }, range)
}

function boundsCell(
  { low, high }: Estimate,
  shown: { readonly low: string; readonly high: string },
  range: (low: string, high: string) => string,
): Markup {
  return mark`<span class="range" data-low="${String(low)}" data-high="${String(high)}">${range(shown.low, shown.high)}</span>`
}
