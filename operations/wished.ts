/** Whether a home is one that somebody looks for (woonwensen). */
import type { Facts } from '../core/basics/facts.ts'
import type { Wishes } from '../store/tables.ts'

export function isWished(
  { facts }: { readonly facts: Facts },
  { municipalities, bedroomsMin, rentMaxCents }: Wishes,
): boolean {
  const isThere =
    municipalities === undefined ||
    municipalities.length === 0 ||
    municipalities.includes(String(facts.municipality))
  return (
    isThere &&
    (bedroomsMin === undefined || Number(facts.bedrooms) >= bedroomsMin) &&
    (rentMaxCents === undefined || Number(facts.rent) <= rentMaxCents)
  )
}
