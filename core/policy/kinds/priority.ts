import type { Duration } from '../../basics/calendar-date.ts'
import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

export const grounds = [
  'urgency',
  'local-connection',
  'home',
  'vital-profession',
  'socio-economic',
  'landlord',
  'experiment',
] as const
export type Ground = (typeof grounds)[number]

/**
 * Priority (voorrang): on homes in `where`, people in `who` belong to a group that a ranking may put
 * first. It does not order by itself. Unknown gives no priority; `not_against` names the people it
 * cannot be used against: they stand in the same tier, marked.
 * Legal source: Huisvestingswet art. 11-14, 16, 17.
 */
export type Priority = RuleHead & {
  readonly kind: 'priority'
  readonly ground: Ground
  readonly level?: 'region' | 'municipality' | 'settlement'
  readonly where?: Condition
  readonly who: Condition
  readonly not_against?: Condition
  readonly in_vain?: Duration
  /** Only members of that priority qualify, and each use counts there too. */
  readonly inside?: string
}
