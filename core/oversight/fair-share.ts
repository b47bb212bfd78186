/**
 * Fair share (eerlijke verdeling) over municipalities or landlords, by three keys that are always shown
 * together. By stock: an owner with little turnover gets behind. By vacancies: nobody is punished for low
 * turnover, but homes can be hidden. By public area: the weights must be published and dated.
 */
import { assert } from '../basics/assert.ts'

/** A municipality or a landlord. */
export type Part = {
  readonly id: string
  readonly stock: number
  readonly vacancies: number
  /** Weight of the public area for resilience (veerkracht); 1 where none is agreed. */
  readonly publicAreaWeight: number
}

export const fairShareKeys = ['stock', 'vacancies', 'public-area'] as const
export type FairShareKey = (typeof fairShareKeys)[number]

export type FairShare = {
  readonly id: string
  readonly realised: number
  readonly target: number
  /** Realised to target; null where the target is nothing. */
  readonly ratio: number | null
  /** Counts that chance alone gives: the target and twice its square root to both sides. */
  readonly band: { readonly low: number; readonly high: number }
  readonly withinBand: boolean
}

/** Lettings per part, of the group that is shared. */
export type Realised = Readonly<Record<string, number>>

/** Divides what was realised in all over the parts by a key, and lays it beside what each part did. */
export function fairShare(
  parts: readonly Part[],
  realised: Realised,
  key: FairShareKey,
): readonly FairShare[] {
  const total = sumOf(Object.values(realised))
  const known = sumOf(parts.map(({ id }) => realised[id] ?? 0))
  assert(known === total, 'every letting stands in one of the parts')
  const weights = parts.map((part) => weightOf(part, key))
  const all = sumOf(weights)
  assert(all > 0, 'there is something to divide by')
  return parts.map(({ id }, index) =>
    shareOf(id, realised[id] ?? 0, (total * (weights[index] ?? 0)) / all),
  )
}

/**
 * Dissimilarity index (spreidingsmaat) D: the share of the lettings that would have to stand elsewhere to
 * follow the stock. 0 is in proportion; 1 less the part's share of the stock when all land in one part.
 */
export function dissimilarity(parts: readonly Part[], realised: Realised): number {
  const total = sumOf(parts.map(({ id }) => realised[id] ?? 0))
  const stock = sumOf(parts.map((part) => part.stock))
  const gaps = parts.map((part) => Math.abs((realised[part.id] ?? 0) / total - part.stock / stock))
  return sumOf(gaps) / 2
}

/** Where the lettings of a list stand, or whose they are. */
export function realisedBy<Record>(
  lettings: readonly Record[],
  partOf: (letting: Record) => string,
): Realised {
  const counts: { [id: string]: number } = {}
  for (const letting of lettings) counts[partOf(letting)] = (counts[partOf(letting)] ?? 0) + 1
  return counts
}

function weightOf({ stock, vacancies, publicAreaWeight }: Part, key: FairShareKey): number {
  switch (key) {
    case 'stock':
      return stock
    case 'vacancies':
      return vacancies
    case 'public-area':
      return publicAreaWeight * stock
  }
}

// Rounded outward: a small count is rather called chance than blamed on somebody.
function shareOf(id: string, realised: number, target: number): FairShare {
  const spread = 2 * Math.sqrt(target)
  const band = {
    low: Math.max(0, Math.floor(target - spread)),
    high: Math.ceil(target + spread),
  }
  return {
    id,
    realised,
    target,
    ratio: target > 0 ? realised / target : null,
    band,
    withinBand: realised >= band.low && realised <= band.high,
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0)
}
