/** Shares as counts out of counts: compared by cross-multiplication, never as fractions. */
import type { Limit } from '../kinds/quota.ts'

export type ShareOf = { readonly share: number; readonly of: number }

/** The most a quota lets through, as a share; undefined when it is a plain number or only a floor. */
export function greatestShare({ at_most, exactly, of }: Limit): ShareOf | undefined {
  const share = at_most ?? exactly
  return share === undefined || of === undefined ? undefined : { share, of }
}

export function isMoreThan(one: ShareOf, other: ShareOf): boolean {
  return one.share * other.of > other.share * one.of
}

/** Shares of the same homes together: 30 of 100 and 1 of 4 are 55 of 100. */
export function sum(shares: readonly ShareOf[]): ShareOf {
  return shares.reduce(
    (total, { share, of }) => {
      const all = (total.of * of) / greatestCommonDivisor(total.of, of)
      return { share: (total.share * all) / total.of + (share * all) / of, of: all }
    },
    { share: 0, of: 1 },
  )
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
