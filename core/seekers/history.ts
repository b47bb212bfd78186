import type { CalendarDate } from '../basics/calendar-date.ts'
import type { EventName, SpellName } from '../policy/catalogue.ts'
import type { Facts } from '../policy/condition.ts'

/** What lasted from-to: living somewhere, renting, working. Both days belong to it; no `to` is until now. */
export type Spell = {
  readonly spell: SpellName
  readonly from: CalendarDate
  readonly to?: CalendarDate
  readonly attributes: Facts
  readonly known_on?: CalendarDate
}

/** What happened on a day. The facts of the listing it is about stand among its attributes. */
export type Event = {
  readonly id?: string
  readonly event: EventName
  readonly on: CalendarDate
  readonly attributes: Facts
  readonly known_on?: CalendarDate
}

/** A person's history in order of recording; nothing is ever taken out, a reversal is an event too. */
export type History = { readonly spells: readonly Spell[]; readonly events: readonly Event[] }

export const noHistory: History = { spells: [], events: [] }
