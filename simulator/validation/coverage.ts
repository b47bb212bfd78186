/**
 * Whether a forecast comes true (dekking): it is made after some years of a run for people alike, and held to
 * those who begin to search later. Who was not followed to the end counts for as long as they were followed.
 */
import { addDays, type CalendarDate } from '../../core/basics/calendar-date.ts'
import { type Cell, type Forecast, forecast } from '../../core/oversight/forecast.ts'
import { sizeBands } from '../../core/oversight/groups.ts'
import type { LettingRecord, SearchRecord } from '../../core/oversight/record.ts'
import {
  cumulativeIncidence,
  daysPerYear,
  housedWithin,
  lengthsOf,
  riskTableOf,
} from '../../core/oversight/survival.ts'

/** Everything a run wrote down, and the window it was written in. */
export type Lived = {
  readonly lettings: readonly LettingRecord[]
  readonly searches: readonly SearchRecord[]
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** A forecast for people alike, beside what became of those who came later. */
export type Held = {
  readonly people: string
  readonly forecast: Forecast
  /** People who came later, and the part of those of them who got a home that had it by P10, P50 and P90. */
  readonly later: number
  readonly homes: number
  readonly by?: { readonly low: number; readonly middle: number; readonly high: number }
}

/** Forecasts made on a day, held to who begins to search from then on until some years before the end. */
export function heldForecasts(lived: Lived, on: CalendarDate, places: readonly string[]): Held[] {
  return peopleOf(places).map(({ place, kind }) => {
    const cells = cellsOn(lived, on, place, kind)
    const made = forecast(cells, { on, windowOpens: lived.from })
    const later = lived.searches.filter(
      (each) => each.from > on && isOf(each, kind) && isOf(each, [place]),
    )
    return { people: [place, ...kind].join(', '), forecast: made, ...cameTrue(made, later, on) }
  })
}

type People = { readonly place: string; readonly kind: readonly string[] }

// People alike: who come from the same place with a household of the same size, and have no priority.
function peopleOf(places: readonly string[]): readonly People[] {
  const sizes = Object.keys(sizeBands).map((band) => `size:${band}`)
  return places.flatMap((place) =>
    sizes.map((size) => ({ place: `from:${place}`, kind: ['regular', size] })),
  )
}

function cellsOn(lived: Lived, on: CalendarDate, place: string, kind: readonly string[]) {
  const known = {
    lettings: lived.lettings.filter((each) => each.on <= on && isOf(each, kind)),
    searches: lived.searches
      .flatMap((each) => seenUntil(each, on))
      .filter((each) => isOf(each, kind)),
  }
  const here: Cell = {
    level: 'municipality',
    lettings: known.lettings.filter((each) => isOf(each, [place])),
    searches: known.searches.filter((each) => isOf(each, [place])),
  }
  const region: Cell = { level: 'region', ...known }
  return [here, region] as const
}

function isOf(
  { groups }: { readonly groups: readonly string[] },
  asked: readonly string[],
): boolean {
  return asked.every((group) => groups.includes(group))
}

// What the register would have said on that day: nobody knows yet how a search that goes on will end.
function seenUntil(search: SearchRecord, on: CalendarDate): readonly SearchRecord[] {
  if (search.from > on) return []
  return search.until <= on ? [search] : [{ ...search, until: on, end: 'still-searching' }]
}

function cameTrue(
  made: Forecast,
  later: readonly SearchRecord[],
  on: CalendarDate,
): Pick<Held, 'later' | 'homes' | 'by'> {
  const homes = later.filter(({ end }) => end === 'housed').length
  const counts = { later: later.length, homes }
  if (!made.known || homes === 0) return counts
  const table = riskTableOf(lengthsOf(later, on))
  const curve = cumulativeIncidence(table)
  const housed = curve.housed.at(-1) ?? 0
  const all = housed / (housed + (curve.left.at(-1) ?? 0))
  const by = (years: number) => (housedWithin(table, years * daysPerYear) ?? housed) / all
  return {
    ...counts,
    by: { low: by(made.fromYears), middle: by(made.middleYears), high: by(made.toYears) },
  }
}

/** The part of those who got a home within the range, over all forecasts that were given. */
export function coverageOf(held: readonly Held[]): number {
  return weighed(held, ({ low, high }) => high - low)
}

/** A mean over forecasts, each for as many as got a home. */
export function weighed(
  held: readonly Held[],
  of: (by: NonNullable<Held['by']>) => number,
): number {
  const told = held.flatMap(({ by, homes }) => (by ? [{ value: of(by), homes }] : []))
  const homes = told.reduce((sum, each) => sum + each.homes, 0)
  return told.reduce((sum, each) => sum + each.value * each.homes, 0) / homes
}

export function yearsAfter(day: CalendarDate, years: number): CalendarDate {
  return addDays(day, Math.round(years * daysPerYear))
}
