import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import type { Listing } from '../homes/listing.ts'
import type { Moment, Role } from '../policy/catalogue.ts'
import type { QuotaUse } from '../policy/kinds/quota.ts'
import type { Candidate } from '../seekers/candidate.ts'

/** Everything a decision about one listing depends on, beside the rules: same case, same bytes. */
export type Case = {
  /** The day the ranking is made. */
  readonly on: CalendarDate
  /** The dates of the reference moments (peilmomenten) that are known. */
  readonly moments: Readonly<Partial<Record<Moment, CalendarDate>>>
  readonly listing: Listing
  readonly candidates: readonly Candidate[]
  readonly quotas: QuotaState
  readonly judgements: Judgements
  /** The seed of the draw that breaks ties or ranks a lottery (scheme wrv-loting-v1), 32 bytes. */
  readonly seed?: Uint8Array
}

/** Per quota, per key (`heerlen`, or `all` when it is not split by `each`), what is used so far. */
export type QuotaState = Readonly<Record<string, Readonly<Record<string, QuotaUse>>>>

/** Answers of people, per judgement, per seeker id (or `listing` for one about the listing). */
export type Judgements = Readonly<Record<string, Readonly<Record<string, Judged>>>>

export type Judged = {
  readonly answer: Value
  readonly by: Role
  /** Who agreed, where a second person must. */
  readonly second?: string
  readonly on?: CalendarDate
}

/** An assignment (toewijzing) as the quotas count it. */
export type Assignment = {
  readonly on: CalendarDate
  readonly facts: Facts
}
