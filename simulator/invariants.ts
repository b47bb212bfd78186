/**
 * What must hold after every step of a simulation (invarianten); a break stops it and names its seed, so that
 * the same run shows it again.
 */
import type { Facts } from '../core/basics/facts.ts'
import { keptFor } from '../core/basics/kept-for.ts'
import { hasRoom, type Quota, quotaKey, unused } from '../core/policy/kinds/quota.ts'
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

/** What a quota that switches rules off has used where a home counts, and whether one more would be too much. */
type Used = {
  readonly rule: Quota
  readonly key: string
  readonly used: number
  readonly isFull: boolean
}

/** What these quotas have used before a home is let. */
export function quotasUsed({ rules, today }: World, home: Facts): readonly Used[] {
  const { prepared, quotas } = rules.base
  const state = quotas.on(today)
  return hardQuotas(prepared).map((rule) => {
    const key = quotaKey(rule, home)
    const use = state[rule.id]?.[key] ?? unused
    return { rule, key, used: use.used, isFull: !hasRoom(rule, use) }
  })
}

const hardQuotas = keptFor(({ quotas }: Prepared): readonly Quota[] =>
  quotas.flatMap(({ rule }) => {
    const isHard = rule.at_limit === 'priority-off' || rule.at_limit === 'not-placed'
    return rule.limit.at_most !== undefined && isHard ? [rule] : []
  }),
)

/** No quota is used beyond its most: what it switches off is switched off in time. */
export function checkQuotas(world: World, before: readonly Used[]): void {
  const state = world.rules.base.quotas.on(world.today)
  for (const { rule, key, used, isFull } of before) {
    const now = state[rule.id]?.[key] ?? unused
    if (isFull && now.used !== used) holds(world, false, `${rule.id} goes beyond its most`)
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
