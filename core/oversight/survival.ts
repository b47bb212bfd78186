/**
 * How long searches last (overleving), for searches that are still going on too. A search ends in a home,
 * or in giving up: two ends that compete. Kaplan-Meier answers "how long would it take who goes on
 * searching"; Aalen-Johansen answers "how many got a home by then", where giving up is no home.
 */
import { normal95 } from './distribution.ts'
import type { SearchRecord } from './record.ts'

export const daysPerYear = 365.25

/**
 * How long searches lasted and how each ended, in one ascending list of whole numbers: days, with the end as
 * what is left of a division. One number a search sorts and travels many times faster than two.
 */
export type SearchLengths = Float64Array

const ends = ['housed', 'left', 'still-searching'] as const satisfies readonly SearchRecord['end'][]
const housedEnd = ends.indexOf('housed')
const leftEnd = ends.indexOf('left')

/**
 * Per day on which somebody was housed or left (risicotabel): how many still searched until then, and how
 * many ended so. Who is still searching counts until the last day seen, that day included.
 */
export type RiskTable = {
  readonly days: Float64Array
  readonly atRisk: Float64Array
  readonly housed: Float64Array
  readonly left: Float64Array
  /** Searches counted, and the longest that one was followed. */
  readonly searches: number
  readonly daysMax: number
}

/** The share that goes on searching, with its 95 % log-log interval; it falls on each of the days. */
export type SurvivalCurve = {
  readonly days: Float64Array
  readonly share: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** The shares that were housed and that left, by each of the days. With who still searches they add up to 1. */
export type IncidenceCurve = {
  readonly days: Float64Array
  readonly housed: Float64Array
  readonly left: Float64Array
}

type Length = Pick<SearchRecord, 'from' | 'until' | 'end'>

/** The searches whose first response was seen. */
export function lengthsOf(
  searches: readonly Length[],
  windowOpens: SearchRecord['from'],
): SearchLengths {
  const seen = searches.filter((each) => isSeenFromStart(each, windowOpens))
  return Float64Array.from(seen, lengthKey).sort()
}

/** How long a search lasted and how it ended, as one whole number that sorts by length. */
export function lengthKey({ from, until, end }: Length): number {
  return (until - from) * ends.length + ends.indexOf(end)
}

/**
 * Whether a search began within the window of observation. One that was going on when the window opened has
 * lasted longer than its record says, and the long ones are among those most.
 */
export function isSeenFromStart(
  { from }: Pick<SearchRecord, 'from'>,
  windowOpens: SearchRecord['from'],
): boolean {
  return from > windowOpens
}

/**
 * Per length at which a search ended, in a home or by giving up: how many lasted at least so long, and how many
 * ended so.
 */
export function riskTableOf(lengths: SearchLengths): RiskTable {
  const rows = rowsOf(lengths)
  const table = {
    days: new Float64Array(rows),
    atRisk: new Float64Array(rows),
    housed: new Float64Array(rows),
    left: new Float64Array(rows),
    searches: lengths.length,
    daysMax: dayOf(lengths.at(-1) ?? 0),
  }
  let row = -1
  let lastDay = Number.NaN
  lengths.forEach((length, before) => {
    const end = length % ends.length
    if (end !== housedEnd && end !== leftEnd) return
    const day = dayOf(length)
    if (day !== lastDay) {
      row += 1
      table.days[row] = day
      table.atRisk[row] = lengths.length - before
      lastDay = day
    }
    const counts = end === housedEnd ? table.housed : table.left
    counts[row] = (counts[row] ?? 0) + 1
  })
  return table
}

// Ends stand in order within a day, so who was seen until that day comes after who was housed or left on it.
function rowsOf(lengths: SearchLengths): number {
  let rows = 0
  let lastDay = Number.NaN
  for (const length of lengths) {
    const end = length % ends.length
    if ((end !== housedEnd && end !== leftEnd) || dayOf(length) === lastDay) continue
    lastDay = dayOf(length)
    rows += 1
  }
  return rows
}

function dayOf(length: number): number {
  return Math.floor(length / ends.length)
}

/** Kaplan-Meier, with giving up as the end of what was seen and not as an end of the wait. */
export function kaplanMeier(table: RiskTable): SurvivalCurve {
  const share = sharesGoingOn(table)
  const curve = {
    days: table.days,
    share,
    low: new Float64Array(share.length),
    high: new Float64Array(share.length),
  }
  let variance = 0
  share.forEach((each, row) => {
    const atRisk = table.atRisk[row] ?? 0
    const housed = table.housed[row] ?? 0
    variance += housed / (atRisk * (atRisk - housed))
    const [low, high] = logLogInterval(each, variance)
    curve.low[row] = low
    curve.high[row] = high
  })
  return curve
}

function sharesGoingOn({ housed, atRisk }: RiskTable): Float64Array {
  let share = 1
  return housed.map((count, row) => {
    share *= 1 - count / (atRisk[row] ?? 0)
    return share
  })
}

// Greenwood's variance on the scale of log(-log), so that the interval stays between 0 and 1.
function logLogInterval(share: number, variance: number): readonly [number, number] {
  if (share >= 1 || share <= 0) return [share, share]
  const width = (normal95 * Math.sqrt(variance)) / Math.abs(Math.log(share))
  return [share ** Math.exp(width), share ** Math.exp(-width)]
}

/** Aalen-Johansen: being housed and leaving are competing risks. */
export function cumulativeIncidence(table: RiskTable): IncidenceCurve {
  const rows = table.days.length
  const curve = {
    days: table.days,
    housed: new Float64Array(rows),
    left: new Float64Array(rows),
  }
  let searching = 1
  let housed = 0
  let left = 0
  for (let row = 0; row < rows; row += 1) {
    const part = searching / (table.atRisk[row] ?? 0)
    const housedNow = part * (table.housed[row] ?? 0)
    const leftNow = part * (table.left[row] ?? 0)
    housed += housedNow
    left += leftNow
    searching -= housedNow + leftNow
    curve.housed[row] = housed
    curve.left[row] = left
  }
  return curve
}

/** The share housed within so many days; undefined when nobody was followed for so long. */
export function housedWithin(table: RiskTable, days: number): number | undefined {
  const { daysMax } = table
  const curve = cumulativeIncidence(table)
  const last = lastRowUntil(curve.days, days)
  const stillOpen = 1 - valueAt(curve.housed, last) - valueAt(curve.left, last)
  if (table.searches === 0 || (daysMax < days && stillOpen > tiny)) return undefined
  return valueAt(curve.housed, last)
}

/** The days after which half of those who go on searching have a home; undefined when that was not seen. */
export function medianWaitDays(table: RiskTable): number | undefined {
  const row = sharesGoingOn(table).findIndex((each) => each <= 1 / 2 + tiny)
  return row < 0 ? undefined : table.days[row]
}

const tiny = 1e-9

function valueAt(values: Float64Array, row: number): number {
  return row < 0 ? 0 : (values[row] ?? 0)
}

function lastRowUntil(days: Float64Array, until: number): number {
  const after = days.findIndex((each) => each > until)
  return after < 0 ? days.length - 1 : after - 1
}
