/** Quantiles, means and intervals: the few numbers that describe a list of numbers. */
import { assert } from '../basics/assert.ts'

/** 97.5th percentile of the normal distribution: 95 % lies within so many standard deviations. */
export const normal95 = 1.959_963_984_540_054

/** Quantile of numbers in ascending order, read between two of them (R's type 7); NaN of an empty list. */
export function quantileOf(sorted: ArrayLike<number>, part: number): number {
  assert(part >= 0 && part <= 1, 'a quantile is a part of one')
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

/** NaN of an empty list. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0
  return sum / values.length
}

/** 95 % interval of a share (Wilson), for so many of so many; it never leaves 0 to 1. */
export function shareInterval({ taken, of }: { readonly taken: number; readonly of: number }): {
  readonly low: number
  readonly high: number
} {
  assert(of > 0 && taken >= 0 && taken <= of, 'a share is a part of some')
  const share = taken / of
  const squared = normal95 ** 2
  const middle = (share + squared / (2 * of)) / (1 + squared / of)
  const half =
    (normal95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of ** 2))) /
    (1 + squared / of)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
