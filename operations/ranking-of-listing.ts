/** The list of a listing as it was decided (ranglijst), read back from its receipt. */
import { bind } from '../core/ranking/bind.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import { readReceipt } from '../policies/load-receipt.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { receiptOf } from '../store/rankings.ts'

/** Lists that were read lately; a list never changes once it is made. */
const kept = new Map<string, Ranking>()
const keptMax = 20

/** Undefined while no list was made. */
export async function rankingOf(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<Ranking | undefined> {
  const receipt = await receiptOf(store, region, listing)
  if (receipt === undefined) return undefined
  const known = kept.get(receipt)
  if (known) return known
  const ranking = rankingFrom(receipt)
  if (kept.size >= keptMax) kept.delete(kept.keys().next().value ?? '')
  kept.set(receipt, ranking)
  return ranking
}

/** Decides a receipt again; the outcome is what stands on it. */
export function rankingFrom(receipt: string): Ranking {
  const read = readReceipt(receipt, 'receipt')
  if ('decided' in read) {
    const { rules, decided, values } = read
    const bound = bind(prepare(rules), decided)
    if (bound) return rankGathered(bound, decided, decided.candidates, values)
  }
  throw new Error('a receipt that we wrote ourselves cannot be read')
}
