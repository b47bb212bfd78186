/**
 * What an assignment (toewijzing) counts for the quotas: every priority somebody could use, not only the
 * one that decided, and the judgements that excused them. Source: Huisvestingswet art. 14 lid 5.
 */
import { assert } from '../basics/assert.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { homeNames, seekerNames } from '../policy/compile.ts'
import { namesIn } from '../policy/condition.ts'
import { prioritiesOf, priorityIds } from './assign-tier.ts'
import type { Bound } from './bind.ts'
import type { Assignment } from './case.ts'
import { excusesUsed } from './check-eligibility.ts'
import type { Prepared } from './prepare.ts'
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
  return wholeOf({ on, parts: [bound.home, given, seeker, countedFor(bound, seeker)] })
}

/**
 * An assignment as what its facts come from; where several know a name, the last of them tells. Whoever counts
 * thousands reads a few facts of each, and putting them all together takes longer than counting.
 */
export type Assigned = { readonly on: CalendarDate; readonly parts: readonly Facts[] }

export function wholeOf({ on, parts }: Assigned): Assignment {
  return { on, facts: Object.assign({}, ...parts) }
}

/** Only what quotas read of it. */
export function countedPart({ quotas, rules, records }: Prepared): (of: Assigned) => Assignment {
  const tested = quotas.flatMap(({ rule }) => namesIn([...rule.counts, ...(rule.among ?? [])]))
  const keys = quotas.flatMap(({ rule }) => [
    ...(rule.each ?? []),
    ...(rule.split ? [rule.split.by] : []),
  ])
  // What the rules say by a name of their own is written out where it is read.
  const read = [...seekerNames(rules, tested), ...homeNames(rules, tested)]
  const names = [...new Set([...keys, ...read])]
  const record = records(names)
  return ({ on, parts }) => ({
    on,
    facts: record({}, (position) => lastOf(parts, names[position] ?? '')),
  })
}

function lastOf(parts: readonly Facts[], name: string): Value | undefined {
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at]
    const value = part?.[name]
    if (value !== undefined) return value
    if (part && Object.hasOwn(part, name)) return undefined
  }
  return undefined
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
