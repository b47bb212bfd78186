/**
 * The norms for a landlord's lettings as a whole (toewijzingsnormen): rents that fit, and homes for the
 * income target group. They count lettings and say how much room is left; a single letting that does not
 * count is lawful, so nothing here refuses one.
 * Source: Woningwet art. 46 lid 2, 48 lid 1; Btiv art. 54 lid 1 (95 of 100 over two calendar years).
 */
import { assert } from '../basics/assert.ts'
import { type CalendarDate, partsOf } from '../basics/calendar-date.ts'
import type { Floor, ProvisionValues } from '../policy/regime.ts'
import type { RentFit } from './rent-fit.ts'

export type Letting = {
  readonly landlord: string
  /** Huuringangsdatum: it decides the year. */
  readonly leaseStart: CalendarDate
}

export type NormUse = {
  /** So many of so many count. */
  readonly counted: { readonly taken: number; readonly of: number }
  readonly norm: Floor
  readonly met: boolean
  /** Lettings more that need not count, before the norm is no longer met. */
  readonly room: number
  /** Lettings more that must count, and nothing else, before the norm is met. */
  readonly needed: number
}

/** Fitting rents in one calendar year, and in that year and the one before, which is what the norm asks. */
export function rentFitNorm(
  lettings: readonly (Letting & { readonly fit: Pick<RentFit, 'fit'> })[],
  { landlord, year, norm }: { landlord: string; year: number; norm: Floor },
): { readonly year: NormUse; readonly twoYears: NormUse } {
  const judged = lettings
    .filter((each) => each.landlord === landlord && each.fit.fit !== 'not-applicable')
    .map(({ leaseStart, fit }) => ({ year: partsOf(leaseStart).year, counts: fit.fit === 'fits' }))
  return {
    year: useOf(
      judged.filter((each) => each.year === year),
      norm,
    ),
    twoYears: useOf(
      judged.filter((each) => each.year === year || each.year === year - 1),
      norm,
    ),
  }
}

/** Social lettings to the income target group in one calendar year. */
export function targetGroupNorm(
  lettings: readonly (Letting & { readonly inTargetGroup: boolean | undefined })[],
  { landlord, year, norm }: { landlord: string; year: number; norm: Floor },
): NormUse {
  const social = lettings.filter(
    (each) =>
      each.landlord === landlord &&
      each.inTargetGroup !== undefined &&
      partsOf(each.leaseStart).year === year,
  )
  return useOf(
    social.map(({ inTargetGroup }) => ({ counts: inTargetGroup === true })),
    norm,
  )
}

/**
 * The norm a landlord must meet: lower by agreement (prestatieafspraken), but only with an agreement in
 * every municipality where it lets, and never below what the law allows.
 */
export function targetGroupFloor(
  { usual, agreed: lowest }: ProvisionValues['target-group-share'],
  {
    agreed,
    agreedIn,
    municipalities,
  }: { agreed?: Floor; agreedIn: readonly string[]; municipalities: readonly string[] },
): Floor {
  if (!agreed || municipalities.some((each) => !agreedIn.includes(each))) return usual
  return isLower(agreed, lowest) ? lowest : agreed
}

function isLower(one: Floor, other: Floor): boolean {
  return one.at_least * other.of < other.at_least * one.of
}

function useOf(lettings: readonly { readonly counts: boolean }[], norm: Floor): NormUse {
  const { at_least: least, of: all } = norm
  assert(least > 0 && least < all, 'a norm is a part of all lettings')
  const taken = lettings.filter(({ counts }) => counts).length
  const of = lettings.length
  const surplus = taken * all - least * of
  return {
    counted: { taken, of },
    norm,
    met: surplus >= 0,
    room: Math.max(0, Math.floor(surplus / least)),
    needed: Math.max(0, Math.ceil(-surplus / (all - least))),
  }
}
