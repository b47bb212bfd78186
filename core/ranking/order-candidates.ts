/**
 * The order of candidates (rangorde) as a list of levels: who goes to the end, which quota is behind,
 * the tier, and then the keys of that tier. A level is one number per candidate, less is ahead; the
 * order is lexicographic over the levels, so every place splits exactly into reasons. The lot comes
 * last and is drawn only for those whom nothing else separates.
 *
 * Complexity: O(n x levels) to fill, O(n log n) to sort, O(n) memory per level.
 */
import type { Facts, Value } from '../basics/facts.ts'
import { yes } from '../policy/condition.ts'
import type { Key } from '../policy/kinds/ranking.ts'
import type { PlaceCode } from '../policy/reason-code.ts'
import type { Bound, BoundTier } from './bind.ts'
import { seekerAt } from './check-eligibility.ts'
import { type LotKey, orderOfKeys } from './draw-lots.ts'

/** One number per candidate; equal numbers are separated by the next level. */
export type Level = {
  readonly values: Float64Array
  /** What makes the difference: for one tier, where tiers have keys of their own. */
  reasonFor(tier: number): Reason
}

/** Why somebody is ahead: the code, and the rule or value it is about. */
export type Reason = { readonly code: PlaceCode; readonly name: string }

export type Order = {
  /** Positions of the candidates, first place first. */
  readonly sorted: Uint32Array
  readonly levels: readonly Level[]
  /** Which of the levels is the tier. */
  readonly tierLevel: number
  /** Tier of each candidate, by position. */
  readonly tiers: Uint8Array
  /** Lot keys by position, of the candidates that had to draw. */
  readonly lots: (LotKey | undefined)[]
  /** Places that only a lot can separate, as [first, after last]. */
  readonly ties: readonly (readonly [number, number])[]
}

export type Contenders = {
  readonly seekers: readonly Facts[]
  readonly tiers: Uint8Array
  /** Positions in the order people chose them, per judgement. */
  readonly chosen: ReadonlyMap<string, readonly number[]>
}

/** Undefined when it is not known how many lots somebody holds: then nobody can draw. */
export type LotKeyOf = (position: number, key: Key & { readonly by: 'lot' }) => LotKey | undefined

export function orderCandidates(bound: Bound, contenders: Contenders, lotKeyOf?: LotKeyOf): Order {
  const groups = groupLevels(bound, contenders)
  const levels = [...groups, tierLevel(bound, contenders), ...levelsWithin(bound, contenders)]
  const columns = levels.map(({ values }) => values)
  const sorted = sortPositions(columns, contenders.seekers.length)
  const ties = runsOfEqual(sorted, columns)
  const lots = lotKeyOf ? drawTies(sorted, ties, bound, contenders.tiers, lotKeyOf) : []
  return { sorted, levels, tierLevel: groups.length, tiers: contenders.tiers, lots, ties }
}

/** Positions in the order of the levels; equal ones in their own order. */
function sortPositions(columns: readonly Float64Array[], count: number): Uint32Array {
  const sorted = new Uint32Array(count)
  const packed = packLevels(columns, count)
  if (packed) {
    packed.sort()
    for (let place = 0; place < count; place += 1) sorted[place] = (packed[place] ?? 0) % count
    return sorted
  }
  for (let position = 0; position < count; position += 1) sorted[position] = position
  return sorted.sort((a, b) => compareOn(columns, a, b) || a - b)
}

/**
 * All levels and the position in one whole number per candidate, which sorts many times faster than a
 * comparison. Undefined where they do not fit in 53 bits, or hold parts of points.
 */
function packLevels(columns: readonly Float64Array[], count: number): Float64Array | undefined {
  const packed = new Float64Array(count)
  let room = Math.max(1, count)
  for (const column of columns) {
    const span = spanOf(column)
    if (!span) return undefined
    room *= span.size
    if (room > Number.MAX_SAFE_INTEGER) return undefined
    for (let position = 0; position < count; position += 1) {
      const value = column[position] ?? 0
      const digit = value === afterAll ? span.size - 1 : value - span.least
      packed[position] = (packed[position] ?? 0) * span.size + digit
    }
  }
  for (let position = 0; position < count; position += 1) {
    packed[position] = (packed[position] ?? 0) * count + position
  }
  return packed
}

// How many different whole numbers a level can hold, with one more for what is not known.
function spanOf(
  column: Float64Array,
): { readonly least: number; readonly size: number } | undefined {
  let least = afterAll
  let most = -afterAll
  for (const value of column) {
    if (value === afterAll) continue
    if (!Number.isSafeInteger(value)) return undefined
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, size: most < least ? 1 : most - least + 2 }
}

/** Puts each tie in the order of its lots; a tie of which one lot is not known waits. */
export function drawTies(
  sorted: Uint32Array,
  ties: Order['ties'],
  bound: Bound,
  tiers: Uint8Array,
  lotKeyOf: LotKeyOf,
): Order['lots'] {
  const lots = lotsOfTies(sorted, ties, bound, tiers, lotKeyOf)
  for (const [from, to] of ties) {
    const tied = sorted.slice(from, to)
    const keys: LotKey[] = []
    for (const position of tied) {
      const key = lots[position]
      if (key !== undefined) keys.push(key)
    }
    if (keys.length < tied.length) {
      for (const position of tied) lots[position] = undefined
    } else {
      orderOfKeys(keys).forEach((index, place) => {
        sorted[from + place] = tied[index] ?? 0
      })
    }
  }
  return lots
}

// In the order of the candidates: a million of them are read fastest as they lie in memory.
function lotsOfTies(
  sorted: Uint32Array,
  ties: Order['ties'],
  bound: Bound,
  tiers: Uint8Array,
  lotKeyOf: LotKeyOf,
): (LotKey | undefined)[] {
  const isTied = new Uint8Array(sorted.length)
  for (const [from, to] of ties) {
    for (const position of sorted.subarray(from, to)) isTied[position] = 1
  }
  const keys = bound.tiers.map((tier) => tier.keys.find(({ by }) => by === 'lot'))
  const lots = new Array<LotKey | undefined>(sorted.length).fill(undefined)
  for (let position = 0; position < sorted.length; position += 1) {
    const key = isTied[position] === 1 ? keys[tiers[position] ?? 0] : undefined
    if (key?.by === 'lot') lots[position] = lotKeyOf(position, key)
  }
  return lots
}

/** First level on which two candidates differ; the number of levels when only a lot can tell. */
export function firstDifference(columns: readonly Float64Array[], a: number, b: number): number {
  for (let level = 0; level < columns.length; level += 1) {
    const column = columns[level]
    if (column?.[a] !== column?.[b]) return level
  }
  return columns.length
}

function compareOn(columns: readonly Float64Array[], a: number, b: number): number {
  for (let level = 0; level < columns.length; level += 1) {
    const column = columns[level]
    const difference = (column?.[a] ?? 0) - (column?.[b] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function runsOfEqual(
  sorted: Uint32Array,
  columns: readonly Float64Array[],
): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = []
  let from = 0
  for (let place = 1; place <= sorted.length; place += 1) {
    const same =
      place < sorted.length && compareOn(columns, sorted[from] ?? 0, sorted[place] ?? 0) === 0
    if (same) continue
    if (place - from > 1) runs.push([from, place])
    from = place
  }
  return runs
}

// What goes before the tier.
function groupLevels(bound: Bound, contenders: Contenders): Level[] {
  return [
    ...demotionLevel(contenders, 'list'),
    ...bound.first.map(({ standing, counts }) =>
      level('quota-behind', contenders, standing.rule.id, (seeker) =>
        counts(seeker, bound.home) === yes ? 0 : 1,
      ),
    ),
  ]
}

// What tells those of one tier apart.
function levelsWithin(bound: Bound, contenders: Contenders): Level[] {
  return [...demotionLevel(contenders, 'tier'), ...keyLevels(bound, contenders)]
}

function level(
  code: PlaceCode,
  { seekers }: Contenders,
  name: string,
  numberFor: (seeker: Facts) => number,
): Level {
  const reason = { code, name }
  return { values: column(seekers, numberFor), reasonFor: () => reason }
}

// Filled by hand: `Float64Array.from` with a function takes several times as long.
function column(
  seekers: readonly Facts[],
  numberFor: (seeker: Facts, position: number) => number,
): Float64Array {
  const values = new Float64Array(seekers.length)
  for (let position = 0; position < seekers.length; position += 1) {
    values[position] = numberFor(seekers[position] ?? {}, position)
  }
  return values
}

function tierLevel({ tiers }: Bound, contenders: Contenders): Level {
  return {
    values: Float64Array.from(contenders.tiers),
    reasonFor: (tier) => ({ code: 'higher-tier', name: tiers[tier]?.name ?? 'none' }),
  }
}

// Somebody a sanction puts at the bottom: of the whole list, or of their own tier.
function demotionLevel(contenders: Contenders, to: 'tier' | 'list'): Level[] {
  const by = contenders.seekers.find((seeker) => seeker['demoted-to'] === to)?.['demoted-by']
  if (typeof by !== 'string') return []
  return [level('demoted', contenders, by, (seeker) => (seeker['demoted-to'] === to ? 1 : 0))]
}

/** Keys after the lot never decide: no two lots are equal. */
export function keysBeforeLot({ keys }: BoundTier): readonly Key[] {
  const lot = keys.findIndex(({ by }) => by === 'lot')
  return lot < 0 ? keys : keys.slice(0, lot)
}

function keyLevels(bound: Bound, contenders: Contenders): Level[] {
  const keysOf = bound.tiers.map(keysBeforeLot)
  const most = Math.max(0, ...keysOf.map((keys) => keys.length))
  return Array.from({ length: most }, (_, depth) => {
    const keys = keysOf.map((each) => each[depth])
    const readers = keys.map((key) => key && readerOf(key, bound, contenders.chosen))
    const reasons = keys.map(reasonOf)
    return {
      values: column(
        contenders.seekers,
        (seeker, position) => readers[contenders.tiers[position] ?? 0]?.(seeker, position) ?? 0,
      ),
      reasonFor: (tier) => reasons[tier] ?? byLot,
    }
  })
}

const byLot: Reason = { code: 'ahead-by-lot', name: 'lot' }

function reasonOf(key: Key | undefined): Reason {
  if (key === undefined || key.by === 'lot') return byLot
  return { code: key.by === 'chosen' ? 'chosen' : 'ahead-by-key', name: key.of }
}

/** What is not known goes after everything that is: unknown never overtakes. */
export const afterAll = Number.MAX_SAFE_INTEGER

export type Reader = (seeker: Facts, position: number) => number

export function readerOf(key: Key, bound: Bound, chosen: Contenders['chosen']): Reader {
  switch (key.by) {
    case 'earliest':
    case 'lowest':
      return numberReader(bound, key.of)
    case 'latest':
    case 'highest': {
      const read = numberReader(bound, key.of)
      return (seeker, position) => {
        const value = read(seeker, position)
        return value === afterAll ? afterAll : -value
      }
    }
    case 'in-order': {
      const read = valueReader(bound, key.of)
      return (seeker) => positionIn(key.values, read(seeker))
    }
    case 'chosen': {
      const places = new Map(chosen.get(key.of)?.map((position, place) => [position, place]))
      return (_, position) => places.get(position) ?? afterAll
    }
    case 'lot':
      return () => 0
  }
}

function numberReader(bound: Bound, name: string): Reader {
  const read = valueReader(bound, name)
  return (seeker) => numberOf(read(seeker)) ?? afterAll
}

// A definition or table is not gathered itself: it follows from the values that were.
function valueReader(bound: Bound, name: string): (seeker: Facts) => Value | undefined {
  const kind = bound.prepared.rules.byId.get(name)?.rule.kind
  if (kind !== 'definition' && kind !== 'parameter') return (seeker) => seeker[name]
  return (seeker) => seekerAt(bound, seeker).read(name)
}

function positionIn(values: readonly Value[], found: Value | undefined): number {
  const index = found === undefined ? -1 : values.indexOf(found)
  return index < 0 ? values.length : index
}

/** The number by which a value orders people. */
export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : undefined
}
