import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'

/** A home made known to seekers (advertentie), with the facts its rules may test. */
export type Listing = {
  readonly id: string
  readonly facts: Facts
  /** First and last day on which seekers may respond. */
  readonly opens?: CalendarDate
  readonly closes: CalendarDate
  /** Since when it has been offered in vain (vruchteloos aangeboden), at a lawful rent. Huisvestingswet art. 17. */
  readonly in_vain_since?: CalendarDate
}
