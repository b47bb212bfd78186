import type { Duration } from '../../basics/calendar-date.ts'
import type { Condition } from '../condition.ts'
import type { ExclusionCode } from '../reason-code.ts'
import type { RuleHead } from '../rule-book.ts'

export const gates = ['register', 'respond', 'be-offered', 'sign', 'urgency', 'option'] as const
export type Gate = (typeof gates)[number]

/**
 * Requirement (eis): at the gate `to`, people in `who` must meet `must` on homes in `where`, unless
 * excused. Unknown never admits. Facts checked after ranking belong at `be-offered`.
 * Legal source: Huisvestingswet art. 9, 10.
 */
export type Requirement = RuleHead & {
  readonly kind: 'requirement'
  readonly to: Gate
  readonly where?: Condition
  readonly who?: Condition
  readonly must: Condition
  readonly unless?: Condition
  readonly code: ExclusionCode
  /** Falls away after offering that long in vain (vruchteloos aanbieden). */
  readonly in_vain?: Duration
}
