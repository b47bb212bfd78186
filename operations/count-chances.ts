/**
 * Counts what homes took and how long people searched, for every place and kind (kansen), once a day: a page
 * looks one row up. What is counted is what happened in the store, by the definitions of the core.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import { quantileOf } from '../core/oversight/distribution.ts'
import {
  type Cell,
  type Cells,
  type CountedLetting,
  type CountedSearch,
  type Forecast,
  forecast,
  lettingsMonths,
  type Taken,
  whoGotIt,
} from '../core/oversight/forecast.ts'
import { housedWithin, lengthsOf, riskTableOf } from '../core/oversight/survival.ts'
import {
  type ChanceRow,
  type FirstResponseRow,
  firstResponses,
  holdChances,
  householdsOf,
  type LettingRow,
  leavers,
  lettingsSince,
  replaceChances,
  someChance,
} from '../store/chances.ts'
import type { ChanceLevel } from '../store/tables.ts'
import { dayOf, type Setting } from './operation.ts'

/** What one row holds: the two answers about time, and the counts beside them. */
export type ChanceFigures = {
  readonly forecast: Forecast
  readonly taken: Taken
  /** Lettings of the area and kind itself in the last 24 months, and by which road. */
  readonly lettings: number
  readonly byUrgency: number
  readonly byLottery: number
  /** Of those who began to search: the share with a home within one and two years; null if not followed so long. */
  readonly housedInOne: number | null
  readonly housedInTwo: number | null
  readonly searches: number
  /** In the last year: homes let, and people who responded to one or more. */
  readonly lettingsInYear: number
  readonly respondersInYear: number
  /** How many responded to a home that was let, in the middle; null where nothing was let. */
  readonly responses: number | null
  /** Since when responses are seen, and first responses are followed. */
  readonly seenSince: CalendarDate
  readonly windowOpens: CalendarDate
}

/** Whether kept figures have the shape of today; rows of an earlier version are counted anew, not shown. */
export function isCountedSo(figures: object): figures is ChanceFigures {
  return shapeOfFigures.every((name) => name in figures)
}

const shapeOfFigures = [
  ...['forecast', 'taken', 'lettings', 'byUrgency', 'byLottery', 'housedInOne', 'housedInTwo'],
  ...['searches', 'responses', 'seenSince', 'windowOpens', 'lettingsInYear', 'respondersInYear'],
]

export const allKinds = 'all'

/** Searching people in the same situation, with as many in the household. */
export function likeKind({ situation, size }: { situation: string; size: number }): string {
  return `like:${situation}:${size >= 3 ? '3+' : size}`
}

/** Who responded in the first half year may have been searching for long: only those after it are followed. */
const burnInDays = 182
/** After so long without a response a search is over. */
const silentDays = 365
export const daysInYear = 365

type Counts = Pick<Setting, 'store' | 'region' | 'now'>

/** Whether the figures of today are there, in the shape of today. */
export async function areChancesCounted({ store, region, now }: Counts): Promise<boolean> {
  const last = await someChance(store, region)
  return last?.on === dayOf(now()) && isCountedSo(last.figures)
}

/**
 * Counts anew when the day or the shape is another; gives how many rows, or undefined when there was nothing to do,
 * or another process is doing it.
 */
export async function keepChances(setting: Counts): Promise<number | undefined> {
  const { store, region } = setting
  const today = dayOf(setting.now())
  const since = addDays(today, -Math.ceil((lettingsMonths / 12) * daysInYear) - silentDays)
  return store.transaction().execute(async (transaction) => {
    if (!(await holdChances(transaction, region)) || (await areChancesCounted(setting))) return
    const [lettings, responses, left, households] = await Promise.all([
      lettingsSince(store, region, since),
      firstResponses(store, region),
      leavers(store, region),
      householdsOf(store, region),
    ])
    const rows = countChances({ region, today, lettings, responses, left, households })
    await replaceChances(transaction, region, rows)
    return rows.length
  })
}

export type Counting = {
  readonly region: string
  readonly today: CalendarDate
  readonly lettings: readonly LettingRow[]
  readonly responses: readonly FirstResponseRow[]
  readonly left: ReadonlyMap<string, CalendarDate>
  readonly households: ReadonlyMap<string, { readonly situation: string; readonly size: number }>
}

/** Beside the letting how many responded to the home, where a list was made. */
type CellLetting = CountedLetting & { readonly responses: number | null }

type Gathered = {
  readonly level: ChanceLevel
  readonly place: string
  readonly kind: string
  readonly municipality: string
  readonly lettings: CellLetting[]
  /** The first response of each to such a home here. */
  readonly firsts: Map<string, CalendarDate>
  /** Who responded to such a home here within a year. */
  readonly responders: Set<string>
}

export function countChances(counting: Counting): ChanceRow[] {
  const { today, responses } = counting
  if (responses.length === 0) return []
  const opened = responses.reduce((least, { first }) => Math.min(least, first.getTime()), Infinity)
  const seenSince = dayOf(new Date(opened))
  const windowOpens = addDays(seenSince, burnInDays)
  const cells = gather(counting)
  const people = peopleIn(counting, windowOpens)
  const searchesOf = (cell: Gathered) =>
    [...cell.firsts].flatMap(([person, from]) => {
      const ended = people.get(person)
      return ended && ended.until >= from ? [{ ...ended, from }] : []
    })
  const counted = new Map<string, Cell>()
  for (const [key, cell] of cells) {
    counted.set(key, { level: cell.level, lettings: cell.lettings, searches: searchesOf(cell) })
  }
  return [...cells].map(([key, cell]) => ({
    ...{ level: cell.level, place: cell.place, kind: cell.kind, on: today },
    figures: figuresOf(cell, widening(counted, key, cell, counting.region), {
      ...{ today, seenSince, windowOpens },
    }),
  }))
}

const keyOf = (level: ChanceLevel, place: string, kind: string) => `${level} ${place} ${kind}`

/** The narrow area first, and then the wider ones that contain it. */
function widening(
  counted: ReadonlyMap<string, Cell>,
  key: string,
  { level, municipality, kind }: Gathered,
  region: string,
): Cells {
  const own = counted.get(key)
  if (!own) throw new Error('broken promise: a cell that was gathered is counted')
  const wider = [
    ...(level === 'neighbourhood' ? [keyOf('municipality', municipality, kind)] : []),
    ...(level === 'region' ? [] : [keyOf('region', region, kind)]),
  ]
  return [own, ...wider.flatMap((each) => counted.get(each) ?? [])]
}

function figuresOf(
  cell: Gathered,
  cells: Cells,
  when: Readonly<Record<'today' | 'seenSince' | 'windowOpens', CalendarDate>>,
): ChanceFigures {
  const { today, seenSince, windowOpens } = when
  const since = addDays(today, -2 * daysInYear)
  const recent = cell.lettings.filter(({ on }) => on > since && on <= today)
  const [own] = cells
  const table = riskTableOf(lengthsOf(own.searches, windowOpens))
  const counts = Float64Array.from(recent.flatMap(({ responses }) => responses ?? []))
  counts.sort()
  return {
    forecast: forecast(cells, { on: today, windowOpens }),
    taken: whoGotIt(cells, { on: today }),
    lettings: recent.length,
    byUrgency: recent.filter(({ ground }) => ground !== 'none').length,
    byLottery: recent.filter(({ model }) => model === 'lottery').length,
    housedInOne: housedWithin(table, daysInYear) ?? null,
    housedInTwo: housedWithin(table, 2 * daysInYear) ?? null,
    searches: table.searches,
    lettingsInYear: recent.filter(({ on }) => on > addDays(today, -daysInYear)).length,
    respondersInYear: cell.responders.size,
    responses: counts.length === 0 ? null : quantileOf(counts, 1 / 2),
    ...{ seenSince, windowOpens },
  }
}

type Followed = Omit<CountedSearch, 'from'>

/** How the search of each person ended; who searched before the window opened is not followed. */
function peopleIn(
  { today, lettings, responses, left }: Counting,
  windowOpens: CalendarDate,
): Map<string, Followed> {
  const housed = new Map<string, CalendarDate>()
  for (const { person, at } of lettings) {
    const on = dayOf(at)
    const known = housed.get(person)
    if (known === undefined || on < known) housed.set(person, on)
  }
  const spans = new Map<string, { first: CalendarDate; last: CalendarDate }>()
  for (const { person, first, last } of responses) {
    const [from, to] = [dayOf(first), dayOf(last)]
    const known = spans.get(person)
    spans.set(person, {
      first: known && known.first < from ? known.first : from,
      last: known && known.last > to ? known.last : to,
    })
  }
  const people = new Map<string, Followed>()
  for (const [person, { first, last }] of spans) {
    if (first <= windowOpens) continue
    people.set(person, endOf({ today, last, housed: housed.get(person), left: left.get(person) }))
  }
  return people
}

function endOf(seen: {
  readonly today: CalendarDate
  readonly last: CalendarDate
  readonly housed: CalendarDate | undefined
  readonly left: CalendarDate | undefined
}): Followed {
  const { today, last, housed, left } = seen
  if (housed !== undefined) return { until: housed, end: 'housed' }
  if (left !== undefined && left >= last) return { until: left, end: 'left' }
  const silent = addDays(last, silentDays)
  return silent <= today ? { until: silent, end: 'left' } : { until: today, end: 'still-searching' }
}

/** Every record in every cell it belongs to: three areas, and of each all homes, its type, and people alike. */
function gather(counting: Counting): Map<string, Gathered> {
  const { region, today, lettings, responses, households } = counting
  const cells = new Map<string, Gathered>()
  const cellsFor = (
    where: { readonly municipality: string; readonly neighbourhood: string },
    kinds: readonly string[],
  ) => {
    const { municipality, neighbourhood } = where
    const areas = [
      ['region', region],
      ['municipality', municipality],
      ['neighbourhood', `${municipality}/${neighbourhood}`],
    ] as const
    return areas.flatMap(([level, place]) =>
      kinds.map((kind) => {
        const key = keyOf(level, place, kind)
        const known = cells.get(key)
        if (known) return known
        const made: Gathered = {
          ...{ level, place, kind, municipality },
          ...{ lettings: [], firsts: new Map(), responders: new Set() },
        }
        cells.set(key, made)
        return made
      }),
    )
  }
  const kindsOf = (person: string, type: string) => {
    const household = households.get(person)
    return [allKinds, type, ...(household ? [likeKind(household)] : [])]
  }
  for (const row of lettings) {
    const letting = lettingFrom(row)
    if (!letting) continue
    const kinds = kindsOf(row.person, String(row.facts['dwelling-type']))
    for (const cell of cellsFor(row, kinds)) cell.lettings.push(letting)
  }
  for (const row of responses) {
    const from = dayOf(row.first)
    const isOfThisYear = dayOf(row.last) > addDays(today, -daysInYear)
    for (const { firsts, responders } of cellsFor(row, kindsOf(row.person, row.type))) {
      if (isOfThisYear) responders.add(row.person)
      const known = firsts.get(row.person)
      if (known === undefined || from < known) firsts.set(row.person, from)
    }
  }
  return cells
}

const models = ['ranked', 'lottery', 'first-come', 'option', 'motivation'] as const

function lettingFrom({ at, facts, counted, responses }: LettingRow): CellLetting | undefined {
  const model = models.find((each) => each === facts.model)
  const registeredOn = counted['registered-on']
  if (model === undefined || typeof registeredOn !== 'number') return undefined
  return {
    on: dayOf(at),
    // @NOTE `registered-on` is a date, and dates are whole days.
    registeredOn: registeredOn as CalendarDate,
    channel: 'advertised',
    model,
    // Who had urgency did not get it by time.
    ground: counted.urgency === 'active' ? 'urgent' : 'none',
    responses,
  }
}
