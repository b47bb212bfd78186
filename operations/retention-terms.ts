/**
 * How long everything personal is kept (bewaartermijnen): one table, as data. A term is the law's, or ours where the
 * law leaves it to who is responsible. Source of the duty: AVG art. 5, first paragraph, under e.
 */
import type { Duration } from '../core/basics/calendar-date.ts'

const days = (count: number): Duration => ({ count, unit: 'day' })
const months = (count: number): Duration => ({ count, unit: 'month' })
const years = (count: number): Duration => ({ count, unit: 'year' })

export type RetentionTerm = {
  readonly keep: Duration
  /** The article that asks it; `ours` where we chose. */
  readonly ground: string | 'ours'
}

/** By kind, in the order in which the page tells them; from when each counts stands in its words. */
export const retentionTerms = {
  /** From the end of an offer that came to no letting. */
  'papers-of-others': { keep: days(0), ground: 'AVG art. 5 lid 1 onder e' },
  /** From the start of the lease: so long the landlord can still have to look at one again. */
  'papers-of-tenants': { keep: days(30), ground: 'ours' },
  /** From the day it was seen: so long can a complaint be made about the check. */
  'checks-of-others': { keep: years(1), ground: 'Awb art. 9:8 lid 1 onder b' },
  /** From the start of the lease: until what was let is accounted for. */
  'checks-of-tenants': { keep: years(2), ground: 'BTIV art. 55 lid 1' },
  /** From the last day on which an ended registration can be restored: so long can a complaint be made. */
  files: { keep: years(1), ground: 'Awb art. 9:8 lid 1 onder b' },
  messages: { keep: years(3), ground: 'ours' },
  /** From the last day of a mandate. */
  mandates: { keep: days(0), ground: 'AVG art. 5 lid 1 onder e' },
  invitations: { keep: days(14), ground: 'ours' },
  drafts: { keep: months(1), ground: 'ours' },
  sessions: { keep: days(1), ground: 'ours' },
  logins: { keep: days(1), ground: 'ours' },
  /** What was done under a key, so that sending it twice does it once. */
  keys: { keep: months(1), ground: 'ours' },
  'jobs-done': { keep: months(1), ground: 'ours' },
} as const satisfies Readonly<Record<string, RetentionTerm>>

export type Retained = keyof typeof retentionTerms

// @NOTE the keys of the table above.
export const retainedKinds = Object.keys(retentionTerms) as Retained[]
