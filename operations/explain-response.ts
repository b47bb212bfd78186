/**
 * Why somebody has this place (waarom deze plek): told from what was kept of the list for them when it was made,
 * in the same moment as its receipt, and decided once more for them alone.
 */
import { yearsBetween } from '../core/basics/calendar-date.ts'
import type { Bound } from '../core/ranking/bind.ts'
import { type Change, foreseeChanges } from '../core/ranking/foresee-change.ts'
import {
  boundUnder,
  headOf,
  isDecidedAgain,
  type ListHead,
  type ListRow,
  partFromRow,
  rowsOf,
} from '../core/ranking/kept-list.ts'
import type { OwnPart } from '../core/ranking/own-part.ts'
import type { Ranking } from '../core/ranking/rank-listing.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { lotsHeldBy } from '../store/draws.ts'
import { type EventReceipt, receiptOfEvent } from '../store/events.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { candidatesBefore } from '../store/people.ts'
import {
  listHeadOf,
  ownRowOf,
  type RankingFigures,
  rankingFiguresOf,
  receiptOf,
} from '../store/rankings.ts'
import { responseOf, type StoredResponse } from '../store/responses.ts'
import { type Actor, type Refusal, refuse, type Setting } from './operation.ts'
import { type Provisional, provisionalPlace } from './provisional-place.ts'
import { rankingFrom } from './ranking-of-listing.ts'
import { readFile } from './read-file.ts'
import { rulesUnder } from './rules-for-listing.ts'

export type ExplainedResponse = {
  readonly home: ShownHome
  readonly response: StoredResponse
  /** The response as it stands in the log. */
  readonly receipt: EventReceipt | undefined
  /** Whether they hold a lot in a draw of it. */
  readonly hasLots: boolean
  /** Where the rules show it while the listing is open. */
  readonly provisional: Provisional | undefined
  /** Nothing while the listing has not closed, or for who withdrew before it did. */
  readonly explained:
    | {
        readonly part: OwnPart
        readonly figures: RankingFigures
        readonly changes: readonly Change[]
        /** Decided once more, the rules say the same about this person. */
        readonly agrees: boolean
        /** For how many whole years the first ten are registered. */
        readonly firstTen: readonly number[]
      }
    | undefined
}

export async function explainResponse(
  setting: Setting,
  actor: Actor,
  person: string,
  listing: number,
): Promise<ExplainedResponse | Refusal> {
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const [home, response] = await Promise.all([
      homeOf(store, region, listing),
      responseOf(store, region, person, listing),
    ])
    if (!home || !response) return refuse('not-found')
    const isOnList = response.place !== null || response.code !== null
    const [receipt, lots, explained, provisional] = await Promise.all([
      receiptOfEvent(store, region, response.event),
      lotsHeldBy(store, region, listing, person),
      isOnList ? explain(setting, person, listing) : undefined,
      provisionalPlace(setting, person, home, response),
    ])
    return { home, response, receipt, hasLots: lots.length > 0, provisional, explained }
  })
}

async function explain(setting: Setting, person: string, listing: number) {
  const { store, region } = setting
  const [figures, list, own] = await Promise.all([
    rankingFiguresOf(store, region, listing),
    listOf(setting, listing),
    ownRowOf(store, region, listing, person),
  ])
  if (!figures || !list || !own) return undefined
  const { head, bound } = list
  const kept = own.kept ?? list.rows?.find((row) => row.person === person)?.kept
  if (!kept) return undefined
  const part = partFromRow(bound, head, { ...own, kept, total: figures.placed })
  const [candidate] =
    own.place === 1 ? [] : await candidatesBefore(store, region, [person], figures.event)
  const asked = { ...head.decided, candidates: [] }
  const { on } = head.decided
  return {
    ...{ part, figures, agrees: isDecidedAgain(head, part) },
    changes: candidate ? foreseeChanges(bound, asked, candidate) : [],
    firstTen: head.firstTen.map((since) => yearsBetween(since, on)),
  }
}

/** A list as it is read by who is on it, and by the public. */
export type ReadList = {
  readonly head: ListHead
  readonly bound: Bound
  /** Only where they were not kept beside the list. */
  readonly rows?: readonly ListRow[]
}

/** Thousands may open one result in a minute, and thousands of results are there: heads are small. */
const kept = new Map<string, ReadList>()
const keptMax = 200
/** Lists that were looked at once of late: what nobody else looks at is not kept, for to sweep it away takes longer. */
const seenOnce = new Set<string>()
const seenMax = 2_000

/** What was kept of a list; made again from its receipt where it is of before that. Undefined without a list. */
export async function listOf(setting: Setting, listing: number): Promise<ReadList | undefined> {
  const { store, region } = setting
  const key = `${region} ${listing}`
  const known = kept.get(key)
  if (known) return known
  const head = await listHeadOf(store, region, listing)
  if (!head) return listOfBefore(setting, listing)
  const { prepared } = await rulesUnder(setting, head.rules, head.decided.on)
  const bound = boundUnder(prepared, head)
  if (!bound) throw new Error('broken promise: rules that made a list are bound to it again')
  if (seenOnce.delete(key)) {
    const [oldest] = kept.keys()
    if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
    kept.set(key, { head, bound })
  } else {
    if (seenOnce.size >= seenMax) seenOnce.clear()
    seenOnce.add(key)
  }
  return { head, bound }
}

async function listOfBefore(
  { store, region }: Setting,
  listing: number,
): Promise<ReadList | undefined> {
  if ((await receiptOf(store, region, listing)) === undefined) return undefined
  const ranking = await replay(store, region, listing)
  return { head: headOf(ranking, []), bound: ranking.bound, rows: [...rowsOf(ranking)] }
}

/** The list as its receipt has it, decided again. */
export async function replay(
  store: Store | InTransaction,
  region: string,
  listing: number,
): Promise<Ranking> {
  const receipt = await receiptOf(store, region, listing)
  if (receipt === undefined) throw new Error(`listing ${listing} has a list and no receipt`)
  return rankingFrom(receipt)
}
