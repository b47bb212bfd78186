/** Which rent fits an income (passende huur), for anybody who asks; nothing is kept of it. */
import type { Parameter } from '../core/policy/kinds/parameter.ts'
import {
  checkRentFit,
  type HouseholdLimits,
  isInTargetGroup,
  limitsFor,
  type RentingHousehold,
} from '../core/ranking/rent-fit.ts'
import { dayOf, type Setting } from './operation.ts'
import { regionalRules } from './registration-life.ts'

export type ReckonedRent =
  | { readonly missing: readonly string[] }
  | {
      readonly limits: HouseholdLimits
      /** Whether the rent norm for low incomes holds, and up to which rent. */
      readonly hasCap: boolean
      readonly isInTargetGroup: boolean
    }

export async function reckonRent(
  setting: Setting,
  household: RentingHousehold,
): Promise<ReckonedRent> {
  const today = dayOf(setting.now())
  const { rules } = (await regionalRules(setting, today)).rules
  const parameters = rules.flatMap(({ rule }): Parameter[] =>
    rule.kind === 'parameter' ? [rule] : [],
  )
  const limits = limitsFor(household, today, parameters)
  if ('missing' in limits) return limits
  const home = { rentCents: limits.socialRentCents, allowance: true }
  return {
    limits,
    hasCap: checkRentFit(household, home, limits).fit !== 'not-applicable',
    isInTargetGroup: isInTargetGroup(household, home, limits) ?? false,
  }
}
