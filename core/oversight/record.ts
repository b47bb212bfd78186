/**
 * What oversight counts (verantwoording): one record a letting, one record a search. Measures are functions
 * of these lists alone, whether they come from a register or from a simulation.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { AllocationModel } from '../policy/catalogue.ts'
import type { RentFit } from '../ranking/rent-fit.ts'

/** How a home found its tenant (kanaal): by an advert, a panel, or tailored to one case (maatwerk). */
export const channels = ['advertised', 'mediated', 'tailored'] as const
export type Channel = (typeof channels)[number]

/** Where somebody comes from: no home of their own yet, from one home to the next, or back again. */
export const situations = ['starter', 'onward-mover', 're-starter'] as const
export type Situation = (typeof situations)[number]

/** Groups somebody is counted in, such as `all`, `regular`, `urgent:local-renewal`, `age:18-27`. */
export type GroupId = string

/** A letting (verhuring): who got which home, when, by which road and after how long. */
export type LettingRecord = {
  /** The day the offer was accepted. */
  readonly on: CalendarDate
  /** Huuringangsdatum: it decides the year of the norms. */
  readonly leaseStart: CalendarDate
  readonly listing: string
  readonly municipality: string
  readonly landlord: string
  readonly complex: string
  readonly channel: Channel
  readonly model: AllocationModel
  readonly label: readonly string[]
  /** Urgency ground (urgentiegrond), `none` without one. */
  readonly ground: string
  /** Target group (doelgroep), `none` without one. Ground and group are two things and never one column. */
  readonly targetGroup: string
  /** Wmo indication, such as `walker`; absent without one. It is no urgency, and tables have it apart. */
  readonly indication?: string | undefined
  /** The priorities that could be used, whether or not they decided. */
  readonly priorities: readonly string[]
  readonly registeredOn: CalendarDate
  readonly firstResponse?: CalendarDate
  readonly household: {
    readonly size: number
    readonly incomeCents: number
    readonly age: number
    readonly situation: Situation
    /** Municipality they come from, `elsewhere` from outside the region. */
    readonly from: string
    /** A social rented home in the region becomes free behind them. */
    readonly leavesHome: boolean
  }
  readonly rentCents: number
  readonly fit: RentFit['fit']
  /** In the income target group; undefined when the letting is not a social one. */
  readonly inTargetGroup?: boolean | undefined
  readonly responses: number
  readonly offers: number
  readonly refusals: number
  /** From the day the home was free to the day it was accepted. */
  readonly vacantDays: number
  /** How well the home suits them, in the units of the behaviour that made it; only where it is known. */
  readonly matchValue?: number
  /** The groups of who would have got the home had no priority counted; absent when that is the same person. */
  readonly displaced?: readonly GroupId[] | undefined
  readonly groups: readonly GroupId[]
}

/** A search (zoektocht): from the first response to a home, to giving up, or to the end of what was seen. */
export type SearchRecord = {
  readonly registeredOn: CalendarDate
  /** First response, or the day the window of observation opened if that is later. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly end: 'housed' | 'left' | 'still-searching'
  readonly responses: number
  /** How many of these in the period that is counted. */
  readonly responsesInPeriod: number
  readonly groups: readonly GroupId[]
}
