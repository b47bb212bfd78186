/**
 * What an assignment (toewijzing) counts for the quotas: every priority somebody could use, not only the
 * one that decided, and the judgements that excused them. Source: Huisvestingswet art. 14 lid 5.
 */
import { assert } from '../basics/assert.ts'
import type { Facts } from '../basics/facts.ts'
import { assignTiers, priorityIds } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Assignment } from './case.ts'
import { excusesUsed } from './check-eligibility.ts'
import type { Ranking } from './rank-listing.ts'

/**
 * The assignment of the home to the person at a place, counted from 1.
 *
 * @param own Their own values, where those in the ranking are of somebody alike.
 */
export function assignmentTo(ranking: Ranking, place: number, own?: Facts): Assignment {
  const { bound, order, admitted, candidates, values, case: ranked } = ranking
  const position = admitted[order.sorted[place - 1] ?? -1]
  const seeker = own ?? (position === undefined ? undefined : values[position])
  const candidate = position === undefined ? undefined : candidates[position]
  assert(seeker !== undefined && candidate !== undefined, `place ${place} is on the list`)
  const facts = { ...bound.home, ...candidate.facts, ...seeker, ...countedFor(bound, seeker) }
  return { on: ranked.on, facts }
}

/** The facts of an assignment that follow from the decision. */
export function countedFor(bound: Bound, seeker: Facts): Facts {
  const { applied } = assignTiers(bound, [seeker])
  return {
    'priorities-applied': priorityIds(bound, applied[0] ?? 0),
    'set-aside': [...new Set(excusesUsed(bound, seeker).map(({ by }) => by))],
  }
}

/** Seekers with these facts, where a rule of the listing reads them. */
export function withCounted(bound: Bound, seekers: readonly Facts[]): readonly Facts[] {
  const read = ['priorities-applied', 'set-aside'].some((name) => bound.names.includes(name))
  return read ? seekers.map((seeker) => ({ ...seeker, ...countedFor(bound, seeker) })) : seekers
}
