/**
 * The two norms of every landlord (corporatie) in one table: rents that fit, and homes for the income target
 * group. Two meters that are never added up: a letting can count for one and not for the other.
 * Source: Woningwet art. 46 lid 2, 48 lid 1; Btiv art. 54 lid 1.
 */
import type { Floor } from '../policy/regime.ts'
import { type NormUse, rentFitNorm, targetGroupNorm } from '../ranking/portfolio-norm.ts'
import type { LettingRecord } from './record.ts'

export type LandlordNorms = {
  readonly landlord: string
  readonly rentFit: { readonly year: NormUse; readonly twoYears: NormUse }
  readonly targetGroup: NormUse
}

/** `targetGroup` gives the norm of a landlord: lower where it is agreed in every municipality. */
export function landlordNorms(
  lettings: readonly LettingRecord[],
  {
    year,
    rentFit,
    targetGroup,
  }: {
    readonly year: number
    readonly rentFit: Floor
    readonly targetGroup: (landlord: string) => Floor
  },
): readonly LandlordNorms[] {
  const judged = lettings.map(({ landlord, leaseStart, fit, inTargetGroup }) => ({
    landlord,
    leaseStart,
    fit: { fit },
    inTargetGroup,
  }))
  const landlords = [...new Set(lettings.map(({ landlord }) => landlord))].toSorted()
  return landlords.map((landlord) => ({
    landlord,
    rentFit: rentFitNorm(judged, { landlord, year, norm: rentFit }),
    targetGroup: targetGroupNorm(judged, { landlord, year, norm: targetGroup(landlord) }),
  }))
}
