/** All figures of all groups (cijfers), from the records of lettings and searches alone. */
import { type Measure, measureIds, measures } from './definitions.ts'
import type { Figures, GroupFigures } from './figures.ts'
import type { LettingRecord, SearchRecord } from './record.ts'
import { type GroupTally, type OversightContext, tallyGroups } from './tally.ts'

/**
 * Every record counts: which lettings and searches belong to the period is for the caller to choose. A
 * measure of the region as a whole stands under `all` only.
 */
export function figuresOf(
  lettings: readonly LettingRecord[],
  searches: readonly SearchRecord[],
  context: OversightContext,
): Figures {
  const tallies = tallyGroups(lettings, searches, context)
  return Object.fromEntries(
    measureIds.map((id) => [id, figuresPerGroup(measures[id], tallies, context)]),
  )
}

/** The figure of one group; null with fewer cases than the measure asks, or nothing to divide by. */
function figureOf(measure: Measure, tally: GroupTally, context: OversightContext): number | null {
  const { value, cases } = measure.of(tally, context)
  return cases >= measure.casesMin && Number.isFinite(value) ? value : null
}

function figuresPerGroup(
  measure: Measure,
  tallies: readonly GroupTally[],
  context: OversightContext,
): GroupFigures {
  const counted =
    measure.over === 'region' ? tallies.filter(({ group }) => group === 'all') : tallies
  return Object.fromEntries(
    counted.map((tally) => [tally.group, figureOf(measure, tally, context)]),
  )
}
