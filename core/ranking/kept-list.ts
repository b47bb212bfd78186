/**
 * What is kept of a list beside its receipt, for everybody who looks up their own place: a head that all share,
 * and a row for each, so that telling somebody why they stand where they stand reads one row. Both follow from the
 * list that the receipt holds and from nothing else; an audit makes them again from the receipt.
 */
import { type CalendarDate, partsOf } from '../basics/calendar-date.ts'
import type { Facts, Value } from '../basics/facts.ts'
import { type Bound, bind } from './bind.ts'
import type { Case } from './case.ts'
import type { Ahead } from './explain-place.ts'
import { type OwnPart, ownParts, tieAround, whyNotPlaced } from './own-part.ts'
import type { Prepared } from './prepare.ts'
import { type Ranking, rankGathered } from './rank-listing.ts'

/** What a list was decided under, and its counts. */
export type ListHead = {
  readonly decided: Omit<Case, 'candidates' | 'seed'>
  /** Hashes of the rule books. */
  readonly rules: readonly string[]
  /** Names of the values in the rows, in their order. */
  readonly names: readonly string[]
  readonly undrawn: readonly (readonly [from: number, to: number])[]
  /** How many were placed, by group and by the year they are registered since. */
  readonly tiers: readonly (readonly [tier: string, count: number])[]
  readonly years: readonly (readonly [year: number, count: number])[]
  /** Since when the first ten are registered; empty where it are fewer, or not known of each of them. */
  readonly firstTen: readonly CalendarDate[]
}

/** One candidate of a list. */
export type ListRow = {
  readonly person: string
  readonly place: number | undefined
  readonly tier: string | undefined
  /** Why they are not on the list: the first reason of all. */
  readonly code: string | undefined
  readonly kept: KeptPart
}

/** Values in the order of the names, what put others ahead, and the position of their group, or why there is none. */
export type KeptPart = readonly [
  cells: readonly (Value | null)[],
  ahead: readonly (readonly [code: Ahead['code'], name: string, count: number])[],
  group: number | Exclude<OwnPart['outcome'], 'placed'>,
]

/** Of fewer people it would tell about one of them. */
const tenFirst = 10

export function headOf(ranking: Ranking, rules: readonly string[]): ListHead {
  const { case: made, bound, order, admitted, values, undrawn } = ranking
  const { on, moments, listing, quotas, judgements } = made
  const placed = Array.from(order.sorted, (entry) => values[admitted[entry] ?? 0])
  const since = placed.map((seeker) => registeredOn(seeker)).filter((each) => each !== undefined)
  const tiers = Array.from(
    order.sorted,
    (entry) => bound.tiers[order.tiers[entry] ?? 0]?.name ?? 'none',
  )
  return {
    decided: { on, moments, listing, quotas, judgements },
    ...{ rules, names: bound.names, undrawn },
    tiers: countsOf(tiers),
    years: countsOf(since.map((each) => partsOf(each).year)).toSorted(([a], [b]) => a - b),
    firstTen: firstTenOf(placed),
  }
}

function firstTenOf(placed: readonly (Facts | undefined)[]): CalendarDate[] {
  const known = placed.slice(0, tenFirst).flatMap((seeker) => registeredOn(seeker) ?? [])
  return known.length === tenFirst ? known : []
}

function registeredOn(seeker: Facts | undefined): CalendarDate | undefined {
  const since = seeker?.['registered-on']
  // @NOTE `registered-on` is a date, and dates are whole days.
  return typeof since === 'number' ? (since as CalendarDate) : undefined
}

function countsOf<Of>(all: readonly Of[]): [Of, number][] {
  const counts = new Map<Of, number>()
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts]
}

/** The row of every candidate. */
export function* rowsOf(ranking: Ranking): Generator<ListRow> {
  const { bound } = ranking
  for (const { id, part } of ownParts(ranking)) {
    const { placed, seeker, outcome } = part
    const tier = placed && bound.tiers[placed.tier]?.name
    yield {
      person: id,
      place: placed?.place,
      tier,
      code: placed ? undefined : whyNotPlaced(part)[0]?.code,
      kept: [
        bound.names.map((name) => seeker[name] ?? null),
        (placed?.ahead ?? []).map(({ code, name, count }) => [code, name, count]),
        placed?.tier ?? (outcome === 'undecided' ? outcome : 'excluded'),
      ],
    }
  }
}

/** The rules as they were bound for a list; undefined where these rules have none for it. */
export function boundUnder(prepared: Prepared, { decided }: ListHead): Bound | undefined {
  return bind(prepared, decided)
}

/** The part of one person from what was kept for them. */
export function partFromRow(
  bound: Bound,
  { names, undrawn }: ListHead,
  {
    place,
    total,
    kept: [cells, ahead, group],
  }: Pick<ListRow, 'place' | 'kept'> & { readonly total: number },
): OwnPart {
  const seeker: Facts = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? undefined]))
  if (place === undefined || typeof group === 'string') {
    const outcome = group === 'undecided' ? group : 'excluded'
    return { bound, seeker, total, placed: undefined, outcome }
  }
  const placed = {
    ...{ place, tier: group, tie: tieAround(undrawn, place) },
    ahead: ahead.map(([code, name, count]) => ({ code, name, count })),
  }
  return { bound, seeker, total, placed, outcome: 'placed' }
}

/**
 * Whether the rules, asked again with the values that were kept, decide the same about this person: in or out,
 * and in which group; and what put others ahead comes to their place.
 */
export function isDecidedAgain({ decided }: ListHead, { bound, seeker, outcome, placed }: OwnPart) {
  // Who they are and how they lived is no part of it: the values say all.
  const { order, undecided } = rankGathered(bound, { ...decided, candidates: [] }, [], [seeker])
  if (!placed) {
    return order.sorted.length === 0 && undecided.length > 0 === (outcome === 'undecided')
  }
  const ahead = placed.ahead.reduce((sum, { count }) => sum + count, 0)
  // Whoever is kept out stands in no group at all.
  return order.tiers[0] === placed.tier && ahead === placed.place - 1
}
