import type { Duration } from '../../basics/calendar-date.ts'
import type { Condition } from '../condition.ts'
import type { LifeCode } from '../reason-code.ts'
import type { RuleHead } from '../rule-book.ts'
import type { Trigger } from '../trigger.ts'

/**
 * Life (levensloop): something that begins, may run in phases, rests, is renewed, and ends by a
 * trigger with a code: a registration, an urgency, an option. Lives inside it end with it. For a life
 * `l` the values `l` (none, active, suspended, ended), `l-since`, `l-ends` and `l-phase` can be read.
 * Legal source: Huisvestingswet art. 11a-11c (registration survives certain leases), 12, 13.
 */
export type Life = RuleHead & {
  readonly kind: 'life'
  /** One life per value of this fact, such as one option per complex. */
  readonly each?: string
  readonly inside?: string
  readonly begins: Trigger
  readonly lasts?: Duration
  readonly phases?: readonly { readonly id: string; readonly lasts: Duration }[]
  readonly renew?: {
    readonly on: readonly string[]
    readonly lasts: Duration
    readonly times?: number
    readonly not_before?: Duration
  }
  readonly restore?: {
    readonly on: readonly string[]
    readonly within: Duration
    readonly fee?: string
  }
  readonly merge?: 'oldest'
  readonly pause?: { readonly from: string; readonly to: string }
  /** Rests by itself while this does not hold. */
  readonly while?: Condition
  readonly ends?: readonly End[]
  /** Bars a new start for so long after it ended. */
  readonly again?: { readonly after: Duration; readonly same?: string }
  /** For an urgency: the grounds that count, and those that expressly do not. */
  readonly grounds?: readonly string[]
  readonly not_grounds?: readonly string[]
}

export type End = Trigger & {
  readonly code: LifeCode
  /** Takes effect only after the person was heard. */
  readonly hear?: boolean
  /** Lives inside that survive this end. */
  readonly keeps?: readonly string[]
}
