/**
 * Who looks on while a region lives (toeschouwer), and writes down what the simulation itself forgets. Looking
 * changes nothing: a run lives the same life with and without.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Assignment } from '../core/ranking/case.ts'
import type { Advert } from './advert.ts'
import type { Person } from './population.ts'
import type { Searcher } from './searchers.ts'
import type { World } from './world.ts'

export type Observer = {
  /** Somebody registered, or stood on the list when the simulation began. */
  registered(world: World, person: Person): void
  /** A home was made known; its respondents still have their seats. */
  madeKnown(world: World, advert: Advert, closes: CalendarDate): void
  /** A home that was made known found a tenant, after others had refused. */
  let(world: World, advert: Advert, tenant: Searcher, how: HowLet): void
  /** Nobody took it. */
  inVain(world: World, advert: Advert): void
  /** Somebody left the list. */
  left(world: World, searcher: Searcher, end: 'housed' | 'left'): void
}

export type HowLet = {
  readonly assignment: Assignment
  readonly place: number
  /** Names of who refused. */
  readonly refused: ReadonlySet<string>
}
