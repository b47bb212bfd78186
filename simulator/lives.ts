/** People's lives under the rules (levensloop), followed by the core; here only who is asked and told what. */
import { assert } from '../core/basics/assert.ts'
import type { Value } from '../core/basics/facts.ts'
import type { WhoIs } from '../core/ranking/crowd.ts'
import { type Followed, valueOn } from '../core/ranking/follow-candidates.ts'
import type { Event, EventName } from '../core/seekers/history.ts'
import { registrationEvents } from './population.ts'
import type { Searcher, Searchers } from './searchers.ts'
import type { World } from './world.ts'

/** Who somebody is to the rules on the day they are first asked about. */
export function whoIs(searchers: Searchers): WhoIs {
  return (seat, on) => {
    const searcher = searchers.on(seat)
    assert(searcher !== undefined, 'somebody has the seat that is asked about')
    const { person, traits, name, events } = searcher
    if (events.length === 0) events.push(...registrationEvents(person.registeredOn, on))
    return {
      id: name,
      facts: traits.facts,
      members: [],
      history: { spells: traits.spells, events },
    }
  }
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
  lifeOf(world, searcher)
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
