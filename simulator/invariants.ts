/**
 * What must hold after every step of a simulation (invarianten); a break stops it and names its seed, so that
 * the same run shows it again.
 */
import type { Facts } from '../core/basics/facts.ts'
import { hasRoom, type Quota, type QuotaUse, quotaKey, unused } from '../core/policy/kinds/quota.ts'
import { unmetAt } from '../core/ranking/check-eligibility.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { searchingNow, type World } from './world.ts'

/** Nobody overtakes without a reason: whoever stood higher was offered the home, or may not have it. */
export function checkLetting(
  world: World,
  ranking: Ranking,
  place: number,
  refused: ReadonlySet<string>,
): void {
  const { order, admitted, candidates, values, bound } = ranking
  for (let index = 0; index < place - 1; index += 1) {
    const position = admitted[order.sorted[index] ?? 0] ?? 0
    const id = candidates[position]?.id ?? ''
    const passed =
      refused.has(id) || unmetAt(bound, 'be-offered', values[position] ?? {}).length > 0
    holds(world, passed, `${id} stood higher and was passed over`)
  }
}

/** What the quotas that switch rules off have used where a home counts, before or after it is let. */
export function quotaUse({ rules, today }: World, home: Facts): ReadonlyMap<Quota, QuotaUse> {
  const { prepared, quotas } = rules.base
  const use = quotas.on(today)
  return new Map(
    prepared.quotas.flatMap(({ rule }) => {
      const isHard = rule.at_limit === 'priority-off' || rule.at_limit === 'not-placed'
      const used = use[rule.id]?.[quotaKey(rule, home)] ?? unused
      return rule.limit.at_most !== undefined && isHard ? [[rule, used] as const] : []
    }),
  )
}

/** No quota is used beyond its most: what it switches off is switched off in time. */
export function checkQuotas(world: World, home: Facts, before: ReadonlyMap<Quota, QuotaUse>): void {
  for (const [rule, { used }] of quotaUse(world, home)) {
    const earlier = before.get(rule) ?? unused
    holds(world, used === earlier.used || hasRoom(rule, earlier), `${rule.id} goes beyond its most`)
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
