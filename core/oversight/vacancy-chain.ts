/**
 * Moving chains (verhuisketen): who leaves a social home in the region frees it for the next. The border
 * of the region cuts chains, and the chance falls along a chain, so this is the length if it did not.
 */
import { assert } from '../basics/assert.ts'

/** Lettings in the region that one new home brings about, itself included: 1 / (1 - p). */
export function lettingsPerNewHome(homesFreedPerLetting: number): number {
  assert(homesFreedPerLetting >= 0 && homesFreedPerLetting <= 1, 'a letting frees one home at most')
  return 1 / (1 - homesFreedPerLetting)
}
