/** People's lives under the rules (levensloop), followed by the core; here only who is asked and told what. */
import { assert } from '../core/basics/assert.ts'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts, Value } from '../core/basics/facts.ts'
import type { WhoIs } from '../core/ranking/crowd.ts'
import { type Followed, valueOn } from '../core/ranking/follow-candidates.ts'
import type { Sharing } from '../core/ranking/sharing-people.ts'
import type { Candidate } from '../core/seekers/candidate.ts'
import type { Event, EventName } from '../core/seekers/history.ts'
import { nextRenewal, registrationEvents } from './population.ts'
import type { Searcher, Searchers } from './searchers.ts'
import type { World } from './world.ts'

/** Who has a seat, as the core asks for them. */
export type PeopleOfSeats = { readonly whoIs: WhoIs; readonly sharing: Sharing }

/** Whoever registered on the same day renews on the same days, and so shares a life until something happens. */
export function peopleOf(searchers: Searchers): PeopleOfSeats {
  const on = (seat: number): Searcher => {
    const searcher = searchers.on(seat)
    assert(searcher !== undefined, 'somebody has the seat that is asked about')
    return searcher
  }
  return {
    whoIs: (seat, day) => new Sitting(on(seat), day),
    sharing: {
      // @NOTE the column holds dates.
      until: (registeredOn, day) => registrationEvents(registeredOn as CalendarDate, day),
      next: (registeredOn, after) => ({
        event: 'renewed',
        on: nextRenewal(registeredOn as CalendarDate, after),
        attributes: {},
      }),
      cohortOf: (seat) => searchers.of(seat, 'registeredOn'),
      factsOf: (seat) => on(seat).traits.facts,
      spellsOf: (seat) => on(seat).traits.spells,
      ownEventsOf: (seat) => on(seat).events,
    },
  }
}

/** Whoever has a seat, as the register knows them on a day; most often only their name is asked. */
class Sitting implements Candidate {
  readonly id: string
  readonly facts: Facts
  readonly members = nobody
  readonly #searcher: Searcher
  readonly #day: CalendarDate

  constructor(searcher: Searcher, day: CalendarDate) {
    this.id = searcher.name
    this.facts = searcher.traits.facts
    this.#searcher = searcher
    this.#day = day
  }

  get history(): Candidate['history'] {
    const { spells } = this.#searcher.traits
    return { spells, events: eventsUntil(this.#searcher, this.#day) }
  }
}

const nobody: Candidate['members'] = []

/** What the register holds of somebody until a day. */
export function eventsUntil({ person, events }: Searcher, day: CalendarDate): Event[] {
  const all = [...registrationEvents(person.registeredOn, day), ...events]
  return events.length === 0 ? all : all.toSorted((a, b) => a.on - b.on)
}

/** Somebody's life under the rules of the region. */
export function lifeOf({ rules, today }: World, { seat }: Searcher): Followed {
  return rules.base.crowd.lifeOf(seat, today)
}

/** Tells what somebody did, or what was decided about them, where any rule listens. */
export function tell(
  world: World,
  searcher: Searcher,
  event: EventName,
  attributes: Event['attributes'] = {},
): void {
  const told: Event = { event, on: world.today, attributes }
  searcher.events.push(told)
  world.rules.tell(searcher.seat, told)
}

/** A value of somebody's life that no home is needed for. */
export function lifeValue(world: World, searcher: Searcher, name: string): Value | undefined {
  return valueOn(lifeOf(world, searcher), name, world.today)
}

/** Somebody has an urgency now (urgent). */
export function isUrgent(world: World, searcher: Searcher): boolean {
  return searcher.urgentSince !== undefined && lifeValue(world, searcher, 'urgency') === 'active'
}
