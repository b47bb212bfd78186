/**
 * Whether a rent fits a household (passendheidstoets), and whether a household belongs to the income
 * target group (doelgroep). Both only count for the landlord's lettings as a whole, see
 * `portfolio-norm.ts`: neither is a reason to refuse one letting.
 * Source: Woningwet art. 46 lid 2, 48 lid 1; Btiv art. 54 lid 2, 54a, 57; Wet op de huurtoeslag art. 14, 20.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { truthOf } from '../policy/condition.ts'
import { type Parameter, parameterValue } from '../policy/kinds/parameter.ts'

/** Counts whatever the income: Btiv art. 54 lid 2 (the first two), 57 (all). */
export const specialCategories = [
  'student',
  'permit-holder',
  'long-term-care',
  'nursing',
  'earlier-indication',
] as const
export type SpecialCategory = (typeof specialCategories)[number]

export type RentingHousehold = {
  readonly size: number
  /** Assessed income (rekeninkomen). */
  readonly incomeCents: number
  /** The tenant has reached AOW age. */
  readonly aowAge: boolean
  readonly category?: SpecialCategory
  /** Elderly with savings above the limit, left out at their request (Btiv art. 54a). */
  readonly leftOut?: boolean
}

export type RentedHome = {
  readonly rentCents: number
  /** Rent allowance (huurtoeslag) can be received for it. */
  readonly allowance: boolean
}

/** The amounts for one household on the day its lease starts. */
export type HouseholdLimits = {
  /** `fit-income-limit`: norminkomen. */
  readonly fitIncomeCents: number
  /** `rent-cap`: aftoppingsgrens. */
  readonly rentCapCents: number
  /** `daeb-income-limit`. */
  readonly targetIncomeCents: number
  /** `daeb-rent-limit`: up to this rent a letting is a social one. */
  readonly socialRentCents: number
}

const parameterOf = {
  fitIncomeCents: 'fit-income-limit',
  rentCapCents: 'rent-cap',
  targetIncomeCents: 'daeb-income-limit',
  socialRentCents: 'daeb-rent-limit',
} as const satisfies Record<keyof HouseholdLimits, string>

/**
 * Looks the amounts up in the national parameters; the start of the lease (huuringangsdatum) decides the
 * year. Gives the names of the parameters whose amount is not known on that day.
 */
export function limitsFor(
  household: RentingHousehold,
  leaseStart: CalendarDate,
  parameters: readonly Parameter[],
): HouseholdLimits | { readonly missing: readonly string[] } {
  const facts: Facts = { 'household-size': household.size, 'aow-age': household.aowAge }
  const read = (name: string) => facts[name]
  const amount = (id: string): number | undefined => {
    const parameter = parameters.find((each) => each.id === id)
    if (!parameter) return undefined
    const found = parameterValue(parameter, leaseStart, (when) =>
      truthOf(when, { read, refer: read }),
    )
    return typeof found === 'number' ? found : undefined
  }
  const found = {
    fitIncomeCents: amount(parameterOf.fitIncomeCents),
    rentCapCents: amount(parameterOf.rentCapCents),
    targetIncomeCents: amount(parameterOf.targetIncomeCents),
    socialRentCents: amount(parameterOf.socialRentCents),
  }
  if (isComplete(found)) return found
  return { missing: Object.values(parameterOf).filter((id) => amount(id) === undefined) }
}

function isComplete(
  found: {
    readonly [Key in keyof HouseholdLimits]: number | undefined
  },
): found is HouseholdLimits {
  return Object.values(found).every((each) => each !== undefined)
}

/** VERA PASSENDHEIDSSOORT: PAS, NIE, NVT. */
export type RentFit =
  | { readonly fit: 'fits'; readonly capCents: number }
  | { readonly fit: 'does-not-fit'; readonly capCents: number; readonly excessCents: number }
  | { readonly fit: 'not-applicable' }

/** Whether the rent stays within the cap of a household with a low income; limits are inclusive. */
export function checkRentFit(
  household: RentingHousehold,
  home: RentedHome,
  { fitIncomeCents, rentCapCents }: HouseholdLimits,
): RentFit {
  const isLow = household.incomeCents <= fitIncomeCents || countsAsLow(household)
  if (!home.allowance || !isLow || household.leftOut) return { fit: 'not-applicable' }
  const capCents = rentCapCents
  if (home.rentCents <= capCents) return { fit: 'fits', capCents }
  return { fit: 'does-not-fit', capCents, excessCents: home.rentCents - capCents }
}

// Btiv 54 lid 2: students as one or two persons, and holders of an asylum permit.
function countsAsLow({ category, size }: RentingHousehold): boolean {
  return category === 'permit-holder' || (category === 'student' && size <= 2)
}

/** In the target group or not; undefined when the letting is not a social one. */
export function isInTargetGroup(
  household: RentingHousehold,
  { rentCents }: RentedHome,
  { targetIncomeCents, socialRentCents }: HouseholdLimits,
): boolean | undefined {
  if (rentCents > socialRentCents) return undefined
  const { category, incomeCents } = household
  const isSpecial = category === 'student' ? countsAsLow(household) : category !== undefined
  return isSpecial || incomeCents <= targetIncomeCents
}
