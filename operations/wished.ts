/** Whether a home is one that somebody looks for (woonwensen), and if not, in what it differs. */
import type { Facts } from '../core/basics/facts.ts'
import type { Wishes } from '../store/tables.ts'

export type WishMiss =
  | { readonly code: 'place' }
  | { readonly code: 'bedrooms'; readonly wished: number; readonly has: number }
  | { readonly code: 'rent'; readonly aboveCents: number }

/** Whether somebody said anything of what they wish. */
export function hasWishes({ municipalities = [], bedroomsMin, rentMaxCents }: Wishes): boolean {
  return municipalities.length > 0 || bedroomsMin !== undefined || rentMaxCents !== undefined
}

export function isWished(home: { readonly facts: Facts }, wishes: Wishes): boolean {
  return wishMisses(home, wishes).length === 0
}

/** In what a home differs from what somebody wishes; nothing where it is as wished. */
export function wishMisses(
  { facts }: { readonly facts: Facts },
  { municipalities = [], bedroomsMin, rentMaxCents }: Wishes,
): WishMiss[] {
  const misses: WishMiss[] = []
  const isThere = municipalities.length === 0 || municipalities.includes(String(facts.municipality))
  if (!isThere) misses.push({ code: 'place' })
  if (bedroomsMin !== undefined && !(Number(facts.bedrooms) >= bedroomsMin)) {
    misses.push({ code: 'bedrooms', wished: bedroomsMin, has: Number(facts.bedrooms) })
  }
  if (rentMaxCents !== undefined && !(Number(facts.rent) <= rentMaxCents)) {
    misses.push({ code: 'rent', aboveCents: Number(facts.rent) - rentMaxCents })
  }
  return misses
}
