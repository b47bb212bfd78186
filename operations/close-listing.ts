/**
 * A listing closes (sluiten): everybody who responded is ranked by the rules it was made known under, and the
 * list is kept with its receipt. It happens once, at the minute, by whichever process comes first. Where only
 * a lot can tell people apart, the lots are committed first, and a public round after the close draws them.
 */
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import { hex } from '../core/basics/sha256.ts'
import { keepQuotas } from '../core/ranking/keep-quotas.ts'
import { headOf, rowsOf } from '../core/ranking/kept-list.ts'
import type { Prepared } from '../core/ranking/prepare.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import { type Origin, receiptText } from '../core/ranking/receipt.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { type KeptReceipt, keepReceipt } from '../store/kept-receipt.ts'
import { assignmentsSince } from '../store/lettings.ts'
import { listingOf, type StoredListing, setListingState } from '../store/listings.ts'
import { saveRanking } from '../store/rankings.ts'
import { commitDraw } from './commit-draw.ts'
import { type Doing, type Refusal, refuse, type Setting } from './operation.ts'
import { type Question, rankResponding } from './rank-responding.ts'
import { countsSince, rulesUnder } from './rules-for-listing.ts'
import { tellList } from './tell-list.ts'

export type Closed = {
  readonly listing: number
  readonly candidates: number
  readonly placed: number
  /** When the lots can be drawn, where a lot decides. */
  readonly drawnFrom?: Date
}

/** Closes a listing whose time has come; a refusal says why there was nothing to close. */
export async function closeListing(doing: Doing, id: number): Promise<Closed | Refusal> {
  const { transaction, region, at, setting } = doing
  const listing = await listingOf(transaction, region, id, 'lock')
  if (!listing?.closesAt || listing.closesOn === undefined) return refuse('not-found')
  if (listing.state !== 'open') return refuse('already-closed')
  if (at < listing.closesAt) return refuse('still-open')
  const { prepared, books } = await rulesUnder(doing, listing.ruleBooks, listing.closesOn)
  const ranking = await rankResponding(doing, prepared, await questionOf(doing, listing, prepared))
  if (!ranking) return refuse('no-ranking', { listing: id })
  const receipt = keepReceipt(receiptText(ranking, originOf(setting, books)))
  const placed = ranking.order.sorted.length
  const closed = { listing: id, candidates: ranking.candidates.length, placed }
  const rules = listing.ruleBooks.toSorted()
  if (ranking.undrawn.length > 0) return commitDraw(doing, { ranking, receipt, closed, rules })
  const event = await doing.write({
    kind: 'listing-closed',
    open: { ...closed, receipt: hex(receipt.hash), rules },
  })
  await keepRanking(doing, { listing: id, on: listing.closesOn, event, receipt, ranking, rules })
  return closed
}

/** Where a decision comes from, as its receipt says. */
export function originOf({ engine }: Setting, books: readonly LoadedBook[]): Origin {
  return {
    engine,
    sources: books.map(({ book, hash, document }) => ({
      ...{ book: book.book, hash, document: document.value },
    })),
  }
}

/** Keeps a list that was decided, tells everybody their result, and lets offers be made from it. */
export async function keepRanking(
  doing: Doing,
  made: {
    readonly listing: number
    readonly on: CalendarDate
    readonly event: number
    readonly receipt: KeptReceipt
    readonly ranking: Ranking
    /** Hashes of the rule books it was made by. */
    readonly rules: readonly string[]
  },
): Promise<void> {
  const { transaction, region } = doing
  const { listing, on, event, receipt, ranking, rules } = made
  await saveRanking(transaction, region, {
    ...{ listing, event, on, hash: receipt.hash },
    ...{ candidates: ranking.candidates.length, placed: ranking.order.sorted.length },
    ...{ head: headOf(ranking, rules), receipt: receipt.zipped, rows: rowsOf(ranking) },
  })
  await setListingState(transaction, region, listing, 'closed')
  await tellList(doing, { listing, code: 'result' })
}

async function questionOf(
  doing: Doing,
  listing: StoredListing,
  prepared: Prepared,
): Promise<Question> {
  const { transaction, region } = doing
  const { id, facts, closesOn: on, inVainSince } = listing
  if (on === undefined) throw new Error(`listing ${id} has no day on which it closes`)
  const quotas = keepQuotas(prepared)
  for (const each of await assignmentsSince(transaction, region, countsSince(on)))
    quotas.count(each)
  return {
    on,
    moments: { 'listing-closed': on, 'ranking-made': on },
    listing: {
      ...{ id: String(id), facts, closes: on },
      ...(inVainSince !== undefined && { in_vain_since: inVainSince }),
    },
    quotas: quotas.on(on),
    judgements: {},
  }
}
