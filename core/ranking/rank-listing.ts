/**
 * Ranks the people who responded to a listing (rangorde): bind the rules to it, gather what they read,
 * admit or exclude, group, order. Same case, same rules: same result, whatever the order of the input.
 * Complexity: O(n x rules + n log n).
 */

import { compareText } from '../basics/bytewise.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { Facts } from '../basics/facts.ts'
import { unknown, yes } from '../policy/condition.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { Gate } from '../policy/kinds/requirement.ts'
import { rulesOf } from '../policy/resolve.ts'
import { still, valueAt } from '../policy/timeline.ts'
import type { Candidate } from '../seekers/candidate.ts'
import { assignTiers, type Tiers } from './assign-tier.ts'
import { type Bound, bind } from './bind.ts'
import type { Case } from './case.ts'
import { type Unmet, unmetAt } from './check-eligibility.ts'
import { withCounted } from './count-assignment.ts'
import { compareLotKeys, type LotKey, lotKeyUnder } from './draw-lots.ts'
import { answerTo, gather } from './gather.ts'
import {
  type Contenders,
  drawTies,
  type LotKeyOf,
  type Order,
  orderCandidates,
} from './order-candidates.ts'
import { lotsFor } from './order-holders.ts'
import type { Prepared } from './prepare.ts'

export type Ranking = {
  readonly case: Case
  readonly bound: Bound
  /** In byte order of their ids, so that the order of the input cannot matter. */
  readonly candidates: readonly Candidate[]
  /** Values gathered per candidate, or of somebody who is alike to the rules. */
  readonly values: readonly Facts[]
  /** Positions of the candidates that were admitted; `order` counts among these. */
  readonly admitted: Uint32Array
  readonly applied: Uint32Array
  readonly order: Order
  /** Positions of those kept out, of whom some only by unknown facts. */
  readonly excluded: readonly number[]
  readonly undecided: readonly number[]
  /** Ties that wait for a lot, for want of a seed or a weight: the order inside them is no decision. */
  readonly undrawn: Order['ties']
}

/** Undefined when the rules have no ranking for this model and listing. */
export function rankListing(prepared: Prepared, ranked: Case): Ranking | undefined {
  const bound = bind(prepared, ranked)
  if (!bound) return undefined
  const candidates = ranked.candidates.toSorted((a, b) => compareText(a.id, b.id))
  const values = gather(bound, candidates, ranked)
  return rankGathered(bound, ranked, candidates, values)
}

/**
 * The same from values gathered before, as a simulator or a replay has them. Lots may be left until somebody
 * asks who stands there: a lot never moves anybody out of their tie.
 */
export function rankGathered(
  bound: Bound,
  ranked: Case,
  candidates: readonly Candidate[],
  gathered: readonly Facts[],
  lots: 'drawn' | 'when-asked' = 'drawn',
): Ranking {
  const values = withCounted(bound, gathered)
  return placeAll(bound, ranked, candidates, { values, ...standingsOf(bound, values) }, lots)
}

type Standings = Tiers & {
  /** Whether each is admitted. */
  readonly truths: Uint8Array
}

function standingsOf(bound: Bound, values: readonly Facts[]): Standings {
  const admit = bound.prepared.all(bound.gateRules.get('respond') ?? [])
  const truths = new Uint8Array(values.length)
  values.forEach((seeker, position) => {
    truths[position] = admit(seeker, bound.home)
  })
  return { truths, ...assignTiers(bound, values, truths) }
}

type Standing = Standings & { readonly values: readonly Facts[] }

function placeAll(
  bound: Bound,
  ranked: Case,
  candidates: readonly Candidate[],
  { values, truths, tiers, applied }: Standing,
  lots: 'drawn' | 'when-asked',
): Ranking {
  const excluded: number[] = []
  const undecided: number[] = []
  const all = new Uint32Array(truths.length)
  let count = 0
  for (let position = 0; position < truths.length; position += 1) {
    const truth = truths[position]
    if (truth === yes) {
      all[count] = position
      count += 1
    } else if (truth === unknown) undecided.push(position)
    else excluded.push(position)
  }
  const admitted = all.subarray(0, count)
  const admittedCandidates = at(admitted, candidates)
  const seekers = at(admitted, values)
  const contenders: Contenders = {
    seekers,
    tiers: into(new Uint8Array(count), admitted, tiers),
    chosen: chosenOf(bound, ranked, count, (place) => admittedCandidates[place]?.id ?? ''),
  }
  const order = orderCandidates(
    bound,
    contenders,
    lots === 'drawn' ? lotKeyAmong(bound, ranked, admittedCandidates, seekers) : undefined,
  )
  return {
    case: ranked,
    bound,
    candidates,
    values,
    admitted,
    applied: into(new Uint32Array(count), admitted, applied),
    order,
    excluded,
    undecided,
    undrawn: order.ties.filter(([from]) => order.lots[order.sorted[from] ?? 0] === undefined),
  }
}

function into<Numbers extends Uint8Array | Uint32Array | Float64Array>(
  empty: Numbers,
  positions: Uint32Array,
  all: Numbers,
): Numbers {
  for (let each = 0; each < positions.length; each += 1) {
    empty[each] = all[positions[each] as number] as number
  }
  return empty
}

/** Draws lots for the tie at an index of the order, where they were left until asked. */
export function settleTieAt(ranking: Ranking, index: number): void {
  const { order, bound, case: ranked, candidates, values, admitted } = ranking
  for (const [from, to] of order.ties) {
    if (from > index) return
    if (index >= to || order.lots[order.sorted[from] ?? 0] !== undefined) continue
    const keyOf = lotKeyAmong(bound, ranked, at(admitted, candidates), at(admitted, values))
    const lots = keyOf ? drawTies(order.sorted, [[from, to]], bound, order.tiers, keyOf) : []
    for (const position of order.sorted.subarray(from, to)) order.lots[position] = lots[position]
  }
}

// Written as a loop: it runs for every candidate of every home.
function at<Each>(positions: Iterable<number>, all: ArrayLike<Each>): Each[] {
  const found: Each[] = []
  for (const position of positions) {
    const each = all[position]
    if (each !== undefined) found.push(each)
  }
  return found
}

/** Ids in order of place. */
export function placedIds({ order, admitted, candidates }: Ranking): string[] {
  // Looked up first in the order of the candidates, who are read fastest as they lie in memory.
  const ids = Array.from(admitted, (position) => candidates[position]?.id ?? '')
  return Array.from(order.sorted, (entry) => ids[entry] ?? '')
}

/** Why somebody was kept out, every requirement of it. */
export function whyNot(ranking: Ranking, position: number): Unmet[] {
  return unmetOf(ranking, 'respond', position)
}

/** Who can be offered the home, in order, and what stops the others at the offer. */
export function offersInOrder(
  ranking: Ranking,
): { readonly id: string; readonly unmet: Unmet[] }[] {
  return Array.from(ranking.order.sorted, (entry) => {
    const position = ranking.admitted[entry] ?? 0
    return {
      id: ranking.candidates[position]?.id ?? '',
      unmet: unmetOf(ranking, 'be-offered', position),
    }
  })
}

function unmetOf({ bound, values }: Ranking, gate: Gate, position: number): Unmet[] {
  const seeker = values[position]
  return seeker ? unmetAt(bound, gate, seeker) : []
}

/** Positions in the order people chose them, per judgement, among so many of whom each has an id. */
function chosenOf(
  bound: Bound,
  ranked: Case,
  count: number,
  idAt: (position: number) => string,
): ReadonlyMap<string, readonly number[]> {
  const chosen = rulesOf(bound.prepared.rules, 'judgement').flatMap(({ rule }) => {
    const ids = idsChosen(bound, ranked, rule.id)
    if (ids.length === 0) return []
    const places = new Map(Array.from({ length: count }, (_, at) => [idAt(at), at]))
    return [[rule.id, ids.flatMap((id) => places.get(id) ?? [])] as const]
  })
  return new Map(chosen)
}

/** The ids that people chose in a judgement on the listing, in their order; none where they did not answer. */
export function idsChosen({ prepared }: Bound, { judgements, on }: Case, id: string): string[] {
  const rule = prepared.rules.byId.get(id)?.rule
  if (rule?.kind !== 'judgement' || rule.about !== 'listing') return []
  const answer = answerTo(rule, judgements[id]?.listing, on)?.answer
  return answer === undefined ? [] : (typeof answer === 'object' ? answer : [answer]).map(String)
}

function lotKeyAmong(
  bound: Bound,
  ranked: Case,
  candidates: readonly Candidate[],
  seekers: readonly Facts[],
): LotKeyOf | undefined {
  return lotKeyOf(
    bound,
    ranked,
    (position) => candidates[position],
    (position) => seekers[position],
  )
}

/** A weighted person holds as many lots as their weight; the best of them counts. */
export function lotKeyOf(
  { home, prepared }: Bound,
  { seed, on }: Case,
  candidateAt: (position: number) => Candidate | undefined,
  seekerAt: (position: number) => Facts | undefined,
): LotKeyOf | undefined {
  if (!seed) return undefined
  const keyOf = lotKeyUnder(seed)
  return (position, key) => {
    const candidate = candidateAt(position)
    const weight =
      key.weights === 'equal' ? 1 : weightOf(key, home, seekerAt(position), prepared, on)
    if (candidate && !candidate.lots && weight === 1) return keyOf(candidate.id)
    const lots =
      candidate?.lots ?? (weight === undefined ? [] : lotsFor(candidate?.id ?? '', weight))
    let best: LotKey | undefined
    for (const lot of lots) {
      const drawn = keyOf(lot)
      if (best === undefined || compareLotKeys(drawn, best) < 0) best = drawn
    }
    return best
  }
}

/** How many lots somebody holds under a key that draws them; undefined where that is not known. */
export function weightOf(
  { weights }: Key & { readonly by: 'lot' },
  home: Facts,
  seeker: Facts | undefined,
  prepared: Prepared,
  on: CalendarDate,
): number | undefined {
  if (weights === 'equal') return 1
  const weight = valueAt(still({ ...home, ...seeker }, prepared), weights.ref, on)
  return typeof weight === 'number' ? weight : undefined
}
