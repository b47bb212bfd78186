/**
 * Decides again what a receipt holds (naspelen), with nothing but the receipt: who reads it needs no database
 * and no trust. What differs comes back as faults, each named.
 */
import type { Json } from '../core/basics/canonical-json.ts'
import { firstDifference, shortly } from '../core/basics/first-difference.ts'
import { hex, sha256 } from '../core/basics/sha256.ts'
import type { AuditFault } from '../core/oversight/audit-fault.ts'
import { bind } from '../core/ranking/bind.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { placedIds, type Ranking, rankGathered } from '../core/ranking/rank-listing.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import { type LoadedReceipt, readReceipt } from '../policies/load-receipt.ts'

export type DecidedAgain = {
  /** Which listing the receipt is about, as far as it can be read. */
  readonly listing: string
  /** The engine that made it. */
  readonly engine: string
  readonly candidates: readonly string[]
  /** Who is placed when it is decided again, in order. */
  readonly placed: readonly string[]
  /** Hashes of the rule books it went by, as they are on the receipt. */
  readonly rules: readonly string[]
  /** The list as it came out again; undefined where there was none. */
  readonly ranking: Ranking | undefined
  readonly faults: readonly AuditFault[]
}

/** Decides a receipt again and compares every byte; `listing` names it where it does not name itself. */
export function decideAgain(text: string, listing = '?'): DecidedAgain {
  const loaded = readReceipt(text, 'receipt.json')
  if (!('decided' in loaded)) {
    const path = loaded[0]?.path ?? ''
    return {
      ...{ listing, engine: '', candidates: [], placed: [], rules: [], ranking: undefined },
      faults: [{ code: 'receipt-unreadable', facts: { listing, path } }],
    }
  }
  const { decided, origin, altered } = loaded
  const again = rankAgain(loaded)
  const about = decided.listing.id
  return {
    listing: about,
    engine: origin.engine,
    candidates: decided.candidates.map(({ id }) => id),
    placed: again?.placed ?? [],
    ranking: again?.ranking,
    rules: origin.sources.map(({ hash }) => hash),
    faults: [
      ...altered.map(
        (book): AuditFault => ({ code: 'rule-book-altered', facts: { listing: about, book } }),
      ),
      ...outcomeFaults(text, again?.receipt, about),
    ],
  }
}

function rankAgain({ rules, decided, values, origin }: LoadedReceipt) {
  const bound = bind(prepare(rules), decided)
  if (!bound) return undefined
  const ranking = rankGathered(bound, decided, decided.candidates, values)
  return {
    ranking,
    placed: placedIds(ranking),
    receipt: [...receiptText(ranking, origin)].join(''),
  }
}

function outcomeFaults(then: string, now: string | undefined, listing: string): AuditFault[] {
  if (now === undefined) return [{ code: 'no-ranking', facts: { listing } }]
  if (now === then) return []
  const [before, after]: Json[] = [JSON.parse(then), JSON.parse(now)]
  const found = firstDifference(before, after)
  if (!found) return [{ code: 'not-canonical', facts: { listing } }]
  const { path } = found
  const facts = { listing, path, before: shortly(found.before), after: shortly(found.after) }
  return [{ code: 'decided-otherwise', facts }]
}

/** What an event says about the decision it stands for; undefined where it stands for none. */
export function decisionIn(
  body: string,
): { readonly receipt: string; readonly rules: readonly string[] | undefined } | undefined {
  try {
    const { receipt, rules } = JSON.parse(body)
    if (typeof receipt !== 'string') return undefined
    return { receipt, rules: Array.isArray(rules) ? rules.map(String).toSorted() : undefined }
  } catch {
    return undefined
  }
}

/**
 * Decides again, and holds the receipt to what the log said when it was made. After a draw the event names no
 * rules: `rules` are those under which the listing was closed.
 */
export function checkDecision(
  receipt: string,
  event: { readonly body: string },
  listing: string,
  rules?: readonly string[],
): DecidedAgain {
  const again = decideAgain(receipt, listing)
  const said = decisionIn(event.body)
  const faults: AuditFault[] = []
  if (hex(sha256(receipt)) !== said?.receipt || again.listing !== listing) {
    faults.push({ code: 'receipt-altered', facts: { listing } })
  }
  const of = said?.rules ?? rules?.toSorted()
  if (again.rules.length > 0 && of && again.rules.toSorted().join() !== of.join()) {
    faults.push({ code: 'other-rules', facts: { listing } })
  }
  return { ...again, faults: [...faults, ...again.faults] }
}
