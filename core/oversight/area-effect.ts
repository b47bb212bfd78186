/**
 * What allocation can do in an area at all (plafond van toewijzing): only homes that become free change
 * hands, and only part of those by the rule. And how much must be observed before a drop in reports
 * (meldingen) can be told from chance. To be said before anybody starts.
 */
import { assert } from '../basics/assert.ts'
import { normal95 } from './distribution.ts'

/** Homes a year that go to somebody else than without the rule, at most. */
export function homesChangedPerYear({
  homes,
  turnover,
  touched,
}: {
  readonly homes: number
  /** Part of the homes that becomes free in a year (mutatiegraad). */
  readonly turnover: number
  /** Part of the lettings that the rule touches. */
  readonly touched: number
}): number {
  assert([turnover, touched].every(isPart) && homes >= 0, 'parts of the homes')
  return homes * turnover * touched
}

/**
 * Complex-years to observe, both with and without the measure, to see a drop in counts with 80 % power at a
 * two-sided 5 %, if the counts are no less regular than chance alone (Poisson).
 */
export function complexYearsNeeded({
  reportsPerYear,
  drop,
}: {
  readonly reportsPerYear: number
  /** The part that is hoped to disappear. */
  readonly drop: number
}): number {
  assert(reportsPerYear > 0 && drop > 0 && isPart(drop), 'a drop from something')
  const after = reportsPerYear * (1 - drop)
  return ((normal95 + normal80) ** 2 * (reportsPerYear + after)) / (reportsPerYear - after) ** 2
}

/** 80th percentile of the normal distribution: the power. */
const normal80 = 0.841_621_233_572_914

function isPart(part: number): boolean {
  return part >= 0 && part <= 1
}
