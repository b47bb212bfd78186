/**
 * In which group somebody stands (voorrangsgroep): the first tier one of whose priorities they have,
 * or that cannot be used against them; everyone else in the last. Every priority a person could use is
 * noted, not only the one that decided. Source: Huisvestingswet art. 11-14 (lid 5), 16.
 */
import type { Facts } from '../basics/facts.ts'
import { keptFor } from '../basics/kept-for.ts'
import { and, no, type Truth, unknown, yes } from '../policy/condition.ts'
import { keyOf } from '../policy/kinds/quota.ts'
import type { RemarkCode } from '../policy/reason-code.ts'
import type { Bound, BoundPriority, FullKeys } from './bind.ts'

/** What is told beside a place about a priority. */
export type Remark = { readonly code: RemarkCode; readonly rule: string; readonly by?: string }

export type Tiers = {
  /** Tier of each seeker, by position. */
  readonly tiers: Uint8Array
  /** The priorities each seeker has, one bit for each bound priority, for the quotas that count them. */
  readonly applied: Uint32Array
}

/** Of all seekers, or of those only who are admitted. */
export function assignTiers(
  bound: Bound,
  seekers: readonly Facts[],
  admitted?: ArrayLike<number>,
): Tiers {
  const tiers = new Uint8Array(seekers.length)
  const applied = new Uint32Array(seekers.length)
  for (let position = 0; position < seekers.length; position += 1) {
    if (admitted && admitted[position] !== yes) continue
    const seeker = seekers[position] ?? {}
    const has = prioritiesOf(bound, seeker)
    tiers[position] = tierWith(bound, seeker, has)
    applied[position] = has
  }
  return { tiers, applied }
}

/**
 * The priorities somebody has, one bit for each bound priority; one inside others needs those as well. Written with
 * loops: it runs for every candidate.
 */
export function prioritiesOf({ priorities, home }: Bound, seeker: Facts): number {
  let bits = 0
  for (let index = 0; index < priorities.length; index += 1) {
    const priority = priorities[index]
    if (priority?.who(seeker, home) !== yes || roomIn(priority, seeker) !== yes) continue
    bits |= 1 << index
  }
  let inside = bits
  for (let index = 0; index < priorities.length; index += 1) {
    const outer = priorities[index]?.outer ?? 0
    if ((bits & outer) !== outer) inside &= ~(1 << index)
  }
  return inside
}

/** The tier of somebody with these priorities. */
export function tierWith(bound: Bound, seeker: Facts, has: number): number {
  const standsIn = has | exemptionsOf(bound, seeker)
  const { masks, others } = tiersIn(bound.tiers)
  const tier = masks.findIndex((mask) => (mask & standsIn) !== 0)
  return tier < 0 ? others : tier
}

const tiersIn = keptFor((tiers: Bound['tiers']) => ({
  masks: tiers.map(({ priorities }) => maskOf(priorities)),
  others: tiers.findIndex(({ name }) => name === 'none'),
}))

/** Ids of the priorities in a set of bits. */
export function priorityIds({ priorities }: Bound, bits: number): string[] {
  const ids: string[] = []
  for (let index = 0; index < priorities.length; index += 1) {
    const priority = priorities[index]
    if (priority && (bits & (1 << index)) !== 0) ids.push(priority.standing.rule.id)
  }
  return ids
}

/** Everything there is to tell somebody about the priorities of this listing. */
export function remarksOn(bound: Bound, seeker: Facts): Remark[] {
  const has = prioritiesOf(bound, seeker)
  return bound.priorities.flatMap((priority, index) => {
    const rule = priority.standing.rule.id
    const remarks: Remark[] = []
    const who = priority.who(seeker, bound.home)
    const full = priority.full.find((each) => roomFor(each, seeker) === no)
    if ((has & (1 << index)) !== 0) remarks.push({ code: 'has-priority', rule })
    else if (who === yes && full) remarks.push({ code: 'split-full', rule, by: full.quota })
    else if (and([who, roomIn(priority, seeker)]) === unknown) {
      remarks.push({ code: 'priority-unknown', rule })
    }
    const safe = priority.notAgainst?.(seeker, bound.home)
    if (safe === yes && (has & (1 << index)) === 0) remarks.push({ code: 'protected', rule })
    if (safe === unknown) remarks.push({ code: 'exemption-unknown', rule })
    return remarks
  })
}

function exemptionsOf({ priorities, home }: Bound, seeker: Facts): number {
  let bits = 0
  for (let index = 0; index < priorities.length; index += 1) {
    if (priorities[index]?.notAgainst?.(seeker, home) === yes) bits |= 1 << index
  }
  return bits
}

function roomIn({ full }: BoundPriority, seeker: Facts): Truth {
  return full.length === 0 ? yes : and(full.map((each) => roomFor(each, seeker)))
}

// While one share is full, somebody of whom the group is not known cannot be told to have room.
function roomFor({ by, keys }: FullKeys, seeker: Facts): Truth {
  const group = keyOf(seeker[by])
  return group === undefined ? unknown : keys.includes(group) ? no : yes
}

function maskOf(indexes: readonly number[]): number {
  return indexes.reduce((mask, index) => mask | (1 << index), 0)
}
