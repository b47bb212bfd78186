import type { Facts } from '../basics/facts.ts'
import type { History } from './history.ts'

/** A member of the household with facts of their own, such as a co-applicant or a child. */
export type Member = {
  readonly role: 'applicant' | 'co-applicant' | 'member' | 'child'
  readonly facts: Facts
  readonly history: History
}

/** A seeker who responded to a listing (kandidaat): facts given, and the history others follow from. */
export type Candidate = {
  readonly id: string
  /** A value given here wins over what would follow from the history. */
  readonly facts: Facts
  readonly history: History
  /** The other members of the household; the applicant is the candidate. */
  readonly members: readonly Member[]
  /** Lot numbers (lotnummers); the id when none are given. */
  readonly lots?: readonly string[]
}
