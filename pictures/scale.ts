/** Where a value stands along a picture, in percent of its width, and the round values of its axis. */
import { scaleLinear } from 'd3-scale'
import { assert } from '../core/basics/assert.ts'
import type { Estimate } from '../core/oversight/figures.ts'
import { type Markup, mark } from './markup.ts'

export type Scale = {
  readonly at: (value: number) => number
  readonly valueAt: (percent: number) => number
  readonly ticks: readonly number[]
}

/** The part of the width that is drawn on; the rest leaves room for numbers at both ends. */
export const drawnFrom = 15
export const drawnUntil = 80

// More would run into each other on a phone.
const tickCount = 4

/** A scale over these values; with `zero`, lengths along it can be compared. */
export function scaleOver(values: readonly number[], zero: 'zero' | 'free' = 'zero'): Scale {
  assert(values.every(Number.isFinite), 'a scale is made of finite numbers')
  const shown = zero === 'zero' || values.length === 0 ? [0, ...values] : values
  const scale = scaleLinear().domain(wide(Math.min(...shown), Math.max(...shown)))
  scale.nice(tickCount).range([drawnFrom, drawnUntil])
  return {
    at: (value) => scale(value),
    valueAt: (percent) => scale.invert(percent),
    ticks: scale.ticks(tickCount),
  }
}

// One value alone has no width to be drawn on, and a difference in the last digits must not fill the page.
function wide(low: number, high: number): [number, number] {
  return high - low < noWidth ? [low, high + 1] : [low, high]
}

const noWidth = 1e-6

/** All that an estimate needs room for. */
export function extent(estimate: Estimate | null): readonly number[] {
  return estimate ? [estimate.low, estimate.mean, estimate.high] : []
}

/** Thin lines at round values, with their numbers under the picture and the unit at its end. */
export function axisMarkup(
  { at, ticks }: Scale,
  { top, bottom, show }: { top: number; bottom: number; show: (value: number) => string },
): Markup {
  return mark`<g class="axis" aria-hidden="true">${ticks.map(
    (tick) =>
      mark`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${at(tick)}%" x2="${at(tick)}%" y1="${top}" y2="${bottom}"/><text x="${at(tick)}%" y="${bottom + axisDrop}" text-anchor="middle">${show(tick)}</text>`,
  )}</g>`
}

const axisDrop = 18

/** Height an axis takes under the drawing. */
export const axisHeight = 26
