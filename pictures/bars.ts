/** A small bar chart: lengths from zero, to the left where they are below it. */
import { type Markup, mark } from './markup.ts'
import { type Captions, type Picture, svgPicture, table } from './picture.ts'
import { axisHeight, axisMarkup, type Scale, scaleOver } from './scale.ts'
import { type DrawnRow, stackRows } from './stack-rows.ts'
import { labelStyle, textLines } from './text-lines.ts'

export type BarRow = {
  readonly label: string
  readonly value: number | null
  /** False where the value may be chance: its bar is only dotted. */
  readonly certain?: boolean
}

export type Bars = Captions & {
  readonly rows: readonly BarRow[]
  readonly show: (value: number) => string
  readonly showTick: (value: number) => string
  readonly words: {
    readonly row: string
    readonly value: string
    readonly empty: string
    /** Heading of the column that says of which values it is uncertain, and what it says there. */
    readonly outcome?: string
    readonly uncertain?: string
  }
}

const rowHeight = 52
const barTop = 26
const barHeight = 18

/** The chart and its twin. */
export function bars(chart: Bars): Picture {
  return { svg: drawing(chart), table: twin(chart) }
}

function drawing(chart: Bars): Markup {
  const { rows, showTick: show } = chart
  const scale = scaleOver(rows.flatMap(({ value }) => (value === null ? [] : [value])))
  const { drawn, bottom } = stackRows(rows, 0, (row, top) => drawRow(row, top, chart, scale))
  return svgPicture(
    chart,
    bottom + axisHeight,
    mark`${axisMarkup(scale, { top: 0, bottom, show })}${drawn}`,
  )
}

function drawRow(row: BarRow, top: number, { show, words }: Bars, { at }: Scale): DrawnRow {
  const { markup: label, extra } = textLines(row.label, { ...labelStyle, top: top + 18 })
  const height = rowHeight + extra
  const y = top + extra + barTop
  const below = y + barHeight - 4
  if (row.value === null) {
    return {
      markup: mark`${label}<text class="says" x="0" y="${below}">${words.empty}</text>`,
      height,
    }
  }
  const [from, until] = [Math.min(at(0), at(row.value)), Math.max(at(0), at(row.value))]
  const [end, dx, anchor] = row.value < 0 ? [from, -6, 'end'] : [until, 6, 'start']
  const kind = `bar ${row.value < 0 ? 'less' : 'more'}${row.certain === false ? ' uncertain' : ''}`
  const bar = mark`<rect class="${kind}" x="${from}%" width="${until - from}%" y="${y}" height="${barHeight}"/>`
  const number = mark`<text class="number" x="${end}%" dx="${dx}" y="${below}" text-anchor="${anchor}">${show(row.value)}</text>`
  return { markup: mark`${label}${bar}${number}`, height }
}

function twin({ title, rows, show, words }: Bars): Markup {
  const { row, value: heading, outcome, uncertain = '' } = words
  const told = outcome !== undefined && rows.some(({ certain }) => certain === false)
  return table({
    caption: title,
    columns: [row, heading, ...(told ? [outcome] : [])],
    rows: rows.map(({ label, value, certain }) => ({
      label,
      cells: [
        value === null ? words.empty : { value, text: show(value) },
        ...(told ? [certain === false ? uncertain : ''] : []),
      ],
    })),
  })
}
