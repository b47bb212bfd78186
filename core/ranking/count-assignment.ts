/**
 * What an assignment (toewijzing) counts for the quotas: every priority somebody could use, not only the
 * one that decided, and the judgements that excused them. Source: Huisvestingswet art. 14 lid 5.
 */
import { assert } from '../basics/assert.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { prioritiesOf, priorityIds } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Assignment } from './case.ts'
import { excusesUsed } from './check-eligibility.ts'
import type { Ranking } from './rank-listing.ts'

/** The assignment of the home to the person at a place, counted from 1. */
export function assignmentTo(ranking: Ranking, place: number): Assignment {
  const { bound, order, admitted, candidates, values, case: ranked } = ranking
  const position = admitted[order.sorted[place - 1] ?? -1] ?? -1
  const seeker = values[position]
  const candidate = candidates[position]
  assert(seeker !== undefined && candidate !== undefined, `place ${place} is on the list`)
  return assignmentOf(bound, ranked.on, candidate.facts, seeker)
}

/** The same to somebody with these facts and values, whoever stood where. */
export function assignmentOf(
  bound: Bound,
  on: CalendarDate,
  given: Facts,
  seeker: Facts,
): Assignment {
  return { on, facts: { ...bound.home, ...given, ...seeker, ...countedFor(bound, seeker) } }
}

/** The facts of an assignment that follow from the decision. */
export function countedFor(bound: Bound, seeker: Facts): Facts {
  return {
    'priorities-applied': priorityIds(bound, prioritiesOf(bound, seeker)),
    'set-aside': [...new Set(excusesUsed(bound, seeker).map(({ by }) => by))],
  }
}

/** Whether a rule of the listing reads what follows from the decision. */
export function readsCounted({ names }: Bound): boolean {
  return names.includes('priorities-applied') || names.includes('set-aside')
}

/** Seekers with these facts, where a rule of the listing reads them. */
export function withCounted(bound: Bound, seekers: readonly Facts[]): readonly Facts[] {
  return readsCounted(bound)
    ? seekers.map((seeker) => ({ ...seeker, ...countedFor(bound, seeker) }))
    : seekers
}
