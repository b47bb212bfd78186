/**
 * What must hold after every step of a simulation (invarianten); a break stops it and names its seed, so that
 * the same run shows it again.
 */
import type { Facts } from '../core/basics/facts.ts'
import { keptFor } from '../core/basics/kept-for.ts'
import { hasRoom, type Quota, type QuotaUse, quotaKey, unused } from '../core/policy/kinds/quota.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import type { KindOrder } from '../core/ranking/rank-kinds.ts'
import { searchingNow, type World } from './world.ts'

/** Nobody overtakes without a reason: whoever stood higher was offered the home, or may not have it. */
export function checkLetting(
  world: World,
  order: KindOrder,
  tenant: number,
  refused: readonly number[],
): void {
  for (let position = 0; position < order.people.of.length; position += 1) {
    if (!order.isListed(position) || order.compare(position, tenant) >= 0) continue
    const isPassed = refused.includes(position) || order.unmetAt(position).length > 0
    if (isPassed) continue
    const { id } = order.people.candidateAt(position)
    holds(world, false, `${id} stood higher and was passed over`)
  }
}

/** What the quotas that switch rules off have used where a home counts, before or after it is let. */
export function quotaUse({ rules, today }: World, home: Facts): readonly QuotaUse[] {
  const { prepared, quotas } = rules.base
  const use = quotas.on(today)
  return hardQuotas(prepared).map((rule) => use[rule.id]?.[quotaKey(rule, home)] ?? unused)
}

const hardQuotas = keptFor(({ quotas }: Prepared): readonly Quota[] =>
  quotas.flatMap(({ rule }) => {
    const isHard = rule.at_limit === 'priority-off' || rule.at_limit === 'not-placed'
    return rule.limit.at_most !== undefined && isHard ? [rule] : []
  }),
)

/** No quota is used beyond its most: what it switches off is switched off in time. */
export function checkQuotas(world: World, home: Facts, before: readonly QuotaUse[]): void {
  const after = quotaUse(world, home)
  for (const [at, rule] of hardQuotas(world.rules.base.prepared).entries()) {
    const earlier = before[at] ?? unused
    if (after[at]?.used === earlier.used || hasRoom(rule, earlier)) continue
    holds(world, false, `${rule.id} goes beyond its most`)
  }
}

/** Vessels conserve: everybody who began to search still does, found a home or left; so with homes. */
export function checkVessels(world: World): void {
  const { tally } = world
  const searching = searchingNow(world)
  holds(
    world,
    tally.begun === tally.housed + tally.left + searching,
    `${tally.begun} began, ${tally.housed} were housed, ${tally.left} left, ${searching} search`,
  )
  holds(
    world,
    tally.vacancies === tally.housed + tally.openVacancies,
    `${tally.vacancies} vacancies, ${tally.housed} let, ${tally.openVacancies} open`,
  )
}

function holds({ seed, replication, today }: World, fact: boolean, promise: string): void {
  if (fact) return
  throw new Error(
    `broken promise: ${promise} (seed ${seed}, replication ${replication}, day ${today})`,
  )
}
