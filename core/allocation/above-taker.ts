/**
 * Did somebody who refused a home stand above the person who took it? A relative refusal counts only
 * then. Computed from the closed listing, never entered by hand. Undefined for who was not ranked.
 */
export function isAboveTaker(
  seeker: string,
  { order, taken_by }: ClosedListing,
): boolean | undefined {
  const place = order.indexOf(seeker)
  const placeOfTaker = order.indexOf(taken_by)
  return place < 0 || placeOfTaker < 0 ? undefined : place < placeOfTaker
}

/** How a listing ended: everybody ranked, first to last, and who took the home. */
export type ClosedListing = { readonly order: readonly string[]; readonly taken_by: string }
