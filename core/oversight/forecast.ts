/**
 * Two honest answers about time (eerlijke marge). "Who got it" (wie het kreeg) looks back at the lettings;
 * "people like you" (mensen zoals u) looks at everybody who began to search, also who gave up or is still
 * searching. Only the second is a forecast, and it rather says that it does not know than something narrow.
 */
import { addMonths, type CalendarDate } from '../basics/calendar-date.ts'
import { quantileOf } from './distribution.ts'
import type { LettingRecord, SearchRecord } from './record.ts'
import {
  cumulativeIncidence,
  daysPerYear,
  type IncidenceCurve,
  lengthsOf,
  riskTableOf,
} from './survival.ts'

/** The records of one kind of home for one kind of people, in an area. */
export type Cell = {
  readonly level: 'neighbourhood' | 'municipality' | 'region'
  readonly lettings: readonly CountedLetting[]
  readonly searches: readonly CountedSearch[]
}

/** As much of a letting, and of a search, as these answers read. */
export type CountedLetting = Pick<
  LettingRecord,
  'on' | 'registeredOn' | 'channel' | 'model' | 'ground'
>
export type CountedSearch = Pick<SearchRecord, 'from' | 'until' | 'end'>

/** From the narrowest area to the widest; the first with enough lettings answers. */
export type Cells = readonly [Cell, ...Cell[]]

export type YearRange = { readonly fromYears: number; readonly toYears: number }

export type Forecast =
  | (YearRange & {
      readonly known: true
      readonly level: Cell['level']
      readonly middleYears: number
      /** Of all who began to search: the shares that were housed and that left, as far as was seen. */
      readonly housed: number
      readonly left: number
      readonly searches: number
    })
  | { readonly known: false; readonly why: 'too-few-lettings' }
  | { readonly known: false; readonly why: 'not-followed-long-enough'; readonly soFar?: SoFar }
  | (YearRange & { readonly known: false; readonly why: 'too-wide' })

/** What was seen of searches of which too many still go on: the fast end, and never the slow one. */
export type SoFar = {
  readonly level: Cell['level']
  /** The years within which 10 and 50 of 100 of those who will have a home have it, where that was seen. */
  readonly fromYears: number
  readonly middleYears?: number
  readonly housed: number
  readonly left: number
}

export type Taken =
  | (YearRange & { readonly known: true; readonly level: Cell['level']; readonly lettings: number })
  | { readonly known: false; readonly why: 'too-few-lettings' }

/** Fewest lettings of a cell, and the months they are counted over. */
const lettingsMin = 10
export const lettingsMonths = 24
/** Narrower would be more certain than anybody can be, and wider says nothing. */
const rangeYearsMin = 1 / 2
const rangeYearsMax = 10

/**
 * The years from first response within which 10 to 90 of 100 of the people who got a home had it. Leaving
 * is a competing risk, so the chance to get one at all stands beside it. Who is still searching when the
 * window closes is taken to end as those before them did.
 */
export function forecast(
  cells: Cells,
  { on, windowOpens }: { readonly on: CalendarDate; readonly windowOpens: CalendarDate },
): Forecast {
  const cell = cells.find(({ lettings }) => within(lettings, on).length >= lettingsMin)
  if (!cell) return { known: false, why: 'too-few-lettings' }
  const table = riskTableOf(lengthsOf(cell.searches, windowOpens))
  const curve = cumulativeIncidence(table)
  const [low, middle, high] = [0.1, 0.5, 0.9].map((part) => yearsUntil(curve, part))
  const housed = curve.housed.at(-1) ?? 0
  const left = curve.left.at(-1) ?? 0
  if (low === undefined) return { known: false, why: 'not-followed-long-enough' }
  if (middle === undefined || high === undefined) {
    const seen = { level: cell.level, fromYears: low, housed, left }
    const soFar = { ...seen, ...(middle !== undefined && { middleYears: middle }) }
    return { known: false, why: 'not-followed-long-enough', soFar }
  }
  if (high - low > rangeYearsMax) {
    return { known: false, why: 'too-wide', fromYears: low, toYears: high }
  }
  return {
    known: true,
    level: cell.level,
    ...notTooNarrow(low, high),
    middleYears: middle,
    ...{ housed, left },
    searches: table.searches,
  }
}

/** The registration time of the middle half of those who got a home by registration time. Never a forecast. */
export function whoGotIt(cells: Cells, { on }: { readonly on: CalendarDate }): Taken {
  for (const { level, lettings } of cells) {
    const byTime = within(lettings, on).filter(isByTime)
    if (byTime.length < lettingsMin) continue
    const years = Float64Array.from(byTime, (each) => (each.on - each.registeredOn) / daysPerYear)
    years.sort()
    return {
      known: true,
      level,
      fromYears: quantileOf(years, 1 / 4),
      toYears: quantileOf(years, 3 / 4),
      lettings: byTime.length,
    }
  }
  return { known: false, why: 'too-few-lettings' }
}

function within(lettings: readonly CountedLetting[], on: CalendarDate): readonly CountedLetting[] {
  const since = addMonths(on, -lettingsMonths)
  return lettings.filter((each) => each.on > since && each.on <= on)
}

// Of urgents it was the urgency that counted, and of a lottery the lot.
function isByTime({ channel, model, ground }: CountedLetting): boolean {
  return channel === 'advertised' && model === 'ranked' && ground === 'none'
}

// A part of all who will be housed; the last of them are still searching, in the proportion seen so far.
function yearsUntil({ days, housed, left }: IncidenceCurve, part: number): number | undefined {
  const housedSeen = housed.at(-1) ?? 0
  const needed = (part * housedSeen) / (housedSeen + (left.at(-1) ?? 0))
  const row = housed.findIndex((each) => each > 0 && each >= needed - rounding)
  const found = row < 0 ? undefined : days[row]
  return found === undefined ? undefined : found / daysPerYear
}

const rounding = 1e-9

function notTooNarrow(low: number, high: number): YearRange {
  const short = rangeYearsMin - (high - low)
  if (short <= 0) return { fromYears: low, toYears: high }
  const fromYears = Math.max(0, low - short / 2)
  return { fromYears, toYears: fromYears + rangeYearsMin }
}
