import type { Duration } from '../../basics/calendar-date.ts'
import type { Role } from '../catalogue.ts'
import type { RuleHead } from '../rule-book.ts'

/**
 * Judgement (menselijk oordeel): a question that rules cannot answer, its closed answer, and who
 * decides. Until it is answered its value is unknown. With `sets_aside` it is the hardship clause.
 * For judgement `j`, `j-since` is the day it was decided.
 */
export type Judgement = RuleHead & {
  readonly kind: 'judgement'
  readonly question: string
  readonly about?: 'seeker' | 'listing'
  readonly answer: Answer
  readonly decided_by: Role
  /** A second person must agree. */
  readonly second?: boolean
  readonly protocol?: string
  readonly valid?: Duration
  /** Requirements it may excuse; `any` is all of them. */
  readonly sets_aside?: 'any' | readonly string[]
  readonly publish?: boolean
}

/** `seekers` is an ordered choice out of the people who responded. */
export type Answer =
  | 'yes-no'
  | 'date'
  | 'seekers'
  | { readonly score: readonly [number, number] }
  | readonly string[]
