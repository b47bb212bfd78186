/** A small bar chart: lengths from zero, to the left where they are below it. */
import { type Markup, mark } from './markup.ts'
import { type Captions, type Picture, svgPicture, table } from './picture.ts'
import { axisHeight, axisMarkup, type Scale, scaleOver } from './scale.ts'

export type BarRow = { readonly label: string; readonly value: number | null }

export type Bars = Captions & {
  readonly rows: readonly BarRow[]
  readonly show: (value: number) => string
  readonly showTick: (value: number) => string
  readonly words: { readonly row: string; readonly value: string; readonly empty: string }
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
  const bottom = rows.length * rowHeight
  const drawn = rows.map((row, index) => drawRow(row, index * rowHeight, chart, scale))
  return svgPicture(
    chart,
    bottom + axisHeight,
    mark`${axisMarkup(scale, { top: 0, bottom, show })}${drawn}`,
  )
}

function drawRow(row: BarRow, top: number, { show, words }: Bars, { at }: Scale): Markup {
  const label = mark`<text class="label" x="0" y="${top + 18}">${row.label}</text>`
  const below = top + barTop + barHeight - 4
  if (row.value === null) {
    return mark`${label}<text class="says" x="0" y="${below}">${words.empty}</text>`
  }
  const [from, until] = [Math.min(at(0), at(row.value)), Math.max(at(0), at(row.value))]
  const [end, dx, anchor] = row.value < 0 ? [from, -6, 'end'] : [until, 6, 'start']
  return mark`${label}<rect class="bar ${row.value < 0 ? 'less' : 'more'}" x="${from}%" width="${until - from}%" y="${top + barTop}" height="${barHeight}"/><text class="number" x="${end}%" dx="${dx}" y="${below}" text-anchor="${anchor}">${show(row.value)}</text>`
}

function twin({ title, rows, show, words }: Bars): Markup {
  return table({
    caption: title,
    columns: [words.row, words.value],
    rows: rows.map(({ label, value }) => ({
      label,
      cells: [value === null ? words.empty : { value, text: show(value) }],
    })),
  })
}
