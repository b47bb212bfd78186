/**
 * Who is a regular seeker (gewone, reguliere woningzoekende): four definitions, because one table gives four
 * different shares and even two different trends. Nobody picks one silently: every share says which it is.
 * Source: the allocations table of 2024 shown at the meeting in Parkstad of 14 November 2024.
 */
import type { SpecialCategory } from '../ranking/rent-fit.ts'
import type { Channel, LettingRecord } from './record.ts'

export const regularDefinitions = ['d1', 'd2', 'd3', 'd4'] as const
export type RegularDefinition = (typeof regularDefinitions)[number]

/**
 * The strictest: no urgency, no target group and not tailored. Groups named `regular` go by it unless told
 * otherwise, for it alone never overlaps with the urgent and with the target groups.
 */
export const usualDefinition: RegularDefinition = 'd2'

/** Target group of holders of an asylum permit (statushouders, vergunninghouders). */
const permitHolder = 'permit-holder' satisfies SpecialCategory

/** Ground of who has to leave a home that is demolished or renewed (herstructureerder). */
const renewal = 'local-renewal'

export type Standing = Pick<LettingRecord, 'ground' | 'targetGroup' | 'indication'> & {
  /** Unknown for somebody who searches and has no home yet. */
  readonly channel?: Channel
}

/** Whether somebody is a regular seeker (reguliere woningzoekende) by one of the four definitions. */
export function isRegular(by: RegularDefinition, standing: Standing): boolean {
  switch (by) {
    case 'd1':
      return isWithoutUrgency(standing)
    case 'd2':
      return isWithoutUrgency(standing) && standing.targetGroup === 'none'
    case 'd3':
      return isInNoGroup(standing)
    case 'd4':
      return isWithoutUrgency(standing) && standing.targetGroup !== permitHolder
  }
}

// The table counts tailored lettings (maatwerk) and Wmo indications as grounds of their own, so these are not
// "no urgency".
function isWithoutUrgency({ ground, indication, channel }: Standing): boolean {
  return ground === 'none' && indication === undefined && channel !== 'tailored'
}

// Movers for renewal and people with a Wmo indication are rows of the table that have no "no special group" under them.
function isInNoGroup({ ground, indication, targetGroup }: Standing): boolean {
  return targetGroup === 'none' && indication === undefined && ground !== renewal
}
