/** An interval chart: per row one estimate in its band, and a line to hold it against, such as one's share. */
import type { Estimate } from '../core/oversight/figures.ts'
import { rangeCell } from './dumbbell.ts'
import { type Markup, mark, nothing } from './markup.ts'
import { type Captions, type Picture, svgPicture, table } from './picture.ts'
import { axisHeight, axisMarkup, extent, type Scale, scaleOver } from './scale.ts'
import { type DrawnRow, stackRows } from './stack-rows.ts'
import { labelStyle, textLines } from './text-lines.ts'

export type RangeRow = {
  readonly label: string
  readonly value: Estimate | null
  /** Where it was, as a ring without a band; undefined where there is nothing to hold it against. */
  readonly before?: Estimate | null
}

export type Ranges = Captions & {
  readonly rows: readonly RangeRow[]
  readonly show: (value: number) => string
  readonly showTick: (value: number) => string
  /** A value that means something by itself, with the words for it. */
  readonly reference?: { readonly value: number; readonly label: string }
  readonly words: {
    readonly row: string
    readonly value: string
    readonly interval: string
    readonly range: (low: string, high: string) => string
    readonly empty: string
    /** Heading of the column with where it was. */
    readonly before?: string
  }
}

const rowHeight = 54
const lineOfDots = 38
const headHeight = 22

/** The chart and its twin. */
export function ranges(chart: Ranges): Picture {
  return { svg: drawing(chart), table: twin(chart) }
}

function drawing(chart: Ranges): Markup {
  const { rows, reference, showTick: show } = chart
  const scale = scaleOver([
    ...rows.flatMap(({ value, before }) => [...extent(value), ...(before ? [before.mean] : [])]),
    ...(reference ? [reference.value] : []),
  ])
  const top = reference ? headHeight : 0
  const { drawn, bottom } = stackRows(rows, top, (row, at) => drawRow(row, at, chart, scale))
  const axis = axisMarkup(scale, { top, bottom, show })
  const line = reference ? drawReference(reference, bottom, scale) : nothing
  return svgPicture(chart, bottom + axisHeight, mark`${axis}${line}${drawn}`)
}

const middle = 50

function drawReference(
  { value, label }: { readonly value: number; readonly label: string },
  bottom: number,
  { at }: Scale,
): Markup {
  const x = at(value)
  const [anchor, dx] = x > middle ? ['end', -6] : ['start', 6]
  return mark`<line class="reference" x1="${x}%" x2="${x}%" y1="0" y2="${bottom}"/><text class="name" x="${x}%" dx="${dx}" y="13" text-anchor="${anchor}">${label}</text>`
}

function drawRow(
  { label, value, before }: RangeRow,
  top: number,
  chart: Ranges,
  scale: Scale,
): DrawnRow {
  const { markup: text, extra } = textLines(label, { ...labelStyle, top: top + 18 })
  const height = rowHeight + extra
  const y = top + extra + lineOfDots
  if (!value) {
    const empty = mark`<text class="says" x="0" y="${y + 5}">${chart.words.empty}</text>`
    return { markup: mark`${text}${empty}`, height }
  }
  const [from, until, mean] = [scale.at(value.low), scale.at(value.high), scale.at(value.mean)]
  const ring = before
    ? mark`<circle class="dot was" cx="${scale.at(before.mean)}%" cy="${y}" r="8"/>`
    : nothing
  const end = before ? Math.max(until, scale.at(before.mean)) : until
  const markup = mark`${text}<rect class="band becomes" x="${from}%" width="${until - from}%" y="${y - 7}" height="14" rx="4"/>${ring}<circle class="dot becomes" cx="${mean}%" cy="${y}" r="5.5"/><text class="number" x="${end}%" dx="12" y="${y + 5}">${chart.show(value.mean)}</text>`
  return { markup, height }
}

function twin({ title, rows, show, words }: Ranges): Markup {
  const { before: heading } = words
  const cells = (value: Estimate | null) =>
    value
      ? [{ value: value.mean, text: show(value.mean) }, rangeCell(value, show, words.range)]
      : [words.empty, '']
  return table({
    caption: title,
    columns: [
      words.row,
      ...(heading === undefined ? [] : [heading, words.interval]),
      words.value,
      words.interval,
    ],
    rows: rows.map(({ label, value, before = null }) => ({
      label,
      cells: [...(heading === undefined ? [] : cells(before)), ...cells(value)],
    })),
  })
}
