/**
 * How often each priority could be used (benutting van voorrang), for the advice on keeping or ending it. It
 * says nothing of whether the priority decided, and it is no quota: what a quota has left is kept with the
 * rules, per period.
 */
import type { LettingRecord } from './record.ts'

export type PriorityUse = {
  readonly priority: string
  readonly taken: number
  readonly of: number
}

/** Most used first. */
export function priorityUse(
  lettings: readonly Pick<LettingRecord, 'priorities'>[],
): readonly PriorityUse[] {
  const taken = new Map<string, number>()
  for (const { priorities } of lettings) {
    for (const priority of new Set(priorities)) taken.set(priority, (taken.get(priority) ?? 0) + 1)
  }
  return [...taken]
    .map(([priority, count]) => ({ priority, taken: count, of: lettings.length }))
    .toSorted((a, b) => b.taken - a.taken || (a.priority < b.priority ? -1 : 1))
}
