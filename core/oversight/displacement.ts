/**
 * Displacement (verdringing): priority for one is a longer wait for another. A letting that would have gone
 * to somebody else, had no priority counted, is gained by the groups of who got the home and lost by the
 * groups of who would have. Over a family of groups that divides, gained and lost are equal.
 */
import type { GroupId, LettingRecord } from './record.ts'

type Displacing = Pick<LettingRecord, 'groups' | 'displaced'>

/** Groups that only one of the two is in: a home that stays within a group is neither gained nor lost. */
export function movedBetween({ groups, displaced }: Displacing): {
  readonly gained: readonly GroupId[]
  readonly lost: readonly GroupId[]
} {
  if (!displaced) return { gained: [], lost: [] }
  return {
    gained: groups.filter((group) => !displaced.includes(group)),
    lost: displaced.filter((group) => !groups.includes(group)),
  }
}
