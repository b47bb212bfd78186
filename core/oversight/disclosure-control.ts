/**
 * Publishing a count within a total that everybody knows, so that nobody is found in it (onthullingsbeheersing).
 * The band follows from the total alone and not from the count: whoever knows how bands are made learns nothing
 * more from which one was chosen. No sum of such counts is published: it would narrow the parts.
 */

/** Both ends belong to it. */
export type CountBand = { readonly from: number; readonly until: number }

const bandWidth = 5
/** Totals below this are told without what they consist of. */
const totalLeast = 10

/** The bands that together are 0 up to and with the total; each holds five numbers at least. */
export function bandsWithin(total: number): CountBand[] {
  const count = Math.max(1, Math.floor((total + 1) / bandWidth))
  return Array.from({ length: count }, (_, at) => ({
    from: at * bandWidth,
    until: at === count - 1 ? total : (at + 1) * bandWidth - 1,
  }))
}

/** Undefined where the total is too small to say anything of its parts. */
export function publishedBand(count: number, total: number): CountBand | undefined {
  if (total < totalLeast) return undefined
  return bandsWithin(total).find(({ from, until }) => from <= count && count <= until)
}
