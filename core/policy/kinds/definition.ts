import type { Condition } from '../condition.ts'
import type { RuleHead } from '../rule-book.ts'

/** Definition (begrip): a named yes or no about people, homes or both. */
export type Definition = RuleHead & {
  readonly kind: 'definition'
  /** Whose facts are meant; the applicant's when absent. */
  readonly of?: Meant
  readonly when: Condition
}

export const meant = [
  'applicant',
  'some-applicant',
  'every-applicant',
  'some-member',
  'every-member',
] as const
export type Meant = (typeof meant)[number]
