/** Figures as measures give them, and as several runs together estimate them. */
import type { GroupId } from './record.ts'

/** One number per group; null where there is nothing to count (an empty group is no zero). */
export type GroupFigures = Readonly<Record<GroupId, number | null>>

/** Per measure of the dictionary, per group. */
export type Figures = Readonly<Record<string, GroupFigures>>

/** A mean over replications with its 95 % interval (betrouwbaarheidsinterval). */
export type Estimate = {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** How many replications had something to count. */
  readonly replications: number
}

export type Estimates = Readonly<Record<string, Readonly<Record<GroupId, Estimate | null>>>>
