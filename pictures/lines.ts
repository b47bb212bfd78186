/** A line chart over a parameter, each line in its 95 % band and with its name at its end. */
import { area, line } from 'd3-shape'
import type { Estimate } from '../core/oversight/figures.ts'
import { rangeCell } from './dumbbell.ts'
import { type Markup, mark } from './markup.ts'
import { type Captions, type Cell, type Picture, svgPicture, table } from './picture.ts'
import {
  axisHeight,
  axisMarkup,
  drawnFrom,
  drawnUntil,
  extent,
  type Scale,
  scaleOver,
} from './scale.ts'
import { labelStyle, linesThatFit } from './text-lines.ts'

export type LinePoint = { readonly x: number; readonly y: Estimate | null }
export type LineSeries = { readonly label: string; readonly points: readonly LinePoint[] }

export type Lines = Captions & {
  readonly series: readonly LineSeries[]
  readonly showX: (value: number) => string
  readonly showY: (value: number) => string
  readonly showTick: (value: number) => string
  readonly words: {
    readonly x: string
    readonly y: string
    readonly interval: string
    readonly range: (low: string, high: string) => string
    readonly empty: string
  }
}

const top = 34
const bottom = 264
const nameHeight = 20

/** The chart and its twin. */
export function lines(chart: Lines): Picture {
  return { svg: drawing(chart), table: twin(chart) }
}

// The same round values as along a width, laid upright: zero stands on the axis.
function verticalOver(series: readonly LineSeries[]) {
  const scale = scaleOver(series.flatMap(({ points }) => points.flatMap(({ y }) => extent(y))))
  const [from = 0, until = 1] = [scale.ticks.at(0), scale.ticks.at(-1)]
  const share = (value: number) => (scale.at(value) - scale.at(from)) / span(scale, from, until)
  return { ticks: scale.ticks, height: (value: number) => bottom - share(value) * (bottom - top) }
}

const span = (scale: Scale, from: number, until: number) => scale.at(until) - scale.at(from)

function drawing(chart: Lines): Markup {
  const { series, showX, showTick, words } = chart
  const across = scaleOver(
    series.flatMap(({ points }) => points.map(({ x }) => x)),
    'free',
  )
  const { ticks, height } = verticalOver(series)
  const levels = ticks.map(
    (tick) =>
      mark`<line class="grid" x1="${drawnFrom}%" x2="100%" y1="${height(tick)}" y2="${height(tick)}"/><text x="${drawnFrom - 2}%" y="${height(tick) + 5}" text-anchor="end">${showTick(tick)}</text>`,
  )
  const axes = mark`<g class="axis" aria-hidden="true">${levels}</g>${axisMarkup(across, { top: bottom, bottom: bottom + 4, show: showX })}`
  const names = mark`<text class="name" x="0" y="14">${words.y}</text><text class="name" x="${drawnUntil}%" y="${bottom + axisHeight + 18}" text-anchor="end">${words.x}</text>`
  const paths = series.map((each, index) => drawSeries(each, index, across, height))
  const drawn = mark`${axes}${names}${paths}${endNames(series, across, height)}`
  return svgPicture(chart, bottom + axisHeight + nameHeight + 4, drawn)
}

// Paths cannot be written in percentages: they are drawn a hundred wide and stretched, their strokes are not.
function drawSeries(
  { points }: LineSeries,
  index: number,
  across: Scale,
  height: (value: number) => number,
): Markup {
  const known = (point: LinePoint) => point.y !== null
  const x = (point: LinePoint) => across.at(point.x)
  const at = (end: 'low' | 'mean' | 'high') => (point: LinePoint) => height(point.y?.[end] ?? 0)
  const band = area<LinePoint>().defined(known).x(x).y0(at('low')).y1(at('high'))(points)
  const path = line<LinePoint>().defined(known).x(x).y(at('mean'))(points)
  const dots = points.filter(known).map((point) => drawPoint(point, index, x, at('mean')))
  return mark`<svg x="0" y="0" width="100%" height="${bottom}" viewBox="0 0 100 ${bottom}" preserveAspectRatio="none" aria-hidden="true"><path class="band ${kinds[index % kinds.length]}" d="${band ?? ''}"/><path class="line ${kinds[index % kinds.length]}" vector-effect="non-scaling-stroke" d="${path ?? ''}"/></svg>${dots}`
}

const kinds = ['becomes', 'was', 'third']

function drawPoint(
  point: LinePoint,
  index: number,
  x: (point: LinePoint) => number,
  y: (point: LinePoint) => number,
): Markup {
  return mark`<circle class="dot ${kinds[index % kinds.length]}" cx="${x(point)}%" cy="${y(point)}" r="5"/>`
}

// A name ends at the last point, so that less than the whole width is left for it.
const lettersMost = 24

// At the last point, on the side the line does not come from, and pushed apart where two would meet.
function endNames(
  series: readonly LineSeries[],
  across: Scale,
  height: (value: number) => number,
): Markup {
  const ends = series
    .flatMap(({ label, points }) => nameAt(label, points, across, height))
    .toSorted((one, other) => other.y - one.y)
  let lowest = Number.POSITIVE_INFINITY
  return mark`${ends.map(({ label, x, y }) => {
    // From the last line of a name upwards.
    const lines = linesThatFit(label, lettersMost).toReversed()
    lowest = Math.min(y, lowest - nameHeight)
    const drawn = lines.map((text, at) => {
      if (at > 0) lowest -= labelStyle.lineHeight
      return mark`<text class="label" x="${x}%" dx="8" y="${lowest}" text-anchor="end">${text}</text>`
    })
    return mark`${drawn.toReversed()}`
  })}`
}

function nameAt(
  label: string,
  points: readonly LinePoint[],
  across: Scale,
  height: (value: number) => number,
) {
  const known = points.flatMap(({ x, y }) => (y ? [{ x, y }] : []))
  const [before, last] = [known.at(-2), known.at(-1)]
  if (!last) return []
  const falls = before !== undefined && before.y.mean > last.y.mean
  const below = (linesThatFit(label, lettersMost).length - 1) * labelStyle.lineHeight
  const y = falls
    ? Math.min(height(last.y.low) + nameHeight + below, bottom - 4)
    : height(last.y.high) - 10
  return [{ label, x: across.at(last.x), y }]
}

function twin({ title, series, showX, showY, words }: Lines): Markup {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))]
  return table({
    caption: title,
    columns: [words.x, ...series.flatMap(({ label }) => [label, words.interval])],
    rows: xs
      .toSorted((one, other) => one - other)
      .map((x) => ({
        label: { value: x, text: showX(x) },
        cells: series.flatMap(({ points }) => twinCells(points, x, showY, words)),
      })),
  })
}

function twinCells(
  points: readonly LinePoint[],
  x: number,
  show: (value: number) => string,
  { empty, range }: Lines['words'],
): readonly Cell[] {
  const y = points.find((point) => point.x === x)?.y
  return y ? [{ value: y.mean, text: show(y.mean) }, rangeCell(y, show, range)] : [empty, '']
}
