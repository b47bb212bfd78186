/**
 * Where a margin ends (grens van een marge): an interval around a mean of few replications reaches below zero,
 * or beyond all, where no value can be. Differences have no such ends.
 */
import type { Estimate, Estimates } from '../../core/oversight/figures.ts'
import type { MeasureWords } from '../../words/report-numbers.ts'
import type { Comparison } from '../comparison.ts'

/** The comparison with every margin of a value cut off where that value cannot be. */
export function withinBounds(
  comparison: Comparison,
  measure: (id: string) => MeasureWords,
): Comparison {
  const bounded = (estimates: Estimates): Estimates =>
    Object.fromEntries(
      Object.entries(estimates).map(([id, groups]) => {
        const bounds = boundsOf(measure(id).unit)
        return [id, bounds ? boundedGroups(groups, bounds) : groups]
      }),
    )
  const variants = comparison.variants.map((each) => ({
    ...each,
    estimates: bounded(each.estimates),
  }))
  return { ...comparison, variants }
}

type Bounds = { readonly least: number; readonly most: number }

// How well a home suits has no zero to end at, and of a measure without a unit nothing is known.
function boundsOf(unit: string): Bounds | undefined {
  if (unit === '' || unit === 'match-value') return undefined
  return { least: 0, most: unit === 'share' ? 1 : Number.POSITIVE_INFINITY }
}

function boundedGroups(groups: Estimates[string], bounds: Bounds): Estimates[string] {
  return Object.fromEntries(
    Object.entries(groups).map(([group, estimate]) => [
      group,
      estimate && boundedEstimate(estimate, bounds),
    ]),
  )
}

// A mean lies within its own bounds; where it does not, the measure has none.
function boundedEstimate(estimate: Estimate, { least, most }: Bounds): Estimate {
  const { mean, low, high } = estimate
  if (mean < least || mean > most) return estimate
  return { ...estimate, low: Math.max(low, least), high: Math.min(high, most) }
}
