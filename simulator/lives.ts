/** People's lives under the rules (levensloop), followed by the core; here only who is asked and told what. */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { Value } from '../core/basics/facts.ts'
import {
  type Followed,
  followCandidate,
  happens,
  valueOn,
} from '../core/ranking/follow-candidates.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import type { Event, EventName } from '../core/seekers/history.ts'
import { registrationEvents } from './population.ts'
import type { Searcher } from './searchers.ts'
import type { World } from './world.ts'

/** Somebody's life under the rules that reach some home; followed from the day they first ask. */
export function lifeUnder(searcher: Searcher, prepared: Prepared, today: CalendarDate): Followed {
  const { rules } = prepared
  const { latest } = searcher
  if (latest?.timeline.surroundings.rules === rules) return latest
  const known = searcher.followed.get(rules) ?? followUnder(searcher, prepared, today)
  searcher.latest = known
  return known
}

function followUnder(searcher: Searcher, { rules }: Prepared, today: CalendarDate): Followed {
  const { person, traits, name, events } = searcher
  if (events.length === 0) events.push(...registrationEvents(person.registeredOn, today))
  const history = { spells: traits.spells, events }
  const followed = followCandidate(
    rules,
    { id: name, facts: traits.facts, members: [], history },
    today,
  )
  searcher.followed.set(rules, followed)
  return followed
}

/** Tells what somebody did, or what was decided about them, where any rule listens. */
export function tell(
  world: World,
  searcher: Searcher,
  event: EventName,
  attributes: Event['attributes'] = {},
): void {
  lifeUnder(searcher, world.rules.base.prepared, world.today)
  const told: Event = { event, on: world.today, attributes }
  searcher.events.push(told)
  for (const followed of searcher.followed.values()) happens(followed, told)
}

/** A value of somebody's life that no home is needed for. */
export function lifeValue(world: World, searcher: Searcher, name: string): Value | undefined {
  return valueOn(lifeUnder(searcher, world.rules.base.prepared, world.today), name, world.today)
}

/** Somebody has an urgency now (urgent). */
export function isUrgent(world: World, searcher: Searcher): boolean {
  return searcher.urgentSince !== undefined && lifeValue(world, searcher, 'urgency') === 'active'
}
