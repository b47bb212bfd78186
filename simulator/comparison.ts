/**
 * What a comparison gives (vergelijking): the same region, people and luck under several sets of rules.
 * Differences are paired per replication, so that they are rules and not noise.
 */
import type { Estimates } from '../core/oversight/figures.ts'

/** One set of rules that was run. */
export type VariantOutcome = {
  /** The name it was asked by, such as `parkstad-2026`. */
  readonly id: string
  readonly title: string
  /** SHA-256 of the books together. */
  readonly hash: string
  /** Codes of breaches the law check found; the run needed `--even-if-unlawful`. */
  readonly breaches: readonly string[]
  /** Changes to the region's plan or behaviour that belong to this variant. */
  readonly settings: readonly { readonly path: string; readonly value: string | number }[]
  /** The shares and numbers its rules hold to. */
  readonly quotas: readonly VariantQuota[]
  /** What of it is in no source. */
  readonly invented?: string
  readonly estimates: Estimates
  /** Differences with the first variant, paired; absent for the first itself. */
  readonly differences?: Estimates
}

/** A quota as a report needs it: parts of the whole, or homes. */
export type VariantQuota = {
  readonly id: string
  readonly label: string
  readonly isShare: boolean
  readonly least?: number
  readonly most?: number
  /** Counts and warns; orders nothing. */
  readonly warns: boolean
}

export type Comparison = {
  readonly region: {
    readonly id: string
    readonly title: string
    readonly hash: string
    /** What the region's file says about its numbers: how many have a source, how many are synthetic. */
    readonly sourced: number
    readonly synthetic: number
  }
  readonly engine: string
  readonly seed: number
  readonly years: number
  readonly warmUpYears: number
  readonly replications: number
  /** Of the region's size the part that was lived. */
  readonly part: number
  /** The day whose rules hold throughout. */
  readonly on: string
  readonly variants: readonly VariantOutcome[]
  /** Parameters of behaviour that are not calibrated. */
  readonly uncalibrated: readonly string[]
  /** The command that repeats it. */
  readonly command: string
}
