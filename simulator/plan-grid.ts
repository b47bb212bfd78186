/** A grid (raster): every combination of the values of some settings, and of rule books where `rules` is one. */
import { basename, extname } from 'node:path'
import * as z from 'zod'
import { refuseIn, wrongType } from '../policies/condition-schema.ts'
import { text } from '../policies/rule-book-schema.ts'
import type { Variant } from './plan.ts'

const value = z.union([
  z.number({ error: 'number' }),
  z.string({ error: 'text' }).min(1),
  z.array(text).min(1),
])
type Value = z.output<typeof value>

/** A grid of more points is more than somebody can read, and most often a slip. */
const pointsMax = 500

export const grid = z
  .record(z.string(), z.array(value, { error: 'list' }).min(1), { error: 'map' })
  .check((context) => {
    const refuse = refuseIn(context)
    const axes = Object.entries(context.value)
    if (axes.length === 0) refuse({ code: 'empty', facts: {} }, [])
    for (const [name, values] of axes) {
      const fits = name === 'rules' ? isReference : isSetting
      for (const [at, each] of values.entries()) {
        const expected = name === 'rules' ? 'text' : 'number'
        if (!fits(each)) refuse(wrongType(each, expected), [name, at])
      }
    }
    const points = axes.reduce((product, [, values]) => product * values.length, 1)
    const facts = { found: String(points), atLeast: 1, atMost: pointsMax }
    if (points > pointsMax) refuse({ code: 'out-of-range', facts }, [])
  })

type Axes = z.output<typeof grid>
type Point = readonly (readonly [axis: string, value: Value])[]

/** One variant for each point, the last axis moving fastest; the first has the first value of each. */
export function variantsOfGrid(axes: Axes, rules: readonly string[]): readonly Variant[] {
  const shortName = namesOf(Object.keys(axes))
  return pointsOf(axes).map((point) => {
    const told = telling(point, axes).map(([axis, each]) => [axis, shownOn(axis, each)] as const)
    const settings = point.flatMap(([axis, each]) =>
      axis !== 'rules' && isSetting(each) ? [[axis, each] as const] : [],
    )
    const own = point.flatMap(([axis, each]) => (axis === 'rules' ? listed(each) : []))
    return {
      id: told.map(([axis, shown]) => labelOf(shortName(axis), '=', shown)).join(' '),
      title: told.map(([axis, shown]) => labelOf(shortName(axis), ' = ', shown)).join('; '),
      rules: own.length > 0 ? own : rules,
      set: Object.fromEntries(settings),
    }
  })
}

// What is the same at every point tells none of them apart.
function telling(point: Point, axes: Axes): Point {
  const varied = point.filter(([axis]) => (axes[axis]?.length ?? 0) > 1)
  return varied.length > 0 ? varied : point
}

function pointsOf(axes: Axes): readonly Point[] {
  return Object.entries(axes).reduce<readonly Point[]>(
    (points, [axis, values]) =>
      points.flatMap((point) => values.map((each): Point => [...point, [axis, each]])),
    [[]],
  )
}

// `lottery` says enough of `vacancies.models.lottery`, unless another axis ends in the same word.
function namesOf(axes: readonly string[]): (axis: string) => string {
  const last = (axis: string) => axis.slice(axis.lastIndexOf('.') + 1)
  return (axis) => (axes.filter((each) => last(each) === last(axis)).length > 1 ? axis : last(axis))
}

function labelOf(axis: string, is: string, shown: string): string {
  return axis === 'rules' ? shown : `${axis}${is}${shown}`
}

function shownOn(axis: string, written: Value): string {
  if (axis !== 'rules') return String(written)
  return listed(written)
    .map((each) => basename(each, extname(each)))
    .join('+')
}

function listed(written: Value): string[] {
  return [written].flat().map(String)
}

function isReference(written: Value): boolean {
  return typeof written !== 'number'
}

function isSetting(written: Value): written is number | string {
  return !Array.isArray(written)
}
