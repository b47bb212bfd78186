/**
 * Why somebody has this place (waarom deze plek): the list is made again from its receipt, with the rules and
 * values that stand in it, and read for one person.
 */
import { type CalendarDate, yearsBetween } from '../core/basics/calendar-date.ts'
import { type Change, foreseeChanges } from '../core/ranking/foresee-change.ts'
import { placedIds, type Ranking } from '../core/ranking/rank-listing.ts'
import type { InTransaction, Store } from '../store/database.ts'
import { lotsHeldBy } from '../store/draws.ts'
import { type EventReceipt, receiptOfEvent } from '../store/events.ts'
import { homeOf, type ShownHome } from '../store/homes.ts'
import { type RankingHead, rankingHeadOf, receiptOf } from '../store/listings.ts'
import { candidatesBefore } from '../store/people.ts'
import { responsesOf, type StoredResponse } from '../store/responses.ts'
import { type Actor, type Refusal, refuse, type Setting } from './operation.ts'
import { rankingFrom } from './ranking-of-listing.ts'
import { readFile } from './read-file.ts'

export type ExplainedResponse = {
  readonly home: ShownHome
  readonly response: StoredResponse
  /** The response as it stands in the log. */
  readonly receipt: EventReceipt | undefined
  /** Whether they hold a lot in a draw of it. */
  readonly hasLots: boolean
  /** Nothing while the listing has not closed, or for who withdrew before it did. */
  readonly explained:
    | {
        readonly ranking: Ranking
        readonly head: RankingHead
        readonly changes: readonly Change[]
        /** Made again, the list has this person where they were told they stand. */
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
    const [home, [response]] = await Promise.all([
      homeOf(store, region, listing),
      responsesOf(store, region, person, listing),
    ])
    if (!home || !response) return refuse('not-found')
    const receipt = await receiptOfEvent(store, region, response.event)
    const hasLots = (await lotsHeldBy(store, region, listing, person)).length > 0
    const isOnList = response.place !== null || response.code !== null
    if (!isOnList) return { home, response, receipt, hasLots, explained: undefined }
    return {
      ...{ home, response, receipt, hasLots },
      explained: await explain(setting, person, response),
    }
  })
}

async function explain(
  { store, region }: Setting,
  person: string,
  { listing, place }: StoredResponse,
) {
  const head = await rankingHeadOf(store, region, listing)
  if (!head) return undefined
  const ranking = await replayed(store, region, head)
  const [candidate] = await candidatesBefore(store, region, [person], head.event)
  const found = placedIds(ranking).indexOf(person) + 1
  const isFirst = found === 1
  const changes =
    candidate && !isFirst ? foreseeChanges(ranking.bound, ranking.case, candidate) : []
  return {
    ranking,
    head,
    changes,
    agrees: found === (place ?? 0),
    firstTen: yearsRegistered(ranking),
  }
}

const bandMin = 10

// Whole years, and only where there are ten: of fewer people it would tell about one of them.
function yearsRegistered({ order, admitted, values, case: { on } }: Ranking): number[] {
  if (order.sorted.length < bandMin) return []
  return Array.from(order.sorted.subarray(0, bandMin), (entry) => {
    const since = values[admitted[entry] ?? 0]?.['registered-on']
    // @NOTE `registered-on` is a date, and dates are whole days.
    return typeof since === 'number' ? yearsBetween(since as CalendarDate, on) : Number.NaN
  }).filter((each) => !Number.isNaN(each))
}

// Thousands may open the same result in the minute after the close; the list is made again once.
const kept = new Map<string, Promise<Ranking>>()
const keptMax = 8

async function replayed(
  store: Store | InTransaction,
  region: string,
  { hash, listing }: RankingHead,
): Promise<Ranking> {
  const known = kept.get(hash)
  if (known) return known
  const made = replay(store, region, listing)
  const [oldest] = kept.keys()
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
  kept.set(hash, made)
  made.catch(() => kept.delete(hash))
  return made
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
