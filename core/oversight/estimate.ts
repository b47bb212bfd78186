/**
 * From several runs to one estimate (schatting) with its 95 % interval. Runs with the same seed share their
 * luck, so two sets of rules are compared run by run: a difference is then rules and not noise.
 */
import { assert } from '../basics/assert.ts'
import { meanOf, normal95 } from './distribution.ts'
import type { Estimate, Estimates, Figures } from './figures.ts'

/** Null where fewer than two runs had something to count: one run says nothing about chance. */
export function estimatesOf(runs: readonly Figures[]): Estimates {
  return perFigure(runs, (measure, group) => runs.map((run) => run[measure]?.[group]))
}

/** What the other rules change: other less base, per run with the same seed. */
export function differencesOf(base: readonly Figures[], other: readonly Figures[]): Estimates {
  assert(base.length === other.length, 'runs are compared in pairs')
  return perFigure([...base, ...other], (measure, group) =>
    base.map((run, index) => {
      const before = run[measure]?.[group] ?? null
      const after = other[index]?.[measure]?.[group] ?? null
      return before === null || after === null ? null : after - before
    }),
  )
}

export function estimateOf(values: readonly (number | null | undefined)[]): Estimate | null {
  const known = values.filter((each) => each !== null && each !== undefined)
  if (known.length < 2) return null
  const mean = meanOf(known)
  const squares = known.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  const error = Math.sqrt(squares / (known.length - 1) / known.length)
  const half = student95(known.length - 1) * error
  return { mean, low: mean - half, high: mean + half, replications: known.length }
}

// 97.5th percentile of Student's t for 1 to 10 degrees of freedom; beyond, the expansion serves.
const fewDegrees = [
  12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004,
  2.262_157, 2.228_139,
] as const

/** How many standard errors wide the interval is to each side. Source: Abramowitz and Stegun 26.7.5. */
export function student95(degrees: number): number {
  assert(Number.isInteger(degrees) && degrees >= 1, 'an interval takes two values at least')
  const z = normal95
  return (
    fewDegrees[degrees - 1] ??
    z +
      (z ** 3 + z) / (4 * degrees) +
      (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
      (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
      (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) /
        (92_160 * degrees ** 4)
  )
}

function perFigure(
  runs: readonly Figures[],
  valuesOf: (measure: string, group: string) => readonly (number | null | undefined)[],
): Estimates {
  const measures = namesIn(runs)
  return Object.fromEntries(
    measures.map((measure) => {
      const groups = namesIn(runs.map((run) => run[measure] ?? {}))
      const estimates = groups.map(
        (group) => [group, estimateOf(valuesOf(measure, group))] as const,
      )
      return [measure, Object.fromEntries(estimates)]
    }),
  )
}

function namesIn(records: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(records.flatMap((each) => Object.keys(each)))]
}
